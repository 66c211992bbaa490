// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bareexit.h"

#include "tests/bench/figure.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

//! A connection for as long as it lives.
class Connection
{
public:
    Connection(const QString &name, const QString &file) : m_name(name)
    {
        db = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        db.setDatabaseName(file);
        if (!db.open())
            qFatal("%s", qPrintable(db.lastError().text()));
    }
    ~Connection()
    {
        db.close();
        db = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(Connection)

    QSqlDatabase db;

private:
    QString m_name;
};

void execute(QSqlQuery &query, const QString &sql)
{
    if (!query.exec(sql))
        qFatal("%s", qPrintable(query.lastError().text()));
}

void copyDatabase(const QString &from, const QString &to)
{
    QFile::remove(to);
    const Connection connection(u"copying"_s, from);
    QSqlQuery query(connection.db);
    execute(query, u"VACUUM INTO '%1'"_s.arg(to));
}

QList<QVariantList> rowsOf(const QSqlDatabase &db, const QString &table)
{
    QList<QVariantList> rows;
    QSqlQuery query(db);
    execute(query, QString(u"SELECT * FROM "_s + table));
    while (query.next()) {
        QVariantList row;
        for (int i = 0; i < query.record().count(); ++i)
            row.append(query.value(i));
        rows.append(row);
    }
    return rows;
}

} // namespace

BareExit::BareExit(SimulatedDesk &clinic, const VisitId &visit)
{
    const QDir directory(clinic.directory());
    const QString file = QDir(clinic.settings().dataDirectory).filePath(u"vestibule.sqlite"_s);
    m_before = directory.filePath(u"before.sqlite"_s);
    m_after = directory.filePath(u"after.sqlite"_s);
    m_copy = directory.filePath(u"bare.sqlite"_s);
    clinic.desk().outbox()->stop();
    copyDatabase(file, m_before);
    const QByteArray digest = clinic.detail(visit).lines.digest();
    const Result<Visit> gone =
        SimulatedDesk::await(clinic.desk().visitWorkflow()->exitTreatmentRoom(visit, digest, true));
    if (!gone)
        qFatal("exit: %s", qPrintable(gone.error().message));
    copyDatabase(file, m_after);
    clinic.desk().outbox()->start();
    compare();
}

void BareExit::compare()
{
    const Connection before(u"before"_s, m_before);
    const Connection after(u"after"_s, m_after);
    for (const QString &table : after.db.tables()) {
        const QList<QVariantList> had = rowsOf(before.db, table);
        const QSqlRecord columns = after.db.record(table);
        QStringList places;
        QStringList settings;
        for (int i = 0; i < columns.count(); ++i) {
            places.append(u"?"_s);
            settings.append(QString(columns.fieldName(i) + u" = ?"_s));
        }
        for (const QVariantList &row : rowsOf(after.db, table)) {
            if (had.contains(row))
                continue;
            const bool known = std::any_of(had.begin(), had.end(), [&](const QVariantList &old) {
                return old.constFirst() == row.constFirst();
            });
            Write write{u"INSERT INTO %1 VALUES (%2)"_s.arg(table, places.join(u", "_s)), row};
            if (known) {
                write.sql = u"UPDATE %1 SET %2 WHERE %3"_s.arg(table, settings.join(u", "_s),
                                                               settings.constFirst());
                write.values.append(row.constFirst());
            }
            m_writes.append(write);
        }
    }
    if (m_writes.isEmpty())
        qFatal("an exit that wrote nothing");
}

double BareExit::run()
{
    for (const QString &rest : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(QString(m_copy + rest));
    QFile::copy(m_before, m_copy);
    const Connection connection(u"bare"_s, m_copy);
    QSqlQuery query(connection.db);
    execute(query, u"PRAGMA journal_mode = WAL"_s);
    execute(query, u"PRAGMA synchronous = FULL"_s);
    execute(query, u"PRAGMA foreign_keys = ON"_s);
    query.finish();
    // The log exists and the pages are read, as in a desk that has been at work.
    execute(query, u"UPDATE visit SET revision = revision"_s);
    std::vector<QSqlQuery> prepared;
    for (const Write &write : std::as_const(m_writes)) {
        QSqlQuery statement(connection.db);
        if (!statement.prepare(write.sql))
            qFatal("%s", qPrintable(statement.lastError().text()));
        for (int i = 0; i < int(write.values.size()); ++i)
            statement.bindValue(i, write.values.at(i));
        prepared.push_back(std::move(statement));
    }
    return milliseconds([&] {
        execute(query, u"BEGIN IMMEDIATE"_s);
        for (QSqlQuery &statement : prepared) {
            if (!statement.exec())
                qFatal("%s", qPrintable(statement.lastError().text()));
        }
        execute(query, u"COMMIT"_s);
    });
}

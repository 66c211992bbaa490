// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/migrations.h"

#include "app/base/logcategories.h"
#include "app/store/statement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

// The resources are in a static library: the linker keeps them only if somebody names them, and the
// macro works outside of namespaces only.
static void loadMigrationFiles()
{
    Q_INIT_RESOURCE(migrations);
}

namespace {

QStringList migrationFiles()
{
    loadMigrationFiles();
    QStringList files;
    const QDir directory(u":/migrations"_s);
    for (const QString &name : directory.entryList({u"*.sql"_s}, QDir::Files, QDir::Name))
        files.append(directory.filePath(name));
    return files;
}

int numberOf(const QString &file)
{
    return QFileInfo(file).fileName().section(u'_', 0, 0).toInt();
}

Result<void> plain(QSqlDatabase &db, const QString &sql)
{
    QSqlQuery query(db);
    if (!query.exec(sql))
        return tl::unexpected<Error>(storageError(query.lastError().text()));
    return {};
}

Result<int> schemaOf(QSqlDatabase &db)
{
    Result<void> made = plain(db,
                              u"CREATE TABLE IF NOT EXISTS schema_version (version INTEGER "
                              "PRIMARY KEY)"_s);
    if (!made)
        return tl::unexpected<Error>(made.error());
    Statement newest(db, u"SELECT MAX(version) FROM schema_version"_s);
    if (Result<void> read = newest.run(); !read)
        return tl::unexpected<Error>(read.error());
    return newest.next() ? newest.number(0) : 0;
}

Result<void> apply(QSqlDatabase &db, const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return tl::unexpected<Error>(storageError(source.errorString()));
    for (const QString &sql : statementsOf(QString::fromUtf8(source.readAll()))) {
        if (Result<void> done = plain(db, sql); !done)
            return done;
    }
    Statement noted(db, u"INSERT INTO schema_version (version) VALUES (?)"_s);
    return noted.run(numberOf(file));
}

} // namespace

QStringList statementsOf(const QString &sql)
{
    QStringList statements;
    QString current;
    for (const QString &line : sql.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith(u"--"_s))
            continue;
        current += trimmed;
        if (current.endsWith(u';')) {
            current.chop(1);
            statements.append(current);
            current.clear();
        } else {
            current += u'\n';
        }
    }
    if (!current.isEmpty())
        statements.append(current);
    return statements;
}

int newestSchema()
{
    const QStringList files = migrationFiles();
    return files.isEmpty() ? 0 : numberOf(files.last());
}

Result<void> migrate(QSqlDatabase &db)
{
    // One process migrates, the others wait for it and find nothing left to do.
    if (Result<void> begun = plain(db, u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    const Result<int> schema = schemaOf(db);
    if (!schema) {
        db.rollback();
        return tl::unexpected<Error>(schema.error());
    }
    if (*schema > newestSchema()) {
        db.rollback();
        return failure(
            Error::Kind::Storage,
            QCoreApplication::translate(
                "Database",
                "This database was made by a newer version of Vestibule (schema %1, "
                "this program knows %2). Install the newer version; nothing was changed.")
                .arg(*schema)
                .arg(newestSchema()));
    }
    for (const QString &file : migrationFiles()) {
        if (numberOf(file) <= *schema)
            continue;
        if (Result<void> applied = apply(db, file); !applied) {
            db.rollback();
            return applied;
        }
        qCInfo(lcStore) << "schema" << numberOf(file) << "applied";
    }
    if (!db.commit()) {
        const Error error = storageError(db.lastError().text());
        db.rollback();
        return tl::unexpected<Error>(error);
    }
    return {};
}

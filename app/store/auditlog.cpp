// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditlog.h"

#include "app/store/statement.h"

#include <QCoroFuture>
#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace {

//! The hash of a row over its predecessor's: every field with its length in front.
QString chained(const QString &before, const AuditRow &row)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QStringList fields{before,       QString::number(row.at.toMSecsSinceEpoch()),
                             row.by.value, row.action,
                             row.subject,  row.detail};
    for (const QString &field : fields) {
        const QByteArray bytes = field.toUtf8();
        hash.addData(QByteArray(QByteArray::number(bytes.size()) + ':'));
        hash.addData(bytes);
    }
    return QString::fromLatin1(hash.result().toHex());
}

AuditRow rowAt(const Statement &query)
{
    AuditRow row;
    row.id = query.integer(0);
    row.at = query.time(1);
    row.by.value = query.text(2);
    row.action = query.text(3);
    row.subject = query.text(4);
    row.detail = query.text(5);
    return row;
}

} // namespace

AuditLog::AuditLog(Database *database, Clock clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(std::move(clock))
{
}

Task<void> AuditLog::append(StaffId by, QString action, QString subject, QString detail)
{
    AuditRow row;
    row.at = m_clock();
    row.by = by;
    row.action = action;
    row.subject = subject;
    row.detail = detail;
    auto work = [row](QSqlDatabase &db) { return write(db, row); };
    co_return co_await m_database->transact(std::move(work));
}

Task<QList<AuditRow>> AuditLog::rows(QDateTime since)
{
    auto work = [since](QSqlDatabase &db) -> Result<QList<AuditRow>> {
        Statement query(db,
                        u"SELECT id, at_ms, by_staff, action, subject, detail FROM audit "
                        "WHERE at_ms >= ? ORDER BY id"_s);
        const qint64 from = since.isValid() ? since.toMSecsSinceEpoch() : 0;
        if (Result<void> read = query.run(from); !read)
            return tl::unexpected<Error>(read.error());
        QList<AuditRow> rows;
        while (query.next())
            rows.append(rowAt(query));
        return rows;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<QPair<int, qint64>> AuditLog::verify()
{
    auto work = [](QSqlDatabase &db) -> Result<QPair<int, qint64>> {
        Statement query(db,
                        u"SELECT id, at_ms, by_staff, action, subject, detail, hash FROM audit "
                        "ORDER BY id"_s);
        if (Result<void> read = query.run(); !read)
            return tl::unexpected<Error>(read.error());
        QPair<int, qint64> verdict(0, 0);
        QString before;
        while (query.next()) {
            const AuditRow row = rowAt(query);
            ++verdict.first;
            const QString stored = query.text(6);
            if (verdict.second == 0 && stored != chained(before, row))
                verdict.second = row.id;
            before = stored;
        }
        return verdict;
    };
    co_return co_await m_database->run(std::move(work));
}

Result<void> AuditLog::write(QSqlDatabase &db, const AuditRow &row)
{
    QString before;
    {
        Statement last(db, u"SELECT hash FROM audit ORDER BY id DESC LIMIT 1"_s);
        if (Result<void> read = last.run(); !read)
            return read;
        if (last.next())
            before = last.text(0);
    }
    Statement insert(db,
                     u"INSERT INTO audit (at_ms, by_staff, action, subject, detail, hash) "
                     "VALUES (?, ?, ?, ?, ?, ?)"_s);
    return insert.run(row.at, row.by, row.action, row.subject, row.detail, chained(before, row));
}

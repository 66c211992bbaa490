// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/base/id.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

//! One SQL statement with bound values, on the thread of its connection. Prepared statements are
//! kept per thread and connection and used again; the destructor finishes the query, since an
//! unfinished RETURNING would make COMMIT fail (qt64-notes.md section 5).
class Statement
{
public:
    Statement(QSqlDatabase &db, const QString &sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    //! Binds in order and executes. Storage error in words, without the values.
    template <class... Values>
    Result<void> run(const Values &...values)
    {
        return execute({bound(values)...});
    }
    Result<void> execute(const QVariantList &values);

    bool next() { return m_query.next(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    int number(int column) const { return m_query.value(column).toInt(); }
    bool flag(int column) const { return m_query.value(column).toInt() != 0; }
    bool isNull(int column) const { return m_query.isNull(column); }
    //! Milliseconds as UTC; NULL is an invalid time.
    QDateTime time(int column) const;
    int affected() const { return m_query.numRowsAffected(); }

    //! Drops the statements kept for a connection: before it is removed, on its thread.
    static void forget(const QString &connectionName);

    static QVariant bound(const QString &value)
    {
        return value.isNull() ? QVariant(QString(QLatin1String(""))) : QVariant(value);
    }
    static QVariant bound(const QByteArray &value) { return value; }
    static QVariant bound(qint64 value) { return value; }
    static QVariant bound(int value) { return value; }
    static QVariant bound(bool value) { return value ? 1 : 0; }
    static QVariant bound(const QDateTime &value);
    template <class Tag>
    static QVariant bound(const Id<Tag> &id)
    {
        return bound(id.value);
    }

private:
    QString m_connection;
    QString m_sql;
    QSqlQuery m_query;
    bool m_prepared = false;
};

//! A Storage error in words, with the engine's own text for the log-minded.
Error storageError(const QString &engineText);

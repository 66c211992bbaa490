// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/statement.h"

#include "app/base/logcategories.h"

#include <QCoreApplication>
#include <QSqlError>
#include <map>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

using Kept = std::map<QString, std::vector<QSqlQuery>>; // by SQL text; queries only move

std::map<QString, Kept> &keptStatements()
{
    thread_local std::map<QString, Kept> kept;
    return kept;
}

} // namespace

Error storageError(const QString &engineText)
{
    qCWarning(lcStore) << "database:" << engineText;
    return Error(Error::Kind::Storage,
                 QCoreApplication::translate(
                     "Database", "The database on this computer did not accept the change (%1).")
                     .arg(engineText));
}

Statement::Statement(QSqlDatabase &db, const QString &sql)
    : m_connection(db.connectionName()), m_sql(sql), m_query(db)
{
    std::vector<QSqlQuery> &spare = keptStatements()[m_connection][m_sql];
    if (!spare.empty()) {
        m_query = std::move(spare.back());
        spare.pop_back();
        m_prepared = true;
        return;
    }
    m_query.setForwardOnly(true);
    m_prepared = m_query.prepare(m_sql);
}

Statement::~Statement()
{
    if (!m_prepared)
        return;
    m_query.finish();
    keptStatements()[m_connection][m_sql].push_back(std::move(m_query));
}

Result<void> Statement::execute(const QVariantList &values)
{
    if (!m_prepared)
        return tl::unexpected<Error>(storageError(m_query.lastError().text()));
    m_query.finish();
    for (int i = 0; i < int(values.size()); ++i)
        m_query.bindValue(i, values.at(i));
    if (!m_query.exec())
        return tl::unexpected<Error>(storageError(m_query.lastError().text()));
    return {};
}

QDateTime Statement::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC);
}

QVariant Statement::bound(const QDateTime &value)
{
    return value.isValid() ? QVariant(value.toMSecsSinceEpoch())
                           : QVariant(QMetaType(QMetaType::LongLong));
}

void Statement::forget(const QString &connectionName)
{
    keptStatements().erase(connectionName);
}

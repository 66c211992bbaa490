// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/dealorders.h"

#include "app/connectors/zoho/json.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace zoho {

namespace {

//! The most values that one `in` takes (zoho-crm.md section 2.9).
constexpr qsizetype mostValues = 50;

} // namespace

void DealOrders::forget()
{
    m_deals.clear();
    m_seen.clear();
}

Task<QList<DealOrders::Row>> DealOrders::rowsWhere(QString field, QStringList ids)
{
    QList<Row> found;
    for (qsizetype at = 0; at < ids.size(); at += mostValues) {
        QStringList literals;
        for (const QString &id : ids.mid(at, mostValues))
            literals.append(quoted(id));
        const QString select =
            QString(u"select id, Deal_Name, Modified_Time from Sales_Orders where %1 in (%2) "
                    "order by Modified_Time desc limit 200"_s.arg(field, literals.join(u", "_s)));
        Request request = coqlRequest(select, u"look for supplements"_s);
        const Result<Response> response = co_await m_transport->send(std::move(request));
        if (!response)
            co_return tl::unexpected<Error>(response.error());
        const Result<QJsonArray> rows = rowsOf(*response);
        if (!rows)
            co_return tl::unexpected<Error>(rows.error());
        for (const QJsonValue &value : *rows) {
            Row row;
            row.id = value["id"_L1].toString();
            row.deal = idOf(value["Deal_Name"_L1]);
            row.stamp = value["Modified_Time"_L1].toString();
            found.append(row);
        }
    }
    co_return found;
}

Task<void> DealOrders::read(Row row)
{
    const auto seen = m_seen.constFind(row.id);
    if (seen != m_seen.cend() && seen->stamp == row.stamp)
        co_return Result<void>();
    Request request("GET", u"crm/v8/Sales_Orders/"_s + row.id, u"crm/v8/Sales_Orders/{id}"_s);
    request.purpose = u"read supplement"_s;
    const Result<Response> response = co_await m_transport->send(std::move(request));
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    const Result<QJsonArray> rows = rowsOf(*response);
    if (!rows)
        co_return tl::unexpected<Error>(rows.error());
    Seen fresh;
    fresh.stamp = row.stamp;
    if (const Result<SalesOrder> order = salesOrderFrom(rows->at(0).toObject(), m_currency))
        fresh.order = *order;
    m_seen.insert(row.id, fresh);
    co_return Result<void>();
}

Task<QHash<QString, QList<SalesOrder>>> DealOrders::beside(QStringList orders)
{
    QHash<QString, QList<SalesOrder>> found;
    QStringList unknown;
    for (const QString &order : std::as_const(orders)) {
        if (!m_deals.contains(order))
            unknown.append(order);
    }
    const QString byId = u"id"_s;
    const Result<QList<Row>> firsts = co_await rowsWhere(byId, unknown);
    if (!firsts)
        co_return tl::unexpected<Error>(firsts.error());
    for (const QString &order : std::as_const(unknown))
        m_deals.insert(order, QString());
    for (const Row &row : *firsts)
        m_deals.insert(row.id, row.deal);
    QStringList deals;
    for (const QString &order : std::as_const(orders)) {
        const QString deal = m_deals.value(order);
        if (!deal.isEmpty() && !deals.contains(deal))
            deals.append(deal);
    }
    const QString byDeal = u"Deal_Name"_s;
    const Result<QList<Row>> rows = co_await rowsWhere(byDeal, deals);
    if (!rows)
        co_return tl::unexpected<Error>(rows.error());
    for (const Row &row : *rows) {
        if (orders.contains(row.id))
            continue;
        const Result<void> done = co_await read(row);
        if (!done)
            co_return tl::unexpected<Error>(done.error());
        const SalesOrder order = m_seen.value(row.id).order;
        if (order.id.isEmpty())
            continue;
        for (const QString &first : std::as_const(orders)) {
            if (m_deals.value(first) == row.deal)
                found[first].append(order);
        }
    }
    co_return found;
}

} // namespace zoho

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/client.h"

#include "app/connectors/zoho/json.h"

using namespace Qt::StringLiterals;

// How orders ended, for visits that were over before this desk first read them.

namespace zoho {

namespace {

//! The most values that one `in` takes (zoho-crm.md section 2.9).
constexpr qsizetype mostValues = 50;

using Standing = OrderOutcome::Standing;

QString listed(const QStringList &ids)
{
    QStringList literals;
    for (const QString &id : ids)
        literals.append(quoted(id));
    return QString(u'(' + literals.join(u", "_s) + u')');
}

} // namespace

Task<QHash<QString, OrderOutcome>> Client::outcomes(QStringList orders, QString approved,
                                                    QString cancelled)
{
    QHash<QString, OrderOutcome> outcomes;
    QStringList undecided;
    for (qsizetype at = 0; at < orders.size(); at += mostValues) {
        const QStringList some = orders.mid(at, mostValues);
        const QString select =
            QString(u"select id, Sales_Order, Invoice_Number, Grand_Total, QuickBooks_ID from "
                    "Invoices where Sales_Order in "_s
                    + listed(some) + u" limit 200"_s);
        const Result<QJsonArray> rows = co_await coql(select, u"read outcomes"_s);
        if (!rows)
            co_return tl::unexpected<Error>(rows.error());
        for (const QJsonValue &row : *rows) {
            const Result<Money> total = amountFrom(row["Grand_Total"_L1], m_currency);
            if (!total)
                co_return tl::unexpected<Error>(total.error());
            OrderOutcome outcome;
            outcome.standing = Standing::Invoiced;
            outcome.invoiceId = row["id"_L1].toString();
            outcome.invoiceNumber = row["Invoice_Number"_L1].toString();
            outcome.ledgerId = row["QuickBooks_ID"_L1].toString();
            outcome.total = *total;
            outcomes.insert(idOf(row["Sales_Order"_L1]), outcome);
        }
        for (const QString &order : some) {
            if (outcomes.value(order).ledgerId.isEmpty())
                undecided.append(order);
        }
    }
    for (qsizetype at = 0; at < undecided.size(); at += mostValues) {
        const QString select = QString(u"select id, Status from Sales_Orders where id in "_s
                                       + listed(undecided.mid(at, mostValues)) + u" limit 200"_s);
        const Result<QJsonArray> rows = co_await coql(select, u"read outcomes"_s);
        if (!rows)
            co_return tl::unexpected<Error>(rows.error());
        for (const QJsonValue &row : *rows) {
            const QString status = row["Status"_L1].toString();
            OrderOutcome &outcome = outcomes[row["id"_L1].toString()];
            // An approved order is one whose exit has begun: the ledger follows.
            if (status == approved)
                outcome.standing = Standing::OnItsWay;
            else if (status == cancelled && outcome.invoiceId.isEmpty())
                outcome.standing = Standing::Cancelled;
        }
    }
    co_return outcomes;
}

} // namespace zoho

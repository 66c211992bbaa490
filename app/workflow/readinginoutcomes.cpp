// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/logcategories.h"
#include "app/connectors/zoho/client.h"
#include "app/workflow/readingin.h"

// Visits that were over when this desk first read them: the CRM knows how their orders ended.

Task<void> ReadingIn::settle()
{
    if (m_settling)
        co_return Result<void>();
    m_settling = true;
    const Result<void> done = co_await settleNow();
    m_settling = false;
    co_return done;
}

Task<void> ReadingIn::settleNow()
{
    const QDateTime from = window().first;
    const Result<QHash<VisitId, QString>> unsettled = co_await m_visits->unsettled(from);
    if (!unsettled)
        co_return tl::unexpected<Error>(unsettled.error());
    if (unsettled->isEmpty())
        co_return Result<void>();
    QStringList orders;
    for (const QString &order : *unsettled) {
        if (!order.isEmpty() && !orders.contains(order))
            orders.append(order);
    }
    orders.sort();
    QHash<QString, OrderOutcome> known;
    if (!orders.isEmpty()) {
        Result<QHash<QString, OrderOutcome>> answer = co_await m_crm->outcomes(
            orders, m_settings.zoho.orderApproved, m_settings.zoho.orderCancelled);
        if (!answer && answer.error().kind == Error::Kind::Invalid) {
            // A CRM without one of the fields says so at the set-up check; the day is read anyway.
            qCInfo(lcWorkflow) << "outcomes are not to be had from this CRM";
            co_return Result<void>();
        }
        if (!answer)
            co_return tl::unexpected<Error>(answer.error());
        known = std::move(*answer);
    }
    QList<OrderOutcome> outcomes;
    for (auto it = unsettled->cbegin(); it != unsettled->cend(); ++it) {
        OrderOutcome outcome = known.value(it.value());
        outcome.visit = it.key();
        outcomes.append(outcome);
    }
    const Result<int> settled = co_await m_visits->settle(outcomes);
    if (!settled)
        co_return tl::unexpected<Error>(settled.error());
    co_return Result<void>();
}

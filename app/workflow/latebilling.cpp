// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/latebilling.h"

#include "app/base/logcategories.h"
#include "app/domain/billedelsewhere.h"

#include <QSet>
#include <algorithm>

LateBilling::LateBilling(zoho::Client *crm, Transport *transport, VisitStore *visits,
                         Settings settings, Clock clock)
    : m_crm(crm), m_orders(transport, settings.currency), m_visits(visits),
      m_settings(std::move(settings)), m_clock(std::move(clock))
{
}

Task<void> LateBilling::look()
{
    if (m_looking) {
        Gate::Waiting waiting = m_end.wait();
        co_await waiting;
        co_return Result<void>();
    }
    m_looking = true;
    const Result<void> done = co_await lookNow();
    m_looking = false;
    m_end.openAll();
    if (!done)
        qCInfo(lcWorkflow) << "other desks' supplements not read:" << enumName(done.error().kind);
    co_return done;
}

Task<void> LateBilling::lookNow()
{
    const Result<QList<OpenItemOfVisit>> open = co_await m_visits->openItems();
    if (!open)
        co_return tl::unexpected<Error>(open.error());
    QHash<VisitId, QSet<QString>> items;
    for (const OpenItemOfVisit &each : *open) {
        // Changes and removals are nobody's to bill.
        if (each.item.isUnbilled())
            items[each.visit].insert(each.item.itemId);
    }
    if (items.isEmpty()) {
        m_orders.forget();
        co_return Result<void>();
    }
    QHash<VisitId, QString> firsts;
    QStringList orders;
    for (auto it = items.keyBegin(); it != items.keyEnd(); ++it) {
        const VisitId visit = *it;
        const Result<VisitDetail> detail = co_await m_visits->detail(visit);
        if (!detail)
            co_return tl::unexpected<Error>(detail.error());
        const QString order = detail->visitLinks.value(RecordKind::SalesOrder).remoteId;
        if (order.isEmpty())
            continue;
        firsts.insert(visit, order);
        orders.append(order);
    }
    if (orders.isEmpty())
        co_return Result<void>();
    orders.sort();
    const Result<QHash<QString, QList<SalesOrder>>> beside = co_await m_orders.beside(orders);
    if (!beside)
        co_return tl::unexpected<Error>(beside.error());
    QList<QPair<VisitId, SalesOrder>> carrying;
    QStringList ids;
    for (auto it = firsts.cbegin(); it != firsts.cend(); ++it) {
        const QSet<QString> wanted = items.value(it.key());
        for (const SalesOrder &order : beside->value(it.value())) {
            const bool carries = std::any_of(
                order.lines.cbegin(), order.lines.cend(),
                [&wanted](const OrderLine &line) { return wanted.contains(line.mark); });
            if (!carries || order.status == m_settings.zoho.orderCancelled)
                continue;
            carrying.append(qMakePair(it.key(), order));
            ids.append(order.id);
        }
    }
    if (ids.isEmpty())
        co_return Result<void>();
    const Result<QHash<QString, OrderOutcome>> outcomes = co_await m_crm->outcomes(
        ids, m_settings.zoho.orderApproved, m_settings.zoho.orderCancelled);
    if (!outcomes)
        co_return tl::unexpected<Error>(outcomes.error());
    for (const auto &[visit, order] : std::as_const(carrying)) {
        const OrderOutcome outcome = outcomes->value(order.id);
        const Result<void> taken = co_await take(visit, order, outcome);
        if (!taken)
            co_return taken;
    }
    co_return Result<void>();
}

Task<void> LateBilling::take(VisitId visit, SalesOrder order, OrderOutcome outcome)
{
    const VisitStore::Rule rule =
        [order, outcome, now = m_clock()](const VisitContext &context) -> Result<Transition> {
        return billedElsewhere(context, order, outcome, now);
    };
    const StaffId nobody;
    const Result<Visit> done = co_await m_visits->commit(visit, rule, nobody);
    if (!done)
        co_return tl::unexpected<Error>(done.error());
    co_return Result<void>();
}

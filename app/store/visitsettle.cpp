// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/auditlog.h"
#include "app/store/outboxrows.h"
#include "app/store/rows.h"
#include "app/store/visitstore.h"

#include <QCoroFuture>

using namespace Qt::StringLiterals;

// Visits that were over before this desk knew of them: how they ended is the CRM's to say.

namespace {

Result<bool> changesCrm(QSqlDatabase &db, const VisitId &id)
{
    const Result<bool> crm = rows::hasUndelivered(db, id, Service::Zoho);
    if (!crm || *crm)
        return crm;
    return rows::hasUndelivered(db, id, Service::QuickBooks);
}

Result<void> putInvoiceLinks(QSqlDatabase &db, const OrderOutcome &outcome, const QDateTime &now)
{
    const auto put = [&](RecordKind kind, const QString &id, const QString &number) {
        return id.isEmpty() ? Result<void>()
                            : rows::putLink(db, outcome.visit.value, {kind, id, {}, number}, now);
    };
    if (Result<void> done = put(RecordKind::CrmInvoice, outcome.invoiceId, outcome.invoiceNumber);
        !done)
        return done;
    return put(RecordKind::QuickBooksInvoice, outcome.ledgerId, {});
}

//! True when the visit changed.
Result<bool> settleOne(QSqlDatabase &db, const Seal &seal, const OrderOutcome &outcome,
                       const QDateTime &now)
{
    Result<rows::VisitRow> row = rows::visit(db, seal, outcome.visit);
    if (!row && row.error().kind == Error::Kind::NotFound)
        return false;
    if (!row)
        return tl::unexpected<Error>(row.error());
    const Result<bool> ours = changesCrm(db, outcome.visit);
    if (!ours)
        return tl::unexpected<Error>(ours.error());
    // Somebody here was faster than the answer.
    if (*ours || !isUnsettled(row->visit))
        return false;
    const Visit settled = withOutcome(row->visit, outcome);
    if (settled == row->visit)
        return false;
    if (Result<void> linked = putInvoiceLinks(db, outcome, now); !linked)
        return tl::unexpected<Error>(linked.error());
    const VisitState before = row->visit.state;
    row->visit = settled;
    if (Result<void> written = rows::updateVisit(db, seal, *row); !written)
        return tl::unexpected<Error>(written.error());
    AuditRow audit;
    audit.at = now;
    audit.action = u"read-in outcome"_s;
    audit.subject = u"visit:"_s + outcome.visit.value;
    audit.detail = enumName(before) + u" > "_s + enumName(settled.state);
    if (Result<void> noted = AuditLog::write(db, audit); !noted)
        return tl::unexpected<Error>(noted.error());
    return true;
}

} // namespace

Task<QHash<VisitId, QString>> VisitStore::unsettled(QDateTime from)
{
    using Orders = QHash<VisitId, QString>;
    auto work = [from, seal = m_database->seal()](QSqlDatabase &db) -> Result<Orders> {
        QHash<VisitId, QString> found;
        {
            Statement query(
                db,
                u"SELECT "_s + rows::visitColumns()
                    + u", l.remote_id FROM visit v LEFT JOIN link l ON l.kind = 'SalesOrder' "
                      "AND l.local_id = v.id WHERE v.start_ms >= ? "
                      "AND (v.ready_to_exit = 1 OR v.state = 'AwaitingInvoice')"_s);
            if (Result<void> read = query.run(from); !read)
                return tl::unexpected<Error>(read.error());
            while (query.next()) {
                const rows::VisitRow row = rows::visitAt(query, seal);
                if (isUnsettled(row.visit))
                    found.insert(row.visit.id, query.text(rows::visitColumnCount()));
            }
        }
        Orders orders;
        for (auto it = found.cbegin(); it != found.cend(); ++it) {
            const Result<bool> ours = changesCrm(db, it.key());
            if (!ours)
                return tl::unexpected<Error>(ours.error());
            if (!*ours)
                orders.insert(it.key(), it.value());
        }
        return orders;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<int> VisitStore::settle(QList<OrderOutcome> outcomes)
{
    auto work = [outcomes, seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db) -> Result<QList<VisitId>> {
        QList<VisitId> visits;
        for (const OrderOutcome &outcome : outcomes) {
            const Result<bool> settled = settleOne(db, seal, outcome, now);
            if (!settled)
                return tl::unexpected<Error>(settled.error());
            if (*settled)
                visits.append(outcome.visit);
        }
        return visits;
    };
    const Result<QList<VisitId>> visits = co_await m_database->transact(std::move(work));
    if (!visits)
        co_return tl::unexpected<Error>(visits.error());
    if (visits->size() > 3) {
        Q_EMIT daysChanged();
    } else {
        for (const VisitId &id : *visits)
            Q_EMIT changed(id);
    }
    co_return int(visits->size());
}

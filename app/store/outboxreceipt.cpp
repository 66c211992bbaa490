// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/outboxstore.h"

#include "app/domain/receipt.h"
#include "app/store/afterexitrows.h"
#include "app/store/auditlog.h"
#include "app/store/outboxplans.h"
#include "app/store/outboxrows.h"
#include "app/store/visitcontext.h"

#include <QCoroFuture>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

template <class T>
bool is(const Command &command)
{
    return std::holds_alternative<T>(command);
}

Result<void> markDone(QSqlDatabase &db, qint64 id, const QDateTime &now)
{
    // The payload holds personal data and has served.
    Statement done(db,
                   u"UPDATE outbox SET state = 'Done', payload = NULL, finished_ms = ?, "
                   "lease_owner = '', lease_desk = '', error_kind = '', error_text = '' "
                   "WHERE id = ?"_s);
    return done.run(now, id);
}

Result<void> applyLinks(QSqlDatabase &db, const OutboxItem &item, const Receipt &receipt,
                        const QDateTime &now)
{
    for (const RecordKind kind : receipt.unlinked) {
        if (Result<void> gone = rows::removeLink(db, item.visit.value, kind); !gone)
            return gone;
    }
    const auto put = [&](const QString &local, const Links &links) -> Result<void> {
        for (auto it = links.cbegin(); it != links.cend() && !local.isEmpty(); ++it) {
            RemoteLink link = it.value();
            link.kind = it.key();
            if (link.remoteId.isEmpty())
                continue;
            if (Result<void> done = rows::putLink(db, local, link, now); !done)
                return done;
        }
        return {};
    };
    if (Result<void> done = put(item.patient.value, receipt.patientLinks); !done)
        return done;
    const QString supplement = supplementOf(item.command);
    return put(supplement.isEmpty() ? item.visit.value : supplement, receipt.visitLinks);
}

//! What this command told its system about where, when and how far.
Result<void> applyAgreed(QSqlDatabase &db, const OutboxItem &item, const rows::VisitRow &row)
{
    const Command &command = item.command;
    const bool slotTold = is<BookInCrm>(command) || is<PutCrmEvent>(command)
        || is<PutDentalTapAppointment>(command) || is<PutCalendarEvent>(command);
    const auto *status = std::get_if<PutDentalTapStatus>(&command);
    if (!slotTold && status == nullptr)
        return {};
    const Service system = serviceOf(command);
    Result<rows::Agreed> agreed = rows::agreed(db, item.visit, system);
    if (!agreed)
        return tl::unexpected<Error>(agreed.error());
    if (slotTold || !agreed->known)
        agreed->slot = row.appointment.slot;
    if (status != nullptr)
        agreed->status = status->status;
    else if (system == Service::DentalTap && agreed->status.isEmpty())
        agreed->status = u"scheduled"_s;
    return rows::putAgreed(db, item.visit, system, agreed->slot, agreed->status);
}

Result<void> applySnapshots(QSqlDatabase &db, const Seal &seal, const OutboxItem &item,
                            const Receipt &receipt, const QDateTime &now)
{
    if (receipt.order) {
        const Result<rows::OrderRow> stored = rows::order(db, seal, item.visit);
        if (!stored)
            return tl::unexpected<Error>(stored.error());
        // Only commands that wrote lines agree on them; a mere read shows what a person changed.
        const SalesOrder known = stored->lastSent.id.isEmpty() ? *receipt.order : stored->lastSent;
        const SalesOrder agreed = receipt.agreed.value_or(known);
        if (Result<void> put = rows::putOrder(db, seal, item.visit, *receipt.order, agreed); !put)
            return put;
    }
    if (receipt.acts) {
        if (Result<void> put = rows::putActs(db, seal, item.visit, *receipt.acts, now); !put)
            return put;
    }
    if (receipt.invoice) {
        if (Result<void> put = rows::putInvoice(db, seal, item.visit, *receipt.invoice); !put)
            return put;
    }
    return {};
}

//! Takes back what is left of an exit. Returns the rows that went.
Result<QList<qint64>> endExit(QSqlDatabase &db, const VisitId &visit)
{
    QList<qint64> ids;
    {
        Statement query(db,
                        u"SELECT id, command FROM outbox WHERE visit = ? "
                        "AND state IN ('Waiting', 'Sending', 'Failed')"_s);
        if (Result<void> read = query.run(visit); !read)
            return tl::unexpected<Error>(read.error());
        while (query.next()) {
            const Result<Command> command = commandFromJson(query.bytes(1));
            if (command && isPartOfExit(*command))
                ids.append(query.integer(0));
        }
    }
    for (const qint64 id : std::as_const(ids)) {
        Statement drop(db, u"UPDATE outbox SET state = 'Dropped', payload = NULL WHERE id = ?"_s);
        if (Result<void> done = drop.run(id); !done)
            return tl::unexpected<Error>(done.error());
    }
    return ids;
}

Result<void> holdLedger(QSqlDatabase &db, const VisitId &visit, const QString &why)
{
    Statement hold(db,
                   u"UPDATE outbox SET state = 'Failed', error_kind = 'Invalid', error_text = ? "
                   "WHERE visit = ? AND name = 'PostQuickBooksInvoice' AND state = 'Waiting'"_s);
    return hold.run(why, visit);
}

//! The acts that came after the exit are lines again; the receipt's own reading is the newest.
Result<void> backInChair(QSqlDatabase &db, const Seal &seal, const rows::VisitRow &row,
                         const Receipt &receipt, const QDateTime &now)
{
    if (receipt.acts) {
        if (Result<void> cleared = rows::putLaterActs(db, seal, row.visit.id, std::nullopt);
            !cleared)
            return cleared;
    }
    const Result<bool> refreshed = rows::refreshOpenItems(db, seal, row, now);
    return refreshed ? Result<void>() : tl::unexpected<Error>(refreshed.error());
}

//! Its ledger row waits for a person, like that of an exit whose totals differ.
Result<void> holdSupplement(QSqlDatabase &db, const OutboxItem &item, const QString &why)
{
    Statement hold(db,
                   u"UPDATE outbox SET state = 'Failed', error_kind = 'Invalid', error_text = ? "
                   "WHERE visit = ? AND stream = ? AND name = 'PostSupplement' "
                   "AND state = 'Waiting'"_s);
    return hold.run(why, item.visit, item.stream);
}

//! A supplement's receipt: its numbers and invoice; a visit closed without charge is invoiced by
//! the first one.
Result<void> applyToSupplement(QSqlDatabase &db, const Seal &seal, const OutboxItem &item,
                               const Receipt &receipt, const QDateTime &now)
{
    Result<rows::SupplementRow> row = rows::supplement(db, seal, supplementOf(item.command));
    if (!row)
        return tl::unexpected<Error>(row.error());
    if (receipt.invoice)
        row->invoice = *receipt.invoice;
    const bool done = receipt.outcome == Receipt::Outcome::Done;
    row->supplement = withReceipt(row->supplement, item.command, receipt);
    if (Result<void> put = rows::updateSupplement(db, seal, *row); !put)
        return put;
    if (!done && is<ConvertSupplement>(item.command)) {
        if (Result<void> held = holdSupplement(db, item, receipt.note); !held)
            return held;
    }
    if (!done || !is<PostSupplement>(item.command))
        return {};
    Result<rows::VisitRow> visit = rows::visit(db, seal, item.visit);
    if (!visit)
        return tl::unexpected<Error>(visit.error());
    const VisitState former = visit->visit.state;
    visit->visit = afterSupplement(visit->visit, row->supplement);
    if (visit->visit.state == former)
        return {};
    if (Result<void> written = rows::updateVisit(db, seal, *visit); !written)
        return written;
    AuditRow audit;
    audit.at = now;
    audit.action = u"delivered"_s;
    audit.subject = u"visit:"_s + item.visit.value;
    audit.detail = commandName(item.command) + u"; "_s + enumName(former) + u" > "_s
        + enumName(visit->visit.state);
    return AuditLog::write(db, audit);
}

//! The visit's part of a receipt. Returns the other rows that changed.
Result<QList<qint64>> applyToVisit(QSqlDatabase &db, const Seal &seal, const OutboxItem &item,
                                   const Receipt &receipt, const QDateTime &now)
{
    const Result<rows::VisitRow> row = rows::visit(db, seal, item.visit);
    if (!row)
        return tl::unexpected<Error>(row.error());
    if (Result<void> done = applyAgreed(db, item, *row); !done)
        return tl::unexpected<Error>(done.error());
    if (Result<void> done = applySnapshots(db, seal, item, receipt, now); !done)
        return tl::unexpected<Error>(done.error());
    const ReceiptEffect effect = effectOf(row->visit, item.command, receipt);
    QList<qint64> others;
    if (effect.endsExit) {
        Result<QList<qint64>> dropped = endExit(db, item.visit);
        if (!dropped)
            return dropped;
        others = *dropped;
    }
    if (effect.holdsLedger) {
        if (Result<void> held = holdLedger(db, item.visit, receipt.note); !held)
            return tl::unexpected<Error>(held.error());
    }
    if (effect.visit == row->visit)
        return others;
    const rows::VisitRow after{row->appointment, effect.visit};
    if (Result<void> written = rows::updateVisit(db, seal, after); !written)
        return tl::unexpected<Error>(written.error());
    if (effect.endsExit) {
        if (Result<void> ended = backInChair(db, seal, after, receipt, now); !ended)
            return tl::unexpected<Error>(ended.error());
    }
    if (effect.visit.state == row->visit.state)
        return others;
    AuditRow audit;
    audit.at = now;
    audit.action = u"delivered"_s;
    audit.subject = u"visit:"_s + item.visit.value;
    audit.detail = commandName(item.command) + u"; "_s + enumName(row->visit.state) + u" > "_s
        + enumName(effect.visit.state);
    if (Result<void> noted = AuditLog::write(db, audit); !noted)
        return tl::unexpected<Error>(noted.error());
    return others;
}

Result<bool> exists(QSqlDatabase &db, const QString &sql, const QVariantList &values)
{
    Statement query(db, sql);
    if (Result<void> read = query.execute(values); !read)
        return tl::unexpected<Error>(read.error());
    return query.next();
}

//! What a supplement has in place of the visit's own.
Result<void> readSupplementFacts(QSqlDatabase &db, const Seal &seal, const Command &command,
                                 Facts &facts)
{
    const QString id = supplementOf(command);
    if (id.isEmpty())
        return {};
    const Result<rows::SupplementRow> row = rows::supplement(db, seal, id);
    if (!row)
        return tl::unexpected<Error>(row.error());
    const Result<Links> links = rows::links(db, id);
    if (!links)
        return tl::unexpected<Error>(links.error());
    facts.supplement = row->supplement;
    facts.supplementLinks = *links;
    facts.lines = row->supplement.lines;
    facts.order = SalesOrder();
    facts.lastSent = SalesOrder();
    facts.invoice = row->invoice;
    facts.visit.confirmedTotal = row->supplement.total;
    return {};
}

Result<void> readVisitFacts(QSqlDatabase &db, const Seal &seal, const Command &command,
                            const VisitId &id, Facts &facts)
{
    const Result<rows::VisitRow> row = rows::visit(db, seal, id);
    if (!row)
        return tl::unexpected<Error>(row.error());
    facts.visit = row->visit;
    facts.appointment = row->appointment;
    const Result<Provider> provider = rows::provider(db, row->appointment.slot.provider);
    if (!provider)
        return tl::unexpected<Error>(provider.error());
    facts.provider = *provider;
    const Result<Room> room = rows::room(db, row->appointment.slot.room);
    if (!room)
        return tl::unexpected<Error>(room.error());
    facts.room = *room;
    const Result<Links> links = rows::links(db, id.value);
    if (!links)
        return tl::unexpected<Error>(links.error());
    facts.visitLinks = *links;
    for (const Service system : {Service::Zoho, Service::DentalTap, Service::GoogleCalendar}) {
        const Result<rows::Agreed> agreed = rows::agreed(db, id, system);
        if (!agreed)
            return tl::unexpected<Error>(agreed.error());
        if (agreed->known)
            facts.agreed.insert(system, AgreedState{agreed->slot, agreed->status});
    }
    const Result<QList<Product>> catalogue = rows::products(db);
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    for (const Product &product : *catalogue) {
        if (product.id == row->appointment.product)
            facts.product = product;
    }
    const Result<rows::OrderRow> order = rows::order(db, seal, id);
    if (!order)
        return tl::unexpected<Error>(order.error());
    facts.order = order->order;
    facts.lastSent = order->lastSent;
    facts.invoice = order->invoice;
    const bool ofExit = isPartOfExit(command) && !order->confirmed.actsDigest.isEmpty();
    facts.lines = ofExit ? order->confirmed.lines
                         : rows::shownOf(db, seal, *row, *order, *catalogue, facts.currency);
    facts.actsDigest = ofExit ? order->confirmed.actsDigest : actsDigest(order->acts);
    const QString deal = facts.visitLinks.value(RecordKind::Deal).remoteId;
    const Result<bool> others =
        exists(db,
               u"SELECT 1 FROM link l JOIN visit v ON v.id = l.local_id WHERE l.kind = 'Deal' "
               "AND l.remote_id = ? AND ? <> '' AND v.id <> ? "
               "AND v.state NOT IN ('Cancelled', 'NoShow', 'ClosedNoCharge')"_s,
               {Statement::bound(deal), Statement::bound(deal), Statement::bound(id)});
    if (!others)
        return tl::unexpected<Error>(others.error());
    facts.dealHasOtherOrders = *others;
    return readSupplementFacts(db, seal, command, facts);
}

Result<void> readPatientFacts(QSqlDatabase &db, const Seal &seal, const PatientId &id, Facts &facts)
{
    const Result<Patient> patient = rows::patient(db, seal, id);
    if (!patient)
        return tl::unexpected<Error>(patient.error());
    facts.patient = *patient;
    const Result<Links> links = rows::links(db, id.value);
    if (!links)
        return tl::unexpected<Error>(links.error());
    facts.patientLinks = *links;
    const Result<bool> changed =
        exists(db,
               u"SELECT 1 FROM outbox WHERE patient = ? AND name = 'PutContact' "
               "AND state IN ('Waiting', 'Sending', 'Failed')"_s,
               {Statement::bound(id)});
    if (!changed)
        return tl::unexpected<Error>(changed.error());
    facts.contactChanged = *changed;
    facts.contactIsNew = !links->contains(RecordKind::Contact) && patient->revision > 0;
    return {};
}

} // namespace

Task<void> OutboxStore::complete(OutboxItem item, Receipt receipt)
{
    auto work = [item, receipt, seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db) -> Result<QList<qint64>> {
        if (Result<void> done = markDone(db, item.id, now); !done)
            return tl::unexpected<Error>(done.error());
        if (Result<void> done = applyLinks(db, item, receipt, now); !done)
            return tl::unexpected<Error>(done.error());
        if (!planOf(item.command).isEmpty()) {
            if (Result<void> done = rows::applyToPlan(db, seal, item, receipt); !done)
                return tl::unexpected<Error>(done.error());
        }
        if (visitOf(item.command).isEmpty())
            return QList<qint64>();
        if (!supplementOf(item.command).isEmpty()) {
            const Result<void> applied = applyToSupplement(db, seal, item, receipt, now);
            return applied ? Result<QList<qint64>>(QList<qint64>())
                           : tl::unexpected<Error>(applied.error());
        }
        return applyToVisit(db, seal, item, receipt, now);
    };
    const Result<QList<qint64>> others = co_await m_database->transact(std::move(work));
    if (!others)
        co_return tl::unexpected<Error>(others.error());
    Q_EMIT rowChanged(item.id);
    for (const qint64 other : *others)
        Q_EMIT rowChanged(other);
    if (!item.visit.isEmpty())
        Q_EMIT visitChanged(item.visit);
    if (!planOf(item.command).isEmpty())
        Q_EMIT planChanged(item.patient);
    // What waited for this row may be due now.
    Q_EMIT rowsAdded();
    co_return Result<void>();
}

Task<Facts> OutboxStore::facts(Command command, Currency currency, QByteArray timeZone)
{
    auto work = [command, currency, timeZone,
                 seal = m_database->seal()](QSqlDatabase &db) -> Result<Facts> {
        Facts facts;
        facts.currency = currency;
        facts.timeZone = timeZone;
        const VisitId visit = visitOf(command);
        if (!visit.isEmpty()) {
            if (Result<void> read = readVisitFacts(db, seal, command, visit, facts); !read)
                return tl::unexpected<Error>(read.error());
        }
        const PatientId patient = visit.isEmpty() ? patientOf(command) : facts.appointment.patient;
        if (!patient.isEmpty()) {
            if (Result<void> read = readPatientFacts(db, seal, patient, facts); !read)
                return tl::unexpected<Error>(read.error());
        }
        if (Result<void> read = rows::readPlanFacts(db, seal, command, facts); !read)
            return tl::unexpected<Error>(read.error());
        return facts;
    };
    co_return co_await m_database->transact(std::move(work));
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/visitmerge.h"

#include "app/store/auditlog.h"
#include "app/store/outboxrows.h"
#include "app/store/visitcontext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

RecordKind kindOf(Service system)
{
    switch (system) {
    case Service::DentalTap:
        return RecordKind::DentalTapAppointment;
    case Service::GoogleCalendar:
        return RecordKind::CalendarEvent;
    default:
        return RecordKind::CrmEvent;
    }
}

bool isOff(const RemoteAppointment &remote)
{
    return remote.deleted || remote.status == u"cancelled"_s;
}

//! In DentalTap's waiting list, without a slot.
bool isBuffered(const RemoteAppointment &remote)
{
    return remote.system == Service::DentalTap && remote.status == u"buffered"_s && !remote.deleted;
}

bool isCalledOff(VisitState state)
{
    return state == VisitState::Cancelled || state == VisitState::NoShow;
}

//! A calendar or an Event may name no room or surgeon: then ours stands.
Slot completedSlot(const Slot &theirs, const Slot &ours)
{
    Slot slot = theirs;
    if (slot.room.isEmpty())
        slot.room = ours.room;
    if (slot.provider.isEmpty())
        slot.provider = ours.provider;
    return slot;
}

//! The commands without those to the system that the news came from, where there is nothing to
//! tell; a Commande is closed even when it was the CRM's Event that went.
QList<Planned> without(const QList<Planned> &commands, Service from)
{
    QList<Planned> kept;
    QHash<int, int> places;
    for (int i = 0; i < int(commands.size()); ++i) {
        const Command &command = commands.at(i).command;
        const bool told =
            serviceOf(command) == from && !std::holds_alternative<CancelInCrm>(command);
        if (told)
            continue;
        Planned planned{command, {}};
        for (const int before : commands.at(i).after) {
            if (places.contains(before))
                planned.after.append(places.value(before));
        }
        places.insert(i, int(kept.size()));
        kept.append(planned);
    }
    return kept;
}

} // namespace

VisitMerge::VisitMerge(QSqlDatabase &db, Seal seal, VisitStore::Rules rules, QDateTime now)
    : m_db(db), m_seal(std::move(seal)), m_rules(std::move(rules)), m_now(std::move(now))
{
}

Result<VisitMerge::Outcome> VisitMerge::take(const QList<RemoteAppointment> &remote)
{
    for (const RemoteAppointment &each : remote) {
        if (each.remoteId.isEmpty())
            continue;
        if (Result<void> taken = takeOne(each); !taken)
            return tl::unexpected<Error>(taken.error());
    }
    return m_outcome;
}

Result<void> VisitMerge::takeOne(const RemoteAppointment &read)
{
    RemoteAppointment remote = read;
    // DentalTap may keep times in a buffered appointment: they hold for nobody.
    const bool waits = isBuffered(remote);
    if (waits) {
        remote.slot.start = QDateTime();
        remote.slot.end = QDateTime();
    }
    const Result<PatientId> patient = patientOf(remote);
    if (!patient)
        return tl::unexpected<Error>(patient.error());
    const Result<VisitId> owner = ownerOf(remote, *patient);
    if (!owner)
        return tl::unexpected<Error>(owner.error());
    if (!owner->isEmpty())
        return follow(remote, *owner, *patient);
    // A calendar only mirrors bookings; what is unknown there is a busy block, not a visit.
    const bool makesVisits = remote.system != Service::GoogleCalendar;
    const bool hasSlot = remote.slot.isGiven() && remote.slot.end > remote.slot.start;
    if (!makesVisits || isOff(remote) || (!hasSlot && !waits))
        return {};
    const Result<bool> ours = isOnItsWay(remote);
    if (!ours)
        return tl::unexpected<Error>(ours.error());
    return *ours ? Result<void>() : make(remote, *patient);
}

Result<PatientId> VisitMerge::patientOf(const RemoteAppointment &remote)
{
    Result<QString> local = rows::localId(m_db, RecordKind::Contact, remote.contactId);
    if (local && local->isEmpty())
        local = rows::localId(m_db, RecordKind::DentalTapPatient, remote.strangerRemoteId);
    if (!local)
        return tl::unexpected<Error>(local.error());
    return PatientId(*local);
}

Result<VisitId> VisitMerge::ownerOf(const RemoteAppointment &remote, const PatientId &patient)
{
    const RecordKind kind = kindOf(remote.system);
    const Result<QString> linked = rows::localId(m_db, kind, remote.remoteId);
    if (!linked)
        return tl::unexpected<Error>(linked.error());
    if (!linked->isEmpty())
        return VisitId(*linked);
    // A visit that has another record of this kind already is another visit, whatever else agrees.
    Statement free(m_db,
                   u"SELECT v.id FROM visit v WHERE v.id = ? AND NOT EXISTS (SELECT 1 FROM link l "
                   "WHERE l.kind = ? AND l.local_id = v.id)"_s);
    Result<QString> ordered = rows::localId(m_db, RecordKind::SalesOrder, remote.salesOrderId);
    if (!ordered)
        return tl::unexpected<Error>(ordered.error());
    for (const QString &candidate : {remote.visit.value, *ordered}) {
        if (candidate.isEmpty())
            continue;
        if (Result<void> read = free.run(candidate, enumName(kind)); !read)
            return tl::unexpected<Error>(read.error());
        if (free.next())
            return VisitId(candidate);
    }
    if (patient.isEmpty() || remote.system == Service::GoogleCalendar)
        return VisitId();
    Statement same(m_db,
                   u"SELECT v.id FROM visit v WHERE v.patient = ? AND v.start_ms = ? "
                   "AND (v.provider = ? OR ? = '') AND NOT EXISTS (SELECT 1 FROM link l "
                   "WHERE l.kind = ? AND l.local_id = v.id) ORDER BY v.id"_s);
    if (Result<void> read = same.run(patient, remote.slot.start, remote.slot.provider,
                                     remote.slot.provider, enumName(kind));
        !read)
        return tl::unexpected<Error>(read.error());
    return same.next() ? VisitId(same.text(0)) : VisitId();
}

//! True for a record that a command of ours has made a moment ago and whose receipt is not here
//! yet: it must not come back as a second visit.
Result<bool> VisitMerge::isOnItsWay(const RemoteAppointment &remote)
{
    Statement query(m_db,
                    u"SELECT 1 FROM outbox o JOIN visit v ON v.id = o.visit "
                    "WHERE v.start_ms = ? AND (v.provider = ? OR ? = '') AND o.service = ? "
                    "AND o.state IN ('Sending', 'Waiting', 'Failed') AND o.payload IS NOT NULL "
                    "AND NOT EXISTS (SELECT 1 FROM link l WHERE l.kind = ? "
                    "AND l.local_id = v.id)"_s);
    if (Result<void> read = query.run(remote.slot.start, remote.slot.provider, remote.slot.provider,
                                      enumName(remote.system), enumName(kindOf(remote.system)));
        !read)
        return tl::unexpected<Error>(read.error());
    return query.next();
}

Result<void> VisitMerge::make(const RemoteAppointment &remote, const PatientId &patient)
{
    const bool tap = remote.system == Service::DentalTap;
    const QString source = (tap ? u"dentaltap:appointment:"_s : u"zoho:event:"_s) + remote.remoteId;
    rows::VisitRow row;
    row.visit.id = VisitId(derivedUuid(source));
    row.visit.revision = 1;
    row.appointment.id = row.visit.id;
    row.appointment.patient = patient;
    row.appointment.slot = remote.slot;
    row.appointment.kind = remote.kind;
    row.appointment.origin = tap ? Appointment::Origin::DentalTap : Appointment::Origin::Crm;
    row.appointment.product = remote.product;
    row.appointment.reason = remote.reason;
    row.appointment.note = remote.note;
    if (patient.isEmpty()) {
        row.appointment.strangerName = remote.strangerName;
        row.appointment.strangerId = remote.strangerRemoteId;
        row.appointment.stranger = remote.stranger;
    }
    if (!remote.status.isEmpty())
        row.visit = withRemoteStatus(row.visit, u"scheduled"_s, remote.status, remote.times, m_now);
    // The same record under a visit that lost its link (a rebuild that was interrupted).
    const Result<rows::VisitRow> before = rows::visit(m_db, m_seal, row.visit.id);
    if (before)
        return follow(remote, row.visit.id, patient);
    if (before.error().kind != Error::Kind::NotFound)
        return tl::unexpected<Error>(before.error());
    if (Result<void> made = rows::insertVisit(m_db, m_seal, row); !made)
        return made;
    if (Result<void> linked = link(remote, row.visit.id); !linked)
        return linked;
    m_outcome.visits.append(row.visit.id);
    return rows::putAgreed(m_db, row.visit.id, remote.system, remote.slot, remote.status);
}

Result<void> VisitMerge::link(const RemoteAppointment &remote, const VisitId &id)
{
    const RemoteLink own{kindOf(remote.system), remote.remoteId, remote.stamp, {}};
    if (Result<void> put = rows::putLink(m_db, id.value, own, m_now); !put)
        return put;
    if (remote.salesOrderId.isEmpty())
        return {};
    const Result<QString> taken = rows::localId(m_db, RecordKind::SalesOrder, remote.salesOrderId);
    if (!taken)
        return tl::unexpected<Error>(taken.error());
    if (!taken->isEmpty())
        return {};
    const Result<Links> links = rows::links(m_db, id.value);
    if (!links)
        return tl::unexpected<Error>(links.error());
    if (links->contains(RecordKind::SalesOrder))
        return {};
    const RemoteLink order{RecordKind::SalesOrder, remote.salesOrderId, {}, {}};
    return rows::putLink(m_db, id.value, order, m_now);
}

Result<void> VisitMerge::follow(const RemoteAppointment &remote, const VisitId &id,
                                const PatientId &patient)
{
    const Result<Links> links = rows::links(m_db, id.value);
    if (!links)
        return tl::unexpected<Error>(links.error());
    const Result<rows::Agreed> agreed = rows::agreed(m_db, id, remote.system);
    if (!agreed)
        return tl::unexpected<Error>(agreed.error());
    const RemoteLink known = links->value(kindOf(remote.system));
    const bool sameVersion = agreed->known && known.remoteId == remote.remoteId
        && !remote.stamp.isEmpty() && known.stamp == remote.stamp;
    const Result<rows::VisitRow> row = rows::visit(m_db, m_seal, id);
    if (!row)
        return tl::unexpected<Error>(row.error());
    if (sameVersion && !remote.deleted && row->appointment.patient == patient)
        return {};
    const Result<bool> ours = rows::hasUndelivered(m_db, id, remote.system);
    if (!ours)
        return tl::unexpected<Error>(ours.error());
    if (*ours)
        return {}; // our change is on its way: its receipt is the next thing we have in common
    if (Result<void> linked = link(remote, id); !linked)
        return linked;
    // The waiting list is DentalTap's: what other systems still say of a time gives no slot back.
    const bool isWaitingTime =
        !row->appointment.slot.isGiven() && !agreed->known && remote.system != Service::DentalTap;
    const bool takesTimes = (remote.slot.isGiven() && !isWaitingTime) || isBuffered(remote);
    const Slot theirs =
        takesTimes ? completedSlot(remote.slot, row->appointment.slot) : row->appointment.slot;
    rows::VisitRow after = *row;
    if (Result<rows::VisitRow> filled = completed(after, remote, patient); !filled)
        return tl::unexpected<Error>(filled.error());
    else
        after = *filled;
    if (after != *row) {
        if (Result<void> written = write(*row, after); !written)
            return written;
        ++after.visit.revision;
    }
    // What ours lacks and theirs says is nobody's change: nothing to tell the other systems.
    const Slot filled = completedSlot(after.appointment.slot, theirs);
    if (filled != after.appointment.slot) {
        rows::VisitRow whole = after;
        whole.appointment.slot = filled;
        if (Result<void> written = write(after, whole); !written)
            return written;
        after = whole;
        ++after.visit.revision;
    }
    const bool gone = isOff(remote) || remote.status == u"noShow"_s;
    const bool newGone = gone && remote.system != Service::GoogleCalendar
        && agreed->status != (remote.deleted ? u"deleted"_s : remote.status);
    const QString status = remote.deleted ? u"deleted"_s : remote.status;
    const Slot base = agreed->known ? agreed->slot : after.appointment.slot;
    if (newGone && !isCalledOff(after.visit.state)) {
        const Result<VisitContext> context = rows::context(m_db, m_seal, m_rules, after);
        if (!context)
            return tl::unexpected<Error>(context.error());
        const QString why =
            QCoreApplication::translate("Store", "Cancelled in %1").arg(enumName(remote.system));
        const Result<Transition> off = remote.status == u"noShow"_s && !remote.deleted
            ? markNoShow(*context)
            : cancel(*context, why);
        // A visit that has begun or is over is not called off from outside.
        if (off) {
            if (Result<rows::VisitRow> done = applied(after, *off, remote.system); !done)
                return tl::unexpected<Error>(done.error());
        }
        return rows::putAgreed(m_db, id, remote.system, theirs, status);
    }
    if (gone)
        return rows::putAgreed(m_db, id, remote.system, theirs, status);
    const QString last = agreed->known ? agreed->status : u"scheduled"_s;
    if (isCalledOff(after.visit.state) && !remote.status.isEmpty() && remote.status != last) {
        const Result<VisitContext> context = rows::context(m_db, m_seal, m_rules, after);
        if (!context)
            return tl::unexpected<Error>(context.error());
        if (const Result<Transition> back = revived(*context)) {
            const Result<rows::VisitRow> done = applied(after, *back, remote.system);
            if (!done)
                return tl::unexpected<Error>(done.error());
            after = *done;
        }
    }
    const SlotVerdict verdict = mergedSlot(after.appointment.slot, base, theirs);
    // A slot that is gone there leaves no two times to decide between.
    const bool loses = verdict == SlotVerdict::Conflict && !theirs.isGiven();
    switch (loses ? SlotVerdict::Adopt : verdict) {
    case SlotVerdict::Same:
        break;
    case SlotVerdict::Adopt: {
        const Result<VisitContext> context = rows::context(m_db, m_seal, m_rules, after);
        if (!context)
            return tl::unexpected<Error>(context.error());
        const Result<Transition> moved =
            theirs.isGiven() ? moveTo(*context, theirs) : intoWaitingList(*context);
        if (moved) {
            const Result<rows::VisitRow> done = applied(after, *moved, remote.system);
            if (!done)
                return tl::unexpected<Error>(done.error());
            after = *done;
        }
        break;
    }
    case SlotVerdict::Conflict: {
        rows::VisitRow torn = after;
        torn.visit.conflict = SlotConflict{remote.system, theirs};
        if (torn == after)
            break;
        if (Result<void> written = write(after, torn); !written)
            return written;
        after = torn;
        ++after.visit.revision;
        break;
    }
    }
    if (!remote.status.isEmpty()) {
        rows::VisitRow taken = after;
        taken.visit = withRemoteStatus(after.visit, last, remote.status, remote.times, m_now);
        if (taken != after) {
            if (Result<void> written = write(after, taken); !written)
                return written;
        }
    }
    // A conflict stays one until a person decides: what we had in common does not move.
    const bool torn = after.visit.conflict && after.visit.conflict->service == remote.system;
    return rows::putAgreed(m_db, id, remote.system, torn ? base : theirs, status);
}

//! What the reading knows and we do not: who a stranger is, and the words of an appointment that
//! is theirs.
Result<rows::VisitRow> VisitMerge::completed(rows::VisitRow row, const RemoteAppointment &remote,
                                             const PatientId &patient)
{
    Appointment &appointment = row.appointment;
    if (appointment.patient.isEmpty() && !patient.isEmpty()) {
        appointment.patient = patient;
        appointment.strangerName.clear();
    }
    const Appointment::Origin maker = remote.system == Service::DentalTap
        ? Appointment::Origin::DentalTap
        : Appointment::Origin::Crm;
    if (appointment.origin == maker && remote.system != Service::GoogleCalendar
        && !remote.deleted) {
        appointment.reason = remote.reason;
        appointment.note = remote.note;
        if (!remote.product.isEmpty())
            appointment.product = remote.product;
    }
    if (remote.system != Service::DentalTap || remote.deleted)
        return row;
    if (!remote.contactId.isEmpty()) {
        // DentalTap names the Contact itself.
        appointment.strangerId.clear();
        appointment.stranger = Patient();
    } else if (appointment.patient.isEmpty()) {
        appointment.strangerId = remote.strangerRemoteId;
        // A day that is far off is read without names: what is known stays.
        if (!remote.strangerName.isEmpty())
            appointment.strangerName = remote.strangerName;
        if (!remote.stranger.lastName.isEmpty())
            appointment.stranger = remote.stranger;
    }
    return row;
}

Result<rows::VisitRow> VisitMerge::applied(const rows::VisitRow &row, const Transition &transition,
                                           Service from)
{
    const Result<VisitContext> context = rows::context(m_db, m_seal, m_rules, row);
    if (!context)
        return tl::unexpected<Error>(context.error());
    Transition quieter = transition;
    quieter.commands = without(transition.commands, from);
    quieter.action = u"read-in "_s + transition.action;
    const Result<rows::Applied> done =
        rows::apply(m_db, m_seal, *context, quieter, StaffId(), m_now);
    if (!done)
        return tl::unexpected<Error>(done.error());
    if (done->changed && !m_outcome.visits.contains(row.visit.id))
        m_outcome.visits.append(row.visit.id);
    m_outcome.queued = m_outcome.queued || done->queued;
    return rows::VisitRow{quieter.appointment, done->visit};
}

Result<void> VisitMerge::write(const rows::VisitRow &before, const rows::VisitRow &after)
{
    if (Result<void> written = rows::updateVisit(m_db, m_seal, after); !written)
        return written;
    if (!m_outcome.visits.contains(after.visit.id))
        m_outcome.visits.append(after.visit.id);
    if (before.visit.state == after.visit.state)
        return {};
    AuditRow audit;
    audit.at = m_now;
    audit.action = u"read-in status"_s;
    audit.subject = u"visit:"_s + after.visit.id.value;
    audit.detail = enumName(before.visit.state) + u" > "_s + enumName(after.visit.state);
    return AuditLog::write(m_db, audit);
}

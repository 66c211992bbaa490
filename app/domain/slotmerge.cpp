// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/slotmerge.h"

using namespace Qt::StringLiterals;

namespace {

//! Their slot with what they do not say filled in: the CRM's Event has no room, Google's neither.
Slot completed(Slot slot, const Slot &by)
{
    if (slot.provider.isEmpty())
        slot.provider = by.provider;
    if (slot.room.isEmpty())
        slot.room = by.room;
    return slot;
}

//! A stage's time: what we have stands, then what they say. A clock that runs ahead of ours must
//! not make anybody wait less than no time.
QDateTime stageTime(const QDateTime &ours, const QDateTime &theirs, const QDateTime &now)
{
    if (ours.isValid() || !theirs.isValid())
        return ours;
    return qMin(theirs, now);
}

Visit withTimes(const Visit &visit, const StageTimes &times, const QDateTime &now)
{
    Visit timed = visit;
    timed.arrivedAt = stageTime(visit.arrivedAt, times.arrived, now);
    timed.seatedAt = stageTime(visit.seatedAt, times.seated, now);
    // Who was seated without a word of their arrival came in no later.
    if (timed.seatedAt.isValid()
        && (!timed.arrivedAt.isValid() || timed.arrivedAt > timed.seatedAt))
        timed.arrivedAt = timed.seatedAt;
    return timed;
}

} // namespace

SlotVerdict mergedSlot(const Slot &ours, const Slot &agreed, const Slot &theirs)
{
    if (completed(theirs, ours) == ours || completed(theirs, agreed) == agreed)
        return SlotVerdict::Same;
    return completed(agreed, ours) == ours ? SlotVerdict::Adopt : SlotVerdict::Conflict;
}

Visit withRemoteStatus(const Visit &visit, const QString &agreed, const QString &theirs,
                       const StageTimes &times, const QDateTime &now)
{
    const bool over = visit.state == VisitState::AwaitingInvoice
        || visit.state == VisitState::Invoiced || visit.state == VisitState::ClosedNoCharge;
    if (over || theirs == agreed)
        return visit;

    const bool begun = visit.state == VisitState::InTreatment;
    Visit taken = visit;
    if (theirs == u"scheduled"_s || theirs == u"confirmed"_s) {
        taken.state = VisitState::Booked;
        taken.confirmed = theirs == u"confirmed"_s;
        taken.arrivedAt = QDateTime();
        taken.seatedAt = QDateTime();
    } else if (theirs == u"arrived"_s) {
        taken.state = VisitState::Arrived;
        taken.seatedAt = QDateTime();
        taken.arrivedAt = stageTime(taken.arrivedAt, times.arrived, now);
        if (!taken.arrivedAt.isValid())
            taken.arrivedAt = now;
    } else if (theirs == u"inTreatment"_s) {
        taken.state = VisitState::InTreatment;
        taken = withTimes(taken, times, now);
        if (!taken.seatedAt.isValid())
            taken.seatedAt = now;
        if (!taken.arrivedAt.isValid())
            taken.arrivedAt = now;
    } else if (theirs == u"completed"_s) {
        taken = withTimes(taken, times, now);
        taken.leftAt = stageTime(taken.leftAt, times.left, now);
        taken.readyToExit = true;
    } else if (theirs == u"cancelled"_s && !begun) {
        taken.state = VisitState::Cancelled;
    } else if (theirs == u"noShow"_s && !begun) {
        taken.state = VisitState::NoShow;
    }
    if (taken.state != visit.state) {
        // The step that could have been undone is no longer the last one.
        taken.undo.reset();
        taken.readyToExit = false;
    }
    return taken;
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/visitplan.h"

using namespace Qt::StringLiterals;
using namespace visits;

namespace {

//! Brings DentalTap's status to that of a state that an undo returns to. Waiting words are taken
//! back; DentalTap steps forward and back one at a time (dentaltap.md section 5.3.1).
void restoreStatus(VisitPlan &plan, const VisitContext &context, VisitState from, VisitState to,
                   int after)
{
    const QString name = u"PutDentalTapStatus"_s;
    const bool dropped = plan.drop(name);
    const bool exists = context.dentalTapLinked || after >= 0
        || context.sentOf(u"PutDentalTapAppointment"_s) != Sent::No;
    if (!exists)
        return;
    QList<VisitState> steps;
    const bool neverSent = !mayHaveArrived(context, name) && (dropped || !context.dentalTapLinked);
    if (neverSent) {
        if (to == VisitState::Arrived || to == VisitState::InTreatment)
            steps.append(VisitState::Arrived);
        if (to == VisitState::InTreatment)
            steps.append(VisitState::InTreatment);
    } else {
        if (from == VisitState::InTreatment && to == VisitState::Booked)
            steps.append(VisitState::Arrived);
        steps.append(to);
    }
    for (const VisitState step : std::as_const(steps))
        plan.add(PutDentalTapStatus{plan.id(), dentalTapStatus(step, context.visit.confirmed)},
                 {after});
}

Result<Transition> undoCallOff(const VisitContext &context, const UndoStep &step)
{
    const VisitState from = context.visit.state;
    VisitPlan plan(context, u"undo"_s);
    plan.visit().state = step.state;
    plan.visit().cancelReason.clear();
    plan.visit().undo.reset();

    const bool cancelDropped = plan.drop(u"CancelInCrm"_s);
    if (context.converted) {
        // The cancel found an invoice and left the CRM as it was.
        plan.visit().attention.clear();
    } else if (!cancelDropped && mayHaveArrived(context, u"CancelInCrm"_s)) {
        const int revived = plan.add(ReviveInCrm{plan.id()});
        plan.add(PutCrmEvent{plan.id()}, {revived});
    } else if (cancelDropped && context.crmEventLinked) {
        // The cancel took a move back that was still waiting, so the Event hears of it again.
        plan.add(PutCrmEvent{plan.id()});
    }

    // An appointment made elsewhere has no records of ours before check-in.
    const bool ownsRecords =
        context.appointment.origin == Appointment::Origin::Desk || step.state != VisitState::Booked;
    if (ownsRecords) {
        plan.add(missingRecords(context));
        // Taken back by the cancel while the records themselves stand.
        if (plan.indexOf(u"LinkInCrm"_s) < 0 && context.sentOf(u"LinkInCrm"_s) == Sent::No)
            plan.add(LinkInCrm{plan.id()});
    }
    restoreStatus(plan, context, from, step.state, plan.indexOf(u"PutDentalTapAppointment"_s));

    if (context.weWriteCalendar) {
        const int generation = context.visit.calendarGeneration;
        const bool deletionDropped = step.eventDeleted && plan.drop(u"DeleteCalendarEvent"_s);
        if (deletionDropped) {
            plan.add(PutCalendarEvent{plan.id(), generation, false});
        } else if (context.sentOf(u"PutCalendarEvent"_s) != Sent::No || context.calendarLinked) {
            // A deleted event keeps its id for ever, so the new one takes the next.
            plan.visit().calendarGeneration = generation + 1;
            plan.add(PutCalendarEvent{plan.id(), generation + 1, true});
        } else if (context.appointment.origin == Appointment::Origin::Desk) {
            plan.add(PutCalendarEvent{plan.id(), generation, true});
        }
    }
    return plan.transition();
}

Result<Transition> undoExit(const VisitContext &context)
{
    if (context.converted || context.orderConverted
        || mayHaveArrived(context, u"ConvertToInvoice"_s)) {
        return failure(Error::Kind::Conflict,
                       words(QT_TRANSLATE_NOOP(
                           "VisitRules",
                           "The order is already becoming an invoice, so the exit cannot be taken "
                           "back. Use \"Correct invoice\" once the invoice is there.")));
    }
    VisitPlan plan(context, u"undo"_s);
    plan.visit().state = VisitState::InTreatment;
    plan.visit().leftAt = QDateTime();
    plan.visit().confirmedDigest.clear();
    plan.visit().confirmedTotal = Money();
    plan.visit().asShown = false;
    plan.visit().attention.clear();
    plan.visit().undo.reset();
    plan.drop({u"ConfirmLines"_s, u"UpdateSalesOrder"_s, u"ConvertToInvoice"_s,
               u"PostQuickBooksInvoice"_s, u"CloseInCrm"_s});
    // Takes the order out of "approved" again, and carries what the exit's update would have.
    plan.add(UpdateSalesOrder{plan.id(), false});
    if (context.waits(u"PutDentalTapStatus"_s))
        restoreStatus(plan, context, VisitState::AwaitingInvoice, VisitState::InTreatment, -1);
    return plan.transition();
}

Result<Transition> undoNoCharge(const VisitContext &context)
{
    if (mayHaveArrived(context, u"CancelInCrm"_s) || !context.waits(u"CancelInCrm"_s)
        || context.hasSupplement)
        return notNow(context.visit.state,
                      words(QT_TRANSLATE_NOOP(
                          "VisitRules",
                          "The CRM knows it already, so it cannot be taken back. Book a new visit "
                          "if something is to be billed.")));
    VisitPlan plan(context, u"undo"_s);
    plan.visit().state = VisitState::InTreatment;
    plan.visit().leftAt = QDateTime();
    plan.visit().confirmedDigest.clear();
    plan.visit().confirmedTotal = Money();
    plan.visit().undo.reset();
    plan.drop(u"CancelInCrm"_s);
    restoreStatus(plan, context, VisitState::ClosedNoCharge, VisitState::InTreatment, -1);
    return plan.transition();
}

//! Back into the waiting list, out of which it was given its slot.
Result<Transition> undoFirstSlot(const VisitContext &context, const UndoStep &step)
{
    VisitPlan plan(context, u"undo"_s);
    plan.visit().undo.reset();
    plan.appointment().slot = step.slot;
    // There is no time to tell the CRM any more.
    plan.drop(u"PutCrmEvent"_s);
    const bool slotUnsent = plan.drop(u"PutDentalTapAppointment"_s);
    const bool wordUnsent = plan.drop(u"PutDentalTapStatus"_s);
    if (inDentalTap(context) && !(slotUnsent && wordUnsent))
        plan.add(PutDentalTapStatus{plan.id(), u"buffered"_s});
    const bool eventUnsent = context.weWriteCalendar && plan.drop(u"PutCalendarEvent"_s);
    if (context.weWriteCalendar && inCalendar(context) && !eventUnsent) {
        plan.add(DeleteCalendarEvent{plan.id(), context.visit.calendarGeneration});
        plan.visit().calendarGeneration = context.visit.calendarGeneration + 1;
    }
    return plan.transition();
}

Result<Transition> undoMove(const VisitContext &context, const UndoStep &step)
{
    if (!step.slot.isGiven())
        return undoFirstSlot(context, step);
    VisitPlan plan(context, u"undo"_s);
    plan.visit().undo.reset();
    plan.appointment().slot = step.slot;
    planMove(plan, context, step.slot);
    return plan.transition();
}

//! Check-in and seat.
Result<Transition> undoArrival(const VisitContext &context, const UndoStep &step)
{
    VisitPlan plan(context, u"undo"_s);
    const VisitState from = context.visit.state;
    plan.visit().state = step.state;
    plan.visit().undo.reset();
    if (from == VisitState::InTreatment)
        plan.visit().seatedAt = QDateTime();
    if (step.state == VisitState::Booked) {
        plan.visit().arrivedAt = QDateTime();
        // Check-in asked for the records of an appointment made elsewhere; unsent they go again.
        if (context.appointment.origin != Appointment::Origin::Desk
            && context.sentOf(u"BookInCrm"_s) == Sent::Unsent) {
            plan.drop({u"BookInCrm"_s, u"PutDentalTapAppointment"_s, u"LinkInDentalTap"_s,
                       u"LinkInCrm"_s, u"UpdateSalesOrder"_s});
            if (!context.contactLinked)
                plan.drop({u"PutDentalTapPatient"_s, u"PutQuickBooksCustomer"_s});
            if (!context.dentalTapLinked) {
                plan.drop(u"PutDentalTapStatus"_s);
                return plan.transition();
            }
        }
    }
    restoreStatus(plan, context, from, step.state, -1);
    return plan.transition();
}

} // namespace

Result<Transition> revived(const VisitContext &context)
{
    const Visit &visit = context.visit;
    if (!isCalledOff(visit.state))
        return refused(words(QT_TRANSLATE_NOOP("VisitRules", "There is nothing to undo.")));
    UndoStep step = visit.undo.value_or(UndoStep());
    step.state = VisitState::Booked;
    Result<Transition> back = undoCallOff(context, step);
    if (back)
        back->action = u"revive"_s;
    return back;
}

Result<Transition> undo(const VisitContext &context)
{
    const Visit &visit = context.visit;
    if (visit.state == VisitState::AwaitingInvoice)
        return undoExit(context);
    if (visit.state == VisitState::Invoiced)
        return notNow(visit.state,
                      words(QT_TRANSLATE_NOOP(
                          "VisitRules", "Use \"Correct invoice\" to change what was billed.")));
    if (visit.state == VisitState::ClosedNoCharge)
        return undoNoCharge(context);
    if (!visit.undo)
        return refused(words(QT_TRANSLATE_NOOP("VisitRules", "There is nothing to undo.")));
    if (visit.undo->moved)
        return undoMove(context, *visit.undo);
    if (isCalledOff(visit.state))
        return undoCallOff(context, *visit.undo);
    return undoArrival(context, *visit.undo);
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/visitplan.h"

using namespace Qt::StringLiterals;
using namespace visits;

namespace {

QString strangerRefused()
{
    return words(QT_TRANSLATE_NOOP("VisitRules",
                                   "Nobody has said yet who this patient is. Choose the patient, "
                                   "or make a new one, and try again."));
}

QString slotMissing()
{
    return words(QT_TRANSLATE_NOOP(
        "VisitRules", "The appointment waits for a slot. Give it a time in the day first."));
}

//! Cancel and no-show.
Result<Transition> callOff(const VisitContext &context, VisitState to, const QString &why)
{
    const VisitState from = context.visit.state;
    const bool noShow = to == VisitState::NoShow;
    if (noShow && !context.appointment.slot.isGiven())
        return refused(slotMissing());
    if (from == VisitState::InTreatment)
        return notNow(from,
                      words(QT_TRANSLATE_NOOP(
                          "VisitRules", "Undo that first if the visit does not take place.")));
    if (isCalledOff(from))
        return notNow(from, undoFirst());
    if (isOver(from))
        return notNow(from, alreadyDone());

    VisitPlan plan(context, noShow ? u"no-show"_s : u"cancel"_s);
    plan.visit().state = to;
    plan.visit().cancelReason = why;
    plan.visit().conflict.reset();
    plan.visit().undo = UndoStep{from, false, {}};
    const bool bookingWaits = plan.drop(u"BookInCrm"_s);
    plan.drop({u"PutCrmEvent"_s, u"LinkInCrm"_s, u"ReviveInCrm"_s, u"UpdateSalesOrder"_s,
               u"PutDentalTapStatus"_s});
    // A waiting move of an appointment that stays in DentalTap's list is still sent: it keeps its
    // time when the cancel is undone.
    if (!inDentalTap(context))
        plan.drop(u"PutDentalTapAppointment"_s);
    const bool creationDropped = plan.drop(u"PutCalendarEvent"_s);
    // Without an order there is no id to tell.
    if (bookingWaits)
        plan.drop(u"LinkInDentalTap"_s);
    // Twins of a patient who never became a Contact have nothing to be made from.
    if (bookingWaits && !context.contactLinked)
        plan.drop({u"PutDentalTapPatient"_s, u"PutQuickBooksCustomer"_s});

    if (inCrm(context))
        plan.add(CancelInCrm{plan.id(),
                             noShow ? CancelInCrm::Why::NoShow : CancelInCrm::Why::Cancelled});
    if (inDentalTap(context))
        plan.add(PutDentalTapStatus{plan.id(), dentalTapStatus(to, false)});
    // A deletion that waits is that of the event's former generation; the next one was never made.
    const bool alreadyGoing = creationDropped && context.waits(u"DeleteCalendarEvent"_s);
    if (context.weWriteCalendar && inCalendar(context) && !alreadyGoing) {
        plan.add(DeleteCalendarEvent{plan.id(), context.visit.calendarGeneration});
        plan.visit().undo->eventDeleted = true;
    }
    return plan.transition();
}

//! The linked Commande was never read, and no row that reads it is on its way.
bool mustReadOrder(const VisitContext &context)
{
    const QString name = u"LinkInCrm"_s;
    return context.orderLinked && !context.orderRead && !context.waits(name)
        && context.sentOf(name) != Sent::Maybe;
}

} // namespace

QList<Planned> missingRecords(const VisitContext &context)
{
    VisitPlan plan(context, {});
    const auto isNowhere = [&](bool linked, const QString &name) {
        return !linked && context.sentOf(name) == Sent::No;
    };
    int book = -1;
    if (isNowhere(context.orderLinked, u"BookInCrm"_s))
        book = plan.add(BookInCrm{plan.id()});
    int twin = -1;
    if (context.weCreateTwins
        && isNowhere(context.dentalTapPatientLinked, u"PutDentalTapPatient"_s))
        twin = plan.add(PutDentalTapPatient{plan.patient()}, {book});
    // Matched by a person before there was a Contact to name.
    const bool claims = context.dentalTapPatientLinked && !context.appointment.strangerId.isEmpty();
    if (claims && context.sentOf(u"PutDentalTapPatient"_s) == Sent::No)
        twin = plan.add(PutDentalTapPatient{plan.patient(), true}, {book});
    if (isNowhere(context.dentalTapLinked, u"PutDentalTapAppointment"_s))
        plan.add(PutDentalTapAppointment{plan.id(), true}, {book, twin});
    else if (context.dentalTapLinked && book >= 0)
        plan.add(LinkInDentalTap{plan.id()}, {book});
    if (context.weCreateTwins && isNowhere(context.customerLinked, u"PutQuickBooksCustomer"_s))
        plan.add(PutQuickBooksCustomer{plan.patient()}, {book});
    QList<Planned> commands = plan.transition().commands;
    if (!commands.isEmpty()) {
        // An appointment that DentalTap had before has told its id already.
        QList<int> makers;
        for (int i = 0; i < commands.size(); ++i) {
            if (!std::holds_alternative<LinkInDentalTap>(commands.at(i).command))
                makers.append(i);
        }
        commands.append({LinkInCrm{context.visit.id}, makers});
    }
    return commands;
}

Result<Transition> booked(const VisitContext &context)
{
    if (context.visit.state != VisitState::Booked)
        return notNow(context.visit.state, undoFirst());
    if (context.appointment.patient.isEmpty())
        return refused(strangerRefused());
    VisitPlan plan(context, u"book"_s);
    plan.visit().undo.reset();
    QList<Planned> records = missingRecords(context);
    const bool writesEvent = context.weWriteCalendar && !context.calendarLinked
        && context.sentOf(u"PutCalendarEvent"_s) == Sent::No;
    if (writesEvent) {
        const Planned event{
            PutCalendarEvent{context.visit.id, context.visit.calendarGeneration, true}, {}};
        // The link into the CRM stays last and names the event too.
        const qsizetype last = records.isEmpty() ? 0 : records.size() - 1;
        records.insert(last, event);
        if (records.size() > 1)
            records.last().after.append(int(last));
    }
    plan.add(records);
    return plan.transition();
}

Result<Transition> checkIn(const VisitContext &context, const QDateTime &now)
{
    const VisitState state = context.visit.state;
    if (isCalledOff(state))
        return notNow(state, undoFirst());
    if (state != VisitState::Booked)
        return notNow(state, alreadyDone());
    if (context.appointment.patient.isEmpty())
        return refused(strangerRefused());
    if (!context.appointment.slot.isGiven())
        return refused(slotMissing());
    VisitPlan plan(context, u"check-in"_s);
    plan.visit().state = VisitState::Arrived;
    plan.visit().arrivedAt = now;
    plan.visit().undo = UndoStep{VisitState::Booked, false, {}};
    plan.add(missingRecords(context));
    plan.add(PutDentalTapStatus{plan.id(), u"arrived"_s},
             {plan.indexOf(u"PutDentalTapAppointment"_s)});
    return plan.transition();
}

Result<Transition> seat(const VisitContext &context, const QDateTime &now)
{
    const VisitState state = context.visit.state;
    if (isCalledOff(state))
        return notNow(state, undoFirst());
    if (state != VisitState::Booked && state != VisitState::Arrived)
        return notNow(state, alreadyDone());
    if (context.appointment.patient.isEmpty())
        return refused(strangerRefused());
    if (!context.appointment.slot.isGiven())
        return refused(slotMissing());
    VisitPlan plan(context, u"seat"_s);
    plan.visit().state = VisitState::InTreatment;
    plan.visit().seatedAt = now;
    plan.visit().undo = UndoStep{state, false, {}};
    plan.add(missingRecords(context));
    int before = plan.indexOf(u"PutDentalTapAppointment"_s);
    if (state == VisitState::Booked) {
        plan.visit().arrivedAt = now;
        before = plan.add(PutDentalTapStatus{plan.id(), u"arrived"_s}, {before});
    }
    plan.add(PutDentalTapStatus{plan.id(), u"inTreatment"_s}, {before});
    return plan.transition();
}

Result<Transition> moveTo(const VisitContext &context, const Slot &slot)
{
    const VisitState state = context.visit.state;
    if (state == VisitState::InTreatment)
        return notNow(
            state,
            words(QT_TRANSLATE_NOOP("VisitRules", "A visit that has begun cannot be moved.")));
    if (isCalledOff(state))
        return notNow(state, undoFirst());
    if (isOver(state))
        return notNow(state, alreadyDone());
    if (!slot.start.isValid() || !slot.end.isValid() || slot.end <= slot.start)
        return refused(words(QT_TRANSLATE_NOOP(
            "VisitRules", "The visit would end before it begins. Choose another time.")));
    VisitPlan plan(context, u"move"_s);
    if (slot == context.appointment.slot)
        return plan.transition();
    plan.appointment().slot = slot;
    plan.visit().undo = UndoStep{state, true, context.appointment.slot};
    if (!context.appointment.slot.isGiven()) {
        planFirstSlot(plan, context);
        return plan.transition();
    }
    planMove(plan, context, slot);
    return plan.transition();
}

Result<Transition> intoWaitingList(const VisitContext &context)
{
    const VisitState state = context.visit.state;
    if (state != VisitState::Booked)
        return notNow(state, undoFirst());
    VisitPlan plan(context, u"waiting-list"_s);
    plan.visit().undo.reset();
    plan.visit().conflict.reset();
    plan.appointment().slot.start = QDateTime();
    plan.appointment().slot.end = QDateTime();
    if (inDentalTap(context))
        plan.add(PutDentalTapStatus{plan.id(), u"buffered"_s});
    if (context.weWriteCalendar && inCalendar(context)) {
        plan.drop(u"PutCalendarEvent"_s);
        plan.add(DeleteCalendarEvent{plan.id(), context.visit.calendarGeneration});
        plan.visit().calendarGeneration = context.visit.calendarGeneration + 1;
    }
    return plan.transition();
}

Result<Transition> markNoShow(const VisitContext &context)
{
    return callOff(context, VisitState::NoShow, {});
}

Result<Transition> cancel(const VisitContext &context, const QString &why)
{
    const QString reason = why.trimmed();
    if (reason.size() > 500)
        return refused(words(QT_TRANSLATE_NOOP(
            "VisitRules", "The reason is longer than 500 characters. Shorten it.")));
    return callOff(context, VisitState::Cancelled, reason);
}

Result<Transition> exitTreatmentRoom(const VisitContext &context, const QByteArray &shownDigest,
                                     bool asShown, const QDateTime &now)
{
    const VisitState state = context.visit.state;
    if (state == VisitState::Booked || state == VisitState::Arrived)
        return notNow(state, words(QT_TRANSLATE_NOOP("VisitRules", "Seat the patient first.")));
    if (isCalledOff(state))
        return notNow(state, undoFirst());
    if (state != VisitState::InTreatment)
        return notNow(state, alreadyDone());
    if (context.appointment.patient.isEmpty())
        return refused(strangerRefused());
    if (context.converted || mayHaveArrived(context, u"ConvertToInvoice"_s))
        return failure(Error::Kind::Conflict,
                       words(QT_TRANSLATE_NOOP("VisitRules",
                                               "This order is an invoice already. Use \"Correct "
                                               "invoice\" to change what was billed.")));
    // What a booking of ours has just made holds the booking's line and nothing else.
    const bool readable =
        context.orderRead || !context.orderLinked || context.sentOf(u"BookInCrm"_s) == Sent::Done;
    if (!readable && (!asShown || context.lines.total().isZero()))
        return failure(Error::Kind::Conflict,
                       words(QT_TRANSLATE_NOOP("VisitRules",
                                               "The lines of this order have not been read from "
                                               "the CRM yet. Try again in a moment.")));
    if (shownDigest != context.lines.digest())
        return failure(Error::Kind::Conflict,
                       words(QT_TRANSLATE_NOOP("VisitRules",
                                               "The lines have changed since they were shown. "
                                               "Look at them and confirm again.")));
    if (context.lines.hasUnknown())
        return refused(words(QT_TRANSLATE_NOOP(
            "VisitRules",
            "The catalogue does not know an act of this visit. Choose its product, "
            "or leave it for the office.")));
    const Money total = context.lines.total();
    if (total.minor < 0)
        return refused(words(
            QT_TRANSLATE_NOOP("VisitRules",
                              "The total is below zero. Correct the discount or the prices of the "
                              "order in the CRM.")));

    VisitPlan plan(context, u"exit"_s);
    Visit &visit = plan.visit();
    visit.leftAt = now;
    visit.readyToExit = false;
    visit.linesChanged = false;
    visit.attention.clear();
    visit.confirmedDigest = shownDigest;
    visit.confirmedTotal = total;
    visit.asShown = asShown;
    visit.undo = UndoStep{VisitState::InTreatment, false, {}};
    plan.drop(u"UpdateSalesOrder"_s);
    plan.add(missingRecords(context));
    const int book = plan.indexOf(u"BookInCrm"_s);
    const int appointment = plan.indexOf(u"PutDentalTapAppointment"_s);

    if (total.isZero()) {
        visit.state = VisitState::ClosedNoCharge;
        plan.add(CancelInCrm{plan.id(), CancelInCrm::Why::NoCharge}, {book});
        plan.add(PutDentalTapStatus{plan.id(), u"completed"_s}, {appointment});
        return plan.transition();
    }

    visit.state = VisitState::AwaitingInvoice;
    int confirmed = -1;
    if (!asShown)
        confirmed = plan.add(ConfirmLines{plan.id()}, {appointment});
    const int updated = plan.add(UpdateSalesOrder{plan.id(), true}, {book, confirmed});
    const int converted = plan.add(ConvertToInvoice{plan.id()}, {updated});
    int customer = plan.indexOf(u"PutQuickBooksCustomer"_s);
    if (customer < 0 && !context.customerLinked
        && context.sentOf(u"PutQuickBooksCustomer"_s) == Sent::No)
        customer = plan.add(PutQuickBooksCustomer{plan.patient()}, {book});
    const int posted = plan.add(PostQuickBooksInvoice{plan.id()}, {converted, customer});
    plan.add(CloseInCrm{plan.id()}, {posted});
    plan.add(PutDentalTapStatus{plan.id(), u"completed"_s}, {posted});
    return plan.transition();
}

std::optional<Transition> orderChanged(const VisitContext &context)
{
    const bool hasOrder = context.orderLinked || context.sentOf(u"BookInCrm"_s) != Sent::No;
    if (context.visit.state != VisitState::InTreatment || !hasOrder || context.orderConverted
        || context.waits(u"UpdateSalesOrder"_s))
        return std::nullopt;
    VisitPlan plan(context, u"lines"_s);
    const int read = mustReadOrder(context) ? plan.add(LinkInCrm{plan.id()}) : -1;
    plan.add(UpdateSalesOrder{plan.id(), false}, {read});
    return plan.transition();
}

std::optional<Transition> orderUnread(const VisitContext &context)
{
    if (context.visit.state != VisitState::InTreatment || !mustReadOrder(context))
        return std::nullopt;
    VisitPlan plan(context, u"lines"_s);
    plan.add(LinkInCrm{plan.id()});
    return plan.transition();
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/visit.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("VisitRules", text);
}

tl::unexpected<Error> refused(const QString &text)
{
    return failure(Error::Kind::Invalid, text);
}

//! Where the visit stands, as the first half of a refusal.
QString standing(VisitState state)
{
    switch (state) {
    case VisitState::Booked:
        return words(QT_TRANSLATE_NOOP("VisitRules", "The patient has not arrived yet."));
    case VisitState::Arrived:
        return words(QT_TRANSLATE_NOOP("VisitRules", "The patient is in the waiting room."));
    case VisitState::InTreatment:
        return words(QT_TRANSLATE_NOOP("VisitRules", "The patient is in the treatment room."));
    case VisitState::AwaitingInvoice:
        return words(
            QT_TRANSLATE_NOOP("VisitRules", "The visit is over and its invoice is on its way."));
    case VisitState::Invoiced:
        return words(QT_TRANSLATE_NOOP("VisitRules", "The visit is over and invoiced."));
    case VisitState::ClosedNoCharge:
        return words(
            QT_TRANSLATE_NOOP("VisitRules", "The visit is over and was closed without charge."));
    case VisitState::NoShow:
        return words(QT_TRANSLATE_NOOP("VisitRules", "The visit is marked as a no-show."));
    case VisitState::Cancelled:
        return words(QT_TRANSLATE_NOOP("VisitRules", "The visit is cancelled."));
    }
    return {};
}

bool isOver(VisitState state)
{
    return state == VisitState::AwaitingInvoice || state == VisitState::Invoiced
        || state == VisitState::ClosedNoCharge;
}

bool isCalledOff(VisitState state)
{
    return state == VisitState::NoShow || state == VisitState::Cancelled;
}

//! Where the visit stands and what to do about it. An act on a visit that somebody else took
//! further meanwhile is a conflict, any other one is refused.
tl::unexpected<Error> notNow(VisitState state, const QString &advice)
{
    const bool late = isOver(state);
    return failure(late ? Error::Kind::Conflict : Error::Kind::Invalid,
                   QString(standing(state) + u' ' + advice));
}

QString undoFirst()
{
    return words(QT_TRANSLATE_NOOP("VisitRules", "Undo that first, or book a new visit."));
}

QString alreadyDone()
{
    return words(QT_TRANSLATE_NOOP("VisitRules", "There is nothing left to do here."));
}

QString strangerRefused()
{
    return words(QT_TRANSLATE_NOOP("VisitRules",
                                   "Nobody has said yet who this patient is. Choose the patient, "
                                   "or make a new one, and try again."));
}

//! A transition in the making: collects commands and remembers where they stand.
class Plan
{
public:
    Plan(const VisitContext &context, const QString &action) : m_context(context)
    {
        m_transition.visit = context.visit;
        m_transition.appointment = context.appointment;
        m_transition.action = action;
    }

    Visit &visit() { return m_transition.visit; }
    Appointment &appointment() { return m_transition.appointment; }
    const Transition &transition() const { return m_transition; }
    VisitId id() const { return m_context.visit.id; }
    PatientId patient() const { return m_context.appointment.patient; }

    //! Adds a command behind those named; negative indexes are of commands not planned here.
    int add(const Command &command, const QList<int> &after = {})
    {
        QList<int> earlier;
        for (const int index : after) {
            if (index >= 0)
                earlier.append(index);
        }
        m_transition.commands.append({command, earlier});
        return int(m_transition.commands.size()) - 1;
    }
    void add(const QList<Planned> &commands)
    {
        const int base = int(m_transition.commands.size());
        for (Planned each : commands) {
            for (int &index : each.after)
                index += base;
            m_transition.commands.append(each);
        }
    }

    //! Where a command of that name is planned here, or -1.
    int indexOf(const QString &name) const
    {
        for (int i = 0; i < m_transition.commands.size(); ++i) {
            if (commandName(m_transition.commands.at(i).command) == name)
                return i;
        }
        return -1;
    }

    //! Takes rows of that name back that were certainly not sent. True when there were any.
    bool drop(const QString &name)
    {
        if (!m_context.waits(name))
            return false;
        if (!m_transition.dropUnsent.contains(name))
            m_transition.dropUnsent.append(name);
        return true;
    }
    void drop(const QStringList &names)
    {
        for (const QString &name : names)
            drop(name);
    }

private:
    const VisitContext &m_context;
    Transition m_transition;
};

//! A command of that name may have reached its system.
bool mayHaveArrived(const VisitContext &context, const QString &name)
{
    const Sent sent = context.sentOf(name);
    return sent == Sent::Maybe || sent == Sent::Done;
}

bool inCrm(const VisitContext &context)
{
    return context.orderLinked || context.crmEventLinked || mayHaveArrived(context, u"BookInCrm"_s);
}

bool inDentalTap(const VisitContext &context)
{
    return context.dentalTapLinked || mayHaveArrived(context, u"PutDentalTapAppointment"_s);
}

bool inCalendar(const VisitContext &context)
{
    return context.calendarLinked || mayHaveArrived(context, u"PutCalendarEvent"_s);
}

//! Brings DentalTap's status to that of a state that an undo returns to. Waiting words are taken
//! back; DentalTap steps forward and back one at a time (dentaltap.md section 5.3.1).
void restoreStatus(Plan &plan, const VisitContext &context, VisitState from, VisitState to,
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

//! The systems that already know the former slot hear of the new one; a command that waits takes
//! it by itself.
void planMove(Plan &plan, const VisitContext &context, const Slot &slot)
{
    if (inCrm(context) && !context.waits(u"PutCrmEvent"_s)
        && (context.crmEventLinked || mayHaveArrived(context, u"BookInCrm"_s)))
        plan.add(PutCrmEvent{plan.id()});
    if (inDentalTap(context) && !context.waits(u"PutDentalTapAppointment"_s))
        plan.add(PutDentalTapAppointment{plan.id(), false});

    const QString name = u"PutCalendarEvent"_s;
    const bool waits = context.waits(name);
    // Behind a waiting deletion stands the creation of the next generation.
    const bool creationWaits =
        waits && (!inCalendar(context) || context.waits(u"DeleteCalendarEvent"_s));
    if (!context.weWriteCalendar || !inCalendar(context) || creationWaits)
        return;
    if (slot.provider == context.appointment.slot.provider) {
        if (!waits)
            plan.add(PutCalendarEvent{plan.id(), context.visit.calendarGeneration, false});
        return;
    }
    plan.drop(name);
    const int deleted = plan.add(DeleteCalendarEvent{plan.id(), context.visit.calendarGeneration});
    plan.visit().calendarGeneration = context.visit.calendarGeneration + 1;
    plan.add(PutCalendarEvent{plan.id(), plan.visit().calendarGeneration, true}, {deleted});
}

//! Cancel and no-show.
Result<Transition> callOff(const VisitContext &context, VisitState to, const QString &why)
{
    const VisitState from = context.visit.state;
    const bool noShow = to == VisitState::NoShow;
    if (from == VisitState::InTreatment)
        return notNow(from,
                      words(QT_TRANSLATE_NOOP(
                          "VisitRules", "Undo that first if the visit does not take place.")));
    if (isCalledOff(from))
        return notNow(from, undoFirst());
    if (isOver(from))
        return notNow(from, alreadyDone());

    Plan plan(context, noShow ? u"no-show"_s : u"cancel"_s);
    plan.visit().state = to;
    plan.visit().cancelReason = why;
    plan.visit().conflict.reset();
    plan.visit().undo = UndoStep{from, false, {}};
    const bool bookingWaits = plan.drop(u"BookInCrm"_s);
    plan.drop({u"PutCrmEvent"_s, u"LinkInCrm"_s, u"ReviveInCrm"_s, u"UpdateSalesOrder"_s,
               u"PutDentalTapAppointment"_s, u"PutDentalTapStatus"_s});
    const bool creationDropped = plan.drop(u"PutCalendarEvent"_s);
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

Result<Transition> undoCallOff(const VisitContext &context, const UndoStep &step)
{
    const VisitState from = context.visit.state;
    Plan plan(context, u"undo"_s);
    plan.visit().state = step.state;
    plan.visit().cancelReason.clear();
    plan.visit().undo.reset();

    const bool cancelDropped = plan.drop(u"CancelInCrm"_s);
    if (!cancelDropped && mayHaveArrived(context, u"CancelInCrm"_s)) {
        const int revived = plan.add(ReviveInCrm{plan.id()});
        plan.add(PutCrmEvent{plan.id()}, {revived});
    } else if (cancelDropped && context.crmEventLinked) {
        // The cancel took a move back that was still waiting, so the Event hears of it again.
        plan.add(PutCrmEvent{plan.id()});
    }

    // An appointment made elsewhere has no records of ours before check-in.
    const bool ownsRecords =
        context.appointment.origin == Appointment::Origin::Desk || step.state != VisitState::Booked;
    if (ownsRecords)
        plan.add(missingRecords(context));
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
    if (context.converted || mayHaveArrived(context, u"ConvertToInvoice"_s)) {
        return failure(Error::Kind::Conflict,
                       words(QT_TRANSLATE_NOOP(
                           "VisitRules",
                           "The order is already becoming an invoice, so the exit cannot be taken "
                           "back. Use \"Correct invoice\" once the invoice is there.")));
    }
    Plan plan(context, u"undo"_s);
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
    if (mayHaveArrived(context, u"CancelInCrm"_s) || !context.waits(u"CancelInCrm"_s))
        return notNow(context.visit.state,
                      words(QT_TRANSLATE_NOOP(
                          "VisitRules",
                          "The CRM knows it already, so it cannot be taken back. Book a new visit "
                          "if something is to be billed.")));
    Plan plan(context, u"undo"_s);
    plan.visit().state = VisitState::InTreatment;
    plan.visit().leftAt = QDateTime();
    plan.visit().confirmedDigest.clear();
    plan.visit().confirmedTotal = Money();
    plan.visit().undo.reset();
    plan.drop(u"CancelInCrm"_s);
    restoreStatus(plan, context, VisitState::ClosedNoCharge, VisitState::InTreatment, -1);
    return plan.transition();
}

Result<Transition> undoMove(const VisitContext &context, const UndoStep &step)
{
    Plan plan(context, u"undo"_s);
    plan.visit().undo.reset();
    plan.appointment().slot = step.slot;
    planMove(plan, context, step.slot);
    return plan.transition();
}

//! Check-in and seat.
Result<Transition> undoArrival(const VisitContext &context, const UndoStep &step)
{
    Plan plan(context, u"undo"_s);
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
            plan.drop({u"BookInCrm"_s, u"PutDentalTapAppointment"_s, u"LinkInCrm"_s,
                       u"UpdateSalesOrder"_s});
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

QList<Planned> missingRecords(const VisitContext &context)
{
    Plan plan(context, {});
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
    if (isNowhere(context.dentalTapLinked, u"PutDentalTapAppointment"_s))
        plan.add(PutDentalTapAppointment{plan.id(), true}, {book, twin});
    if (context.weCreateTwins && isNowhere(context.customerLinked, u"PutQuickBooksCustomer"_s))
        plan.add(PutQuickBooksCustomer{plan.patient()}, {book});
    QList<Planned> commands = plan.transition().commands;
    if (!commands.isEmpty()) {
        QList<int> all;
        for (int i = 0; i < commands.size(); ++i)
            all.append(i);
        commands.append({LinkInCrm{context.visit.id}, all});
    }
    return commands;
}

Result<Transition> booked(const VisitContext &context)
{
    if (context.visit.state != VisitState::Booked)
        return notNow(context.visit.state, undoFirst());
    if (context.appointment.patient.isEmpty())
        return refused(strangerRefused());
    Plan plan(context, u"book"_s);
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
    Plan plan(context, u"check-in"_s);
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
    Plan plan(context, u"seat"_s);
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
    Plan plan(context, u"move"_s);
    if (slot == context.appointment.slot)
        return plan.transition();
    plan.visit().undo = UndoStep{state, true, context.appointment.slot};
    plan.appointment().slot = slot;
    planMove(plan, context, slot);
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

    Plan plan(context, u"exit"_s);
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
    if (context.visit.state != VisitState::InTreatment || !hasOrder
        || context.waits(u"UpdateSalesOrder"_s))
        return std::nullopt;
    Plan plan(context, u"lines"_s);
    plan.add(UpdateSalesOrder{plan.id(), false});
    return plan.transition();
}

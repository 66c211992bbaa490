// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/visitplan.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace visits {

QString words(const char *text)
{
    return QCoreApplication::translate("VisitRules", text);
}

tl::unexpected<Error> refused(const QString &text)
{
    return failure(Error::Kind::Invalid, text);
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

namespace {

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

} // namespace

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

void planFirstSlot(VisitPlan &plan, const VisitContext &context)
{
    if (context.crmEventLinked && !context.waits(u"PutCrmEvent"_s))
        plan.add(PutCrmEvent{plan.id()});
    if (inDentalTap(context)) {
        const int moved = plan.add(PutDentalTapAppointment{plan.id(), false});
        plan.add(PutDentalTapStatus{plan.id(), u"scheduled"_s}, {moved});
    }
    // The event went with the former slot; its id is never used again.
    if (context.weWriteCalendar && inCalendar(context))
        plan.add(PutCalendarEvent{plan.id(), context.visit.calendarGeneration, true});
}

void planMove(VisitPlan &plan, const VisitContext &context, const Slot &slot)
{
    if ((context.crmEventLinked || mayHaveArrived(context, u"BookInCrm"_s))
        && !context.waits(u"PutCrmEvent"_s))
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

} // namespace visits

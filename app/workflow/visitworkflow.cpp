// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/visitworkflow.h"

#include "app/domain/afterexit.h"
#include "app/workflow/bookingworkflow.h"

namespace {

//! The Commande's amounts are in another currency than the clinic's.
bool isForeign(const VisitContext &context, const Currency &currency)
{
    return !context.orderCurrency.isEmpty() && context.orderCurrency != currency.code;
}

tl::unexpected<Error> foreignRefused(const VisitContext &context, const Currency &currency)
{
    return failure(Error::Kind::Invalid,
                   VisitWorkflow::tr("The order is in %1, the clinic works in %2. Nothing was "
                                     "sent. Correct the order's currency in the "
                                     "CRM, or invoice it there.")
                       .arg(context.orderCurrency, currency.code));
}

} // namespace

VisitWorkflow::VisitWorkflow(Session *session, Settings settings, VisitStore *visits,
                             OutboxStore *outbox, BookingWorkflow *booking, Clock clock,
                             QObject *parent)
    : QObject(parent), m_session(session), m_settings(std::move(settings)), m_visits(visits),
      m_outbox(outbox), m_booking(booking), m_clock(std::move(clock))
{
}

Task<Visit> VisitWorkflow::act(VisitId visit, VisitStore::Rule rule)
{
    const Result<void> allowed = m_session->require(Permission::RunVisit);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    co_return co_await m_visits->commit(visit, std::move(rule), m_session->currentId());
}

Task<Visit> VisitWorkflow::actWithOrder(VisitId visit, VisitStore::Rule rule)
{
    const Result<Product> consultation = co_await m_booking->consultation();
    const ProductId first = consultation ? consultation->id : ProductId();
    const Result<VisitContext> before = co_await m_visits->context(visit);
    RoomId room;
    if (before && before->appointment.slot.room.isEmpty()) {
        const Slot asked = before->appointment.slot;
        const Result<Slot> slot = co_await m_booking->roomed(asked, visit);
        if (slot)
            room = slot->room;
    }
    VisitStore::Rule whole = [first, room, rule = std::move(rule)](const VisitContext &context) {
        Result<Transition> transition = rule(context);
        if (!transition)
            return transition;
        // An order needs an act and DentalTap a room; what others booked often names neither.
        Appointment &appointment = transition->appointment;
        if (!context.orderLinked && appointment.product.isEmpty())
            appointment.product = first;
        if (!context.dentalTapLinked && appointment.slot.room.isEmpty())
            appointment.slot.room = room;
        return transition;
    };
    co_return co_await act(visit, std::move(whole));
}

Task<Visit> VisitWorkflow::checkIn(VisitId visit)
{
    return actWithOrder(
        visit, [now = m_clock()](const VisitContext &context) { return ::checkIn(context, now); });
}

Task<Visit> VisitWorkflow::seat(VisitId visit)
{
    return actWithOrder(
        visit, [now = m_clock()](const VisitContext &context) { return ::seat(context, now); });
}

Task<Visit> VisitWorkflow::exitTreatmentRoom(VisitId visit, QByteArray shownDigest, bool asShown)
{
    const Currency currency = m_settings.currency;
    VisitStore::Rule rule = [shownDigest, asShown, currency,
                             now = m_clock()](const VisitContext &context) -> Result<Transition> {
        if (isForeign(context, currency))
            return foreignRefused(context, currency);
        return ::exitTreatmentRoom(context, shownDigest, asShown, now);
    };
    Result<Visit> left = co_await act(visit, std::move(rule));
    if (left || left.error().kind != Error::Kind::Invalid)
        co_return left;
    // The next try shall see what was corrected in the CRM.
    VisitStore::Rule reading = [currency](const VisitContext &context) -> Result<Transition> {
        Transition transition{context.visit, context.appointment, {}, {}, QStringLiteral("lines")};
        if (isForeign(context, currency) && !context.waits(QStringLiteral("LinkInCrm")))
            transition.commands.append(Planned{LinkInCrm{context.visit.id}, {}});
        return transition;
    };
    const StaffId nobody;
    co_await m_visits->commit(visit, std::move(reading), nobody);
    co_return left;
}

Task<Visit> VisitWorkflow::noShow(VisitId visit)
{
    return act(visit, [](const VisitContext &context) { return markNoShow(context); });
}

Task<Visit> VisitWorkflow::cancel(VisitId visit, QString why)
{
    return act(visit, [why = why.simplified().left(500)](const VisitContext &context) {
        return ::cancel(context, why);
    });
}

Task<Visit> VisitWorkflow::undo(VisitId visit)
{
    return act(visit, [](const VisitContext &context) { return ::undo(context); });
}

Task<Visit> VisitWorkflow::chooseProduct(VisitId visit, QString itemId, ProductId product)
{
    return act(visit, [itemId, product](const VisitContext &context) -> Result<Transition> {
        if (visits::isOver(context.visit.state))
            return chooseForOpenItem(context, itemId, product);
        if (context.visit.state != VisitState::InTreatment) {
            return failure(Error::Kind::Invalid,
                           tr("Acts can be settled while the patient is in the treatment room; "
                              "this visit is not."));
        }
        Transition transition{
            context.visit, context.appointment, {}, {}, QStringLiteral("settle-act")};
        QList<ActChoice> &choices = transition.visit.choices;
        choices.removeIf([&itemId](const ActChoice &choice) { return choice.itemId == itemId; });
        choices.append(ActChoice{itemId, product});
        if (!product.isEmpty()
            && context.sentOf(QStringLiteral("UpdateSalesOrder")) != Sent::Unsent)
            transition.commands.append(Planned{UpdateSalesOrder{context.visit.id, false}, {}});
        return transition;
    });
}

Task<Visit> VisitWorkflow::bill(VisitId visit, QStringList items, QByteArray shownDigest)
{
    const Currency currency = m_settings.currency;
    const QDateTime now = m_clock();
    return act(visit,
               [items, shownDigest, currency, now,
                id = newUuid(now)](const VisitContext &context) -> Result<Transition> {
                   if (isForeign(context, currency))
                       return foreignRefused(context, currency);
                   return billOpenItems(context, items, shownDigest, id, now);
               });
}

Task<Visit> VisitWorkflow::ignore(VisitId visit, QStringList items, QString why)
{
    return act(visit, [items, why = why.simplified()](const VisitContext &context) {
        return ignoreOpenItems(context, items, why);
    });
}

Task<Visit> VisitWorkflow::decideSlot(VisitId visit, bool takeTheirs)
{
    return act(visit, [takeTheirs](const VisitContext &context) -> Result<Transition> {
        if (!context.visit.conflict)
            return failure(Error::Kind::Conflict,
                           tr("There is nothing to decide on this appointment any more."));
        VisitContext decided = context;
        const Slot theirs = context.visit.conflict->theirs;
        decided.visit.conflict.reset();
        if (takeTheirs)
            return moveTo(decided, theirs);
        // Ours stays: every system is told our time again.
        Transition transition{
            decided.visit, decided.appointment, {}, {}, QStringLiteral("keep-slot")};
        if (context.crmEventLinked)
            transition.commands.append(Planned{PutCrmEvent{context.visit.id}, {}});
        if (context.dentalTapLinked)
            transition.commands.append(
                Planned{PutDentalTapAppointment{context.visit.id, false}, {}});
        if (context.calendarLinked && context.weWriteCalendar) {
            transition.commands.append(Planned{
                PutCalendarEvent{context.visit.id, context.visit.calendarGeneration, false}, {}});
        }
        return transition;
    });
}

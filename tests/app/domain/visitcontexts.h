// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/visit.h"

#include <QTest>

//! Visits at every distance from the outside systems, and acts by their names.
namespace visitcontexts {

using namespace Qt::StringLiterals;
using S = VisitState;

inline QDateTime now()
{
    return {QDate(2026, 1, 12), QTime(6, 0), Qt::UTC};
}

inline Slot slotAt(int hour, const QString &provider = u"s1"_s)
{
    const QDateTime start(QDate(2026, 1, 12), QTime(hour, 0), Qt::UTC);
    return {ProviderId(provider), RoomId(u"r1"_s), start, start.addSecs(1800)};
}

inline OrderLines lines(qint64 price)
{
    const Currency rupee{u"MUR"_s, 2};
    ShownLine line;
    line.line.mark = u"booking"_s;
    line.line.product = ProductId(u"c"_s);
    line.line.unitPrice = Money{price, rupee};
    OrderLines shown;
    shown.lines = {line};
    shown.discount.currency = rupee;
    shown.readAt = now().addSecs(-10);
    return shown;
}

inline VisitContext context(S state)
{
    VisitContext c;
    c.visit.id = VisitId(u"v"_s);
    c.visit.state = state;
    c.appointment.id = c.visit.id;
    c.appointment.patient = PatientId(u"p"_s);
    c.appointment.slot = slotAt(9);
    c.lines = lines(150000);
    return c;
}

inline const QStringList bookingNames{u"BookInCrm"_s,
                                      u"PutDentalTapPatient"_s,
                                      u"PutDentalTapAppointment"_s,
                                      u"PutQuickBooksCustomer"_s,
                                      u"PutCalendarEvent"_s,
                                      u"LinkInCrm"_s};

//! A booking of the desk of which nothing was sent yet.
inline VisitContext unsent(S state)
{
    VisitContext c = context(state);
    for (const QString &name : bookingNames) {
        c.sent.insert(name, Sent::Unsent);
        c.waiting.insert(name);
    }
    return c;
}

//! The CRM composite may have arrived, everything behind it waits.
inline VisitContext half(S state)
{
    VisitContext c = unsent(state);
    c.sent.insert(u"BookInCrm"_s, Sent::Maybe);
    c.waiting.remove(u"BookInCrm"_s);
    return c;
}

//! A booking that is everywhere.
inline VisitContext everywhere(S state)
{
    VisitContext c = context(state);
    for (const QString &name : bookingNames)
        c.sent.insert(name, Sent::Done);
    c.contactLinked = c.dentalTapPatientLinked = c.customerLinked = c.orderLinked = true;
    c.crmEventLinked = c.dentalTapLinked = c.calendarLinked = true;
    return c;
}

inline void addRow(VisitContext &c, const QString &name, Sent sent)
{
    c.sent.insert(name, std::max(sent, c.sentOf(name)));
    if (sent == Sent::Unsent)
        c.waiting.insert(name);
    else
        c.waiting.remove(name);
}

//! Plays a transition as the store would: its rows wait, dropped ones are gone.
inline VisitContext after(VisitContext c, const Transition &t)
{
    c.visit = t.visit;
    c.appointment = t.appointment;
    for (const QString &name : t.dropUnsent) {
        c.waiting.remove(name);
        if (c.sentOf(name) == Sent::Unsent)
            c.sent.remove(name);
    }
    for (const Planned &planned : t.commands)
        addRow(c, commandName(planned.command), Sent::Unsent);
    return c;
}

inline QString text(const Command &command)
{
    QString word = commandName(command);
    if (const auto *c = std::get_if<PutDentalTapStatus>(&command))
        word += QString(u'(' + c->status + u')');
    else if (const auto *p = std::get_if<PutDentalTapAppointment>(&command))
        word += p->create ? u"(create)"_s : u"(move)"_s;
    else if (const auto *e = std::get_if<PutCalendarEvent>(&command))
        word += QString((e->create ? u"(create "_s : u"(move "_s) + QString::number(e->generation)
                        + u')');
    else if (const auto *d = std::get_if<DeleteCalendarEvent>(&command))
        word += QString(u'(' + QString::number(d->generation) + u')');
    else if (const auto *u = std::get_if<UpdateSalesOrder>(&command))
        word += u->final ? u"(final)"_s : u"(live)"_s;
    else if (const auto *x = std::get_if<CancelInCrm>(&command))
        word += QString(u'(' + enumName(x->why) + u')');
    return word;
}

//! "name<0,1" for a command behind the commands 0 and 1.
inline QStringList commands(const Transition &t)
{
    QStringList words;
    for (const Planned &planned : t.commands) {
        QStringList earlier;
        for (const int index : planned.after)
            earlier.append(QString::number(index));
        const QString word = text(planned.command);
        words.append(earlier.isEmpty() ? word : QString(word + u'<' + earlier.join(u',')));
    }
    return words;
}

inline QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

inline Result<Transition> act(const QString &name, const VisitContext &c)
{
    if (name == u"book"_s)
        return booked(c);
    if (name == u"check-in"_s)
        return checkIn(c, now());
    if (name == u"seat"_s)
        return seat(c, now());
    if (name == u"move"_s)
        return moveTo(c, slotAt(10));
    if (name == u"other surgeon"_s)
        return moveTo(c, slotAt(9, u"s2"_s));
    if (name == u"no-show"_s)
        return markNoShow(c);
    if (name == u"cancel"_s)
        return cancel(c, u" flu "_s);
    if (name == u"undo"_s)
        return undo(c);
    return exitTreatmentRoom(c, c.lines.digest(), false, now());
}

} // namespace visitcontexts

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/daywords.h"

#include "ui/widgets/wording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

struct DayWords {
    Q_DECLARE_TR_FUNCTIONS(DayWords)
};

const QString separator = u" · "_s;

int minutesSince(const QDateTime &from, const QDateTime &now)
{
    return from.isValid() ? int(qMax<qint64>(0, from.secsTo(now) / 60)) : -1;
}

QString stageText(const DayEntry &entry, const QDateTime &now)
{
    const Visit &visit = entry.visit;
    const QString word = wording::state(visit.state, visit.confirmed);
    if (const int waiting = waitingMinutes(entry, now); waiting >= 0)
        return QString(word + separator
                       + DayWords::tr("waiting %1").arg(wording::minutes(waiting)));
    if (const int treated = treatmentMinutes(entry, now); treated >= 0)
        return QString(word + u' ' + wording::hoursMinutes(treated));
    if (visit.state == VisitState::Invoiced && !entry.total.currency.code.isEmpty())
        return QString(word + u' ' + wording::amount(entry.total));
    return word;
}

} // namespace

bool isMovable(VisitState state)
{
    return state == VisitState::Booked || state == VisitState::Arrived;
}

bool isClosed(VisitState state)
{
    switch (state) {
    case VisitState::Booked:
    case VisitState::Arrived:
    case VisitState::InTreatment:
    case VisitState::AwaitingInvoice:
        return false;
    case VisitState::Invoiced:
    case VisitState::ClosedNoCharge:
    case VisitState::NoShow:
    case VisitState::Cancelled:
        return true;
    }
    return true;
}

int waitingMinutes(const DayEntry &entry, const QDateTime &now)
{
    return entry.visit.state == VisitState::Arrived ? minutesSince(entry.visit.arrivedAt, now) : -1;
}

int treatmentMinutes(const DayEntry &entry, const QDateTime &now)
{
    // Who has left the chair sits there no longer, exit or not.
    const QDateTime until = entry.visit.leftAt.isValid() ? entry.visit.leftAt : now;
    return entry.visit.state == VisitState::InTreatment ? minutesSince(entry.visit.seatedAt, until)
                                                        : -1;
}

WaitLevel waitLevel(const DayEntry &entry, const QDateTime &now, const WaitLimits &limits)
{
    return waitLevel(waitingMinutes(entry, now), limits.amberMinutes, limits.redMinutes);
}

CardText cardText(const DayEntry &entry, bool homonym, const QDateTime &now, const QTimeZone &zone)
{
    const Visit &visit = entry.visit;
    const Slot &slot = entry.appointment.slot;
    CardText text;
    text.name = wording::patientName(entry);
    if (entry.appointment.kind == Appointment::Kind::WalkIn
        && entry.appointment.origin == Appointment::Origin::Desk
        && visit.state == VisitState::Booked)
        text.name = DayWords::tr("Walk-in: %1").arg(text.name);
    if (slot.isGiven()) {
        text.time = wording::time(slot.start, zone);
        text.span = QString(text.time + u'–' + wording::time(slot.end, zone));
    } else {
        text.span = DayWords::tr("waits for a slot");
    }
    text.reason = entry.appointment.reason;
    text.stage = stageText(entry, now);
    const int waiting = waitingMinutes(entry, now);
    const int treated = treatmentMinutes(entry, now);
    text.shortStage = waiting >= 0 ? DayWords::tr("waits %1").arg(wording::minutes(waiting))
        : treated >= 0             ? wording::hoursMinutes(treated)
                                   : text.stage;
    text.homonym = homonym;
    text.alert = !entry.alerts.isEmpty();
    text.decide = visit.conflict.has_value();
    text.sending = entry.sending;
    text.failed = entry.failed || !visit.attention.isEmpty();
    if (text.failed)
        text.notes.append(DayWords::tr("needs attention"));
    if (text.decide)
        text.notes.append(DayWords::tr("to decide"));
    if (visit.linesChanged)
        text.notes.append(DayWords::tr("lines changed, confirm again"));
    if (visit.readyToExit && visit.state == VisitState::InTreatment)
        text.notes.append(DayWords::tr("ready to exit"));
    if (!entry.hasOrder && !isClosed(visit.state))
        text.notes.append(DayWords::tr("no order yet"));
    if (entry.appointment.patient.isEmpty())
        text.notes.append(DayWords::tr("patient not matched"));
    if (homonym)
        text.notes.append(DayWords::tr("same name today"));
    if (text.sending && !text.failed)
        text.notes.append(DayWords::tr("sending"));
    const bool priced =
        visit.state == VisitState::InTreatment || visit.state == VisitState::AwaitingInvoice;
    if (priced && !entry.total.currency.code.isEmpty())
        text.total = DayWords::tr("order %1", "amount")
                         .arg(wording::amount(entry.total))
                         .replace(u' ', QChar(0xa0)); // one piece where the line is broken
    return text;
}

QString spokenCard(const DayEntry &entry, const CardText &text)
{
    QStringList parts{text.name, text.span, text.reason, text.stage, text.total};
    parts += text.notes;
    parts += entry.alerts;
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString cardTip(const DayEntry &entry, const CardText &text)
{
    QStringList lines{QString(text.name + separator + text.span)};
    QStringList person;
    if (entry.birthDate.isValid())
        person.append(QLocale().toString(entry.birthDate, QLocale::ShortFormat));
    if (!entry.phone.isEmpty())
        person.append(wording::phone(entry.phone));
    lines.append(person.join(separator));
    lines.append(text.reason);
    QStringList standing{text.stage};
    if (!text.total.isEmpty())
        standing.append(text.total);
    lines.append(standing.join(separator));
    lines.append(text.notes.join(separator));
    lines.append(entry.alerts.join(separator));
    lines.append(entry.visit.attention);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

LiveLine liveLine(const DayColumn &column, DayGrouping grouping, const QList<DayEntry> &entries,
                  const QList<BusyBlock> &busy, const QDateTime &now, const QTimeZone &zone)
{
    LiveLine line;
    const QDate today = now.toTimeZone(zone).date();
    QHash<RoomId, int> rooms;
    const DayEntry *chair = nullptr;
    const DayEntry *overdue = nullptr;
    const DayEntry *next = nullptr;
    for (const DayEntry &entry : entries) {
        const Slot &slot = entry.appointment.slot;
        if (slot.start.toTimeZone(zone).date() != column.date)
            continue;
        if (grouping == DayGrouping::Surgeon ? slot.provider != column.provider
                                             : slot.room != column.room)
            continue;
        const VisitState state = entry.visit.state;
        if (state == VisitState::Cancelled)
            continue;
        ++line.count;
        if (!slot.room.isEmpty())
            ++rooms[slot.room];
        if (state == VisitState::InTreatment)
            chair = &entry;
        if (state == VisitState::Arrived && slot.start < now
            && (!overdue || slot.start < overdue->appointment.slot.start))
            overdue = &entry;
        if ((state == VisitState::Booked || state == VisitState::Arrived) && slot.start >= now
            && (!next || slot.start < next->appointment.slot.start))
            next = &entry;
    }
    int most = 0;
    for (auto it = rooms.cbegin(); it != rooms.cend(); ++it) {
        if (it.value() > most || (it.value() == most && it.key() < line.room)) {
            most = it.value();
            line.room = it.key();
        }
    }
    if (chair && !chair->appointment.slot.room.isEmpty())
        line.room = chair->appointment.slot.room;
    if (column.date != today)
        return line;

    const auto late = [&](const QDateTime &due) {
        line.kind = LiveLine::Kind::Late;
        line.minutes = int(due.secsTo(now) / 60);
    };
    constexpr int graceMinutes = 5; // nobody calls this late
    if (chair) {
        const QDateTime due = chair->appointment.slot.end;
        if (due.secsTo(now) >= graceMinutes * 60)
            late(due);
        else
            line.kind = LiveLine::Kind::InTreatment;
        return line;
    }
    if (overdue && overdue->appointment.slot.start.secsTo(now) >= graceMinutes * 60) {
        late(overdue->appointment.slot.start);
        return line;
    }
    for (const BusyBlock &block : busy) {
        if (grouping == DayGrouping::Surgeon && block.provider == column.provider
            && block.start <= now && now < block.end) {
            line.kind = LiveLine::Kind::BusyUntil;
            line.until = block.end;
            return line;
        }
    }
    line.kind = next ? LiveLine::Kind::FreeUntil : LiveLine::Kind::Free;
    if (next)
        line.until = next->appointment.slot.start;
    return line;
}

QString liveLineText(const LiveLine &line, const QString &roomName, const QTimeZone &zone)
{
    QString what;
    switch (line.kind) {
    case LiveLine::Kind::Count:
        what = line.count == 0 ? DayWords::tr("no appointments")
                               : DayWords::tr("%n appointment(s)", nullptr, line.count);
        break;
    case LiveLine::Kind::InTreatment:
        what = DayWords::tr("in treatment", "what a surgeon is doing");
        break;
    case LiveLine::Kind::Late:
        what = DayWords::tr("running %1 late").arg(wording::minutes(line.minutes));
        break;
    case LiveLine::Kind::BusyUntil:
        what = DayWords::tr("busy until %1").arg(wording::time(line.until, zone));
        break;
    case LiveLine::Kind::FreeUntil:
        what = DayWords::tr("free until %1").arg(wording::time(line.until, zone));
        break;
    case LiveLine::Kind::Free:
        what = DayWords::tr("free for the rest of the day");
        break;
    }
    return roomName.isEmpty() ? what : QString(roomName + separator + what);
}

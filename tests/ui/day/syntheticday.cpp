// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/day/syntheticday.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace syntheticday {

namespace {

QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 11, 23), QTime(0, 0).addSecs(minute * 60), QTimeZone(zone()))
        .toUTC();
}

Money rupees(qint64 minor)
{
    return {minor, {u"MUR"_s, 2}};
}

void arrive(DayEntry &entry, int minute)
{
    entry.visit.state = VisitState::Arrived;
    entry.visit.arrivedAt = at(minute);
}

void seat(DayEntry &entry, int minute, qint64 total)
{
    entry.visit.state = VisitState::InTreatment;
    entry.visit.arrivedAt = at(minute - 5);
    entry.visit.seatedAt = at(minute);
    entry.total = rupees(total);
}

void invoice(DayEntry &entry, qint64 total)
{
    entry.visit.state = VisitState::Invoiced;
    entry.total = rupees(total);
}

} // namespace

QByteArray zone()
{
    return "Indian/Mauritius";
}

QDateTime now()
{
    return at(9 * 60 + 52);
}

QList<Provider> providers()
{
    const QStringList names{u"Dr Léa Fontaine"_s, u"Dr Hugo Marchand"_s, u"Dr Inès Belkacem"_s,
                            u"Dr Paul Nguyên"_s};
    QList<Provider> result;
    for (int i = 0; i < names.size(); ++i) {
        Provider provider;
        provider.id = ProviderId(u"s%1"_s.arg(i + 1));
        provider.name = names[i];
        result.append(provider);
    }
    return result;
}

QList<Room> rooms()
{
    QList<Room> result;
    for (int i = 1; i <= 5; ++i) {
        Room room;
        room.id = RoomId(u"r%1"_s.arg(i));
        room.name = u"Room %1"_s.arg(i);
        result.append(room);
    }
    return result;
}

DayEntry card(const QString &id, const QString &name, const QString &provider, int startMinute,
              int minutes)
{
    DayEntry entry;
    entry.appointment.id = VisitId(id);
    entry.visit.id = VisitId(id);
    entry.appointment.patient = PatientId(QString(u"p"_s + id));
    entry.appointment.slot.provider = ProviderId(provider);
    entry.appointment.slot.room = RoomId(QString(u"r"_s + provider.mid(1)));
    entry.appointment.slot.start = at(startMinute);
    entry.appointment.slot.end = at(startMinute + minutes);
    entry.appointment.kind = Appointment::Kind::Other;
    entry.patientName = name;
    entry.hasOrder = true;
    return entry;
}

QList<DayEntry> design()
{
    QList<DayEntry> cards;
    const auto add = [&](const QString &name, const QString &provider, int start, int minutes,
                         const QString &reason) -> DayEntry & {
        cards.append(card(u"v%1"_s.arg(cards.size()), name, provider, start, minutes));
        cards.last().appointment.reason = reason;
        return cards.last();
    };
    invoice(add(u"Camille D’Abbadie"_s, u"s1"_s, 510, 30, u"Consultation"_s), 6500);
    DayEntry &chair =
        add(u"Jean-Baptiste Lefèvre"_s, u"s1"_s, 540, 60, u"Intervention · implant 36, 46"_s);
    seat(chair, 540, 248000);
    chair.alerts = {u"Penicillin allergy"_s, u"Anticoagulant"_s};
    chair.birthDate = QDate(1974, 3, 14);
    chair.phone = u"+33 6 12 34 56 78"_s;
    arrive(add(u"Maëlle Ó Briain"_s, u"s1"_s, 600, 30, u"Consultation"_s), 584);
    add(u"Aïcha N’Diaye"_s, u"s1"_s, 660, 60, u"Crown 11 · scan required"_s).visit.confirmed = true;
    invoice(add(u"Élodie Saint-Clair"_s, u"s2"_s, 510, 60, u"Scaling"_s), 9000);
    DayEntry &walkIn = add(u"Noé Garnier"_s, u"s2"_s, 630, 30, u"Consultation"_s);
    walkIn.appointment.kind = Appointment::Kind::WalkIn;
    walkIn.sending = true;
    add(u"François Müller"_s, u"s2"_s, 720, 60, u"Bridge 24–26"_s).hasOrder = false;
    add(u"Zoé Petit"_s, u"s3"_s, 510, 30, u"Control"_s).visit.state = VisitState::NoShow;
    seat(add(u"Thị Mai Trần"_s, u"s3"_s, 570, 60, u"Extraction 38, 48"_s), 571, 42000);
    arrive(add(u"Luc van den Berg"_s, u"s3"_s, 630, 30, u"Consultation"_s), 590);
    add(u"Sofía Álvarez-Núñez"_s, u"s3"_s, 660, 120, u"Surgery · sinus lift 25–27"_s)
        .visit.confirmed = true;
    arrive(add(u"Ernest L’Hermitte"_s, u"s4"_s, 540, 30, u"Control"_s), 541);
    arrive(add(u"Oumar Traoré"_s, u"s4"_s, 600, 60, u"Implant review 15"_s), 578);
    add(u"Anne-Sophie Roux"_s, u"s4"_s, 750, 30, u"Consultation"_s);
    return cards;
}

QList<DayEntry> full(int count)
{
    static const QStringList names{u"Camille D’Abbadie"_s,
                                   u"Jean-Baptiste Lefèvre"_s,
                                   u"Ramgoolam Seewoosagur"_s,
                                   u"Li Wei"_s,
                                   u"Fatima-Zahra El Amrani"_s,
                                   u"Marie-Christine de la Villebrune-Montaigne"_s,
                                   u"Ó Briain"_s,
                                   u"Priya Ramessur"_s};
    static const QStringList reasons{u"Consultation"_s,
                                     u"Scaling"_s,
                                     u"Crown 11 · scan required"_s,
                                     u"Extraction 38, 48"_s,
                                     u"Surgery · sinus lift 25–27"_s,
                                     {}};
    QList<DayEntry> cards;
    for (int i = 0; i < count; ++i) {
        const QString provider = u"s%1"_s.arg(i % 4 + 1);
        const int start = 450 + i / 4 * 40 + i % 3 * 5;
        DayEntry entry = card(u"f%1"_s.arg(i), names[i % names.size()], provider, start,
                              i % 7 == 0       ? 15
                                  : i % 5 == 0 ? 60
                                               : 30);
        entry.appointment.reason = reasons[i % reasons.size()];
        entry.hasOrder = i % 6 != 0;
        entry.failed = i % 17 == 4;
        entry.sending = i % 9 == 2;
        if (i % 8 == 1)
            entry.alerts = {u"Penicillin allergy"_s};
        if (i % 19 == 7)
            entry.visit.conflict = SlotConflict{Service::GoogleCalendar, entry.appointment.slot};
        if (start < 540)
            invoice(entry, 120000 + i * 100);
        else if (start < 590)
            seat(entry, start + 2, 90000 + i * 5000);
        else if (start < 625)
            arrive(entry, 592 - i);
        else if (i % 11 == 0)
            entry.visit.state = VisitState::Cancelled;
        else
            entry.visit.confirmed = i % 2 == 0;
        if (i == 9)
            entry.visit.state = VisitState::AwaitingInvoice;
        cards.append(entry);
    }
    return cards;
}

QList<BusyBlock> busy()
{
    return {{ProviderId(u"s4"_s), at(14 * 60), at(15 * 60 + 30), u"b1"_s}};
}

QList<OpeningSpan> hours()
{
    QList<OpeningSpan> result;
    for (int weekday = 1; weekday <= 6; ++weekday) {
        result.append({weekday, QTime(7, 30), QTime(12, 0)});
        if (weekday < 6)
            result.append({weekday, QTime(13, 30), QTime(18, 30)});
    }
    return result;
}

} // namespace syntheticday

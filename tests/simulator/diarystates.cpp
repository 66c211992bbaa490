// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/diary.h"

#include <QHash>

using namespace Qt::StringLiterals;

// What became of the appointments: states, origins, patients and records.

namespace sim {

namespace {

bool keepsItsSlot(const SeedAppointment &appointment)
{
    return appointment.status != "cancelled"_L1 && appointment.status != "noShow"_L1;
}

} // namespace

void Diary::drawStates()
{
    for (SeedAppointment &appointment : m_clinic.appointments) {
        if (appointment.end <= m_now) {
            appointment.status = pastStatus();
        } else if (appointment.start <= m_now) {
            appointment.status = u"inTreatment"_s;
        } else if (appointment.start <= m_now.addSecs(30 * 60)) {
            appointment.status = m_random.chance(600) ? u"arrived"_s : u"confirmed"_s;
        } else {
            appointment.status = futureStatus(appointment.start);
        }
    }
}

QString Diary::pastStatus()
{
    const int die = m_random.below(1000);
    if (die < 47) {
        return u"noShow"_s;
    }
    return die < 47 + 110 ? u"cancelled"_s : u"completed"_s;
}

QString Diary::futureStatus(const QDateTime &start)
{
    if (m_random.chance(40)) {
        return u"cancelled"_s;
    }
    const int confirmed = m_now.daysTo(start) <= 3 ? 450 : 120;
    return m_random.chance(confirmed) ? u"confirmed"_s : u"scheduled"_s;
}

// However small the day: somebody is in a chair, and two sit in the waiting room.
void Diary::settleToday()
{
    int seated = 0;
    int waiting = 0;
    QList<qsizetype> coming;
    for (qsizetype i = 0; i < m_clinic.appointments.size(); ++i) {
        const SeedAppointment &appointment = m_clinic.appointments.at(i);
        if (!isToday(appointment)) {
            continue;
        }
        seated += appointment.status == "inTreatment"_L1 ? 1 : 0;
        waiting += appointment.status == "arrived"_L1 ? 1 : 0;
        if (appointment.start > m_now && appointment.status != "arrived"_L1) {
            coming.append(i);
        }
    }
    for (; seated < 1 && coming.size() > 10; ++seated) {
        m_clinic.appointments[coming.takeFirst()].status = u"inTreatment"_s;
    }
    for (; waiting < 2 && coming.size() > 10; ++waiting) {
        m_clinic.appointments[coming.takeFirst()].status = u"arrived"_s;
    }
}

void Diary::drawOrigins()
{
    for (SeedAppointment &appointment : m_clinic.appointments) {
        const int die = m_random.below(100);
        if (die >= 80 && die < 92) {
            appointment.origin = SeedOrigin::DentalTapBorn;
        } else if (die >= 92 && keepsItsSlot(appointment) && appointment.status != "arrived"_L1
                   && appointment.status != "inTreatment"_L1) {
            // The CRM knows no arrival, and an event that is called off is deleted.
            appointment.origin = SeedOrigin::CrmBorn;
            appointment.status = appointment.end <= m_now ? u"completed"_s : u"scheduled"_s;
        }
    }
}

// At least three of each foreign origin still to come today: tests and demo live from them.
void Diary::guaranteeForeign()
{
    constexpr int Wanted = 3;
    for (const SeedOrigin origin : {SeedOrigin::DentalTapBorn, SeedOrigin::CrmBorn}) {
        int have = 0;
        QList<qsizetype> convertible;
        for (qsizetype i = 0; i < m_clinic.appointments.size(); ++i) {
            const SeedAppointment &appointment = m_clinic.appointments.at(i);
            if (!isToday(appointment) || appointment.start <= m_now.addSecs(30 * 60)) {
                continue;
            }
            if (appointment.origin == origin) {
                have += appointment.status == "scheduled"_L1 ? 1 : 0;
            } else if (appointment.origin == SeedOrigin::Vestibule) {
                convertible.append(i);
            }
        }
        m_random.shuffle(convertible);
        for (; have < Wanted && !convertible.isEmpty(); ++have) {
            SeedAppointment &appointment = m_clinic.appointments[convertible.takeLast()];
            appointment.origin = origin;
            appointment.status = u"scheduled"_s;
        }
    }
}

void Diary::drawPatient(SeedAppointment &appointment)
{
    const QList<int> *pool = &m_whole;
    if (appointment.origin == SeedOrigin::DentalTapBorn && m_random.chance(400)
        && !m_dentalTapOnly.isEmpty()) {
        pool = &m_dentalTapOnly;
    } else if (appointment.origin == SeedOrigin::CrmBorn && m_random.chance(600)
               && !m_crmOnly.isEmpty()) {
        pool = &m_crmOnly;
    }
    appointment.patient = pool->isEmpty()
        ? m_random.below(static_cast<int>(m_clinic.patients.size()))
        : m_random.pick(*pool);
}

// Which records an appointment left in which system follows from origin and status.
void Diary::nameRecords()
{
    QHash<QDate, QSet<int>> busy;
    for (int i = 0; i < m_clinic.appointments.size(); ++i) {
        SeedAppointment &appointment = m_clinic.appointments[i];
        QSet<int> &there = busy[appointment.start.toTimeZone(m_zone).date()];
        for (int attempt = 0; attempt < 20; ++attempt) {
            drawPatient(appointment);
            if (!there.contains(appointment.patient)) {
                break;
            }
        }
        there.insert(appointment.patient);

        const bool completed = appointment.status == "completed"_L1;
        if (appointment.origin == SeedOrigin::CrmBorn) {
            appointment.eventId = m_ids.crm(CrmKind::Event, i + 1);
            continue;
        }
        appointment.dentalTapId = QString::number(90001 + i);
        if (completed) {
            recordActs(appointment);
        }
        if (appointment.origin == SeedOrigin::DentalTapBorn) {
            continue;
        }
        appointment.vestibuleRef = m_ids.uuid();
        appointment.dealId = m_ids.crm(CrmKind::Deal, i + 1);
        appointment.quoteId = m_ids.crm(CrmKind::Quote, i + 1);
        appointment.salesOrderId = m_ids.crm(CrmKind::SalesOrder, i + 1);
        if (keepsItsSlot(appointment)) {
            appointment.eventId = m_ids.crm(CrmKind::Event, i + 1);
            appointment.googleEventId = m_ids.google();
        }
        // Who left the chair in the last half hour still waits for the exit.
        if (completed && appointment.end.secsTo(m_now) > 30 * 60) {
            appointment.invoiceId = m_ids.crm(CrmKind::Invoice, i + 1);
            appointment.quickBooksInvoiceId = QString::number(5001 + i);
        }
    }
}

void Diary::recordActs(SeedAppointment &appointment)
{
    static const QStringList teeth{
        u"16"_s, u"26"_s, u"36"_s, u"46"_s, u"11"_s, u"21"_s, u"14"_s, u"24"_s, u"37"_s, u"47"_s,
    };
    static const QStringList surfaces{u"O"_s, u"M"_s, u"D"_s, u"V"_s};
    const int extra = m_random.chance(450) ? m_random.between(1, 3) : 0;
    for (int i = 0; i <= extra; ++i) {
        SeedActivityItem item;
        item.product = i == 0 ? appointment.product : drawProduct();
        const SeedProduct &product = m_clinic.products.at(item.product);
        item.id = u"%1-%2"_s.arg(appointment.dentalTapId).arg(i + 1);
        item.label = product.name;
        if (product.toothScope == "tooth"_L1 || product.toothScope == "surface"_L1) {
            item.teeth.append(m_random.pick(teeth));
        }
        if (product.toothScope == "surface"_L1) {
            item.surfaces.append(m_random.pick(surfaces));
        }
        appointment.activity.append(item);
    }
}

} // namespace sim

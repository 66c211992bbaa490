// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/diary.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr int Opening = 7 * 60 + 30;
constexpr int Noon = 12 * 60;
constexpr int Afternoon = 13 * 60 + 30;
constexpr int Closing = 18 * 60 + 30;
//! Two surgeons keep the evening of today free, so that a walk-in finds a place at any time.
constexpr int QuietEvening = 17 * 60;
constexpr int Grid = 5;

int productIndex(const Clinic &clinic, QStringView code)
{
    for (qsizetype i = 0; i < clinic.products.size(); ++i) {
        if (clinic.products.at(i).code == code) {
            return static_cast<int>(i);
        }
    }
    return 0;
}

bool needsTheatre(const SeedProduct &product)
{
    return product.category == "implantology"_L1 || product.durationMinutes >= 75;
}

} // namespace

Diary::Diary(Clinic &clinic, SeedRandom &random, SeedIds &ids)
    : m_clinic(clinic), m_random(random), m_ids(ids), m_zone(clinic.options.timeZone.toLatin1())
{
    const QDate today = clinic.options.today;
    m_now = instant(today, 10 * 60);
    m_dayStart = instant(today, 0);
    m_dayEnd = instant(today.addDays(1), 0);

    struct Usual {
        QStringView code;
        int weight;
    };
    static constexpr Usual Mix[] = {
        {u"CON01", 24}, {u"CON02", 16}, {u"PRE01", 9}, {u"SOI01", 7}, {u"SOI02", 7}, {u"SOI03", 4},
        {u"CON05", 4},  {u"CON07", 3},  {u"CON04", 3}, {u"CHI01", 4}, {u"CHI02", 2}, {u"CHI03", 2},
        {u"CHI06", 4},  {u"IMP01", 4},  {u"IMP03", 2}, {u"IMP04", 1}, {u"IMP12", 2}, {u"PRO01", 3},
        {u"PRO05", 1},  {u"PRO08", 2},  {u"PRO10", 2}, {u"PAR01", 2}, {u"PAR03", 2}, {u"END01", 1},
        {u"END02", 1},  {u"END03", 1},  {u"EST01", 2}, {u"EST03", 2}, {u"AMO01", 1}, {u"ORT05", 3},
    };
    for (const Usual &usual : Mix) {
        const int product = productIndex(clinic, usual.code);
        for (int i = 0; i < usual.weight; ++i) {
            m_usual.append(product);
        }
    }
}

void Diary::fill()
{
    splitPatients();
    planLeave();
    const QDate today = m_clinic.options.today;
    for (int offset = -m_clinic.options.days; offset <= m_clinic.options.days; ++offset) {
        const QDate day = today.addDays(offset);
        if (offset == 0 || day.dayOfWeek() != Qt::Sunday) {
            fillDay(day);
        }
    }
    drawStates();
    settleToday();
    drawOrigins();
    guaranteeForeign();
    nameRecords();
}

void Diary::splitPatients()
{
    for (int i = 0; i < m_clinic.patients.size(); ++i) {
        const SeedPatient &patient = m_clinic.patients.at(i);
        if (patient.contactId.isEmpty()) {
            m_dentalTapOnly.append(i);
        } else if (patient.dentalTapId.isEmpty()) {
            m_crmOnly.append(i);
        } else if (i % 3 == 0 || m_clinic.patients.size() < 1000) {
            m_whole.append(i); // a tenth to a third of all patients is active
        }
    }
}

// One leave of a day or two for each surgeon, never today.
void Diary::planLeave()
{
    const int days = m_clinic.options.days;
    if (days < 7) {
        return;
    }
    for (int provider = 0; provider < m_clinic.providers.size(); ++provider) {
        const int offset = m_random.between(2, days - 2) * (m_random.chance(500) ? 1 : -1);
        for (int i = 0; i < m_random.between(1, 2); ++i) {
            const QDate day = m_clinic.options.today.addDays(offset + i);
            if (offset + i != 0 && day.dayOfWeek() != Qt::Sunday) {
                m_leave.insert({provider, day});
                addBlock(provider, day, {Opening, Closing}, u"Congés"_s);
            }
        }
    }
}

void Diary::addBlock(int provider, QDate day, Stretch stretch, const QString &summary)
{
    SeedBusyBlock block;
    block.provider = provider;
    block.eventId = m_ids.google();
    block.summary = summary;
    block.start = instant(day, stretch.from);
    block.end = instant(day, stretch.to);
    m_clinic.busyBlocks.append(block);
}

void Diary::fillDay(QDate day)
{
    m_dayBegin = m_clinic.appointments.size();
    const bool today = day == m_clinic.options.today;
    const bool half = !today && day.dayOfWeek() == Qt::Saturday;
    const int surgeons = static_cast<int>(m_clinic.providers.size());
    const int wanted =
        half ? m_clinic.options.appointmentsPerDay / 2 : m_clinic.options.appointmentsPerDay;
    for (int provider = 0; provider < surgeons; ++provider) {
        if (!m_leave.contains({provider, day})) {
            const int share = (wanted + surgeons - 1 - provider) / surgeons;
            fillSurgeon(day, provider, share);
        }
    }
    if (!half && m_random.chance(400)) {
        addEmergency();
    }
    std::sort(m_clinic.appointments.begin() + m_dayBegin, m_clinic.appointments.end(),
              [](const SeedAppointment &a, const SeedAppointment &b) {
                  return a.start != b.start ? a.start < b.start : a.provider < b.provider;
              });
}

void Diary::fillSurgeon(QDate day, int provider, int count)
{
    const bool today = day == m_clinic.options.today;
    const bool half = !today && day.dayOfWeek() == Qt::Saturday;
    const bool quiet = today && provider % 2 == 0;
    const Stretch morning{Opening, Noon};
    const Stretch afternoon{Afternoon, quiet ? QuietEvening : Closing};
    const int length = half ? 0 : afternoon.to - afternoon.from;
    const int capacity = morning.to - morning.from + length;

    QList<int> products;
    int total = 0;
    for (int i = 0; i < count; ++i) {
        products.append(drawProduct());
        total += m_clinic.products.at(products.last()).durationMinutes;
    }
    // Too long a day: the longest acts become short controls until the day holds them all.
    const int control = productIndex(m_clinic, u"CON02");
    const int controlMinutes = m_clinic.products.at(control).durationMinutes;
    while (total > capacity * 9 / 10) {
        const auto longest =
            std::max_element(products.begin(), products.end(), [this](int a, int b) {
                return m_clinic.products.at(a).durationMinutes
                    < m_clinic.products.at(b).durationMinutes;
            });
        if (longest == products.end()
            || m_clinic.products.at(*longest).durationMinutes <= controlMinutes) {
            break;
        }
        total += controlMinutes - m_clinic.products.at(*longest).durationMinutes;
        *longest = control;
    }

    // The morning takes acts up to its part of the day's work.
    const int morningWork = half ? total : total * (morning.to - morning.from) / capacity;
    QList<int> early;
    QList<int> late;
    int work = 0;
    for (const int product : std::as_const(products)) {
        const int minutes = m_clinic.products.at(product).durationMinutes;
        const bool fits = work + minutes <= morning.to - morning.from;
        if (fits && (half || work < morningWork)) {
            early.append(product);
            work += minutes;
        } else if (!half) {
            late.append(product);
        }
    }
    fillStretch(day, provider, early, morning);
    if (half) {
        return;
    }
    fillStretch(day, provider, late, afternoon);
    if (!today && m_random.chance(60)) {
        book(day, provider, control, Noon + 10, controlMinutes);
    } else {
        addBlock(provider, day, {Noon + 15, Afternoon - 15}, u"Déjeuner"_s);
    }
}

// Spreads the slack of a stretch at random, on a grid of five minutes.
void Diary::fillStretch(QDate day, int provider, const QList<int> &products, Stretch stretch)
{
    int work = 0;
    for (const int product : products) {
        work += m_clinic.products.at(product).durationMinutes;
    }
    int slack = stretch.to - stretch.from - work;
    int cursor = stretch.from;
    qsizetype left = products.size();
    for (const int product : products) {
        const int minutes = m_clinic.products.at(product).durationMinutes;
        if (cursor + minutes > stretch.to) {
            return;
        }
        const int most = slack > 0 ? static_cast<int>(2 * slack / (left + 1)) : 0;
        // The day opens with a burst: seldom a gap before the first.
        const int gap = left == products.size() && m_random.chance(700)
            ? 0
            : m_random.below(most / Grid + 1) * Grid;
        cursor += gap;
        slack -= gap;
        book(day, provider, product, cursor, minutes);
        cursor += minutes;
        --left;
    }
}

// An emergency between two bookings: the one overlap that a day may have.
void Diary::addEmergency()
{
    const qsizetype count = m_clinic.appointments.size() - m_dayBegin;
    if (count < 8) {
        return;
    }
    const qsizetype at = m_dayBegin + m_random.below(static_cast<int>(count));
    const SeedAppointment beside = m_clinic.appointments.at(at);
    const int emergency = productIndex(m_clinic, u"CON03");
    SeedAppointment urgent = beside;
    urgent.product = emergency;
    urgent.end = urgent.start.addSecs(60 * m_clinic.products.at(emergency).durationMinutes);
    urgent.note = u"Urgence, entre deux rendez-vous"_s;
    const bool single =
        std::count_if(m_clinic.appointments.cbegin() + m_dayBegin, m_clinic.appointments.cend(),
                      [&urgent](const SeedAppointment &other) {
                          return other.provider == urgent.provider && other.start < urgent.end
                              && urgent.start < other.end;
                      })
        == 1;
    urgent.room = freeRoom(urgent);
    if (single && urgent.room >= 0) {
        m_clinic.appointments.append(urgent);
    }
}

SeedAppointment &Diary::book(QDate day, int provider, int product, int from, int minutes)
{
    SeedAppointment appointment;
    appointment.provider = provider;
    appointment.product = product;
    appointment.start = instant(day, from);
    appointment.end = instant(day, from + minutes);
    appointment.room = provider; // each surgeon has a room of her own
    if (needsTheatre(m_clinic.products.at(product))) {
        const int theatre = freeRoom(appointment);
        if (theatre >= 0) {
            appointment.room = theatre;
        }
    }
    static const QStringList notes{
        u"Rappeler la veille"_s, u"Vient de loin, prévoir du temps"_s,
        u"Apporter la radio"_s,  u"Préfère le matin"_s,
        u"Accompagné"_s,         u"À jeun"_s,
        u"Devis à remettre"_s,
    };
    if (m_random.chance(150)) {
        appointment.note = m_random.pick(notes);
    }
    m_clinic.appointments.append(appointment);
    return m_clinic.appointments.last();
}

//! The room that no surgeon calls her own, when nobody of that day is in it; -1 otherwise.
int Diary::freeRoom(const SeedAppointment &appointment) const
{
    const int theatre = static_cast<int>(m_clinic.rooms.size()) - 1;
    const bool taken =
        std::any_of(m_clinic.appointments.cbegin() + m_dayBegin, m_clinic.appointments.cend(),
                    [&appointment, theatre](const SeedAppointment &other) {
                        return other.room == theatre && other.start < appointment.end
                            && appointment.start < other.end;
                    });
    return taken ? -1 : theatre;
}

int Diary::drawProduct()
{
    return m_random.pick(m_usual);
}

QDateTime Diary::instant(QDate day, int minutes) const
{
    return QDateTime(day, QTime(0, 0).addSecs(60 * minutes), m_zone).toUTC();
}

bool Diary::isToday(const SeedAppointment &appointment) const
{
    return appointment.start >= m_dayStart && appointment.start < m_dayEnd;
}

} // namespace sim

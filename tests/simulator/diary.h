// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/clinic.h"
#include "tests/simulator/seedids.h"
#include "tests/simulator/seedrandom.h"

#include <QSet>
#include <QTimeZone>

namespace sim {

//! Fills a clinic's diary around its `today`, as the clinic would see it at ten o'clock that day.
//!
//! Patients, providers, rooms and products must be there already. Hours and load: domain-fr.md
//! section 5. `today` always counts as a working day, even a Sunday: a demo may start on any day.
class Diary
{
public:
    Diary(Clinic &clinic, SeedRandom &random, SeedIds &ids);

    void fill();

private:
    //! A stretch of one surgeon's day, minutes since midnight.
    struct Stretch {
        int from = 0;
        int to = 0;
    };

    void splitPatients();
    void planLeave();
    void fillDay(QDate day);
    void fillSurgeon(QDate day, int provider, int count);
    void fillStretch(QDate day, int provider, const QList<int> &products, Stretch stretch);
    void addEmergency();
    void addBlock(int provider, QDate day, Stretch stretch, const QString &summary);
    SeedAppointment &book(QDate day, int provider, int product, int from, int minutes);
    int drawProduct();
    int freeRoom(const SeedAppointment &appointment) const;

    void drawStates();
    void settleToday();
    QString pastStatus();
    QString futureStatus(const QDateTime &start);
    void drawOrigins();
    void guaranteeForeign();
    void drawPatient(SeedAppointment &appointment);
    void nameRecords();
    void recordActs(SeedAppointment &appointment);

    QDateTime instant(QDate day, int minutes) const;
    bool isToday(const SeedAppointment &appointment) const;

    Clinic &m_clinic;
    SeedRandom &m_random;
    SeedIds &m_ids;
    QTimeZone m_zone;
    QDateTime m_now; //!< ten o'clock of today
    QDateTime m_dayStart;
    QDateTime m_dayEnd;
    QSet<QPair<int, QDate>> m_leave;
    QList<int> m_whole; //!< patients known to every system
    QList<int> m_dentalTapOnly; //!< patients without external id
    QList<int> m_crmOnly; //!< contacts without twins
    QList<int> m_usual; //!< products, each as often as it is usual
    qsizetype m_dayBegin = 0; //!< index of the current day's first appointment
};

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/diary.h"

#include <QHash>
#include <QSet>
#include <QTest>
#include <QTimeZone>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace sim;

namespace {

bool overlap(const SeedAppointment &a, const SeedAppointment &b)
{
    return a.start < b.end && b.start < a.end;
}

const QDate Weekday(2026, 3, 5);
const QDate Sunday(2026, 3, 8);

} // namespace

class TestDiary : public QObject
{
    Q_OBJECT

private:
    static Clinic generated(quint64 seed, QDate today, int patients = 3000)
    {
        ClinicOptions options;
        options.seed = seed;
        options.today = today;
        options.patients = patients;
        return Clinic::generate(options);
    }

    //! Made once and kept: a debug build takes its time.
    static const Clinic &clinic(quint64 seed, QDate today, int patients = 3000)
    {
        static std::map<std::tuple<quint64, QDate, int>, Clinic> made;
        const auto key = std::tuple(seed, today, patients);
        const auto known = made.find(key);
        if (known != made.end()) {
            return known->second;
        }
        return made.emplace(key, generated(seed, today, patients)).first->second;
    }

    static void days()
    {
        QTest::addColumn<quint64>("seed");
        QTest::addColumn<QDate>("today");
        for (const quint64 seed : {1ULL, 2ULL, 77ULL}) {
            QTest::addRow("seed %d on a weekday", static_cast<int>(seed))
                << quint64(seed) << Weekday;
            QTest::addRow("seed %d on a Saturday", static_cast<int>(seed))
                << quint64(seed) << Sunday.addDays(-1);
            QTest::addRow("seed %d on a Sunday", static_cast<int>(seed)) << quint64(seed) << Sunday;
        }
    }

    static QList<SeedAppointment> dayOf(const Clinic &clinic, QDate day)
    {
        const QTimeZone zone(clinic.options.timeZone.toLatin1());
        QList<SeedAppointment> found;
        for (const SeedAppointment &appointment : clinic.appointments) {
            if (appointment.start.toTimeZone(zone).date() == day) {
                found.append(appointment);
            }
        }
        return found;
    }

    static QDateTime at(const Clinic &clinic, QDate day, QTime time)
    {
        return QDateTime(day, time, QTimeZone(clinic.options.timeZone.toLatin1())).toUTC();
    }

private Q_SLOTS:
    void recordsFollowFromTheOrigin()
    {
        const Clinic &made = clinic(9, Weekday, 30000);
        QHash<SeedOrigin, int> origins;
        int strangers = 0;
        for (const SeedAppointment &a : made.appointments) {
            origins[a.origin] += 1;
            const SeedPatient &patient = made.patients.at(a.patient);
            const bool live = a.status != "cancelled"_L1 && a.status != "noShow"_L1;
            switch (a.origin) {
            case SeedOrigin::Vestibule:
                QVERIFY(!a.dentalTapId.isEmpty() && !a.salesOrderId.isEmpty());
                QVERIFY(!patient.contactId.isEmpty() && !patient.dentalTapId.isEmpty());
                QCOMPARE(!a.googleEventId.isEmpty(), live);
                QCOMPARE(!a.eventId.isEmpty(), live);
                QVERIFY(a.invoiceId.isEmpty() || a.status == "completed"_L1);
                break;
            case SeedOrigin::DentalTapBorn:
                QVERIFY(!a.dentalTapId.isEmpty() && a.salesOrderId.isEmpty());
                QVERIFY(!patient.dentalTapId.isEmpty());
                strangers += patient.contactId.isEmpty() ? 1 : 0;
                break;
            case SeedOrigin::CrmBorn:
                QVERIFY(a.dentalTapId.isEmpty() && !a.eventId.isEmpty());
                QVERIFY(!patient.contactId.isEmpty());
                break;
            }
            QCOMPARE(!a.activity.isEmpty(),
                     a.status == "completed"_L1 && a.origin != SeedOrigin::CrmBorn);
        }
        const double all = static_cast<double>(made.appointments.size());
        QVERIFY(std::abs(origins.value(SeedOrigin::DentalTapBorn) / all - 0.12) < 0.03);
        QVERIFY(std::abs(origins.value(SeedOrigin::CrmBorn) / all - 0.08) < 0.03);
        QVERIFY(strangers > 10);
    }

    void loadIsThatOfFourSurgeons()
    {
        const Clinic &made = clinic(2, Weekday);
        int days = 0;
        qsizetype booked = 0;
        for (int offset = -30; offset <= 30; ++offset) {
            const QDate day = Weekday.addDays(offset);
            const qsizetype count = dayOf(made, day).size();
            if (day.dayOfWeek() == Qt::Sunday) {
                QCOMPARE(count, 0);
            } else if (day.dayOfWeek() == Qt::Saturday) {
                QVERIFY2(count >= 10 && count <= 26, qPrintable(QString::number(count)));
            } else {
                ++days;
                booked += count;
            }
        }
        const double mean = static_cast<double>(booked) / days;
        QVERIFY2(mean > 42 && mean < 50, qPrintable(QString::number(mean)));
    }

    void todayIsAWorkingDay_data() { days(); }

    void todayIsAWorkingDay()
    {
        QFETCH(quint64, seed);
        QFETCH(QDate, today);
        const qsizetype count = dayOf(clinic(seed, today), today).size();
        QVERIFY2(count >= 40 && count <= 52, qPrintable(QString::number(count)));
    }

    void everybodyComesWithinOpeningHours_data() { days(); }

    void everybodyComesWithinOpeningHours()
    {
        QFETCH(quint64, seed);
        QFETCH(QDate, today);
        const Clinic &made = clinic(seed, today);
        const QTimeZone zone(made.options.timeZone.toLatin1());
        int lunch = 0;
        for (const SeedAppointment &a : made.appointments) {
            const QDateTime start = a.start.toTimeZone(zone);
            const QDateTime end = a.end.toTimeZone(zone);
            const bool half = start.date() != today && start.date().dayOfWeek() == Qt::Saturday;
            QVERIFY(start.time() >= QTime(7, 30));
            QVERIFY(end.time() <= (half ? QTime(12, 20) : QTime(18, 30)));
            QVERIFY(a.start < a.end);
            QCOMPARE(a.start.timeSpec(), Qt::UTC);
            lunch += start.time() < QTime(13, 30) && end.time() > QTime(12, 0) ? 1 : 0;
        }
        QVERIFY(lunch * 50 < made.appointments.size() * 2);
    }

    void overlapsAreFewAndMeant_data() { days(); }

    void overlapsAreFewAndMeant()
    {
        QFETCH(quint64, seed);
        QFETCH(QDate, today);
        const Clinic &made = clinic(seed, today);
        int overlaps = 0;
        for (int offset = -30; offset <= 30; ++offset) {
            const QList<SeedAppointment> day = dayOf(made, today.addDays(offset));
            int here = 0;
            for (qsizetype i = 0; i < day.size(); ++i) {
                for (qsizetype j = i + 1; j < day.size(); ++j) {
                    if (overlap(day.at(i), day.at(j))) {
                        QVERIFY(day.at(i).room != day.at(j).room);
                        here += day.at(i).provider == day.at(j).provider ? 1 : 0;
                    }
                }
            }
            QVERIFY(here <= 1);
            overlaps += here;
        }
        QVERIFY2(overlaps >= 5 && overlaps <= 40, qPrintable(QString::number(overlaps)));
    }

    void statesAreThoseOfTenOClock_data() { days(); }

    void statesAreThoseOfTenOClock()
    {
        QFETCH(quint64, seed);
        QFETCH(QDate, today);
        const Clinic &made = clinic(seed, today);
        const QDateTime now = at(made, today, QTime(10, 0));
        QHash<QString, int> counts;
        int past = 0;
        for (const SeedAppointment &a : made.appointments) {
            if (a.end <= now) {
                ++past;
                counts[a.status] += 1;
                QVERIFY(
                    QStringList({u"completed"_s, u"noShow"_s, u"cancelled"_s}).contains(a.status));
            } else if (a.start > at(made, today, QTime(12, 0))) {
                QVERIFY(QStringList({u"scheduled"_s, u"confirmed"_s, u"cancelled"_s})
                            .contains(a.status));
            }
        }
        QVERIFY(counts.value(u"noShow"_s) * 100 > past * 2);
        QVERIFY(counts.value(u"noShow"_s) * 100 < past * 8);
        QVERIFY(counts.value(u"cancelled"_s) * 100 > past * 6);
        QVERIFY(counts.value(u"cancelled"_s) * 100 < past * 16);

        QHash<QString, int> here;
        for (const SeedAppointment &a : dayOf(made, today)) {
            here[a.status] += 1;
        }
        QVERIFY(here.value(u"completed"_s) >= 4);
        QVERIFY(here.value(u"inTreatment"_s) >= 1);
        QVERIFY(here.value(u"arrived"_s) >= 1);
        QVERIFY(here.value(u"scheduled"_s) >= 6);
    }

    void todayHasForeignAppointmentsStillToCome_data() { days(); }

    void todayHasForeignAppointmentsStillToCome()
    {
        QFETCH(quint64, seed);
        QFETCH(QDate, today);
        const Clinic &made = clinic(seed, today);
        const QDateTime now = at(made, today, QTime(10, 0));
        QHash<SeedOrigin, int> coming;
        for (const SeedAppointment &a : dayOf(made, today)) {
            if (a.start > now && a.status == "scheduled"_L1) {
                coming[a.origin] += 1;
            }
        }
        QVERIFY(coming.value(SeedOrigin::DentalTapBorn) >= 3);
        QVERIFY(coming.value(SeedOrigin::CrmBorn) >= 3);
    }

    void twoSurgeonsHaveAPlaceAtAnyTimeOfToday_data() { days(); }

    void twoSurgeonsHaveAPlaceAtAnyTimeOfToday()
    {
        QFETCH(quint64, seed);
        QFETCH(QDate, today);
        const Clinic &made = clinic(seed, today);
        const QList<SeedAppointment> booked = dayOf(made, today);
        const QDateTime closing = at(made, today, QTime(18, 30));
        const QDateTime last = at(made, today, QTime(17, 0));
        for (QDateTime from = at(made, today, QTime(7, 30)); from <= last;
             from = from.addSecs(15 * 60)) {
            int surgeons = 0;
            for (int provider = 0; provider < 4; ++provider) {
                bool free = false;
                for (QDateTime slot = from; !free && slot.addSecs(30 * 60) <= closing;
                     slot = slot.addSecs(5 * 60)) {
                    const QDateTime end = slot.addSecs(30 * 60);
                    const auto inTheWay = [&](const auto &entry) {
                        return entry.provider == provider && entry.start < end && slot < entry.end;
                    };
                    free = std::none_of(booked.cbegin(), booked.cend(), inTheWay)
                        && std::none_of(made.busyBlocks.cbegin(), made.busyBlocks.cend(), inTheWay);
                }
                surgeons += free ? 1 : 0;
            }
            QVERIFY2(surgeons >= 2, qPrintable(from.toString(Qt::ISODate)));
        }
    }

    void busyBlocksHoldNoAppointment_data() { days(); }

    void busyBlocksHoldNoAppointment()
    {
        QFETCH(quint64, seed);
        QFETCH(QDate, today);
        const Clinic &made = clinic(seed, today);
        QSet<QString> summaries;
        for (const SeedBusyBlock &block : made.busyBlocks) {
            summaries.insert(block.summary);
            for (const SeedAppointment &a : made.appointments) {
                QVERIFY(a.provider != block.provider || a.start >= block.end
                        || block.start >= a.end);
            }
        }
        QCOMPARE(summaries, QSet<QString>({u"Congés"_s, u"Déjeuner"_s}));
    }
};

QTEST_GUILESS_MAIN(TestDiary)
#include "tst_diary.moc"

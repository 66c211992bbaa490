// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/availability.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using Kind = SlotProblem::Kind;

namespace {

const QByteArray mauritius = "Indian/Mauritius"; // UTC+4, no summer time
const QByteArray paris = "Europe/Paris";

QDateTime utc(int day, int hour, int minute = 0, int month = 1)
{
    return {QDate(2026, month, day), QTime(hour, minute), Qt::UTC};
}
Slot slotOf(const QString &provider, const QString &room, const QDateTime &start, int minutes = 30)
{
    return {ProviderId(provider), RoomId(room), start, start.addSecs(minutes * 60)};
}
Taken taken(const QString &visit, const Slot &slot)
{
    return {VisitId(visit), slot};
}
QList<Provider> surgeons()
{
    Provider first;
    first.id = ProviderId(u"s1"_s);
    Provider second;
    second.id = ProviderId(u"s2"_s);
    Provider gone;
    gone.id = ProviderId(u"s3"_s);
    gone.active = false;
    return {first, second, gone};
}
QList<Room> rooms()
{
    return {{RoomId(u"r1"_s), u"One"_s, true}, {RoomId(u"r2"_s), u"Two"_s, true}};
}
//! Monday 12 January 2026 and every Monday: 8 to 12 and 13:30 to 15.
QList<OpeningSpan> mondays()
{
    return {{1, QTime(8, 0), QTime(12, 0)}, {1, QTime(13, 30), QTime(15, 0)}};
}
AvailabilityQuery monday()
{
    AvailabilityQuery query;
    query.from = utc(12, 0);
    query.until = utc(12, 20);
    query.provider = ProviderId(u"s1"_s);
    query.limitPerProvider = 0;
    return query;
}

} // namespace

class TestAvailability : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEmptyDayIsAllFreeWithinItsHours()
    {
        const QList<Slot> free =
            freeSlots(monday(), surgeons(), rooms(), {}, {}, mondays(), mauritius);
        QCOMPARE(free.size(), 15 + 5); // 8:00 … 11:30, 13:30 … 14:30
        QCOMPARE(free.first(), slotOf(u"s1"_s, u"r1"_s, utc(12, 4)));
        QCOMPARE(free.last().start, utc(12, 10, 30));
    }

    void takenAndBusyTimesAreLeftOut()
    {
        const QList<Taken> day{taken(u"v1"_s, slotOf(u"s1"_s, u"r2"_s, utc(12, 4), 60))};
        const QList<BusyBlock> busy{{ProviderId(u"s1"_s), utc(12, 5, 30), utc(12, 8), u"e"_s}};
        const QList<Slot> free =
            freeSlots(monday(), surgeons(), rooms(), day, busy, mondays(), mauritius);
        QCOMPARE(free.first(), slotOf(u"s1"_s, u"r2"_s, utc(12, 5))); // the surgeon's usual room
        QCOMPARE(free.at(1).start, utc(12, 9, 30));
    }

    void theRoomIsTheAskedOneOrTheUsualOneOrAFreeOne()
    {
        const QList<Taken> day{taken(u"v1"_s, slotOf(u"s1"_s, u"r2"_s, utc(12, 4))),
                               taken(u"v2"_s, slotOf(u"s2"_s, u"r2"_s, utc(12, 4, 30)))};
        QList<Slot> free = freeSlots(monday(), surgeons(), rooms(), day, {}, mondays(), mauritius);
        QCOMPARE(free.at(0), slotOf(u"s1"_s, u"r1"_s, utc(12, 4, 30))); // its own is taken
        QCOMPARE(free.at(2), slotOf(u"s1"_s, u"r2"_s, utc(12, 5)));
        AvailabilityQuery asked = monday();
        asked.room = RoomId(u"r2"_s);
        free = freeSlots(asked, surgeons(), rooms(), day, {}, mondays(), mauritius);
        QCOMPARE(free.at(0), slotOf(u"s1"_s, u"r2"_s, utc(12, 5)));
        asked.room = RoomId(u"r9"_s);
        QVERIFY(freeSlots(asked, surgeons(), rooms(), day, {}, mondays(), mauritius).isEmpty());
        free = freeSlots(monday(), surgeons(), {}, {}, {}, mondays(), mauritius);
        QCOMPARE(free.first().room, RoomId());
    }

    void slotsComeByStartThenSurgeonAndAreLimitedPerSurgeon()
    {
        AvailabilityQuery query = monday();
        query.provider = ProviderId();
        query.limitPerProvider = 2;
        const QList<Slot> free =
            freeSlots(query, surgeons(), rooms(), {}, {}, mondays(), mauritius);
        QCOMPARE(free.size(), 4);
        QCOMPARE(free.at(0).provider, ProviderId(u"s1"_s));
        QCOMPARE(free.at(1).provider, ProviderId(u"s2"_s));
        QCOMPARE(free.at(1).start, free.at(0).start);
        QCOMPARE(free.at(3).start, utc(12, 4, 15));
    }

    void nothingStartsBeforeFromOrOutsideTheGrid()
    {
        AvailabilityQuery query = monday();
        query.from = utc(12, 4, 7);
        query.minutes = 60;
        const QList<Slot> free =
            freeSlots(query, surgeons(), rooms(), {}, {}, mondays(), mauritius);
        QCOMPARE(free.first().start, utc(12, 4, 15));
        QCOMPARE(free.last().start, utc(12, 10)); // 14:00 to 15:00
    }

    void hoursThatTheClocksSkipAreNotOffered()
    {
        // Sunday 29 March 2026: Paris goes from 02:00 to 03:00 at 01:00 UTC.
        AvailabilityQuery query = monday();
        query.from = utc(28, 22, 0, 3);
        query.until = utc(29, 12, 0, 3);
        query.stepMinutes = 30;
        const QList<OpeningSpan> night{{7, QTime(1, 0), QTime(4, 0)}};
        QList<QDateTime> starts;
        const QList<Slot> free = freeSlots(query, surgeons(), rooms(), {}, {}, night, paris);
        for (const Slot &slot : free)
            starts.append(slot.start);
        QCOMPARE(starts,
                 QList<QDateTime>(
                     {utc(29, 0, 0, 3), utc(29, 0, 30, 3), utc(29, 1, 0, 3), utc(29, 1, 30, 3)}));
        // Hours after the change are summer time: 08:00 is 06:00 UTC.
        const QList<OpeningSpan> day{{7, QTime(8, 0), QTime(9, 0)}};
        QCOMPARE(freeSlots(query, surgeons(), rooms(), {}, {}, day, paris).first().start,
                 utc(29, 6, 0, 3));
    }

    void senselessQuestionsHaveNoAnswer()
    {
        AvailabilityQuery query = monday();
        query.minutes = 0;
        QVERIFY(freeSlots(query, surgeons(), rooms(), {}, {}, mondays(), mauritius).isEmpty());
        query = monday();
        query.stepMinutes = -15;
        QVERIFY(freeSlots(query, surgeons(), rooms(), {}, {}, mondays(), mauritius).isEmpty());
        query = monday();
        query.until = query.from;
        QVERIFY(freeSlots(query, surgeons(), rooms(), {}, {}, mondays(), mauritius).isEmpty());
        query = monday();
        query.from = QDateTime();
        QVERIFY(freeSlots(query, surgeons(), rooms(), {}, {}, mondays(), mauritius).isEmpty());
        QVERIFY(freeSlots(monday(), surgeons(), rooms(), {}, {}, {}, mauritius).isEmpty());
    }

    void problemsOfASlotAreNamed()
    {
        const QList<Taken> day{taken(u"v1"_s, slotOf(u"s1"_s, u"r1"_s, utc(12, 5)))};
        const QList<BusyBlock> busy{{ProviderId(u"s1"_s), utc(12, 6), utc(12, 7), u"e"_s}};
        const auto problems = [&](const Slot &slot, const QString &except = QString()) {
            return slotProblems(slot, VisitId(except), day, busy, mondays(), mauritius);
        };
        using List = QList<SlotProblem>;
        const SlotProblem surgeon{Kind::SurgeonTaken, VisitId(u"v1"_s)};
        const SlotProblem room{Kind::RoomTaken, VisitId(u"v1"_s)};
        QCOMPARE(problems(slotOf(u"s1"_s, u"r1"_s, utc(12, 5, 15))), List({surgeon, room}));
        QCOMPARE(problems(slotOf(u"s2"_s, u"r1"_s, utc(12, 5, 15))), List({room}));
        QCOMPARE(problems(slotOf(u"s1"_s, u"r2"_s, utc(12, 5, 15))), List({surgeon}));
        QCOMPARE(problems(slotOf(u"s1"_s, u"r1"_s, utc(12, 5, 15)), u"v1"_s), List());
        QCOMPARE(problems(slotOf(u"s1"_s, u"r1"_s, utc(12, 5, 30))), List()); // touching is free
        QCOMPARE(problems(slotOf(u"s1"_s, u"r1"_s, utc(12, 6, 45))),
                 List({{Kind::SurgeonBusy, VisitId()}}));
        QCOMPARE(problems(slotOf(u"s2"_s, u"r2"_s, utc(12, 8, 30))), // 12:30, the break
                 List({{Kind::OutsideHours, VisitId()}}));
        QCOMPARE(problems(slotOf(u"s2"_s, u"r2"_s, utc(12, 7, 45))), // into the break
                 List({{Kind::OutsideHours, VisitId()}}));
        QCOMPARE(problems(slotOf(u"s2"_s, u"r2"_s, utc(13, 5))), // Tuesday
                 List({{Kind::OutsideHours, VisitId()}}));
        QCOMPARE(problems(slotOf(u"s1"_s, u"r1"_s, utc(12, 5), 0)),
                 List({{Kind::EndsBeforeStart, VisitId()}}));
        QCOMPARE(problems(slotOf(u"s1"_s, u"r1"_s, utc(12, 5), -30)),
                 List({{Kind::EndsBeforeStart, VisitId()}}));
        QCOMPARE(problems(Slot()), List({{Kind::EndsBeforeStart, VisitId()}}));
    }
};

QTEST_APPLESS_MAIN(TestAvailability)
#include "tst_availability.moc"

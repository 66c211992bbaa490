// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/day/syntheticday.h"
#include "ui/day/daymodel.h"
#include "ui/day/slotqueue.h"
#include "ui/day/waitinglist.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

//! Who is in the waiting room.
class TestWaitingList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void longestWaitComesFirst();
    void leavingTheRoomLeavesTheList();
    void enterAsksToSeat();
    void whoHasNoSlotWaitsForOne();
};

void TestWaitingList::longestWaitComesFirst()
{
    DayModel day;
    day.setEntries(syntheticday::design());
    WaitingModel waiting(&day, QTimeZone(syntheticday::zone()), syntheticday::now);
    QStringList names;
    for (int row = 0; row < waiting.rowCount(); ++row)
        names.append(waiting.index(row, 0).data().toString());
    QCOMPARE(names,
             QStringList({u"Ernest L’Hermitte"_s, u"Oumar Traoré"_s, u"Maëlle Ó Briain"_s,
                          u"Luc van den Berg"_s}));
}

void TestWaitingList::leavingTheRoomLeavesTheList()
{
    DayModel day;
    QList<DayEntry> entries = syntheticday::design();
    day.setEntries(entries);
    WaitingList list(&day, {}, QTimeZone(syntheticday::zone()), syntheticday::now);
    QCOMPARE(list.count(), 4);
    entries[11].visit.state = VisitState::InTreatment;
    day.setEntries(entries);
    QCOMPARE(list.count(), 3);
    entries[13].visit.state = VisitState::Arrived;
    entries[13].visit.arrivedAt = syntheticday::now();
    day.setEntries(entries);
    QCOMPARE(list.count(), 4);
}

void TestWaitingList::enterAsksToSeat()
{
    DayModel day;
    day.setEntries(syntheticday::design());
    WaitingList list(&day, {}, QTimeZone(syntheticday::zone()), syntheticday::now);
    list.resize(600, 200);
    list.show();
    QSignalSpy seat(&list, &WaitingList::seatRequested);
    QSignalSpy selected(&list, &WaitingList::selected);
    list.list()->setCurrentIndex(list.list()->model()->index(1, 0));
    QCOMPARE(selected.last()[0].value<VisitId>(), VisitId(u"v12"_s));
    QTest::keyClick(list.list(), Qt::Key_Return);
    QCOMPARE(seat.count(), 1);
    QCOMPARE(seat[0][0].value<VisitId>(), VisitId(u"v12"_s));
}

void TestWaitingList::whoHasNoSlotWaitsForOne()
{
    DayModel day;
    QList<DayEntry> entries = syntheticday::design();
    day.setEntries(entries);
    SlotQueue queue(&day);
    QCOMPARE(queue.count(), 0);
    QVERIFY(queue.isHidden());
    DayEntry waiting = syntheticday::card(u"w1"_s, u"Zoé Attente"_s, u"s1"_s, 540, 30);
    waiting.appointment.slot.start = QDateTime();
    waiting.appointment.slot.end = QDateTime();
    entries.append(waiting);
    day.setEntries(entries);
    QCOMPARE(queue.count(), 1);
    QVERIFY(!queue.isHidden());
    queue.show();
    const QModelIndex row = queue.list()->model()->index(0, 0);
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().startsWith(waiting.patientName));
    QVERIFY(!queue.list()->accessibleName().isEmpty());
    QSignalSpy picked(&queue, &SlotQueue::pickUpRequested);
    queue.list()->setCurrentIndex(row);
    QTest::keyClick(queue.list(), Qt::Key_Return);
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked[0][0].value<VisitId>(), waiting.visit.id);
    // With a slot it stands in the day and waits no longer.
    entries.last().appointment.slot = entries.first().appointment.slot;
    day.setEntries(entries);
    QVERIFY(queue.isHidden());
}

QTEST_MAIN(TestWaitingList)
#include "tst_waitinglist.moc"

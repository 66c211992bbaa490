// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/slotmerge.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

Slot slotAt(int hour, const QString &room = u"r1"_s, const QString &provider = u"s1"_s)
{
    const QDateTime start(QDate(2026, 1, 12), QTime(hour, 0), Qt::UTC);
    return {ProviderId(provider), RoomId(room), start, start.addSecs(1800)};
}

QDateTime noon()
{
    return {QDate(2026, 1, 12), QTime(12, 0), Qt::UTC};
}

} // namespace

class TestSlotMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneSideIsTakenAndTwoSidesAskAPerson()
    {
        QCOMPARE(mergedSlot(slotAt(9), slotAt(9), slotAt(9)), SlotVerdict::Same);
        QCOMPARE(mergedSlot(slotAt(9), slotAt(9), slotAt(10)), SlotVerdict::Adopt);
        QCOMPARE(mergedSlot(slotAt(10), slotAt(9), slotAt(9)), SlotVerdict::Same);
        QCOMPARE(mergedSlot(slotAt(10), slotAt(9), slotAt(10)), SlotVerdict::Same);
        QCOMPARE(mergedSlot(slotAt(10), slotAt(9), slotAt(11)), SlotVerdict::Conflict);
        QCOMPARE(mergedSlot(slotAt(9), Slot(), slotAt(11)), SlotVerdict::Conflict);
    }

    void aRoomThatIsNotSaidIsNoChange()
    {
        QCOMPARE(mergedSlot(slotAt(9), slotAt(9), slotAt(9, QString())), SlotVerdict::Same);
        QCOMPARE(mergedSlot(slotAt(9), slotAt(9, QString()), slotAt(10, QString())),
                 SlotVerdict::Adopt);
        QCOMPARE(mergedSlot(slotAt(9), slotAt(9), slotAt(9, u"r2"_s)), SlotVerdict::Adopt);
        QCOMPARE(mergedSlot(slotAt(9), slotAt(9), slotAt(9, u"r1"_s, u"s2"_s)), SlotVerdict::Adopt);
    }

    void dentalTapsStatusIsTakenOver_data()
    {
        QTest::addColumn<VisitState>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<VisitState>("then");
        QTest::addColumn<bool>("ready");
        using S = VisitState;
        QTest::newRow("arrived") << S::Booked << u"arrived"_s << S::Arrived << false;
        QTest::newRow("in treatment") << S::Booked << u"inTreatment"_s << S::InTreatment << false;
        QTest::newRow("completed") << S::InTreatment << u"completed"_s << S::InTreatment << true;
        QTest::newRow("step back") << S::Arrived << u"scheduled"_s << S::Booked << false;
        QTest::newRow("cancelled") << S::Booked << u"cancelled"_s << S::Cancelled << false;
        QTest::newRow("no show") << S::Arrived << u"noShow"_s << S::NoShow << false;
        QTest::newRow("cancelled in the chair")
            << S::InTreatment << u"cancelled"_s << S::InTreatment << false;
        QTest::newRow("back from cancelled")
            << S::Cancelled << u"confirmed"_s << S::Booked << false;
        QTest::newRow("buffered") << S::Booked << u"buffered"_s << S::Booked << false;
        QTest::newRow("unknown word") << S::Booked << u"teleported"_s << S::Booked << false;
        QTest::newRow("exiting") << S::AwaitingInvoice << u"arrived"_s << S::AwaitingInvoice
                                 << false;
        QTest::newRow("invoiced") << S::Invoiced << u"cancelled"_s << S::Invoiced << false;
    }
    void dentalTapsStatusIsTakenOver()
    {
        QFETCH(VisitState, ours);
        QFETCH(QString, theirs);
        Visit visit;
        visit.state = ours;
        const Visit taken = withRemoteStatus(visit, u"before"_s, theirs, noon());
        QTEST(taken.state, "then");
        QTEST(taken.readyToExit, "ready");
        QCOMPARE(withRemoteStatus(visit, theirs, theirs, noon()), visit);
        if (taken.state == VisitState::InTreatment && ours == VisitState::Booked) {
            QCOMPARE(taken.arrivedAt, noon());
            QCOMPARE(taken.seatedAt, noon());
        }
    }
};

QTEST_APPLESS_MAIN(TestSlotMerge)
#include "tst_slotmerge.moc"

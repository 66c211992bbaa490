// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/orderoutcome.h"
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
        const Visit taken = withRemoteStatus(visit, u"before"_s, theirs, {}, noon());
        QTEST(taken.state, "then");
        QTEST(taken.readyToExit, "ready");
        QCOMPARE(withRemoteStatus(visit, theirs, theirs, {}, noon()), visit);
        if (taken.state == VisitState::InTreatment && ours == VisitState::Booked) {
            QCOMPARE(taken.arrivedAt, noon());
            QCOMPARE(taken.seatedAt, noon());
        }
    }

    void theStagesAreTimedByDentalTap_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<StageTimes>("times");
        QTest::addColumn<QDateTime>("arrived");
        QTest::addColumn<QDateTime>("seated");
        QTest::addColumn<QDateTime>("left");
        const QDateTime nine = slotAt(9).start;
        const QDateTime ten = slotAt(10).start;
        const QDateTime late = noon().addSecs(600);
        const QDateTime never;
        QTest::newRow("arrived") << u"arrived"_s << StageTimes{nine, {}, {}} << nine << never
                                 << never;
        QTest::newRow("arrived, not said when")
            << u"arrived"_s << StageTimes() << noon() << never << never;
        QTest::newRow("arrived by a clock that runs ahead")
            << u"arrived"_s << StageTimes{late, {}, {}} << noon() << never << never;
        QTest::newRow("seated") << u"inTreatment"_s << StageTimes{nine, ten, {}} << nine << ten
                                << never;
        QTest::newRow("seated, arrival not said")
            << u"inTreatment"_s << StageTimes{{}, ten, {}} << ten << ten << never;
        QTest::newRow("seated, not said when")
            << u"inTreatment"_s << StageTimes{nine, {}, {}} << nine << noon() << never;
        QTest::newRow("completed")
            << u"completed"_s << StageTimes{nine, ten, noon()} << nine << ten << noon();
        QTest::newRow("completed, never said when")
            << u"completed"_s << StageTimes() << never << never << never;
    }
    void theStagesAreTimedByDentalTap()
    {
        QFETCH(QString, status);
        QFETCH(StageTimes, times);
        const Visit taken = withRemoteStatus(Visit(), u"scheduled"_s, status, times, noon());
        QTEST(taken.arrivedAt, "arrived");
        QTEST(taken.seatedAt, "seated");
        QTEST(taken.leftAt, "left");
    }

    void whatTheDeskTimedStands()
    {
        Visit visit;
        visit.state = VisitState::Arrived;
        visit.arrivedAt = slotAt(8).start;
        const StageTimes times{slotAt(9).start, slotAt(10).start, {}};
        const Visit taken = withRemoteStatus(visit, u"arrived"_s, u"inTreatment"_s, times, noon());
        QCOMPARE(taken.arrivedAt, slotAt(8).start);
        QCOMPARE(taken.seatedAt, slotAt(10).start);
    }

    void theOutcomeOfAnOrderSettlesTheVisit_data()
    {
        QTest::addColumn<VisitState>("before");
        QTest::addColumn<OrderOutcome::Standing>("standing");
        QTest::addColumn<VisitState>("after");
        QTest::addColumn<bool>("ready");
        using S = VisitState;
        using O = OrderOutcome::Standing;
        QTest::newRow("billed") << S::Booked << O::Invoiced << S::Invoiced << false;
        QTest::newRow("billed at another desk meanwhile")
            << S::InTreatment << O::Invoiced << S::Invoiced << false;
        QTest::newRow("closed") << S::Booked << O::Cancelled << S::ClosedNoCharge << false;
        QTest::newRow("on its way") << S::Booked << O::OnItsWay << S::AwaitingInvoice << false;
        QTest::newRow("open") << S::Booked << O::Open << S::InTreatment << true;
        QTest::newRow("a foreign exit ends")
            << S::AwaitingInvoice << O::Invoiced << S::Invoiced << false;
        QTest::newRow("cancelled stays") << S::Cancelled << O::Invoiced << S::Cancelled << true;
        QTest::newRow("billed stays") << S::Invoiced << O::Open << S::Invoiced << true;
    }
    void theOutcomeOfAnOrderSettlesTheVisit()
    {
        QFETCH(VisitState, before);
        QFETCH(OrderOutcome::Standing, standing);
        Visit visit;
        visit.state = before;
        visit.readyToExit = true;
        OrderOutcome outcome;
        outcome.standing = standing;
        const Visit settled = withOutcome(visit, outcome);
        QTEST(settled.state, "after");
        QTEST(settled.readyToExit, "ready");
    }

    void onlyWhatDentalTapCompletedIsSettled()
    {
        Visit visit;
        visit.state = VisitState::InTreatment;
        QVERIFY(!isUnsettled(visit));
        OrderOutcome billed;
        billed.standing = OrderOutcome::Standing::Invoiced;
        QCOMPARE(withOutcome(visit, billed), visit);
        // An exit of this desk waits for its own receipts.
        visit.state = VisitState::AwaitingInvoice;
        visit.confirmedDigest = "digest";
        QVERIFY(!isUnsettled(visit));
    }
};

QTEST_APPLESS_MAIN(TestSlotMerge)
#include "tst_slotmerge.moc"

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/domain/plansamples.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace plansamples;
using plans::ItemState;

class TestTreatmentPlan : public QObject
{
    Q_OBJECT

private:
    static PlanVersion version(const TreatmentPlan &content)
    {
        PlanVersion version;
        version.plan = content.id;
        version.content = content;
        return version;
    }
    static QByteArray digest(const TreatmentPlan &content, const QString &language = u"fr"_s)
    {
        return planDigest(version(content), language, rupees());
    }

private Q_SLOTS:
    void idNamesItsSource()
    {
        TreatmentPlan theirs;
        theirs.id = planId(plans::Source::OpenDental, u"57"_s);
        QCOMPARE(theirs.id.value, u"opendental:57"_s);
        QCOMPARE(theirs.source(), plans::Source::OpenDental);
        QCOMPARE(theirs.remoteId(), u"57"_s);
        QCOMPARE(plan().source(), plans::Source::DentalTap);
        // An id of theirs may hold anything.
        theirs.id = planId(plans::Source::DentalTap, u"a:b"_s);
        QCOMPARE(theirs.remoteId(), u"a:b"_s);
    }

    void amountIsRoundedOnce_data()
    {
        QTest::addColumn<qint64>("price");
        QTest::addColumn<Thousandths>("quantity");
        QTest::addColumn<Thousandths>("discount");
        QTest::addColumn<qint64>("amount");
        QTest::newRow("plain") << qint64(1999) << Thousandths(1000) << Thousandths(0)
                               << qint64(1999);
        QTest::newRow("three") << qint64(1999) << Thousandths(3000) << Thousandths(0)
                               << qint64(5997);
        QTest::newRow("a third off")
            << qint64(1000) << Thousandths(1000) << Thousandths(33333) << qint64(667);
        QTest::newRow("all off") << qint64(1000) << Thousandths(2000) << Thousandths(100000)
                                 << qint64(0);
    }
    void amountIsRoundedOnce()
    {
        QFETCH(const qint64, price);
        QFETCH(const Thousandths, quantity);
        QFETCH(const Thousandths, discount);
        PlanItem one = item(u"a"_s, price);
        one.quantity = quantity;
        one.discountPercent = discount;
        QTEST(one.amount().minor, "amount");
    }

    void totalLeavesOutWhatIsCancelled()
    {
        TreatmentPlan content = plan();
        QCOMPARE(content.total(rupees()).minor, 7800000);
        content.phases[0].items[1].state = ItemState::Cancelled;
        QCOMPARE(content.total(rupees()).minor, 7300000);
        content.phases[0].items[0].state = ItemState::Done;
        QCOMPARE(content.total(rupees()).minor, 7300000);
    }

    void digestKnowsWhatIsProposed()
    {
        const QByteArray before = digest(plan());
        QCOMPARE(digest(plan()), before);
        QVERIFY(digest(plan(), u"en"_s) != before);
        TreatmentPlan other = plan();
        other.phases[0].items[0].unitPrice.minor += 1;
        QVERIFY(digest(other) != before);
        other = plan();
        other.phases[0].items[0].teeth = QStringList(u"37"_s);
        QVERIFY(digest(other) != before);
        other = plan();
        other.phases[0].items.swapItemsAt(0, 1);
        QVERIFY(digest(other) != before);
        other = plan();
        other.phases[1].items.clear();
        QVERIFY(digest(other) != before);
        PlanVersion second = version(plan());
        second.number = 2;
        QVERIFY(planDigest(second, u"fr"_s, rupees()) != before);
        // What happened to it since is no other proposal.
        other = plan();
        other.phases[0].items[0].state = ItemState::Done;
        other.stamp = u"later"_s;
        QCOMPARE(digest(other), before);
    }

    void differencesAreByItem()
    {
        TreatmentPlan after = plan();
        after.phases[0].items[0].unitPrice.minor = 1;
        after.phases[0].items[1].state = ItemState::Done;
        after.phases[1].items = {item(u"d"_s, 100)};
        const QList<PlanDifference> list = planDifferences(plan(), after);
        QCOMPARE(list.size(), 3);
        QCOMPARE(list.at(0).kind, PlanDifference::Kind::Changed);
        QCOMPARE(list.at(0).before.unitPrice.minor, 3800000);
        QCOMPARE(list.at(0).after.unitPrice.minor, 1);
        QCOMPARE(list.at(1).kind, PlanDifference::Kind::Added);
        QCOMPARE(list.at(1).after.id, u"d"_s);
        QCOMPARE(list.at(2).kind, PlanDifference::Kind::Removed);
        QCOMPARE(list.at(2).before.id, u"c"_s);
        QVERIFY(planDifferences(plan(), plan()).isEmpty());
    }

    void bookedAndDoneItemsAreNotToBook()
    {
        PlanVersion accepted = version(plan());
        QVERIFY(accepted.toBook().isEmpty());
        accepted.decision = plans::Decision::Accepted;
        QCOMPARE(accepted.toBook().size(), 3);
        accepted.bookings.append(PlanBooking{VisitId(u"v"_s), QString(), {u"a"_s}});
        accepted.content.phases[1].items[0].state = ItemState::Done;
        QCOMPARE(accepted.toBook().size(), 1);
        QCOMPARE(accepted.toBook().first().id, u"b"_s);
        accepted.decision = plans::Decision::Replaced;
        QVERIFY(accepted.toBook().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTreatmentPlan)
#include "tst_treatmentplan.moc"

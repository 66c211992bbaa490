// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/receipt.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestReceipt : public QObject
{
    Q_OBJECT

private:
    const Currency m_rupee{u"MUR"_s, 2};

    static Visit awaiting()
    {
        Visit visit;
        visit.id = VisitId(u"v"_s);
        visit.state = VisitState::AwaitingInvoice;
        visit.confirmedDigest = "digest";
        return visit;
    }
    SalesOrder order(qint64 price) const
    {
        OrderLine line;
        line.remoteId = u"r1"_s;
        line.mark = u"booking"_s;
        line.unitPrice = Money{price, m_rupee};
        SalesOrder order;
        order.id = u"so"_s;
        order.lines.append(line);
        return order;
    }

private Q_SLOTS:
    void onlyTheLedgersAnswerFinishes()
    {
        const VisitId id(u"v"_s);
        const Receipt done;
        QCOMPARE(withReceipt(awaiting(), ConvertToInvoice{id}, done), awaiting());
        QCOMPARE(withReceipt(awaiting(), PostQuickBooksInvoice{id}, done).state,
                 VisitState::Invoiced);
        Visit cancelled = awaiting();
        cancelled.state = VisitState::Cancelled;
        QCOMPARE(withReceipt(cancelled, PostQuickBooksInvoice{id}, done), cancelled);
    }

    void aDifferenceBringsBackBeforeConversionAndHoldsAfterIt()
    {
        const VisitId id(u"v"_s);
        Receipt differs;
        differs.outcome = Receipt::Outcome::TotalDiffers;
        differs.note = u"words"_s;
        const ReceiptEffect before = effectOf(awaiting(), UpdateSalesOrder{id, true}, differs);
        QCOMPARE(before.visit.state, VisitState::InTreatment);
        QVERIFY(before.visit.linesChanged);
        QVERIFY(before.visit.confirmedDigest.isEmpty());
        QVERIFY(before.endsExit);
        const ReceiptEffect after = effectOf(awaiting(), ConvertToInvoice{id}, differs);
        QCOMPARE(after.visit.state, VisitState::AwaitingInvoice);
        QCOMPARE(after.visit.attention, u"words"_s);
        QVERIFY(after.holdsLedger);
        QVERIFY(!after.endsExit);
        QCOMPARE(effectOf(awaiting(), UpdateSalesOrder{id, false}, differs).visit, awaiting());
    }

    void aPriceChangedByHandStaysByHandAfterOurUpdate()
    {
        // We sent 100, a person made it 80, our update carried the 80 along.
        const SalesOrder agreed = lastAgreed(order(8000), order(10000), order(8000));
        QCOMPARE(agreed.lines.first().unitPrice.minor, 10000);
        // Nobody touched it: what came back is agreed.
        QCOMPARE(lastAgreed(order(10000), order(10000), order(12000)).lines.first().unitPrice.minor,
                 12000);
    }

    void actsAreDigestedWhateverTheirOrder()
    {
        RecordedAct one;
        one.itemId = u"1"_s;
        RecordedAct two;
        two.itemId = u"2"_s;
        QCOMPARE(actsDigest({one, two}), actsDigest({two, one}));
        RecordedAct gone = two;
        gone.status = u"cancelled"_s;
        QCOMPARE(actsDigest({one, gone}), actsDigest({one}));
        two.quantity = 2000;
        QVERIFY(actsDigest({one, two}) != actsDigest({two}));
    }
};

QTEST_GUILESS_MAIN(TestReceipt)
#include "tst_receipt.moc"

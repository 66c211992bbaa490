// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/receipt.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestReceipt : public QObject
{
    Q_OBJECT

private:
    static Visit awaiting()
    {
        Visit visit;
        visit.id = VisitId(u"v"_s);
        visit.state = VisitState::AwaitingInvoice;
        visit.confirmedDigest = "digest";
        return visit;
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

    void aCancelThatFindsAnInvoiceIsSaidInWordsAndAdopted()
    {
        const VisitId id(u"v"_s);
        Receipt invoiced;
        invoiced.invoice = CrmInvoice();
        invoiced.invoice->number = u"INV-1"_s;
        invoiced.invoice->grandTotal.minor = 7;
        invoiced.note = u"words"_s;
        Visit closed = awaiting();
        closed.state = VisitState::ClosedNoCharge;
        closed.undo = UndoStep();
        const Visit adopted = withReceipt(closed, CancelInCrm{id}, invoiced);
        QCOMPARE(adopted.state, VisitState::AwaitingInvoice);
        QVERIFY(adopted.confirmedDigest.isEmpty() && !adopted.undo);
        QCOMPARE(adopted.confirmedTotal.minor, 7);
        QCOMPARE(adopted.crmInvoiceNumber, u"INV-1"_s);
        QCOMPARE(adopted.attention, u"words"_s);
        closed.state = VisitState::Cancelled;
        const Visit calledOff = withReceipt(closed, CancelInCrm{id}, invoiced);
        QCOMPARE(calledOff.state, VisitState::Cancelled);
        QCOMPARE(calledOff.attention, u"words"_s);
        QVERIFY(calledOff.undo);
        QCOMPARE(withReceipt(closed, CancelInCrm{id}, Receipt()), closed);
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

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/connectors/quickbooks/simulatedbooks.h"

//! The Facture in the ledger: right once, and once only.
class TestLedgerInvoice : public QObject
{
    Q_OBJECT

    std::unique_ptr<SimulatedBooks> m_books;
    Facts m_facts;

    PostQuickBooksInvoice command() const { return {m_facts.visit.id}; }
    QList<QJsonObject> posted()
    {
        return m_books->where(u"Invoice"_s, u"PrivateNote"_s,
                              QString(u"CRM "_s + m_facts.invoice.id));
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!.*Cannot call seek)"_s));
        m_books = std::make_unique<SimulatedBooks>();
        QVERIFY(m_books->setUp());
        m_facts = m_books->invoiced();
        QVERIFY(m_books->makeCustomer(m_facts));
        m_books->simulator().clearJournal();
    }
    void cleanup() { m_books.reset(); }

    void anInvoiceHasOneLinePerClassAndTaxCode()
    {
        m_books->add(m_facts, 0);
        const auto receipt = m_books->run(command(), m_facts);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QCOMPARE(receipt->outcome, Receipt::Outcome::Done);
        QCOMPARE(m_books->calls(), 1);
        QCOMPARE(posted().size(), 1);
        const QJsonObject invoice = posted().first();
        const RemoteLink link = receipt->visitLinks.value(RecordKind::QuickBooksInvoice);
        QCOMPARE(link.remoteId, invoice.value(u"Id"_s).toString());
        QCOMPARE(link.number, u"INV-000042"_s);
        QCOMPARE(*moneyFromJson(invoice.value(u"TotalAmt"_s), rupees), m_facts.invoice.grandTotal);
        // 01:30 of the next day at the clinic.
        QCOMPARE(invoice.value(u"TxnDate"_s).toString(), u"2026-01-06"_s);
        QSet<QString> groups;
        int lines = 0;
        for (const QJsonValue &line : invoice.value(u"Line"_s).toArray()) {
            if (line["DetailType"_L1].toString() != "SalesItemLineDetail"_L1)
                continue;
            const QJsonValue detail = line["SalesItemLineDetail"_L1];
            groups.insert(QString(detail["ClassRef"_L1]["value"_L1].toString() + u'/'
                                  + detail["TaxCodeRef"_L1]["value"_L1].toString()));
            QVERIFY(detail["ItemRef"_L1].isObject());
            ++lines;
        }
        QCOMPARE(lines, int(groups.size()));
        QVERIFY(lines >= 2);
    }

    void aClassThatQuickBooksLacksIsMadeOnce()
    {
        m_facts.invoice.lines.first().invoiceClass = u"Implantologie d'essai"_s;
        QVERIFY(m_books->run(command(), m_facts));
        QCOMPARE(m_books->calls(), 2);
        QCOMPARE(m_books->where(u"Class"_s, u"Name"_s, u"Implantologie d'essai"_s).size(), 1);
        m_facts.invoice.id = u"582901000000000043"_s;
        m_facts.invoice.number = u"INV-000043"_s;
        QVERIFY(m_books->run(command(), m_facts));
        QCOMPARE(m_books->calls(), 3);
    }

    void aClassThatAnotherDeskMadeIsFound()
    {
        m_facts.invoice.lines.first().invoiceClass = u"Implantologie d'essai"_s;
        const auto made = QCoro::waitFor(m_books->client().create(
            u"class"_s, {{u"Name"_s, u"Implantologie d'essai"_s}}, u"other-desk"_s, u"test"_s));
        QVERIFY(made);
        const auto receipt = m_books->run(command(), m_facts);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QCOMPARE(m_books->where(u"Class"_s, u"Name"_s, u"Implantologie d'essai"_s).size(), 1);
    }

    void troubleIsNamedAndRetriedWithoutDoubles_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("429") << QJsonObject{{u"kind"_s, u"429"_s}} << Error::Kind::RateLimited;
        QTest::newRow("500") << QJsonObject{{u"kind"_s, u"status"_s}, {u"status"_s, 500}}
                             << Error::Kind::Server;
        QTest::newRow("lost answer")
            << QJsonObject{{u"kind"_s, u"lostAnswer"_s}} << Error::Kind::Offline;
        QTest::newRow("cut body") << QJsonObject{{u"kind"_s, u"cutBody"_s}} << Error::Kind::Offline;
        QTest::newRow("malformed body")
            << QJsonObject{{u"kind"_s, u"malformed"_s}} << Error::Kind::Protocol;
    }
    void troubleIsNamedAndRetriedWithoutDoubles()
    {
        QFETCH(QJsonObject, fault);
        QFETCH(Error::Kind, kind);
        m_books->fault(u"/invoice$"_s, fault);
        auto item = m_books->prepared(command(), m_facts);
        QVERIFY(item);
        const auto failed = m_books->deliver(*item);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, kind);
        const auto receipt = m_books->deliver(*item);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QCOMPARE(receipt->outcome, Receipt::Outcome::Done);
        QCOMPARE(posted().size(), 1);
    }

    void theSameKeyTwiceIsOneInvoice()
    {
        auto item = m_books->prepared(command(), m_facts);
        QVERIFY(item);
        const auto first = m_books->deliver(*item);
        item->attempts = 0;
        const auto second = m_books->deliver(*item);
        QVERIFY(first && second);
        QCOMPARE(second->visitLinks, first->visitLinks);
        QCOMPARE(posted().size(), 1);
    }

    void aForgottenKeyIsCaughtByTheNumber()
    {
        auto item = m_books->prepared(command(), m_facts);
        QVERIFY(item);
        const auto first = m_books->deliver(*item);
        item->attempts = 0;
        item->keyCounter = 1;
        const auto second = m_books->deliver(*item);
        QVERIFY(first);
        QVERIFY2(second, second ? "" : qPrintable(second.error().message));
        QCOMPARE(second->visitLinks, first->visitLinks);
        QCOMPARE(posted().size(), 1);
    }

    void somebodyElsesNumberIsAConflict()
    {
        QVERIFY(m_books->run(command(), m_facts));
        m_facts.invoice.id = u"582901000000000099"_s;
        const auto refused = m_books->run(command(), m_facts);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Conflict);
        QVERIFY(refused.error().message.contains(u"INV-000042"_s));
    }

    void anExpiredTokenIsRenewedOnTheWay()
    {
        m_books->fault(u"/invoice$"_s, {{u"kind"_s, u"expiredToken"_s}});
        QVERIFY(m_books->run(command(), m_facts));
        QCOMPARE(posted().size(), 1);
    }

    void throttlingBy403IsALimit()
    {
        m_books->edit(u"switch"_s, u"throttle"_s, {{u"status"_s, 403}});
        const auto refused = m_books->run(command(), m_facts);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::RateLimited);
    }

    void aFaultInsideA200IsARefusal()
    {
        m_books->edit(u"switch"_s, u"faultIn200"_s, {{u"code"_s, u"6000"_s}});
        const auto refused = m_books->run(command(), m_facts);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        QCOMPARE(posted().size(), 0);
    }

    void closedBooksAreNamed()
    {
        m_books->edit(
            u"Preferences"_s, u"1"_s,
            {{u"AccountingInfoPrefs"_s, QJsonObject{{u"BookCloseDate"_s, u"2026-12-31"_s}}}});
        const auto refused = m_books->run(command(), m_facts);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        QVERIFY(refused.error().message.contains(u"closed"_s));
    }

    void droppedClassesAreNoticedAndTheInvoiceStaysLinked()
    {
        m_books->edit(u"Preferences"_s, u"1"_s,
                      {{u"AccountingInfoPrefs"_s,
                        QJsonObject{{u"ClassTrackingPerTxnLine"_s, false},
                                    {u"ClassTrackingPerTxn"_s, true}}}});
        const auto receipt = m_books->run(command(), m_facts);
        QVERIFY(receipt);
        QCOMPARE(receipt->outcome, Receipt::Outcome::TotalDiffers);
        QVERIFY(receipt->visitLinks.contains(RecordKind::QuickBooksInvoice));
        QVERIFY(!receipt->note.isEmpty());
    }

    void aProductWithoutAClassIsRefusedInWords()
    {
        m_facts.invoice.lines.first().invoiceClass.clear();
        const auto item = m_books->prepared(command(), m_facts);
        QVERIFY(!item);
        QCOMPARE(item.error().kind, Error::Kind::Invalid);
    }

    void beforeTheCompanyIsReadAnInvoiceWaits()
    {
        m_books->connector().setCompany({});
        const auto item = m_books->prepared(command(), m_facts);
        QVERIFY(!item);
        QVERIFY(item.error().isTransient());
    }
};

QTEST_GUILESS_MAIN(TestLedgerInvoice)
#include "tst_ledgerinvoice.moc"

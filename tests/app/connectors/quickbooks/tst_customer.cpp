// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/connectors/quickbooks/simulatedbooks.h"

//! The company as it is read, and the patient's twin in it.
class TestCustomer : public QObject
{
    Q_OBJECT

    std::unique_ptr<SimulatedBooks> m_books;
    const QString m_mark = u"CRM:582900000000700001"_s;

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!.*Cannot call seek)"_s));
        m_books = std::make_unique<SimulatedBooks>();
        const auto company = m_books->setUp();
        QVERIFY2(company, company ? "" : qPrintable(company.error().message));
    }
    void cleanup() { m_books.reset(); }

    void theCompanyIsReadAndKept()
    {
        const auto company = QCoro::waitFor(m_books->client().company());
        QVERIFY(company);
        QCOMPARE(company->problems, QStringList());
        QVERIFY(!company->itemId.isEmpty());
        QVERIFY(company->customNumbers);
        QVERIFY(company->usesSalesTax);
        QCOMPARE(company->homeCurrency, u"MUR"_s);
        QVERIFY(company->classes.contains(m_books->seed(0).invoiceClass));
        QVERIFY(company->taxCodes.size() > 1);
        const auto kept = quickbooks::Company::fromJson(company->toJson());
        QVERIFY(kept);
        QCOMPARE(kept->classes, company->classes);
        QCOMPARE(kept->taxCodes, company->taxCodes);
        QCOMPARE(kept->itemId, company->itemId);
    }

    void classTrackingThatIsOffIsAProblemInWords()
    {
        m_books->edit(u"Preferences"_s, u"1"_s,
                      {{u"AccountingInfoPrefs"_s,
                        QJsonObject{{u"ClassTrackingPerTxnLine"_s, false},
                                    {u"ClassTrackingPerTxn"_s, true}}}});
        const auto company = m_books->setUp();
        QVERIFY(company);
        QCOMPARE(company->problems.size(), 1);
        Facts facts = m_books->invoiced();
        QVERIFY(m_books->makeCustomer(facts));
        const auto item = m_books->prepared(PostQuickBooksInvoice{facts.visit.id}, facts);
        QVERIFY(!item);
        QCOMPARE(item.error().kind, Error::Kind::Invalid);
    }

    void theItemIsMadeWhereItIsMissing()
    {
        const auto before = QCoro::waitFor(m_books->client().company());
        QVERIFY(before);
        m_books->edit(u"Item"_s, before->itemId,
                      {{u"Name"_s, u"Autre"_s}, {u"FullyQualifiedName"_s, u"Autre"_s}});
        const auto after = QCoro::waitFor(m_books->client().company());
        QVERIFY2(after, after ? "" : qPrintable(after.error().message));
        QVERIFY(!after->itemId.isEmpty());
        QVERIFY(after->itemId != before->itemId);
    }

    void aPatientBecomesOneCustomer()
    {
        Facts facts = m_books->invoiced();
        const auto receipt = m_books->makeCustomer(facts);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QCOMPARE(m_books->calls(), 1);
        const auto made = m_books->where(u"Customer"_s, u"Notes"_s, m_mark);
        QCOMPARE(made.size(), 1);
        const QString name = made.first().value(u"DisplayName"_s).toString();
        QVERIFY2(
            QRegularExpression(u"^O'SYNTHETIC Anaëlle \\([0-9A-F]{4}\\)$"_s).match(name).hasMatch(),
            qPrintable(name));
        QCOMPARE(receipt->patientLinks.value(RecordKind::QuickBooksCustomer).remoteId,
                 made.first().value(u"Id"_s).toString());
        // Known from now on: no call.
        QVERIFY(m_books->run(PutQuickBooksCustomer{facts.patient.id}, facts));
        QCOMPARE(m_books->calls(), 1);
    }

    void ourOwnCustomerOfFormerTimesIsAdopted()
    {
        Facts facts = m_books->invoiced();
        QVERIFY(m_books->makeCustomer(facts));
        const QString id = facts.patientLinks.take(RecordKind::QuickBooksCustomer).remoteId;
        auto item = m_books->prepared(PutQuickBooksCustomer{facts.patient.id}, facts);
        QVERIFY(item);
        item->keyCounter = 7; // QuickBooks has forgotten the key
        const auto receipt = m_books->deliver(*item);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QCOMPARE(receipt->patientLinks.value(RecordKind::QuickBooksCustomer).remoteId, id);
        QCOMPARE(m_books->where(u"Customer"_s, u"Notes"_s, m_mark).size(), 1);
    }

    void aStrangerOfThatNameIsLeftAlone()
    {
        Facts facts = m_books->invoiced();
        QVERIFY(m_books->makeCustomer(facts));
        const QString id = facts.patientLinks.take(RecordKind::QuickBooksCustomer).remoteId;
        m_books->edit(u"Customer"_s, id, {{u"Notes"_s, u"somebody else"_s}});
        auto item = m_books->prepared(PutQuickBooksCustomer{facts.patient.id}, facts);
        QVERIFY(item);
        item->keyCounter = 7;
        const auto receipt = m_books->deliver(*item);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QVERIFY(receipt->patientLinks.value(RecordKind::QuickBooksCustomer).remoteId != id);
        QCOMPARE(m_books->where(u"Customer"_s, u"Notes"_s, m_mark).size(), 1);
    }

    void namesFollowTheRules()
    {
        Patient patient;
        patient.lastName = u"Du:Pont\tx"_s;
        patient.firstName = QString(600, u'a');
        const QString name = quickbooks::displayName(patient, u"1"_s, 0);
        QVERIFY(!name.contains(u':') && !name.contains(u'\t'));
        QVERIFY(name.size() <= 500);
        QVERIFY(name.endsWith(u')'));
        patient.email = u"no address"_s;
        patient.mobile = QString(40, u'1');
        const QJsonObject body = quickbooks::customerBody(patient, u"1"_s);
        QVERIFY(!body.contains(u"PrimaryEmailAddr"_s));
        QVERIFY(!body.contains(u"Mobile"_s));
        QCOMPARE(quickbooks::quoted(u"O'Neil\\"_s), u"'O\\'Neil\\\\'"_s);
    }

    void theProbeAnswers() { QVERIFY(QCoro::waitFor(m_books->connector().probe())); }
};

QTEST_GUILESS_MAIN(TestCustomer)
#include "tst_customer.moc"

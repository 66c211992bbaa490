// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/connectors/zoho/simulatedcrm.h"

//! The CRM at its worst: what comes back as an error, and that nothing is done twice.
class TestZohoFaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<SimulatedCrm> m_crm;
    const QString m_visit = u"0190c8e2-0000-7000-8000-0000000000f1"_s;

    int ordersOfTheVisit()
    {
        return int(m_crm->where(u"Sales_Orders"_s, u"Vestibule_Ref"_s, m_visit).size());
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!.*Cannot call seek)"_s));
        m_crm = std::make_unique<SimulatedCrm>();
        QVERIFY(m_crm->setUp());
    }
    void cleanup()
    {
        QCOMPARE(m_crm->dropped(), QStringList());
        m_crm.reset();
    }

    void anExpiredTokenIsRenewedOnTheWay()
    {
        m_crm->fault(u"__composite"_s, {{u"kind"_s, u"expiredToken"_s}});
        Facts facts = m_crm->walkIn(m_visit);
        QVERIFY(m_crm->book(facts));
        QCOMPARE(ordersOfTheVisit(), 1);
    }

    void troubleIsNamedAndRetriedWithoutDoubles_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("429") << QJsonObject{{u"kind"_s, u"429"_s}} << Error::Kind::RateLimited;
        QTest::newRow("500") << QJsonObject{{u"kind"_s, u"status"_s}, {u"status"_s, 500}}
                             << Error::Kind::Server;
        QTest::newRow("503") << QJsonObject{{u"kind"_s, u"status"_s}, {u"status"_s, 503}}
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
        m_crm->fault(u"__composite"_s, fault);
        Facts facts = m_crm->walkIn(m_visit);
        auto item = m_crm->prepared(BookInCrm{facts.visit.id}, facts);
        QVERIFY(item);
        const auto failed = m_crm->deliver(*item);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, kind);
        QCOMPARE(failed.error().service, Service::Zoho);

        const auto receipt = m_crm->deliver(*item);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        SimulatedCrm::take(*receipt, facts);
        QCOMPARE(ordersOfTheVisit(), 1);
        const Links links = facts.visitLinks;
        QCOMPARE(links.size(), 4);
        const QString order = links.value(RecordKind::SalesOrder).remoteId;
        QCOMPARE(m_crm->where(u"Events"_s, u"What_Id"_s, order).size(), 1);
        const QString contact = facts.patientLinks.value(RecordKind::Contact).remoteId;
        QCOMPARE(m_crm->where(u"Deals"_s, u"Contact_Name"_s, contact).size(), 1);
    }

    void anotherDesksBookingOfTheSameVisitIsAdopted()
    {
        Facts first = m_crm->walkIn(m_visit);
        QVERIFY(m_crm->book(first));
        Facts second = m_crm->walkIn(m_visit);
        const auto receipt = m_crm->book(second);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QCOMPARE(second.visitLinks.value(RecordKind::SalesOrder).remoteId,
                 first.visitLinks.value(RecordKind::SalesOrder).remoteId);
        QCOMPARE(second.visitLinks.value(RecordKind::CrmEvent).remoteId,
                 first.visitLinks.value(RecordKind::CrmEvent).remoteId);
        QCOMPARE(ordersOfTheVisit(), 1);
    }

    void aRefusedFieldIsNamedAndNothingRemains()
    {
        Facts facts = m_crm->walkIn(m_visit);
        facts.patient.email = u"no address"_s;
        const auto receipt = m_crm->book(facts);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, Error::Kind::Invalid);
        QVERIFY2(receipt.error().message.contains(u"Email"_s), qPrintable(receipt.error().message));
        QVERIFY(!receipt.error().message.contains(facts.patient.lastName));
        QCOMPARE(ordersOfTheVisit(), 0);
        QCOMPARE(m_crm->where(u"Contacts"_s, u"Vestibule_Ref"_s, facts.patient.id.value).size(), 0);
    }

    void aLostUpdateIsNotAppendedTwice()
    {
        Facts facts = m_crm->walkIn(m_visit);
        QVERIFY(m_crm->book(facts));
        facts.lines = m_crm->shown(facts, {m_crm->act(u"item-1"_s, 5, {u"11"_s})});
        auto item = m_crm->prepared(UpdateSalesOrder{facts.visit.id, false}, facts);
        QVERIFY(item);
        m_crm->fault(u"__composite"_s, {{u"kind"_s, u"lostAnswer"_s}});
        QVERIFY(!m_crm->deliver(*item));
        const auto receipt = m_crm->deliver(*item);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        QCOMPARE(receipt->order->lines.size(), 2);
    }

    void aLostConversionIsFound()
    {
        Facts facts = m_crm->walkIn(m_visit);
        QVERIFY(m_crm->book(facts));
        facts.lines = m_crm->shown(facts, {});
        facts.visit.confirmedTotal = facts.lines.total();
        auto item = m_crm->prepared(ConvertToInvoice{facts.visit.id}, facts);
        QVERIFY(item);
        m_crm->fault(u"actions/convert"_s, {{u"kind"_s, u"lostAnswer"_s}});
        QVERIFY(!m_crm->deliver(*item));
        const auto receipt = m_crm->deliver(*item);
        QVERIFY2(receipt, receipt ? "" : qPrintable(receipt.error().message));
        const QString order = facts.visitLinks.value(RecordKind::SalesOrder).remoteId;
        QCOMPARE(m_crm->where(u"Invoices"_s, u"Sales_Order"_s, order).size(), 1);
    }

    void aLostEventIsFound()
    {
        Facts facts = m_crm->walkIn(m_visit);
        QVERIFY(m_crm->book(facts));
        QVERIFY(m_crm->run(CancelInCrm{facts.visit.id}, facts));
        facts.visitLinks.remove(RecordKind::CrmEvent);
        auto item = m_crm->prepared(PutCrmEvent{facts.visit.id}, facts);
        QVERIFY(item);
        m_crm->fault(u"/Events$"_s, {{u"kind"_s, u"lostAnswer"_s}});
        QVERIFY(!m_crm->deliver(*item));
        QVERIFY(m_crm->deliver(*item));
        const QString order = facts.visitLinks.value(RecordKind::SalesOrder).remoteId;
        QCOMPARE(m_crm->where(u"Events"_s, u"What_Id"_s, order).size(), 1);
    }

    void beforeTheSetUpIsReadABookingWaits()
    {
        m_crm->connector().setSetup({});
        const Facts facts = m_crm->walkIn(m_visit);
        const auto item = m_crm->prepared(BookInCrm{facts.visit.id}, facts);
        QVERIFY(!item);
        QVERIFY(item.error().isTransient());
    }

    void aCrmThatIsNotSetUpRefusesInWords()
    {
        sim::SimulatorOptions options = SimulatedCrm::smallClinic();
        options.missingCrmFields = true;
        m_crm = std::make_unique<SimulatedCrm>(options);
        const auto report = QCoro::waitFor(m_crm->client().setup(Settings::Zoho()));
        QVERIFY(report);
        m_crm->connector().setSetup(*report);
        m_crm->simulator().clearJournal();
        QVERIFY(report->problems.contains(
            u"Sales_Orders: field Vestibule_Ref (text, 40, unique) is missing"_s));
        const Facts facts = m_crm->walkIn(m_visit);
        const auto item = m_crm->prepared(BookInCrm{facts.visit.id}, facts);
        QVERIFY(!item);
        QCOMPARE(item.error().kind, Error::Kind::Invalid);
        QCOMPARE(m_crm->calls(), 0);
    }
};

QTEST_GUILESS_MAIN(TestZohoFaults)
#include "tst_zohofaults.moc"

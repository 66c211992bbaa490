// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/connectors/zoho/planincrm.h"

#include <QCryptographicHash>

//! What hangs on a plan's Devis: proposals, stages that people set, interventions.
class TestZohoPlans : public PlanInCrm
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void aProposalIsAttachedOnce_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        QTest::newRow("no trouble") << QJsonObject();
        QTest::newRow("lost answer") << QJsonObject{{u"kind"_s, u"lostAnswer"_s}};
        QTest::newRow("500") << QJsonObject{{u"kind"_s, u"status"_s}, {u"status"_s, 500}};
        QTest::newRow("malformed") << QJsonObject{{u"kind"_s, u"malformed"_s}};
    }
    void aProposalIsAttachedOnce()
    {
        QFETCH(QJsonObject, fault);
        Facts facts = proposed();
        QVERIFY(sent(facts));
        facts.plan->document = QByteArray("%PDF-1.7\r\n--boundary\r\n\0\xff", 25);
        facts.plan->documentName = u"devis.pdf"_s;
        auto row = m_crm->prepared(AttachProposal{PatientId(), m_plan, 1, u"doc-1"_s}, facts);
        QVERIFY(row);
        if (!fault.isEmpty()) {
            m_crm->fault(u"/Attachments$"_s, fault);
            QVERIFY(!m_crm->deliver(*row));
        }
        QVERIFY(m_crm->deliver(*row));
        QVERIFY(m_crm->deliver(*row));
        const QJsonArray files = m_crm->simulator().records(u"zoho"_s, u"Attachments"_s);
        QCOMPARE(files.size(), 1);
        QCOMPARE(files.at(0)[u"Parent_Id"_s][u"id"_s].toString(), facts.plan->version.quote.id);
        QCOMPARE(files.at(0)[u"$sha256"_s].toString(),
                 QString::fromLatin1(
                     QCryptographicHash::hash(facts.plan->document, QCryptographicHash::Sha256)
                         .toHex()));
        QVERIFY(files.at(0)[u"File_Name"_s].toString().startsWith(u"devis-"_s));
        // Another print is another document.
        QVERIFY(m_crm->run(AttachProposal{PatientId(), m_plan, 1, u"doc-2"_s}, facts));
        QCOMPARE(m_crm->simulator().records(u"zoho"_s, u"Attachments"_s).size(), 2);
    }

    void stagesAreReadBackInOneCall()
    {
        Facts facts = proposed();
        QVERIFY(sent(facts));
        m_crm->edit(u"Quotes"_s, facts.plan->version.quote.id,
                    {{u"Quote_Stage"_s, u"Closed Won"_s}});
        m_crm->simulator().clearJournal();
        const QDateTime past(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
        const auto news = QCoro::waitFor(m_crm->client().planQuotes(past, Settings::Zoho()));
        QVERIFY2(news, news ? "" : qPrintable(news.error().message));
        QCOMPARE(m_crm->calls(), 1);
        QCOMPARE(news->size(), 1);
        QCOMPARE(news->first().plan, m_plan);
        QCOMPARE(news->first().version, 1);
        QCOMPARE(news->first().meaning, PlanQuote::Meaning::Won);
        QCOMPARE(news->first().quote.id, facts.plan->version.quote.id);
        QCOMPARE(news->first().quote.total, facts.plan->version.quote.total);
        QCOMPARE(news->first().quote.deal, facts.plan->version.quote.deal);
        const QDateTime later = QDateTime::currentDateTimeUtc().addYears(30);
        const auto none = QCoro::waitFor(m_crm->client().planQuotes(later, Settings::Zoho()));
        QVERIFY(none);
        QCOMPARE(none->size(), 0);
    }

    void anInterventionHangsOnDevisAndAffaire()
    {
        Facts facts = proposed();
        QVERIFY(sent(facts));
        const qsizetype all = m_crm->simulator().records(u"zoho"_s, u"Quotes"_s).size();
        const qsizetype deals = m_crm->simulator().records(u"zoho"_s, u"Deals"_s).size();
        facts.appointment.kind = Appointment::Kind::Intervention;
        facts.appointment.reason = u"Phase 1"_s;
        facts.appointment.product = ProductId();
        facts.product = Product();
        facts.appointment.part = PlannedPart{m_plan, 1, u"310-1"_s, {u"it-1"_s, u"it-2"_s}, {}, {}};
        m_crm->simulator().clearJournal();
        auto row = m_crm->prepared(BookInCrm{facts.visit.id}, facts);
        QVERIFY2(row, row ? "" : qPrintable(row.error().message));
        const auto receipt = m_crm->deliver(*row);
        QVERIFY2(receipt, qPrintable(words(receipt)));
        QCOMPARE(m_crm->calls(), 1);
        SimulatedCrm::take(*receipt, facts);
        const QJsonObject order = m_crm->record(
            u"Sales_Orders"_s, facts.visitLinks.value(RecordKind::SalesOrder).remoteId);
        QCOMPARE(zoho::idOf(order.value(u"Quote_Name"_s)), facts.plan->version.quote.id);
        QCOMPARE(zoho::idOf(order.value(u"Deal_Name"_s)), facts.plan->version.quote.deal);
        QCOMPARE(order.value(u"Ordered_Items"_s).toArray().size(), 2);
        QCOMPARE(order.value(u"Ordered_Items"_s)[0][u"Vestibule_Item"_s].toString(),
                 u"plan:it-1"_s);
        QCOMPARE(m_crm->simulator().records(u"zoho"_s, u"Quotes"_s).size(), all);
        QCOMPARE(m_crm->simulator().records(u"zoho"_s, u"Deals"_s).size(), deals);
        QCOMPARE(facts.visitLinks.value(RecordKind::Quote).remoteId, facts.plan->version.quote.id);
        // The answer was lost: the same Commande is found.
        const auto again = m_crm->deliver(*row);
        QVERIFY2(again, qPrintable(words(again)));
        QCOMPARE(m_crm->where(u"Sales_Orders"_s, u"Vestibule_Ref"_s, facts.visit.id.value).size(),
                 1);
        QCOMPARE(again->visitLinks.value(RecordKind::SalesOrder).remoteId,
                 facts.visitLinks.value(RecordKind::SalesOrder).remoteId);

        // Called off: the plan's Devis and the Affaire stay as they are.
        const auto cancelled =
            m_crm->run(CancelInCrm{facts.visit.id, CancelInCrm::Why::Cancelled}, facts);
        QVERIFY2(cancelled, qPrintable(words(cancelled)));
        QCOMPARE(m_crm->where(u"Sales_Orders"_s, u"Vestibule_Ref"_s, facts.visit.id.value)
                     .first()
                     .value(u"Status"_s)
                     .toString(),
                 u"Cancelled"_s);
        QCOMPARE(quote().value(u"Quote_Stage"_s).toString(), u"Draft"_s);
        QCOMPARE(
            m_crm->record(u"Deals"_s, facts.plan->version.quote.deal).value(u"Stage"_s).toString(),
            u"Qualification"_s);
    }

    void anInterventionWaitsForItsDevis()
    {
        Facts facts = proposed();
        facts.appointment.part = PlannedPart{m_plan, 1, u"310-1"_s, {u"it-1"_s}, {}, {}};
        const auto row = m_crm->prepared(BookInCrm{facts.visit.id}, facts);
        QVERIFY(!row);
        QVERIFY(row.error().isTransient());
        QCOMPARE(m_crm->calls(), 0);
    }
};

QTEST_GUILESS_MAIN(TestZohoPlans)
#include "tst_zohoplans.moc"

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/connectors/zoho/planincrm.h"

using plans::Decision;

//! Devis of treatment plans: one per version, whatever happens on the way.
class TestZohoQuotes : public PlanInCrm
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void dt20aPlanBecomesItsDevisInOneCall()
    {
        Facts facts = proposed();
        const auto receipt = sent(facts);
        QVERIFY2(receipt, qPrintable(words(receipt)));
        QCOMPARE(m_crm->calls(), 1);
        QCOMPARE(quotes(), 1);
        const QJsonObject made = quote();
        QCOMPARE(made.value(u"Plan_Version"_s).toInt(), 1);
        QCOMPARE(made.value(u"Quote_Stage"_s).toString(), u"Draft"_s);
        QCOMPARE(made.value(u"Vestibule_Ref"_s).toString(),
                 derivedUuid(u"dentaltap:310:1:quote"_s));
        QCOMPARE(made.value(u"Valid_Till"_s).toString(), u"2026-04-05"_s);
        QCOMPARE(zoho::idOf(made.value(u"Contact_Name"_s)),
                 facts.patientLinks.value(RecordKind::Contact).remoteId);
        QCOMPARE(marks(), (QStringList{u"plan:it-1"_s, u"plan:it-2"_s}));
        QCOMPARE(lines().at(0)[u"Tooth"_s].toString(), u"36"_s);
        // No consultation is known: the Devis hangs on an Affaire all the same.
        const QString deal = zoho::idOf(made.value(u"Deal_Name"_s));
        QCOMPARE(m_crm->record(u"Deals"_s, deal).value(u"Vestibule_Ref"_s).toString(),
                 derivedUuid(u"dentaltap:310:deal"_s));
        QCOMPARE(facts.plan->version.quote.deal, deal);
        QCOMPARE(facts.plan->version.quote.number, made.value(u"Quote_Number"_s).toString());
        Money total{0, rupees};
        for (const OrderLine &line : facts.plan->lines)
            total.minor += line.net().minor + line.tax().minor;
        QCOMPARE(facts.plan->version.quote.total, total);
    }

    void theConsultationsAffaireIsUsed()
    {
        Facts visit = m_crm->walkIn(u"0190c8e2-0000-7000-8000-0000000000e2"_s);
        QVERIFY(m_crm->book(visit));
        Facts facts = proposed();
        facts.plan->deal = visit.visitLinks.value(RecordKind::Deal).remoteId;
        m_crm->simulator().clearJournal();
        const qsizetype deals = m_crm->simulator().records(u"zoho"_s, u"Deals"_s).size();
        QVERIFY(sent(facts));
        QCOMPARE(m_crm->simulator().records(u"zoho"_s, u"Deals"_s).size(), deals);
        QCOMPARE(facts.plan->version.quote.deal, facts.plan->deal);
    }

    void aPatientWithoutContactIsMadeWithIt()
    {
        Facts facts = proposed();
        facts.patientLinks.clear();
        QVERIFY(sent(facts));
        QCOMPARE(m_crm->calls(), 1);
        const QString contact = facts.patientLinks.value(RecordKind::Contact).remoteId;
        QCOMPARE(m_crm->record(u"Contacts"_s, contact).value(u"Vestibule_Ref"_s).toString(),
                 facts.patient.id.value);
    }

    void dt22aChangedPlanReachesItsDevisInTwoCalls()
    {
        Facts facts = proposed();
        QVERIFY(sent(facts));
        const QString kept = lines().at(1)[u"id"_s].toString();
        PlanPhase &phase = facts.plan->version.content.phases[0];
        phase.items[1].quantity = 2000;
        phase.items[0] = item(u"it-3"_s, 6, u"11"_s);
        lay(facts);
        m_crm->simulator().clearJournal();
        const auto receipt = sent(facts);
        QVERIFY2(receipt, qPrintable(words(receipt)));
        QVERIFY(m_crm->calls() <= 2);
        QCOMPARE(marks(), (QStringList{u"plan:it-2"_s, u"plan:it-3"_s}));
        QCOMPARE(lines().at(0)[u"id"_s].toString(), kept);
        QCOMPARE(lines().at(0)[u"Quantity"_s].toInt(), 2);
        // The same again changes nothing and costs one look.
        m_crm->simulator().clearJournal();
        QVERIFY(sent(facts));
        QCOMPARE(m_crm->calls(), 1);
    }

    void trouble_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        QTest::addColumn<bool>("update");
        for (const bool update : {false, true}) {
            const char *act = update ? "update" : "new";
            const auto row = [&](const char *name, const QJsonObject &fault) {
                QTest::addRow("%s, %s", act, name) << fault << update;
            };
            row("429", {{u"kind"_s, u"429"_s}});
            row("500", {{u"kind"_s, u"status"_s}, {u"status"_s, 500}});
            row("lost answer", {{u"kind"_s, u"lostAnswer"_s}});
            row("cut body", {{u"kind"_s, u"cutBody"_s}});
            row("malformed", {{u"kind"_s, u"malformed"_s}});
        }
    }
    void trouble()
    {
        QFETCH(QJsonObject, fault);
        QFETCH(bool, update);
        Facts facts = proposed();
        if (update) {
            QVERIFY(sent(facts));
            PlanPhase &phase = facts.plan->version.content.phases[0];
            phase.items.append(item(u"it-3"_s, 6, u"11"_s));
            phase.items.removeFirst();
            lay(facts);
        }
        auto row = m_crm->prepared(put(), facts);
        QVERIFY(row);
        m_crm->fault(m_anyWrite, fault);
        QVERIFY(!m_crm->deliver(*row));
        const auto receipt = m_crm->deliver(*row);
        QVERIFY2(receipt, qPrintable(words(receipt)));
        QCOMPARE(quotes(), 1);
        QCOMPARE(m_crm->where(u"Deals"_s, u"Vestibule_Ref"_s, derivedUuid(u"dentaltap:310:deal"_s))
                     .size(),
                 1);
        QCOMPARE(marks(),
                 update ? (QStringList{u"plan:it-2"_s, u"plan:it-3"_s})
                        : (QStringList{u"plan:it-1"_s, u"plan:it-2"_s}));
        take(*receipt, facts);
        QCOMPARE(facts.plan->version.quote.id, quote().value(u"id"_s).toString());
        // The same row once more: nothing is doubled.
        QVERIFY(m_crm->deliver(*row));
        QCOMPARE(quotes(), 1);
        QCOMPARE(lines().size(), 2);
    }

    void anotherDesksDevisIsAdopted()
    {
        Facts first = proposed();
        QVERIFY(sent(first));
        Facts second = proposed();
        const auto receipt = sent(second);
        QVERIFY2(receipt, qPrintable(words(receipt)));
        QCOMPARE(second.plan->version.quote.id, first.plan->version.quote.id);
        QCOMPARE(quotes(), 1);
    }

    void theAffaireOfAnEarlierVersionIsAdopted()
    {
        Facts first = proposed();
        QVERIFY(sent(first));
        Facts second = proposed();
        second.plan->version.number = 2;
        const auto receipt = m_crm->run(PutQuote{PatientId(), m_plan, 2}, second);
        QVERIFY2(receipt, qPrintable(words(receipt)));
        QCOMPARE(quotes(), 2);
        QCOMPARE(receipt->quote->deal, first.plan->version.quote.deal);
    }

    void aChangeMadeMeanwhileIsMergedNotOverwritten()
    {
        Facts facts = proposed();
        QVERIFY(sent(facts));
        PlanPhase &phase = facts.plan->version.content.phases[0];
        phase.items[1].quantity = 3000;
        lay(facts);
        auto row = m_crm->prepared(put(), facts);
        QVERIFY(row);
        const QString id = facts.plan->version.quote.id;
        m_crm->fault(m_anyWrite, {{u"kind"_s, u"status"_s}, {u"status"_s, 412}});
        const QJsonObject line{
            {u"Product_Name"_s, QJsonObject{{u"id"_s, m_crm->product(7).id.value}}},
            {u"Quantity"_s, 1},
            {u"List_Price"_s, 123}};
        m_crm->edit(u"Quotes"_s, id, {{u"lines"_s, QJsonArray{line}}});
        Result<Receipt> receipt = m_crm->deliver(*row);
        if (!receipt)
            receipt = m_crm->deliver(*row);
        QVERIFY2(receipt, qPrintable(words(receipt)));
        // The line that a person added is kept.
        QCOMPARE(lines().size(), 3);
        QCOMPARE(marks(), (QStringList{u"plan:it-1"_s, u"plan:it-2"_s, QString()}));
        QCOMPARE(lines().at(1)[u"Quantity"_s].toInt(), 3);
    }

    void aPriceTypedInTheCrmWins()
    {
        Facts facts = proposed();
        QVERIFY(sent(facts));
        const QJsonObject cheaper{{u"id"_s, lines().at(0)[u"id"_s]}, {u"List_Price"_s, 77}};
        m_crm->edit(u"Quotes"_s, facts.plan->version.quote.id, {{u"lines"_s, QJsonArray{cheaper}}});
        PlanPhase &phase = facts.plan->version.content.phases[0];
        phase.items[0].unitPrice.minor += 5000;
        phase.items[1].unitPrice.minor += 5000;
        lay(facts);
        QVERIFY(sent(facts));
        QCOMPARE(lines().at(0)[u"List_Price"_s].toInt(), 77);
        const Result<Money> second = moneyFromJson(lines().at(1)[u"List_Price"_s], rupees);
        QVERIFY(second);
        QCOMPARE(second->minor, phase.items[1].unitPrice.minor);
        // And goes on winning.
        phase.items[0].unitPrice.minor += 100;
        lay(facts);
        QVERIFY(sent(facts));
        QCOMPARE(lines().at(0)[u"List_Price"_s].toInt(), 77);
    }

    void theDecisionIsTheStage_data()
    {
        QTest::addColumn<Decision>("decision");
        QTest::addColumn<QString>("stage");
        QTest::newRow("accepted") << Decision::Accepted << u"Closed Won"_s;
        QTest::newRow("in part") << Decision::PartiallyAccepted << u"Confirmed"_s;
        QTest::newRow("declined") << Decision::Declined << u"Closed Lost"_s;
        QTest::newRow("replaced") << Decision::Replaced << u"Closed Lost"_s;
    }
    void theDecisionIsTheStage()
    {
        QFETCH(Decision, decision);
        QFETCH(QString, stage);
        Facts facts = proposed();
        QVERIFY(sent(facts));
        facts.plan->version.decision = decision;
        facts.plan->version.reason = decision == Decision::Declined ? u"trop cher"_s : QString();
        m_crm->simulator().clearJournal();
        const auto receipt = sent(facts);
        QVERIFY2(receipt, qPrintable(words(receipt)));
        QVERIFY(m_crm->calls() <= 2);
        QCOMPARE(quote().value(u"Quote_Stage"_s).toString(), stage);
        QCOMPARE(facts.plan->version.quote.stage, stage);
        const QString description = quote().value(u"Description"_s).toString();
        QCOMPARE(description.contains(u"Replaced"_s), decision == Decision::Replaced);
        QCOMPARE(description.contains(u"trop cher"_s), decision == Decision::Declined);
        // Reopened, it is a draft again.
        facts.plan->version.decision = Decision::Open;
        facts.plan->version.reason.clear();
        QVERIFY(sent(facts));
        QCOMPARE(quote().value(u"Quote_Stage"_s).toString(), u"Draft"_s);
        QVERIFY(!quote().value(u"Description"_s).toString().contains(u"Replaced"_s));
    }

    void aDecisionOrAStageOfTheCrmsIsNotTakenBack_data()
    {
        QTest::addColumn<QString>("stage");
        QTest::newRow("on the way") << u"Delivered"_s;
        QTest::newRow("won") << u"Closed Won"_s;
        QTest::newRow("lost") << u"Closed Lost"_s;
    }
    void aDecisionOrAStageOfTheCrmsIsNotTakenBack()
    {
        QFETCH(QString, stage);
        Facts facts = proposed();
        QVERIFY(sent(facts));
        m_crm->edit(u"Quotes"_s, facts.plan->version.quote.id, {{u"Quote_Stage"_s, stage}});
        facts.plan->version.content.phases[0].items[0].quantity = 2000;
        lay(facts);
        QVERIFY(sent(facts));
        QCOMPARE(quote().value(u"Quote_Stage"_s).toString(), stage);
        // What was decided there is left for the reading of stages to see.
        QCOMPARE(facts.plan->version.quote.stage, stage == u"Delivered"_s ? stage : u"Draft"_s);
        QCOMPARE(lines().at(0)[u"Quantity"_s].toInt(), 2);
    }

    void anEmptiedPlanMarksItsDevisForReview()
    {
        Facts facts = proposed();
        QVERIFY(sent(facts));
        m_crm->edit(u"Quotes"_s, facts.plan->version.quote.id,
                    {{u"Description"_s, u"À revoir avec la famille"_s},
                     {u"Quote_Stage"_s, u"Delivered"_s}});
        const QList<PlanPhase> before = facts.plan->version.content.phases;
        facts.plan->version.content.phases.clear();
        lay(facts);
        m_crm->simulator().clearJournal();
        const auto receipt = sent(facts);
        QVERIFY2(receipt, qPrintable(words(receipt)));
        QVERIFY(m_crm->calls() <= 2);
        QVERIFY(!receipt->note.isEmpty());
        QCOMPARE(lines().size(), 2);
        QCOMPARE(quote().value(u"Quote_Stage"_s).toString(), u"Draft"_s);
        const QString description = quote().value(u"Description"_s).toString();
        QVERIFY(description.startsWith(u"À revoir avec la famille"_s));
        QVERIFY(description.contains(receipt->note));
        // Acts again: the words go, the person's stay.
        facts.plan->version.content.phases = before;
        lay(facts);
        const auto again = sent(facts);
        QVERIFY(again);
        QCOMPARE(again->note, QString());
        QCOMPARE(quote().value(u"Description"_s).toString(), u"À revoir avec la famille"_s);
    }

    void anEmptyPlanWithoutDevisGetsNone()
    {
        Facts facts = proposed();
        facts.plan->version.content.phases.clear();
        lay(facts);
        const auto receipt = sent(facts);
        QVERIFY2(receipt, qPrintable(words(receipt)));
        QVERIFY(!receipt->quote);
        QCOMPARE(quotes(), 0);
    }

    void aConvertedDevisStaysAsItIs()
    {
        Facts facts = proposed();
        QVERIFY(sent(facts));
        convert(facts.plan->version.quote.id);
        facts.plan->version.content.phases[0].items[0].quantity = 2000;
        lay(facts);
        const auto receipt = sent(facts);
        QVERIFY2(receipt, qPrintable(words(receipt)));
        QVERIFY(receipt->quote->converted);
        QCOMPARE(lines().at(0)[u"Quantity"_s].toInt(), 1);
    }

    void anUnknownActIsNamed()
    {
        Facts facts = proposed();
        facts.plan->lines[1].product = ProductId();
        facts.plan->lines[1].label = u"Gouttière"_s;
        const auto receipt = m_crm->run(put(), facts);
        QVERIFY(!receipt);
        QCOMPARE(receipt.error().kind, Error::Kind::Invalid);
        QVERIFY(receipt.error().message.contains(u"Gouttière"_s));
        QCOMPARE(m_crm->calls(), 0);
    }

    void aMouthfulOfTeethGoesIntoTheDescription()
    {
        Facts facts = proposed();
        QStringList &teeth = facts.plan->version.content.phases[0].items[0].teeth;
        for (int tooth = 11; tooth <= 18; ++tooth)
            teeth.append({QString::number(tooth), QString::number(tooth + 10)});
        lay(facts);
        const auto receipt = sent(facts);
        QVERIFY2(receipt, qPrintable(words(receipt)));
        QVERIFY(lines().at(0)[u"Description"_s].toString().contains(u"18"_s));
        m_crm->simulator().clearJournal();
        QVERIFY(sent(facts));
        QCOMPARE(m_crm->calls(), 1);
    }

private:
    //! A person makes an order of the Devis in the CRM's own window.
    void convert(const QString &id)
    {
        QCOMPARE(m_crm->simulator().edit({{u"system"_s, u"zoho"_s},
                                          {u"collection"_s, u"Quotes"_s},
                                          {u"id"_s, id},
                                          {u"fields"_s, QJsonObject{{u"converted"_s, true}}}}),
                 QString());
    }
};

QTEST_GUILESS_MAIN(TestZohoQuotes)
#include "tst_zohoquotes.moc"

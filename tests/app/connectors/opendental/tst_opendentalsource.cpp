// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/connector.h"
#include "app/connectors/opendental/json.h"
#include "app/connectors/opendental/plans.h"
#include "tests/app/connectors/opendental/opendentaldesk.h"

using namespace opendental;

//! Open Dental as a source of plans, and where signatures of the desk go.
class TestOpenDentalSource : public QObject, private OpenDentalDesk
{
    Q_OBJECT

    std::unique_ptr<Plans> m_plans;

    //! A plan of the office as the desk reads it.
    TreatmentPlan read(qint64 number)
    {
        const auto plan = wait(m_plans->plan(QString::number(number)));
        return plan ? plan->plan : TreatmentPlan();
    }
    OutboxItem signing(qint64 number, const QString &patient, const QString &practice)
    {
        Facts facts;
        PlanFacts plan;
        plan.version.plan = planId(plans::Source::OpenDental, QString::number(number));
        plan.version.content.id = plan.version.plan;
        PlanSignature signature;
        signature.name = patient;
        if (!patient.isEmpty())
            plan.version.signatures.append(signature);
        signature.by = plans::Signer::Practice;
        signature.name = practice;
        if (!practice.isEmpty())
            plan.version.signatures.append(signature);
        facts.plan = plan;
        OutboxItem item;
        item.command = SignOpenDentalPlan{PatientId(u"p"_s), plan.version.plan, 1};
        opendental::Connector connector(m_client.get());
        const Result<QByteArray> payload = connector.prepare(item.command, facts, QString());
        item.payload = payload.value_or(QByteArray());
        item.attempts = 1;
        return item;
    }

private Q_SLOTS:
    void init()
    {
        open();
        PlanTerms terms;
        terms.toothNumbering = u"universal"_s;
        terms.timeZone = m_world->clinic().options.timeZone.toLatin1();
        terms.currency = m_currency;
        m_plans = std::make_unique<Plans>(m_client.get(), m_lane.get(), terms);
    }
    void cleanup()
    {
        m_plans.reset();
        shut();
    }

    void patientsAreJoinedByChartNumberOrLink_OD_22()
    {
        const qint64 number = patientOf(planOf(u"Active"_s));
        const sim::SeedPatient &seed = m_world->clinic().patients.at(number - 1);
        ::Patient patient;
        Links links;
        links.insert(RecordKind::Contact, RemoteLink{RecordKind::Contact, seed.contactId, {}, {}});
        const auto found = wait(m_plans->patientOf(patient, links));
        QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
        QCOMPARE(*found, QString::number(number));
        links.insert(RecordKind::OpenDentalPatient,
                     RemoteLink{RecordKind::OpenDentalPatient, u"77"_s, {}, {}});
        QCOMPARE(*wait(m_plans->patientOf(patient, links)), u"77"_s);
        QVERIFY(wait(m_plans->patientOf(patient, Links()))->isEmpty());
        patient.recordNumber = u"D-0815"_s;
        links.remove(RecordKind::OpenDentalPatient);
        QVERIFY(wait(m_plans->patientOf(patient, links))->isEmpty());
        edit(u"patients"_s, QString::number(number), {{"ChartNumber"_L1, u"D-0815"_s}});
        QCOMPARE(*wait(m_plans->patientOf(patient, links)), QString::number(number));
    }

    void kindsOfPlansAreOurs_OD_17_OD_18()
    {
        const qint64 active = planOf(u"Active"_s);
        const TreatmentPlan live = read(active);
        QCOMPARE(live.status, plans::Status::Proposed);
        QCOMPARE(live.id.value, u"opendental:%1"_s.arg(active));
        QCOMPARE(live.remotePatient, QString::number(patientOf(active)));
        QVERIFY(live.phases.size() > 1);
        int order = 0;
        for (const PlanPhase &phase : live.phases) {
            QCOMPARE(phase.order, ++order);
            QVERIFY(!phase.title.isEmpty());
            for (const PlanItem &item : phase.items) {
                QVERIFY(!item.code.isEmpty());
                QVERIFY(item.product.isEmpty());
                QCOMPARE(item.unitPrice.currency, m_currency);
                for (const QString &tooth : item.teeth)
                    QVERIFY(tooth.toInt() >= 11 && tooth.toInt() <= 48);
            }
        }
        QCOMPARE(read(planOf(u"Inactive"_s, false)).status, plans::Status::Draft);
        const TreatPlan copy = saved();
        const TreatmentPlan frozen = read(copy.number);
        QCOMPARE(frozen.status, plans::Status::Proposed);
        QCOMPARE(frozen.total(m_currency), *frozen.statedTotal);
        QVERIFY(wait(m_client->sign(copy.number, Signer::Practice, QString())));
        QCOMPARE(read(copy.number).status, plans::Status::Proposed);
        QVERIFY(wait(m_client->sign(copy.number, Signer::Patient, QString())));
        QCOMPARE(read(copy.number).status, plans::Status::Accepted);
        const qint64 patient = patientOf(active);
        edit(u"procedurelogs"_s, QString(),
             {{"PatNum"_L1, patient}, {"procCode"_L1, u"CON01"_s}, {"ProcStatus"_L1, u"TPi"_s}});
        edit(u"treatplans"_s, QString(), {{"PatNum"_L1, patient}, {"TPStatus"_L1, u"Active"_s}});
        const auto before = wait(m_plans->plansOf(QString::number(patient)));
        int proposed = 0;
        for (const RemotePlan &each : *before)
            proposed += each.plan.status == plans::Status::Proposed && !each.plan.statedTotal;
        QCOMPARE(proposed, 1);
        edit(u"audit"_s, QString::number(patient), {});
        const auto all = wait(m_plans->plansOf(QString::number(patient)));
        QVERIFY(std::any_of(all->cbegin(), all->cend(), [](const RemotePlan &each) {
            return each.plan.automatic && !each.plan.items().isEmpty();
        }));
    }

    void frozenTeethAreReadInTheOfficesNumbering_OD_28()
    {
        option(u"numbering"_s, u"fdi"_s);
        const TreatPlan copy = saved();
        PlanTerms terms;
        terms.toothNumbering = u"fdi"_s;
        terms.timeZone = "UTC";
        terms.currency = m_currency;
        Plans plans(m_client.get(), m_lane.get(), terms);
        const auto frozen = wait(plans.plan(QString::number(copy.number)));
        const TreatmentPlan live = read(planOf(u"Active"_s));
        QVERIFY(frozen);
        QCOMPARE(frozen->plan.items().size(), live.items().size());
        for (qsizetype i = 0; i < live.items().size(); ++i)
            QCOMPARE(frozen->plan.items().at(i).teeth, live.items().at(i).teeth);
    }

    void whatHangsOnAPlanIsAChangeToo_OD_08_OD_19()
    {
        const qint64 active = planOf(u"Active"_s);
        const QDateTime now = m_world->simulator().clock().now();
        const auto nothing = wait(m_plans->changedSince(now.addSecs(-5)));
        QVERIFY(nothing);
        QVERIFY(nothing->isEmpty());
        const TreatmentPlan before = read(active);
        const auto attached = wait(m_client->attaches(active));
        ProcedureDraft dearer;
        dearer.fee = Money{123400, m_currency};
        QVERIFY(wait(m_client->changeProcedure(attached->first().procedure, dearer)));
        const auto news = wait(m_plans->changedSince(now.addSecs(-5)));
        QVERIFY(news);
        QVERIFY(!news->isEmpty());
        const TreatmentPlan after = read(active);
        QVERIFY(after.updatedAt > before.updatedAt);
        QVERIFY(after.stamp != before.stamp);
        QCOMPARE(after.items().first().unitPrice.minor, 123400);
        for (const RemotePlan &each : *news)
            QCOMPARE(each.plan.remotePatient, before.remotePatient);
        const auto gone = wait(m_plans->plan(u"999999"_s));
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, Error::Kind::NotFound);
    }

    void anActOutsideEveryPlanIsNewsOnce_OD_08()
    {
        const qint64 patient = patientOf(planOf(u"Active"_s));
        edit(u"procedurelogs"_s, QString(),
             {{"PatNum"_L1, patient}, {"procCode"_L1, u"CON01"_s}, {"ProcStatus"_L1, u"C"_s}});
        const QDateTime since = m_world->simulator().clock().now().addSecs(-60);
        QVERIFY(!wait(m_plans->changedSince(since))->isEmpty());
        m_world->simulator().clearJournal();
        QVERIFY(wait(m_plans->changedSince(since))->isEmpty());
        QCOMPARE(requests(u"GET"_s), 2);
    }

    void doneActsAreDone_OD_19_OD_20()
    {
        const TreatPlan copy = saved();
        const qint64 active = planOf(u"Active"_s);
        const auto attached = wait(m_client->attaches(active));
        const QString first = QString::number(attached->first().procedure);
        const QString second = QString::number(attached->at(1).procedure);
        edit(u"procedurelogs"_s, first, {{"ProcStatus"_L1, u"C"_s}});
        edit(u"procedurelogs"_s, second, {{"ProcStatus"_L1, u"D"_s}});
        const TreatmentPlan live = read(active);
        QCOMPARE(live.items().size(), attached->size() - 1);
        QCOMPARE(live.items().first().state, plans::ItemState::Done);
        const TreatmentPlan frozen = read(copy.number);
        QCOMPARE(frozen.items().size(), attached->size());
        QCOMPARE(frozen.items().first().state, plans::ItemState::Done);
        QCOMPARE(frozen.items().at(1).state, plans::ItemState::Planned);
    }

    void signaturesOfTheDeskArriveOnce_OD_13_OD_14()
    {
        const TreatPlan copy = saved();
        opendental::Connector connector(m_client.get());
        const OutboxItem item = signing(copy.number, u"Pamela Hoovey"_s, u"Dr Jeong"_s);
        const auto done = wait(connector.deliver(item));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        const QJsonObject there = planRow(copy.number);
        QCOMPARE(there["isSigned"_L1].toString(), u"true"_s);
        QCOMPARE(there["SignatureText"_L1].toString(), u"Pamela Hoovey"_s);
        QCOMPARE(there["isSignedPractice"_L1].toString(), u"true"_s);
        m_world->simulator().clearJournal();
        QVERIFY(wait(connector.deliver(item)));
        QCOMPARE(requests(u"PUT"_s), 0);
        QCOMPARE(planRow(copy.number), there);
    }

    void aSheetWithoutTheFieldStillGetsTheSignature_OD_14()
    {
        option(u"sheet"_s, QJsonArray());
        const TreatPlan copy = saved();
        opendental::Connector connector(m_client.get());
        QVERIFY(wait(connector.deliver(signing(copy.number, u"Pamela Hoovey"_s, QString()))));
        QCOMPARE(planRow(copy.number)["isSigned"_L1].toString(), u"true"_s);
        QVERIFY(planRow(copy.number)["SignatureText"_L1].toString().isEmpty());
    }

    void aLivePlanIsLeftAlone_OD_13()
    {
        opendental::Connector connector(m_client.get());
        m_world->simulator().clearJournal();
        const auto kept =
            wait(connector.deliver(signing(planOf(u"Active"_s), u"Pamela Hoovey"_s, QString())));
        QVERIFY(kept);
        QVERIFY(!kept->note.isEmpty());
        QCOMPARE(requests(u"PUT"_s), 0);
        QVERIFY(signing(planOf(u"Active"_s), QString(), QString()).payload.isEmpty());
    }

    void aSignatureSurvivesEachFault_OD_30_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"lostAnswer", "cutBody", "malformed", "429"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void aSignatureSurvivesEachFault_OD_30()
    {
        QFETCH(QString, kind);
        const TreatPlan copy = saved();
        QJsonObject more{{"method"_L1, u"PUT"_s}};
        if (kind == u"429"_s)
            more.insert("retryAfter"_L1, 0);
        m_world->fault(officeName, u"treatplans"_s, kind, more);
        opendental::Connector connector(m_client.get());
        const OutboxItem item = signing(copy.number, u"Pamela Hoovey"_s, QString());
        QVERIFY(wait(connector.deliver(item)));
        QCOMPARE(planRow(copy.number)["isSigned"_L1].toString(), u"true"_s);
        QCOMPARE(requests(u"PUT"_s), kind == u"429"_s ? 2 : 1);
    }

    void errorsOfARowSayNothingOfTheVendors_OD_32()
    {
        const TreatPlan copy = saved();
        edit(u"treatplans"_s, QString::number(copy.number), {{"_delete"_L1, true}});
        opendental::Connector connector(m_client.get());
        const auto gone = wait(connector.deliver(signing(copy.number, u"Pamela"_s, QString())));
        QVERIFY(!gone);
        QVERIFY(!gone.error().message.contains(u'\n'));
    }
};

QTEST_GUILESS_MAIN(TestOpenDentalSource)
#include "tst_opendentalsource.moc"

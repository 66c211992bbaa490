// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/json.h"
#include "tests/app/connectors/opendental/opendentaldesk.h"
#include "tests/support/logcapture.h"

using namespace opendental;

//! Treatment plans of the simulated office: read, made, changed, deleted.
class TestOpenDentalPlans : public QObject, private OpenDentalDesk
{
    Q_OBJECT

    //! Plans of one patient so that there are that many in the office.
    void fill(int count)
    {
        int there = int(rows(u"treatplans"_s).size());
        for (; there < count; ++there)
            edit(u"treatplans"_s, QString(), {{"PatNum"_L1, 1}});
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { shut(); }

    void everyCallHasItsHeaders_OD_02()
    {
        // The simulator refuses a GET without Content-Type and any other form of the keys.
        QVERIFY(wait(m_client->treatPlans(PlanFilter())));
        QVERIFY(wait(m_client->probe()));
    }

    void everyPageIsRead_OD_04_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("limit");
        QTest::newRow("99") << 99 << 100;
        QTest::newRow("100") << 100 << 100;
        QTest::newRow("101") << 101 << 100;
        QTest::newRow("250") << 250 << 100;
        QTest::newRow("250, the service gives smaller pages than asked for") << 250 << 1000;
    }
    void everyPageIsRead_OD_04()
    {
        QFETCH(int, rows);
        QFETCH(int, limit);
        shut();
        open(limit);
        option(u"mode"_s, u"remote"_s);
        const qint64 patient = 40;
        const int before = int(wait(m_client->treatPlans(PlanFilter(patient)))->size());
        for (int i = before; i < rows; ++i)
            edit(u"treatplans"_s, QString(), {{"PatNum"_L1, patient}});
        const auto all = wait(m_client->treatPlans(PlanFilter(patient)));
        QVERIFY(all);
        QCOMPARE(int(all->size()), rows);
        QSet<Key> numbers;
        for (const TreatPlan &plan : *all)
            numbers.insert(plan.number);
        QCOMPARE(numbers.size(), rows);
    }

    void aPatientWithoutPlansHasNone_OD_04()
    {
        QSet<qint64> withPlans;
        for (const QJsonValue &plan : rows(u"treatplans"_s))
            withPlans.insert(plan["PatNum"_L1].toInteger());
        qint64 patient = 1;
        while (withPlans.contains(patient))
            ++patient;
        const auto none = wait(m_client->treatPlans(PlanFilter(patient)));
        QVERIFY(none);
        QVERIFY(none->isEmpty());
    }

    void theNearServiceGivesLargePages_OD_04()
    {
        fill(1100);
        m_world->simulator().clearJournal();
        const auto all = wait(m_client->treatPlans(PlanFilter()));
        QVERIFY(all);
        QCOMPARE(all->size(), rows(u"treatplans"_s).size());
        QCOMPARE(requests(u"GET"_s, u"treatplans"_s), 3);
    }

    void plansAreFilteredByPatientAndStatus_OD_07()
    {
        const TreatPlan copy = saved();
        QVERIFY(copy.number > 0);
        for (const QString &status : {u"Saved"_s, u"Active"_s, u"Inactive"_s}) {
            PlanFilter filter;
            filter.status = status;
            const auto plans = wait(m_client->treatPlans(filter));
            QVERIFY(plans);
            QVERIFY(!plans->isEmpty());
            for (const TreatPlan &plan : *plans)
                QCOMPARE(plan.status, status);
        }
        PlanFilter odd;
        odd.status = u"saved"_s;
        const auto refused = wait(m_client->treatPlans(odd));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        const auto own = wait(m_client->treatPlans(PlanFilter(copy.patient)));
        QVERIFY(own);
        for (const TreatPlan &plan : *own)
            QCOMPARE(plan.patient, copy.patient);
    }

    void whatChangedIsNeitherLostNorDoubled_OD_08()
    {
        const qint64 number = planOf(u"Active"_s);
        PlanChange change;
        change.heading = u"Revu"_s;
        const auto changed = wait(m_client->update(number, change));
        QVERIFY(changed);
        PlanFilter filter;
        filter.since = changed->changedAt;
        // Inclusive: what was changed in the same second comes again.
        const auto news = wait(m_client->treatPlans(filter));
        QVERIFY(news);
        QCOMPARE(news->size(), 1);
        QCOMPARE(news->first().number, number);
        const auto again = wait(m_client->treatPlans(filter));
        QCOMPARE(eachOnce(*news + *again).size(), 1);
        filter.since = changed->changedAt.addSecs(1);
        QVERIFY(wait(m_client->treatPlans(filter))->isEmpty());
    }

    void aPlanIsMadeInactiveWithItsDefaults_OD_09()
    {
        const auto plain = wait(m_client->create(NewPlan(3)));
        QVERIFY2(plain, qPrintable(plain ? QString() : plain.error().message));
        QVERIFY(plain->isInactive());
        QCOMPARE(plain->heading, u"Inactive Treatment Plan"_s);
        QVERIFY(!plain->note.value_or(QString()).isEmpty());
        QVERIFY(!plain->date.isValid());
        NewPlan full(3);
        full.heading = u"Couronne"_s;
        full.note = u"Deux séances"_s;
        full.type = u"Discount"_s;
        const auto made = wait(m_client->create(full));
        QVERIFY(made);
        QCOMPARE(made->heading, u"Couronne"_s);
        QCOMPARE(made->note, std::optional<QString>(u"Deux séances"_s));
        QCOMPARE(made->type, u"Discount"_s);
        full.type = u"discount"_s;
        m_world->simulator().clearJournal();
        QVERIFY(!wait(m_client->create(full)));
        QVERIFY(!wait(m_client->create(NewPlan(0))));
        QCOMPARE(requests(u"POST"_s), 0);
        const auto nobody = wait(m_client->create(NewPlan(999999)));
        QVERIFY(!nobody);
        QCOMPARE(nobody.error().kind, Error::Kind::NotFound);
    }

    void aSavedCopyLeavesItsSource_OD_10()
    {
        const qint64 source = planOf(u"Active"_s);
        const QJsonObject before = planRow(source);
        const auto copy = wait(m_client->save(source, std::nullopt, 5));
        QVERIFY2(copy, qPrintable(copy ? QString() : copy.error().message));
        QVERIFY(copy->isSaved());
        QVERIFY(copy->number != source);
        QCOMPARE(copy->heading, before["Heading"_L1].toString());
        QCOMPARE(copy->presenter, 5);
        QVERIFY(copy->date.isValid());
        QVERIFY(!copy->isSigned());
        QCOMPARE(planRow(source), before);
        const auto attached = wait(m_client->attaches(source));
        const auto items = wait(m_client->items(copy->number, copy->patient));
        QVERIFY(attached && items);
        QCOMPARE(items->size(), attached->size());
        for (qsizetype i = 0; i < items->size(); ++i) {
            QCOMPARE(items->at(i).order, int(i));
            QCOMPARE(items->at(i).original, attached->at(i).procedure);
        }
        const auto twice = wait(m_client->save(copy->number, std::nullopt, 0));
        QVERIFY(!twice);
        QCOMPARE(twice.error().kind, Error::Kind::Invalid);
    }

    void aPartialChangeLeavesTheRest_OD_11()
    {
        const qint64 number = planOf(u"Active"_s);
        QJsonObject before = planRow(number);
        PlanChange change;
        change.note = u"Nouvelle note"_s;
        change.responsible = 4;
        const auto changed = wait(m_client->update(number, change));
        QVERIFY2(changed, qPrintable(changed ? QString() : changed.error().message));
        QJsonObject after = planRow(number);
        QCOMPARE(after["Note"_L1].toString(), u"Nouvelle note"_s);
        QCOMPARE(after["ResponsParty"_L1].toInteger(), 4);
        for (const QString &member : {u"Note"_s, u"ResponsParty"_s, u"SecDateTEdit"_s}) {
            before.remove(member);
            after.remove(member);
        }
        QCOMPARE(after, before);
        PlanChange empty;
        empty.heading = u"  "_s;
        QVERIFY(!wait(m_client->update(number, empty)));
        QVERIFY(!wait(m_client->update(number, PlanChange())));
        PlanChange clear;
        clear.note = QString();
        QCOMPARE(wait(m_client->update(number, clear))->note, std::optional<QString>(QString()));
    }

    void onlyASavedPlanHasADate_OD_12()
    {
        PlanChange change;
        change.date = QDate(2026, 1, 27);
        m_world->simulator().clearJournal();
        for (const QString &status : {u"Active"_s, u"Inactive"_s}) {
            const auto refused = wait(m_client->update(planOf(status, false), change));
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        }
        QCOMPARE(requests(u"PUT"_s), 0);
        const TreatPlan copy = saved();
        const auto dated = wait(m_client->update(copy.number, change));
        QVERIFY(dated);
        QCOMPARE(dated->date, QDate(2026, 1, 27));
    }

    void deletingTakesTheItemsAlong_OD_16()
    {
        const TreatPlan copy = saved();
        QVERIFY(!row(u"proctps"_s, u"TreatPlanNum"_s, copy.number).isEmpty());
        QVERIFY(wait(m_client->remove(copy.number, false)));
        QVERIFY(planRow(copy.number).isEmpty());
        QVERIFY(row(u"proctps"_s, u"TreatPlanNum"_s, copy.number).isEmpty());
        const auto active = wait(m_client->remove(planOf(u"Active"_s), true));
        QVERIFY(!active);
        QCOMPARE(active.error().kind, Error::Kind::Invalid);
        const auto gone = wait(m_client->remove(copy.number, false));
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, Error::Kind::NotFound);
    }

    void theOfficeKeepsOneActive_OD_17()
    {
        const qint64 active = planOf(u"Active"_s);
        const qint64 patient = patientOf(active);
        edit(u"treatplans"_s, QString(), {{"PatNum"_L1, patient}, {"TPStatus"_L1, u"Active"_s}});
        PlanFilter filter(patient);
        filter.status = u"Active"_s;
        const auto two = wait(m_client->treatPlans(filter));
        QCOMPARE(two->size(), 2);
        const auto counted = withOneActive(*two);
        QCOMPARE(std::count_if(counted.begin(), counted.end(),
                               [](const TreatPlan &plan) { return plan.isActive(); }),
                 1);
        edit(u"audit"_s, QString::number(patient), {});
        QCOMPARE(wait(m_client->treatPlans(filter))->size(), 1);
        QCOMPARE(wait(m_client->treatPlans(filter))->first().number, active);
    }

    void theAutomaticPlanIsNobodys_OD_18()
    {
        const qint64 patient = patientOf(planOf(u"Active"_s));
        edit(u"procedurelogs"_s, QString(),
             {{"PatNum"_L1, patient}, {"procCode"_L1, u"CON01"_s}, {"ProcStatus"_L1, u"TPi"_s}});
        edit(u"audit"_s, QString::number(patient), {});
        const auto plans = wait(m_client->treatPlans(PlanFilter(patient)));
        TreatPlan automatic;
        for (const TreatPlan &plan : *plans) {
            if (plan.isUnassigned())
                automatic = plan;
        }
        QVERIFY(automatic.number > 0);
        PlanChange change;
        change.heading = u"À nous"_s;
        QVERIFY(!wait(m_client->update(automatic.number, change)));
        QVERIFY(!wait(m_client->remove(automatic.number, true)));
        QVERIFY(!wait(m_client->attach(automatic.number, 1, 0)));
        QVERIFY(statusWord(automatic) != statusWord(TreatPlan()));
    }

    void aServerThatOverlooksAFilterIsFound_OD_29_OD_31()
    {
        const qint64 patient = patientOf(planOf(u"Active"_s));
        option(u"ignoresFilters"_s, true);
        const auto plans = wait(m_client->treatPlans(PlanFilter(patient)));
        QVERIFY(!plans);
        QCOMPARE(plans.error().kind, Error::Kind::Protocol);
        const auto procedures = wait(m_client->procedures(patient, QString()));
        QVERIFY(!procedures);
        QCOMPARE(procedures.error().kind, Error::Kind::Protocol);
        // With it, nothing may be changed either: the plan's state is unknown.
        m_world->simulator().clearJournal();
        NewPlan plan(patient);
        QVERIFY(!wait(m_client->create(plan)));
        QCOMPARE(requests(u"POST"_s), 0);
    }

    void aPlanIsFoundWithoutItsPatient_OD_07()
    {
        shut();
        open(100);
        option(u"mode"_s, u"remote"_s);
        fill(700);
        for (int gap = 40; gap < 60; ++gap)
            edit(u"treatplans"_s, QString::number(gap), {{"_delete"_L1, true}});
        const QJsonArray all = rows(u"treatplans"_s);
        for (const qsizetype place :
             {qsizetype(0), qsizetype(99), qsizetype(333), all.size() - 1}) {
            const Key number = all.at(place)["TreatPlanNum"_L1].toInteger();
            Client fresh(m_lane.get(), m_currency);
            m_world->simulator().clearJournal();
            const auto plan = wait(fresh.treatPlan(number));
            QVERIFY2(plan, qPrintable(QString::number(number)));
            QCOMPARE(plan->number, number);
            QVERIFY(requests(u"GET"_s) <= 8);
            QCOMPARE(requests(u"GET"_s, u"treatplans/"_s), 0);
        }
        for (const Key number : {Key(50), Key(0), Key(123456789)}) {
            Client fresh(m_lane.get(), m_currency);
            const auto none = wait(fresh.treatPlan(number));
            QVERIFY(!none);
            QCOMPARE(none.error().kind, Error::Kind::NotFound);
        }
    }

    void aLostAnswerIsLookedFor_OD_30_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("lost answer") << u"lostAnswer"_s;
        QTest::newRow("cut body") << u"cutBody"_s;
        QTest::newRow("malformed") << u"malformed"_s;
    }
    void aLostAnswerIsLookedFor_OD_30()
    {
        QFETCH(QString, kind);
        const qint64 patient = 5;
        const qsizetype before = rows(u"treatplans"_s).size();
        const auto strike = [this, kind](const QString &method) {
            m_world->fault(officeName, u"treatplans"_s, kind, {{"method"_L1, method}});
        };
        strike(u"POST"_s);
        NewPlan plan(patient);
        plan.heading = u"Une seule fois"_s;
        const auto made = wait(m_client->create(plan));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
        QCOMPARE(rows(u"treatplans"_s).size(), before + 1);
        strike(u"PUT"_s);
        PlanChange change;
        change.heading = u"Changé une fois"_s;
        const auto changed = wait(m_client->update(made->number, change));
        QVERIFY2(changed, qPrintable(changed ? QString() : changed.error().message));
        QCOMPARE(changed->heading, u"Changé une fois"_s);
        strike(u"POST"_s);
        const auto copy = wait(m_client->save(planOf(u"Active"_s), std::nullopt, 0));
        QVERIFY2(copy, qPrintable(copy ? QString() : copy.error().message));
        strike(u"PUT"_s);
        QVERIFY(wait(m_client->sign(copy->number, Signer::Patient, u"Nom lisible"_s)));
        strike(u"DELETE"_s);
        QVERIFY(wait(m_client->remove(copy->number, true)));
        QCOMPARE(rows(u"treatplans"_s).size(), before + 1);
    }

    void aChangeThatDidNotHappenIsSaidSo_OD_30()
    {
        const qint64 number = planOf(u"Active"_s);
        for (const int status : {504, 503}) {
            m_world->fault(officeName, u"treatplans"_s, u"status"_s,
                           {{"method"_L1, u"PUT"_s}, {"status"_L1, status}});
            PlanChange change;
            change.heading = u"Perdu"_s;
            const auto lost = wait(m_client->update(number, change));
            QVERIFY(!lost);
            QVERIFY(lost.error().isTransient());
        }
        // One PUT each: nothing was sent a second time.
        QCOMPARE(requests(u"PUT"_s), 2);
        m_world->simulator().refuse(officeName);
        const auto away = wait(m_client->treatPlans(PlanFilter()));
        QVERIFY(!away);
        QCOMPARE(away.error().kind, Error::Kind::Offline);
        m_world->simulator().resume(officeName);
        option(u"mode"_s, u"remote"_s);
        option(u"connectorDown"_s, true);
        const auto down = wait(m_client->treatPlans(PlanFilter()));
        QVERIFY(!down);
        QCOMPARE(down.error().kind, Error::Kind::Offline);
        QVERIFY(down.error().unsent);
    }

    void looseFormsAreRead_OD_05()
    {
        const TreatPlan copy = saved();
        QVERIFY(wait(m_client->sign(copy.number, Signer::Patient, QString())));
        option(u"looseBooleans"_s, true);
        const auto plan = wait(m_client->treatPlan(copy.number, copy.patient));
        QVERIFY(plan);
        QVERIFY(plan->isSignedByPatient);
    }

    void theLogNamesNobody_OD_32()
    {
        LogCapture log;
        NewPlan plan(6);
        plan.heading = u"Bridge-secret-heading"_s;
        plan.note = u"note-secrete"_s;
        QVERIFY(wait(m_client->create(plan)));
        QVERIFY(wait(m_client->treatPlans(PlanFilter(6))));
        PlanChange change;
        change.heading = u"autre-secret"_s;
        QVERIFY(!wait(m_client->update(987654, change)));
        const QString text = log.text();
        QVERIFY(text.contains(u"treatplans"_s));
        for (const QString &word :
             {u"secret"_s, u"OdSimulator"_s, u"ODFHIR"_s, u"PatNum"_s, u"987654"_s, u"?"_s})
            QVERIFY2(!text.contains(word), qPrintable(text));
    }

    void olderProgramsSayWhatTheyLack_OD_06()
    {
        option(u"version"_s, 24.0);
        PlanChange change;
        change.heading = u"Trop tôt"_s;
        const auto old = wait(m_client->update(planOf(u"Active"_s), change));
        QVERIFY(!old);
        QCOMPARE(old.error().kind, Error::Kind::Invalid);
        QVERIFY(old.error().message.contains(u"too old"_s));
        option(u"jsonErrors"_s, true);
        const auto json = wait(m_client->update(planOf(u"Active"_s), change));
        QVERIFY(!json);
        QCOMPARE(json.error().message, old.error().message);
        option(u"notEntitled"_s, QJsonArray{u"treatplans"_s});
        const auto closed = wait(m_client->treatPlans(PlanFilter()));
        QVERIFY(!closed);
        QCOMPARE(closed.error().kind, Error::Kind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestOpenDentalPlans)
#include "tst_opendentalplans.moc"

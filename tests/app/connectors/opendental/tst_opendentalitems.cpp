// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/json.h"
#include "app/connectors/opendental/perio.h"
#include "tests/app/connectors/opendental/opendentaldesk.h"

using namespace opendental;

//! What plans hold, and exams of the gums.
class TestOpenDentalItems : public QObject, private OpenDentalDesk
{
    Q_OBJECT

    ProcedureDraft draft(qint64 patient) const
    {
        ProcedureDraft made;
        made.patient = patient;
        made.date = QDate(2026, 3, 5);
        made.status = u"TP"_s;
        made.code = u"SOI02"_s;
        made.tooth = u"3"_s;
        made.surfaces = u"MO"_s;
        made.fee = Money{350000, m_currency};
        return made;
    }

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { shut(); }

    void proceduresHangInLivePlans_OD_19()
    {
        const qint64 plan = planOf(u"Active"_s);
        const qint64 patient = patientOf(plan);
        const auto procedure = wait(m_client->makeProcedure(draft(patient)));
        QVERIFY2(procedure, qPrintable(procedure ? QString() : procedure.error().message));
        const auto attach = wait(m_client->attach(plan, procedure->number, 202));
        QVERIFY(attach);
        QCOMPARE(attach->priorityText, u"2"_s);
        const auto first = wait(m_client->setPriority(attach->number, 201));
        QVERIFY(first);
        QCOMPARE(first->priorityText, u"1"_s);
        QVERIFY(!wait(m_client->attach(plan, procedure->number, 201)));
        QVERIFY(!wait(m_client->attach(saved().number, procedure->number, 0)));
        m_world->simulator().clearJournal();
        const auto attached = wait(m_client->attaches(plan));
        const auto live = wait(m_client->procedures(patient, QString()));
        QVERIFY(attached && live);
        // One list call for all of them, never one per procedure.
        QCOMPARE(requests(u"GET"_s), 2);
        for (const PlanAttach &each : *attached) {
            const bool known =
                std::any_of(live->cbegin(), live->cend(),
                            [&each](const Procedure &one) { return one.number == each.procedure; });
            QVERIFY(known);
        }
    }

    void frozenItemsAreChangedAndRemoved_OD_20()
    {
        const TreatPlan copy = saved();
        const auto items = wait(m_client->items(copy.number, copy.patient));
        QVERIFY(items && items->size() > 1);
        ItemChange change;
        change.description = u"Autre libellé"_s;
        change.patientAmount = Money{1700, m_currency};
        const auto changed = wait(m_client->changeItem(copy.number, items->first().number, change));
        QVERIFY2(changed, qPrintable(changed ? QString() : changed.error().message));
        QCOMPARE(changed->description, u"Autre libellé"_s);
        QCOMPARE(changed->patientAmount.minor, 1700);
        QCOMPARE(changed->fee, items->first().fee);
        QVERIFY(wait(m_client->removeItem(copy.number, items->last().number)));
        const auto left = wait(m_client->items(copy.number, copy.patient));
        QCOMPARE(left->size(), items->size() - 1);
        QVERIFY(!wait(m_client->changeItem(planOf(u"Active"_s), items->first().number, change)));
    }

    void totalsOfTheItemsAreTheirSum_OD_34()
    {
        const TreatPlan copy = saved();
        const auto items = wait(m_client->items(copy.number, copy.patient));
        QVERIFY(items);
        qint64 sum = 0;
        for (const QJsonValue &each : rows(u"proctps"_s)) {
            if (each["TreatPlanNum"_L1].toInteger() == copy.number)
                sum += moneyOf(each["PatAmt"_L1], m_currency)->minor;
        }
        QVERIFY(sum > 0);
        QCOMPARE(patientTotal(*items, m_currency).minor, sum);
    }

    void proceduresAreMadeChangedAndDeleted_OD_21()
    {
        const qint64 patient = patientOf(planOf(u"Active"_s));
        const auto made = wait(m_client->makeProcedure(draft(patient)));
        QVERIFY(made);
        QCOMPARE(made->tooth, u"3"_s);
        QCOMPARE(made->fee.minor, 350000);
        QCOMPARE(wait(m_client->procedure(made->number))->number, made->number);
        ProcedureDraft dearer;
        dearer.fee = Money{360000, m_currency};
        QCOMPARE(wait(m_client->changeProcedure(made->number, dearer))->fee.minor, 360000);
        QVERIFY(wait(m_client->removeProcedure(made->number)));
        ProcedureDraft unknown = draft(patient);
        unknown.code = u"D9999"_s;
        const auto refused = wait(m_client->makeProcedure(unknown));
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"procCode"_s));
        ProcedureDraft noTooth = draft(patient);
        noTooth.tooth = u"36x"_s;
        QVERIFY(!wait(m_client->makeProcedure(noTooth)));
        const auto none = wait(m_client->procedure(999999));
        QVERIFY(!none);
        QCOMPARE(none.error().kind, Error::Kind::NotFound);
    }

    void aLostProcedureIsLookedFor_OD_21_OD_30()
    {
        const qint64 patient = patientOf(planOf(u"Active"_s));
        const qsizetype before = rows(u"procedurelogs"_s).size();
        m_world->fault(officeName, u"procedurelogs"_s, u"lostAnswer"_s, {{"method"_L1, u"POST"_s}});
        const auto made = wait(m_client->makeProcedure(draft(patient)));
        QVERIFY2(made, qPrintable(made ? QString() : made.error().message));
        QCOMPARE(rows(u"procedurelogs"_s).size(), before + 1);
    }

    void olderProgramsDoNotKnowTheStatusFilter_OD_21_data()
    {
        QTest::addColumn<double>("version");
        QTest::newRow("24.4") << 24.4;
        QTest::newRow("25.3") << 25.3;
    }
    void olderProgramsDoNotKnowTheStatusFilter_OD_21()
    {
        QFETCH(double, version);
        option(u"version"_s, version);
        const qint64 patient = patientOf(planOf(u"Active"_s));
        edit(u"procedurelogs"_s, QString(),
             {{"PatNum"_L1, patient}, {"procCode"_L1, u"CON01"_s}, {"ProcStatus"_L1, u"C"_s}});
        const auto done = wait(m_client->procedures(patient, u"C"_s));
        QVERIFY(done);
        QCOMPARE(done->size(), 1);
        QCOMPARE(done->first().code, u"CON01"_s);
    }

    void examsAreReadAndCharted_OD_24()
    {
        Perio perio(m_lane.get());
        Calls calls(m_lane.get());
        const QJsonObject body{
            {"PatNum"_L1, 2}, {"ExamDate"_L1, u"2026-03-05"_s}, {"UpperFacial"_L1, u"323b"_s}};
        const QString path = u"perioexams"_s;
        QVERIFY(QCoro::waitFor(calls.write("POST", path, path, body)));
        const auto exams = wait(perio.exams(2));
        QVERIFY(exams);
        QCOMPARE(exams->size(), 1);
        const auto record = wait(perio.record(exams->first()));
        QVERIFY(record);
        QCOMPARE(record->teeth.size(), 1);
        const ProbedTooth &tooth = record->teeth.first();
        QCOMPARE(tooth.tooth.fdi, 18);
        QCOMPARE(tooth.site(dental::Site::DistoVestibular).depth, std::optional<int>(3));
        QCOMPARE(tooth.site(dental::Site::Vestibular).depth, std::optional<int>(2));
        QCOMPARE(tooth.site(dental::Site::MesioVestibular).depth, std::optional<int>(3));
        QCOMPARE(tooth.site(dental::Site::MesioVestibular).bleeding, std::optional<bool>(true));
        QVERIFY(!tooth.site(dental::Site::Oral).depth);
    }

    void measuresAreWrittenOnceEach_OD_25()
    {
        Perio perio(m_lane.get());
        const auto exam = wait(perio.makeExam(2, QDate(2026, 3, 5)));
        QVERIFY(exam);
        PerioMeasure margin;
        margin.exam = exam->number;
        margin.kind = u"GingMargin"_s;
        margin.tooth = 3;
        margin.at(dental::Site::Oral) = storedMargin(-2);
        const auto first = wait(perio.write(margin));
        QVERIFY2(first, qPrintable(first ? QString() : first.error().message));
        margin.at(dental::Site::Oral) = storedMargin(1);
        const auto second = wait(perio.write(margin));
        QVERIFY(second);
        QCOMPARE(second->number, first->number);
        QCOMPARE(wait(perio.measures(exam->number))->size(), 1);
        PerioMeasure furcation;
        furcation.exam = exam->number;
        furcation.kind = u"Furcation"_s;
        furcation.tooth = 8;
        furcation.at(dental::Site::Vestibular) = 1;
        m_world->simulator().clearJournal();
        QVERIFY(!wait(perio.write(furcation)));
        QCOMPARE(requests(u"POST"_s), 0);
        QVERIFY(wait(perio.removeExam(exam->number)));
        QVERIFY(rows(u"periomeasures"_s).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOpenDentalItems)
#include "tst_opendentalitems.moc"

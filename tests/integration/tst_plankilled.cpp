// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/census.h"
#include "tests/integration/deskprocess.h"
#include "tests/integration/plandesk.h"

using namespace Qt::StringLiterals;

//! The process is killed at every outward step of acceptance and booking of an intervention: just
//! before the request is processed, and after it was but before its answer arrived. A restarted
//! desk ends with one Devis, won, and one Commande on it. The steps are counted from an undisturbed
//! run, so that a new one cannot escape.
class TestPlanKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptanceAndBookingSurvive_data();
    void acceptanceAndBookingSurvive();

    void cleanup();

private:
    PlanId prepare();

    std::unique_ptr<PlanDesk> m_clinic; //!< shared by the steps: each has a plan of its own
    VisitId m_consultation;
};

//! A closed desk that has read a new plan whose Devis was never sent.
PlanId TestPlanKilled::prepare()
{
    const bool first = !m_clinic;
    if (first)
        m_clinic = std::make_unique<PlanDesk>();
    m_clinic->open();
    if (first) {
        m_clinic->readIn();
        m_consultation = m_clinic->consultation();
    }
    m_clinic->desk().outbox()->stop();
    const PlanId plan = m_clinic->plan(m_consultation);
    m_clinic->saveSecrets(QString(m_clinic->directory() + u"/secrets.json"_s));
    m_clinic->close();
    m_clinic->simulator().clearJournal();
    return plan;
}

void TestPlanKilled::cleanup()
{
    // What a failed step left would disturb the next one.
    if (QTest::currentTestFailed())
        m_clinic.reset();
}

void TestPlanKilled::acceptanceAndBookingSurvive_data()
{
    QTest::addColumn<int>("call");
    QTest::addColumn<bool>("processed");
    const PlanId plan = prepare();
    PlanDesk &clinic = *m_clinic;
    DeskProcess desk(clinic, {u"intervene"_s, plan.value});
    QVERIFY(QTest::qWaitFor([&desk] { return desk.isOver(); }, 30000));
    QCOMPARE(desk.exitCode(), 0);
    const int calls = int(clinic.calls().size());
    QVERIFY2(calls > 3, "the undisturbed run failed");
    for (int call = 1; call <= calls; ++call) {
        QTest::addRow("call %d, before it is processed", call) << call << false;
        QTest::addRow("call %d, processed but unanswered", call) << call << true;
    }
}

void TestPlanKilled::acceptanceAndBookingSurvive()
{
    QFETCH(int, call);
    QFETCH(bool, processed);
    const PlanId plan = prepare();
    PlanDesk &clinic = *m_clinic;
    const QJsonObject before = census(clinic.simulator());
    // One count over all systems; token calls aside.
    QCOMPARE(clinic.simulator().addFault({{u"path"_s, u"^(?!.*/tokens?(/|$))"_s},
                                          {u"nth"_s, call},
                                          {u"kind"_s, processed ? u"delay"_s : u"blackHole"_s},
                                          {u"ms"_s, 60000}}),
             QString());
    {
        DeskProcess desk(clinic, {u"intervene"_s, plan.value});
        QVERIFY(
            QTest::qWaitFor([&] { return desk.isOver() || wasStruck(clinic.simulator()); }, 30000));
        desk.kill();
    }
    clinic.simulator().clearFaults();
    {
        DeskProcess again(clinic, {u"finish"_s});
        QVERIFY(QTest::qWaitFor([&again] { return again.isOver(); }, 40000));
        QCOMPARE(again.exitCode(), 0);
    }
    const QStringList kinds{u"Quotes"_s, u"Sales_Orders"_s, u"Events"_s, u"appointments"_s,
                            u"events"_s};
    QCOMPARE(inWords(census(clinic.simulator())), inWords(withOneMore(before, kinds)));
    clinic.open();
    QCOMPARE(clinic.quote(plan)[u"Quote_Stage"_s].toString(), u"Closed Won"_s);
    QCOMPARE(clinic.quote(plan)[u"Quoted_Items"_s].toArray().size(), 3);
    const PlanVersion version = clinic.version(plan);
    QCOMPARE(version.bookings.size(), 1);
    const QJsonObject order = clinic.order(version.bookings.first().visit);
    QCOMPARE(order[u"Ordered_Items"_s].toArray().size(), 2);
    QCOMPARE(order[u"Quote_Name"_s][u"id"_s].toString(), version.quote.id);
    const Result<QList<OutboxRow>> rows = SimulatedDesk::await(clinic.desk().outboxStore()->list());
    QVERIFY(rows && rows->isEmpty());
    clinic.close();
}

QTEST_GUILESS_MAIN(TestPlanKilled)
#include "tst_plankilled.moc"

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/census.h"
#include "tests/integration/deskprocess.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! The process is killed at every outward step of booking, exit and supplementary invoice: just
//! before the request is processed, after it was but before its answer arrived, and after the last
//! answer. A restarted desk ends with the same single set of records. The steps are counted from an
//! undisturbed run, so that a new one cannot escape.
class TestKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bookingSurvives_data();
    void bookingSurvives();
    void exitSurvives_data();
    void exitSurvives();
    void supplementSurvives_data();
    void supplementSurvives();

private:
    enum class Moment { Before, AfterCommit, AfterAnswer };
    void rows(const QString &step);
    void survives(const QString &step, int call, Moment moment);
    //! The desk up to the step: read in, and for the exit with a patient in the chair and two acts.
    VisitId prepare(SimulatedDesk &clinic, const QString &step);
    static int countedCalls(const QString &step);
};

VisitId TestKilled::prepare(SimulatedDesk &clinic, const QString &step)
{
    clinic.open();
    clinic.readIn();
    VisitId id;
    if (step != u"book"_s) {
        const Result<Visit> booked = clinic.bookNew(u"Noé"_s, u"Garnier"_s);
        if (booked) {
            id = booked->id;
            VisitWorkflow *workflow = clinic.desk().visitWorkflow();
            SimulatedDesk::await(workflow->checkIn(id));
            SimulatedDesk::await(workflow->seat(id));
            clinic.drained();
            clinic.record(
                id,
                QJsonArray{QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"36"_s}},
                           QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"46"_s}}});
            clinic.drained();
        }
    }
    if (step == u"bill"_s) {
        const QByteArray digest = clinic.detail(id).lines.digest();
        SimulatedDesk::await(clinic.desk().visitWorkflow()->exitTreatmentRoom(id, digest, false));
        clinic.drained();
        clinic.record(id, {QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"26"_s}}});
    }
    clinic.saveSecrets(QString(clinic.directory() + u"/secrets.json"_s));
    clinic.close();
    clinic.simulator().clearJournal();
    return id;
}

int TestKilled::countedCalls(const QString &step)
{
    TestKilled test;
    SimulatedDesk clinic;
    const VisitId id = test.prepare(clinic, step);
    DeskProcess desk(clinic, {step, id.value});
    if (!QTest::qWaitFor([&desk] { return desk.isOver(); }, 30000) || desk.exitCode() != 0)
        return -1;
    return int(clinic.calls().size());
}

void TestKilled::rows(const QString &step)
{
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("moment");
    const int calls = countedCalls(step);
    QVERIFY2(calls > 3, "the undisturbed run failed");
    for (int call = 1; call <= calls; ++call) {
        QTest::addRow("call %d, before it is processed", call) << call << int(Moment::Before);
        QTest::addRow("call %d, processed but unanswered", call)
            << call << int(Moment::AfterCommit);
        QTest::addRow("call %d, answered", call) << call << int(Moment::AfterAnswer);
    }
}

void TestKilled::survives(const QString &step, int call, Moment moment)
{
    SimulatedDesk clinic;
    const VisitId id = prepare(clinic, step);
    const QJsonObject before = census(clinic.simulator());

    // One count over all systems; token calls aside. A black hole takes the call unprocessed, a
    // delay processes it and keeps the answer back: in both cases the journal tells when to kill.
    const bool answered = moment == Moment::AfterAnswer;
    const QJsonObject fault{
        {u"path"_s, u"^(?!.*/tokens?(/|$))"_s},
        {u"nth"_s, answered ? call + 1 : call},
        {u"kind"_s, moment == Moment::AfterCommit ? u"delay"_s : u"blackHole"_s},
        {u"ms"_s, 60000}};
    QCOMPARE(clinic.simulator().addFault(fault), QString());
    {
        DeskProcess desk(clinic, {step, id.value});
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
    const QJsonObject after = census(clinic.simulator());
    QStringList kinds = step == u"book"_s ? bookingKinds() : invoiceKinds();
    if (step == u"bill"_s)
        kinds.append(u"Sales_Orders"_s);
    const QJsonObject wanted = withOneMore(before, kinds);
    QCOMPARE(inWords(after), inWords(wanted));

    clinic.open();
    if (step == u"exit"_s) {
        const VisitDetail done = clinic.detail(id);
        QCOMPARE(done.entry.visit.state, VisitState::Invoiced);
        QCOMPARE(done.invoice.grandTotal.minor, done.entry.visit.confirmedTotal.minor);
        QVERIFY(!done.entry.visit.quickBooksInvoiceNumber.isEmpty());
    }
    if (step == u"bill"_s)
        QVERIFY(!clinic.detail(id).supplements.value(0).quickBooksInvoiceNumber.isEmpty());
    const Result<QList<OutboxRow>> rows = SimulatedDesk::await(clinic.desk().outboxStore()->list());
    QVERIFY(rows && rows->isEmpty());
    clinic.close();
}

void TestKilled::bookingSurvives_data()
{
    rows(u"book"_s);
}

void TestKilled::bookingSurvives()
{
    QFETCH(int, call);
    QFETCH(int, moment);
    survives(u"book"_s, call, Moment(moment));
}

void TestKilled::exitSurvives_data()
{
    rows(u"exit"_s);
}

void TestKilled::exitSurvives()
{
    QFETCH(int, call);
    QFETCH(int, moment);
    survives(u"exit"_s, call, Moment(moment));
}

void TestKilled::supplementSurvives_data()
{
    rows(u"bill"_s);
}

void TestKilled::supplementSurvives()
{
    QFETCH(int, call);
    QFETCH(int, moment);
    survives(u"bill"_s, call, Moment(moment));
}

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/census.h"
#include "tests/integration/simulateddesk.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

//! A desk opened on yesterday's database while no system answers goes on working; all of it is sent
//! once when they are back.
class TestOffline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDeskWorksAndSendsLater_data();
    void theDeskWorksAndSendsLater();
};

void TestOffline::theDeskWorksAndSendsLater_data()
{
    QTest::addColumn<bool>("refused");
    QTest::addRow("connections refused") << true;
    QTest::addRow("a black hole") << false;
}

void TestOffline::theDeskWorksAndSendsLater()
{
    QFETCH(bool, refused);
    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    clinic.close();
    const QStringList systems{u"zoho"_s, u"accounts"_s, u"dentaltap"_s, u"quickbooks"_s,
                              u"googlecalendar"_s};
    if (refused) {
        for (const QString &system : systems)
            clinic.simulator().refuse(system);
    } else {
        const QJsonObject silence{
            {u"path"_s, u"."_s}, {u"kind"_s, u"blackHole"_s}, {u"times"_s, 1000000}};
        QCOMPARE(clinic.simulator().addFault(silence), QString());
    }
    const QJsonObject before = census(clinic.simulator());
    clinic.simulator().clearJournal();

    clinic.open();
    clinic.desk().setPatience(std::chrono::milliseconds(400));
    clinic.desk().outbox()->start();
    SimulatedDesk::await(clinic.desk().buildIndex());
    const Result<QList<DayEntry>> day = SimulatedDesk::await(
        clinic.desk().visits()->day(SimulatedDesk::smallClinic().clinic.today));
    QVERIFY(day && day->size() >= 8);
    const Result<Visit> booked = clinic.bookNew(u"Maëlle"_s, u"D’Alembert"_s);
    QVERIFY2(booked, qPrintable(booked ? QString() : booked.error().message));
    const VisitId id = booked->id;
    VisitWorkflow *workflow = clinic.desk().visitWorkflow();
    QVERIFY(SimulatedDesk::await(workflow->checkIn(id)));
    QVERIFY(SimulatedDesk::await(workflow->seat(id)));
    QVERIFY(!SimulatedDesk::await(clinic.desk().liveSync()->poll()));
    const VisitDetail seated = clinic.detail(id);
    QCOMPARE(seated.lines.lines.size(), 1);
    QVERIFY(seated.lines.total().minor > 0);
    const Result<Visit> exited =
        SimulatedDesk::await(workflow->exitTreatmentRoom(id, seated.lines.digest(), true));
    QVERIFY2(exited, qPrintable(exited ? QString() : exited.error().message));
    QCOMPARE(exited->state, VisitState::AwaitingInvoice);
    // The systems know nothing of it yet, and nothing has been given up.
    QTRY_VERIFY(!clinic.desk().outbox()->state(Service::Zoho).reachable);
    QCOMPARE(inWords(census(clinic.simulator())), inWords(before));
    const Result<OutboxStore::Summary> summary =
        SimulatedDesk::await(clinic.desk().outboxStore()->summary());
    QVERIFY(summary);
    QCOMPARE(summary->failed, 0);
    QVERIFY(summary->waiting > 5);

    if (refused) {
        for (const QString &system : systems)
            clinic.simulator().resume(system);
    } else {
        clinic.simulator().clearFaults();
    }
    clinic.desk().setPatience(std::chrono::minutes(1));
    QVERIFY(clinic.drained());
    QCOMPARE(inWords(census(clinic.simulator())),
             inWords(withOneMore(before, bookingKinds() + invoiceKinds())));
    const VisitDetail done = clinic.detail(id);
    QCOMPARE(done.entry.visit.state, VisitState::Invoiced);
    QCOMPARE(done.invoice.grandTotal.minor, seated.lines.total().minor);
    QVERIFY(!done.entry.visit.quickBooksInvoiceNumber.isEmpty());
    clinic.close();
}

QTEST_GUILESS_MAIN(TestOffline)
#include "tst_offline.moc"

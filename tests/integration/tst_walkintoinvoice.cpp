// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/linkedset.h"
#include "tests/integration/simulateddesk.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

//! From a booked first consultation to the invoice in CRM and ledger, through the workflows.
class TestWalkInToInvoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newPatientIsBookedEverywhereOnceAndInvoicedOnce();
};

void TestWalkInToInvoice::newPatientIsBookedEverywhereOnceAndInvoicedOnce()
{
    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    sim::Simulator &simulator = clinic.simulator();
    simulator.clearJournal();
    QStringList purposes;
    connect(&clinic.desk(), &FrontDesk::called, this,
            [&purposes](const CallRecord &call) { purposes.append(call.purpose); });

    const Result<Visit> booked = clinic.bookNew(u"Maëlle"_s, u"D’Alembert-Ôrès"_s);
    QVERIFY2(booked, qPrintable(booked ? QString() : booked.error().message));
    QVERIFY(clinic.drained());
    VisitWorkflow *workflow = clinic.desk().visitWorkflow();
    const VisitId id = booked->id;
    QVERIFY(SimulatedDesk::await(workflow->checkIn(id)));
    QVERIFY(SimulatedDesk::await(workflow->seat(id)));
    QVERIFY(clinic.drained());

    QVERIFY(
        clinic.record(id,
                      QJsonArray{QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"36"_s}},
                                 QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"46"_s}}}));
    QVERIFY(clinic.drained());
    const VisitDetail live = clinic.detail(id);
    QVERIFY(live.lines.lines.size() >= 2);
    QCOMPARE(live.order.grandTotal.minor, live.lines.total().minor);

    const Result<Visit> exited =
        SimulatedDesk::await(workflow->exitTreatmentRoom(id, live.lines.digest(), false));
    QVERIFY2(exited, qPrintable(exited ? QString() : exited.error().message));
    QCOMPARE(exited->state, VisitState::AwaitingInvoice);
    QVERIFY(clinic.drained());
    const VisitDetail done = clinic.detail(id);
    QCOMPARE(done.entry.visit.state, VisitState::Invoiced);
    QVERIFY(!done.entry.visit.crmInvoiceNumber.isEmpty());
    QCOMPARE(done.entry.visit.quickBooksInvoiceNumber, done.entry.visit.crmInvoiceNumber);

    QCOMPARE(problemOfInvoicedVisit(clinic, id), QString());
    QCOMPARE(done.lines.total().minor, live.lines.total().minor);

    // The price of a visit, each call with its purpose; reads that found nothing of this visit are
    // idle polls.
    const QString appointment = done.visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    int crm = 0;
    int all = 0;
    for (const QJsonValue &call : clinic.calls()) {
        const bool polled = call[u"path"_s].toString().endsWith(u"/treatment-activities"_s);
        if (polled && !call[u"query"_s].toString().contains(appointment))
            continue;
        ++all;
        crm += call[u"system"_s].toString() == u"zoho"_s ? 1 : 0;
        qInfo().noquote() << call[u"system"_s].toString() << call[u"method"_s].toString()
                          << call[u"path"_s].toString().section(u'/', -1).left(24)
                          << call[u"status"_s].toInt();
        QVERIFY2(call[u"dropped"_s].toArray().isEmpty(), "the CRM dropped a field");
    }
    qInfo() << "calls:" << crm << "to the CRM," << all << "in all";
    qInfo().noquote() << "purposes:" << purposes.join(u", "_s);
    QVERIFY(crm <= 7);
    QVERIFY(all <= 18);
    clinic.close();
}

QTEST_GUILESS_MAIN(TestWalkInToInvoice)
#include "tst_walkintoinvoice.moc"

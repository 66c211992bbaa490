// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
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

private:
    static QJsonArray withField(const QJsonArray &records, const QString &field,
                                const QString &value);
};

QJsonArray TestWalkInToInvoice::withField(const QJsonArray &records, const QString &field,
                                          const QString &value)
{
    QJsonArray found;
    for (const QJsonValue &record : records) {
        const QJsonValue cell = record[field];
        if ((cell.isObject() ? cell[u"id"_s].toString() : cell.toString()) == value)
            found.append(record);
    }
    return found;
}

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

    const QString contact = done.patientLinks.value(RecordKind::Contact).remoteId;
    const QString order = done.visitLinks.value(RecordKind::SalesOrder).remoteId;
    QCOMPARE(withField(simulator.records(u"zoho"_s, u"Contacts"_s), u"Vestibule_Ref"_s,
                       done.patient.id.value)
                 .size(),
             1);
    QCOMPARE(withField(simulator.records(u"zoho"_s, u"Deals"_s), u"Contact_Name"_s, contact).size(),
             1);
    QCOMPARE(
        withField(simulator.records(u"zoho"_s, u"Quotes"_s), u"Contact_Name"_s, contact).size(), 1);
    QCOMPARE(withField(simulator.records(u"zoho"_s, u"Sales_Orders"_s), u"Contact_Name"_s, contact)
                 .size(),
             1);
    QCOMPARE(withField(simulator.records(u"zoho"_s, u"Events"_s), u"What_Id"_s, order).size(), 1);
    QCOMPARE(withField(simulator.records(u"zoho"_s, u"Invoices"_s), u"Sales_Order"_s, order).size(),
             1);
    QCOMPARE(withField(simulator.records(u"dentaltap"_s, u"patients"_s), u"externalId"_s, contact)
                 .size(),
             1);
    QCOMPARE(withField(simulator.records(u"dentaltap"_s, u"appointments"_s), u"externalId"_s, order)
                 .size(),
             1);
    const QString customer = done.patientLinks.value(RecordKind::QuickBooksCustomer).remoteId;
    QCOMPARE(withField(simulator.records(u"quickbooks"_s, u"Customer"_s), u"Id"_s, customer).size(),
             1);
    const QJsonArray invoices = withField(simulator.records(u"quickbooks"_s, u"Invoice"_s),
                                          u"DocNumber"_s, done.entry.visit.crmInvoiceNumber);
    QCOMPARE(invoices.size(), 1);
    QCOMPARE(moneyFromJson(invoices.first()[u"TotalAmt"_s], live.lines.total().currency)->minor,
             live.lines.total().minor);
    QCOMPARE(withField(simulator.records(u"googlecalendar"_s, u"events"_s), u"id"_s,
                       done.visitLinks.value(RecordKind::CalendarEvent).remoteId)
                 .size(),
             1);

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

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/census.h"
#include "tests/integration/simulateddesk.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

//! Appointments that others made are checked in, treated and invoiced whole; reading them writes
//! nothing.
class TestForeignDay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingWritesNothing();
    void whatWasOverReadsAsOver();
    void madeElsewhereIsInvoicedOnce_data();
    void madeElsewhereIsInvoicedOnce();
    void aPatientWhomNobodyKnowsIsAskedFor();

private:
    static QList<DayEntry> strangersWork(SimulatedDesk &clinic, Appointment::Origin origin,
                                         bool known);
    static int writes(const SimulatedDesk &clinic);
};

//! Booked appointments of others without an order.
QList<DayEntry> TestForeignDay::strangersWork(SimulatedDesk &clinic, Appointment::Origin origin,
                                              bool known)
{
    QList<DayEntry> found;
    const QDate today = SimulatedDesk::smallClinic().clinic.today;
    const Result<QList<DayEntry>> days =
        SimulatedDesk::await(clinic.desk().visits()->days(today, today.addDays(7)));
    for (const DayEntry &entry : days.value_or(QList<DayEntry>())) {
        if (entry.appointment.origin == origin && entry.visit.state == VisitState::Booked
            && !entry.hasOrder && entry.appointment.patient.isEmpty() != known)
            found.append(entry);
    }
    return found;
}

//! Calls that change something; the CRM's query language also travels by POST.
int TestForeignDay::writes(const SimulatedDesk &clinic)
{
    int count = 0;
    for (const QJsonValue &call : clinic.calls()) {
        const QString method = call[u"method"_s].toString();
        const bool query = call[u"path"_s].toString().endsWith(u"/coql"_s);
        count += method != u"GET"_s && !query ? 1 : 0;
    }
    return count;
}

void TestForeignDay::readingWritesNothing()
{
    SimulatedDesk clinic;
    clinic.open();
    QVERIFY(SimulatedDesk::await(clinic.desk().readingIn()->run(Service::None)));
    clinic.desk().outbox()->start();
    QVERIFY(clinic.drained());
    QVERIFY(clinic.calls().size() > 5);
    QCOMPARE(writes(clinic), 0);
    clinic.simulator().clearJournal();
    QVERIFY(SimulatedDesk::await(clinic.desk().readingIn()->run(Service::None)));
    QVERIFY(clinic.drained());
    QCOMPARE(writes(clinic), 0);
    clinic.close();
}

//! A desk that has seen none of it knows the days before as they ended, with the stages' times.
void TestForeignDay::whatWasOverReadsAsOver()
{
    SimulatedDesk clinic;
    clinic.open();
    clinic.simulator().clearJournal();
    QVERIFY(SimulatedDesk::await(clinic.desk().readingIn()->run(Service::None)));
    int invoiced = 0;
    int open = 0;
    for (const sim::SeedAppointment &seed : clinic.simulator().clinic().appointments) {
        if (seed.dentalTapId.isEmpty() || seed.status != u"completed"_s)
            continue;
        const Result<VisitId> id =
            SimulatedDesk::await(clinic.desk().visits()->find(seed.dentalTapId));
        QVERIFY(id);
        const VisitDetail detail = clinic.detail(*id);
        const Visit &visit = detail.entry.visit;
        QCOMPARE(visit.arrivedAt, seed.start);
        QCOMPARE(visit.seatedAt, seed.start);
        // Some end a little later by the clinic's seed than the desk's clock has come.
        if (seed.end < clinic.clock()().addSecs(-60))
            QCOMPARE(visit.leftAt, seed.end);
        if (seed.invoiceId.isEmpty()) {
            ++open;
            QCOMPARE(visit.state, VisitState::InTreatment);
            QVERIFY(visit.readyToExit);
            continue;
        }
        ++invoiced;
        QCOMPARE(visit.state, VisitState::Invoiced);
        QVERIFY(!visit.crmInvoiceNumber.isEmpty() && detail.entry.total.minor > 0);
        QCOMPARE(detail.visitLinks.value(RecordKind::CrmInvoice).remoteId, seed.invoiceId);
        QCOMPARE(visit.quickBooksInvoiceNumber, seed.quickBooksInvoiceId);
    }
    QVERIFY(invoiced > 0);
    QVERIFY(open > 0);
    // Events in pages of 200 and orders in fifties: all of a small clinic is one call each.
    int queries = 0;
    for (const QJsonValue &call : clinic.calls(u"zoho"_s))
        queries += call[u"path"_s].toString().endsWith(u"/coql"_s) ? 1 : 0;
    QVERIFY2(queries <= 3, qPrintable(QString::number(queries)));
    clinic.close();
}

void TestForeignDay::madeElsewhereIsInvoicedOnce_data()
{
    QTest::addColumn<int>("origin");
    QTest::addColumn<bool>("atTwoDesks");
    QTest::addRow("made in DentalTap") << int(Appointment::Origin::DentalTap) << false;
    QTest::addRow("made in DentalTap, two desks") << int(Appointment::Origin::DentalTap) << true;
    QTest::addRow("made in the CRM") << int(Appointment::Origin::Crm) << false;
    QTest::addRow("made in the CRM, two desks") << int(Appointment::Origin::Crm) << true;
}

void TestForeignDay::madeElsewhereIsInvoicedOnce()
{
    QFETCH(int, origin);
    QFETCH(bool, atTwoDesks);
    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    const QList<DayEntry> work = strangersWork(clinic, Appointment::Origin(origin), true);
    QVERIFY(!work.isEmpty());
    const VisitId id = work.first().visit.id;
    const bool fromCrm = origin == int(Appointment::Origin::Crm);
    const QJsonObject before = census(clinic.simulator());
    VisitWorkflow *workflow = clinic.desk().visitWorkflow();
    std::unique_ptr<SimulatedDesk> next;
    if (atTwoDesks) {
        next = clinic.neighbour();
        next->open();
        next->readIn();
        const Links links = clinic.detail(id).visitLinks;
        const RecordKind kind = fromCrm ? RecordKind::CrmEvent : RecordKind::DentalTapAppointment;
        const QString remote = links.value(kind).remoteId;
        const Result<VisitId> there = SimulatedDesk::await(next->desk().visits()->find(remote));
        QVERIFY(there);
        Task<Visit> theirs = next->desk().visitWorkflow()->checkIn(*there);
        QVERIFY(SimulatedDesk::await(workflow->checkIn(id)));
        QVERIFY(SimulatedDesk::await(std::move(theirs)));
        QVERIFY(next->drained());
    } else {
        QVERIFY(SimulatedDesk::await(workflow->checkIn(id)));
        QVERIFY(!SimulatedDesk::await(workflow->checkIn(id)));
    }
    QVERIFY(clinic.drained());
    QVERIFY(SimulatedDesk::await(workflow->seat(id)));
    QVERIFY(clinic.drained());
    const QJsonArray acts{QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"36"_s}}};
    QVERIFY(clinic.record(id, acts));
    QVERIFY(clinic.drained());
    const VisitDetail live = clinic.detail(id);
    QVERIFY(live.lines.total().minor > 0);
    const Result<Visit> exited =
        SimulatedDesk::await(workflow->exitTreatmentRoom(id, live.lines.digest(), false));
    QVERIFY2(exited, qPrintable(exited ? QString() : exited.error().message));
    QVERIFY(clinic.drained());
    const VisitDetail done = clinic.detail(id);
    QCOMPARE(done.entry.visit.state, VisitState::Invoiced);
    QCOMPARE(done.invoice.grandTotal.minor, live.lines.total().minor);

    const QJsonObject after = census(clinic.simulator());
    const auto added = [&](const QString &kind) {
        return after.value(kind).toInt() - before.value(kind).toInt();
    };
    for (const QString &kind :
         {u"Deals"_s, u"Quotes"_s, u"Sales_Orders"_s, u"Invoices"_s, u"Invoice"_s})
        QVERIFY2(added(kind) == 1, qPrintable(QString(kind + u' ' + QString::number(added(kind)))));
    QCOMPARE(added(u"Contacts"_s), 0);
    QCOMPARE(added(u"appointments"_s), fromCrm ? 1 : 0);
    QCOMPARE(added(u"Events"_s), fromCrm ? 0 : 1);
    QVERIFY(added(u"patients"_s) <= 1 && added(u"Customer"_s) <= 1);
    if (next)
        next->close();
    clinic.close();
}

void TestForeignDay::aPatientWhomNobodyKnowsIsAskedFor()
{
    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    const QList<DayEntry> work = strangersWork(clinic, Appointment::Origin::DentalTap, false);
    if (work.isEmpty())
        QSKIP("the small clinic of this seed has no patient without external id");
    clinic.simulator().clearJournal();
    const Result<Visit> refused =
        SimulatedDesk::await(clinic.desk().visitWorkflow()->checkIn(work.first().visit.id));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Invalid);
    QVERIFY(clinic.drained());
    QCOMPARE(writes(clinic), 0);
    clinic.close();
}

QTEST_GUILESS_MAIN(TestForeignDay)
#include "tst_foreignday.moc"

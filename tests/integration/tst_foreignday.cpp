// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/census.h"
#include "tests/integration/linkedset.h"
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
    void theStagesDoNotWaitForTheOrder();
    void aPatientWhomNobodyKnowsIsAskedFor();
    void aPersonSaysWhoAPatientIs();
    void aStrangerBecomesANewContact();
    void aMatchIsTakenBackWhileNothingWasSent();
    void theWaitingListIsReadAndGivenASlot();

private:
    //! DentalTap's own record of a patient or an appointment, as it stands there now.
    static QJsonObject recordOf(SimulatedDesk &clinic, const QString &collection,
                                const QString &id);
    //! A booked visit of somebody nobody has matched.
    static VisitId strangersVisit(SimulatedDesk &clinic);
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
    // Linked both ways: DentalTap names the order, and the order names the appointment.
    const QString order = done.visitLinks.value(RecordKind::SalesOrder).remoteId;
    const QJsonArray named =
        withField(clinic.simulator(), u"dentaltap"_s, u"appointments"_s, u"externalId"_s, order);
    QCOMPARE(named.size(), 1);
    const QString appointment = named.first()[u"id"_s].toString();
    QCOMPARE(appointment, done.visitLinks.value(RecordKind::DentalTapAppointment).remoteId);
    QCOMPARE(withField(clinic.simulator(), u"zoho"_s, u"Sales_Orders"_s, u"DentalTap_Appointment"_s,
                       appointment)
                 .size(),
             1);
    if (next)
        next->close();
    clinic.close();
}

//! The surgeon sees who has arrived although the CRM is away, and the desk what the surgeon does;
//! the order's id follows.
void TestForeignDay::theStagesDoNotWaitForTheOrder()
{
    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    const QList<DayEntry> work = strangersWork(clinic, Appointment::Origin::DentalTap, true);
    QVERIFY(!work.isEmpty());
    const VisitId id = work.first().visit.id;
    const QString record =
        clinic.detail(id).visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    const auto told = [&](const QString &field) {
        return recordOf(clinic, u"appointments"_s, record).value(field).toString();
    };
    clinic.simulator().refuse(u"zoho"_s);
    QVERIFY(SimulatedDesk::await(clinic.desk().visitWorkflow()->checkIn(id)));
    QVERIFY(SimulatedDesk::await(clinic.desk().visitWorkflow()->seat(id)));
    QTRY_COMPARE_WITH_TIMEOUT(told(u"status"_s), u"inTreatment"_s, 20000);
    QCOMPARE(told(u"externalId"_s), QString());
    const QString completed = clinic.simulator().tell(QJsonObject{
        {u"appointment"_s, record}, {u"records"_s, QJsonArray()}, {u"complete"_s, true}});
    QCOMPARE(completed, QString());
    QVERIFY(SimulatedDesk::await(clinic.desk().readingIn()->run(Service::DentalTap)));
    QVERIFY(clinic.detail(id).entry.visit.readyToExit);
    clinic.simulator().resume(u"zoho"_s);
    QVERIFY(clinic.drained());
    QCOMPARE(told(u"externalId"_s),
             clinic.detail(id).visitLinks.value(RecordKind::SalesOrder).remoteId);
    QVERIFY(!told(u"externalId"_s).isEmpty());
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

QJsonObject TestForeignDay::recordOf(SimulatedDesk &clinic, const QString &collection,
                                     const QString &id)
{
    const QJsonObject state = clinic.simulator().state(u"dentaltap"_s);
    for (const QJsonValue &record : state.value(collection).toArray()) {
        if (record[u"id"_s].toString() == id)
            return record.toObject();
    }
    return {};
}

VisitId TestForeignDay::strangersVisit(SimulatedDesk &clinic)
{
    const QList<DayEntry> work = strangersWork(clinic, Appointment::Origin::DentalTap, false);
    return work.isEmpty() ? VisitId() : work.first().visit.id;
}

void TestForeignDay::aPersonSaysWhoAPatientIs()
{
    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    const VisitId id = strangersVisit(clinic);
    if (id.isEmpty())
        QSKIP("the small clinic of this seed has no patient without external id");
    MatchWorkflow *matching = clinic.desk().matchWorkflow();
    const Result<RemotePatient> stranger = SimulatedDesk::await(matching->stranger(id));
    QVERIFY2(stranger, stranger ? "" : qPrintable(stranger.error().message));
    QVERIFY(!stranger->patient.lastName.isEmpty());
    // A Contact of the same name and birth date: a candidate, and no more than that.
    Patient twin = stranger->patient;
    twin.id = PatientId(newUuid(clinic.clock()()));
    twin.alerts.clear();
    RemotePatient contact;
    contact.patient = twin;
    for (const QJsonValue &record :
         clinic.simulator().state(u"zoho"_s).value(u"Contacts"_s).toArray()) {
        if (record[u"DentalTap_ID"_s].toString().isEmpty())
            contact.contactId = record[u"id"_s].toString();
    }
    QVERIFY(!contact.contactId.isEmpty());
    const QList<RemotePatient> page(1, contact);
    QVERIFY(SimulatedDesk::await(clinic.desk().patients()->putRemote(page)));
    QVERIFY(SimulatedDesk::await(clinic.desk().readingIn()->run(Service::DentalTap)));
    QVERIFY(clinic.detail(id).entry.appointment.patient.isEmpty());
    const QList<PatientMatch> alike = matching->candidates(stranger->patient);
    QVERIFY(!alike.isEmpty());
    const PatientId chosen = alike.first().id;
    clinic.simulator().clearJournal();
    const Result<Visit> matched = SimulatedDesk::await(matching->match(id, chosen));
    QVERIFY2(matched, matched ? "" : qPrintable(matched.error().message));
    QCOMPARE(clinic.detail(id).entry.appointment.patient, chosen);
    QVERIFY(!SimulatedDesk::await(matching->match(id, chosen)));
    QVERIFY(clinic.drained());
    const QJsonObject told = recordOf(clinic, u"patients"_s, stranger->dentalTapId);
    QCOMPARE(told.value(u"externalId"_s).toString(), contact.contactId);
    QCOMPARE(writes(clinic), 1);
    // What was told is not taken back here.
    const Result<Visit> back = SimulatedDesk::await(matching->unmatch(id));
    QVERIFY(!back);
    clinic.close();
}

void TestForeignDay::aStrangerBecomesANewContact()
{
    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    const VisitId id = strangersVisit(clinic);
    if (id.isEmpty())
        QSKIP("the small clinic of this seed has no patient without external id");
    MatchWorkflow *matching = clinic.desk().matchWorkflow();
    const QString stranger = SimulatedDesk::await(matching->stranger(id))->dentalTapId;
    clinic.simulator().clearJournal();
    const Result<Visit> matched = SimulatedDesk::await(matching->matchNew(id, true));
    QVERIFY2(matched, matched ? "" : qPrintable(matched.error().message));
    // Nobody has a Contact to name yet: the visit's order makes it.
    QVERIFY(clinic.drained());
    QCOMPARE(writes(clinic), 0);
    const QJsonObject before = census(clinic.simulator());
    QVERIFY(SimulatedDesk::await(clinic.desk().visitWorkflow()->checkIn(id)));
    QVERIFY(clinic.drained());
    const QJsonObject after = census(clinic.simulator());
    QCOMPARE(after.value(u"Contacts"_s).toInt() - before.value(u"Contacts"_s).toInt(), 1);
    QCOMPARE(after.value(u"patients"_s).toInt() - before.value(u"patients"_s).toInt(), 0);
    const QString contact = clinic.detail(id).patientLinks.value(RecordKind::Contact).remoteId;
    QVERIFY(!contact.isEmpty());
    const QJsonObject told = recordOf(clinic, u"patients"_s, stranger);
    QCOMPARE(told.value(u"externalId"_s).toString(), contact);
    clinic.close();
}

void TestForeignDay::aMatchIsTakenBackWhileNothingWasSent()
{
    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    const VisitId id = strangersVisit(clinic);
    if (id.isEmpty())
        QSKIP("the small clinic of this seed has no patient without external id");
    MatchWorkflow *matching = clinic.desk().matchWorkflow();
    const QString name = clinic.detail(id).entry.patientName;
    QVERIFY(SimulatedDesk::await(matching->matchNew(id, true)));
    const PatientId made = clinic.detail(id).entry.appointment.patient;
    QVERIFY(!made.isEmpty());
    QVERIFY(SimulatedDesk::await(matching->unmatch(id)));
    const VisitDetail back = clinic.detail(id);
    QVERIFY(back.entry.appointment.patient.isEmpty());
    QCOMPARE(back.entry.patientName, name);
    QVERIFY(SimulatedDesk::await(clinic.desk().patients()->patient(made))->archived);
    // The next reading does not bring it back.
    QVERIFY(SimulatedDesk::await(clinic.desk().readingIn()->run(Service::DentalTap)));
    QVERIFY(clinic.detail(id).entry.appointment.patient.isEmpty());
    QVERIFY(!SimulatedDesk::await(matching->unmatch(id)));
    // Whoever may not edit patients may not say who they are.
    SimulatedDesk::await(clinic.desk().session()->add(u"Ravi"_s, Role::Surgeon, u"4321"_s));
    QVERIFY(SimulatedDesk::await(clinic.desk().session()->signIn(u"Ravi"_s, u"4321"_s)));
    const Result<Visit> refused = SimulatedDesk::await(matching->matchNew(id, true));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Forbidden);
    clinic.close();
}

void TestForeignDay::theWaitingListIsReadAndGivenASlot()
{
    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    // Somebody booked in DentalTap puts it into the waiting list there.
    const VisitId id = strangersWork(clinic, Appointment::Origin::DentalTap, true).first().visit.id;
    const QString record =
        clinic.detail(id).visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    const QString edited = clinic.simulator().edit(
        QJsonObject{{u"system"_s, u"dentaltap"_s},
                    {u"collection"_s, u"appointments"_s},
                    {u"id"_s, record},
                    {u"fields"_s, QJsonObject{{u"status"_s, u"buffered"_s}}}});
    QCOMPARE(edited, QString());
    QVERIFY(SimulatedDesk::await(clinic.desk().readingIn()->run(Service::DentalTap)));
    const auto waiting = [&clinic] {
        QList<VisitId> ids;
        const Result<QList<DayEntry>> queue =
            SimulatedDesk::await(clinic.desk().visits()->buffered());
        for (const DayEntry &entry : *queue)
            ids.append(entry.visit.id);
        return ids;
    };
    QCOMPARE(waiting(), QList<VisitId>{id});
    QVERIFY(!clinic.detail(id).entry.appointment.slot.isGiven());
    QVERIFY(!SimulatedDesk::await(clinic.desk().visitWorkflow()->checkIn(id)));
    // A desk that has seen none of it reads it as waiting too.
    const auto next = clinic.neighbour();
    next->open();
    next->readIn();
    const Result<VisitId> there = SimulatedDesk::await(next->desk().visits()->find(record));
    QVERIFY(there);
    QVERIFY(!next->detail(*there).entry.appointment.slot.isGiven());
    next->close();
    const Slot slot = clinic.freeSlot();
    const Result<Visit> moved =
        SimulatedDesk::await(clinic.desk().booking()->move(id, slot, false));
    QVERIFY2(moved, moved ? "" : qPrintable(moved.error().message));
    QVERIFY(clinic.drained());
    QVERIFY(waiting().isEmpty());
    QCOMPARE(clinic.detail(id).entry.appointment.slot.start, slot.start);
    const QJsonObject told = recordOf(clinic, u"appointments"_s, record);
    QCOMPARE(told.value(u"status"_s).toString(), u"scheduled"_s);
    QCOMPARE(QDateTime::fromString(told.value(u"start"_s).toString(), Qt::ISODate).toUTC(),
             slot.start);
    // Undone, it waits again here and there; then it can be given the same slot.
    const Result<Visit> undone = SimulatedDesk::await(clinic.desk().visitWorkflow()->undo(id));
    QVERIFY2(undone, undone ? "" : qPrintable(undone.error().message));
    QVERIFY(clinic.drained());
    QCOMPARE(waiting(), QList<VisitId>{id});
    QCOMPARE(recordOf(clinic, u"appointments"_s, record).value(u"status"_s).toString(),
             u"buffered"_s);
    QVERIFY(SimulatedDesk::await(clinic.desk().readingIn()->run(Service::DentalTap)));
    QCOMPARE(waiting(), QList<VisitId>{id});
    QVERIFY(SimulatedDesk::await(clinic.desk().booking()->move(id, slot, false)));
    QVERIFY(clinic.drained());
    QCOMPARE(clinic.detail(id).entry.appointment.slot.start, slot.start);
    clinic.close();
}

QTEST_GUILESS_MAIN(TestForeignDay)
#include "tst_foreignday.moc"

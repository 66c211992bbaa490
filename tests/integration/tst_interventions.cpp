// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/plandesk.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Standing = ShownLine::Standing;

//! From the plan of a consultation to its Devis, the booked intervention, its exit and invoice.
class TestInterventions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void dt20fromConsultationToInvoice();
    void dt22aChangedPlanCostsTwoCalls();
    void aPartIsAcceptedAndBooked();
    void theSameActsAreBookedOnce();
    void calledOffItIsToBookAgain();
    void movedItStaysBooked();
    void aDepositChangesNoTotal();
    void withoutAnyNetworkItIsBookedAllTheSame();

private:
    void exits(const VisitId &id);
    static QStringList standings(const OrderLines &lines);
    static QStringList ids(const QList<PlanItem> &items);
    int invoices() { return int(m_clinic->simulator().records(u"zoho"_s, u"Invoices"_s).size()); }
    int ledger()
    {
        return int(m_clinic->simulator().records(u"quickbooks"_s, u"Invoice"_s).size());
    }

    std::unique_ptr<PlanDesk> m_clinic;
};

void TestInterventions::init()
{
    m_clinic = std::make_unique<PlanDesk>();
    m_clinic->open();
    m_clinic->readIn();
}

void TestInterventions::cleanup()
{
    QCOMPARE(m_clinic->dropped(), QStringList());
    m_clinic.reset();
}

QStringList TestInterventions::standings(const OrderLines &lines)
{
    QStringList found;
    for (const ShownLine &shown : lines.lines)
        found.append(QString(enumName(shown.standing) + u' ' + shown.line.tooth).trimmed());
    found.sort();
    return found;
}

QStringList TestInterventions::ids(const QList<PlanItem> &items)
{
    QStringList found;
    for (const PlanItem &item : items)
        found.append(item.teeth.join(u','));
    found.sort();
    return found;
}

//! Exit with what is shown; everything arrives.
void TestInterventions::exits(const VisitId &id)
{
    const QByteArray digest = m_clinic->detail(id).lines.digest();
    const auto exited = SimulatedDesk::await(
        m_clinic->desk().visitWorkflow()->exitTreatmentRoom(id, digest, false));
    QVERIFY2(exited, exited ? "" : qPrintable(exited.error().message));
    QVERIFY(m_clinic->drained());
    QCOMPARE(m_clinic->detail(id).entry.visit.state, VisitState::Invoiced);
}

void TestInterventions::dt20fromConsultationToInvoice()
{
    const VisitId consultation = m_clinic->consultation();
    const PlanId plan = m_clinic->plan(consultation);
    QVERIFY(m_clinic->drained());
    const QString deal = m_clinic->detail(consultation).visitLinks.value(RecordKind::Deal).remoteId;
    const QJsonObject draft = m_clinic->quote(plan);
    QCOMPARE(draft[u"Plan_ID"_s].toString(), plan.value);
    QCOMPARE(draft[u"Quote_Stage"_s].toString(), u"Draft"_s);
    QCOMPARE(draft[u"Deal_Name"_s][u"id"_s].toString(), deal);
    QCOMPARE(draft[u"Quoted_Items"_s].toArray().size(), 3);
    exits(consultation);
    if (QTest::currentTestFailed())
        return;
    const int billed = invoices();

    QVERIFY(m_clinic->accept(plan));
    QVERIFY(m_clinic->drained());
    QCOMPARE(m_clinic->quote(plan)[u"Quote_Stage"_s].toString(), u"Closed Won"_s);

    InterventionRequest request = m_clinic->request(plan, 0);
    const Result<int> minutes =
        SimulatedDesk::await(m_clinic->desk().plans()->minutesOf(request.part));
    QVERIFY(minutes);
    QCOMPARE(*minutes, 45);
    request.slot.end = request.slot.start.addSecs(60 * *minutes);
    request.despiteConflicts = true;
    const auto visit = m_clinic->book(request);
    QVERIFY2(visit, visit ? "" : qPrintable(visit.error().message));
    const VisitId id = visit->id;
    // Before anything was sent or read: what is planned, at no charge.
    QCOMPARE(standings(m_clinic->detail(id).lines),
             (QStringList{u"Planned 36"_s, u"Planned 46"_s}));
    QVERIFY(m_clinic->detail(id).lines.total().isZero());
    QCOMPARE(ids(m_clinic->version(plan).toBook()), QStringList{u"16"_s});
    QVERIFY(m_clinic->drained());

    const QJsonObject order = m_clinic->order(id);
    QCOMPARE(order[u"Quote_Name"_s][u"id"_s].toString(), m_clinic->version(plan).quote.id);
    QCOMPARE(order[u"Deal_Name"_s][u"id"_s].toString(), deal);
    QCOMPARE(order[u"Ordered_Items"_s].toArray().size(), 2);
    const QJsonObject appointment = m_clinic->record(
        "dentaltap", "appointments",
        m_clinic->detail(id).visitLinks.value(RecordKind::DentalTapAppointment).remoteId);
    QCOMPARE(appointment[u"treatmentPlanId"_s].toString(), plan.value.section(u':', 1));
    QCOMPARE(appointment[u"planPhaseId"_s].toString(), request.part.phase);
    QCOMPARE(appointment[u"kind"_s].toString(), u"intervention"_s);
    QVERIFY(m_clinic->detail(id).visitLinks.contains(RecordKind::CalendarEvent));
    // The order's own lines, read back, say the same.
    QCOMPARE(standings(m_clinic->detail(id).lines),
             (QStringList{u"Planned 36"_s, u"Planned 46"_s}));

    VisitWorkflow *workflow = m_clinic->desk().visitWorkflow();
    QVERIFY(SimulatedDesk::await(workflow->checkIn(id)));
    QVERIFY(SimulatedDesk::await(workflow->seat(id)));
    QVERIFY(m_clinic->drained());
    QVERIFY(m_clinic->record(id, QJsonArray{PlanDesk::act("SOI01", "36")}));
    QVERIFY(m_clinic->drained());
    QCOMPARE(standings(m_clinic->detail(id).lines),
             (QStringList{u"Planned 46"_s, u"Recorded 36"_s}));
    exits(id);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(invoices(), billed + 1);
    const VisitDetail done = m_clinic->detail(id);
    QCOMPARE(done.invoice.lines.size(), 1);
    QCOMPARE(done.invoice.lines.first().tooth, u"36"_s);
    QCOMPARE(m_clinic->order(id)[u"Ordered_Items"_s].toArray().size(), 1);
    // What was done is progress, what was not is to be booked again.
    QCOMPARE(ids(m_clinic->version(plan).toBook()), (QStringList{u"16"_s, u"46"_s}));
    QCOMPARE(m_clinic->quote(plan)[u"Quote_Stage"_s].toString(), u"Closed Won"_s);
    const auto again = m_clinic->book(m_clinic->request(plan, 0));
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QCOMPARE(m_clinic->detail(again->id).entry.appointment.part->items,
             QStringList{m_clinic->item(plan, "46")});
    QVERIFY(m_clinic->drained());
}

void TestInterventions::dt22aChangedPlanCostsTwoCalls()
{
    const VisitId consultation = m_clinic->consultation();
    const PlanId plan = m_clinic->plan(consultation);
    QVERIFY(m_clinic->drained());
    const QString remote = plan.value.section(u':', 1);
    QJsonArray phases =
        m_clinic->record("dentaltap", "treatmentPlans", remote)[u"phases"_s].toArray();
    if (phases.isEmpty())
        phases = m_clinic->record("dentaltap", "plans", remote)[u"phases"_s].toArray();
    QCOMPARE(phases.size(), 2);
    phases.removeLast();
    QCOMPARE(m_clinic->simulator().edit({{u"system"_s, u"dentaltap"_s},
                                         {u"collection"_s, u"treatmentPlans"_s},
                                         {u"id"_s, remote},
                                         {u"fields"_s, QJsonObject{{u"phases"_s, phases}}}}),
             QString());
    m_clinic->simulator().clearJournal();
    QVERIFY(SimulatedDesk::await(m_clinic->desk().plans()->readVisit(consultation)));
    QVERIFY(m_clinic->drained());
    QCOMPARE(m_clinic->quote(plan)[u"Quoted_Items"_s].toArray().size(), 2);
    QVERIFY2(m_clinic->calls(u"zoho"_s).size() <= 2,
             qPrintable(QString::number(m_clinic->calls(u"zoho"_s).size())));
}

void TestInterventions::aPartIsAcceptedAndBooked()
{
    const PlanId plan = m_clinic->plan(m_clinic->consultation());
    const QString wanted = m_clinic->item(plan, "36");
    const auto open = m_clinic->book(m_clinic->request(plan, 0));
    QVERIFY(!open);
    QCOMPARE(open.error().kind, Error::Kind::Invalid);
    QVERIFY(m_clinic->accept(plan, {wanted}));
    const auto other = m_clinic->book(m_clinic->request(plan, 0, {m_clinic->item(plan, "46")}));
    QVERIFY(!other);
    QCOMPARE(other.error().kind, Error::Kind::Conflict);
    const auto visit = m_clinic->book(m_clinic->request(plan, 0));
    QVERIFY2(visit, visit ? "" : qPrintable(visit.error().message));
    // Acceptance and booking go out together; the Commande waits for its Devis.
    QVERIFY(m_clinic->drained());
    QCOMPARE(m_clinic->detail(visit->id).entry.appointment.part->items, QStringList{wanted});
    QCOMPARE(m_clinic->quote(plan)[u"Quote_Stage"_s].toString(), u"Confirmed"_s);
    QCOMPARE(m_clinic->order(visit->id)[u"Ordered_Items"_s].toArray().size(), 1);
    QCOMPARE(m_clinic->order(visit->id)[u"Quote_Name"_s][u"id"_s].toString(),
             m_clinic->version(plan).quote.id);
}

void TestInterventions::theSameActsAreBookedOnce()
{
    const PlanId plan = m_clinic->plan(m_clinic->consultation());
    QVERIFY(m_clinic->accept(plan));
    const InterventionRequest request = m_clinic->request(plan, 0);
    QVERIFY(m_clinic->book(request));
    InterventionRequest second = m_clinic->request(plan, 0);
    const auto refused = m_clinic->book(second);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Conflict);
    // Two clicks, or two desks, at the same moment.
    const PlanId other = m_clinic->plan(m_clinic->consultation());
    QVERIFY(m_clinic->accept(other));
    InterventionRequest both = m_clinic->request(other, 1);
    both.despiteConflicts = true;
    auto one = m_clinic->desk().plans()->book(both);
    auto two = m_clinic->desk().plans()->book(both);
    const Result<Visit> first = SimulatedDesk::await(std::move(one));
    const Result<Visit> twin = SimulatedDesk::await(std::move(two));
    QCOMPARE(int(first.has_value()) + int(twin.has_value()), 1);
    QVERIFY(m_clinic->drained());
}

void TestInterventions::calledOffItIsToBookAgain()
{
    const PlanId plan = m_clinic->plan(m_clinic->consultation());
    QVERIFY(m_clinic->accept(plan));
    const auto visit = m_clinic->book(m_clinic->request(plan, 0));
    QVERIFY(visit);
    QVERIFY(m_clinic->drained());
    QVERIFY(
        SimulatedDesk::await(m_clinic->desk().visitWorkflow()->cancel(visit->id, u"reporté"_s)));
    QVERIFY(m_clinic->drained());
    QCOMPARE(m_clinic->order(visit->id)[u"Status"_s].toString(), u"Cancelled"_s);
    QCOMPARE(m_clinic->quote(plan)[u"Quote_Stage"_s].toString(), u"Closed Won"_s);
    const QString deal = m_clinic->version(plan).quote.deal;
    QCOMPARE(m_clinic->record("zoho", "Deals", deal)[u"Stage"_s].toString(), u"Qualification"_s);
    QCOMPARE(m_clinic->version(plan).toBook().size(), 3);
    const auto again = m_clinic->book(m_clinic->request(plan, 0));
    QVERIFY2(again, again ? "" : qPrintable(again.error().message));
    QVERIFY(m_clinic->drained());
    QVERIFY(m_clinic->order(again->id)[u"id"_s] != m_clinic->order(visit->id)[u"id"_s]);
}

void TestInterventions::movedItStaysBooked()
{
    const PlanId plan = m_clinic->plan(m_clinic->consultation());
    QVERIFY(m_clinic->accept(plan));
    const auto visit = m_clinic->book(m_clinic->request(plan, 0));
    QVERIFY(visit);
    QVERIFY(m_clinic->drained());
    const QString order = m_clinic->order(visit->id)[u"id"_s].toString();
    const Slot slot = m_clinic->freeSlot();
    QVERIFY(SimulatedDesk::await(m_clinic->desk().booking()->move(visit->id, slot, true)));
    QVERIFY(m_clinic->drained());
    QCOMPARE(m_clinic->order(visit->id)[u"id"_s].toString(), order);
    QCOMPARE(m_clinic->version(plan).toBook().size(), 1);
    const QJsonObject appointment = m_clinic->record(
        "dentaltap", "appointments",
        m_clinic->detail(visit->id).visitLinks.value(RecordKind::DentalTapAppointment).remoteId);
    QCOMPARE(appointment[u"treatmentPlanId"_s].toString(), plan.value.section(u':', 1));
}

void TestInterventions::aDepositChangesNoTotal()
{
    const PlanId plan = m_clinic->plan(m_clinic->consultation());
    QVERIFY(m_clinic->accept(plan));
    InterventionRequest request = m_clinic->request(plan, 0);
    request.deposit = Money{100000, m_clinic->settings().currency};
    const auto refused = m_clinic->book(request);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"Acompte"_s), qPrintable(refused.error().message));
    // A clinic that sells deposits.
    m_clinic = std::make_unique<PlanDesk>();
    const QString product = m_clinic->simulator().clinic().products.last().productId;
    QCOMPARE(
        m_clinic->simulator().edit({{u"system"_s, u"zoho"_s},
                                    {u"collection"_s, u"Products"_s},
                                    {u"id"_s, product},
                                    {u"fields"_s, QJsonObject{{u"Product_Name"_s, u"Acompte"_s}}}}),
        QString());
    m_clinic->open();
    m_clinic->readIn();
    const PlanId other = m_clinic->plan(m_clinic->consultation());
    QVERIFY(m_clinic->accept(other));
    request = m_clinic->request(other, 0);
    request.deposit = Money{100000, m_clinic->settings().currency};
    const auto visit = m_clinic->book(request);
    QVERIFY2(visit, visit ? "" : qPrintable(visit.error().message));
    QVERIFY(m_clinic->drained());
    const QJsonArray lines = m_clinic->order(visit->id)[u"Ordered_Items"_s].toArray();
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines.at(2)[u"Vestibule_Item"_s].toString(), u"plan:deposit"_s);
    const Result<Money> named =
        moneyFromJson(lines.at(2)[u"List_Price"_s], m_clinic->settings().currency);
    QVERIFY(named);
    QCOMPARE(named->minor, 100000);
    QCOMPARE(lines.at(2)[u"Net_Total"_s].toInt(), 0);

    VisitWorkflow *workflow = m_clinic->desk().visitWorkflow();
    QVERIFY(SimulatedDesk::await(workflow->checkIn(visit->id)));
    QVERIFY(SimulatedDesk::await(workflow->seat(visit->id)));
    QVERIFY(m_clinic->drained());
    QVERIFY(m_clinic->record(
        visit->id, QJsonArray{PlanDesk::act("SOI01", "36"), PlanDesk::act("SOI02", "46")}));
    QVERIFY(m_clinic->drained());
    exits(visit->id);
    if (QTest::currentTestFailed())
        return;
    const VisitDetail done = m_clinic->detail(visit->id);
    QCOMPARE(done.invoice.lines.size(), 2);
    QCOMPARE(done.invoice.grandTotal.minor, done.entry.visit.confirmedTotal.minor);
}

void TestInterventions::withoutAnyNetworkItIsBookedAllTheSame()
{
    const PlanId plan = m_clinic->plan(m_clinic->consultation());
    QVERIFY(m_clinic->drained());
    const QStringList systems{u"zoho"_s, u"accounts"_s, u"dentaltap"_s, u"googlecalendar"_s};
    for (const QString &system : systems)
        m_clinic->simulator().refuse(system);
    QVERIFY(m_clinic->accept(plan));
    const auto visit = m_clinic->book(m_clinic->request(plan, 0));
    QVERIFY2(visit, visit ? "" : qPrintable(visit.error().message));
    QCOMPARE(m_clinic->detail(visit->id).lines.lines.size(), 2);
    for (const QString &system : systems)
        m_clinic->simulator().resume(system);
    QVERIFY(m_clinic->drained());
    QCOMPARE(m_clinic->order(visit->id)[u"Ordered_Items"_s].toArray().size(), 2);
}

QTEST_GUILESS_MAIN(TestInterventions)
#include "tst_interventions.moc"

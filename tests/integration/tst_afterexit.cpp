// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/lateacts.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! What DentalTap records, changes or takes off after the exit: open items, billed by a
//! supplementary order and invoice or ignored.
class TestAfterExit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void lateActsBecomeOneSupplement();
    void theFirstInvoiceComesFirst();
    void changesAreSaidAndNothingIsRewritten();
    void anUnknownActStaysWithTheOfficeUntilItHasItsProduct();
    void aLateActInvoicesAVisitClosedWithoutCharge();
    void anActDuringTheExitReturnsWithIt();
    void aRestartedDeskSeesWhatWasRecordedMeanwhile();

private:
    std::unique_ptr<LateActs> m_late;
};

namespace {

QString lookupId(const QJsonObject &record, const QString &field)
{
    return record.value(field)[u"id"_s].toString();
}

} // namespace

void TestAfterExit::init()
{
    m_late = std::make_unique<LateActs>();
}

void TestAfterExit::cleanup()
{
    m_late.reset();
}

void TestAfterExit::lateActsBecomeOneSupplement()
{
    const VisitId id = m_late->invoiced();
    QVERIFY(!id.isEmpty());
    const VisitDetail first = m_late->clinic().detail(id);
    QVERIFY(first.openItems.isEmpty());
    QVERIFY(m_late->clinic().record(id, {LateActs::act(u"26"_s), LateActs::act(u"27"_s)}));
    const VisitDetail late = m_late->clinic().detail(id);
    QCOMPARE(LateActs::kindsOf(late), (QStringList{u"AfterExit"_s, u"AfterExit"_s}));
    QCOMPARE(late.openItems.first().shown.line.tooth, u"26"_s);
    QVERIFY(late.openItems.first().act.performedAt.isValid());
    QCOMPARE(late.lines.lines, first.lines.lines); // the first invoice's lines stay its own
    const Result<QList<OpenItemOfVisit>> everywhere =
        SimulatedDesk::await(m_late->desk().visits()->openItems());
    QVERIFY(everywhere);
    QCOMPARE(everywhere->size(), 2);
    QCOMPARE(everywhere->first().visit, id);
    QVERIFY(everywhere->first().patientName.contains(u"Garnier"_s));

    const QJsonObject before = census(m_late->clinic().simulator());
    m_late->clinic().simulator().clearJournal();
    const Result<Visit> billed = m_late->bill(id);
    QVERIFY2(billed, qPrintable(billed ? QString() : billed.error().message));
    QVERIFY(m_late->clinic().drained());
    QCOMPARE(inWords(census(m_late->clinic().simulator())),
             inWords(withOneMore(before, LateActs::supplementKinds())));
    const VisitDetail done = m_late->clinic().detail(id);
    QCOMPARE(done.entry.visit.state, VisitState::Invoiced);
    QCOMPARE(done.entry.visit.crmInvoiceNumber, first.entry.visit.crmInvoiceNumber);
    QCOMPARE(done.supplements.size(), 1);
    const Supplement supplement = done.supplements.first();
    QVERIFY(!supplement.crmInvoiceNumber.isEmpty());
    QVERIFY(supplement.crmInvoiceNumber != first.entry.visit.crmInvoiceNumber);
    QVERIFY(!supplement.quickBooksInvoiceNumber.isEmpty());
    QVERIFY(supplement.attention.isEmpty());
    QVERIFY(done.openItems.isEmpty());

    // Both ledgers have its amount, and the order hangs where the first one does.
    int found = 0;
    for (const QJsonValue &each :
         m_late->clinic().simulator().records(u"quickbooks"_s, u"Invoice"_s)) {
        if (each[u"DocNumber"_s].toString() != supplement.quickBooksInvoiceNumber)
            continue;
        ++found;
        QCOMPARE(moneyFromJson(each[u"TotalAmt"_s], supplement.total.currency)->minor,
                 supplement.total.minor);
    }
    QCOMPARE(found, 1);
    const QJsonObject order = m_late->recordOf(
        u"zoho"_s, u"Sales_Orders"_s, first.visitLinks.value(RecordKind::SalesOrder).remoteId);
    QJsonObject other;
    for (const QJsonValue &each :
         m_late->clinic().simulator().records(u"zoho"_s, u"Sales_Orders"_s)) {
        if (lookupId(each.toObject(), u"Deal_Name"_s) == lookupId(order, u"Deal_Name"_s)
            && each[u"id"_s] != order.value(u"id"_s))
            other = each.toObject();
    }
    QVERIFY(!other.isEmpty());
    for (const QString &field : {u"Quote_Name"_s, u"Contact_Name"_s})
        QCOMPARE(lookupId(other, field), lookupId(order, field));
    QStringList marks;
    for (const QJsonValue &line : other.value(u"Ordered_Items"_s).toArray())
        marks.append(line[u"Vestibule_Item"_s].toString());
    marks.sort();
    QCOMPARE(marks, supplement.items);
    int crm = 0;
    for (const QJsonValue &call : m_late->clinic().calls()) {
        QVERIFY2(call[u"dropped"_s].toArray().isEmpty(), "the CRM dropped a field");
        crm += call[u"system"_s].toString() == u"zoho"_s ? 1 : 0;
    }
    qInfo() << "calls to the CRM:" << crm;
    QVERIFY(crm <= 5);

    // The next poll says nothing new, and the same acts cannot be billed again.
    QVERIFY(SimulatedDesk::await(m_late->desk().liveSync()->poll()));
    QVERIFY(m_late->clinic().detail(id).openItems.isEmpty());
    QVERIFY(!SimulatedDesk::await(
        m_late->desk().visitWorkflow()->bill(id, supplement.items, supplement.lines.digest())));
    const Result<VisitId> found2 =
        SimulatedDesk::await(m_late->desk().visits()->find(other.value(u"id"_s).toString()));
    QVERIFY(found2);
    QCOMPARE(*found2, id);
}

void TestAfterExit::theFirstInvoiceComesFirst()
{
    const VisitId id = m_late->inChair();
    QVERIFY(!id.isEmpty());
    m_late->desk().outbox()->stop();
    const QByteArray digest = m_late->clinic().detail(id).lines.digest();
    QVERIFY(
        SimulatedDesk::await(m_late->desk().visitWorkflow()->exitTreatmentRoom(id, digest, true)));
    QVERIFY(m_late->clinic().record(id, {LateActs::act(u"26"_s)}));
    QCOMPARE(m_late->clinic().detail(id).entry.visit.state, VisitState::AwaitingInvoice);
    QCOMPARE(LateActs::kindsOf(m_late->clinic().detail(id)), QStringList{u"AfterExit"_s});
    const Result<Visit> early = m_late->bill(id);
    QVERIFY(!early);
    QCOMPARE(early.error().kind, Error::Kind::Conflict);
    m_late->desk().outbox()->start();
    QVERIFY(m_late->clinic().drained());
    QVERIFY(m_late->bill(id));
    QVERIFY(m_late->clinic().drained());
    QCOMPARE(m_late->clinic().detail(id).supplements.size(), 1);
}

void TestAfterExit::changesAreSaidAndNothingIsRewritten()
{
    const VisitId id = m_late->invoiced();
    QVERIFY(!id.isEmpty());
    const VisitDetail first = m_late->clinic().detail(id);
    QStringList items;
    for (const ShownLine &shown : first.lines.lines) {
        if (shown.standing == ShownLine::Standing::Recorded)
            items.append(shown.line.mark);
    }
    QCOMPARE(items.size(), 2);
    const QJsonObject before = census(m_late->clinic().simulator());
    m_late->clinic().simulator().clearJournal();
    QVERIFY(m_late->clinic().record(id,
                                    {QJsonObject{{u"change"_s, items.at(0)}, {u"quantity"_s, 3}},
                                     QJsonObject{{u"remove"_s, items.at(1)}}}));
    const VisitDetail changed = m_late->clinic().detail(id);
    QCOMPARE(LateActs::kindsOf(changed), (QStringList{u"Changed"_s, u"Removed"_s}));
    QCOMPARE(changed.lines.lines, first.lines.lines);
    QVERIFY(!m_late->bill(id));
    VisitWorkflow *workflow = m_late->desk().visitWorkflow();
    QVERIFY(!SimulatedDesk::await(workflow->ignore(id, items, u" "_s)));
    QVERIFY(SimulatedDesk::await(workflow->ignore(id, items, u"seen with the surgeon"_s)));
    QVERIFY(SimulatedDesk::await(m_late->desk().liveSync()->poll()));
    QVERIFY(m_late->clinic().detail(id).openItems.isEmpty());
    QVERIFY(m_late->clinic().drained());
    for (const QJsonValue &call : m_late->clinic().calls())
        QCOMPARE(call[u"method"_s].toString(), u"GET"_s);
    QCOMPARE(inWords(census(m_late->clinic().simulator())), inWords(before));
    const Result<QList<AuditRow>> audit =
        SimulatedDesk::await(m_late->desk().auditLog()->rows(QDateTime()));
    QVERIFY(audit);
    const bool kept = std::any_of(audit->begin(), audit->end(), [](const AuditRow &row) {
        return row.action == u"ignore-act"_s && row.detail.contains(u"seen with the surgeon"_s);
    });
    QVERIFY(kept);
    // Another change is another matter.
    QVERIFY(
        m_late->clinic().record(id, {QJsonObject{{u"change"_s, items.at(0)}, {u"quantity"_s, 2}}}));
    QCOMPARE(LateActs::kindsOf(m_late->clinic().detail(id)), QStringList{u"Changed"_s});
}

void TestAfterExit::anUnknownActStaysWithTheOfficeUntilItHasItsProduct()
{
    const VisitId id = m_late->inChair();
    QVERIFY(!id.isEmpty());
    QVERIFY(m_late->clinic().record(id,
                                    {QJsonObject{{u"unknown"_s, true},
                                                 {u"label"_s, u"Membrane 20×30"_s},
                                                 {u"unitPrice"_s, u"4200.00"_s},
                                                 {u"tooth"_s, u"36"_s}}}));
    QVERIFY(m_late->clinic().drained());
    QString item;
    for (const ShownLine &shown : m_late->clinic().detail(id).lines.lines) {
        if (shown.standing == ShownLine::Standing::Unknown)
            item = shown.line.mark;
    }
    QVERIFY(!item.isEmpty());
    VisitWorkflow *workflow = m_late->desk().visitWorkflow();
    QVERIFY(SimulatedDesk::await(workflow->chooseProduct(id, item, ProductId())));
    QVERIFY(m_late->exit(id));
    const VisitDetail left = m_late->clinic().detail(id);
    QCOMPARE(left.entry.visit.state, VisitState::Invoiced);
    QCOMPARE(LateActs::kindsOf(left), QStringList{u"ForOffice"_s});
    QVERIFY(!left.openItems.first().isBillable());
    const QByteArray digest =
        supplementLines(left.openItems, m_late->clinic().settings().currency).digest();
    QVERIFY(!SimulatedDesk::await(workflow->bill(id, {item}, digest)));

    const Result<QList<Product>> products =
        SimulatedDesk::await(m_late->desk().catalogue()->products());
    QVERIFY(products);
    QVERIFY(SimulatedDesk::await(workflow->chooseProduct(id, item, products->last().id)));
    QVERIFY(m_late->clinic().detail(id).openItems.first().isBillable());
    const QJsonObject before = census(m_late->clinic().simulator());
    QVERIFY(m_late->bill(id));
    QVERIFY(m_late->clinic().drained());
    QCOMPARE(inWords(census(m_late->clinic().simulator())),
             inWords(withOneMore(before, LateActs::supplementKinds())));
    const Supplement supplement = m_late->clinic().detail(id).supplements.value(0);
    QCOMPARE(supplement.lines.lines.first().line.product, products->last().id);
    QCOMPARE(supplement.lines.lines.first().line.unitPrice.minor, 420000);
}

void TestAfterExit::aLateActInvoicesAVisitClosedWithoutCharge()
{
    const VisitId id = m_late->inChair();
    QVERIFY(!id.isEmpty());
    const VisitStore::Rule close = [](const VisitContext &context) -> Result<Transition> {
        Transition transition;
        transition.visit = context.visit;
        transition.visit.state = VisitState::ClosedNoCharge;
        transition.appointment = context.appointment;
        transition.commands.append(
            Planned{CancelInCrm{context.visit.id, CancelInCrm::Why::NoCharge}, {}});
        transition.action = u"exit"_s;
        return transition;
    };
    const StaffId nobody;
    QVERIFY(SimulatedDesk::await(m_late->desk().visits()->commit(id, close, nobody)));
    QVERIFY(m_late->clinic().drained());
    QVERIFY(m_late->clinic().detail(id).openItems.isEmpty());
    QVERIFY(m_late->clinic().record(id, {LateActs::act(u"26"_s)}));
    const QJsonObject before = census(m_late->clinic().simulator());
    QVERIFY(m_late->bill(id));
    QVERIFY(m_late->clinic().drained());
    QCOMPARE(inWords(census(m_late->clinic().simulator())),
             inWords(withOneMore(before, LateActs::supplementKinds())));
    const VisitDetail done = m_late->clinic().detail(id);
    QCOMPARE(done.entry.visit.state, VisitState::Invoiced);
    QCOMPARE(done.entry.visit.crmInvoiceNumber, done.supplements.value(0).crmInvoiceNumber);
    QCOMPARE(done.entry.visit.confirmedTotal.minor, done.supplements.value(0).total.minor);
    const QJsonObject deal =
        m_late->recordOf(u"zoho"_s, u"Deals"_s, done.visitLinks.value(RecordKind::Deal).remoteId);
    QVERIFY(deal.value(u"Stage"_s).toString() != m_late->clinic().settings().zoho.dealLost);
}

void TestAfterExit::anActDuringTheExitReturnsWithIt()
{
    const VisitId id = m_late->inChair();
    QVERIFY(!id.isEmpty());
    m_late->desk().outbox()->stop();
    const QByteArray digest = m_late->clinic().detail(id).lines.digest();
    VisitWorkflow *workflow = m_late->desk().visitWorkflow();
    QVERIFY(SimulatedDesk::await(workflow->exitTreatmentRoom(id, digest, true)));
    QVERIFY(m_late->clinic().record(id, {LateActs::act(u"26"_s)}));
    QCOMPARE(m_late->clinic().detail(id).openItems.size(), 1);
    QVERIFY(SimulatedDesk::await(workflow->undo(id)));
    const VisitDetail back = m_late->clinic().detail(id);
    QCOMPARE(back.entry.visit.state, VisitState::InTreatment);
    QVERIFY(back.openItems.isEmpty());
    const bool hasLate =
        std::any_of(back.lines.lines.begin(), back.lines.lines.end(),
                    [](const ShownLine &shown) { return shown.line.tooth == u"26"_s; });
    QVERIFY(hasLate);
    m_late->desk().outbox()->start();
    QVERIFY(m_late->clinic().drained());
}

void TestAfterExit::aRestartedDeskSeesWhatWasRecordedMeanwhile()
{
    const VisitId id = m_late->invoiced();
    QVERIFY(!id.isEmpty());
    const QString appointment =
        m_late->clinic().detail(id).visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    m_late->clinic().close();
    QCOMPARE(
        m_late->clinic().simulator().tell(QJsonObject{
            {u"appointment"_s, appointment}, {u"records"_s, QJsonArray{LateActs::act(u"26"_s)}}}),
        QString());
    m_late->clinic().open();
    QVERIFY(SimulatedDesk::await(m_late->desk().liveSync()->poll()));
    QCOMPARE(LateActs::kindsOf(m_late->clinic().detail(id)), QStringList{u"AfterExit"_s});
    // The poll is the one that it always was.
    m_late->clinic().simulator().clearJournal();
    QVERIFY(SimulatedDesk::await(m_late->desk().liveSync()->poll()));
    QVERIFY(m_late->clinic().calls(u"dentaltap"_s).size()
            <= 1 + SimulatedDesk::await(m_late->desk().visits()->inChair()).value().size());
}

QTEST_GUILESS_MAIN(TestAfterExit)
#include "tst_afterexit.moc"

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/lateacts.h"

#include <QTest>

using namespace Qt::StringLiterals;

//! One supplementary set of order and invoices, whatever happens on the way.
class TestSupplement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void twoClicksAndTwoDesksMakeOneSet();
    void desksWithDifferentChoicesBillNothingTwice();
    void whatAnotherDeskBilledIsBilledHereAfterAReading();
    void discardedBeforeItWasMadeItIsOpenAgain();
    void faultsAtEachStepLeaveOneSet_data();
    void faultsAtEachStepLeaveOneSet();

private:
    std::unique_ptr<LateActs> m_late;
};

void TestSupplement::init()
{
    m_late = std::make_unique<LateActs>();
}

void TestSupplement::cleanup()
{
    m_late.reset();
}

void TestSupplement::twoClicksAndTwoDesksMakeOneSet()
{
    const VisitId id = m_late->inChair();
    QVERIFY(!id.isEmpty());
    const std::unique_ptr<SimulatedDesk> next = m_late->clinic().neighbour();
    next->open();
    next->readIn();
    const QString appointment =
        m_late->clinic().detail(id).visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    const Result<VisitId> theirs = SimulatedDesk::await(next->desk().visits()->find(appointment));
    QVERIFY(theirs);
    QVERIFY(SimulatedDesk::await(next->desk().liveSync()->poll()));
    QVERIFY(next->drained());
    QVERIFY(m_late->exit(id));
    const QByteArray digest = next->detail(*theirs).lines.digest();
    QVERIFY(SimulatedDesk::await(
        next->desk().visitWorkflow()->exitTreatmentRoom(*theirs, digest, false)));
    QVERIFY(next->drained());
    QVERIFY(m_late->clinic().record(id, {LateActs::act(u"26"_s)}));
    QVERIFY(SimulatedDesk::await(next->desk().liveSync()->poll()));
    QCOMPARE(LateActs::kindsOf(next->detail(*theirs)), QStringList{u"AfterExit"_s});

    const QJsonObject before = census(m_late->clinic().simulator());
    const QList<OpenItem> open = m_late->clinic().detail(id).openItems;
    const QByteArray seen = supplementLines(open, m_late->clinic().settings().currency).digest();
    VisitWorkflow *workflow = m_late->desk().visitWorkflow();
    Task<Visit> first = workflow->bill(id, {open.first().itemId}, seen);
    Task<Visit> second = workflow->bill(id, {open.first().itemId}, seen);
    const bool one = SimulatedDesk::await(std::move(first)).has_value();
    const bool two = SimulatedDesk::await(std::move(second)).has_value();
    QCOMPARE(int(one) + int(two), 1);
    QVERIFY(LateActs::bill(*next, *theirs));
    QVERIFY(m_late->clinic().drained());
    QVERIFY(next->drained());
    QCOMPARE(inWords(census(m_late->clinic().simulator())),
             inWords(withOneMore(before, LateActs::supplementKinds())));
    QCOMPARE(next->detail(*theirs).supplements.value(0).quickBooksInvoiceNumber,
             m_late->clinic().detail(id).supplements.value(0).quickBooksInvoiceNumber);
    next->close();
}

void TestSupplement::desksWithDifferentChoicesBillNothingTwice()
{
    const VisitId id = m_late->invoiced();
    QVERIFY(!id.isEmpty());
    QVERIFY(m_late->clinic().record(id, {LateActs::act(u"26"_s), LateActs::act(u"27"_s)}));
    const QList<OpenItem> open = m_late->clinic().detail(id).openItems;
    QCOMPARE(open.size(), 2);
    // Another desk bills one of them: an order on the same Affaire holds its mark already.
    const QList<OpenItem> one{open.first()};
    const QByteArray digest = supplementLines(one, m_late->clinic().settings().currency).digest();
    VisitWorkflow *workflow = m_late->desk().visitWorkflow();
    QVERIFY(SimulatedDesk::await(workflow->bill(id, {one.first().itemId}, digest)));
    QVERIFY(m_late->clinic().drained());
    const VisitStore::Rule forget = [&open](const VisitContext &context) -> Result<Transition> {
        Transition transition{context.visit, context.appointment, {}, {}, u"test"_s};
        transition.items = {open.first()};
        return transition;
    };
    const StaffId nobody;
    QVERIFY(SimulatedDesk::await(m_late->desk().visits()->commit(id, forget, nobody)));
    const QJsonObject before = census(m_late->clinic().simulator());
    QVERIFY(m_late->bill(id));
    QVERIFY(!m_late->clinic().drained());
    QCOMPARE(inWords(census(m_late->clinic().simulator())), inWords(before));
}

void TestSupplement::whatAnotherDeskBilledIsBilledHereAfterAReading()
{
    const VisitId id = m_late->inChair();
    QVERIFY(!id.isEmpty());
    const std::unique_ptr<SimulatedDesk> next = m_late->clinic().neighbour();
    next->open();
    next->readIn();
    const VisitDetail here = m_late->clinic().detail(id);
    const QString appointment = here.visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    const Result<VisitId> theirs = SimulatedDesk::await(next->desk().visits()->find(appointment));
    QVERIFY(theirs);
    QVERIFY(SimulatedDesk::await(next->desk().liveSync()->poll()));
    QVERIFY(next->drained());
    QVERIFY(m_late->exit(id));
    const QByteArray digest = next->detail(*theirs).lines.digest();
    QVERIFY(SimulatedDesk::await(
        next->desk().visitWorkflow()->exitTreatmentRoom(*theirs, digest, false)));
    QVERIFY(next->drained());
    const auto reading = [this, &next] {
        m_late->clinic().simulator().clearJournal();
        return SimulatedDesk::await(next->desk().readingIn()->run(Service::Zoho)).has_value();
    };
    QVERIFY(reading());
    const auto quiet = next->calls(u"zoho"_s).size();

    // Open here, and billed by nobody: one query each round, and one to find the Affaire.
    QVERIFY(m_late->clinic().record(id, {LateActs::act(u"26"_s)}));
    QVERIFY(SimulatedDesk::await(next->desk().liveSync()->poll()));
    QCOMPARE(LateActs::kindsOf(next->detail(*theirs)), QStringList{u"AfterExit"_s});
    QVERIFY(reading());
    QTRY_COMPARE(next->calls(u"zoho"_s).size(), quiet + 2);
    QVERIFY(reading());
    QTRY_COMPARE(next->calls(u"zoho"_s).size(), quiet + 1);
    QCOMPARE(LateActs::kindsOf(next->detail(*theirs)), QStringList{u"AfterExit"_s});

    QVERIFY(m_late->bill(id));
    QVERIFY(m_late->clinic().drained());
    const Supplement billed = m_late->clinic().detail(id).supplements.value(0);
    QVERIFY(!billed.crmInvoiceNumber.isEmpty());
    const QJsonObject before = census(m_late->clinic().simulator());
    // An answer that never comes is made up for by the next round.
    QCOMPARE(m_late->clinic().simulator().addFault(
                 {{u"path"_s, u"Sales_Orders/"_s}, {u"nth"_s, 1}, {u"kind"_s, u"lostAnswer"_s}}),
             QString());
    QVERIFY(reading());
    QTRY_VERIFY(next->calls(u"zoho"_s).size() >= quiet + 2);
    m_late->clinic().simulator().clearFaults();
    QVERIFY(reading());
    QTRY_VERIFY_WITH_TIMEOUT(next->detail(*theirs).openItems.isEmpty() || !reading(), 20000);
    QVERIFY(reading());
    const VisitDetail after = next->detail(*theirs);
    QVERIFY(after.openItems.isEmpty());
    QCOMPARE(after.supplements.size(), 1);
    QCOMPARE(after.supplements.first().crmInvoiceNumber, billed.crmInvoiceNumber);
    QVERIFY(!after.supplements.first().quickBooksInvoiceNumber.isEmpty());
    QCOMPARE(after.supplements.first().items, billed.items);
    QCOMPARE(after.supplements.first().total.minor, billed.total.minor);
    // Nothing open: nothing is asked any more, and nothing can be billed.
    QCOMPARE(next->calls(u"zoho"_s).size(), quiet);
    QVERIFY(!LateActs::bill(*next, *theirs));
    QVERIFY(SimulatedDesk::await(next->desk().liveSync()->poll()));
    QVERIFY(next->detail(*theirs).openItems.isEmpty());
    QVERIFY(next->drained());
    QCOMPARE(inWords(census(m_late->clinic().simulator())), inWords(before));
    next->close();
}

void TestSupplement::discardedBeforeItWasMadeItIsOpenAgain()
{
    const VisitId id = m_late->withLateAct();
    QVERIFY(!id.isEmpty());
    m_late->desk().outbox()->stop();
    QVERIFY(m_late->bill(id));
    QVERIFY(m_late->clinic().detail(id).openItems.isEmpty());
    const Result<QList<OutboxRow>> rows =
        SimulatedDesk::await(m_late->desk().outboxStore()->list());
    QVERIFY(rows && !rows->isEmpty());
    QCOMPARE(rows->first().command, u"AddSupplement"_s);
    const StaffId by = m_late->desk().session()->currentId();
    const Result<QList<qint64>> gone = SimulatedDesk::await(
        m_late->desk().outboxStore()->discard(rows->first().id, u"wrong patient"_s, by));
    QVERIFY(gone);
    QCOMPARE(gone->size(), 4);
    QCOMPARE(LateActs::kindsOf(m_late->clinic().detail(id)), QStringList{u"AfterExit"_s});
    QVERIFY(m_late->clinic().detail(id).supplements.isEmpty());
    m_late->desk().outbox()->start();
    const QJsonObject before = census(m_late->clinic().simulator());
    QVERIFY(m_late->bill(id));
    QVERIFY(m_late->clinic().drained());
    QCOMPARE(inWords(census(m_late->clinic().simulator())),
             inWords(withOneMore(before, LateActs::supplementKinds())));
}

void TestSupplement::faultsAtEachStepLeaveOneSet_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &kind : {u"lostAnswer"_s, u"status"_s})
        QTest::newRow(qPrintable(kind)) << kind;
}

//! One patient per step, on one desk; the steps are counted from an undisturbed run.
void TestSupplement::faultsAtEachStepLeaveOneSet()
{
    QFETCH(QString, kind);
    int calls = 0;
    for (int call = 0; call <= calls; ++call) {
        const VisitId id = m_late->withLateAct();
        QVERIFY(!id.isEmpty());
        const QJsonObject before = census(m_late->clinic().simulator());
        m_late->clinic().simulator().clearJournal();
        if (call > 0) {
            QCOMPARE(m_late->clinic().simulator().addFault({{u"path"_s, u"^(?!.*/tokens?(/|$))"_s},
                                                            {u"nth"_s, call},
                                                            {u"kind"_s, kind},
                                                            {u"status"_s, 503}}),
                     QString());
        }
        QVERIFY(m_late->bill(id));
        QVERIFY2(m_late->clinic().drained(), qPrintable(u"call %1"_s.arg(call)));
        if (call == 0)
            calls = int(m_late->clinic().calls().size());
        m_late->clinic().simulator().clearFaults();
        QCOMPARE(inWords(census(m_late->clinic().simulator())),
                 inWords(withOneMore(before, LateActs::supplementKinds())));
        const Supplement supplement = m_late->clinic().detail(id).supplements.value(0);
        QVERIFY(!supplement.quickBooksInvoiceNumber.isEmpty());
        QCOMPARE(supplement.quickBooksInvoiceNumber, supplement.crmInvoiceNumber);
    }
    QVERIFY(calls > 3);
}

QTEST_GUILESS_MAIN(TestSupplement)
#include "tst_supplement.moc"

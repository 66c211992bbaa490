// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/day/syntheticday.h"
#include "ui/day/visitactions.h"

#include <QMenu>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

//! What may be done with a visit in which stage, and by whom.
class TestVisitActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enabledFollowsTheStage_data();
    void enabledFollowsTheStage();
    void nothingWithoutRights();
    void nothingWithoutAVisit();
    void everyActIsInTheMenuWithItsOwnKey();
    void triggeringAsks();
};

using Acts = QList<VisitActions::Act>;

void TestVisitActions::enabledFollowsTheStage_data()
{
    using A = VisitActions;
    QTest::addColumn<VisitState>("state");
    QTest::addColumn<Acts>("enabled");
    QTest::newRow("booked") << VisitState::Booked << Acts{A::Open, A::Next,   A::CheckIn, A::Seat,
                                                          A::Move, A::NoShow, A::Cancel};
    QTest::newRow("arrived") << VisitState::Arrived
                             << Acts{A::Open, A::Next, A::Seat, A::Move, A::Cancel};
    QTest::newRow("in treatment") << VisitState::InTreatment << Acts{A::Open, A::Next, A::Exit};
    QTest::newRow("awaiting invoice") << VisitState::AwaitingInvoice << Acts{A::Open};
    QTest::newRow("invoiced") << VisitState::Invoiced << Acts{A::Open};
    QTest::newRow("no charge") << VisitState::ClosedNoCharge << Acts{A::Open};
    QTest::newRow("no-show") << VisitState::NoShow << Acts{A::Open};
    QTest::newRow("cancelled") << VisitState::Cancelled << Acts{A::Open};
}

void TestVisitActions::enabledFollowsTheStage()
{
    QFETCH(VisitState, state);
    QFETCH(Acts, enabled);
    QWidget window;
    VisitActions actions(&window, nullptr);
    DayEntry entry = syntheticday::card(u"1"_s, u"Somebody"_s, u"s1"_s, 540, 30);
    entry.visit.state = state;
    const auto all = [](Permission) { return true; };
    actions.setVisit(&entry, all);
    for (int act = VisitActions::Open; act <= VisitActions::Unmatch; ++act)
        QCOMPARE(actions.action(VisitActions::Act(act))->isEnabled(),
                 enabled.contains(VisitActions::Act(act)));
    entry.visit.undo = UndoStep();
    entry.visit.conflict = SlotConflict();
    actions.setVisit(&entry, all);
    QVERIFY(actions.action(VisitActions::Undo)->isEnabled());
    QVERIFY(actions.action(VisitActions::Decide)->isEnabled());
    // A match made at this desk is taken back until there is an order.
    DayEntry matched = entry;
    matched.appointment.strangerId = u"dt-1"_s;
    matched.hasOrder = false;
    actions.setVisit(&matched, all);
    QVERIFY(actions.action(VisitActions::Unmatch)->isEnabled());
    matched.hasOrder = true;
    actions.setVisit(&matched, all);
    QVERIFY(!actions.action(VisitActions::Unmatch)->isEnabled());
    // Who waits for a slot gets one before anything else.
    if (state == VisitState::Booked) {
        DayEntry waiting = entry;
        waiting.appointment.slot.start = waiting.appointment.slot.end = QDateTime();
        actions.setVisit(&waiting, all);
        QCOMPARE(VisitActions::nextAct(waiting), VisitActions::Move);
        QVERIFY(actions.action(VisitActions::Move)->isEnabled());
        QVERIFY(!actions.action(VisitActions::CheckIn)->isEnabled());
        QVERIFY(!actions.action(VisitActions::NoShow)->isEnabled());
    }
    // Whoever is not matched with a patient can be, by those who may edit patients.
    entry.appointment.patient = PatientId();
    actions.setVisit(&entry, all);
    QVERIFY(actions.action(VisitActions::Match)->isEnabled());
    actions.setVisit(&entry,
                     [](Permission permission) { return permission == Permission::RunVisit; });
    QVERIFY(!actions.action(VisitActions::Match)->isEnabled());
}

void TestVisitActions::nothingWithoutRights()
{
    QWidget window;
    VisitActions actions(&window, nullptr);
    const DayEntry entry = syntheticday::card(u"1"_s, u"Somebody"_s, u"s1"_s, 540, 30);
    actions.setVisit(&entry, [](Permission) { return false; });
    QVERIFY(actions.action(VisitActions::Open)->isEnabled());
    QVERIFY(!actions.action(VisitActions::CheckIn)->isEnabled());
    QVERIFY(!actions.action(VisitActions::Cancel)->isEnabled());
    // Whoever runs visits but does not book checks in, but moves nothing.
    actions.setVisit(&entry,
                     [](Permission permission) { return permission == Permission::RunVisit; });
    QVERIFY(actions.action(VisitActions::CheckIn)->isEnabled());
    QVERIFY(!actions.action(VisitActions::Move)->isEnabled());
}

void TestVisitActions::nothingWithoutAVisit()
{
    QWidget window;
    VisitActions actions(&window, nullptr);
    for (int act = VisitActions::Open; act <= VisitActions::Unmatch; ++act)
        QVERIFY(!actions.action(VisitActions::Act(act))->isEnabled());
}

void TestVisitActions::everyActIsInTheMenuWithItsOwnKey()
{
    QWidget window;
    VisitActions actions(&window, nullptr);
    QMenu menu;
    actions.fill(&menu);
    QSet<QString> keys;
    for (int act = VisitActions::Open; act <= VisitActions::Unmatch; ++act) {
        QAction *action = actions.action(VisitActions::Act(act));
        QVERIFY(menu.actions().contains(action));
        QVERIFY(!action->text().isEmpty());
        if (action->shortcut().isEmpty())
            continue;
        QVERIFY(!keys.contains(action->shortcut().toString()));
        keys.insert(action->shortcut().toString());
    }
    QCOMPARE(keys.size(), 10); // Open has the day view's own Enter
}

void TestVisitActions::triggeringAsks()
{
    QWidget window;
    VisitActions actions(&window, nullptr);
    QSignalSpy asked(&actions, &VisitActions::requested);
    const DayEntry entry = syntheticday::card(u"1"_s, u"Somebody"_s, u"s1"_s, 540, 30);
    actions.setVisit(&entry, [](Permission) { return true; });
    actions.action(VisitActions::CheckIn)->trigger();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<VisitActions::Act>(), VisitActions::CheckIn);
}

QTEST_MAIN(TestVisitActions)
#include "tst_visitactions.moc"

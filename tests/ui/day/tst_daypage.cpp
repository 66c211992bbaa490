// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/day/daymodel.h"
#include "ui/day/daypage.h"
#include "ui/day/slotqueue.h"
#include "ui/day/waitinglist.h"

#include <QApplication>
#include <QDialog>
#include <QJsonObject>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

//! The page around the day view: days shown and counted, what is remembered, the two lists below,
//! and steps with their undo.
class TestDayPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void spansShowTheirDaysAndCountThem();
    void whatWasShownIsRestored();
    void aVisitOfAnotherDayIsSelectedOnceItIsThere();
    void focusGivenByTheProgramChoosesNoCard();
    void aStepIsSaidWithItsUndo();
    void aWaitingVisitIsDraggedOntoTheDayAndBack();

private:
    VisitId booked(const std::function<bool(const DayEntry &)> &wanted) const;
    VisitState state(const VisitId &id) const;

    std::unique_ptr<SimulatedDesk> m_clinic;
    Desk m_desk;
    std::unique_ptr<DayPage> m_page;
    QList<Message> m_said;
};

void TestDayPage::initTestCase()
{
    m_clinic = std::make_unique<SimulatedDesk>();
    m_clinic->open();
    m_clinic->readIn();
    m_desk = deskOfWindows(m_clinic->desk());
    m_page = std::make_unique<DayPage>(m_desk);
    connect(m_page.get(), &DayPage::said, this,
            [this](const Message &message) { m_said.append(message); });
    m_page->resize(760, 760);
    m_page->show();
    m_page->reload();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->counts().appointments > 0, 20000);
}

void TestDayPage::cleanupTestCase()
{
    m_page.reset();
    m_clinic.reset();
}

VisitId TestDayPage::booked(const std::function<bool(const DayEntry &)> &wanted) const
{
    for (const DayEntry &entry : m_page->model()->entries()) {
        if (entry.visit.state == VisitState::Booked && entry.appointment.slot.isGiven()
            && !entry.appointment.patient.isEmpty() && wanted(entry))
            return entry.visit.id;
    }
    return {};
}

VisitState TestDayPage::state(const VisitId &id) const
{
    const DayEntry *entry = m_page->model()->entry(id);
    return entry ? entry->visit.state : VisitState::Cancelled;
}

void TestDayPage::spansShowTheirDaysAndCountThem()
{
    const QDate today = m_page->today();
    const int ofToday = m_page->counts().appointments;
    QCOMPARE(m_page->dates(), QList<QDate>{today});
    m_page->actions().threeDays->trigger();
    QCOMPARE(m_page->dates(), (QList<QDate>{today, today.addDays(1), today.addDays(2)}));
    QTRY_VERIFY_WITH_TIMEOUT(m_page->counts().appointments > ofToday, 10000);
    m_page->actions().week->trigger();
    QCOMPARE(m_page->dates().first().dayOfWeek(), int(Qt::Monday));
    m_page->actions().next->trigger();
    QCOMPARE(m_page->date(), today.addDays(7));
    m_page->actions().today->trigger();
    m_page->actions().day->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->counts().appointments, ofToday, 10000);
}

void TestDayPage::whatWasShownIsRestored()
{
    m_page->actions().byRoom->trigger();
    m_page->actions().threeDays->trigger();
    m_page->view()->setZoom(1.5);
    const QVariantMap kept = m_page->viewState();
    DayPage other(m_desk);
    other.restoreViewState(kept);
    QCOMPARE(other.span(), DayPage::Span::ThreeDays);
    QVERIFY(other.actions().byRoom->isChecked());
    QCOMPARE(other.view()->zoom(), 1.5);
    // Nonsense in the file is no reason to stay away.
    other.restoreViewState({{u"span"_s, 99}, {u"zoom"_s, -3}});
    QVERIFY(other.view()->zoom() > 0);
    m_page->actions().byRoom->trigger();
    m_page->actions().day->trigger();
    m_page->view()->setZoom(1);
}

void TestDayPage::aVisitOfAnotherDayIsSelectedOnceItIsThere()
{
    const QDate day = m_page->today().addDays(1);
    const Result<QList<DayEntry>> entries =
        SimulatedDesk::await(m_desk.visits->days(day, day.addDays(1)));
    QVERIFY(entries && !entries->isEmpty());
    const VisitId wanted = entries->last().visit.id;
    m_page->showVisit(wanted, day);
    // As the window does when a dialog closes: the keys come back before the cards are there.
    m_page->setFocus();
    QTRY_COMPARE_WITH_TIMEOUT(m_page->view()->selected(), wanted, 10000);
    QCOMPARE(m_page->date(), day);
    m_page->actions().today->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!m_page->model()->entry(wanted), 10000);
}

void TestDayPage::focusGivenByTheProgramChoosesNoCard()
{
    m_page->view()->select({});
    m_page->view()->clearFocus();
    m_page->setFocus();
    QVERIFY(m_page->view()->selected().isEmpty());
    m_page->view()->clearFocus();
    m_page->view()->setFocus(Qt::TabFocusReason);
    QVERIFY(!m_page->view()->selected().isEmpty());
}

void TestDayPage::aStepIsSaidWithItsUndo()
{
    const VisitId id = booked([](const DayEntry &) { return true; });
    QVERIFY(!id.isEmpty());
    m_page->view()->select(id);
    m_said.clear();
    m_page->perform(VisitActions::Next);
    QTRY_COMPARE_WITH_TIMEOUT(state(id), VisitState::Arrived, 10000);
    QTRY_VERIFY(!m_said.isEmpty());
    QVERIFY(m_said.constLast().action);
    m_said.constLast().action();
    QTRY_COMPARE_WITH_TIMEOUT(state(id), VisitState::Booked, 10000);
    QVERIFY(m_clinic->drained());
}

void TestDayPage::aWaitingVisitIsDraggedOntoTheDayAndBack()
{
    const VisitId id = booked([](const DayEntry &entry) {
        return entry.appointment.origin == Appointment::Origin::DentalTap;
    });
    QVERIFY(!id.isEmpty());
    const QString record =
        m_clinic->detail(id).visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    QCOMPARE(m_clinic->simulator().edit({{u"system"_s, u"dentaltap"_s},
                                         {u"collection"_s, u"appointments"_s},
                                         {u"id"_s, record},
                                         {u"fields"_s, QJsonObject{{u"status"_s, u"buffered"_s}}}}),
             QString());
    QVERIFY(SimulatedDesk::await(m_desk.readingIn->run(Service::DentalTap)));
    auto *queue = m_page->findChild<SlotQueue *>();
    QTRY_VERIFY_WITH_TIMEOUT(queue->isVisible() && queue->count() == 1, 10000);
    QListView *list = queue->list();
    const QPoint row = list->visualRect(list->model()->index(0, 0)).center();
    QTest::mousePress(list->viewport(), Qt::LeftButton, {}, row);
    DayView *view = m_page->view();
    QWidget *grid = view->viewport();
    const auto at = [&](const QPoint &inGrid) {
        return list->viewport()->mapFromGlobal(grid->mapToGlobal(inGrid));
    };
    const QPoint place(grid->width() / 2, grid->height() * 2 / 3);
    QTest::mouseMove(list->viewport(), at(place - QPoint(0, 20)));
    QTRY_VERIFY(view->isMoving());
    QTest::mouseMove(list->viewport(), at({2, 2}));
    QVERIFY(!view->isMoving()); // outside the grid it is in no place
    QTest::mouseMove(list->viewport(), at(place));
    QVERIFY(view->isMoving());
    m_said.clear();
    QSignalSpy moves(view, &DayView::moveRequested);
    QTest::mouseRelease(list->viewport(), Qt::LeftButton, {}, at(place));
    QCOMPARE(moves.count(), 1);
    QCOMPARE(moves[0][0].value<VisitId>(), id);
    // Where it was let go somebody may be already: the page asks, a person says so all the same.
    const auto isPlaced = [&] {
        if (QWidget *question = QApplication::activeModalWidget())
            static_cast<QDialog *>(question)->accept();
        const DayEntry *entry = m_page->model()->entry(id);
        return entry && entry->appointment.slot.isGiven();
    };
    if (!QTest::qWaitFor(isPlaced, 3000)) {
        // A box whose button was not pressed moves nothing: put it into a free time by the rules.
        QVERIFY(SimulatedDesk::await(m_desk.booking->move(id, m_clinic->freeSlot(), false)));
        QTRY_VERIFY_WITH_TIMEOUT(isPlaced(), 10000);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!queue->isVisible(), 10000);
    m_page->view()->select(id);
    m_page->perform(VisitActions::Undo);
    QTRY_VERIFY_WITH_TIMEOUT(queue->isVisible() && queue->count() == 1, 10000);
    QVERIFY(m_clinic->drained());
}

QTEST_MAIN(TestDayPage)
#include "tst_daypage.moc"

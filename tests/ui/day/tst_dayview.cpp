// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/day/syntheticday.h"
#include "ui/day/daymodel.h"
#include "ui/day/dayview.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <memory>

using namespace Qt::StringLiterals;

//! The painted day under mouse and keyboard.
class TestDayView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void clickSelectsACard();
    void arrowKeysWalkCards();
    void enterAndDoubleClickOpen();
    void dragMovesByFiveMinutes();
    void dragToAnotherSurgeonTakesTheirRoom();
    void dragOfTheLowerEdgeChangesTheLength();
    void escapeLeavesTheCardWhereItWas();
    void keysPickUpAndPutDown();
    void altArrowStartsAMove();
    void whoWaitsForASlotIsPlacedByKeys();
    void whoWaitsForASlotIsPlacedByMouse();
    void closedCardsStay();
    void readOnlyDayMovesNothing();
    void doubleClickOnFreeTimeGivesASlot();
    void controlWheelZooms();
    void removedCardIsDeselected();
    void contextMenuKeyNamesTheSelectedCard();
    void screenReadersFindEveryCard();
    void aFullDayPaintsInBothPalettes();

private:
    QRect card(const QString &id) const { return m_view->cardRect(VisitId(id)); }
    QWidget *pad() const { return m_view->viewport(); }
    int pixels(int minutes) const
    {
        return qRound(minutes * m_view->scene().frame.pixelsPerMinute);
    }
    //! Somebody of the waiting list for a slot, chosen and picked up.
    VisitId pickedUp();
    void drag(const QPoint &from, const QPoint &to, bool release = true);
    static int startMinute(const Slot &slot)
    {
        return minuteOf(slot.start, QDate(2026, 11, 23), QTimeZone(syntheticday::zone()));
    }

    std::unique_ptr<DayModel> m_model;
    std::unique_ptr<DayView> m_view;
};

void TestDayView::init()
{
    m_model = std::make_unique<DayModel>();
    m_model->setEntries(syntheticday::design());
    DayView::Clinic clinic;
    clinic.zone = QTimeZone(syntheticday::zone());
    clinic.hours = syntheticday::hours();
    clinic.clock = syntheticday::now;
    m_view = std::make_unique<DayView>(m_model.get(), clinic);
    m_view->setColumns(dayColumns({QDate(2026, 11, 23)}, DayGrouping::Surgeon,
                                  syntheticday::providers(), {}, m_model->entries(), clinic.zone,
                                  {}, {}),
                       DayGrouping::Surgeon);
    m_view->setBusy(syntheticday::busy());
    m_view->resize(780, 760);
    m_view->show();
    m_view->activateWindow();
    m_view->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    m_view->scrollToNow();
}

void TestDayView::cleanup()
{
    m_view.reset();
    m_model.reset();
}

void TestDayView::drag(const QPoint &from, const QPoint &to, bool release)
{
    QTest::mousePress(pad(), Qt::LeftButton, {}, from);
    QTest::mouseMove(pad(), (from + to) / 2);
    QTest::mouseMove(pad(), to);
    if (release)
        QTest::mouseRelease(pad(), Qt::LeftButton, {}, to);
}

void TestDayView::clickSelectsACard()
{
    QSignalSpy selected(m_view.get(), &DayView::selectionChanged);
    QTest::mouseClick(pad(), Qt::LeftButton, {}, card(u"v2"_s).center());
    QCOMPARE(m_view->selected(), VisitId(u"v2"_s));
    QCOMPARE(selected.count(), 1);
    QTest::mouseClick(pad(), Qt::LeftButton, {},
                      QPoint(card(u"v2"_s).center().x(), card(u"v3"_s).top() - 6));
    QCOMPARE(m_view->selected(), VisitId());
}

void TestDayView::arrowKeysWalkCards()
{
    m_view->select(VisitId(u"v1"_s));
    const QList<QPair<Qt::Key, QString>> walk{
        {Qt::Key_Down, u"v2"_s},   {Qt::Key_Down, u"v3"_s},   {Qt::Key_Down, u"v3"_s},
        {Qt::Key_Up, u"v2"_s},     {Qt::Key_Right, u"v5"_s},  {Qt::Key_Right, u"v9"_s},
        {Qt::Key_Right, u"v12"_s}, {Qt::Key_Right, u"v12"_s}, {Qt::Key_Home, u"v11"_s},
        {Qt::Key_End, u"v13"_s},   {Qt::Key_Left, u"v10"_s}};
    for (const auto &[key, id] : walk) {
        QTest::keyClick(m_view.get(), key);
        QCOMPARE(m_view->selected(), VisitId(id));
    }
    QVERIFY(pad()->rect().contains(card(u"v10"_s).topLeft()));
}

void TestDayView::enterAndDoubleClickOpen()
{
    QSignalSpy opened(m_view.get(), &DayView::opened);
    m_view->select(VisitId(u"v5"_s));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QTest::mouseDClick(pad(), Qt::LeftButton, {}, card(u"v2"_s).center());
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened[1][0].value<VisitId>(), VisitId(u"v2"_s));
}

void TestDayView::dragMovesByFiveMinutes()
{
    QSignalSpy moved(m_view.get(), &DayView::moveRequested);
    const QPoint from = card(u"v3"_s).center();
    drag(from, from + QPoint(3, pixels(32)));
    QCOMPARE(moved.count(), 1);
    const Slot slot = moved[0][1].value<Slot>();
    QCOMPARE(moved[0][0].value<VisitId>(), VisitId(u"v3"_s));
    QCOMPARE(startMinute(slot), 690);
    QCOMPARE(slot.minutes(), 60);
    QCOMPARE(slot.provider, ProviderId(u"s1"_s));
    QVERIFY(!m_view->isMoving());
}

void TestDayView::dragToAnotherSurgeonTakesTheirRoom()
{
    QSignalSpy moved(m_view.get(), &DayView::moveRequested);
    const QPoint from = card(u"v3"_s).center();
    const QPoint to(card(u"v12"_s).center().x(), from.y());
    drag(from, to, false);
    QVERIFY(m_view->isMoving());
    QCOMPARE(m_view->scene().ghost->column, 3);
    QTest::mouseRelease(pad(), Qt::LeftButton, {}, to);
    QCOMPARE(moved.count(), 1);
    const Slot slot = moved[0][1].value<Slot>();
    QCOMPARE(slot.provider, ProviderId(u"s4"_s));
    QCOMPARE(slot.room, RoomId(u"r4"_s));
    QCOMPARE(startMinute(slot), 660);
}

void TestDayView::dragOfTheLowerEdgeChangesTheLength()
{
    QSignalSpy moved(m_view.get(), &DayView::moveRequested);
    const QPoint edge(card(u"v2"_s).center().x(), card(u"v2"_s).bottom() - 1);
    drag(edge, edge + QPoint(0, pixels(15)));
    QCOMPARE(moved.count(), 1);
    QCOMPARE(moved[0][1].value<Slot>().minutes(), 45);
    QCOMPARE(startMinute(moved[0][1].value<Slot>()), 600);
}

void TestDayView::escapeLeavesTheCardWhereItWas()
{
    QSignalSpy moved(m_view.get(), &DayView::moveRequested);
    const QPoint from = card(u"v3"_s).center();
    drag(from, from + QPoint(0, 60), false);
    QVERIFY(m_view->isMoving());
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->isMoving());
    QTest::mouseRelease(pad(), Qt::LeftButton, {}, from + QPoint(0, 60));
    QCOMPARE(moved.count(), 0);
}

void TestDayView::keysPickUpAndPutDown()
{
    QSignalSpy moved(m_view.get(), &DayView::moveRequested);
    m_view->select(VisitId(u"v5"_s));
    m_view->pickUp();
    QVERIFY(m_view->isMoving());
    QTest::keyClick(m_view.get(), Qt::Key_Left);
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Up);
    QVERIFY(m_view->scene().ghost->taken); // 10:40–11:10 meets the card at 11:00
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(moved.count(), 1);
    const Slot slot = moved[0][1].value<Slot>();
    QCOMPARE(startMinute(slot), 640);
    QCOMPARE(slot.minutes(), 35);
    QCOMPARE(slot.provider, ProviderId(u"s1"_s));
}

void TestDayView::altArrowStartsAMove()
{
    QSignalSpy moved(m_view.get(), &DayView::moveRequested);
    m_view->select(VisitId(u"v5"_s));
    QTest::keyClick(m_view.get(), Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(startMinute(moved[0][1].value<Slot>()), 635);
}

VisitId TestDayView::pickedUp()
{
    QList<DayEntry> entries = syntheticday::design();
    DayEntry waiting = syntheticday::card(u"w1"_s, u"Zoé Attente"_s,
                                          syntheticday::providers().at(1).id.value, 540, 30);
    waiting.appointment.slot.start = QDateTime();
    waiting.appointment.slot.end = QDateTime();
    entries.append(waiting);
    m_model->setEntries(entries);
    m_view->select(waiting.visit.id);
    m_view->pickUp();
    return waiting.visit.id;
}

void TestDayView::whoWaitsForASlotIsPlacedByKeys()
{
    QSignalSpy moved(m_view.get(), &DayView::moveRequested);
    const VisitId id = pickedUp();
    QVERIFY(m_view->scene().ghost);
    QCOMPARE(m_view->scene().ghost->column, 1);
    const int start = m_view->scene().ghost->startMinute;
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(moved[0][0].value<VisitId>(), id);
    const Slot slot = moved[0][1].value<Slot>();
    QCOMPARE(slot.provider, syntheticday::providers().at(1).id);
    QCOMPARE(startMinute(slot), start + 5);
    QCOMPARE(slot.minutes(), 30);
    QVERIFY(!m_view->scene().ghost);
    // Escape sets it down nowhere.
    m_view->pickUp();
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->scene().ghost);
    QCOMPARE(moved.count(), 1);
}

void TestDayView::whoWaitsForASlotIsPlacedByMouse()
{
    QSignalSpy moved(m_view.get(), &DayView::moveRequested);
    const VisitId id = pickedUp();
    const QPoint at = card(u"v2"_s).center();
    QTest::mouseMove(pad(), at);
    QTRY_VERIFY(m_view->scene().ghost && m_view->scene().ghost->column == 0);
    QTest::mouseClick(pad(), Qt::LeftButton, {}, at);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(moved[0][0].value<VisitId>(), id);
    QCOMPARE(moved[0][1].value<Slot>().provider, syntheticday::providers().at(0).id);
    QVERIFY(!m_view->scene().ghost);
}

void TestDayView::closedCardsStay()
{
    QSignalSpy moved(m_view.get(), &DayView::moveRequested);
    const QPoint from = card(u"v4"_s).center() + QPoint(0, 10);
    drag(from, from + QPoint(0, 60));
    QCOMPARE(m_view->selected(), VisitId(u"v4"_s));
    m_view->pickUp();
    QVERIFY(!m_view->isMoving());
    QCOMPARE(moved.count(), 0);
}

void TestDayView::readOnlyDayMovesNothing()
{
    QSignalSpy moved(m_view.get(), &DayView::moveRequested);
    QSignalSpy chosen(m_view.get(), &DayView::slotChosen);
    m_view->setEditable(false);
    const QPoint from = card(u"v3"_s).center();
    drag(from, from + QPoint(0, 60));
    QTest::mouseDClick(pad(), Qt::LeftButton, {}, QPoint(from.x(), card(u"v3"_s).top() - 6));
    QCOMPARE(moved.count(), 0);
    QCOMPARE(chosen.count(), 0);
}

void TestDayView::doubleClickOnFreeTimeGivesASlot()
{
    QSignalSpy chosen(m_view.get(), &DayView::slotChosen);
    // The free half hour between 10:30 and 11:00 of the first column.
    QTest::mouseDClick(pad(), Qt::LeftButton, {},
                       QPoint(card(u"v3"_s).center().x(), card(u"v3"_s).top() - pixels(12)));
    QCOMPARE(chosen.count(), 1);
    const Slot slot = chosen[0][0].value<Slot>();
    QCOMPARE(startMinute(slot), 645);
    QCOMPARE(slot.minutes(), 30);
    QCOMPARE(slot.provider, ProviderId(u"s1"_s));
    QCOMPARE(slot.room, RoomId(u"r1"_s));
}

void TestDayView::controlWheelZooms()
{
    const int before = card(u"v1"_s).height();
    QWheelEvent wheel(QPointF(300, 300), m_view->mapToGlobal(QPointF(300, 300)), {}, {0, 120},
                      Qt::NoButton, Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(pad(), &wheel);
    QVERIFY(card(u"v1"_s).height() > before);
    m_view->setZoom(1);
    QCOMPARE(card(u"v1"_s).height(), before);
}

void TestDayView::removedCardIsDeselected()
{
    m_view->select(VisitId(u"v5"_s));
    m_view->pickUp();
    QList<DayEntry> day = m_model->entries();
    day.removeAt(5);
    m_model->setEntries(day);
    QCOMPARE(m_view->selected(), VisitId());
    QVERIFY(!m_view->isMoving());
}

void TestDayView::contextMenuKeyNamesTheSelectedCard()
{
    QSignalSpy menu(m_view.get(), &DayView::menuRequested);
    m_view->select(VisitId(u"v2"_s));
    QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(m_view.get(), &key);
    QCOMPARE(menu.count(), 1);
    QContextMenuEvent mouse(QContextMenuEvent::Mouse, card(u"v9"_s).center(),
                            pad()->mapToGlobal(card(u"v9"_s).center()));
    QApplication::sendEvent(pad(), &mouse);
    QCOMPARE(menu.count(), 2);
    QCOMPARE(menu[1][0].value<VisitId>(), VisitId(u"v9"_s));
}

void TestDayView::screenReadersFindEveryCard()
{
    QAccessibleInterface *day = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(day);
    QCOMPARE(day->role(), QAccessible::List);
    QCOMPARE(day->childCount(), m_model->rowCount());
    m_view->select(VisitId(u"v1"_s));
    bool found = false;
    for (int i = 0; i < day->childCount(); ++i) {
        QAccessibleInterface *child = day->child(i);
        QVERIFY(child && child->isValid());
        QCOMPARE(child->role(), QAccessible::ListItem);
        QCOMPARE(day->indexOfChild(child), i);
        const QString name = child->text(QAccessible::Name);
        QVERIFY(!name.isEmpty());
        if (!name.startsWith(u"Jean-Baptiste Lefèvre"_s))
            continue;
        found = true;
        QVERIFY(name.contains(u"In treatment"_s));
        QVERIFY(child->state().selected);
        QCOMPARE(day->childAt(child->rect().center().x(), child->rect().center().y()), child);
        QSignalSpy opened(m_view.get(), &DayView::opened);
        child->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(opened.count(), 1);
    }
    QVERIFY(found);
}

void TestDayView::aFullDayPaintsInBothPalettes()
{
    m_model->setEntries(syntheticday::full(60));
    QCOMPARE(m_view->scene().places.size(), 60);
    QList<QImage> pictures;
    for (const QColor &window : {QColor(Qt::white), QColor(Qt::black)}) {
        QPalette palette = m_view->palette();
        palette.setColor(QPalette::Window, window);
        m_view->setPalette(palette);
        pictures.append(m_view->grab().toImage());
    }
    QVERIFY(pictures[0] != pictures[1]);
    m_model->setEntries({});
    QVERIFY(m_view->grab().toImage() != pictures[1]);
}

QTEST_MAIN(TestDayView)
#include "tst_dayview.moc"

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"
#include "tests/ui/booking/deskofwindows.h"
#include "ui/booking/walkindialog.h"
#include "ui/day/daymodel.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QLineEdit>
#include <QProcess>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;

//! The window under a window manager: the pointer and the keys are the X server's own (xdotool), so
//! that focus, grabs and modality are what a person meets.
class TestOnScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void aDraggedCardGetsItsNewTime();
    void theLowerEdgeChangesTheLength();
    void aDialogKeepsTheWindowBehindIt();
    void theTabKeyWalksTheWholeWindow();

private:
    static bool tool(const QStringList &words);
    //! A place of a widget on the screen, as two words.
    static QStringList at(const QWidget *widget, const QPoint &place);
    bool drag(const QPoint &from, const QPoint &to);
    //! A card of the day with free time after it, high enough for a grip, in sight.
    VisitId movable();

    std::unique_ptr<SimulatedDesk> m_clinic;
    std::unique_ptr<MainWindow> m_window;
};

bool TestOnScreen::tool(const QStringList &words)
{
    QProcess process;
    process.start(u"xdotool"_s, words);
    // The window answers in this thread.
    const bool ended =
        QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 10000);
    return ended && process.exitCode() == 0;
}

QStringList TestOnScreen::at(const QWidget *widget, const QPoint &place)
{
    const QPoint global = widget->mapToGlobal(place);
    return {QString::number(global.x()), QString::number(global.y())};
}

void TestOnScreen::initTestCase()
{
    QCOMPARE(QGuiApplication::platformName(), u"xcb"_s);
    m_clinic = std::make_unique<SimulatedDesk>();
    m_clinic->open();
    m_clinic->readIn();
    m_window = std::make_unique<MainWindow>(deskOfWindows(m_clinic->desk()));
    m_window->resize(1500, 900);
    m_window->show();
    m_window->startUpdating();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->dayPage()->counts().appointments > 0, 20000);
}

void TestOnScreen::cleanupTestCase()
{
    m_window.reset();
    m_clinic.reset();
}

void TestOnScreen::init()
{
    delete m_window->walkInDialog(); // of a test that failed
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

VisitId TestOnScreen::movable()
{
    DayView *view = m_window->dayPage()->view();
    const QRect inSight = view->viewport()->rect().adjusted(0, 60, 0, -120);
    for (const DayEntry &entry : view->model()->entries()) {
        if (entry.visit.state != VisitState::Booked)
            continue;
        // The half hour after it has to be free.
        Slot longer = entry.appointment.slot;
        longer.end = longer.end.addSecs(1800);
        const auto problems =
            SimulatedDesk::await(m_clinic->desk().booking()->problems(longer, entry.visit.id));
        if (!problems || !problems->isEmpty())
            continue;
        QScrollBar *bar = view->verticalScrollBar();
        bar->setValue(bar->value() + view->cardRect(entry.visit.id).center().y()
                      - inSight.center().y());
        const QRect card = view->cardRect(entry.visit.id);
        if (card.height() >= 24 && inSight.contains(card))
            return entry.visit.id;
    }
    return {};
}

bool TestOnScreen::drag(const QPoint &from, const QPoint &to)
{
    const QWidget *pad = m_window->dayPage()->view()->viewport();
    // In small steps, as a hand does.
    QStringList words =
        QStringList{u"mousemove"_s} + at(pad, from) + QStringList{u"mousedown"_s, u"1"_s};
    for (int step = 1; step <= 8; ++step)
        words += QStringList{u"mousemove"_s} + at(pad, from + (to - from) * step / 8)
            + QStringList{u"sleep"_s, u"0.02"_s};
    return tool(words + QStringList{u"mouseup"_s, u"1"_s});
}

void TestOnScreen::aDraggedCardGetsItsNewTime()
{
    DayView *view = m_window->dayPage()->view();
    QTRY_VERIFY_WITH_TIMEOUT(!movable().isEmpty(), 10000);
    const VisitId id = movable();
    const Slot before = m_clinic->detail(id).entry.appointment.slot;
    const QPoint from = view->cardRect(id).center();
    const int halfHour = qRound(30 * view->scene().frame.pixelsPerMinute);
    QVERIFY(drag(from, from + QPoint(0, halfHour)));
    const auto moved = [&] { return m_clinic->detail(id).entry.appointment.slot.start; };
    QTRY_COMPARE_WITH_TIMEOUT(moved(), before.start.addSecs(1800), 10000);
    QCOMPARE(m_clinic->detail(id).entry.appointment.slot.minutes(), before.minutes());
    QVERIFY(!view->isMoving());
}

void TestOnScreen::theLowerEdgeChangesTheLength()
{
    DayView *view = m_window->dayPage()->view();
    QTRY_VERIFY_WITH_TIMEOUT(!movable().isEmpty(), 10000);
    const VisitId id = movable();
    const Slot before = m_clinic->detail(id).entry.appointment.slot;
    const QRect card = view->cardRect(id);
    const QPoint edge(card.center().x(), card.bottom() - 1);
    QVERIFY(tool(QStringList{u"mousemove"_s} + at(view->viewport(), edge)));
    QTRY_COMPARE_WITH_TIMEOUT(view->viewport()->cursor().shape(), Qt::SizeVerCursor, 5000);
    QVERIFY(drag(edge, edge + QPoint(0, qRound(15 * view->scene().frame.pixelsPerMinute))));
    const auto length = [&] { return m_clinic->detail(id).entry.appointment.slot.minutes(); };
    QTRY_COMPARE_WITH_TIMEOUT(length(), before.minutes() + 15, 10000);
    QCOMPARE(m_clinic->detail(id).entry.appointment.slot.start, before.start);
}

void TestOnScreen::aDialogKeepsTheWindowBehindIt()
{
    DayView *view = m_window->dayPage()->view();
    const VisitId id = movable();
    QVERIFY(!id.isEmpty());
    view->select({});
    QVERIFY(tool({u"key"_s, u"ctrl+n"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->walkInDialog(), 5000);
    WalkInDialog *dialog = m_window->walkInDialog();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    // A click into the day behind it selects nothing.
    const QRect frame = dialog->frameGeometry();
    QPoint free(20, view->viewport()->height() - 10);
    const QPoint card = view->cardRect(id).center();
    if (!frame.contains(view->viewport()->mapToGlobal(card)))
        free = card;
    QVERIFY(tool(QStringList{u"mousemove"_s} + at(view->viewport(), free)
                 + QStringList{u"click"_s, u"1"_s}));
    auto *patient = dialog->findChild<QLineEdit *>(u"patient"_s);
    // A window manager may have given the window behind the keys; a click takes them back.
    QVERIFY(tool(QStringList{u"mousemove"_s} + at(patient, patient->rect().center())
                 + QStringList{u"click"_s, u"1"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(dialog->isActiveWindow(), 5000);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), static_cast<QWidget *>(patient), 5000);
    QVERIFY(tool({u"type"_s, u"--delay"_s, u"40"_s, u"gar"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(patient->text(), u"gar"_s, 5000);
    QVERIFY(view->selected().isEmpty());
    // A second Ctrl+N opens no second one.
    QVERIFY(tool({u"key"_s, u"ctrl+n"_s}));
    QCOMPARE(m_window->walkInDialog(), dialog);
    QVERIFY(tool({u"key"_s, u"ctrl+a"_s, u"BackSpace"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(patient->text().isEmpty(), 5000);
    QVERIFY(tool({u"key"_s, u"Escape"_s}));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->walkInDialog(), 5000);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->isActiveWindow(), 5000);
}

void TestOnScreen::theTabKeyWalksTheWholeWindow()
{
    DayView *view = m_window->dayPage()->view();
    view->setFocus();
    QList<QWidget *> seen;
    for (int i = 0; i < 80; ++i) {
        QWidget *before = QApplication::focusWidget();
        QVERIFY2(before, "the focus is lost");
        if (seen.contains(before))
            break;
        seen.append(before);
        QVERIFY(tool({u"key"_s, u"Tab"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::focusWidget() != before, 5000);
    }
    QVERIFY2(seen.size() < 80, "the Tab key never comes round");
    QStringList names;
    for (const QWidget *widget : std::as_const(seen))
        names.append(QString(QLatin1String(widget->metaObject()->className()) + u' '
                             + widget->accessibleName()));
    QVERIFY2(QApplication::focusWidget() == seen.first(), qPrintable(names.join(u", "_s)));
    QVERIFY(seen.size() > 8);
    for (const QWidget *widget : std::as_const(seen))
        QVERIFY2(widget->isVisible(), widget->metaObject()->className());
    // And back.
    QVERIFY(tool({u"key"_s, u"shift+Tab"_s}));
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), seen.last(), 5000);
}

QTEST_MAIN(TestOnScreen)
#include "tst_onscreen.moc"

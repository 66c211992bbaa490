// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/toothchart/syntheticmouth.h"
#include "ui/toothchart/chartview.h"

#include <QAccessible>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

//! A chart under the mouse and the keys.
class TestChartView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void arrowsWalkBothArches();
    void arrowsWalkPrimaryTeethBetweenThePermanentOnes();
    void homeAndEndGoToTheEndsOfTheRow();
    void aTypedNumberJumps_data();
    void aTypedNumberJumps();
    void lettersAreNoToothInFdi();
    void escapeForgetsTheChoice();
    void controlAndShiftExtendTheChoice();
    void shiftAndArrowsExtendTheChoice();
    void aMarqueeChoosesSeveralTeeth();
    void aMarqueeWithControlAddsToTheChoice();
    void enterAndDoubleClickOpenTheTooth();
    void theWheelZoomsAroundThePointer();
    void aFittedChartFollowsTheWindow();
    void spaceAndTheMiddleButtonMoveTheChart();
    void keysBringTheirToothIntoSight();
    void hoveringRepaintsOnlyWhatChanged();
    void thePictureIsSharpAtEachRatio();
    void eachToothIsAccessible();
    void withoutATeethNothingBreaks();

private:
    static void wheel(ChartView *view, QPoint at, int delta, Qt::KeyboardModifiers modifiers)
    {
        QWheelEvent event(at, view->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(view->viewport(), &event);
    }
    static QList<int> numbers(const QList<teeth::Tooth> &teeth)
    {
        QList<int> list;
        for (const teeth::Tooth &tooth : teeth)
            list.append(tooth.fdi);
        return list;
    }
    void show(const DentalProfile &profile, teeth::Notation notation = teeth::Notation::Fdi)
    {
        m_view->setNotation(notation);
        m_view->setChart(ChartScene(profile, Odontogram::View::Dental, notation), profile);
    }
    QPoint middle(int fdi) const { return m_view->toothRect({fdi, false}).center(); }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_view.get(), Qt::Key(key), modifiers);
    }

    std::unique_ptr<ChartView> m_view;
};

void TestChartView::init()
{
    m_view = std::make_unique<ChartView>();
    m_view->resize(1200, 640);
    m_view->show();
    m_view->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    show(syntheticmouth::healthyAdult());
}

void TestChartView::arrowsWalkBothArches()
{
    QTRY_COMPARE(m_view->current().fdi, 18);
    key(Qt::Key_Right);
    QCOMPARE(numbers(m_view->selected()), QList{17});
    key(Qt::Key_Left);
    key(Qt::Key_Left);
    QCOMPARE(m_view->current().fdi, 18);
    for (const int wanted : {17, 16, 15, 14, 13, 12, 11, 21, 22, 23, 24, 25, 26, 27, 28, 28}) {
        key(Qt::Key_Right);
        QCOMPARE(m_view->current().fdi, wanted);
    }
    key(Qt::Key_Down);
    QCOMPARE(m_view->current().fdi, 38);
    for (const int wanted : {37, 36, 35, 34, 33, 32, 31, 41, 42, 43, 44, 45, 46, 47, 48, 48}) {
        key(Qt::Key_Left);
        QCOMPARE(m_view->current().fdi, wanted);
    }
    key(Qt::Key_Up);
    QCOMPARE(m_view->current().fdi, 18);
}

void TestChartView::arrowsWalkPrimaryTeethBetweenThePermanentOnes()
{
    show(syntheticmouth::complete(dental::Dentition::Mixed));
    m_view->select({{11, false}});
    key(Qt::Key_Down);
    QCOMPARE(m_view->current().fdi, 51);
    key(Qt::Key_Down);
    QCOMPARE(m_view->current().fdi, 81);
    key(Qt::Key_Down);
    QCOMPARE(m_view->current().fdi, 41);
    key(Qt::Key_Down);
    QCOMPARE(m_view->current().fdi, 41);
}

void TestChartView::homeAndEndGoToTheEndsOfTheRow()
{
    m_view->select({{34, false}});
    key(Qt::Key_Home);
    QCOMPARE(m_view->current().fdi, 48);
    key(Qt::Key_End);
    QCOMPARE(m_view->current().fdi, 38);
    key(Qt::Key_Home, Qt::ControlModifier);
    QCOMPARE(m_view->current().fdi, 18);
    QCOMPARE(numbers(m_view->selected()), QList{18});
    key(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(m_view->current().fdi, 38);
}

void TestChartView::aTypedNumberJumps_data()
{
    QTest::addColumn<teeth::Notation>("notation");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("fdi");
    QTest::newRow("FDI") << teeth::Notation::Fdi << u"36"_s << 36;
    QTest::newRow("FDI, one after the other") << teeth::Notation::Fdi << u"3611"_s << 11;
    QTest::newRow("FDI, Universal with its sign") << teeth::Notation::Fdi << u"#19"_s << 36;
    QTest::newRow("Universal") << teeth::Notation::Universal << u"19"_s << 36;
    QTest::newRow("Universal with its sign") << teeth::Notation::Universal << u"#19"_s << 36;
    QTest::newRow("Universal, one figure") << teeth::Notation::Universal << u"8"_s << 11;
    QTest::newRow("Universal, a letter") << teeth::Notation::Universal << u"t"_s << 85;
    QTest::newRow("Palmer") << teeth::Notation::Palmer << u"LL6"_s << 36;
    QTest::newRow("Palmer, small letters") << teeth::Notation::Palmer << u"ur1"_s << 11;
    QTest::newRow("Palmer, primary") << teeth::Notation::Palmer << u"LRE"_s << 85;
}

void TestChartView::aTypedNumberJumps()
{
    QFETCH(teeth::Notation, notation);
    QFETCH(QString, typed);
    QFETCH(int, fdi);
    show(syntheticmouth::complete(dental::Dentition::Mixed), notation);
    QTest::keyClicks(m_view.get(), typed);
    QCOMPARE(m_view->current().fdi, fdi);
    QCOMPARE(numbers(m_view->selected()), QList{fdi});
}

void TestChartView::lettersAreNoToothInFdi()
{
    QTest::keyClicks(m_view.get(), u"x"_s);
    QVERIFY(m_view->selected().isEmpty());
    QTest::keyClicks(m_view.get(), u"36"_s);
    QCOMPARE(numbers(m_view->selected()), QList{36});
}

void TestChartView::escapeForgetsTheChoice()
{
    m_view->select({{36, false}, {46, false}});
    key(Qt::Key_Escape);
    QVERIFY(m_view->selected().isEmpty());
}

void TestChartView::controlAndShiftExtendTheChoice()
{
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middle(16));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, middle(26));
    QCOMPARE(numbers(m_view->selected()), (QList{16, 26}));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, middle(16));
    QCOMPARE(numbers(m_view->selected()), QList{26});
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, middle(13));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, middle(22));
    QCOMPARE(numbers(m_view->selected()), (QList{13, 12, 11, 21, 22}));
    // Beside the teeth nothing is chosen.
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(2, 2));
    QVERIFY(m_view->selected().isEmpty());
}

void TestChartView::shiftAndArrowsExtendTheChoice()
{
    m_view->select({{13, false}});
    key(Qt::Key_Right, Qt::ShiftModifier);
    key(Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(numbers(m_view->selected()), (QList{13, 12, 11}));
    key(Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(m_view->current().fdi, 21);
    QCOMPARE(m_view->selected().size(), 3);
    key(Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(numbers(m_view->selected()), (QList{13, 12, 11, 21}));
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_view->selected().size(), 32);
}

void TestChartView::aMarqueeChoosesSeveralTeeth()
{
    const QPoint from = m_view->toothRect({13, false}).topLeft() - QPoint(2, 2);
    const QPoint to = m_view->toothRect({11, false}).center();
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(m_view->viewport(), (from + to) / 2);
    QTest::mouseMove(m_view->viewport(), to);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, to);
    const QList<int> chosen = numbers(m_view->selected());
    QVERIFY(chosen.contains(13) && chosen.contains(12) && chosen.contains(11));
    QVERIFY(!chosen.contains(21) && !chosen.contains(15) && !chosen.contains(43));
}

void TestChartView::aMarqueeWithControlAddsToTheChoice()
{
    m_view->select({{36, false}});
    const QPoint from = m_view->toothRect({17, false}).center();
    const QPoint to = m_view->toothRect({16, false}).center();
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, from);
    QTest::mouseMove(m_view->viewport(), (from + to) / 2);
    QMouseEvent move(QEvent::MouseMove, to, m_view->viewport()->mapToGlobal(to), Qt::NoButton,
                     Qt::LeftButton, Qt::ControlModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &move);
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, to);
    QCOMPARE(numbers(m_view->selected()), (QList{17, 16, 36}));
}

void TestChartView::enterAndDoubleClickOpenTheTooth()
{
    const QSignalSpy opened(m_view.get(), &ChartView::activated);
    m_view->select({{36, false}});
    key(Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, middle(21));
    QCOMPARE(opened.size(), 2);
    QCOMPARE(opened.last().first().value<teeth::Tooth>().fdi, 21);
}

void TestChartView::theWheelZoomsAroundThePointer()
{
    QVERIFY(m_view->isFitted());
    const double before = m_view->zoom();
    m_view->setZoom(before * 3);
    QTest::keyClicks(m_view.get(), u"24"_s);
    const QPoint at = middle(24);
    for (int i = 0; i < 3; ++i)
        wheel(m_view.get(), at, 120, Qt::ControlModifier);
    QVERIFY(!m_view->isFitted());
    QVERIFY(m_view->zoom() > before * 2);
    QVERIFY(m_view->toothRect({24, false}).contains(at));
    key(Qt::Key_Minus);
    key(Qt::Key_Plus);
    QVERIFY(m_view->zoom() > before * 2);
    m_view->fit();
    QCOMPARE(m_view->zoom(), before);
    // Without Ctrl it scrolls.
    wheel(m_view.get(), at, 120, Qt::NoModifier);
    QCOMPARE(m_view->zoom(), before);
}

void TestChartView::aFittedChartFollowsTheWindow()
{
    const double before = m_view->zoom();
    m_view->resize(600, 320);
    QTRY_VERIFY(m_view->zoom() < before);
    for (const teeth::Tooth &tooth : m_view->scene().teeth())
        QVERIFY(m_view->viewport()->rect().contains(m_view->toothRect(tooth)));
}

void TestChartView::spaceAndTheMiddleButtonMoveTheChart()
{
    m_view->setZoom(m_view->zoom() * 3);
    const auto drag = [this](Qt::MouseButton button) {
        const int before = m_view->horizontalScrollBar()->value();
        const QPoint from = m_view->viewport()->rect().center();
        QTest::mousePress(m_view->viewport(), button, {}, from);
        QTest::mouseMove(m_view->viewport(), from - QPoint(30, 0));
        QTest::mouseMove(m_view->viewport(), from - QPoint(60, 0));
        QTest::mouseRelease(m_view->viewport(), button, {}, from - QPoint(60, 0));
        return m_view->horizontalScrollBar()->value() - before;
    };
    QCOMPARE(drag(Qt::MiddleButton), 60);
    QVERIFY(m_view->selected().isEmpty());
    QTest::keyPress(m_view.get(), Qt::Key_Space);
    QCOMPARE(drag(Qt::LeftButton), 60);
    QTest::keyRelease(m_view.get(), Qt::Key_Space);
    QVERIFY(m_view->selected().isEmpty());
}

void TestChartView::keysBringTheirToothIntoSight()
{
    m_view->setZoom(m_view->zoom() * 5);
    for (const QString &number : {u"18"_s, u"38"_s, u"48"_s, u"28"_s}) {
        QTest::keyClicks(m_view.get(), number);
        QVERIFY(m_view->viewport()->rect().intersects(m_view->toothRect(m_view->current())));
    }
}

//! What was painted, in all.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *watched) { watched->installEventFilter(this); }
    QRegion painted;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        return false;
    }
};

void TestChartView::hoveringRepaintsOnlyWhatChanged()
{
    QTest::mouseMove(m_view->viewport(), middle(16));
    QTRY_VERIFY(m_view->hovered() && m_view->hovered()->tooth.fdi == 16);
    // What is still to be painted for it is painted now.
    m_view->viewport()->repaint();
    PaintWatch watch(m_view->viewport());
    QTest::mouseMove(m_view->viewport(), middle(17));
    QTRY_VERIFY(m_view->hovered()->tooth.fdi == 17);
    QTRY_VERIFY(!watch.painted.isEmpty());
    const QRect both = m_view->toothRect({16, false}).united(m_view->toothRect({17, false}));
    QVERIFY(both.adjusted(-8, -8, 8, 8).contains(watch.painted.boundingRect()));
}

void TestChartView::thePictureIsSharpAtEachRatio()
{
    for (const double ratio : {1.0, 2.0}) {
        QImage image(m_view->size() * ratio, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(Qt::transparent);
        m_view->render(&image);
        QVERIFY(!image.isNull());
    }
    // A line of the drawing stays as thin as it was when the chart is three times as large: the
    // picture is drawn anew, not stretched.
    m_view->setZoom(m_view->zoom() * 3);
    const QImage drawn = m_view->grab().toImage();
    QSet<QRgb> inARow;
    for (int x = 0; x < drawn.width(); ++x)
        inARow.insert(drawn.pixel(x, drawn.height() / 2));
    QVERIFY(inARow.size() > 2);
}

void TestChartView::eachToothIsAccessible()
{
    show(syntheticmouth::cariesAndFillings());
    QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(chart);
    QCOMPARE(chart->childCount(), m_view->scene().teeth().size());
    QSet<QString> names;
    for (int i = 0; i < chart->childCount(); ++i) {
        QAccessibleInterface *tooth = chart->child(i);
        QVERIFY(tooth && tooth->isValid());
        QCOMPARE(chart->indexOfChild(tooth), i);
        names.insert(tooth->text(QAccessible::Name));
        QVERIFY(tooth->rect().isValid());
        QCOMPARE(chart->childAt(tooth->rect().center().x(), tooth->rect().center().y()), tooth);
    }
    QCOMPARE(names.size(), chart->childCount());
    const auto named = [&](const QString &part) {
        for (const QString &name : std::as_const(names)) {
            if (name.contains(part))
                return name;
        }
        return QString();
    };
    QVERIFY2(named(u"Tooth 16"_s).contains(u"caries"_s, Qt::CaseInsensitive),
             qPrintable(named(u"Tooth 16"_s)));
    QVERIFY(named(u"Tooth 36"_s).contains(u"extracted"_s, Qt::CaseInsensitive));
    // It is chosen and reached through the same interface.
    QAccessibleInterface *first = chart->child(0);
    first->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QVERIFY(first->state().selected);
    QVERIFY(first->state().focused);
    QCOMPARE(chart->focusChild(), first);
}

void TestChartView::withoutATeethNothingBreaks()
{
    m_view->setChart({}, {});
    m_view->setEmptyText(u"There is nothing."_s);
    for (const int each : {Qt::Key_Left, Qt::Key_Home, Qt::Key_Return, Qt::Key_Plus, Qt::Key_3})
        key(each);
    QTest::mouseMove(m_view->viewport(), {50, 50});
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {50, 50});
    m_view->fit();
    QVERIFY(!m_view->grab().isNull());
    QCOMPARE(QAccessible::queryAccessibleInterface(m_view.get())->childCount(), 0);
}

QTEST_MAIN(TestChartView)
#include "tst_chartview.moc"

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>
#include <cmath>

using namespace Qt::StringLiterals;

//! Text can be read in light and dark: contrast as WCAG 2 reckons it, at least 4.5.
class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textStandsOutFromItsGround_data();
    void textStandsOutFromItsGround();
    void edgesAndMarksCanBeTold_data();
    void edgesAndMarksCanBeTold();

private:
    static double luminance(const QColor &colour);
    static double contrast(const QColor &a, const QColor &b);
};

double TestTheme::luminance(const QColor &colour)
{
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(double(colour.redF())) + 0.7152 * part(double(colour.greenF()))
        + 0.0722 * part(double(colour.blueF()));
}

double TestTheme::contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

void TestTheme::textStandsOutFromItsGround_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        applyAppearance(*qApp, appearance);
        const QPalette palette = QApplication::palette();
        const Theme &theme = Theme::of(palette);
        QCOMPARE(theme.dark, appearance == Appearance::Dark);
        const QByteArray name = enumName(appearance).toLatin1();
        const auto row = [&name](const char *what, const QColor &text, const QColor &ground) {
            QTest::addRow("%s, %s", name.constData(), what) << text << ground;
        };
        const auto role = [&palette](QPalette::ColorRole each) { return palette.color(each); };
        row("window", role(QPalette::WindowText), role(QPalette::Window));
        row("field", role(QPalette::Text), role(QPalette::Base));
        row("every other row", role(QPalette::Text), role(QPalette::AlternateBase));
        row("placeholder", role(QPalette::PlaceholderText), role(QPalette::Base));
        row("button", role(QPalette::ButtonText), role(QPalette::Button));
        row("link", role(QPalette::Link), role(QPalette::Base));
        row("visited link", role(QPalette::LinkVisited), role(QPalette::Base));
        row("tool tip", role(QPalette::ToolTipText), role(QPalette::ToolTipBase));
        row("muted on the window", theme.muted, role(QPalette::Window));
        row("muted on a field", theme.muted, role(QPalette::Base));
        row("message", role(QPalette::WindowText), theme.infoFill);
        row("warning", role(QPalette::WindowText), theme.warningFill);
        row("danger", role(QPalette::WindowText), theme.dangerFill);
        row("deep pocket", theme.chart.deep, role(QPalette::Base));
        row("different tooth", role(QPalette::Text), theme.chart.differentFill);
        row("different tooth's recession", theme.muted, theme.chart.differentFill);
        row("different tooth's depth", theme.chart.deep, theme.chart.differentFill);
        for (const auto &[what, stage] :
             {std::pair("booked", theme.booked), std::pair("arrived", theme.arrived),
              std::pair("waiting long", theme.waitingLong),
              std::pair("waiting too long", theme.waitingTooLong),
              std::pair("in treatment", theme.inTreatment),
              std::pair("awaiting invoice", theme.awaitingInvoice),
              std::pair("closed", theme.closed)}) {
            row(what, stage.text, stage.fill);
            row(QByteArray(what + QByteArray(", muted")).constData(), stage.muted, stage.fill);
        }
    }
}

void TestTheme::textStandsOutFromItsGround()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double found = contrast(text, ground);
    QVERIFY2(found >= 4.5, QByteArray::number(found));
}

void TestTheme::edgesAndMarksCanBeTold_data()
{
    QTest::addColumn<QColor>("mark");
    QTest::addColumn<QColor>("ground");
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        applyAppearance(*qApp, appearance);
        const QPalette palette = QApplication::palette();
        const Theme &theme = Theme::of(palette);
        const QByteArray name = enumName(appearance).toLatin1();
        const QColor base = palette.color(QPalette::Base);
        QTest::addRow("%s, now", name.constData()) << theme.nowLine << base;
        QTest::addRow("%s, fine", name.constData()) << theme.ok << palette.color(QPalette::Window);
        QTest::addRow("%s, failed", name.constData())
            << theme.danger << palette.color(QPalette::Window);
        QTest::addRow("%s, selection", name.constData())
            << palette.color(QPalette::Highlight) << base;
        QTest::addRow("%s, selected text", name.constData())
            << palette.color(QPalette::HighlightedText) << palette.color(QPalette::Highlight);
        const ChartColours &chart = theme.chart;
        const QColor accent = palette.color(QPalette::Link);
        const auto on = [&name](const char *what, const QColor &mark,
                                std::initializer_list<QColor> grounds) {
            int number = 0;
            for (const QColor &ground : grounds)
                QTest::addRow("%s, chart, %s %d", name.constData(), what, ++number)
                    << mark << ground;
        };
        on("tooth", chart.edge, {base, chart.enamel, chart.root, chart.rootTip});
        on("ghost", chart.ghost, {base});
        on("unknown", chart.unknown, {chart.unknownFill, chart.unknownHatch});
        on("metal", chart.metalEdge, {base, chart.metal});
        on("caries", chart.caries, {base, chart.enamel, chart.enamelNeck});
        on("pits", chart.enamel, {chart.caries});
        on("condition", chart.condition, {chart.enamel, chart.enamelNeck});
        on("filling", chart.restoration,
           {chart.enamel, chart.enamelNeck, chart.root, chart.rootTip, chart.restorationFill});
        on("planned", accent, {base, chart.enamel});
        on("done", chart.doneToday, {base, chart.enamel, chart.restorationFill});
        on("scan", chart.scan, {base});
        on("different", chart.different, {base, chart.differentFill});
        on("margin", chart.gum, {base, chart.enamel, chart.root});
        on("attachment", chart.attachment, {base, chart.root, chart.rootTip});
        on("bleeding", chart.deep, {base});
        on("suppuration", chart.suppuration, {base});
        on("plaque", chart.plaque, {base});
        on("calculus", chart.calculus, {base});
    }
}

void TestTheme::edgesAndMarksCanBeTold()
{
    QFETCH(QColor, mark);
    QFETCH(QColor, ground);
    const double found = contrast(mark, ground);
    QVERIFY2(found >= 3.0, QByteArray::number(found));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"

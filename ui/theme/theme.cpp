// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/deskstyle.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(value);
}

StageColours stage(unsigned fill, unsigned edge, unsigned text, unsigned muted)
{
    return {rgb(fill), rgb(edge), rgb(text), rgb(muted)};
}

ChartColours lightChart()
{
    ChartColours chart;
    chart.enamel = rgb(0xfffefb);
    chart.enamelNeck = rgb(0xf7f1e4);
    chart.root = rgb(0xf3e9d6);
    chart.rootTip = rgb(0xeadcc3);
    chart.edge = rgb(0x6d6a70);
    chart.fine = rgb(0xa9a39a);
    chart.ghost = rgb(0x858e9a);
    chart.unknown = rgb(0x6b7684);
    chart.unknownFill = rgb(0xf3f5f8);
    chart.unknownHatch = rgb(0xd5dbe3);
    chart.metal = rgb(0xcdd5de);
    chart.metalEdge = rgb(0x55606e);
    chart.caries = rgb(0xc4231a);
    chart.condition = rgb(0xa65a00);
    chart.restoration = rgb(0x2363b4);
    chart.restorationFill = rgb(0xd9e8fb);
    chart.doneToday = rgb(0x12803f);
    chart.scan = rgb(0x6a48c2);
    chart.different = rgb(0x9a2a86);
    chart.differentFill = rgb(0xfaeaf7);
    chart.gum = rgb(0xc0396b);
    chart.attachment = rgb(0x2363b4);
    chart.pocket = QColor(0x5c, 0x9c, 0xe6, 0x48);
    chart.deepPocket = QColor(0xcf, 0x34, 0x28, 0x60);
    chart.deep = rgb(0xc4231a);
    chart.suppuration = rgb(0xa86400);
    chart.plaque = rgb(0x2b6cb8);
    chart.calculus = rgb(0x6a6259);
    chart.millimetres = QColor(0x30, 0x40, 0x58, 0x2c);
    return chart;
}

ChartColours darkChart()
{
    ChartColours chart;
    chart.enamel = rgb(0x434a54);
    chart.enamelNeck = rgb(0x3d434b);
    chart.root = rgb(0x363a3f);
    chart.rootTip = rgb(0x302f30);
    chart.edge = rgb(0xb0b4b8);
    chart.fine = rgb(0x757c86);
    chart.ghost = rgb(0x8791a0);
    chart.unknown = rgb(0xa5afbd);
    chart.unknownFill = rgb(0x282e37);
    chart.unknownHatch = rgb(0x3d4652);
    chart.metal = rgb(0x5d6977);
    chart.metalEdge = rgb(0xc2ccd8);
    chart.caries = rgb(0xff8074);
    chart.condition = rgb(0xf2a93b);
    chart.restoration = rgb(0x7db5ff);
    chart.restorationFill = rgb(0x294668);
    chart.doneToday = rgb(0x4fd089);
    chart.scan = rgb(0xbca6ff);
    chart.different = rgb(0xf08fdd);
    chart.differentFill = rgb(0x3d2439);
    chart.gum = rgb(0xff8fb4);
    chart.attachment = rgb(0x7db5ff);
    chart.pocket = QColor(0x5c, 0x9c, 0xe6, 0x58);
    chart.deepPocket = QColor(0xff, 0x6a, 0x5c, 0x70);
    chart.deep = rgb(0xff8074);
    chart.suppuration = rgb(0xf2b84b);
    chart.plaque = rgb(0x7db5ff);
    chart.calculus = rgb(0xc4b8a8);
    chart.millimetres = QColor(0xd0, 0xdc, 0xec, 0x2c);
    return chart;
}

Theme lightTheme()
{
    Theme theme;
    theme.booked = stage(0xebf2fc, 0x5c9ce6, 0x16202e, 0x4d5b6e);
    theme.arrived = stage(0xe0f4f4, 0x0f94a0, 0x16202e, 0x43606a);
    theme.waitingLong = stage(0xfff2db, 0xd98708, 0x16202e, 0x6e5420);
    theme.waitingTooLong = stage(0xfde7e4, 0xcf3428, 0x16202e, 0x862a22);
    theme.inTreatment = stage(0xe3f5ec, 0x1c9a54, 0x16202e, 0x3f6350);
    theme.awaitingInvoice = stage(0xf0ebfb, 0x7a5bd0, 0x16202e, 0x5a4a85);
    theme.closed = stage(0xf0f1f3, 0xa9b0ba, 0x565f6c, 0x606975);
    theme.grid = rgb(0xe9ecf0);
    theme.gridFine = rgb(0xf3f5f7);
    theme.frame = rgb(0xdfe3e8);
    theme.offHours = rgb(0xf6f7f9);
    theme.hatch = rgb(0xc3c9d1);
    theme.nowLine = rgb(0xc8281e);
    theme.muted = rgb(0x5b6675);
    theme.selected = rgb(0xdfebfa);
    theme.ok = rgb(0x1c9a54);
    theme.warning = rgb(0xd98708);
    theme.danger = rgb(0xcf3428);
    theme.infoFill = rgb(0xe7f0fd);
    theme.warningFill = rgb(0xfff2db);
    theme.dangerFill = rgb(0xfde7e4);
    theme.chart = lightChart();
    return theme;
}

Theme darkTheme()
{
    Theme theme;
    theme.dark = true;
    theme.booked = stage(0x1c2d44, 0x5c9ce6, 0xe8ebf0, 0xaab6c6);
    theme.arrived = stage(0x133439, 0x25a9b5, 0xe8ebf0, 0xa3bfc3);
    theme.waitingLong = stage(0x3b2d12, 0xe0930f, 0xf2ece0, 0xcdb98f);
    theme.waitingTooLong = stage(0x451d1a, 0xe8574b, 0xf6e7e5, 0xe0aaa4);
    theme.inTreatment = stage(0x15342a, 0x27ab62, 0xe8ebf0, 0xa2c2b2);
    theme.awaitingInvoice = stage(0x2d2546, 0x967be6, 0xeceaf4, 0xbbb0d8);
    theme.closed = stage(0x2a3038, 0x7f8894, 0xb3bac4, 0x9aa3af);
    theme.grid = rgb(0x343b45);
    theme.gridFine = rgb(0x2a3038);
    theme.frame = rgb(0x3a424d);
    theme.offHours = rgb(0x1b1f26);
    theme.hatch = rgb(0x505a67);
    theme.nowLine = rgb(0xe8574b);
    theme.muted = rgb(0xa0aab7);
    theme.selected = rgb(0x24405f);
    theme.ok = rgb(0x2fb56b);
    theme.warning = rgb(0xe0930f);
    theme.danger = rgb(0xf0665a);
    theme.infoFill = rgb(0x1d2f4a);
    theme.warningFill = rgb(0x3b2d12);
    theme.dangerFill = rgb(0x451d1a);
    theme.chart = darkChart();
    return theme;
}

QPalette palette(bool dark)
{
    const auto pick = [dark](unsigned light, unsigned night) { return rgb(dark ? night : light); };
    QPalette result;
    result.setColor(QPalette::Window, pick(0xfbfcfd, 0x20252c));
    result.setColor(QPalette::WindowText, pick(0x16202e, 0xe8ebf0));
    result.setColor(QPalette::Base, pick(0xffffff, 0x22272f));
    result.setColor(QPalette::AlternateBase, pick(0xf6f8fa, 0x272d35));
    result.setColor(QPalette::Text, pick(0x16202e, 0xe8ebf0));
    result.setColor(QPalette::PlaceholderText, pick(0x6a7482, 0x98a2af));
    result.setColor(QPalette::Button, pick(0xffffff, 0x2b313a));
    result.setColor(QPalette::ButtonText, pick(0x16202e, 0xe8ebf0));
    result.setColor(QPalette::BrightText, pick(0xffffff, 0xffffff));
    result.setColor(QPalette::Light, pick(0xffffff, 0x3a424d));
    result.setColor(QPalette::Midlight, pick(0xe9ecf0, 0x343b45));
    result.setColor(QPalette::Mid, pick(0xc9cfd7, 0x4a5461));
    result.setColor(QPalette::Dark, pick(0xa9b0ba, 0x14171c));
    result.setColor(QPalette::Shadow, pick(0x6a7482, 0x0c0e11));
    result.setColor(QPalette::Highlight, pick(0x0b61c8, 0x2a76e0));
    result.setColor(QPalette::HighlightedText, rgb(0xffffff));
    result.setColor(QPalette::Link, pick(0x0b61c8, 0x6fb0ff));
    result.setColor(QPalette::LinkVisited, pick(0x6b4fb8, 0xb39df0));
    result.setColor(QPalette::ToolTipBase, pick(0xffffff, 0x2b313a));
    result.setColor(QPalette::ToolTipText, pick(0x16202e, 0xe8ebf0));
    const QColor faded = pick(0x98a1ad, 0x6c7683);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, faded);
    result.setColor(QPalette::Disabled, QPalette::Highlight, pick(0xc9cfd7, 0x4a5461));
    return result;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

} // namespace

const Theme &Theme::of(const QPalette &palette)
{
    static const Theme light = lightTheme();
    static const Theme night = darkTheme();
    return isDark(palette) ? night : light;
}

WaitLevel waitLevel(int minutes, int amberMinutes, int redMinutes)
{
    if (minutes >= redMinutes)
        return WaitLevel::TooLong;
    return minutes >= amberMinutes ? WaitLevel::Long : WaitLevel::Fine;
}

const StageColours &stageColours(const Theme &theme, VisitState state, WaitLevel level)
{
    switch (state) {
    case VisitState::Booked:
        return theme.booked;
    case VisitState::Arrived:
        switch (level) {
        case WaitLevel::Fine:
            return theme.arrived;
        case WaitLevel::Long:
            return theme.waitingLong;
        case WaitLevel::TooLong:
            return theme.waitingTooLong;
        }
        break;
    case VisitState::InTreatment:
        return theme.inTreatment;
    case VisitState::AwaitingInvoice:
        return theme.awaitingInvoice;
    case VisitState::Invoiced:
    case VisitState::ClosedNoCharge:
    case VisitState::NoShow:
    case VisitState::Cancelled:
        break;
    }
    return theme.closed;
}

QFont smallFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

void applyAppearance(QApplication &application, Appearance appearance)
{
    // The desktop's own palette, before ours replaces it.
    static const bool darkDesktop = isDark(QApplication::palette());
    static bool styled = false;
    if (!styled) {
        styled = true;
        QApplication::setStyle(new DeskStyle);
        QFont font(u"Inter"_s);
        font.setPointSizeF(QApplication::font().pointSizeF());
        // At these sizes its kerning comes to less than a pixel, and costs a third of a first
        // picture. Scripts that cannot be written without shaping are shaped all the same.
        font.setStyleStrategy(QFont::PreferNoShaping);
        if (font.exactMatch())
            QApplication::setFont(font);
    }
    const bool dark =
        appearance == Appearance::Dark || (appearance == Appearance::System && darkDesktop);
    application.setPalette(palette(dark));
}

#include "moc_theme.cpp"

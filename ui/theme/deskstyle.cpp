// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/deskstyle.h"

#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr char primaryProperty[] = "primary";
constexpr qreal radius = 5;

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(float(a.redF() * (1 - share) + b.redF() * share),
                            float(a.greenF() * (1 - share) + b.greenF() * share),
                            float(a.blueF() * (1 - share) + b.blueF() * share));
}

void drawRounded(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line,
                 qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(width > 0 ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    const qreal inset = width > 0 ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void drawPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const QPalette &palette = option->palette;
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool hovered = enabled && (option->state & QStyle::State_MouseOver);
    const bool sunken = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool focused = option->state & QStyle::State_HasFocus;
    const QColor text = palette.color(QPalette::WindowText);
    if (isPrimary(widget)) {
        QColor fill = palette.color(QPalette::Highlight);
        if (sunken)
            fill = mixed(fill, Qt::black, 0.2);
        else if (hovered)
            fill = mixed(fill, Qt::white, 0.1);
        drawRounded(painter, option->rect, fill, text, focused ? 2 : 0);
        return;
    }
    QColor fill = palette.color(QPalette::Button);
    if (sunken)
        fill = mixed(fill, text, 0.12);
    else if (hovered)
        fill = mixed(fill, text, 0.05);
    const QColor line = focused ? palette.color(QPalette::Highlight) : palette.color(QPalette::Mid);
    drawRounded(painter, option->rect, fill, line, focused ? 2 : 1);
}

} // namespace

DeskStyle::DeskStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) { }

void DeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawPanel(option, painter, widget);
        return;
    case PE_PanelButtonTool:
        if (option->state & (State_Sunken | State_On | State_MouseOver | State_HasFocus)
            || !(option->state & State_AutoRaise))
            drawPanel(option, painter, widget);
        return;
    case PE_FrameLineEdit:
    case PE_PanelLineEdit: {
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            element == PE_PanelLineEdit && frame && frame->lineWidth <= 0) {
            painter->fillRect(option->rect, option->palette.base());
            return;
        }
        const bool focused = option->state & State_HasFocus;
        drawRounded(painter, option->rect, option->palette.color(QPalette::Base),
                    option->palette.color(focused ? QPalette::Highlight : QPalette::Mid),
                    focused ? 2 : 1);
        return;
    }
    case PE_FrameFocusRect:
        // Panels show their focus themselves; a ring is left for check boxes, tabs and the like.
        if (qobject_cast<const QPushButton *>(widget) || qobject_cast<const QToolButton *>(widget))
            return;
        break;
    case PE_FrameStatusBarItem:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void DeskStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    if (element == CE_PushButtonLabel && isPrimary(widget)) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy = *button;
            copy.palette.setColor(QPalette::ButtonText,
                                  option->palette.color(QPalette::HighlightedText));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

int DeskStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                           const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SplitterWidth:
        return 5;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize DeskStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int line = option ? option->fontMetrics.height() : 0;
    switch (type) {
    case CT_PushButton:
        result.rwidth() += line;
        result.setHeight(qMax(result.height(), line + qRound(line * 0.75)));
        break;
    case CT_LineEdit:
    case CT_ComboBox:
        result.setHeight(qMax(result.height(), line + qRound(line * 0.75)));
        break;
    default:
        break;
    }
    return result;
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returned) const
{
    if (hint == SH_EtchDisabledText)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

void setPrimary(QWidget *button, bool primary)
{
    button->setProperty(primaryProperty, primary);
}

bool isPrimary(const QWidget *button)
{
    return button && button->property(primaryProperty).toBool();
}

#include "moc_deskstyle.cpp"

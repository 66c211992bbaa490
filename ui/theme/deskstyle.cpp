// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/deskstyle.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr char primaryProperty[] = "primary";
constexpr qreal radius = 5;
constexpr int cellAir = 5; //!< left and right of the text in a cell of a list or table

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    return QColor::fromRgbF(float(a.redF() * (1 - share) + b.redF() * share),
                            float(a.greenF() * (1 - share) + b.greenF() * share),
                            float(a.blueF() * (1 - share) + b.blueF() * share));
}

void drawRounded(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line,
                 qreal width, qreal corner = radius)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(width > 0 ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    const qreal inset = width > 0 ? width / 2 : 0;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), corner, corner);
    painter->restore();
}

//! A tick box whose edge can be seen on either ground: Fusion derives its own from the window's
//! colour, which is no contrast in the dark.
void drawTickBox(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const bool ticked = option->state & QStyle::State_On;
    const bool partly = option->state & QStyle::State_NoChange;
    const bool focused = option->state & QStyle::State_HasFocus;
    const QColor line = palette.color(focused ? QPalette::Highlight : QPalette::PlaceholderText);
    const QColor fill = palette.color(ticked || partly ? QPalette::Highlight : QPalette::Base);
    const int side = qMin(option->rect.width(), option->rect.height());
    const QRect box =
        QStyle::alignedRect(option->direction, Qt::AlignCenter, QSize(side, side), option->rect);
    drawRounded(painter, box, fill, line, focused ? 2 : 1, 3);
    if (!ticked && !partly)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(palette.color(QPalette::HighlightedText), side / 8.0, Qt::SolidLine,
                         Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](qreal x, qreal y) {
        return QPointF(box.left() + x * side, box.top() + y * side);
    };
    if (ticked)
        painter->drawPolyline(QPolygonF({at(0.25, 0.52), at(0.43, 0.7), at(0.76, 0.32)}));
    else
        painter->drawLine(at(0.27, 0.5), at(0.73, 0.5));
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
        // A primary that stays down (the chosen time) is chosen, not pressed.
        QColor fill = palette.color(QPalette::Highlight);
        if (option->state & QStyle::State_Sunken)
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

//! The room between a field's frame and its text.
int visualAir(const QStyleOption *option)
{
    return option->fontMetrics.height() / 3;
}

//! A slider in a groove, without the arrow buttons: wheel, keys and the groove do their work.
QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part, int least)
{
    const bool across = bar.orientation == Qt::Horizontal;
    const int length = across ? bar.rect.width() : bar.rect.height();
    const int range = bar.maximum - bar.minimum;
    int slider = length;
    if (range > 0)
        slider = qBound(qMin(least, length),
                        int(qint64(length) * bar.pageStep / (range + bar.pageStep)), length);
    const int at = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                   length - slider, bar.upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect rect = across
            ? QRect(bar.rect.left() + from, bar.rect.top(), size, bar.rect.height())
            : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), size);
        return QStyle::visualRect(bar.direction, bar.rect, rect);
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return piece(at, slider);
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, at);
    case QStyle::SC_ScrollBarAddPage:
        return piece(at + slider, length - at - slider);
    default:
        return {};
    }
}

void drawScrollBar(const QStyle &style, const QStyleOptionComplex *option, QPainter *painter,
                   const QWidget *widget)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    const QRect slider =
        style.subControlRect(QStyle::CC_ScrollBar, option, QStyle::SC_ScrollBarSlider, widget);
    if (!(option->state & QStyle::State_Enabled) || !slider.isValid())
        return;
    const bool held = option->activeSubControls & QStyle::SC_ScrollBarSlider
        && option->state & (QStyle::State_Sunken | QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(option->palette.color(held ? QPalette::PlaceholderText : QPalette::Mid));
    const QRectF bar = QRectF(slider).adjusted(3, 3, -3, -3);
    const qreal round = qMin(bar.width(), bar.height()) / 2;
    painter->drawRoundedRect(bar, round, round);
    painter->restore();
}

} // namespace

DeskStyle::DeskStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) { }

void DeskStyle::polish(QWidget *widget)
{
    // Enter presses a button that has the keys, as it does in dialogs, which have rules of their
    // own.
    if (auto *button = qobject_cast<QPushButton *>(widget);
        button && !qobject_cast<QDialog *>(button->window()))
        button->setAutoDefault(true);
    QProxyStyle::polish(widget);
}

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
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawTickBox(option, painter);
        return;
    case PE_FrameFocusRect:
        // Panels show their focus themselves; a ring is left for check boxes, tabs and the like.
        if (qobject_cast<const QPushButton *>(widget) || qobject_cast<const QToolButton *>(widget))
            return;
        if (qobject_cast<const QAbstractItemView *>(widget)) {
            // The chosen row shows its colour; a ring is for the keys that walk without choosing.
            if (!(option->state & State_Selected))
                drawRounded(painter, option->rect, Qt::transparent,
                            option->palette.color(QPalette::Highlight), 1);
            return;
        }
        break;
    case PE_Frame:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0) {
            const bool focused = option->state & State_HasFocus
                && qobject_cast<const QAbstractScrollArea *>(widget) && !widget->focusProxy();
            drawRounded(painter, option->rect, option->palette.color(QPalette::Base),
                        option->palette.color(focused ? QPalette::Highlight : QPalette::Mid),
                        focused ? 2 : 1);
            return;
        }
        break;
    case PE_FrameStatusBarItem:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void DeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        drawScrollBar(*this, option, painter, widget);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect DeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                SubControl part, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return scrollBarPart(*bar, part, pixelMetric(PM_ScrollBarSliderMin, option, widget));
    }
    QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        rect.adjust(visualAir(option), 0, 0, 0);
    return rect;
}

QRect DeskStyle::subElementRect(SubElement element, const QStyleOption *option,
                                const QWidget *widget) const
{
    QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        rect.adjust(visualAir(option), 0, -visualAir(option), 0);
    return rect;
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
    if (element == CE_ItemViewItem) {
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            const QColor chosen = Theme::of(option->palette).selected;
            QStyleOptionViewItem copy = *item;
            for (const auto group : {QPalette::Active, QPalette::Inactive}) {
                copy.palette.setColor(group, QPalette::HighlightedText,
                                      option->palette.color(QPalette::Text));
                copy.palette.setColor(group, QPalette::Highlight, chosen);
            }
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    if (element == CE_HeaderSection) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        painter->setPen(Theme::of(option->palette).frame);
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    if (element == CE_HeaderLabel) {
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            painter->save();
            painter->setPen(Theme::of(option->palette).muted);
            const int air = cellAir + 1 - pixelMetric(PM_HeaderMargin, option, widget) / 2;
            const QRect text = option->rect.adjusted(air, 0, -air, 0);
            painter->drawText(
                text, int(header->textAlignment) | Qt::TextSingleLine,
                option->fontMetrics.elidedText(header->text, Qt::ElideRight, text.width()));
            painter->restore();
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
    case PM_FocusFrameHMargin:
        // Qt's tables and lists take it as the room beside a cell's text.
        return qobject_cast<const QAbstractItemView *>(widget)
            ? cellAir
            : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_SplitterWidth:
        return 5;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 28;
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
    case CT_ItemViewItem:
        result.setHeight(qMax(result.height(), line + qRound(line * 0.5)));
        break;
    case CT_HeaderSection:
        result.rwidth() += 2 * cellAir;
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

QIcon DeskStyle::standardIcon(StandardPixmap icon, const QStyleOption *option,
                              const QWidget *widget) const
{
    // Looking through the icon themes of the system costs a start more than its first picture.
    if (icon == SP_LineEditClearButton)
        return themedIcon(u"close"_s);
    if (icon == SP_ToolBarHorizontalExtensionButton)
        return themedIcon(u"next"_s);
    return QProxyStyle::standardIcon(icon, option, widget);
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returned) const
{
    // No icons on the buttons of boxes: they come from whatever theme the desktop has.
    if (hint == SH_EtchDisabledText || hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

void setQuiet(QLabel *label)
{
    label->setFont(smallFont(label->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(0, label->fontMetrics().height() / 2, 0, 0);
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

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navigationrail.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

//! Icon over word, tinted while it is the page shown.
class RailButton : public QToolButton
{
public:
    using QToolButton::QToolButton;

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(font());
        return {qMax(metrics.horizontalAdvance(text()) + 14, metrics.height() * 4),
                qRound(metrics.height() * 3.7)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor accent = palette().color(QPalette::Link);
        const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
        if (isChecked() || underMouse()) {
            QColor tint = accent;
            tint.setAlpha(isChecked() ? 36 : 16);
            painter.setPen(Qt::NoPen);
            painter.setBrush(tint);
            painter.drawRoundedRect(box, 6, 6);
        }
        if (hasFocus()) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box, 6, 6);
        }
        const QColor ink = isChecked() ? accent : palette().color(QPalette::WindowText);
        const QFontMetrics metrics(font());
        const int side = qRound(metrics.height() * 1.35);
        const int top = (height() - side - metrics.height() - 4) / 2;
        const QRect iconRect((width() - side) / 2, top, side, side);
        const qreal ratio = devicePixelRatioF();
        QPixmap pixmap = icon().pixmap(iconRect.size() * ratio);
        {
            QPainter recolour(&pixmap);
            recolour.setCompositionMode(QPainter::CompositionMode_SourceIn);
            recolour.fillRect(pixmap.rect(), ink);
        }
        painter.drawPixmap(iconRect, pixmap);
        painter.setPen(ink);
        painter.drawText(QRect(0, iconRect.bottom() + 4, width(), metrics.height()),
                         Qt::AlignCenter, text());
    }
};

} // namespace

NavigationRail::NavigationRail(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(6, 8, 6, 8);
    m_layout->setSpacing(4);
    m_layout->addStretch(1);
}

void NavigationRail::addPage(QAction *action)
{
    auto *button = new RailButton;
    button->setFont(smallFont(button->font()));
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    button->setText(action->iconText());
    button->setAccessibleName(action->iconText());
    button->setToolTip(QStringLiteral("%1 (%2)").arg(
        action->iconText(), action->shortcut().toString(QKeySequence::NativeText)));
    button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_layout->insertWidget(m_layout->count() - 1, button);
}

#include "moc_navigationrail.cpp"

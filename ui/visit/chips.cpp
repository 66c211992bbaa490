// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/chips.h"

#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 5;

} // namespace

Chips::Chips(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Chips::setTexts(const QStringList &texts, Tone tone)
{
    m_texts = texts;
    m_tone = tone;
    setAccessibleName(texts.join(u", "_s));
    setToolTip(texts.join(u'\n'));
    setVisible(!texts.isEmpty());
    updateGeometry();
    update();
}

QFont Chips::chipFont() const
{
    return smallFont(font());
}

QList<QRect> Chips::places(int width) const
{
    const QFontMetrics metrics(chipFont());
    const int height = metrics.height() + 6;
    QList<QRect> result;
    int x = 0;
    int y = 0;
    for (const QString &text : m_texts) {
        const int wanted = qMin(metrics.horizontalAdvance(text) + height, qMax(width, height));
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += height + gap;
        }
        result.append(QRect(x, y, wanted, height));
        x += wanted + gap;
    }
    return result;
}

int Chips::heightForWidth(int width) const
{
    return m_texts.isEmpty() ? 0 : places(width).constLast().bottom() + 1;
}

QSize Chips::sizeHint() const
{
    const QFontMetrics metrics(chipFont());
    int width = 0;
    for (const QString &text : m_texts)
        width += metrics.horizontalAdvance(text) + metrics.height() + 6 + gap;
    return {width, metrics.height() + 6};
}

QSize Chips::minimumSizeHint() const
{
    return {0, QFontMetrics(chipFont()).height() + 6};
}

void Chips::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(chipFont());
    const QList<QRect> rects = places(width());
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        StageColours colours = theme.closed;
        if (m_tone == Tone::Danger && i == 0)
            colours = theme.waitingTooLong;
        else if (m_tone == Tone::Warning || m_tone == Tone::Danger)
            colours = theme.waitingLong;
        const QRect &rect = rects.at(i);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.fill);
        painter.drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
        painter.setPen(colours.muted);
        const int inset = rect.height() / 2;
        painter.drawText(
            rect, Qt::AlignCenter,
            painter.fontMetrics().elidedText(m_texts.at(i), Qt::ElideRight, rect.width() - inset));
    }
}

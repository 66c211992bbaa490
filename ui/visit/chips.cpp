// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/chips.h"

#include "ui/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 5;

const StageColours &coloursOf(const Theme &theme, Chips::Tone tone)
{
    switch (tone) {
    case Chips::Tone::Danger:
        return theme.waitingTooLong;
    case Chips::Tone::Warning:
        return theme.waitingLong;
    case Chips::Tone::Good:
        return theme.inTreatment;
    case Chips::Tone::Info:
        return theme.booked;
    case Chips::Tone::Quiet:
        break;
    }
    return theme.closed;
}

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

QSize Chips::sizeOf(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(smallFont(font));
    const int height = metrics.height() + 6;
    return {metrics.horizontalAdvance(text) + height, height};
}

void Chips::paint(QPainter *painter, const QRect &rect, const QString &text, Tone tone,
                  const QPalette &palette)
{
    const StageColours &colours = coloursOf(Theme::of(palette), tone);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(smallFont(painter->font()));
    painter->setPen(Qt::NoPen);
    painter->setBrush(colours.fill);
    painter->drawRoundedRect(rect, rect.height() / 2.0, rect.height() / 2.0);
    painter->setPen(colours.muted);
    painter->drawText(
        rect, Qt::AlignCenter,
        painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width() - rect.height() / 2));
    painter->restore();
}

void Chips::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    const QList<QRect> rects = places(width());
    for (qsizetype i = 0; i < m_texts.size(); ++i) {
        const bool quieter = i > 0 && m_tone == Tone::Danger;
        paint(&painter, rects.at(i), m_texts.at(i), quieter ? Tone::Warning : m_tone, palette());
    }
}

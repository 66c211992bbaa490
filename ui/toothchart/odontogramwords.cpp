// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/odontogrampainter.h"

#include "ui/theme/theme.h"

#include <QPainter>

// What stands around the teeth: numbers, marks, words.

using namespace Qt::StringLiterals;
using odontogram::Layout;
using odontogram::Place;

namespace {

QString roman(int grade)
{
    switch (grade) {
    case 1:
        return u"I"_s;
    case 2:
        return u"II"_s;
    case 3:
        return u"III"_s;
    default:
        return QString::number(grade);
    }
}

} // namespace

QFont OdontogramPainter::font(int pixels, QFont::Weight weight) const
{
    QFont result = m_painter->font();
    result.setPixelSize(pixels);
    result.setWeight(weight);
    return result;
}

void OdontogramPainter::text(const QRectF &where, const QString &words, const QColor &colour,
                             const QFont &font, Qt::Alignment alignment)
{
    m_painter->setFont(font);
    m_painter->setPen(colour);
    m_painter->drawText(where, int(alignment) | Qt::TextDontClip, words);
}

void OdontogramPainter::paintNumber(const Place &place)
{
    const bool selected = isSelected(place);
    if (selected) {
        QRectF pill(0, 0, std::min(place.number.width() - 4, 40.0), 17);
        pill.moveCenter(place.number.center());
        m_painter->setPen(Qt::NoPen);
        m_painter->setBrush(m_palette.color(QPalette::Highlight));
        m_painter->drawRoundedRect(pill, 8.5, 8.5);
    }
    text(place.number, place.text,
         m_palette.color(selected ? QPalette::HighlightedText : QPalette::Text),
         font(12, selected ? QFont::DemiBold : QFont::Medium));
}

void OdontogramPainter::paintBadges(const Place &place)
{
    const int mark = Odontogram::mark(place.tooth);
    QList<std::pair<QPainterPath, QColor>> badges;
    if (m_layers.doneToday && m_marks.doneToday.contains(mark)) {
        QPainterPath tick(QPointF(-4, 0.5));
        tick.lineTo(-1, 3.5);
        tick.lineTo(4.5, -3.5);
        badges.append({tick, m_colours.doneToday});
    }
    if (m_layers.scans && m_marks.scanned.contains(mark)) {
        QPainterPath corners;
        for (const double x : {-1.0, 1.0}) {
            for (const double y : {-1.0, 1.0}) {
                corners.moveTo(x * 4, y * 1.6);
                corners.lineTo(x * 4, y * 4);
                corners.lineTo(x * 1.6, y * 4);
            }
        }
        corners.moveTo(-2, 0);
        corners.lineTo(2, 0);
        badges.append({corners, m_colours.scan});
    }
    if (m_marks.different.contains(mark)) {
        QPainterPath unequal(QPointF(-4, -1.6));
        unequal.lineTo(4, -1.6);
        unequal.moveTo(-4, 1.6);
        unequal.lineTo(4, 1.6);
        unequal.moveTo(-2.2, 4.2);
        unequal.lineTo(2.2, -4.2);
        badges.append({unequal, m_colours.different});
    }
    const double step = 12;
    QPointF centre = place.badges.center() - QPointF(step * double(badges.size() - 1) / 2, 0);
    for (const auto &[path, colour] : badges) {
        ring(path.translated(centre), pen(colour, 1.8));
        centre.rx() += step;
    }
}

void OdontogramPainter::paintMobility(const Place &place)
{
    const int grade = place.mobilityGrade().value_or(0);
    if (grade == 0)
        return;
    const QString words = roman(grade);
    const QPointF centre = place.mobility.center();
    text(place.mobility, words, m_palette.color(QPalette::Text), font(11, QFont::DemiBold));
    QPainterPath arrows;
    const double reach = 5.5 + 3.0 * double(words.size()) / 2;
    for (const double sign : {-1.0, 1.0}) {
        arrows.moveTo(centre + QPointF(sign * reach, 0));
        arrows.lineTo(centre + QPointF(sign * (reach + 5), 0));
        arrows.moveTo(centre + QPointF(sign * (reach + 2.6), -2.4));
        arrows.lineTo(centre + QPointF(sign * (reach + 5), 0));
        arrows.lineTo(centre + QPointF(sign * (reach + 2.6), 2.4));
    }
    ring(arrows, pen(m_palette.color(QPalette::Text), 1.2));
}

void OdontogramPainter::paintWords(const Layout &layout)
{
    const QColor muted = m_theme.muted;
    const QFont words = font(12);
    if (layout.middle > 0) {
        const double width = layout.size.width();
        const QRectF band(12, layout.middle - 20, width - 24, 40);
        text(band, tr("patient’s right"), muted, words, Qt::AlignLeft | Qt::AlignVCenter);
        text(band, tr("patient’s left"), muted, words, Qt::AlignRight | Qt::AlignVCenter);
        const QRectF centre(width / 2 - 60, layout.middle - 18, 120, 36);
        text(centre, tr("upper jaw"), muted, words, Qt::AlignHCenter | Qt::AlignTop);
        text(centre, tr("lower jaw"), muted, words, Qt::AlignHCenter | Qt::AlignBottom);
        m_painter->setPen(pen(m_theme.frame, 1));
        m_painter->drawLine(QPointF(110, layout.middle), QPointF(width - 110, layout.middle));
    }
    if (!layout.notPlaced.isEmpty()) {
        text(QRectF(12, layout.footer - 11, layout.size.width() - 24, 22),
             tr("Not placed: %1").arg(layout.notPlaced.join(u", "_s)),
             m_palette.color(QPalette::Text), words, Qt::AlignLeft | Qt::AlignVCenter);
    }
}

void OdontogramPainter::paintLegend(const Layout &) { }

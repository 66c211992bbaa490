// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/odontogrampainter.h"

#include "ui/theme/theme.h"
#include "ui/toothchart/odontogrammarks.h"

#include <QPainter>

// What stands around the teeth: numbers, marks, words.

using namespace Qt::StringLiterals;
using odontogram::Badge;
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

void OdontogramPainter::paintQuestion(const Place &place)
{
    if (place.presence() != dental::Presence::Unknown)
        return;
    const auto mark = [&](const QTransform &side) {
        const QPointF centre = side.map(QPointF(0, place.shape->crownHeight * 0.48));
        text(QRectF(centre - QPointF(20, 20), QSizeF(40, 40)), u"?"_s, m_colours.unknown,
             font(28, QFont::DemiBold));
    };
    mark(place.outer);
    if (place.hasOral)
        mark(place.oral);
}

void OdontogramPainter::paintBadges(const Place &place)
{
    const int mark = Odontogram::mark(place.tooth);
    QList<Badge> badges;
    if (m_layers.doneToday && m_marks.doneToday.contains(mark))
        badges.append(Badge::DoneToday);
    if (m_layers.scans && m_marks.scanned.contains(mark))
        badges.append(Badge::Scanned);
    if (m_marks.different.contains(mark))
        badges.append(Badge::Different);
    const double step = 13;
    QPointF centre = place.badges.center() - QPointF(step * double(badges.size() - 1) / 2, 0);
    for (const Badge badge : badges) {
        odontogram::drawBadge(m_painter, m_colours, badge, centre);
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
    m_painter->setPen(QPen(m_palette.color(QPalette::Text), 1.2, Qt::SolidLine, Qt::RoundCap));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawPath(arrows);
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
        m_painter->setPen(QPen(m_theme.frame, 1));
        m_painter->drawLine(QPointF(110, layout.middle), QPointF(width - 110, layout.middle));
    }
    if (!layout.notPlaced.isEmpty()) {
        text(QRectF(12, layout.footer - 11, layout.size.width() - 24, 22),
             tr("Not placed: %1").arg(layout.notPlaced.join(u", "_s)),
             m_palette.color(QPalette::Text), words, Qt::AlignLeft | Qt::AlignVCenter);
    }
}

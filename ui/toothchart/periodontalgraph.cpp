// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/periodontalgraph.h"

#include "ui/theme/theme.h"
#include "ui/toothchart/odontogrammarks.h"

#include <QPainter>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using dental::Site;
using odontogram::Layout;
using odontogram::Place;
using odontogram::ProbeSide;
using odontogram::Row;

//! One probed site on the chart.
struct PeriodontalGraph::Point {
    double x = 0;
    std::optional<double> margin; //!< y
    std::optional<double> attachment; //!< y; known where depth and recession are
    int depth = 0; //!< mm, where there is an attachment
};

namespace {

struct PlacedSite {
    const ProbedSite *site;
    double x;
};

//! A tooth's three sites of one side, from left to right.
std::array<PlacedSite, 3> sitesOf(const Place &place, const ProbeSide &side)
{
    const ProbedTooth &probed = *place.probed;
    const double reach = place.area.width() * 0.31;
    const PlacedSite mesial{&probed.site(side.oral ? Site::MesioOral : Site::MesioVestibular),
                            place.centre + place.mesial * reach};
    const PlacedSite middle{&probed.site(side.oral ? Site::Oral : Site::Vestibular), place.centre};
    const PlacedSite distal{&probed.site(side.oral ? Site::DistoOral : Site::DistoVestibular),
                            place.centre - place.mesial * reach};
    if (place.mesial > 0)
        return {distal, middle, mesial};
    return {mesial, middle, distal};
}

//! Where an entrance lies, from the vendor's word: sign towards mesial, and on which side.
struct Entrance {
    bool known = false;
    bool oral = false;
    int mesial = 0;
};

Entrance entranceOf(const QString &word)
{
    const QString text = word.toLower();
    const bool oral = text.contains("ling"_L1) || text.contains("palat"_L1)
        || text.contains("oral"_L1) || text == "l"_L1 || text == "p"_L1;
    if (text.startsWith(u'm'))
        return {true, true, 1};
    if (text.startsWith(u'd'))
        return {true, true, -1};
    if (oral)
        return {true, true, 0};
    const bool vestibular = text.contains("bucc"_L1) || text.contains("vest"_L1)
        || text.contains("faci"_L1) || text == "b"_L1 || text == "v"_L1 || text == "f"_L1;
    return {vestibular, false, 0};
}

} // namespace

PeriodontalGraph::PeriodontalGraph(QPainter *painter, const Theme &theme, const QPalette &palette,
                                   const QRectF &wanted)
    : m_painter(painter), m_theme(theme), m_colours(theme.chart), m_palette(palette),
      m_wanted(wanted)
{
}

void PeriodontalGraph::paint(const Layout &layout, qsizetype row)
{
    m_scale = layout.scale;
    const Row &teeth = layout.rows.at(row);
    const auto [top, bottom] = std::minmax(teeth.outermost, teeth.innermost);
    if (bottom < m_wanted.top() || top > m_wanted.bottom())
        return;
    for (const ProbeSide &side : teeth.sides) {
        paintScale(teeth, side);
        paintTable(layout, row, side);
        for (const QList<Point> &line : lines(layout, row, side))
            paintLine(line);
        for (const Place &place : layout.places) {
            if (place.row != row || !place.probed || !place.area.intersects(m_wanted))
                continue;
            paintFigures(place, side);
            paintFurcation(place, side);
        }
    }
}

void PeriodontalGraph::text(QPointF centre, const QString &words, const QColor &colour, int pixels,
                            QFont::Weight weight)
{
    QFont font = m_painter->font();
    font.setPixelSize(pixels);
    font.setWeight(weight);
    m_painter->setFont(font);
    m_painter->setPen(colour);
    m_painter->drawText(QRectF(centre - QPointF(14, 9), QSizeF(28, 18)),
                        int(Qt::AlignCenter) | Qt::TextDontClip, words);
}

void PeriodontalGraph::label(double y, double right, const QString &words)
{
    QFont font = m_painter->font();
    font.setPixelSize(10);
    font.setWeight(QFont::Normal);
    m_painter->setFont(font);
    m_painter->setPen(m_theme.muted);
    m_painter->drawText(QRectF(0, y - 8, right, 16), int(Qt::AlignRight | Qt::AlignVCenter), words);
}

void PeriodontalGraph::paintScale(const Row &row, const ProbeSide &side)
{
    constexpr int last = 14;
    QPen pen(m_colours.millimetres, 1);
    for (int millimetres = 0; millimetres <= last; millimetres += 2) {
        const double y = side.neck + side.apical * millimetres * m_scale;
        pen.setWidthF(millimetres == 0 ? 1.6 : 0.8);
        m_painter->setPen(pen);
        m_painter->drawLine(QPointF(row.left, y), QPointF(row.right, y));
        if (millimetres % 4 == 0)
            label(y, row.left - 6, QString::number(millimetres));
    }
    label(side.neck - side.apical * 22, row.left - 6,
          side.oral ? (row.upper ? tr("palatal") : tr("lingual")) : tr("vestibular"));
}

void PeriodontalGraph::paintTable(const Layout &layout, qsizetype row, const ProbeSide &side)
{
    const Row &teeth = layout.rows.at(row);
    label(side.depths, teeth.left - 6, tr("depth", "periodontal chart"));
    label(side.recessions, teeth.left - 6, tr("recession", "periodontal chart"));
    const double inner = side.depths - side.apical * 8;
    const double outer = side.marks + side.apical * 9;
    m_painter->setPen(QPen(m_colours.millimetres, 1));
    for (const Place &place : layout.places) {
        if (place.row != row)
            continue;
        m_painter->drawLine(QPointF(place.area.left(), inner), QPointF(place.area.left(), outer));
    }
    m_painter->drawLine(QPointF(teeth.right, inner), QPointF(teeth.right, outer));
    for (const double y : {inner, side.marks - side.apical * 9, outer})
        m_painter->drawLine(QPointF(teeth.left, y), QPointF(teeth.right, y));
}

QList<QList<PeriodontalGraph::Point>> PeriodontalGraph::lines(const Layout &layout, qsizetype row,
                                                              const ProbeSide &side) const
{
    // With the neighbours of what is wanted, which its lines go on to.
    const QRectF wanted = m_wanted.adjusted(-80, 0, 80, 0);
    QList<QList<Point>> result{{}};
    for (const Place &place : layout.places) {
        if (place.row != row)
            continue;
        if (!place.probed || !place.area.intersects(wanted)) {
            result.append(QList<Point>());
            continue;
        }
        for (const auto &[site, x] : sitesOf(place, side)) {
            // Without the margin nothing can be said of where the attachment is.
            if (!site->recession) {
                result.append(QList<Point>());
                continue;
            }
            Point point;
            point.x = x;
            point.margin = side.neck + side.apical * *site->recession * m_scale;
            if (site->depth) {
                point.depth = *site->depth;
                point.attachment = *point.margin + side.apical * *site->depth * m_scale;
            }
            result.last().append(point);
        }
    }
    return result;
}

void PeriodontalGraph::paintLine(const QList<Point> &line)
{
    QPainterPath pocket;
    QPainterPath deepPocket;
    QPainterPath margin;
    QPainterPath attachment;
    pocket.setFillRule(Qt::WindingFill);
    for (qsizetype i = 0; i < line.size(); ++i) {
        const Point &here = line.at(i);
        const Point *before = i > 0 ? &line.at(i - 1) : nullptr;
        const auto draw = [&](QPainterPath &path, std::optional<double> Point::*y) {
            if (!(here.*y))
                return;
            const QPointF point(here.x, *(here.*y));
            if (before && before->*y)
                path.lineTo(point);
            else
                path.moveTo(point);
        };
        draw(margin, &Point::margin);
        draw(attachment, &Point::attachment);
        if (before && here.attachment && before->attachment) {
            QPainterPath &path =
                std::max(here.depth, before->depth) >= deepFrom ? deepPocket : pocket;
            path.addPolygon(QPolygonF({{before->x, *before->margin},
                                       {here.x, *here.margin},
                                       {here.x, *here.attachment},
                                       {before->x, *before->attachment}}));
            path.closeSubpath();
        }
    }
    m_painter->fillPath(pocket, m_colours.pocket);
    m_painter->fillPath(deepPocket, m_colours.deepPocket);
    for (const Point &point : line) {
        if (!point.attachment || point.depth < deepFrom)
            continue;
        m_painter->setPen(QPen(m_colours.deep, point.depth >= veryDeepFrom ? 2.6 : 1.2,
                               Qt::SolidLine, Qt::FlatCap));
        m_painter->drawLine(QPointF(point.x, *point.margin), QPointF(point.x, *point.attachment));
    }
    m_painter->setBrush(Qt::NoBrush);
    m_painter->setPen(QPen(m_colours.attachment, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter->drawPath(attachment);
    m_painter->setPen(QPen(m_colours.gum, 2.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter->drawPath(margin);
}

void PeriodontalGraph::paintFigures(const Place &place, const ProbeSide &side)
{
    for (const auto &[site, x] : sitesOf(place, side)) {
        if (site->depth) {
            const int depth = *site->depth;
            const QFont::Weight weight = depth >= veryDeepFrom ? QFont::Black : QFont::Normal;
            text({x, side.depths}, QString::number(depth),
                 depth >= deepFrom ? m_colours.deep : m_palette.color(QPalette::Text),
                 depth >= veryDeepFrom ? 12 : 11, weight);
        }
        if (site->recession) {
            const int recession = *site->recession;
            text({x, side.recessions},
                 recession < 0 ? QString(u"−"_s + QString::number(-recession))
                               : QString::number(recession),
                 m_theme.muted, 10);
        }
        paintMarks(*site, {x, side.marks});
    }
}

void PeriodontalGraph::paintMarks(const ProbedSite &site, QPointF centre)
{
    using odontogram::ProbeMark;
    const auto row = [&](std::initializer_list<std::pair<std::optional<bool>, ProbeMark>> marks,
                         double y) {
        QList<ProbeMark> shown;
        for (const auto &[has, mark] : marks) {
            if (has.value_or(false))
                shown.append(mark);
        }
        double x = centre.x() - 3.2 * double(shown.size() - 1);
        for (const ProbeMark mark : shown) {
            odontogram::drawProbeMark(m_painter, m_colours, mark, {x, y});
            x += 6.4;
        }
    };
    row({{site.bleeding, ProbeMark::Bleeding}, {site.suppuration, ProbeMark::Suppuration}},
        centre.y() - 4);
    row({{site.plaque, ProbeMark::Plaque}, {site.calculus, ProbeMark::Calculus}}, centre.y() + 4);
}

void PeriodontalGraph::paintFurcation(const Place &place, const ProbeSide &side)
{
    for (const Furcation &furcation : place.probed->furcation) {
        const Entrance entrance = entranceOf(furcation.site);
        if (furcation.grade < 1 || entrance.oral != side.oral)
            continue;
        // A word that is not known stands at the neck, so that it is seen at all.
        const double height = !entrance.known ? 1
            : place.shape->furcation.isNull() ? 4
                                              : -place.shape->furcation.y();
        const double x =
            place.centre + place.mesial * entrance.mesial * place.shape->neckWidth * m_scale * 0.4;
        odontogram::drawFurcation(m_painter, m_palette, furcation.grade,
                                  {x, side.neck + side.apical * height * m_scale}, side.apical);
    }
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/toothshapeparts.h"

namespace toothparts {

namespace {

//! A tooth from its chewing side, in halves of its width and depth. 16 points on the outline, from
//! the mesio-vestibular corner over vestibular and distal round: the corners are 0, 4, 8 and 12.
struct Ring {
    QList<QPointF> points;
    QPointF innerCentre; //!< of the chewing surface or edge
    double innerWidth = 0; //!< its size against the outline
    double innerDepth = 0;
    QList<QList<QPointF>> fissures; //!< in halves of the chewing surface
};

constexpr int sidePoints = 4;

Ring incisorRing()
{
    return {{{0.90, -0.50},
             {0.52, -0.84},
             {0, -0.97},
             {-0.52, -0.84},
             {-0.88, -0.46},
             {-0.93, -0.08},
             {-0.80, 0.26},
             {-0.62, 0.55},
             {-0.42, 0.78},
             {-0.22, 0.94},
             {0, 1.0},
             {0.22, 0.94},
             {0.42, 0.78},
             {0.62, 0.55},
             {0.80, 0.26},
             {0.95, -0.10}},
            {0, -0.26},
            0.50,
            0.26,
            {}};
}

Ring lowerIncisorRing()
{
    return {{{0.74, -0.62},
             {0.42, -0.90},
             {0, -1.0},
             {-0.42, -0.90},
             {-0.74, -0.62},
             {-0.96, -0.26},
             {-0.95, 0.12},
             {-0.82, 0.46},
             {-0.58, 0.74},
             {-0.30, 0.94},
             {0, 1.0},
             {0.30, 0.94},
             {0.58, 0.74},
             {0.82, 0.46},
             {0.95, 0.12},
             {0.96, -0.26}},
            {0, -0.12},
            0.48,
            0.26,
            {}};
}

Ring canineRing()
{
    return {{{0.76, -0.52},
             {0.46, -0.82},
             {0.02, -1.0},
             {-0.46, -0.80},
             {-0.78, -0.46},
             {-0.96, -0.12},
             {-0.88, 0.24},
             {-0.68, 0.54},
             {-0.44, 0.78},
             {-0.22, 0.94},
             {0, 1.0},
             {0.22, 0.94},
             {0.46, 0.78},
             {0.70, 0.52},
             {0.90, 0.20},
             {0.96, -0.16}},
            {0, -0.16},
            0.46,
            0.30,
            {}};
}

Ring premolarRing()
{
    return {{{0.76, -0.66},
             {0.44, -0.92},
             {0, -1.0},
             {-0.44, -0.92},
             {-0.76, -0.66},
             {-0.97, -0.30},
             {-0.96, 0.08},
             {-0.84, 0.44},
             {-0.62, 0.74},
             {-0.32, 0.94},
             {0, 1.0},
             {0.32, 0.94},
             {0.62, 0.74},
             {0.84, 0.44},
             {0.94, 0.08},
             {0.97, -0.30}},
            {0, -0.02},
            0.54,
            0.52,
            {{{-0.62, 0.05}, {-0.25, 0.12}, {0.25, 0.12}, {0.62, 0.05}},
             {{-0.86, -0.34}, {-0.62, 0.05}, {-0.80, 0.44}},
             {{0.86, -0.34}, {0.62, 0.05}, {0.80, 0.44}}}};
}

Ring lowerPremolarRing()
{
    Ring ring = premolarRing();
    for (QPointF &point : ring.points)
        point = {point.x() * (point.y() > 0 ? 0.96 : 1), point.y()};
    ring.fissures = {{{-0.70, -0.20}, {-0.40, 0.22}, {0, 0.34}, {0.40, 0.22}, {0.70, -0.20}},
                     {{0, 0.34}, {0.02, 0.78}}};
    return ring;
}

//! A rhomb: the mesio-vestibular and the disto-oral corner are the sharp ones.
Ring upperMolarRing()
{
    return {{{0.86, -0.80},
             {0.48, -0.99},
             {-0.02, -0.91},
             {-0.46, -0.93},
             {-0.84, -0.68},
             {-0.98, -0.26},
             {-0.97, 0.14},
             {-0.92, 0.54},
             {-0.70, 0.86},
             {-0.34, 0.99},
             {-0.02, 0.93},
             {0.36, 1.0},
             {0.76, 0.82},
             {0.95, 0.46},
             {0.97, 0.02},
             {0.99, -0.42}},
            {0, 0},
            0.58,
            0.56,
            {{{0.16, -0.90}, {0.06, -0.42}, {0.12, -0.05}, {0.72, 0.10}},
             {{0.12, -0.05}, {-0.30, 0.12}, {-0.52, 0.06}},
             {{-0.86, -0.10}, {-0.52, 0.06}, {-0.40, 0.44}, {-0.16, 0.90}}}};
}

Ring lowerMolarRing()
{
    return {{{0.86, -0.76},
             {0.44, -0.97},
             {0.0, -0.90},
             {-0.44, -0.96},
             {-0.84, -0.72},
             {-0.98, -0.34},
             {-1.0, 0.04},
             {-0.95, 0.42},
             {-0.76, 0.80},
             {-0.40, 0.97},
             {0.0, 0.92},
             {0.40, 0.98},
             {0.78, 0.82},
             {0.96, 0.42},
             {1.0, 0.02},
             {0.98, -0.38}},
            {0, 0},
            0.60,
            0.54,
            {{{-0.82, 0.06}, {-0.40, -0.04}, {0, 0.04}, {0.40, -0.04}, {0.82, 0.06}},
             {{0, -0.92}, {0, 0.04}, {0, 0.92}}}};
}

//! Five cusps: two grooves on the vestibular side.
Ring lowerFirstMolarRing()
{
    Ring ring = lowerMolarRing();
    ring.points[1] = {0.52, -0.98};
    ring.points[2] = {0.10, -0.95};
    ring.points[3] = {-0.42, -0.98};
    ring.points[4] = {-0.84, -0.66};
    ring.fissures = {{{-0.84, 0.10}, {-0.44, -0.10}, {-0.05, 0.08}, {0.30, -0.10}, {0.82, 0.06}},
                     {{0.22, -0.92}, {0.30, -0.10}},
                     {{-0.60, -0.88}, {-0.44, -0.10}},
                     {{-0.05, 0.08}, {-0.02, 0.92}}};
    return ring;
}

Ring ringOf(Kind kind)
{
    switch (kind) {
    case Kind::Incisor:
        return incisorRing();
    case Kind::LowerIncisor:
        return lowerIncisorRing();
    case Kind::Canine:
        return canineRing();
    case Kind::TwoRootedPremolar:
    case Kind::Premolar:
        return premolarRing();
    case Kind::LowerPremolar:
        return lowerPremolarRing();
    case Kind::UpperMolar:
    case Kind::UpperPrimaryMolar:
        return upperMolarRing();
    case Kind::LowerFirstMolar:
        return lowerFirstMolarRing();
    case Kind::LowerMolar:
    case Kind::LowerPrimaryMolar:
        return lowerMolarRing();
    }
    return {};
}

//! From point first of an outline to point last, appended to a path that stands at the first.
void addArc(QPainterPath &path, const QList<QPointF> &ring, qsizetype first, qsizetype last)
{
    const qsizetype count = ring.size();
    const auto at = [&](qsizetype i) { return ring.at((i + count) % count); };
    const qsizetype step = last > first ? 1 : -1;
    for (qsizetype i = first; i != last; i += step) {
        const QPointF from = at(i);
        const QPointF to = at(i + step);
        path.cubicTo(from + (to - at(i - step)) / 6, to - (at(i + 2 * step) - from) / 6, to);
    }
}

} // namespace

void addChewing(ToothShape &shape, const Measure &measure)
{
    using dental::Surface;
    const Ring ring = ringOf(measure.kind);
    const double halfWidth = measure.width / 2;
    const double halfDepth = measure.depth / 2;
    QList<QPointF> outer;
    QList<QPointF> inner;
    const QPointF centre(ring.innerCentre.x() * halfWidth, ring.innerCentre.y() * halfDepth);
    for (const QPointF &point : ring.points) {
        outer.append({point.x() * halfWidth, point.y() * halfDepth});
        inner.append(
            centre
            + QPointF(outer.last().x() * ring.innerWidth, outer.last().y() * ring.innerDepth));
    }
    shape.chewing = smooth(outer, true);
    shape.surfaces[shape.anterior ? Surface::Incisal : Surface::Occlusal].path =
        smooth(inner, true);
    shape.chewingLines = smooth(inner, true);
    constexpr std::array sides{Surface::Vestibular, Surface::Distal, Surface::Oral,
                               Surface::Mesial};
    for (qsizetype side = 0; side < 4; ++side) {
        const qsizetype first = side * sidePoints;
        const qsizetype last = first + sidePoints;
        QPainterPath path(inner.at(first));
        path.lineTo(outer.at(first));
        addArc(path, outer, first, last);
        path.lineTo(inner.at(last % inner.size()));
        addArc(path, inner, last, first);
        path.closeSubpath();
        shape.surfaces[sides.at(static_cast<std::size_t>(side))].path = path;
        shape.chewingLines.moveTo(inner.at(first));
        shape.chewingLines.lineTo(outer.at(first));
    }
    for (QList<QPointF> line : ring.fissures) {
        for (QPointF &point : line)
            point = centre
                + QPointF(point.x() * halfWidth * ring.innerWidth,
                          point.y() * halfDepth * ring.innerDepth);
        shape.chewingLines.addPath(smooth(line));
    }
}

} // namespace toothparts

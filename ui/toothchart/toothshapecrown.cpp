// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/toothshapeparts.h"

namespace toothparts {

namespace {

//! Points of a crown's outline from the distal to the mesial end of its neck: x in widths of the
//! crown, y in its heights.
QList<QPointF> outlineOf(Kind kind)
{
    switch (kind) {
    case Kind::Incisor:
        return {{-0.47, 0.30}, {-0.50, 0.62}, {-0.475, 0.86}, {-0.40, 0.975}, {-0.20, 0.995},
                {0.10, 1.0},   {0.38, 0.995}, {0.475, 0.93},  {0.50, 0.70},   {0.465, 0.32}};
    case Kind::LowerIncisor:
        return {{-0.44, 0.30}, {-0.495, 0.66}, {-0.49, 0.90}, {-0.43, 0.985}, {-0.2, 0.998},
                {0.15, 1.0},   {0.42, 0.99},   {0.49, 0.92},  {0.495, 0.66},  {0.44, 0.30}};
    case Kind::Canine:
        return {{-0.45, 0.26}, {-0.50, 0.52}, {-0.46, 0.70}, {-0.26, 0.88}, {-0.03, 0.99},
                {0.06, 0.995}, {0.24, 0.90},  {0.44, 0.76},  {0.50, 0.60},  {0.46, 0.28}};
    case Kind::TwoRootedPremolar:
    case Kind::Premolar:
    case Kind::LowerPremolar:
        return {{-0.46, 0.28}, {-0.50, 0.56}, {-0.46, 0.76}, {-0.27, 0.91}, {-0.04, 0.99},
                {0.05, 0.99},  {0.28, 0.91},  {0.46, 0.77},  {0.50, 0.58},  {0.46, 0.28}};
    case Kind::UpperMolar:
    case Kind::UpperPrimaryMolar:
        return {{-0.47, 0.28}, {-0.50, 0.58}, {-0.45, 0.82}, {-0.28, 0.97},
                {-0.15, 0.95}, {-0.02, 0.86}, {0.12, 0.96},  {0.27, 1.0},
                {0.45, 0.86},  {0.50, 0.60},  {0.47, 0.28}};
    case Kind::LowerFirstMolar:
    case Kind::LowerPrimaryMolar:
        return {{-0.46, 0.26}, {-0.50, 0.56}, {-0.46, 0.80}, {-0.36, 0.91}, {-0.255, 0.84},
                {-0.16, 0.94}, {-0.04, 0.98}, {0.09, 0.87},  {0.20, 0.96},  {0.32, 0.99},
                {0.46, 0.84},  {0.50, 0.60},  {0.47, 0.26}};
    case Kind::LowerMolar:
        return {{-0.46, 0.26}, {-0.50, 0.58}, {-0.45, 0.82}, {-0.28, 0.97},
                {-0.13, 0.95}, {0.0, 0.86},   {0.13, 0.95},  {0.28, 0.99},
                {0.45, 0.84},  {0.50, 0.60},  {0.47, 0.26}};
    }
    return {};
}

//! Grooves from outside, in the same measure; each a line.
QList<QList<QPointF>> groovesOf(Kind kind)
{
    switch (kind) {
    case Kind::Incisor:
        return {{{-0.17, 0.66}, {-0.18, 0.80}, {-0.17, 0.92}},
                {{0.15, 0.66}, {0.17, 0.80}, {0.16, 0.92}}};
    case Kind::LowerIncisor:
        return {};
    case Kind::Canine:
    case Kind::TwoRootedPremolar:
    case Kind::Premolar:
    case Kind::LowerPremolar:
        return {{{-0.20, 0.52}, {-0.23, 0.66}, {-0.22, 0.80}},
                {{0.20, 0.54}, {0.23, 0.68}, {0.22, 0.82}}};
    case Kind::UpperMolar:
    case Kind::UpperPrimaryMolar:
        return {{{-0.02, 0.86}, {-0.015, 0.66}, {-0.03, 0.50}}};
    case Kind::LowerFirstMolar:
    case Kind::LowerPrimaryMolar:
        return {{{0.09, 0.87}, {0.085, 0.66}, {0.07, 0.48}},
                {{-0.255, 0.84}, {-0.25, 0.70}, {-0.235, 0.58}}};
    case Kind::LowerMolar:
        return {{{0.0, 0.86}, {0.0, 0.66}, {-0.01, 0.48}}};
    }
    return {};
}

//! The same from inside: front teeth have a bulge below a hollow.
QList<QList<QPointF>> innerGroovesOf(Kind kind)
{
    switch (kind) {
    case Kind::Incisor:
    case Kind::LowerIncisor:
    case Kind::Canine:
        return {{{-0.34, 0.84},
                 {-0.30, 0.50},
                 {-0.12, 0.32},
                 {0.12, 0.32},
                 {0.30, 0.50},
                 {0.34, 0.84}}};
    case Kind::TwoRootedPremolar:
    case Kind::Premolar:
    case Kind::LowerPremolar:
        return {};
    default:
        return groovesOf(Kind::LowerMolar);
    }
}

QPainterPath lines(const QList<QList<QPointF>> &each, const Measure &measure)
{
    QPainterPath path;
    for (QList<QPointF> points : each) {
        for (QPointF &point : points)
            point = {point.x() * measure.width, point.y() * measure.crown};
        path.addPath(smooth(points));
    }
    return path;
}

//! How far the neck line bows towards the root.
double bow(const Measure &measure)
{
    return isAnterior(measure.kind) ? 0.16 * measure.neck : 0.08 * measure.neck;
}

} // namespace

bool isAnterior(Kind kind)
{
    return kind == Kind::Incisor || kind == Kind::LowerIncisor || kind == Kind::Canine;
}

QPainterPath smooth(const QList<QPointF> &points, bool closed)
{
    // Catmull and Rom's spline, each piece as a cubic.
    QPainterPath path;
    if (points.isEmpty())
        return path;
    const qsizetype count = points.size();
    const auto at = [&](qsizetype i) {
        return closed ? points.at((i + count) % count)
                      : points.at(std::clamp(i, qsizetype(0), count - 1));
    };
    path.moveTo(points.first());
    for (qsizetype i = 0; i < (closed ? count : count - 1); ++i) {
        const QPointF from = at(i);
        const QPointF to = at(i + 1);
        path.cubicTo(from + (to - at(i - 1)) / 6, to - (at(i + 2) - from) / 6, to);
    }
    if (closed)
        path.closeSubpath();
    return path;
}

void addCrown(ToothShape &shape, const Measure &measure)
{
    const double half = measure.neck / 2;
    QList<QPointF> points{{-half, 0}};
    for (const QPointF &point : outlineOf(measure.kind))
        points.append({point.x() * measure.width, point.y() * measure.crown});
    points.append({half, 0});
    shape.crown = smooth(points);
    const double rise = -bow(measure) * 4 / 3;
    shape.crown.cubicTo({half * 0.55, rise}, {-half * 0.55, rise}, {-half, 0});
    shape.crown.closeSubpath();
    shape.crownLines = lines(groovesOf(measure.kind), measure);
    shape.oralLines = lines(innerGroovesOf(measure.kind), measure);

    const double low = 0.27 * measure.crown;
    const double wide = half + (0.46 * measure.width - half) * 0.75;
    shape.cervical.path.moveTo(-half, 0);
    shape.cervical.path.cubicTo({-half * 0.55, rise}, {half * 0.55, rise}, {half, 0});
    shape.cervical.path.lineTo(wide, low);
    shape.cervical.path.cubicTo({half * 0.6, low + rise * 0.7}, {-half * 0.6, low + rise * 0.7},
                                {-wide, low});
    shape.cervical.path.closeSubpath();

    shape.belly.path = smooth({{-0.24 * measure.width, 0.52 * measure.crown},
                               {-0.10 * measure.width, 0.40 * measure.crown},
                               {0.14 * measure.width, 0.41 * measure.crown},
                               {0.25 * measure.width, 0.55 * measure.crown},
                               {0.12 * measure.width, 0.72 * measure.crown},
                               {-0.12 * measure.width, 0.72 * measure.crown}},
                              true);
}

} // namespace toothparts

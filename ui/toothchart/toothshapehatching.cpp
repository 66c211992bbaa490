// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/toothshapeparts.h"

#include <algorithm>
#include <cmath>

namespace toothparts {

namespace {

constexpr double wideSpacing = 1.15;
constexpr double narrowSpacing = 0.62;
//! A path is flattened to within about a unit: it is made so much larger for that moment.
constexpr double finer = 16;

QList<QPointF> pitted(const QPainterPath &shape)
{
    constexpr double step = 1.25;
    constexpr double clear = 0.38;
    const QRectF bounds = shape.boundingRect();
    const QPolygonF outline = shape.toFillPolygon(QTransform::fromScale(finer, finer));
    const auto inside = [&](double x, double y) {
        return outline.containsPoint(QPointF(x, y) * finer, Qt::WindingFill);
    };
    QList<QPointF> points;
    bool shifted = false;
    for (double y = bounds.top() + step / 2; y < bounds.bottom(); y += step * 0.8) {
        for (double x = bounds.left() + (shifted ? step : step / 2); x < bounds.right();
             x += step) {
            if (inside(x - clear, y) && inside(x + clear, y) && inside(x, y - clear)
                && inside(x, y + clear))
                points.append({x, y});
        }
        shifted = !shifted;
    }
    if (points.isEmpty())
        points.append(bounds.center());
    return points;
}

void fillPatch(ToothPatch &patch)
{
    const QTransform mirror = QTransform::fromScale(-1, 1);
    patch.hatch = hatched(patch.path, narrowSpacing);
    for (const QLineF &line : hatched(mirror.map(patch.path), narrowSpacing))
        patch.counterHatch.append(mirror.map(line));
    patch.pits = pitted(patch.path);
}

} // namespace

QList<QLineF> hatched(const QPainterPath &shape, double spacing)
{
    // Lines of equal height over the shape turned by 45 degrees, cut where its outline crosses.
    // Brush patterns would not do: they are bitmaps, which zooming shows.
    const QTransform turn = QTransform().rotate(45);
    const QTransform back = turn.inverted();
    QList<QLineF> lines;
    const QList<QPolygonF> polygons =
        (turn * QTransform::fromScale(finer, finer)).map(shape).toSubpathPolygons();
    QRectF bounds;
    for (const QPolygonF &polygon : polygons)
        bounds |= polygon.boundingRect();
    const double step = spacing * finer;
    for (double y = std::ceil(bounds.top() / step) * step; y < bounds.bottom(); y += step) {
        QList<double> crossings;
        for (const QPolygonF &polygon : polygons) {
            for (qsizetype i = 0; i < polygon.size(); ++i) {
                const QPointF a = polygon.at(i);
                const QPointF b = polygon.at((i + 1) % polygon.size());
                if ((a.y() <= y) != (b.y() <= y))
                    crossings.append(a.x() + (y - a.y()) / (b.y() - a.y()) * (b.x() - a.x()));
            }
        }
        std::sort(crossings.begin(), crossings.end());
        for (qsizetype i = 0; i + 1 < crossings.size(); i += 2)
            lines.append(back.map(QLineF(crossings.at(i) / finer, y / finer,
                                         crossings.at(i + 1) / finer, y / finer)));
    }
    return lines;
}

void addHatching(ToothShape &shape)
{
    shape.unknownHatch = hatched(shape.outline, wideSpacing);
    shape.unknownChewingHatch = hatched(shape.chewing, wideSpacing);
    shape.crownHatch = hatched(shape.crown, narrowSpacing);
    shape.chewingHatch = hatched(shape.chewing, narrowSpacing);
    fillPatch(shape.cervical);
    fillPatch(shape.belly);
    for (ToothPatch &patch : shape.surfaces)
        fillPatch(patch);
}

} // namespace toothparts

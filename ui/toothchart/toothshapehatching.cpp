// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/toothshapeparts.h"

#include <algorithm>
#include <cmath>

namespace toothparts {

namespace {

constexpr double wideSpacing = 1.15;
constexpr double narrowSpacing = 0.62;

} // namespace

QList<QLineF> hatched(const QPainterPath &shape, double spacing)
{
    // Lines of equal height over the shape turned by 45 degrees, cut where its outline crosses.
    // Brush patterns would not do: they are bitmaps, which zooming shows.
    const QTransform turn = QTransform().rotate(45);
    const QTransform back = turn.inverted();
    QList<QLineF> lines;
    // A path is flattened to within about a unit: to fine ones for that moment.
    constexpr double finer = 16;
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
    shape.hatch = hatched(shape.crown, wideSpacing);
    for (const QPainterPath &root : shape.roots)
        shape.hatch += hatched(root.subtracted(shape.crown), wideSpacing);
    shape.chewingHatch = hatched(shape.chewing, wideSpacing);
    for (auto surface = shape.surfaces.cbegin(); surface != shape.surfaces.cend(); ++surface)
        shape.surfaceHatch.insert(surface.key(), hatched(surface.value(), narrowSpacing));
}

} // namespace toothparts

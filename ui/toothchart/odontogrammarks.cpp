// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/odontogrammarks.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace odontogram {

void drawProbeMark(QPainter *painter, const ChartColours &colours, ProbeMark mark, QPointF centre)
{
    painter->setPen(Qt::NoPen);
    switch (mark) {
    case ProbeMark::Bleeding:
        painter->setBrush(colours.deep);
        painter->drawEllipse(centre, 2.8, 2.8);
        break;
    case ProbeMark::Suppuration: {
        QPainterPath drop(centre + QPointF(0, -4));
        drop.cubicTo(centre + QPointF(0.8, -2), centre + QPointF(2.8, -0.6),
                     centre + QPointF(2.8, 0.8));
        drop.cubicTo(centre + QPointF(2.8, 4), centre + QPointF(-2.8, 4),
                     centre + QPointF(-2.8, 0.8));
        drop.cubicTo(centre + QPointF(-2.8, -0.6), centre + QPointF(-0.8, -2),
                     centre + QPointF(0, -4));
        painter->setBrush(colours.suppuration);
        painter->drawPath(drop);
        break;
    }
    case ProbeMark::Plaque:
        painter->setBrush(colours.plaque);
        painter->drawRect(QRectF(centre - QPointF(2.4, 2.4), QSizeF(4.8, 4.8)));
        break;
    case ProbeMark::Calculus:
        painter->setBrush(colours.calculus);
        painter->drawPolygon(QPolygonF({centre + QPointF(0, -3.2), centre + QPointF(3.2, 0),
                                        centre + QPointF(0, 3.2), centre + QPointF(-3.2, 0)}));
        break;
    }
}

void drawBadge(QPainter *painter, const ChartColours &colours, Badge badge, QPointF centre)
{
    QPainterPath path;
    QColor colour;
    switch (badge) {
    case Badge::DoneToday:
        path.moveTo(-4, 0.5);
        path.lineTo(-1, 3.5);
        path.lineTo(4.5, -3.5);
        colour = colours.doneToday;
        break;
    case Badge::Scanned:
        for (const double x : {-1.0, 1.0}) {
            for (const double y : {-1.0, 1.0}) {
                path.moveTo(x * 4.5, y * 1.8);
                path.lineTo(x * 4.5, y * 4.5);
                path.lineTo(x * 1.8, y * 4.5);
            }
        }
        path.moveTo(-2, 0);
        path.lineTo(2, 0);
        colour = colours.scan;
        break;
    case Badge::Different:
        for (const double y : {-1.7, 1.7}) {
            path.moveTo(-4, y);
            path.lineTo(4, y);
        }
        path.moveTo(-2.2, 4.4);
        path.lineTo(2.2, -4.4);
        colour = colours.different;
        break;
    }
    painter->setPen(QPen(colour, 1.7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path.translated(centre));
}

void drawFurcation(QPainter *painter, const QPalette &palette, int grade, QPointF tip,
                   double apical)
{
    const double half = 4.5;
    const double height = -apical * 8;
    const QColor colour = palette.color(QPalette::Text);
    painter->setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPolygonF angle({tip + QPointF(-half, height), tip, tip + QPointF(half, height)});
    if (grade == 1) {
        painter->drawPolyline(angle);
        return;
    }
    painter->setBrush(grade == 2 ? palette.color(QPalette::Base) : colour);
    painter->drawPolygon(angle);
}

} // namespace odontogram

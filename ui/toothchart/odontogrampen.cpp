// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/odontogrampen.h"

#include <QPainter>

namespace odontogram {

ToothPen::ToothPen(QPainter *painter, const QTransform &millimetres, double unit)
    : m_painter(painter), m_millimetres(millimetres), m_unit(unit)
{
}

ToothPen ToothPen::within(const QTransform &inner) const
{
    return {m_painter, inner * m_millimetres, m_unit};
}

void ToothPen::fill(const QPainterPath &path, const QColor &colour) const
{
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(colour);
    m_painter->drawPath(m_millimetres.map(path));
}

void ToothPen::fill(const QPainterPath &path, const QGradient &gradient) const
{
    QBrush brush(gradient);
    brush.setTransform(m_millimetres);
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(brush);
    m_painter->drawPath(m_millimetres.map(path));
}

void ToothPen::stroke(const QPainterPath &path, const QColor &colour, double width) const
{
    m_painter->setPen(QPen(colour, width * m_unit, Qt::SolidLine, Qt::RoundCap, Qt::MiterJoin));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawPath(m_millimetres.map(path));
}

void ToothPen::dashed(const QPainterPath &path, const QColor &colour, double width) const
{
    QPen pen(colour, width * m_unit, Qt::CustomDashLine, Qt::FlatCap, Qt::MiterJoin);
    pen.setDashPattern({3.4, 2.6});
    m_painter->setPen(pen);
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawPath(m_millimetres.map(path));
}

void ToothPen::lines(const QList<QLineF> &lines, const QColor &colour, double width) const
{
    QList<QLineF> mapped;
    mapped.reserve(lines.size());
    for (const QLineF &line : lines)
        mapped.append(m_millimetres.map(line));
    m_painter->setPen(QPen(colour, width * m_unit, Qt::SolidLine, Qt::FlatCap));
    m_painter->drawLines(mapped);
}

void ToothPen::dots(const QList<QPointF> &points, const QColor &colour, double radius) const
{
    QPainterPath path;
    for (const QPointF &point : points)
        path.addEllipse(map(point), radius * m_unit, radius * m_unit);
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(colour);
    m_painter->drawPath(path);
}

} // namespace odontogram

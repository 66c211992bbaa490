// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QLineF>
#include <QList>
#include <QPainterPath>
#include <QPen>
#include <QTransform>

class QPainter;

namespace odontogram {

//! Draws shapes of millimetres on a painter without transform. Shapes are mapped before they reach
//! it: Qt's raster takes five times as long to map curves itself.
class ToothPen
{
public:
    //! unit: how long a logical unit is, which widths of lines are given in.
    ToothPen(QPainter *painter, const QTransform &millimetres, double unit);
    //! The same one on a shape that is itself moved or turned.
    ToothPen within(const QTransform &inner) const;

    void fill(const QPainterPath &path, const QColor &colour) const;
    //! A gradient is in millimetres.
    void fill(const QPainterPath &path, const QGradient &gradient) const;
    void stroke(const QPainterPath &path, const QColor &colour, double width) const;
    void dashed(const QPainterPath &path, const QColor &colour, double width) const;
    void lines(const QList<QLineF> &lines, const QColor &colour, double width) const;
    //! Radius in logical units.
    void dots(const QList<QPointF> &points, const QColor &colour, double radius) const;
    QPointF map(QPointF point) const { return m_millimetres.map(point); }

private:
    QPainter *m_painter;
    QTransform m_millimetres;
    double m_unit;
};

} // namespace odontogram

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dentalprofile.h"
#include "app/settings/settings.h"
#include "ui/toothchart/odontogram.h"

#include <QPainterPath>

class QSvgRenderer;

//! Where the teeth are on a picture that somebody else has drawn. A value, in the picture's own
//! units.
class ChartHitMap
{
public:
    using Pictures = Settings::DentalTap::ChartPictures;

    //! By the ids of the picture's elements: "tooth-36", "tooth-36-O". Empty where it has none.
    static ChartHitMap fromMarks(const QByteArray &svg, const QSvgRenderer &renderer,
                                 const Pictures &pictures);
    //! By the calibrated rows and columns of the setting; a tooth of another dentition has no
    //! place.
    static ChartHitMap fromGrid(const QSizeF &size, dental::Dentition dentition,
                                const Pictures &pictures);

    ChartHitMap moved(QPointF by) const;
    ChartHitMap scaled(qreal factor) const;

    bool isEmpty() const { return m_teeth.isEmpty(); }
    //! By marks, not by a grid.
    bool isMarked() const { return m_marked; }
    //! Row by row from above, each from left to right.
    const QList<teeth::Tooth> &teeth() const { return m_teeth; }
    QRectF area(const teeth::Tooth &tooth) const
    {
        return m_areas.value(Odontogram::mark(tooth)).whole;
    }
    QPainterPath surfaceArea(const teeth::Tooth &tooth, dental::Surface surface) const;
    std::optional<ToothHit> at(QPointF point) const;
    QList<teeth::Tooth> within(const QRectF &marquee) const;

private:
    struct Areas {
        QRectF whole;
        QHash<dental::Surface, QPainterPath> surfaces;
    };
    void add(const teeth::Tooth &tooth, const QRectF &area);
    void sort();
    ChartHitMap mapped(const QTransform &by) const;

    QList<teeth::Tooth> m_teeth;
    QHash<int, Areas> m_areas;
    bool m_marked = false;
};

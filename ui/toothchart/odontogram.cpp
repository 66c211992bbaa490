// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/odontogram.h"

#include "ui/toothchart/odontogrampainter.h"

#include <algorithm>

using odontogram::Place;

namespace {

//! Each surface's area; the crown's where the chewing side is not shown.
QPainterPath areaOn(const Place &place, dental::Surface surface)
{
    using dental::Surface;
    if (surface == Surface::Cervical)
        return place.outer.map(place.shape->cervical.path);
    if (place.hasChewing)
        return place.chewing.map(place.shape->surfaces.value(surface).path);
    if (surface == Surface::Vestibular)
        return place.outer.map(place.shape->crown.subtracted(place.shape->cervical.path));
    if (surface == Surface::Oral)
        return place.oral.map(place.shape->crown);
    return {};
}

std::optional<dental::Surface> surfaceUnder(const Place &place, QPointF point)
{
    using dental::Surface;
    if (place.hasChewing) {
        const QPointF local = place.chewing.inverted().map(point);
        if (place.shape->chewing.contains(local)) {
            // On a line between two, whichever comes first.
            for (auto surface = place.shape->surfaces.cbegin();
                 surface != place.shape->surfaces.cend(); ++surface) {
                if (surface.value().path.contains(local))
                    return surface.key();
            }
        }
    }
    const QPointF outside = place.outer.inverted().map(point);
    if (place.shape->cervical.path.contains(outside))
        return Surface::Cervical;
    if (place.shape->crown.contains(outside))
        return Surface::Vestibular;
    if (place.hasOral && place.shape->crown.contains(place.oral.inverted().map(point)))
        return Surface::Oral;
    return std::nullopt;
}

} // namespace

Odontogram::Odontogram(const DentalProfile &profile, View view, teeth::Notation notation)
    : m_layout(odontogram::layOut(profile, view, notation))
{
}

int Odontogram::mark(const teeth::Tooth &tooth)
{
    return tooth.supernumerary ? -tooth.fdi : tooth.fdi;
}

QList<teeth::Tooth> Odontogram::teeth() const
{
    QList<teeth::Tooth> result;
    for (const Place &place : m_layout.places)
        result.append(place.tooth);
    return result;
}

const Place *Odontogram::place(const teeth::Tooth &tooth) const
{
    const auto found = std::find_if(m_layout.places.cbegin(), m_layout.places.cend(),
                                    [&](const Place &place) { return place.tooth == tooth; });
    return found == m_layout.places.cend() ? nullptr : &*found;
}

QRectF Odontogram::area(const teeth::Tooth &tooth) const
{
    const Place *found = place(tooth);
    return found ? found->area : QRectF();
}

QPainterPath Odontogram::surfaceArea(const teeth::Tooth &tooth, dental::Surface surface) const
{
    const Place *found = place(tooth);
    return found ? areaOn(*found, surface) : QPainterPath();
}

std::optional<ToothHit> Odontogram::at(QPointF point) const
{
    for (const Place &place : m_layout.places) {
        if (place.area.contains(point))
            return ToothHit{place.tooth, surfaceUnder(place, point)};
    }
    return std::nullopt;
}

QList<teeth::Tooth> Odontogram::within(const QRectF &marquee) const
{
    // A straight line has been drawn over teeth too, and an empty rectangle touches nothing.
    const QRectF touched = marquee.normalized().adjusted(-0.5, -0.5, 0.5, 0.5);
    QList<teeth::Tooth> result;
    for (const Place &place : m_layout.places) {
        if (place.area.intersects(touched))
            result.append(place.tooth);
    }
    return result;
}

void Odontogram::paint(QPainter *painter, const Theme &theme, const QPalette &palette,
                       const ChartLayers &layers, const Marks &marks) const
{
    OdontogramPainter(painter, theme, palette, layers, marks).paint(m_layout);
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/odontogrampainter.h"

#include "ui/theme/theme.h"
#include "ui/toothchart/odontogramlegend.h"
#include "ui/toothchart/odontogramlook.h"
#include "ui/toothchart/periodontalgraph.h"

#include <QPainter>
#include <cmath>

using dental::Presence;
using dental::Surface;
using odontogram::Findings;
using odontogram::Layout;
using odontogram::Place;
using odontogram::ToothPen;
using odontogram::ToothView;

OdontogramPainter::OdontogramPainter(QPainter *painter, const Theme &theme, const QPalette &palette,
                                     const ChartLayers &layers, const Odontogram::Marks &marks)
    : m_painter(painter), m_theme(theme), m_colours(theme.chart), m_palette(palette),
      m_layers(layers), m_marks(marks), m_accent(palette.color(QPalette::Link)),
      m_base(painter->transform()), m_unit(std::sqrt(std::abs(m_base.determinant())))
{
}

void OdontogramPainter::paint(const Layout &layout)
{
    m_painter->save();
    m_painter->setRenderHint(QPainter::Antialiasing);
    QRectF wanted(QPointF(), layout.size);
    if (m_painter->hasClipping())
        wanted &= m_painter->clipBoundingRect();
    QList<const Place *> places;
    for (const Place &place : layout.places) {
        // An impacted tooth and a ring may lean a little over into the next column.
        if (place.area.adjusted(-20, 0, 20, 0).intersects(wanted))
            places.append(&place);
    }
    for (const Place *place : places)
        paintGround(*place);
    for (const auto &[left, right] : layout.joints)
        paintJoint(layout.places.at(left), layout.places.at(right));
    m_painter->resetTransform();
    for (const Place *place : places)
        paintTooth(*place);
    m_painter->setTransform(m_base);
    PeriodontalGraph graph(m_painter, m_theme, m_palette, wanted);
    for (qsizetype row = 0; row < layout.rows.size(); ++row)
        graph.paint(layout, row);
    for (const Place *place : places) {
        paintNumber(*place);
        paintQuestion(*place);
        paintBadges(*place);
        paintMobility(*place);
    }
    paintWords(layout);
    if (wanted.bottom() >= layout.legend)
        odontogram::paintLegend(m_painter, m_theme, m_palette, layout,
                                odontogram::signsOn(layout, m_layers, m_marks));
    m_painter->restore();
}

ToothPen OdontogramPainter::penFor(const QTransform &millimetres) const
{
    return {m_painter, odontogram::onPixels(m_painter, millimetres * m_base), m_unit};
}

bool OdontogramPainter::isSelected(const Place &place) const
{
    return m_marks.selected.contains(Odontogram::mark(place.tooth));
}

bool OdontogramPainter::hasCrown(const Place &place) const
{
    return place.presence() == Presence::Pontic || (m_layers.existing && place.findings.crown);
}

void OdontogramPainter::paintGround(const Place &place)
{
    const int mark = Odontogram::mark(place.tooth);
    const QRectF column = place.area.adjusted(1, 1, -1, -1);
    m_painter->setPen(Qt::NoPen);
    if (m_marks.different.contains(mark)) {
        m_painter->setBrush(m_colours.differentFill);
        m_painter->drawRoundedRect(column, 6, 6);
    }
    if (isSelected(place) || m_marks.hovered == mark) {
        QColor tint = m_accent;
        tint.setAlphaF(isSelected(place) ? 0.10F : 0.06F);
        m_painter->setBrush(tint);
        m_painter->drawRoundedRect(column, 6, 6);
    }
}

void OdontogramPainter::paintJoint(const Place &left, const Place &right)
{
    m_painter->setPen(QPen(m_colours.restoration, 1.6));
    m_painter->setBrush(m_colours.restorationFill);
    const auto bar = [&](double y, double half) {
        m_painter->drawRect(
            QRectF(QPointF(left.centre, y - half), QPointF(right.centre, y + half)));
    };
    const auto level = [](const Place &place, const QTransform &side) {
        return side.map(QPointF(0, place.shape->crownHeight * 0.55)).y();
    };
    bar((level(left, left.outer) + level(right, right.outer)) / 2, 5);
    if (left.hasOral && right.hasOral)
        bar((level(left, left.oral) + level(right, right.oral)) / 2, 5);
    if (left.hasChewing && right.hasChewing)
        bar(left.chewing.map(QPointF()).y(), 6);
}

void OdontogramPainter::paintTooth(const Place &place)
{
    if (isSelected(place))
        paintHalo(place);
    const auto side = [&](const QTransform &millimetres, ToothView view) {
        odontogram::drawLook(m_painter, m_colours,
                             {place.shape, view, place.presence(), hasCrown(place)},
                             millimetres * m_base, m_unit);
        if (!m_layers.existing)
            return;
        const ToothPen pen = penFor(millimetres);
        if (view == ToothView::Chewing) {
            paintChewingFindings(place, pen);
        } else {
            paintRootFindings(place, pen);
            paintCrownFindings(place, pen,
                               view == ToothView::Outer ? Surface::Vestibular : Surface::Oral);
        }
    };
    side(place.outer, ToothView::Outer);
    if (place.hasOral)
        side(place.oral, ToothView::Oral);
    if (place.hasChewing)
        side(place.chewing, ToothView::Chewing);
    paintOrders(place);
}

void OdontogramPainter::paintHalo(const Place &place)
{
    const auto around = [&](const QTransform &millimetres, ToothView view) {
        // Half of it lies under the tooth; where there is none to cover it, a line of that width.
        const bool covered = place.presence() != Presence::Missing
            && place.presence() != Presence::Extracted
            && (view != ToothView::Chewing
                || (place.presence() != Presence::Impacted
                    && place.presence() != Presence::Unerupted));
        const QPainterPath path =
            odontogram::silhouette({place.shape, view, place.presence(), hasCrown(place)});
        penFor(millimetres).stroke(path, m_accent, covered ? 6 : 2.6);
    };
    around(place.outer, ToothView::Outer);
    if (place.hasOral)
        around(place.oral, ToothView::Oral);
    if (place.hasChewing)
        around(place.chewing, ToothView::Chewing);
}

void OdontogramPainter::paintRootFindings(const Place &place, const ToothPen &pen)
{
    const ToothShape &shape = *place.shape;
    if (place.findings.rootCanal) {
        for (const QPainterPath &canal : shape.canals)
            pen.stroke(canal, m_colours.restoration, 2.6);
    }
    if (place.findings.post && !shape.canals.isEmpty()) {
        const QPainterPath &canal = shape.canals.last();
        pen.lines({{canal.pointAtPercent(0), canal.pointAtPercent(0.55)}}, m_colours.metalEdge, 4);
    }
    if (place.findings.apical) {
        for (const QPointF &apex : shape.apices) {
            QPainterPath lesion;
            lesion.addEllipse(apex + QPointF(0, 0.2), 1.1, 1.1);
            pen.stroke(lesion, m_colours.caries, 1.6);
        }
    }
}

void OdontogramPainter::drawCaries(const ToothPen &pen, const ToothPatch &patch)
{
    pen.fill(patch.path, m_colours.caries);
    pen.stroke(patch.path, m_colours.caries, 1);
    pen.dots(patch.pits, m_colours.enamel, 1);
}

void OdontogramPainter::drawCondition(const ToothPen &pen, const ToothPatch &patch)
{
    pen.fill(patch.path, m_colours.enamel);
    pen.lines(patch.counterHatch, m_colours.condition, 1.6);
    pen.stroke(patch.path, m_colours.condition, 1.4);
}

void OdontogramPainter::drawFilling(const ToothPen &pen, const ToothPatch &patch)
{
    pen.fill(patch.path, m_colours.restoration);
    pen.stroke(patch.path, m_colours.restoration, 1);
}

void OdontogramPainter::drawTemporary(const ToothPen &pen, const ToothPatch &patch)
{
    pen.fill(patch.path, m_colours.enamel);
    pen.lines(patch.hatch, m_colours.restoration, 1);
    pen.stroke(patch.path, m_colours.restoration, 1.2);
}

void OdontogramPainter::paintCrownFindings(const Place &place, const ToothPen &pen, Surface facing)
{
    const ToothShape &shape = *place.shape;
    const Findings &findings = place.findings;
    const bool outside = facing == Surface::Vestibular;
    if (findings.veneer && outside) {
        pen.fill(shape.crown, m_colours.restorationFill);
        pen.stroke(shape.crown, m_colours.restoration, 1.6);
    }
    using Draw = void (OdontogramPainter::*)(const ToothPen &, const ToothPatch &);
    const auto patch = [&](const QList<Surface> &surfaces, Draw draw) {
        if (surfaces.contains(facing))
            (this->*draw)(pen, shape.belly);
        if (outside && surfaces.contains(Surface::Cervical))
            (this->*draw)(pen, shape.cervical);
    };
    patch(findings.fillings, &OdontogramPainter::drawFilling);
    patch(findings.temporaryFillings, &OdontogramPainter::drawTemporary);
    patch(findings.conditions, &OdontogramPainter::drawCondition);
    patch(findings.caries, &OdontogramPainter::drawCaries);
    if (findings.temporaryCrown)
        pen.lines(shape.crownHatch, m_colours.restoration, 1);
    if (!outside)
        return;
    // Of no surface in particular: a mark in the middle of the crown.
    const auto mark = [&](const QColor &colour, double x) {
        const double size = 0.95;
        const QPointF centre(x, shape.crownHeight * 0.5);
        QPainterPath diamond(centre + QPointF(0, -size));
        diamond.lineTo(centre + QPointF(size, 0));
        diamond.lineTo(centre + QPointF(0, size));
        diamond.lineTo(centre + QPointF(-size, 0));
        diamond.closeSubpath();
        pen.fill(diamond, colour);
    };
    if (findings.wholeFilling)
        mark(m_colours.restoration, -1.1);
    if (findings.wholeCondition)
        mark(m_colours.condition, 1.1);
    if (findings.wholeCaries)
        mark(m_colours.caries, 0);
}

void OdontogramPainter::paintChewingFindings(const Place &place, const ToothPen &pen)
{
    const ToothShape &shape = *place.shape;
    const Findings &findings = place.findings;
    using Draw = void (OdontogramPainter::*)(const ToothPen &, const ToothPatch &);
    const auto each = [&](const QList<Surface> &surfaces, Draw draw) {
        for (const Surface surface : surfaces) {
            const auto patch = shape.surfaces.constFind(surface);
            if (patch != shape.surfaces.cend())
                (this->*draw)(pen, *patch);
        }
    };
    each(findings.fillings, &OdontogramPainter::drawFilling);
    each(findings.temporaryFillings, &OdontogramPainter::drawTemporary);
    if (findings.temporaryCrown)
        pen.lines(shape.chewingHatch, m_colours.restoration, 1);
    each(findings.conditions, &OdontogramPainter::drawCondition);
    each(findings.caries, &OdontogramPainter::drawCaries);
}

void OdontogramPainter::paintOrders(const Place &place)
{
    const ToothShape &shape = *place.shape;
    const ToothPen outer = penFor(place.outer);
    const ToothPen chewing = penFor(place.chewing);
    if (m_layers.doneToday && m_marks.doneToday.contains(Odontogram::mark(place.tooth))) {
        outer.stroke(shape.crown, m_colours.doneToday, 2.4);
        if (place.hasChewing)
            chewing.stroke(shape.chewing, m_colours.doneToday, 2.4);
    }
    if (!m_layers.planned)
        return;
    // With a seam, so that it is seen over a finding too.
    const auto plan = [&](const ToothPen &pen, const QPainterPath &path) {
        pen.stroke(path, m_palette.color(QPalette::Base), 3.6);
        pen.dashed(path, m_accent, 2);
    };
    if (place.findings.wholePlanned) {
        plan(outer, shape.crown);
        if (place.hasChewing)
            plan(chewing, shape.chewing);
    }
    for (const Surface surface : place.findings.planned) {
        if (surface == Surface::Cervical)
            plan(outer, shape.cervical.path);
        else if (place.hasChewing)
            plan(chewing, shape.surfaces.value(surface).path);
    }
}

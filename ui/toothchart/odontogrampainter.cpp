// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/odontogrampainter.h"

#include "ui/theme/theme.h"

#include <QLinearGradient>
#include <QPainter>

using dental::Presence;
using odontogram::Findings;
using odontogram::Layout;
using odontogram::Place;

OdontogramPainter::OdontogramPainter(QPainter *painter, const Theme &theme, const QPalette &palette,
                                     const ChartLayers &layers, const Odontogram::Marks &marks)
    : m_painter(painter), m_theme(theme), m_colours(theme.chart), m_palette(palette),
      m_layers(layers), m_marks(marks), m_accent(palette.color(QPalette::Link)),
      m_base(painter->transform())
{
    QLinearGradient crown(0, -1, 0, 9);
    crown.setColorAt(0, m_colours.enamelNeck);
    crown.setColorAt(0.55, m_colours.enamel);
    m_crownBrush = crown;
    QLinearGradient root(0, 0, 0, -15);
    root.setColorAt(0, m_colours.root);
    root.setColorAt(1, m_colours.rootTip);
    m_rootBrush = root;
}

void OdontogramPainter::paint(const Layout &layout)
{
    m_painter->save();
    m_painter->setRenderHint(QPainter::Antialiasing);
    m_scale = layout.scale;
    for (const Place &place : layout.places)
        paintGround(place);
    for (const auto &[left, right] : layout.joints)
        paintJoint(layout.places.at(left), layout.places.at(right));
    for (const Place &place : layout.places)
        paintTooth(place);
    for (const Place &place : layout.places) {
        paintNumber(place);
        paintBadges(place);
        paintMobility(place);
    }
    paintWords(layout);
    paintLegend(layout);
    m_painter->restore();
}

void OdontogramPainter::enter(const QTransform &transform)
{
    m_painter->setTransform(transform * m_base);
    m_inside = true;
}

void OdontogramPainter::leave()
{
    m_painter->setTransform(m_base);
    m_inside = false;
}

QPen OdontogramPainter::pen(const QColor &colour, double width, Qt::PenStyle style) const
{
    QPen result(colour, m_inside ? width / m_scale : width, style, Qt::RoundCap, Qt::RoundJoin);
    if (style == Qt::DashLine) {
        result.setDashPattern({3, 2.6});
        result.setCapStyle(Qt::FlatCap);
    }
    return result;
}

void OdontogramPainter::ring(const QPainterPath &path, const QPen &outline)
{
    m_painter->setPen(outline);
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawPath(path);
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
    m_painter->setPen(pen(m_colours.restoration, 1.6));
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
    paintSide(place, Side::Outer);
    if (place.hasOral)
        paintSide(place, Side::Oral);
    if (place.hasChewing)
        paintChewing(place);
    leave();
    paintOrders(place);
    leave();
}

void OdontogramPainter::paintHalo(const Place &place)
{
    const auto around = [&](const QTransform &transform, const QList<QPainterPath> &parts) {
        enter(transform);
        for (const QPainterPath &part : parts)
            ring(part, pen(m_accent, 6));
    };
    around(place.outer, place.shape->roots + QList{place.shape->crown});
    if (place.hasOral)
        around(place.oral, place.shape->oralRoots + QList{place.shape->crown});
    if (place.hasChewing)
        around(place.chewing, {place.shape->chewing});
    leave();
}

void OdontogramPainter::paintSide(const Place &place, Side side)
{
    enter(side == Side::Outer ? place.outer : place.oral);
    switch (place.presence()) {
    case Presence::Present:
        paintWholeTooth(place, side);
        break;
    case Presence::Unknown:
        paintUnknown(place, side);
        break;
    case Presence::Missing:
    case Presence::Extracted:
        paintGhost(place, side);
        break;
    case Presence::Impacted:
    case Presence::Unerupted:
        paintHidden(place, side);
        break;
    case Presence::Implant:
        paintImplant(place, side);
        break;
    case Presence::Pontic:
        paintCrown(place, side);
        break;
    }
    if (m_layers.existing)
        paintSideFindings(place, side);
}

void OdontogramPainter::paintRoots(const QList<QPainterPath> &roots)
{
    m_painter->setPen(pen(m_colours.edge, 1));
    m_painter->setBrush(m_rootBrush);
    for (const QPainterPath &root : roots)
        m_painter->drawPath(root);
}

void OdontogramPainter::paintWholeTooth(const Place &place, Side side)
{
    paintRoots(side == Side::Outer ? place.shape->roots : place.shape->oralRoots);
    if (m_layers.existing)
        paintRootFindings(place);
    paintCrown(place, side);
}

void OdontogramPainter::paintCrown(const Place &place, Side side)
{
    const bool crowned = hasCrown(place);
    const ToothShape &shape = *place.shape;
    m_painter->setPen(crowned ? pen(m_colours.restoration, 2) : pen(m_colours.edge, 1));
    m_painter->setBrush(crowned ? QBrush(m_colours.restorationFill) : m_crownBrush);
    m_painter->drawPath(shape.crown);
    ring(side == Side::Outer ? shape.crownLines : shape.oralLines,
         pen(crowned ? m_colours.restoration : m_colours.fine, 0.7));
}

void OdontogramPainter::paintUnknown(const Place &place, Side side)
{
    const ToothShape &shape = *place.shape;
    m_painter->setPen(pen(m_colours.ghost, 0.8));
    m_painter->setBrush(m_colours.unknownFill);
    for (const QPainterPath &root : side == Side::Outer ? shape.roots : shape.oralRoots)
        m_painter->drawPath(root);
    m_painter->drawPath(shape.crown);
    m_painter->setPen(pen(m_colours.unknownHatch, 0.9));
    m_painter->drawLines(shape.hatch);
    const QTransform &transform = side == Side::Outer ? place.outer : place.oral;
    const QPointF centre = transform.map(QPointF(0, shape.crownHeight * 0.5));
    leave();
    text(QRectF(centre - QPointF(20, 20), QSizeF(40, 40)), QStringLiteral("?"), m_colours.unknown,
         font(28, QFont::DemiBold));
    enter(transform);
}

void OdontogramPainter::paintGhost(const Place &place, Side side)
{
    const ToothShape &shape = *place.shape;
    const QPen dashed = pen(m_colours.ghost, 1.1, Qt::DashLine);
    QPainterPath outline = shape.crown;
    for (const QPainterPath &root : side == Side::Outer ? shape.roots : shape.oralRoots)
        outline = outline.united(root);
    ring(outline, dashed);
    if (place.presence() == Presence::Extracted) {
        const QRectF box = outline.boundingRect().adjusted(0.4, 2, -0.4, -0.6);
        m_painter->setPen(pen(m_colours.ghost, 1.8));
        m_painter->drawLine(box.topLeft(), box.bottomRight());
        m_painter->drawLine(box.topRight(), box.bottomLeft());
    }
}

void OdontogramPainter::paintHidden(const Place &place, Side side)
{
    const ToothShape &shape = *place.shape;
    const QTransform &transform = side == Side::Outer ? place.outer : place.oral;
    const bool impacted = place.presence() == Presence::Impacted;
    // The gum is closed over it.
    const double half = shape.width * 0.55;
    QPainterPath gum(QPointF(-half, 0.6));
    gum.cubicTo({-half * 0.4, 1.6}, {half * 0.4, 1.6}, {half, 0.6});
    ring(gum, pen(m_colours.gum, 1.6));
    QTransform hidden;
    if (impacted) {
        hidden.translate(0, -shape.rootLength * 0.42);
        hidden.rotate(shape.anterior ? -17 : -26);
        hidden.scale(0.72, 0.72);
        hidden.translate(0, (shape.rootLength - shape.crownHeight) / 2);
    } else {
        hidden.translate(0, -shape.crownHeight - 0.8);
    }
    enter(hidden * transform);
    if (impacted)
        paintRoots(shape.roots);
    else
        paintRoots({shape.germ});
    paintCrown(place, side);
    enter(transform);
}

void OdontogramPainter::paintImplant(const Place &place, Side side)
{
    const ToothShape &shape = *place.shape;
    m_painter->setPen(pen(m_colours.metalEdge, 1));
    m_painter->setBrush(m_colours.metal);
    m_painter->drawPath(shape.implant);
    m_painter->drawPath(shape.threads);
    if (hasCrown(place)) {
        paintCrown(place, side);
        return;
    }
    m_painter->drawPath(shape.abutment);
    ring(shape.crown, pen(m_colours.ghost, 1, Qt::DashLine));
}

void OdontogramPainter::paintRootFindings(const Place &place)
{
    const ToothShape &shape = *place.shape;
    if (place.findings.rootCanal) {
        for (const QPainterPath &canal : shape.canals)
            ring(canal, pen(m_colours.restoration, 2.6));
    }
    if (place.findings.post && !shape.canals.isEmpty()) {
        const QPainterPath &canal = shape.canals.last();
        m_painter->setPen(pen(m_colours.metalEdge, 4));
        m_painter->drawLine(canal.pointAtPercent(0), canal.pointAtPercent(0.55));
    }
    if (place.findings.apical) {
        m_painter->setPen(pen(m_colours.caries, 1.6));
        m_painter->setBrush(Qt::NoBrush);
        for (const QPointF &apex : shape.apices)
            m_painter->drawEllipse(apex + QPointF(0, 0.2), 1.1, 1.1);
    }
}

void OdontogramPainter::paintSideFindings(const Place &place, Side side)
{
    using dental::Surface;
    const ToothShape &shape = *place.shape;
    const Findings &findings = place.findings;
    const Surface facing = side == Side::Outer ? Surface::Vestibular : Surface::Oral;
    const auto patch = [&](const QList<Surface> &surfaces, const QColor &colour, bool hatched) {
        const auto fill = [&](const QPainterPath &path) {
            m_painter->setPen(pen(colour, 1.2));
            m_painter->setBrush(hatched ? QBrush(Qt::NoBrush) : QBrush(colour));
            m_painter->drawPath(path);
        };
        if (surfaces.contains(facing))
            fill(shape.belly);
        if (side == Side::Outer && surfaces.contains(Surface::Cervical))
            fill(shape.cervical);
    };
    patch(findings.fillings, m_colours.restoration, false);
    patch(findings.temporaryFillings, m_colours.restoration, true);
    patch(findings.conditions, m_colours.condition, false);
    patch(findings.caries, m_colours.caries, false);
    if (side != Side::Outer)
        return;
    if (findings.veneer) {
        m_painter->setPen(pen(m_colours.restoration, 1.6));
        m_painter->setBrush(m_colours.restorationFill);
        m_painter->drawPath(shape.crown);
    }
    // Of no surface in particular: a mark in the middle of the crown.
    const auto mark = [&](const QColor &colour, double x) {
        const double size = 0.95;
        const QPointF centre(x, shape.crownHeight * 0.5);
        m_painter->setPen(pen(m_palette.color(QPalette::Base), 1));
        m_painter->setBrush(colour);
        m_painter->drawPolygon(QPolygonF({centre + QPointF(0, -size), centre + QPointF(size, 0),
                                          centre + QPointF(0, size), centre + QPointF(-size, 0)}));
    };
    if (findings.wholeFilling)
        mark(m_colours.restoration, -1.1);
    if (findings.wholeCondition)
        mark(m_colours.condition, 1.1);
    if (findings.wholeCaries)
        mark(m_colours.caries, 0);
}

void OdontogramPainter::paintChewing(const Place &place)
{
    enter(place.chewing);
    const ToothShape &shape = *place.shape;
    const Presence presence = place.presence();
    const bool crowned = hasCrown(place);
    switch (presence) {
    case Presence::Missing:
    case Presence::Extracted:
    case Presence::Impacted:
    case Presence::Unerupted:
        ring(shape.chewing, pen(m_colours.ghost, 1.1, Qt::DashLine));
        break;
    case Presence::Unknown:
        m_painter->setPen(pen(m_colours.ghost, 0.8));
        m_painter->setBrush(m_colours.unknownFill);
        m_painter->drawPath(shape.chewing);
        m_painter->setPen(pen(m_colours.unknownHatch, 0.9));
        m_painter->drawLines(shape.chewingHatch);
        break;
    case Presence::Implant:
        if (!crowned) {
            ring(shape.chewing, pen(m_colours.ghost, 1.1, Qt::DashLine));
            m_painter->setPen(pen(m_colours.metalEdge, 1));
            m_painter->setBrush(m_colours.metal);
            m_painter->drawEllipse(QPointF(), 1.9, 1.9);
            m_painter->drawEllipse(QPointF(), 0.8, 0.8);
            break;
        }
        [[fallthrough]];
    case Presence::Present:
    case Presence::Pontic:
        m_painter->setPen(Qt::NoPen);
        m_painter->setBrush(crowned ? m_colours.restorationFill : m_colours.enamel);
        m_painter->drawPath(shape.chewing);
        m_painter->setPen(pen(m_colours.fine, 0.8));
        m_painter->setBrush(Qt::NoBrush);
        for (const QPainterPath &surface : shape.surfaces)
            m_painter->drawPath(surface);
        m_painter->drawPath(shape.fissures);
        ring(shape.chewing, crowned ? pen(m_colours.restoration, 2) : pen(m_colours.edge, 1));
        break;
    }
    if (m_layers.existing)
        paintChewingFindings(place);
}

void OdontogramPainter::paintChewingFindings(const Place &place)
{
    const ToothShape &shape = *place.shape;
    const Findings &findings = place.findings;
    const auto fill = [&](const QList<dental::Surface> &surfaces, const QColor &colour) {
        m_painter->setPen(pen(colour, 1));
        m_painter->setBrush(colour);
        for (const dental::Surface surface : surfaces)
            m_painter->drawPath(shape.surfaces.value(surface));
    };
    fill(findings.fillings, m_colours.restoration);
    for (const dental::Surface surface : findings.temporaryFillings) {
        ring(shape.surfaces.value(surface), pen(m_colours.restoration, 1.2));
        m_painter->drawLines(shape.surfaceHatch.value(surface));
    }
    fill(findings.conditions, m_colours.condition);
    fill(findings.caries, m_colours.caries);
}

void OdontogramPainter::paintOrders(const Place &place)
{
    const ToothShape &shape = *place.shape;
    if (m_layers.doneToday && m_marks.doneToday.contains(Odontogram::mark(place.tooth))) {
        enter(place.outer);
        ring(shape.crown, pen(m_colours.doneToday, 2.2));
        if (place.hasChewing) {
            enter(place.chewing);
            ring(shape.chewing, pen(m_colours.doneToday, 2.2));
        }
    }
    if (!m_layers.planned)
        return;
    if (place.findings.wholePlanned) {
        enter(place.outer);
        ring(shape.crown, pen(m_accent, 1.8, Qt::DashLine));
        if (place.hasChewing) {
            enter(place.chewing);
            ring(shape.chewing, pen(m_accent, 1.8, Qt::DashLine));
        }
    }
    for (const dental::Surface surface : place.findings.planned) {
        if (place.hasChewing) {
            enter(place.chewing);
            ring(shape.surfaces.value(surface), pen(m_accent, 1.8, Qt::DashLine));
        }
    }
}

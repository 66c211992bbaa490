// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/toothshapeparts.h"

#include <algorithm>

namespace toothparts {

namespace {

//! How far a root's outline reaches below the neck line, where the crown covers it.
constexpr double covered = 0.6;

//! One root between two x at the neck, to its apex.
QPainterPath root(double distal, double mesial, QPointF apex)
{
    const double length = -apex.y();
    const double half = (mesial - distal) / 2;
    const double middle = (mesial + distal) / 2;
    const double tip = std::clamp(half * 0.22, 0.35, 0.75);
    const auto side = [&](double sign, double share, double width) {
        const double lean = (apex.x() - middle) * share * share;
        return QPointF(middle + lean + sign * half * width, -length * share);
    };
    QPainterPath path = smooth({{distal, 0},
                                side(-1, 0.22, 0.94),
                                side(-1, 0.5, 0.76),
                                side(-1, 0.76, 0.51),
                                side(-1, 0.91, 0.30),
                                {apex.x() - tip * 0.55, apex.y() + tip * 0.35},
                                apex,
                                {apex.x() + tip * 0.55, apex.y() + tip * 0.35},
                                side(1, 0.91, 0.30),
                                side(1, 0.76, 0.51),
                                side(1, 0.5, 0.76),
                                side(1, 0.22, 0.94),
                                {mesial, 0}});
    path.lineTo(mesial * 0.9, covered);
    path.lineTo(distal * 0.9, covered);
    path.closeSubpath();
    return path;
}

//! Two roots of one trunk, which part at the furcation.
QPainterPath twoRoots(double half, QPointF distal, QPointF mesial, QPointF furcation, double tip)
{
    const auto between = [](QPointF a, QPointF b, double share) { return a + (b - a) * share; };
    const double bulge = half * 0.10;
    QPainterPath path =
        smooth({{-half, 0},
                between({-half, 0}, distal - QPointF(tip, 0), 0.33) - QPointF(bulge, 0),
                between({-half, 0}, distal - QPointF(tip, 0), 0.68) - QPointF(bulge, 0),
                distal + QPointF(-tip, tip * 1.1),
                distal,
                distal + QPointF(tip, tip * 1.1),
                between(furcation, distal, 0.62) + QPointF(half * 0.07, 0),
                between(furcation, distal, 0.24) + QPointF(-half * 0.02, 0),
                furcation,
                between(furcation, mesial, 0.24) + QPointF(half * 0.02, 0),
                between(furcation, mesial, 0.62) - QPointF(half * 0.07, 0),
                mesial + QPointF(-tip, tip * 1.1),
                mesial,
                mesial + QPointF(tip, tip * 1.1),
                between({half, 0}, mesial + QPointF(tip, 0), 0.68) + QPointF(bulge, 0),
                between({half, 0}, mesial + QPointF(tip, 0), 0.33) + QPointF(bulge, 0),
                {half, 0}});
    path.lineTo(half * 0.9, covered);
    path.lineTo(-half * 0.9, covered);
    path.closeSubpath();
    return path;
}

QPainterPath canal(QPointF chamber, QPointF bend, QPointF apex)
{
    QPainterPath path(chamber);
    path.quadTo(bend, bend + (apex - bend) * 0.9);
    return path;
}

void addOneRoot(ToothShape &shape, const Measure &measure)
{
    const double half = measure.neck / 2;
    const QPointF apex(-measure.width * 0.06, -measure.root);
    shape.roots = {root(-half, half, apex)};
    shape.apices = {apex};
    shape.canals = {canal({0, measure.crown * 0.1}, {0, -measure.root * 0.5}, apex)};
    shape.oralRoots = shape.roots;
}

//! Vestibular and oral: from outside the second looks out behind the first.
void addTwoRootsInDepth(ToothShape &shape, const Measure &measure)
{
    const double half = measure.neck / 2;
    const QPointF front(measure.width * 0.05, -measure.root);
    const QPointF back(-measure.width * 0.23, -measure.root * 0.93);
    const QPainterPath vestibular = root(-half * 0.92, half, front);
    const QPainterPath oral = root(-half, half * 0.75, back);
    shape.roots = {oral, vestibular};
    shape.oralRoots = {vestibular, oral};
    shape.apices = {back, front};
    shape.canals = {
        canal({-half * 0.3, measure.crown * 0.1}, {-half * 0.4, -measure.root * 0.4}, back),
        canal({half * 0.2, measure.crown * 0.1}, {half * 0.15, -measure.root * 0.4}, front)};
    shape.furcation = {0, -measure.root * 0.45};
}

//! Spread: how far the apices lie from the middle, in halves of the neck.
void addMolarRoots(ToothShape &shape, const Measure &measure, bool palatal, double spread,
                   double trunk)
{
    const double half = measure.neck / 2;
    const double lean = -measure.width * 0.05;
    const double length = palatal ? measure.root * 0.95 : measure.root;
    const QPointF distal(-half * spread + lean, -length * 0.97);
    const QPointF mesial(half * spread + lean * 0.6, -length);
    const QPointF furcation(lean * 0.4, -measure.root * trunk);
    const double tip = std::min(0.6, half * 0.17);
    const QPainterPath pair = twoRoots(half, distal, mesial, furcation, tip);
    shape.furcation = furcation;
    shape.apices = {distal, mesial};
    shape.canals = {
        canal({-half * 0.45, measure.crown * 0.1}, {-half * 0.62, -measure.root * 0.4}, distal),
        canal({half * 0.45, measure.crown * 0.1}, {half * 0.62, -measure.root * 0.4}, mesial)};
    if (!palatal) {
        shape.roots = {pair};
        shape.oralRoots = {pair};
        return;
    }
    const QPointF inner(lean * 0.5, -measure.root * 1.03);
    shape.roots = {root(-half * 0.55, half * 0.55, inner), pair};
    shape.oralRoots = {pair, root(-half * 0.68, half * 0.68, inner)};
    shape.apices.prepend(inner);
    shape.canals.prepend(canal({0, measure.crown * 0.1}, {0, -measure.root * 0.5}, inner));
}

} // namespace

void addRoots(ToothShape &shape, const Measure &measure)
{
    switch (measure.kind) {
    case Kind::Incisor:
    case Kind::LowerIncisor:
    case Kind::Canine:
    case Kind::Premolar:
    case Kind::LowerPremolar:
        addOneRoot(shape, measure);
        break;
    case Kind::TwoRootedPremolar:
        addTwoRootsInDepth(shape, measure);
        break;
    case Kind::UpperMolar:
        addMolarRoots(shape, measure, true, 0.86, 0.36);
        break;
    case Kind::UpperPrimaryMolar:
        addMolarRoots(shape, measure, true, 1.25, 0.2);
        break;
    case Kind::LowerFirstMolar:
    case Kind::LowerMolar:
        addMolarRoots(shape, measure, false, 0.68, 0.3);
        break;
    case Kind::LowerPrimaryMolar:
        addMolarRoots(shape, measure, false, 1.0, 0.18);
        break;
    }
    // A root that still grows is short and open at its end.
    const double half = measure.neck / 2;
    const double length = measure.root * 0.4;
    shape.germ = smooth({{-half, 0}, {-half * 0.93, -length * 0.5}, {-half * 0.8, -length}});
    shape.germ.quadTo({0, -length * 0.55}, {half * 0.8, -length});
    shape.germ.cubicTo({half * 0.86, -length * 0.8}, {half * 0.93, -length * 0.5}, {half, 0});
    shape.germ.lineTo(half * 0.9, covered);
    shape.germ.lineTo(-half * 0.9, covered);
    shape.germ.closeSubpath();
}

void addImplant(ToothShape &shape, const Measure &measure)
{
    const double half = std::clamp(measure.neck * 0.36, 1.25, 2.4);
    const double length = std::min(measure.root * 0.88, 11.5);
    const double collar = 1.2;
    const double pitch = 1.25;
    shape.implant.moveTo(-half, 0);
    shape.implant.lineTo(-half, -collar);
    QList<QPointF> mesialSide;
    double y = -collar;
    for (; y - pitch > -length; y -= pitch) {
        const double wide = half * (1 - 0.25 * (-y / length));
        const double narrow = wide - 0.45;
        shape.implant.lineTo(-narrow, y - pitch * 0.35);
        shape.implant.lineTo(-wide, y - pitch);
        mesialSide.prepend({narrow, y - pitch * 0.35});
        mesialSide.prepend({wide, y - pitch});
        shape.threads.moveTo(-narrow, y - pitch * 0.35);
        shape.threads.lineTo(wide, y - pitch);
    }
    const double end = half * 0.45;
    shape.implant.quadTo({-half * 0.66, -length + 0.2}, {-end, -length});
    shape.implant.lineTo(end, -length);
    shape.implant.quadTo({half * 0.66, -length + 0.2}, mesialSide.first());
    for (const QPointF &point : mesialSide)
        shape.implant.lineTo(point);
    shape.implant.lineTo(half, -collar);
    shape.implant.lineTo(half, 0);
    shape.implant.closeSubpath();

    const double height = measure.crown * 0.55;
    shape.abutment.moveTo(-half * 0.8, 0);
    shape.abutment.lineTo(-half * 0.95, height * 0.3);
    shape.abutment.lineTo(-half * 0.6, height);
    shape.abutment.lineTo(half * 0.6, height);
    shape.abutment.lineTo(half * 0.95, height * 0.3);
    shape.abutment.lineTo(half * 0.8, 0);
    shape.abutment.closeSubpath();
}

} // namespace toothparts

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toothchart/toothshape.h"

// How the parts of a tooth's shape are built from its measures; axes as ToothShape has them.

namespace toothparts {

enum class Kind {
    Incisor,
    LowerIncisor,
    Canine,
    TwoRootedPremolar,
    Premolar,
    LowerPremolar,
    UpperMolar,
    LowerFirstMolar,
    LowerMolar,
    UpperPrimaryMolar,
    LowerPrimaryMolar,
};

//! Millimetres.
struct Measure {
    Kind kind = Kind::Incisor;
    double width = 0; //!< of the crown, mesial to distal
    double crown = 0; //!< its height
    double root = 0; //!< its length
    double depth = 0; //!< of the crown, vestibular to oral
    double neck = 0; //!< width
};

bool isAnterior(Kind kind);

//! A smooth line through all points; closed comes back to the first one.
QPainterPath smooth(const QList<QPointF> &points, bool closed = false);

//! Oblique lines over a shape; over two shapes they go on from one to the other.
QList<QLineF> hatched(const QPainterPath &shape, double spacing);

void addCrown(ToothShape &shape, const Measure &measure);
void addRoots(ToothShape &shape, const Measure &measure);
void addImplant(ToothShape &shape, const Measure &measure);
void addChewing(ToothShape &shape, const Measure &measure);
//! Last: it lies over all the others.
void addHatching(ToothShape &shape);

} // namespace toothparts

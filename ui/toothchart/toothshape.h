// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dentalprofile.h"

#include <QLineF>
#include <QMap>
#include <QPainterPath>

//! A part of a crown and what tells one finding on it from another without colour.
struct ToothPatch {
    QPainterPath path;
    QList<QLineF> hatch; //!< oblique lines
    QList<QLineF> counterHatch; //!< the other way
    QList<QPointF> pits; //!< points spread over it
};

//! How a tooth looks, in millimetres. Mesial is to the right. Seen from outside or from inside, the
//! neck lies on y = 0, the root above it (negative) and the crown below; seen from the chewing
//! side, (0, 0) is the middle and vestibular is up. So it stands as a tooth of quadrant 1; every
//! other one is its mirror image.
struct ToothShape {
    double width = 0; //!< mesial to distal
    double crownHeight = 0;
    double rootLength = 0;
    double depth = 0; //!< vestibular to oral
    double neckWidth = 0;
    bool anterior = false; //!< has an incisal edge instead of an occlusal surface

    QPainterPath crown; //!< from outside
    QPainterPath crownLines; //!< its grooves
    QPainterPath oralLines; //!< those of its inner side
    ToothPatch cervical; //!< class V: a band along the neck
    ToothPatch belly; //!< where a finding of the vestibular or oral side is drawn on the crown
    QList<QPainterPath> roots; //!< from outside, the hindmost first
    QList<QPainterPath> oralRoots; //!< from inside, the hindmost first
    QList<QPainterPath> canals; //!< one for each root
    QList<QPointF> apices; //!< one for each root
    QPointF furcation; //!< where its roots part; null = one root
    QPainterPath germ; //!< its root as long as it has not come through
    QPainterPath implant;
    QPainterPath threads;
    QPainterPath abutment;

    QPainterPath chewing;
    QMap<dental::Surface, ToothPatch> surfaces; //!< of the chewing view: all but cervical
    QPainterPath chewingLines; //!< between its surfaces, and its fissures
    QPainterPath outline; //!< of crown and roots together, from outside
    QPainterPath oralOutline;

    QList<QLineF> unknownHatch; //!< wide, over crown and roots from outside
    QList<QLineF> unknownChewingHatch;
    QList<QLineF> crownHatch; //!< fine
    QList<QLineF> chewingHatch;
};

//! The shape of a tooth; a supernumerary one has its neighbour's, smaller. Computed when it is
//! first asked for, and kept; any thread.
const ToothShape &toothShape(const teeth::Tooth &tooth);

//! Its surfaces in writing order, with incisal or occlusal as it has it.
QList<dental::Surface> surfacesOf(int fdi);

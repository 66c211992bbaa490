// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toothchart/odontogramfindings.h"
#include "ui/toothchart/toothshape.h"

#include <QRectF>
#include <QStringList>
#include <QTransform>
#include <utility>

namespace odontogram {

enum class View { Dental, Periodontal, Both };

//! One side of a row of teeth where the probe is drawn: a view of the teeth, and figures beyond
//! their roots. All y.
struct ProbeSide {
    bool oral = false;
    double neck = 0; //!< 0 mm
    double apical = -1; //!< sign of y from the neck towards the roots
    double depths = 0; //!< middle of the figures
    double recessions = 0;
    double marks = 0;
};

//! A row of teeth: one jaw of one dentition.
struct Row {
    bool upper = true;
    bool primary = false;
    bool graph = false; //!< with periodontal figures
    double left = 0;
    double right = 0;
    double outermost = 0; //!< y of the edge at the numbers
    double innermost = 0; //!< y of the edge towards the other jaw
    double numbers = 0; //!< y of their middle
    QList<ProbeSide> sides; //!< where graph; vestibular first
};

//! One tooth in its place. The transforms take its shape's millimetres to the chart.
struct Place {
    teeth::Tooth tooth;
    qsizetype row = 0; //!< index into Layout::rows
    const ToothShape *shape = nullptr;
    QRectF area;
    QRectF number;
    QRectF badges; //!< between number and root
    QRectF mobility; //!< at the chewing side
    double centre = 0; //!< x
    double mesial = 1; //!< sign of x towards the midline
    double apical = -1; //!< sign of y towards the root, seen from outside
    QTransform outer;
    QTransform oral;
    QTransform chewing;
    bool hasOral = false;
    bool hasChewing = false;
    QString text; //!< its number as the clinic writes it
    std::optional<ToothProfile> found; //!< nothing = the profile does not mention it: unknown
    Findings findings;
    std::optional<ProbedTooth> probed;

    dental::Presence presence() const;
    std::optional<int> mobilityGrade() const; //!< the probe's, else the profile's
};

//! Where everything of a chart stands, in logical units.
struct Layout {
    View view = View::Dental;
    QSizeF size;
    double scale = 0; //!< units for a millimetre
    QList<Row> rows; //!< from above
    QList<Place> places; //!< row by row from above, each from left to right
    QList<std::pair<qsizetype, qsizetype>>
        joints; //!< places that a bridge joins; the left one first
    QStringList notPlaced; //!< what came and is no tooth
    double middle = 0; //!< y between the jaws
    double legend = 0; //!< y of its upper edge
    double footer = 0; //!< y of the middle of what is not placed
};

Layout layOut(const DentalProfile &profile, View view, teeth::Notation notation);

} // namespace odontogram

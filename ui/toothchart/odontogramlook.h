// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toothchart/toothshape.h"

#include <QPainterPath>
#include <QTransform>

class QPainter;
struct ChartColours;

namespace odontogram {

enum class ToothView { Outer, Oral, Chewing };

//! A tooth without its findings, seen from one side.
struct ToothLook {
    const ToothShape *shape = nullptr;
    ToothView view = ToothView::Outer;
    dental::Presence presence = dental::Presence::Unknown;
    bool crowned = false; //!< by a dentist
};

//! Draws it: millimetres takes its shape to the painter's untransformed plane, unit is how long a
//! logical unit is there. On a raster at usual zooms the drawing is kept, per thread and within a
//! bound: a mouth is thirty times the same few teeth, and lines cost a hundred times a copy.
void drawLook(QPainter *painter, const ChartColours &colours, const ToothLook &look,
              const QTransform &millimetres, double unit);

//! What stands out of the ground where the tooth is drawn: its silhouette, for a ring around it.
QPainterPath silhouette(const ToothLook &look);

//! The same place with its origin on a whole pixel, where drawLook puts it on a raster.
QTransform onPixels(const QPainter *painter, const QTransform &millimetres);

} // namespace odontogram

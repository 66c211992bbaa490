// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toothchart/odontogram.h"

class QPainter;
class QPalette;
struct Theme;

namespace odontogram {

//! A sign that a chart may show and that its legend explains.
enum class Sign {
    Caries,
    Condition,
    Filling,
    Temporary,
    Crown,
    RootCanal,
    Apical,
    Planned,
    DoneToday,
    Scanned,
    Different,
    Missing,
    Extracted,
    Unknown,
    Margin,
    Attachment,
    DeepPocket,
    Bleeding,
    Suppuration,
    Plaque,
    Calculus,
    Furcation,
    Mobility,
};

//! The signs that stand on this chart, and no others.
QList<Sign> signsOn(const Layout &layout, const ChartLayers &layers,
                    const Odontogram::Marks &marks);

//! How many lines a legend may need; one line of signs and words is so much high.
int legendLines(const Layout &layout);
constexpr double legendLine = 20;

//! In lines from top, centred.
void paintLegend(QPainter *painter, const Theme &theme, const QPalette &palette,
                 const Layout &layout, const QList<Sign> &signs);

} // namespace odontogram

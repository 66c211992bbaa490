// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

class QPainter;
class QPalette;
struct ChartColours;

// Small signs that stand on a chart and in its legend, in logical units about their centre. Each
// has a form of its own, so that none is told by its colour alone.

namespace odontogram {

enum class ProbeMark { Bleeding, Suppuration, Plaque, Calculus };
enum class Badge { DoneToday, Scanned, Different };

void drawProbeMark(QPainter *painter, const ChartColours &colours, ProbeMark mark, QPointF centre);
void drawBadge(QPainter *painter, const ChartColours &colours, Badge badge, QPointF centre);
//! Grade 1 an open angle, 2 a triangle, 3 a full one; its tip towards the roots.
void drawFurcation(QPainter *painter, const QPalette &palette, int grade, QPointF tip,
                   double apical);

} // namespace odontogram

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toothchart/odontogramplace.h"

#include <QCoreApplication>
#include <QFont>

class QPainter;
class QPalette;
class QPen;
class QColor;
struct ChartColours;
struct Theme;

//! Paints what the probe found on the rows of a chart: margin and attachment as lines through the
//! teeth, figures and marks beyond the roots. A site that was not measured stays empty.
class PeriodontalGraph
{
    Q_DECLARE_TR_FUNCTIONS(PeriodontalGraph)

public:
    PeriodontalGraph(QPainter *painter, const Theme &theme, const QPalette &palette,
                     const QRectF &wanted);
    //! Over the teeth of one row, where it has a graph. Figures outside of what is wanted are left
    //! out.
    void paint(const odontogram::Layout &layout, qsizetype row);

    //! Depths from which a figure is red, and bold too (mm).
    static constexpr int deepFrom = 4;
    static constexpr int veryDeepFrom = 6;

private:
    struct Point;

    QList<QList<Point>> lines(const odontogram::Layout &layout, qsizetype row,
                              const odontogram::ProbeSide &side) const;
    void paintScale(const odontogram::Row &row, const odontogram::ProbeSide &side);
    void paintTable(const odontogram::Layout &layout, qsizetype row,
                    const odontogram::ProbeSide &side);
    void paintLine(const QList<Point> &line);
    void paintFigures(const odontogram::Place &place, const odontogram::ProbeSide &side);
    void paintMarks(const ProbedSite &site, QPointF centre);
    void paintFurcation(const odontogram::Place &place, const odontogram::ProbeSide &side);
    void text(QPointF centre, const QString &words, const QColor &colour, int pixels,
              QFont::Weight weight = QFont::Normal);
    void label(double y, double right, const QString &words);

    QPainter *m_painter;
    const Theme &m_theme;
    const ChartColours &m_colours;
    const QPalette &m_palette;
    QRectF m_wanted;
    double m_scale = 1;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toothchart/odontogram.h"

#include <QBrush>
#include <QFont>
#include <QPalette>
#include <QPen>

class QPainter;
struct ChartColours;

//! Paints one chart once; lives no longer than that.
class OdontogramPainter
{
    Q_DECLARE_TR_FUNCTIONS(Odontogram)

public:
    OdontogramPainter(QPainter *painter, const Theme &theme, const QPalette &palette,
                      const ChartLayers &layers, const Odontogram::Marks &marks);
    void paint(const odontogram::Layout &layout);

private:
    enum class Side { Outer, Oral };

    void paintGround(const odontogram::Place &place);
    void paintJoint(const odontogram::Place &left, const odontogram::Place &right);
    void paintTooth(const odontogram::Place &place);
    void paintHalo(const odontogram::Place &place);
    void paintSide(const odontogram::Place &place, Side side);
    void paintWholeTooth(const odontogram::Place &place, Side side);
    void paintUnknown(const odontogram::Place &place, Side side);
    void paintGhost(const odontogram::Place &place, Side side);
    void paintHidden(const odontogram::Place &place, Side side);
    void paintImplant(const odontogram::Place &place, Side side);
    void paintCrown(const odontogram::Place &place, Side side);
    void paintRoots(const QList<QPainterPath> &roots);
    void paintSideFindings(const odontogram::Place &place, Side side);
    void paintRootFindings(const odontogram::Place &place);
    void paintChewing(const odontogram::Place &place);
    void paintChewingFindings(const odontogram::Place &place);
    void paintOrders(const odontogram::Place &place);

    void paintNumber(const odontogram::Place &place);
    void paintBadges(const odontogram::Place &place);
    void paintMobility(const odontogram::Place &place);
    void paintWords(const odontogram::Layout &layout);
    void paintLegend(const odontogram::Layout &layout);

    //! To the tooth's millimetres; pens are then so many logical units wide.
    void enter(const QTransform &transform);
    void leave();
    QPen pen(const QColor &colour, double width, Qt::PenStyle style = Qt::SolidLine) const;
    QFont font(int pixels, QFont::Weight weight = QFont::Normal) const;
    void text(const QRectF &where, const QString &words, const QColor &colour, const QFont &font,
              Qt::Alignment alignment = Qt::AlignCenter);
    void ring(const QPainterPath &path, const QPen &outline);
    bool isSelected(const odontogram::Place &place) const;
    bool hasCrown(const odontogram::Place &place) const;

    QPainter *m_painter;
    const Theme &m_theme;
    const ChartColours &m_colours;
    const QPalette &m_palette;
    const ChartLayers &m_layers;
    const Odontogram::Marks &m_marks;
    QColor m_accent;
    QTransform m_base;
    QBrush m_crownBrush;
    QBrush m_rootBrush;
    double m_scale = 1;
    bool m_inside = false; //!< between enter() and leave()
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toothchart/odontogram.h"
#include "ui/toothchart/odontogrampen.h"

#include <QFont>

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
    void paintGround(const odontogram::Place &place);
    void paintJoint(const odontogram::Place &left, const odontogram::Place &right);
    void paintTooth(const odontogram::Place &place);
    void paintHalo(const odontogram::Place &place);
    void paintRootFindings(const odontogram::Place &place, const odontogram::ToothPen &pen);
    void paintCrownFindings(const odontogram::Place &place, const odontogram::ToothPen &pen,
                            dental::Surface facing);
    void paintChewingFindings(const odontogram::Place &place, const odontogram::ToothPen &pen);
    void drawCaries(const odontogram::ToothPen &pen, const ToothPatch &patch);
    void drawCondition(const odontogram::ToothPen &pen, const ToothPatch &patch);
    void drawFilling(const odontogram::ToothPen &pen, const ToothPatch &patch);
    void drawTemporary(const odontogram::ToothPen &pen, const ToothPatch &patch);
    void paintOrders(const odontogram::Place &place);

    void paintNumber(const odontogram::Place &place);
    void paintQuestion(const odontogram::Place &place);
    void paintBadges(const odontogram::Place &place);
    void paintMobility(const odontogram::Place &place);
    void paintWords(const odontogram::Layout &layout);

    odontogram::ToothPen penFor(const QTransform &millimetres) const;
    QFont font(int pixels, QFont::Weight weight = QFont::Normal) const;
    void text(const QRectF &where, const QString &words, const QColor &colour, const QFont &font,
              Qt::Alignment alignment = Qt::AlignCenter);
    bool isSelected(const odontogram::Place &place) const;
    bool hasCrown(const odontogram::Place &place) const;

    QPainter *m_painter;
    const Theme &m_theme;
    const ChartColours &m_colours;
    const QPalette &m_palette;
    const ChartLayers &m_layers;
    const Odontogram::Marks &m_marks;
    QColor m_accent;
    QTransform m_base; //!< logical units to the painter's plane
    double m_unit = 1; //!< a logical unit there
};

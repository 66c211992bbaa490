// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dentalprofile.h"
#include "ui/toothchart/odontogramplace.h"

#include <QCoreApplication>
#include <QSet>

class QPainter;
class QPalette;
struct Theme;

//! Which parts of a chart are drawn. Whether a tooth is there is drawn always.
struct ChartLayers {
    bool existing = true; //!< conditions and restorations
    bool planned = true;
    bool doneToday = true;
    bool scans = false;
    friend bool operator==(const ChartLayers &, const ChartLayers &) = default;
};

//! What lies under a point; without surface = the tooth's root, number or figures.
struct ToothHit {
    teeth::Tooth tooth;
    std::optional<dental::Surface> surface;
    friend bool operator==(const ToothHit &, const ToothHit &) = default;
};

//! Our own chart of a mouth, drawn from its profile: no widget, sharp at any zoom. A value; its
//! constructor lays out, everything is in logical units from (0, 0) to size(). The ground is the
//! caller's (QPalette::Base is meant).
class Odontogram
{
    Q_DECLARE_TR_FUNCTIONS(Odontogram)

public:
    using View = odontogram::View;

    //! Teeth that are marked, each by mark().
    struct Marks {
        QSet<int> selected;
        int hovered = 0; //!< 0 = none
        QSet<int> doneToday;
        QSet<int> scanned;
        QSet<int> different; //!< between the two dates that are compared
    };
    //! Its FDI number; negative for the supernumerary tooth beside it.
    static int mark(const teeth::Tooth &tooth);

    Odontogram() = default;
    Odontogram(const DentalProfile &profile, View view, teeth::Notation notation);

    QSizeF size() const { return m_layout.size; }
    View view() const { return m_layout.view; }
    //! In the order of the arrow keys: row by row from above, each as it is seen from left to
    //! right.
    QList<teeth::Tooth> teeth() const;
    //! Everything that belongs to the tooth, number and figures too. Areas never overlap; empty for
    //! a tooth that is not shown.
    QRectF area(const teeth::Tooth &tooth) const;
    //! Where the surface is clicked and marked: on the chewing view, or on the crown where there is
    //! none. Cervical is on the crown always. Empty where this view does not show it.
    QPainterPath surfaceArea(const teeth::Tooth &tooth, dental::Surface surface) const;
    std::optional<ToothHit> at(QPointF point) const;
    //! The teeth that the rectangle touches, in the order of teeth().
    QList<teeth::Tooth> within(const QRectF &marquee) const;
    //! As they came, those of the profile that are no teeth; they stand under the chart.
    QStringList notPlaced() const { return m_layout.notPlaced; }

    void paint(QPainter *painter, const Theme &theme, const QPalette &palette,
               const ChartLayers &layers, const Marks &marks) const;

private:
    const odontogram::Place *place(const teeth::Tooth &tooth) const;

    odontogram::Layout m_layout;
};

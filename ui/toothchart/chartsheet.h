// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "ui/toothchart/chartbar.h"
#include "ui/toothchart/chartscene.h"

class QPrinter;

//! A chart as it leaves the window: on paper, in a file, on the clipboard. Drawn in light colours
//! whatever the window wears.
struct ChartSheet {
    struct Chart {
        ChartScene scene;
        DentalProfile profile;
        Odontogram::Marks marks;
        QString date; //!< of the chart, and where it is from
    };
    QList<Chart> charts; //!< two of them when dates are compared
    QString patient; //!< on paper only
    QString person; //!< age and birth date
    QString printed; //!< the day on which it was printed
    QStringList changes; //!< what differs between two dates
    ChartLayers layers;
};

namespace chartsheet {

//! The charts beside each other, with their dates, without a name; factor = pixels per unit.
QImage picture(const ChartSheet &sheet, double factor);
QSizeF pictureSize(const ChartSheet &sheet);
void paintPicture(QPainter *painter, const ChartSheet &sheet);
//! A page: name, dates, charts, legend. In the units of the painter's device.
void paintPage(QPainter *painter, const QRectF &page, const ChartSheet &sheet);

//! Storage in words where the file cannot be written.
Result<void> savePng(const ChartSheet &sheet, const QString &file);
Result<void> saveSvg(const ChartSheet &sheet, const QString &file);
Result<void> savePdf(const ChartSheet &sheet, const QString &file);
Result<void> print(const ChartSheet &sheet, QPrinter *printer);

//! What the marks mean, for the layers that are shown.
QStringList legend(const ChartSheet &sheet);

} // namespace chartsheet

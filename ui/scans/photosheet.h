// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

class QPainter;

//! A photo on paper: a page of its own that says whose it is.
struct PhotoSheet {
    QString patient;
    QString scanCase; //!< "Case of 12.11.2026"
    QString photo;
    QImage image; //!< null: the page says that it cannot be shown

    //! Fills the page, which is in the device's units.
    void paint(QPainter *painter, const QRectF &page) const;
};

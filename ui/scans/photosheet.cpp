// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/photosheet.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PhotoSheet)
};

constexpr double namePoints = 14;
constexpr double textPoints = 10;

//! A line of text from the left edge; what is left of the page below it.
QRectF below(QPainter *painter, const QRectF &room, double points, bool bold, const QString &text)
{
    QFont font = painter->font();
    font.setPointSizeF(points);
    font.setBold(bold);
    painter->setFont(font);
    // Measured as the device prints, not as the screen shows.
    const QFontMetricsF metrics(font, painter->device());
    const QRectF line(room.topLeft(), QSizeF(room.width(), metrics.lineSpacing()));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(text, Qt::ElideRight, line.width()));
    return room.adjusted(0, line.height(), 0, 0);
}

} // namespace

void PhotoSheet::paint(QPainter *painter, const QRectF &page) const
{
    painter->save();
    painter->setPen(Qt::black);
    QRectF room = below(painter, page, namePoints, true, patient);
    room = below(painter, room, textPoints, false, QString(scanCase + u" · "_s + photo));
    room.adjust(0, painter->fontMetrics().height(), 0, 0);
    if (image.isNull()) {
        painter->drawText(room, Qt::AlignCenter | Qt::TextWordWrap,
                          Words::tr("This photo cannot be shown."));
    } else {
        QRectF place({}, QSizeF(image.size()).scaled(room.size(), Qt::KeepAspectRatio));
        place.moveCenter(room.center());
        place.moveTop(room.top());
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(place, image);
    }
    painter->restore();
}

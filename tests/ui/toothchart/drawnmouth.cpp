// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/toothchart/drawnmouth.h"

#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace {

//! The patient's right is at the viewer's left.
bool isRight(int fdi)
{
    const int quadrant = fdi / 10;
    return quadrant == 1 || quadrant == 4 || quadrant == 5 || quadrant == 8;
}

} // namespace

DrawnMouth::DrawnMouth(dental::Dentition dentition, bool universal)
    : m_dentition(dentition), m_universal(universal)
{
    if (dentition != dental::Dentition::Primary)
        m_teeth += teeth::permanentTeeth();
    if (dentition != dental::Dentition::Permanent)
        m_teeth += teeth::primaryTeeth();
}

QRectF DrawnMouth::box(int fdi) const
{
    const bool primary = teeth::isPrimary(fdi);
    const int columns = primary ? 10 : 16;
    const int digit = fdi % 10;
    const int column = isRight(fdi) ? columns / 2 - digit : columns / 2 + digit - 1;
    const bool mixed = m_dentition == dental::Dentition::Mixed;
    const int row = teeth::isUpper(fdi) ? (mixed && primary ? 1 : 0)
        : mixed                         ? (primary ? 2 : 3)
                                        : 1;
    const int rows = mixed ? 4 : 2;
    // The calibration of the settings' defaults.
    const QRectF grid(m_dentition == dental::Dentition::Primary ? 7.0 : 23.9, 35, 900, 280);
    const qreal across = grid.width() / columns;
    const qreal down = grid.height() / rows;
    const QPointF middle(grid.x() + across * (column + 0.5), grid.y() + down * (row + 0.5));
    const qreal high = mixed ? 56 : 90;
    return {middle.x() - 22, middle.y() - high / 2, 44, high};
}

QMap<dental::Surface, QPointF> DrawnMouth::surfaces(int fdi) const
{
    const QRectF place = box(fdi);
    const qreal x = place.width() * 0.38;
    const qreal y = place.height() * 0.38;
    const QPointF middle = place.center();
    const qreal mesial = isRight(fdi) ? 1 : -1;
    const qreal outer = teeth::isUpper(fdi) ? -1 : 1;
    return {
        {dental::Surface::Mesial, middle + QPointF(mesial * x, 0)},
        {dental::Surface::Distal, middle - QPointF(mesial * x, 0)},
        {dental::Surface::Vestibular, middle + QPointF(0, outer * y)},
        {dental::Surface::Oral, middle - QPointF(0, outer * y)},
        {teeth::isAnterior(fdi) ? dental::Surface::Incisal : dental::Surface::Occlusal, middle}};
}

QByteArray DrawnMouth::svg(bool withIds) const
{
    QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\" height=\"360\" "
                     "viewBox=\"0 0 960 360\">\n";
    for (const int fdi : m_teeth) {
        const QRectF place = box(fdi);
        const QString number =
            teeth::text(teeth::Tooth{fdi, false},
                        m_universal ? teeth::Notation::Universal : teeth::Notation::Fdi);
        const QByteArray id = "tooth-" + number.toLatin1();
        svg += "<g";
        if (withIds)
            svg += " id=\"" + id + '"';
        svg += " transform=\"translate(" + QByteArray::number(place.x()) + ' '
            + QByteArray::number(place.y()) + ")\">\n";
        svg += "<rect width=\"44\" height=\"" + QByteArray::number(place.height())
            + "\" fill=\"#fbf8f0\" stroke=\"#667\"/>\n";
        const auto all = surfaces(fdi);
        for (auto it = all.cbegin(); it != all.cend(); ++it) {
            const QPointF at = it.value() - place.topLeft();
            svg += "<rect";
            if (withIds)
                svg += " id=\"" + id + '-' + dental::text(it.key(), fdi).toLatin1() + '"';
            svg += " x=\"" + QByteArray::number(at.x() - 5) + "\" y=\""
                + QByteArray::number(at.y() - 6)
                + "\" width=\"10\" height=\"12\" fill=\"#dde\"/>\n";
        }
        svg += "</g>\n";
    }
    return svg + "</svg>\n";
}

QImage DrawnMouth::png() const
{
    QImage image(width, height, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    QSvgRenderer(svg(false)).render(&painter);
    return image;
}

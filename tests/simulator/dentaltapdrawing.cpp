// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltapprofile.h"

#include <QBuffer>
#include <QHash>
#include <QImage>
#include <QJsonArray>
#include <QPainter>

using namespace Qt::StringLiterals;

// The vendor's own drawing of a mouth.

namespace sim {

namespace {

//! One tooth on the sheet.
struct Drawn {
    QString fdi;
    QRectF box;
    bool upper = true;
    bool right = true; //!< the patient's: its mesial side is drawn on the right
    QByteArray fill;
    int depth = 0;
};

QByteArray fillOf(const QJsonObject &tooth)
{
    const QString presence = tooth.value("presence"_L1).toString();
    if (presence == "missing"_L1 || presence == "extracted"_L1 || presence == "unerupted"_L1)
        return "none";
    if (presence == "implant"_L1 || presence == "pontic"_L1)
        return "#b9c7d6";
    if (!tooth.value("conditions"_L1).toArray().isEmpty())
        return "#e8a598";
    return tooth.value("restorations"_L1).toArray().isEmpty() ? "#fbf8f0" : "#cfdcea";
}

//! Columns from the patient's right to the left. Primary teeth beside permanent ones stand on the
//! inner side of them; what is no tooth of a quadrant stands in the middle.
QList<Drawn> sheet(const QJsonObject &profile, bool periodontal)
{
    QHash<QString, int> depths;
    for (const QJsonValue &tooth : profile["periodontal"_L1]["teeth"_L1].toArray())
        depths.insert(tooth["fdi"_L1].toString(), tooth["sites"_L1]["B"_L1]["depth"_L1].toInt());
    const QJsonArray all = profile.value("teeth"_L1).toArray();
    const bool primaryOnly = profile["dentition"_L1].toString() == "primary"_L1;
    const int perSide = primaryOnly ? 5 : 8;
    const double step = 900.0 / (2 * perSide);
    QList<Drawn> list;
    int strange = 0;
    for (const QJsonValue &value : all) {
        const QJsonObject tooth = value.toObject();
        Drawn drawn;
        drawn.fdi = tooth["fdi"_L1].toString();
        const int quadrant = drawn.fdi.left(1).toInt();
        const int place = drawn.fdi.mid(1, 1).toInt();
        const bool primary = quadrant > 4;
        const int side = primary ? quadrant - 4 : quadrant;
        drawn.upper = side <= 2;
        drawn.right = side == 1 || side == 4;
        const int column = drawn.right ? perSide - place : perSide + place - 1;
        if (drawn.fdi.size() != 2 || place > perSide) {
            drawn.box = QRectF(450 + 30 * strange++, 166, 24, 28);
        } else if (primary && !primaryOnly) {
            drawn.box = QRectF(30 + column * step + 8, drawn.upper ? 128 : 196, 30, 36);
        } else {
            drawn.box = QRectF(30 + column * step, drawn.upper ? 56 : 238, 44, 66);
        }
        drawn.fill = periodontal ? QByteArray("#fbf8f0") : fillOf(tooth);
        drawn.depth = periodontal ? depths.value(drawn.fdi) : 0;
        list.append(drawn);
    }
    return list;
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 1);
}

QByteArray rectangle(const QRectF &box, const QByteArray &more)
{
    return "<rect x=\"" + number(box.x()) + "\" y=\"" + number(box.y()) + "\" width=\""
        + number(box.width()) + "\" height=\"" + number(box.height()) + "\" " + more + "/>";
}

QByteArray polygon(const QList<QPointF> &points, const QByteArray &more)
{
    QByteArray text;
    for (const QPointF &point : points)
        text += number(point.x()) + ',' + number(point.y()) + ' ';
    return "<polygon points=\"" + text.trimmed() + "\" " + more + "/>";
}

//! The five surfaces: four trapezia around a middle.
QByteArray surfaces(const Drawn &tooth, const QByteArray &id)
{
    const QRectF out = tooth.box;
    const QRectF in =
        out.adjusted(out.width() / 4, out.height() / 4, -out.width() / 4, -out.height() / 4);
    const QByteArray style = "fill=\"" + tooth.fill + "\" stroke=\"#9aa1ab\" stroke-width=\"0.5\"";
    const auto piece = [&](const char *letter, const QList<QPointF> &points) {
        return polygon(points, "id=\"" + id + '-' + letter + "\" " + style);
    };
    const bool front = tooth.fdi.mid(1, 1).toInt() <= 3;
    const char *oral = tooth.upper ? "P" : "L";
    QByteArray svg = piece(tooth.upper ? "V" : oral,
                           {out.topLeft(), out.topRight(), in.topRight(), in.topLeft()});
    svg += piece(tooth.upper ? oral : "V",
                 {out.bottomLeft(), out.bottomRight(), in.bottomRight(), in.bottomLeft()});
    svg += piece(tooth.right ? "D" : "M",
                 {out.topLeft(), in.topLeft(), in.bottomLeft(), out.bottomLeft()});
    svg += piece(tooth.right ? "M" : "D",
                 {out.topRight(), in.topRight(), in.bottomRight(), out.bottomRight()});
    return svg + rectangle(in, "id=\"" + id + '-' + (front ? "I" : "O") + "\" " + style);
}

} // namespace

QByteArray chartSvg(const QJsonObject &profile, bool periodontal)
{
    QByteArray svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"960\" height=\"360\" "
                     "viewBox=\"0 0 960 360\">\n<rect width=\"960\" height=\"360\" "
                     "fill=\"#ffffff\"/>\n";
    for (const Drawn &tooth : sheet(profile, periodontal)) {
        const QByteArray fdi = QString(tooth.fdi).remove(u' ').toLatin1();
        const QByteArray id = "tooth-" + fdi;
        svg += "<g id=\"" + id + "\">";
        svg += rectangle(tooth.box, "rx=\"8\" stroke=\"#6b7280\" fill=\"" + tooth.fill + '"');
        svg += surfaces(tooth, id);
        if (tooth.depth > 0) {
            const QRectF pocket(tooth.box.x(), tooth.box.y(), tooth.box.width(), tooth.depth * 6);
            svg += rectangle(pocket, "fill=\"#c2554d\" fill-opacity=\"0.6\"");
        }
        const double below = tooth.upper ? tooth.box.top() - 8 : tooth.box.bottom() + 20;
        svg += "<text x=\"" + number(tooth.box.x()) + "\" y=\"" + number(below)
            + "\" font-family=\"sans-serif\" font-size=\"16\">" + fdi + "</text></g>\n";
    }
    return svg + "</svg>\n";
}

QByteArray chartPng(const QJsonObject &profile, bool periodontal)
{
    QImage image(ChartWidth, ChartHeight, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (const Drawn &tooth : sheet(profile, periodontal)) {
        painter.setPen(QColor(0x6b, 0x72, 0x80));
        painter.setBrush(tooth.fill == "none" ? QBrush(Qt::NoBrush)
                                              : QBrush(QColor(QLatin1StringView(tooth.fill))));
        painter.drawRoundedRect(tooth.box, 8, 8);
        const QRectF pocket(tooth.box.x(), tooth.box.y(), tooth.box.width(), tooth.depth * 6);
        if (tooth.depth > 0)
            painter.fillRect(pocket, QColor(0xc2, 0x55, 0x4d, 150));
    }
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        qFatal("Qt writes no PNG");
    return png;
}

} // namespace sim

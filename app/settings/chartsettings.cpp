// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/chartsettings.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace settings {

namespace {

using ChartGrid = Settings::DentalTap::ChartGrid;

const QString idNotation = u"dentaltap/chartIdNotation"_s;

//! Numbers from 0 to 1; empty where they are not so many, or are others.
QList<qreal> shares(const QStringList &parts, qsizetype count)
{
    QList<qreal> numbers;
    for (const QString &part : parts) {
        bool ok = false;
        const qreal number = part.toDouble(&ok);
        if (ok && number >= 0 && number <= 1)
            numbers.append(number);
    }
    return numbers.size() == count && parts.size() == count ? numbers : QList<qreal>();
}

//! Left, top, width and height in parts of the picture.
void readGrid(Reading &reading, const QString &key, ChartGrid &grid)
{
    QStringList parts;
    reading.read(key, parts);
    if (!parts.isEmpty()) {
        const QList<qreal> numbers = shares(parts, 4);
        if (!numbers.isEmpty() && numbers.at(2) > 0 && numbers.at(3) > 0
            && numbers.at(0) + numbers.at(2) <= 1.0001 && numbers.at(1) + numbers.at(3) <= 1.0001)
            grid.area = {numbers.at(0), numbers.at(1), numbers.at(2), numbers.at(3)};
        else
            reading.refuse(key,
                           words(QT_TRANSLATE_NOOP(
                               "Settings",
                               "it is left, top, width and height in parts of the picture, each "
                               "from 0 to 1")));
    }
    const QString toothKey = key + u"Tooth"_s;
    QStringList size;
    reading.read(toothKey, size);
    if (!size.isEmpty()) {
        const QList<qreal> numbers = shares(size, 2);
        if (!numbers.isEmpty() && numbers.at(0) > 0 && numbers.at(1) > 0)
            grid.tooth = {numbers.at(0), numbers.at(1)};
        else
            reading.refuse(
                toothKey,
                words(QT_TRANSLATE_NOOP(
                    "Settings", "it is width and height of a tooth in parts of the picture")));
    }
    const QString orderKey = key + u"Order"_s;
    reading.read(orderKey, grid.order);
    static const QRegularExpression form(u"^\\d\\d-\\d\\d(/\\d\\d-\\d\\d)*$"_s);
    if (!form.match(grid.order).hasMatch())
        reading.refuse(
            orderKey,
            words(QT_TRANSLATE_NOOP("Settings", "it is rows of FDI numbers, as in 18-28/48-38")));
}

} // namespace

void readCharts(Reading &reading, Settings::DentalTap::ChartPictures &charts)
{
    reading.read(u"dentaltap/chartIdPrefix"_s, charts.idPrefix);
    QString notation = u"fdi"_s;
    reading.readWord(idNotation, notation, {u"fdi"_s, u"universal"_s});
    charts.idNotation =
        notation == u"universal"_s ? teeth::Notation::Universal : teeth::Notation::Fdi;
    readGrid(reading, u"dentaltap/chartGrid"_s, charts.grid);
    readGrid(reading, u"dentaltap/chartPrimaryGrid"_s, charts.primaryGrid);
    readGrid(reading, u"dentaltap/chartMixedGrid"_s, charts.mixedGrid);
}

void writeCharts(const std::function<void(const QString &, const QVariant &)> &put,
                 const Settings::DentalTap::ChartPictures &charts)
{
    put(u"dentaltap/chartIdPrefix"_s, charts.idPrefix);
    put(idNotation, charts.idNotation == teeth::Notation::Universal ? u"universal"_s : u"fdi"_s);
    const auto putGrid = [&put](const QString &key, const ChartGrid &grid) {
        const QRectF &area = grid.area;
        put(key,
            u"%1, %2, %3, %4"_s.arg(area.x()).arg(area.y()).arg(area.width()).arg(area.height()));
        put(QString(key + u"Order"_s), grid.order);
        put(QString(key + u"Tooth"_s),
            u"%1, %2"_s.arg(grid.tooth.width()).arg(grid.tooth.height()));
    };
    putGrid(u"dentaltap/chartGrid"_s, charts.grid);
    putGrid(u"dentaltap/chartPrimaryGrid"_s, charts.primaryGrid);
    putGrid(u"dentaltap/chartMixedGrid"_s, charts.mixedGrid);
}

} // namespace settings

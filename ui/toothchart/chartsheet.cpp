// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/chartsheet.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

struct ChartSheetWords {
    Q_DECLARE_TR_FUNCTIONS(ChartSheet)
};

//! Between two charts, and around them, in the units of a chart.
constexpr qreal gap = 24;
constexpr qreal caption = 28;
constexpr double pngFactor = 2;
//! A picture is never larger than this on a side.
constexpr double mostPixels = 12000;
constexpr int pdfDotsPerInch = 300;

//! Paper is white.
const QPalette &paper()
{
    static const QPalette palette = [] {
        QPalette light;
        light.setColor(QPalette::Window, Qt::white);
        light.setColor(QPalette::WindowText, QColor(0x16, 0x20, 0x2e));
        light.setColor(QPalette::Base, Qt::white);
        light.setColor(QPalette::Text, QColor(0x16, 0x20, 0x2e));
        light.setColor(QPalette::PlaceholderText, QColor(0x6a, 0x74, 0x82));
        light.setColor(QPalette::Highlight, QColor(0x0b, 0x61, 0xc8));
        light.setColor(QPalette::Link, QColor(0x0b, 0x61, 0xc8));
        return light;
    }();
    return palette;
}

QFont sized(const QPainter &painter, qreal pixels, QFont::Weight weight = QFont::Normal)
{
    QFont font = painter.font();
    font.setPixelSize(std::max(1, qRound(pixels)));
    font.setWeight(weight);
    return font;
}

QPainterPath chartGround(const QSizeF &size)
{
    QPainterPath path;
    path.addRect(QRectF(QPointF(), size));
    return path;
}

tl::unexpected<Error> unwritable(const QString &file)
{
    return failure(Error::Kind::Storage, ChartSheetWords::tr("%1 cannot be written.").arg(file));
}

} // namespace

namespace chartsheet {

QStringList legend(const ChartSheet &sheet)
{
    QStringList lines;
    if (sheet.layers.planned)
        lines.append(ChartSheetWords::tr("dashed: planned", "legend"));
    if (sheet.layers.doneToday)
        lines.append(ChartSheetWords::tr("green mark: done today", "legend"));
    if (sheet.layers.scans)
        lines.append(ChartSheetWords::tr("blue mark: scanned with Dental Desktop", "legend"));
    lines.append(ChartSheetWords::tr("dashed outline of a tooth: not in the mouth", "legend"));
    lines.append(ChartSheetWords::tr("?: its state is not known", "legend"));
    if (sheet.charts.size() > 1)
        lines.append(ChartSheetWords::tr("dotted: differs between the two dates", "legend"));
    lines.append(ChartSheetWords::tr("the patient's right is at the left", "legend"));
    return lines;
}

QSizeF pictureSize(const ChartSheet &sheet)
{
    QSizeF size(gap, 0);
    for (const ChartSheet::Chart &chart : sheet.charts) {
        size.rwidth() += chart.scene.size().width() + gap;
        size.setHeight(std::max(size.height(), chart.scene.size().height()));
    }
    size.rheight() += caption + gap;
    return size;
}

void paintPicture(QPainter *painter, const ChartSheet &sheet)
{
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter->fillPath(chartGround(pictureSize(sheet)), Qt::white);
    qreal x = gap;
    for (const ChartSheet::Chart &chart : sheet.charts) {
        painter->save();
        painter->translate(x, 0);
        painter->setFont(sized(*painter, 12));
        painter->setPen(paper().color(QPalette::WindowText));
        painter->drawText(QRectF(0, 0, chart.scene.size().width(), caption), Qt::AlignCenter,
                          chart.date);
        painter->translate(0, caption);
        painter->setClipRect(QRectF(QPointF(), chart.scene.size()));
        chart.scene.paint(painter, Theme::of(paper()), paper(), sheet.layers, chart.marks,
                          chart.profile);
        painter->restore();
        x += chart.scene.size().width() + gap;
    }
}

QImage picture(const ChartSheet &sheet, double factor)
{
    const QSizeF size = pictureSize(sheet);
    const double bounded =
        std::min({factor, mostPixels / size.width(), mostPixels / size.height()});
    QImage image((size * bounded).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(bounded, bounded);
    paintPicture(&painter, sheet);
    return image;
}

void paintPage(QPainter *painter, const QRectF &page, const ChartSheet &sheet)
{
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const qreal line = page.height() / 46;
    painter->setPen(paper().color(QPalette::WindowText));
    qreal y = page.y();
    const auto write = [&](const QString &text, qreal size, QFont::Weight weight) {
        if (text.isEmpty())
            return;
        painter->setFont(sized(*painter, size, weight));
        const QRectF room(page.x(), y, page.width(), page.bottom() - y);
        QRectF taken;
        painter->drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text, &taken);
        y += taken.height() + size * 0.3;
    };
    write(sheet.patient, line * 1.1, QFont::DemiBold);
    write(sheet.person, line * 0.62, QFont::Normal);
    y += line * 0.5;

    const QString legendText = legend(sheet).join(u" · "_s);
    painter->setFont(sized(*painter, line * 0.5));
    const QRectF foot(page.x(), page.bottom() - line * 3, page.width(), line * 3);
    painter->drawText(foot, Qt::AlignLeft | Qt::AlignBottom | Qt::TextWordWrap,
                      QString(legendText + u'\n' + sheet.printed));

    const QString changes = sheet.changes.join(u'\n');
    const qreal changesHeight = changes.isEmpty()
        ? 0
        : std::min(
            page.height() / 3,
            painter->fontMetrics().boundingRect(page.toRect(), Qt::TextWordWrap, changes).height()
                + line);
    const QRectF room(page.x(), y, page.width(), foot.top() - line * 0.5 - y - changesHeight);
    const QSizeF size = pictureSize(sheet);
    const double factor = std::min(room.width() / size.width(), room.height() / size.height());
    painter->save();
    painter->translate(room.x() + (room.width() - size.width() * factor) / 2, room.y());
    painter->scale(factor, factor);
    paintPicture(painter, sheet);
    painter->restore();
    if (!changes.isEmpty()) {
        painter->setPen(paper().color(QPalette::WindowText));
        painter->drawText(QRectF(page.x(), room.y() + size.height() * factor + line * 0.5,
                                 page.width(), changesHeight),
                          Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, changes);
    }
    painter->restore();
}

Result<void> savePng(const ChartSheet &sheet, const QString &file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly) || !picture(sheet, pngFactor).save(&out, "PNG")
        || !out.commit())
        return unwritable(file);
    return {};
}

Result<void> saveSvg(const ChartSheet &sheet, const QString &file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return unwritable(file);
    QSvgGenerator generator;
    generator.setOutputDevice(&out);
    const QSizeF size = pictureSize(sheet);
    generator.setSize(QSize(int(std::ceil(size.width())), int(std::ceil(size.height()))));
    generator.setViewBox(QRectF(QPointF(), size));
    QPainter painter;
    if (!painter.begin(&generator))
        return unwritable(file);
    paintPicture(&painter, sheet);
    painter.end();
    if (!out.commit())
        return unwritable(file);
    return {};
}

Result<void> savePdf(const ChartSheet &sheet, const QString &file)
{
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
        return unwritable(file);
    {
        QPdfWriter writer(&out);
        writer.setCreator(u"Vestibule"_s);
        writer.setResolution(pdfDotsPerInch);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageOrientation(QPageLayout::Landscape);
        QPainter painter;
        if (!painter.begin(&writer))
            return unwritable(file);
        paintPage(&painter, QRectF(QPointF(), QSizeF(writer.width(), writer.height())), sheet);
        painter.end();
    }
    if (!out.commit())
        return unwritable(file);
    return {};
}

Result<void> print(const ChartSheet &sheet, QPrinter *printer)
{
    QPainter painter;
    if (!painter.begin(printer))
        return failure(Error::Kind::Storage, ChartSheetWords::tr("The printer takes nothing."));
    const QRectF page = printer->pageRect(QPrinter::DevicePixel);
    paintPage(&painter, QRectF(QPointF(), page.size()), sheet);
    if (!painter.end())
        return failure(Error::Kind::Storage, ChartSheetWords::tr("The printer takes nothing."));
    return {};
}

} // namespace chartsheet

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/chartscene.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QSvgRenderer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

//! Between one part and the next, in the units of the upper one.
constexpr qreal gap = 12;
//! A picture that states no size of its own is taken to be this wide.
constexpr qreal usualWidth = 960;
//! Nothing is laid out wider or higher than this.
constexpr qreal largest = 8192;
constexpr qreal smallest = 200;

bool hasPlanned(const DentalProfile &profile, const teeth::Tooth &tooth)
{
    return std::any_of(profile.teeth.cbegin(), profile.teeth.cend(), [&](const ToothProfile &each) {
        return each.tooth == tooth && !each.planned.isEmpty();
    });
}

bool hasMarks(const ChartLayers &layers, const Odontogram::Marks &marks,
              const DentalProfile &profile)
{
    return !marks.selected.isEmpty() || !marks.different.isEmpty()
        || (layers.doneToday && !marks.doneToday.isEmpty())
        || (layers.scans && !marks.scanned.isEmpty())
        || (layers.planned
            && std::any_of(profile.teeth.cbegin(), profile.teeth.cend(),
                           [](const ToothProfile &each) { return !each.planned.isEmpty(); }));
}

} // namespace

ChartScene::ChartScene(const DentalProfile &profile, Odontogram::View view,
                       teeth::Notation notation)
{
    addDrawing(profile, view, notation);
}

bool ChartScene::addPicture(const QByteArray &bytes, const QString &format,
                            const DentalProfile &profile, const ChartHitMap::Pictures &pictures)
{
    Part part;
    if (format == "svg"_L1) {
        part.svg = std::make_shared<QSvgRenderer>(bytes);
        if (!part.svg->isValid())
            return false;
        part.size = part.svg->viewBoxF().size();
        if (part.size.isEmpty())
            part.size = part.svg->defaultSize();
    } else {
        part.image = QImage::fromData(bytes, "PNG");
        if (part.image.isNull())
            return false;
        part.size = part.image.size();
    }
    if (part.size.isEmpty())
        return false;
    const QSizeF own = part.size;
    // One unit is about a pixel at 100 %, whatever the picture calls its own.
    const bool odd = own.width() > largest || own.height() > largest || own.width() < smallest;
    const qreal factor = odd ? usualWidth / own.width() : 1;
    part.size = own * factor;
    // Not before the first picture is painted: it costs half as much again.
    part.findTeeth = [bytes, svg = part.svg, pictures, own, factor,
                      dentition = dental::dentitionOf(profile)] {
        ChartHitMap map = svg ? ChartHitMap::fromMarks(bytes, *svg, pictures) : ChartHitMap();
        if (map.isEmpty())
            return ChartHitMap::fromGrid(own, dentition, pictures).scaled(factor);
        // Element bounds are in the units of the view box, whose corner need not be zero.
        return map.moved(-svg->viewBoxF().topLeft()).scaled(factor);
    };
    append(std::move(part));
    return true;
}

void ChartScene::addDrawing(const DentalProfile &profile, Odontogram::View view,
                            teeth::Notation notation)
{
    Part part;
    part.drawing.emplace(profile, view, notation);
    part.size = part.drawing->size();
    append(std::move(part));
}

void ChartScene::append(Part part)
{
    part.at = {0, m_parts.isEmpty() ? 0 : m_size.height() + gap};
    m_size = {std::max(m_size.width(), part.size.width()), part.at.y() + part.size.height()};
    m_parts.append(std::move(part));
    for (Part &each : m_parts)
        each.at.setX((m_size.width() - each.size.width()) / 2);
}

void ChartScene::setBackground(const QByteArray &bytes, const QString &format)
{
    if (m_parts.isEmpty())
        return;
    Part &part = m_parts.last();
    if (format == "svg"_L1) {
        part.groundSvg = std::make_shared<QSvgRenderer>(bytes);
        part.groundSvg->setAspectRatioMode(Qt::KeepAspectRatio);
    } else {
        part.groundImage = QImage::fromData(bytes, "PNG");
    }
}

void ChartScene::paintGround(QPainter *painter, const Part &part, const QRectF &place, bool dark)
{
    painter->save();
    // It was drawn for paper, and the teeth are what is looked at.
    painter->setOpacity(dark ? 0.4 : 1);
    if (part.groundSvg) {
        part.groundSvg->render(painter, place);
    } else if (!part.groundImage.isNull()) {
        QRectF fitted({},
                      QSizeF(part.groundImage.size()).scaled(place.size(), Qt::KeepAspectRatio));
        fitted.moveCenter(place.center());
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(fitted, part.groundImage);
    }
    painter->restore();
}

const ChartHitMap &ChartScene::Part::map() const
{
    if (!found)
        found = std::make_shared<const ChartHitMap>(findTeeth ? findTeeth() : ChartHitMap());
    return *found;
}

ChartScene::Source ChartScene::Part::source() const
{
    if (drawing)
        return Source::Drawing;
    return map().isMarked() ? Source::Marks : Source::Grid;
}

QList<teeth::Tooth> ChartScene::Part::teeth() const
{
    return drawing ? drawing->teeth() : map().teeth();
}

QRectF ChartScene::Part::area(const teeth::Tooth &tooth) const
{
    const QRectF own = drawing ? drawing->area(tooth) : map().area(tooth);
    return own.isNull() ? own : own.translated(at);
}

QList<teeth::Tooth> ChartScene::teeth() const
{
    QList<teeth::Tooth> all;
    for (const Part &part : m_parts) {
        for (const teeth::Tooth &tooth : part.teeth()) {
            if (!all.contains(tooth))
                all.append(tooth);
        }
    }
    return all;
}

QRectF ChartScene::area(const teeth::Tooth &tooth) const
{
    for (const Part &part : m_parts) {
        const QRectF area = part.area(tooth);
        if (!area.isNull())
            return area;
    }
    return {};
}

QPainterPath ChartScene::surfaceArea(const teeth::Tooth &tooth, dental::Surface surface) const
{
    for (const Part &part : m_parts) {
        const QPainterPath own = part.drawing ? part.drawing->surfaceArea(tooth, surface)
                                              : part.map().surfaceArea(tooth, surface);
        if (!own.isEmpty())
            return own.translated(part.at);
    }
    return {};
}

std::optional<ToothHit> ChartScene::at(QPointF point) const
{
    for (const Part &part : m_parts) {
        if (!QRectF(part.at, part.size).contains(point))
            continue;
        return part.drawing ? part.drawing->at(point - part.at) : part.map().at(point - part.at);
    }
    return std::nullopt;
}

QList<teeth::Tooth> ChartScene::within(const QRectF &marquee) const
{
    QList<teeth::Tooth> found;
    for (const Part &part : m_parts) {
        const QRectF own = marquee.translated(-part.at);
        const QList<teeth::Tooth> here =
            part.drawing ? part.drawing->within(own) : part.map().within(own);
        for (const teeth::Tooth &tooth : here) {
            if (!found.contains(tooth))
                found.append(tooth);
        }
    }
    return found;
}

QList<ChartScene::Source> ChartScene::sources() const
{
    QList<Source> found;
    for (const Part &part : m_parts) {
        if (!found.contains(part.source()))
            found.append(part.source());
    }
    return found;
}

bool ChartScene::hasPicture() const
{
    return std::any_of(m_parts.cbegin(), m_parts.cend(),
                       [](const Part &part) { return !part.drawing.has_value(); });
}

void ChartScene::paint(QPainter *painter, const Theme &theme, const QPalette &palette,
                       const ChartLayers &layers, const Odontogram::Marks &marks,
                       const DentalProfile &profile) const
{
    for (const Part &part : m_parts) {
        const QRectF place(part.at, part.size);
        painter->save();
        if (part.drawing) {
            paintGround(painter, part, place, theme.dark);
            painter->translate(part.at);
            part.drawing->paint(painter, theme, palette, layers, marks);
        } else {
            // Pictures are drawn for paper.
            painter->fillRect(place, Qt::white);
            paintGround(painter, part, place, false);
            if (part.svg) {
                part.svg->render(painter, place);
            } else {
                painter->setRenderHint(QPainter::SmoothPixmapTransform);
                painter->drawImage(place, part.image);
            }
            painter->translate(part.at);
            if (hasMarks(layers, marks, profile))
                paintMarks(painter, part, theme, palette, layers, marks, profile);
        }
        painter->restore();
    }
}

void ChartScene::paintMarks(QPainter *painter, const Part &part, const Theme &theme,
                            const QPalette &palette, const ChartLayers &layers,
                            const Odontogram::Marks &marks, const DentalProfile &profile)
{
    painter->setRenderHint(QPainter::Antialiasing);
    // On white, in the dark too.
    const QColor chosen = palette.color(QPalette::Highlight);
    const ChartColours &colours = theme.chart;
    for (const teeth::Tooth &tooth : part.map().teeth()) {
        const QRectF area = part.map().area(tooth).adjusted(-1, -1, 1, 1);
        const qreal side = std::min(area.width(), area.height()) * 0.16;
        const auto ring = [&](const QColor &colour, Qt::PenStyle style, qreal inset) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(colour, 1.6, style));
            painter->drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), 4, 4);
        };
        const auto dot = [&](const QColor &colour, int place) {
            painter->setPen(QPen(Qt::white, 1));
            painter->setBrush(colour);
            painter->drawEllipse(
                QPointF(area.right() - side * (0.8 + 2.2 * place), area.bottom() - side * 0.8),
                side, side);
        };
        if (layers.planned && hasPlanned(profile, tooth))
            ring(theme.warning, Qt::DashLine, 0);
        if (layers.doneToday && marks.doneToday.contains(Odontogram::mark(tooth)))
            dot(colours.doneToday, 0);
        if (layers.scans && marks.scanned.contains(Odontogram::mark(tooth)))
            dot(colours.scan, 1);
        if (marks.different.contains(Odontogram::mark(tooth)))
            ring(colours.different, Qt::DotLine, 2);
        if (marks.selected.contains(Odontogram::mark(tooth))) {
            QColor fill = chosen;
            fill.setAlpha(34);
            painter->setBrush(fill);
            painter->setPen(QPen(chosen, 2.2));
            painter->drawRoundedRect(area, 4, 4);
        }
    }
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/charthitmap.h"

#include <QSvgRenderer>
#include <QTransform>
#include <QXmlStreamReader>
#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace {

//! The middle of a tooth: what is chewed with.
constexpr qreal edgeShare = 0.3;

//! The patient's right, which a viewer has on the left.
bool isRight(int fdi)
{
    const int quadrant = fdi / 10;
    return quadrant == 1 || quadrant == 4 || quadrant == 5 || quadrant == 8;
}

dental::Surface chewingSurface(int fdi)
{
    return teeth::isAnterior(fdi) ? dental::Surface::Incisal : dental::Surface::Occlusal;
}

//! "O", "V5"; a chewing surface is what this tooth has of it.
std::optional<dental::Surface> surfaceOf(const QString &word, int fdi)
{
    const QString letter = word.toUpper();
    if (letter == "V5"_L1)
        return dental::Surface::Cervical;
    const auto surface = dental::surfaceFromText(letter);
    const bool chewing =
        surface == dental::Surface::Occlusal || surface == dental::Surface::Incisal;
    return chewing ? chewingSurface(fdi) : surface;
}

std::optional<teeth::Tooth> toothOf(QString word, teeth::Notation notation)
{
    teeth::Tooth tooth;
    if (notation == teeth::Notation::Universal)
        return teeth::toothFromUniversal(word);
    if (word.endsWith(u'S')) {
        tooth.supernumerary = true;
        word.chop(1);
    }
    bool number = false;
    tooth.fdi = word.toInt(&number);
    if (!number || !teeth::isFdi(tooth.fdi))
        return std::nullopt;
    return tooth;
}

//! "18-28": the teeth of one arch as they stand in a row, from left to right.
QList<int> row(const QString &ends)
{
    const QStringList both = ends.split(u'-');
    if (both.size() != 2)
        return {};
    const int from = both.first().trimmed().toInt();
    const int to = both.last().trimmed().toInt();
    if (!teeth::isFdi(from) || !teeth::isFdi(to) || teeth::isPrimary(from) != teeth::isPrimary(to)
        || teeth::isUpper(from) != teeth::isUpper(to))
        return {};
    QList<int> arch;
    for (const int each :
         teeth::isPrimary(from) ? teeth::primaryTeeth() : teeth::permanentTeeth()) {
        if (teeth::isUpper(each) == teeth::isUpper(from))
            arch.append(each);
    }
    const qsizetype first = arch.indexOf(from);
    const qsizetype end = arch.indexOf(to);
    QList<int> result = arch.mid(std::min(first, end), std::abs(end - first) + 1);
    if (first > end)
        std::reverse(result.begin(), result.end());
    return result;
}

//! The patient's right stands at the left, as a viewer sees it; false = mirrored.
bool runsAsSeen(const QList<int> &row)
{
    if (isRight(row.first()) != isRight(row.last()))
        return isRight(row.first());
    return isRight(row.first()) == (row.first() % 10 >= row.last() % 10);
}

QPainterPath quadrilateral(QPointF a, QPointF b, QPointF c, QPointF d)
{
    QPainterPath path(a);
    path.lineTo(b);
    path.lineTo(c);
    path.lineTo(d);
    path.closeSubpath();
    return path;
}

} // namespace

ChartHitMap ChartHitMap::fromMarks(const QByteArray &svg, const QSvgRenderer &renderer,
                                   const Pictures &pictures)
{
    ChartHitMap map;
    if (pictures.idPrefix.isEmpty())
        return map;
    const auto bounds = [&renderer](const QString &id) {
        return renderer.transformForElement(id).mapRect(renderer.boundsOnElement(id));
    };
    struct Part {
        teeth::Tooth tooth;
        dental::Surface surface;
        QRectF area;
    };
    QList<Part> parts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString id = reader.attributes().value("id"_L1).toString();
        if (!id.startsWith(pictures.idPrefix))
            continue;
        const QStringList words = id.mid(pictures.idPrefix.size()).split(u'-');
        const auto tooth = toothOf(words.first(), pictures.idNotation);
        if (!tooth || words.size() > 2)
            continue;
        const QRectF area = bounds(id);
        if (area.isEmpty())
            continue;
        if (words.size() == 1) {
            map.add(*tooth, area);
        } else if (const auto surface = surfaceOf(words.last(), tooth->fdi)) {
            parts.append({*tooth, *surface, area});
        }
    }
    for (const Part &part : std::as_const(parts)) {
        // Surfaces may stand without a group around them.
        Areas &areas = map.m_areas[Odontogram::mark(part.tooth)];
        if (!map.m_teeth.contains(part.tooth))
            map.m_teeth.append(part.tooth);
        areas.whole |= part.area;
        areas.surfaces[part.surface].addRect(part.area);
    }
    map.m_marked = !map.isEmpty();
    map.sort();
    return map;
}

ChartHitMap ChartHitMap::fromGrid(const QSizeF &size, dental::Dentition dentition,
                                  const Pictures &pictures)
{
    ChartHitMap map;
    const bool primary = dentition == dental::Dentition::Primary;
    const bool mixed = dentition == dental::Dentition::Mixed;
    const Settings::DentalTap::ChartGrid &grid = primary ? pictures.primaryGrid
        : mixed                                          ? pictures.mixedGrid
                                                         : pictures.grid;
    const QStringList lines = grid.order.split(u'/', Qt::SkipEmptyParts);
    const QRectF whole(grid.area.x() * size.width(), grid.area.y() * size.height(),
                       grid.area.width() * size.width(), grid.area.height() * size.height());
    for (qsizetype line = 0; line < lines.size(); ++line) {
        const QList<int> teeth = row(lines.at(line));
        if (teeth.isEmpty())
            continue;
        const bool seen = runsAsSeen(teeth);
        const qreal height = whole.height() / qreal(lines.size());
        for (qsizetype column = 0; column < teeth.size(); ++column) {
            const int fdi = teeth.at(column);
            const qreal width = whole.width() / qreal(teeth.size());
            const QRectF cell(whole.x() + width * qreal(column), whole.y() + height * qreal(line),
                              width, height);
            map.add({fdi, false}, cell);
            QRectF crown(
                {},
                QSizeF(grid.tooth.width() * size.width(), grid.tooth.height() * size.height())
                    .boundedTo(cell.size()));
            crown.moveCenter(cell.center());
            const qreal across = crown.width() * edgeShare;
            const qreal down = crown.height() * edgeShare;
            const QRectF middle = crown.adjusted(across, down, -across, -down);
            const QPainterPath left = quadrilateral(crown.topLeft(), middle.topLeft(),
                                                    middle.bottomLeft(), crown.bottomLeft());
            const QPainterPath right = quadrilateral(crown.topRight(), middle.topRight(),
                                                     middle.bottomRight(), crown.bottomRight());
            const QPainterPath top = quadrilateral(crown.topLeft(), crown.topRight(),
                                                   middle.topRight(), middle.topLeft());
            const QPainterPath bottom = quadrilateral(crown.bottomLeft(), crown.bottomRight(),
                                                      middle.bottomRight(), middle.bottomLeft());
            const bool mesialRight = isRight(fdi) == seen;
            QPainterPath chewed;
            chewed.addRect(middle);
            auto &surfaces = map.m_areas[Odontogram::mark({fdi, false})].surfaces;
            surfaces.insert(dental::Surface::Mesial, mesialRight ? right : left);
            surfaces.insert(dental::Surface::Distal, mesialRight ? left : right);
            surfaces.insert(dental::Surface::Vestibular, teeth::isUpper(fdi) ? top : bottom);
            surfaces.insert(dental::Surface::Oral, teeth::isUpper(fdi) ? bottom : top);
            surfaces.insert(chewingSurface(fdi), chewed);
        }
    }
    map.sort();
    return map;
}

ChartHitMap ChartHitMap::mapped(const QTransform &by) const
{
    ChartHitMap map = *this;
    for (Areas &areas : map.m_areas) {
        areas.whole = by.mapRect(areas.whole);
        for (QPainterPath &path : areas.surfaces)
            path = by.map(path);
    }
    return map;
}

ChartHitMap ChartHitMap::moved(QPointF by) const
{
    return mapped(QTransform::fromTranslate(by.x(), by.y()));
}

ChartHitMap ChartHitMap::scaled(qreal factor) const
{
    return mapped(QTransform::fromScale(factor, factor));
}

void ChartHitMap::add(const teeth::Tooth &tooth, const QRectF &area)
{
    if (!m_teeth.contains(tooth))
        m_teeth.append(tooth);
    m_areas[Odontogram::mark(tooth)].whole |= area;
}

void ChartHitMap::sort()
{
    const auto row = [](const teeth::Tooth &tooth) {
        const bool primary = teeth::isPrimary(tooth.fdi);
        return teeth::isUpper(tooth.fdi) ? (primary ? 1 : 0) : (primary ? 2 : 3);
    };
    std::sort(m_teeth.begin(), m_teeth.end(), [&](const auto &a, const auto &b) {
        return row(a) != row(b) ? row(a) < row(b) : area(a).center().x() < area(b).center().x();
    });
}

QPainterPath ChartHitMap::surfaceArea(const teeth::Tooth &tooth, dental::Surface surface) const
{
    return m_areas.value(Odontogram::mark(tooth)).surfaces.value(surface);
}

std::optional<ToothHit> ChartHitMap::at(QPointF point) const
{
    const teeth::Tooth *nearest = nullptr;
    qreal distance = std::numeric_limits<qreal>::max();
    for (const teeth::Tooth &tooth : m_teeth) {
        const QRectF whole = m_areas.find(Odontogram::mark(tooth))->whole;
        const QPointF off = whole.center() - point;
        const qreal here = QPointF::dotProduct(off, off);
        if (whole.contains(point) && here < distance) {
            nearest = &tooth;
            distance = here;
        }
    }
    if (!nearest)
        return std::nullopt;
    ToothHit hit{*nearest, std::nullopt};
    // Bounds of surfaces overlap at their corners: the one whose middle is nearest, measured by its
    // own extent, is meant.
    distance = std::numeric_limits<qreal>::max();
    const auto &surfaces = m_areas.find(Odontogram::mark(*nearest))->surfaces;
    for (auto it = surfaces.cbegin(); it != surfaces.cend(); ++it) {
        const QRectF bounds = it->boundingRect();
        if (!it->contains(point))
            continue;
        const qreal x = (point.x() - bounds.center().x()) / std::max(bounds.width(), 1e-6);
        const qreal y = (point.y() - bounds.center().y()) / std::max(bounds.height(), 1e-6);
        if (x * x + y * y < distance) {
            distance = x * x + y * y;
            hit.surface = it.key();
        }
    }
    return hit;
}

QList<teeth::Tooth> ChartHitMap::within(const QRectF &marquee) const
{
    QList<teeth::Tooth> found;
    for (const teeth::Tooth &tooth : m_teeth) {
        if (marquee.intersects(area(tooth)))
            found.append(tooth);
    }
    return found;
}

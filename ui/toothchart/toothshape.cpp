// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/toothshape.h"

#include "ui/toothchart/toothshapeparts.h"

#include <QMutex>
#include <unordered_map>

using toothparts::Kind;
using toothparts::Measure;

namespace {

// Widths, heights and depths are the means that textbooks of dental anatomy give, rounded to half
// millimetres.
constexpr Measure upperPermanent[] = {
    // kind, width, crown, root, depth, neck
    {Kind::Incisor, 8.5, 10.5, 13, 7, 7}, {Kind::Incisor, 6.5, 9, 13, 6, 5},
    {Kind::Canine, 7.5, 10, 17, 8, 5.5},  {Kind::TwoRootedPremolar, 7, 8.5, 14, 9, 5},
    {Kind::Premolar, 7, 8.5, 14, 9, 5},   {Kind::UpperMolar, 10, 7.5, 13, 11, 8},
    {Kind::UpperMolar, 9, 7, 12, 11, 7},  {Kind::UpperMolar, 8.5, 6.5, 11, 10, 6.5},
};
constexpr Measure lowerPermanent[] = {
    {Kind::LowerIncisor, 5, 9, 12.5, 6, 3.5}, {Kind::LowerIncisor, 5.5, 9.5, 14, 6.5, 4},
    {Kind::Canine, 7, 11, 16, 7.5, 5.5},      {Kind::LowerPremolar, 7, 8.5, 14, 7.5, 5},
    {Kind::LowerPremolar, 7, 8, 14.5, 8, 5},  {Kind::LowerFirstMolar, 11, 7.5, 14, 10.5, 9},
    {Kind::LowerMolar, 10.5, 7, 13, 10, 8},   {Kind::LowerMolar, 10, 7, 11, 9.5, 7.5},
};
constexpr Measure upperPrimary[] = {
    {Kind::Incisor, 6.5, 6, 10, 5, 4.5},
    {Kind::Incisor, 5, 5.5, 11, 4.5, 3.7},
    {Kind::Canine, 7, 6.5, 13, 6.5, 5},
    {Kind::UpperPrimaryMolar, 7.3, 5, 10, 8.5, 5.2},
    {Kind::UpperPrimaryMolar, 8.2, 5.7, 11.5, 10, 6.4},
};
constexpr Measure lowerPrimary[] = {
    {Kind::LowerIncisor, 4.2, 5, 9, 4.2, 3},
    {Kind::LowerIncisor, 4.5, 5.2, 10, 4.2, 3},
    {Kind::Canine, 5, 6, 11.5, 4.8, 3.7},
    {Kind::LowerPrimaryMolar, 7.7, 6, 9.8, 7, 6.5},
    {Kind::LowerPrimaryMolar, 9.9, 5.5, 11.3, 8.7, 7.2},
};

//! A supernumerary tooth against its neighbour.
constexpr double supernumerarySize = 0.7;

const Measure &measureOf(int fdi)
{
    const int quadrant = fdi / 10;
    const std::size_t index = static_cast<std::size_t>(fdi % 10 - 1);
    if (teeth::isPrimary(fdi))
        return quadrant <= 6 ? upperPrimary[index] : lowerPrimary[index];
    return quadrant <= 2 ? upperPermanent[index] : lowerPermanent[index];
}

ToothShape build(Measure measure, double size)
{
    measure.width *= size;
    measure.crown *= size;
    measure.root *= size;
    measure.depth *= size;
    measure.neck *= size;
    ToothShape shape;
    shape.width = measure.width;
    shape.crownHeight = measure.crown;
    shape.rootLength = measure.root;
    shape.depth = measure.depth;
    shape.neckWidth = measure.neck;
    shape.anterior = toothparts::isAnterior(measure.kind);
    toothparts::addCrown(shape, measure);
    toothparts::addRoots(shape, measure);
    toothparts::addImplant(shape, measure);
    toothparts::addChewing(shape, measure);
    const auto united = [&shape](const QList<QPainterPath> &roots) {
        QPainterPath path = shape.crown;
        for (const QPainterPath &root : roots)
            path = path.united(root);
        return path;
    };
    shape.outline = united(shape.roots);
    shape.oralOutline = united(shape.oralRoots);
    toothparts::addHatching(shape);
    return shape;
}

//! Upper and lower, permanent and primary, each with its number in the quadrant.
int shapeKey(const teeth::Tooth &tooth)
{
    const int quadrant = tooth.fdi / 10;
    const bool primary = teeth::isPrimary(tooth.fdi);
    const bool upper = primary ? quadrant <= 6 : quadrant <= 2;
    return tooth.fdi % 10 + (upper ? 0 : 10) + (primary ? 20 : 0) + (tooth.supernumerary ? 40 : 0);
}

} // namespace

const ToothShape &toothShape(const teeth::Tooth &tooth)
{
    static const ToothShape none;
    // A map of nodes: what was handed out stays where it is.
    static std::unordered_map<int, ToothShape> shapes;
    static QMutex mutex;
    if (!teeth::isFdi(tooth.fdi))
        return none;
    const QMutexLocker locker(&mutex);
    const auto [found, added] = shapes.try_emplace(shapeKey(tooth));
    if (added)
        found->second = build(measureOf(tooth.fdi), tooth.supernumerary ? supernumerarySize : 1);
    return found->second;
}

QList<dental::Surface> surfacesOf(int fdi)
{
    using dental::Surface;
    const bool anterior = fdi % 10 <= 3;
    return {Surface::Mesial,     Surface::Distal,   anterior ? Surface::Incisal : Surface::Occlusal,
            Surface::Vestibular, Surface::Cervical, Surface::Oral};
}

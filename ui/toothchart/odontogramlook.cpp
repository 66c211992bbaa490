// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/odontogramlook.h"

#include "ui/theme/theme.h"
#include "ui/toothchart/odontogrampen.h"

#include <QCache>
#include <QImage>
#include <QLinearGradient>
#include <QPaintEngine>
#include <QPainter>
#include <cmath>
#include <memory>

namespace odontogram {

namespace {

using dental::Presence;

//! Above this many pixels for a millimetre a chart shows few teeth at a time: drawn anew each time.
constexpr double largestKept = 26;
constexpr qsizetype keptKibibytes = 24 * 1024;

//! Where a tooth lies that has not come through.
QTransform hiding(const ToothLook &look)
{
    const ToothShape &shape = *look.shape;
    QTransform hidden;
    if (look.presence == Presence::Impacted) {
        hidden.translate(0, -shape.rootLength * 0.45);
        hidden.rotate(shape.anterior ? -17 : -26);
        hidden.scale(0.72, 0.72);
        hidden.translate(0, (shape.rootLength - shape.crownHeight) / 2);
    } else {
        hidden.translate(0, -shape.crownHeight - 0.8);
    }
    return hidden;
}

class Drawing
{
public:
    Drawing(QPainter *painter, const ChartColours &colours, const ToothLook &look,
            const QTransform &millimetres, double unit)
        : m_pen(painter, millimetres, unit), m_colours(colours), m_look(look), m_shape(*look.shape)
    {
    }

    void draw()
    {
        if (m_look.view == ToothView::Chewing)
            drawChewing();
        else
            drawSide();
    }

private:
    void drawSide();
    void drawChewing();
    void drawRoots(const QList<QPainterPath> &roots);
    void drawCrown();
    void drawUnknown(const QPainterPath &outline, const QList<QLineF> &hatch);
    void drawHidden();
    void drawImplant();

    const QPainterPath &outline() const
    {
        return m_look.view == ToothView::Outer ? m_shape.outline : m_shape.oralOutline;
    }
    const QList<QPainterPath> &roots() const
    {
        return m_look.view == ToothView::Outer ? m_shape.roots : m_shape.oralRoots;
    }

    ToothPen m_pen;
    const ChartColours &m_colours;
    const ToothLook &m_look;
    const ToothShape &m_shape;
};

void Drawing::drawSide()
{
    switch (m_look.presence) {
    case Presence::Present:
        drawRoots(roots());
        drawCrown();
        break;
    case Presence::Unknown:
        m_pen.fill(outline(), m_colours.unknownFill);
        m_pen.lines(m_shape.unknownHatch, m_colours.unknownHatch, 0.9);
        m_pen.stroke(outline(), m_colours.ghost, 0.8);
        break;
    case Presence::Missing:
    case Presence::Extracted:
        m_pen.dashed(outline(), m_colours.ghost, 1.1);
        if (m_look.presence == Presence::Extracted) {
            const QRectF box = outline().boundingRect().adjusted(0.4, 2, -0.4, -0.6);
            m_pen.lines({{box.topLeft(), box.bottomRight()}, {box.topRight(), box.bottomLeft()}},
                        m_colours.ghost, 1.8);
        }
        break;
    case Presence::Impacted:
    case Presence::Unerupted:
        drawHidden();
        break;
    case Presence::Implant:
        drawImplant();
        break;
    case Presence::Pontic:
        drawCrown();
        break;
    }
}

void Drawing::drawRoots(const QList<QPainterPath> &roots)
{
    QLinearGradient brush(0, 0, 0, -15);
    brush.setColorAt(0, m_colours.root);
    brush.setColorAt(1, m_colours.rootTip);
    for (const QPainterPath &root : roots) {
        m_pen.fill(root, brush);
        m_pen.stroke(root, m_colours.edge, 1);
    }
}

void Drawing::drawCrown()
{
    QLinearGradient brush(0, -1, 0, 9);
    brush.setColorAt(0, m_colours.enamelNeck);
    brush.setColorAt(0.55, m_colours.enamel);
    const QPainterPath &grooves =
        m_look.view == ToothView::Outer ? m_shape.crownLines : m_shape.oralLines;
    if (m_look.crowned) {
        m_pen.fill(m_shape.crown, m_colours.restorationFill);
        m_pen.stroke(grooves, m_colours.restoration, 0.7);
        m_pen.stroke(m_shape.crown, m_colours.restoration, 2);
    } else {
        m_pen.fill(m_shape.crown, brush);
        m_pen.stroke(grooves, m_colours.fine, 0.8);
        m_pen.stroke(m_shape.crown, m_colours.edge, 1);
    }
}

void Drawing::drawHidden()
{
    // The gum is closed over it.
    const double half = m_shape.width * 0.55;
    QPainterPath gum(QPointF(-half, 0.6));
    gum.cubicTo({-half * 0.4, 1.6}, {half * 0.4, 1.6}, {half, 0.6});
    m_pen.stroke(gum, m_colours.gum, 1.6);
    const ToothPen upright = m_pen;
    m_pen = m_pen.within(hiding(m_look));
    if (m_look.presence == Presence::Impacted)
        drawRoots(roots());
    else
        drawRoots({m_shape.germ});
    drawCrown();
    m_pen = upright;
}

void Drawing::drawImplant()
{
    m_pen.fill(m_shape.implant, m_colours.metal);
    m_pen.stroke(m_shape.threads, m_colours.metalEdge, 1);
    m_pen.stroke(m_shape.implant, m_colours.metalEdge, 1);
    if (m_look.crowned) {
        drawCrown();
        return;
    }
    m_pen.fill(m_shape.abutment, m_colours.metal);
    m_pen.stroke(m_shape.abutment, m_colours.metalEdge, 1);
    m_pen.dashed(m_shape.crown, m_colours.ghost, 1);
}

void Drawing::drawChewing()
{
    const bool implant = m_look.presence == Presence::Implant && !m_look.crowned;
    switch (m_look.presence) {
    case Presence::Unknown:
        m_pen.fill(m_shape.chewing, m_colours.unknownFill);
        m_pen.lines(m_shape.unknownChewingHatch, m_colours.unknownHatch, 0.9);
        m_pen.stroke(m_shape.chewing, m_colours.ghost, 0.8);
        return;
    case Presence::Missing:
    case Presence::Extracted:
    case Presence::Impacted:
    case Presence::Unerupted:
        m_pen.dashed(m_shape.chewing, m_colours.ghost, 1.1);
        return;
    case Presence::Present:
    case Presence::Implant:
    case Presence::Pontic:
        break;
    }
    if (implant) {
        m_pen.dashed(m_shape.chewing, m_colours.ghost, 1.1);
        for (const double radius : {1.9, 0.8}) {
            QPainterPath disc;
            disc.addEllipse(QPointF(), radius, radius);
            m_pen.fill(disc, m_colours.metal);
            m_pen.stroke(disc, m_colours.metalEdge, 1);
        }
        return;
    }
    m_pen.fill(m_shape.chewing, m_look.crowned ? m_colours.restorationFill : m_colours.enamel);
    m_pen.stroke(m_shape.chewingLines, m_colours.fine, 0.8);
    if (m_look.crowned)
        m_pen.stroke(m_shape.chewing, m_colours.restoration, 2);
    else
        m_pen.stroke(m_shape.chewing, m_colours.edge, 1);
}

struct Key {
    const ChartColours *colours;
    ToothLook look;
    double across; //!< pixels for a millimetre, negative where mirrored
    double down;
    double unit;

    friend bool operator==(const Key &a, const Key &b)
    {
        return a.colours == b.colours && a.look.shape == b.look.shape && a.look.view == b.look.view
            && a.look.presence == b.look.presence && a.look.crowned == b.look.crowned
            && qFuzzyCompare(a.across, b.across) && qFuzzyCompare(a.down, b.down)
            && qFuzzyCompare(a.unit, b.unit);
    }
};

size_t qHash(const Key &key, size_t seed)
{
    return qHashMulti(seed, key.look.shape, int(key.look.view), int(key.look.presence),
                      qRound(key.across * 16), qRound(key.down * 16));
}

struct Kept {
    QImage image;
    QPoint corner; //!< from the shape's origin
};

//! Where the look paints, in millimetres.
QRectF reach(const ToothLook &look)
{
    const ToothShape &shape = *look.shape;
    if (look.view == ToothView::Chewing)
        return shape.chewing.boundingRect();
    QRectF bounds = shape.outline.boundingRect() | shape.oralOutline.boundingRect();
    if (look.presence == Presence::Unerupted)
        bounds.setTop(std::min(bounds.top(), -shape.crownHeight - 1 - shape.rootLength * 0.4));
    if (look.presence == Presence::Impacted) {
        const double more = shape.rootLength * 0.25;
        bounds.adjust(-more, -more, more, more);
    }
    return bounds;
}

bool isRaster(const QPainter *painter)
{
    return painter->paintEngine()->type() == QPaintEngine::Raster;
}

} // namespace

QPainterPath silhouette(const ToothLook &look)
{
    const ToothShape &shape = *look.shape;
    if (look.view == ToothView::Chewing)
        return shape.chewing;
    const QPainterPath &whole = look.view == ToothView::Outer ? shape.outline : shape.oralOutline;
    switch (look.presence) {
    case Presence::Implant:
        return shape.crown.united(shape.implant);
    case Presence::Pontic:
        return shape.crown;
    case Presence::Impacted:
        return hiding(look).map(whole);
    case Presence::Unerupted:
        return hiding(look).map(shape.crown.united(shape.germ));
    case Presence::Unknown:
    case Presence::Present:
    case Presence::Missing:
    case Presence::Extracted:
        break;
    }
    return whole;
}

QTransform onPixels(const QPainter *painter, const QTransform &millimetres)
{
    if (!isRaster(painter) || millimetres.type() > QTransform::TxScale)
        return millimetres;
    const double ratio = painter->device()->devicePixelRatio();
    return {millimetres.m11(),
            0,
            0,
            millimetres.m22(),
            std::round(millimetres.dx() * ratio) / ratio,
            std::round(millimetres.dy() * ratio) / ratio};
}

void drawLook(QPainter *painter, const ChartColours &colours, const ToothLook &look,
              const QTransform &millimetres, double unit)
{
    const double ratio = painter->device()->devicePixelRatio();
    const double pixels = std::abs(millimetres.m11()) * ratio;
    const QTransform placed = onPixels(painter, millimetres);
    if (!isRaster(painter) || millimetres.type() > QTransform::TxScale || pixels > largestKept) {
        Drawing(painter, colours, look, placed, unit).draw();
        return;
    }
    static thread_local QCache<Key, Kept> cache(keptKibibytes);
    const Key key{&colours, look, millimetres.m11() * ratio, millimetres.m22() * ratio,
                  unit * ratio};
    const Kept *kept = cache.object(key);
    std::unique_ptr<Kept> fresh;
    if (!kept) {
        const QTransform scale = QTransform::fromScale(key.across, key.down);
        const QRect box = scale.mapRect(reach(look)).toAlignedRect().adjusted(-3, -3, 3, 3);
        fresh = std::make_unique<Kept>();
        fresh->corner = box.topLeft();
        fresh->image = QImage(box.size(), QImage::Format_ARGB32_Premultiplied);
        fresh->image.fill(Qt::transparent);
        QPainter inner(&fresh->image);
        inner.setRenderHint(QPainter::Antialiasing);
        const QTransform moved =
            scale * QTransform::fromTranslate(-fresh->corner.x(), -fresh->corner.y());
        Drawing(&inner, colours, look, moved, key.unit).draw();
        inner.end();
        fresh->image.setDevicePixelRatio(ratio);
        kept = fresh.get();
    }
    painter->drawImage(QPointF(placed.dx(), placed.dy()) + QPointF(kept->corner) / ratio,
                       kept->image);
    if (fresh) {
        const qsizetype cost = fresh->image.sizeInBytes() / 1024 + 1;
        cache.insert(key, fresh.release(), cost);
    }
}

} // namespace odontogram

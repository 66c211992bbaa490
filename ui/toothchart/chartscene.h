// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/toothchart/charthitmap.h"
#include "ui/toothchart/odontogram.h"

#include <QImage>
#include <functional>
#include <memory>

//! What is shown of one mouth: a picture that has been proved, our own drawing, or one above the
//! other; with the place of every tooth, looked up when it is first asked for. A value: the view
//! scales it.
class ChartScene
{
public:
    //! Where the places of the teeth come from.
    enum class Source { Marks, Grid, Drawing };

    ChartScene() = default;
    //! All of it drawn by us.
    ChartScene(const DentalProfile &profile, Odontogram::View view, teeth::Notation notation);

    //! Puts DentalTap's picture below what there is. False: these bytes are no picture.
    bool addPicture(const QByteArray &bytes, const QString &format, const DentalProfile &profile,
                    const ChartHitMap::Pictures &pictures);
    //! The clinic's own picture below the teeth, for the part added last.
    void setBackground(const QByteArray &bytes, const QString &format);
    //! Puts our drawing below what there is.
    void addDrawing(const DentalProfile &profile, Odontogram::View view, teeth::Notation notation);

    bool isEmpty() const { return m_parts.isEmpty(); }
    QSizeF size() const { return m_size; }
    //! In the order of the arrow keys.
    QList<teeth::Tooth> teeth() const;
    QRectF area(const teeth::Tooth &tooth) const;
    QPainterPath surfaceArea(const teeth::Tooth &tooth, dental::Surface surface) const;
    std::optional<ToothHit> at(QPointF point) const;
    QList<teeth::Tooth> within(const QRectF &marquee) const;
    //! Of each part, from top to bottom, each once.
    QList<Source> sources() const;
    bool hasPicture() const;
    //! Chosen and marked teeth of pictures are drawn over them; hovering is the view's.
    void paint(QPainter *painter, const Theme &theme, const QPalette &palette,
               const ChartLayers &layers, const Odontogram::Marks &marks,
               const DentalProfile &profile) const;

private:
    struct Part {
        QPointF at;
        QSizeF size;
        std::shared_ptr<QSvgRenderer> svg;
        QImage image;
        std::shared_ptr<QSvgRenderer> groundSvg;
        QImage groundImage;
        std::function<ChartHitMap()> findTeeth;
        mutable std::shared_ptr<const ChartHitMap> found;
        std::optional<Odontogram> drawing;

        const ChartHitMap &map() const;
        Source source() const;
        QList<teeth::Tooth> teeth() const;
        QRectF area(const teeth::Tooth &tooth) const;
    };
    void append(Part part);
    static void paintGround(QPainter *painter, const Part &part, const QRectF &place, bool dark);
    static void paintMarks(QPainter *painter, const Part &part, const Theme &theme,
                           const QPalette &palette, const ChartLayers &layers,
                           const Odontogram::Marks &marks, const DentalProfile &profile);

    QList<Part> m_parts;
    QSizeF m_size;
};

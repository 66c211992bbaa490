// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/graphiccheck.h"

//! Pictures made for the tests: no real chart, no real patient.
namespace samples {

struct Graphic {
    QByteArray name; //!< what it tries
    GraphicType declared = GraphicType::Svg;
    QByteArray bytes;
    GraphicFault fault = GraphicFault::None;
};

//! Pictures that must be refused, each for the reason it was written for. What they refer to is in
//! \a folder and at \a port of this computer: whoever opens one of them is found out.
QList<Graphic> hostile(const QString &folder = QStringLiteral("/tmp/vestibule-hostile"),
                       quint16 port = 9);
//! Pictures that must be shown.
QList<Graphic> harmless();

//! An SVG of 100 × 100 around \a content.
QByteArray svg(const QByteArray &content, const QByteArray &rootAttributes = {});
//! As a vendor draws a mouth: 32 teeth with five surfaces, root and label, 256 ids.
QByteArray vendorChart();
//! An SVG of nothing but allowed elements with values that no chart has; the same for each seed.
//! Not all of them are let through.
QByteArray wildSvg(quint32 seed);
//! Some bytes of it changed, doubled, moved or gone.
QByteArray mutated(QByteArray bytes, quint32 seed);
//! A PNG of one colour.
QByteArray png(int width, int height, char colourType = 2);
//! One chunk with its checksum.
QByteArray pngChunk(const QByteArray &type, const QByteArray &content);

} // namespace samples

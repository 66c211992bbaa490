// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/graphicsamples.h"

#include <QtEndian>

namespace samples {

void addPngs(QList<Graphic> &list);

namespace {

//! The header with other bytes from \a at on, and its right checksum.
QByteArray withHeader(QByteArray picture, int at, const QByteArray &bytes)
{
    QByteArray header = picture.mid(16, 13);
    header.replace(at, bytes.size(), bytes);
    return picture.replace(8, 25, pngChunk("IHDR", header));
}

QByteArray size(quint32 width, quint32 height)
{
    QByteArray bytes(8, '\0');
    qToBigEndian(width, bytes.data());
    qToBigEndian(height, bytes.data() + 4);
    return bytes;
}

constexpr int AfterHeader = 33;

} // namespace

void addPngs(QList<Graphic> &list)
{
    using enum graphics::GraphicFault;
    using enum graphics::GraphicType;
    const QByteArray good = png(16, 16);
    const QByteArray end = pngChunk("IEND", {});
    const auto with = [&good](const QByteArray &type, const QByteArray &content) {
        return QByteArray(good).insert(AfterHeader, pngChunk(type, content));
    };
    list.append({
        {"wider than accepted", Png, png(4097, 1), BadSize},
        {"four thousand million pixels a side", Png, withHeader(good, 0, size(~0U, ~0U)), BadSize},
        {"no width", Png, withHeader(good, 0, size(0, 16)), BadSize},
        {"few bytes for many pixels", Png, withHeader(good, 0, size(4096, 4096)), Damaged},
        {"a depth that there is not", Png, withHeader(good, 8, "\x03"), Damaged},
        {"a packing that there is not", Png, withHeader(good, 10, "\x01"), Damaged},
        {"signature alone", Png, good.first(8), Damaged},
        {"no end", Png, good.first(good.size() - end.size()), Damaged},
        {"cut in the pixels", Png, good.first(good.size() - end.size() - 9), Damaged},
        {"a chunk longer than the file", Png,
         QByteArray(good).replace(AfterHeader, 4, "\xFF\xFF\xFF\xFF"), Damaged},
        {"a page behind the picture", Png, good + "<script>alert(1)</script>", Damaged},
        {"pixels before the header", Png, QByteArray(good).insert(8, pngChunk("IDAT", "x")),
         Damaged},
        {"two headers", Png, QByteArray(good).insert(AfterHeader, good.mid(8, 25)), Damaged},
        {"a palette picture without palette", Png, withHeader(good, 9, "\x03"), Damaged},
        {"pixels in two places", Png,
         QByteArray(good).insert(good.size() - end.size(),
                                 pngChunk("tEXt", "a") + pngChunk("IDAT", "x")),
         Damaged},
        {"a chunk of no name", Png, with("a\0\0\0", "x"), Damaged},
        {"an unknown chunk that matters", Png, with("ABCD", "x"), Unsupported},
        {"moving", Png, with("acTL", QByteArray(8, '\0')), Animated},
        {"a packed remark without end", Png, with("zTXt", QByteArray(70'000, 'x')), TooComplex},
        {"no pixels", Png, good.first(AfterHeader) + end, Damaged},
    });
}

} // namespace samples

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/graphicreading.h"

#include <QtEndian>

// PNG as in RFC 2083 and its second edition (ISO/IEC 15948): only its structure. The pixels are
// unpacked in the proving process.

namespace graphics {

namespace {

constexpr qsizetype SignatureSize = 8;
constexpr qsizetype ChunkFrame = 12; // length, type, checksum
constexpr qsizetype LongestRemark = 65536; // of any chunk that is no pixels
constexpr int MostChunks = 20000;
// Deflate packs at most 1032 : 1 (a run of 258 bytes in two bits).
constexpr qint64 HighestRatio = 1032;

struct Header {
    quint32 width = 0;
    quint32 height = 0;
    int bitsPerPixel = 0; //!< 0 = no combination that there is
    bool palette = false;
};

int bitsPerPixel(int depth, int colour)
{
    const bool small = depth == 1 || depth == 2 || depth == 4;
    const bool wide = depth == 8 || depth == 16;
    switch (colour) {
    case 0: // grey
        return small || wide ? depth : 0;
    case 2: // red, green, blue
        return wide ? 3 * depth : 0;
    case 3: // palette
        return small || depth == 8 ? depth : 0;
    case 4: // grey and alpha
        return wide ? 2 * depth : 0;
    case 6: // red, green, blue and alpha
        return wide ? 4 * depth : 0;
    default:
        return 0;
    }
}

bool isKnownCritical(QByteArrayView type)
{
    return type == "IHDR" || type == "PLTE" || type == "IDAT" || type == "IEND";
}

bool isAnimation(QByteArrayView type)
{
    return type == "acTL" || type == "fcTL" || type == "fdAT";
}

bool isChunkName(QByteArrayView type)
{
    return std::all_of(type.begin(), type.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

//! The walk over the chunks.
class Walk
{
public:
    GraphicFault step(QByteArrayView type, QByteArrayView content);

    Header header;
    qint64 pixelBytes = 0; //!< packed
    bool ended = false;

private:
    GraphicFault readHeader(QByteArrayView content);
    int m_chunks = 0;
    bool m_palette = false;
    bool m_pixelsOver = false;
};

GraphicFault Walk::readHeader(QByteArrayView content)
{
    if (content.size() != 13)
        return GraphicFault::Damaged;
    header.width = qFromBigEndian<quint32>(content.data());
    header.height = qFromBigEndian<quint32>(content.data() + 4);
    header.bitsPerPixel = bitsPerPixel(static_cast<unsigned char>(content[8]), content[9]);
    header.palette = content[9] == 3;
    const bool known = content[10] == 0 && content[11] == 0 && (content[12] & ~1) == 0;
    return known && header.bitsPerPixel > 0 ? GraphicFault::None : GraphicFault::Damaged;
}

GraphicFault Walk::step(QByteArrayView type, QByteArrayView content)
{
    if (++m_chunks > MostChunks)
        return GraphicFault::TooComplex;
    if (!isChunkName(type))
        return GraphicFault::Damaged;
    const bool first = m_chunks == 1;
    if (first != (type == "IHDR"))
        return GraphicFault::Damaged;
    if (first)
        return readHeader(content);
    if (isAnimation(type))
        return GraphicFault::Animated;
    if (type == "IDAT") {
        pixelBytes += content.size();
        return m_pixelsOver || (header.palette && !m_palette) ? GraphicFault::Damaged
                                                              : GraphicFault::None;
    }
    m_pixelsOver = pixelBytes > 0;
    if (type == "IEND") {
        ended = true;
        return content.isEmpty() ? GraphicFault::None : GraphicFault::Damaged;
    }
    if (type == "PLTE") {
        const bool fits = !m_palette && !m_pixelsOver && content.size() % 3 == 0
            && content.size() >= 3 && content.size() <= 768;
        m_palette = true;
        return fits ? GraphicFault::None : GraphicFault::Damaged;
    }
    if (!isKnownCritical(type) && (type.front() & 0x20) == 0)
        return GraphicFault::Unsupported;
    // Profiles and remarks may be packed themselves.
    return content.size() <= LongestRemark ? GraphicFault::None : GraphicFault::TooComplex;
}

} // namespace

GraphicFinding inspectPng(const QByteArray &bytes, const GraphicLimits &limits)
{
    Walk walk;
    qsizetype at = SignatureSize;
    while (!walk.ended) {
        if (bytes.size() - at < ChunkFrame)
            return refused(GraphicFault::Damaged);
        const qint64 length = qFromBigEndian<quint32>(bytes.constData() + at);
        if (length > bytes.size() - at - ChunkFrame)
            return refused(GraphicFault::Damaged);
        const QByteArrayView chunk = QByteArrayView(bytes).sliced(at + 4, 4 + length);
        const GraphicFault fault = walk.step(chunk.first(4), chunk.sliced(4));
        if (fault != GraphicFault::None)
            return refused(fault);
        at += ChunkFrame + length;
    }
    // Whatever follows is for another reader.
    if (at != bytes.size())
        return refused(GraphicFault::Damaged);

    const Header &header = walk.header;
    const auto longest = static_cast<quint32>(limits.pixelSide);
    if (header.width < 1 || header.height < 1 || header.width > longest || header.height > longest)
        return refused(GraphicFault::BadSize);
    const qint64 unpacked = (qint64(header.width) * header.bitsPerPixel + 7) / 8 * header.height;
    if (walk.pixelBytes * HighestRatio < unpacked)
        return refused(GraphicFault::Damaged);
    GraphicFinding finding;
    finding.facts.type = GraphicType::Png;
    finding.facts.size = QSize(int(header.width), int(header.height));
    return finding;
}

} // namespace graphics

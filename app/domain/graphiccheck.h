// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QSize>

// What a picture of others may contain before anything of ours parses it (dentaltap.md sections 5.7
// and 6). The rule is a list of what is allowed. It also leaves out what QtSvg would draw wrongly:
// a chart that looks right and is not would be worse than none.

namespace graphics {
Q_NAMESPACE

enum class GraphicType { Svg, Png };
Q_ENUM_NS(GraphicType)

//! Why a picture is refused. The names are the words of vestibule-prove-graphic.
enum class GraphicFault {
    None,
    Empty,
    TooLarge, //!< more bytes than the limit
    WrongType, //!< not what it is declared to be
    Compressed, //!< gzip: QtSvg would unpack it without a bound
    Damaged,
    Declaration, //!< DTD, entities, processing instructions
    Active, //!< script, handler, foreign document
    External, //!< a reference to anything but an element of its own
    Embedded, //!< another picture inside
    Animated,
    Unsupported, //!< QtSvg would leave it out or draw it wrongly
    TooComplex, //!< elements, nesting, expansion of `use`, paths, text
    Cyclic, //!< parts that contain themselves
    BadSize //!< none, not finite, or too many pixels
};
Q_ENUM_NS(GraphicFault)

} // namespace graphics
using graphics::GraphicFault;
using graphics::GraphicType;

//! The bounds of one check.
struct GraphicLimits {
    qsizetype bytes = 8 * 1024 * 1024;
    int pixelSide = 4096; //!< PNG: of either side
    int vectorSide = 20000; //!< SVG: of either side, in its units
    int elements = 20000; //!< SVG, and the same number once every `use` stands for its target
    int nesting = 64; //!< of elements as written
    int paintedNesting = 128; //!< of elements once every `use` stands for its target
    qsizetype pathLength = 100'000; //!< characters of one path
    qsizetype drawnLength = 2'000'000; //!< characters of all paths and texts, `use` counted
    qsizetype textLength = 65536; //!< characters of all texts
    qsizetype attributeLength = 8192; //!< characters of any attribute but a path
    int attributes = 64; //!< of one element
    qsizetype styleLength = 65536; //!< characters of all <style> elements
    qint64 styleMatches = 2'000'000; //!< rules × elements

    static GraphicLimits chart() { return {}; }
    static GraphicLimits background()
    {
        GraphicLimits limits;
        limits.bytes = 2 * 1024 * 1024;
        return limits;
    }
};

//! What is known of a picture that was let through.
struct GraphicFacts {
    GraphicType type = GraphicType::Svg;
    QSize size; //!< PNG: pixels. SVG: at 96 per inch, rounded up; a proportion more than a size
    int elements = 0; //!< SVG: as written
    qint64 paintedElements = 0; //!< SVG: once every `use` stands for its target

    friend bool operator==(const GraphicFacts &, const GraphicFacts &) = default;
};

//! The reason without words, or the facts.
struct GraphicFinding {
    GraphicFault fault = GraphicFault::None;
    QString subject; //!< the element or attribute, where it is one we know; never text of the file
    GraphicFacts facts;
};

//! Looks at the bytes only: reads nothing else, takes time in proportion to the bytes.
GraphicFinding inspectGraphic(const QByteArray &bytes, GraphicType declared,
                              const GraphicLimits &limits = {});
//! The same with words for the reception: Error::Kind::Invalid.
[[nodiscard]] Result<GraphicFacts> checkGraphic(const QByteArray &bytes, GraphicType declared,
                                                const GraphicLimits &limits = {});
//! The words for a refusal.
Error graphicRefusal(const GraphicFinding &finding, GraphicType declared,
                     const GraphicLimits &limits = {});
//! "svg", "png" and the media types of both; nothing for any other.
std::optional<GraphicType> graphicTypeOf(const QString &formatOrMediaType);
//! "svg" or "png".
QString graphicFormat(GraphicType type);

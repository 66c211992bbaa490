// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/graphiccheck.h"

#include "app/domain/graphicreading.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

constexpr auto PngSignature = "\x89PNG\r\n\x1a\n";

QString words(const char *text)
{
    return QCoreApplication::translate("GraphicCheck", text);
}

QString withSubject(const char *plain, const char *named, const QString &subject)
{
    return subject.isEmpty() ? words(plain) : words(named).arg(subject);
}

QString refusalText(const GraphicFinding &finding, GraphicType declared,
                    const GraphicLimits &limits)
{
    switch (finding.fault) {
    case GraphicFault::None:
        return {};
    case GraphicFault::Empty:
        return words(QT_TRANSLATE_NOOP("GraphicCheck", "The picture is empty."));
    case GraphicFault::TooLarge:
        return words(QT_TRANSLATE_NOOP("GraphicCheck",
                                       "The picture is too large: at most %1 MB are accepted."))
            .arg(limits.bytes / (1024 * 1024));
    case GraphicFault::WrongType:
        return words(QT_TRANSLATE_NOOP(
                         "GraphicCheck",
                         "The picture was said to be %1, and it is not. It is not shown."))
            .arg(graphicFormat(declared).toUpper());
    case GraphicFault::Compressed:
        return words(QT_TRANSLATE_NOOP("GraphicCheck",
                                       "The picture is packed (SVGZ) and is not opened. If it is "
                                       "yours, save it as plain SVG or as PNG."));
    case GraphicFault::Damaged:
        return words(QT_TRANSLATE_NOOP("GraphicCheck",
                                       "The picture is damaged or incomplete and cannot be read."));
    case GraphicFault::Declaration:
        return words(QT_TRANSLATE_NOOP(
            "GraphicCheck",
            "The picture brings declarations of its own (DOCTYPE or instructions), which are not "
            "accepted. If it is yours, save it as plain SVG without them, or as PNG."));
    case GraphicFault::Active:
        return withSubject(QT_TRANSLATE_NOOP("GraphicCheck",
                                             "The picture contains a program or a page. A chart "
                                             "needs neither, so it is not shown."),
                           QT_TRANSLATE_NOOP("GraphicCheck",
                                             "The picture contains a program or a page (%1). A "
                                             "chart needs neither, so it is not shown."),
                           finding.subject);
    case GraphicFault::External:
        return withSubject(QT_TRANSLATE_NOOP("GraphicCheck",
                                             "The picture wants to fetch something from elsewhere. "
                                             "Nothing was fetched, and it is not shown."),
                           QT_TRANSLATE_NOOP("GraphicCheck",
                                             "The picture wants to fetch something from elsewhere "
                                             "(%1). Nothing was fetched, and it is not shown."),
                           finding.subject);
    case GraphicFault::Embedded:
        return words(
            QT_TRANSLATE_NOOP("GraphicCheck",
                              "The picture contains another picture, which cannot be checked. If "
                              "it is yours, save it with lines only, or as PNG."));
    case GraphicFault::Animated:
        return words(
            QT_TRANSLATE_NOOP("GraphicCheck", "The picture moves. Only still pictures are shown."));
    case GraphicFault::Unsupported:
        return withSubject(
            QT_TRANSLATE_NOOP("GraphicCheck",
                              "The picture uses something that would be drawn wrongly here. If it "
                              "is yours, save it in a simpler form, or as PNG."),
            QT_TRANSLATE_NOOP("GraphicCheck",
                              "The picture uses “%1”, which would be drawn wrongly here. If it is "
                              "yours, save it in a simpler form, or as PNG."),
            finding.subject);
    case GraphicFault::TooComplex:
        return words(QT_TRANSLATE_NOOP("GraphicCheck",
                                       "The picture has too many parts to be drawn safely. If it "
                                       "is yours, save it in a simpler form, or as PNG."));
    case GraphicFault::Cyclic:
        return words(QT_TRANSLATE_NOOP(
            "GraphicCheck", "The picture has parts that contain themselves and cannot be drawn."));
    case GraphicFault::BadSize:
        if (declared == GraphicType::Png)
            return words(
                       QT_TRANSLATE_NOOP(
                           "GraphicCheck",
                           "The picture has no usable size: at most %1 × %1 pixels are accepted."))
                .arg(limits.pixelSide);
        return words(QT_TRANSLATE_NOOP(
            "GraphicCheck", "The picture has no usable size or draws outside any sheet."));
    }
    return {};
}

} // namespace

GraphicFinding inspectGraphic(const QByteArray &bytes, GraphicType declared,
                              const GraphicLimits &limits)
{
    using graphics::refused;
    if (bytes.isEmpty())
        return refused(GraphicFault::Empty);
    if (bytes.size() > limits.bytes)
        return refused(GraphicFault::TooLarge);
    if (bytes.startsWith("\x1f\x8b"))
        return refused(GraphicFault::Compressed);
    const bool png = bytes.startsWith(PngSignature);
    if (png != (declared == GraphicType::Png))
        return refused(GraphicFault::WrongType);
    return png ? graphics::inspectPng(bytes, limits) : graphics::inspectSvg(bytes, limits);
}

Error graphicRefusal(const GraphicFinding &finding, GraphicType declared,
                     const GraphicLimits &limits)
{
    return Error(Error::Kind::Invalid, refusalText(finding, declared, limits));
}

Result<GraphicFacts> checkGraphic(const QByteArray &bytes, GraphicType declared,
                                  const GraphicLimits &limits)
{
    const GraphicFinding finding = inspectGraphic(bytes, declared, limits);
    if (finding.fault != GraphicFault::None)
        return tl::unexpected<Error>(graphicRefusal(finding, declared, limits));
    return finding.facts;
}

std::optional<GraphicType> graphicTypeOf(const QString &formatOrMediaType)
{
    const QString word = formatOrMediaType.section(u';', 0, 0).trimmed().toLower();
    if (word == "svg"_L1 || word == "image/svg+xml"_L1)
        return GraphicType::Svg;
    if (word == "png"_L1 || word == "image/png"_L1)
        return GraphicType::Png;
    return std::nullopt;
}

QString graphicFormat(GraphicType type)
{
    return type == GraphicType::Svg ? u"svg"_s : u"png"_s;
}

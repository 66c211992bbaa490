// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/graphicreading.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QXmlStreamReader>
#include <cmath>

using namespace Qt::StringLiterals;

// QtSvg 6.4 asks nothing about namespaces and goes by local names; it opens the file of an `image`
// and of an xml-stylesheet. So a local name counts wherever it stands.

namespace graphics {

namespace {

constexpr auto SvgNamespace = "http://www.w3.org/2000/svg"_L1;
constexpr double FarthestCoordinate = 1e5;

//! What a chart is made of.
const QSet<QString> &allowedElements()
{
    static const QSet<QString> names{u"svg"_s,     u"g"_s,
                                     u"defs"_s,    u"use"_s,
                                     u"a"_s,       u"title"_s,
                                     u"desc"_s,    u"style"_s,
                                     u"switch"_s,  u"metadata"_s,
                                     u"path"_s,    u"rect"_s,
                                     u"circle"_s,  u"ellipse"_s,
                                     u"line"_s,    u"polyline"_s,
                                     u"polygon"_s, u"text"_s,
                                     u"tspan"_s,   u"linearGradient"_s,
                                     u"stop"_s,    u"radialGradient"_s};
    return names;
}

//! Elements that say nothing but words, whatever namespace they are of.
bool isRemark(const QString &name)
{
    return name == "title"_L1 || name == "desc"_L1 || name == "metadata"_L1;
}

//! Why an element is refused that the table above does not have.
GraphicFault faultOf(const QString &name)
{
    static const QHash<QString, GraphicFault> known = [] {
        QHash<QString, GraphicFault> table;
        const auto add = [&table](GraphicFault fault, const QStringList &names) {
            for (const QString &one : names)
                table.insert(one.toLower(), fault);
        };
        add(GraphicFault::Active,
            {u"script"_s, u"handler"_s, u"listener"_s, u"foreignObject"_s, u"iframe"_s, u"html"_s,
             u"body"_s, u"object"_s, u"embed"_s, u"audio"_s, u"video"_s, u"canvas"_s, u"form"_s,
             u"input"_s});
        add(GraphicFault::Embedded, {u"image"_s, u"feImage"_s, u"img"_s});
        add(GraphicFault::External,
            {u"link"_s, u"prefetch"_s, u"color-profile"_s, u"tref"_s, u"font-face"_s,
             u"font-face-src"_s, u"font-face-uri"_s, u"definition-src"_s, u"include"_s});
        add(GraphicFault::Animated,
            {u"animate"_s, u"animateColor"_s, u"animateMotion"_s, u"animateTransform"_s,
             u"animation"_s, u"set"_s, u"mpath"_s, u"discard"_s});
        add(GraphicFault::Unsupported,
            {u"symbol"_s,   u"clipPath"_s, u"mask"_s,          u"pattern"_s,       u"marker"_s,
             u"filter"_s,   u"textPath"_s, u"textArea"_s,      u"tbreak"_s,        u"font"_s,
             u"glyph"_s,    u"hkern"_s,    u"vkern"_s,         u"missing-glyph"_s, u"solidColor"_s,
             u"cursor"_s,   u"view"_s,     u"meshgradient"_s,  u"flowRoot"_s,      u"flowPara"_s,
             u"altGlyph"_s, u"hatch"_s,    u"font-face-name"_s});
        return table;
    }();
    return known.value(name.toLower(), GraphicFault::None);
}

//! Numbers that place or size what is drawn.
bool isGeometry(const QString &name)
{
    static const QSet<QString> names{u"d"_s,
                                     u"points"_s,
                                     u"x"_s,
                                     u"y"_s,
                                     u"x1"_s,
                                     u"y1"_s,
                                     u"x2"_s,
                                     u"y2"_s,
                                     u"cx"_s,
                                     u"cy"_s,
                                     u"r"_s,
                                     u"rx"_s,
                                     u"ry"_s,
                                     u"fx"_s,
                                     u"fy"_s,
                                     u"dx"_s,
                                     u"dy"_s,
                                     u"offset"_s,
                                     u"width"_s,
                                     u"height"_s,
                                     u"rotate"_s,
                                     u"transform"_s,
                                     u"gradientTransform"_s,
                                     u"stroke-width"_s,
                                     u"stroke-miterlimit"_s,
                                     u"stroke-dasharray"_s,
                                     u"stroke-dashoffset"_s,
                                     u"font-size"_s,
                                     u"letter-spacing"_s,
                                     u"word-spacing"_s,
                                     u"textLength"_s,
                                     u"viewBox"_s,
                                     u"style"_s};
    return names.contains(name);
}

//! An element as the bounds of what is painted need it.
struct Part {
    int firstChild = -1;
    int lastChild = -1;
    int next = -1;
    qint64 drawn = 0; //!< characters of path and text
    QStringList targets; //!< elements of its own that it refers to
    enum { New, Open, Done } state = New;
    qint64 elements = 0; //!< with all that it stands for
    qint64 length = 0;
    int height = 0;
};

class SvgReading
{
public:
    SvgReading(const QByteArray &bytes, const GraphicLimits &limits)
        : m_limits(limits), m_reader(bytes)
    {
    }

    GraphicFinding result();

private:
    void refuse(GraphicFault fault, const QString &subject = {});
    void start();
    void readRoot(const QXmlStreamAttributes &attributes);
    void readAttribute(const QXmlStreamAttribute &attribute);
    void readText();
    void finish();
    void expand(int part, int depth);
    void addTo(int part, int other, int depth);
    bool failed() const { return m_finding.fault != GraphicFault::None; }

    GraphicLimits m_limits;
    QXmlStreamReader m_reader;
    GraphicFinding m_finding;
    QList<Part> m_parts;
    QList<int> m_open; //!< from the root to where the reader stands
    QMultiHash<QString, int> m_ids;
    QString m_style;
    bool m_inStyle = false;
    qsizetype m_text = 0;
};

void SvgReading::refuse(GraphicFault fault, const QString &subject)
{
    if (!failed())
        m_finding = refused(fault, subject);
}

//! Units in points of 96 per inch; nothing for what is no length. Percent is 0: the other side or
//! the view box decides.
std::optional<double> lengthIn(QStringView text)
{
    static const QRegularExpression form(
        u"^\\s*\\+?((?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?)\\s*"
        "(px|pt|pc|mm|cm|in|em|ex|%|)\\s*$"_s);
    if (text.size() > 64)
        return std::nullopt;
    const QRegularExpressionMatch match = form.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    static const QHash<QString, double> units{
        {u""_s, 1},           {u"px"_s, 1},         {u"pt"_s, 96.0 / 72}, {u"pc"_s, 16},
        {u"mm"_s, 96 / 25.4}, {u"cm"_s, 96 / 2.54}, {u"in"_s, 96},        {u"em"_s, 16},
        {u"ex"_s, 8},         {u"%"_s, 0}};
    return match.captured(1).toDouble() * units.value(match.captured(2));
}

//! Width and height of the view box; nothing when it is none.
std::optional<QSizeF> viewBoxIn(const QString &text)
{
    static const QRegularExpression gap(u"[\\s,]+"_s);
    const QStringList pieces = text.left(200).trimmed().split(gap, Qt::SkipEmptyParts);
    if (pieces.size() != 4)
        return std::nullopt;
    QList<double> numbers;
    for (const QString &piece : pieces) {
        bool ok = false;
        numbers.append(piece.toDouble(&ok));
        if (!ok || !std::isfinite(numbers.constLast())
            || std::abs(numbers.constLast()) > FarthestCoordinate)
            return std::nullopt;
    }
    return QSizeF(numbers.at(2), numbers.at(3));
}

void SvgReading::readRoot(const QXmlStreamAttributes &attributes)
{
    QSizeF box(0, 0);
    if (attributes.hasAttribute("viewBox"_L1)) {
        const std::optional<QSizeF> read = viewBoxIn(attributes.value("viewBox"_L1).toString());
        if (!read || read->width() <= 0 || read->height() <= 0)
            return refuse(GraphicFault::BadSize);
        box = *read;
    }
    const auto side = [&attributes](QLatin1StringView name) -> std::optional<double> {
        return attributes.hasAttribute(name) ? lengthIn(attributes.value(name)) : 0;
    };
    const std::optional<double> width = side("width"_L1);
    const std::optional<double> height = side("height"_L1);
    if (!width || !height)
        return refuse(GraphicFault::BadSize);
    const QSizeF stated(*width, *height);
    QSizeF size = box;
    if (stated.width() > 0 && stated.height() > 0)
        size = stated;
    else if (stated.width() > 0 && !box.isEmpty())
        size = box * (stated.width() / box.width());
    else if (stated.height() > 0 && !box.isEmpty())
        size = box * (stated.height() / box.height());
    const double least = std::min(size.width(), size.height());
    const double most = std::max(size.width(), size.height());
    // A sheet a thousand times as long as wide is none.
    if (!(least > 0) || !(most <= m_limits.vectorSide) || most > least * 1000
        || std::max(box.width(), box.height()) > m_limits.vectorSide)
        return refuse(GraphicFault::BadSize);
    m_finding.facts.size = QSize(int(std::ceil(size.width())), int(std::ceil(size.height())));
}

void SvgReading::start()
{
    const QString name = m_reader.name().toString();
    const bool ours = m_reader.namespaceUri() == SvgNamespace;
    const bool root = m_parts.isEmpty();
    if (root && (!ours || name != "svg"_L1))
        return refuse(GraphicFault::WrongType);
    if (m_inStyle)
        return refuse(GraphicFault::Damaged);
    const GraphicFault known = faultOf(name);
    if (known != GraphicFault::None)
        return refuse(known, name);
    const bool allowed = allowedElements().contains(name);
    // QtSvg would place a drawing within a drawing wrongly, and would take an element of another
    // language for its namesake.
    if (ours ? !allowed : allowed && !isRemark(name))
        return refuse(GraphicFault::Unsupported, allowed ? name : QString());
    if (!root && name == "svg"_L1)
        return refuse(GraphicFault::Unsupported, name);
    if (m_reader.namespaceUri().isEmpty())
        return refuse(GraphicFault::Unsupported);
    if (m_parts.size() >= m_limits.elements || m_open.size() >= m_limits.nesting)
        return refuse(GraphicFault::TooComplex);

    const int index = int(m_parts.size());
    m_parts.append(Part());
    if (!root) {
        Part &parent = m_parts[m_open.constLast()];
        if (parent.lastChild >= 0)
            m_parts[parent.lastChild].next = index;
        else
            parent.firstChild = index;
        parent.lastChild = index;
    }
    m_open.append(index);
    m_inStyle = name == "style"_L1;

    // The reader lets a prefix be declared twice. Without namespaces, as QtSvg reads, that is
    // damage.
    QSet<QString> prefixes;
    for (const QXmlStreamNamespaceDeclaration &one : m_reader.namespaceDeclarations()) {
        if (prefixes.contains(one.prefix().toString()))
            return refuse(GraphicFault::Damaged);
        prefixes.insert(one.prefix().toString());
    }
    const QXmlStreamAttributes attributes = m_reader.attributes();
    if (attributes.size() > m_limits.attributes)
        return refuse(GraphicFault::TooComplex);
    for (const QXmlStreamAttribute &attribute : attributes)
        readAttribute(attribute);
    if (root && !failed())
        readRoot(attributes);
}

void SvgReading::readAttribute(const QXmlStreamAttribute &attribute)
{
    const QString name = attribute.name().toString();
    const QString lower = name.toLower();
    const QStringView value = attribute.value();
    if (lower.size() > 2 && lower.startsWith("on"_L1))
        return refuse(GraphicFault::Active);
    if (lower == "base"_L1 && !attribute.namespaceUri().isEmpty())
        return refuse(GraphicFault::External);
    if (lower == "src"_L1 || lower == "srcset"_L1 || lower == "data"_L1)
        return refuse(GraphicFault::External, lower);

    const bool drawing = name == "d"_L1 || name == "points"_L1;
    if (value.size() > (drawing ? m_limits.pathLength : m_limits.attributeLength))
        return refuse(GraphicFault::TooComplex);
    Part &part = m_parts.last();
    if (drawing)
        part.drawn += value.size();
    if (lower == "href"_L1) {
        const QString target = value.trimmed().toString();
        if (referenceFault(QString("url("_L1 + target + u')')) != GraphicFault::None)
            return refuse(GraphicFault::External, u"href"_s);
        part.targets.append(target.sliced(1));
    }
    if (lower == "id"_L1)
        m_ids.insert(value.toString(), int(m_parts.size()) - 1);

    const GraphicFault fault = lower == "style"_L1 ? styleFault(value) : referenceFault(value);
    if (fault != GraphicFault::None)
        return refuse(fault, fault == GraphicFault::External ? QString() : lower);
    if (isGeometry(name) && largestNumber(value, lower == "style"_L1) > FarthestCoordinate)
        return refuse(GraphicFault::BadSize);
}

void SvgReading::readText()
{
    if (m_open.isEmpty())
        return;
    const QStringView text = m_reader.text();
    if (m_inStyle) {
        m_style += text;
        if (m_style.size() > m_limits.styleLength)
            refuse(GraphicFault::TooComplex);
        return;
    }
    // Runs of blanks between elements are no words.
    const QStringView worded = text.trimmed();
    m_text += worded.size();
    m_parts[m_open.constLast()].drawn += worded.size();
    if (m_text > m_limits.textLength)
        refuse(GraphicFault::TooComplex);
}

void SvgReading::addTo(int part, int other, int depth)
{
    expand(other, depth + 1);
    if (failed())
        return;
    Part &sum = m_parts[part];
    const Part &more = m_parts.at(other);
    sum.elements += more.elements;
    sum.length += more.length;
    sum.height = std::max(sum.height, more.height + 1);
    if (sum.elements > m_limits.elements || sum.length > m_limits.drawnLength
        || sum.height > m_limits.paintedNesting)
        refuse(GraphicFault::TooComplex);
}

//! Counts what is painted once every reference stands for its target.
void SvgReading::expand(int part, int depth)
{
    if (failed() || m_parts.at(part).state == Part::Done)
        return;
    if (m_parts.at(part).state == Part::Open)
        return refuse(GraphicFault::Cyclic);
    if (depth > m_limits.paintedNesting)
        return refuse(GraphicFault::TooComplex);
    m_parts[part].state = Part::Open;
    m_parts[part].elements = 1;
    m_parts[part].length = m_parts.at(part).drawn;
    for (int child = m_parts.at(part).firstChild; child >= 0 && !failed();
         child = m_parts.at(child).next)
        addTo(part, child, depth);
    // Of several elements of one name, and of href and xlink:href, any may be the one.
    const QStringList targets = m_parts.at(part).targets;
    for (const QString &target : targets) {
        for (const int other : m_ids.values(target))
            addTo(part, other, depth);
    }
    m_parts[part].state = Part::Done;
}

void SvgReading::finish()
{
    if (m_parts.isEmpty())
        return refuse(GraphicFault::WrongType);
    const GraphicFault fault = styleFault(m_style);
    if (fault != GraphicFault::None)
        return refuse(fault, u"style"_s);
    if (largestNumber(m_style, true) > FarthestCoordinate)
        return refuse(GraphicFault::BadSize);
    if (qint64(m_style.count(u'{') + m_style.count(u',')) * m_parts.size() > m_limits.styleMatches)
        return refuse(GraphicFault::TooComplex);
    expand(0, 1);
    m_finding.facts.elements = int(m_parts.size());
    m_finding.facts.paintedElements = m_parts.constFirst().elements;
}

GraphicFinding SvgReading::result()
{
    while (!m_reader.atEnd() && !failed()) {
        switch (m_reader.readNext()) {
        case QXmlStreamReader::StartElement:
            start();
            break;
        case QXmlStreamReader::EndElement:
            m_inStyle = false;
            m_open.removeLast();
            break;
        case QXmlStreamReader::Characters:
            readText();
            break;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::ProcessingInstruction:
        case QXmlStreamReader::EntityReference:
            refuse(GraphicFault::Declaration);
            break;
        default:
            break;
        }
    }
    if (!failed() && m_reader.hasError())
        refuse(m_parts.isEmpty() ? GraphicFault::WrongType : GraphicFault::Damaged);
    if (!failed())
        finish();
    if (failed())
        m_finding.facts = {};
    return m_finding;
}

//! True when no tag has more than \a most attributes. Looked for beforehand: the reader compares
//! each attribute of an element with all the others.
bool tagsAreShort(QByteArrayView bytes, int most)
{
    qsizetype at = 0;
    while ((at = bytes.indexOf('<', at)) >= 0) {
        const QByteArrayView rest = bytes.sliced(at);
        const auto skipTo = [&at, &rest](QByteArrayView end) {
            const qsizetype found = rest.indexOf(end);
            at = found < 0 ? at + rest.size() : at + found + end.size();
        };
        if (rest.startsWith("<!--")) {
            skipTo("-->");
            continue;
        }
        if (rest.startsWith("<![CDATA[")) {
            skipTo("]]>");
            continue;
        }
        int values = 0;
        char quote = 0;
        for (++at; at < bytes.size(); ++at) {
            const char c = bytes.at(at);
            if (quote != 0) {
                quote = c == quote ? '\0' : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
                if (++values > most)
                    return false;
            } else if (c == '>') {
                break;
            }
        }
    }
    return true;
}

} // namespace

GraphicFinding inspectSvg(const QByteArray &bytes, const GraphicLimits &limits)
{
    // One encoding, so that nothing means one thing here and another to the painter.
    const bool marked = bytes.startsWith("\xEF\xBB\xBF");
    const QByteArray text = marked ? bytes.sliced(3) : bytes;
    if (!text.trimmed().startsWith('<'))
        return refused(GraphicFault::WrongType);
    if (text.contains('\0') || !QUtf8StringView(text).isValidUtf8())
        return refused(GraphicFault::Damaged);
    if (text.startsWith("<?xml")) {
        const QByteArray line = text.left(text.indexOf("?>")).left(200).toLower();
        const qsizetype encoding = line.indexOf("encoding");
        if (encoding >= 0 && !line.sliced(encoding).contains("utf-8")
            && !line.sliced(encoding).contains("us-ascii"))
            return refused(GraphicFault::Damaged);
    }
    // The namespaces take their share.
    if (!tagsAreShort(text, 2 * limits.attributes))
        return refused(GraphicFault::TooComplex);
    return SvgReading(bytes, limits).result();
}

} // namespace graphics

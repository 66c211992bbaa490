// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/graphiccheck.h"
#include "tests/fuzz/targets.h"

#include <QSet>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace fuzz {

namespace {

//! What QtSvg 6.4 acts on by opening, running or starting, by local name as it reads them: written
//! from its behaviour, not from our list.
bool isActedOn(const QString &element)
{
    static const QSet<QString> names{u"image"_s, u"script"_s,  u"foreignObject"_s, u"animate"_s,
                                     u"set"_s,   u"video"_s,   u"audio"_s,         u"handler"_s,
                                     u"font"_s,  u"prefetch"_s};
    return names.contains(element);
}

//! Reads what was let through the way QtSvg does, without namespaces.
void requireHarmless(const QByteArray &bytes, const GraphicFacts &facts)
{
    QXmlStreamReader reader(bytes);
    reader.setNamespaceProcessing(false);
    int elements = 0;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            ++elements;
            require(!isActedOn(reader.name().toString()));
            for (const QXmlStreamAttribute &attribute : reader.attributes()) {
                const QString value = attribute.value().trimmed().toString();
                require(!attribute.name().startsWith(u"on"_s, Qt::CaseInsensitive)
                        || attribute.name().size() == 2);
                require(attribute.name() != u"href"_s || value.startsWith(u'#'));
                const qsizetype url = value.indexOf(u"url("_s, 0, Qt::CaseInsensitive);
                require(url < 0 || value.sliced(url + 4).trimmed().startsWith(u'#')
                        || value.sliced(url + 4).trimmed().startsWith(u"'"_s)
                        || value.sliced(url + 4).trimmed().startsWith(u"\""_s));
            }
            break;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::ProcessingInstruction:
            require(false);
            break;
        default:
            break;
        }
    }
    require(!reader.hasError() && elements == facts.elements);
}

} // namespace

//! Charts and backgrounds.
void graphics(const QByteArray &bytes)
{
    // Small bounds, so that a small input reaches them.
    GraphicLimits small;
    small.bytes = 20'000;
    small.elements = 200;
    small.nesting = 8;
    small.paintedNesting = 16;
    small.drawnLength = 2000;
    for (const GraphicType type : {GraphicType::Svg, GraphicType::Png}) {
        const GraphicFinding finding = inspectGraphic(bytes, type);
        const Result<GraphicFacts> checked = checkGraphic(bytes, type);
        require(checked.has_value() == (finding.fault == GraphicFault::None));
        require(checked || !checked.error().message.isEmpty());
        const GraphicFinding bounded = inspectGraphic(bytes, type, small);
        // Nothing passes the narrower bounds that does not pass the wider ones.
        require(checked || bounded.fault != GraphicFault::None);
        if (!checked)
            continue;
        require(checked->type == type && !checked->size.isEmpty());
        require(checked->size.width() <= GraphicLimits().vectorSide);
        if (type == GraphicType::Svg)
            requireHarmless(bytes, *checked);
        if (bounded.fault == GraphicFault::None)
            require(bounded.facts == *checked && checked->paintedElements <= small.elements);
    }
}

} // namespace fuzz

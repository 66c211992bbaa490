// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaldesktop/xmltree.h"

#include "app/connectors/dentaldesktop/xml.h"

#include <QStringDecoder>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace dentaldesktop {

namespace {

constexpr int deepest = 12; // the interface nests five
constexpr int mostElements = 500000;

//! The document as text. Bytes decide, not the declaration (section 3.1, encoding).
std::optional<QString> textOf(const QByteArray &body)
{
    const auto bom = QStringDecoder::encodingForData(body);
    QStringDecoder decoder(bom.value_or(QStringDecoder::Utf8));
    const QString text = decoder.decode(body);
    if (!decoder.hasError())
        return text;
    if (bom)
        return std::nullopt;
    // Neither marked nor UTF-8: what a single-byte Windows writes.
    return QString::fromLatin1(body);
}

//! Without its prefix: namespaces are overlooked, declared or not (section 3.1).
QStringView localName(QStringView name)
{
    return name.sliced(name.lastIndexOf(u':') + 1);
}

bool isNil(const QXmlStreamAttributes &attributes)
{
    for (const QXmlStreamAttribute &attribute : attributes) {
        if (localName(attribute.qualifiedName()) == "nil"_L1)
            return boolFrom(attribute.value()).value_or(false);
    }
    return false;
}

//! Reads the element at which the reader stands, and all in it.
bool readElement(QXmlStreamReader &reader, XmlElement &into, int depth, int &count)
{
    if (depth > deepest || ++count > mostElements)
        return false;
    into.name = localName(reader.qualifiedName()).toString();
    into.nil = isNil(reader.attributes());
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement: {
            XmlElement child;
            if (!readElement(reader, child, depth + 1, count))
                return false;
            into.children.append(std::move(child));
            break;
        }
        case QXmlStreamReader::EndElement:
            into.text = into.nil ? QString() : into.text.trimmed();
            return true;
        case QXmlStreamReader::Characters:
            into.text += reader.text();
            break;
        case QXmlStreamReader::Comment:
        case QXmlStreamReader::ProcessingInstruction:
            break;
        default:
            return false;
        }
    }
    return false;
}

} // namespace

tl::unexpected<Error> unreadableXml()
{
    return failure(Error::Kind::Protocol,
                   Words::tr("Dental Desktop sent an answer that cannot be read. Try again; if it "
                             "stays, check in the settings that the address is Dental Desktop's."),
                   Service::DentalDesktop);
}

QString XmlElement::textOf(QLatin1StringView childName) const
{
    for (const XmlElement &child : children) {
        if (child.name.compare(childName, Qt::CaseInsensitive) == 0 && !child.nil)
            return child.text;
    }
    return {};
}

QList<XmlElement> XmlElement::childrenOf(QLatin1StringView childName) const
{
    QList<XmlElement> found;
    for (const XmlElement &child : children) {
        if (child.name.compare(childName, Qt::CaseInsensitive) == 0 && !child.nil)
            found.append(child);
    }
    return found;
}

QList<XmlElement> XmlElement::listOf(QLatin1StringView childName, QLatin1StringView entryName) const
{
    QList<XmlElement> found;
    for (const XmlElement &child : childrenOf(childName))
        found += child.childrenOf(entryName);
    return found;
}

Result<XmlElement> readXml(const QByteArray &body)
{
    const std::optional<QString> text = textOf(body);
    if (!text)
        return unreadableXml();
    QXmlStreamReader reader(*text);
    reader.setNamespaceProcessing(false);
    int count = 0;
    XmlElement root;
    bool found = false;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            // A second root is an error of the reader's.
            if (!readElement(reader, root, 1, count))
                return unreadableXml();
            found = true;
            break;
        case QXmlStreamReader::StartDocument:
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Comment:
        case QXmlStreamReader::ProcessingInstruction:
        case QXmlStreamReader::Characters:
            break;
        default:
            // A DTD, an entity of its own, or no XML.
            return unreadableXml();
        }
    }
    if (reader.hasError() || !found)
        return unreadableXml();
    return root;
}

} // namespace dentaldesktop

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/quickbooks.h"

#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

void write(QXmlStreamWriter &xml, const QString &name, const QJsonValue &value)
{
    if (value.isArray()) {
        for (const QJsonValue &member : value.toArray())
            write(xml, name, member);
        return;
    }
    if (!value.isObject()) {
        xml.writeTextElement(name, value.toVariant().toString());
        return;
    }
    xml.writeStartElement(name);
    const QJsonObject object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member)
        write(xml, member.key(), *member);
    xml.writeEndElement();
}

} // namespace

QByteArray quickBooksXml(const QJsonObject &body)
{
    QByteArray text;
    QXmlStreamWriter xml(&text);
    xml.writeStartDocument();
    xml.writeStartElement(u"IntuitResponse"_s);
    xml.writeDefaultNamespace(u"http://schema.intuit.com/finance/v3"_s);
    for (auto member = body.begin(); member != body.end(); ++member) {
        if (member.key() == u"time")
            xml.writeAttribute(u"time"_s, member->toString());
    }
    for (auto member = body.begin(); member != body.end(); ++member) {
        if (member.key() != u"time")
            write(xml, member.key(), *member);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
    return text;
}

} // namespace sim

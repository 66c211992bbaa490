// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaldesktopxml.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

class Writer
{
public:
    explicit Writer(const XmlManners &manners) : m_manners(manners) { }

    QByteArray document(const XmlElement &root)
    {
        m_out = start();
        write(root, 0);
        return m_out;
    }
    QByteArray start() const
    {
        QByteArray text = m_manners.byteOrderMark ? "\xEF\xBB\xBF" : "";
        if (!m_manners.declaration.isEmpty()) {
            text +=
                "<?xml version=\"1.0\" encoding=\"" + m_manners.declaration.toLatin1() + "\"?>\r\n";
        }
        return text;
    }
    QByteArray named(const QByteArray &name) const
    {
        return m_manners.prefix.isEmpty() ? name : m_manners.prefix.toUtf8() + ':' + name;
    }
    QByteArray declarations() const
    {
        const QByteArray space = m_manners.defaultNamespace.toUtf8();
        if (!m_manners.prefix.isEmpty()) {
            return " xmlns:" + m_manners.prefix.toUtf8() + "=\""
                + (space.isEmpty() ? QByteArray("urn:simulated") : space) + '"';
        }
        return space.isEmpty() ? QByteArray() : " xmlns=\"" + space + '"';
    }

private:
    static QByteArray indent(int depth) { return QByteArray(2 * depth, ' '); }

    void write(const XmlElement &element, int depth)
    {
        if (element.optional && !m_manners.optionalElements)
            return;
        if (element.kind == XmlElement::Kind::Null && !m_manners.nil)
            return;
        const bool empty = element.kind == XmlElement::Kind::Parent && element.children.isEmpty();
        if (empty && depth > 0 && !m_manners.emptyLists)
            return;
        const QByteArray name = named(element.name.toUtf8());
        m_out += indent(depth) + '<' + name;
        if (depth == 0) {
            m_out += " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                     " xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
                + declarations();
        }
        if (element.kind == XmlElement::Kind::Null) {
            m_out += " xsi:nil=\"true\" />\r\n";
            return;
        }
        if (empty || (element.kind == XmlElement::Kind::Text && element.text.isEmpty())) {
            m_out += " />\r\n";
            return;
        }
        m_out += '>';
        if (element.kind == XmlElement::Kind::Text) {
            const bool padded =
                m_manners.padding == u"all" || (m_manners.padding == u"usual" && element.padded);
            const QByteArray text = element.text.toHtmlEscaped().toUtf8();
            m_out += padded ? "\r\n" + indent(depth + 1) + text + "\r\n" + indent(depth) : text;
        } else {
            m_out += "\r\n";
            writeChildren(element, depth + 1);
            m_out += indent(depth);
        }
        m_out += "</" + name + ">\r\n";
    }

    void writeChildren(const XmlElement &element, int depth)
    {
        if (m_manners.unknownElements && element.name != u"FutureDetail") {
            // What a later version might add, with names inside that must not be mistaken.
            const XmlElement nested =
                XmlElement::parent(u"FutureDetail"_s,
                                   {XmlElement::leaf(u"CaseId"_s, u"not-this-one"_s),
                                    XmlElement::leaf(u"StatusCode"_s, u"999"_s),
                                    XmlElement::leaf(u"Hostname"_s, u"not-this-one"_s)});
            for (const XmlElement &unknown : {XmlElement::leaf(u"Future"_s, u"1"_s), nested})
                write(unknown, depth);
        }
        QList<XmlElement> children = element.children;
        if (m_manners.reversed)
            std::reverse(children.begin(), children.end());
        for (const XmlElement &child : std::as_const(children))
            write(child, depth);
    }

    const XmlManners &m_manners;
    QByteArray m_out;
};

} // namespace

XmlElement XmlElement::leaf(const QString &name, const QString &text)
{
    XmlElement element;
    element.name = name;
    element.text = text;
    return element;
}

XmlElement XmlElement::number(const QString &name, int value)
{
    return leaf(name, QString::number(value));
}

XmlElement XmlElement::flag(const QString &name, bool value)
{
    return leaf(name, value ? u"true"_s : u"false"_s);
}

XmlElement XmlElement::parent(const QString &name, const QList<XmlElement> &children)
{
    XmlElement element;
    element.name = name;
    element.kind = Kind::Parent;
    element.children = children;
    return element;
}

XmlElement XmlElement::nullable(const QString &name, const QString &text)
{
    XmlElement element = leaf(name, text);
    if (text.isEmpty())
        element.kind = Kind::Null;
    return element;
}

XmlElement XmlElement::asOptional() const
{
    XmlElement element = *this;
    element.optional = true;
    return element;
}

XmlElement XmlElement::asPadded() const
{
    XmlElement element = *this;
    element.padded = true;
    return element;
}

QString XmlManners::set(const QJsonObject &fields)
{
    const QList<QPair<QString, bool *>> flags{{u"optionalElements"_s, &optionalElements},
                                              {u"nil"_s, &nil},
                                              {u"emptyLists"_s, &emptyLists},
                                              {u"unknownElements"_s, &unknownElements},
                                              {u"reversed"_s, &reversed},
                                              {u"bareScalars"_s, &bareScalars},
                                              {u"byteOrderMark"_s, &byteOrderMark}};
    const QList<QPair<QString, QString *>> texts{{u"defaultNamespace"_s, &defaultNamespace},
                                                 {u"prefix"_s, &prefix},
                                                 {u"declaration"_s, &declaration},
                                                 {u"padding"_s, &padding}};
    for (auto member = fields.begin(); member != fields.end(); ++member) {
        bool known = false;
        for (const auto &[name, flag] : flags) {
            if (member.key() == name) {
                *flag = member->toBool();
                known = true;
            }
        }
        for (const auto &[name, text] : texts) {
            if (member.key() == name) {
                *text = member->toString();
                known = true;
            }
        }
        if (!known)
            return u"xml has no %1"_s.arg(member.key());
    }
    return {};
}

QJsonObject XmlManners::toJson() const
{
    return {{u"defaultNamespace"_s, defaultNamespace},
            {u"prefix"_s, prefix},
            {u"optionalElements"_s, optionalElements},
            {u"nil"_s, nil},
            {u"emptyLists"_s, emptyLists},
            {u"unknownElements"_s, unknownElements},
            {u"reversed"_s, reversed},
            {u"bareScalars"_s, bareScalars},
            {u"byteOrderMark"_s, byteOrderMark},
            {u"declaration"_s, declaration},
            {u"padding"_s, padding}};
}

QByteArray xmlDocument(const XmlElement &root, const XmlManners &manners)
{
    return Writer(manners).document(root);
}

QByteArray xmlScalar(const QByteArray &name, const QByteArray &text, const XmlManners &manners)
{
    if (manners.bareScalars)
        return text;
    const Writer writer(manners);
    const QByteArray spelled = writer.named(name);
    if (text.isEmpty())
        return writer.start() + '<' + spelled + writer.declarations() + " />";
    return writer.start() + '<' + spelled + writer.declarations() + '>' + text + "</" + spelled
        + '>';
}

QString netTime(const QDateTime &time, int ticks, NetKind kind, const QTimeZone &zone)
{
    const QDateTime there = time.isValid() && kind != NetKind::Utc ? time.toTimeZone(zone)
        : time.isValid()                                           ? time.toUTC()
                                                                   : QDateTime();
    QString text = u"0001-01-01T00:00:00"_s;
    int offset = 0;
    if (there.isValid()) {
        text = there.toString(u"yyyy-MM-dd'T'HH:mm:ss"_s);
        const int part = there.time().msec() * 10000 + ticks;
        if (part != 0) {
            QString digits = QString::number(part).rightJustified(7, u'0');
            while (digits.endsWith(u'0'))
                digits.chop(1);
            text += QString(u'.' + digits);
        }
        offset = there.offsetFromUtc();
    } else {
        offset = zone.standardTimeOffset(QDateTime::currentDateTimeUtc());
    }
    switch (kind) {
    case NetKind::Utc:
        return text + u'Z';
    case NetKind::Local: {
        const int minutes = qAbs(offset) / 60;
        return u"%1%2%3:%4"_s.arg(text, offset < 0 ? u"-"_s : u"+"_s)
            .arg(minutes / 60, 2, 10, QLatin1Char('0'))
            .arg(minutes % 60, 2, 10, QLatin1Char('0'));
    }
    case NetKind::Unspecified:
        break;
    }
    return text;
}

} // namespace sim

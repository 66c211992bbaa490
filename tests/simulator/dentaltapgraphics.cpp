// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltap.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSize>
#include <QXmlStreamReader>
#include <QtEndian>

using namespace Qt::StringLiterals;

// Settings and backgrounds: section 5.7.

namespace sim {

namespace {

constexpr qsizetype LargestBackground = 2 * 1024 * 1024;

//! Width and height of an acceptable picture; a reason why it is not in \a fault.
QSize pngSize(const QByteArray &image, QString &fault)
{
    if (!image.startsWith("\x89PNG\r\n\x1a\n") || image.size() < 33 || image.mid(12, 4) != "IHDR") {
        fault = u"not_a_png"_s;
        return {};
    }
    const auto number = [&image](qsizetype at) {
        return static_cast<int>(qFromBigEndian<quint32>(image.constData() + at));
    };
    const QSize size(number(16), number(20));
    if (size.width() < 1 || size.height() < 1 || size.width() > 4096 || size.height() > 4096) {
        fault = u"too_large"_s;
    }
    return size;
}

QSize svgSize(const QByteArray &image, QString &fault)
{
    QXmlStreamReader reader(image);
    QSize size;
    bool svg = false;
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (token == QXmlStreamReader::DTD) {
            fault = u"unsafe_svg"_s;
        }
        if (token != QXmlStreamReader::StartElement) {
            continue;
        }
        if (!svg) {
            svg = reader.name() == "svg"_L1;
            const QXmlStreamAttributes head = reader.attributes();
            const QStringList box = head.value("viewBox"_L1).toString().split(u' ');
            size = QSize(head.hasAttribute("width"_L1) ? head.value("width"_L1).toInt()
                                                       : box.value(2).toInt(),
                         head.hasAttribute("height"_L1) ? head.value("height"_L1).toInt()
                                                        : box.value(3).toInt());
        }
        const QString element = reader.name().toString().toLower();
        if (element == "script"_L1 || element == "foreignobject"_L1) {
            fault = u"unsafe_svg"_s;
        }
        for (const QXmlStreamAttribute &attribute : reader.attributes()) {
            const QString name = attribute.name().toString().toLower();
            const bool foreign = name == "href"_L1 && !attribute.value().startsWith(u'#');
            if (name.startsWith("on"_L1) || foreign) {
                fault = u"unsafe_svg"_s;
            }
        }
    }
    if (reader.hasError() || !svg) {
        fault = u"not_an_svg"_s;
    }
    return size;
}

} // namespace

Answer DentalTap::settingsResource(const Request &request)
{
    if (request.method == "GET") {
        return found(request, u"settings"_s, m_settings);
    }
    if (request.method != "PATCH") {
        return problem(405, u"method_not_allowed"_s, u"The method is not allowed here"_s);
    }
    if (const std::optional<Answer> refused = precondition(request, m_settings)) {
        return *refused;
    }
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject()) {
        return problem(400, u"malformed_json"_s, u"The body is no JSON object"_s);
    }
    QJsonObject changed = m_settings;
    QJsonObject currency = changed.value("currency"_L1).toObject();
    const QJsonObject wanted = document["currency"_L1].toObject();
    for (auto member = wanted.begin(); member != wanted.end(); ++member) {
        currency.insert(member.key(), member.value());
    }
    changed.insert("currency"_L1, currency);
    for (const QString &name : {u"timeZone"_s, u"language"_s}) {
        if (document.object().contains(name)) {
            changed.insert(name, document.object().value(name));
        }
    }
    if (changed != m_settings) {
        changed.insert("version"_L1, m_settings.value("version"_L1).toInt() + 1);
        m_settings = changed;
    }
    return found(request, u"settings"_s, m_settings);
}

//! PUT and DELETE as in section 5.7; GET answers the picture to who accepts one, its description
//! otherwise.
Answer DentalTap::background(const Request &request, const QString &kind)
{
    const auto known = m_backgrounds.constFind(kind);
    const bool set = known != m_backgrounds.cend();
    if ((kind != "dental"_L1 && kind != "periodontal"_L1) || (request.method != "PUT" && !set)) {
        return problem(404, u"not_found"_s, u"There is no such background"_s);
    }
    if (request.method == "DELETE") {
        m_backgrounds.remove(kind);
        return Answer::empty(204);
    }
    if (request.method == "GET") {
        if (!request.header("Accept").contains("image/")) {
            return Answer::json(200, known->description);
        }
        Answer picture;
        picture.contentType = known->type;
        picture.body = known->image;
        return picture;
    }
    if (request.method != "PUT") {
        return problem(405, u"method_not_allowed"_s, u"The method is not allowed here"_s);
    }
    const QByteArray type = request.header("Content-Type").split(';').first().trimmed();
    const bool svg = type == "image/svg+xml";
    if (!svg && type != "image/png") {
        return problem(415, u"unsupported_media_type"_s, u"SVG or PNG is expected"_s);
    }
    if (request.body.size() > LargestBackground) {
        return problem(413, u"too_large"_s, u"At most 2 MiB"_s);
    }
    QString fault;
    const QSize size = svg ? svgSize(request.body, fault) : pngSize(request.body, fault);
    if (!fault.isEmpty()) {
        return problem(422, fault, u"The picture is refused"_s);
    }
    const QByteArray digest =
        QCryptographicHash::hash(request.body, QCryptographicHash::Sha256).toHex();
    const QJsonObject description{
        {"kind"_L1, kind},
        {"format"_L1, svg ? u"svg"_s : u"png"_s},
        {"width"_L1, size.width()},
        {"height"_L1, size.height()},
        {"sha256"_L1, QString::fromLatin1(digest)},
        {"updatedAt"_L1, stampText(m_clock.now().toMSecsSinceEpoch())},
    };
    m_backgrounds.insert(kind, {type, request.body, description});
    return Answer::json(200, description);
}

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltap.h"
#include "tests/simulator/dentaltapprofile.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSize>
#include <QXmlStreamReader>
#include <QtEndian>

using namespace Qt::StringLiterals;

// Profiles, charts and settings: sections 5.4, 5.7 and 6.

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

//! The patient whose profile belongs to that record.
QString DentalTap::profileOwner(const QString &resource, const QString &id) const
{
    return resource == "patients"_L1 ? id
                                     : m_appointments.record(id).value("patientId"_L1).toString();
}

QJsonObject DentalTap::profileOf(const QString &resource, const QString &id) const
{
    const QString patient = profileOwner(resource, id);
    const QJsonObject record = m_patients.record(patient);
    QString dentition = record.value("dentition"_L1).toString();
    if (dentition.isEmpty()) {
        dentition = u"permanent"_s;
    }
    QJsonObject profile = dentalProfile(patient, dentition,
                                        m_clinic.options.today.addDays(-90).toString(Qt::ISODate));
    const QJsonValue visit =
        resource == "appointments"_L1 ? QJsonValue(id) : QJsonValue(QJsonValue::Null);
    profile.insert("appointmentId"_L1, visit);
    profile.insert("version"_L1, 1);
    const QJsonObject owner = resource == "patients"_L1 ? record : m_appointments.record(id);
    profile.insert("charts"_L1, chartsOf(resource, owner));
    return profile;
}

QJsonObject DentalTap::chartsOf(const QString &resource, const QJsonObject &record) const
{
    const QString id = record.value("id"_L1).toString();
    const QJsonValue visit =
        resource == "appointments"_L1 ? QJsonValue(id) : QJsonValue(QJsonValue::Null);
    QJsonObject charts;
    for (const QString &kind : {u"dental"_s, u"periodontal"_s}) {
        charts.insert(
            kind,
            QJsonObject{{"url"_L1, u"%1/%2/%3/charts/%4"_s.arg(base(), resource, id, kind)},
                        {"format"_L1, u"svg"_s},
                        {"width"_L1, ChartWidth},
                        {"height"_L1, ChartHeight},
                        {"etag"_L1, u"\"c%1\""_s.arg(id)},
                        {"updatedAt"_L1, record.value("createdAt"_L1)},
                        {"appointmentId"_L1, visit}});
    }
    return charts;
}

Answer DentalTap::profile(const Request &request, const QString &resource, const QString &id) const
{
    if (request.method != "GET") {
        return problem(405, u"method_not_allowed"_s, u"Profiles are read only"_s);
    }
    return found(request, u"dental-profile"_s, profileOf(resource, id));
}

Answer DentalTap::chart(const Request &request, const QString &resource, const QString &id,
                        const QString &kind) const
{
    if (request.method != "GET" || (kind != "dental"_L1 && kind != "periodontal"_L1)) {
        return problem(404, u"not_found"_s, u"There is no such chart"_s);
    }
    const QByteArray etag = "\"c" + id.toLatin1() + '"';
    Answer answer;
    if (request.header("If-None-Match") == etag) {
        answer = Answer::empty(304);
    } else {
        answer.contentType = "image/svg+xml";
        answer.body = chartSvg(profileOf(resource, id), kind == "periodontal"_L1);
    }
    answer.headers.append({"ETag", etag});
    return answer;
}

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

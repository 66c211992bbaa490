// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/service.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

QString decodedPlus(QByteArray text)
{
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

//! The value of a parameter such as name="…" in a header line.
QByteArray headerParameter(const QByteArray &line, const QByteArray &name)
{
    const QByteArray sought = name + '=';
    const qsizetype at = line.toLower().indexOf(sought);
    if (at < 0)
        return {};
    QByteArray value = line.mid(at + name.size() + 1);
    if (value.startsWith('"'))
        return value.mid(1, value.indexOf('"', 1) - 1);
    const qsizetype end = value.indexOf(';');
    return (end < 0 ? value : value.left(end)).trimmed();
}

Pairs multipartFields(const QByteArray &body, const QByteArray &boundary)
{
    Pairs fields;
    const QByteArray mark = "--" + boundary;
    qsizetype at = body.indexOf(mark);
    while (at >= 0) {
        const qsizetype start = at + mark.size();
        const qsizetype next = body.indexOf(mark, start);
        if (next < 0)
            break;
        const QByteArray part = body.mid(start, next - start);
        const qsizetype headEnd = part.indexOf("\r\n\r\n");
        if (headEnd >= 0) {
            QByteArray value = part.mid(headEnd + 4);
            if (value.endsWith("\r\n"))
                value.chop(2);
            fields.append({QString::fromUtf8(headerParameter(part.left(headEnd), " name")),
                           QString::fromUtf8(value)});
        }
        at = next;
    }
    return fields;
}

} // namespace

QString Request::queryValue(QStringView name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return {};
}

bool Request::hasQuery(QStringView name) const
{
    for (const auto &pair : query) {
        if (pair.first == name)
            return true;
    }
    return false;
}

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Pairs Request::form() const
{
    const QByteArray type = header("Content-Type");
    if (type.toLower().startsWith("multipart/form-data"))
        return multipartFields(body, headerParameter(type, "boundary"));
    return parseQuery(body);
}

QString Request::formValue(QStringView name) const
{
    for (const auto &[key, value] : form()) {
        if (key == name)
            return value;
    }
    return {};
}

Pairs parseQuery(const QByteArray &text)
{
    Pairs pairs;
    for (const QByteArray &piece : text.split('&')) {
        if (piece.isEmpty())
            continue;
        const qsizetype equals = piece.indexOf('=');
        pairs.append({decodedPlus(equals < 0 ? piece : piece.left(equals)),
                      equals < 0 ? u""_s : decodedPlus(piece.mid(equals + 1))});
    }
    return pairs;
}

Answer Answer::json(int status, const QJsonObject &body)
{
    return {.status = status,
            .contentType = "application/json;charset=utf-8",
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
            .headers = {},
            .dropped = {},
            .warnings = {}};
}

Answer Answer::text(int status, const QByteArray &body)
{
    return {.status = status,
            .contentType = "text/plain;charset=utf-8",
            .body = body,
            .headers = {},
            .dropped = {},
            .warnings = {}};
}

Answer Answer::empty(int status)
{
    Answer answer;
    answer.status = status;
    return answer;
}

std::optional<Answer> Service::enter(const Request &)
{
    return std::nullopt;
}

void Service::leave(const Request &) { }

QJsonArray Service::records(const QString &collection) const
{
    return state().value(collection).toArray();
}

Answer Service::failure(int status) const
{
    return Answer::json(status, {{u"error"_s, u"HTTP %1"_s.arg(status)}});
}

QString Service::tell(const QJsonObject &)
{
    return u"%1 knows no story"_s.arg(name());
}

QString Service::edit(const QString &, const QString &, const QJsonObject &)
{
    return u"%1 has no records to edit"_s.arg(name());
}

Pairs Service::settings() const
{
    return {};
}

QString Service::journalQuery(const Request &request) const
{
    QStringList parts;
    for (const auto &[name, value] : request.query)
        parts.append(QString(name + u'=' + value));
    return parts.join(u'&');
}

Pairs Service::secrets() const
{
    return {};
}

QByteArray Service::automationAuthorization()
{
    return {};
}

void Service::created(const QString &collection, const QString &id) const
{
    if (m_observer)
        m_observer(collection, id);
}

} // namespace sim

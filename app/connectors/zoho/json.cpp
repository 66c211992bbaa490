// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/json.h"

#include <QJsonDocument>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace zoho {

namespace {

struct Meaning {
    QLatin1StringView code;
    Error::Kind kind;
    const char *words; //!< %1 is the field
};

// Codes of zoho-crm.md sections 1.6, 3, 4.1 and 5.4.
const Meaning meanings[] = {
    {"DUPLICATE_DATA"_L1, Error::Kind::Conflict,
     QT_TRANSLATE_NOOP("zoho::Words", "The CRM already has another record with this %1.")},
    {"MANDATORY_NOT_FOUND"_L1, Error::Kind::Invalid,
     QT_TRANSLATE_NOOP("zoho::Words", "The CRM demands the field %1, which is empty.")},
    {"EXPECTED_FIELD_MISSING"_L1, Error::Kind::Invalid,
     QT_TRANSLATE_NOOP("zoho::Words", "The CRM demands the field %1, which is empty.")},
    {"DEPENDENT_FIELD_MISSING"_L1, Error::Kind::Invalid,
     QT_TRANSLATE_NOOP("zoho::Words", "The CRM demands the field %1, which is empty.")},
    {"INVALID_DATA"_L1, Error::Kind::Invalid,
     QT_TRANSLATE_NOOP("zoho::Words", "The CRM does not accept the value of the field %1.")},
    {"INVALID_MODULE"_L1, Error::Kind::Invalid,
     QT_TRANSLATE_NOOP("zoho::Words", "The CRM lacks a module that the desk needs.")},
    {"ALREADY_MODIFIED"_L1, Error::Kind::Conflict,
     QT_TRANSLATE_NOOP("zoho::Words", "Somebody changed the record in the CRM meanwhile.")},
    {"RECORD_LOCKED"_L1, Error::Kind::Conflict,
     QT_TRANSLATE_NOOP("zoho::Words",
                       "The record is locked in the CRM. Unlock it there, then retry.")},
    {"NOT_APPROVED"_L1, Error::Kind::Conflict,
     QT_TRANSLATE_NOOP("zoho::Words",
                       "The record waits for an approval in the CRM. Approve it, then retry.")},
    {"NOT_REVIEWED"_L1, Error::Kind::Conflict,
     QT_TRANSLATE_NOOP("zoho::Words",
                       "The record waits for a review in the CRM. Review it, then retry.")},
    {"ID_ALREADY_CONVERTED"_L1, Error::Kind::Conflict,
     QT_TRANSLATE_NOOP("zoho::Words", "The order was converted to an invoice before.")},
    {"NOT_ALLOWED"_L1, Error::Kind::Invalid,
     QT_TRANSLATE_NOOP("zoho::Words", "The CRM does not allow this change.")},
    {"NO_PERMISSION"_L1, Error::Kind::Forbidden,
     QT_TRANSLATE_NOOP("zoho::Words",
                       "The CRM user of this desk lacks a right. Ask the CRM administrator.")},
    {"OAUTH_SCOPE_MISMATCH"_L1, Error::Kind::Unauthorized,
     QT_TRANSLATE_NOOP("zoho::Words", "The sign-in to the CRM lacks a permission. Sign in again.")},
    {"INVALID_TOKEN"_L1, Error::Kind::Unauthorized,
     QT_TRANSLATE_NOOP("zoho::Words", "The CRM wants a new sign-in.")},
    {"AUTHENTICATION_FAILURE"_L1, Error::Kind::Unauthorized,
     QT_TRANSLATE_NOOP("zoho::Words", "The CRM wants a new sign-in.")},
    {"TOO_MANY_REQUESTS"_L1, Error::Kind::RateLimited,
     QT_TRANSLATE_NOOP("zoho::Words", "The CRM is asked too often. It is tried again later.")},
    {"REQUEST_TIMEOUT"_L1, Error::Kind::Timeout,
     QT_TRANSLATE_NOOP("zoho::Words", "The CRM did not finish in time. It is tried again.")},
    {"INTERNAL_ERROR"_L1, Error::Kind::Server,
     QT_TRANSLATE_NOOP("zoho::Words", "The CRM has a fault of its own. It is tried again.")},
};

Error::Kind kindOf(int status)
{
    switch (status) {
    case 401:
        return Error::Kind::Unauthorized;
    case 403:
        return Error::Kind::Forbidden;
    case 404:
    case 410:
        return Error::Kind::NotFound;
    case 408:
        return Error::Kind::Timeout;
    case 409:
    case 412:
        return Error::Kind::Conflict;
    case 429:
        return Error::Kind::RateLimited;
    default:
        return status >= 500 ? Error::Kind::Server : Error::Kind::Invalid;
    }
}

} // namespace

QString Item::id() const
{
    const QString own = details.value("id"_L1).toString();
    return own.isEmpty() ? details.value("duplicate_record"_L1)["id"_L1].toString() : own;
}

QString Item::stamp() const
{
    return details.value("Modified_Time"_L1).toString();
}

QString Item::field() const
{
    const QString name = details.value("api_name"_L1).toString();
    if (!name.isEmpty())
        return name;
    const QString parameter = details.value("param"_L1).toString();
    return parameter.isEmpty() ? details.value("param_name"_L1).toString() : parameter;
}

bool Item::isGone() const
{
    // There is no RECORD_NOT_FOUND: a write on an absent id is INVALID_DATA about the id itself.
    const bool aboutId = field() == "id"_L1
        || (field().isEmpty()
            && (details.contains("id"_L1) || details.contains("resource_path_index"_L1)));
    return !ok && (status == 204 || status == 404 || (code == "INVALID_DATA"_L1 && aboutId));
}

Error Item::error() const
{
    if (isGone()) {
        return Error(Error::Kind::NotFound,
                     Words::tr("The CRM no longer has the record. Was it deleted there?"),
                     Service::Zoho, status);
    }
    for (const Meaning &meaning : meanings) {
        if (code != meaning.code)
            continue;
        const QString words = Words::tr(meaning.words);
        return Error(meaning.kind, words.contains("%1"_L1) ? words.arg(field()) : words,
                     Service::Zoho, status);
    }
    return Error(kindOf(status), Words::tr("The CRM refused (%1).").arg(code), Service::Zoho,
                 status);
}

Item itemOf(int status, const QJsonObject &body)
{
    QJsonObject element = body;
    if (body.value("data"_L1).isArray())
        element = body.value("data"_L1).toArray().at(0).toObject();
    Item item;
    item.status = status;
    item.code = element.value("code"_L1).toVariant().toString();
    item.details = element.value("details"_L1).toObject();
    // The older form of the limit's answer carries a number as its code (section 5.3).
    if (item.code == "429"_L1)
        item.code = u"TOO_MANY_REQUESTS"_s;
    if (item.code == "MULTIPLE_OR_MULTI_ERRORS"_L1) {
        const QJsonObject first = item.details.value("errors"_L1).toArray().at(0).toObject();
        item.code = first.value("code"_L1).toString();
        item.details = first.value("details"_L1).toObject();
    }
    // A read has no code of its own: a record came back, or nothing did.
    const bool read = item.code.isEmpty() && element.contains("id"_L1);
    const QString word = element.value("status"_L1).toString();
    item.ok = status >= 200 && status < 300 && status != 204
        && (read || (item.code == "SUCCESS"_L1 && word != "error"_L1));
    return item;
}

Error errorOfAnswer(const Response &response)
{
    Error error = errorOf(response, Service::Zoho);
    const Result<QJsonObject> body = response.json(Service::Zoho);
    if (!body)
        return error;
    const Item item = itemOf(response.status, *body);
    if (item.code.isEmpty())
        return error;
    Error worded = item.error();
    worded.retryAfter = error.retryAfter;
    // A code that says less than the status must not make a passing trouble a lasting one.
    if (error.isTransient() && !worded.isTransient())
        return error;
    return worded;
}

Result<Item> itemOf(const Response &response)
{
    if (response.status == 401 || response.status == 429 || response.status >= 500)
        return tl::unexpected<Error>(errorOfAnswer(response));
    if (response.status == 204) {
        Item gone;
        gone.status = 204;
        return gone;
    }
    const Result<QJsonObject> body = response.json(Service::Zoho);
    if (!body)
        return tl::unexpected<Error>(response.isSuccess() ? body.error() : errorOfAnswer(response));
    return itemOf(response.status, *body);
}

Result<QJsonArray> rowsOf(const Response &response)
{
    if (response.status == 204 || response.status == 304)
        return QJsonArray();
    if (!response.isSuccess())
        return tl::unexpected<Error>(errorOfAnswer(response));
    const Result<QJsonObject> body = response.json(Service::Zoho);
    if (!body)
        return tl::unexpected<Error>(body.error());
    if (!body->value("data"_L1).isArray()) {
        return failure(Error::Kind::Protocol,
                       Words::tr("The CRM answered something that the desk does not know."),
                       Service::Zoho);
    }
    return body->value("data"_L1).toArray();
}

QJsonObject compositeBody(const QList<SubRequest> &requests, bool rollback)
{
    QJsonArray list;
    for (const SubRequest &request : requests) {
        QJsonObject json{{u"sub_request_id"_s, QString::number(list.size() + 1)},
                         {u"method"_s, QString::fromLatin1(request.method)},
                         {u"uri"_s, QString(u"/crm/v8/"_s + request.uri)}};
        if (!request.body.isEmpty())
            json.insert(u"body"_s, request.body);
        if (!request.headers.isEmpty())
            json.insert(u"headers"_s, request.headers);
        list.append(json);
    }
    return {{u"rollback_on_fail"_s, rollback},
            {u"parallel_execution"_s, false},
            {u"__composite_requests"_s, list}};
}

Result<QList<SubAnswer>> compositeAnswers(const Response &response, qsizetype expected)
{
    if (response.status == 401 || response.status == 429 || response.status >= 500)
        return tl::unexpected<Error>(errorOfAnswer(response));
    const Result<QJsonObject> body = response.json(Service::Zoho);
    if (!body)
        return tl::unexpected<Error>(body.error());
    if (!body->value("__composite_requests"_L1).isArray())
        return tl::unexpected<Error>(errorOfAnswer(response));
    QList<SubAnswer> answers;
    for (const QJsonValue &value : body->value("__composite_requests"_L1).toArray()) {
        SubAnswer answer;
        const QJsonObject wrapper = value.toObject();
        const QJsonObject details = wrapper.value("details"_L1).toObject();
        if (details.contains("response"_L1)) {
            // SUCCESS on the wrapper means "executed" only (section 4.1).
            const QJsonObject inner = details.value("response"_L1).toObject();
            answer.body = inner.value("body"_L1).toObject();
            answer.item = itemOf(inner.value("status_code"_L1).toInt(), answer.body);
        } else {
            answer.item = itemOf(response.status, wrapper);
            answer.item.ok = false;
            answer.ran = answer.item.code != "ROLLBACK_PERFORMED"_L1
                && answer.item.code != "PROCESSING_STOPPED"_L1;
        }
        answers.append(answer);
    }
    if (answers.size() != expected) {
        return failure(Error::Kind::Protocol,
                       Words::tr("The CRM answered something that the desk does not know."),
                       Service::Zoho);
    }
    return answers;
}

const SubAnswer *culpritOf(const QList<SubAnswer> &answers)
{
    const SubAnswer *stopped = nullptr;
    for (const SubAnswer &answer : answers) {
        if (answer.item.ok)
            continue;
        if (answer.ran)
            return &answer;
        stopped = &answer;
    }
    return stopped;
}

QJsonObject referenceTo(int number)
{
    return lookup(u"@{%1:$.data[0].details.id}"_s.arg(number));
}

QJsonObject lookup(const QString &id)
{
    return {{u"id"_s, id}};
}

QString idOf(const QJsonValue &lookup)
{
    return lookup.isString() ? lookup.toString() : lookup["id"_L1].toString();
}

QJsonObject recordBody(const QJsonObject &record, bool automation)
{
    QJsonObject body{{u"data"_s, QJsonArray{record}}};
    if (!automation)
        body.insert(u"trigger"_s, QJsonArray());
    return body;
}

QString timeText(const QDateTime &time, const QByteArray &zone)
{
    const QTimeZone clinic(zone);
    const int offset = clinic.isValid() ? clinic.offsetFromUtc(time) : 0;
    const QDateTime local = time.toUTC().addSecs(offset);
    return QString(local.toString(u"yyyy-MM-ddTHH:mm:ss"_s) + (offset < 0 ? u'-' : u'+')
                   + QTime(0, 0).addSecs(std::abs(offset)).toString(u"HH:mm"_s));
}

QDateTime timeFrom(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate).toUTC();
}

QString quoted(const QString &text)
{
    QString clean = text;
    clean.remove(u'\'').remove(u'\\');
    return QString(u'\'' + clean + u'\'');
}

Request jsonRequest(QByteArray method, const QString &path, const QString &logged,
                    const QJsonObject &body, const QString &purpose)
{
    Request request(std::move(method), path, logged);
    request.contentType = "application/json";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    request.purpose = purpose;
    return request;
}

Request coqlRequest(const QString &select, const QString &purpose)
{
    const QString path = u"crm/v8/coql"_s;
    return jsonRequest("POST", path, path, QJsonObject{{u"select_query"_s, select}}, purpose);
}

} // namespace zoho

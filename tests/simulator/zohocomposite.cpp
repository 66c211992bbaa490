// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zohocomposite.h"

#include "tests/simulator/zohorecords.h"
#include "tests/simulator/zohovalues.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace sim::zoho {

namespace {

constexpr qsizetype MaximumSubRequests = 5;
constexpr qsizetype MaximumReadRecords = 25;

//! Bodies of the sub-requests answered so far, by their id.
using Answers = QHash<QString, QJsonValue>;

//! Follows "$.data[0].details.id" in a body; undefined where the path leads nowhere.
QJsonValue follow(const QJsonValue &body, const QString &path)
{
    static const QRegularExpression step(uR"(\.([^.\[\]]+)|\[(\d+)\])"_s);
    if (!path.startsWith(u'$'))
        return QJsonValue::Undefined;
    QJsonValue value = body;
    qsizetype at = 1;
    while (at < path.size()) {
        const auto match = step.match(path, at, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return QJsonValue::Undefined;
        value = match.capturedStart(1) >= 0 ? value[match.captured(1)]
                                            : value.toArray().at(match.captured(2).toInt());
        at = match.capturedEnd();
    }
    return value;
}

//! Puts values in place of "@{id:$.path}"; false when one cannot be found.
bool resolve(QString &text, const Answers &answers, QJsonValue *whole)
{
    static const QRegularExpression reference(uR"(@\{([^:}]+):([^}]+)\})"_s);
    auto match = reference.match(text);
    while (match.hasMatch()) {
        const QJsonValue value = follow(answers.value(match.captured(1)), match.captured(2));
        if (value.isUndefined() || value.isNull())
            return false;
        if (whole && match.capturedLength() == text.size()) {
            *whole = value;
            return true;
        }
        text.replace(match.capturedStart(), match.capturedLength(),
                     value.isDouble() ? QString::number(value.toDouble()) : value.toString());
        match = reference.match(text);
    }
    if (whole)
        *whole = text;
    return true;
}

bool resolve(QJsonValue &value, const Answers &answers)
{
    if (value.isString()) {
        QString text = value.toString();
        return resolve(text, answers, &value);
    }
    if (value.isArray()) {
        QJsonArray array;
        for (QJsonValue entry : value.toArray()) {
            if (!resolve(entry, answers))
                return false;
            array.append(entry);
        }
        value = array;
    } else if (value.isObject()) {
        QJsonObject object;
        const QJsonObject before = value.toObject();
        for (auto it = before.begin(); it != before.end(); ++it) {
            QJsonValue entry = *it;
            if (!resolve(entry, answers))
                return false;
            object[it.key()] = entry;
        }
        value = object;
    }
    return true;
}

QJsonObject stopped(const QString &code, qsizetype culprit)
{
    return {{u"code"_s, code},
            {u"details"_s, QJsonObject{{u"rollbacked_by_sub_request_index"_s, culprit}}},
            {u"message"_s,
             code == "ROLLBACK_PERFORMED"_L1
                 ? u"the transaction was rolled back since another sub request in the same "
                   "transaction failed."_s
                 : u"the processing was stopped since another sub request in the same "
                   "transaction failed."_s},
            {u"status"_s, u"error"_s}};
}

QJsonObject wrapped(const Org &org, const Answer &answer)
{
    const QJsonDocument body = QJsonDocument::fromJson(answer.body);
    return {
        {u"code"_s, u"SUCCESS"_s},
        {u"details"_s,
         QJsonObject{
             {u"response"_s,
              QJsonObject{
                  {u"headers"_s,
                   QJsonObject{{u"X-ACCESSTOKEN-RESET"_s, org.stamp(org.nowSeconds() + 3600)},
                               {u"content-type"_s, QString::fromLatin1(answer.contentType)}}},
                  {u"status_code"_s, answer.status},
                  {u"body"_s,
                   body.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(body.object())}}}}},
        {u"message"_s, u"composite sub request executed successfully"_s},
        {u"status"_s, u"success"_s}};
}

Problem itemProblem(const QString &code, const QString &key, qsizetype index)
{
    return {.code = code,
            .details = {{u"api_name"_s, key},
                        {u"json_path"_s, u"$.__composite_requests[%1].%2"_s.arg(index).arg(key)}},
            .message = u"the sub request cannot be executed"_s};
}

//! The sub-request as an ordinary request, or why it is none.
std::optional<Problem> prepared(const QJsonObject &sent, qsizetype index, const Answers &answers,
                                Request &request)
{
    QJsonValue value = sent;
    for (const auto key : {"method"_L1, "uri"_L1}) {
        if (!sent.value(key).isString())
            return itemProblem(u"MANDATORY_NOT_FOUND"_s, key, index);
    }
    if (!resolve(value, answers))
        return itemProblem(u"INVALID_REFERENCE"_s, u"uri"_s, index);
    const QJsonObject whole = value.toObject();
    request.method = whole.value("method"_L1).toString().toUpper().toLatin1();
    const QUrl url(whole.value("uri"_L1).toString());
    request.path = url.path(QUrl::FullyEncoded);
    for (const QString &piece : request.path.split(u'/').mid(1))
        request.segments.append(QUrl::fromPercentEncoding(piece.toUtf8()));
    request.query = parseQuery(url.query(QUrl::FullyEncoded).toUtf8());
    const QJsonObject params = whole.value("params"_L1).toObject();
    for (auto it = params.begin(); it != params.end(); ++it)
        request.query.append({it.key(), it->toVariant().toString()});
    const QJsonObject headers = whole.value("headers"_L1).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        const QString name = it.key().toLower();
        if (name == "authorization"_L1 || name == "x-crm-org"_L1)
            return itemProblem(u"NOT_ALLOWED"_s, u"headers"_s, index);
        request.headers.append({it.key().toLatin1(), it->toVariant().toString().toUtf8()});
    }
    request.body = QJsonDocument(whole.value("body"_L1).toObject()).toJson(QJsonDocument::Compact);

    if (!request.path.startsWith("/crm/v"_L1))
        return itemProblem(u"INVALID_DATA"_s, u"uri"_s, index);
    const QString version = request.segments.value(1);
    if (version.mid(1).toDouble() > 8)
        return itemProblem(u"NOT_ALLOWED"_s, u"uri"_s, index);
    // Inventory conversion and composites are not on the vendor's list of allowed calls.
    if (request.path.endsWith("/actions/convert"_L1) || request.path.contains("__composite"_L1)
        || request.path.endsWith("/Attachments"_L1))
        return itemProblem(u"NOT_SUPPORTED"_s, u"uri"_s, index);
    if (request.method == "DELETE" && request.hasQuery(u"ids"))
        return itemProblem(u"NOT_SUPPORTED"_s, u"uri"_s, index);
    if (request.method == "POST" || request.method == "PUT") {
        const qsizetype records = whole["body"_L1]["data"_L1].toArray().size();
        if (!request.path.endsWith("/coql"_L1) && records > 1)
            return itemProblem(u"LIMIT_EXCEEDED"_s, u"body"_s, index);
    }
    if (request.method == "GET" && request.queryValue(u"per_page").toInt() > MaximumReadRecords)
        return itemProblem(u"LIMIT_EXCEEDED"_s, u"params"_s, index);
    return std::nullopt;
}

Answer refused(const QString &code, const QJsonObject &details, const QString &message)
{
    return refusal({.code = code, .details = details, .message = message});
}

} // namespace

Answer composite(Org &org, const Request &request,
                 const std::function<Answer(const Request &)> &run)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QJsonArray list = body.value("__composite_requests"_L1).toArray();
    if (list.isEmpty())
        return refusal(mandatory(u"__composite_requests"_s, u"$.__composite_requests"_s));
    if (list.size() > MaximumSubRequests) {
        return refused(
            u"LIMIT_EXCEEDED"_s,
            {{u"maximum_length"_s, MaximumSubRequests}, {u"api_name"_s, u"__composite_requests"_s}},
            u"count of sub requests exceeds the limit"_s);
    }
    const bool rollback = body.value("rollback_on_fail"_L1).toBool();
    const bool parallel = body.value("parallel_execution"_L1).toBool()
        || body.value("concurrent_execution"_L1).toBool();
    if (rollback && parallel) {
        return refused(u"AMBIGUITY_DURING_PROCESSING"_s, {},
                       u"rollback and parallel execution exclude each other"_s);
    }
    static const QRegularExpression idForm(u"^[a-zA-Z0-9][a-zA-Z0-9_]*$"_s);
    QStringList ids;
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QString id = list.at(i)["sub_request_id"_L1].toString();
        if (!idForm.match(id).hasMatch())
            return refusal(itemProblem(u"INVALID_DATA"_s, u"sub_request_id"_s, i));
        if (ids.contains(id))
            return refusal(itemProblem(u"DUPLICATE_DATA"_s, u"sub_request_id"_s, i));
        ids.append(id);
    }

    const Tables before = org.tables();
    Answers answers;
    QJsonArray results;
    QStringList dropped;
    qsizetype failed = -1;
    int executed = 0;
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (rollback && failed >= 0) {
            results.append(stopped(u"PROCESSING_STOPPED"_s, failed));
            continue;
        }
        Request sub;
        const auto problem = prepared(list.at(i).toObject(), i, answers, sub);
        if (problem) {
            results.append(problem->toJson());
            failed = i;
            continue;
        }
        const Answer answer = run(sub);
        ++executed;
        dropped += answer.dropped;
        answers[ids.at(i)] = QJsonDocument::fromJson(answer.body).object();
        results.append(wrapped(org, answer));
        if (answer.status >= 400)
            failed = i;
    }
    int status = executed == list.size() ? 200 : (executed == 0 ? 400 : 207);
    if (rollback && failed >= 0) {
        // Ids and automatic numbers that a transaction took are not given out again.
        const qint64 serial = org.tables().nextSerial;
        const auto numbers = org.tables().autoNumbers;
        org.tables() = before;
        org.tables().nextSerial = serial;
        org.tables().autoNumbers = numbers;
        for (qsizetype i = 0; i < failed; ++i)
            results[i] = stopped(u"ROLLBACK_PERFORMED"_s, failed);
        status = 400;
    }
    Answer answer = Answer::json(status, {{u"__composite_requests"_s, results}});
    answer.dropped = dropped;
    return answer;
}

} // namespace sim::zoho

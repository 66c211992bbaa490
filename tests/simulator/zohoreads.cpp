// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zohoreads.h"

#include "tests/simulator/zohorecords.h"
#include "tests/simulator/zohovalues.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace sim::zoho {

namespace {

constexpr qsizetype MaximumFields = 50;
constexpr qsizetype MaximumPerPage = 200;
constexpr qsizetype PagedRecords = 2000; //!< reachable by number; beyond that by token
constexpr qsizetype TokenRecords = 100000;
constexpr qint64 TokenLifeSeconds = 24 * 3600;

Answer problem(const QString &code, const QJsonObject &details, const QString &message)
{
    return refusal({.code = code, .details = details, .message = message});
}

std::optional<qint64> modifiedSince(const Request &request)
{
    const QByteArray since = request.header("If-Modified-Since");
    return since.isEmpty() ? std::nullopt : secondsOf(QString::fromLatin1(since));
}

//! What a page token is bound to: every parameter but the position.
QByteArray bound(const Module &module, const Request &request)
{
    QByteArray text = module.name.toUtf8() + '\n' + request.header("If-Modified-Since");
    for (const auto &[name, value] : request.query) {
        if (name != "page_token"_L1 && name != "page"_L1 && name != "per_page"_L1)
            text += '\n' + name.toUtf8() + '=' + value.toUtf8();
    }
    return QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex().left(16);
}

QString pageToken(const Org &org, const Module &module, const Request &request, qsizetype from)
{
    const QByteArray text = bound(module, request) + '.' + QByteArray::number(from) + '.'
        + QByteArray::number(org.nowSeconds() + TokenLifeSeconds);
    return QString::fromLatin1(text.toBase64(QByteArray::Base64UrlEncoding));
}

struct Window {
    qsizetype from = 0;
    qsizetype size = MaximumPerPage;
    std::optional<Answer> refused;
};

Window window(const Org &org, const Module &module, const Request &request)
{
    Window result;
    if (request.hasQuery(u"per_page")) {
        result.size = request.queryValue(u"per_page").toLongLong();
        if (result.size < 1 || result.size > MaximumPerPage) {
            result.refused =
                problem(u"INVALID_DATA"_s, {{u"param"_s, u"per_page"_s}}, u"invalid data"_s);
            return result;
        }
    }
    if (request.hasQuery(u"page_token")) {
        if (request.hasQuery(u"page")) {
            result.refused = problem(u"AMBIGUITY_DURING_PROCESSING"_s,
                                     {{u"ambiguity_due_to"_s,
                                       QJsonArray{QJsonObject{{u"param"_s, u"page"_s}},
                                                  QJsonObject{{u"param"_s, u"page_token"_s}}}}},
                                     u"page and page_token cannot be given together"_s);
            return result;
        }
        const QList<QByteArray> parts =
            QByteArray::fromBase64(request.queryValue(u"page_token").toLatin1(),
                                   QByteArray::Base64UrlEncoding)
                .split('.');
        if (parts.size() != 3 || parts.at(0) != bound(module, request)) {
            result.refused = problem(u"TOKEN_BOUND_DATA_MISMATCH"_s, {},
                                     u"the token belongs to other parameters"_s);
        } else if (parts.at(2).toLongLong() < org.nowSeconds()) {
            result.refused = problem(u"EXPIRED_VALUE"_s, {{u"param"_s, u"page_token"_s}},
                                     u"the token has expired"_s);
        } else if (parts.at(1).toLongLong() + result.size > TokenRecords) {
            result.refused =
                problem(u"PAGINATION_LIMIT_EXCEEDED"_s, {}, u"no more than 100000 records"_s);
        } else {
            result.from = parts.at(1).toLongLong();
        }
        return result;
    }
    const qsizetype page = request.hasQuery(u"page") ? request.queryValue(u"page").toLongLong() : 1;
    if (page < 1) {
        result.refused = problem(u"INVALID_DATA"_s, {{u"param"_s, u"page"_s}}, u"invalid data"_s);
        return result;
    }
    result.from = (page - 1) * result.size;
    if (result.from + result.size > PagedRecords) {
        result.refused = problem(u"DISCRETE_PAGINATION_LIMIT_EXCEEDED"_s,
                                 {{u"page"_s, page}, {u"per_page"_s, result.size}},
                                 u"use page_token beyond 2000 records"_s);
    }
    return result;
}

QStringList fieldNames(const Request &request)
{
    QStringList names = request.queryValue(u"fields").split(u',', Qt::SkipEmptyParts);
    for (QString &name : names)
        name = name.trimmed();
    return names;
}

//! The records of a list in the order asked for.
QList<const Record *> selected(const Org &org, const Module &module, const Request &request)
{
    const Table &table = org.table(module.name);
    const QStringList ids = request.queryValue(u"ids").split(u',', Qt::SkipEmptyParts);
    const auto since = modifiedSince(request);
    const QString converted = request.queryValue(u"converted");
    QList<const Record *> found;
    for (const QString &id : table.order) {
        const Record &record = *table.records.constFind(id);
        if (!ids.isEmpty() && !ids.contains(id))
            continue;
        if (since && record.modified <= *since)
            continue;
        if ((converted == "true"_L1 && !record.converted)
            || (converted == "false"_L1 && record.converted))
            continue;
        found.append(&record);
    }
    const QString by = request.queryValue(u"sort_by");
    if (by == "Modified_Time"_L1 || by == "Created_Time"_L1) {
        const bool byModified = by == "Modified_Time"_L1;
        const auto key = [byModified](const Record *r) {
            return byModified ? r->modified : r->created;
        };
        std::stable_sort(found.begin(), found.end(),
                         [&key](const Record *a, const Record *b) { return key(a) < key(b); });
    }
    if (request.queryValue(u"sort_order") != "asc"_L1)
        std::reverse(found.begin(), found.end());
    return found;
}

} // namespace

Answer readOne(const Org &org, const Module &module, const Request &request, const QString &id)
{
    const Record *record = org.find(module.name, id);
    if (!record)
        return Answer::empty(204);
    const auto since = modifiedSince(request);
    if (since && record->modified <= *since)
        return Answer::empty(304);
    return Answer::json(
        200, {{u"data"_s, QJsonArray{org.json(module, *record, fieldNames(request), true)}}});
}

Answer readList(const Org &org, const Module &module, const Request &request)
{
    const QStringList names = fieldNames(request);
    if (names.isEmpty()) {
        return problem(u"REQUIRED_PARAM_MISSING"_s, {{u"param"_s, u"fields"_s}},
                       u"One of the expected parameter is missing"_s);
    }
    if (names.size() > MaximumFields) {
        return problem(u"LIMIT_EXCEEDED"_s,
                       {{u"param"_s, u"fields"_s}, {u"limit"_s, MaximumFields}},
                       u"limit exceeded"_s);
    }
    const QString by = request.queryValue(u"sort_by");
    if (!by.isEmpty() && by != "id"_L1 && by != "Modified_Time"_L1 && by != "Created_Time"_L1)
        return problem(u"INVALID_DATA"_s, {{u"param"_s, u"sort_by"_s}}, u"invalid data"_s);
    const Window window = zoho::window(org, module, request);
    if (window.refused)
        return *window.refused;

    const auto found = selected(org, module, request);
    const auto page = found.mid(window.from, window.size);
    if (page.isEmpty())
        return Answer::empty(modifiedSince(request) ? 304 : 204);
    QJsonArray data;
    for (const Record *record : page)
        data.append(org.json(module, *record, names, false));
    const qsizetype end = window.from + page.size();
    const bool more = end < found.size();
    const auto tokenOrNull = [&](bool exists, qsizetype from) {
        return exists ? QJsonValue(pageToken(org, module, request, from))
                      : QJsonValue(QJsonValue::Null);
    };
    return Answer::json(
        200,
        {{u"data"_s, data},
         {u"info"_s,
          QJsonObject{{u"call"_s, false},
                      {u"email"_s, false},
                      {u"per_page"_s, window.size},
                      {u"count"_s, page.size()},
                      {u"page"_s, window.from / window.size + 1},
                      {u"sort_by"_s, by.isEmpty() ? u"id"_s : by},
                      {u"sort_order"_s,
                       request.queryValue(u"sort_order") == "asc"_L1 ? u"asc"_s : u"desc"_s},
                      {u"next_page_token"_s, tokenOrNull(more, end)},
                      {u"previous_page_token"_s,
                       tokenOrNull(window.from > 0, qMax(window.from - window.size, qsizetype(0)))},
                      {u"page_token_expiry"_s,
                       more ? QJsonValue(org.stamp(org.nowSeconds() + TokenLifeSeconds))
                            : QJsonValue(QJsonValue::Null)},
                      {u"more_records"_s, more}}}});
}

Answer readDeleted(const Org &org, const Module &module, const Request &request)
{
    const QString type = request.queryValue(u"type");
    const auto since = modifiedSince(request);
    QList<Deleted> found;
    for (const Deleted &one : org.table(module.name).deleted) {
        if (type != "permanent"_L1 && (!since || one.time > *since))
            found.append(one);
    }
    std::reverse(found.begin(), found.end());
    const Window window = zoho::window(org, module, request);
    if (window.refused)
        return *window.refused;
    const auto page = found.mid(window.from, window.size);
    if (page.isEmpty())
        return Answer::empty(since ? 304 : 204);
    QJsonArray data;
    for (const Deleted &one : page) {
        data.append(QJsonObject{{u"id"_s, one.id},
                                {u"display_name"_s, one.name},
                                {u"type"_s, u"recycle"_s},
                                {u"deleted_by"_s, org.userReference()},
                                {u"created_by"_s, org.userReference()},
                                {u"deleted_time"_s, org.stamp(one.time)}});
    }
    return Answer::json(
        200,
        {{u"data"_s, data},
         {u"info"_s,
          QJsonObject{{u"per_page"_s, window.size},
                      {u"count"_s, page.size()},
                      {u"page"_s, window.from / window.size + 1},
                      {u"more_records"_s, window.from + page.size() < found.size()}}}});
}

} // namespace sim::zoho

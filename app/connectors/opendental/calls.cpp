// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/calls.h"

#include "app/connectors/opendental/mapping.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace opendental {

namespace {

//! A list that goes on beyond these pages has no end.
constexpr int mostPages = 2000;
//! Every hard limit of a page is a multiple of it.
constexpr qsizetype smallestLimit = 100;

Request request(const QByteArray &method, const QString &path, const QString &logged)
{
    Request made(method, path, logged);
    // Wanted on every call, reading too (open-dental-api.md section 1.2).
    made.contentType = "application/json";
    made.headers.emplaceBack("Accept", "application/json");
    made.purpose = logged;
    return made;
}

Error endless()
{
    return Error(Error::Kind::Protocol,
                 QCoreApplication::translate("opendental", "Open Dental's list does not end."),
                 Service::OpenDental);
}

} // namespace

QPair<QString, QString> parameter(QLatin1StringView name, const QString &value)
{
    return {QString(name), value};
}

Error foreignRows()
{
    return Error(Error::Kind::Protocol,
                 QCoreApplication::translate(
                     "opendental",
                     "Open Dental sent records that were not asked for: it does not know the "
                     "filter. Nothing was taken over."),
                 Service::OpenDental);
}

Task<QList<QJsonObject>> Calls::page(QString path, Query query, qint64 offset, int limit)
{
    Request asked = request("GET", path, path);
    asked.query = std::move(query);
    asked.query.append(parameter(query::limit, QString::number(limit)));
    if (offset > 0)
        asked.query.append(parameter(query::offset, QString::number(offset)));
    const Result<Response> answer = co_await m_lane->send(std::move(asked));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    co_return rowsOf(*answer);
}

Task<QList<QJsonObject>> Calls::list(QString path, Query query, QString key, Check belongs)
{
    QList<QJsonObject> rows;
    QSet<Key> known;
    qint64 offset = 0;
    const int limit = pageSize();
    for (int i = 0; i < mostPages; ++i) {
        const Result<QList<QJsonObject>> next = co_await page(path, query, offset, limit);
        if (!next)
            co_return tl::unexpected(next.error());
        bool news = false;
        for (const QJsonObject &row : *next) {
            if (!belongs(row))
                co_return tl::unexpected(foreignRows());
            const Key number = key.isEmpty() ? Key(rows.size() + 1) : keyOf(row.value(key));
            if (known.contains(number))
                continue;
            known.insert(number);
            rows.append(row);
            news = true;
        }
        // The service may give smaller pages than were asked for, and only such round numbers.
        const bool last = next->size() < smallestLimit
            || (next->size() < limit && next->size() % smallestLimit != 0);
        if (last)
            co_return rows;
        if (!news)
            co_return tl::unexpected(endless());
        offset += next->size();
    }
    co_return tl::unexpected(endless());
}

Task<QJsonObject> Calls::one(QString path, QString logged)
{
    Request asked = request("GET", path, logged);
    const Result<Response> answer = co_await m_lane->send(std::move(asked));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    co_return rowOf(*answer);
}

Task<QJsonObject> Calls::write(QByteArray method, QString path, QString logged, QJsonObject body)
{
    Request asked = request(method, path, logged);
    asked.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const Result<Response> answer = co_await m_lane->send(std::move(asked));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    if (answer->body.trimmed().isEmpty())
        co_return QJsonObject();
    co_return rowOf(*answer);
}

Task<void> Calls::remove(QString path, QString logged)
{
    Request asked = request("DELETE", path, logged);
    const Result<Response> answer = co_await m_lane->send(std::move(asked));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    co_return Result<void>();
}

} // namespace opendental

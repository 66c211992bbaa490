// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/client.h"

#include "app/connectors/dentaltap/json.h"
#include "app/connectors/dentaltap/mapping.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dentaltap {

namespace {

constexpr int pageSize = 100;
//! More pages than any clinic has: a cursor that never ends is a fault, not a list.
constexpr int mostPages = 1000;

Request reading(const QString &path, const QString &logged)
{
    Request request(QByteArray("GET"), path, logged);
    request.headers.emplaceBack("Accept", "application/json");
    return request;
}

Request readingOne(QLatin1StringView collection, const QString &id)
{
    return reading(QString(collection + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(id))),
                   QString(collection + u"/{id}"_s));
}

QPair<QString, QString> parameter(QLatin1StringView name, const QString &value)
{
    return {QString(name), value};
}

Error endless()
{
    return Error(Error::Kind::Protocol,
                 QCoreApplication::translate("dentaltap", "DentalTap's list does not end."),
                 Service::DentalTap);
}

} // namespace

Task<Client::RawPage> Client::page(Request request)
{
    const Result<Response> answer = co_await m_transport->send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    const Result<QJsonObject> body = answer->json(Service::DentalTap);
    if (!body)
        co_return tl::unexpected(body.error());
    RawPage page;
    page.rows = body->value(field::data).toArray();
    page.nextCursor = textOf(body->value(field::page)[field::nextCursor]);
    co_return page;
}

Task<QJsonArray> Client::all(QString collection, Query query)
{
    QJsonArray rows;
    QString cursor;
    for (int i = 0; i < mostPages; ++i) {
        Request request = reading(collection, collection);
        request.query = query;
        request.query.append(parameter(query::limit, QString::number(pageSize)));
        if (!cursor.isEmpty())
            request.query.append(parameter(query::cursor, cursor));
        const Result<RawPage> next = co_await page(std::move(request));
        if (!next)
            co_return tl::unexpected(next.error());
        for (const QJsonValue &row : next->rows)
            rows.append(row);
        if (next->nextCursor.isEmpty())
            co_return rows;
        cursor = next->nextCursor;
    }
    co_return tl::unexpected(endless());
}

Task<Page<RemoteAppointment>> Client::appointmentPage(Query query)
{
    Request request = reading(path::appointments, path::appointments);
    request.query = std::move(query);
    const Result<RawPage> raw = co_await page(std::move(request));
    if (!raw)
        co_return tl::unexpected(raw.error());
    Page<RemoteAppointment> result;
    result.nextCursor = raw->nextCursor;
    for (const QJsonValue &row : raw->rows)
        result.rows.append(appointmentFromJson(row.toObject()));
    co_return result;
}

Task<Page<RemoteAppointment>> Client::appointments(QDateTime from, QDateTime to, QString cursor)
{
    Query query;
    query.append(parameter(query::from, instantText(from)));
    query.append(parameter(query::to, instantText(to)));
    query.append(parameter(query::limit, QString::number(pageSize)));
    if (!cursor.isEmpty())
        query.append(parameter(query::cursor, cursor));
    return appointmentPage(std::move(query));
}

Task<Page<RemoteAppointment>> Client::buffered(QString cursor)
{
    Query query;
    query.append(parameter(query::status, QString(word::buffered)));
    query.append(parameter(query::limit, QString::number(pageSize)));
    if (!cursor.isEmpty())
        query.append(parameter(query::cursor, cursor));
    return appointmentPage(std::move(query));
}

Task<Page<RemoteAppointment>> Client::appointmentsSince(QDateTime since, QString cursor)
{
    Query query;
    query.append(parameter(query::updatedSince, instantText(since)));
    query.append(parameter(query::includeDeleted, u"true"_s));
    query.append(parameter(query::limit, QString::number(pageSize)));
    if (!cursor.isEmpty())
        query.append(parameter(query::cursor, cursor));
    return appointmentPage(std::move(query));
}

Task<RemoteAppointment> Client::appointment(QString id)
{
    Request request = readingOne(path::appointments, id);
    const Result<Response> answer = co_await m_transport->send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    const Result<QJsonObject> body = answer->json(Service::DentalTap);
    if (!body)
        co_return tl::unexpected(body.error());
    RemoteAppointment appointment = appointmentFromJson(*body);
    appointment.stamp = stampOf(*body, *answer);
    co_return appointment;
}

Task<std::optional<RemoteAppointment>> Client::appointmentOf(QString salesOrderId)
{
    Query query;
    query.append(parameter(query::externalId, salesOrderId));
    const Result<Page<RemoteAppointment>> found = co_await appointmentPage(std::move(query));
    if (!found)
        co_return tl::unexpected(found.error());
    // The filter is checked: a server that does not know it would answer with its first page.
    for (const RemoteAppointment &appointment : found->rows) {
        if (appointment.salesOrderId == salesOrderId)
            co_return std::optional<RemoteAppointment>(appointment);
    }
    co_return std::optional<RemoteAppointment>();
}

Task<QList<Activity>> Client::activities(Query query)
{
    const Result<QJsonArray> rows = co_await all(path::activities, std::move(query));
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<Activity> list;
    for (const QJsonValue &row : *rows) {
        const Result<Activity> activity = activityFromJson(row.toObject(), m_currency);
        if (!activity)
            co_return tl::unexpected(activity.error());
        list.append(*activity);
    }
    co_return list;
}

Task<QList<Activity>> Client::activitiesSince(QDateTime since)
{
    Query query;
    query.append(parameter(query::updatedSince, instantText(since)));
    query.append(parameter(query::includeDeleted, u"true"_s));
    return activities(std::move(query));
}

Task<QList<Activity>> Client::activitiesOf(QString appointmentId)
{
    Query query;
    query.append(parameter(query::appointmentId, appointmentId));
    return activities(std::move(query));
}

Task<std::optional<QList<Activity>>> Client::activitiesOfPatient(QString patientId)
{
    QList<Activity> list;
    QString cursor;
    for (int i = 0; i < mostPages; ++i) {
        Request request = reading(path::activities, path::activities);
        request.query.append(parameter(query::patientId, patientId));
        request.query.append(parameter(query::limit, QString::number(pageSize)));
        if (!cursor.isEmpty())
            request.query.append(parameter(query::cursor, cursor));
        const Result<RawPage> next = co_await page(std::move(request));
        if (!next)
            co_return tl::unexpected(next.error());
        for (const QJsonValue &row : next->rows) {
            // Somebody else's: the filter was overlooked.
            if (textOf(row[field::patientId]) != patientId)
                co_return std::optional<QList<Activity>>();
            const Result<Activity> activity = activityFromJson(row.toObject(), m_currency);
            if (!activity)
                co_return tl::unexpected(activity.error());
            list.append(*activity);
        }
        if (next->nextCursor.isEmpty())
            co_return std::optional<QList<Activity>>(list);
        cursor = next->nextCursor;
    }
    co_return tl::unexpected(endless());
}

Task<QList<Provider>> Client::providers()
{
    const Query query;
    const Result<QJsonArray> rows = co_await all(path::providers, query);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<Provider> list;
    for (const QJsonValue &row : *rows)
        list.append(providerFromJson(row.toObject()));
    co_return list;
}

Task<QList<Room>> Client::rooms()
{
    const Query query;
    const Result<QJsonArray> rows = co_await all(path::rooms, query);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<Room> list;
    for (const QJsonValue &row : *rows)
        list.append(roomFromJson(row.toObject()));
    co_return list;
}

Task<Patient> Client::patient(QString id)
{
    Request request = readingOne(path::patients, id);
    const Result<Response> answer = co_await m_transport->send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    const Result<QJsonObject> body = answer->json(Service::DentalTap);
    if (!body)
        co_return tl::unexpected(body.error());
    co_return patientFromJson(*body);
}

Task<QString> Client::patientOf(QString contactId)
{
    Request request = reading(path::patients, path::patients);
    request.query.append(parameter(query::externalId, contactId));
    const Result<RawPage> found = co_await page(std::move(request));
    if (!found)
        co_return tl::unexpected(found.error());
    for (const QJsonValue &row : found->rows) {
        if (textOf(row[field::externalId]) == contactId)
            co_return textOf(row[field::id]);
    }
    co_return QString();
}

Task<QJsonArray> Client::planRecords(QString filter, QString value)
{
    Query query;
    query.append({filter, value});
    query.append(parameter(query::includeDeleted, u"true"_s));
    return all(path::plans, std::move(query));
}

Task<QJsonObject> Client::planRecord(QString id)
{
    Request request = readingOne(path::plans, id);
    const Result<Response> answer = co_await m_transport->send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    co_return answer->json(Service::DentalTap);
}

Task<void> Client::probe()
{
    Request request = reading(path::rooms, path::rooms);
    request.query.append(parameter(query::limit, u"1"_s));
    const Result<RawPage> answer = co_await page(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return Result<void>();
}

} // namespace dentaltap

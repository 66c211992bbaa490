// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/googlecalendar/client.h"

#include "app/connectors/googlecalendar/json.h"
#include "app/connectors/googlecalendar/mapping.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace googlecalendar {

namespace {

constexpr auto pageSize = "250"_L1;

//! The parameters are chosen for life: a sync token is bound to them (section 4).
Request listing(const QString &calendar, const QDateTime &from, const QDateTime &to,
                const QString &syncToken, const QString &pageToken)
{
    Request request(QByteArray("GET"), eventsPath(calendar), eventsTemplate(false));
    const auto add = [&request](QLatin1StringView name, const QString &value) {
        request.query.emplaceBack(QString(name), value);
    };
    add(query::singleEvents, u"true"_s);
    add(query::showDeleted, u"true"_s);
    add(query::maxResults, pageSize);
    if (syncToken.isEmpty()) {
        add(query::timeMin, from.toUTC().toString(Qt::ISODate));
        add(query::timeMax, to.toUTC().toString(Qt::ISODate));
    } else {
        add(query::syncToken, syncToken);
    }
    if (!pageToken.isEmpty())
        add(query::pageToken, pageToken);
    return request;
}

} // namespace

QString eventsPath(const QString &calendar, const QString &event)
{
    QString path = QString(u"calendars/"_s + QString::fromLatin1(QUrl::toPercentEncoding(calendar))
                           + u"/events"_s);
    if (!event.isEmpty())
        path += QString(u'/' + QString::fromLatin1(QUrl::toPercentEncoding(event)));
    return path;
}

QString eventsTemplate(bool single)
{
    return single ? u"calendars/{id}/events/{id}"_s : u"calendars/{id}/events"_s;
}

Task<EventPage> Client::events(QString calendar, QDateTime from, QDateTime to, QString syncToken,
                               QString pageToken)
{
    Request request = listing(calendar, from, to, syncToken, pageToken);
    const Result<Response> answer = co_await m_transport->send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    EventPage page;
    if (answer->status == 410) {
        page.tokenExpired = true;
        co_return page;
    }
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    const Result<QJsonObject> body = answer->json(Service::GoogleCalendar);
    if (!body)
        co_return tl::unexpected(body.error());
    const QByteArray zone = body->value(field::timeZone).toString().toLatin1();
    for (const QJsonValue &item : body->value(field::items).toArray())
        page.events.append(eventFromJson(item.toObject(), zone));
    page.nextPageToken = body->value(field::nextPageToken).toString();
    page.nextSyncToken = body->value(field::nextSyncToken).toString();
    co_return page;
}

Task<CalendarEvent> Client::event(QString calendar, QString id)
{
    Request request(QByteArray("GET"), eventsPath(calendar, id), eventsTemplate(true));
    const Result<Response> answer = co_await m_transport->send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    const Result<QJsonObject> body = answer->json(Service::GoogleCalendar);
    if (!body)
        co_return tl::unexpected(body.error());
    co_return eventFromJson(*body, QByteArray());
}

Task<void> Client::probe()
{
    Request request(QByteArray("GET"), u"users/me/calendarList"_s, u"users/me/calendarList"_s);
    request.query.emplaceBack(QString(query::maxResults), u"1"_s);
    const Result<Response> answer = co_await m_transport->send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    co_return Result<void>();
}

} // namespace googlecalendar

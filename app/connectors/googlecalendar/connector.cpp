// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/googlecalendar/connector.h"

#include "app/connectors/googlecalendar/json.h"
#include "app/connectors/googlecalendar/mapping.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace googlecalendar {

namespace {

//! What a row for the calendar carries, made once before the first send.
struct Payload {
    QString calendar; //!< empty = nothing to do
    QString id;
    QString stamp;
    QJsonObject body;
    QDateTime expectedStart; //!< where it was when we last had the same; invalid = unknown
    QDateTime expectedEnd;
    bool readable = false;
};

QByteArray toJson(const Payload &payload)
{
    const QJsonObject object{{u"calendar"_s, payload.calendar},
                             {u"id"_s, payload.id},
                             {u"stamp"_s, payload.stamp},
                             {u"body"_s, payload.body},
                             {u"expectedStart"_s, payload.expectedStart.toString(Qt::ISODate)},
                             {u"expectedEnd"_s, payload.expectedEnd.toString(Qt::ISODate)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Payload readPayload(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Payload payload;
    payload.readable = object.contains(u"calendar"_s);
    payload.calendar = object[u"calendar"_s].toString();
    payload.id = object[u"id"_s].toString();
    payload.stamp = object[u"stamp"_s].toString();
    payload.body = object[u"body"_s].toObject();
    payload.expectedStart =
        QDateTime::fromString(object[u"expectedStart"_s].toString(), Qt::ISODate);
    payload.expectedEnd = QDateTime::fromString(object[u"expectedEnd"_s].toString(), Qt::ISODate);
    return payload;
}

QString words(const char *text)
{
    return QCoreApplication::translate("googlecalendar", text);
}

tl::unexpected<Error> invalid(const char *text)
{
    return failure(Error::Kind::Invalid, words(text), Service::GoogleCalendar);
}

tl::unexpected<Error> conflict(const char *text)
{
    return failure(Error::Kind::Conflict, words(text), Service::GoogleCalendar);
}

tl::unexpected<Error> movedThere()
{
    return conflict(QT_TRANSLATE_NOOP("googlecalendar",
                                      "The surgeon moved this event in the calendar meanwhile. "
                                      "Decide which time is right."));
}

tl::unexpected<Error> deletedThere()
{
    return conflict(
        QT_TRANSLATE_NOOP("googlecalendar",
                          "The event was deleted in the calendar. Ask the surgeon, then "
                          "move or cancel the appointment."));
}

Request writing(const QByteArray &method, const QString &calendar, const QString &event)
{
    Request request(method, eventsPath(calendar, event), eventsTemplate(!event.isEmpty()));
    request.query.emplaceBack(QString(query::sendUpdates), QString(word::none));
    return request;
}

void setBody(Request &request, const QJsonObject &body)
{
    request.contentType = "application/json; charset=utf-8";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
}

void setStamp(Request &request, const QString &stamp)
{
    if (!stamp.isEmpty())
        request.headers.emplaceBack("If-Match", stamp.toLatin1());
}

Receipt linked(const CalendarEvent &event, const QString &calendar)
{
    Receipt receipt;
    receipt.visitLinks.insert(
        RecordKind::CalendarEvent,
        RemoteLink{RecordKind::CalendarEvent, event.id, event.etag, calendar});
    return receipt;
}

Receipt unlinked()
{
    Receipt receipt;
    receipt.unlinked.append(RecordKind::CalendarEvent);
    return receipt;
}

Result<Payload> forPut(const PutCalendarEvent &put, const Facts &facts, bool withName)
{
    Payload payload;
    payload.body = eventBody(facts, withName);
    if (put.create) {
        payload.calendar = facts.provider.calendarId;
        payload.id = eventId(put.visit, put.generation);
        payload.body.insert(field::id, payload.id);
    } else {
        const RemoteLink link = facts.visitLinks.value(RecordKind::CalendarEvent);
        payload.calendar = link.number.isEmpty() ? facts.provider.calendarId : link.number;
        payload.id = link.remoteId.isEmpty() ? eventId(put.visit, put.generation) : link.remoteId;
        payload.stamp = link.stamp;
        const auto agreed = facts.agreed.constFind(Service::GoogleCalendar);
        std::optional<Slot> before;
        if (agreed != facts.agreed.cend())
            before = agreed->slot;
        else if (facts.visit.undo && facts.visit.undo->moved)
            before = facts.visit.undo->slot;
        if (before) {
            payload.expectedStart = before->start.toUTC();
            payload.expectedEnd = before->end.toUTC();
        }
    }
    if (payload.calendar.isEmpty()) {
        return invalid(QT_TRANSLATE_NOOP("googlecalendar",
                                         "The surgeon has no calendar. Fill in Google_Calendar in "
                                         "the CRM, then try again."));
    }
    return payload;
}

Payload forDelete(const DeleteCalendarEvent &remove, const Facts &facts)
{
    // Without a link the event may be there all the same: its answer was lost.
    const RemoteLink link = facts.visitLinks.value(RecordKind::CalendarEvent);
    const bool foreign = !link.remoteId.isEmpty() && !isOurId(link.remoteId, remove.visit);
    Payload payload;
    payload.calendar = link.number.isEmpty() ? facts.provider.calendarId : link.number;
    payload.id = foreign ? link.remoteId : eventId(remove.visit, remove.generation);
    if (payload.id == link.remoteId)
        payload.stamp = link.stamp;
    return payload;
}

Task<Receipt> nothingToDelete()
{
    co_return unlinked();
}

Task<Receipt> unreadable()
{
    co_return failure(Error::Kind::Storage,
                      words(QT_TRANSLATE_NOOP("googlecalendar",
                                              "What was to be sent cannot be read any more. Retry "
                                              "makes it anew.")),
                      Service::GoogleCalendar);
}

Result<CalendarEvent> written(const Response &answer)
{
    if (!answer.isSuccess())
        return tl::unexpected(errorFrom(answer));
    const Result<QJsonObject> body = answer.json(Service::GoogleCalendar);
    if (!body)
        return tl::unexpected(body.error());
    return eventFromJson(*body, QByteArray());
}

} // namespace

Connector::Connector(Transport *transport, bool withName)
    : m_transport(transport), m_client(transport), m_withName(withName)
{
}

Result<QByteArray> Connector::prepare(const Command &command, const Facts &facts,
                                      const QString &) const
{
    if (const auto *put = std::get_if<PutCalendarEvent>(&command)) {
        const Result<Payload> payload = forPut(*put, facts, m_withName);
        if (!payload)
            return tl::unexpected(payload.error());
        return toJson(*payload);
    }
    if (const auto *remove = std::get_if<DeleteCalendarEvent>(&command))
        return toJson(forDelete(*remove, facts));
    return invalid(QT_TRANSLATE_NOOP("googlecalendar", "This is not Google Calendar's to do."));
}

QString Connector::keyOf(const Command &, const Facts &) const
{
    return {};
}

Task<void> Connector::probe()
{
    return m_client.probe();
}

Task<Receipt> Connector::deliver(OutboxItem item)
{
    const Payload payload = readPayload(item.payload);
    if (!payload.readable)
        return unreadable();
    const auto *put = std::get_if<PutCalendarEvent>(&item.command);
    if (put)
        return put->create ? insert(std::move(item)) : move(std::move(item));
    return payload.calendar.isEmpty() ? nothingToDelete() : remove(std::move(item));
}

Task<Receipt> Connector::insert(OutboxItem item)
{
    const Payload payload = readPayload(item.payload);
    Request request = writing("POST", payload.calendar, QString());
    setBody(request, payload.body);
    const Result<Response> answer = co_await m_transport->send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    if (answer->status != 409) {
        const Result<CalendarEvent> made = written(*answer);
        if (!made)
            co_return tl::unexpected(made.error());
        co_return linked(*made, payload.calendar);
    }
    // The id is taken: by our own earlier send, whose answer was lost, or by another desk's.
    const Result<CalendarEvent> there = co_await m_client.event(payload.calendar, payload.id);
    if (!there)
        co_return tl::unexpected(there.error());
    const QJsonValue properties = payload.body[field::extendedProperties];
    const QString visit = properties[field::privateProperties][field::vestibuleVisit].toString();
    if (there->cancelled)
        co_return deletedThere();
    if (there->visit != visit) {
        co_return conflict(
            QT_TRANSLATE_NOOP("googlecalendar",
                              "Another event stands in the place of this appointment's event. Look "
                              "at the surgeon's calendar."));
    }
    co_return linked(*there, payload.calendar);
}

Task<Receipt> Connector::move(OutboxItem item)
{
    const Payload payload = readPayload(item.payload);
    const CalendarEvent wanted = eventFromJson(payload.body, QByteArray());
    QString stamp = payload.stamp;
    for (int i = 0; i < 2; ++i) {
        if (i > 0 || stamp.isEmpty()) {
            const Result<CalendarEvent> now = co_await m_client.event(payload.calendar, payload.id);
            if (!now)
                co_return tl::unexpected(now.error());
            if (now->cancelled)
                co_return deletedThere();
            if (now->start == wanted.start && now->end == wanted.end)
                co_return linked(*now, payload.calendar);
            const bool known = payload.expectedStart.isValid();
            const bool asAgreed =
                now->start == payload.expectedStart && now->end == payload.expectedEnd;
            if ((known && !asAgreed) || (!known && i > 0))
                co_return movedThere();
            stamp = now->etag;
        }
        Request request = writing("PATCH", payload.calendar, payload.id);
        setBody(request, payload.body);
        setStamp(request, stamp);
        const Result<Response> answer = co_await m_transport->send(std::move(request));
        if (!answer)
            co_return tl::unexpected(answer.error());
        if (answer->status == 412)
            continue;
        if (answer->status == 410)
            co_return deletedThere();
        const Result<CalendarEvent> moved = written(*answer);
        if (!moved)
            co_return tl::unexpected(moved.error());
        co_return linked(*moved, payload.calendar);
    }
    co_return movedThere();
}

Task<Receipt> Connector::remove(OutboxItem item)
{
    const Payload payload = readPayload(item.payload);
    QString stamp = payload.stamp;
    for (int i = 0; i < 3; ++i) {
        Request request = writing("DELETE", payload.calendar, payload.id);
        setStamp(request, stamp);
        const Result<Response> answer = co_await m_transport->send(std::move(request));
        if (!answer)
            co_return tl::unexpected(answer.error());
        if (answer->isSuccess() || answer->status == 404 || answer->status == 410)
            co_return unlinked();
        if (answer->status != 412)
            co_return tl::unexpected(errorFrom(*answer));
        // Changed over there; the appointment is called off all the same.
        const Result<CalendarEvent> now = co_await m_client.event(payload.calendar, payload.id);
        if (!now && now.error().kind != Error::Kind::NotFound)
            co_return tl::unexpected(now.error());
        if (!now || now->cancelled)
            co_return unlinked();
        stamp = now->etag;
    }
    co_return movedThere();
}

} // namespace googlecalendar

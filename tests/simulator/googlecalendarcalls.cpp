// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/googlecalendar.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

//! What only the service writes: a client's values are ignored.
const QStringList serverMembers{
    u"kind"_s,     u"etag"_s,      u"htmlLink"_s, u"created"_s,          u"updated"_s,
    u"creator"_s,  u"organizer"_s, u"sequence"_s, u"recurringEventId"_s, u"originalStartTime"_s,
    u"eventType"_s};

std::optional<QJsonObject> bodyOf(const Request &request)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    QJsonObject body = document.object();
    for (const QString &key : serverMembers)
        body.remove(key);
    return body;
}

GoogleFault parseError()
{
    return {.status = 400, .reason = u"parseError"_s, .message = u"Parse Error"_s};
}

QByteArray etagOf(const StoredEvent &stored)
{
    return '"' + QByteArray::number(3'400'000'000'000'000 + stored.changed * 2000) + '"';
}

//! 412 where the caller holds an older version than the stored one.
std::optional<Answer> unmet(const Request &request, const StoredEvent &stored)
{
    const QByteArray wanted = request.header("If-Match").trimmed();
    if (wanted.isEmpty() || wanted == "*" || wanted == etagOf(stored))
        return std::nullopt;
    return GoogleFault{.status = 412,
                       .reason = u"conditionNotMet"_s,
                       .message = u"Precondition Failed"_s,
                       .locationType = u"header"_s,
                       .location = u"If-Match"_s}
        .answer();
}

bool isCancelled(const StoredEvent &stored)
{
    return stored.event.value(u"status"_s).toString() == u"cancelled";
}

GoogleFault duplicate()
{
    return {.status = 409,
            .reason = u"duplicate"_s,
            .message = u"The requested identifier already exists."_s};
}

} // namespace

QJsonObject GoogleCalendar::rendered(const CalendarStore &store, const StoredEvent &stored,
                                     const QTimeZone &zone) const
{
    QJsonObject event = stored.event;
    const QString id = event.value(u"id"_s).toString();
    for (const QString &key : {u"start"_s, u"end"_s, u"originalStartTime"_s}) {
        const QJsonObject edge = event.value(key).toObject();
        if (!edge.contains(u"dateTime"_s))
            continue;
        const QString named = edge.value(u"timeZone"_s).toString();
        const auto instant = eventInstant(edge, store.zone);
        event.insert(key,
                     eventEdge(instant.value_or(QDateTime()), zone,
                               named.isEmpty() ? store.zone.id() : named.toLatin1(), false));
    }
    event.insert(u"kind"_s, u"calendar#event"_s);
    event.insert(u"etag"_s, QString::fromLatin1(etagOf(stored)));
    event.insert(u"htmlLink"_s, u"https://calendar.example.com/event?eid=%1"_s.arg(id));
    event.insert(u"updated"_s, stored.updated.toUTC().toString(Qt::ISODateWithMs));
    if (!event.contains(u"iCalUID"_s))
        event.insert(u"iCalUID"_s, QString(id.section(u'_', 0, 0) + u"@google.com"));
    if (!event.contains(u"sequence"_s))
        event.insert(u"sequence"_s, 0);
    if (!event.contains(u"reminders"_s))
        event.insert(u"reminders"_s, QJsonObject{{u"useDefault"_s, true}});
    if (!event.contains(u"eventType"_s))
        event.insert(u"eventType"_s, u"default"_s);
    const bool secret = event.value(u"visibility"_s).toString() == u"private"
        || event.value(u"visibility"_s).toString() == u"confidential";
    const QString ours = role(store);
    if (ours == u"freeBusyReader" || (secret && ours != u"writer" && ours != u"owner")) {
        for (const QString &key : {u"summary"_s, u"description"_s, u"location"_s, u"attendees"_s,
                                   u"extendedProperties"_s, u"creator"_s, u"reminders"_s}) {
            event.remove(key);
        }
    }
    return event;
}

Answer GoogleCalendar::resource(const CalendarStore &store, const StoredEvent &stored) const
{
    Answer answer = Answer::json(200, rendered(store, stored, store.zone));
    answer.headers.append({"ETag", etagOf(stored)});
    return answer;
}

QString GoogleCalendar::newId()
{
    return u"simulated"_s + QString::number(++m_serial, 32).rightJustified(16, u'0');
}

QJsonObject GoogleCalendar::newEvent(const CalendarStore &store, QJsonObject event,
                                     const QString &id, const QString &creator) const
{
    event.insert(u"id"_s, id);
    if (!event.contains(u"status"_s))
        event.insert(u"status"_s, u"confirmed"_s);
    event.insert(u"created"_s, m_clock.now().toUTC().toString(Qt::ISODateWithMs));
    QJsonObject by{{u"email"_s, creator}};
    if (creator == store.id)
        by.insert(u"self"_s, true);
    event.insert(u"creator"_s, by);
    event.insert(
        u"organizer"_s,
        QJsonObject{{u"email"_s, store.id}, {u"displayName"_s, store.summary}, {u"self"_s, true}});
    return event;
}

Answer GoogleCalendar::insertEvent(const Request &request, CalendarStore &store)
{
    auto body = bodyOf(request);
    if (!body)
        return parseError().answer();
    QString id = body->value(u"id"_s).toString();
    if (!id.isEmpty() && !isEventId(id))
        return GoogleFault::invalid(u"Invalid resource id value."_s).answer();
    if (!id.isEmpty() && body->contains(u"iCalUID"_s))
        return GoogleFault::invalid(u"id and iCalUID cannot both be given."_s).answer();
    if (const auto fault = admitEvent(*body, store.zone))
        return fault->answer();
    // A deleted event keeps its id: the tombstone refuses it like a live one.
    if (!id.isEmpty() && store.find(id))
        return duplicate().answer();
    if (id.isEmpty())
        id = newId();
    const StoredEvent stored = store.put(newEvent(store, *body, id, account()));
    created(u"events"_s, id);
    return resource(store, stored);
}

Answer GoogleCalendar::getEvent(const Request &request, CalendarStore &store,
                                const StoredEvent &stored)
{
    if (request.header("If-None-Match").trimmed() == etagOf(stored)) {
        Answer answer = Answer::empty(304);
        answer.headers.append({"ETag", etagOf(stored)});
        return answer;
    }
    Answer answer = resource(store, stored);
    const QTimeZone asked = zoneNamed(request.queryValue(u"timeZone"));
    if (asked.isValid())
        answer.body = QJsonDocument(rendered(store, stored, asked)).toJson(QJsonDocument::Compact);
    return answer;
}

Answer GoogleCalendar::changeEvent(const Request &request, CalendarStore &store,
                                   const StoredEvent &stored, bool whole)
{
    const auto body = bodyOf(request);
    if (!body)
        return parseError().answer();
    if (const auto answer = unmet(request, stored))
        return *answer;
    const QString id = stored.event.value(u"id"_s).toString();
    if (body->contains(u"id"_s) && body->value(u"id"_s).toString() != id)
        return GoogleFault::invalid(u"Invalid resource id value."_s).answer();
    if (isCancelled(stored) && body->value(u"status"_s).toString() != u"confirmed")
        return GoogleFault::forbidden(u"Forbidden"_s).answer();
    const QString type = stored.event.value(u"eventType"_s).toString();
    if (!type.isEmpty() && type != u"default")
        return GoogleFault::invalid(u"Events of this type cannot be changed."_s).answer();
    QJsonObject event = patched(stored.event, *body);
    if (whole) {
        event = *body;
        for (const QString &key : serverMembers + QStringList{u"iCalUID"_s}) {
            if (stored.event.contains(key))
                event.insert(key, stored.event.value(key));
        }
        event.insert(u"id"_s, id);
        if (!event.contains(u"status"_s))
            event.insert(u"status"_s, u"confirmed"_s);
    }
    if (const auto fault = admitEvent(event, store.zone))
        return fault->answer();
    return resource(store, store.put(event));
}

Answer GoogleCalendar::deleteEvent(const Request &request, CalendarStore &store,
                                   const StoredEvent &stored)
{
    if (isCancelled(stored)) {
        return GoogleFault{
            .status = 410, .reason = u"deleted"_s, .message = u"Resource has been deleted"_s}
            .answer();
    }
    if (const auto answer = unmet(request, stored))
        return *answer;
    QJsonObject event = stored.event;
    event.insert(u"status"_s, u"cancelled"_s);
    store.put(event);
    return Answer::empty(204);
}

QString GoogleCalendar::moveTo(CalendarStore &from, CalendarStore &to, const StoredEvent &stored)
{
    const QString id = stored.event.value(u"id"_s).toString();
    const auto there = to.find(id);
    if (there && !isCancelled(*there))
        return u"duplicate"_s;
    QJsonObject event = stored.event;
    event.insert(
        u"organizer"_s,
        QJsonObject{{u"email"_s, to.id}, {u"displayName"_s, to.summary}, {u"self"_s, true}});
    to.put(event);
    if (m_moveLosesPrivate)
        to.forgetPrivate(id);
    QJsonObject stub = stored.event;
    stub.insert(u"status"_s, u"cancelled"_s);
    from.put(stub);
    return {};
}

Answer GoogleCalendar::moveEvent(const Request &request, CalendarStore &store,
                                 const StoredEvent &stored)
{
    const QString destination = request.queryValue(u"destination");
    if (destination.isEmpty())
        return GoogleFault::missing(u"destination"_s).answer();
    CalendarStore *to = calendar(destination);
    if (!to || isCancelled(stored))
        return GoogleFault::notFound().answer();
    if (role(*to) != u"writer" && role(*to) != u"owner") {
        return GoogleFault::forbidden(u"You need to have writer access to this calendar."_s)
            .answer();
    }
    const QString type = stored.event.value(u"eventType"_s).toString(u"default"_s);
    if (type != u"default" || stored.event.contains(u"recurringEventId"_s) || to == &store)
        return GoogleFault::invalid(u"This event cannot be moved."_s).answer();
    if (!moveTo(store, *to, stored).isEmpty())
        return duplicate().answer();
    return resource(*to, *to->find(stored.event.value(u"id"_s).toString()));
}

Answer GoogleCalendar::freeBusy(const Request &request)
{
    const auto body = bodyOf(request);
    if (!body)
        return parseError().answer();
    const auto instant = [&](const QString &key) {
        return QDateTime::fromString(body->value(key).toString(), Qt::ISODateWithMs);
    };
    const QDateTime from = instant(u"timeMin"_s);
    const QDateTime to = instant(u"timeMax"_s);
    if (!from.isValid() || from.timeSpec() == Qt::LocalTime)
        return GoogleFault::missing(u"timeMin parameter"_s).answer();
    if (!to.isValid() || to.timeSpec() == Qt::LocalTime)
        return GoogleFault::missing(u"timeMax parameter"_s).answer();
    if (to <= from) {
        return GoogleFault{.status = 400,
                           .reason = u"timeRangeEmpty"_s,
                           .message = u"The specified time range is empty."_s,
                           .domain = u"calendar"_s,
                           .locationType = u"parameter"_s,
                           .location = u"timeMax"_s}
            .answer();
    }
    const QJsonArray items = body->value(u"items"_s).toArray();
    if (items.size() > 50)
        return GoogleFault::invalid(u"Too many calendars requested."_s).answer();
    const QTimeZone asked = zoneNamed(body->value(u"timeZone"_s).toString());
    const QTimeZone zone = asked.isValid() ? asked : QTimeZone::utc();
    const auto written = [&zone](const QDateTime &time) {
        const int offset = zone.offsetFromUtc(time);
        return (offset == 0 ? time.toUTC() : time.toOffsetFromUtc(offset)).toString(Qt::ISODate);
    };
    QJsonObject calendars;
    for (const QJsonValue &item : items) {
        const QString id = item[u"id"].toString();
        const CalendarStore *store = calendar(id);
        if (!store) {
            // No right to see it is not an HTTP error, and it is not "free" either.
            const QJsonObject error{{u"domain"_s, u"global"_s}, {u"reason"_s, u"notFound"_s}};
            calendars.insert(
                id, QJsonObject{{u"errors"_s, QJsonArray{error}}, {u"busy"_s, QJsonArray{}}});
            continue;
        }
        QJsonArray busy;
        for (const auto &[start, end] : store->busy(from.toUTC(), to.toUTC()))
            busy.append(QJsonObject{{u"start"_s, written(start)}, {u"end"_s, written(end)}});
        calendars.insert(id, QJsonObject{{u"busy"_s, busy}});
    }
    return Answer::json(200,
                        {{u"kind"_s, u"calendar#freeBusy"_s},
                         {u"timeMin"_s, from.toUTC().toString(Qt::ISODateWithMs)},
                         {u"timeMax"_s, to.toUTC().toString(Qt::ISODateWithMs)},
                         {u"calendars"_s, calendars}});
}

Answer GoogleCalendar::colors() const
{
    static const QStringList shades{u"#a4bdfc"_s, u"#7ae7bf"_s, u"#dbadff"_s, u"#ff887c"_s,
                                    u"#fbd75b"_s, u"#ffb878"_s, u"#46d6db"_s, u"#e1e1e1"_s,
                                    u"#5484ed"_s, u"#51b749"_s, u"#dc2127"_s};
    QJsonObject map;
    for (int i = 0; i < shades.size(); ++i) {
        map.insert(QString::number(i + 1),
                   QJsonObject{{u"background"_s, shades.at(i)}, {u"foreground"_s, u"#1d1d1d"_s}});
    }
    return Answer::json(200,
                        {{u"kind"_s, u"calendar#colors"_s},
                         {u"updated"_s, u"2012-02-14T00:00:00.000Z"_s},
                         {u"calendar"_s, map},
                         {u"event"_s, map}});
}

Answer GoogleCalendar::acl(const Request &request, CalendarStore &store, const QString &rule)
{
    if (role(store) != u"owner") {
        return GoogleFault::forbidden(u"You need to have owner access to this calendar."_s)
            .answer();
    }
    const auto entry = [](const QString &who, const QString &what) {
        return QJsonObject{{u"kind"_s, u"calendar#aclRule"_s},
                           {u"etag"_s, u"\"%1\""_s.arg(what)},
                           {u"id"_s, QString(u"user:"_s + who)},
                           {u"role"_s, what},
                           {u"scope"_s, QJsonObject{{u"type"_s, u"user"_s}, {u"value"_s, who}}}};
    };
    if (request.method == "GET" && rule.isEmpty()) {
        QJsonArray items;
        for (auto each = store.roles.begin(); each != store.roles.end(); ++each)
            items.append(entry(each.key(), each.value()));
        return page(request, {{u"kind"_s, u"calendar#acl"_s}, {u"etag"_s, u"\"acl\""_s}}, items,
                    250, {});
    }
    if (request.method == "POST") {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QString who = body.value(u"scope"_s)[u"value"].toString();
        const QString what = body.value(u"role"_s).toString();
        if (who.isEmpty() || what.isEmpty())
            return GoogleFault::missing(u"role or scope"_s).answer();
        store.roles.insert(who, what);
        return Answer::json(200, entry(who, what));
    }
    const QString who = rule.section(u':', 1);
    if (!store.roles.contains(who))
        return GoogleFault::notFound().answer();
    if (request.method == "GET")
        return Answer::json(200, entry(who, store.roles.value(who)));
    if (request.method != "DELETE")
        return GoogleFault::notFound().answer();
    store.roles.remove(who);
    return Answer::empty(204);
}

} // namespace sim

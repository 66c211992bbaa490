// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/googlecalendar.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

bool isCancelled(const StoredEvent &stored)
{
    return stored.event.value(u"status"_s).toString() == u"cancelled";
}

//! The question without its page, in a fixed order: a page token belongs to one question.
QString question(const Request &request)
{
    QStringList parts;
    for (const auto &[key, value] : request.query) {
        if (key != u"pageToken")
            parts.append(QString(key + u'=' + value));
    }
    parts.sort();
    return QString(request.path + u'?' + parts.join(u'&'));
}

std::optional<int> pageSize(const Request &request, int usual, int most)
{
    const QString text = request.queryValue(u"maxResults");
    if (text.isEmpty())
        return usual;
    bool ok = false;
    const int size = text.toInt(&ok);
    return ok && size > 0 ? std::optional<int>(std::min(size, most)) : std::nullopt;
}

GoogleFault fullSync()
{
    return {.status = 410,
            .reason = u"fullSyncRequired"_s,
            .message = u"Sync token is no longer valid, a full sync is required."_s,
            .domain = u"calendar"_s,
            .locationType = u"parameter"_s,
            .location = u"syncToken"_s};
}

bool carries(const QJsonObject &event, const QString &half,
             const QList<QPair<QString, QString>> &wanted)
{
    const QJsonValue properties = event.value(u"extendedProperties"_s)[half];
    return std::all_of(wanted.begin(), wanted.end(), [&properties](const auto &pair) {
        return properties[pair.first].isString()
            && properties[pair.first].toString() == pair.second;
    });
}

bool fits(const StoredEvent &stored, const EventListing &listing, const QTimeZone &zone)
{
    const QJsonObject &event = stored.event;
    const EventSpan span = eventSpan(event, zone);
    if (listing.timeMin.isValid() && span.end <= listing.timeMin)
        return false;
    if (listing.timeMax.isValid() && span.start >= listing.timeMax)
        return false;
    if (listing.updatedMin.isValid() && stored.updated < listing.updatedMin)
        return false;
    if (!listing.iCalUid.isEmpty() && event.value(u"iCalUID"_s).toString() != listing.iCalUid)
        return false;
    if (!listing.eventTypes.isEmpty()
        && !listing.eventTypes.contains(event.value(u"eventType"_s).toString(u"default"_s)))
        return false;
    if (!listing.search.isEmpty()) {
        const QString words = event.value(u"summary"_s).toString() + u'\n'
            + event.value(u"description"_s).toString() + u'\n'
            + event.value(u"location"_s).toString();
        if (!words.contains(listing.search, Qt::CaseInsensitive))
            return false;
    }
    return carries(event, u"private"_s, listing.privateProperties)
        && carries(event, u"shared"_s, listing.sharedProperties);
}

} // namespace

std::variant<EventListing, GoogleFault> readListing(const Request &request)
{
    EventListing listing;
    for (const auto &[key, value] : request.query) {
        const bool flag = key == u"singleEvents" || key == u"showDeleted";
        if (flag && value != u"true" && value != u"false")
            return GoogleFault::invalid(u"Invalid boolean value: '%1'."_s.arg(value), key);
        if (key == u"singleEvents") {
            listing.singleEvents = value == u"true";
        } else if (key == u"showDeleted") {
            listing.showDeleted = value == u"true";
        } else if (key == u"timeMin" || key == u"timeMax" || key == u"updatedMin") {
            const QDateTime time = QDateTime::fromString(value, Qt::ISODateWithMs);
            if (value.size() < 20 || !time.isValid() || time.timeSpec() == Qt::LocalTime) {
                return GoogleFault{.status = 400,
                                   .reason = u"badRequest"_s,
                                   .message = u"Bad Request"_s,
                                   .locationType = u"parameter"_s,
                                   .location = key};
            }
            (key == u"timeMin"       ? listing.timeMin
                 : key == u"timeMax" ? listing.timeMax
                                     : listing.updatedMin) = time.toUTC();
        } else if (key == u"orderBy") {
            listing.orderBy = value;
            if (value != u"startTime" && value != u"updated")
                return GoogleFault::invalid(u"Invalid value for: orderBy"_s, key);
        } else if (key == u"q") {
            listing.search = value;
        } else if (key == u"iCalUID") {
            listing.iCalUid = value;
        } else if (key == u"eventTypes") {
            listing.eventTypes.append(value);
        } else if (key == u"privateExtendedProperty" || key == u"sharedExtendedProperty") {
            if (!value.contains(u'='))
                return GoogleFault::invalid(u"Invalid extended property constraint."_s, key);
            (key.startsWith(u'p') ? listing.privateProperties : listing.sharedProperties)
                .append({value.section(u'=', 0, 0), value.section(u'=', 1)});
        }
    }
    const std::optional<int> size = pageSize(request, 250, 2500);
    if (!size)
        return GoogleFault::invalid(u"Invalid value for: maxResults"_s, u"maxResults"_s);
    listing.maxResults = *size;
    if (listing.orderBy == u"startTime" && !listing.singleEvents) {
        return GoogleFault{
            .status = 400,
            .reason = u"badRequest"_s,
            .message = u"The requested ordering is not available for the particular query."_s,
            .locationType = u"parameter"_s,
            .location = u"orderBy"_s};
    }
    if (listing.timeMin.isValid() && listing.timeMax.isValid()
        && listing.timeMax <= listing.timeMin) {
        return GoogleFault{.status = 400,
                           .reason = u"timeRangeEmpty"_s,
                           .message = u"The specified time range is empty."_s,
                           .domain = u"calendar"_s,
                           .locationType = u"parameter"_s,
                           .location = u"timeMax"_s};
    }
    if (listing.updatedMin.isValid())
        listing.showDeleted = true;
    return listing;
}

QList<StoredEvent> GoogleCalendar::collect(const CalendarStore &store,
                                           const EventListing &listing) const
{
    const QDateTime until = listing.timeMax.isValid() ? listing.timeMax : store.horizon();
    QList<StoredEvent> found;
    const auto take = [&](const StoredEvent &stored) {
        const bool exception = stored.event.contains(u"recurringEventId"_s);
        const bool visible =
            !isCancelled(stored) || listing.showDeleted || (exception && !listing.singleEvents);
        if (visible && stored.changed > listing.since && fits(stored, listing, store.zone))
            found.append(stored);
    };
    for (const StoredEvent &stored : store.events()) {
        const bool series = stored.event.contains(u"recurrence"_s);
        if (listing.singleEvents && series) {
            if (!isCancelled(stored)) {
                for (const StoredEvent &instance : store.instances(stored, until))
                    take(instance);
            }
            for (auto gone = stored.vanished.begin(); gone != stored.vanished.end(); ++gone) {
                if (listing.since < 0 || gone.value() <= listing.since)
                    continue;
                StoredEvent stub = stored;
                stub.event.remove(u"recurrence"_s);
                stub.event.insert(u"id"_s, gone.key());
                stub.event.insert(u"status"_s, u"cancelled"_s);
                stub.event.insert(u"recurringEventId"_s, stored.event.value(u"id"_s));
                found.append(stub);
            }
        } else if (!listing.singleEvents && series && !isCancelled(stored)) {
            // A series belongs to a window when one of its instances does.
            EventListing window;
            window.timeMin = listing.timeMin;
            window.timeMax = listing.timeMax;
            const QList<StoredEvent> all = store.instances(stored, until);
            const bool inside = std::any_of(all.begin(), all.end(), [&](const StoredEvent &one) {
                return fits(one, window, store.zone);
            });
            EventListing rest = listing;
            rest.timeMin = {};
            rest.timeMax = {};
            if (inside && stored.changed > listing.since && fits(stored, rest, store.zone))
                found.append(stored);
        } else {
            const QString master = stored.event.value(u"recurringEventId"_s).toString();
            const auto owner = master.isEmpty() ? std::nullopt : store.find(master);
            // In the expanded view a live series has shown its exceptions already.
            if (!listing.singleEvents || !owner || isCancelled(*owner))
                take(stored);
        }
    }
    std::stable_sort(found.begin(), found.end(), [&](const StoredEvent &a, const StoredEvent &b) {
        if (listing.orderBy == u"startTime")
            return eventSpan(a.event, store.zone).start < eventSpan(b.event, store.zone).start;
        if (listing.orderBy == u"updated")
            return a.changed < b.changed;
        return a.made < b.made;
    });
    return found;
}

QJsonObject GoogleCalendar::frameOf(const CalendarStore &store) const
{
    return {{u"kind"_s, u"calendar#events"_s},
            {u"etag"_s, u"\"p%1\""_s.arg(store.changes())},
            {u"summary"_s, store.summary},
            {u"updated"_s, m_clock.now().toUTC().toString(Qt::ISODateWithMs)},
            {u"timeZone"_s, QString::fromLatin1(store.zone.id())},
            {u"accessRole"_s, role(store)},
            {u"defaultReminders"_s, QJsonArray{}}};
}

Answer GoogleCalendar::page(const Request &request, QJsonObject frame, const QJsonArray &items,
                            int most, const QString &syncToken)
{
    QJsonArray shown;
    QJsonArray rest;
    for (const QJsonValue &item : items)
        (shown.size() < most ? shown : rest).append(item);
    frame.insert(u"items"_s, shown);
    if (!rest.isEmpty()) {
        const QString token = u"page%1.%2"_s.arg(++m_serial).arg(m_clock.now().toMSecsSinceEpoch());
        m_pages.insert(token, {question(request), rest, syncToken});
        frame.insert(u"nextPageToken"_s, token);
    } else if (!syncToken.isEmpty()) {
        frame.insert(u"nextSyncToken"_s, syncToken);
    }
    return Answer::json(200, frame);
}

std::optional<Answer> GoogleCalendar::laterPage(const Request &request, QJsonObject frame, int most)
{
    const QString token = request.queryValue(u"pageToken");
    if (token.isEmpty())
        return std::nullopt;
    const Page stored = m_pages.value(token);
    if (stored.asked != question(request))
        return GoogleFault::invalid(u"Invalid page token value."_s, u"pageToken"_s).answer();
    return page(request, std::move(frame), stored.rest, most, stored.syncToken);
}

Answer GoogleCalendar::listEvents(const Request &request, CalendarStore &store)
{
    const auto read = readListing(request);
    if (const auto *fault = std::get_if<GoogleFault>(&read))
        return fault->answer();
    EventListing listing = *std::get_if<EventListing>(&read);
    const QJsonObject frame = frameOf(store);
    const QString token = request.queryValue(u"syncToken");
    if (!token.isEmpty()) {
        for (const QStringView key :
             {u"iCalUID", u"orderBy", u"privateExtendedProperty", u"sharedExtendedProperty", u"q",
              u"timeMin", u"timeMax", u"updatedMin"}) {
            if (request.hasQuery(key)) {
                return GoogleFault::invalid(u"Sync token cannot be used with %1."_s.arg(key),
                                            key.toString())
                    .answer();
            }
        }
        if (request.queryValue(u"showDeleted") == u"false")
            return GoogleFault::invalid(u"Deletions must be shown in a sync."_s, u"showDeleted"_s)
                .answer();
        const auto sync = m_syncs.constFind(token);
        if (sync == m_syncs.constEnd() || sync->calendar != store.id
            || sync->epoch != store.epoch) {
            return fullSync().answer();
        }
        listing.since = sync->changes;
        listing.showDeleted = true;
    }
    if (listing.updatedMin.isValid() && listing.updatedMin < m_clock.now().addDays(-30)) {
        return GoogleFault{.status = 410,
                           .reason = u"updatedMinTooLongAgo"_s,
                           .message = u"The requested minimum modification time lies too far in "
                                      "the past."_s,
                           .domain = u"calendar"_s,
                           .locationType = u"parameter"_s,
                           .location = u"updatedMin"_s}
            .answer();
    }
    if (const auto answer = laterPage(request, frame, listing.maxResults))
        return *answer;
    const QTimeZone asked = zoneNamed(request.queryValue(u"timeZone"));
    QJsonArray items;
    for (const StoredEvent &stored : collect(store, listing)) {
        QJsonObject event = rendered(store, stored, asked.isValid() ? asked : store.zone);
        if (isCancelled(stored) && listing.since >= 0) {
            // All that is promised about a deleted event.
            QJsonObject stub;
            for (const QString &key : {u"kind"_s, u"etag"_s, u"id"_s, u"status"_s,
                                       u"recurringEventId"_s, u"originalStartTime"_s}) {
                if (event.contains(key))
                    stub.insert(key, event.value(key));
            }
            event = stub;
        }
        items.append(event);
    }
    const bool narrowed = !listing.orderBy.isEmpty() || !listing.search.isEmpty()
        || !listing.iCalUid.isEmpty() || listing.updatedMin.isValid()
        || !listing.privateProperties.isEmpty() || !listing.sharedProperties.isEmpty();
    QString next;
    if (!narrowed) {
        next = u"sync%1.%2=="_s.arg(++m_serial).arg(m_clock.now().toMSecsSinceEpoch());
        m_syncs.insert(next, {store.id, store.changes(), store.epoch});
    }
    return page(request, frame, items, listing.maxResults, next);
}

Answer GoogleCalendar::listInstances(const Request &request, CalendarStore &store,
                                     const StoredEvent &master)
{
    if (!master.event.contains(u"recurrence"_s))
        return GoogleFault::invalid(u"The event is not recurring."_s).answer();
    const auto read = readListing(request);
    if (const auto *fault = std::get_if<GoogleFault>(&read))
        return fault->answer();
    const EventListing listing = *std::get_if<EventListing>(&read);
    const QJsonObject frame = frameOf(store);
    if (const auto answer = laterPage(request, frame, listing.maxResults))
        return *answer;
    const QDateTime until = listing.timeMax.isValid() ? listing.timeMax : store.horizon();
    const QDateTime original =
        QDateTime::fromString(request.queryValue(u"originalStart"), Qt::ISODateWithMs);
    QJsonArray items;
    for (const StoredEvent &instance : store.instances(master, until)) {
        const auto first = eventInstant(instance.event.value(u"originalStartTime"_s), store.zone);
        if ((isCancelled(instance) && !listing.showDeleted)
            || (original.isValid() && first != original.toUTC())
            || !fits(instance, listing, store.zone)) {
            continue;
        }
        items.append(rendered(store, instance, store.zone));
    }
    return page(request, frame, items, listing.maxResults, {});
}

QJsonObject GoogleCalendar::listEntry(const CalendarStore &store) const
{
    QJsonObject entry{{u"kind"_s, u"calendar#calendarListEntry"_s},
                      {u"etag"_s, u"\"%1\""_s.arg(role(store))},
                      {u"id"_s, store.id},
                      {u"summary"_s, store.summary},
                      {u"timeZone"_s, QString::fromLatin1(store.zone.id())},
                      {u"accessRole"_s, role(store)},
                      {u"selected"_s, true},
                      {u"backgroundColor"_s, store.colour},
                      {u"foregroundColor"_s, u"#000000"_s},
                      {u"defaultReminders"_s, QJsonArray{}}};
    if (store.id == account())
        entry.insert(u"primary"_s, true);
    return entry;
}

Answer GoogleCalendar::calendarList(const Request &request, const QString &id)
{
    if (!id.isEmpty()) {
        const CalendarStore *store = calendar(id);
        return store ? Answer::json(200, listEntry(*store)) : GoogleFault::notFound().answer();
    }
    const std::optional<int> size = pageSize(request, 100, 250);
    if (!size)
        return GoogleFault::invalid(u"Invalid value for: maxResults"_s, u"maxResults"_s).answer();
    const QJsonObject frame{{u"kind"_s, u"calendar#calendarList"_s}, {u"etag"_s, u"\"list\""_s}};
    if (const auto answer = laterPage(request, frame, *size))
        return *answer;
    static const QStringList roles{u"freeBusyReader"_s, u"reader"_s,
                                   u"writerWithoutPrivateAccess"_s, u"writer"_s, u"owner"_s};
    const qsizetype least = roles.indexOf(request.queryValue(u"minAccessRole"));
    QJsonArray items;
    for (const QString &each : m_order) {
        const CalendarStore *store = calendar(each);
        if (store && roles.indexOf(role(*store)) >= least)
            items.append(listEntry(*store));
    }
    return page(request, frame, items, *size, {});
}

} // namespace sim

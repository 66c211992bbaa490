// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/googlecalendar.h"

#include "tests/simulator/services.h"

#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr int callsPerMinute = 600;
const QByteArray automation = "Bearer ya29.simulated.automation";

//! Roles from the weakest to the strongest.
int rank(const QString &role)
{
    static const QStringList roles{u"none"_s,   u"freeBusyReader"_s,
                                   u"reader"_s, u"writerWithoutPrivateAccess"_s,
                                   u"writer"_s, u"owner"_s};
    return static_cast<int>(std::max<qsizetype>(0, roles.indexOf(role)));
}

//! The last words of the scopes that open an area of the API.
QStringList scopesFor(const QString &area)
{
    if (area == u"events")
        return {u"calendar"_s, u"calendar.events"_s};
    if (area == u"freeBusy")
        return {u"calendar"_s, u"calendar.freebusy"_s, u"calendar.events.freebusy"_s,
                u"calendar.readonly"_s};
    if (area == u"users")
        return {u"calendar"_s, u"calendar.calendarlist"_s, u"calendar.calendarlist.readonly"_s,
                u"calendar.readonly"_s};
    if (area == u"acl")
        return {u"calendar"_s, u"calendar.acls"_s, u"calendar.acls.readonly"_s};
    return {};
}

} // namespace

GoogleCalendar::GoogleCalendar(const Clinic &clinic, SimClock &clock,
                               const SimulatorOptions &options)
    : m_clock(clock), m_strict(options.strictLimits), m_tokens(clock, options.accessTokenSeconds)
{
    seed(clinic);
}

QString GoogleCalendar::account()
{
    return u"reception@clinic.example.com"_s;
}

QString GoogleCalendar::name() const
{
    return u"googlecalendar"_s;
}

void GoogleCalendar::seed(const Clinic &clinic)
{
    const QByteArray zone = clinic.options.timeZone.toLatin1();
    const auto open = [&](const QString &id, const QString &summary, const QString &colour) {
        auto made = std::make_unique<CalendarStore>(id, summary, zone, m_clock);
        made->colour = colour.isEmpty() ? u"#9fe1e7"_s : colour;
        made->roles.insert(id, u"owner"_s);
        if (id != account())
            made->roles.insert(account(), u"writer"_s);
        m_order.append(id);
        return m_calendars.emplace(id, std::move(made)).first->second.get();
    };
    open(account(), account(), {});
    QList<CalendarStore *> ofProvider;
    for (const SeedProvider &provider : clinic.providers) {
        ofProvider.append(provider.calendarId.isEmpty()
                              ? nullptr
                              : open(provider.calendarId, provider.name, provider.colour));
    }
    const auto put = [&](int provider, const QString &id, const QDateTime &start,
                         const QDateTime &end, QJsonObject event, const QString &creator) {
        CalendarStore *store = ofProvider.value(provider);
        if (!store || id.isEmpty())
            return;
        event.insert(u"start"_s, eventEdge(start, store->zone, zone, false));
        event.insert(u"end"_s, eventEdge(end, store->zone, zone, false));
        store->put(newEvent(*store, event, id, creator));
    };
    for (const SeedAppointment &seeded : clinic.appointments) {
        const SeedPatient &patient = clinic.patients.at(seeded.patient);
        const QString label = clinic.products.value(seeded.product).name;
        QJsonObject event{
            {u"summary"_s,
             u"%1. %2. – %3"_s.arg(patient.firstName.left(1), patient.lastName.left(1), label)},
            {u"visibility"_s, u"private"_s}};
        if (!seeded.vestibuleRef.isEmpty()) {
            event.insert(u"extendedProperties"_s,
                         QJsonObject{{u"private"_s,
                                      QJsonObject{{u"vestibuleVisit"_s, seeded.vestibuleRef},
                                                  {u"vestibuleRev"_s, u"1"_s}}}});
        }
        put(seeded.provider, seeded.googleEventId, seeded.start, seeded.end, event, account());
    }
    for (const SeedBusyBlock &block : clinic.busyBlocks) {
        const CalendarStore *store = ofProvider.value(block.provider);
        put(block.provider, block.eventId, block.start, block.end, {{u"summary"_s, block.summary}},
            store ? store->id : QString());
    }
}

Pairs GoogleCalendar::settings() const
{
    const QString base = address().toString(QUrl::StripTrailingSlash);
    return {{u"googlecalendar/apiUrl"_s, QString(base + u"/calendar/v3")},
            {u"googlecalendar/tokenUrl"_s, QString(base + u"/token")},
            {u"googlecalendar/clientId"_s, GoogleTokens::clientId()},
            {u"googlecalendar/writer"_s, u"vestibule"_s}};
}

Pairs GoogleCalendar::secrets() const
{
    return {{u"google.clientSecret"_s, GoogleTokens::clientSecret()},
            {u"google.refreshToken"_s, GoogleTokens::firstRefreshToken()}};
}

QByteArray GoogleCalendar::automationAuthorization()
{
    return automation;
}

void GoogleCalendar::expireTokens()
{
    m_tokens.expireAccess();
}

QJsonObject GoogleCalendar::state() const
{
    QJsonArray events;
    QJsonArray calendars;
    for (const QString &id : m_order) {
        const CalendarStore &store = *m_calendars.at(id);
        calendars.append(listEntry(store));
        for (const StoredEvent &stored : store.events()) {
            QJsonObject event = patched(rendered(store, stored, store.zone), stored.event);
            event.insert(u"calendarId"_s, id);
            events.append(event);
        }
    }
    return {{u"events"_s, events}, {u"calendars"_s, calendars}};
}

Answer GoogleCalendar::failure(int status) const
{
    if (status == 401) {
        return GoogleFault{.status = 401,
                           .reason = u"authError"_s,
                           .message = u"Invalid Credentials"_s,
                           .locationType = u"header"_s,
                           .location = u"Authorization"_s}
            .answer();
    }
    if (status == 429 || status == 403) {
        return GoogleFault{.status = status,
                           .reason = u"rateLimitExceeded"_s,
                           .message = u"Rate Limit Exceeded"_s,
                           .domain = u"usageLimits"_s}
            .answer();
    }
    if (status == 404)
        return GoogleFault::notFound().answer();
    return GoogleFault{.status = status, .reason = u"backendError"_s, .message = u"Backend Error"_s}
        .answer();
}

Answer GoogleCalendar::handle(const Request &request)
{
    const QString path = request.segments.join(u'/');
    if (request.method == "POST" && path == u"token")
        return m_tokens.token(request);
    if (request.method == "GET" && path == u"o/oauth2/v2/auth")
        return m_tokens.authorize(request);
    if (request.method == "POST" && path == u"revoke")
        return m_tokens.revoke(request);
    if (request.segments.value(0) != u"calendar" || request.segments.value(1) != u"v3")
        return GoogleFault::notFound().answer();
    return api(request, request.segments.mid(2));
}

std::optional<Answer> GoogleCalendar::limit()
{
    if (m_quota.times > 0) {
        --m_quota.times;
        Answer answer = GoogleFault{.status = m_quota.status,
                                    .reason = m_quota.reason,
                                    .message = m_quota.reason == u"quotaExceeded"
                                        ? u"Calendar usage limits exceeded."_s
                                        : u"Rate Limit Exceeded"_s,
                                    .domain = u"usageLimits"_s}
                            .answer();
        if (m_quota.retryAfter >= 0)
            answer.headers.append({"Retry-After", QByteArray::number(m_quota.retryAfter)});
        return answer;
    }
    const QDateTime now = m_clock.now();
    while (!m_calls.isEmpty() && m_calls.head().secsTo(now) >= 60)
        m_calls.dequeue();
    if (m_strict && m_calls.size() >= callsPerMinute)
        return failure(403);
    m_calls.enqueue(now);
    return std::nullopt;
}

std::optional<Answer> GoogleCalendar::guard(const Request &request, const QString &area) const
{
    const auto scopes = m_tokens.scopes(request.header("Authorization"));
    if (!scopes)
        return failure(401);
    const QStringList wanted = scopesFor(area);
    const bool open = wanted.isEmpty()
        || std::any_of(scopes->begin(), scopes->end(), [&wanted](const QString &scope) {
                          return wanted.contains(scope.section(u'/', -1));
                      });
    if (open)
        return std::nullopt;
    return GoogleFault{.status = 403,
                       .reason = u"insufficientPermissions"_s,
                       .message = u"Request had insufficient authentication scopes."_s}
        .answer();
}

Answer GoogleCalendar::api(const Request &request, const QStringList &path)
{
    m_automationCall = request.header("Authorization") == automation;
    const QString area = path.value(0) == u"calendars" ? path.value(2) : path.value(0);
    if (!m_automationCall) {
        if (const auto refusal = guard(request, area))
            return *refusal;
        if (const auto refusal = limit())
            return *refusal;
    }
    const QString sendUpdates = request.queryValue(u"sendUpdates");
    if (!sendUpdates.isEmpty() && sendUpdates != u"all" && sendUpdates != u"externalOnly"
        && sendUpdates != u"none") {
        return GoogleFault::invalid(u"Invalid value for: sendUpdates"_s, u"sendUpdates"_s).answer();
    }
    if (path.value(0) == u"colors" && request.method == "GET")
        return colors();
    if (path.value(0) == u"freeBusy" && request.method == "POST")
        return freeBusy(request);
    if (path.value(0) == u"users" && path.value(1) == u"me" && path.value(2) == u"calendarList"
        && request.method == "GET") {
        return calendarList(request, path.value(3));
    }
    if (path.value(0) == u"calendars" && path.size() >= 2)
        return calendarRoutes(request, path);
    return GoogleFault::notFound().answer();
}

CalendarStore *GoogleCalendar::calendar(const QString &id)
{
    const auto found = m_calendars.find(id == u"primary" ? account() : id);
    if (found == m_calendars.end() || rank(role(*found->second)) == 0)
        return nullptr;
    return found->second.get();
}

QString GoogleCalendar::role(const CalendarStore &calendar) const
{
    return m_automationCall ? u"owner"_s : calendar.roles.value(account(), u"none"_s);
}

Answer GoogleCalendar::calendarRoutes(const Request &request, const QStringList &path)
{
    CalendarStore *store = calendar(path.at(1));
    if (!store)
        return GoogleFault::notFound().answer();
    if (path.size() == 2 && request.method == "GET") {
        return Answer::json(200,
                            {{u"kind"_s, u"calendar#calendar"_s},
                             {u"etag"_s, u"\"%1\""_s.arg(store->changes())},
                             {u"id"_s, store->id},
                             {u"summary"_s, store->summary},
                             {u"timeZone"_s, QString::fromLatin1(store->zone.id())}});
    }
    if (path.value(2) == u"acl")
        return acl(request, *store, path.value(3));
    if (path.value(2) == u"events")
        return eventRoutes(request, *store, path.mid(3));
    return GoogleFault::notFound().answer();
}

Answer GoogleCalendar::eventRoutes(const Request &request, CalendarStore &store,
                                   const QStringList &path)
{
    if (path.isEmpty() && request.method == "GET")
        return listEvents(request, store);
    const bool reads = request.method == "GET";
    if (!reads && rank(role(store)) < rank(u"writerWithoutPrivateAccess"_s)) {
        return GoogleFault::forbidden(u"You need to have writer access to this calendar."_s)
            .answer();
    }
    if (path.isEmpty() && request.method == "POST")
        return insertEvent(request, store);
    const auto stored = store.find(path.value(0));
    if (!stored)
        return GoogleFault::notFound().answer();
    if (path.size() == 1) {
        if (reads)
            return getEvent(request, store, *stored);
        if (request.method == "PATCH" || request.method == "PUT")
            return changeEvent(request, store, *stored, request.method == "PUT");
        if (request.method == "DELETE")
            return deleteEvent(request, store, *stored);
    }
    if (path.value(1) == u"move" && request.method == "POST")
        return moveEvent(request, store, *stored);
    if (path.value(1) == u"instances" && reads)
        return listInstances(request, store, *stored);
    return GoogleFault::notFound().answer();
}

QString GoogleCalendar::flip(const QString &what, const QJsonObject &fields)
{
    if (what == u"expireSyncTokens") {
        const QString only = fields.value(u"calendarId"_s).toString();
        for (const auto &[id, store] : m_calendars) {
            if (only.isEmpty() || only == id)
                ++store->epoch;
        }
    } else if (what == u"quota") {
        m_quota = {fields.value(u"status"_s).toInt(403), fields.value(u"times"_s).toInt(1),
                   fields.value(u"reason"_s).toString(u"userRateLimitExceeded"_s),
                   fields.value(u"retryAfter"_s).toInt(-1)};
    } else if (what == u"invalidGrant") {
        m_tokens.refuseRefresh(fields.value(u"on"_s).toBool(true));
    } else if (what == u"scopes") {
        QStringList granted;
        for (const QJsonValue &scope : fields.value(u"granted"_s).toArray())
            granted.append(scope.toString());
        m_tokens.grantOnly(granted);
    } else if (what == u"moveLosesPrivate") {
        m_moveLosesPrivate = fields.value(u"on"_s).toBool(true);
    } else {
        return u"googlecalendar has no switch %1"_s.arg(what);
    }
    return {};
}

QString GoogleCalendar::edit(const QString &collection, const QString &id,
                             const QJsonObject &fields)
{
    if (collection == u"switch")
        return flip(id, fields);
    if (collection == u"events")
        return editEvent(id, fields);
    const auto found = m_calendars.find(id);
    if (collection != u"acl" || found == m_calendars.end())
        return u"googlecalendar has no %1 %2"_s.arg(collection, id);
    for (auto rule = fields.begin(); rule != fields.end(); ++rule)
        found->second->roles.insert(rule.key(), rule->toString());
    // A change of rights ends the sync tokens of the calendar.
    ++found->second->epoch;
    return {};
}

QString GoogleCalendar::editEvent(const QString &id, QJsonObject fields)
{
    const QString named = fields.value(u"calendarId"_s).toString();
    const QString target = fields.value(u"moveTo"_s).toString();
    const bool deletes = fields.value(u"deleted"_s).toBool();
    for (const QString &key : {u"calendarId"_s, u"moveTo"_s, u"deleted"_s})
        fields.remove(key);
    for (const QString &calendarId : m_order) {
        CalendarStore &store = *m_calendars.at(calendarId);
        const auto stored = store.find(id);
        const bool gone = stored && stored->event.value(u"status"_s).toString() == u"cancelled";
        if (!stored || (named.isEmpty() ? gone : named != calendarId))
            continue;
        if (!target.isEmpty()) {
            const auto to = m_calendars.find(target);
            return to == m_calendars.end() ? u"no calendar %1"_s.arg(target)
                                           : moveTo(store, *to->second, *stored);
        }
        QJsonObject event = patched(stored->event, fields);
        if (deletes)
            event.insert(u"status"_s, u"cancelled"_s);
        if (const auto fault = admitEvent(event, store.zone))
            return fault->message;
        store.put(event);
        return {};
    }
    const auto store = m_calendars.find(named);
    if (store == m_calendars.end())
        return u"no event %1"_s.arg(id);
    if (const auto fault = admitEvent(fields, store->second->zone))
        return fault->message;
    store->second->put(newEvent(*store->second, fields, id.isEmpty() ? newId() : id, named));
    return {};
}

std::unique_ptr<Service> makeGoogleCalendar(const Clinic &clinic, SimClock &clock,
                                            const SimulatorOptions &options)
{
    return std::make_unique<GoogleCalendar>(clinic, clock, options);
}

} // namespace sim

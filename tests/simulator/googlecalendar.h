// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/googlecalendarstore.h"
#include "tests/simulator/googlecalendartokens.h"
#include "tests/simulator/service.h"

#include <QQueue>
#include <map>
#include <variant>

namespace sim {

//! What an events listing asks for (contract google-calendar.md section 4).
struct EventListing {
    bool singleEvents = false;
    bool showDeleted = false;
    int maxResults = 250;
    QDateTime timeMin, timeMax, updatedMin; //!< invalid = not asked
    QString orderBy, search, iCalUid;
    QStringList eventTypes;
    QList<QPair<QString, QString>> privateProperties, sharedProperties;
    qint64 since = -1; //!< only what changed after that number; -1 = everything
};

//! Google Calendar API v3 with its token endpoints. The signed-in account is the reception's,
//! which may write to every surgeon's calendar.
//!
//! edit("events", id, …) is a surgeon on a phone: members merge as in a patch; "deleted": true
//! deletes; "moveTo" names another calendar; an unknown id with "calendarId" makes an event.
//! edit("acl", calendar, {account: role}); edit("switch", …): "expireSyncTokens" {calendarId},
//! "quota" {status, reason, times, retryAfter}, "invalidGrant" {on}, "scopes" {granted},
//! "moveLosesPrivate" {on}.
class GoogleCalendar final : public Service
{
public:
    GoogleCalendar(const Clinic &clinic, SimClock &clock, const SimulatorOptions &options);

    static QString account();

    QString name() const override;
    Answer handle(const Request &request) override;
    QJsonObject state() const override;
    void expireTokens() override;
    Answer failure(int status) const override;
    QString edit(const QString &collection, const QString &id, const QJsonObject &fields) override;
    Pairs settings() const override;
    Pairs secrets() const override;
    QByteArray automationAuthorization() override;

private:
    struct Page {
        QString asked;
        QJsonArray rest;
        QString syncToken;
    };
    struct Quota {
        int status = 403;
        int times = 0;
        QString reason;
        int retryAfter = -1; //!< seconds; -1 = no header
    };
    struct Sync {
        QString calendar;
        qint64 changes = 0;
        int epoch = 0;
    };

    void seed(const Clinic &clinic);
    Answer api(const Request &request, const QStringList &path);
    std::optional<Answer> limit();
    std::optional<Answer> guard(const Request &request, const QString &area) const;
    CalendarStore *calendar(const QString &id);
    QString role(const CalendarStore &calendar) const;
    Answer calendarRoutes(const Request &request, const QStringList &path);
    Answer calendarList(const Request &request, const QString &id);
    Answer colors() const;
    Answer freeBusy(const Request &request);
    Answer acl(const Request &request, CalendarStore &calendar, const QString &rule);
    Answer eventRoutes(const Request &request, CalendarStore &calendar, const QStringList &path);
    Answer insertEvent(const Request &request, CalendarStore &calendar);
    Answer getEvent(const Request &request, CalendarStore &calendar, const StoredEvent &stored);
    Answer changeEvent(const Request &request, CalendarStore &calendar, const StoredEvent &stored,
                       bool whole);
    Answer deleteEvent(const Request &request, CalendarStore &calendar, const StoredEvent &stored);
    Answer moveEvent(const Request &request, CalendarStore &calendar, const StoredEvent &stored);
    QString moveTo(CalendarStore &from, CalendarStore &to, const StoredEvent &stored);
    Answer listEvents(const Request &request, CalendarStore &calendar);
    Answer listInstances(const Request &request, CalendarStore &calendar,
                         const StoredEvent &master);
    QList<StoredEvent> collect(const CalendarStore &calendar, const EventListing &listing) const;
    Answer page(const Request &request, QJsonObject frame, const QJsonArray &items, int most,
                const QString &syncToken);
    std::optional<Answer> laterPage(const Request &request, QJsonObject frame, int most);
    QJsonObject frameOf(const CalendarStore &calendar) const;
    QJsonObject rendered(const CalendarStore &calendar, const StoredEvent &stored,
                         const QTimeZone &zone) const;
    Answer resource(const CalendarStore &calendar, const StoredEvent &stored) const;
    QJsonObject listEntry(const CalendarStore &calendar) const;
    QJsonObject newEvent(const CalendarStore &calendar, QJsonObject event, const QString &id,
                         const QString &creator) const;
    QString newId();
    QString editEvent(const QString &id, QJsonObject fields);
    QString flip(const QString &what, const QJsonObject &fields);

    const SimClock &m_clock;
    bool m_strict;
    GoogleTokens m_tokens;
    std::map<QString, std::unique_ptr<CalendarStore>> m_calendars;
    QStringList m_order; //!< calendar ids as listed
    QHash<QString, Page> m_pages;
    QHash<QString, Sync> m_syncs;
    qint64 m_serial = 0;
    Quota m_quota;
    bool m_moveLosesPrivate = false;
    bool m_automationCall = false;
    QQueue<QDateTime> m_calls; //!< of the last minute
};

//! Reads the parameters of a listing, or says what is wrong with them.
std::variant<EventListing, GoogleFault> readListing(const Request &request);

} // namespace sim

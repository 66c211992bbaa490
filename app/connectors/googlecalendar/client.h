// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/appointment.h"
#include "app/net/transport.h"

//! Typed endpoints of Google Calendar v3 that the readings need (google-calendar.md).
namespace googlecalendar {

//! One event of a surgeon's calendar, in our terms.
struct CalendarEvent {
    QString id;
    QString etag;
    QString visit; //!< private extended property vestibuleVisit; empty = not ours
    QDateTime start; //!< UTC; invalid in most cancelled ones
    QDateTime end;
    bool busy = true; //!< opaque and not declined, or out of office
    bool cancelled = false;
};

struct EventPage {
    QList<CalendarEvent> events;
    QString nextPageToken;
    QString nextSyncToken; //!< on the last page only
    bool tokenExpired = false; //!< 410: start over with a full reading
};

//! calendars/{id}/events[/{id}], encoded.
QString eventsPath(const QString &calendar, const QString &event = {});
//! The same as it is logged.
QString eventsTemplate(bool single);

class Client
{
public:
    //! transport outlives the client.
    explicit Client(Transport *transport) : m_transport(transport) { }

    //! Full reading of a window (syncToken empty) or what changed since the token. A changed event
    //! may lie outside the window.
    Task<EventPage> events(QString calendar, QDateTime from, QDateTime to, QString syncToken,
                           QString pageToken);
    //! Cancelled ones too.
    Task<CalendarEvent> event(QString calendar, QString id);
    Task<void> probe();

private:
    Transport *m_transport;
};

} // namespace googlecalendar

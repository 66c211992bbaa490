// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/googlecalendar/client.h"
#include "app/workflow/readingin.h"

using namespace Qt::StringLiterals;

// The surgeons' calendars: what is busy, and what became of our own events there.

Task<void> ReadingIn::readCalendars()
{
    const Result<QList<Provider>> providers = co_await m_catalogue->providers();
    if (!providers)
        co_return tl::unexpected<Error>(providers.error());
    for (const Provider &provider : *providers) {
        if (!provider.active || provider.calendarId.isEmpty())
            continue;
        const Provider surgeon = provider;
        const Result<void> done = co_await readCalendar(surgeon);
        if (!done && done.error().kind != Error::Kind::NotFound)
            co_return done;
    }
    co_return Result<void>();
}

Task<void> ReadingIn::readCalendar(Provider surgeon)
{
    const QString tokenName = QString(u"google.sync/"_s + surgeon.id.value);
    const Result<QString> stored = co_await m_catalogue->value(tokenName);
    if (!stored)
        co_return tl::unexpected<Error>(stored.error());
    QString syncToken = *stored;
    const auto [from, to] = window();
    QString pageToken;
    QList<googlecalendar::CalendarEvent> events;
    while (true) {
        Result<googlecalendar::EventPage> page =
            co_await m_calendar->events(surgeon.calendarId, from, to, syncToken, pageToken);
        if (!page)
            co_return tl::unexpected<Error>(page.error());
        if (page->tokenExpired) {
            syncToken.clear();
            pageToken.clear();
            events.clear();
            const Result<void> cleared = co_await m_catalogue->putCursor(tokenName, QString());
            if (!cleared)
                co_return cleared;
            continue;
        }
        events += page->events;
        pageToken = page->nextPageToken;
        if (pageToken.isEmpty()) {
            const bool full = syncToken.isEmpty();
            const Result<void> kept = co_await takeEvents(surgeon, events, full);
            if (!kept)
                co_return kept;
            // Only after the data is committed (google-calendar.md section 4).
            co_return co_await m_catalogue->putCursor(tokenName, page->nextSyncToken);
        }
    }
}

Task<void> ReadingIn::takeEvents(Provider surgeon, QList<googlecalendar::CalendarEvent> events,
                                 bool full)
{
    const auto [from, to] = window();
    const Result<QList<Taken>> taken = co_await m_visits->taken(from, to);
    if (!taken)
        co_return tl::unexpected<Error>(taken.error());
    QSet<QPair<QDateTime, QDateTime>> booked;
    for (const Taken &appointment : *taken) {
        if (appointment.slot.provider == surgeon.id)
            booked.insert({appointment.slot.start, appointment.slot.end});
    }
    QList<BusyBlock> blocks;
    QStringList removed;
    QList<RemoteAppointment> ours;
    for (const googlecalendar::CalendarEvent &event : std::as_const(events)) {
        RemoteAppointment appointment;
        appointment.system = Service::GoogleCalendar;
        appointment.remoteId = event.id;
        appointment.stamp = event.etag;
        appointment.visit = VisitId(event.visit);
        appointment.slot.provider = surgeon.id;
        appointment.slot.start = event.start;
        appointment.slot.end = event.end;
        appointment.deleted = event.cancelled;
        if (event.cancelled) {
            removed.append(event.id);
            ours.append(appointment);
        } else if (!event.visit.isEmpty() || booked.contains({event.start, event.end})) {
            // An event of the same surgeon, start and length as a booking is adopted, never a busy
            // block.
            removed.append(event.id);
            ours.append(appointment);
        } else if (event.busy) {
            blocks.append(BusyBlock{surgeon.id, event.start, event.end, event.id});
        } else {
            removed.append(event.id);
        }
    }
    if (!ours.isEmpty()) {
        const Result<int> merged = co_await m_visits->merge(ours);
        if (!merged)
            co_return tl::unexpected<Error>(merged.error());
    }
    co_return co_await m_catalogue->putBusy(surgeon.id, blocks, removed, full);
}

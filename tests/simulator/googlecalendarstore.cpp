// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/googlecalendarstore.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

bool isCancelled(const QJsonObject &event)
{
    return event.value(u"status"_s).toString() == u"cancelled";
}

QTimeZone seriesZone(const QJsonObject &event, const QTimeZone &fallback)
{
    const QTimeZone named = zoneNamed(event.value(u"start"_s)[u"timeZone"].toString());
    return named.isValid() ? named : fallback;
}

} // namespace

CalendarStore::CalendarStore(QString calendarId, QString title, const QByteArray &zoneName,
                             const SimClock &clock)
    : id(std::move(calendarId)), summary(std::move(title)), zone(zoneName), m_clock(clock)
{
    if (!zone.isValid())
        zone = QTimeZone::utc();
}

QDateTime CalendarStore::horizon() const
{
    return m_clock.now().addYears(1);
}

QString CalendarStore::instanceId(const StoredEvent &master, const QDateTime &original) const
{
    const QString base = master.event.value(u"id"_s).toString() + u'_';
    if (eventSpan(master.event, zone).allDay)
        return base + original.toTimeZone(zone).date().toString(u"yyyyMMdd"_s);
    return base + original.toUTC().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
}

StoredEvent CalendarStore::instanceOf(const StoredEvent &master, const QDateTime &original) const
{
    const QString instance = instanceId(master, original);
    const auto exception = m_events.constFind(instance);
    if (exception != m_events.constEnd())
        return *exception;
    const EventSpan span = eventSpan(master.event, zone);
    const QTimeZone own = span.allDay ? zone : seriesZone(master.event, zone);
    StoredEvent made = master;
    made.vanished.clear();
    made.event.remove(u"recurrence"_s);
    made.event.insert(u"id"_s, instance);
    made.event.insert(u"recurringEventId"_s, master.event.value(u"id"_s));
    const QJsonObject start = eventEdge(original, own, own.id(), span.allDay);
    made.event.insert(u"originalStartTime"_s, start);
    made.event.insert(u"start"_s, start);
    const qint64 length = span.start.msecsTo(span.end);
    made.event.insert(u"end"_s, eventEdge(original.addMSecs(length), own, own.id(), span.allDay));
    return made;
}

QList<StoredEvent> CalendarStore::instances(const StoredEvent &master, const QDateTime &until) const
{
    const EventSpan span = eventSpan(master.event, zone);
    const QTimeZone own = span.allDay ? zone : seriesZone(master.event, zone);
    QList<StoredEvent> list;
    for (const QDateTime &original :
         occurrences(master.event.value(u"recurrence"_s).toArray(), span.start.toTimeZone(own),
                     std::min(until, horizon()))) {
        list.append(instanceOf(master, original));
    }
    return list;
}

std::optional<StoredEvent> CalendarStore::find(const QString &wanted) const
{
    const auto stored = m_events.constFind(wanted);
    if (stored != m_events.constEnd())
        return *stored;
    const auto master = m_events.constFind(wanted.section(u'_', 0, -2));
    if (master == m_events.constEnd() || !master->event.contains(u"recurrence"_s))
        return std::nullopt;
    for (const StoredEvent &instance : instances(*master, horizon())) {
        if (instance.event.value(u"id"_s).toString() == wanted)
            return instance;
    }
    return std::nullopt;
}

StoredEvent CalendarStore::put(const QJsonObject &event)
{
    const QString key = event.value(u"id"_s).toString();
    StoredEvent &stored = m_events[key];
    const bool isNew = stored.changed == 0;
    if (!isNew && stored.event == event)
        return stored;
    const qint64 number = ++m_changes;
    QStringList before;
    if (!isNew && stored.event.contains(u"recurrence"_s)) {
        for (const StoredEvent &instance : instances(stored, horizon()))
            before.append(instance.event.value(u"id"_s).toString());
    }
    const EventSpan old = eventSpan(stored.event, zone);
    stored.event = event;
    stored.changed = number;
    stored.updated = m_clock.now();
    if (isNew)
        stored.made = number;
    const EventSpan now = eventSpan(event, zone);
    if (!isNew && (old.start != now.start || old.end != now.end)) {
        stored.event.insert(u"sequence"_s, event.value(u"sequence"_s).toInt() + 1);
    }
    QStringList after;
    if (event.contains(u"recurrence"_s) && !isCancelled(event)) {
        for (const StoredEvent &instance : instances(stored, horizon()))
            after.append(instance.event.value(u"id"_s).toString());
    }
    for (const QString &instance : before) {
        if (!after.contains(instance))
            stored.vanished.insert(instance, number);
    }
    const StoredEvent result = stored;
    if (isCancelled(event) && event.contains(u"recurrence"_s)) {
        for (StoredEvent &other : m_events) {
            if (other.event.value(u"recurringEventId"_s).toString() == key
                && !isCancelled(other.event)) {
                other.event.insert(u"status"_s, u"cancelled"_s);
                other.changed = ++m_changes;
            }
        }
    }
    return result;
}

void CalendarStore::forgetPrivate(const QString &wanted)
{
    const auto stored = m_events.find(wanted);
    if (stored == m_events.end())
        return;
    QJsonObject extended = stored->event.value(u"extendedProperties"_s).toObject();
    extended.remove(u"private"_s);
    stored->event.insert(u"extendedProperties"_s, extended);
}

QList<QPair<QDateTime, QDateTime>> CalendarStore::busy(const QDateTime &from,
                                                       const QDateTime &to) const
{
    QList<QPair<QDateTime, QDateTime>> stretches;
    const auto add = [&](const QJsonObject &event) {
        if (isCancelled(event) || event.value(u"transparency"_s).toString() == u"transparent")
            return;
        const EventSpan span = eventSpan(event, zone);
        if (span.start < to && span.end > from)
            stretches.append({std::max(span.start, from), std::min(span.end, to)});
    };
    for (const StoredEvent &stored : m_events) {
        if (!stored.event.contains(u"recurrence"_s)) {
            add(stored.event);
        } else if (!isCancelled(stored.event)) {
            for (const StoredEvent &instance : instances(stored, to)) {
                if (!m_events.contains(instance.event.value(u"id"_s).toString()))
                    add(instance.event);
            }
        }
    }
    std::sort(stretches.begin(), stretches.end());
    QList<QPair<QDateTime, QDateTime>> joined;
    for (const auto &stretch : stretches) {
        if (!joined.isEmpty() && stretch.first <= joined.last().second)
            joined.last().second = std::max(joined.last().second, stretch.second);
        else
            joined.append(stretch);
    }
    return joined;
}

} // namespace sim

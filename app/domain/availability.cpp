// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/availability.h"

#include <QHash>
#include <QMap>
#include <QTimeZone>
#include <algorithm>

namespace {

struct Span {
    QDateTime from;
    QDateTime to;
};

bool overlaps(const QDateTime &from, const QDateTime &to, const QDateTime &otherFrom,
              const QDateTime &otherTo)
{
    return from < otherTo && otherFrom < to;
}

QTimeZone zoneOf(const QByteArray &timeZone)
{
    const QTimeZone zone(timeZone);
    return zone.isValid() ? zone : QTimeZone::utc();
}

//! A wall-clock time as UTC; invalid where the clocks skip it.
QDateTime utcOf(QDate day, QTime time, const QTimeZone &zone)
{
    const QDateTime local(day, time, zone);
    return local.isValid() && local.date() == day && local.time() == time ? local.toUTC()
                                                                          : QDateTime();
}

//! The opening hours of a day, with spans that touch or overlap made one.
QList<OpeningSpan> spansOf(QDate day, const QList<OpeningSpan> &hours)
{
    QList<OpeningSpan> spans;
    for (const OpeningSpan &span : hours) {
        if (span.weekday == day.dayOfWeek() && span.from.isValid() && span.to.isValid()
            && span.from < span.to)
            spans.append(span);
    }
    std::sort(spans.begin(), spans.end(),
              [](const OpeningSpan &a, const OpeningSpan &b) { return a.from < b.from; });
    QList<OpeningSpan> joined;
    for (const OpeningSpan &span : std::as_const(spans)) {
        if (!joined.isEmpty() && span.from <= joined.last().to)
            joined.last().to = std::max(joined.last().to, span.to);
        else
            joined.append(span);
    }
    return joined;
}

//! What is taken, apart by surgeon and by room.
struct Occupation {
    QHash<ProviderId, QList<Span>> ofProvider;
    QHash<RoomId, QList<Span>> ofRoom;

    Occupation(const QList<Taken> &taken, const QList<BusyBlock> &busy)
    {
        for (const Taken &each : taken) {
            ofProvider[each.slot.provider].append({each.slot.start, each.slot.end});
            if (!each.slot.room.isEmpty())
                ofRoom[each.slot.room].append({each.slot.start, each.slot.end});
        }
        for (const BusyBlock &block : busy)
            ofProvider[block.provider].append({block.start, block.end});
    }

    static bool isFree(const QList<Span> &spans, const QDateTime &from, const QDateTime &to)
    {
        return std::none_of(spans.begin(), spans.end(), [&](const Span &span) {
            return overlaps(from, to, span.from, span.to);
        });
    }
};

//! Which room a slot gets.
class RoomChoice
{
public:
    RoomChoice(const RoomId &asked, const QList<Room> &rooms, const QList<Taken> &taken,
               const Occupation &occupation)
        : m_asked(asked), m_taken(taken), m_occupation(occupation), m_hasRooms(!rooms.isEmpty())
    {
        for (const Room &room : rooms) {
            if (room.active && (asked.isEmpty() || room.id == asked))
                m_rooms.append(room.id);
        }
    }

    //! The room for that time, or nothing when all are taken.
    std::optional<RoomId> roomFor(const ProviderId &provider, const QDateTime &from,
                                  const QDateTime &to, const QTimeZone &zone) const
    {
        if (!m_hasRooms)
            return m_asked.isEmpty() ? std::optional<RoomId>(RoomId()) : std::nullopt;
        const RoomId usual = lastUsed(provider, from, zone);
        if (m_rooms.contains(usual) && isFree(usual, from, to))
            return usual;
        for (const RoomId &room : m_rooms) {
            if (isFree(room, from, to))
                return room;
        }
        return std::nullopt;
    }

private:
    bool isFree(const RoomId &room, const QDateTime &from, const QDateTime &to) const
    {
        return Occupation::isFree(m_occupation.ofRoom.value(room), from, to);
    }

    //! The room of the surgeon's last appointment of that day before the time, or of the first
    //! after it.
    RoomId lastUsed(const ProviderId &provider, const QDateTime &at, const QTimeZone &zone) const
    {
        const QDate day = at.toTimeZone(zone).date();
        const Taken *best = nullptr;
        for (const Taken &each : m_taken) {
            if (each.slot.provider != provider || each.slot.room.isEmpty()
                || each.slot.start.toTimeZone(zone).date() != day)
                continue;
            const bool before = each.slot.start < at;
            const bool bestBefore = best != nullptr && best->slot.start < at;
            const bool better = best == nullptr || (before && !bestBefore)
                || (before && bestBefore && each.slot.start > best->slot.start)
                || (!before && !bestBefore && each.slot.start < best->slot.start);
            if (better)
                best = &each;
        }
        return best == nullptr ? RoomId() : best->slot.room;
    }

    RoomId m_asked;
    const QList<Taken> &m_taken;
    const Occupation &m_occupation;
    QList<RoomId> m_rooms;
    bool m_hasRooms;
};

} // namespace

QList<Slot> freeSlots(const AvailabilityQuery &query, const QList<Provider> &providers,
                      const QList<Room> &rooms, const QList<Taken> &taken,
                      const QList<BusyBlock> &busy, const QList<OpeningSpan> &hours,
                      const QByteArray &timeZone)
{
    QList<Slot> found;
    if (query.minutes <= 0 || query.stepMinutes <= 0 || !query.from.isValid()
        || !query.until.isValid() || query.from >= query.until)
        return found;
    const QTimeZone zone = zoneOf(timeZone);
    const Occupation occupation(taken, busy);
    const RoomChoice choice(query.room, rooms, taken, occupation);
    const QDate first = query.from.toTimeZone(zone).date();
    const QDate last = query.until.toTimeZone(zone).date();

    for (const Provider &provider : providers) {
        if (!provider.active || (!query.provider.isEmpty() && provider.id != query.provider))
            continue;
        const QList<Span> occupied = occupation.ofProvider.value(provider.id);
        int count = 0;
        const auto full = [&] {
            return query.limitPerProvider > 0 && count >= query.limitPerProvider;
        };
        for (QDate day = first; day <= last && !full(); day = day.addDays(1)) {
            for (const OpeningSpan &span : spansOf(day, hours)) {
                const QDateTime closing = utcOf(day, span.to, zone);
                const int opens = span.from.msecsSinceStartOfDay() / 60'000;
                const int closes = span.to.msecsSinceStartOfDay() / 60'000;
                const int grid =
                    (opens + query.stepMinutes - 1) / query.stepMinutes * query.stepMinutes;
                for (int minute = grid; minute < closes && !full(); minute += query.stepMinutes) {
                    const QTime time = QTime::fromMSecsSinceStartOfDay(minute * 60'000);
                    const QDateTime start = utcOf(day, time, zone);
                    if (!start.isValid())
                        continue;
                    const QDateTime end = start.addSecs(qint64(query.minutes) * 60);
                    if (start < query.from || end > query.until
                        || (closing.isValid() && end > closing)
                        || !Occupation::isFree(occupied, start, end))
                        continue;
                    const std::optional<RoomId> room =
                        choice.roomFor(provider.id, start, end, zone);
                    if (!room)
                        continue;
                    found.append(Slot{provider.id, *room, start, end});
                    ++count;
                }
            }
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Slot &a, const Slot &b) { return a.start < b.start; });
    return found;
}

QList<SlotProblem> slotProblems(const Slot &slot, const VisitId &except, const QList<Taken> &taken,
                                const QList<BusyBlock> &busy, const QList<OpeningSpan> &hours,
                                const QByteArray &timeZone)
{
    using Kind = SlotProblem::Kind;
    if (!slot.start.isValid() || !slot.end.isValid() || slot.end <= slot.start)
        return {SlotProblem{Kind::EndsBeforeStart, {}}};

    QList<SlotProblem> problems;
    for (const Taken &each : taken) {
        if (each.visit == except || !overlaps(slot.start, slot.end, each.slot.start, each.slot.end))
            continue;
        if (!slot.provider.isEmpty() && each.slot.provider == slot.provider)
            problems.append({Kind::SurgeonTaken, each.visit});
        if (!slot.room.isEmpty() && each.slot.room == slot.room)
            problems.append({Kind::RoomTaken, each.visit});
    }
    const bool surgeonBusy = std::any_of(busy.begin(), busy.end(), [&](const BusyBlock &block) {
        return block.provider == slot.provider
            && overlaps(slot.start, slot.end, block.start, block.end);
    });
    if (surgeonBusy)
        problems.append({Kind::SurgeonBusy, {}});

    const QTimeZone zone = zoneOf(timeZone);
    const QDateTime from = slot.start.toTimeZone(zone);
    const QDateTime to = slot.end.toTimeZone(zone);
    const QList<OpeningSpan> spans = spansOf(from.date(), hours);
    const bool open = from.date() == to.date()
        && std::any_of(spans.begin(), spans.end(), [&](const OpeningSpan &span) {
                          return span.from <= from.time() && to.time() <= span.to;
                      });
    if (!open)
        problems.append({Kind::OutsideHours, {}});
    return problems;
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/daylayout.h"

#include <QSet>
#include <QtMath>
#include <algorithm>

namespace {

constexpr int dayMinutes = 24 * 60;

bool belongs(const DayEntry &entry, const DayColumn &column, DayGrouping grouping,
             const QTimeZone &zone)
{
    const Slot &slot = entry.appointment.slot;
    if (slot.start.toTimeZone(zone).date() != column.date)
        return false;
    return grouping == DayGrouping::Surgeon ? slot.provider == column.provider
                                            : slot.room == column.room;
}

//! Gives the cards of one cluster (a run of overlaps) their lanes.
void spreadCluster(QList<CardPlace> &places, qsizetype from, qsizetype to, int minimumMinutes)
{
    QList<int> laneEnds;
    for (qsizetype i = from; i < to; ++i) {
        CardPlace &place = places[i];
        const auto end = qMax(place.endMinute, place.startMinute + minimumMinutes);
        const auto free = std::find_if(laneEnds.begin(), laneEnds.end(),
                                       [&](int busy) { return busy <= place.startMinute; });
        if (free == laneEnds.end()) {
            place.lane = int(laneEnds.size());
            laneEnds.append(end);
        } else {
            place.lane = int(free - laneEnds.begin());
            *free = end;
        }
    }
    for (qsizetype i = from; i < to; ++i)
        places[i].lanes = int(laneEnds.size());
}

void spreadColumn(QList<CardPlace> &places, int minimumMinutes)
{
    std::stable_sort(places.begin(), places.end(), [](const CardPlace &a, const CardPlace &b) {
        return a.startMinute != b.startMinute ? a.startMinute < b.startMinute
                                              : a.endMinute > b.endMinute;
    });
    qsizetype clusterStart = 0;
    int clusterEnd = -1;
    for (qsizetype i = 0; i < places.size(); ++i) {
        if (places[i].startMinute >= clusterEnd) {
            spreadCluster(places, clusterStart, i, minimumMinutes);
            clusterStart = i;
        }
        clusterEnd =
            qMax(clusterEnd, qMax(places[i].endMinute, places[i].startMinute + minimumMinutes));
    }
    spreadCluster(places, clusterStart, places.size(), minimumMinutes);
}

QRect cardRect(const CardPlace &place, const DayFrame &frame)
{
    const int inner = frame.columnWidth - 2 * frame.gap;
    const int left = frame.x(place.column) + frame.gap + inner * place.lane / place.lanes;
    const int right = frame.x(place.column) + frame.gap + inner * (place.lane + 1) / place.lanes;
    const int air = place.lane + 1 < place.lanes ? frame.gap / 2 : 0;
    const int top = frame.y(place.startMinute) + 1;
    const int bottom = frame.y(place.endMinute) - 2;
    return {left, top, qMax(1, right - left - air), qMax(frame.minimumHeight, bottom - top)};
}

} // namespace

int DayFrame::y(int minute) const
{
    return qRound((minute - firstMinute) * pixelsPerMinute);
}

int DayFrame::minuteAt(int at) const
{
    return qBound(firstMinute, firstMinute + qRound(at / pixelsPerMinute), lastMinute);
}

int DayFrame::columnAt(int at) const
{
    if (at < left || columnWidth <= 0)
        return -1;
    const int column = (at - left) / columnWidth;
    return column < columns ? column : -1;
}

int minuteOf(const QDateTime &utc, QDate date, const QTimeZone &zone)
{
    const QDateTime local = utc.toTimeZone(zone);
    return int(date.daysTo(local.date())) * dayMinutes
        + local.time().msecsSinceStartOfDay() / 60000;
}

QDateTime momentOf(QDate date, int minute, const QTimeZone &zone)
{
    const QDate day = date.addDays(minute >= dayMinutes ? minute / dayMinutes : 0);
    const QTime time = QTime::fromMSecsSinceStartOfDay((minute % dayMinutes) * 60000);
    return QDateTime(day, time, zone).toUTC();
}

QList<DayColumn> dayColumns(const QList<QDate> &dates, DayGrouping grouping,
                            const QList<Provider> &providers, const QList<Room> &rooms,
                            const QList<DayEntry> &entries, const QTimeZone &zone,
                            const ProviderId &only, const QString &unnamed)
{
    QList<DayColumn> columns;
    for (const QDate &date : dates) {
        const auto used = [&](auto matches) {
            return std::any_of(entries.begin(), entries.end(), [&](const DayEntry &entry) {
                return entry.appointment.slot.start.toTimeZone(zone).date() == date
                    && matches(entry.appointment.slot);
            });
        };
        if (grouping == DayGrouping::Surgeon) {
            QSet<ProviderId> known;
            for (const Provider &provider : providers) {
                known.insert(provider.id);
                if (!only.isEmpty() && provider.id != only)
                    continue;
                if (provider.active
                    || used([&](const Slot &slot) { return slot.provider == provider.id; }))
                    columns.append({date, provider.id, {}, provider.name});
            }
            if (only.isEmpty()) {
                // A surgeon whom the catalogue has not got yet still has a column of their own.
                for (const DayEntry &entry : entries) {
                    const Slot &slot = entry.appointment.slot;
                    if (known.contains(slot.provider) || slot.start.toTimeZone(zone).date() != date)
                        continue;
                    known.insert(slot.provider);
                    columns.append({date, slot.provider, {}, unnamed});
                }
            }
        } else {
            QSet<RoomId> known;
            for (const Room &room : rooms) {
                known.insert(room.id);
                if (room.active || used([&](const Slot &slot) { return slot.room == room.id; }))
                    columns.append({date, {}, room.id, room.name});
            }
            for (const DayEntry &entry : entries) {
                const Slot &slot = entry.appointment.slot;
                if (known.contains(slot.room) || slot.start.toTimeZone(zone).date() != date)
                    continue;
                known.insert(slot.room);
                columns.append({date, {}, slot.room, unnamed});
            }
        }
    }
    return columns;
}

QList<CardPlace> layoutDay(const QList<DayEntry> &entries, const QList<DayColumn> &columns,
                           const DayFrame &frame, DayGrouping grouping, const QTimeZone &zone,
                           bool withCancelled)
{
    QList<CardPlace> result;
    const int minimumMinutes = qCeil(frame.minimumHeight / frame.pixelsPerMinute);
    for (int column = 0; column < columns.size(); ++column) {
        QList<CardPlace> places;
        for (int row = 0; row < entries.size(); ++row) {
            const DayEntry &entry = entries[row];
            if (!withCancelled && entry.visit.state == VisitState::Cancelled)
                continue;
            if (!belongs(entry, columns[column], grouping, zone))
                continue;
            CardPlace place;
            place.row = row;
            place.column = column;
            place.startMinute = minuteOf(entry.appointment.slot.start, columns[column].date, zone);
            place.endMinute =
                qMax(place.startMinute + 5,
                     minuteOf(entry.appointment.slot.end, columns[column].date, zone));
            places.append(place);
        }
        spreadColumn(places, minimumMinutes);
        for (CardPlace &place : places)
            place.rect = cardRect(place, frame);
        result += places;
    }
    return result;
}

QPair<int, int> shownMinutes(const QList<DayEntry> &entries, const QList<QDate> &dates,
                             const QList<QPair<int, int>> &openMinutes, const QTimeZone &zone)
{
    int first = dayMinutes;
    int last = 0;
    for (const auto &[from, to] : openMinutes) {
        first = qMin(first, from);
        last = qMax(last, to);
    }
    for (const DayEntry &entry : entries) {
        const QDate date = entry.appointment.slot.start.toTimeZone(zone).date();
        if (!dates.contains(date))
            continue;
        first = qMin(first, minuteOf(entry.appointment.slot.start, date, zone));
        last = qMax(last, minuteOf(entry.appointment.slot.end, date, zone));
    }
    if (first >= last)
        return {7 * 60, 19 * 60};
    return {qMax(0, (first - 30) / 60 * 60), qMin(dayMinutes, (last + 30 + 59) / 60 * 60)};
}

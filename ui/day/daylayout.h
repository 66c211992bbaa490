// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"
#include "app/domain/dayentry.h"

#include <QList>
#include <QRect>
#include <QTimeZone>

//! What a column of the day view stands for.
enum class DayGrouping { Surgeon, Room };

//! One column: a day and, by grouping, a surgeon or a room. An empty id takes the appointments
//! without one.
struct DayColumn {
    QDate date;
    ProviderId provider;
    RoomId room;
    QString title;
    friend bool operator==(const DayColumn &, const DayColumn &) = default;
};

//! The columns of these days. Active surgeons (or rooms) first, in their order; then those that
//! only have appointments; then one without, when an appointment has none. unnamed: the title of
//! that last one. only: when not empty, this surgeon alone (by surgeon only).
QList<DayColumn> dayColumns(const QList<QDate> &dates, DayGrouping grouping,
                            const QList<Provider> &providers, const QList<Room> &rooms,
                            const QList<DayEntry> &entries, const QTimeZone &zone,
                            const ProviderId &only, const QString &unnamed);

//! Where the grid lies, in pixels of the whole (unscrolled) grid. y = 0 is firstMinute.
struct DayFrame {
    int left = 0; //!< width of the time gutter
    int columnWidth = 100;
    int columns = 0;
    double pixelsPerMinute = 2;
    int firstMinute = 0; //!< of the local day
    int lastMinute = 24 * 60;
    int minimumHeight = 18; //!< of a card, so that one line fits
    int gap = 4; //!< kept free around a card

    int y(int minute) const;
    int x(int column) const { return left + column * columnWidth; }
    int height() const { return y(lastMinute); }
    int width() const { return left + columns * columnWidth; }
    //! The minute at a height, not snapped, within the frame.
    int minuteAt(int y) const;
    //! The column at a place; −1 outside.
    int columnAt(int x) const;
};

//! A card's place. Overlapping cards of one column stand side by side in lanes.
struct CardPlace {
    int row = 0; //!< in the list of entries
    int column = 0;
    int lane = 0;
    int lanes = 1;
    int startMinute = 0;
    int endMinute = 0;
    QRect rect;
    friend bool operator==(const CardPlace &, const CardPlace &) = default;
};

//! Places every entry that belongs to a column, in order of column, start and lane. Pure; cancelled
//! ones are left out on request.
QList<CardPlace> layoutDay(const QList<DayEntry> &entries, const QList<DayColumn> &columns,
                           const DayFrame &frame, DayGrouping grouping, const QTimeZone &zone,
                           bool withCancelled = true);

//! Minutes from local midnight of date; beyond 0…1440 for moments of other days.
int minuteOf(const QDateTime &utc, QDate date, const QTimeZone &zone);
//! The UTC moment of a local minute.
QDateTime momentOf(QDate date, int minute, const QTimeZone &zone);

//! First and last minute worth showing: opening hours and appointments, in whole hours with at
//! least half an hour of air.
QPair<int, int> shownMinutes(const QList<DayEntry> &entries, const QList<QDate> &dates,
                             const QList<QPair<int, int>> &openMinutes, const QTimeZone &zone);

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/availability.h"
#include "app/domain/dayentry.h"

//! A day of invented people in believable stages, for tests and pictures of the day view.
namespace syntheticday {

//! The moment of the picture: Monday 23 November 2026, 09:52 in the zone (UTC+4).
QDateTime now();
QByteArray zone();
QList<Provider> providers();
QList<Room> rooms();
//! The cards of the design.
QList<DayEntry> design();
//! count cards over the four surgeons, every stage and mark among them.
QList<DayEntry> full(int count);
//! One booked card at a local time of the day.
DayEntry card(const QString &id, const QString &name, const QString &provider, int startMinute,
              int minutes);
QList<BusyBlock> busy();
QList<OpeningSpan> hours();

} // namespace syntheticday

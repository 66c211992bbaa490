// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/availability.h"
#include "app/domain/dayentry.h"

#include <QTimeZone>

//! The product's words for the domain's values, in the language of the window.
namespace wording {

QString state(VisitState state, bool confirmed);
QString system(Service service);
//! A command by its commandName: "Invoice in QuickBooks". An unknown name is returned as it is.
QString command(const QString &commandName);
QString outboxState(OutboxRow::State state);
//! Whose name stands on the card: the patient, the unmatched name, or words for a locked one.
QString patientName(const DayEntry &entry);
QString slotProblem(SlotProblem::Kind kind);

//! "2 480.00" as the language writes numbers; no currency.
QString amount(const Money &money);
//! The amount with the currency's sign where the language writes it: "Rs 2,480.00", "2 480,00 Rs".
QString money(const Money &money);
//! A telephone number in the groups of its country (France, Réunion, Mauritius, Belgium,
//! Switzerland); any other text as it is.
QString phone(const QString &typed);
//! "08 min" below an hour, "1 h 05" above.
QString minutes(int minutes);
//! "00:52", for a running treatment.
QString hoursMinutes(int minutes);
//! Clinic time of a UTC moment: "09:00".
QString time(const QDateTime &utc, const QTimeZone &zone);
//! "Monday 23 November 2026".
QString longDate(QDate date);
//! Several days: "23–29 November 2026", "30 November – 6 December 2026". One day: its longDate.
QString dateSpan(QDate from, QDate to);

} // namespace wording

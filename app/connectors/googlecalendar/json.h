// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/googlecalendar/client.h"
#include "app/domain/delivery.h"

#include <QJsonObject>

//! Google's JSON and our values.
namespace googlecalendar {

//! zone: of the calendar, for all-day events.
CalendarEvent eventFromJson(const QJsonObject &event, const QByteArray &zone);

//! The id that we give the event of a visit: the same from every desk, another one for each
//! generation, because Google never frees the id of a deleted event (section 2).
QString eventId(const VisitId &visit, int generation);
//! True for an id that eventId() gave to that visit, whatever the generation.
bool isOurId(const QString &id, const VisitId &visit);

//! What a surgeon reads on the phone: initials and reason, or the name where the clinic wants it.
QString summaryOf(const Facts &facts, bool withName);
//! Time, room, summary and our properties; without id.
QJsonObject eventBody(const Facts &facts, bool withName);

//! The vendor's word: "rateLimitExceeded"; empty when the answer has none.
QString reasonOf(const Response &answer);
//! Decided by the reason: a 403 is "slow down" as well as "forbidden" (section 9).
Error errorFrom(const Response &answer);

} // namespace googlecalendar

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>
#include <optional>

namespace sim {

//! A refusal of the Calendar API (contract google-calendar.md section 9).
struct GoogleFault {
    int status = 400;
    QString reason;
    QString message;
    QString domain = QStringLiteral("global");
    QString locationType = {};
    QString location = {};

    Answer answer() const;
    static GoogleFault invalid(const QString &message, const QString &parameter = {});
    static GoogleFault missing(const QString &field);
    static GoogleFault notFound();
    static GoogleFault forbidden(const QString &message);
};

//! From when to when an event lasts, as instants; all-day events from midnight of the zone.
struct EventSpan {
    QDateTime start;
    QDateTime end;
    bool allDay = false;
};

//! The zone of that IANA name; invalid without a name, where QTimeZone would take the system's.
QTimeZone zoneNamed(const QString &name);
//! One end of an event, or nothing if it is neither a date nor a time.
std::optional<QDateTime> eventInstant(const QJsonValue &edge, const QTimeZone &zone);
EventSpan eventSpan(const QJsonObject &event, const QTimeZone &zone);
//! An instant as {"dateTime", "timeZone"} or, all-day, {"date"}.
QJsonObject eventEdge(const QDateTime &instant, const QTimeZone &zone, const QByteArray &named,
                      bool allDay);

//! Whether a client may choose that id: 5 to 1024 of 0-9 and a-v.
bool isEventId(const QString &id);
//! Checks what a client wrote, drops and cuts extended properties as the service does.
std::optional<GoogleFault> admitEvent(QJsonObject &event, const QTimeZone &zone);
//! Merge of a patch: objects member by member, arrays whole, null takes away.
QJsonObject patched(QJsonObject onto, const QJsonObject &patch);

//! Occurrences of RRULE (DAILY, WEEKLY; COUNT, UNTIL, INTERVAL, BYDAY) less EXDATE, at the same
//! wall-clock time in the zone of `first`, up to the horizon.
QList<QDateTime> occurrences(const QJsonArray &recurrence, const QDateTime &first,
                             const QDateTime &horizon);
//! Whether the simulator can expand these rules.
bool isRecurrence(const QJsonArray &recurrence);

} // namespace sim

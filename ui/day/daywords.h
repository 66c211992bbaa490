// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"
#include "ui/day/daylayout.h"
#include "ui/theme/theme.h"

#include <QStringList>

//! From when on waiting is long, and too long.
struct WaitLimits {
    int amberMinutes = 10;
    int redMinutes = 20;
};

//! Whole minutes since the patient arrived (only while they wait), or −1.
int waitingMinutes(const DayEntry &entry, const QDateTime &now);
//! Whole minutes since the patient was seated (only while in the chair), or −1.
int treatmentMinutes(const DayEntry &entry, const QDateTime &now);
//! How urgent the wait of this entry is; Fine for anybody not waiting.
WaitLevel waitLevel(const DayEntry &entry, const QDateTime &now, const WaitLimits &limits);
//! True for states that take no time of staff any more.
bool isClosed(VisitState state);
//! Its card can be taken to another place: it has not begun.
bool isMovable(VisitState state);

//! What a card says, most important first.
struct CardText {
    QString name;
    QString time; //!< "09:00"
    QString span; //!< "09:00–10:00"
    QString reason;
    QString stage; //!< "Arrived · waiting 08 min"
    QString shortStage; //!< the same for a narrow card: "16 min"
    QStringList notes; //!< what needs attention: "no order yet", "to decide", …
    QString total; //!< "order 2 480.00"; empty = nothing to say
    bool alert = false; //!< the patient has alerts
    bool homonym = false;
    bool decide = false;
    bool sending = false;
    bool failed = false;
};
CardText cardText(const DayEntry &entry, bool homonym, const QDateTime &now, const QTimeZone &zone);

//! The whole card in one sentence, for screen readers; and in lines, for the tool tip.
QString spokenCard(const DayEntry &entry, const CardText &text);
QString cardTip(const DayEntry &entry, const CardText &text);

//! What goes on in a column right now.
struct LiveLine {
    enum class Kind {
        Count, //!< not today: number of appointments
        InTreatment,
        Late, //!< running minutes late
        BusyUntil,
        FreeUntil,
        Free, //!< for the rest of the day
    };
    Kind kind = Kind::Count;
    int count = 0;
    int minutes = 0;
    QDateTime until;
    RoomId room; //!< where the column's surgeon works; empty = not known
    friend bool operator==(const LiveLine &, const LiveLine &) = default;
};
//! Pure. entries may hold other columns' cards; they are left out.
LiveLine liveLine(const DayColumn &column, DayGrouping grouping, const QList<DayEntry> &entries,
                  const QList<BusyBlock> &busy, const QDateTime &now, const QTimeZone &zone);
QString liveLineText(const LiveLine &line, const QString &roomName, const QTimeZone &zone);

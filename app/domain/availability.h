// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/appointment.h"
#include "app/domain/catalogue.h"
#include "app/domain/visit.h"

#include <QTime>

//! Hours of one weekday in the clinic's zone; several spans leave a break between them.
struct OpeningSpan {
    int weekday = 1; //!< 1 = Monday … 7 = Sunday
    QTime from;
    QTime to;
    friend bool operator==(const OpeningSpan &, const OpeningSpan &) = default;
};

//! An appointment's slot with whether it still takes time (cancelled and no-show do not).
struct Taken {
    VisitId visit;
    Slot slot;
    friend bool operator==(const Taken &, const Taken &) = default;
};

struct AvailabilityQuery {
    QDateTime from; //!< UTC: nothing before it
    QDateTime until; //!< UTC
    int minutes = 30;
    int stepMinutes = 15; //!< starts are on this grid of the clinic's local time
    ProviderId provider; //!< empty = any
    RoomId room; //!< empty = any free one
    int limitPerProvider = 6; //!< 0 = all
};

//! Free slots in order of start, then provider. Rooms: the asked one, else the surgeon's last used
//! of the day, else the first free one; a clinic without rooms gives empty rooms.
QList<Slot> freeSlots(const AvailabilityQuery &query, const QList<Provider> &providers,
                      const QList<Room> &rooms, const QList<Taken> &taken,
                      const QList<BusyBlock> &busy, const QList<OpeningSpan> &hours,
                      const QByteArray &timeZone);

//! Why a slot cannot be had, for the conflict question when moving; empty list = free. An
//! appointment never conflicts with itself (except).
struct SlotProblem {
    Q_GADGET

public:
    enum class Kind { SurgeonTaken, RoomTaken, SurgeonBusy, OutsideHours, EndsBeforeStart };
    Q_ENUM(Kind)
    Kind kind = Kind::SurgeonTaken;
    VisitId with; //!< the other visit, for the first two
    friend bool operator==(const SlotProblem &, const SlotProblem &) = default;
};
QList<SlotProblem> slotProblems(const Slot &slot, const VisitId &except, const QList<Taken> &taken,
                                const QList<BusyBlock> &busy, const QList<OpeningSpan> &hours,
                                const QByteArray &timeZone);

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/base/id.h"
#include "app/base/money.h"
#include "app/domain/patient.h"

#include <QDateTime>
#include <QStringList>
#include <optional>

//! Where and when: the part of an appointment that can be moved. Without times it stands in the
//! waiting list for a slot (DentalTap: buffered).
struct Slot {
    ProviderId provider;
    RoomId room; //!< may be empty: not given yet
    QDateTime start; //!< UTC
    QDateTime end; //!< UTC, after start

    bool isGiven() const { return start.isValid(); }
    int minutes() const { return int(start.secsTo(end) / 60); }
    friend bool operator==(const Slot &, const Slot &) = default;
};

//! What of a treatment plan an intervention is booked for.
struct PlannedPart {
    PlanId plan;
    int version = 0; //!< of the plan, as accepted
    QString phase; //!< the source's phase id; empty = items of several phases
    QStringList items; //!< the source's item ids; never empty
    Money deposit; //!< asked for at booking; zero = none
    ProductId depositProduct; //!< that its line names; empty without a deposit
    friend bool operator==(const PlannedPart &, const PlannedPart &) = default;
};

//! A booked (or read-in) appointment. One appointment has one visit, and both share an id.
struct Appointment {
    Q_GADGET

public:
    enum class Kind { WalkIn, Intervention, Control, Other };
    Q_ENUM(Kind)
    //! Who made it: decides which records exist before check-in.
    enum class Origin { Desk, DentalTap, Crm };
    Q_ENUM(Origin)

    VisitId id;
    PatientId patient; //!< empty: a DentalTap patient whom nobody has matched yet
    Slot slot;
    Kind kind = Kind::WalkIn;
    Origin origin = Origin::Desk;
    ProductId product; //!< the act booked, usually the consultation; empty = not known
    std::optional<PlannedPart> part; //!< of an intervention; its lines stand for the product's
    QString reason; //!< words on the card; sealed in the store
    QString note; //!< for the surgeon; sealed in the store
    QString strangerName; //!< name of an unmatched DentalTap patient; sealed in the store
    //! DentalTap's id of a patient without external id; stays when a person has matched them, until
    //! DentalTap itself names the Contact. Sealed in the store.
    QString strangerId;
    Patient stranger; //!< what DentalTap knows of them; last name empty = not read. Sealed.
    friend bool operator==(const Appointment &, const Appointment &) = default;
};

//! Time of a surgeon that is taken by something else than our appointments.
struct BusyBlock {
    ProviderId provider;
    QDateTime start;
    QDateTime end;
    QString eventId; //!< Google event
    friend bool operator==(const BusyBlock &, const BusyBlock &) = default;
};

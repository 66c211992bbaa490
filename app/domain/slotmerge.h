// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/visit.h"

//! When an appointment reached its stages by DentalTap's clock; invalid = not said.
struct StageTimes {
    QDateTime arrived;
    QDateTime seated;
    QDateTime left;
    friend bool operator==(const StageTimes &, const StageTimes &) = default;
};

//! An appointment or event as an outside system shows it, already in our terms.
struct RemoteAppointment {
    Service system = Service::DentalTap;
    QString remoteId;
    QString stamp; //!< version, ETag or Modified_Time
    QDateTime updatedAt; //!< by their clock; invalid = not said
    VisitId visit; //!< our id, where the record carries it (Google's private property); else empty
    QString salesOrderId; //!< DentalTap externalId, or the Event's What_Id; empty = none
    QString contactId; //!< CRM Contact; empty = a patient without external id
    QString strangerRemoteId; //!< DentalTap patient id when contactId is empty
    QString strangerName;
    Patient stranger; //!< what DentalTap knows of them; last name empty = not asked
    //! In the reading, provider and room hold the vendor's ids until ReadingIn maps them to ours.
    Slot slot;
    QString status; //!< DentalTap word; empty for others
    StageTimes times;
    QString reason;
    QString note;
    ProductId product;
    Appointment::Kind kind = Appointment::Kind::Other;
    bool deleted = false;
    friend bool operator==(const RemoteAppointment &, const RemoteAppointment &) = default;
};

//! What a remote reading means for where and when.
enum class SlotVerdict {
    Same, //!< nothing new (or only our own echo)
    Adopt, //!< only they changed: ours follows, the other systems are told
    Conflict, //!< both changed, differently: a person decides
};

//! No PC clock decides: agreed is the last value that this system and we had in common
//! (architecture.md section 3).
SlotVerdict mergedSlot(const Slot &ours, const Slot &agreed, const Slot &theirs);

//! Takes over a status that somebody set in DentalTap, when it differs from the last agreed one.
//! completed raises readyToExit; a visit that is exiting or closed is left alone. The stages' times
//! are those that DentalTap names, never later than now; a stage that has just been reached without
//! a time was reached now. Returns the visit unchanged when there is nothing to take.
Visit withRemoteStatus(const Visit &visit, const QString &agreed, const QString &theirs,
                       const StageTimes &times, const QDateTime &now);

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/money.h"

#include <QDateTime>
#include <QList>
#include <optional>

//! What Open Dental keeps, as its API has it (open-dental-api.md). Date-times are the office's wall
//! clock, carried with the spec UTC: see instantOf(). Words of an enumeration stay text: the
//! program may know more of them than we do.
namespace opendental {

//! A primary key; 0 = none. The program may use random 64-bit keys.
using Key = qint64;

struct TreatPlan {
    Key number = 0;
    Key patient = 0;
    QDate date; //!< invalid while Active or Inactive
    QString heading;
    std::optional<QString> note; //!< some answers leave it out
    bool topazSignature = false;
    Key responsible = 0;
    Key document = 0; //!< the PDF made at signing
    QString status; //!< Saved, Active, Inactive
    Key enteredBy = 0;
    QDate enteredOn;
    QDateTime changedAt; //!< one-second resolution
    Key presenter = 0;
    QString type; //!< Insurance, Discount
    QDateTime signedAt;
    QDateTime practiceSignedAt;
    QString signatureText;
    QString practiceText;
    bool isSignedByPatient = false;
    bool isSignedByPractice = false;

    bool isSaved() const;
    bool isActive() const;
    bool isInactive() const;
    bool isSigned() const { return isSignedByPatient || isSignedByPractice; }
    //! The automatic collection of what no plan has.
    bool isUnassigned() const;
    friend bool operator==(const TreatPlan &, const TreatPlan &) = default;
};

//! A live procedure's place in an Active or Inactive plan.
struct PlanAttach {
    Key number = 0;
    Key plan = 0;
    Key procedure = 0;
    Key priority = 0; //!< a definition of category 20
    QString priorityText;
    friend bool operator==(const PlanAttach &, const PlanAttach &) = default;
};

//! A frozen copy of a procedure in a Saved plan.
struct ProcTp {
    Key number = 0;
    Key plan = 0;
    Key patient = 0;
    Key original = 0; //!< the live procedure
    int order = 0;
    Key priority = 0;
    QString priorityText;
    QString tooth; //!< display text in the office's numbering
    QString surfaces; //!< display text
    QString code;
    QString description;
    Money fee;
    Money patientAmount;
    Money discount;
    Key provider = 0;
    friend bool operator==(const ProcTp &, const ProcTp &) = default;
};

//! A live procedure.
struct Procedure {
    Key number = 0;
    Key patient = 0;
    Key appointment = 0;
    QDate date;
    Money fee;
    Money discount;
    QString surfaces; //!< codes of the database
    QString tooth; //!< Universal, always
    QString toothRange;
    Key priority = 0;
    QString priorityText;
    QString status; //!< TP, C, EC, EO, R, D, Cn, TPi
    Key provider = 0;
    QString code;
    QString description;
    int quantity = 1;
    QDateTime changedAt;
    friend bool operator==(const Procedure &, const Procedure &) = default;
};

struct Patient {
    Key number = 0;
    QString lastName;
    QString firstName;
    QDate birthDate; //!< invalid = unknown
    QString chartNumber; //!< at most 15 characters
    QString status; //!< Patient, Archived, …
    friend bool operator==(const Patient &, const Patient &) = default;
};

struct Appointment {
    Key number = 0;
    Key patient = 0;
    QString status; //!< Scheduled, Complete, UnschedList, Broken, Planned, …
    QString pattern; //!< five minutes a sign
    Key room = 0;
    Key provider = 0;
    QDateTime start;
    QString note;
    Key confirmed = 0;
    friend bool operator==(const Appointment &, const Appointment &) = default;
};

struct FreeTime {
    QDateTime start;
    QDateTime end;
    Key provider = 0;
    Key room = 0;
    friend bool operator==(const FreeTime &, const FreeTime &) = default;
};

//! What the API is told to send to us (section 9).
struct Subscription {
    Key number = 0;
    QString endPointUrl;
    QString workstation; //!< the machine that fires
    QString watchTable; //!< of database events
    QString uiEventType; //!< of window events
    int pollingSeconds = 0;
    friend bool operator==(const Subscription &, const Subscription &) = default;
};

//! That moment of the office's clock in UTC; invalid for an invalid one.
QDateTime instantOf(const QDateTime &officeTime, const QByteArray &timeZone);

} // namespace opendental

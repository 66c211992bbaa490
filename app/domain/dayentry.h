// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delivery.h"

//! One card of the day view: an appointment, its visit and what the card shows of the patient.
struct DayEntry {
    Appointment appointment;
    Visit visit;
    QString patientName; //!< empty = locked (no key) or unknown
    QDate birthDate;
    QString phone;
    QStringList alerts;
    bool hasOrder = false; //!< a Commande exists or is on its way; else "no order yet"
    bool sending = false; //!< outbox rows of the visit are waiting
    bool failed = false; //!< an outbox row of the visit needs attention
    Money total; //!< of the lines shown; no currency code = no lines yet
    friend bool operator==(const DayEntry &, const DayEntry &) = default;
};

//! One row of the outbox as shown in Activity, in the visit panel and by `outbox list`.
struct OutboxRow {
    Q_GADGET

public:
    enum class State { Waiting, Sending, Failed, Done, Dropped };
    Q_ENUM(State)

    qint64 id = 0;
    Service service = Service::None;
    QString command; //!< commandName
    VisitId visit;
    PatientId patient;
    State state = State::Waiting;
    int attempts = 0;
    QDateTime created;
    QDateTime nextTry; //!< UTC; invalid = as soon as possible
    QDateTime finished; //!< when Done
    std::optional<Error> error; //!< the last one
    QList<qint64> after; //!< rows it waits for
    friend bool operator==(const OutboxRow &, const OutboxRow &) = default;
};

//! An open item with whose it is, for the office's list.
struct OpenItemOfVisit {
    VisitId visit;
    VisitState state = VisitState::Invoiced;
    QString patientName; //!< empty = locked
    QDateTime visitStart; //!< UTC
    OpenItem item;
    friend bool operator==(const OpenItemOfVisit &, const OpenItemOfVisit &) = default;
};

//! Everything the visit panel, the exit sheet and `visit show` need.
struct VisitDetail {
    DayEntry entry;
    Patient patient;
    Provider provider;
    Room room;
    OrderLines lines;
    SalesOrder order;
    Links patientLinks;
    Links visitLinks;
    QList<OutboxRow> rows; //!< not Done ones of the visit and its patient
    CrmInvoice invoice;
    QList<OpenItem> openItems; //!< not settled ones of a visit that is over
    QList<Supplement> supplements; //!< oldest first
    friend bool operator==(const VisitDetail &, const VisitDetail &) = default;
};

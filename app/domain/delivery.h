// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/appointment.h"
#include "app/domain/command.h"
#include "app/domain/invoice.h"
#include "app/domain/patient.h"
#include "app/domain/treatmentplan.h"
#include "app/domain/visit.h"

#include <QHash>
#include <QJsonObject>

namespace links {
Q_NAMESPACE

//! A record of an outside system that one of ours is linked with.
enum class RecordKind {
    Contact, //!< of a patient
    DentalTapPatient, //!< of a patient
    QuickBooksCustomer, //!< of a patient
    DentalDesktopPatient, //!< of a patient: the integration id; number = the station's name
    OpenDentalPatient, //!< of a patient: PatNum
    Deal, //!< of a visit, as all below
    Quote,
    SalesOrder,
    CrmEvent,
    CrmInvoice,
    DentalTapAppointment,
    CalendarEvent,
    QuickBooksInvoice,
};
Q_ENUM_NS(RecordKind)
} // namespace links
using links::RecordKind;

//! The system that holds records of that kind.
Service serviceOf(RecordKind kind);

//! An id out there and what is known of its version.
struct RemoteLink {
    RecordKind kind = RecordKind::Contact;
    QString remoteId; //!< Google: the event id
    QString stamp; //!< ETag, version, SyncToken or Modified_Time; empty = unknown
    QString number; //!< what people call it: SO number, invoice number, calendar id for events
    friend bool operator==(const RemoteLink &, const RemoteLink &) = default;
};
using Links = QHash<RecordKind, RemoteLink>;

//! One row of the outbox while it is being delivered.
struct OutboxItem {
    qint64 id = 0;
    QString stream;
    QString
        key; //!< exactly-once key of this row; the same for every retry without a definite answer
    int keyCounter = 0; //!< advanced only by a definite refusal
    Command command;
    QByteArray payload; //!< prepared once, sealed in the store; empty = not prepared yet
    int attempts = 0; //!< counts the present one; above 1 = an earlier send may have happened
    VisitId visit;
    PatientId patient;
};

//! Where, when and how far an appointment was when a system and we last had the same.
struct AgreedState {
    Slot slot;
    QString status; //!< DentalTap word; empty for others
    friend bool operator==(const AgreedState &, const AgreedState &) = default;
};

//! What a command about a treatment plan needs.
struct PlanFacts {
    PlanVersion version;
    QList<OrderLine> lines; //!< of the Devis, or of an intervention's Commande: mark "plan:<item>"
    QString deal; //!< of the consultation; empty = none known
    QByteArray document; //!< of AttachProposal: the PDF
    QString documentName; //!< names no person
};

//! Everything a connector may need, read in one transaction just before the first send.
struct Facts {
    Patient patient;
    Appointment appointment;
    Visit visit;
    Provider provider;
    Room room;
    Product product; //!< the booked act
    Links patientLinks;
    Links visitLinks;
    QHash<Service, AgreedState> agreed; //!< per system that has the appointment; missing = unknown
    SalesOrder order; //!< as last read; id empty = never
    SalesOrder lastSent; //!< lines as we last agreed with the CRM
    OrderLines lines; //!< what is shown now; for the final update what was confirmed
    QString actsDigest; //!< digest of the acts that the confirmation rests on (see ConfirmLines)
    CrmInvoice invoice; //!< id empty = not converted yet
    Supplement supplement; //!< that the command is about; id empty = none. Then order, lines,
                           //!< invoice and total are its own, and so are the links of its records
    Links supplementLinks;
    std::optional<PlanFacts> plan; //!< of a plan's command, and of an intervention's booking
    bool contactIsNew = false; //!< no Contact yet: BookInCrm makes it
    bool contactChanged = false;
    bool dealHasOtherOrders = false; //!< another live or invoiced order hangs on the same Affaire
    Currency currency;
    QByteArray timeZone; //!< the clinic's
};

//! What a delivered command brought back.
struct Receipt {
    enum class Outcome {
        Done,
        LinesChanged, //!< the acts differ from what was confirmed: the visit returns for
                      //!< confirmation
        TotalDiffers, //!< the CRM's total differs from the confirmed one
    };

    Outcome outcome = Outcome::Done;
    Links patientLinks; //!< new or re-stamped
    Links visitLinks;
    QList<RecordKind> unlinked; //!< records of the visit that are gone now
    std::optional<SalesOrder> order; //!< fresh snapshot
    std::optional<SalesOrder> agreed; //!< of a command that wrote lines: see agreedOrder
    std::optional<QList<RecordedAct>> acts; //!< fresh read
    std::optional<CrmInvoice> invoice;
    std::optional<QuoteReading> quote; //!< of PutQuote: the Devis as it stands now
    QString note; //!< words for people: outcome is not Done, or a cancel found an invoice
};

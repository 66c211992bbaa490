// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/base/id.h"

#include <QByteArray>
#include <variant>

// What must reach an outside system. A command names our ids only, so it holds no personal data;
// everything else is read as Facts just before the first send (architecture.md section 4).

//! Contact, Affaire, Devis, Commande and Event of a visit in one composite; adopts what exists.
struct BookInCrm {
    VisitId visit;
    friend bool operator==(const BookInCrm &, const BookInCrm &) = default;
};
//! The Event's new time, surgeon and room in the CRM, after a move; makes it anew after an undone
//! cancel.
struct PutCrmEvent {
    VisitId visit;
    friend bool operator==(const PutCrmEvent &, const PutCrmEvent &) = default;
};
//! Our twins' ids into Contact and Commande; reads the order's lines in the same call.
struct LinkInCrm {
    VisitId visit;
    friend bool operator==(const LinkInCrm &, const LinkInCrm &) = default;
};
//! Commande cancelled; Affaire and consultation Devis lost where nothing else hangs on them; Event
//! deleted unless closing without charge.
struct CancelInCrm {
    Q_GADGET

public:
    enum class Why { Cancelled, NoShow, NoCharge };
    Q_ENUM(Why)

    VisitId visit;
    Why why = Why::Cancelled;
    friend bool operator==(const CancelInCrm &, const CancelInCrm &) = default;
};
//! Undo of a cancel: Commande created again, Affaire and Devis open again.
struct ReviveInCrm {
    VisitId visit;
    friend bool operator==(const ReviveInCrm &, const ReviveInCrm &) = default;
};
//! A changed patient's fields into the Contact.
struct PutContact {
    PatientId patient;
    friend bool operator==(const PutContact &, const PutContact &) = default;
};
//! The patient's twin in DentalTap, made once, from the Contact; or (claim) a patient of
//! DentalTap's that a person has matched gets the Contact id.
struct PutDentalTapPatient {
    PatientId patient;
    bool claim = false;
    friend bool operator==(const PutDentalTapPatient &, const PutDentalTapPatient &) = default;
};
//! The appointment in DentalTap: made, or moved to the slot of now.
struct PutDentalTapAppointment {
    VisitId visit;
    bool create = true;
    friend bool operator==(const PutDentalTapAppointment &,
                           const PutDentalTapAppointment &) = default;
};
//! Our order's id into an appointment that DentalTap has already: made there, and booked by
//! reception at check-in (crm-schema.md, DentalTap `externalId`).
struct LinkInDentalTap {
    VisitId visit;
    friend bool operator==(const LinkInDentalTap &, const LinkInDentalTap &) = default;
};
//! A stage of the visit as DentalTap's status word.
struct PutDentalTapStatus {
    VisitId visit;
    QString status; //!< scheduled, confirmed, arrived, inTreatment, completed, cancelled, noShow
    friend bool operator==(const PutDentalTapStatus &, const PutDentalTapStatus &) = default;
};
//! The event in the surgeon's Google calendar: made (generation in its id) or moved.
struct PutCalendarEvent {
    VisitId visit;
    int generation = 1;
    bool create = true;
    friend bool operator==(const PutCalendarEvent &, const PutCalendarEvent &) = default;
};
struct DeleteCalendarEvent {
    VisitId visit;
    int generation = 1;
    friend bool operator==(const DeleteCalendarEvent &, const DeleteCalendarEvent &) = default;
};
//! The acts recorded so far onto the Commande; final at exit: planned lines go, status approved.
struct UpdateSalesOrder {
    VisitId visit;
    bool final = false;
    friend bool operator==(const UpdateSalesOrder &, const UpdateSalesOrder &) = default;
};
//! A fresh read of the acts, compared with the digest that staff confirmed.
struct ConfirmLines {
    VisitId visit;
    friend bool operator==(const ConfirmLines &, const ConfirmLines &) = default;
};
//! Commande → Facture, once.
struct ConvertToInvoice {
    VisitId visit;
    friend bool operator==(const ConvertToInvoice &, const ConvertToInvoice &) = default;
};
//! The patient's twin in QuickBooks.
struct PutQuickBooksCustomer {
    PatientId patient;
    friend bool operator==(const PutQuickBooksCustomer &, const PutQuickBooksCustomer &) = default;
};
//! The Facture in the ledger, one line per (Class, tax code).
struct PostQuickBooksInvoice {
    VisitId visit;
    friend bool operator==(const PostQuickBooksInvoice &, const PostQuickBooksInvoice &) = default;
};
//! The ledger's id into the Facture, the Commande delivered.
struct CloseInCrm {
    VisitId visit;
    friend bool operator==(const CloseInCrm &, const CloseInCrm &) = default;
};
//! A linked patient's changed fields into Dental Desktop, silently.
struct PutDentalDesktopPatient {
    PatientId patient;
    QString site; //!< which server; empty = the main one
    friend bool operator==(const PutDentalDesktopPatient &,
                           const PutDentalDesktopPatient &) = default;
};

//! A supplementary Commande of acts recorded after the exit, on the Affaire and Devis of the
//! visit's Commande; one by its Vestibule_Ref, whoever asks (architecture.md section 5, point 7).
struct AddSupplement {
    VisitId visit;
    QString supplement;
    friend bool operator==(const AddSupplement &, const AddSupplement &) = default;
};
//! Its Facture, once.
struct ConvertSupplement {
    VisitId visit;
    QString supplement;
    friend bool operator==(const ConvertSupplement &, const ConvertSupplement &) = default;
};
//! Its Facture in the ledger.
struct PostSupplement {
    VisitId visit;
    QString supplement;
    friend bool operator==(const PostSupplement &, const PostSupplement &) = default;
};
//! The ledger's id into its Facture, its Commande delivered.
struct CloseSupplement {
    VisitId visit;
    QString supplement;
    friend bool operator==(const CloseSupplement &, const CloseSupplement &) = default;
};

//! The Devis of a plan's version: made, or brought to the lines and the stage that the version has
//! here.
struct PutQuote {
    PatientId patient;
    PlanId plan;
    int version = 0;
    friend bool operator==(const PutQuote &, const PutQuote &) = default;
};
//! A proposal's PDF, as it was shown or signed, beside its Devis.
struct AttachProposal {
    PatientId patient;
    PlanId plan;
    int version = 0;
    QString document; //!< ours
    friend bool operator==(const AttachProposal &, const AttachProposal &) = default;
};
//! The Devis' id into DentalTap's plan, where DentalTap can keep it (dentaltap.md section 5.6).
struct LinkDentalTapPlan {
    PatientId patient;
    PlanId plan;
    int version = 0;
    friend bool operator==(const LinkDentalTapPlan &, const LinkDentalTapPlan &) = default;
};
//! The signatures taken here into Open Dental's saved plan (open-dental-api.md section 2.2).
struct SignOpenDentalPlan {
    PatientId patient;
    PlanId plan;
    int version = 0;
    friend bool operator==(const SignOpenDentalPlan &, const SignOpenDentalPlan &) = default;
};

using Command =
    std::variant<BookInCrm, PutCrmEvent, LinkInCrm, CancelInCrm, ReviveInCrm, PutContact,
                 PutDentalTapPatient, PutDentalTapAppointment, LinkInDentalTap, PutDentalTapStatus,
                 PutCalendarEvent, DeleteCalendarEvent, UpdateSalesOrder, ConfirmLines,
                 ConvertToInvoice, PutQuickBooksCustomer, PostQuickBooksInvoice, CloseInCrm,
                 AddSupplement, ConvertSupplement, PostSupplement, CloseSupplement,
                 PutDentalDesktopPatient, PutQuote, AttachProposal, LinkDentalTapPlan,
                 SignOpenDentalPlan>;

//! The system a command goes to.
Service serviceOf(const Command &command);
//! The command's name as stored and shown in lists of the command line: "BookInCrm", …
QString commandName(const Command &command);
//! The visit or patient it is about; the other id is empty.
VisitId visitOf(const Command &command);
PatientId patientOf(const Command &command);
//! The supplementary invoice that it is about; empty for every other command.
QString supplementOf(const Command &command);
//! The treatment plan that it is about; empty for every other command.
PlanId planOf(const Command &command);
//! Commands of one stream are delivered in order: "visit:<id>/<service>" or
//! "patient:<id>/<service>". Streams of one visit are apart per system, so that one system's outage
//! holds up only what depends on it. A supplementary invoice is a stream of its own: what is left
//! of the first one never goes with it. A plan's are "plan:<id>/<service>".
QString streamOf(const Command &command);
//! Storage form: a JSON object of ids and words, no personal data.
QByteArray commandToJson(const Command &command);
Result<Command> commandFromJson(const QByteArray &json);

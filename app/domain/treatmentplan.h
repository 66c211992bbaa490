// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/salesorder.h"

#include <QDate>
#include <optional>

// What a surgeon proposes to a patient, as a system of plans has it, and what the clinic has made
// of it: versions that were shown, signed, accepted and booked.

namespace plans {
Q_NAMESPACE

//! Which system a plan comes from; the first part of its id.
enum class Source { DentalTap, OpenDental };
Q_ENUM_NS(Source)

//! What the source says of the plan as a whole (dentaltap.md section 5.6). Open Dental's: Inactive
//! and Active are Draft and Proposed, Saved is Proposed, with a patient's signature Accepted.
enum class Status {
    Draft,
    Proposed,
    Accepted,
    PartiallyAccepted,
    Declined,
    InProgress,
    Completed,
    Archived
};
Q_ENUM_NS(Status)

enum class ItemState { Planned, Done, Cancelled };
Q_ENUM_NS(ItemState)

//! What the desk and the patient have decided about one version.
enum class Decision {
    Open, //!< follows the source; its Devis is rewritten with it
    Accepted,
    PartiallyAccepted,
    Declined,
    Replaced, //!< a later version was accepted
};
Q_ENUM_NS(Decision)

enum class Signer { Patient, Practice };
Q_ENUM_NS(Signer)
} // namespace plans

//! One act of a plan.
struct PlanItem {
    QString id; //!< the source's
    QString treatmentId; //!< the source's treatment or procedure code id
    ProductId product; //!< empty = the catalogue does not know it: no Devis until somebody chooses
    QString code; //!< house or procedure code
    QString label;
    QStringList teeth; //!< FDI; anything else as it came
    QStringList surfaces;
    Thousandths quantity = 1000;
    Money unitPrice;
    Thousandths discountPercent = 0; //!< 10 % is 10000
    plans::ItemState state = plans::ItemState::Planned;

    //! quantity × price − discount, rounded once; what is cancelled counts too.
    Money amount() const;
    friend bool operator==(const PlanItem &, const PlanItem &) = default;
};

struct PlanPhase {
    QString id;
    int order = 0;
    QString title;
    QDate plannedDate; //!< invalid = not said
    int minutes = 0; //!< 0 = not said
    QList<PlanItem> items;
    friend bool operator==(const PlanPhase &, const PlanPhase &) = default;
};

struct TreatmentPlan {
    PlanId id; //!< "dentaltap:310", "opendental:57"
    QString remotePatient; //!< the source's patient id
    PatientId patient; //!< empty = nobody has matched them yet
    ProviderId provider; //!< empty = not said
    VisitId visit; //!< the consultation it comes from; empty = not known here
    QString stamp; //!< the source's version or time of change
    QDateTime updatedAt; //!< UTC
    QString title;
    QString note;
    plans::Status status = plans::Status::Proposed;
    QString statusReason;
    QDate validUntil;
    QList<PlanPhase> phases; //!< in their order
    std::optional<Money> statedTotal; //!< the source's; shown where ours differs
    bool automatic = false; //!< Open Dental's "Unassigned": shown, never a Devis
    bool gone = false; //!< deleted in the source

    plans::Source source() const;
    //! The source's own id.
    QString remoteId() const;
    QList<PlanItem> items() const;
    //! Of what is not cancelled, without tax.
    Money total(const Currency &currency) const;
    friend bool operator==(const TreatmentPlan &, const TreatmentPlan &) = default;
};

//! The id of a source's plan.
PlanId planId(plans::Source source, const QString &remoteId);

//! A Devis as it stands in the CRM.
struct QuoteReading {
    QString id;
    QString number;
    QString stage; //!< the CRM's word
    QString modifiedTime; //!< as the CRM wrote it
    Money total; //!< with tax
    bool converted = false;
    QString deal; //!< its Affaire
    QList<OrderLine> agreed; //!< lines with the amounts that they last had from us; only PutQuote
                             //!< knows them
    friend bool operator==(const QuoteReading &, const QuoteReading &) = default;
};

//! A signature given at the desk, bound to exactly what was shown.
struct PlanSignature {
    QString id; //!< ours
    plans::Signer by = plans::Signer::Patient;
    QString name; //!< as typed
    QByteArray drawing; //!< SVG path data of a drawn one; empty = typed
    QByteArray digest; //!< planDigest() of what was shown
    QString language; //!< of what was shown: "fr", "en"
    int items = 0;
    Money total;
    QDateTime signedAt; //!< UTC
    StaffId witness;
    friend bool operator==(const PlanSignature &, const PlanSignature &) = default;
};

//! An intervention booked for a part of a version.
struct PlanBooking {
    VisitId visit;
    QString phase;
    QStringList items;
    friend bool operator==(const PlanBooking &, const PlanBooking &) = default;
};

//! What was proposed at one time: has a Devis of its own.
struct PlanVersion {
    PlanId plan;
    int number = 1;
    TreatmentPlan content; //!< of an Open one as last read, else as it was decided on
    plans::Decision decision = plans::Decision::Open;
    QStringList acceptedItems; //!< of a partly accepted one; empty = all
    QDateTime decidedAt; //!< UTC
    StaffId decidedBy; //!< empty = in the CRM or in the source
    QString reason; //!< of a refusal
    QList<PlanSignature> signatures; //!< those of another digest are of what stood here before
    QuoteReading quote; //!< id empty = none yet
    bool quoteForReview = false; //!< the plan lost all its items: a person decides about the Devis
    QString blocked; //!< why there is no Devis, in words; empty = nothing is in its way
    QList<PlanBooking> bookings;

    //! The items that the patient has accepted; none of an open, declined or replaced version.
    QList<PlanItem> accepted() const;
    //! Accepted, not done, and in no booking that stands.
    QList<PlanItem> toBook() const;
    friend bool operator==(const PlanVersion &, const PlanVersion &) = default;
};

//! A plan with all that became of it.
struct PlanRecord {
    TreatmentPlan current; //!< as its source had it last
    QList<PlanVersion> versions; //!< oldest first; never empty
    QDateTime readAt; //!< UTC

    const PlanVersion &latest() const { return versions.last(); }
    //! The source has changed the plan since its latest version was decided on or signed.
    bool hasChanged() const;
    friend bool operator==(const PlanRecord &, const PlanRecord &) = default;
};

//! SHA-256 over exactly what is proposed: version, items (act, teeth, surfaces, quantity, price,
//! discount, order), total and language of the document.
QByteArray planDigest(const PlanVersion &version, const QString &language,
                      const Currency &currency);

//! One line of the sheet that shows what changed between two states of a plan.
struct PlanDifference {
    Q_GADGET

public:
    enum class Kind { Added, Removed, Changed };
    Q_ENUM(Kind)
    Kind kind = Kind::Changed;
    PlanItem before; //!< of Removed and Changed
    PlanItem after; //!< of Added and Changed
    friend bool operator==(const PlanDifference &, const PlanDifference &) = default;
};
//! By item id, in the order of after, what is gone last. An item that was done meanwhile is no
//! difference.
QList<PlanDifference> planDifferences(const TreatmentPlan &before, const TreatmentPlan &after);

//! A plan's item as a line of a Devis or Commande, marked "plan:<item>".
OrderLine planLine(const PlanItem &item, const QList<Product> &catalogue, const Currency &currency);

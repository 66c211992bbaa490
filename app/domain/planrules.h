// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/remoteplan.h"
#include "app/domain/visit.h"

#include <QHash>
#include <QSet>

// What happens to treatment plans. Pure values; the store calls the rules inside the transaction
// that writes their answer.

//! What the rules below look at.
struct PlanContext {
    PlanRecord record; //!< versions empty = the plan is not known here yet
    //! Versions with a PutQuote, or LinkDentalTapPlan, that certainly was not carried out: it takes
    //! what is new by itself.
    QSet<int> unsentQuotes;
    QSet<int> unsentLinks;
    QSet<int> undelivered; //!< versions with a PutQuote whose receipt is missing
    QHash<int, PlanQuote> quotes; //!< every Devis of the plan that is known, by version
    Currency currency;
};

//! What one act, or one reading, changes: written in one transaction with its audit row.
struct PlanTransition {
    PlanRecord record;
    QList<Planned> commands;
    QString action; //!< audit word: "plan-accept", …; empty = a reading
    QString detail; //!< for the audit: ids and words, no person
    bool changed = false; //!< false: only the time of reading
};

//! A fresh reading of the source. An open, unsigned version follows it, decided or signed ones
//! stand; accepted and declined there is taken over where it changed. A reading older than the
//! known one changes nothing.
PlanTransition planRead(const PlanContext &context, const TreatmentPlan &fresh,
                        const QDateTime &now);

//! items empty = all. shown: planDigest() of what stood on the screen; Conflict when it is another
//! by now. Earlier versions are replaced.
Result<PlanTransition> acceptPlan(const PlanContext &context, const QStringList &items,
                                  const QByteArray &shown, const QString &language,
                                  const StaffId &by, const QDateTime &now);
Result<PlanTransition> declinePlan(const PlanContext &context, const QString &why,
                                   const StaffId &by, const QDateTime &now);
//! Back to Open; refused while anything of it is booked or done.
Result<PlanTransition> reopenPlan(const PlanContext &context);
//! What the source has now as the next version.
Result<PlanTransition> makePlanVersion(const PlanContext &context);
//! signature's name, signer, drawing and language as given; the rest is filled in here.
Result<PlanTransition> signPlan(const PlanContext &context, PlanSignature signature,
                                const QByteArray &shown, const StaffId &witness,
                                const QDateTime &now);
//! Acts became products: what the catalogue did not know by that key (see productKey) is product.
PlanTransition productChosen(const PlanContext &context, const QString &key,
                             const ProductId &product);
//! The Devis of a version was read in the CRM; won and lost are taken over where the stage changed.
//! A version that waits to be written there is left alone.
PlanTransition quoteRead(const PlanContext &context, const PlanQuote &news, const QDateTime &now);

//! What a source's act is known by when a person says which product it is: its code, else the
//! source's treatment.
QString productKey(const PlanItem &item);

//! Which of the items booked for a visit its recorded acts have performed: an act takes one item,
//! by its own id, else of the same product and teeth, else of the same product without a tooth.
QStringList performedItems(const QList<PlanItem> &booked, const QList<RecordedAct> &acts);
//! These items of the version are done, whatever the source says.
void showPerformed(PlanVersion &version, const QSet<QString> &items);

//! The version's lines for its Devis: all that is not cancelled, or only those items.
QList<OrderLine> planLines(const PlanVersion &version, const QStringList &onlyItems,
                           const QList<Product> &catalogue, const Currency &currency);

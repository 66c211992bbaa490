// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/opendental/values.h"

#include <QJsonObject>

//! Who may change what when (open-dental-api.md section 2.3): refused here, in words, before
//! anything is sent.
namespace opendental {

//! What a plan is made of; what is left out takes the office's own default.
struct NewPlan {
    Key patient = 0;
    std::optional<QString> heading;
    std::optional<QString> note;
    std::optional<QString> type;

    NewPlan() = default;
    explicit NewPlan(Key of) : patient(of) { }
    QJsonObject toJson() const;
};

//! A partial change: what is left out stays.
struct PlanChange {
    std::optional<QDate> date;
    std::optional<QString> heading;
    std::optional<QString> note;
    std::optional<Key> responsible;
    std::optional<QString> type;

    PlanChange() = default;
    bool isEmpty() const;
    QJsonObject toJson() const;
    //! The plan has it all already.
    bool isIn(const TreatPlan &plan) const;
};

enum class Signer { Patient, Practice };

Result<void> mayMake(const NewPlan &plan);
Result<void> mayChange(const TreatPlan &plan, const PlanChange &change);
//! Signing and taking a signature back.
Result<void> maySign(const TreatPlan &plan);
Result<void> maySaveCopy(const TreatPlan &plan);
//! A signed one only when somebody has confirmed it.
Result<void> mayDelete(const TreatPlan &plan, bool confirmed);
Result<void> mayAttach(const TreatPlan &plan);
Result<void> mayChangeItems(const TreatPlan &plan);

//! Each patient's first Active plan; further ones, which the program demotes when somebody opens
//! the patient, as Inactive.
QList<TreatPlan> withOneActive(QList<TreatPlan> plans);
//! Each number once, as it came last, in the order of their numbers.
QList<TreatPlan> eachOnce(const QList<TreatPlan> &plans);

//! The words at the desk: "Saved", "Active", "Inactive", "Insurance", "Discount", "Unassigned".
QString statusWord(const TreatPlan &plan);
QString typeWord(const TreatPlan &plan);
//! "signed on 22/11/2026", both signatures; empty = unsigned.
QString signatureWord(const TreatPlan &plan);
//! Of the frozen items; what the patient pays.
Money patientTotal(const QList<ProcTp> &items, const Currency &currency);

} // namespace opendental

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/tooth.h"
#include "app/domain/treatmentplan.h"
#include "ui/visit/chips.h"

#include <QTimeZone>

//! What is said of treatment plans, in the language of the window.
namespace planwords {

//! A word and the colour that says the same.
struct Standing {
    QString text;
    Chips::Tone tone = Chips::Tone::Quiet;
};

//! "Plan B · version 2"; the number stands where there is more than one or it is signed.
QString title(const PlanRecord &record, const PlanVersion &version);
//! What it comes to in a few words: its note, else its phases.
QString summary(const TreatmentPlan &plan);
//! What was decided; of an undecided one, how far it is.
Standing decision(const PlanVersion &version, const Currency &currency, const QTimeZone &zone);
//! "Phase 2 · Crowns"; number counts from 1.
QString phaseTitle(const PlanPhase &phase, int number);
Standing phase(const PlanVersion &version, const PlanPhase &phase);
QString itemState(const PlanVersion &version, const PlanItem &item);
//! The teeth as the clinic writes them; what is no tooth as it came; a dash for none.
QString teeth(const PlanItem &item, teeth::Notation notation);
QString surfaces(const PlanItem &item);
//! "36, 46 · Implant, placement".
QString item(const PlanItem &item, teeth::Notation notation);
//! "Quote D-1989", "quote on its way", "no quote".
QString quote(const PlanVersion &version);
//! What is on its way to the CRM for a patient's plans.
struct Delivery {
    bool waiting = false;
    QString failure; //!< in words; empty = none failed
    friend bool operator==(const Delivery &, const Delivery &) = default;
};
//! Where its Devis stands, in a few words: "Draft · in step".
Standing quoteStanding(const PlanVersion &version, const Delivery &delivery);
QString source(const TreatmentPlan &plan);
//! "English", "French".
QString language(const QString &code);
QString signer(plans::Signer by);
//! The signature is of exactly what stands there.
bool isOfThis(const PlanSignature &signature, const PlanVersion &version, const Currency &currency);
//! "Version 2, French, 5 items, Rs 4,260.00".
QString shown(int version, const QString &language, int items, const Money &total);
//! "crown 46 now 920.00", "crown 47 added".
QString difference(const PlanDifference &difference, teeth::Notation notation);
//! Items that are proposed: all but the cancelled ones.
int itemCount(const TreatmentPlan &plan);
//! What of it was done, without tax.
Money done(const PlanVersion &version, const Currency &currency);

} // namespace planwords

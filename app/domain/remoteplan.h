// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/treatmentplan.h"

//! A plan as its source has it, with the ids over there by which the people and the appointment in
//! it are found here. The plan's own patient, provider and visit are empty until then.
struct RemotePlan {
    TreatmentPlan plan;
    QString contactId; //!< of the patient in the CRM, where the source knows it
    QString chartNumber; //!< of the patient in the source: the head of the Contact's id is cut off
    QString providerId; //!< the source's
    QString appointmentId; //!< the source's, of the consultation
    QString unreadable; //!< why its content cannot be taken over, in words; empty = it can
    friend bool operator==(const RemotePlan &, const RemotePlan &) = default;
};

//! A version's Devis as the CRM has it, and what its stage means there.
struct PlanQuote {
    Q_GADGET

public:
    enum class Meaning { Open, Won, Lost };
    Q_ENUM(Meaning)

    PlanId plan;
    int version = 1;
    QuoteReading quote;
    Meaning meaning = Meaning::Open;
    friend bool operator==(const PlanQuote &, const PlanQuote &) = default;
};

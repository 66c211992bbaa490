// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/opendental/rules.h"
#include "app/domain/remoteplan.h"

namespace opendental {

//! How an office writes what we read.
struct PlanTerms {
    QString toothNumbering; //!< of saved plans
    QByteArray timeZone;
    Currency currency;

    PlanTerms() = default;
};

//! An Active or Inactive plan: its attached procedures as they live. Acts that were deleted are
//! left out; those of one priority are a phase.
RemotePlan livePlan(const TreatPlan &plan, const QList<PlanAttach> &attaches,
                    const QList<Procedure> &procedures, const PlanTerms &terms);
//! A Saved plan: its frozen items at what the patient pays; done where the live procedure is.
RemotePlan savedPlan(const TreatPlan &plan, const QList<ProcTp> &items,
                     const QList<Procedure> &procedures, const PlanTerms &terms);

} // namespace opendental

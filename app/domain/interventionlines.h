// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/appointment.h"
#include "app/domain/treatmentplan.h"

//! The lines that an intervention is booked with: its items as the version proposes them, and the
//! deposit. A deposit is money on account, not a sale: its line names the amount and takes it off
//! again, so that neither Commande nor Facture change by it; like a planned line it goes at exit.
//! The payment itself is the ledger's.
QList<OrderLine> interventionLines(const PlannedPart &part, const TreatmentPlan &content,
                                   const QList<Product> &catalogue, const Currency &currency);

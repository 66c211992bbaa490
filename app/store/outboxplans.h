// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delivery.h"
#include "app/store/seal.h"

#include <QSqlDatabase>

// What the outbox knows of treatment plans: facts before the first send, and receipts.
namespace rows {

//! Facts::plan of a command about a plan, or of a visit that is booked for a part of one; nothing
//! for all others. facts.appointment and facts.currency are read already.
Result<void> readPlanFacts(QSqlDatabase &db, const Seal &seal, const Command &command,
                           Facts &facts);
//! A plan command was delivered: its version's Devis as it stands now.
Result<void> applyToPlan(QSqlDatabase &db, const Seal &seal, const OutboxItem &item,
                         const Receipt &receipt);

} // namespace rows

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/rows.h"
#include "app/store/visitstore.h"

// What a rule looks at and what its answer writes, inside the caller's transaction.
namespace rows {

//! The lines as shown now, of a visit read before. The booked product's line is made from the
//! catalogue, an intervention's from its plan; without a booked product there is none.
OrderLines shownOf(QSqlDatabase &db, const Seal &seal, const VisitRow &row, const OrderRow &order,
                   const QList<Product> &catalogue, const Currency &currency);

Result<VisitContext> context(QSqlDatabase &db, const Seal &seal, const VisitStore::Rules &rules,
                             const VisitRow &row);

//! What a transition came to.
struct Applied {
    Visit visit;
    bool changed = false; //!< false: nothing was written
    bool queued = false; //!< outbox rows were added
};
//! Writes a rule's answer: visit (revision checked), dropped and new outbox rows, what was
//! confirmed at an exit, and the audit row. Writes nothing when nothing changed.
Result<Applied> apply(QSqlDatabase &db, const Seal &seal, const VisitContext &before,
                      const Transition &transition, const StaffId &by, const QDateTime &now);

//! One card; names stay empty while the seal is locked.
Result<DayEntry> dayEntry(QSqlDatabase &db, const Seal &seal, const VisitRow &row,
                          const QList<Product> &catalogue, const Currency &currency);

} // namespace rows

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/rows.h"

// Open items and supplements as rows, inside the caller's transaction.
namespace rows {

//! Every item of a visit, settled ones too, without their lines; by when they were first read.
Result<QList<OpenItem>> openItems(QSqlDatabase &db, const Seal &seal, const VisitId &visit);
Result<void> putOpenItem(QSqlDatabase &db, const Seal &seal, const VisitId &visit,
                         const OpenItem &item);
//! The items of a visit that is over after its acts, its exit or its state changed. Of a visit that
//! is over no more they go, and its acts are the newest read. True when something changed.
Result<bool> refreshOpenItems(QSqlDatabase &db, const Seal &seal, const VisitRow &row,
                              const QDateTime &now);

//! A fresh read of acts of a visit that is over. True when its items changed.
Result<bool> takeLaterActs(QSqlDatabase &db, const Seal &seal, const VisitId &id,
                           const QList<RecordedAct> &acts, const QDateTime &readAt,
                           const QDateTime &now);

//! Those that still count, oldest first.
Result<QList<Supplement>> supplements(QSqlDatabase &db, const Seal &seal, const VisitId &visit);
struct SupplementRow {
    Supplement supplement;
    VisitId visit;
    CrmInvoice invoice; //!< id empty = not converted yet
};
Result<SupplementRow> supplement(QSqlDatabase &db, const Seal &seal, const QString &id);
Result<void> insertSupplement(QSqlDatabase &db, const Seal &seal, const VisitId &visit,
                              const Supplement &supplement);
//! Numbers, attention and invoice; the rest of a supplement never changes.
Result<void> updateSupplement(QSqlDatabase &db, const Seal &seal, const SupplementRow &row);
//! A command was discarded. Of a supplement: when its order will not be made its items are open
//! again; later the supplement says that the rest is to be done by hand.
Result<void> discarded(QSqlDatabase &db, const Seal &seal, const Command &command,
                       const QDateTime &now);
//! The visit of a supplement; empty when there is none of that id.
Result<VisitId> visitOfSupplement(QSqlDatabase &db, const QString &id);

} // namespace rows

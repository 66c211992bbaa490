// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/quickbooksledger.h"

namespace sim {

//! Rules that one text field obeys.
struct BookText {
    QString path; //!< "Notes" or "PrimaryPhone.FreeFormNumber"
    int most = 0;
    bool isName = false; //!< no colon, tab or newline
};

//! Checks lengths and characters; a fault, or nothing.
std::optional<BookFault> checkTexts(const QJsonObject &record, const QList<BookText> &rules);
//! Refuses properties that the entity does not have.
std::optional<BookFault> checkProperties(const QJsonObject &body, const QStringList &known);

//! What an update works on: the stored record, and the stored record with the body's members laid
//! over it (sparse) or with only the read-only members kept (full).
struct BookUpdate {
    QJsonObject old;
    QJsonObject merged;
};
//! Finds the record an update names and checks its SyncToken.
std::variant<BookUpdate, BookFault> openUpdate(const Ledger &ledger, const QString &entity,
                                               const QJsonObject &body,
                                               const QStringList &readOnly);
//! The record named by a reference if it exists and is active.
BookResult activeRecord(const Ledger &ledger, const QString &entity, const QString &id);

//! Create or update (by "Id") of the lists; sections 3, 4 and 6 of the contract.
BookResult writeCustomer(Ledger &ledger, const QJsonObject &body);
BookResult writeClass(Ledger &ledger, const QJsonObject &body);
BookResult writeItem(Ledger &ledger, const QJsonObject &body);

//! Payments against invoices; section 8 of the contract.
BookResult writePayment(Ledger &ledger, const QJsonObject &body);
//! Takes a payment back off its invoices, then removes (delete) or zeroes it (void).
BookResult undoPayment(Ledger &ledger, const QJsonObject &body, bool remove);

} // namespace sim

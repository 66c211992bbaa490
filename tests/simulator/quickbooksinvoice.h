// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/quickbooksledger.h"

namespace sim {

//! Tax on a net sum, half up in minor units; the rate in thousandths of a percent (5,5 % = 5500).
qint64 taxOnNet(qint64 netMinor, qint64 rate);
//! The part of a gross sum that is tax.
qint64 taxInGross(qint64 grossMinor, qint64 rate);

//! The invoice that a create or update (by "Id") would store; section 7 of the contract.
BookResult composeInvoice(const Ledger &ledger, const QJsonObject &body, bool allowDuplicateNumber);
//! Composes and stores.
BookResult writeInvoice(Ledger &ledger, const QJsonObject &body, bool allowDuplicateNumber);
//! Keeps the record with every amount at zero.
BookResult voidInvoice(Ledger &ledger, const QJsonObject &body);
//! Answers the "Deleted" stub.
BookResult deleteInvoice(Ledger &ledger, const QJsonObject &body);
//! POST /invoice/{id}/send.
BookResult sendInvoice(Ledger &ledger, const QString &id, const QString &address);
//! One page that names the invoice: a valid PDF, no more.
QByteArray invoicePdf(const QJsonObject &invoice);

//! Puts the seeded clinic's invoices into the ledger.
void seedInvoices(Ledger &ledger);

} // namespace sim

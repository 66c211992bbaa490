// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/salesorder.h"

#include <QHash>

//! A Facture as read from the CRM after conversion.
struct CrmInvoice {
    QString id;
    QString number;
    QString modifiedTime;
    QList<OrderLine> lines;
    Money discount;
    Money adjustment;
    Money grandTotal;
    friend bool operator==(const CrmInvoice &, const CrmInvoice &) = default;
};

//! One line of the QuickBooks invoice: the sum of a (Class, tax code).
struct LedgerLine {
    QString invoiceClass;
    QString taxCode; //!< QuickBooks TaxCode id; empty where the company has no sales tax
    Thousandths taxPercent = 0;
    Money amount; //!< without tax
    bool rounding = false;
    friend bool operator==(const LedgerLine &, const LedgerLine &) = default;
};

//! How the CRM's taxes map to QuickBooks tax codes (settings).
struct TaxCodes {
    QString exempt; //!< for lines without tax; empty = the company does not use sales tax
    QHash<QString, QString> byName; //!< Line_Tax name → TaxCode id
    friend bool operator==(const TaxCodes &, const TaxCodes &) = default;
};

//! The ledger's lines for a Facture. Document discount and adjustment are allotted by largest
//! remainder; what QuickBooks would compute (tax on the sum of each code, half up) is compared with
//! the Facture's total, and a residue of at most as many minor units as there are lines becomes a
//! Rounding line of the largest line's class and code; more, an unmapped tax or a line with two
//! taxes is Invalid, in words.
Result<QList<LedgerLine>> ledgerLines(const CrmInvoice &invoice, const TaxCodes &codes);

//! What QuickBooks will answer as TotalAmt for these lines.
Money ledgerTotal(const QList<LedgerLine> &lines, const Currency &currency);

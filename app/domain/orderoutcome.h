// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/visit.h"

//! How the CRM says that the order of a visit ended; asked for visits that DentalTap calls
//! completed and whose exit did not happen at this desk.
struct OrderOutcome {
    enum class Standing {
        Open, //!< nobody has billed it: the patient can be sent on from here
        OnItsWay, //!< another desk's exit is under way
        Invoiced,
        Cancelled, //!< closed without an invoice
    };

    VisitId visit;
    Standing standing = Standing::Open;
    QString invoiceId; //!< the Facture; empty unless Invoiced or OnItsWay
    QString invoiceNumber;
    QString ledgerId; //!< the QuickBooks invoice, where the Facture names it
    Money total; //!< of the Facture
    friend bool operator==(const OrderOutcome &, const OrderOutcome &) = default;
};

//! DentalTap calls the visit completed and nobody here knows yet how it ended. An exit of this desk
//! is not among them: its own receipts say how it ends.
bool isUnsettled(const Visit &visit);

//! The visit as the CRM's answer leaves it. Open: the treatment is over and the exit is still to
//! come.
Visit withOutcome(const Visit &visit, const OrderOutcome &outcome);

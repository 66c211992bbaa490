// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/orderoutcome.h"

namespace {

//! The exit was somebody else's: staff here confirmed nothing.
bool isForeignExit(const Visit &visit)
{
    return visit.state == VisitState::AwaitingInvoice && visit.confirmedDigest.isEmpty();
}

} // namespace

bool isUnsettled(const Visit &visit)
{
    const bool before = visit.state == VisitState::Booked || visit.state == VisitState::Arrived
        || visit.state == VisitState::InTreatment;
    return (before && visit.readyToExit) || isForeignExit(visit);
}

Visit withOutcome(const Visit &visit, const OrderOutcome &outcome)
{
    if (!isUnsettled(visit))
        return visit;
    Visit settled = visit;
    settled.readyToExit = outcome.standing == OrderOutcome::Standing::Open;
    settled.crmInvoiceNumber = outcome.invoiceNumber;
    settled.quickBooksInvoiceNumber = outcome.ledgerId;
    settled.confirmedTotal = outcome.total;
    switch (outcome.standing) {
    case OrderOutcome::Standing::Open:
        settled.state = VisitState::InTreatment;
        break;
    case OrderOutcome::Standing::OnItsWay:
        settled.state = VisitState::AwaitingInvoice;
        break;
    case OrderOutcome::Standing::Invoiced:
        settled.state = VisitState::Invoiced;
        break;
    case OrderOutcome::Standing::Cancelled:
        settled.state = VisitState::ClosedNoCharge;
        break;
    }
    if (settled.state != visit.state) {
        // What could have been undone is no longer the last step.
        settled.undo.reset();
        settled.linesChanged = false;
        settled.conflict.reset();
    }
    return settled;
}

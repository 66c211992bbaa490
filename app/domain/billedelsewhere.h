// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/orderoutcome.h"

//! What another desk's supplementary order settles on this visit: the open items whose mark a line
//! of it carries are billed by it, under an id of ours that is the same at each reading. Nothing to
//! write when none of them is open or the order has no invoice yet. What is recorded now counts as
//! what was billed: the order does not say how an act stood then.
Transition billedElsewhere(const VisitContext &context, const SalesOrder &order,
                           const OrderOutcome &outcome, const QDateTime &now);

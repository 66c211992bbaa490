// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"

//! The visit of the design, invented, for tests and pictures of the panel and the exit sheet.
namespace syntheticvisit {

QByteArray zone();
//! Monday 23 November 2026, 09:52 in the zone.
QDateTime now();
//! In treatment, four lines recorded 12 seconds ago, everything linked but the customer.
VisitDetail design();
//! The same with every mark there is: an unknown act, a line and a price of the CRM, a planned
//! line, a change to decide, a failed row, stale lines.
VisitDetail troubled();
VisitDetail inState(VisitState state);

} // namespace syntheticvisit

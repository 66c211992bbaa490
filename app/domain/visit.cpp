// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/visit.h"

#include <algorithm>

using namespace Qt::StringLiterals;

bool exitsWithOneClick(const OrderLines &lines, const QDateTime &now)
{
    if (!lines.readAt.isValid() || lines.readAt.secsTo(now) >= 60)
        return false;
    return std::all_of(lines.lines.begin(), lines.lines.end(), [](const ShownLine &shown) {
        const bool performed = shown.standing == ShownLine::Standing::Booked
            || shown.standing == ShownLine::Standing::Recorded;
        return performed && !shown.pricedByHand;
    });
}

QString dentalTapStatus(VisitState state, bool confirmed)
{
    switch (state) {
    case VisitState::Booked:
        return confirmed ? u"confirmed"_s : u"scheduled"_s;
    case VisitState::Arrived:
        return u"arrived"_s;
    case VisitState::InTreatment:
        return u"inTreatment"_s;
    case VisitState::AwaitingInvoice:
    case VisitState::Invoiced:
    case VisitState::ClosedNoCharge:
        return u"completed"_s;
    case VisitState::NoShow:
        return u"noShow"_s;
    case VisitState::Cancelled:
        return u"cancelled"_s;
    }
    return {};
}

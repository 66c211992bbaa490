// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/salesorder.h"

#include <algorithm>

using Standing = ShownLine::Standing;

// What is written to a Commande, and what is agreed once it was.

namespace {

//! Whether the CRM's line needs no call to become the wanted one. Names and classes are the
//! product's, not the line's.
bool agrees(const OrderLine &current, const OrderLine &wanted)
{
    return current.mark == wanted.mark && current.product == wanted.product
        && current.tooth == wanted.tooth && current.quantity == wanted.quantity
        && current.unitPrice.minor == wanted.unitPrice.minor
        && current.discount.minor == wanted.discount.minor
        && charged(current.taxes) == charged(wanted.taxes);
}

} // namespace

SalesOrder agreedOrder(const SalesOrder &fresh, const SalesOrder &lastSent, const OrderLines &sent)
{
    SalesOrder agreed = fresh;
    for (OrderLine &line : agreed.lines) {
        const auto shown =
            std::find_if(sent.lines.begin(), sent.lines.end(), [&line](const ShownLine &each) {
                return !line.mark.isEmpty() && each.line.mark == line.mark;
            });
        if (shown == sent.lines.end())
            continue;
        const auto before =
            std::find_if(lastSent.lines.begin(), lastSent.lines.end(), [&](const OrderLine &each) {
                return each.mark == line.mark
                    || (!each.remoteId.isEmpty() && each.remoteId == line.remoteId);
            });
        const bool byHand = shown->pricedByHand && before != lastSent.lines.end();
        const OrderLine &given = byHand ? *before : shown->line;
        line.unitPrice = given.unitPrice;
        line.discount = given.discount;
    }
    return agreed;
}

OrderDelta orderDelta(const SalesOrder &current, const OrderLines &wanted, bool final)
{
    QList<bool> matched(current.lines.size(), false);
    const auto match = [&](const auto &fits) {
        for (qsizetype i = 0; i < current.lines.size(); ++i) {
            if (!matched.at(i) && fits(current.lines.at(i)))
                return i;
        }
        return qsizetype(-1);
    };

    OrderDelta delta;
    for (const ShownLine &shown : wanted.lines) {
        OrderLine line = shown.line;
        const bool persons = shown.standing == Standing::AddedInCrm;
        if (shown.standing == Standing::Unknown || (shown.standing == Standing::Planned && final))
            continue;
        qsizetype index = line.mark.isEmpty()
            ? -1
            : match([&](const OrderLine &each) { return each.mark == line.mark; });
        if (index < 0 && !line.remoteId.isEmpty())
            index = match([&](const OrderLine &each) { return each.remoteId == line.remoteId; });
        if (index < 0) {
            // A person took their own line away again; a plan's act is not sold before it is done.
            if (persons || shown.standing == Standing::Planned)
                continue;
            line.remoteId.clear();
            delta.isEmpty = false;
            delta.put.append(line);
            continue;
        }
        const OrderLine &there = current.lines.at(index);
        matched[index] = true;
        if (persons) {
            delta.put.append(there);
            continue;
        }
        if (shown.standing == Standing::Planned)
            line.mark = there.mark;
        line.remoteId = there.remoteId;
        if (!agrees(there, line))
            delta.isEmpty = false;
        delta.put.append(line);
    }
    for (qsizetype i = 0; i < current.lines.size(); ++i) {
        if (matched.at(i))
            continue;
        const OrderLine &line = current.lines.at(i);
        if (line.mark.isEmpty()) {
            delta.put.append(line);
        } else {
            delta.removed.append(line.remoteId);
            delta.isEmpty = false;
        }
    }
    return delta;
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/billedelsewhere.h"

#include "app/base/id.h"
#include "app/domain/receipt.h"

#include <QSet>

using namespace Qt::StringLiterals;

Transition billedElsewhere(const VisitContext &context, const SalesOrder &order,
                           const OrderOutcome &outcome, const QDateTime &now)
{
    Transition transition{context.visit, context.appointment, {}, {}, u"read-in supplement"_s};
    if (outcome.standing != OrderOutcome::Standing::Invoiced)
        return transition;
    Supplement supplement;
    supplement.id = derivedUuid(QString(u"billed-elsewhere:"_s + order.id));
    QSet<QString> marks;
    for (const OrderLine &line : order.lines) {
        marks.insert(line.mark);
        ShownLine shown;
        shown.line = line;
        supplement.lines.lines.append(shown);
    }
    bool known = false;
    for (const OpenItem &item : context.openItems) {
        known = known || item.supplement == supplement.id;
        if (item.state != OpenItem::State::Open || !item.isUnbilled()
            || !marks.contains(item.itemId))
            continue;
        OpenItem billed = item;
        billed.state = OpenItem::State::Billed;
        billed.billed = item.act;
        billed.supplement = supplement.id;
        transition.items.append(billed);
        supplement.items.append(item.itemId);
    }
    // One of its acts may have been read here later than the others.
    if (transition.items.isEmpty() || known)
        return transition;
    supplement.items.sort();
    supplement.lines.discount = order.discount;
    supplement.lines.adjustment = order.adjustment;
    supplement.total = supplement.lines.total();
    supplement.billedAt = now;
    supplement.crmInvoiceNumber = outcome.invoiceNumber;
    supplement.quickBooksInvoiceNumber = outcome.ledgerId;
    transition.visit = afterSupplement(context.visit, supplement);
    transition.supplement = supplement;
    return transition;
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/openitem.h"

#include <QHash>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;
using Kind = OpenItem::Kind;
using State = OpenItem::State;

namespace {

//! The same work at the same price: labels, and the step from in progress to completed, do not
//! count.
bool sameWork(const RecordedAct &a, const RecordedAct &b)
{
    return a.treatmentId == b.treatmentId && a.product == b.product && a.teeth == b.teeth
        && a.surfaces == b.surfaces && a.quantity == b.quantity
        && a.unitPrice.minor == b.unitPrice.minor && a.discountPercent == b.discountPercent;
}

QHash<QString, RecordedAct> byId(const QList<RecordedAct> &acts)
{
    QHash<QString, RecordedAct> map;
    for (const RecordedAct &act : acts)
        map.insert(act.itemId, act);
    return map;
}

//! One item with what this reading says of it laid over what was known.
OpenItem seen(const OpenItem *before, Kind kind, const RecordedAct &act, const QDateTime &seenAt)
{
    OpenItem item;
    if (before != nullptr)
        item = *before;
    else
        item.seenAt = seenAt;
    const bool settledSo = before != nullptr && before->state == State::Ignored
        && before->kind == kind && sameWork(before->act, act);
    item.itemId = act.itemId;
    item.kind = kind;
    item.act = act;
    if (!settledSo) {
        item.state = State::Open;
        item.reason.clear();
    }
    return item;
}

} // namespace

bool isPerformed(const RecordedAct &act)
{
    return act.status != u"cancelled"_s && act.status != u"planned"_s;
}

QList<RecordedAct> actsOnLines(const QList<RecordedAct> &acts, const OrderLines &confirmed)
{
    QSet<QString> marks;
    for (const ShownLine &shown : confirmed.lines) {
        if (shown.standing == ShownLine::Standing::Recorded)
            marks.insert(shown.line.mark);
    }
    QList<RecordedAct> found;
    std::copy_if(acts.begin(), acts.end(), std::back_inserter(found), [&](const RecordedAct &act) {
        return isPerformed(act) && marks.contains(act.itemId);
    });
    return found;
}

QList<OpenItem> openItems(const QList<RecordedAct> &invoiced, const QList<RecordedAct> &atExit,
                          const QList<RecordedAct> &now, const QList<OpenItem> &known,
                          const QDateTime &seenAt)
{
    QHash<QString, RecordedAct> onInvoice = byId(invoiced);
    QHash<QString, const OpenItem *> before;
    for (const OpenItem &item : known) {
        before.insert(item.itemId, &item);
        if (item.billed)
            onInvoice.insert(item.itemId, *item.billed);
    }
    QSet<QString> leftAtExit;
    for (const RecordedAct &act : atExit) {
        if (isPerformed(act))
            leftAtExit.insert(act.itemId);
    }

    QList<OpenItem> items;
    QSet<QString> recorded;
    for (const RecordedAct &act : now) {
        if (!isPerformed(act) || recorded.contains(act.itemId))
            continue;
        recorded.insert(act.itemId);
        const OpenItem *former = before.value(act.itemId);
        const auto bill = onInvoice.constFind(act.itemId);
        if (bill == onInvoice.cend()) {
            const Kind kind = leftAtExit.contains(act.itemId) ? Kind::ForOffice : Kind::AfterExit;
            items.append(seen(former, kind, act, seenAt));
        } else if (!sameWork(*bill, act)) {
            items.append(seen(former, Kind::Changed, act, seenAt));
        } else if (former != nullptr && former->billed) {
            // On its supplement as it is recorded; what was said of a change is over.
            OpenItem item = *former;
            item.act = act;
            if (item.state != State::Billed) {
                item.state = State::Billed;
                item.kind = Kind::AfterExit;
                item.reason.clear();
            }
            items.append(item);
        }
    }
    QStringList gone;
    for (auto it = onInvoice.cbegin(); it != onInvoice.cend(); ++it) {
        if (!recorded.contains(it.key()))
            gone.append(it.key());
    }
    gone.sort();
    for (const QString &id : std::as_const(gone))
        items.append(seen(before.value(id), Kind::Removed, onInvoice.value(id), seenAt));
    return items;
}

void showItems(QList<OpenItem> &items, const QList<Product> &catalogue, const Currency &currency)
{
    for (OpenItem &item : items) {
        RecordedAct act = item.act;
        act.status = u"completed"_s;
        const QList<ActChoice> choices = item.product.isEmpty()
            ? QList<ActChoice>()
            : QList<ActChoice>{ActChoice{item.itemId, item.product}};
        const OrderLines lines = shownLines(SalesOrder(), SalesOrder(), OrderLine(), {act}, choices,
                                            catalogue, currency);
        item.shown = lines.lines.value(0);
    }
}

OrderLines supplementLines(const QList<OpenItem> &items, const Currency &currency)
{
    OrderLines lines;
    lines.discount = Money{0, currency};
    lines.adjustment = Money{0, currency};
    for (const OpenItem &item : items)
        lines.lines.append(item.shown);
    return lines;
}

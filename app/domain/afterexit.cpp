// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/afterexit.h"

#include "app/domain/visitplan.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace visits;

namespace {

tl::unexpected<Error> settledMeanwhile()
{
    return failure(Error::Kind::Conflict,
                   words(QT_TRANSLATE_NOOP("VisitRules",
                                           "An act of these has been settled meanwhile, or is no "
                                           "longer recorded. Look again.")));
}

//! The open items of these ids, in the order of the visit's; Conflict when one is not open.
Result<QList<OpenItem>> openOnes(const VisitContext &context, const QStringList &ids)
{
    if (ids.isEmpty())
        return refused(
            words(QT_TRANSLATE_NOOP("VisitRules", "There is no open act on this visit.")));
    QList<OpenItem> found;
    for (const OpenItem &item : context.openItems) {
        if (item.state == OpenItem::State::Open && ids.contains(item.itemId))
            found.append(item);
    }
    if (found.size() != QSet<QString>(ids.begin(), ids.end()).size())
        return settledMeanwhile();
    return found;
}

} // namespace

Result<Transition> billOpenItems(const VisitContext &context, const QStringList &items,
                                 const QByteArray &shownDigest, const QString &supplementId,
                                 const QDateTime &now)
{
    const VisitState state = context.visit.state;
    if (state == VisitState::AwaitingInvoice)
        return notNow(
            state,
            words(QT_TRANSLATE_NOOP("VisitRules",
                                    "What came after the exit can be billed when it is made.")));
    if (state != VisitState::Invoiced && state != VisitState::ClosedNoCharge)
        return notNow(state,
                      words(QT_TRANSLATE_NOOP(
                          "VisitRules", "Acts are billed by the exit of the treatment room.")));
    Result<QList<OpenItem>> chosen = openOnes(context, items);
    if (!chosen)
        return tl::unexpected<Error>(chosen.error());
    for (const OpenItem &item : std::as_const(*chosen)) {
        if (!item.isUnbilled())
            return refused(words(QT_TRANSLATE_NOOP(
                "VisitRules",
                "An act that was changed or removed after it was invoiced cannot be billed again. "
                "Correct the invoice, or ignore the change with a reason.")));
        if (!item.isBillable())
            return refused(words(QT_TRANSLATE_NOOP(
                "VisitRules",
                "The catalogue does not know an act of these. Choose its product first.")));
    }
    const Currency currency = chosen->first().shown.line.unitPrice.currency;
    const OrderLines lines = supplementLines(*chosen, currency);
    if (shownDigest != lines.digest())
        return failure(Error::Kind::Conflict,
                       words(QT_TRANSLATE_NOOP("VisitRules",
                                               "The acts have changed since they were shown. Look "
                                               "at them and bill again.")));
    const Money total = lines.total();
    if (total.minor <= 0)
        return refused(words(QT_TRANSLATE_NOOP(
            "VisitRules", "There is nothing to pay for these acts. Ignore them with a reason.")));

    VisitPlan plan(context, u"bill-after-exit"_s);
    const int added = plan.add(AddSupplement{plan.id(), supplementId});
    const int converted = plan.add(ConvertSupplement{plan.id(), supplementId}, {added});
    int customer = -1;
    if (!context.customerLinked && context.sentOf(u"PutQuickBooksCustomer"_s) == Sent::No)
        customer = plan.add(PutQuickBooksCustomer{plan.patient()});
    const int posted = plan.add(PostSupplement{plan.id(), supplementId}, {converted, customer});
    plan.add(CloseSupplement{plan.id(), supplementId}, {posted});
    Transition transition = plan.transition();
    Supplement supplement;
    supplement.id = supplementId;
    supplement.lines = lines;
    supplement.total = total;
    supplement.billedAt = now;
    for (OpenItem &item : *chosen) {
        item.state = OpenItem::State::Billed;
        item.billed = item.act;
        item.supplement = supplementId;
        supplement.items.append(item.itemId);
    }
    supplement.items.sort();
    transition.items = *chosen;
    transition.supplement = supplement;
    return transition;
}

Result<Transition> ignoreOpenItems(const VisitContext &context, const QStringList &items,
                                   const QString &why)
{
    const QString reason = why.trimmed();
    if (reason.isEmpty())
        return refused(words(QT_TRANSLATE_NOOP("VisitRules", "Say why, for the audit.")));
    if (reason.size() > 500)
        return refused(words(QT_TRANSLATE_NOOP(
            "VisitRules", "The reason is longer than 500 characters. Shorten it.")));
    Result<QList<OpenItem>> chosen = openOnes(context, items);
    if (!chosen)
        return tl::unexpected<Error>(chosen.error());
    VisitPlan plan(context, u"ignore-act"_s);
    Transition transition = plan.transition();
    for (OpenItem &item : *chosen) {
        item.state = OpenItem::State::Ignored;
        item.reason = reason;
    }
    transition.items = *chosen;
    transition.reason = reason;
    return transition;
}

Result<Transition> chooseForOpenItem(const VisitContext &context, const QString &item,
                                     const ProductId &product)
{
    Result<QList<OpenItem>> chosen = openOnes(context, {item});
    if (!chosen)
        return tl::unexpected<Error>(chosen.error());
    if (!chosen->first().isUnbilled())
        return settledMeanwhile();
    VisitPlan plan(context, u"settle-act"_s);
    Transition transition = plan.transition();
    chosen->first().product = product;
    transition.items = *chosen;
    return transition;
}

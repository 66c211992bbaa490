// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// visit bill, ignore and choose: acts that came after the exit, by their DentalTap item ids.

namespace {

constexpr qsizetype longestWhy = 500;

//! What --items names; empty without it. Invalid when it names nothing: "all of them" is not what
//! was meant.
Result<QStringList> namedItems(const CommandLine &line)
{
    QStringList items;
    const std::optional<QString> given = line.value(u"items"_s);
    if (!given)
        return items;
    for (const QString &part : given->split(u',')) {
        const QString item = part.trimmed();
        if (!item.isEmpty() && !items.contains(item))
            items.append(item);
    }
    if (items.isEmpty())
        return failure(Error::Kind::Invalid,
                       Words::tr("--items names no act. visit show lists them as “afterExit”."));
    return items;
}

//! The named ones; where none is named every act that can be billed.
QList<OpenItem> chosenOf(const QStringList &named, const QList<OpenItem> &open)
{
    QList<OpenItem> chosen;
    for (const OpenItem &item : open) {
        if (named.isEmpty() ? item.isBillable() : named.contains(item.itemId))
            chosen.append(item);
    }
    return chosen;
}

} // namespace

Task<Exit> settleLateActs(CommandLine *line, VisitId id)
{
    const Result<QStringList> named = namedItems(*line);
    if (!named)
        co_return tl::unexpected<Error>(named.error());
    QStringList items = *named;
    if (line->verb == u"choose"_s && items.size() != 1)
        co_return failure(Error::Kind::Invalid,
                          Words::tr("One act has one product: name one act with --items."));
    // A fresh look, as the window has; without a network the acts last read stand.
    const Result<QList<VisitId>> fresh = co_await within(line, line->desk->liveSync()->poll());
    Q_UNUSED(fresh)
    const Result<VisitDetail> detail = co_await line->desk->visits()->detail(id);
    if (!detail)
        co_return tl::unexpected<Error>(detail.error());
    VisitWorkflow *workflow = line->desk->visitWorkflow();
    Result<Visit> done = failure(Error::Kind::Invalid, QString());
    if (line->verb == u"bill"_s) {
        const QList<OpenItem> chosen = chosenOf(items, detail->openItems);
        if (items.isEmpty()) {
            for (const OpenItem &item : chosen)
                items.append(item.itemId);
        }
        const Currency currency = line->desk->settings().currency;
        const QByteArray digest = supplementLines(chosen, currency).digest();
        done = co_await workflow->bill(id, items, digest);
    } else if (line->verb == u"ignore"_s) {
        const Result<QString> why = boundedText(*line, u"why"_s, longestWhy);
        if (!why)
            co_return tl::unexpected<Error>(why.error());
        const QString reason = *why;
        done = co_await workflow->ignore(id, items, reason);
    } else {
        const QString item = items.value(0);
        const ProductId product(line->value(u"product"_s).value_or(QString()));
        const Result<QList<Product>> products = co_await line->desk->catalogue()->products();
        if (!products)
            co_return tl::unexpected<Error>(products.error());
        const bool known =
            std::any_of(products->begin(), products->end(),
                        [&product](const Product &each) { return each.id == product; });
        if (!known)
            co_return failure(Error::Kind::NotFound,
                              Words::tr("The catalogue has no product of that id."));
        done = co_await workflow->chooseProduct(id, item, product);
    }
    if (!done)
        co_return tl::unexpected<Error>(done.error());
    co_return Exit::Done;
}

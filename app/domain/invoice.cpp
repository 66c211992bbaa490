// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/invoice.h"

#include <QCoreApplication>
#include <QMap>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

//! Sum of a (tax code, Class), in this order so that lines of one code stand together.
using GroupKey = std::pair<QString, QString>;

struct Group {
    Thousandths percent = 0;
    qint64 net = 0;
};
using Groups = QMap<GroupKey, Group>;

//! The code and rate of a line; Invalid when the ledger cannot express it.
Result<std::pair<QString, Thousandths>> codeOf(const OrderLine &line, const TaxCodes &codes)
{
    if (line.taxes.isEmpty())
        return std::pair(codes.exempt, Thousandths(0));
    if (line.taxes.size() > 1) {
        return failure(Error::Kind::Invalid,
                       QCoreApplication::translate(
                           "Invoice",
                           "A line of this invoice has two taxes, and QuickBooks takes "
                           "one per line. Correct the product's taxes in the CRM."));
    }
    const LineTax &tax = line.taxes.first();
    const auto code = codes.byName.constFind(tax.name);
    if (code != codes.byName.cend())
        return std::pair(*code, tax.percent);
    if (tax.percent == 0)
        return std::pair(codes.exempt, Thousandths(0));
    return failure(Error::Kind::Invalid,
                   QCoreApplication::translate("Invoice",
                                               "The tax \"%1\" of this invoice has no QuickBooks "
                                               "tax code. Choose one in the settings.")
                       .arg(tax.name));
}

Result<Groups> groupsOf(const CrmInvoice &invoice, const TaxCodes &codes)
{
    Groups groups;
    QHash<QString, Thousandths> rates;
    for (const OrderLine &line : invoice.lines) {
        const auto code = codeOf(line, codes);
        if (!code)
            return tl::unexpected(code.error());
        const GroupKey key(code->first, line.invoiceClass);
        const Thousandths known = rates.value(code->first, code->second);
        if (known != code->second) {
            return failure(
                Error::Kind::Invalid,
                QCoreApplication::translate("Invoice",
                                            "Two taxes of different rates share one QuickBooks tax "
                                            "code. Correct the tax codes in the settings."));
        }
        rates.insert(code->first, code->second);
        Group &group = groups[key];
        group.percent = code->second;
        group.net += line.net().minor;
    }
    return groups;
}

qint64 withTax(qint64 net, Thousandths percent)
{
    return net + percentOf(Money{net, {}}, percent).minor;
}

//! Sum and rate per tax code.
QMap<QString, Group> perCode(const Groups &groups)
{
    QMap<QString, Group> sums;
    for (auto it = groups.cbegin(); it != groups.cend(); ++it) {
        Group &sum = sums[it.key().first];
        sum.percent = it->percent;
        sum.net += it->net;
    }
    return sums;
}

qint64 totalOf(const Groups &groups)
{
    qint64 total = 0;
    const QMap<QString, Group> sums = perCode(groups);
    for (const Group &sum : sums)
        total += withTax(sum.net, sum.percent);
    return total;
}

//! Spreads an amount without tax over the groups.
Groups spreadNet(Groups groups, qint64 amount)
{
    QList<qint64> weights;
    for (const Group &group : std::as_const(groups))
        weights.append(group.net);
    const QList<qint64> parts = allotted(amount, weights);
    qsizetype i = 0;
    for (Group &group : groups)
        group.net += parts.at(i++);
    return groups;
}

//! Spreads an amount that is to change the total with tax by itself.
Groups spreadGross(Groups groups, qint64 amount)
{
    QMap<QString, Group> sums = perCode(groups);
    QList<qint64> weights;
    for (const Group &sum : std::as_const(sums))
        weights.append(withTax(sum.net, sum.percent));
    const QList<qint64> shares = allotted(amount, weights);
    qsizetype i = 0;
    for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum, ++i) {
        // The sum without tax that comes nearest to this total with tax: 100 / (100 + rate).
        const qint64 wanted = weights.at(i) + shares.at(i);
        const QList<qint64> split = allotted(wanted, {100'000, sum->percent});
        const qint64 change = split.first() - sum->net;
        QList<qint64> nets;
        for (auto it = groups.cbegin(); it != groups.cend(); ++it)
            nets.append(it.key().first == sum.key() ? it->net : 0);
        const auto own = std::find_if(groups.keyBegin(), groups.keyEnd(),
                                      [&](const GroupKey &key) { return key.first == sum.key(); });
        if (std::all_of(nets.begin(), nets.end(), [](qint64 net) { return net == 0; }))
            nets[std::distance(groups.keyBegin(), own)] = 1;
        const QList<qint64> parts = allotted(change, nets);
        qsizetype j = 0;
        for (Group &group : groups)
            group.net += parts.at(j++);
    }
    return groups;
}

struct Rounding {
    GroupKey key;
    Thousandths percent = 0;
    qint64 amount = 0;
};

//! The smallest amount that brings the total to the wanted one. Tax steps over some totals, so
//! where the largest line's code has no such amount the exempt code takes it, then any other.
std::optional<Rounding> roundingFor(const Groups &groups, qint64 wanted, qint64 atMost,
                                    const QString &exempt)
{
    const qint64 residue = wanted - totalOf(groups);
    if (residue == 0)
        return Rounding{};
    auto largest = groups.cbegin();
    for (auto it = groups.cbegin(); it != groups.cend(); ++it) {
        if (qAbs(it->net) > qAbs(largest->net))
            largest = it;
    }
    QMap<QString, Group> sums = perCode(groups);
    QStringList order{largest.key().first};
    if (!exempt.isEmpty()) {
        order.append(exempt);
        sums.insert(exempt, sums.value(exempt));
    }
    order += sums.keys();
    for (const QString &code : std::as_const(order)) {
        const Group sum = sums.value(code);
        for (qint64 size = 1; size <= atMost; ++size) {
            for (const qint64 amount : {size, -size}) {
                if (withTax(sum.net + amount, sum.percent) - withTax(sum.net, sum.percent)
                    == residue)
                    return Rounding{{code, largest.key().second}, sum.percent, amount};
            }
        }
    }
    return std::nullopt;
}

} // namespace

Result<QList<LedgerLine>> ledgerLines(const CrmInvoice &invoice, const TaxCodes &codes)
{
    const Currency currency = invoice.grandTotal.currency;
    const qint64 wanted = invoice.grandTotal.minor;
    if (wanted < 0) {
        return failure(
            Error::Kind::Invalid,
            QCoreApplication::translate("Invoice",
                                        "The CRM's invoice is below zero, and QuickBooks takes no "
                                        "such invoice. Correct the invoice in the CRM."));
    }
    const Result<Groups> groups = groupsOf(invoice, codes);
    if (!groups)
        return tl::unexpected(groups.error());
    if (groups->isEmpty() && wanted == 0)
        return QList<LedgerLine>();

    // Whether a discount of the whole document lowers the tax is not documented for the CRM: the
    // reading that meets its total is the right one.
    const qint64 atMost = invoice.lines.size();
    const Groups taxLowered =
        spreadGross(spreadNet(*groups, -invoice.discount.minor), invoice.adjustment.minor);
    const Groups taxKept = spreadGross(*groups, invoice.adjustment.minor - invoice.discount.minor);
    Groups chosen = taxLowered;
    std::optional<Rounding> rounding =
        groups->isEmpty() ? std::nullopt : roundingFor(taxLowered, wanted, atMost, codes.exempt);
    if (!rounding && !groups->isEmpty()) {
        chosen = taxKept;
        rounding = roundingFor(taxKept, wanted, atMost, codes.exempt);
    }
    if (!rounding) {
        return failure(Error::Kind::Invalid,
                       QCoreApplication::translate(
                           "Invoice",
                           "The CRM's invoice says %1 %3, but its lines with tax come to %2 %3 in "
                           "QuickBooks. Nothing was posted. Correct the invoice in the CRM.")
                           .arg(moneyToText(invoice.grandTotal),
                                moneyToText(Money{totalOf(chosen), currency}), currency.code));
    }

    QList<LedgerLine> lines;
    for (auto it = chosen.cbegin(); it != chosen.cend(); ++it) {
        if (it->net != 0)
            lines.append(
                {it.key().second, it.key().first, it->percent, Money{it->net, currency}, false});
    }
    if (rounding->amount != 0)
        lines.append({rounding->key.second, rounding->key.first, rounding->percent,
                      Money{rounding->amount, currency}, true});
    return lines;
}

Money ledgerTotal(const QList<LedgerLine> &lines, const Currency &currency)
{
    Groups groups;
    for (const LedgerLine &line : lines) {
        Group &group = groups[GroupKey(line.taxCode, QString())];
        group.percent = line.taxPercent;
        group.net += line.amount.minor;
    }
    return Money{totalOf(groups), currency};
}

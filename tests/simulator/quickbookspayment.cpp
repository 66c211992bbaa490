// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/quickbooksentities.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

//! Part of a payment that goes to one invoice.
struct Share {
    QString invoice;
    qint64 minor = 0;
};

std::variant<QList<Share>, BookFault> sharesOf(const Ledger &ledger, const QJsonObject &payment,
                                               const QString &customer)
{
    QList<Share> shares;
    for (const QJsonValue &line : payment.value(u"Line"_s).toArray()) {
        const std::optional<qint64> amount = minorOf(line[u"Amount"], ledger.exponent());
        if (!amount || *amount < 0)
            return BookFault::badNumber(u"Line.Amount"_s);
        for (const QJsonValue &link : line[u"LinkedTxn"].toArray()) {
            if (link[u"TxnType"].toString() != u"Invoice")
                return BookFault::badWord(u"TxnType"_s);
            const QString id = link[u"TxnId"].toString();
            const auto invoice = ledger.find(u"Invoice"_s, id);
            if (!invoice)
                return BookFault::badReference(u"TxnId"_s, id);
            if (invoice->value(u"CustomerRef"_s)[u"value"].toString() != customer)
                return BookFault::business(u"The transaction belongs to another customer."_s);
            if (minorOf(invoice->value(u"Balance"_s), ledger.exponent()).value_or(0) < *amount)
                return BookFault::business(u"The payment is more than the open balance."_s);
            shares.append({id, *amount});
        }
    }
    return shares;
}

void apply(Ledger &ledger, const QString &payment, const Share &share, bool back)
{
    auto invoice = ledger.find(u"Invoice"_s, share.invoice);
    if (!invoice)
        return;
    const qint64 balance = minorOf(invoice->value(u"Balance"_s), ledger.exponent()).value_or(0);
    invoice->insert(
        u"Balance"_s,
        wireAmount(back ? balance + share.minor : balance - share.minor, ledger.exponent()));
    QJsonArray links;
    for (const QJsonValue &link : invoice->value(u"LinkedTxn"_s).toArray()) {
        if (link[u"TxnId"].toString() != payment)
            links.append(link);
    }
    if (!back)
        links.append(QJsonObject{{u"TxnId"_s, payment}, {u"TxnType"_s, u"Payment"_s}});
    invoice->insert(u"LinkedTxn"_s, links);
    ledger.put(u"Invoice"_s, *invoice);
}

QList<Share> appliedShares(const Ledger &ledger, const QJsonObject &payment)
{
    QList<Share> shares;
    for (const QJsonValue &line : payment.value(u"Line"_s).toArray()) {
        for (const QJsonValue &link : line[u"LinkedTxn"].toArray()) {
            shares.append({link[u"TxnId"].toString(),
                           minorOf(line[u"Amount"], ledger.exponent()).value_or(0)});
        }
    }
    return shares;
}

} // namespace

BookResult writePayment(Ledger &ledger, const QJsonObject &body)
{
    static const QStringList known{
        u"CustomerRef"_s,   u"TotalAmt"_s,     u"TxnDate"_s,      u"PaymentMethodRef"_s,
        u"PaymentRefNum"_s, u"PrivateNote"_s,  u"Line"_s,         u"DepositToAccountRef"_s,
        u"CurrencyRef"_s,   u"ExchangeRate"_s, u"ARAccountRef"_s, u"UnappliedAmt"_s,
        u"ProcessPayment"_s};
    if (const auto fault = checkProperties(body, known))
        return *fault;
    if (body.contains(u"Id"_s))
        return BookFault::unsupported(u"Payment update"_s);
    const QString customer = body.value(u"CustomerRef"_s)[u"value"].toString();
    if (customer.isEmpty())
        return BookFault::missing(u"CustomerRef"_s);
    const BookResult found = activeRecord(ledger, u"Customer"_s, customer);
    if (const BookFault *fault = faultOf(found))
        return *fault;
    if (!body.contains(u"TotalAmt"_s))
        return BookFault::missing(u"TotalAmt"_s);
    const std::optional<qint64> total = minorOf(body.value(u"TotalAmt"_s), ledger.exponent());
    if (!total || *total < 0)
        return BookFault::badNumber(u"TotalAmt"_s);
    if (const auto fault = checkTexts(body, {{u"PaymentRefNum"_s, 21}, {u"PrivateNote"_s, 4000}}))
        return *fault;
    auto shares = sharesOf(ledger, body, customer);
    if (const auto *fault = std::get_if<BookFault>(&shares))
        return *fault;
    const QList<Share> &parts = *std::get_if<QList<Share>>(&shares);
    qint64 applied = 0;
    for (const Share &share : parts)
        applied += share.minor;
    if (applied > *total)
        return BookFault::business(u"The lines are more than the payment."_s);
    QJsonObject record = body;
    record.insert(u"CustomerRef"_s,
                  reference(customer, recordOf(found).value(u"DisplayName"_s).toString()));
    record.insert(u"TotalAmt"_s, wireAmount(*total, ledger.exponent()));
    record.insert(u"UnappliedAmt"_s, wireAmount(*total - applied, ledger.exponent()));
    if (!record.contains(u"TxnDate"_s))
        record.insert(u"TxnDate"_s, ledger.today().toString(Qt::ISODate));
    if (!record.contains(u"DepositToAccountRef"_s))
        record.insert(u"DepositToAccountRef"_s, reference(u"4"_s));
    const QJsonObject stored = ledger.put(u"Payment"_s, record);
    for (const Share &share : parts)
        apply(ledger, stored.value(u"Id"_s).toString(), share, false);
    return stored;
}

BookResult undoPayment(Ledger &ledger, const QJsonObject &body, bool remove)
{
    auto update = openUpdate(ledger, u"Payment"_s, body, {});
    if (const auto *fault = std::get_if<BookFault>(&update))
        return *fault;
    QJsonObject record = std::get_if<BookUpdate>(&update)->old;
    const QString id = record.value(u"Id"_s).toString();
    for (const Share &share : appliedShares(ledger, record))
        apply(ledger, id, share, true);
    if (remove) {
        ledger.remove(u"Payment"_s, id);
        return QJsonObject{{u"domain"_s, u"QBO"_s}, {u"status"_s, u"Deleted"_s}, {u"Id"_s, id}};
    }
    record.insert(u"TotalAmt"_s, 0);
    record.insert(u"UnappliedAmt"_s, 0);
    record.insert(u"Line"_s, QJsonArray{});
    return ledger.put(u"Payment"_s, record);
}

} // namespace sim

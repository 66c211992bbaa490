// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/quickbooksinvoice.h"

#include "tests/simulator/quickbooksentities.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

const QStringList computed{u"TotalAmt"_s,        u"Balance"_s,      u"HomeBalance"_s,
                           u"HomeTotalAmt"_s,    u"LinkedTxn"_s,    u"DeliveryInfo"_s,
                           u"InvoiceLink"_s,     u"RecurDataRef"_s, u"TaxExemptionRef"_s,
                           u"FreeFormAddress"_s, u"ShipFromAddr"_s};

const QStringList writable{u"CustomerRef"_s,
                           u"Line"_s,
                           u"TxnDate"_s,
                           u"DueDate"_s,
                           u"DocNumber"_s,
                           u"PrivateNote"_s,
                           u"CustomerMemo"_s,
                           u"CurrencyRef"_s,
                           u"ExchangeRate"_s,
                           u"GlobalTaxCalculation"_s,
                           u"TxnTaxDetail"_s,
                           u"ClassRef"_s,
                           u"DepartmentRef"_s,
                           u"BillAddr"_s,
                           u"ShipAddr"_s,
                           u"BillEmail"_s,
                           u"BillEmailCc"_s,
                           u"BillEmailBcc"_s,
                           u"SalesTermRef"_s,
                           u"ShipDate"_s,
                           u"ShipMethodRef"_s,
                           u"TrackingNum"_s,
                           u"PrintStatus"_s,
                           u"EmailStatus"_s,
                           u"ApplyTaxAfterDiscount"_s,
                           u"CustomField"_s,
                           u"AllowIPNPayment"_s,
                           u"AllowOnlinePayment"_s,
                           u"AllowOnlineCreditCardPayment"_s,
                           u"AllowOnlineACHPayment"_s,
                           u"Deposit"_s,
                           u"DepositToAccountRef"_s,
                           u"ARAccountRef"_s,
                           u"TransactionLocationType"_s,
                           u"AutoDocNumber"_s};

QString text(const QJsonObject &object, const QString &key)
{
    return object.value(key).toString();
}

QString valueOf(const QJsonValue &ref)
{
    return ref[u"value"].toString();
}

//! Rate of a TaxCode in thousandths of a percent with the TaxRate's id.
struct Rate {
    QString id;
    qint64 thousandths = 0;
};

Rate rateOf(const Ledger &ledger, const QString &taxCode)
{
    const auto code = ledger.find(u"TaxCode"_s, taxCode);
    if (!code)
        return {};
    const QJsonArray details = code->value(u"SalesTaxRateList"_s)[u"TaxRateDetail"].toArray();
    const QString id = valueOf(details.at(0)[u"TaxRateRef"]);
    const auto rate = ledger.find(u"TaxRate"_s, id);
    return {id, rate ? std::llround(rate->value(u"RateValue"_s).toDouble() * 1000) : 0};
}

//! An invoice on its way from the body to the ledger.
class Draft
{
public:
    Draft(const Ledger &ledger, QJsonObject record)
        : m_ledger(ledger), m_record(std::move(record)), m_exponent(ledger.exponent())
    {
    }

    std::optional<BookFault> check(bool allowDuplicateNumber);
    QJsonObject take() const { return m_record; }
    qint64 total() const { return m_total; }

private:
    std::optional<BookFault> checkParties();
    std::optional<BookFault> checkDates();
    std::optional<BookFault> checkNumber(bool allowDuplicate);
    std::optional<BookFault> checkLines();
    std::optional<BookFault> takeLine(const QJsonObject &line, QJsonArray &lines);
    std::optional<BookFault> checkTaxCode(const QJsonObject &detail) const;
    void computeTax();
    QString nextNumber() const;

    const Ledger &m_ledger;
    QJsonObject m_record;
    int m_exponent;
    bool m_taxed = false;
    qint64 m_sum = 0;
    qint64 m_total = 0;
    int m_lineId = 0;
    QMap<QString, qint64> m_sumByTaxCode;
};

std::optional<BookFault> Draft::check(bool allowDuplicateNumber)
{
    static const QList<BookText> rules{{u"DocNumber"_s, 21},
                                       {u"PrivateNote"_s, 4000},
                                       {u"CustomerMemo.value"_s, 1000},
                                       {u"BillEmail.Address"_s, 100}};
    static const QStringList calculations{u"TaxExcluded"_s, u"TaxInclusive"_s, u"NotApplicable"_s};
    const bool salesTax = m_ledger.prefers(u"TaxPrefs"_s, u"UsingSalesTax"_s);
    const QString calculation = text(m_record, u"GlobalTaxCalculation"_s);
    if (!calculation.isEmpty() && !calculations.contains(calculation))
        return BookFault::badWord(u"GlobalTaxCalculation"_s);
    if (salesTax && calculation.isEmpty())
        m_record.insert(u"GlobalTaxCalculation"_s, u"TaxExcluded"_s);
    m_taxed = salesTax && calculation != u"NotApplicable";
    if (const auto fault = checkTexts(m_record, rules))
        return fault;
    if (const auto fault = checkParties())
        return fault;
    if (const auto fault = checkDates())
        return fault;
    if (const auto fault = checkLines())
        return fault;
    if (const auto fault = checkNumber(allowDuplicateNumber))
        return fault;
    // Class by transaction and class by line exclude each other; the other one is lost in silence.
    if (!m_ledger.prefers(u"AccountingInfoPrefs"_s, u"ClassTrackingPerTxn"_s)) {
        m_record.remove(u"ClassRef"_s);
    } else if (m_record.contains(u"ClassRef"_s)) {
        const BookResult found =
            activeRecord(m_ledger, u"Class"_s, valueOf(m_record.value(u"ClassRef"_s)));
        if (const BookFault *fault = faultOf(found))
            return *fault;
    }
    computeTax();
    if (m_total < 0)
        return BookFault::business(u"Transaction amount must be 0 or greater."_s);
    return std::nullopt;
}

std::optional<BookFault> Draft::checkParties()
{
    const QString customer = valueOf(m_record.value(u"CustomerRef"_s));
    if (customer.isEmpty())
        return BookFault::missing(u"CustomerRef"_s);
    const BookResult found = activeRecord(m_ledger, u"Customer"_s, customer);
    if (const BookFault *fault = faultOf(found))
        return *fault;
    m_record.insert(u"CustomerRef"_s, reference(customer, text(recordOf(found), u"DisplayName"_s)));
    const QString home = m_ledger.homeCurrency();
    const QString theirs = valueOf(recordOf(found).value(u"CurrencyRef"_s));
    const QString ours = valueOf(m_record.value(u"CurrencyRef"_s));
    const bool several = m_ledger.prefers(u"CurrencyPrefs"_s, u"MultiCurrencyEnabled"_s);
    if (!ours.isEmpty() && ours != (several ? theirs : home))
        return BookFault::business(u"The currency of the transaction is not the customer's."_s);
    m_record.insert(u"CurrencyRef"_s, reference(several ? theirs : home));
    if (several && !m_record.contains(u"ExchangeRate"_s))
        m_record.insert(u"ExchangeRate"_s, 1);
    return std::nullopt;
}

std::optional<BookFault> Draft::checkDates()
{
    if (text(m_record, u"TxnDate"_s).isEmpty())
        m_record.insert(u"TxnDate"_s, m_ledger.today().toString(Qt::ISODate));
    if (text(m_record, u"DueDate"_s).isEmpty())
        m_record.insert(u"DueDate"_s, m_record.value(u"TxnDate"_s));
    for (const QString &key : {u"TxnDate"_s, u"DueDate"_s}) {
        const QString written = text(m_record, key);
        if (written.size() != 10 || !QDate::fromString(written, Qt::ISODate).isValid()) {
            return BookFault{.code = u"2090"_s,
                             .message = u"Invalid Date"_s,
                             .detail = u"Invalid Date : %1"_s.arg(key),
                             .element = key};
        }
    }
    const QString closed =
        m_ledger.preferences.value(u"AccountingInfoPrefs"_s)[u"BookCloseDate"].toString();
    if (!closed.isEmpty() && text(m_record, u"TxnDate"_s) <= closed) {
        return BookFault{.code = u"6210"_s,
                         .message = u"Account Period Closed"_s,
                         .detail = u"Account Period Closed, cannot update through services : The "
                                   u"books are closed up to %1."_s.arg(closed),
                         .element = {}};
    }
    return std::nullopt;
}

QString Draft::nextNumber() const
{
    qint64 last = 1000;
    for (const QJsonObject &invoice : m_ledger.all(u"Invoice"_s))
        last = std::max(last, text(invoice, u"DocNumber"_s).toLongLong());
    return QString::number(last + 1);
}

std::optional<BookFault> Draft::checkNumber(bool allowDuplicate)
{
    const QString id = text(m_record, u"Id"_s);
    QString number = text(m_record, u"DocNumber"_s);
    if (!m_ledger.prefers(u"SalesFormsPrefs"_s, u"CustomTxnNumbers"_s)) {
        const auto old = m_ledger.find(u"Invoice"_s, id);
        m_record.insert(u"DocNumber"_s, old ? text(*old, u"DocNumber"_s) : nextNumber());
        return std::nullopt;
    }
    if (number == u"AUTO_GENERATE")
        number = nextNumber();
    if (number.isEmpty()) {
        m_record.remove(u"DocNumber"_s);
        if (text(m_ledger.companyInfo, u"Country"_s) == u"FR")
            return BookFault::missing(u"DocNumber"_s);
        return std::nullopt;
    }
    m_record.insert(u"DocNumber"_s, number);
    if (allowDuplicate)
        return std::nullopt;
    for (const QJsonObject &other : m_ledger.all(u"Invoice"_s)) {
        if (text(other, u"DocNumber"_s) == number && text(other, u"Id"_s) != id) {
            return BookFault{
                .code = u"6140"_s,
                .message = u"Duplicate Document Number Error"_s,
                .detail = u"Duplicate Document Number Error : You must specify a different number. "
                          u"This number has already been used. DocNumber=%1 is assigned to "
                          u"TxnType=Invoice with TxnId=%2"_s.arg(number, text(other, u"Id"_s)),
                .element = {}};
        }
    }
    return std::nullopt;
}

std::optional<BookFault> Draft::checkLines()
{
    const QJsonArray given = m_record.value(u"Line"_s).toArray();
    if (given.isEmpty())
        return BookFault::missing(u"Line"_s);
    if (given.size() > 750)
        return BookFault::business(u"A transaction has at most 750 lines."_s);
    for (const QJsonValue &line : given)
        m_lineId = std::max(m_lineId, line[u"Id"].toString().toInt());
    QJsonArray lines;
    for (const QJsonValue &line : given) {
        if (const auto fault = takeLine(line.toObject(), lines))
            return fault;
    }
    lines.append(QJsonObject{{u"Amount"_s, wireAmount(m_sum, m_exponent)},
                             {u"DetailType"_s, u"SubTotalLineDetail"_s},
                             {u"SubTotalLineDetail"_s, QJsonObject{}}});
    m_record.insert(u"Line"_s, lines);
    return std::nullopt;
}

std::optional<BookFault> Draft::checkTaxCode(const QJsonObject &detail) const
{
    if (!m_taxed)
        return std::nullopt;
    const QString code = valueOf(detail.value(u"TaxCodeRef"_s));
    if (code.isEmpty()) {
        return BookFault::business(
            u"Make sure all your transactions have a VAT/GST rate before you save."_s);
    }
    const BookResult found = activeRecord(m_ledger, u"TaxCode"_s, code);
    if (const BookFault *fault = faultOf(found))
        return *fault;
    return std::nullopt;
}

std::optional<BookFault> Draft::takeLine(const QJsonObject &line, QJsonArray &lines)
{
    const QString type = text(line, u"DetailType"_s);
    if (type.isEmpty())
        return BookFault::missing(u"DetailType"_s);
    if (type == u"SubTotalLineDetail")
        return std::nullopt;
    if (type != u"SalesItemLineDetail" && type != u"DescriptionOnly")
        return BookFault::badWord(u"DetailType"_s);
    if (const auto fault = checkTexts(line, {{u"Description"_s, 4000}}))
        return fault;
    QJsonObject taken{
        {u"Id"_s,
         text(line, u"Id"_s).isEmpty() ? QString::number(++m_lineId) : text(line, u"Id"_s)},
        {u"LineNum"_s, lines.size() + 1}};
    if (line.contains(u"Description"_s))
        taken.insert(u"Description"_s, line.value(u"Description"_s));
    QJsonObject detail = line.value(u"SalesItemLineDetail"_s).toObject();
    if (type == u"SalesItemLineDetail" && !line.value(u"SalesItemLineDetail"_s).isObject())
        return BookFault::missing(u"SalesItemLineDetail"_s);
    const QString item = valueOf(detail.value(u"ItemRef"_s));
    if (type == u"DescriptionOnly" || item.isEmpty()) {
        // Without an item the line is a remark: its amount is lost without a word.
        taken.insert(u"DetailType"_s, u"DescriptionOnly"_s);
        taken.insert(u"DescriptionLineDetail"_s, QJsonObject{});
        lines.append(taken);
        return std::nullopt;
    }
    if (!line.contains(u"Amount"_s))
        return BookFault::missing(u"Amount"_s);
    const std::optional<qint64> amount = minorOf(line.value(u"Amount"_s), m_exponent);
    if (!amount)
        return BookFault::badNumber(u"Amount"_s);
    if (detail.contains(u"Qty"_s) && detail.contains(u"UnitPrice"_s)) {
        const double product =
            detail.value(u"Qty"_s).toDouble() * detail.value(u"UnitPrice"_s).toDouble();
        if (minorOf(product, m_exponent) != amount) {
            return BookFault{.code = u"6070"_s,
                             .message = u"Amount calculation incorrect in the request"_s,
                             .detail = u"Amount is not equal to UnitPrice * Qty. Supplied "
                                       u"value:%1"_s.arg(line.value(u"Amount"_s).toDouble()),
                             .element = u"Line.Amount"_s};
        }
    }
    const BookResult found = activeRecord(m_ledger, u"Item"_s, item);
    if (const BookFault *fault = faultOf(found))
        return *fault;
    detail.insert(u"ItemRef"_s, reference(item, text(recordOf(found), u"Name"_s)));
    if (const QString id = valueOf(detail.value(u"ClassRef"_s)); !id.isEmpty()) {
        const BookResult named = activeRecord(m_ledger, u"Class"_s, id);
        if (const BookFault *fault = faultOf(named))
            return *fault;
        detail.insert(u"ClassRef"_s, reference(id, text(recordOf(named), u"FullyQualifiedName"_s)));
    }
    if (!m_ledger.prefers(u"AccountingInfoPrefs"_s, u"ClassTrackingPerTxnLine"_s))
        detail.remove(u"ClassRef"_s);
    if (const auto fault = checkTaxCode(detail))
        return fault;
    if (m_taxed)
        m_sumByTaxCode[valueOf(detail.value(u"TaxCodeRef"_s))] += *amount;
    else
        detail.remove(u"TaxCodeRef"_s);
    m_sum += *amount;
    taken.insert(u"Amount"_s, wireAmount(*amount, m_exponent));
    taken.insert(u"DetailType"_s, type);
    taken.insert(u"SalesItemLineDetail"_s, detail);
    lines.append(taken);
    return std::nullopt;
}

void Draft::computeTax()
{
    const QJsonObject given = m_record.value(u"TxnTaxDetail"_s).toObject();
    m_record.remove(u"TxnTaxDetail"_s);
    m_total = m_sum;
    if (!m_taxed)
        return;
    const bool inclusive = text(m_record, u"GlobalTaxCalculation"_s) == u"TaxInclusive";
    if (given.contains(u"TotalTax"_s)) {
        // Tax that the caller states overrides what would be computed, stale or not.
        m_record.insert(u"TxnTaxDetail"_s, given);
        if (!inclusive)
            m_total += minorOf(given.value(u"TotalTax"_s), m_exponent).value_or(0);
        return;
    }
    qint64 tax = 0;
    QJsonArray taxLines;
    for (const auto &[code, sum] : m_sumByTaxCode.asKeyValueRange()) {
        const Rate rate = rateOf(m_ledger, code);
        const qint64 part =
            inclusive ? taxInGross(sum, rate.thousandths) : taxOnNet(sum, rate.thousandths);
        tax += part;
        const qint64 net = inclusive ? sum - part : sum;
        const QJsonObject detail{{u"TaxRateRef"_s, reference(rate.id)},
                                 {u"PercentBased"_s, true},
                                 {u"TaxPercent"_s, static_cast<double>(rate.thousandths) / 1000},
                                 {u"NetAmountTaxable"_s, wireAmount(net, m_exponent)}};
        taxLines.append(QJsonObject{{u"Amount"_s, wireAmount(part, m_exponent)},
                                    {u"DetailType"_s, u"TaxLineDetail"_s},
                                    {u"TaxLineDetail"_s, detail}});
    }
    m_record.insert(
        u"TxnTaxDetail"_s,
        QJsonObject{{u"TotalTax"_s, wireAmount(tax, m_exponent)}, {u"TaxLine"_s, taxLines}});
    if (!inclusive)
        m_total += tax;
}

} // namespace

qint64 taxOnNet(qint64 netMinor, qint64 rate)
{
    const qint64 scaled = (std::abs(netMinor) * rate + 50'000) / 100'000;
    return netMinor < 0 ? -scaled : scaled;
}

qint64 taxInGross(qint64 grossMinor, qint64 rate)
{
    const qint64 whole = 100'000 + rate;
    const qint64 scaled = (2 * std::abs(grossMinor) * rate + whole) / (2 * whole);
    return grossMinor < 0 ? -scaled : scaled;
}

BookResult composeInvoice(const Ledger &ledger, const QJsonObject &body, bool allowDuplicateNumber)
{
    if (const auto fault = checkProperties(body, computed + writable))
        return *fault;
    QJsonObject record = body;
    QJsonObject old;
    if (body.contains(u"Id"_s)) {
        auto update = openUpdate(ledger, u"Invoice"_s, body, computed);
        if (const auto *fault = std::get_if<BookFault>(&update))
            return *fault;
        old = std::get_if<BookUpdate>(&update)->old;
        record = std::get_if<BookUpdate>(&update)->merged;
        // A sparse update that brings lines but no tax detail asks for the tax anew.
        if (body.contains(u"Line"_s) && !body.contains(u"TxnTaxDetail"_s))
            record.remove(u"TxnTaxDetail"_s);
    } else {
        for (const QString &key : computed + QStringList{u"SyncToken"_s, u"MetaData"_s})
            record.remove(key);
    }
    Draft draft(ledger, record);
    if (const auto fault = draft.check(allowDuplicateNumber))
        return *fault;
    record = draft.take();
    const int exponent = ledger.exponent();
    const qint64 paid = minorOf(old.value(u"TotalAmt"_s), exponent).value_or(0)
        - minorOf(old.value(u"Balance"_s), exponent).value_or(0);
    record.insert(u"TotalAmt"_s, wireAmount(draft.total(), exponent));
    record.insert(u"Balance"_s, wireAmount(draft.total() - paid, exponent));
    if (ledger.prefers(u"CurrencyPrefs"_s, u"MultiCurrencyEnabled"_s)) {
        const double rate = record.value(u"ExchangeRate"_s).toDouble(1);
        const double home = wireAmount(draft.total() - paid, exponent) * rate;
        record.insert(u"HomeBalance"_s, wireAmount(minorOf(home, exponent).value_or(0), exponent));
    }
    if (!record.contains(u"LinkedTxn"_s))
        record.insert(u"LinkedTxn"_s, QJsonArray{});
    if (!record.contains(u"EmailStatus"_s))
        record.insert(u"EmailStatus"_s, u"NotSet"_s);
    if (!record.contains(u"PrintStatus"_s))
        record.insert(u"PrintStatus"_s, u"NeedToPrint"_s);
    return record;
}

BookResult writeInvoice(Ledger &ledger, const QJsonObject &body, bool allowDuplicateNumber)
{
    BookResult composed = composeInvoice(ledger, body, allowDuplicateNumber);
    if (faultOf(composed))
        return composed;
    return ledger.put(u"Invoice"_s, recordOf(composed));
}

} // namespace sim

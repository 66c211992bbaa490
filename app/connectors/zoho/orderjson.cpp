// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/json.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace zoho {

namespace {

const QRegularExpression &markTail()
{
    static const QRegularExpression tail(u"\\s*\\[v:([^\\]]+)\\]\\s*$"_s);
    return tail;
}

//! Teeth and surfaces as we write them into Description where the subform has no Tooth.
const QRegularExpression &toothText()
{
    static const QRegularExpression form(u"^[1-8][1-8](, [1-8][1-8])*( \\w+)?$"_s);
    return form;
}

constexpr qsizetype toothLength = 64; // crm-schema.md, Ordered_Items

//! Whether the subform's own field takes the line's teeth; else they go into Description.
bool takesTooth(const OrderLine &line, const LineFields &fields)
{
    return fields.tooth && line.tooth.size() <= toothLength;
}

QJsonArray taxesJson(const QList<LineTax> &taxes)
{
    QJsonArray list;
    for (const LineTax &tax : taxes) {
        list.append(
            QJsonObject{{u"name"_s, tax.name}, {u"percentage"_s, thousandthsToJson(tax.percent)}});
    }
    return list;
}

void insertMark(QJsonObject &json, const OrderLine &line, const LineFields &fields)
{
    QString description = takesTooth(line, fields) ? QString() : line.tooth;
    if (fields.mark)
        json.insert(u"Vestibule_Item"_s, line.mark);
    else
        description = QString(description + u" [v:%1]"_s.arg(line.mark)).trimmed();
    if (takesTooth(line, fields) && !line.tooth.isEmpty())
        json.insert(u"Tooth"_s, line.tooth);
    if (!description.isEmpty())
        json.insert(u"Description"_s, description);
}

//! The line by id and what is to be different.
QJsonObject changedLine(const OrderLine &there, const OrderLine &line, const LineFields &fields)
{
    QJsonObject json{{u"id"_s, line.remoteId}};
    // Another product may bring its own price, quantity and taxes along.
    const bool other = there.product != line.product;
    if (other)
        json.insert(u"Product_Name"_s, lookup(line.product.value));
    if (other || there.quantity != line.quantity)
        json.insert(u"Quantity"_s, thousandthsToJson(line.quantity));
    if (other || there.unitPrice.minor != line.unitPrice.minor)
        json.insert(u"List_Price"_s, moneyToJson(line.unitPrice));
    if (other || there.discount.minor != line.discount.minor)
        json.insert(u"Discount"_s, moneyToJson(line.discount));
    if (other || charged(there.taxes) != charged(line.taxes))
        json.insert(u"Line_Tax"_s, taxesJson(line.taxes));
    if (there.mark == line.mark && there.tooth == line.tooth)
        return json;
    insertMark(json, line, fields);
    if (fields.tooth && !json.contains(u"Tooth"_s) && !there.tooth.isEmpty())
        json.insert(u"Tooth"_s, QJsonValue::Null);
    return json;
}

Result<OrderLine> lineFrom(const QJsonObject &json, const Currency &currency)
{
    OrderLine line;
    line.remoteId = json.value("id"_L1).toString();
    line.mark = json.value("Vestibule_Item"_L1).toString();
    QString description = json.value("Description"_L1).toString();
    const QRegularExpressionMatch tail = markTail().match(description);
    if (tail.hasMatch()) {
        if (line.mark.isEmpty())
            line.mark = tail.captured(1);
        description.truncate(tail.capturedStart());
    }
    const QJsonValue product = json.value("Product_Name"_L1);
    line.product = ProductId(idOf(product));
    line.label = product["name"_L1].toString();
    if (line.label.isEmpty())
        line.label = description;
    line.tooth = json.value("Tooth"_L1).toString();
    if (line.tooth.isEmpty() && !line.mark.isEmpty() && toothText().match(description).hasMatch())
        line.tooth = description;
    const auto quantity = thousandthsFromJson(json.value("Quantity"_L1));
    const auto price = amountFrom(json.value("List_Price"_L1), currency);
    const auto discount = amountFrom(json.value("Discount"_L1), currency);
    if (!quantity)
        return tl::unexpected<Error>(quantity.error());
    if (!price)
        return tl::unexpected<Error>(price.error());
    if (!discount)
        return tl::unexpected<Error>(discount.error());
    line.quantity = *quantity;
    line.unitPrice = *price;
    line.discount = *discount;
    for (const QJsonValue &tax : json.value("Line_Tax"_L1).toArray()) {
        const auto percent = thousandthsFromJson(tax["percentage"_L1]);
        if (!percent)
            return tl::unexpected<Error>(percent.error());
        line.taxes.append({tax["name"_L1].toString(), *percent});
    }
    return line;
}

struct Sums {
    QList<OrderLine> lines;
    Money discount;
    Money adjustment;
    Money grandTotal;
};

//! What orders and invoices share.
Result<Sums> sumsFrom(const QJsonObject &record, const QString &subform, const Currency &currency)
{
    Sums sums;
    for (const QJsonValue &value : record.value(subform).toArray()) {
        auto line = lineFrom(value.toObject(), currency);
        if (!line)
            return tl::unexpected<Error>(line.error());
        sums.lines.append(*std::move(line));
    }
    const auto discount = amountFrom(record.value("Discount"_L1), currency);
    const auto adjustment = amountFrom(record.value("Adjustment"_L1), currency);
    const auto total = amountFrom(record.value("Grand_Total"_L1), currency);
    if (!discount)
        return tl::unexpected<Error>(discount.error());
    if (!adjustment)
        return tl::unexpected<Error>(adjustment.error());
    if (!total)
        return tl::unexpected<Error>(total.error());
    sums.discount = *discount;
    sums.adjustment = *adjustment;
    sums.grandTotal = *total;
    return sums;
}

//! What Devis and Commande call the same thing.
struct DocumentNames {
    QString lines;
    QString number;
    QString status;
};

Result<SalesOrder> documentFrom(const QJsonObject &record, const DocumentNames &names,
                                const Currency &currency)
{
    const auto sums = sumsFrom(record, names.lines, currency);
    if (!sums)
        return tl::unexpected<Error>(sums.error());
    SalesOrder order;
    order.id = record.value("id"_L1).toString();
    order.number = record.value(names.number).toString();
    order.status = record.value(names.status).toString();
    order.currency = record.value("Currency"_L1).toString();
    order.modifiedTime = record.value("Modified_Time"_L1).toString();
    order.converted =
        record.value("$converted"_L1).toBool() || record.value("Converted__s"_L1).toBool();
    order.lines = sums->lines;
    order.discount = sums->discount;
    order.adjustment = sums->adjustment;
    order.grandTotal = sums->grandTotal;
    return order;
}

QJsonObject packedLine(const OrderLine &line)
{
    QJsonArray taxes;
    for (const LineTax &tax : line.taxes)
        taxes.append(QJsonObject{{u"name"_s, tax.name}, {u"percent"_s, tax.percent}});
    return {{u"remoteId"_s, line.remoteId},
            {u"mark"_s, line.mark},
            {u"product"_s, line.product.value},
            {u"label"_s, line.label},
            {u"tooth"_s, line.tooth},
            {u"class"_s, line.invoiceClass},
            {u"quantity"_s, line.quantity},
            {u"price"_s, line.unitPrice.minor},
            {u"discount"_s, line.discount.minor},
            {u"taxes"_s, taxes}};
}

OrderLine unpackedLine(const QJsonObject &json, const Currency &currency)
{
    OrderLine line;
    line.remoteId = json.value("remoteId"_L1).toString();
    line.mark = json.value("mark"_L1).toString();
    line.product = ProductId(json.value("product"_L1).toString());
    line.label = json.value("label"_L1).toString();
    line.tooth = json.value("tooth"_L1).toString();
    line.invoiceClass = json.value("class"_L1).toString();
    line.quantity = json.value("quantity"_L1).toInteger();
    line.unitPrice = {json.value("price"_L1).toInteger(), currency};
    line.discount = {json.value("discount"_L1).toInteger(), currency};
    for (const QJsonValue &tax : json.value("taxes"_L1).toArray())
        line.taxes.append({tax["name"_L1].toString(), tax["percent"_L1].toInteger()});
    return line;
}

} // namespace

Result<Money> amountFrom(const QJsonValue &value, const Currency &currency)
{
    if (value.isNull() || value.isUndefined())
        return Money{0, currency};
    return moneyFromJson(value, currency);
}

QJsonObject newLine(const OrderLine &line, const LineFields &fields)
{
    QJsonObject json{{u"Product_Name"_s, lookup(line.product.value)},
                     {u"Quantity"_s, thousandthsToJson(line.quantity)},
                     {u"List_Price"_s, moneyToJson(line.unitPrice)}};
    if (!line.discount.isZero())
        json.insert(u"Discount"_s, moneyToJson(line.discount));
    if (!line.taxes.isEmpty())
        json.insert(u"Line_Tax"_s, taxesJson(line.taxes));
    insertMark(json, line, fields);
    return json;
}

QJsonArray lineItems(const QList<OrderLine> &current, const OrderDelta &delta,
                     const LineFields &fields)
{
    QJsonArray items;
    for (const OrderLine &line : delta.put) {
        if (line.remoteId.isEmpty()) {
            items.append(newLine(line, fields));
            continue;
        }
        const auto there =
            std::find_if(current.begin(), current.end(),
                         [&line](const OrderLine &each) { return each.remoteId == line.remoteId; });
        items.append(there == current.end() ? QJsonObject{{u"id"_s, line.remoteId}}
                                            : changedLine(*there, line, fields));
    }
    for (const QString &id : delta.removed)
        items.append(QJsonObject{{u"id"_s, id}, {u"_delete"_s, QJsonValue::Null}});
    return items;
}

Result<SalesOrder> salesOrderFrom(const QJsonObject &record, const Currency &currency)
{
    return documentFrom(record, {u"Ordered_Items"_s, u"SO_Number"_s, u"Status"_s}, currency);
}

Result<SalesOrder> quoteFrom(const QJsonObject &record, const Currency &currency)
{
    return documentFrom(record, {u"Quoted_Items"_s, u"Quote_Number"_s, u"Quote_Stage"_s}, currency);
}

Result<CrmInvoice> invoiceFrom(const QJsonObject &record, const Currency &currency)
{
    const auto sums = sumsFrom(record, u"Invoiced_Items"_s, currency);
    if (!sums)
        return tl::unexpected<Error>(sums.error());
    CrmInvoice invoice;
    invoice.id = record.value("id"_L1).toString();
    invoice.number = record.value("Invoice_Number"_L1).toString();
    invoice.modifiedTime = record.value("Modified_Time"_L1).toString();
    invoice.lines = sums->lines;
    invoice.discount = sums->discount;
    invoice.adjustment = sums->adjustment;
    invoice.grandTotal = sums->grandTotal;
    return invoice;
}

QJsonObject packed(const SalesOrder &order)
{
    QJsonArray lines;
    for (const OrderLine &line : order.lines)
        lines.append(packedLine(line));
    return {{u"id"_s, order.id},
            {u"number"_s, order.number},
            {u"status"_s, order.status},
            {u"currency"_s, order.currency},
            {u"modifiedTime"_s, order.modifiedTime},
            {u"converted"_s, order.converted},
            {u"lines"_s, lines},
            {u"discount"_s, order.discount.minor},
            {u"adjustment"_s, order.adjustment.minor},
            {u"grandTotal"_s, order.grandTotal.minor}};
}

SalesOrder unpackedOrder(const QJsonObject &json, const Currency &currency)
{
    SalesOrder order;
    order.id = json.value("id"_L1).toString();
    order.number = json.value("number"_L1).toString();
    order.status = json.value("status"_L1).toString();
    order.currency = json.value("currency"_L1).toString();
    order.modifiedTime = json.value("modifiedTime"_L1).toString();
    order.converted = json.value("converted"_L1).toBool();
    for (const QJsonValue &line : json.value("lines"_L1).toArray())
        order.lines.append(unpackedLine(line.toObject(), currency));
    order.discount = {json.value("discount"_L1).toInteger(), currency};
    order.adjustment = {json.value("adjustment"_L1).toInteger(), currency};
    order.grandTotal = {json.value("grandTotal"_L1).toInteger(), currency};
    return order;
}

QJsonObject packed(const OrderLines &lines)
{
    QJsonArray list;
    for (const ShownLine &shown : lines.lines) {
        QJsonObject line = packedLine(shown.line);
        line.insert(u"standing"_s, enumName(shown.standing));
        line.insert(u"pricedByHand"_s, shown.pricedByHand);
        list.append(line);
    }
    return {{u"lines"_s, list},
            {u"discount"_s, lines.discount.minor},
            {u"adjustment"_s, lines.adjustment.minor}};
}

OrderLines unpackedLines(const QJsonObject &json, const Currency &currency)
{
    OrderLines lines;
    for (const QJsonValue &value : json.value("lines"_L1).toArray()) {
        ShownLine shown;
        shown.line = unpackedLine(value.toObject(), currency);
        shown.standing = enumFromName<ShownLine::Standing>(value["standing"_L1].toString())
                             .value_or(ShownLine::Standing::Unknown);
        shown.pricedByHand = value["pricedByHand"_L1].toBool();
        lines.lines.append(shown);
    }
    lines.discount = {json.value("discount"_L1).toInteger(), currency};
    lines.adjustment = {json.value("adjustment"_L1).toInteger(), currency};
    return lines;
}

} // namespace zoho

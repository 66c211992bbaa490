// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zoholines.h"

#include "tests/simulator/zohovalues.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace sim::zoho {

namespace {

constexpr qsizetype MaximumLines = 100;
constexpr qint64 QuantityScale = 1000; //!< quantities have three decimals
constexpr qint64 PercentScale = 1000;

qint64 rounded(qint64 numerator, qint64 denominator)
{
    const qint64 half = denominator / 2;
    return (numerator >= 0 ? numerator + half : numerator - half) / denominator;
}

qint64 share(qint64 minor, double percent)
{
    return rounded(minor * std::llround(percent * static_cast<double>(PercentScale)),
                   100 * PercentScale);
}

std::optional<Problem> checkedTaxes(const Org &org, const QJsonArray &sent, const QString &path,
                                    QJsonArray &taxes)
{
    for (const QJsonValue &entry : sent) {
        const QString name = entry["name"_L1].toString();
        const Tax *found = nullptr;
        for (const Tax &tax : org.taxes()) {
            if (tax.name == name)
                found = &tax;
        }
        if (!found)
            return invalidData(u"Line_Tax"_s, path,
                               {{u"expected_data_type"_s, u"a tax of the org"_s}});
        taxes.append(
            QJsonObject{{u"name"_s, name},
                        {u"id"_s, found->id},
                        {u"percentage"_s,
                         entry["percentage"_L1].isDouble() ? entry["percentage"_L1].toDouble()
                                                           : found->percent}});
    }
    return std::nullopt;
}

//! Takes the keys of one sent line into a stored line.
std::optional<Problem> takeLine(Org &org, const Module &items, const QJsonObject &sent,
                                const QString &path, QJsonObject &line, QStringList &dropped)
{
    for (auto it = sent.constBegin(); it != sent.constEnd(); ++it) {
        const QString key = it.key();
        const Field *field = items.field(key);
        const QString fieldPath = QString(path + u'.' + key);
        if (key == "id"_L1)
            continue;
        if (!field || field->readOnly) {
            dropped.append(QString(items.name + u'.' + key));
            continue;
        }
        if (key == "Line_Tax"_L1) {
            QJsonArray taxes;
            if (const auto problem = checkedTaxes(org, it->toArray(), fieldPath, taxes))
                return problem;
            line[key] = taxes;
            continue;
        }
        QJsonValue value;
        if (const auto problem = checked(org, *field, *it, fieldPath, {}, value))
            return problem;
        if (field->type == Type::Lookup && value.isString())
            line[key] = org.reference(field->target, value.toString());
        else
            line[key] = value;
    }
    return std::nullopt;
}

void computeLine(const Org &org, QJsonObject &line)
{
    const qint64 quantity =
        std::llround(line.value("Quantity"_L1).toDouble(1) * static_cast<double>(QuantityScale));
    const qint64 price = org.minor(line.value("List_Price"_L1).toDouble());
    const qint64 total = rounded(quantity * price, QuantityScale);
    const qint64 discounted = total - org.minor(line.value("Discount"_L1).toDouble());
    qint64 tax = 0;
    QJsonArray taxes;
    for (const QJsonValue &entry : line.value("Line_Tax"_L1).toArray()) {
        QJsonObject one = entry.toObject();
        const qint64 part = share(discounted, one.value("percentage"_L1).toDouble());
        one[u"value"_s] = org.amount(part);
        taxes.append(one);
        tax += part;
    }
    line[u"Line_Tax"_s] = taxes;
    line[u"Total"_s] = org.amount(total);
    line[u"Total_After_Discount"_s] = org.amount(discounted);
    line[u"Tax"_s] = org.amount(tax);
    line[u"Net_Total"_s] = org.amount(discounted + tax);
}

//! A line as it stands before anything is written to it: all keys are there.
QJsonObject blankLine(Org &org, const Module &items, const Record &record)
{
    QJsonObject line;
    for (const Field &field : items.fields)
        line[field.name] = QJsonValue::Null;
    line[u"id"_s] = org.newId();
    line[u"Quantity"_s] = 1;
    line[u"Discount"_s] = 0;
    line[u"Line_Tax"_s] = QJsonArray();
    line[u"Parent_Id"_s] = QJsonObject{{u"id"_s, record.id}};
    line[u"Created_Time"_s] = org.stamp(org.nowSeconds());
    return line;
}

} // namespace

void computeTotals(const Org &org, Record &record)
{
    qint64 subTotal = 0;
    QJsonArray lines;
    int sequence = 0;
    for (const QJsonValue &entry : std::as_const(record.lines)) {
        QJsonObject line = entry.toObject();
        computeLine(org, line);
        line[u"Sequence_Number"_s] = ++sequence;
        subTotal += org.minor(line.value("Net_Total"_L1).toDouble());
        lines.append(line);
    }
    record.lines = lines;

    const qint64 discount = org.minor(record.fields.value("Discount"_L1).toDouble());
    const qint64 adjustment = org.minor(record.fields.value("Adjustment"_L1).toDouble());
    qint64 tax = 0;
    for (const QJsonValue &entry : record.fields.value("$line_tax"_L1).toArray())
        tax += share(subTotal - discount, entry["percentage"_L1].toDouble());
    record.fields[u"Sub_Total"_s] = org.amount(subTotal);
    record.fields[u"Tax"_s] = org.amount(tax);
    record.fields[u"Discount"_s] = org.amount(discount);
    record.fields[u"Adjustment"_s] = org.amount(adjustment);
    record.fields[u"Grand_Total"_s] = org.amount(subTotal - discount + tax + adjustment);
}

std::optional<Problem> writeLines(Org &org, const Module &module, const QJsonArray &sent,
                                  const QString &path, Record &record, QStringList &dropped)
{
    const Field *subform = module.lines();
    const Module &items = *org.metadata().module(subform->target);
    // An empty list would take every line off, and a document must have one.
    if (sent.isEmpty())
        return mandatory(subform->name, path);
    QList<QJsonObject> lines;
    for (const QJsonValue &line : std::as_const(record.lines))
        lines.append(line.toObject());

    int index = -1;
    for (const QJsonValue &entry : sent) {
        const QString linePath = u"%1[%2]"_s.arg(path).arg(++index);
        if (!entry.isObject())
            return invalidData(subform->name, linePath,
                               {{u"expected_data_type"_s, u"jsonobject"_s}});
        const QJsonObject wanted = entry.toObject();
        if (wanted.contains("id"_L1)) {
            const QString id = wanted.value("id"_L1).toString();
            const auto same = [&id](const QJsonObject &line) { return line.value("id"_L1) == id; };
            const auto line = std::find_if(lines.begin(), lines.end(), same);
            if (line == lines.end()) {
                Problem problem = invalidData(u"id"_s, QString(linePath + u".id"_s), {});
                problem.message = u"the id given seems to be invalid"_s;
                return problem;
            }
            if (wanted.contains("_delete"_L1)) {
                lines.erase(line);
                continue;
            }
            if (const auto problem = takeLine(org, items, wanted, linePath, *line, dropped))
                return problem;
            (*line)[u"Modified_Time"_s] = org.stamp(org.nowSeconds());
            continue;
        }
        if (!wanted.value("Product_Name"_L1).isObject())
            return mandatory(u"Product_Name"_s, QString(linePath + u".Product_Name"_s));
        QJsonObject line = blankLine(org, items, record);
        if (const auto problem = takeLine(org, items, wanted, linePath, line, dropped))
            return problem;
        if (!line.value("List_Price"_L1).isDouble()) {
            const Record *product =
                org.find(u"Products"_s, line.value("Product_Name"_L1)["id"_L1].toString());
            line[u"List_Price"_s] =
                product ? product->fields.value("Unit_Price"_L1).toDouble() : 0.0;
        }
        line[u"Modified_Time"_s] = line.value("Created_Time"_L1);
        lines.append(line);
    }
    if (lines.isEmpty())
        return mandatory(subform->name, path);
    if (lines.size() > MaximumLines)
        return invalidData(subform->name, path, {{u"maximum_length"_s, MaximumLines}});
    record.lines = {};
    for (const QJsonObject &line : std::as_const(lines))
        record.lines.append(line);
    return std::nullopt;
}

QJsonArray copiedLines(Org &org, const QJsonArray &lines)
{
    QJsonArray copies;
    for (const QJsonValue &entry : lines) {
        QJsonObject line = entry.toObject();
        line[u"id"_s] = org.newId();
        copies.append(line);
    }
    return copies;
}

} // namespace sim::zoho

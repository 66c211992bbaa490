// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zohoconvert.h"

#include "tests/simulator/zoholines.h"
#include "tests/simulator/zohorecords.h"
#include "tests/simulator/zohovalues.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim::zoho {

namespace {

//! Fields of equal meaning that the standard conversion mapping carries over. Custom fields do
//! not travel: an administrator would have to map them.
const QStringList Carried{u"Subject"_s,        u"Contact_Name"_s, u"Discount"_s,
                          u"Adjustment"_s,     u"$line_tax"_s,    u"Terms_and_Conditions"_s,
                          u"Description"_s,    u"Carrier"_s,      u"Owner"_s,
                          u"Purchase_Order"_s, u"Excise_Duty"_s,  u"Sales_Commission"_s};

Answer inBody(const Problem &problem)
{
    return Answer::json(problem.status, {{u"data"_s, QJsonArray{problem.toJson()}}});
}

Record child(Org &org, const Module &source, const Module &target, const Record &parent)
{
    Record record;
    record.id = org.newId();
    record.created = record.modified = org.nowSeconds();
    record.indexedMs = org.clock().now().toMSecsSinceEpoch() + org.options().searchDelayMs;
    for (const QString &name : Carried) {
        const QJsonValue value = parent.fields.value(name);
        if (!value.isUndefined() && target.field(name))
            record.fields[name] = value;
    }
    const QJsonValue deal = parent.fields.value("Deal_Name"_L1);
    if (deal.isString())
        record.fields[target.name == "Invoices"_L1 ? u"Deal_Name__s"_s : u"Deal_Name"_s] = deal;
    if (source.name == "Sales_Orders"_L1)
        record.fields[u"Sales_Order"_s] = parent.id;
    else if (target.name == "Sales_Orders"_L1)
        record.fields[u"Quote_Name"_s] = parent.id;
    record.fields[u"Status"_s] = u"Created"_s;
    if (target.name == "Invoices"_L1)
        record.fields[u"Invoice_Date"_s] = org.stamp(org.nowSeconds()).left(10);
    for (const Field &field : target.fields) {
        if (field.type == Type::AutoNumber)
            record.fields[field.name] = org.autoNumber(field.name);
    }
    record.lines = copiedLines(org, parent.lines);
    computeTotals(org, record);
    return record;
}

} // namespace

Answer convert(Org &org, const Module &module, const Request &request, const QString &id)
{
    if (module.name != "Quotes"_L1 && module.name != "Sales_Orders"_L1) {
        return refusal({.code = u"INVALID_MODULE"_s,
                        .details = {{u"resource_path_index"_s, 0}},
                        .message = u"the module name given seems to be invalid"_s});
    }
    const Record *found = org.find(module.name, id);
    if (!found)
        return refusal(unknownPathId(1));
    if (found->converted) {
        return refusal({.code = u"ID_ALREADY_CONVERTED"_s,
                        .details = {{u"resource_path_index"_s, 1}},
                        .message = u"id already converted"_s});
    }
    const QJsonArray data =
        QJsonDocument::fromJson(request.body).object().value("data"_L1).toArray();
    const QJsonArray targets = data.at(0)["convert_to"_L1].toArray();
    if (targets.size() != 1)
        return inBody(mandatory(u"convert_to"_s, u"$.data[0].convert_to"_s));
    const QString path = u"$.data[0].convert_to[0]"_s;
    const QJsonValue wanted = targets.at(0)["module"_L1];
    const Module *target = org.metadata().module(wanted["api_name"_L1].toString());
    if (!wanted["api_name"_L1].isString() || !wanted["id"_L1].isString()) {
        return inBody({.code = u"EXPECTED_FIELD_MISSING"_s,
                       .details = {{u"expected_fields"_s,
                                    QJsonArray{QJsonObject{
                                        {u"api_name"_s, u"id"_s},
                                        {u"json_path"_s, QString(path + u".module.id"_s)}}}}},
                       .message = u"expected field missing"_s});
    }
    const bool direction = target
        && (target->name == "Invoices"_L1
            || (target->name == "Sales_Orders"_L1 && module.name == "Quotes"_L1));
    if (!direction)
        return inBody(invalidData(u"api_name"_s, QString(path + u".module.api_name"_s), {}));
    if (wanted["id"_L1].toString() != target->id) {
        const auto named = [&path](const QString &key) {
            return QJsonObject{{u"api_name"_s, key},
                               {u"json_path"_s, QString(path + u".module."_s + key)}};
        };
        return inBody(
            {.code = u"AMBIGUITY_DURING_PROCESSING"_s,
             .details = {{u"ambiguity_due_to"_s, QJsonArray{named(u"api_name"_s), named(u"id"_s)}}},
             .message = u"name and id do not belong together"_s});
    }
    const QJsonValue tags = targets.at(0)["carry_over_tags"_L1];
    if (!tags.isUndefined() && !tags.toBool()) {
        return inBody({.code = u"NOT_ALLOWED"_s,
                       .details = {{u"api_name"_s, u"carry_over_tags"_s},
                                   {u"json_path"_s, QString(path + u".carry_over_tags"_s)}},
                       .message = u"only true is allowed"_s});
    }

    Record parent = *found;
    const Record made = child(org, module, *target, parent);
    org.store(*target, made);
    parent.converted = true;
    parent.modified = org.nowSeconds();
    org.store(module, parent);
    return Answer::json(
        200,
        {{u"data"_s,
          QJsonArray{QJsonObject{{u"code"_s, u"SUCCESS"_s},
                                 {u"details"_s,
                                  QJsonObject{{target->name,
                                               QJsonObject{{u"name"_s, org.nameOf(*target, made)},
                                                           {u"id"_s, made.id}}}}},
                                 {u"message"_s, u"The record has been converted successfully"_s},
                                 {u"status"_s, u"success"_s}}}}});
}

} // namespace sim::zoho

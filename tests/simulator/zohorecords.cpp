// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zohorecords.h"

#include "tests/simulator/zoholines.h"
#include "tests/simulator/zohovalues.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim::zoho {

namespace {

constexpr qsizetype MaximumRecords = 100;

const QStringList WhatModules{u"Accounts"_s, u"Deals"_s,        u"Products"_s,       u"Quotes"_s,
                              u"Invoices"_s, u"Sales_Orders"_s, u"Purchase_Orders"_s};

//! The field that an upsert looks at when the caller names none (zoho-crm.md 2.5).
QString systemCheckField(const Module &module)
{
    if (module.name == "Contacts"_L1)
        return u"Email"_s;
    return module.nameField;
}

//! The amount fields of a document that its totals depend on.
bool changesTotals(const QJsonObject &sent, const QString &subform)
{
    return sent.contains(subform) || sent.contains("Discount"_L1) || sent.contains("Adjustment"_L1)
        || sent.contains("$line_tax"_L1);
}

Problem dependentMissing(const QString &path)
{
    return {.code = u"DEPENDENT_FIELD_MISSING"_s,
            .details = {{u"dependee"_s,
                         QJsonObject{{u"api_name"_s, u"What_Id"_s},
                                     {u"json_path"_s, QString(path + u".What_Id"_s)}}},
                        {u"api_name"_s, u"$se_module"_s},
                        {u"json_path"_s, QString(path + u".$se_module"_s)}},
            .message = u"dependent field missing"_s};
}

} // namespace

Answer refusal(const Problem &problem)
{
    return Answer::json(problem.status, problem.toJson());
}

Answer Records::write(const Module &module, const Request &request, const QString &id, bool upsert)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(request.body, &error);
    if (!document.isObject())
        return refusal({.code = u"INVALID_DATA"_s, .details = {}, .message = u"body"_s});
    const QJsonObject body = document.object();
    const QJsonArray data = body.value("data"_L1).toArray();
    if (!body.value("data"_L1).isArray() || data.isEmpty()) {
        return refusal({.code = u"MANDATORY_NOT_FOUND"_s,
                        .details = {{u"api_name"_s, u"data"_s}, {u"json_path"_s, u"$.data"_s}},
                        .message = u"required field not found"_s});
    }
    if (data.size() > MaximumRecords) {
        return refusal(
            {.code = u"LIMIT_EXCEEDED"_s,
             .details = {{u"maximum_length"_s, MaximumRecords}, {u"api_name"_s, u"data"_s}},
             .message = u"count of records in your request exceeds the limit"_s});
    }
    if (body.contains("trigger"_L1) && !body.value("trigger"_L1).isArray()) {
        return refusal(
            invalidData(u"trigger"_s, u"$.trigger"_s, {{u"expected_data_type"_s, u"jsonarray"_s}}));
    }
    if (upsert && module.name == "Events"_L1) {
        return refusal({.code = u"NOT_SUPPORTED"_s,
                        .details = {{u"resource_path_index"_s, 0}},
                        .message = u"upsert is not supported for the module"_s});
    }

    QJsonArray results;
    QStringList dropped;
    int succeeded = 0;
    int single = 400;
    for (int i = 0; i < data.size(); ++i) {
        const Outcome outcome =
            one(module, data.at(i).toObject(), i, request, id, upsert, body, dropped);
        results.append(outcome.json);
        succeeded += outcome.ok ? 1 : 0;
        single = outcome.status;
    }
    const bool creates = request.method == "POST" && !upsert;
    int status = creates ? 201 : 200;
    if (succeeded == 0)
        status = data.size() == 1 ? single : 400;
    else if (succeeded < data.size())
        status = 207;
    const QJsonValue trigger = body.value("trigger"_L1);
    if (!trigger.isArray() || !trigger.toArray().isEmpty())
        m_automated += succeeded;
    Answer answer = Answer::json(status, {{u"data"_s, results}});
    answer.dropped = dropped;
    return answer;
}

Records::Outcome Records::one(const Module &module, const QJsonObject &sent, int index,
                              const Request &request, const QString &id, bool upsert,
                              const QJsonObject &body, QStringList &dropped)
{
    const QString path = u"$.data[%1]"_s.arg(index);
    const auto failed = [](const Problem &problem) {
        return Outcome{.json = problem.toJson(), .ok = false, .status = problem.status};
    };
    QString target = id.isEmpty() ? sent.value("id"_L1).toString() : id;
    QString duplicateField;
    if (upsert && target.isEmpty())
        target = existing(module, sent, body, duplicateField);
    const bool isNew = request.method == "POST" && (!upsert || target.isEmpty());

    Record record;
    if (isNew) {
        record.id = m_org.newId();
        record.created = m_org.nowSeconds();
    } else {
        const Record *found = m_org.find(module.name, target);
        if (!found)
            return failed(id.isEmpty() ? unknownId(target) : unknownPathId(1));
        record = *found;
        if (!request.header("If-Unmodified-Since").isEmpty()) {
            const auto since =
                secondsOf(QString::fromLatin1(request.header("If-Unmodified-Since")));
            if (!since)
                return failed(invalidData(u"If-Unmodified-Since"_s, path, {}));
            if (record.modified > *since) {
                return failed(
                    {.code = u"ALREADY_MODIFIED"_s,
                     .details = details(record),
                     .message =
                         u"record updated time has already passed if-unmodified-since time"_s,
                     .status = 412});
            }
        }
    }
    if (const auto problem = take(module, sent, path, record, isNew, dropped))
        return failed(*problem);
    if (const auto problem = duplicate(module, record, path))
        return failed(*problem);

    for (const Field &field : module.fields) {
        if (isNew && field.type == Type::AutoNumber)
            record.fields[field.name] = m_org.autoNumber(field.name);
    }
    record.modified = m_org.nowSeconds();
    record.indexedMs = m_org.clock().now().toMSecsSinceEpoch() + m_org.options().searchDelayMs;
    m_org.store(module, record);
    if (isNew)
        m_created(module.name, record.id);

    QJsonObject json{{u"code"_s, u"SUCCESS"_s},
                     {u"details"_s, details(record)},
                     {u"message"_s, isNew ? u"record added"_s : u"record updated"_s},
                     {u"status"_s, u"success"_s}};
    if (upsert) {
        json[u"action"_s] = isNew ? u"insert"_s : u"update"_s;
        json[u"duplicate_field"_s] =
            duplicateField.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(duplicateField);
    }
    return {.json = json, .ok = true, .status = isNew ? 201 : 200};
}

std::optional<Problem> Records::take(const Module &module, const QJsonObject &sent,
                                     const QString &path, Record &record, bool isNew,
                                     QStringList &dropped)
{
    const Field *subform = module.lines();
    if (record.converted && !sent.isEmpty()) {
        const bool lines = subform && changesTotals(sent, subform->name);
        if (lines || !m_org.options().convertedOrderEditable) {
            return Problem{
                .code = u"NOT_ALLOWED"_s,
                .details = {{u"api_name"_s, u"id"_s}, {u"json_path"_s, QString(path + u".id"_s)}},
                .message = u"the converted record cannot be updated"_s};
        }
    }
    if (isNew) {
        for (const Field &field : module.fields) {
            if (field.mandatory && sent.value(field.name).isUndefined())
                return mandatory(field.name, QString(path + u'.' + field.name));
        }
    }
    QString whatModule = record.fields.value("$se_module"_L1).toString();
    if (sent.contains("$se_module"_L1))
        whatModule = sent.value("$se_module"_L1).toString();
    if (sent.value("What_Id"_L1).isObject() && module.field(u"What_Id")) {
        if (!sent.contains("$se_module"_L1))
            return dependentMissing(path);
        if (!WhatModules.contains(whatModule))
            return invalidData(u"$se_module"_s, QString(path + u".$se_module"_s), {});
    }

    for (auto it = sent.constBegin(); it != sent.constEnd(); ++it) {
        const QString key = it.key();
        const Field *field = module.field(key);
        const QString fieldPath = QString(path + u'.' + key);
        if (key == "id"_L1 || (field && field == subform))
            continue;
        if (!field || field->readOnly) {
            if (key != "Layout"_L1)
                dropped.append(QString(module.name + u'.' + key));
            continue;
        }
        QJsonValue value;
        if (const auto problem = checked(m_org, *field, *it, fieldPath, whatModule, value))
            return problem;
        if (value.isNull())
            record.fields.remove(key);
        else
            record.fields[key] = value;
    }
    if (subform && sent.contains(subform->name)) {
        const QString linesPath = QString(path + u'.' + subform->name);
        if (!sent.value(subform->name).isArray())
            return invalidData(subform->name, linesPath,
                               {{u"expected_data_type"_s, u"jsonarray"_s}});
        if (const auto problem = writeLines(m_org, module, sent.value(subform->name).toArray(),
                                            linesPath, record, dropped))
            return problem;
    }
    if (subform && (isNew || changesTotals(sent, subform->name)))
        computeTotals(m_org, record);
    if (module.name == "Events"_L1) {
        const auto start = secondsOf(record.fields.value("Start_DateTime"_L1).toString());
        const auto end = secondsOf(record.fields.value("End_DateTime"_L1).toString());
        if (start && end && *end < *start)
            return invalidData(u"End_DateTime"_s, QString(path + u".End_DateTime"_s), {});
    }
    return std::nullopt;
}

std::optional<Problem> Records::duplicate(const Module &module, const Record &record,
                                          const QString &path) const
{
    const Org &org = m_org;
    const Table &rows = org.table(module.name);
    for (const Field &field : module.fields) {
        if (!field.unique)
            continue;
        const QString value = record.fields.value(field.name).toString().toLower();
        const QString other = rows.unique.value(field.name).value(value);
        if (value.isEmpty() || other.isEmpty() || other == record.id)
            continue;
        QJsonObject owner = m_org.userReference();
        owner[u"zuid"_s] = u"700000001"_s;
        return Problem{.code = u"DUPLICATE_DATA"_s,
                       .details = {{u"api_name"_s, field.name},
                                   {u"json_path"_s, QString(path + u'.' + field.name)},
                                   {u"id"_s, other},
                                   {u"more_records"_s, false},
                                   {u"duplicate_record"_s,
                                    QJsonObject{{u"id"_s, other},
                                                {u"Owner"_s, owner},
                                                {u"module"_s,
                                                 QJsonObject{{u"api_name"_s, module.name},
                                                             {u"id"_s, module.id}}}}}},
                       .message = u"duplicate data"_s};
    }
    return std::nullopt;
}

QString Records::existing(const Module &module, const QJsonObject &sent, const QJsonObject &body,
                          QString &field) const
{
    const Org &org = m_org;
    const Table &rows = org.table(module.name);
    QStringList names;
    if (body.value("duplicate_check_fields"_L1).isArray()) {
        for (const QJsonValue &name : body.value("duplicate_check_fields"_L1).toArray())
            names.append(name.toString());
    } else {
        names.append(systemCheckField(module));
    }
    // Whatever is listed, every unique field of the administrator's is looked at afterwards.
    for (const Field &candidate : module.fields) {
        if (candidate.unique && !names.contains(candidate.name))
            names.append(candidate.name);
    }
    for (const QString &name : std::as_const(names)) {
        const QString value = sent.value(name).toString();
        const Field *known = module.field(name);
        if (value.isEmpty() || !known)
            continue;
        if (known->unique) {
            const QString id = rows.unique.value(name).value(value.toLower());
            if (!id.isEmpty()) {
                field = name;
                return id;
            }
            continue;
        }
        for (const QString &id : rows.order) {
            const QString held = rows.records.value(id).fields.value(name).toString();
            if (held.compare(value, Qt::CaseInsensitive) == 0) {
                field = name;
                return id;
            }
        }
    }
    return {};
}

QJsonObject Records::details(const Record &record) const
{
    return {{u"id"_s, record.id},
            {u"Created_Time"_s, m_org.stamp(record.created)},
            {u"Modified_Time"_s, m_org.stamp(record.modified)},
            {u"Created_By"_s, m_org.userReference()},
            {u"Modified_By"_s, m_org.userReference()},
            {u"$approval_state"_s, u"approved"_s}};
}

Answer Records::remove(const Module &module, const Request &request, const QString &id)
{
    const QStringList ids =
        id.isEmpty() ? request.queryValue(u"ids").split(u',', Qt::SkipEmptyParts) : QStringList{id};
    if (ids.isEmpty() || ids.size() > MaximumRecords) {
        return refusal({.code = u"REQUIRED_PARAM_MISSING"_s,
                        .details = {{u"param"_s, u"ids"_s}},
                        .message = u"One of the expected parameter is missing"_s});
    }
    QJsonArray results;
    int succeeded = 0;
    for (const QString &one : ids) {
        if (!m_org.find(module.name, one)) {
            Problem problem = id.isEmpty() ? unknownId(one) : unknownPathId(1);
            problem.message = u"record not deleted"_s;
            results.append(problem.toJson());
            continue;
        }
        m_org.remove(module, one);
        ++succeeded;
        results.append(QJsonObject{{u"code"_s, u"SUCCESS"_s},
                                   {u"details"_s, QJsonObject{{u"id"_s, one}}},
                                   {u"message"_s, u"record deleted"_s},
                                   {u"status"_s, u"success"_s}});
    }
    const int status = succeeded == ids.size() ? 200 : succeeded == 0 ? 400 : 207;
    return Answer::json(status, {{u"data"_s, results}});
}

} // namespace sim::zoho

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zohovalues.h"

#include <QRegularExpression>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sim::zoho {

namespace {

bool wholeMatch(const QRegularExpression &expression, const QString &text)
{
    return expression.match(text).hasMatch();
}

const QRegularExpression &emailForm()
{
    static const QRegularExpression form(uR"(^[^@\s,;<>()]+@[^@\s,;<>()]+\.[^@\s.]{2,}$)"_s);
    return form;
}

const QRegularExpression &phoneForm()
{
    static const QRegularExpression form(uR"(^\+?[0-9a-zA-Z .()/:\-+,;#]*$)"_s);
    return form;
}

std::optional<Problem> checkedLookup(const Org &org, const Field &field, const QJsonValue &sent,
                                     const QString &path, const QString &module, QJsonValue &stored)
{
    if (!sent.isObject())
        return invalidData(field.name, path, {{u"expected_data_type"_s, u"jsonobject"_s}});
    if (!sent["id"_L1].isString())
        return invalidData(u"id"_s, QString(path + u".id"_s),
                           {{u"expected_data_type"_s, u"bigint"_s}});
    const QString id = sent["id"_L1].toString();
    bool known = false;
    if (field.type == Type::UserLookup) {
        for (const User &user : org.users())
            known = known || user.id == id;
    } else {
        known = org.find(module, id) != nullptr;
    }
    if (!known) {
        Problem problem = invalidData(u"id"_s, QString(path + u".id"_s), {});
        problem.message = u"the id given seems to be invalid"_s;
        return problem;
    }
    stored = id;
    return std::nullopt;
}

} // namespace

Problem invalidData(const QString &field, const QString &path, const QJsonObject &extra)
{
    QJsonObject details = extra;
    details[u"api_name"_s] = field;
    details[u"json_path"_s] = path;
    return {.code = u"INVALID_DATA"_s, .details = details, .message = u"invalid data"_s};
}

Problem mandatory(const QString &field, const QString &path)
{
    return {.code = u"MANDATORY_NOT_FOUND"_s,
            .details = {{u"api_name"_s, field}, {u"json_path"_s, path}},
            .message = u"required field not found"_s};
}

Problem unknownId(const QString &id)
{
    return {.code = u"INVALID_DATA"_s,
            .details = {{u"id"_s, id}},
            .message = u"the id given seems to be invalid"_s};
}

Problem unknownPathId(int index)
{
    return {.code = u"INVALID_DATA"_s,
            .details = {{u"resource_path_index"_s, index}},
            .message = u"the id given seems to be invalid"_s};
}

std::optional<qint64> secondsOf(const QString &text)
{
    static const QRegularExpression form(uR"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$)"_s);
    if (!wholeMatch(form, text))
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return std::nullopt;
    return time.toSecsSinceEpoch();
}

std::optional<Problem> checked(const Org &org, const Field &field, const QJsonValue &sent,
                               const QString &path, const QString &anyModule, QJsonValue &stored)
{
    const auto expected = [&](const QString &type) {
        return invalidData(field.name, path, {{u"expected_data_type"_s, type}});
    };
    if (sent.isNull()) {
        if (field.mandatory)
            return mandatory(field.name, path);
        stored = QJsonValue::Null;
        return std::nullopt;
    }
    switch (field.type) {
    case Type::Text:
    case Type::LongText:
    case Type::Email:
    case Type::Phone:
    case Type::Picklist: {
        if (!sent.isString())
            return expected(u"string"_s);
        const QString text = sent.toString();
        if (text.isEmpty() && field.mandatory)
            return mandatory(field.name, path);
        if (text.size() > field.length)
            return invalidData(field.name, path, {{u"maximum_length"_s, field.length}});
        if (field.type == Type::Email && !text.isEmpty() && !wholeMatch(emailForm(), text))
            return expected(u"email"_s);
        if (field.type == Type::Phone && !wholeMatch(phoneForm(), text))
            return expected(u"phone"_s);
        stored = text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
        return std::nullopt;
    }
    case Type::Integer:
        if (!sent.isDouble() || std::trunc(sent.toDouble()) != sent.toDouble())
            return expected(u"integer"_s);
        stored = sent;
        return std::nullopt;
    case Type::Double:
    case Type::Percent:
        if (!sent.isDouble())
            return expected(u"double"_s);
        stored = sent;
        return std::nullopt;
    case Type::Currency:
        if (!sent.isDouble())
            return expected(u"double"_s);
        stored = org.amount(org.minor(sent.toDouble()));
        return std::nullopt;
    case Type::Boolean:
        if (!sent.isBool())
            return expected(u"boolean"_s);
        stored = sent;
        return std::nullopt;
    case Type::Date:
        if (sent.toString().size() != 10
            || !QDate::fromString(sent.toString(), Qt::ISODate).isValid())
            return expected(u"date"_s);
        stored = sent;
        return std::nullopt;
    case Type::DateTime: {
        const auto seconds = secondsOf(sent.toString());
        if (!seconds)
            return expected(u"datetime"_s);
        stored = org.stamp(*seconds);
        return std::nullopt;
    }
    case Type::Lookup:
        return checkedLookup(org, field, sent, path, field.target, stored);
    case Type::AnyLookup:
        return checkedLookup(org, field, sent, path, anyModule, stored);
    case Type::UserLookup:
        return checkedLookup(org, field, sent, path, {}, stored);
    case Type::Json:
    case Type::Subform:
    case Type::AutoNumber:
        stored = sent;
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace sim::zoho

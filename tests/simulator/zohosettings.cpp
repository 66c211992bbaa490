// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zohosettings.h"

#include "tests/simulator/zohorecords.h"

using namespace Qt::StringLiterals;

namespace sim::zoho {

namespace {

Answer missingParam(const QString &name)
{
    return refusal({.code = u"REQUIRED_PARAM_MISSING"_s,
                    .details = {{u"param"_s, name}},
                    .message = u"One of the expected parameter is missing"_s});
}

Answer unknownModule()
{
    return refusal({.code = u"INVALID_MODULE"_s,
                    .details = {{u"resource_path_index"_s, 0}},
                    .message = u"the module name given seems to be invalid"_s});
}

QString layoutId(const Module &module)
{
    return u"5829000000000090%1"_s.arg(module.id.right(2));
}

QJsonArray layouts(const Org &org, const Module &module)
{
    QJsonArray fields;
    for (const QJsonValue &field : Metadata::fieldsJson(module, org.metadata()))
        fields.append(field);
    return {QJsonObject{
        {u"id"_s, layoutId(module)},
        {u"name"_s, u"Standard"_s},
        {u"api_name"_s, u"Standard"_s},
        {u"display_label"_s, u"Standard"_s},
        {u"status"_s, u"active"_s},
        {u"visible"_s, true},
        {u"sections"_s,
         QJsonArray{QJsonObject{{u"name"_s, QString(module.singular + u" Information"_s)},
                                {u"api_name"_s, module.name},
                                {u"display_label"_s, module.singular},
                                {u"sequence_number"_s, 1},
                                {u"fields"_s, fields}}}}}};
}

QJsonArray pipelines(const Org &org)
{
    QJsonArray maps;
    int sequence = 0;
    for (const QString &stage : org.metadata().module(u"Deals")->field(u"Stage")->options) {
        const QString forecast = stage.startsWith("Closed"_L1) ? stage : u"Open"_s;
        maps.append(QJsonObject{{u"id"_s, u"58290000000000980%1"_s.arg(++sequence)},
                                {u"display_value"_s, stage},
                                {u"actual_value"_s, stage},
                                {u"sequence_number"_s, sequence},
                                {u"forecast_category"_s, QJsonValue::Null},
                                {u"forecast_type"_s, forecast},
                                {u"delete"_s, false}});
    }
    return {QJsonObject{{u"id"_s, u"582900000000009700"_s},
                        {u"display_value"_s, u"Standard (Standard)"_s},
                        {u"actual_value"_s, u"Standard (Standard)"_s},
                        {u"default"_s, true},
                        {u"child_available"_s, false},
                        {u"maps"_s, maps}}};
}

QJsonObject currencyJson(const Org &org)
{
    return {{u"id"_s, u"582900000000009600"_s},
            {u"name"_s, org.currency()},
            {u"iso_code"_s, org.currency()},
            {u"symbol"_s, org.currency()},
            {u"is_base"_s, true},
            {u"is_active"_s, true},
            {u"prefix_symbol"_s, true},
            {u"exchange_rate"_s, u"1.000000000"_s},
            {u"format"_s,
             QJsonObject{{u"decimal_separator"_s, u"Period"_s},
                         {u"thousand_separator"_s, u"Comma"_s},
                         {u"decimal_places"_s, QString::number(org.exponent())}}}};
}

QJsonObject userJson(const Org &org, const User &user, bool isTokenUser)
{
    return {{u"id"_s, user.id},
            {u"full_name"_s, user.name},
            {u"first_name"_s, user.name.section(u' ', 0, 0)},
            {u"last_name"_s, user.name.section(u' ', 1)},
            {u"email"_s, user.email},
            {u"status"_s, u"active"_s},
            {u"confirm"_s, true},
            {u"CurrentUser"_s, isTokenUser},
            {u"zuid"_s, u"7%1"_s.arg(user.id.right(8))},
            {u"time_zone"_s, QString::fromLatin1(org.zone().id())},
            {u"locale"_s, u"fr_FR"_s},
            {u"language"_s, u"fr_FR"_s},
            {u"country_locale"_s, u"fr_FR"_s},
            {u"role"_s, QJsonObject{{u"name"_s, u"CEO"_s}, {u"id"_s, u"582900000000009500"_s}}},
            {u"profile"_s,
             QJsonObject{{u"name"_s, u"Administrator"_s}, {u"id"_s, u"582900000000009400"_s}}}};
}

} // namespace

Answer readSettings(const Org &org, const Request &request, const QStringList &path)
{
    const QString what = path.value(0);
    if (what == "modules"_L1) {
        QJsonArray modules;
        for (const Module &module : org.metadata().modules()) {
            if (path.size() < 2 || path.at(1) == module.name || path.at(1) == module.id)
                modules.append(Metadata::moduleJson(module));
        }
        return modules.isEmpty() ? unknownModule() : Answer::json(200, {{u"modules"_s, modules}});
    }
    if (what == "pipeline"_L1) {
        if (!request.hasQuery(u"layout_id"))
            return missingParam(u"layout_id"_s);
        if (request.queryValue(u"layout_id") != layoutId(*org.metadata().module(u"Deals"))) {
            return refusal({.code = u"INVALID_DATA"_s,
                            .details = {{u"param_name"_s, u"layout_id"_s}},
                            .message = u"the layout id given seems to be invalid"_s});
        }
        return Answer::json(200, {{u"pipeline"_s, pipelines(org)}});
    }
    if (!request.hasQuery(u"module"))
        return missingParam(u"module"_s);
    const Module *module = org.metadata().module(request.queryValue(u"module"));
    if (!module)
        return unknownModule();
    if (what == "fields"_L1) {
        const QJsonArray fields = Metadata::fieldsJson(*module, org.metadata());
        if (path.size() < 2)
            return Answer::json(200, {{u"fields"_s, fields}});
        for (const QJsonValue &field : fields) {
            if (field["id"_L1].toString() == path.at(1))
                return Answer::json(200, {{u"fields"_s, QJsonArray{field}}});
        }
        return Answer::empty(204);
    }
    if (what == "layouts"_L1)
        return Answer::json(200, {{u"layouts"_s, layouts(org, *module)}});
    if (what == "related_lists"_L1) {
        return Answer::json(200, {{u"related_lists"_s, QJsonArray{}}});
    }
    return refusal({.code = u"INVALID_URL_PATTERN"_s,
                    .details = {},
                    .message = u"Please check if the URL trying to access is a correct one"_s,
                    .status = 404});
}

Answer readOrg(const Org &org, const QStringList &path)
{
    if (path.value(0) == "currencies"_L1)
        return Answer::json(200, {{u"currencies"_s, QJsonArray{currencyJson(org)}}});
    if (path.value(0) == "taxes"_L1) {
        QJsonArray taxes;
        int sequence = 0;
        for (const Tax &tax : org.taxes()) {
            taxes.append(
                QJsonObject{{u"id"_s, tax.id},
                            {u"name"_s, tax.name},
                            {u"display_label"_s, u"%1 - %2 %"_s.arg(tax.name).arg(tax.percent)},
                            {u"value"_s, tax.percent},
                            {u"sequence_number"_s, ++sequence}});
        }
        return Answer::json(
            200,
            {{u"org_taxes"_s, QJsonObject{{u"taxes"_s, taxes}, {u"preference"_s, QJsonObject{}}}}});
    }
    return Answer::json(
        200,
        {{u"org"_s,
          QJsonArray{QJsonObject{{u"id"_s, u"582900000000009300"_s},
                                 {u"company_name"_s, u"Clinique Vestibule"_s},
                                 {u"domain_name"_s, u"org582900000"_s},
                                 {u"currency"_s, org.currency()},
                                 {u"iso_code"_s, org.currency()},
                                 {u"currency_symbol"_s, org.currency()},
                                 {u"currency_locale"_s, u"fr_FR"_s},
                                 {u"mc_status"_s, false},
                                 {u"time_zone"_s, QString::fromLatin1(org.zone().id())},
                                 {u"zgid"_s, u"700000000"_s},
                                 {u"primary_email"_s, org.users().at(0).email},
                                 {u"license_details"_s,
                                  QJsonObject{{u"paid"_s, true},
                                              {u"paid_type"_s, u"zohoone_enterprise"_s},
                                              {u"users_license_purchased"_s, 20}}}}}}});
}

Answer readUsers(const Org &org, const Request &request)
{
    QJsonArray users;
    const bool onlyCurrent = request.queryValue(u"type") == "CurrentUser"_L1;
    for (const User &user : org.users()) {
        const bool isTokenUser = users.isEmpty();
        if (!onlyCurrent || isTokenUser)
            users.append(userJson(org, user, isTokenUser));
    }
    return Answer::json(200,
                        {{u"users"_s, users},
                         {u"info"_s,
                          QJsonObject{{u"per_page"_s, 200},
                                      {u"count"_s, users.size()},
                                      {u"page"_s, 1},
                                      {u"more_records"_s, false}}}});
}

} // namespace sim::zoho

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/quickbooks/client.h"

#include "app/base/id.h"

using namespace Qt::StringLiterals;

namespace quickbooks {

namespace {

constexpr int PageSize = 1000; // MAXRESULTS at most (quickbooks-online.md section 5)

QString itemName()
{
    return u"Prestation dentaire"_s;
}

//! Percent of every tax code: the sum of its sales rates.
QHash<QString, QPair<QString, Thousandths>> codesFrom(const QJsonArray &codes,
                                                      const QJsonArray &rates)
{
    QHash<QString, Thousandths> percentOf;
    for (const QJsonValue &rate : rates) {
        percentOf.insert(rate["Id"_L1].toString(),
                         thousandthsFromJson(rate["RateValue"_L1]).value_or(0));
    }
    QHash<QString, QPair<QString, Thousandths>> byId;
    for (const QJsonValue &code : codes) {
        Thousandths percent = 0;
        for (const QJsonValue &detail : code["SalesTaxRateList"_L1]["TaxRateDetail"_L1].toArray())
            percent += percentOf.value(detail["TaxRateRef"_L1]["value"_L1].toString());
        byId.insert(code["Id"_L1].toString(), {code["Name"_L1].toString(), percent});
    }
    return byId;
}

} // namespace

Request Client::request(QByteArray method, const QString &resource, const QString &purpose) const
{
    Request request(std::move(method), u"v3/company/%1/%2"_s.arg(m_realm, resource),
                    u"v3/company/{id}/%1"_s.arg(resource.section(u'/', 0, 0)));
    request.query.append({u"minorversion"_s, u"75"_s});
    request.headers.append(qMakePair(QByteArray("Accept"), QByteArray("application/json")));
    request.purpose = purpose;
    return request;
}

Task<Outcome> Client::get(QString resource, QString purpose)
{
    Request call = request("GET", resource, purpose);
    const Result<Response> response = co_await m_transport->send(std::move(call));
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    co_return outcomeOf(*response);
}

Task<QJsonArray> Client::query(QString statement, QString entity, QString purpose)
{
    QJsonArray all;
    for (;;) {
        Request call = request("GET", u"query"_s, purpose);
        const QString paged = QString(
            statement + u" STARTPOSITION %1 MAXRESULTS %2"_s.arg(all.size() + 1).arg(PageSize));
        call.query.append(qMakePair(u"query"_s, paged));
        const Result<Response> response = co_await m_transport->send(std::move(call));
        if (!response)
            co_return tl::unexpected<Error>(response.error());
        const Result<Outcome> outcome = outcomeOf(*response);
        if (!outcome)
            co_return tl::unexpected<Error>(outcome.error());
        if (outcome->fault)
            co_return tl::unexpected<Error>(outcome->fault->error());
        const QJsonArray rows = outcome->body.value("QueryResponse"_L1)[entity].toArray();
        for (const QJsonValue &row : rows)
            all.append(row);
        if (rows.size() < PageSize)
            co_return all;
    }
}

Task<Outcome> Client::create(QString resource, QJsonObject body, QString requestId, QString purpose)
{
    Request call = request("POST", resource, purpose);
    call.query.append({u"requestid"_s, requestId});
    call.contentType = "application/json";
    call.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const Result<Response> response = co_await m_transport->send(std::move(call));
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    co_return outcomeOf(*response);
}

Task<QString> Client::serviceItem()
{
    const QString purpose = u"check company"_s;
    // A copy: co_return of a member would move it away.
    if (const QString itemId = m_itemId; !itemId.isEmpty())
        co_return itemId;
    const QString byName = QString(u"select * from Item where Name = "_s + quoted(itemName()));
    const Result<QJsonArray> items = co_await query(byName, u"Item"_s, purpose);
    if (!items)
        co_return tl::unexpected<Error>(items.error());
    if (!items->isEmpty())
        co_return items->at(0)["Id"_L1].toString();
    const QString accountsOf = u"select * from Account where AccountType = 'Income'"_s;
    const Result<QJsonArray> accounts = co_await query(accountsOf, u"Account"_s, purpose);
    if (!accounts)
        co_return tl::unexpected<Error>(accounts.error());
    if (accounts->isEmpty())
        co_return QString();
    const QJsonObject body{{u"Name"_s, itemName()},
                           {u"Type"_s, u"Service"_s},
                           {u"IncomeAccountRef"_s, reference(accounts->at(0)["Id"_L1].toString())}};
    const QString key = derivedUuid(QString(u"quickbooks:item:" + m_realm));
    const Result<Outcome> made = co_await create(u"item"_s, body, key, purpose);
    if (!made)
        co_return tl::unexpected<Error>(made.error());
    if (made->fault)
        co_return tl::unexpected<Error>(made->fault->error());
    co_return made->body.value("Item"_L1)["Id"_L1].toString();
}

Task<Company> Client::company()
{
    const QString purpose = u"check company"_s;
    const Result<Outcome> answer = co_await get(u"preferences"_s, purpose);
    if (!answer)
        co_return tl::unexpected<Error>(answer.error());
    if (answer->fault)
        co_return tl::unexpected<Error>(answer->fault->error());
    const QJsonValue preferences = answer->body.value("Preferences"_L1);
    Company company;
    company.customNumbers = preferences["SalesFormsPrefs"_L1]["CustomTxnNumbers"_L1].toBool();
    company.usesSalesTax = preferences["TaxPrefs"_L1]["UsingSalesTax"_L1].toBool();
    const QJsonValue currency = preferences["CurrencyPrefs"_L1];
    company.homeCurrency = currency["HomeCurrency"_L1]["value"_L1].toString();
    company.multiCurrency = currency["MultiCurrencyEnabled"_L1].toBool();
    if (!preferences["AccountingInfoPrefs"_L1]["ClassTrackingPerTxnLine"_L1].toBool()) {
        company.problems.append(
            Words::tr("Class tracking per line is off in QuickBooks. Turn it on: Account and "
                      "settings, Advanced, Categories, one class to each row."));
    }
    const Result<QString> item = co_await serviceItem();
    if (!item)
        co_return tl::unexpected<Error>(item.error());
    company.itemId = *item;
    if (company.itemId.isEmpty()) {
        company.problems.append(
            Words::tr("QuickBooks has no income account, so the item \"%1\" cannot be made.")
                .arg(itemName()));
    }
    const Result<QJsonArray> classes =
        co_await query(u"select * from Class"_s, u"Class"_s, purpose);
    if (!classes)
        co_return tl::unexpected<Error>(classes.error());
    for (const QJsonValue &one : *classes) {
        const QString id = one["Id"_L1].toString();
        company.classes.insert(one["FullyQualifiedName"_L1].toString(), id);
        company.classes.insert(one["Name"_L1].toString(), id);
    }
    if (company.usesSalesTax) {
        const Result<QJsonArray> codes =
            co_await query(u"select * from TaxCode"_s, u"TaxCode"_s, purpose);
        if (!codes)
            co_return tl::unexpected<Error>(codes.error());
        const Result<QJsonArray> rates =
            co_await query(u"select * from TaxRate"_s, u"TaxRate"_s, purpose);
        if (!rates)
            co_return tl::unexpected<Error>(rates.error());
        company.taxCodes = codesFrom(*codes, *rates);
    }
    co_return company;
}

Task<void> Client::probe()
{
    const QString resource = u"companyinfo/"_s + m_realm;
    const Result<Outcome> answer = co_await get(resource, u"probe"_s);
    if (!answer)
        co_return tl::unexpected<Error>(answer.error());
    if (answer->fault)
        co_return tl::unexpected<Error>(answer->fault->error());
    co_return Result<void>();
}

QByteArray Company::toJson() const
{
    QJsonObject classIds;
    for (auto it = classes.constBegin(); it != classes.constEnd(); ++it)
        classIds.insert(it.key(), it.value());
    QJsonObject codes;
    for (auto it = taxCodes.constBegin(); it != taxCodes.constEnd(); ++it) {
        codes.insert(it.key(), QJsonObject{{u"name"_s, it->first}, {u"percent"_s, it->second}});
    }
    const QJsonObject json{{u"problems"_s, QJsonArray::fromStringList(problems)},
                           {u"itemId"_s, itemId},
                           {u"customNumbers"_s, customNumbers},
                           {u"usesSalesTax"_s, usesSalesTax},
                           {u"classes"_s, classIds},
                           {u"taxCodes"_s, codes},
                           {u"homeCurrency"_s, homeCurrency},
                           {u"multiCurrency"_s, multiCurrency}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Company> Company::fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return failure(Error::Kind::Storage,
                       Words::tr("The stored settings of the QuickBooks company cannot be read."),
                       Service::QuickBooks);
    }
    Company company;
    for (const QJsonValue &problem : document["problems"_L1].toArray())
        company.problems.append(problem.toString());
    company.itemId = document["itemId"_L1].toString();
    company.customNumbers = document["customNumbers"_L1].toBool();
    company.usesSalesTax = document["usesSalesTax"_L1].toBool();
    const QJsonObject classIds = document["classes"_L1].toObject();
    for (auto it = classIds.constBegin(); it != classIds.constEnd(); ++it)
        company.classes.insert(it.key(), it.value().toString());
    const QJsonObject codes = document["taxCodes"_L1].toObject();
    for (auto it = codes.constBegin(); it != codes.constEnd(); ++it) {
        company.taxCodes.insert(
            it.key(), {it.value()["name"_L1].toString(), it.value()["percent"_L1].toInteger()});
    }
    company.homeCurrency = document["homeCurrency"_L1].toString();
    company.multiCurrency = document["multiCurrency"_L1].toBool();
    return company;
}

} // namespace quickbooks

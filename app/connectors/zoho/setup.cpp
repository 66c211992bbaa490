// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/client.h"
#include "app/connectors/zoho/json.h"

using namespace Qt::StringLiterals;

// The set-up check of crm-schema.md: what the CRM lacks, in words.

namespace zoho {

namespace {

enum class Need {
    Must,
    Wish, //!< used where it exists
};

struct Demand {
    const char16_t *module;
    const char16_t *field;
    const char16_t *types; //!< data_type words that will do, between blanks
    int length; //!< at least; 0 = no matter
    bool unique;
    Need need;
};

constexpr Demand demands[] = {
    {u"Contacts", u"Vestibule_Ref", u" text ", 40, true, Need::Must},
    {u"Contacts", u"DentalTap_ID", u" text ", 64, false, Need::Must},
    {u"Contacts", u"QuickBooks_ID", u" text ", 64, false, Need::Must},
    {u"Contacts", u"Patient_Alerts", u" textarea ", 0, false, Need::Wish},
    {u"Contacts", u"Patient_Language", u" picklist ", 0, false, Need::Wish},
    {u"Deals", u"Vestibule_Ref", u" text ", 40, true, Need::Must},
    {u"Deals", u"Chirurgien", u" lookup ", 0, false, Need::Wish},
    {u"Quotes", u"Vestibule_Ref", u" text ", 40, true, Need::Must},
    {u"Quotes", u"Plan_ID", u" text ", 64, false, Need::Must},
    {u"Quotes", u"Plan_Version", u" integer double bigint ", 0, false, Need::Must},
    {u"Sales_Orders", u"Vestibule_Ref", u" text ", 40, true, Need::Must},
    {u"Sales_Orders", u"DentalTap_Appointment", u" text ", 64, false, Need::Must},
    {u"Sales_Orders", u"Google_Event", u" text ", 200, false, Need::Must},
    {u"Sales_Orders", u"Visit_Start", u" datetime ", 0, false, Need::Wish},
    {u"Invoices", u"Vestibule_Ref", u" text ", 40, true, Need::Must},
    {u"Invoices", u"QuickBooks_ID", u" text ", 64, false, Need::Must},
    {u"Products", u"Invoice_Class", u" text picklist ", 0, false, Need::Must},
    {u"Products", u"DentalTap_ID", u" text ", 64, false, Need::Must},
    {u"Products", u"Duration_Minutes", u" integer double bigint ", 0, false, Need::Wish},
    {u"Products", u"Act_Code", u" text ", 16, false, Need::Wish},
    {u"Chirurgiens", u"Name", u" text ", 0, false, Need::Must},
    {u"Chirurgiens", u"User", u" userlookup lookup ", 0, false, Need::Must},
    {u"Chirurgiens", u"DentalTap_Provider", u" text ", 0, false, Need::Must},
    {u"Chirurgiens", u"Google_Calendar", u" text email ", 0, false, Need::Must},
    {u"Chirurgiens", u"Colour", u" text picklist ", 0, false, Need::Must},
    {u"Chirurgiens", u"Active", u" boolean ", 0, false, Need::Must},
    {u"Quoted_Items", u"Vestibule_Item", u" text ", 64, false, Need::Wish},
    {u"Quoted_Items", u"Tooth", u" text ", 64, false, Need::Wish},
    {u"Ordered_Items", u"Vestibule_Item", u" text ", 64, false, Need::Wish},
    {u"Ordered_Items", u"Tooth", u" text ", 64, false, Need::Wish},
};

QString described(const Demand &demand)
{
    const QString type = QString::fromUtf16(demand.types).trimmed().section(u' ', 0, 0);
    QStringList parts{type};
    if (demand.length > 0)
        parts.append(QString::number(demand.length));
    if (demand.unique)
        parts.append(Words::tr("unique"));
    return parts.join(u", "_s);
}

//! Empty when the field is as demanded.
QString fault(const Demand &demand, const QJsonArray &fields)
{
    const QString module = QString::fromUtf16(demand.module);
    const QString name = QString::fromUtf16(demand.field);
    for (const QJsonValue &value : fields) {
        const QJsonObject field = value.toObject();
        if (field.value("api_name"_L1).toString() != name)
            continue;
        const QString type = field.value("data_type"_L1).toString();
        if (!QString::fromUtf16(demand.types).contains(QString(u' ' + type + u' '))) {
            return Words::tr("%1: field %2 has the type %3, it must be (%4)")
                .arg(module, name, type, described(demand));
        }
        if (demand.length > 0 && field.value("length"_L1).toInt() < demand.length) {
            return Words::tr("%1: field %2 is too short, it must be (%3)")
                .arg(module, name, described(demand));
        }
        if (demand.unique && field.value("unique"_L1).toObject().isEmpty()) {
            return Words::tr("%1: field %2 allows duplicate values, it must be (%3)")
                .arg(module, name, described(demand));
        }
        return {};
    }
    return Words::tr("%1: field %2 (%3) is missing").arg(module, name, described(demand));
}

//! A word of the settings that is written into a picklist.
struct Word {
    const char16_t *module;
    const char16_t *field;
    QString value;
};

QList<Word> wordsOf(const Settings::Zoho &words)
{
    return {{u"Deals", u"Stage", words.dealBooked},
            {u"Deals", u"Stage", words.dealLost},
            {u"Deals", u"Pipeline", words.dealPipeline},
            {u"Quotes", u"Quote_Stage", words.quoteDraft},
            {u"Quotes", u"Quote_Stage", words.quoteConfirmed},
            {u"Quotes", u"Quote_Stage", words.quoteWon},
            {u"Quotes", u"Quote_Stage", words.quoteLost},
            {u"Sales_Orders", u"Status", words.orderCreated},
            {u"Sales_Orders", u"Status", words.orderApproved},
            {u"Sales_Orders", u"Status", words.orderDelivered},
            {u"Sales_Orders", u"Status", words.orderCancelled}};
}

//! Empty when the picklist knows the word. The CRM writes its actual values, not the translated
//! ones that it shows (zoho-crm.md section 7).
QString fault(const Word &word, const QJsonArray &fields)
{
    for (const QJsonValue &field : fields) {
        if (field["api_name"_L1].toString() != QString::fromUtf16(word.field))
            continue;
        QStringList known;
        for (const QJsonValue &option : field["pick_list_values"_L1].toArray())
            known.append(option["actual_value"_L1].toString());
        if (known.isEmpty() || known.contains(word.value))
            return {};
        return Words::tr("%1: the list %2 does not know the word \"%3\". Add it there, or put one "
                         "of its words into the settings: %4")
            .arg(QString::fromUtf16(word.module), QString::fromUtf16(word.field), word.value,
                 known.join(u", "_s));
    }
    return {};
}

} // namespace

Task<QJsonArray> Client::fieldsOf(QString module)
{
    QList<QPair<QString, QString>> query;
    query.append({u"module"_s, module});
    const Result<QJsonObject> answer =
        co_await get(u"crm/v8/settings/fields"_s, query, QString(), u"check set-up"_s);
    if (!answer)
        co_return tl::unexpected<Error>(answer.error());
    co_return answer->value("fields"_L1).toArray();
}

Task<SetupReport> Client::setup(Settings::Zoho words)
{
    SetupReport report;
    QList<QPair<QString, QString>> none;
    const Result<QJsonObject> org =
        co_await get(u"crm/v8/org"_s, none, QString(), u"check set-up"_s);
    if (!org)
        co_return tl::unexpected<Error>(org.error());
    const QJsonObject company = org->value("org"_L1).toArray().at(0).toObject();
    report.currency = company.value("iso_code"_L1).toString();
    report.timeZone = company.value("time_zone"_L1).toString().toLatin1();
    if (!report.currency.isEmpty() && report.currency != m_currency.code) {
        report.problems.append(Words::tr("The CRM keeps its amounts in %1, the desk is set to %2")
                                   .arg(report.currency, m_currency.code));
    }
    const Result<QJsonObject> modules =
        co_await get(u"crm/v8/settings/modules"_s, none, QString(), u"check set-up"_s);
    if (!modules)
        co_return tl::unexpected<Error>(modules.error());
    QStringList known;
    for (const QJsonValue &module : modules->value("modules"_L1).toArray()) {
        const QString name = module["api_name"_L1].toString();
        known.append(name);
        if (name == "Invoices"_L1)
            report.invoicesModuleId = module["id"_L1].toString();
    }
    QHash<QString, QJsonArray> fields;
    for (const Demand &demand : demands) {
        const QString module = QString::fromUtf16(demand.module);
        const QString field = QString::fromUtf16(demand.field);
        const bool subform = module.endsWith("_Items"_L1);
        if (!subform && !known.contains(module)) {
            const QString missing = Words::tr("The module %1 is missing").arg(module);
            if (!report.problems.contains(missing))
                report.problems.append(missing);
            continue;
        }
        if (!fields.contains(module)) {
            const Result<QJsonArray> list = co_await fieldsOf(module);
            const bool unreadable = !list && !list.error().isTransient() && subform;
            if (!list && !unreadable)
                co_return tl::unexpected<Error>(list.error());
            fields.insert(module, list.value_or(QJsonArray()));
        }
        const QString problem = fault(demand, fields.value(module));
        if (demand.need == Need::Must && !problem.isEmpty())
            report.problems.append(problem);
        if (demand.need == Need::Wish && problem.isEmpty()) {
            report.optionalFields.append(QString(module + u'.' + field));
            if (module == "Ordered_Items"_L1)
                report.subformFields.append(field);
        }
    }
    for (const Word &word : wordsOf(words)) {
        if (word.value.isEmpty())
            continue;
        const QString problem = fault(word, fields.value(QString::fromUtf16(word.module)));
        if (!problem.isEmpty() && !report.problems.contains(problem))
            report.problems.append(problem);
    }
    co_return report;
}

QByteArray SetupReport::toJson() const
{
    const QJsonObject json{{u"problems"_s, QJsonArray::fromStringList(problems)},
                           {u"invoicesModuleId"_s, invoicesModuleId},
                           {u"currency"_s, currency},
                           {u"timeZone"_s, QString::fromLatin1(timeZone)},
                           {u"subformFields"_s, QJsonArray::fromStringList(subformFields)},
                           {u"optionalFields"_s, QJsonArray::fromStringList(optionalFields)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<SetupReport> SetupReport::fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject()) {
        return failure(Error::Kind::Storage,
                       Words::tr("The stored set-up of the CRM cannot be read."), Service::Zoho);
    }
    const auto texts = [&](QLatin1StringView key) {
        QStringList list;
        for (const QJsonValue &value : document[key].toArray())
            list.append(value.toString());
        return list;
    };
    SetupReport report;
    report.problems = texts("problems"_L1);
    report.invoicesModuleId = document["invoicesModuleId"_L1].toString();
    report.currency = document["currency"_L1].toString();
    report.timeZone = document["timeZone"_L1].toString().toLatin1();
    report.subformFields = texts("subformFields"_L1);
    report.optionalFields = texts("optionalFields"_L1);
    return report;
}

} // namespace zoho

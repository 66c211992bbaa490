// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zohometadata.h"

using namespace Qt::StringLiterals;

namespace sim::zoho {

namespace {

// One field a line: name, type, then in any order a length, a target, |options, and the signs
// * mandatory, ! unique, - read only, + custom. Names of zoho-crm.md 2.1 and crm-schema.md.
constexpr auto Stamps = u"Owner user\nCreated_Time datetime -\nModified_Time datetime -\n"
                        "Created_By user -\nModified_By user -\n";

constexpr auto Contacts =
    u"Last_Name text 80 *\nFirst_Name text 40\nFull_Name text 120 -\nSalutation picklist "
    "|Mr.|Mrs.|Ms.|Dr.\n"
    "Email email 100\nSecondary_Email email 100\nPhone phone 50\nMobile phone 30\nHome_Phone phone "
    "30\n"
    "Other_Phone phone 30\nDate_of_Birth date\nMailing_Street text 250\nMailing_City text 100\n"
    "Mailing_State text 100\nMailing_Zip text 30\nMailing_Country text 100\nLead_Source picklist "
    "|Web|Telephone\nDescription long 32000\nEmail_Opt_Out boolean\nTag json\n"
    "Record_Status__s text 20 -\nLocked__s boolean -\nVestibule_Ref text 40 ! +\n"
    "DentalTap_ID text 64 +\nQuickBooks_ID text 64 +\nPatient_Alerts long 2000 +\n"
    "Patient_Language picklist |fr|en +\n";

constexpr auto Deals =
    u"Deal_Name text 120 *\nStage picklist * |Qualification|Needs Analysis|Value "
    "Proposition|Id. Decision Makers|Perception Analysis|Proposal/Price "
    "Quote|Negotiation/Review|Closed Won|Closed Lost\n"
    "Pipeline picklist |Standard (Standard)\nClosing_Date date\nAmount currency\n"
    "Contact_Name lookup Contacts\nType picklist |New Business|Existing Business\n"
    "Probability integer\nExpected_Revenue currency -\nNext_Step text 100\nLead_Source picklist "
    "|Web|Telephone\n"
    "Description long 32000\nTag json\nVestibule_Ref text 40 ! +\nChirurgien lookup Chirurgiens "
    "+\n";

constexpr auto Products =
    u"Product_Name text 200 *\nProduct_Code text 40\nUnit_Price currency\nProduct_Active boolean\n"
    "Product_Category picklist |Soins|Chirurgie\nTaxable boolean\nTax json\nUsage_Unit picklist "
    "|Box|Piece\n"
    "Description long 32000\nQty_in_Stock double\nQty_Ordered double -\nQty_in_Demand double -\n"
    "Tag json\nInvoice_Class text 100 +\nDentalTap_ID text 64 +\nDuration_Minutes integer +\n"
    "Act_Code text 16 +\n";

constexpr auto Address =
    u"Billing_Street text 250\nBilling_City text 100\nBilling_State text 100\nBilling_Code text "
    "30\nBilling_Country text 100\nShipping_Street text 250\nShipping_City text "
    "100\nShipping_State text 100\nShipping_Code text 30\nShipping_Country text 100\n"
    "Terms_and_Conditions long 32000\nDescription long 32000\nTag json\n";

constexpr auto Totals = u"Sub_Total currency -\nDiscount currency\nTax currency -\nAdjustment "
                        "currency\nGrand_Total currency -\n$line_tax json\n";

constexpr auto Quotes =
    u"Subject text 120 *\nQuoted_Items subform Quoted_Items *\nDeal_Name lookup Deals\n"
    "Contact_Name lookup Contacts\nQuote_Stage picklist |Draft|Negotiation|Delivered|On "
    "Hold|Confirmed|Closed Won|Closed Lost\n"
    "Quote_Number auto -\nValid_Till date\nTeam text 50\nCarrier picklist |FedEX|UPS\n"
    "Vestibule_Ref text 40 ! +\nPlan_ID text 64 +\nPlan_Version integer +\n";

constexpr auto SalesOrders =
    u"Subject text 120 *\nOrdered_Items subform Ordered_Items *\nDeal_Name lookup Deals\n"
    "Quote_Name lookup Quotes\nContact_Name lookup Contacts\nSO_Number auto -\n"
    "Currency text 3\nStatus picklist |Created|Approved|Delivered|Cancelled\nDue_Date date\n"
    "Purchase_Order text 100\n"
    "Customer_No text 100\nPending text 100\nCarrier picklist |FedEX|UPS\nExcise_Duty currency\n"
    "Sales_Commission currency\nVestibule_Ref text 40 ! +\nDentalTap_Appointment text 64 +\n"
    "Google_Event text 200 +\nVisit_Start datetime +\n";

constexpr auto Invoices =
    u"Subject text 120 *\nInvoiced_Items subform Invoiced_Items *\nSales_Order lookup "
    u"Sales_Orders\n"
    "Deal_Name__s lookup Deals\nContact_Name lookup Contacts\nInvoice_Number auto -\n"
    "Invoice_Date date\nDue_Date date\nStatus picklist |Created|Approved|Delivered|Cancelled\n"
    "Purchase_Order text 100\nExcise_Duty currency\nSales_Commission currency\n"
    "Vestibule_Ref text 40 ! +\nQuickBooks_ID text 64 +\n";

constexpr auto Events =
    u"Event_Title text 255 *\nStart_DateTime datetime *\nEnd_DateTime datetime *\nAll_day boolean\n"
    "Who_Id lookup Contacts\nWhat_Id any\n$se_module text 40\nParticipants json\nRemind_At json\n"
    "Recurring_Activity json\nVenue text 255\nDescription long 32000\nTag json\n";

constexpr auto Chirurgiens =
    u"Name text 120 *\nUser user +\nDentalTap_Provider text 64 +\nGoogle_Calendar text 200 +\n"
    "Colour text 20 +\nActive boolean +\n";

constexpr auto Items =
    u"Product_Name lookup Products *\nQuantity double\nList_Price currency\nDiscount currency\n"
    "Tax currency -\nLine_Tax json\nDescription long 2000\nPrice_Book_Name json\n"
    "Sequence_Number integer -\nParent_Id json -\nTotal currency -\nTotal_After_Discount currency "
    "-\n"
    "Net_Total currency -\nCreated_Time datetime -\nModified_Time datetime -\n"
    "Vestibule_Item text 64 +\nTooth text 64 +\n";

struct TypeWord {
    const char16_t *word;
    Type type;
    int length;
    const char *dataType; //!< as /settings/fields names it
    const char *jsonType;
};

constexpr TypeWord Types[] = {
    {u"text", Type::Text, 255, "text", "string"},
    {u"long", Type::LongText, 2000, "textarea", "string"},
    {u"email", Type::Email, 100, "email", "string"},
    {u"phone", Type::Phone, 30, "phone", "string"},
    {u"picklist", Type::Picklist, 120, "picklist", "string"},
    {u"integer", Type::Integer, 9, "integer", "integer"},
    {u"double", Type::Double, 16, "double", "double"},
    {u"currency", Type::Currency, 16, "currency", "double"},
    {u"percent", Type::Percent, 5, "percent", "double"},
    {u"boolean", Type::Boolean, 5, "boolean", "boolean"},
    {u"date", Type::Date, 20, "date", "string"},
    {u"datetime", Type::DateTime, 120, "datetime", "string"},
    {u"lookup", Type::Lookup, 120, "lookup", "jsonobject"},
    {u"any", Type::AnyLookup, 120, "lookup", "jsonobject"},
    {u"user", Type::UserLookup, 120, "userlookup", "jsonobject"},
    {u"subform", Type::Subform, 120, "subform", "jsonarray"},
    {u"auto", Type::AutoNumber, 120, "autonumber", "string"},
    {u"json", Type::Json, 2000, "text", "jsonarray"},
};

const TypeWord &typeWord(Type type)
{
    for (const TypeWord &word : Types) {
        if (word.type == type)
            return word;
    }
    return Types[0];
}

Field parsed(const QString &line)
{
    Field field;
    const qsizetype bar = line.indexOf(u'|');
    QString head = line;
    if (bar >= 0) {
        // Options may hold blanks; the signs behind the last one are split off again.
        head = line.left(bar);
        QString tail = line.mid(bar + 1);
        while (tail.endsWith(u" +"_s) || tail.endsWith(u" !"_s)) {
            head += tail.right(2);
            tail.chop(2);
        }
        field.options = tail.split(u'|');
    }
    const QStringList words = head.split(u' ', Qt::SkipEmptyParts);
    field.name = words.value(0);
    for (const TypeWord &word : Types) {
        if (words.value(1) == QString::fromUtf16(word.word)) {
            field.type = word.type;
            field.length = word.length;
        }
    }
    for (const QString &word : words.mid(2)) {
        bool number = false;
        const int length = word.toInt(&number);
        if (number)
            field.length = length;
        else if (word == "*"_L1)
            field.mandatory = true;
        else if (word == "!"_L1)
            field.unique = true;
        else if (word == "-"_L1)
            field.readOnly = true;
        else if (word == "+"_L1)
            field.custom = true;
        else
            field.target = word;
    }
    return field;
}

QList<Field> table(const QString &text)
{
    QList<Field> fields;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts))
        fields.append(parsed(line));
    return fields;
}

QString labelOf(const QString &apiName)
{
    QString label = apiName;
    return label.replace(u'_', u' ').simplified();
}

} // namespace

const Field *Module::field(QStringView fieldName) const
{
    for (const Field &candidate : fields) {
        if (candidate.name == fieldName)
            return &candidate;
    }
    return nullptr;
}

const Field *Module::lines() const
{
    for (const Field &candidate : fields) {
        if (candidate.type == Type::Subform)
            return &candidate;
    }
    return nullptr;
}

Metadata::Metadata(Switches switches)
{
    const auto add = [this](const char16_t *name, const char16_t *singular,
                            const char16_t *nameField, const QString &text) {
        Module module;
        module.name = QString::fromUtf16(name);
        module.id = u"5612340000000021%1"_s.arg(m_modules.size() + 10);
        module.singular = QString::fromUtf16(singular);
        module.plural = labelOf(module.name);
        module.nameField = QString::fromUtf16(nameField);
        module.isSubform = module.name.endsWith("_Items"_L1);
        module.isCustom = module.name == "Chirurgiens"_L1;
        module.fields = table(text);
        m_modules.append(module);
    };
    const auto text = [](std::initializer_list<const char16_t *> parts) {
        QString whole;
        for (const char16_t *part : parts)
            whole += QString::fromUtf16(part);
        return whole;
    };
    add(u"Contacts", u"Contact", u"Full_Name", text({Contacts, Stamps}));
    add(u"Deals", u"Deal", u"Deal_Name", text({Deals, Stamps}));
    add(u"Products", u"Product", u"Product_Name", text({Products, Stamps}));
    add(u"Quotes", u"Quote", u"Subject", text({Quotes, Totals, Address, Stamps}));
    add(u"Sales_Orders", u"Sales Order", u"Subject", text({SalesOrders, Totals, Address, Stamps}));
    add(u"Invoices", u"Invoice", u"Subject", text({Invoices, Totals, Address, Stamps}));
    add(u"Events", u"Event", u"Event_Title", text({Events, Stamps}));
    add(u"Chirurgiens", u"Chirurgien", u"Name", text({Chirurgiens, Stamps}));
    add(u"Quoted_Items", u"Quoted Item", u"Product_Name", text({Items}));
    add(u"Ordered_Items", u"Ordered Item", u"Product_Name", text({Items}));
    add(u"Invoiced_Items", u"Invoiced Item", u"Product_Name", text({Items}));

    for (Module &module : m_modules) {
        if (switches.missingVestibuleFields)
            module.fields.removeIf(
                [](const Field &f) { return f.name.startsWith("Vestibule_"_L1); });
        for (Field &field : module.fields) {
            if (field.name == "Pipeline"_L1)
                field.mandatory = switches.pipelines;
        }
    }
}

const Module *Metadata::module(QStringView name) const
{
    for (const Module &candidate : m_modules) {
        if (candidate.name == name)
            return &candidate;
    }
    return nullptr;
}

QJsonObject Metadata::moduleJson(const Module &module)
{
    return {{u"id"_s, module.id},
            {u"api_name"_s, module.name},
            {u"module_name"_s, module.plural},
            {u"singular_label"_s, module.singular},
            {u"plural_label"_s, module.plural},
            {u"generated_type"_s,
             module.isSubform      ? u"subform"_s
                 : module.isCustom ? u"custom"_s
                                   : u"default"_s},
            {u"api_supported"_s, true},
            {u"creatable"_s, !module.isSubform},
            {u"editable"_s, !module.isSubform},
            {u"deletable"_s, !module.isSubform},
            {u"viewable"_s, true},
            {u"convertable"_s, module.name == "Quotes"_L1 || module.name == "Sales_Orders"_L1},
            {u"visible"_s, true},
            {u"status"_s, u"visible"_s}};
}

QJsonArray Metadata::fieldsJson(const Module &module, const Metadata &metadata)
{
    QJsonArray list;
    int index = 0;
    for (const Field &field : module.fields) {
        if (field.name.startsWith(u'$'))
            continue;
        const TypeWord &word = typeWord(field.type);
        ++index;
        QJsonObject json{
            {u"id"_s,
             u"%1%2"_s.arg(module.id.left(15))
                 .arg(module.id.right(2).toInt() * 100 + index, 4, 10, QChar(u'0'))},
            {u"api_name"_s, field.name},
            {u"field_label"_s, labelOf(field.name)},
            {u"display_label"_s, labelOf(field.name)},
            {u"data_type"_s, QString::fromLatin1(word.dataType)},
            {u"json_type"_s,
             field.name == "Tag"_L1 ? u"jsonarray"_s : QString::fromLatin1(word.jsonType)},
            {u"length"_s, field.length},
            {u"system_mandatory"_s, field.mandatory},
            {u"read_only"_s, field.readOnly},
            {u"field_read_only"_s, field.readOnly},
            {u"custom_field"_s, field.custom},
            {u"visible"_s, true},
            {u"virtual_field"_s, false},
            {u"webhook"_s, true},
            {u"mass_update"_s, !field.unique},
            {u"unique"_s,
             field.unique ? QJsonObject{{u"casesensitive"_s, u"false"_s}} : QJsonObject{}},
            {u"external"_s, QJsonValue::Null},
            {u"lookup"_s, QJsonObject{}},
            {u"pick_list_values"_s, QJsonArray{}},
            {u"type"_s, u"used"_s}};
        const Module *target = metadata.module(field.target);
        if (target && field.type == Type::Subform) {
            json[u"associated_module"_s] =
                QJsonObject{{u"module"_s, target->name}, {u"id"_s, target->id}};
        } else if (target) {
            const QJsonObject named{{u"api_name"_s, target->name}, {u"id"_s, target->id}};
            json[u"lookup"_s] = QJsonObject{{u"module"_s, named},
                                            {u"display_label"_s, target->singular},
                                            {u"api_name"_s, target->name},
                                            {u"id"_s, target->id}};
        }
        QJsonArray options;
        for (const QString &option : field.options) {
            options.append(QJsonObject{{u"display_value"_s, option},
                                       {u"actual_value"_s, option},
                                       {u"reference_value"_s, option},
                                       {u"type"_s, u"used"_s},
                                       {u"id"_s,
                                        QString(module.id.left(12)
                                                + u"9%1%2"_s.arg(index, 3, 10, QChar(u'0'))
                                                      .arg(options.size(), 2, 10, QChar(u'0')))}});
        }
        if (field.type == Type::Picklist)
            json[u"pick_list_values"_s] = options;
        list.append(json);
    }
    return list;
}

} // namespace sim::zoho

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/quickbooksledger.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

QString folded(const QString &name)
{
    return name.simplified().toCaseFolded();
}

QString readyName(const SeedPatient &patient)
{
    const QString name = QString(patient.lastName.toUpper() + u' ' + patient.firstName);
    return name.simplified().remove(u':');
}

} // namespace

Ledger::Ledger(const Clinic &clinic, const SimClock &clock)
    : m_clinic(clinic), m_clock(clock), m_zone(clinic.options.timeZone.toLatin1())
{
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
    m_seedStamp = stamp(m_clock.now().addDays(-400));
    for (int i = 0; i < m_clinic.patients.size(); ++i) {
        bool ok = false;
        const qint64 id = m_clinic.patients.at(i).quickBooksId.toLongLong(&ok);
        if (ok)
            m_seededCustomers.insert(id, i);
    }
    seedCompany();
    seedLists();
    seedTax();
}

QDate Ledger::today() const
{
    return m_clock.now().toTimeZone(m_zone).date();
}

QString Ledger::stamp(const QDateTime &instant) const
{
    return instant.toOffsetFromUtc(m_zone.offsetFromUtc(instant)).toString(Qt::ISODate);
}

QString Ledger::now() const
{
    return stamp(m_clock.now());
}

bool Ledger::prefers(const QString &group, const QString &flag) const
{
    return preferences.value(group).toObject().value(flag).toBool();
}

QStringList Ledger::entityNames()
{
    return {u"Customer"_s, u"Vendor"_s,  u"Employee"_s, u"Class"_s,   u"Item"_s,
            u"Account"_s,  u"TaxCode"_s, u"TaxRate"_s,  u"Invoice"_s, u"Payment"_s};
}

QString Ledger::entityOf(const QString &segment)
{
    for (const QString &entity : entityNames()) {
        if (entity.toLower() == segment)
            return entity;
    }
    return {};
}

void Ledger::seedCompany()
{
    const QString currency = homeCurrency();
    preferences = {
        {u"SalesFormsPrefs"_s,
         QJsonObject{{u"CustomTxnNumbers"_s, true}, {u"AllowDeposit"_s, false}}},
        {u"AccountingInfoPrefs"_s,
         QJsonObject{{u"ClassTrackingPerTxn"_s, false},
                     {u"ClassTrackingPerTxnLine"_s, true},
                     {u"CustomerTerminology"_s, u"Customers"_s}}},
        {u"CurrencyPrefs"_s,
         QJsonObject{{u"MultiCurrencyEnabled"_s, false}, {u"HomeCurrency"_s, reference(currency)}}},
        {u"TaxPrefs"_s, QJsonObject{{u"UsingSalesTax"_s, true}, {u"PartnerTaxEnabled"_s, false}}},
        {u"Id"_s, u"1"_s},
        {u"SyncToken"_s, u"0"_s},
        {u"domain"_s, u"QBO"_s},
        {u"sparse"_s, false},
        {u"MetaData"_s,
         QJsonObject{{u"CreateTime"_s, m_seedStamp}, {u"LastUpdatedTime"_s, m_seedStamp}}},
    };
    const QString country = currency == u"MUR" ? u"MU"_s : (currency == u"TND" ? u"TN"_s : u"XX"_s);
    companyInfo = {
        {u"CompanyName"_s, u"Clinique simulée"_s},
        {u"LegalName"_s, u"Clinique simulée"_s},
        {u"Country"_s, country},
        {u"FiscalYearStartMonth"_s, u"January"_s},
        {u"SupportedLanguages"_s, u"en,fr"_s},
        {u"Id"_s, u"1"_s},
        {u"SyncToken"_s, u"0"_s},
        {u"domain"_s, u"QBO"_s},
        {u"sparse"_s, false},
        {u"MetaData"_s,
         QJsonObject{{u"CreateTime"_s, m_seedStamp}, {u"LastUpdatedTime"_s, m_seedStamp}}}};
}

void Ledger::insert(const QString &entity, const QString &id, QJsonObject record,
                    const QDateTime &made)
{
    const QString time = made.isValid() ? stamp(made) : m_seedStamp;
    record.insert(u"Id"_s, id);
    record.insert(u"SyncToken"_s, u"0"_s);
    record.insert(u"domain"_s, u"QBO"_s);
    record.insert(u"sparse"_s, false);
    record.insert(u"MetaData"_s,
                  QJsonObject{{u"CreateTime"_s, time}, {u"LastUpdatedTime"_s, time}});
    m_records[entity].insert(id.toLongLong(), record);
}

void Ledger::seedLists()
{
    const auto account = [this](const QString &id, const QString &name, const QString &type) {
        insert(u"Account"_s, id,
               {{u"Name"_s, name},
                {u"FullyQualifiedName"_s, name},
                {u"AccountType"_s, type},
                {u"Active"_s, true},
                {u"CurrencyRef"_s, reference(homeCurrency())}});
    };
    account(incomeAccountId(), u"Prestations de services"_s, u"Income"_s);
    account(u"84"_s, u"Comptes clients"_s, u"Accounts Receivable"_s);
    account(u"4"_s, u"Fonds non déposés"_s, u"Other Current Asset"_s);
    insert(u"Item"_s, itemId(),
           {{u"Name"_s, u"Prestation dentaire"_s},
            {u"FullyQualifiedName"_s, u"Prestation dentaire"_s},
            {u"Type"_s, u"Service"_s},
            {u"Active"_s, true},
            {u"Taxable"_s, false},
            {u"UnitPrice"_s, 0},
            {u"TrackQtyOnHand"_s, false},
            {u"IncomeAccountRef"_s, reference(incomeAccountId(), u"Prestations de services"_s)}});
    insert(u"Vendor"_s, u"1"_s,
           {{u"DisplayName"_s, u"Laboratoire de prothèse"_s}, {u"Active"_s, true}});
    qint64 employee = 1;
    for (const SeedProvider &provider : m_clinic.providers) {
        insert(u"Employee"_s, QString::number(employee++),
               {{u"DisplayName"_s, provider.name}, {u"Active"_s, true}});
    }
    qint64 id = 200'000'000'000'301;
    QStringList seen;
    for (const SeedProduct &product : m_clinic.products) {
        if (product.invoiceClass.isEmpty() || seen.contains(product.invoiceClass))
            continue;
        seen.append(product.invoiceClass);
        insert(u"Class"_s, QString::number(id++),
               {{u"Name"_s, product.invoiceClass},
                {u"FullyQualifiedName"_s, product.invoiceClass},
                {u"SubClass"_s, false},
                {u"Active"_s, true}});
    }
}

void Ledger::seedTax()
{
    const auto code = [this](int id, const QString &name, double percent) {
        const QString rate = QString::number(id + 10);
        insert(u"TaxRate"_s, rate,
               {{u"Name"_s, name},
                {u"RateValue"_s, percent},
                {u"Active"_s, true},
                {u"SpecialTaxType"_s, u"NONE"_s},
                {u"DisplayType"_s, u"ReadOnly"_s}});
        const QJsonObject detail{{u"TaxRateRef"_s, reference(rate, name)},
                                 {u"TaxTypeApplicable"_s, u"TaxOnAmount"_s},
                                 {u"TaxOrder"_s, 0}};
        insert(u"TaxCode"_s, QString::number(id),
               {{u"Name"_s, name},
                {u"Description"_s, name},
                {u"Active"_s, true},
                {u"Hidden"_s, false},
                {u"Taxable"_s, true},
                {u"TaxGroup"_s, true},
                {u"SalesTaxRateList"_s, QJsonObject{{u"TaxRateDetail"_s, QJsonArray{detail}}}},
                {u"PurchaseTaxRateList"_s, QJsonObject{{u"TaxRateDetail"_s, QJsonArray{}}}}});
    };
    code(2, u"Exonéré"_s, 0);
    int id = 4;
    QList<int> percents;
    QStringList names;
    for (const SeedProduct &product : m_clinic.products) {
        if (product.taxName.isEmpty() || names.contains(product.taxName))
            continue;
        names.append(product.taxName);
        percents.append(product.taxPercent);
        code(id++, product.taxName, product.taxPercent);
    }
    for (const int percent : {15, 20}) {
        if (!percents.contains(percent))
            code(id++, u"TVA %1 %"_s.arg(percent), percent);
    }
    code(id, u"TVA 5.5 %"_s, 5.5);
}

QList<QPair<QString, QString>> Ledger::taxCodes() const
{
    QList<QPair<QString, QString>> codes;
    for (const QJsonObject &code : all(u"TaxCode"_s)) {
        if (code.value(u"Id"_s).toString() != exemptTaxCode())
            codes.append({code.value(u"Name"_s).toString(), code.value(u"Id"_s).toString()});
    }
    return codes;
}

void Ledger::seedNames() const
{
    if (m_namesKnown)
        return;
    m_namesKnown = true;
    for (const QString &entity : {u"Vendor"_s, u"Employee"_s}) {
        for (const QJsonObject &record : m_records.value(entity)) {
            m_names.insert(folded(record.value(u"DisplayName"_s).toString()),
                           entity + u'/' + record.value(u"Id"_s).toString());
        }
    }
    for (const auto &[id, index] : m_seededCustomers.asKeyValueRange()) {
        const SeedPatient &patient = m_clinic.patients.at(index);
        const QString base = readyName(patient);
        QString name = base;
        // A namesake is told apart by the end of the file number, as an accountant would.
        if (m_names.contains(folded(name)))
            name = u"%1 (%2)"_s.arg(base, patient.contactId.right(4));
        if (m_names.contains(folded(name)))
            name = u"%1 (%2)"_s.arg(base, patient.quickBooksId);
        m_seededNames.insert(index, name);
        m_names.insert(folded(name), u"Customer/"_s + patient.quickBooksId);
    }
}

QJsonObject Ledger::seededCustomer(qint64 id) const
{
    seedNames();
    const int index = m_seededCustomers.value(id);
    const SeedPatient &patient = m_clinic.patients.at(index);
    const QString name = m_seededNames.value(index);
    QJsonObject record{
        {u"DisplayName"_s, name},
        {u"GivenName"_s, patient.firstName},
        {u"FamilyName"_s, patient.lastName},
        {u"FullyQualifiedName"_s, name},
        {u"PrintOnCheckName"_s, name},
        {u"Active"_s, true},
        {u"Taxable"_s, false},
        {u"Job"_s, false},
        {u"BillWithParent"_s, false},
        {u"Balance"_s, 0},
        {u"BalanceWithJobs"_s, 0},
        {u"CurrencyRef"_s, reference(homeCurrency())},
        {u"PreferredDeliveryMethod"_s, u"Print"_s},
        {u"domain"_s, u"QBO"_s},
        {u"sparse"_s, false},
        {u"Id"_s, QString::number(id)},
        {u"SyncToken"_s, u"0"_s},
        {u"MetaData"_s,
         QJsonObject{{u"CreateTime"_s, m_seedStamp}, {u"LastUpdatedTime"_s, m_seedStamp}}},
    };
    if (!patient.contactId.isEmpty())
        record.insert(u"Notes"_s, QString(u"CRM:"_s + patient.contactId));
    const auto phone = [&record](const QString &key, const QString &number) {
        if (!number.isEmpty())
            record.insert(key, QJsonObject{{u"FreeFormNumber"_s, number.left(30)}});
    };
    phone(u"PrimaryPhone"_s, patient.phone);
    phone(u"Mobile"_s, patient.mobile);
    if (!patient.email.isEmpty())
        record.insert(u"PrimaryEmailAddr"_s, QJsonObject{{u"Address"_s, patient.email}});
    return record;
}

std::optional<QJsonObject> Ledger::find(const QString &entity, const QString &id) const
{
    bool ok = false;
    const qint64 number = id.toLongLong(&ok);
    if (!ok)
        return std::nullopt;
    const auto records = m_records.constFind(entity);
    if (records != m_records.constEnd()) {
        const auto record = records->constFind(number);
        if (record != records->constEnd())
            return *record;
    }
    if (entity == u"Customer" && m_seededCustomers.contains(number))
        return seededCustomer(number);
    return std::nullopt;
}

QList<QJsonObject> Ledger::all(const QString &entity) const
{
    const QMap<qint64, QJsonObject> records = m_records.value(entity);
    if (entity != u"Customer")
        return records.values();
    QList<QJsonObject> list;
    list.reserve(m_seededCustomers.size() + records.size());
    auto changed = records.constBegin();
    for (auto seeded = m_seededCustomers.keyBegin(); seeded != m_seededCustomers.keyEnd();
         ++seeded) {
        for (; changed != records.constEnd() && changed.key() < *seeded; ++changed)
            list.append(*changed);
        list.append(seededCustomer(*seeded));
    }
    for (; changed != records.constEnd(); ++changed)
        list.append(*changed);
    return list;
}

QList<QJsonObject> Ledger::touched(const QString &entity) const
{
    QList<QJsonObject> list;
    for (const QJsonObject &record : m_records.value(entity)) {
        if (record.value(u"MetaData"_s)[u"LastUpdatedTime"].toString() != m_seedStamp)
            list.append(record);
    }
    return list;
}

QJsonObject Ledger::put(const QString &entity, QJsonObject record)
{
    QMap<qint64, QJsonObject> &records = m_records[entity];
    QJsonObject meta = record.value(u"MetaData"_s).toObject();
    const QString time = now();
    if (!record.contains(u"Id"_s)) {
        qint64 next = records.isEmpty() ? 1 : records.lastKey() + 1;
        if (entity == u"Customer" && !m_seededCustomers.isEmpty())
            next = std::max(next, m_seededCustomers.lastKey() + 1);
        for (const QJsonObject &gone : m_deleted.value(entity))
            next = std::max(next, gone.value(u"Id"_s).toString().toLongLong() + 1);
        record.insert(u"Id"_s, QString::number(next));
        record.insert(u"SyncToken"_s, u"0"_s);
        meta.insert(u"CreateTime"_s, time);
    } else {
        const int token = record.value(u"SyncToken"_s).toString().toInt();
        record.insert(u"SyncToken"_s, QString::number(token + 1));
    }
    meta.insert(u"LastUpdatedTime"_s, time);
    record.insert(u"MetaData"_s, meta);
    record.insert(u"domain"_s, u"QBO"_s);
    record.insert(u"sparse"_s, false);
    const QString id = record.value(u"Id"_s).toString();
    if (entity == u"Customer") {
        seedNames();
        if (const auto old = find(entity, id))
            m_names.remove(folded(old->value(u"DisplayName"_s).toString()));
        m_names.insert(folded(record.value(u"DisplayName"_s).toString()), u"Customer/"_s + id);
        m_seededCustomers.remove(id.toLongLong());
    }
    records.insert(id.toLongLong(), record);
    return record;
}

void Ledger::remove(const QString &entity, const QString &id)
{
    m_records[entity].remove(id.toLongLong());
    m_deleted[entity].append({{u"domain"_s, u"QBO"_s},
                              {u"status"_s, u"Deleted"_s},
                              {u"Id"_s, id},
                              {u"MetaData"_s, QJsonObject{{u"LastUpdatedTime"_s, now()}}}});
}

bool Ledger::isNameTaken(const QString &displayName, const QString &exceptId) const
{
    seedNames();
    const QString owner = m_names.value(folded(displayName));
    return !owner.isEmpty() && (exceptId.isEmpty() || owner != u"Customer/"_s + exceptId);
}

bool Ledger::isTaken(const QString &entity, const QString &property, const QString &value,
                     const QString &exceptId) const
{
    const QMap<qint64, QJsonObject> records = m_records.value(entity);
    return std::any_of(records.begin(), records.end(), [&](const QJsonObject &record) {
        return folded(record.value(property).toString()) == folded(value)
            && record.value(u"Id"_s).toString() != exceptId;
    });
}

QList<QJsonObject> Ledger::customersNamed(const QString &displayName) const
{
    seedNames();
    const QString owner = m_names.value(folded(displayName));
    if (!owner.startsWith(u"Customer/"))
        return {};
    const auto record = find(u"Customer"_s, owner.section(u'/', 1));
    return record ? QList<QJsonObject>{*record} : QList<QJsonObject>{};
}

std::optional<qint64> minorOf(const QJsonValue &value, int exponent)
{
    double number = value.toDouble();
    if (value.isString()) {
        bool ok = false;
        number = value.toString().toDouble(&ok);
        if (!ok)
            return std::nullopt;
    } else if (!value.isDouble()) {
        return std::nullopt;
    }
    if (!std::isfinite(number) || std::fabs(number) >= 1e10)
        return std::nullopt;
    // Five decimals is what the service keeps; the text of it carries no binary residue.
    const qint64 fine = QString::number(number, 'f', 5).remove(u'.').toLongLong();
    qint64 step = 1;
    for (int i = exponent; i < 5; ++i)
        step *= 10;
    const qint64 rounded = (std::abs(fine) + step / 2) / step;
    return fine < 0 ? -rounded : rounded;
}

double wireAmount(qint64 minor, int exponent)
{
    return static_cast<double>(minor) / std::pow(10.0, exponent);
}

QJsonObject reference(const QString &id, const QString &name)
{
    QJsonObject object{{u"value"_s, id}};
    if (!name.isEmpty())
        object.insert(u"name"_s, name);
    return object;
}

} // namespace sim

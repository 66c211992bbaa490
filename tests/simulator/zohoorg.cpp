// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zohoorg.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace sim::zoho {

QJsonObject Problem::toJson() const
{
    return {{u"code"_s, code},
            {u"details"_s, details},
            {u"message"_s, message},
            {u"status"_s, u"error"_s}};
}

Org::Org(const Clinic &clinic, const SimClock &clock, const SimulatorOptions &options)
    : m_clock(clock), m_options(options), m_currency(clinic.options.currency),
      m_exponent(clinic.currencyExponent), m_zone(clinic.options.timeZone.toLatin1()),
      m_metadata(
          {.missingVestibuleFields = options.missingCrmFields, .pipelines = options.pipelines})
{
    m_users.append({u"582900000000000001"_s, u"Accueil Vestibule"_s, u"accueil@clinic.example"_s});
    for (const SeedProvider &provider : clinic.providers) {
        m_users.append({provider.userId, provider.name,
                        QString(u"dr"_s + provider.dentalTapId + u"@clinic.example"_s)});
    }
    for (const SeedProduct &product : clinic.products) {
        const auto known = [&product](const Tax &tax) { return tax.name == product.taxName; };
        if (!product.taxName.isEmpty() && std::none_of(m_taxes.cbegin(), m_taxes.cend(), known)) {
            m_taxes.append({u"58290000000000010%1"_s.arg(m_taxes.size()), product.taxName,
                            product.taxPercent});
        }
    }
}

const Table &Org::table(const QString &module) const
{
    static const Table Nothing;
    const auto it = m_tables.byModule.constFind(module);
    return it == m_tables.byModule.cend() ? Nothing : *it;
}

const Record *Org::find(const QString &module, const QString &id) const
{
    const Table &rows = table(module);
    const auto it = rows.records.constFind(id);
    return it == rows.records.cend() ? nullptr : &*it;
}

QString Org::newId()
{
    // Behind every seeded id, so that "by id" is "by age".
    return u"582901%1"_s.arg(m_tables.nextSerial++, 12, 10, QChar(u'0'));
}

QString Org::autoNumber(const QString &field)
{
    const int number = ++m_tables.autoNumbers[field];
    const QString prefix = field.section(u'_', 0, 0).left(3).toUpper();
    return u"%1-%2"_s.arg(prefix).arg(number, 6, 10, QChar(u'0'));
}

qint64 Org::nowSeconds() const
{
    return m_clock.now().toSecsSinceEpoch();
}

QString Org::stamp(qint64 seconds) const
{
    const QDateTime local = QDateTime::fromSecsSinceEpoch(seconds, m_zone);
    const int offset = local.offsetFromUtc() / 60;
    return u"%1%2%3:%4"_s.arg(local.toString(u"yyyy-MM-ddTHH:mm:ss"_s))
        .arg(QChar(offset < 0 ? u'-' : u'+'))
        .arg(std::abs(offset) / 60, 2, 10, QChar(u'0'))
        .arg(std::abs(offset) % 60, 2, 10, QChar(u'0'));
}

void Org::store(const Module &module, const Record &record)
{
    Table &rows = table(module.name);
    const auto old = rows.records.constFind(record.id);
    const bool isNew = old == rows.records.cend();
    for (const Field &field : module.fields) {
        if (!field.unique)
            continue;
        if (!isNew)
            rows.unique[field.name].remove(old->fields.value(field.name).toString().toLower());
        const QString value = record.fields.value(field.name).toString().toLower();
        if (!value.isEmpty())
            rows.unique[field.name].insert(value, record.id);
    }
    if (isNew)
        rows.order.append(record.id);
    rows.records.insert(record.id, record);
}

void Org::remove(const Module &module, const QString &id)
{
    Table &rows = table(module.name);
    const auto it = rows.records.constFind(id);
    if (it == rows.records.cend())
        return;
    for (const Field &field : module.fields) {
        if (field.unique)
            rows.unique[field.name].remove(it->fields.value(field.name).toString().toLower());
    }
    rows.deleted.append({id, nameOf(module, *it), nowSeconds()});
    rows.order.removeOne(id);
    rows.records.erase(it);
}

QString Org::nameOf(const Module &module, const Record &record) const
{
    if (module.nameField == "Full_Name"_L1) {
        return QString(record.fields.value("First_Name"_L1).toString() + u' '
                       + record.fields.value("Last_Name"_L1).toString())
            .trimmed();
    }
    return record.fields.value(module.nameField).toString();
}

QJsonObject Org::reference(const QString &module, const QString &id) const
{
    const Module *target = m_metadata.module(module);
    const Record *record = target ? find(module, id) : nullptr;
    return {
        {u"name"_s, record ? QJsonValue(nameOf(*target, *record)) : QJsonValue(QJsonValue::Null)},
        {u"id"_s, id}};
}

QJsonObject Org::userReference(const QString &id) const
{
    for (const User &user : m_users) {
        if (id.isEmpty() || user.id == id)
            return {{u"name"_s, user.name}, {u"id"_s, user.id}, {u"email"_s, user.email}};
    }
    return {{u"id"_s, id}};
}

QJsonValue Org::value(const Module &module, const Record &record, const Field &field) const
{
    if (field.name == "Created_Time"_L1)
        return stamp(record.created);
    if (field.name == "Modified_Time"_L1)
        return stamp(record.modified);
    if (field.name == "Full_Name"_L1)
        return nameOf(module, record);
    if (field.name == "Record_Status__s"_L1)
        return u"Available"_s;
    if (field.name == "Locked__s"_L1)
        return false;
    const QJsonValue raw = record.fields.value(field.name);
    switch (field.type) {
    case Type::UserLookup: {
        const QString id = raw.toString();
        if (id.isEmpty() && module.isCustom && field.custom)
            return QJsonValue::Null;
        return userReference(id);
    }
    case Type::Lookup:
        return raw.isString() ? reference(field.target, raw.toString())
                              : QJsonValue(QJsonValue::Null);
    case Type::AnyLookup:
        return raw.isString()
            ? reference(record.fields.value("$se_module"_L1).toString(), raw.toString())
            : QJsonValue(QJsonValue::Null);
    case Type::Subform:
        return record.lines;
    case Type::Json:
        if (raw.isUndefined())
            return field.name == "Tag"_L1 || field.name == "Participants"_L1
                    || field.name == "$line_tax"_L1
                ? QJsonValue(QJsonArray())
                : QJsonValue(QJsonValue::Null);
        return raw;
    case Type::Boolean:
        return raw.toBool();
    default:
        return raw.isUndefined() ? QJsonValue(QJsonValue::Null) : raw;
    }
}

QJsonObject Org::json(const Module &module, const Record &record, const QStringList &names,
                      bool withLines) const
{
    QJsonObject json{{u"id"_s, record.id}};
    for (const Field &field : module.fields) {
        if (field.type == Type::Subform && !withLines)
            continue;
        if (names.isEmpty() || names.contains(field.name))
            json.insert(field.name, value(module, record, field));
    }
    if (names.isEmpty()) {
        json.insert(u"$approval_state"_s, u"approved"_s);
        json.insert(u"$locked_for_me"_s, false);
        json.insert(u"$currency_symbol"_s, m_currency);
        json.insert(u"$editable"_s, true);
    }
    const bool convertible = module.name == "Quotes"_L1 || module.name == "Sales_Orders"_L1;
    if (convertible && (names.isEmpty() || names.contains("$converted"_L1)))
        json.insert(u"$converted"_s, record.converted);
    if (convertible && (names.isEmpty() || names.contains("Converted__s"_L1)))
        json.insert(u"Converted__s"_s, record.converted);
    return json;
}

qint64 Org::minor(double value) const
{
    return std::llround(value * std::pow(10.0, m_exponent));
}

double Org::amount(qint64 value) const
{
    return static_cast<double>(value) / std::pow(10.0, m_exponent);
}

} // namespace sim::zoho

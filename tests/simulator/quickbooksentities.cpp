// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/quickbooksentities.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

const QStringList ownMembers{u"Id"_s, u"SyncToken"_s, u"MetaData"_s, u"sparse"_s, u"domain"_s};

QString text(const QJsonObject &object, const QString &key)
{
    return object.value(key).toString();
}

//! The name made of the parts of a person's name, as the service makes it when none is given.
QString assembledName(const QJsonObject &record)
{
    QStringList parts;
    for (const QString &key :
         {u"Title"_s, u"GivenName"_s, u"MiddleName"_s, u"FamilyName"_s, u"Suffix"_s}) {
        if (!text(record, key).isEmpty())
            parts.append(text(record, key));
    }
    return parts.join(u' ');
}

bool looksLikeEmail(const QString &address)
{
    const qsizetype at = address.indexOf(u'@');
    return at > 0 && address.indexOf(u'.', at) > at + 1 && !address.contains(u' ');
}

//! Puts the parent's name before the record's own, or refuses an unknown parent.
std::optional<BookFault> qualify(const Ledger &ledger, const QString &entity, const QString &flag,
                                 QJsonObject &record)
{
    const QString parent = record.value(u"ParentRef"_s)[u"value"].toString();
    QString name = text(record, u"Name"_s);
    if (!parent.isEmpty()) {
        const BookResult found = activeRecord(ledger, entity, parent);
        if (const BookFault *fault = faultOf(found))
            return *fault;
        name = text(recordOf(found), u"FullyQualifiedName"_s) + u':' + name;
    }
    record.insert(flag, !parent.isEmpty());
    record.insert(u"FullyQualifiedName"_s, name);
    return std::nullopt;
}

} // namespace

std::optional<BookFault> checkTexts(const QJsonObject &record, const QList<BookText> &rules)
{
    for (const BookText &rule : rules) {
        QJsonValue value = record;
        for (const QString &step : rule.path.split(u'.'))
            value = value[step];
        const QString words = value.toString();
        if (words.size() > rule.most)
            return BookFault::tooLong(rule.path, rule.most);
        if (rule.isName
            && (words.contains(u':') || words.contains(u'\t') || words.contains(u'\n'))) {
            return BookFault::business(
                u"%1 may not contain a colon, a tab or a new line"_s.arg(rule.path));
        }
    }
    return std::nullopt;
}

std::optional<BookFault> checkProperties(const QJsonObject &body, const QStringList &known)
{
    for (const QString &key : body.keys()) {
        if (!known.contains(key) && !ownMembers.contains(key))
            return BookFault::unknownProperty(key);
    }
    return std::nullopt;
}

std::variant<BookUpdate, BookFault> openUpdate(const Ledger &ledger, const QString &entity,
                                               const QJsonObject &body, const QStringList &readOnly)
{
    const auto old = ledger.find(entity, text(body, u"Id"_s));
    if (!old)
        return BookFault::notFound();
    if (!body.contains(u"SyncToken"_s))
        return BookFault::missing(u"SyncToken"_s);
    if (text(body, u"SyncToken"_s) != text(*old, u"SyncToken"_s))
        return BookFault::stale();
    BookUpdate update{.old = *old, .merged = {}};
    if (body.value(u"sparse"_s).toBool())
        update.merged = *old;
    for (auto member = body.begin(); member != body.end(); ++member) {
        if (member->isNull())
            update.merged.remove(member.key());
        else
            update.merged.insert(member.key(), *member);
    }
    for (const QString &key : readOnly + ownMembers) {
        if (old->contains(key))
            update.merged.insert(key, old->value(key));
        else
            update.merged.remove(key);
    }
    return update;
}

BookResult activeRecord(const Ledger &ledger, const QString &entity, const QString &id)
{
    const auto record = ledger.find(entity, id);
    if (!record)
        return BookFault::badReference(entity, id);
    if (!record->value(u"Active"_s).toBool(true))
        return BookFault::notFound();
    return *record;
}

BookResult writeCustomer(Ledger &ledger, const QJsonObject &body)
{
    static const QStringList readOnly{u"Balance"_s, u"BalanceWithJobs"_s, u"FullyQualifiedName"_s,
                                      u"Level"_s};
    static const QStringList known = readOnly
        + QStringList{u"DisplayName"_s,
                      u"Title"_s,
                      u"GivenName"_s,
                      u"MiddleName"_s,
                      u"FamilyName"_s,
                      u"Suffix"_s,
                      u"CompanyName"_s,
                      u"PrintOnCheckName"_s,
                      u"Active"_s,
                      u"PrimaryPhone"_s,
                      u"AlternatePhone"_s,
                      u"Mobile"_s,
                      u"Fax"_s,
                      u"PrimaryEmailAddr"_s,
                      u"WebAddr"_s,
                      u"Taxable"_s,
                      u"BillAddr"_s,
                      u"ShipAddr"_s,
                      u"Job"_s,
                      u"BillWithParent"_s,
                      u"ParentRef"_s,
                      u"CurrencyRef"_s,
                      u"PaymentMethodRef"_s,
                      u"PreferredDeliveryMethod"_s,
                      u"ResaleNum"_s,
                      u"ARAccountRef"_s,
                      u"Notes"_s,
                      u"SalesTermRef"_s,
                      u"DefaultTaxCodeRef"_s,
                      u"V4IDPseudonym"_s,
                      u"IsProject"_s,
                      u"ClientEntityId"_s,
                      u"OpenBalanceDate"_s};
    static const QList<BookText> rules{{u"DisplayName"_s, 500, true},
                                       {u"Title"_s, 16, true},
                                       {u"Suffix"_s, 16, true},
                                       {u"GivenName"_s, 100, true},
                                       {u"MiddleName"_s, 100, true},
                                       {u"FamilyName"_s, 100, true},
                                       {u"PrintOnCheckName"_s, 110, true},
                                       {u"CompanyName"_s, 100},
                                       {u"Notes"_s, 2000},
                                       {u"ResaleNum"_s, 16},
                                       {u"WebAddr.URI"_s, 1000},
                                       {u"PrimaryPhone.FreeFormNumber"_s, 30},
                                       {u"AlternatePhone.FreeFormNumber"_s, 30},
                                       {u"Mobile.FreeFormNumber"_s, 30},
                                       {u"Fax.FreeFormNumber"_s, 30},
                                       {u"PrimaryEmailAddr.Address"_s, 100}};
    if (const auto fault = checkProperties(body, known))
        return *fault;
    QJsonObject record = body;
    QJsonObject old;
    if (body.contains(u"Id"_s)) {
        auto update = openUpdate(ledger, u"Customer"_s, body, readOnly);
        if (const auto *fault = std::get_if<BookFault>(&update))
            return *fault;
        const auto &opened = *std::get_if<BookUpdate>(&update);
        record = opened.merged;
        old = opened.old;
    }
    if (const auto fault = checkTexts(record, rules))
        return *fault;
    const QString email = record.value(u"PrimaryEmailAddr"_s)[u"Address"].toString();
    if (!email.isEmpty() && !looksLikeEmail(email)) {
        return BookFault{.code = u"2210"_s,
                         .message = u"Invalid Email Address format"_s,
                         .detail = u"Email Address is not valid : %1"_s.arg(email),
                         .element = u"PrimaryEmailAddr"_s};
    }
    QString name = text(record, u"DisplayName"_s).simplified();
    if (name.isEmpty() && body.value(u"sparse"_s).toBool())
        name = text(old, u"DisplayName"_s);
    if (name.isEmpty())
        name = assembledName(record);
    if (name.isEmpty())
        return BookFault::missing(u"DisplayName"_s);
    if (ledger.isNameTaken(name, text(record, u"Id"_s)))
        return BookFault::duplicateName(u"customer"_s);
    record.insert(u"DisplayName"_s, name);
    record.insert(u"FullyQualifiedName"_s, name);
    if (text(record, u"PrintOnCheckName"_s).isEmpty())
        record.insert(u"PrintOnCheckName"_s, name.left(110));
    const QString currency = record.value(u"CurrencyRef"_s)[u"value"].toString();
    const QString before = old.value(u"CurrencyRef"_s)[u"value"].toString();
    if (!currency.isEmpty() && !before.isEmpty() && currency != before)
        return BookFault::business(u"The currency of a customer cannot be changed."_s);
    if (!currency.isEmpty() && currency != ledger.homeCurrency()
        && !ledger.prefers(u"CurrencyPrefs"_s, u"MultiCurrencyEnabled"_s)) {
        return BookFault::business(u"Multicurrency is not enabled."_s);
    }
    if (currency.isEmpty())
        record.insert(u"CurrencyRef"_s,
                      reference(before.isEmpty() ? ledger.homeCurrency() : before));
    for (const QString &key : {u"Balance"_s, u"BalanceWithJobs"_s}) {
        if (!record.contains(key))
            record.insert(key, 0);
    }
    for (const QString &key : {u"Taxable"_s, u"Job"_s, u"BillWithParent"_s}) {
        if (!record.contains(key))
            record.insert(key, false);
    }
    if (!record.contains(u"Active"_s))
        record.insert(u"Active"_s, true);
    if (!record.contains(u"PreferredDeliveryMethod"_s))
        record.insert(u"PreferredDeliveryMethod"_s, u"Print"_s);
    return ledger.put(u"Customer"_s, record);
}

BookResult writeClass(Ledger &ledger, const QJsonObject &body)
{
    static const QStringList readOnly{u"FullyQualifiedName"_s, u"SubClass"_s};
    static const QStringList known = readOnly + QStringList{u"Name"_s, u"ParentRef"_s, u"Active"_s};
    if (const auto fault = checkProperties(body, known))
        return *fault;
    QJsonObject record = body;
    if (body.contains(u"Id"_s)) {
        auto update = openUpdate(ledger, u"Class"_s, body, readOnly);
        if (const auto *fault = std::get_if<BookFault>(&update))
            return *fault;
        record = std::get_if<BookUpdate>(&update)->merged;
    }
    if (text(record, u"Name"_s).trimmed().isEmpty())
        return BookFault::missing(u"Name"_s);
    if (const auto fault = checkTexts(record, {{u"Name"_s, 100, true}}))
        return *fault;
    if (const auto fault = qualify(ledger, u"Class"_s, u"SubClass"_s, record))
        return *fault;
    if (ledger.isTaken(u"Class"_s, u"FullyQualifiedName"_s, text(record, u"FullyQualifiedName"_s),
                       text(record, u"Id"_s))) {
        return BookFault::duplicateName(u"class"_s);
    }
    if (!record.contains(u"Active"_s))
        record.insert(u"Active"_s, true);
    return ledger.put(u"Class"_s, record);
}

BookResult writeItem(Ledger &ledger, const QJsonObject &body)
{
    static const QStringList readOnly{u"FullyQualifiedName"_s, u"SubItem"_s, u"Level"_s};
    static const QStringList known = readOnly
        + QStringList{u"Name"_s,
                      u"Sku"_s,
                      u"Description"_s,
                      u"Active"_s,
                      u"ParentRef"_s,
                      u"Taxable"_s,
                      u"UnitPrice"_s,
                      u"Type"_s,
                      u"IncomeAccountRef"_s,
                      u"ExpenseAccountRef"_s,
                      u"PurchaseDesc"_s,
                      u"PurchaseCost"_s,
                      u"TrackQtyOnHand"_s,
                      u"SalesTaxCodeRef"_s,
                      u"ClassRef"_s};
    if (const auto fault = checkProperties(body, known))
        return *fault;
    QJsonObject record = body;
    if (body.contains(u"Id"_s)) {
        auto update = openUpdate(ledger, u"Item"_s, body, readOnly);
        if (const auto *fault = std::get_if<BookFault>(&update))
            return *fault;
        record = std::get_if<BookUpdate>(&update)->merged;
    }
    if (text(record, u"Name"_s).trimmed().isEmpty())
        return BookFault::missing(u"Name"_s);
    if (const auto fault = checkTexts(
            record, {{u"Name"_s, 100, true}, {u"Description"_s, 4000}, {u"Sku"_s, 100}})) {
        return *fault;
    }
    const QString type = text(record, u"Type"_s);
    if (type != u"Service" && type != u"NonInventory")
        return BookFault::badWord(u"Type"_s);
    const QString account = record.value(u"IncomeAccountRef"_s)[u"value"].toString();
    if (account.isEmpty())
        return BookFault::missing(u"IncomeAccountRef"_s);
    const BookResult found = activeRecord(ledger, u"Account"_s, account);
    if (const BookFault *fault = faultOf(found))
        return *fault;
    if (text(recordOf(found), u"AccountType"_s) != u"Income")
        return BookFault::business(u"The income account must be an account of that type."_s);
    if (const auto fault = qualify(ledger, u"Item"_s, u"SubItem"_s, record))
        return *fault;
    if (ledger.isTaken(u"Item"_s, u"FullyQualifiedName"_s, text(record, u"FullyQualifiedName"_s),
                       text(record, u"Id"_s))) {
        return BookFault::duplicateName(u"item"_s);
    }
    if (!record.contains(u"Active"_s))
        record.insert(u"Active"_s, true);
    return ledger.put(u"Item"_s, record);
}

} // namespace sim

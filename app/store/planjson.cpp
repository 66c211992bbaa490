// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/planjson.h"

#include "app/base/error.h"
#include "app/store/rowjson.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using rowjson::fromMoney;
using rowjson::toMoney;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

void put(QJsonObject &object, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        object.insert(name, value);
}

void put(QJsonObject &object, QLatin1StringView name, const QStringList &list)
{
    if (!list.isEmpty())
        object.insert(name, QJsonArray::fromStringList(list));
}

QString text(const QJsonObject &object, QLatin1StringView name)
{
    return object.value(name).toString();
}

QStringList texts(const QJsonObject &object, QLatin1StringView name)
{
    QStringList list;
    for (const QJsonValue &each : object.value(name).toArray())
        list.append(each.toString());
    return list;
}

QDate date(const QJsonObject &object, QLatin1StringView name)
{
    return QDate::fromString(text(object, name), Qt::ISODate);
}

QString dateText(const QDate &date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QJsonObject fromItem(const PlanItem &item)
{
    QJsonObject object;
    put(object, "id"_L1, item.id);
    put(object, "treatment"_L1, item.treatmentId);
    put(object, "product"_L1, item.product.value);
    put(object, "code"_L1, item.code);
    put(object, "label"_L1, item.label);
    put(object, "teeth"_L1, item.teeth);
    put(object, "surfaces"_L1, item.surfaces);
    object.insert("quantity"_L1, item.quantity);
    object.insert("price"_L1, fromMoney(item.unitPrice));
    if (item.discountPercent != 0)
        object.insert("discountPercent"_L1, item.discountPercent);
    if (item.state != plans::ItemState::Planned)
        object.insert("state"_L1, enumName(item.state));
    return object;
}

PlanItem toItem(const QJsonObject &object)
{
    PlanItem item;
    item.id = text(object, "id"_L1);
    item.treatmentId = text(object, "treatment"_L1);
    item.product = ProductId(text(object, "product"_L1));
    item.code = text(object, "code"_L1);
    item.label = text(object, "label"_L1);
    item.teeth = texts(object, "teeth"_L1);
    item.surfaces = texts(object, "surfaces"_L1);
    item.quantity = object.value("quantity"_L1).toInteger(1000);
    item.unitPrice = toMoney(object.value("price"_L1));
    item.discountPercent = object.value("discountPercent"_L1).toInteger();
    item.state = enumFromName<plans::ItemState>(text(object, "state"_L1))
                     .value_or(plans::ItemState::Planned);
    return item;
}

QJsonObject fromPhase(const PlanPhase &phase)
{
    QJsonObject object;
    put(object, "id"_L1, phase.id);
    object.insert("order"_L1, phase.order);
    put(object, "title"_L1, phase.title);
    put(object, "plannedDate"_L1, dateText(phase.plannedDate));
    if (phase.minutes != 0)
        object.insert("minutes"_L1, phase.minutes);
    QJsonArray items;
    for (const PlanItem &item : phase.items)
        items.append(fromItem(item));
    object.insert("items"_L1, items);
    return object;
}

PlanPhase toPhase(const QJsonObject &object)
{
    PlanPhase phase;
    phase.id = text(object, "id"_L1);
    phase.order = object.value("order"_L1).toInt();
    phase.title = text(object, "title"_L1);
    phase.plannedDate = date(object, "plannedDate"_L1);
    phase.minutes = object.value("minutes"_L1).toInt();
    for (const QJsonValue &item : object.value("items"_L1).toArray())
        phase.items.append(toItem(item.toObject()));
    return phase;
}

QJsonObject planObject(const TreatmentPlan &plan)
{
    QJsonObject object{{u"id"_s, plan.id.value}, {u"status"_s, enumName(plan.status)}};
    put(object, "remotePatient"_L1, plan.remotePatient);
    put(object, "patient"_L1, plan.patient.value);
    put(object, "provider"_L1, plan.provider.value);
    put(object, "visit"_L1, plan.visit.value);
    put(object, "stamp"_L1, plan.stamp);
    if (plan.updatedAt.isValid())
        object.insert("updatedAt"_L1, plan.updatedAt.toMSecsSinceEpoch());
    put(object, "title"_L1, plan.title);
    put(object, "note"_L1, plan.note);
    put(object, "statusReason"_L1, plan.statusReason);
    put(object, "validUntil"_L1, dateText(plan.validUntil));
    if (plan.statedTotal)
        object.insert("statedTotal"_L1, fromMoney(*plan.statedTotal));
    if (plan.automatic)
        object.insert("automatic"_L1, true);
    if (plan.gone)
        object.insert("gone"_L1, true);
    QJsonArray phases;
    for (const PlanPhase &phase : plan.phases)
        phases.append(fromPhase(phase));
    object.insert("phases"_L1, phases);
    return object;
}

TreatmentPlan planOf(const QJsonObject &object)
{
    TreatmentPlan plan;
    plan.id = PlanId(text(object, "id"_L1));
    plan.status =
        enumFromName<plans::Status>(text(object, "status"_L1)).value_or(plans::Status::Proposed);
    plan.remotePatient = text(object, "remotePatient"_L1);
    plan.patient = PatientId(text(object, "patient"_L1));
    plan.provider = ProviderId(text(object, "provider"_L1));
    plan.visit = VisitId(text(object, "visit"_L1));
    plan.stamp = text(object, "stamp"_L1);
    if (const QJsonValue at = object.value("updatedAt"_L1); at.isDouble())
        plan.updatedAt = QDateTime::fromMSecsSinceEpoch(at.toInteger(), Qt::UTC);
    plan.title = text(object, "title"_L1);
    plan.note = text(object, "note"_L1);
    plan.statusReason = text(object, "statusReason"_L1);
    plan.validUntil = date(object, "validUntil"_L1);
    if (const QJsonValue total = object.value("statedTotal"_L1); total.isArray())
        plan.statedTotal = toMoney(total);
    plan.automatic = object.value("automatic"_L1).toBool();
    plan.gone = object.value("gone"_L1).toBool();
    for (const QJsonValue &phase : object.value("phases"_L1).toArray())
        plan.phases.append(toPhase(phase.toObject()));
    return plan;
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

} // namespace

namespace planjson {

QByteArray fromPlan(const TreatmentPlan &plan)
{
    return compact(planObject(plan));
}

TreatmentPlan toPlan(const QByteArray &json)
{
    return planOf(parsed(json));
}

QByteArray fromVersion(const PlanVersion &version, bool same)
{
    QJsonObject object;
    if (!same)
        object.insert("content"_L1, planObject(version.content));
    put(object, "acceptedItems"_L1, version.acceptedItems);
    put(object, "reason"_L1, version.reason);
    put(object, "blocked"_L1, version.blocked);
    return compact(object);
}

void toVersion(const QByteArray &json, const TreatmentPlan &current, PlanVersion &version)
{
    const QJsonObject object = parsed(json);
    const QJsonValue content = object.value("content"_L1);
    version.content = content.isObject() ? planOf(content.toObject()) : current;
    version.acceptedItems = texts(object, "acceptedItems"_L1);
    version.reason = text(object, "reason"_L1);
    version.blocked = text(object, "blocked"_L1);
}

QByteArray fromSignature(const PlanSignature &signature)
{
    QJsonObject object{
        {u"by"_s, enumName(signature.by)},       {u"name"_s, signature.name},
        {u"digest"_s, base64(signature.digest)}, {u"language"_s, signature.language},
        {u"items"_s, signature.items},           {u"total"_s, fromMoney(signature.total)}};
    if (!signature.drawing.isEmpty())
        object.insert("drawing"_L1, base64(signature.drawing));
    return compact(object);
}

PlanSignature toSignature(const QByteArray &json)
{
    const QJsonObject object = parsed(json);
    PlanSignature signature;
    signature.by =
        enumFromName<plans::Signer>(text(object, "by"_L1)).value_or(plans::Signer::Patient);
    signature.name = text(object, "name"_L1);
    signature.digest = QByteArray::fromBase64(text(object, "digest"_L1).toLatin1());
    signature.drawing = QByteArray::fromBase64(text(object, "drawing"_L1).toLatin1());
    signature.language = text(object, "language"_L1);
    signature.items = object.value("items"_L1).toInt();
    signature.total = toMoney(object.value("total"_L1));
    return signature;
}

QByteArray fromQuote(const QuoteReading &quote)
{
    QJsonObject object{{u"id"_s, quote.id}, {u"total"_s, fromMoney(quote.total)}};
    put(object, "number"_L1, quote.number);
    put(object, "stage"_L1, quote.stage);
    put(object, "modifiedTime"_L1, quote.modifiedTime);
    if (quote.converted)
        object.insert("converted"_L1, true);
    put(object, "deal"_L1, quote.deal);
    if (!quote.agreed.isEmpty())
        object.insert("agreed"_L1, rowjson::fromLines(quote.agreed));
    return compact(object);
}

QuoteReading toQuote(const QByteArray &json)
{
    const QJsonObject object = parsed(json);
    QuoteReading quote;
    quote.id = text(object, "id"_L1);
    quote.number = text(object, "number"_L1);
    quote.stage = text(object, "stage"_L1);
    quote.modifiedTime = text(object, "modifiedTime"_L1);
    quote.total = toMoney(object.value("total"_L1));
    quote.converted = object.value("converted"_L1).toBool();
    quote.deal = text(object, "deal"_L1);
    quote.agreed = rowjson::toLines(object.value("agreed"_L1));
    return quote;
}

QJsonObject fromPart(const PlannedPart &part)
{
    QJsonObject object{{u"plan"_s, part.plan.value}, {u"version"_s, part.version}};
    put(object, "phase"_L1, part.phase);
    put(object, "items"_L1, part.items);
    if (part.deposit.minor != 0)
        object.insert("deposit"_L1, fromMoney(part.deposit));
    put(object, "depositProduct"_L1, part.depositProduct.value);
    return object;
}

PlannedPart toPart(const QJsonObject &object)
{
    PlannedPart part;
    part.plan = PlanId(text(object, "plan"_L1));
    part.version = object.value("version"_L1).toInt();
    part.phase = text(object, "phase"_L1);
    part.items = texts(object, "items"_L1);
    if (const QJsonValue deposit = object.value("deposit"_L1); deposit.isArray())
        part.deposit = toMoney(deposit);
    part.depositProduct = ProductId(text(object, "depositProduct"_L1));
    return part;
}

} // namespace planjson

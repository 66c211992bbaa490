// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rowjson.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace rowjson {

QJsonArray fromMoney(const Money &money)
{
    return {money.minor, money.currency.code, money.currency.exponent};
}

Money toMoney(const QJsonValue &value)
{
    const QJsonArray parts = value.toArray();
    return Money{parts.at(0).toInteger(), Currency{parts.at(1).toString(), parts.at(2).toInt(2)}};
}

} // namespace rowjson

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

QString text(const QJsonObject &object, QLatin1StringView name)
{
    return object.value(name).toString();
}

void put(QJsonObject &object, QLatin1StringView name, const QString &value)
{
    if (!value.isEmpty())
        object.insert(name, value);
}

QJsonArray fromStrings(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}

QStringList toStrings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &each : value.toArray())
        list.append(each.toString());
    return list;
}

QJsonArray fromTaxes(const QList<LineTax> &taxes)
{
    QJsonArray array;
    for (const LineTax &tax : taxes)
        array.append(QJsonArray{tax.name, tax.percent});
    return array;
}

QList<LineTax> toTaxes(const QJsonValue &value)
{
    QList<LineTax> taxes;
    for (const QJsonValue &each : value.toArray())
        taxes.append(LineTax{each.toArray().at(0).toString(), each.toArray().at(1).toInteger()});
    return taxes;
}

QJsonObject fromLine(const OrderLine &line)
{
    QJsonObject object;
    put(object, "remoteId"_L1, line.remoteId);
    put(object, "mark"_L1, line.mark);
    put(object, "product"_L1, line.product.value);
    put(object, "label"_L1, line.label);
    put(object, "tooth"_L1, line.tooth);
    put(object, "class"_L1, line.invoiceClass);
    object.insert("quantity"_L1, line.quantity);
    object.insert("price"_L1, fromMoney(line.unitPrice));
    object.insert("discount"_L1, fromMoney(line.discount));
    object.insert("taxes"_L1, fromTaxes(line.taxes));
    return object;
}

OrderLine toLine(const QJsonObject &object)
{
    OrderLine line;
    line.remoteId = text(object, "remoteId"_L1);
    line.mark = text(object, "mark"_L1);
    line.product.value = text(object, "product"_L1);
    line.label = text(object, "label"_L1);
    line.tooth = text(object, "tooth"_L1);
    line.invoiceClass = text(object, "class"_L1);
    line.quantity = object.value("quantity"_L1).toInteger(1000);
    line.unitPrice = toMoney(object.value("price"_L1));
    line.discount = toMoney(object.value("discount"_L1));
    line.taxes = toTaxes(object.value("taxes"_L1));
    return line;
}

} // namespace

namespace rowjson {

QJsonArray fromLines(const QList<OrderLine> &lines)
{
    QJsonArray array;
    for (const OrderLine &line : lines)
        array.append(fromLine(line));
    return array;
}

QList<OrderLine> toLines(const QJsonValue &value)
{
    QList<OrderLine> lines;
    for (const QJsonValue &each : value.toArray())
        lines.append(toLine(each.toObject()));
    return lines;
}

} // namespace rowjson

using rowjson::fromLines;
using rowjson::toLines;

namespace {

QJsonObject fromAct(const RecordedAct &act)
{
    QJsonObject object;
    put(object, "itemId"_L1, act.itemId);
    put(object, "treatmentId"_L1, act.treatmentId);
    put(object, "product"_L1, act.product.value);
    put(object, "label"_L1, act.label);
    object.insert("teeth"_L1, fromStrings(act.teeth));
    object.insert("surfaces"_L1, fromStrings(act.surfaces));
    object.insert("quantity"_L1, act.quantity);
    object.insert("price"_L1, fromMoney(act.unitPrice));
    object.insert("discountPercent"_L1, act.discountPercent);
    put(object, "status"_L1, act.status);
    if (act.performedAt.isValid())
        object.insert("performedAt"_L1, act.performedAt.toMSecsSinceEpoch());
    return object;
}

RecordedAct toAct(const QJsonObject &object)
{
    RecordedAct act;
    act.itemId = text(object, "itemId"_L1);
    act.treatmentId = text(object, "treatmentId"_L1);
    act.product.value = text(object, "product"_L1);
    act.label = text(object, "label"_L1);
    act.teeth = toStrings(object.value("teeth"_L1));
    act.surfaces = toStrings(object.value("surfaces"_L1));
    act.quantity = object.value("quantity"_L1).toInteger(1000);
    act.unitPrice = toMoney(object.value("price"_L1));
    act.discountPercent = object.value("discountPercent"_L1).toInteger();
    act.status = text(object, "status"_L1);
    if (const QJsonValue at = object.value("performedAt"_L1); at.isDouble())
        act.performedAt = QDateTime::fromMSecsSinceEpoch(at.toInteger(), Qt::UTC);
    return act;
}

QJsonObject fromSlot(const Slot &slot)
{
    QJsonObject object{{u"provider"_s, slot.provider.value}, {u"room"_s, slot.room.value}};
    // Who waits for a slot has none: no time must come back as some time.
    if (slot.start.isValid())
        object.insert("start"_L1, slot.start.toMSecsSinceEpoch());
    if (slot.end.isValid())
        object.insert("end"_L1, slot.end.toMSecsSinceEpoch());
    return object;
}

Slot toSlot(const QJsonObject &object)
{
    Slot slot;
    slot.provider.value = text(object, "provider"_L1);
    slot.room.value = text(object, "room"_L1);
    const auto moment = [&object](QLatin1StringView key) {
        const QJsonValue value = object.value(key);
        return value.isUndefined() ? QDateTime()
                                   : QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC);
    };
    slot.start = moment("start"_L1);
    slot.end = moment("end"_L1);
    return slot;
}

} // namespace

namespace rowjson {

QByteArray fromPatient(const Patient &patient)
{
    QJsonObject object;
    put(object, "first"_L1, patient.firstName);
    put(object, "last"_L1, patient.lastName);
    put(object, "sex"_L1, patient.sex);
    if (patient.birthDate.isValid())
        object.insert("birth"_L1, patient.birthDate.toString(Qt::ISODate));
    put(object, "mobile"_L1, patient.mobile);
    put(object, "phone"_L1, patient.phone);
    put(object, "email"_L1, patient.email);
    put(object, "language"_L1, patient.language);
    put(object, "recordNumber"_L1, patient.recordNumber);
    if (!patient.alerts.isEmpty())
        object.insert("alerts"_L1, fromStrings(patient.alerts));
    return compact(object);
}

Patient toPatient(const QByteArray &json)
{
    const QJsonObject object = parsed(json);
    Patient patient;
    patient.firstName = text(object, "first"_L1);
    patient.lastName = text(object, "last"_L1);
    patient.sex = text(object, "sex"_L1);
    const QString birth = text(object, "birth"_L1);
    if (!birth.isEmpty())
        patient.birthDate = QDate::fromString(birth, Qt::ISODate);
    patient.mobile = text(object, "mobile"_L1);
    patient.phone = text(object, "phone"_L1);
    patient.email = text(object, "email"_L1);
    patient.language = text(object, "language"_L1);
    patient.recordNumber = text(object, "recordNumber"_L1);
    patient.alerts = toStrings(object.value("alerts"_L1));
    return patient;
}

QByteArray fromProduct(const Product &product)
{
    QJsonObject object;
    put(object, "id"_L1, product.id.value);
    put(object, "code"_L1, product.code);
    put(object, "name"_L1, product.name);
    put(object, "class"_L1, product.invoiceClass);
    object.insert("price"_L1, fromMoney(product.price));
    object.insert("minutes"_L1, product.durationMinutes);
    object.insert("taxes"_L1, fromTaxes(product.taxes));
    put(object, "treatment"_L1, product.treatmentId);
    object.insert("active"_L1, product.active);
    return compact(object);
}

Product toProduct(const QByteArray &json)
{
    const QJsonObject object = parsed(json);
    Product product;
    product.id.value = text(object, "id"_L1);
    product.code = text(object, "code"_L1);
    product.name = text(object, "name"_L1);
    product.invoiceClass = text(object, "class"_L1);
    product.price = toMoney(object.value("price"_L1));
    product.durationMinutes = object.value("minutes"_L1).toInt();
    product.taxes = toTaxes(object.value("taxes"_L1));
    product.treatmentId = text(object, "treatment"_L1);
    product.active = object.value("active"_L1).toBool(true);
    return product;
}

QByteArray fromProvider(const Provider &provider)
{
    QJsonObject object;
    put(object, "id"_L1, provider.id.value);
    put(object, "name"_L1, provider.name);
    put(object, "dentalTapId"_L1, provider.dentalTapId);
    put(object, "calendarId"_L1, provider.calendarId);
    put(object, "crmUser"_L1, provider.crmUser);
    put(object, "colour"_L1, provider.colour);
    object.insert("active"_L1, provider.active);
    return compact(object);
}

Provider toProvider(const QByteArray &json)
{
    const QJsonObject object = parsed(json);
    Provider provider;
    provider.id.value = text(object, "id"_L1);
    provider.name = text(object, "name"_L1);
    provider.dentalTapId = text(object, "dentalTapId"_L1);
    provider.calendarId = text(object, "calendarId"_L1);
    provider.crmUser = text(object, "crmUser"_L1);
    provider.colour = text(object, "colour"_L1);
    provider.active = object.value("active"_L1).toBool(true);
    return provider;
}

QByteArray fromRoom(const Room &room)
{
    return compact({{u"id"_s, room.id.value}, {u"name"_s, room.name}, {u"active"_s, room.active}});
}

Room toRoom(const QByteArray &json)
{
    const QJsonObject object = parsed(json);
    Room room;
    room.id.value = text(object, "id"_L1);
    room.name = text(object, "name"_L1);
    room.active = object.value("active"_L1).toBool(true);
    return room;
}

QByteArray fromOrder(const SalesOrder &order)
{
    QJsonObject object;
    put(object, "id"_L1, order.id);
    put(object, "number"_L1, order.number);
    put(object, "status"_L1, order.status);
    put(object, "currency"_L1, order.currency);
    put(object, "modified"_L1, order.modifiedTime);
    object.insert("converted"_L1, order.converted);
    object.insert("lines"_L1, fromLines(order.lines));
    object.insert("discount"_L1, fromMoney(order.discount));
    object.insert("adjustment"_L1, fromMoney(order.adjustment));
    object.insert("grandTotal"_L1, fromMoney(order.grandTotal));
    return compact(object);
}

SalesOrder toOrder(const QByteArray &json)
{
    const QJsonObject object = parsed(json);
    SalesOrder order;
    order.id = text(object, "id"_L1);
    order.number = text(object, "number"_L1);
    order.status = text(object, "status"_L1);
    order.currency = text(object, "currency"_L1);
    order.modifiedTime = text(object, "modified"_L1);
    order.converted = object.value("converted"_L1).toBool();
    order.lines = toLines(object.value("lines"_L1));
    order.discount = toMoney(object.value("discount"_L1));
    order.adjustment = toMoney(object.value("adjustment"_L1));
    order.grandTotal = toMoney(object.value("grandTotal"_L1));
    return order;
}

QByteArray fromInvoice(const CrmInvoice &invoice)
{
    QJsonObject object;
    put(object, "id"_L1, invoice.id);
    put(object, "number"_L1, invoice.number);
    put(object, "modified"_L1, invoice.modifiedTime);
    object.insert("lines"_L1, fromLines(invoice.lines));
    object.insert("discount"_L1, fromMoney(invoice.discount));
    object.insert("adjustment"_L1, fromMoney(invoice.adjustment));
    object.insert("grandTotal"_L1, fromMoney(invoice.grandTotal));
    return compact(object);
}

CrmInvoice toInvoice(const QByteArray &json)
{
    const QJsonObject object = parsed(json);
    CrmInvoice invoice;
    invoice.id = text(object, "id"_L1);
    invoice.number = text(object, "number"_L1);
    invoice.modifiedTime = text(object, "modified"_L1);
    invoice.lines = toLines(object.value("lines"_L1));
    invoice.discount = toMoney(object.value("discount"_L1));
    invoice.adjustment = toMoney(object.value("adjustment"_L1));
    invoice.grandTotal = toMoney(object.value("grandTotal"_L1));
    return invoice;
}

QByteArray fromActs(const QList<RecordedAct> &acts)
{
    QJsonArray array;
    for (const RecordedAct &act : acts)
        array.append(fromAct(act));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

QList<RecordedAct> toActs(const QByteArray &json)
{
    QList<RecordedAct> acts;
    for (const QJsonValue &each : QJsonDocument::fromJson(json).array())
        acts.append(toAct(each.toObject()));
    return acts;
}

QByteArray fromConfirmed(const Confirmed &confirmed)
{
    QJsonArray lines;
    for (const ShownLine &shown : confirmed.lines.lines) {
        QJsonObject object = fromLine(shown.line);
        object.insert("standing"_L1, enumName(shown.standing));
        object.insert("byHand"_L1, shown.pricedByHand);
        lines.append(object);
    }
    QJsonObject object;
    object.insert("lines"_L1, lines);
    object.insert("discount"_L1, fromMoney(confirmed.lines.discount));
    object.insert("adjustment"_L1, fromMoney(confirmed.lines.adjustment));
    if (confirmed.lines.readAt.isValid())
        object.insert("readAt"_L1, confirmed.lines.readAt.toMSecsSinceEpoch());
    put(object, "actsDigest"_L1, confirmed.actsDigest);
    return compact(object);
}

Confirmed toConfirmed(const QByteArray &json)
{
    const QJsonObject object = parsed(json);
    Confirmed confirmed;
    for (const QJsonValue &each : object.value("lines"_L1).toArray()) {
        const QJsonObject line = each.toObject();
        ShownLine shown;
        shown.line = toLine(line);
        shown.standing = enumFromName<ShownLine::Standing>(text(line, "standing"_L1))
                             .value_or(ShownLine::Standing::Recorded);
        shown.pricedByHand = line.value("byHand"_L1).toBool();
        confirmed.lines.lines.append(shown);
    }
    confirmed.lines.discount = toMoney(object.value("discount"_L1));
    confirmed.lines.adjustment = toMoney(object.value("adjustment"_L1));
    const QJsonValue readAt = object.value("readAt"_L1);
    if (!readAt.isUndefined())
        confirmed.lines.readAt = QDateTime::fromMSecsSinceEpoch(readAt.toInteger(), Qt::UTC);
    confirmed.actsDigest = text(object, "actsDigest"_L1);
    return confirmed;
}

QByteArray fromUndo(const std::optional<UndoStep> &undo)
{
    if (!undo)
        return {};
    QJsonObject object{{u"state"_s, enumName(undo->state)},
                       {u"moved"_s, undo->moved},
                       {u"eventDeleted"_s, undo->eventDeleted}};
    if (undo->moved)
        object.insert("slot"_L1, fromSlot(undo->slot));
    return compact(object);
}

std::optional<UndoStep> toUndo(const QByteArray &json)
{
    if (json.isEmpty())
        return std::nullopt;
    const QJsonObject object = parsed(json);
    UndoStep undo;
    undo.state = enumFromName<VisitState>(text(object, "state"_L1)).value_or(VisitState::Booked);
    undo.moved = object.value("moved"_L1).toBool();
    undo.eventDeleted = object.value("eventDeleted"_L1).toBool();
    if (undo.moved)
        undo.slot = toSlot(object.value("slot"_L1).toObject());
    return undo;
}

QByteArray fromConflict(const std::optional<SlotConflict> &conflict)
{
    if (!conflict)
        return {};
    return compact(
        {{u"service"_s, enumName(conflict->service)}, {u"theirs"_s, fromSlot(conflict->theirs)}});
}

std::optional<SlotConflict> toConflict(const QByteArray &json)
{
    if (json.isEmpty())
        return std::nullopt;
    const QJsonObject object = parsed(json);
    SlotConflict conflict;
    conflict.service = enumFromName<Service>(text(object, "service"_L1)).value_or(Service::None);
    conflict.theirs = toSlot(object.value("theirs"_L1).toObject());
    return conflict;
}

QJsonArray fromChoices(const QList<ActChoice> &choices)
{
    QJsonArray array;
    for (const ActChoice &choice : choices)
        array.append(QJsonArray{choice.itemId, choice.product.value});
    return array;
}

QList<ActChoice> toChoices(const QJsonArray &array)
{
    QList<ActChoice> choices;
    for (const QJsonValue &each : array)
        choices.append(
            ActChoice{each.toArray().at(0).toString(), ProductId{each.toArray().at(1).toString()}});
    return choices;
}

} // namespace rowjson

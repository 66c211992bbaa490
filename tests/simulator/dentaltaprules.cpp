// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltaprules.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

enum class Shape { Text, Integer, Date, Instant, Boolean, Money, List, Object };

struct Field {
    QString name;
    Shape shape = Shape::Text;
    bool required = false;
    qsizetype length = 255;
    QStringList words = {}; //!< a closed set, or empty
};

const QList<Field> &fieldsOf(Writable kind)
{
    static const QList<Field> patient{
        {u"externalId"_s, Shape::Text, false, 20},
        {u"lastName"_s, Shape::Text, true},
        {u"firstName"_s, Shape::Text, true},
        {u"birthName"_s},
        {u"title"_s},
        {u"sex"_s, Shape::Text, false, 20, {u"male"_s, u"female"_s, u"other"_s, u"unknown"_s}},
        {u"birthDate"_s, Shape::Date},
        {u"phones"_s, Shape::List},
        {u"email"_s},
        {u"address"_s, Shape::Object},
        {u"language"_s, Shape::Text, false, 20},
        {u"groups"_s, Shape::List},
        {u"tags"_s, Shape::List},
        {u"alerts"_s, Shape::List},
        {u"notes"_s, Shape::Text, false, 32000},
        {u"dentition"_s, Shape::Text, false, 20, {u"permanent"_s, u"primary"_s, u"mixed"_s}},
        {u"familyId"_s, Shape::Text, false, 64},
        {u"familyRole"_s},
        {u"status"_s,
         Shape::Text,
         false,
         20,
         {u"active"_s, u"inactive"_s, u"archived"_s, u"deceased"_s}},
    };
    static const QList<Field> treatment{
        {u"externalId"_s, Shape::Text, false, 20},
        {u"code"_s, Shape::Text, true, 32},
        {u"name"_s, Shape::Text, true, 255},
        {u"category"_s},
        {u"description"_s, Shape::Text, false, 32000},
        {u"price"_s, Shape::Money, true},
        {u"durationMinutes"_s, Shape::Integer},
        {u"toothScope"_s,
         Shape::Text,
         false,
         20,
         {u"none"_s, u"mouth"_s, u"arch"_s, u"sextant"_s, u"quadrant"_s, u"tooth"_s, u"surface"_s}},
        {u"nomenclature"_s, Shape::List},
        {u"colour"_s, Shape::Text, false, 7},
        {u"active"_s, Shape::Boolean},
    };
    static const QList<Field> appointment{
        {u"externalId"_s, Shape::Text, false, 20},
        {u"patientId"_s, Shape::Text, true, 64},
        {u"providerId"_s, Shape::Text, true, 64},
        {u"roomId"_s, Shape::Text, true, 64},
        {u"start"_s, Shape::Instant, true},
        {u"end"_s, Shape::Instant, true},
        {u"timeZone"_s, Shape::Text, false, 64},
        {u"preparation"_s, Shape::Object},
        {u"kind"_s,
         Shape::Text,
         false,
         20,
         {u"walkIn"_s, u"intervention"_s, u"control"_s, u"other"_s}},
        {u"group"_s},
        {u"status"_s, Shape::Text, false, 20},
        {u"cancelReason"_s},
        {u"note"_s, Shape::Text, false, 32000},
        {u"additionalUserIds"_s, Shape::List},
        {u"googleCalendar"_s, Shape::Object},
        {u"treatmentPlanId"_s, Shape::Text, false, 64},
        {u"planPhaseId"_s, Shape::Text, false, 64},
    };
    switch (kind) {
    case Writable::Patient:
        return patient;
    case Writable::Treatment:
        return treatment;
    case Writable::Appointment:
        break;
    }
    return appointment;
}

bool hasShape(const QJsonValue &value, Shape shape)
{
    static const QRegularExpression date(u"^\\d{4}-\\d{2}-\\d{2}$"_s);
    switch (shape) {
    case Shape::Text:
        return value.isString();
    case Shape::Integer:
        return value.isDouble() && value.toDouble() == value.toInt(-1) && value.toInt(-1) >= 0;
    case Shape::Date:
        return date.match(value.toString()).hasMatch()
            && QDate::fromString(value.toString(), Qt::ISODate).isValid();
    case Shape::Instant:
        return strictInstant(value.toString()).isValid();
    case Shape::Boolean:
        return value.isBool();
    case Shape::Money:
        return value["amount"_L1].isString() && value["currency"_L1].isString();
    case Shape::List:
        return value.isArray();
    case Shape::Object:
        break;
    }
    return value.isObject();
}

QString externalIdFault(const QString &id)
{
    if (id.size() > 20) {
        return u"external_id_too_long"_s;
    }
    const bool printable =
        std::all_of(id.cbegin(), id.cend(), [](QChar c) { return c >= u' ' && c <= u'~'; });
    const bool sound = printable && !id.isEmpty() && !id.startsWith(u' ') && !id.endsWith(u' ');
    return sound ? QString() : u"external_id_invalid"_s;
}

const QStringList &forward()
{
    static const QStringList words{u"scheduled"_s, u"confirmed"_s, u"arrived"_s, u"inTreatment"_s,
                                   u"completed"_s};
    return words;
}

} // namespace

QJsonObject fieldError(const QString &field, const QString &code, const QString &message)
{
    return {{"field"_L1, field}, {"code"_L1, code}, {"message"_L1, message}};
}

QJsonArray fieldErrors(Writable kind, const QJsonObject &fields, bool whole)
{
    QJsonArray errors;
    for (const Field &field : fieldsOf(kind)) {
        const bool given = fields.contains(field.name);
        const QJsonValue value = fields.value(field.name);
        const bool empty =
            value.isNull() || (value.isString() && value.toString().trimmed().isEmpty());
        if (field.required && ((whole && !given) || (given && empty))) {
            errors.append(fieldError(field.name, u"required"_s, u"a value is required"_s));
        } else if (!given || value.isNull()) {
            continue;
        } else if (!hasShape(value, field.shape)) {
            const bool link = field.name == "externalId"_L1;
            errors.append(fieldError(field.name,
                                     link ? u"external_id_invalid"_s : u"invalid_type"_s,
                                     u"not of the expected form"_s));
        } else if (field.name == "externalId"_L1) {
            const QString fault = externalIdFault(value.toString());
            if (!fault.isEmpty()) {
                errors.append(fieldError(field.name, fault, u"1 to 20 printable characters"_s));
            }
        } else if (value.isString() && value.toString().size() > field.length) {
            errors.append(fieldError(field.name, u"too_long"_s, u"too long"_s));
        } else if (!field.words.isEmpty() && !field.words.contains(value.toString())) {
            errors.append(fieldError(field.name, u"unknown_value"_s, u"not one of the values"_s));
        }
    }
    return errors;
}

QJsonObject writableFields(Writable kind, const QJsonObject &given)
{
    QJsonObject kept;
    for (const Field &field : fieldsOf(kind)) {
        if (given.contains(field.name)) {
            kept.insert(field.name, given.value(field.name));
        }
    }
    return kept;
}

QJsonObject blankFields(Writable kind)
{
    static const QStringList kept{u"externalId"_s, u"status"_s, u"timeZone"_s, u"googleCalendar"_s,
                                  u"active"_s};
    QJsonObject blank;
    for (const Field &field : fieldsOf(kind)) {
        if (!kept.contains(field.name)) {
            blank.insert(field.name,
                         field.shape == Shape::List ? QJsonValue(QJsonArray())
                                                    : QJsonValue(QJsonValue::Null));
        }
    }
    return blank;
}

QDateTime strictInstant(const QString &text)
{
    const QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
    const bool offset = instant.timeSpec() == Qt::UTC || instant.timeSpec() == Qt::OffsetFromUTC;
    return instant.isValid() && offset && text.contains(u'T') ? instant.toUTC() : QDateTime();
}

bool statusKnown(const QString &status)
{
    return forward().contains(status) || status == "cancelled"_L1 || status == "noShow"_L1
        || status == "buffered"_L1;
}

bool takesSlot(const QString &status)
{
    return status != "cancelled"_L1 && status != "noShow"_L1 && status != "buffered"_L1;
}

bool statusMoveAllowed(const QString &from, const QString &to)
{
    if (from == to) {
        return true;
    }
    const qsizetype at = forward().indexOf(from);
    const qsizetype next = forward().indexOf(to);
    if (from == "completed"_L1 || !statusKnown(to)) {
        return false;
    }
    if (to == "cancelled"_L1 || to == "noShow"_L1) {
        return at >= 0 && at <= 2;
    }
    if (from == "cancelled"_L1 || from == "noShow"_L1) {
        return next >= 0 && next <= 2; // undo: back to where it was
    }
    if (from == "buffered"_L1 || to == "buffered"_L1) {
        return from == "scheduled"_L1 || to == "scheduled"_L1;
    }
    // "confirmed" may be skipped, on the way back as well.
    const bool skips = (at == 0 && next == 2) || (at == 2 && next == 0);
    return skips || next == at + 1 || next == at - 1;
}

QJsonObject movedStatusTimes(QJsonObject times, const QString &to, const QString &now)
{
    static const QStringList stamps{u"confirmedAt"_s, u"arrivedAt"_s, u"seatedAt"_s,
                                    u"completedAt"_s};
    const qsizetype reached = forward().indexOf(to) - 1; // -1: scheduled, -2: outside the line
    for (qsizetype i = 0; i < stamps.size(); ++i) {
        if (i == reached) {
            times.insert(stamps.at(i), now);
        } else if (reached >= -1 && i > reached) {
            times.insert(stamps.at(i), QJsonValue::Null);
        }
    }
    times.insert("cancelledAt"_L1, to == "cancelled"_L1 ? QJsonValue(now) : QJsonValue::Null);
    times.insert("noShowAt"_L1, to == "noShow"_L1 ? QJsonValue(now) : QJsonValue::Null);
    return times;
}

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/json.h"

#include "app/connectors/dentaltap/mapping.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace dentaltap {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("dentaltap", text);
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue &entry : value.toArray())
        texts.append(textOf(entry));
    return texts;
}

void insertText(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        object.insert(name, text);
}

//! A number as typed becomes E.164 only where it says its country itself.
QJsonObject phone(QLatin1StringView type, const QString &typed, bool primary)
{
    static const QRegularExpression notDialled(u"[^0-9+]"_s);
    QString dialled = typed;
    dialled.remove(notDialled);
    if (dialled.startsWith("00"_L1))
        dialled.replace(0, 2, u"+"_s);
    QJsonObject object{
        {field::type, QString(type)}, {field::raw, typed}, {field::primary, primary}};
    if (dialled.startsWith(u'+'))
        object.insert(field::value, dialled);
    return object;
}

//! A number or decimal text in thousandths; the pseudo currency has three decimals.
Result<Thousandths> thousandths(const QJsonValue &value)
{
    Currency decimals;
    decimals.exponent = 3;
    const Result<Money> amount = moneyFromJson(value, decimals);
    if (!amount)
        return tl::unexpected(amount.error());
    return amount->minor;
}

Appointment::Kind kindOf(const QString &text)
{
    if (text == word::walkIn)
        return Appointment::Kind::WalkIn;
    if (text == word::intervention)
        return Appointment::Kind::Intervention;
    if (text == word::control)
        return Appointment::Kind::Control;
    return Appointment::Kind::Other;
}

QLatin1StringView wordOf(Appointment::Kind kind)
{
    switch (kind) {
    case Appointment::Kind::WalkIn:
        return word::walkIn;
    case Appointment::Kind::Intervention:
        return word::intervention;
    case Appointment::Kind::Control:
        return word::control;
    case Appointment::Kind::Other:
        break;
    }
    return word::other;
}

} // namespace

QString textOf(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.toString();
}

QDateTime instantOf(const QJsonValue &value)
{
    const QDateTime instant = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    const bool hasOffset = instant.timeSpec() == Qt::UTC || instant.timeSpec() == Qt::OffsetFromUTC;
    return instant.isValid() && hasOffset ? instant.toUTC() : QDateTime();
}

QString instantText(const QDateTime &instant)
{
    return instant.toUTC().toString(Qt::ISODate);
}

QString stampOf(const QJsonObject &record, const Response &answer)
{
    const QByteArray etag = answer.header("ETag");
    if (!etag.isEmpty())
        return QString::fromLatin1(etag);
    const QString version = textOf(record[field::version]);
    return version.isEmpty() ? QString() : QString(u"\"v"_s + version + u'"');
}

RemoteAppointment appointmentFromJson(const QJsonObject &record)
{
    RemoteAppointment appointment;
    appointment.system = Service::DentalTap;
    appointment.remoteId = textOf(record[field::id]);
    appointment.stamp = stampOf(record);
    appointment.updatedAt = instantOf(record[field::updatedAt]);
    appointment.salesOrderId = textOf(record[field::externalId]);
    appointment.contactId = textOf(record[field::patientExternalId]);
    if (appointment.contactId.isEmpty())
        appointment.strangerRemoteId = textOf(record[field::patientId]);
    appointment.slot.provider = ProviderId(textOf(record[field::providerId]));
    appointment.slot.room = RoomId(textOf(record[field::roomId]));
    appointment.slot.start = instantOf(record[field::start]);
    appointment.slot.end = instantOf(record[field::end]);
    appointment.status = record[field::status].toString();
    // Absent, null or no object: then nobody has said when (section 5.3, unconfirmed).
    const QJsonValue times = record[field::statusTimes];
    appointment.times.arrived = instantOf(times[field::arrivedAt]);
    appointment.times.seated = instantOf(times[field::seatedAt]);
    appointment.times.left = instantOf(times[field::completedAt]);
    appointment.reason = record[field::group].toString();
    appointment.note = record[field::note].toString();
    appointment.kind = kindOf(record[field::kind].toString());
    appointment.deleted = !record[field::deletedAt].toString().isEmpty()
        || !textOf(record[field::mergedIntoId]).isEmpty();
    return appointment;
}

Provider providerFromJson(const QJsonObject &record)
{
    Provider provider;
    provider.dentalTapId = textOf(record[field::id]);
    provider.name = record[field::name].toString();
    provider.calendarId = record[field::googleCalendarId].toString();
    provider.colour = record[field::colour].toString();
    provider.active = record[field::active].toBool(true);
    return provider;
}

Room roomFromJson(const QJsonObject &record)
{
    Room room;
    room.id = RoomId(textOf(record[field::id]));
    room.name = record[field::name].toString();
    room.active = record[field::active].toBool(true);
    return room;
}

Patient patientFromJson(const QJsonObject &record)
{
    Patient patient;
    patient.firstName = record[field::firstName].toString().trimmed();
    patient.lastName = record[field::lastName].toString().trimmed();
    // Some have one name only; the other is filled in where it is demanded.
    if (patient.firstName == u"-"_s)
        patient.firstName.clear();
    if (patient.lastName.isEmpty())
        std::swap(patient.lastName, patient.firstName);
    patient.birthDate = QDate::fromString(record[field::birthDate].toString(), Qt::ISODate);
    patient.email = record[field::email].toString().trimmed();
    patient.language = record[field::language].toString();
    const QString sex = record[field::sex].toString();
    if (sex != word::unknown)
        patient.sex = sex;
    for (const QJsonValue &each : record[field::phones].toArray()) {
        QString number = each[field::value].toString();
        if (number.isEmpty())
            number = each[field::raw].toString();
        const bool isMobile = each[field::type].toString() == word::mobile;
        QString &place = isMobile ? patient.mobile : patient.phone;
        if (place.isEmpty())
            place = number;
    }
    return patient;
}

Result<Money> priceOf(const QJsonValue &value, const Currency &currency)
{
    if (!value.isObject())
        return moneyFromJson(value, currency);
    const QString given = value[field::currency].toString();
    if (!given.isEmpty() && given != currency.code) {
        return failure(Error::Kind::Invalid,
                       words(QT_TRANSLATE_NOOP(
                                 "dentaltap",
                                 "DentalTap keeps prices in %1, the clinic counts in %2. Set the "
                                 "currency in DentalTap or in the settings."))
                           .arg(given, currency.code),
                       Service::DentalTap);
    }
    return moneyFromJson(value[field::amount], currency);
}

Result<RecordedAct> actFromJson(const QJsonObject &item, const Currency &currency)
{
    RecordedAct act;
    act.itemId = textOf(item[field::id]);
    act.treatmentId = textOf(item[field::treatmentId]);
    act.product = ProductId(textOf(item[field::treatmentExternalId]));
    act.label = item[field::label].toString();
    act.teeth = textsOf(item[field::teeth]);
    act.surfaces = textsOf(item[field::surfaces]);
    act.status = item[field::status].toString();
    act.performedAt = instantOf(item[field::performedAt]);
    const QJsonValue quantity = item[field::quantity];
    const QJsonValue discount = item[field::discountPercent];
    const Result<Thousandths> count = quantity.isUndefined() || quantity.isNull()
        ? Result<Thousandths>(1000)
        : thousandths(quantity);
    const Result<Thousandths> percent = discount.isUndefined() || discount.isNull()
        ? Result<Thousandths>(0)
        : thousandths(discount);
    const Result<Money> price = priceOf(item[field::unitPrice], currency);
    if (price && count && percent) {
        act.quantity = *count;
        act.discountPercent = *percent;
        act.unitPrice = *price;
        return act;
    }
    if (!price && price.error().service == Service::DentalTap)
        return tl::unexpected(price.error());
    return failure(Error::Kind::Protocol,
                   words(QT_TRANSLATE_NOOP("dentaltap",
                                           "DentalTap sent an act whose quantity or price cannot "
                                           "be read. Look at the visit's acts there.")),
                   Service::DentalTap);
}

Result<Activity> activityFromJson(const QJsonObject &record, const Currency &currency)
{
    Activity activity;
    activity.id = textOf(record[field::id]);
    activity.gone = !record[field::deletedAt].toString().isEmpty()
        || !textOf(record[field::mergedIntoId]).isEmpty()
        || record[field::status].toString() == word::cancelled;
    activity.appointmentId = textOf(record[field::appointmentId]);
    activity.salesOrderId = textOf(record[field::appointmentExternalId]);
    activity.status = record[field::status].toString();
    activity.updatedAt = instantOf(record[field::updatedAt]);
    for (const QJsonValue &item : record[field::items].toArray()) {
        const Result<RecordedAct> act = actFromJson(item.toObject(), currency);
        if (!act)
            return tl::unexpected(act.error());
        activity.acts.append(*act);
    }
    return activity;
}

QList<RecordedAct> mergedActs(QList<Activity> activities)
{
    std::stable_sort(
        activities.begin(), activities.end(),
        [](const Activity &one, const Activity &two) { return one.updatedAt < two.updatedAt; });
    QList<RecordedAct> acts;
    QHash<QString, qsizetype> places;
    for (const Activity &activity : std::as_const(activities)) {
        if (activity.gone)
            continue;
        for (const RecordedAct &act : activity.acts) {
            const auto place = places.constFind(act.itemId);
            if (place != places.cend()) {
                acts[*place] = act;
                continue;
            }
            places.insert(act.itemId, acts.size());
            acts.append(act);
        }
    }
    return acts;
}

QJsonObject patientBody(const Patient &patient, const QString &contactId)
{
    QJsonObject body{
        {field::externalId, contactId},
        {field::lastName, patient.lastName},
        // A first name is demanded; a patient may have one name only.
        {field::firstName, patient.firstName.isEmpty() ? u"-"_s : patient.firstName},
        {field::sex, patient.sex.isEmpty() ? QString(word::unknown) : patient.sex},
    };
    if (patient.birthDate.isValid())
        body.insert(field::birthDate, patient.birthDate.toString(Qt::ISODate));
    QJsonArray phones;
    if (!patient.mobile.isEmpty())
        phones.append(phone(word::mobile, patient.mobile, true));
    if (!patient.phone.isEmpty())
        phones.append(phone(word::home, patient.phone, phones.isEmpty()));
    if (!phones.isEmpty())
        body.insert(field::phones, phones);
    insertText(body, field::email, patient.email);
    insertText(body, field::language, patient.language);
    return body;
}

QJsonObject slotBody(const Slot &slot, const Provider &provider)
{
    QJsonObject body{{field::providerId, provider.dentalTapId},
                     {field::start, instantText(slot.start)},
                     {field::end, instantText(slot.end)}};
    insertText(body, field::roomId, slot.room.value);
    return body;
}

QJsonObject appointmentBody(const Appointment &appointment, const Provider &provider,
                            const QByteArray &timeZone)
{
    QJsonObject body = slotBody(appointment.slot, provider);
    body.insert(field::kind, QString(wordOf(appointment.kind)));
    insertText(body, field::timeZone, QString::fromLatin1(timeZone));
    insertText(body, field::group, appointment.reason);
    insertText(body, field::note, appointment.note);
    constexpr auto own = "dentaltap:"_L1;
    if (appointment.part && appointment.part->plan.value.startsWith(own)) {
        body.insert(field::treatmentPlanId, appointment.part->plan.value.mid(own.size()));
        insertText(body, field::planPhaseId, appointment.part->phase);
    }
    return body;
}

QString codeOf(const Response &answer)
{
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    const QString code = textOf(body[field::code]);
    // A single field error may carry the more precise word.
    for (const QJsonValue &entry : body[field::errors].toArray()) {
        if (entry[field::code].toString() == code::externalIdConflict)
            return code::externalIdConflict;
    }
    return code;
}

QString existingIdOf(const Response &answer)
{
    return textOf(QJsonDocument::fromJson(answer.body).object()[field::existingId]);
}

Error errorFrom(const Response &answer)
{
    Error error = errorOf(answer, Service::DentalTap);
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    if (error.kind == Error::Kind::Invalid) {
        QStringList fields;
        for (const QJsonValue &entry : body[field::errors].toArray()) {
            const QString name = entry[field::fieldName].toString();
            const QString code = entry[field::code].toString();
            fields.append(code.isEmpty() ? name : QString(name + u" ("_s + code + u')'));
        }
        if (fields.isEmpty() && !codeOf(answer).isEmpty())
            fields.append(codeOf(answer));
        if (!fields.isEmpty()) {
            error.message = words(QT_TRANSLATE_NOOP("dentaltap",
                                                    "DentalTap does not accept: %1. Correct the "
                                                    "record, then try again."))
                                .arg(fields.join(u", "_s));
        }
    }
    const QString scope = body[field::scope].toString();
    if (error.kind == Error::Kind::Forbidden && !scope.isEmpty()) {
        error.message = words(QT_TRANSLATE_NOOP("dentaltap",
                                                "The DentalTap token lacks the right %1. Its "
                                                "administrator can add it."))
                            .arg(scope);
    }
    if (answer.status == 428)
        error.kind = Error::Kind::Conflict;
    return error;
}

} // namespace dentaltap

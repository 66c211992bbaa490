// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltaprecords.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QString instantText(const QDateTime &instant)
{
    return instant.toUTC().toString(Qt::ISODate);
}

QJsonObject phone(const QString &type, const QString &raw, bool primary)
{
    QString value = raw;
    value.remove(u' ').remove(u'.');
    return {{"type"_L1, type},
            {"value"_L1, value.startsWith(u'+') ? QJsonValue(value) : QJsonValue(QJsonValue::Null)},
            {"raw"_L1, raw},
            {"primary"_L1, primary}};
}

} // namespace

QJsonObject moneyJson(qint64 minor, int exponent, const QString &currency)
{
    QString digits = QString::number(std::abs(minor)).rightJustified(exponent + 1, u'0');
    if (exponent > 0) {
        digits.insert(digits.size() - exponent, u'.');
    }
    if (minor < 0) {
        digits.prepend(u'-');
    }
    return {{"amount"_L1, digits}, {"currency"_L1, currency}};
}

qint64 minorUnits(const QString &amount, int exponent)
{
    const QStringList parts = amount.split(u'.');
    const QString decimals = parts.value(1);
    if (parts.size() > 2 || decimals.size() > exponent
        || (parts.size() == 2 && decimals.isEmpty())) {
        return -1;
    }
    bool numeric = false;
    const QString digits = parts.first() + decimals.leftJustified(exponent, u'0');
    const qint64 minor = digits.toLongLong(&numeric);
    return numeric && !digits.startsWith(u'+') ? minor : -1;
}

QJsonObject DentalTapRecords::money(qint64 minor) const
{
    return moneyJson(minor, m_clinic.currencyExponent, m_clinic.options.currency);
}

QJsonObject DentalTapRecords::patient(int index) const
{
    const SeedPatient &seed = m_clinic.patients.at(index);
    QJsonArray phones;
    if (!seed.mobile.isEmpty()) {
        phones.append(phone(u"mobile"_s, seed.mobile, true));
    }
    if (!seed.phone.isEmpty()) {
        phones.append(phone(u"home"_s, seed.phone, phones.isEmpty()));
    }
    QJsonArray alerts;
    if (!seed.alert.isEmpty()) {
        alerts.append(QJsonObject{{"text"_L1, seed.alert}, {"severity"_L1, u"warning"_s}});
    }
    const qint64 days =
        seed.birthDate.isValid() ? seed.birthDate.daysTo(m_clinic.options.today) : 15000;
    return {{"externalId"_L1, textOrNull(seed.contactId)},
            {"number"_L1, QString::number(index + 1)},
            {"lastName"_L1, seed.lastName},
            {"birthName"_L1, QJsonValue::Null},
            {"firstName"_L1, seed.firstName},
            {"title"_L1, seed.sex == "female"_L1 ? u"Mme"_s : u"M."_s},
            {"sex"_L1, seed.sex},
            {"birthDate"_L1, textOrNull(seed.birthDate.toString(Qt::ISODate))},
            {"phones"_L1, phones},
            {"email"_L1, textOrNull(seed.email)},
            {"address"_L1, QJsonValue::Null},
            {"language"_L1, seed.language},
            {"groups"_L1, QJsonArray()},
            {"tags"_L1, QJsonArray()},
            {"alerts"_L1, alerts},
            {"notes"_L1, QJsonValue::Null},
            {"dentition"_L1,
             days < 6 * 365        ? u"primary"_s
                 : days < 13 * 365 ? u"mixed"_s
                                   : u"permanent"_s},
            {"familyId"_L1, QJsonValue::Null},
            {"familyRole"_L1, QJsonValue::Null},
            {"insurances"_L1, QJsonArray()},
            {"status"_L1, u"active"_s},
            {"mergedIntoId"_L1, QJsonValue::Null}};
}

QJsonObject DentalTapRecords::treatment(int index) const
{
    const SeedProduct &seed = m_clinic.products.at(index);
    return {{"externalId"_L1, seed.productId},
            {"code"_L1, seed.code},
            {"name"_L1, seed.name},
            {"category"_L1, seed.category},
            {"description"_L1, QJsonValue::Null},
            {"price"_L1, money(seed.priceMinor)},
            {"durationMinutes"_L1, seed.durationMinutes},
            {"toothScope"_L1, seed.toothScope},
            {"nomenclature"_L1,
             QJsonArray{QJsonObject{{"system"_L1, u"internal"_s}, {"code"_L1, seed.code}}}},
            {"colour"_L1, u"#5B8DB8"_s},
            {"active"_L1, true}};
}

QJsonObject DentalTapRecords::appointment(int index) const
{
    const SeedAppointment &seed = m_clinic.appointments.at(index);
    const SeedProduct &product = m_clinic.products.at(seed.product);
    const QJsonValue start = instantText(seed.start);
    const QJsonValue end = instantText(seed.end);
    static const QStringList words{u"scheduled"_s, u"confirmed"_s, u"arrived"_s, u"inTreatment"_s,
                                   u"completed"_s};
    const qsizetype reached = words.indexOf(seed.status);
    const QJsonValue never(QJsonValue::Null);
    QString kind = u"intervention"_s;
    if (seed.product == 0) {
        kind = u"walkIn"_s;
    } else if (product.category == "consultation"_L1) {
        kind = u"control"_s;
    }
    return {
        {"externalId"_L1, textOrNull(seed.salesOrderId)},
        {"patientId"_L1, m_clinic.patients.at(seed.patient).dentalTapId},
        {"providerId"_L1, m_clinic.providers.at(seed.provider).dentalTapId},
        {"roomId"_L1, m_clinic.rooms.at(seed.room).dentalTapId},
        {"start"_L1, start},
        {"end"_L1, end},
        {"timeZone"_L1, m_clinic.options.timeZone},
        {"preparation"_L1, QJsonObject{{"beforeMinutes"_L1, 0}, {"afterMinutes"_L1, 0}}},
        {"kind"_L1, kind},
        {"group"_L1, product.name},
        {"status"_L1, seed.status},
        {"statusTimes"_L1,
         QJsonObject{
             {"confirmedAt"_L1, never},
             {"arrivedAt"_L1, reached >= 2 ? start : never},
             {"seatedAt"_L1, reached >= 3 ? start : never},
             {"completedAt"_L1, reached >= 4 ? end : never},
             {"cancelledAt"_L1, seed.status == "cancelled"_L1 ? start : never},
             {"noShowAt"_L1, seed.status == "noShow"_L1 ? end : never},
         }},
        {"cancelReason"_L1, seed.status == "cancelled"_L1 ? QJsonValue(u"Empêchement"_s) : never},
        {"note"_L1, textOrNull(seed.note)},
        {"additionalUserIds"_L1, QJsonArray()},
        {"googleCalendar"_L1, never},
        {"treatmentPlanId"_L1, never},
        {"planPhaseId"_L1, never}};
}

QJsonObject DentalTapRecords::provider(int index) const
{
    const SeedProvider &seed = m_clinic.providers.at(index);
    return {{"externalId"_L1, QJsonValue::Null},
            {"name"_L1, seed.name},
            {"colour"_L1, seed.colour},
            {"active"_L1, true},
            {"googleCalendarId"_L1, seed.calendarId}};
}

QJsonObject DentalTapRecords::room(int index) const
{
    return {{"externalId"_L1, QJsonValue::Null},
            {"name"_L1, m_clinic.rooms.at(index).name},
            {"colour"_L1, u"#9AA5B1"_s},
            {"active"_L1, true}};
}

QJsonObject DentalTapRecords::item(const SeedActivityItem &act) const
{
    const bool known = act.product >= 0;
    const SeedProduct product = known ? m_clinic.products.at(act.product) : SeedProduct();
    const QJsonValue none(QJsonValue::Null);
    return {{"id"_L1, act.id},
            {"treatmentId"_L1, known ? QJsonValue(product.dentalTapId) : none},
            {"treatmentExternalId"_L1, known ? QJsonValue(product.productId) : none},
            {"treatmentCode"_L1, known ? QJsonValue(product.code) : none},
            {"label"_L1, act.label},
            {"teeth"_L1, QJsonArray::fromStringList(act.teeth)},
            {"surfaces"_L1, QJsonArray::fromStringList(act.surfaces)},
            {"quantity"_L1, act.quantity},
            {"unitPrice"_L1, money(product.priceMinor)},
            {"discountPercent"_L1, u"0"_s},
            {"amount"_L1, money(product.priceMinor * act.quantity)},
            {"status"_L1, act.completed ? u"completed"_s : u"planned"_s},
            {"performedBy"_L1, none},
            {"performedAt"_L1, none},
            {"note"_L1, none}};
}

QJsonObject DentalTapRecords::total(const QJsonArray &items) const
{
    qint64 sum = 0;
    for (const QJsonValue &entry : items) {
        sum += minorUnits(entry["amount"_L1]["amount"_L1].toString(), m_clinic.currencyExponent);
    }
    return money(sum);
}

QJsonObject DentalTapRecords::activity(int appointment) const
{
    const SeedAppointment &seed = m_clinic.appointments.at(appointment);
    const SeedPatient &patient = m_clinic.patients.at(seed.patient);
    const SeedProvider &provider = m_clinic.providers.at(seed.provider);
    QJsonArray items;
    for (const SeedActivityItem &act : seed.activity) {
        QJsonObject one = item(act);
        one.insert("performedBy"_L1, provider.dentalTapId);
        one.insert("performedAt"_L1, instantText(seed.end));
        items.append(one);
    }
    return {{"appointmentId"_L1, seed.dentalTapId},
            {"appointmentExternalId"_L1, textOrNull(seed.salesOrderId)},
            {"patientId"_L1, patient.dentalTapId},
            {"patientExternalId"_L1, textOrNull(patient.contactId)},
            {"providerId"_L1, provider.dentalTapId},
            {"status"_L1, u"completed"_s},
            {"startedAt"_L1, instantText(seed.start)},
            {"completedAt"_L1, instantText(seed.end)},
            {"items"_L1, items},
            {"total"_L1, total(items)}};
}

QJsonObject DentalTapRecords::plan(int index) const
{
    const SeedPlan &seed = m_clinic.plans.at(index);
    const SeedPatient &patient = m_clinic.patients.at(seed.patient);
    QJsonArray phases;
    QJsonArray all;
    for (const auto &acts : seed.phases) {
        QJsonArray items;
        int minutes = 0;
        for (const SeedActivityItem &act : acts) {
            items.append(item(act));
            all.append(items.last());
            minutes += act.product >= 0 ? m_clinic.products.at(act.product).durationMinutes : 0;
        }
        const qsizetype order = phases.size() + 1;
        phases.append(QJsonObject{{"id"_L1, u"%1-%2"_s.arg(seed.id).arg(order)},
                                  {"order"_L1, order},
                                  {"title"_L1, u"Phase %1"_s.arg(order)},
                                  {"plannedDate"_L1, QJsonValue::Null},
                                  {"durationMinutes"_L1, minutes},
                                  {"status"_L1, u"planned"_s},
                                  {"items"_L1, items}});
    }
    return {{"externalId"_L1, QJsonValue::Null},
            {"patientId"_L1, patient.dentalTapId},
            {"patientExternalId"_L1, textOrNull(patient.contactId)},
            {"appointmentId"_L1, QJsonValue::Null},
            {"providerId"_L1, m_clinic.providers.at(seed.provider).dentalTapId},
            {"title"_L1, seed.title},
            {"note"_L1, QJsonValue::Null},
            {"status"_L1, seed.status},
            {"statusChangedAt"_L1, QJsonValue::Null},
            {"statusChangedBy"_L1, QJsonValue::Null},
            {"statusReason"_L1, QJsonValue::Null},
            {"phases"_L1, phases},
            {"total"_L1, total(all)},
            {"validUntil"_L1, m_clinic.options.today.addMonths(3).toString(Qt::ISODate)},
            {"signature"_L1, QJsonValue::Null}};
}

} // namespace sim

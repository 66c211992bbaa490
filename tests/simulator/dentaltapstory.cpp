// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltap.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

// What happens in DentalTap without the desk: the surgeon records, somebody else edits.

namespace sim {

namespace {

qsizetype indexOfItem(const QJsonArray &items, const QString &id)
{
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items.at(i)["id"_L1].toString() == id) {
            return i;
        }
    }
    return -1;
}

//! Rounded half up to the currency's decimals (section 5.5).
qint64 discounted(qint64 minor, const QString &percent)
{
    static const QRegularExpression form(u"^\\d{1,3}(\\.\\d{1,2})?$"_s);
    if (!form.match(percent).hasMatch()) {
        return minor;
    }
    const qint64 share = 10000 - minorUnits(percent, 2);
    return (minor * share + 5000) / 10000;
}

} // namespace

QString DentalTap::tell(const QJsonObject &story)
{
    if (story.contains("plan"_L1)) {
        return tellPlan(story);
    }
    QString id = story.value("appointment"_L1).toString();
    if (!m_appointments.contains(id)) {
        id = m_appointments.byExternalId(id);
    }
    if (id.isEmpty() || m_appointments.isBuried(id)) {
        return u"no such appointment"_s;
    }
    QJsonObject appointment = m_appointments.record(id);
    const QString status = appointment.value("status"_L1).toString();
    if (!takesSlot(status)) {
        return u"nobody came to that appointment: %1"_s.arg(status);
    }
    const bool complete = story.value("complete"_L1).toBool();
    if (complete && status != "arrived"_L1 && status != "inTreatment"_L1
        && status != "completed"_L1) {
        return u"cannot complete an appointment that is %1"_s.arg(status);
    }

    const QString now = stampText(m_clock.now().toMSecsSinceEpoch());
    const QString provider = appointment.value("providerId"_L1).toString();
    // "another": the acts go into a further activity object of the same appointment.
    QJsonObject activity = story.value("another"_L1).toBool() ? QJsonObject() : activityOf(id);
    const QJsonObject before = activity;
    if (activity.isEmpty()) {
        const QString patient = appointment.value("patientId"_L1).toString();
        activity = {{"id"_L1, QString::number(m_nextId++)},
                    {"appointmentId"_L1, id},
                    {"patientId"_L1, patient},
                    {"patientExternalId"_L1, m_patients.record(patient).value("externalId"_L1)},
                    {"providerId"_L1, provider},
                    {"status"_L1, u"inProgress"_s},
                    {"startedAt"_L1, now},
                    {"completedAt"_L1, QJsonValue::Null}};
    }
    QJsonArray items = activity.value("items"_L1).toArray();
    for (const QJsonValue &told : story.value("records"_L1).toArray()) {
        const QString reason = tellRecord(told.toObject(), items, provider);
        if (!reason.isEmpty()) {
            return reason;
        }
    }
    activity.insert("appointmentExternalId"_L1, appointment.value("externalId"_L1));
    activity.insert("items"_L1, items);
    activity.insert("total"_L1, m_records.total(items));
    if (complete) {
        activity.insert("status"_L1, u"completed"_s);
        if (activity.value("completedAt"_L1).isNull()) {
            activity.insert("completedAt"_L1, now);
        }
    }
    if (activity != before) {
        const QJsonObject stored = m_activities.put(activity, m_clock.now());
        m_activityByAppointment.insert(id, stored.value("id"_L1).toString());
    }
    // From the waiting room the patient passes through the chair.
    QStringList moves;
    if (complete && status == "arrived"_L1) {
        moves.append(u"inTreatment"_s);
    }
    if (complete && status != "completed"_L1) {
        moves.append(u"completed"_s);
    }
    for (const QString &move : moves) {
        QJsonObject moved = appointment;
        moved.insert("status"_L1, move);
        appointment = store(u"appointments"_s, m_appointments, moved, appointment);
    }
    return {};
}

//! One entry of "records": an act, an unknown act, {"remove"} or {"change"}.
QString DentalTap::tellRecord(const QJsonObject &told, QJsonArray &items, const QString &provider)
{
    if (told.contains("remove"_L1) || told.contains("change"_L1)) {
        const bool removes = told.contains("remove"_L1);
        const QString id = told.value(removes ? "remove"_L1 : "change"_L1).toString();
        const qsizetype at = indexOfItem(items, id);
        if (at < 0) {
            return u"no such item: %1"_s.arg(id);
        }
        if (removes) {
            items.removeAt(at);
            return {};
        }
        QJsonObject item = items.at(at).toObject();
        const int quantity = told.value("quantity"_L1).toInt(item.value("quantity"_L1).toInt());
        if (quantity < 1) {
            return u"quantity must be 1 or more"_s;
        }
        const QString amount =
            told.value("unitPrice"_L1).toString(item["unitPrice"_L1]["amount"_L1].toString());
        const qint64 price = minorUnits(amount, m_clinic.currencyExponent);
        item.insert("unitPrice"_L1, m_records.money(price));
        if (told.contains("status"_L1)) {
            item.insert("status"_L1, told.value("status"_L1));
        }
        item.insert("quantity"_L1, quantity);
        item.insert(
            "amount"_L1,
            m_records.money(discounted(price * quantity, item["discountPercent"_L1].toString())));
        items.replace(at, item);
        return {};
    }
    QString reason;
    QJsonObject item = actFor(told, reason);
    if (!reason.isEmpty()) {
        return reason;
    }
    item.insert("performedBy"_L1, provider);
    item.insert("performedAt"_L1, stampText(m_clock.now().toMSecsSinceEpoch()));
    items.append(item);
    return {};
}

QJsonObject DentalTap::actFor(const QJsonObject &told, QString &reason)
{
    const QString code = told.value("treatment"_L1).toString();
    const bool unknown = told.value("unknown"_L1).toBool();
    QJsonObject treatment;
    if (!unknown) {
        for (const QString &id : m_treatments.ids()) {
            const QJsonObject candidate = m_treatments.record(id);
            const bool any = code == "any"_L1 && candidate["category"_L1] == "conservative"_L1;
            if (any || (!code.isEmpty() && candidate["code"_L1] == code)) {
                treatment = candidate;
                break;
            }
        }
        if (treatment.isEmpty()) {
            reason = u"no such treatment: %1"_s.arg(code);
            return {};
        }
    }
    SeedActivityItem act;
    act.id = QString::number(m_nextId++);
    act.label = unknown ? told.value("label"_L1).toString() : treatment["name"_L1].toString();
    act.quantity = told.value("quantity"_L1).toInt(1);
    if (told.contains("tooth"_L1)) {
        act.teeth.append(told.value("tooth"_L1).toString());
    }
    for (const QJsonValue &surface : told.value("surfaces"_L1).toArray()) {
        act.surfaces.append(surface.toString());
    }
    if (act.quantity < 1) {
        reason = u"quantity must be 1 or more"_s;
        return {};
    }
    QJsonObject item = m_records.item(act);
    qint64 price = 0;
    if (!unknown) {
        item.insert("treatmentId"_L1, treatment.value("id"_L1));
        item.insert("treatmentExternalId"_L1, treatment.value("externalId"_L1));
        item.insert("treatmentCode"_L1, treatment.value("code"_L1));
        price =
            minorUnits(treatment["price"_L1]["amount"_L1].toString(), m_clinic.currencyExponent);
    }
    if (told.contains("unitPrice"_L1)) {
        price = minorUnits(told.value("unitPrice"_L1).toString(), m_clinic.currencyExponent);
    }
    const QString percent = told.value("discountPercent"_L1).toString(u"0"_s);
    item.insert("unitPrice"_L1, m_records.money(price));
    item.insert("discountPercent"_L1, percent);
    item.insert("amount"_L1, m_records.money(discounted(price * act.quantity, percent)));
    return item;
}

//! "plan": an id, or "new" with "patient" and "title". "records" are those of an appointment's
//! story, a new act in the phase with that "order" (1 where none is said); further "status",
//! "statusReason", "appointment" (whose consultation it is), "validUntil" and "clear" (no acts).
QString DentalTap::tellPlan(const QJsonObject &story)
{
    const QString id = story.value("plan"_L1).toString();
    QJsonObject plan;
    if (id == "new"_L1) {
        const QString patient = story.value("patient"_L1).toString();
        if (!m_patients.contains(patient) || m_patients.isBuried(patient)) {
            return u"no such patient: %1"_s.arg(patient);
        }
        const QJsonValue none(QJsonValue::Null);
        plan = {{"id"_L1, QString::number(m_nextId++)},
                {"externalId"_L1, none},
                {"patientId"_L1, patient},
                {"patientExternalId"_L1, m_patients.record(patient).value("externalId"_L1)},
                {"appointmentId"_L1, none},
                {"providerId"_L1, m_clinic.providers.first().dentalTapId},
                {"title"_L1, story.value("title"_L1).toString()},
                {"note"_L1, none},
                {"status"_L1, u"proposed"_s},
                {"statusChangedAt"_L1, none},
                {"statusChangedBy"_L1, none},
                {"statusReason"_L1, none},
                {"phases"_L1, QJsonArray()},
                {"validUntil"_L1, none},
                {"signature"_L1, none}};
    } else if (!m_plans.contains(id) || m_plans.isBuried(id)) {
        return u"no such plan: %1"_s.arg(id);
    } else {
        plan = m_plans.record(id);
    }
    QJsonArray phases = plan.value("phases"_L1).toArray();
    if (story.value("clear"_L1).toBool()) {
        phases = {};
    }
    for (const QJsonValue &entry : story.value("records"_L1).toArray()) {
        const QString reason = tellPlanned(entry.toObject(), phases, plan);
        if (!reason.isEmpty()) {
            return reason;
        }
    }
    QJsonArray all;
    for (const QJsonValue &phase : std::as_const(phases)) {
        for (const QJsonValue &item : phase["items"_L1].toArray()) {
            all.append(item);
        }
    }
    plan.insert("phases"_L1, phases);
    plan.insert("total"_L1, m_records.total(all));
    if (story.contains("status"_L1)) {
        plan.insert("statusChangedAt"_L1, stampText(m_clock.now().toMSecsSinceEpoch()));
        plan.insert("statusChangedBy"_L1, plan.value("providerId"_L1));
    }
    for (const QString &field : {u"status"_s, u"statusReason"_s, u"validUntil"_s, u"title"_s}) {
        if (story.contains(field)) {
            plan.insert(field, story.value(field));
        }
    }
    if (story.contains("appointment"_L1)) {
        plan.insert("appointmentId"_L1, story.value("appointment"_L1));
    }
    m_plans.put(plan, m_clock.now());
    return {};
}

//! One entry of a plan's "records".
QString DentalTap::tellPlanned(const QJsonObject &told, QJsonArray &phases, const QJsonObject &plan)
{
    const QString sought =
        told.value(told.contains("remove"_L1) ? "remove"_L1 : "change"_L1).toString();
    const int wanted = told.value("order"_L1).toInt(1);
    while (sought.isEmpty() && phases.size() < wanted) {
        const qsizetype order = phases.size() + 1;
        phases.append(
            QJsonObject{{"id"_L1, u"%1-%2"_s.arg(plan.value("id"_L1).toString()).arg(order)},
                        {"order"_L1, order},
                        {"title"_L1, u"Phase %1"_s.arg(order)},
                        {"plannedDate"_L1, QJsonValue::Null},
                        {"durationMinutes"_L1, 45},
                        {"status"_L1, u"planned"_s},
                        {"items"_L1, QJsonArray()}});
    }
    for (qsizetype i = 0; i < phases.size(); ++i) {
        QJsonObject phase = phases.at(i).toObject();
        QJsonArray items = phase.value("items"_L1).toArray();
        const bool here = sought.isEmpty() ? phase.value("order"_L1).toInt() == wanted
                                           : indexOfItem(items, sought) >= 0;
        if (!here) {
            continue;
        }
        const QString reason = tellRecord(told, items, plan.value("providerId"_L1).toString());
        if (!reason.isEmpty()) {
            return reason;
        }
        if (sought.isEmpty()) {
            // Planned, not done: nobody has performed it.
            QJsonObject item = items.last().toObject();
            item.insert("status"_L1, u"planned"_s);
            item.insert("performedBy"_L1, QJsonValue::Null);
            item.insert("performedAt"_L1, QJsonValue::Null);
            items.replace(items.size() - 1, item);
        }
        phase.insert("items"_L1, items);
        phases.replace(i, phase);
        return {};
    }
    return u"no such item: %1"_s.arg(sought);
}

QString DentalTap::edit(const QString &collection, const QString &id, const QJsonObject &fields)
{
    if (collection == "options"_L1) {
        m_requireIfMatch = fields.value("requireIfMatch"_L1).toBool(m_requireIfMatch);
        m_integerIds = fields.value("integerIds"_L1).toBool(m_integerIds);
        m_withoutETag = fields.value("withoutETag"_L1).toBool(m_withoutETag);
        m_withoutPatientFilter =
            fields.value("withoutPatientFilter"_L1).toBool(m_withoutPatientFilter);
        m_unknownStatus = fields.value("unknownStatus"_L1).toString(m_unknownStatus);
        if (fields.contains("token"_L1)) {
            m_token = fields.value("token"_L1).toString().toLatin1();
        }
        return {};
    }
    if (collection == "charts"_L1)
        return editCharts(fields);
    if (collection == "profiles"_L1)
        return editProfile(id, fields);
    const QString resource = resourceOf(collection);
    Shelf *records = shelf(resource);
    if (!records) {
        return u"no such collection: %1"_s.arg(collection);
    }
    if (!records->contains(id) || records->isBuried(id)) {
        return u"no such record: %1"_s.arg(id);
    }
    if (fields.value("deletedAt"_L1).toBool() || fields.contains("mergedIntoId"_L1)) {
        records->bury(id, fields.value("mergedIntoId"_L1).toString(), m_clock.now());
        m_slots.remove(id);
        return {};
    }
    const QJsonObject before = records->record(id);
    QJsonObject record = before;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        record.insert(field.key(), field.value());
    }
    store(resource, *records, record, before);
    return {};
}

} // namespace sim

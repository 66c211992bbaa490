// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltap.h"

#include <QJsonDocument>
#include <variant>

using namespace Qt::StringLiterals;

// Reading, making and changing records: sections 4.2 to 4.5 and 5.1 to 5.6.

namespace sim {

namespace {

QByteArray etagOf(const QJsonObject &record)
{
    return "\"v" + QByteArray::number(record.value("version"_L1).toInt()) + '"';
}

std::optional<Writable> writableKind(const QString &resource)
{
    static const QHash<QString, Writable> kinds{{u"patients"_s, Writable::Patient},
                                                {u"treatments"_s, Writable::Treatment},
                                                {u"appointments"_s, Writable::Appointment}};
    const auto kind = kinds.constFind(resource);
    return kind == kinds.cend() ? std::nullopt : std::optional(*kind);
}

Answer invalid(const QJsonArray &errors)
{
    const QString code = errors.first()["code"_L1].toString();
    return problem(422, code.startsWith("external_id"_L1) ? code : u"validation_failed"_s,
                   u"Validation failed"_s, {{"errors"_L1, errors}});
}

//! The JSON object of a body, or why there is none.
std::variant<QJsonObject, Answer> bodyOf(const Request &request)
{
    const QByteArray type = request.header("Content-Type").split(';').first().trimmed().toLower();
    const bool merge = request.method == "PATCH" && type == "application/merge-patch+json";
    if (type != "application/json" && !merge) {
        return problem(415, u"unsupported_media_type"_s, u"JSON is expected"_s);
    }
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject()) {
        return problem(400, u"malformed_json"_s, u"The body is no JSON object"_s);
    }
    return document.object();
}

Answer notAllowed()
{
    return problem(405, u"method_not_allowed"_s, u"The method is not allowed here"_s);
}

} // namespace

Answer DentalTap::collection(const Request &request, const QString &resource, Shelf &shelf)
{
    if (request.method == "GET") {
        return list(request, resource, shelf);
    }
    if (request.method == "POST" && writableKind(resource)) {
        return create(request, resource, shelf);
    }
    return notAllowed();
}

Answer DentalTap::single(const Request &request, const QString &resource, Shelf &shelf,
                         const QString &id)
{
    if (shelf.isBuried(id)) {
        return problem(410, u"gone"_s, u"The record is gone"_s, shelf.record(id));
    }
    if (request.method == "GET") {
        return found(request, resource, shelf.record(id));
    }
    if (request.method != "PUT" && request.method != "PATCH") {
        return notAllowed();
    }
    if (resource == "treatment-plans"_L1 && request.method == "PATCH") {
        return changePlan(request, id);
    }
    return writableKind(resource) ? change(request, resource, shelf, id) : notAllowed();
}

Answer DentalTap::found(const Request &request, const QString &resource, const QJsonObject &record,
                        int status) const
{
    const QByteArray etag = etagOf(record);
    if (request.method == "GET" && !m_withoutETag && request.header("If-None-Match") == etag) {
        Answer unchanged = Answer::empty(304);
        unchanged.headers.append({"ETag", etag});
        return unchanged;
    }
    QJsonObject body = shown(resource, record);
    const QStringList included = request.queryValue(u"include").split(u',');
    const QString id = record.value("id"_L1).toString();
    if (resource == "appointments"_L1 && included.contains("dentalProfile"_L1)) {
        body.insert("dentalProfile"_L1, profileOf(resource, id));
    }
    if (resource == "appointments"_L1 && included.contains("treatmentActivity"_L1)) {
        const QJsonObject activity = activityOf(id);
        body.insert("treatmentActivity"_L1,
                    activity.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(activity));
    }
    Answer answer = Answer::json(status, body);
    if (!m_withoutETag) {
        answer.headers.append({"ETag", etag});
    }
    if (status == 201) {
        const QString location = u"/api/v1/%1/%2"_s.arg(resource, id);
        answer.headers.append({"Location", location.toLatin1()});
    }
    return answer;
}

QJsonObject DentalTap::shown(const QString &resource, QJsonObject record) const
{
    if (resource != "patients"_L1 && resource != "appointments"_L1) {
        return record;
    }
    record.insert("charts"_L1, chartsOf(resource, record));
    if (resource == "appointments"_L1) {
        const QDateTime start = strictInstant(record.value("start"_L1).toString());
        const QDateTime end = strictInstant(record.value("end"_L1).toString());
        const QString id = record.value("id"_L1).toString();
        record.insert("durationMinutes"_L1, start.secsTo(end) / 60);
        record.insert("dentalProfileUrl"_L1,
                      QString(base() + "/appointments/"_L1 + id + "/dental-profile"_L1));
        if (!m_unknownStatus.isEmpty() && record.value("status"_L1) == "inTreatment"_L1) {
            record.insert("status"_L1, m_unknownStatus);
        }
    }
    return record;
}

QJsonObject DentalTap::activityOf(const QString &appointmentId) const
{
    const QString id = m_activityByAppointment.value(appointmentId);
    return id.isEmpty() ? QJsonObject() : m_activities.record(id);
}

std::optional<Answer> DentalTap::precondition(const Request &request,
                                              const QJsonObject &record) const
{
    const QByteArray expected = request.header("If-Match");
    if (expected.isEmpty()) {
        return m_requireIfMatch
            ? std::optional(problem(428, u"precondition_required"_s, u"If-Match is required"_s))
            : std::nullopt;
    }
    if (expected != "*" && expected != etagOf(record)) {
        return problem(412, u"version_mismatch"_s, u"The record has changed"_s,
                       {{"version"_L1, record.value("version"_L1)}});
    }
    return std::nullopt;
}

Answer DentalTap::create(const Request &request, const QString &resource, Shelf &shelf)
{
    const auto body = bodyOf(request);
    if (const Answer *refused = std::get_if<Answer>(&body)) {
        return *refused;
    }
    const Writable kind = *writableKind(resource);
    QJsonObject given = std::get<QJsonObject>(body);
    if (kind == Writable::Appointment && !given.contains("patientId"_L1)) {
        const QString owner =
            m_patients.byExternalId(given.value("patientExternalId"_L1).toString());
        if (!owner.isEmpty()) {
            given.insert("patientId"_L1, owner);
        }
    }
    const QJsonArray errors = fieldErrors(kind, given, true);
    if (!errors.isEmpty()) {
        return invalid(errors);
    }
    QJsonObject record = blankFields(kind);
    record.insert("externalId"_L1, QJsonValue::Null);
    if (kind == Writable::Patient) {
        record.insert("status"_L1, u"active"_s);
        record.insert("insurances"_L1, QJsonArray());
        record.insert("mergedIntoId"_L1, QJsonValue::Null);
    } else if (kind == Writable::Treatment) {
        record.insert("active"_L1, true);
    } else {
        record.insert("status"_L1, u"scheduled"_s);
        record.insert("timeZone"_L1, m_clinic.options.timeZone);
        record.insert("googleCalendar"_L1, QJsonValue::Null);
    }
    const QJsonObject fields = writableFields(kind, given);
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        record.insert(field.key(), field.value());
    }
    if (const std::optional<Answer> refused = objection(request, resource, record, {})) {
        return *refused;
    }
    record.insert("id"_L1, QString::number(m_nextId++));
    if (kind == Writable::Patient) {
        record.insert("number"_L1, QString::number(m_patients.size() + 1));
    }
    const QJsonObject stored = store(resource, shelf, record, {});
    created(resource, stored.value("id"_L1).toString());
    return found(request, resource, stored, 201);
}

Answer DentalTap::change(const Request &request, const QString &resource, Shelf &shelf,
                         const QString &id)
{
    const auto body = bodyOf(request);
    if (const Answer *refused = std::get_if<Answer>(&body)) {
        return *refused;
    }
    const QJsonObject before = shelf.record(id);
    if (const std::optional<Answer> refused = precondition(request, before)) {
        return *refused;
    }
    const Writable kind = *writableKind(resource);
    const bool whole = request.method == "PUT";
    const QJsonObject given = std::get<QJsonObject>(body);
    const QJsonArray errors = fieldErrors(kind, given, whole);
    if (!errors.isEmpty()) {
        return invalid(errors);
    }
    QJsonObject record = before;
    QJsonObject fields = whole ? blankFields(kind) : QJsonObject();
    const QJsonObject written = writableFields(kind, given);
    for (auto field = written.begin(); field != written.end(); ++field) {
        fields.insert(field.key(), field.value());
    }
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        record.insert(field.key(), field.value());
    }
    if (record == before) {
        return found(request, resource, before);
    }
    if (const std::optional<Answer> refused = objection(request, resource, record, before)) {
        return *refused;
    }
    return found(request, resource, store(resource, shelf, record, before));
}

Answer DentalTap::changePlan(const Request &request, const QString &id)
{
    const auto body = bodyOf(request);
    if (const Answer *refused = std::get_if<Answer>(&body)) {
        return *refused;
    }
    QJsonObject plan = m_plans.record(id);
    if (const std::optional<Answer> refused = precondition(request, plan)) {
        return *refused;
    }
    const QJsonObject given = std::get<QJsonObject>(body);
    if (given.size() != 1 || !given.contains("externalId"_L1)) {
        return problem(422, u"read_only"_s, u"Only externalId can be written"_s);
    }
    const QJsonArray errors = fieldErrors(Writable::Patient, given, false);
    if (!errors.isEmpty()) {
        return invalid(errors);
    }
    const QString holder = m_plans.byExternalId(given["externalId"_L1].toString());
    if (!holder.isEmpty() && holder != id) {
        return problem(409, u"external_id_conflict"_s, u"The external id is taken"_s,
                       {{"existingId"_L1, holder}});
    }
    plan.insert("externalId"_L1, given.value("externalId"_L1));
    return found(request, u"treatment-plans"_s, m_plans.put(plan, m_clock.now()));
}

std::optional<Answer> DentalTap::objection(const Request &request, const QString &resource,
                                           const QJsonObject &record,
                                           const QJsonObject &before) const
{
    const QString id = before.value("id"_L1).toString();
    const Shelf *records = shelf(resource);
    const QString externalId = record.value("externalId"_L1).toString();
    const QString holder = externalId.isEmpty() ? QString() : records->byExternalId(externalId);
    if (!holder.isEmpty() && holder != id) {
        return problem(409, u"external_id_conflict"_s, u"The external id is taken"_s,
                       {{"existingId"_L1, holder}});
    }
    if (resource == "treatments"_L1) {
        const QJsonObject price = record.value("price"_L1).toObject();
        if (price["currency"_L1] != m_settings["currency"_L1]["code"_L1]
            || minorUnits(price["amount"_L1].toString(), m_clinic.currencyExponent) < 0) {
            return invalid({fieldError(u"price"_s, u"invalid_money"_s, u"not in our currency"_s)});
        }
        for (const QString &other : records->ids()) {
            if (other != id && records->record(other).value("code"_L1) == record["code"_L1]) {
                return invalid({fieldError(u"code"_s, u"code_taken"_s, u"the code is taken"_s)});
            }
        }
    }
    return resource == "appointments"_L1 ? appointmentObjection(request, record, before)
                                         : std::nullopt;
}

std::optional<Answer> DentalTap::appointmentObjection(const Request &request,
                                                      const QJsonObject &record,
                                                      const QJsonObject &before) const
{
    const auto unknown = [](const QString &field) {
        return invalid({fieldError(field, u"unknown_reference"_s, u"there is no such record"_s)});
    };
    const QString patient = record.value("patientId"_L1).toString();
    if (!m_patients.contains(patient) || m_patients.isBuried(patient)) {
        return unknown(u"patientId"_s);
    }
    if (!m_providers.contains(record.value("providerId"_L1).toString())) {
        return unknown(u"providerId"_s);
    }
    if (!m_rooms.contains(record.value("roomId"_L1).toString())) {
        return unknown(u"roomId"_s);
    }
    if (strictInstant(record["start"_L1].toString())
        >= strictInstant(record["end"_L1].toString())) {
        return invalid(
            {fieldError(u"end"_s, u"end_before_start"_s, u"the end is not after start"_s)});
    }
    const QString from = before.value("status"_L1).toString();
    const QString to = record.value("status"_L1).toString();
    const bool born = statusKnown(to) && to != "completed"_L1;
    if (before.isEmpty() ? !born : !statusMoveAllowed(from, to)) {
        return problem(422, u"status_not_allowed"_s, u"The status cannot move so"_s,
                       {{"from"_L1, from}, {"to"_L1, to}});
    }
    bool moved = takesSlot(to) && (before.isEmpty() || !takesSlot(from));
    for (const QString &field : {u"start"_s, u"end"_s, u"providerId"_s, u"roomId"_s}) {
        moved = moved || (takesSlot(to) && record.value(field) != before.value(field));
    }
    const QStringList taken = moved ? conflicts(record) : QStringList();
    if (!taken.isEmpty() && request.queryValue(u"allowOverlap") != "true"_L1) {
        return problem(409, u"slot_taken"_s, u"The surgeon or the room is taken"_s,
                       {{"conflictingIds"_L1, QJsonArray::fromStringList(taken)}});
    }
    return std::nullopt;
}

QStringList DentalTap::conflicts(const QJsonObject &appointment) const
{
    const QString id = appointment.value("id"_L1).toString();
    const QDateTime start = strictInstant(appointment.value("start"_L1).toString());
    const QDateTime end = strictInstant(appointment.value("end"_L1).toString());
    QStringList taken;
    for (auto slot = m_slots.cbegin(); slot != m_slots.cend(); ++slot) {
        const bool same = slot->provider == appointment.value("providerId"_L1).toString()
            || slot->room == appointment.value("roomId"_L1).toString();
        if (same && slot.key() != id && takesSlot(slot->status) && slot->start < end
            && start < slot->end) {
            taken.append(slot.key());
        }
    }
    taken.sort();
    return taken;
}

QJsonObject DentalTap::store(const QString &resource, Shelf &shelf, QJsonObject record,
                             const QJsonObject &before)
{
    const QDateTime now = m_clock.now();
    if (resource == "appointments"_L1) {
        const QString status = record.value("status"_L1).toString();
        if (before.value("status"_L1).toString() != status) {
            record.insert("statusTimes"_L1,
                          movedStatusTimes(record.value("statusTimes"_L1).toObject(), status,
                                           stampText(now.toMSecsSinceEpoch())));
        }
        noteSlot(record.value("id"_L1).toString(), record);
    }
    return shelf.put(record, now);
}

void DentalTap::noteSlot(const QString &id, const QJsonObject &appointment)
{
    m_slots.insert(
        id,
        {strictInstant(appointment.value("start"_L1).toString()),
         strictInstant(appointment.value("end"_L1).toString()),
         appointment.value("providerId"_L1).toString(), appointment.value("roomId"_L1).toString(),
         appointment.value("patientId"_L1).toString(), appointment.value("status"_L1).toString()});
}

} // namespace sim

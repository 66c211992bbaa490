// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/plans.h"

#include "app/connectors/dentaltap/json.h"
#include "app/connectors/dentaltap/mapping.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dentaltap {

namespace {

using plans::ItemState;
using plans::Status;

Status statusOf(const QString &word)
{
    const QHash<QString, Status> known{
        {word::draft, Status::Draft},         {word::proposed, Status::Proposed},
        {word::accepted, Status::Accepted},   {word::partiallyAccepted, Status::PartiallyAccepted},
        {word::declined, Status::Declined},   {word::inProgress, Status::InProgress},
        {word::completed, Status::Completed}, {word::archived, Status::Archived},
    };
    // A word that nobody knows decides nothing.
    return known.value(word, Status::Proposed);
}

PlanItem itemOf(const RecordedAct &act, const QJsonObject &json)
{
    PlanItem item;
    item.id = act.itemId;
    item.treatmentId = act.treatmentId;
    item.product = act.product;
    item.code = textOf(json[field::treatmentCode]);
    item.label = act.label;
    item.teeth = act.teeth;
    item.surfaces = act.surfaces;
    item.quantity = act.quantity;
    item.unitPrice = act.unitPrice;
    item.discountPercent = act.discountPercent;
    if (act.status == word::completed)
        item.state = ItemState::Done;
    else if (act.status == word::cancelled)
        item.state = ItemState::Cancelled;
    return item;
}

Result<PlanPhase> phaseOf(const QJsonObject &json, const Currency &currency)
{
    PlanPhase phase;
    phase.id = textOf(json[field::id]);
    phase.order = json[field::order].toInt();
    phase.title = json[field::title].toString();
    phase.plannedDate = QDate::fromString(json[field::plannedDate].toString(), Qt::ISODate);
    phase.minutes = std::max(0, json[field::durationMinutes].toInt());
    for (const QJsonValue &each : json[field::items].toArray()) {
        const Result<RecordedAct> act = actFromJson(each.toObject(), currency);
        if (!act)
            return tl::unexpected<Error>(act.error());
        phase.items.append(itemOf(*act, each.toObject()));
    }
    return phase;
}

} // namespace

RemotePlan planFromJson(const QJsonObject &record, const Currency &currency)
{
    RemotePlan remote;
    TreatmentPlan &plan = remote.plan;
    plan.id = planId(plans::Source::DentalTap, textOf(record[field::id]));
    plan.remotePatient = textOf(record[field::patientId]);
    remote.contactId = textOf(record[field::patientExternalId]);
    remote.providerId = textOf(record[field::providerId]);
    remote.appointmentId = textOf(record[field::appointmentId]);
    plan.stamp = stampOf(record);
    plan.updatedAt = instantOf(record[field::updatedAt]);
    plan.gone = !record[field::deletedAt].toString().isEmpty()
        || !textOf(record[field::mergedIntoId]).isEmpty();
    plan.title = record[field::title].toString();
    plan.note = record[field::note].toString();
    plan.status = statusOf(record[field::status].toString());
    plan.statusReason = record[field::statusReason].toString();
    plan.validUntil = QDate::fromString(record[field::validUntil].toString(), Qt::ISODate);
    for (const QJsonValue &each : record[field::phases].toArray()) {
        const Result<PlanPhase> phase = phaseOf(each.toObject(), currency);
        if (!phase) {
            remote.unreadable = phase.error().message;
            return remote;
        }
        plan.phases.append(*phase);
    }
    std::stable_sort(
        plan.phases.begin(), plan.phases.end(),
        [](const PlanPhase &one, const PlanPhase &two) { return one.order < two.order; });
    const QJsonValue total = record[field::total];
    if (!total.isUndefined() && !total.isNull()) {
        const Result<Money> stated = priceOf(total, currency);
        if (stated)
            plan.statedTotal = *stated;
    }
    return remote;
}

QList<RemotePlan> Plans::readable(const QJsonArray &rows, QLatin1StringView filter,
                                  const QString &value) const
{
    QList<RemotePlan> list;
    for (const QJsonValue &row : rows) {
        if (filter.isEmpty() || textOf(row[filter]) == value)
            list.append(planFromJson(row.toObject(), m_currency));
    }
    return list;
}

Task<QString> Plans::patientOf(Patient, Links links)
{
    const QString linked = links.value(RecordKind::DentalTapPatient).remoteId;
    if (!linked.isEmpty())
        co_return linked;
    const QString contact = links.value(RecordKind::Contact).remoteId;
    if (contact.isEmpty())
        co_return QString();
    co_return co_await m_client.patientOf(contact);
}

Task<QList<RemotePlan>> Plans::plansOf(QString remotePatient)
{
    const Result<QJsonArray> rows =
        co_await m_client.planRecords(QString(query::patientId), remotePatient);
    if (!rows)
        co_return tl::unexpected<Error>(rows.error());
    co_return readable(*rows, field::patientId, remotePatient);
}

Task<RemotePlan> Plans::plan(QString remoteId)
{
    const Result<QJsonObject> record = co_await m_client.planRecord(remoteId);
    if (!record)
        co_return tl::unexpected<Error>(record.error());
    co_return planFromJson(*record, m_currency);
}

Task<QList<RemotePlan>> Plans::plansOfVisit(Links links)
{
    const QString appointment = links.value(RecordKind::DentalTapAppointment).remoteId;
    if (appointment.isEmpty())
        co_return QList<RemotePlan>();
    const Result<QJsonArray> rows =
        co_await m_client.planRecords(QString(query::appointmentId), appointment);
    if (!rows)
        co_return tl::unexpected<Error>(rows.error());
    co_return readable(*rows, field::appointmentId, appointment);
}

Task<QList<RemotePlan>> Plans::changedSince(QDateTime since)
{
    const QString instant = instantText(since);
    const Result<QJsonArray> rows =
        co_await m_client.planRecords(QString(query::updatedSince), instant);
    if (!rows)
        co_return tl::unexpected<Error>(rows.error());
    co_return readable(*rows, QLatin1StringView(), QString());
}

} // namespace dentaltap

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/plans.h"

#include "app/connectors/opendental/json.h"

#include <QSet>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace opendental {

namespace {

//! The column takes no more (open-dental-api.md section 6).
constexpr qsizetype longestChartNumber = 15;

QString chartNumberOf(const ::Patient &patient, const Links &links)
{
    if (!patient.recordNumber.isEmpty())
        return patient.recordNumber;
    return links.value(RecordKind::Contact).remoteId.right(longestChartNumber);
}

} // namespace

Task<QString> Plans::patientOf(::Patient patient, Links links)
{
    const QString linked = links.value(RecordKind::OpenDentalPatient).remoteId;
    if (!linked.isEmpty())
        co_return linked;
    const QString chart = chartNumberOf(patient, links);
    if (chart.isEmpty())
        co_return QString();
    const Result<Patient> found = co_await m_people.patientByChart(chart);
    if (!found && found.error().kind == Error::Kind::NotFound && found.error().httpStatus == 0)
        co_return QString();
    if (!found)
        co_return tl::unexpected<Error>(found.error());
    m_charts.insert(found->number, chart);
    co_return QString::number(found->number);
}

Task<QString> Plans::chartOf(Key patient)
{
    if (const auto known = m_charts.constFind(patient); known != m_charts.cend())
        co_return *known;
    const Result<Patient> found = co_await m_people.patient(patient);
    if (!found)
        co_return tl::unexpected<Error>(found.error());
    m_charts.insert(patient, found->chartNumber);
    co_return found->chartNumber;
}

Task<RemotePlan> Plans::read(TreatPlan plan, QList<Procedure> procedures)
{
    const Key number = plan.number;
    const Key patient = plan.patient;
    if (plan.isSaved()) {
        const Result<QList<ProcTp>> items = co_await m_client->items(number, patient);
        if (!items)
            co_return tl::unexpected<Error>(items.error());
        co_return savedPlan(plan, *items, procedures, m_terms);
    }
    const Result<QList<PlanAttach>> attaches = co_await m_client->attaches(number);
    if (!attaches)
        co_return tl::unexpected<Error>(attaches.error());
    co_return livePlan(plan, *attaches, procedures, m_terms);
}

Task<QList<RemotePlan>> Plans::plansOf(QString remotePatient)
{
    const Key patient = remotePatient.toLongLong();
    const PlanFilter filter(patient);
    const Result<QList<TreatPlan>> plans = co_await m_client->treatPlans(filter);
    if (!plans)
        co_return tl::unexpected<Error>(plans.error());
    QList<RemotePlan> list;
    if (plans->isEmpty())
        co_return list;
    const QString everyStatus;
    const Result<QList<Procedure>> procedures = co_await m_client->procedures(patient, everyStatus);
    if (!procedures)
        co_return tl::unexpected<Error>(procedures.error());
    const Result<QString> chart = co_await chartOf(patient);
    if (!chart)
        co_return tl::unexpected<Error>(chart.error());
    const QList<Procedure> live = *procedures;
    for (const TreatPlan &each : withOneActive(eachOnce(*plans))) {
        const TreatPlan plan = each;
        Result<RemotePlan> remote = co_await read(plan, live);
        if (!remote && remote.error().kind == Error::Kind::NotFound)
            continue; // deleted between two calls
        if (!remote)
            co_return tl::unexpected<Error>(remote.error());
        remote->chartNumber = *chart;
        list.append(*remote);
    }
    co_return list;
}

Task<RemotePlan> Plans::plan(QString remoteId)
{
    const Key number = remoteId.toLongLong();
    const Result<TreatPlan> found = co_await m_client->treatPlan(number);
    if (!found)
        co_return tl::unexpected<Error>(found.error());
    const QString patient = QString::number(found->patient);
    const Result<QList<RemotePlan>> all = co_await plansOf(patient);
    if (!all)
        co_return tl::unexpected<Error>(all.error());
    for (const RemotePlan &each : *all) {
        if (each.plan.remoteId() == remoteId)
            co_return each;
    }
    co_return failure(Error::Kind::NotFound, QString(), Service::OpenDental);
}

Task<QList<RemotePlan>> Plans::plansOfVisit(Links)
{
    co_return QList<RemotePlan>();
}

Task<QList<RemotePlan>> Plans::changedSince(QDateTime since)
{
    const QDateTime there = since.toTimeZone(QTimeZone(m_terms.timeZone));
    const QDateTime wall(there.date(), there.time(), Qt::UTC);
    PlanFilter filter;
    filter.since = wall;
    const Result<QList<TreatPlan>> plans = co_await m_client->treatPlans(filter);
    if (!plans)
        co_return tl::unexpected<Error>(plans.error());
    // What hangs on a plan changes without it.
    const Result<QMap<Key, QDateTime>> others = co_await m_client->patientsChangedSince(wall);
    if (!others)
        co_return tl::unexpected<Error>(others.error());
    QMap<Key, QDateTime> patients = *others;
    for (auto known = m_unrelated.cbegin(); known != m_unrelated.cend(); ++known) {
        if (patients.value(known.key()) == known.value())
            patients.remove(known.key());
    }
    for (const TreatPlan &plan : *plans) {
        if (!patients.contains(plan.patient))
            patients.insert(plan.patient, QDateTime());
    }
    QList<RemotePlan> changed;
    const QList<Key> asked = patients.keys();
    for (const Key patient : asked) {
        const QString of = QString::number(patient);
        const Result<QList<RemotePlan>> all = co_await plansOf(of);
        if (!all)
            co_return tl::unexpected<Error>(all.error());
        changed += *all;
        const QDateTime at = instantOf(patients.value(patient), m_terms.timeZone);
        const bool moved = std::any_of(all->cbegin(), all->cend(), [&at](const RemotePlan &each) {
            return each.plan.updatedAt >= at;
        });
        if (at.isValid() && !moved)
            m_unrelated.insert(patient, patients.value(patient));
    }
    co_return changed;
}

} // namespace opendental

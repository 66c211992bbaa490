// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/planrules.h"

//! An implant in two phases, as DentalTap would have it.
namespace plansamples {

inline Currency rupees()
{
    return Currency{QStringLiteral("MUR"), 2};
}

inline PlanItem item(const QString &id, qint64 minor, const QString &tooth = {})
{
    PlanItem item;
    item.id = id;
    item.treatmentId = QStringLiteral("t-") + id;
    item.product = ProductId(QStringLiteral("product-") + id);
    item.code = QStringLiteral("C-") + id;
    item.label = QStringLiteral("Act ") + id;
    if (!tooth.isEmpty())
        item.teeth = QStringList(tooth);
    item.unitPrice = Money{minor, rupees()};
    return item;
}

inline TreatmentPlan plan()
{
    TreatmentPlan plan;
    plan.id = planId(plans::Source::DentalTap, QStringLiteral("310"));
    plan.remotePatient = QStringLiteral("tap-1");
    plan.patient = PatientId(QStringLiteral("patient-1"));
    plan.stamp = QStringLiteral("\"v1\"");
    plan.updatedAt = QDateTime(QDate(2030, 5, 6), QTime(5, 0), Qt::UTC);
    plan.title = QStringLiteral("Implant");
    PlanPhase first;
    first.id = QStringLiteral("310-1");
    first.order = 1;
    first.minutes = 90;
    first.items = {item(QStringLiteral("a"), 3800000, QStringLiteral("36")),
                   item(QStringLiteral("b"), 500000)};
    PlanPhase second;
    second.id = QStringLiteral("310-2");
    second.order = 2;
    second.items = {item(QStringLiteral("c"), 3500000, QStringLiteral("36"))};
    plan.phases = {first, second};
    return plan;
}

//! As it is a while later.
inline TreatmentPlan later(TreatmentPlan plan, int minutes = 5)
{
    plan.updatedAt = plan.updatedAt.addSecs(60 * minutes);
    plan.stamp += QStringLiteral("+");
    return plan;
}

inline QDateTime now()
{
    return QDateTime(QDate(2030, 5, 6), QTime(6, 0), Qt::UTC);
}

inline StaffId reception()
{
    return StaffId(QStringLiteral("staff-1"));
}

inline QStringList names(const PlanTransition &transition)
{
    QStringList names;
    for (const Planned &planned : transition.commands) {
        const auto *put = std::get_if<PutQuote>(&planned.command);
        names.append(put ? commandName(planned.command) + QString::number(put->version)
                         : commandName(planned.command));
    }
    return names;
}

//! The plan as it is kept here: read once and, unless told otherwise, with its Devis in the CRM.
inline PlanContext known(const TreatmentPlan &plan = plansamples::plan(), bool quoted = true)
{
    PlanContext context;
    context.currency = rupees();
    context.record = planRead(context, plan, now()).record;
    if (quoted)
        context.record.versions.last().quote.id = QStringLiteral("quote-1");
    return context;
}

inline PlanContext with(const PlanContext &context, const PlanRecord &record)
{
    PlanContext next = context;
    next.record = record;
    return next;
}

inline QByteArray shown(const PlanContext &context)
{
    return planDigest(context.record.latest(), QStringLiteral("fr"), context.currency);
}

//! A quoted plan that the desk has accepted, or only those items of it.
inline PlanContext accepted(const QStringList &items = {})
{
    const PlanContext context = known();
    const Result<PlanTransition> done =
        acceptPlan(context, items, shown(context), QStringLiteral("fr"), reception(), now());
    return with(context, done->record);
}

inline void book(PlanContext &context, const QStringList &items)
{
    context.record.versions.last().bookings.append(
        PlanBooking{VisitId(QStringLiteral("visit-1")), QString(), items});
}

} // namespace plansamples

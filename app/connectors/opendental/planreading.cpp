// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/planreading.h"

#include "app/connectors/opendental/json.h"
#include "app/connectors/opendental/mapping.h"
#include "app/connectors/opendental/toothtext.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace opendental {

namespace {

using plans::ItemState;
using plans::Status;

QString words(const char *text)
{
    return QCoreApplication::translate("opendental", text);
}

//! The office's words of a priority: figures in their order, then other words, then none.
bool stands(const QString &one, const QString &other)
{
    if (one.isEmpty() || other.isEmpty())
        return !one.isEmpty();
    bool oneIsNumber = false;
    bool otherIsNumber = false;
    const int first = one.toInt(&oneIsNumber);
    const int second = other.toInt(&otherIsNumber);
    if (oneIsNumber && otherIsNumber)
        return first < second;
    return oneIsNumber != otherIsNumber ? oneIsNumber : one.localeAwareCompare(other) < 0;
}

//! The phase of that priority, made in its place.
PlanPhase &phaseOf(QList<PlanPhase> &phases, Key priority, const QString &text)
{
    const QString id = QString::number(priority);
    const auto known = std::find_if(phases.begin(), phases.end(),
                                    [&id](const PlanPhase &phase) { return phase.id == id; });
    if (known != phases.end())
        return *known;
    PlanPhase phase;
    phase.id = id;
    phase.title = text;
    const auto place = std::find_if(phases.begin(), phases.end(), [&text](const PlanPhase &other) {
        return stands(text, other.title);
    });
    return *phases.insert(place, phase);
}

void finish(QList<PlanPhase> &phases)
{
    int order = 0;
    for (PlanPhase &phase : phases) {
        phase.order = ++order;
        phase.title = phase.title.isEmpty()
            ? words(QT_TRANSLATE_NOOP("opendental", "Without priority"))
            : words(QT_TRANSLATE_NOOP("opendental", "Priority %1")).arg(phase.title);
    }
}

bool isDone(const QString &status)
{
    return status == word::complete || status == u"EC"_s || status == u"EO"_s;
}

Status statusOf(const TreatPlan &plan)
{
    if (plan.isSaved())
        return plan.isSignedByPatient ? Status::Accepted : Status::Proposed;
    return plan.isActive() ? Status::Proposed : Status::Draft;
}

RemotePlan begun(const TreatPlan &plan, const PlanTerms &terms)
{
    RemotePlan remote;
    remote.plan.id = planId(plans::Source::OpenDental, QString::number(plan.number));
    remote.plan.remotePatient = QString::number(plan.patient);
    remote.plan.title = plan.heading;
    remote.plan.note = plan.note.value_or(QString());
    remote.plan.status = statusOf(plan);
    remote.plan.automatic = plan.isUnassigned();
    remote.plan.updatedAt = instantOf(plan.changedAt, terms.timeZone);
    return remote;
}

//! What changed last in it: a plan's own row does not move with what hangs on it.
void stamp(RemotePlan &remote, const QDateTime &officeTime, const PlanTerms &terms)
{
    const QDateTime at = instantOf(officeTime, terms.timeZone);
    if (at.isValid() && at > remote.plan.updatedAt)
        remote.plan.updatedAt = at;
}

} // namespace

RemotePlan livePlan(const TreatPlan &plan, const QList<PlanAttach> &attaches,
                    const QList<Procedure> &procedures, const PlanTerms &terms)
{
    RemotePlan remote = begun(plan, terms);
    for (const PlanAttach &attach : attaches) {
        const auto procedure =
            std::find_if(procedures.cbegin(), procedures.cend(), [&attach](const Procedure &each) {
                return each.number == attach.procedure;
            });
        // Rows may still point to what was deleted (open-dental-api.md section 3).
        if (procedure == procedures.cend() || procedure->status == word::deleted)
            continue;
        const ToothText tooth = toothTextOf(*procedure);
        PlanItem item;
        item.id = QString(u"proc-"_s + QString::number(procedure->number));
        item.treatmentId = procedure->code;
        item.code = procedure->code;
        item.label = procedure->description;
        item.teeth = tooth.teeth;
        item.surfaces = tooth.surfaces;
        item.quantity = Thousandths(procedure->quantity) * 1000;
        item.unitPrice = procedure->fee;
        if (procedure->discount.minor != 0) {
            // The discount is one amount for all of it, ours a part of it.
            item.unitPrice.minor =
                procedure->fee.minor * procedure->quantity - procedure->discount.minor;
            item.quantity = 1000;
        }
        if (isDone(procedure->status))
            item.state = ItemState::Done;
        else if (procedure->status != word::planned && procedure->status != word::plannedInactive)
            item.state = ItemState::Cancelled;
        phaseOf(remote.plan.phases, attach.priority, attach.priorityText).items.append(item);
        stamp(remote, procedure->changedAt, terms);
    }
    finish(remote.plan.phases);
    remote.plan.stamp = remote.plan.updatedAt.toString(Qt::ISODate);
    return remote;
}

RemotePlan savedPlan(const TreatPlan &plan, const QList<ProcTp> &items,
                     const QList<Procedure> &procedures, const PlanTerms &terms)
{
    RemotePlan remote = begun(plan, terms);
    for (const ProcTp &frozen : items) {
        const ToothText tooth = toothTextOf(frozen, terms.toothNumbering);
        PlanItem item;
        item.id = QString(u"proctp-"_s + QString::number(frozen.number));
        item.treatmentId = frozen.code;
        item.code = frozen.code;
        item.label = frozen.description;
        item.teeth = tooth.teeth;
        item.surfaces = tooth.surfaces;
        item.unitPrice = frozen.patientAmount;
        const auto live =
            std::find_if(procedures.cbegin(), procedures.cend(), [&frozen](const Procedure &each) {
                return each.number == frozen.original;
            });
        if (live != procedures.cend()) {
            item.state = isDone(live->status) ? ItemState::Done : ItemState::Planned;
            stamp(remote, live->changedAt, terms);
        }
        phaseOf(remote.plan.phases, frozen.priority, frozen.priorityText).items.append(item);
    }
    finish(remote.plan.phases);
    remote.plan.statedTotal = patientTotal(items, terms.currency);
    remote.plan.stamp = remote.plan.updatedAt.toString(Qt::ISODate);
    return remote;
}

} // namespace opendental

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/planning.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace plans {

namespace {

bool isOver(Status status)
{
    return status == Status::Completed || status == Status::Archived;
}

//! What of a plan its Devis says; what else changes needs no call.
TreatmentPlan quoted(TreatmentPlan plan)
{
    plan.stamp.clear();
    plan.updatedAt = QDateTime();
    plan.statedTotal.reset();
    plan.statusReason.clear();
    plan.remotePatient.clear();
    plan.status = plan.status == Status::Draft ? Status::Draft : Status::Proposed;
    for (PlanPhase &phase : plan.phases) {
        for (PlanItem &item : phase.items) {
            if (item.state == ItemState::Done)
                item.state = ItemState::Planned;
        }
    }
    return plan;
}

} // namespace

QString words(const char *text)
{
    return QCoreApplication::translate("PlanRules", text);
}

bool isBound(const PlanVersion &version)
{
    return version.decision != Decision::Open || !version.signatures.isEmpty();
}

bool isAccepted(const PlanVersion &version)
{
    return version.decision == Decision::Accepted
        || version.decision == Decision::PartiallyAccepted;
}

bool isUsed(const PlanVersion &version)
{
    return !version.bookings.isEmpty();
}

QList<PlanItem> standing(const TreatmentPlan &plan)
{
    QList<PlanItem> items = plan.items();
    items.removeIf([](const PlanItem &item) { return item.state == ItemState::Cancelled; });
    return items;
}

QString unknownActs(const TreatmentPlan &plan, const QStringList &onlyItems)
{
    QStringList names;
    for (const PlanItem &item : standing(plan)) {
        if (!item.product.isEmpty() || (!onlyItems.isEmpty() && !onlyItems.contains(item.id)))
            continue;
        const QString name = item.code.isEmpty()
            ? item.label
            : QString(item.label.isEmpty() ? item.code : item.code + u' ' + item.label);
        if (!names.contains(name))
            names.append(name);
    }
    if (names.isEmpty())
        return {};
    return words(QT_TRANSLATE_NOOP("PlanRules",
                                   "The catalogue does not know: %1. Choose a product for it."))
        .arg(names.join(u", "_s));
}

QString whyNotProposed(const PlanVersion &version, bool asked)
{
    const TreatmentPlan &plan = version.content;
    if (plan.automatic) {
        return words(QT_TRANSLATE_NOOP(
            "PlanRules", "The source gathers these acts by itself; they are no proposal."));
    }
    if (plan.patient.isEmpty()) {
        return words(QT_TRANSLATE_NOOP("PlanRules",
                                       "Nobody here knows whose plan this is. Match the patient."));
    }
    if (standing(plan).isEmpty())
        return words(QT_TRANSLATE_NOOP("PlanRules", "The plan has no acts."));
    if (!version.quote.id.isEmpty() || asked || version.decision != Decision::Open)
        return {};
    if (plan.gone)
        return words(QT_TRANSLATE_NOOP("PlanRules", "The plan was deleted in its source."));
    if (isOver(plan.status)) {
        return words(
            QT_TRANSLATE_NOOP("PlanRules", "The plan was over before it was quoted here."));
    }
    if (plan.source() == Source::OpenDental && plan.status == Status::Draft)
        return words(QT_TRANSLATE_NOOP("PlanRules", "The plan is inactive in Open Dental."));
    return {};
}

void decide(PlanVersion &version, Decision decision, const QDateTime &now, const StaffId &by)
{
    version.decision = decision;
    version.decidedAt = decision == Decision::Open ? QDateTime() : now;
    version.decidedBy = by;
    version.acceptedItems.clear();
    if (decision != Decision::Declined)
        version.reason.clear();
}

Planning::Planning(const PlanContext &context, const QString &action) : m_context(context)
{
    m_transition.record = context.record;
    m_transition.action = action;
    m_transition.changed = true;
}

void Planning::quote(PlanVersion &version)
{
    const int number = version.number;
    const bool asked = m_context.undelivered.contains(number);
    version.blocked = whyNotProposed(version, asked);
    if (version.blocked.isEmpty())
        version.blocked = unknownActs(version.content);
    const bool empty = standing(version.content).isEmpty();
    if (!version.quote.id.isEmpty() && version.decision == Decision::Open)
        version.quoteForReview =
            empty || version.content.gone || version.content.status == Status::Archived;
    // An emptied plan's Devis keeps its lines: a person decides about it.
    const bool closes =
        version.decision == Decision::Declined || version.decision == Decision::Replaced;
    const bool hasQuote = !version.quote.id.isEmpty() || asked;
    if (!version.blocked.isEmpty() && !(closes && hasQuote))
        return;
    const PatientId patient = version.content.patient;
    int first = -1;
    if (!m_context.unsentQuotes.contains(number) && !isPlanned(number)) {
        first = int(m_transition.commands.size());
        m_transition.commands.append({PutQuote{patient, version.plan, number}, {}});
    }
    const bool named = !version.quote.id.isEmpty() || m_context.unsentLinks.contains(number);
    if (first < 0 || named || closes || version.content.source() != Source::DentalTap)
        return;
    m_transition.commands.append({LinkDentalTapPlan{patient, version.plan, number}, {first}});
}

void Planning::quoteIfChanged(PlanVersion &version, const PlanVersion &before)
{
    const bool differs = quoted(version.content) != quoted(before.content)
        || version.decision != before.decision || version.acceptedItems != before.acceptedItems;
    const bool missing = version.quote.id.isEmpty()
        && !m_context.undelivered.contains(version.number)
        && version.decision != Decision::Replaced;
    if (differs || missing)
        quote(version);
}

void Planning::replaceEarlier()
{
    const int number = latest().number;
    for (PlanVersion &version : m_transition.record.versions) {
        const bool closed =
            version.decision == Decision::Declined || version.decision == Decision::Replaced;
        if (version.number == number || closed)
            continue;
        version.decision = Decision::Replaced;
        quote(version);
    }
}

bool Planning::isPlanned(int number) const
{
    return std::any_of(m_transition.commands.begin(), m_transition.commands.end(),
                       [number](const Planned &each) {
                           const auto *put = std::get_if<PutQuote>(&each.command);
                           return put && put->version == number;
                       });
}

} // namespace plans

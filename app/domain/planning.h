// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/planrules.h"

// What the plan rules share; nobody else includes this.
namespace plans {

//! Translated words of the rules.
QString words(const char *text);
//! The version no longer follows its source.
bool isBound(const PlanVersion &version);
bool isAccepted(const PlanVersion &version);
//! Something of it is booked, or was done at a visit.
bool isUsed(const PlanVersion &version);
//! The items that are not cancelled.
QList<PlanItem> standing(const TreatmentPlan &plan);
//! Which acts the catalogue does not know, in words; empty = none. onlyItems empty = of all.
QString unknownActs(const TreatmentPlan &plan, const QStringList &onlyItems = {});
//! Why the plan is none to propose; empty = nothing is against it. asked: its Devis is on its way.
QString whyNotProposed(const PlanVersion &version, bool asked);
void decide(PlanVersion &version, Decision decision, const QDateTime &now, const StaffId &by);

//! A transition in the making.
class Planning
{
public:
    Planning(const PlanContext &context, const QString &action);

    PlanRecord &record() { return m_transition.record; }
    PlanVersion &latest() { return m_transition.record.versions.last(); }
    void say(const QString &detail) { m_transition.detail = detail; }
    //! A Devis of that version was asked for and its receipt is missing.
    bool isAsked(const PlanVersion &version) const
    {
        return m_context.undelivered.contains(version.number);
    }

    //! What the version says now goes to its Devis, or why not.
    void quote(PlanVersion &version);
    //! The same, where its Devis says something else or there is none yet.
    void quoteIfChanged(PlanVersion &version, const PlanVersion &before);
    //! A later version was accepted: the earlier ones are no longer what counts.
    void replaceEarlier();

    PlanTransition done() const { return m_transition; }

private:
    bool isPlanned(int number) const;

    const PlanContext &m_context;
    PlanTransition m_transition;
};

} // namespace plans

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/visit.h"

// What the visit rules share; nobody else includes this.
namespace visits {

//! Translated words of the rules.
QString words(const char *text);
tl::unexpected<Error> refused(const QString &text);
bool isCalledOff(VisitState state);
//! Where the visit stands and what to do about it. On a visit that somebody else took further
//! meanwhile it is a conflict, else a refusal.
tl::unexpected<Error> notNow(VisitState state, const QString &advice);
QString undoFirst();
QString alreadyDone();

//! A transition in the making: collects commands and remembers where they stand.
class VisitPlan
{
public:
    VisitPlan(const VisitContext &context, const QString &action) : m_context(context)
    {
        m_transition.visit = context.visit;
        m_transition.appointment = context.appointment;
        m_transition.action = action;
    }

    Visit &visit() { return m_transition.visit; }
    Appointment &appointment() { return m_transition.appointment; }
    const Transition &transition() const { return m_transition; }
    VisitId id() const { return m_context.visit.id; }
    PatientId patient() const { return m_context.appointment.patient; }

    //! Adds a command behind those named; negative indexes are of commands not planned here.
    int add(const Command &command, const QList<int> &after = {})
    {
        QList<int> earlier;
        for (const int index : after) {
            if (index >= 0)
                earlier.append(index);
        }
        m_transition.commands.append({command, earlier});
        return int(m_transition.commands.size()) - 1;
    }
    void add(const QList<Planned> &commands)
    {
        const int base = int(m_transition.commands.size());
        for (Planned each : commands) {
            for (int &index : each.after)
                index += base;
            m_transition.commands.append(each);
        }
    }

    //! Where a command of that name is planned here, or -1.
    int indexOf(const QString &name) const
    {
        for (int i = 0; i < m_transition.commands.size(); ++i) {
            if (commandName(m_transition.commands.at(i).command) == name)
                return i;
        }
        return -1;
    }

    //! Takes rows of that name back that were certainly not sent. True when there were any.
    bool drop(const QString &name)
    {
        if (!m_context.waits(name))
            return false;
        if (!m_transition.dropUnsent.contains(name))
            m_transition.dropUnsent.append(name);
        return true;
    }
    void drop(const QStringList &names)
    {
        for (const QString &name : names)
            drop(name);
    }

private:
    const VisitContext &m_context;
    Transition m_transition;
};

//! A command of that name may have reached its system.
bool mayHaveArrived(const VisitContext &context, const QString &name);
bool inCrm(const VisitContext &context);
bool inDentalTap(const VisitContext &context);
bool inCalendar(const VisitContext &context);

//! An appointment of the waiting list has its first slot: its systems hear of it.
void planFirstSlot(VisitPlan &plan, const VisitContext &context);

//! The systems that already know the former slot hear of the new one; a command that waits takes
//! it by itself.
void planMove(VisitPlan &plan, const VisitContext &context, const Slot &slot);

} // namespace visits

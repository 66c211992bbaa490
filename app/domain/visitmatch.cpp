// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/visitplan.h"

using namespace Qt::StringLiterals;
using namespace visits;

Result<Transition> matchPatient(const VisitContext &context, const PatientId &patient, bool claims)
{
    if (!context.appointment.patient.isEmpty()) {
        return failure(Error::Kind::Conflict,
                       words(QT_TRANSLATE_NOOP("VisitRules",
                                               "Somebody has said meanwhile who this patient is. "
                                               "Look again.")));
    }
    VisitPlan plan(context, u"match-patient"_s);
    plan.appointment().patient = patient;
    plan.appointment().strangerName.clear();
    if (claims)
        plan.add(PutDentalTapPatient{patient, true});
    return plan.transition();
}

Result<Transition> unmatchPatient(const VisitContext &context)
{
    const Appointment &appointment = context.appointment;
    if (appointment.patient.isEmpty() || appointment.strangerId.isEmpty()) {
        return refused(words(
            QT_TRANSLATE_NOOP("VisitRules",
                              "This patient was not matched at this desk, or DentalTap knows it by "
                              "now. Correct it in DentalTap.")));
    }
    const QString claim = u"PutDentalTapPatient"_s;
    if (mayHaveArrived(context, claim)) {
        return failure(Error::Kind::Conflict,
                       words(QT_TRANSLATE_NOOP("VisitRules",
                                               "DentalTap has been told already who this patient "
                                               "is. Correct it there.")));
    }
    const bool hasOrder = context.orderLinked || context.sentOf(u"BookInCrm"_s) != Sent::No;
    if (hasOrder) {
        return refused(words(QT_TRANSLATE_NOOP(
            "VisitRules", "The visit has an order for this patient. Undo the later steps first.")));
    }
    VisitPlan plan(context, u"unmatch-patient"_s);
    plan.appointment().patient = PatientId();
    plan.appointment().strangerName = appointment.stranger.displayName();
    plan.drop(claim);
    return plan.transition();
}

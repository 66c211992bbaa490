// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/planrules.h"
#include "app/store/rows.h"

// Plans as values, for the stores.
namespace rows {

//! A patient's plans, newest first; what bookings have performed is shown as done.
Result<QList<PlanRecord>> plansOfPatient(QSqlDatabase &db, const Seal &seal,
                                         const PatientId &patient);
//! NotFound in words where it is not known here.
Result<PlanRecord> planRecord(QSqlDatabase &db, const Seal &seal, const PlanId &id);
//! NotFound where the plan, or that version of it, is not known.
Result<PlanVersion> planVersion(QSqlDatabase &db, const Seal &seal, const PlanId &id, int version);

//! What a rule looks at; also of a plan that is not known yet.
Result<PlanContext> planContext(QSqlDatabase &db, const Seal &seal, const PlanId &id,
                                const Currency &currency);

struct AppliedPlan {
    PlanRecord record;
    bool changed = false;
    bool queued = false; //!< outbox rows were added, or are due again
};
//! Writes a rule's answer: plan, versions, new signatures, outbox rows, and the audit row where
//! somebody acted.
Result<AppliedPlan> applyPlan(QSqlDatabase &db, const Seal &seal, const PlanContext &before,
                              const PlanTransition &transition, const StaffId &by,
                              const QDateTime &now);

//! The Devis of a version, as it is known now.
Result<void> putPlanQuote(QSqlDatabase &db, const Seal &seal, const PlanQuote &quote);
//! Conflict in words when an item of the part is booked, done or not accepted by now.
Result<void> requireToBook(QSqlDatabase &db, const Seal &seal, const PlannedPart &part);
//! What an intervention is booked for; nothing for other appointments.
Result<void> putPlanBooking(QSqlDatabase &db, const Appointment &appointment);

//! Fills in the people, the consultation and the products as they are known here.
Result<TreatmentPlan> matchedPlan(QSqlDatabase &db, const RemotePlan &remote);
Result<void> putPlanProduct(QSqlDatabase &db, plans::Source source, const QString &key,
                            const ProductId &product);
//! Ids of the source's plans with acts that the catalogue does not know.
Result<QList<PlanId>> blockedPlans(QSqlDatabase &db, plans::Source source);

//! A proposal as it was printed or signed.
struct PlanDocument {
    QString id;
    PlanId plan;
    int version = 0;
    QByteArray pdf;
};
Result<void> putPlanDocument(QSqlDatabase &db, const Seal &seal, const PlanDocument &document,
                             const StaffId &by, const QDateTime &now);
Result<PlanDocument> planDocument(QSqlDatabase &db, const Seal &seal, const QString &id);

} // namespace rows

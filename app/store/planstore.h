// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/planrules.h"
#include "app/store/database.h"

#include <functional>

//! Treatment plans with their versions, signatures and proposals. Tasks resume on the GUI thread.
//! The rule of a commit runs inside the transaction.
class PlanStore : public QObject
{
    Q_OBJECT

public:
    using Rule = std::function<Result<PlanTransition>(const PlanContext &)>;

    PlanStore(Database *database, Currency currency, Clock clock, QObject *parent = nullptr);

    //! Newest first.
    Task<QList<PlanRecord>> ofPatient(PatientId patient);
    //! NotFound in words.
    Task<PlanRecord> record(PlanId id);
    //! Applies a rule: plan, audit row and outbox rows in one transaction.
    Task<PlanRecord> commit(PlanId id, Rule rule, StaffId by);

    //! What sources have now, in one transaction. Returns the patients whose plans changed.
    Task<QList<PatientId>> take(QList<RemotePlan> plans);
    //! What the CRM has of their Devis; of plans that are not known here it is kept for when they
    //! are. Returns the patients whose plans changed.
    Task<QList<PatientId>> takeQuotes(QList<PlanQuote> quotes);
    //! From now on the source's act is this product, in every plan of the source. Audited.
    Task<QList<PatientId>> chooseProduct(plans::Source source, QString key, ProductId product,
                                         StaffId by);

    //! Keeps a proposal's PDF, and sends it to the version's Devis where it has or gets one.
    Task<void> keepProposal(PlanId id, int version, QByteArray pdf, StaffId by);
    struct Proposal {
        QString id;
        QDateTime keptAt;
        StaffId by;
    };
    //! Of a version, newest first.
    Task<QList<Proposal>> proposals(PlanId id, int version);
    Task<QByteArray> proposal(QString id);

    //! The patient of the plan that a visit is booked for; empty = none.
    Task<PatientId> patientOfBooking(VisitId visit);

Q_SIGNALS:
    //! Empty = unknown whose.
    void changed(const PatientId &patient);

private:
    using Work = std::function<Result<bool>(QSqlDatabase &, QList<PatientId> &)>;
    //! Runs it in a transaction and tells of the patients; true = rows were queued.
    Task<QList<PatientId>> change(Work work);

    Database *m_database;
    Currency m_currency;
    Clock m_clock;
};

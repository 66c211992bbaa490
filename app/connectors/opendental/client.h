// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/opendental/calls.h"
#include "app/connectors/opendental/rules.h"

#include <QHash>
#include <QMap>

namespace opendental {

struct PlanFilter {
    Key patient = 0; //!< 0 = everybody's
    QDateTime since; //!< changed then or later, by the office's clock; invalid = ever
    QString status; //!< Saved, Active, Inactive; empty = all

    PlanFilter() = default;
    explicit PlanFilter(Key of) : patient(of) { }
};

//! What a live procedure is made or changed with; what is empty is left to the office.
struct ProcedureDraft {
    Key patient = 0;
    QDate date;
    QString status; //!< TP, C, EO, …
    QString code;
    QString tooth; //!< Universal
    QString surfaces;
    QString toothRange;
    std::optional<Money> fee;

    ProcedureDraft() = default;
    QJsonObject toJson() const;
};

//! A partial change of a frozen item.
struct ItemChange {
    std::optional<Key> priority;
    std::optional<QString> description;
    std::optional<Money> fee;
    std::optional<Money> patientAmount;

    ItemChange() = default;
    QJsonObject toJson() const;
};

//! Treatment plans of one office and what they hold (open-dental-api.md sections 2 to 5). Reads a
//! plan before changing it, refuses what its state does not allow, and never sends a change twice:
//! where an answer is lost it looks whether the change is there. GUI thread.
class Client
{
public:
    //! What examine() looked at.
    struct Finding {
        QString what;
        Result<void> result;
        QString remark; //!< all is well, and yet somebody should know
    };

    //! lane outlives the client.
    Client(Lane *lane, Currency currency) : m_calls(lane), m_currency(std::move(currency)) { }

    Task<QList<TreatPlan>> treatPlans(PlanFilter filter);
    //! NotFound where there is none. Without its patient (0) it is sought: there is no method that
    //! reads one plan.
    Task<TreatPlan> treatPlan(Key number, Key patient = 0);
    Task<TreatPlan> create(NewPlan plan);
    //! An unsigned saved copy of a live plan; the source stays.
    Task<TreatPlan> save(Key number, std::optional<QString> heading, Key presenter);
    Task<TreatPlan> update(Key number, PlanChange change);
    //! An empty name signs without typed text.
    Task<TreatPlan> sign(Key number, Signer signer, QString name);
    Task<TreatPlan> unsign(Key number, Signer signer);
    Task<void> remove(Key number, bool confirmed);

    Task<QList<PlanAttach>> attaches(Key plan);
    Task<PlanAttach> attach(Key plan, Key procedure, Key priority);
    Task<PlanAttach> setPriority(Key attach, Key priority);

    //! In the order of the plan.
    Task<QList<ProcTp>> items(Key plan, Key patient);
    Task<ProcTp> changeItem(Key plan, Key item, ItemChange change);
    Task<void> removeItem(Key plan, Key item);

    //! A patient's live procedures; status empty = all. One call for all of them.
    Task<QList<Procedure>> procedures(Key patient, QString status);
    //! Whose live procedures were changed then or later, and when last, by the office's clock.
    Task<QMap<Key, QDateTime>> patientsChangedSince(QDateTime officeTime);
    Task<Procedure> procedure(Key number);
    Task<Procedure> makeProcedure(ProcedureDraft draft);
    Task<Procedure> changeProcedure(Key number, ProcedureDraft draft);
    Task<void> removeProcedure(Key number);

    //! Address, keys, and rights, step by step; the last one may be what fails.
    Task<QList<Finding>> examine(QUrl address, QString mode);
    Task<void> probe();

private:
    Task<TreatPlan> sought(Key number);
    Task<TreatPlan> put(TreatPlan plan, QJsonObject body,
                        std::function<bool(const TreatPlan &)> isDone);
    Task<QList<TreatPlan>> plansOf(Key patient);
    Result<Procedure> procedureFrom(const Result<QJsonObject> &row) const;

    Calls m_calls;
    Currency m_currency;
    QHash<Key, Key> m_patientOf; //!< of plans that were seen
};

} // namespace opendental

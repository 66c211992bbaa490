// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/rows.h"
#include "app/store/visitstore.h"

//! What a reading of an outside system means for our visits (architecture.md section 3, "the day"
//! and "start, end, surgeon, room"). Used once, inside one transaction, on the database thread.
class VisitMerge
{
public:
    struct Outcome {
        QList<VisitId> visits; //!< made or changed
        bool queued = false; //!< the other systems are told
    };

    VisitMerge(QSqlDatabase &db, Seal seal, VisitStore::Rules rules, QDateTime now);

    Result<Outcome> take(const QList<RemoteAppointment> &remote);

private:
    Result<void> takeOne(const RemoteAppointment &read);
    Result<VisitId> ownerOf(const RemoteAppointment &remote, const PatientId &patient);
    Result<PatientId> patientOf(const RemoteAppointment &remote);
    Result<bool> isOnItsWay(const RemoteAppointment &remote);
    Result<void> make(const RemoteAppointment &remote, const PatientId &patient);
    Result<void> follow(const RemoteAppointment &remote, const VisitId &id,
                        const PatientId &patient);
    Result<rows::VisitRow> completed(rows::VisitRow row, const RemoteAppointment &remote,
                                     const PatientId &patient);
    Result<rows::VisitRow> applied(const rows::VisitRow &row, const Transition &transition,
                                   Service from);
    Result<void> link(const RemoteAppointment &remote, const VisitId &id);
    Result<void> write(const rows::VisitRow &before, const rows::VisitRow &after);

    QSqlDatabase &m_db;
    Seal m_seal;
    VisitStore::Rules m_rules;
    QDateTime m_now;
    Outcome m_outcome;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/opendental/client.h"
#include "app/connectors/opendental/people.h"
#include "app/connectors/opendental/planreading.h"
#include "app/connectors/plansource.h"

namespace opendental {

//! Treatment plans of Open Dental. It ties them to no visit, and tells of changes by a time of one
//! second's resolution on the office's clock.
class Plans : public PlanSource
{
public:
    //! client and lane outlive it.
    Plans(Client *client, Lane *lane, PlanTerms terms)
        : m_client(client), m_people(lane), m_terms(std::move(terms))
    {
    }

    plans::Source source() const override { return plans::Source::OpenDental; }
    Service service() const override { return Service::OpenDental; }
    //! By the link that is kept here, else by the chart number: the clinic's own file number where
    //! the CRM keeps one, else the last 15 characters of the Contact's id.
    Task<QString> patientOf(::Patient patient, Links links) override;
    Task<QList<RemotePlan>> plansOf(QString remotePatient) override;
    Task<RemotePlan> plan(QString remoteId) override;
    Task<QList<RemotePlan>> plansOfVisit(Links links) override;
    Task<QList<RemotePlan>> changedSince(QDateTime since) override;

private:
    Task<RemotePlan> read(TreatPlan plan, QList<Procedure> procedures);
    Task<QString> chartOf(Key patient);

    Client *m_client;
    People m_people;
    PlanTerms m_terms;
    //! When acts outside every plan were changed last: no news of a plan, however often it is
    //! asked.
    QHash<Key, QDateTime> m_unrelated;
    QHash<Key, QString> m_charts; //!< chart numbers of patients that were asked for
};

} // namespace opendental

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/dentaltap/client.h"
#include "app/connectors/plansource.h"

namespace dentaltap {

//! Treatment plans of DentalTap (dentaltap.md section 5.6).
class Plans : public PlanSource
{
public:
    //! transport outlives it.
    Plans(Transport *transport, Currency currency)
        : m_client(transport, currency), m_currency(std::move(currency))
    {
    }

    plans::Source source() const override { return plans::Source::DentalTap; }
    Service service() const override { return Service::DentalTap; }
    Task<QString> patientOf(Patient patient, Links links) override;
    Task<QList<RemotePlan>> plansOf(QString remotePatient) override;
    Task<RemotePlan> plan(QString remoteId) override;
    Task<QList<RemotePlan>> plansOfVisit(Links links) override;
    Task<QList<RemotePlan>> changedSince(QDateTime since) override;

private:
    //! Rows of another patient or appointment are left out: a server that does not know the filter
    //! answers with everybody's.
    QList<RemotePlan> readable(const QJsonArray &rows, QLatin1StringView filter,
                               const QString &value) const;

    Client m_client;
    Currency m_currency;
};

//! With the reason in `unreadable` where a price is in another currency than the clinic's or is no
//! amount.
RemotePlan planFromJson(const QJsonObject &record, const Currency &currency);

} // namespace dentaltap

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/connector.h"
#include "app/connectors/dentaldesktop/client.h"

namespace dentaldesktop {

//! The one fact that Dental Desktop must learn by itself: a linked patient's changed name, birth
//! date or number. Everything else is a gesture and goes through ScanWorkflow at once.
class Connector : public ::Connector
{
public:
    //! One client per server; they outlive the connector.
    explicit Connector(QList<Client *> clients) : m_clients(std::move(clients)) { }

    Service service() const override { return Service::DentalDesktop; }
    Result<QByteArray> prepare(const Command &command, const Facts &facts,
                               const QString &key) const override;
    //! Executed by the server without any dialog. Overwriting twice with the same values does no
    //! harm; the request's own status decides.
    Task<Receipt> deliver(OutboxItem item) override;
    Task<void> probe() override;
    QString keyOf(const Command &command, const Facts &facts) const override;

private:
    Client *clientOf(const QString &site) const;
    Task<ScanRequestStatus> settled(Client *client, QString request);

    QList<Client *> m_clients;
};

//! A patient as Dental Desktop is told; Invalid in words while something it needs is missing.
Result<ScanPatient> scanPatientOf(const Patient &patient, const Links &links);

} // namespace dentaldesktop

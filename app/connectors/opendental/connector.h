// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/connector.h"
#include "app/connectors/opendental/client.h"

namespace opendental {

//! Carries signatures taken at the desk into Open Dental's saved plan. The evidence itself stays
//! here: the API keeps none (open-dental-api.md section 2.2).
class Connector : public ::Connector
{
public:
    //! client outlives it.
    explicit Connector(Client *client) : m_client(client) { }

    Service service() const override { return Service::OpenDental; }
    Result<QByteArray> prepare(const Command &command, const Facts &facts,
                               const QString &key) const override;
    Task<Receipt> deliver(OutboxItem item) override;
    Task<void> probe() override { return m_client->probe(); }
    QString keyOf(const Command &command, const Facts &facts) const override;

private:
    Client *m_client;
};

} // namespace opendental

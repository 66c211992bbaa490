// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/opendental/connector.h"
#include "app/connectors/opendental/keys.h"
#include "app/connectors/opendental/plans.h"
#include "app/net/transport.h"
#include "app/settings/settings.h"

//! Everything that speaks to the clinic's Open Dental, where it has one. Members in order of
//! dependency.
class OpenDentalOffice
{
public:
    //! secrets and network outlive it.
    OpenDentalOffice(const Settings &settings, SecretStore *secrets,
                     QNetworkAccessManager *network);

    bool isSetUp() const { return m_settings.isSetUp(); }
    //! Null where there is none.
    opendental::Client *client() { return isSetUp() ? &m_client : nullptr; }
    Connector *connector() { return &m_connector; }
    PlanSource *plans() { return &m_plans; }
    QList<Transport *> transports();
    //! Ends what waits for its turn as well.
    void abortAll();

private:
    Settings::OpenDental m_settings;
    opendental::Keys m_keys;
    Transport m_transport;
    Transport m_fallback;
    opendental::Lane m_lane;
    opendental::Client m_client;
    opendental::Connector m_connector;
    opendental::Plans m_plans;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanservers.h"

ScanServers::ScanServers(const Settings &settings, SecretStore *secrets)
{
    for (const Settings::DentalDesktop &server : settings.dentalDesktopServers()) {
        m_clients.push_back(
            std::make_unique<dentaldesktop::Client>(server, settings.timeZone, secrets));
    }
}

QList<dentaldesktop::Client *> ScanServers::pointers() const
{
    QList<dentaldesktop::Client *> list;
    for (const auto &client : m_clients)
        list.append(client.get());
    return list;
}

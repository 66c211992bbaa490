// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/dentaldesktop/client.h"
#include "app/settings/settings.h"

#include <memory>
#include <vector>

//! A client for each server of Dental Desktop that the settings name.
class ScanServers
{
public:
    //! secrets outlives it.
    ScanServers(const Settings &settings, SecretStore *secrets);

    QList<dentaldesktop::Client *> pointers() const;

private:
    std::vector<std::unique_ptr<dentaldesktop::Client>> m_clients;
};

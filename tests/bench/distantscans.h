// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/frontdesk.h"
#include "tests/bench/launch.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <optional>

//! A simulated clinic in a process of its own, so that its work is not measured as ours, and a desk
//! that is signed in.
class DistantScans
{
public:
    DistantScans();
    ~DistantScans();

    FrontDesk &desk() { return *m_desk; }
    SecretStore &secrets() { return m_secrets; }
    const Settings &settings() const { return m_settings; }
    //! User and password of the scan server, as curl takes them.
    QString credentials() const;
    //! A new case with so many photos of that size, of a patient whom the scan server knows.
    ScanCase caseWith(int photos, int bytesEach);

private:
    QByteArray control(const QByteArray &method, const QString &path, const QByteArray &body = {});

    QTemporaryDir m_directory;
    std::optional<Launch> m_simulator;
    QString m_control;
    QString m_password;
    Settings m_settings;
    MemorySecretStore m_secrets;
    std::unique_ptr<FrontDesk> m_desk;
};

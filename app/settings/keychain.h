// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/secretstore.h"

//! The system's key store through QtKeychain, insecure fallback off. Service name
//! "vestibule/<profile>" (cli.md). Used from the thread it was made in, whose event loop must run.
class Keychain : public SecretStore
{
public:
    explicit Keychain(QString serviceName) : m_service(std::move(serviceName)) { }

    Task<QString> read(QString key) override;
    Task<void> write(QString key, QString value) override;
    Task<void> remove(QString key) override;

    //! Reads in the calling thread with an event loop of its own: only for the start-up worker
    //! thread.
    static Result<QString> readBlocking(const QString &serviceName, const QString &key,
                                        int timeoutMs);

private:
    QString m_service;
};

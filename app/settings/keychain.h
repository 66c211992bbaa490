// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/secretstore.h"

#include <QThread>
#include <future>
#include <memory>

//! The system's key store through QtKeychain, insecure fallback off. Service name
//! "vestibule/<profile>" (cli.md). Its jobs run in one thread of its own: jobs from two threads of
//! a process starve each other. The answers come back in the thread that asked.
class Keychain : public SecretStore
{
public:
    explicit Keychain(QString serviceName);
    //! Waits for the job that is running.
    ~Keychain() override;

    Task<QString> read(QString key) override;
    Task<void> write(QString key, QString value) override;
    Task<void> remove(QString key) override;

    //! An entry for a thread without an event loop: the start-up worker. Some key stores hang, so
    //! wait for it with a limit.
    std::future<Result<QString>> request(const QString &key);

private:
    QString m_service;
    QThread m_thread;
    std::unique_ptr<QObject> m_worker; //!< lives in m_thread
};

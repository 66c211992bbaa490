// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QHash>
#include <QString>

//! Where secrets live. Two kinds: the system's key store, and memory for tests.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    //! The secret of that key. NotFound when there is none *or the key store is locked*
    //! (qt64-notes: the two cannot be told apart); Storage when the key store cannot be reached,
    //! Timeout when it does not answer in two seconds.
    virtual Task<QString> read(QString key) = 0;
    virtual Task<void> write(QString key, QString value) = 0;
    virtual Task<void> remove(QString key) = 0;
};

//! Secrets of a test or of one run.
class MemorySecretStore : public SecretStore
{
public:
    explicit MemorySecretStore(QHash<QString, QString> secrets = {}) : m_secrets(std::move(secrets))
    {
    }

    Task<QString> read(QString key) override;
    Task<void> write(QString key, QString value) override;
    Task<void> remove(QString key) override;

private:
    QHash<QString, QString> m_secrets;
};

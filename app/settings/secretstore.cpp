// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/secretstore.h"

#include <QCoreApplication>
#include <QCoroTimer>
#include <chrono>

namespace {

// A key store answers through the event loop: callers must not come to rely on less.
constexpr std::chrono::milliseconds nextTurn(0);

} // namespace

Task<QString> MemorySecretStore::read(QString key)
{
    co_await QCoro::sleepFor(nextTurn);
    const auto found = m_secrets.constFind(key);
    if (found == m_secrets.cend())
        co_return failure(
            Error::Kind::NotFound,
            QCoreApplication::translate("Keychain", "The key store has no entry %1.").arg(key));
    co_return *found;
}

Task<void> MemorySecretStore::write(QString key, QString value)
{
    co_await QCoro::sleepFor(nextTurn);
    m_secrets.insert(key, value);
    co_return Result<void>();
}

Task<void> MemorySecretStore::remove(QString key)
{
    co_await QCoro::sleepFor(nextTurn);
    m_secrets.remove(key);
    co_return Result<void>();
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/secretstore.h"

#include <QCoroTimer>
#include <QStringList>
#include <QTimer>

//! A key store that answers later, as the real one does, and remembers what was written when.
class FakeSecrets : public SecretStore
{
public:
    Task<QString> read(QString key) override
    {
        co_await later();
        if (!values.contains(key))
            co_return failure(Error::Kind::NotFound, QStringLiteral("no such secret"));
        co_return values.value(key);
    }
    Task<void> write(QString key, QString value) override
    {
        co_await later();
        if (refuseWrites)
            co_return failure(Error::Kind::Storage, QStringLiteral("the key store is gone"));
        values.insert(key, value);
        written.append(key);
        co_return Result<void>();
    }
    Task<void> remove(QString key) override
    {
        co_await later();
        values.remove(key);
        co_return Result<void>();
    }

    QHash<QString, QString> values;
    QStringList written;
    bool refuseWrites = false;

private:
    static QCoro::Task<void> later()
    {
        QTimer timer;
        timer.setSingleShot(true);
        timer.start(0);
        co_await timer;
    }
};

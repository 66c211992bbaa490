// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/basickey.h"

using namespace Qt::StringLiterals;

QByteArray BasicKey::value(const QString &user, const QString &password, bool latin1)
{
    const QString pair = QString(user + u':' + password);
    const QByteArray bytes = latin1 ? pair.toLatin1() : pair.toUtf8();
    return "Basic " + bytes.toBase64();
}

BasicKey::BasicKey(Service service, QString user, QString key, bool latin1, SecretStore *secrets)
    : ApiKey(
        service,
        [user = std::move(user), latin1](const QString &password) {
            return value(user, password, latin1);
        },
        std::move(key), secrets)
{
}

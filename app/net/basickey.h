// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/apikey.h"

//! User and password out of settings and key store, sent with every request before anybody asks
//! (RFC 7617): "Basic <base64>".
class BasicKey : public ApiKey
{
public:
    //! key: where the key store has the password. latin1: a server that reads the password as
    //! ISO-8859-1 instead of UTF-8.
    BasicKey(Service service, QString user, QString key, bool latin1, SecretStore *secrets);

    static QByteArray value(const QString &user, const QString &password, bool latin1 = false);
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/authorizer.h"
#include "app/settings/secretstore.h"

//! A fixed token out of the key store: "Bearer <token>".
class ApiKey : public Authorizer
{
public:
    ApiKey(Service service, QByteArray scheme, QString key, SecretStore *secrets);

    Task<QByteArray> header() override;
    //! Re-reads the key store once: somebody may have stored a new token. Unauthorized when it is
    //! the same.
    Task<void> refresh(QByteArray rejected) override;

private:
    Service m_service;
    QByteArray m_scheme;
    QString m_key;
    SecretStore *m_secrets;
    QByteArray m_header;
};

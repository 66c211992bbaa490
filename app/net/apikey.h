// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/authorizer.h"
#include "app/settings/secretstore.h"

#include <functional>
#include <memory>

//! A fixed token out of the key store: "Bearer <token>".
class ApiKey : public Authorizer
{
public:
    //! How the header is written with the secret of the key store.
    using Form = std::function<QByteArray(const QString &)>;

    ApiKey(Service service, QByteArray scheme, QString key, SecretStore *secrets);
    ApiKey(Service service, Form form, QString key, SecretStore *secrets);

    Task<QByteArray> header() override;
    //! Re-reads the key store once: somebody may have stored a new token. Unauthorized when it is
    //! the same.
    Task<void> refresh(QByteArray rejected) override;

private:
    struct State {
        Service service = Service::None;
        Form form;
        QString key;
        SecretStore *secrets = nullptr;
        QByteArray header;
    };
    static Task<QByteArray> readHeader(std::shared_ptr<State> state);
    static Task<void> readAgain(std::shared_ptr<State> state, QByteArray rejected);

    //! Shared with the coroutines, which may resume from the key store after this is gone.
    std::shared_ptr<State> m_state;
};

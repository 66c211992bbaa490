// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/apikey.h"

#include "app/net/systemname.h"

#include <QCoreApplication>

namespace {

Error signInAgain(Service service)
{
    return Error(Error::Kind::Unauthorized,
                 QCoreApplication::translate(
                     "net",
                     "%1 needs a valid token: it is missing, expired or revoked, or this "
                     "computer's key store is locked. Store a new one in the settings.")
                     .arg(systemName(service)),
                 service);
}

} // namespace

ApiKey::ApiKey(Service service, QByteArray scheme, QString key, SecretStore *secrets)
    : ApiKey(
        service,
        [scheme = std::move(scheme)](const QString &token) -> QByteArray {
            return scheme + ' ' + token.toUtf8();
        },
        std::move(key), secrets)
{
}

ApiKey::ApiKey(Service service, Form form, QString key, SecretStore *secrets)
    : m_state(std::make_shared<State>())
{
    m_state->service = service;
    m_state->form = std::move(form);
    m_state->key = std::move(key);
    m_state->secrets = secrets;
}

Task<QByteArray> ApiKey::header()
{
    return readHeader(m_state);
}

Task<void> ApiKey::refresh(QByteArray rejected)
{
    return readAgain(m_state, std::move(rejected));
}

Task<QByteArray> ApiKey::readHeader(std::shared_ptr<State> state)
{
    // Copies: co_return of a member would move it away.
    if (const QByteArray header = state->header; !header.isEmpty())
        co_return header;
    const Result<QString> token = co_await state->secrets->read(state->key);
    if (!token && token.error().kind != Error::Kind::NotFound)
        co_return tl::unexpected(token.error());
    if (!token || token->isEmpty())
        co_return tl::unexpected(signInAgain(state->service));
    const QByteArray header = state->form(*token);
    state->header = header;
    co_return header;
}

Task<void> ApiKey::readAgain(std::shared_ptr<State> state, QByteArray rejected)
{
    if (state->header == rejected)
        state->header.clear();
    const Result<QByteArray> header = co_await readHeader(state);
    if (!header)
        co_return tl::unexpected(header.error());
    if (*header == rejected) {
        // Forgotten, so that the next call looks for a new one.
        state->header.clear();
        co_return tl::unexpected(signInAgain(state->service));
    }
    co_return Result<void>();
}

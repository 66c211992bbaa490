// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/keys.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace opendental {

namespace {

Error keysWanted()
{
    return Error(Error::Kind::Unauthorized,
                 QCoreApplication::translate(
                     "opendental",
                     "Open Dental needs a developer key and a customer key: one is missing or no "
                     "longer accepted, or this computer's key store is locked. Store them in the "
                     "settings."),
                 Service::OpenDental);
}

} // namespace

Keys::Keys(SecretStore *secrets) : m_state(std::make_shared<State>())
{
    m_state->secrets = secrets;
}

Task<QByteArray> Keys::header()
{
    return readHeader(m_state);
}

Task<void> Keys::refresh(QByteArray rejected)
{
    return readAgain(m_state, std::move(rejected));
}

Task<QByteArray> Keys::readHeader(std::shared_ptr<State> state)
{
    // Copies: co_return of a member would move it away.
    if (const QByteArray header = state->header; !header.isEmpty())
        co_return header;
    const Result<QString> developer = co_await state->secrets->read(u"opendental.developerKey"_s);
    if (!developer && developer.error().kind != Error::Kind::NotFound)
        co_return tl::unexpected(developer.error());
    const Result<QString> customer = co_await state->secrets->read(u"opendental.customerKey"_s);
    if (!customer && customer.error().kind != Error::Kind::NotFound)
        co_return tl::unexpected(customer.error());
    if (!developer || !customer || developer->isEmpty() || customer->isEmpty())
        co_return tl::unexpected(keysWanted());
    const QByteArray header = "ODFHIR " + developer->toUtf8() + '/' + customer->toUtf8();
    state->header = header;
    co_return header;
}

Task<void> Keys::readAgain(std::shared_ptr<State> state, QByteArray rejected)
{
    if (state->header == rejected)
        state->header.clear();
    const Result<QByteArray> header = co_await readHeader(state);
    if (!header)
        co_return tl::unexpected(header.error());
    if (*header == rejected) {
        // Forgotten, so that the next call looks for new ones.
        state->header.clear();
        co_return tl::unexpected(keysWanted());
    }
    co_return Result<void>();
}

} // namespace opendental

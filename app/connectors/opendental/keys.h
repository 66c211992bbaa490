// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/authorizer.h"
#include "app/settings/secretstore.h"

#include <memory>

namespace opendental {

//! "ODFHIR <developer key>/<customer key>" out of the key store.
class Keys : public Authorizer
{
public:
    //! secrets outlives every call.
    explicit Keys(SecretStore *secrets);

    Task<QByteArray> header() override;
    //! Reads the key store again; Unauthorized when it still has the keys that were refused.
    Task<void> refresh(QByteArray rejected) override;

private:
    struct State {
        SecretStore *secrets = nullptr;
        QByteArray header;
    };
    static Task<QByteArray> readHeader(std::shared_ptr<State> state);
    static Task<void> readAgain(std::shared_ptr<State> state, QByteArray rejected);

    //! Shared with the coroutines, which may resume after this is gone.
    std::shared_ptr<State> m_state;
};

} // namespace opendental

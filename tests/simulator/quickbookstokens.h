// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"
#include "tests/simulator/simulator.h"

#include <QHash>

namespace sim {

//! Consent, tokens and their rotation (contract quickbooks-online.md section 2). A grant's refresh
//! value changes when it is used a day after it was issued; the former value is dead from then on.
class QuickBooksTokens
{
public:
    QuickBooksTokens(const SimClock &clock, int accessSeconds);

    static QString clientId();
    static QString clientSecret();
    static QString realmId();
    //! The value a fresh clinic starts with.
    static QString firstRefreshToken();

    //! The consent page, always willing: redirects with code, state and realmId.
    Answer authorize(const Request &request);
    //! POST /oauth2/v1/tokens/bearer.
    Answer token(const Request &request);
    //! POST /v2/oauth2/tokens/revoke, JSON or form.
    Answer revoke(const Request &request);

    //! The bearer of a company call; the scheme's case does not matter.
    bool accepts(const QByteArray &authorization) const;
    void expireAccess();
    //! Switch: every refresh answers invalid_grant.
    void refuseRefresh(bool refuse) { m_refuseRefresh = refuse; }
    int refreshCount() const { return m_refreshCount; }

private:
    struct Grant {
        QString value;
        QDateTime issued; //!< of this value
        QDateTime used;
        QDateTime born; //!< of the consent: the absolute end counts from here
    };
    struct Code {
        QString redirectUri;
        QDateTime issued;
    };

    Answer tokens(Grant &grant, bool withHardEnd);

    const SimClock &m_clock;
    int m_accessSeconds;
    int m_serial = 0;
    int m_refreshCount = 0;
    bool m_refuseRefresh = false;
    QList<Grant> m_grants;
    QHash<QString, Code> m_codes;
    QHash<QString, QDateTime> m_access; //!< token → end
};

} // namespace sim

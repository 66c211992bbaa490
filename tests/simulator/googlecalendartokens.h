// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"
#include "tests/simulator/simulator.h"

#include <QHash>
#include <QSet>
#include <optional>

namespace sim {

//! Consent and tokens of a desktop client: loopback redirect on any port, PKCE S256, refresh values
//! that never rotate (contract google-calendar.md section 10).
class GoogleTokens
{
public:
    GoogleTokens(const SimClock &clock, int accessSeconds);

    static QString clientId();
    static QString clientSecret();
    static QString firstRefreshToken();
    static QStringList allScopes();

    Answer authorize(const Request &request);
    Answer token(const Request &request);
    Answer revoke(const Request &request);

    //! The scopes of a live bearer token; nothing when it is unknown or over.
    std::optional<QStringList> scopes(const QByteArray &authorization) const;
    void expireAccess();
    //! Switch: every refresh answers invalid_grant, as after seven days in testing mode.
    void refuseRefresh(bool refuse) { m_refuseRefresh = refuse; }
    //! Switch: what the user ticks on the consent page from now on, and what refreshed tokens
    //! carry.
    void grantOnly(const QStringList &scopes) { m_ticked = scopes; }

private:
    struct Code {
        QString redirectUri;
        QString challenge;
        QString method;
        QStringList scopes;
        QDateTime issued;
    };
    struct Access {
        QString refreshToken;
        QStringList scopes;
        QDateTime end;
    };

    QJsonObject accessFor(const QString &refreshToken, const QStringList &scopes);
    QStringList ticked(const QStringList &scopes) const;

    const SimClock &m_clock;
    int m_accessSeconds;
    int m_serial = 0;
    bool m_refuseRefresh = false;
    QStringList m_ticked;
    QHash<QString, QStringList> m_refresh; //!< refresh token → scopes
    QHash<QString, Code> m_codes;
    QHash<QString, Access> m_access;
};

} // namespace sim

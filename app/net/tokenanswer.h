// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/request.h"

#include <QDateTime>

//! An access token with its life, as it is shared between the processes of a profile.
struct AccessToken {
    QByteArray value; //!< empty = none
    QDateTime expiresAt; //!< UTC
    QDateTime renewAt; //!< UTC: five minutes before, or at half of a short life
    friend bool operator==(const AccessToken &, const AccessToken &) = default;
};

QByteArray accessTokenToJson(const AccessToken &token);
//! An empty token for anything that is not one of ours.
AccessToken accessTokenFromJson(const QByteArray &json);

//! What a token endpoint said to a refresh grant.
struct TokenAnswer {
    AccessToken access;
    QString refreshToken; //!< empty = the old one stays
    bool signInNeeded = false; //!< the grant is void: a person must act
    std::optional<Error> error; //!< any other refusal; the refresh token is still good
};

//! Decides by the members, not by the status: Zoho refuses with 200 (zoho-crm.md section 1.5).
TokenAnswer readTokenAnswer(const Response &response, Service service, const QDateTime &now);

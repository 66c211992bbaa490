// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/net/authorizer.h"
#include "app/net/request.h"
#include "app/settings/secretstore.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>
#include <memory>

//! How one vendor's token endpoint differs.
struct OAuth2Vendor {
    Service service = Service::None;
    QUrl tokenUrl;
    QString clientId;
    QString secretKey; //!< keychain key of the client secret, e.g. "zoho.clientSecret"
    QString refreshKey; //!< keychain key of the refresh token
    QString accessKey; //!< keychain key of access token and expiry as JSON: shared by processes
    QByteArray scheme = "Bearer"; //!< Zoho: "Zoho-oauthtoken"
    bool basicAuthentication = false; //!< QuickBooks: client in the Authorization header
};

//! The refresh grant, single-flight in the process and under a lock file between processes:
//! re-read, refresh, store the new refresh token before using it, release (architecture.md section
//! 4, Tokens). A refusal with invalid_grant (Zoho: invalid_code, invalid_client) asks for sign-in;
//! anything else keeps the token.
class OAuth2 : public QObject, public Authorizer
{
    Q_OBJECT

public:
    //! lockFile: path of the lock shared by all processes of the profile.
    OAuth2(OAuth2Vendor vendor, SecretStore *secrets, QNetworkAccessManager *network,
           QString lockFile, Clock clock, QObject *parent = nullptr);
    ~OAuth2() override;

    Task<QByteArray> header() override;
    Task<void> refresh(QByteArray rejected) override;
    bool newTokenHelps(const Response &refused) const override;
    //! Ends a refresh in flight with Cancelled; none can be started afterwards.
    void abortAll();

Q_SIGNALS:
    //! A person must sign in to the service again.
    void signInNeeded(Service service);

private:
    class Private;
    //! Shared with the coroutines, which may resume from the key store after this is gone.
    std::shared_ptr<Private> d;
};

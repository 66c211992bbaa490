// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"
#include "tests/simulator/simulator.h"

#include <QDateTime>
#include <QHash>

namespace sim {

//! The accounts server of the CRM: codes, tokens and their limits (zoho-crm.md 1).
class ZohoAccounts : public Service
{
public:
    ZohoAccounts(SimClock &clock, const SimulatorOptions &options);

    QString name() const override;
    Answer handle(const Request &request) override;
    QJsonObject state() const override;
    void expireTokens() override;
    Pairs settings() const override;
    Pairs secrets() const override;

    //! Scopes of a live access token, or nothing when it is unknown or expired.
    std::optional<QStringList> scopes(const QString &accessToken) const;
    QDateTime expiry(const QString &accessToken) const;
    //! An access token that no limit and no fault touches.
    QString automationToken() const;
    //! Where the API of this data centre is: the `api_domain` of every token answer.
    void setApiDomain(std::function<QUrl()> apiDomain) { m_apiDomain = std::move(apiDomain); }

private:
    struct AccessToken {
        QString value;
        QDateTime expires;
        QStringList scopes;
    };
    struct Code {
        QDateTime expires;
        QString redirect;
        QString challenge;
        QString method;
        QStringList scopes;
    };
    Answer authorize(const Request &request);
    Answer token(const Request &request);
    Answer exchange(const Pairs &fields);
    Answer refresh(const Pairs &fields);
    Answer revoke(const Request &request);
    QJsonObject issue(const QStringList &scopes);

    SimClock &m_clock;
    const SimulatorOptions &m_options;
    std::function<QUrl()> m_apiDomain;
    QList<AccessToken> m_live; //!< oldest first
    QList<QDateTime> m_requests; //!< of the running window
    QHash<QString, Code> m_codes;
    QStringList m_refreshTokens;
    int m_serial = 0;
};

} // namespace sim

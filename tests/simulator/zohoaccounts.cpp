// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/zohoaccounts.h"

#include <QCryptographicHash>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr int RequestsPerWindow = 10;
constexpr int WindowSeconds = 600;
constexpr qsizetype LiveTokens = 10;
constexpr int CodeSeconds = 120;

const QString ClientId = u"1000.VESTIBULESIMULATOR"_s;
const QString ClientSecret = u"zoho-simulator-client-secret"_s;
const QString SeedRefreshToken = u"1000.refresh.seed"_s;
const QString Automation = u"1000.automation.flow"_s;

//! Errors of the accounts server come as HTTP 200 (zoho-crm.md 1.5).
Answer error(const QString &code)
{
    return Answer::json(200, {{u"error"_s, code}});
}

QString field(const Pairs &fields, QStringView name)
{
    for (const auto &[key, value] : fields) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

ZohoAccounts::ZohoAccounts(SimClock &clock, const SimulatorOptions &options)
    : m_clock(clock), m_options(options), m_refreshTokens{SeedRefreshToken}
{
}

QString ZohoAccounts::name() const
{
    return u"accounts"_s;
}

Pairs ZohoAccounts::settings() const
{
    return {{u"zoho/apiUrl"_s, m_apiDomain ? m_apiDomain().toString() : QString()},
            {u"zoho/accountsUrl"_s, address().toString()},
            {u"zoho/clientId"_s, ClientId}};
}

Pairs ZohoAccounts::secrets() const
{
    return {{u"zoho.clientSecret"_s, ClientSecret}, {u"zoho.refreshToken"_s, SeedRefreshToken}};
}

QString ZohoAccounts::automationToken() const
{
    return Automation;
}

QJsonObject ZohoAccounts::state() const
{
    QJsonArray tokens;
    for (const AccessToken &token : m_live) {
        tokens.append(QJsonObject{{u"expires"_s, token.expires.toString(Qt::ISODate)},
                                  {u"live"_s, token.expires > m_clock.now()}});
    }
    return {{u"accessTokens"_s, tokens},
            {u"refreshTokens"_s, QJsonArray::fromStringList(m_refreshTokens)}};
}

void ZohoAccounts::expireTokens()
{
    m_live.clear();
}

std::optional<QStringList> ZohoAccounts::scopes(const QString &accessToken) const
{
    if (accessToken == Automation)
        return QStringList();
    for (const AccessToken &token : m_live) {
        if (token.value == accessToken && token.expires > m_clock.now())
            return token.scopes;
    }
    return std::nullopt;
}

QDateTime ZohoAccounts::expiry(const QString &accessToken) const
{
    for (const AccessToken &token : m_live) {
        if (token.value == accessToken)
            return token.expires;
    }
    return {};
}

Answer ZohoAccounts::handle(const Request &request)
{
    if (request.path == "/oauth/v2/token"_L1 && request.method == "POST")
        return token(request);
    if (request.path == "/oauth/v2/token/revoke"_L1 && request.method == "POST")
        return revoke(request);
    if (request.path == "/oauth/v2/auth"_L1 && request.method == "GET")
        return authorize(request);
    return Answer::text(404, "not found");
}

//! The consent page, as if the user had agreed at once.
Answer ZohoAccounts::authorize(const Request &request)
{
    const QUrl redirect(request.queryValue(u"redirect_uri"));
    if (request.queryValue(u"client_id") != ClientId)
        return error(u"invalid_client"_s);
    if (!redirect.isValid() || redirect.scheme().isEmpty())
        return error(u"invalid_redirect_uri"_s);
    const QString code = u"1000.code.%1"_s.arg(++m_serial);
    m_codes[code] = {.expires = m_clock.now().addSecs(CodeSeconds),
                     .redirect = request.queryValue(u"redirect_uri"),
                     .challenge = request.queryValue(u"code_challenge"),
                     .method = request.queryValue(u"code_challenge_method"),
                     .scopes = request.queryValue(u"scope").split(u',', Qt::SkipEmptyParts)};
    QUrlQuery query(redirect);
    query.addQueryItem(u"code"_s, code);
    query.addQueryItem(u"location"_s, u"eu"_s);
    query.addQueryItem(u"accounts-server"_s,
                       QString::fromLatin1(QUrl::toPercentEncoding(address().toString())));
    if (request.hasQuery(u"state"))
        query.addQueryItem(u"state"_s, request.queryValue(u"state"));
    QUrl target = redirect;
    target.setQuery(query);
    Answer answer = Answer::empty(302);
    answer.headers.append({"Location", target.toEncoded()});
    return answer;
}

Answer ZohoAccounts::token(const Request &request)
{
    // Query, urlencoded body and multipart are all taken: the vendor's own SDK sends the last.
    const Pairs fields = request.query + request.form();
    if (field(fields, u"client_id") != ClientId)
        return error(u"invalid_client"_s);
    if (field(fields, u"client_secret") != ClientSecret)
        return error(u"invalid_client_secret"_s);
    const QDateTime now = m_clock.now();
    m_requests.removeIf([&now](const QDateTime &t) { return t.secsTo(now) >= WindowSeconds; });
    if (m_options.strictLimits && m_requests.size() >= RequestsPerWindow) {
        return Answer::json(
            400,
            {{u"error_description"_s,
              u"You have made too many requests continuously. Please try again after "
              "some time."_s},
             {u"error"_s, u"Access Denied"_s},
             {u"status"_s, u"failure"_s}});
    }
    m_requests.append(now);
    const QString grant = field(fields, u"grant_type");
    if (grant == "refresh_token"_L1)
        return refresh(fields);
    if (grant == "authorization_code"_L1)
        return exchange(fields);
    return error(u"unsupported_grant_type"_s);
}

Answer ZohoAccounts::refresh(const Pairs &fields)
{
    if (!m_refreshTokens.contains(field(fields, u"refresh_token")))
        return error(u"invalid_code"_s);
    return Answer::json(200, issue(field(fields, u"scope").split(u',', Qt::SkipEmptyParts)));
}

Answer ZohoAccounts::exchange(const Pairs &fields)
{
    const auto it = m_codes.constFind(field(fields, u"code"));
    if (it == m_codes.cend())
        return error(u"invalid_code"_s);
    const Code code = *it;
    m_codes.erase(it);
    if (code.expires <= m_clock.now())
        return error(u"invalid_code"_s);
    if (code.redirect != field(fields, u"redirect_uri"))
        return error(u"invalid_redirect_uri"_s);
    if (!code.challenge.isEmpty()) {
        const QByteArray verifier = field(fields, u"code_verifier").toLatin1();
        const QByteArray hashed =
            QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        if (code.challenge.toLatin1() != (code.method == "S256"_L1 ? hashed : verifier))
            return error(u"invalid_code"_s);
    }
    QJsonObject body = issue(code.scopes);
    m_refreshTokens.append(u"1000.refresh.%1"_s.arg(++m_serial));
    body[u"refresh_token"_s] = m_refreshTokens.constLast();
    return Answer::json(200, body);
}

Answer ZohoAccounts::revoke(const Request &request)
{
    const Pairs fields = request.query + request.form();
    if (!m_refreshTokens.removeOne(field(fields, u"token")))
        return error(u"invalid_code"_s);
    m_live.clear();
    return Answer::json(200, {{u"status"_s, u"success"_s}});
}

QJsonObject ZohoAccounts::issue(const QStringList &scopes)
{
    m_live.append({.value = u"1000.access.%1"_s.arg(++m_serial),
                   .expires = m_clock.now().addSecs(m_options.accessTokenSeconds),
                   .scopes = scopes});
    if (m_live.size() > LiveTokens)
        m_live.removeFirst();
    return {{u"access_token"_s, m_live.constLast().value},
            {u"api_domain"_s, m_apiDomain ? m_apiDomain().toString() : QString()},
            {u"token_type"_s, u"Bearer"_s},
            {u"expires_in"_s, m_options.accessTokenSeconds}};
}

} // namespace sim

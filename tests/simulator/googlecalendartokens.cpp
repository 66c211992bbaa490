// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/googlecalendartokens.h"

#include <QCryptographicHash>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

Answer refusal(int status, const QString &error, const QString &description)
{
    return Answer::json(status, {{u"error"_s, error}, {u"error_description"_s, description}});
}

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return url.scheme() == u"http"
        && (host == u"127.0.0.1" || host == u"::1" || host == u"localhost");
}

bool proves(const QString &verifier, const QString &challenge, const QString &method)
{
    if (challenge.isEmpty())
        return true;
    if (verifier.size() < 43 || verifier.size() > 128)
        return false;
    if (method != u"S256")
        return verifier == challenge;
    const QByteArray hash =
        QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
    return hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)
        == challenge.toLatin1();
}

} // namespace

GoogleTokens::GoogleTokens(const SimClock &clock, int accessSeconds)
    : m_clock(clock), m_accessSeconds(accessSeconds)
{
    m_refresh.insert(firstRefreshToken(), allScopes());
}

QString GoogleTokens::clientId()
{
    return u"vestibule-desktop.apps.example.com"_s;
}

QString GoogleTokens::clientSecret()
{
    return u"simulated-google-secret"_s;
}

QString GoogleTokens::firstRefreshToken()
{
    return u"1//simulated-first"_s;
}

QStringList GoogleTokens::allScopes()
{
    const QString prefix = u"https://www.googleapis.com/auth/"_s;
    return {QString(prefix + u"calendar.events"),
            QString(prefix + u"calendar.calendarlist.readonly"),
            QString(prefix + u"calendar.freebusy")};
}

QStringList GoogleTokens::ticked(const QStringList &scopes) const
{
    if (m_ticked.isEmpty())
        return scopes;
    QStringList left;
    for (const QString &scope : scopes) {
        if (m_ticked.contains(scope))
            left.append(scope);
    }
    return left;
}

Answer GoogleTokens::authorize(const Request &request)
{
    const QString redirect = request.queryValue(u"redirect_uri");
    const QUrl target(redirect);
    if (request.queryValue(u"client_id") != clientId())
        return Answer::text(401, "Error 401: invalid_client");
    if (!isLoopback(target))
        return Answer::text(400, "Error 400: redirect_uri_mismatch");
    const QStringList scopes = request.queryValue(u"scope").split(u' ', Qt::SkipEmptyParts);
    if (request.queryValue(u"response_type") != u"code" || scopes.isEmpty())
        return Answer::text(400, "Error 400: invalid_request");
    const QStringList granted = ticked(scopes);
    QUrl back = target;
    QUrlQuery query(back);
    query.addQueryItem(u"state"_s,
                       QString::fromLatin1(QUrl::toPercentEncoding(request.queryValue(u"state"))));
    if (granted.isEmpty()) {
        query.addQueryItem(u"error"_s, u"access_denied"_s);
    } else {
        const QString code = u"4/simulated%1"_s.arg(++m_serial);
        m_codes.insert(code,
                       {redirect, request.queryValue(u"code_challenge"),
                        request.queryValue(u"code_challenge_method"), granted, m_clock.now()});
        query.addQueryItem(u"code"_s, QString::fromLatin1(QUrl::toPercentEncoding(code)));
        query.addQueryItem(u"scope"_s,
                           QString::fromLatin1(QUrl::toPercentEncoding(granted.join(u' '))));
    }
    back.setQuery(query);
    Answer answer = Answer::empty(302);
    answer.headers.append({"Location", back.toEncoded()});
    return answer;
}

Answer GoogleTokens::token(const Request &request)
{
    QString id = request.formValue(u"client_id");
    QString secret = request.formValue(u"client_secret");
    const QByteArray authorization = request.header("Authorization");
    if (authorization.toLower().startsWith("basic ")) {
        const QString pair = QString::fromUtf8(QByteArray::fromBase64(authorization.mid(6)));
        id = pair.section(u':', 0, 0);
        secret = pair.section(u':', 1);
    }
    if (id != clientId() || secret != clientSecret())
        return refusal(401, u"invalid_client"_s, u"The OAuth client was not found."_s);
    const QString kind = request.formValue(u"grant_type");
    if (kind == u"authorization_code") {
        // A code is used up by the first try, right or wrong.
        const Code code = m_codes.take(request.formValue(u"code"));
        if (code.redirectUri.isEmpty() || code.issued.secsTo(m_clock.now()) > 600)
            return refusal(400, u"invalid_grant"_s, u"Malformed auth code."_s);
        if (code.redirectUri != request.formValue(u"redirect_uri"))
            return refusal(400, u"redirect_uri_mismatch"_s, u"Bad Request"_s);
        if (!proves(request.formValue(u"code_verifier"), code.challenge, code.method))
            return refusal(400, u"invalid_grant"_s, u"Invalid code verifier."_s);
        const QString refresh = u"1//simulated-%1"_s.arg(++m_serial);
        m_refresh.insert(refresh, code.scopes);
        QJsonObject body = accessFor(refresh, code.scopes);
        body.insert(u"refresh_token"_s, refresh);
        return Answer::json(200, body);
    }
    if (kind != u"refresh_token")
        return refusal(400, u"unsupported_grant_type"_s, u"Invalid grant_type: "_s + kind);
    const QString refresh = request.formValue(u"refresh_token");
    if (m_refuseRefresh || !m_refresh.contains(refresh))
        return refusal(400, u"invalid_grant"_s, u"Token has been expired or revoked."_s);
    return Answer::json(200, accessFor(refresh, ticked(m_refresh.value(refresh))));
}

QJsonObject GoogleTokens::accessFor(const QString &refreshToken, const QStringList &scopes)
{
    const QDateTime now = m_clock.now();
    const QString token = u"ya29.simulated.%1.%2"_s.arg(++m_serial).arg(now.toMSecsSinceEpoch());
    m_access.insert(token, {refreshToken, scopes, now.addSecs(m_accessSeconds)});
    return {{u"access_token"_s, token},
            {u"expires_in"_s, m_accessSeconds - 1},
            {u"scope"_s, scopes.join(u' ')},
            {u"token_type"_s, u"Bearer"_s}};
}

Answer GoogleTokens::revoke(const Request &request)
{
    QString token = request.formValue(u"token");
    if (token.isEmpty())
        token = request.queryValue(u"token");
    // Revoking either half of a grant ends both.
    if (m_access.contains(token))
        token = m_access.value(token).refreshToken;
    if (m_refresh.remove(token) == 0)
        return refusal(400, u"invalid_token"_s, u"Token expired or revoked"_s);
    m_access.removeIf([&token](const QHash<QString, Access>::iterator access) {
        return access->refreshToken == token;
    });
    return Answer::json(200, {});
}

std::optional<QStringList> GoogleTokens::scopes(const QByteArray &authorization) const
{
    if (!authorization.toLower().startsWith("bearer "))
        return std::nullopt;
    const auto access = m_access.constFind(QString::fromLatin1(authorization.mid(7).trimmed()));
    if (access == m_access.constEnd() || access->end <= m_clock.now())
        return std::nullopt;
    return access->scopes;
}

void GoogleTokens::expireAccess()
{
    m_access.clear();
}

} // namespace sim

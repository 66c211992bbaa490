// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/quickbookstokens.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr qint64 refreshSeconds = 8'726'400; // as in the samples of the vendor's own client
constexpr qint64 rotationSeconds = 24 * 3600;
constexpr qint64 codeSeconds = 600;

Answer refusal(int status, const QString &error, const QString &description = {})
{
    QJsonObject body{{u"error"_s, error}};
    if (!description.isEmpty())
        body.insert(u"error_description"_s, description);
    return Answer::json(status, body);
}

bool isBasic(const QByteArray &authorization)
{
    if (!authorization.toLower().startsWith("basic "))
        return false;
    const QByteArray expected =
        (QuickBooksTokens::clientId() + u':' + QuickBooksTokens::clientSecret()).toUtf8();
    return QByteArray::fromBase64(authorization.mid(6).trimmed()) == expected;
}

} // namespace

QuickBooksTokens::QuickBooksTokens(const SimClock &clock, int accessSeconds)
    : m_clock(clock), m_accessSeconds(accessSeconds)
{
    const QDateTime now = m_clock.now();
    m_grants.append({firstRefreshToken(), now, now, now});
}

QString QuickBooksTokens::clientId()
{
    return u"vestibule-quickbooks"_s;
}

QString QuickBooksTokens::clientSecret()
{
    return u"simulated-quickbooks-secret"_s;
}

QString QuickBooksTokens::realmId()
{
    return u"9130350000000001"_s;
}

QString QuickBooksTokens::firstRefreshToken()
{
    return u"RT1-simulated-first"_s;
}

Answer QuickBooksTokens::authorize(const Request &request)
{
    const QString redirect = request.queryValue(u"redirect_uri");
    if (request.queryValue(u"client_id") != clientId() || redirect.isEmpty())
        return Answer::text(400, "The client or its redirect address is not known.");
    QUrl target(redirect);
    QUrlQuery query(target);
    const QString state = request.queryValue(u"state");
    if (request.queryValue(u"response_type") != u"code"
        || !request.queryValue(u"scope").split(u' ').contains(
            u"com.intuit.quickbooks.accounting"_s)) {
        query.addQueryItem(u"error"_s, u"invalid_scope"_s);
    } else {
        const QString code = u"AB1simulated%1"_s.arg(++m_serial);
        m_codes.insert(code, {redirect, m_clock.now()});
        query.addQueryItem(u"code"_s, code);
        query.addQueryItem(u"realmId"_s, realmId());
    }
    query.addQueryItem(u"state"_s, QString::fromLatin1(QUrl::toPercentEncoding(state)));
    target.setQuery(query);
    Answer answer = Answer::empty(302);
    answer.headers.append({"Location", target.toEncoded()});
    return answer;
}

Answer QuickBooksTokens::token(const Request &request)
{
    if (!isBasic(request.header("Authorization")))
        return refusal(401, u"invalid_client"_s);
    const bool withHardEnd =
        request.header("x-include-refresh-token-hard-expires-in").toLower() == "true";
    const QDateTime now = m_clock.now();
    const QString kind = request.formValue(u"grant_type");
    if (kind == u"authorization_code") {
        // A code is used up by the first try, right or wrong.
        const auto code = m_codes.take(request.formValue(u"code"));
        if (code.redirectUri.isEmpty() || code.redirectUri != request.formValue(u"redirect_uri")
            || code.issued.secsTo(now) > codeSeconds) {
            return refusal(400, u"invalid_grant"_s, u"Invalid authorization code"_s);
        }
        m_grants.append({u"RT1-simulated-%1"_s.arg(++m_serial), now, now, now});
        return tokens(m_grants.last(), withHardEnd);
    }
    if (kind != u"refresh_token")
        return refusal(400, u"unsupported_grant_type"_s);
    const QString value = request.formValue(u"refresh_token");
    if (value.isEmpty())
        return refusal(400, u"invalid_request"_s, u"refresh_token is missing"_s);
    const auto grant = std::find_if(m_grants.begin(), m_grants.end(),
                                    [&value](const Grant &g) { return g.value == value; });
    if (m_refuseRefresh || grant == m_grants.end() || grant->used.secsTo(now) > refreshSeconds
        || grant->born.addYears(5) < now) {
        return refusal(400, u"invalid_grant"_s, u"Incorrect or invalid refresh token"_s);
    }
    if (grant->issued.secsTo(now) >= rotationSeconds) {
        grant->value = u"RT1-simulated-%1"_s.arg(++m_serial);
        grant->issued = now;
    }
    grant->used = now;
    ++m_refreshCount;
    return tokens(*grant, withHardEnd);
}

Answer QuickBooksTokens::tokens(Grant &grant, bool withHardEnd)
{
    const QDateTime now = m_clock.now();
    const QString access = u"eyJsimulated.%1.%2"_s.arg(++m_serial).arg(now.toMSecsSinceEpoch());
    m_access.insert(access, now.addSecs(m_accessSeconds));
    QJsonObject body{{u"token_type"_s, u"bearer"_s},
                     {u"access_token"_s, access},
                     {u"expires_in"_s, m_accessSeconds},
                     {u"refresh_token"_s, grant.value},
                     {u"x_refresh_token_expires_in"_s, refreshSeconds}};
    if (withHardEnd)
        body.insert(u"x_refresh_token_hard_expires_in"_s, now.secsTo(grant.born.addYears(5)));
    return Answer::json(200, body);
}

Answer QuickBooksTokens::revoke(const Request &request)
{
    if (!isBasic(request.header("Authorization")))
        return refusal(401, u"invalid_client"_s);
    QString value = QJsonDocument::fromJson(request.body).object().value(u"token"_s).toString();
    if (value.isEmpty())
        value = request.formValue(u"token");
    const qsizetype before = m_grants.size() + m_access.size();
    m_grants.removeIf([&value](const Grant &grant) { return grant.value == value; });
    m_access.remove(value);
    if (m_grants.size() + m_access.size() == before)
        return refusal(400, u"invalid_request"_s);
    return Answer::empty(200);
}

bool QuickBooksTokens::accepts(const QByteArray &authorization) const
{
    if (!authorization.toLower().startsWith("bearer "))
        return false;
    const auto end = m_access.constFind(QString::fromLatin1(authorization.mid(7).trimmed()));
    return end != m_access.constEnd() && *end > m_clock.now();
}

void QuickBooksTokens::expireAccess()
{
    m_access.clear();
}

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/tokenanswer.h"

#include "app/net/systemname.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 usualLifeSeconds = 3600;
constexpr qint64 renewBeforeSeconds = 300;

//! Old answers of Zoho: where expires_in_sec stands, expires_in counts milliseconds. Numbers may
//! come as text.
qint64 lifeSeconds(const QJsonObject &answer)
{
    const QString member =
        answer.contains("expires_in_sec"_L1) ? u"expires_in_sec"_s : u"expires_in"_s;
    const qint64 seconds = answer.value(member).toVariant().toLongLong();
    return seconds > 0 ? seconds : usualLifeSeconds;
}

bool isVoid(const QString &word)
{
    static const QStringList words{u"invalid_grant"_s, u"invalid_code"_s, u"invalid_client"_s,
                                   u"invalid_client_secret"_s, u"unauthorized_client"_s};
    return words.contains(word);
}

} // namespace

QByteArray accessTokenToJson(const AccessToken &token)
{
    return QJsonDocument(QJsonObject{{u"token"_s, QString::fromUtf8(token.value)},
                                     {u"expiresAt"_s, token.expiresAt.toString(Qt::ISODate)},
                                     {u"renewAt"_s, token.renewAt.toString(Qt::ISODate)}})
        .toJson(QJsonDocument::Compact);
}

AccessToken accessTokenFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    AccessToken token;
    token.value = object.value("token"_L1).toString().toUtf8();
    token.expiresAt = QDateTime::fromString(object.value("expiresAt"_L1).toString(), Qt::ISODate);
    token.renewAt = QDateTime::fromString(object.value("renewAt"_L1).toString(), Qt::ISODate);
    return token.expiresAt.isValid() && token.renewAt.isValid() ? token : AccessToken();
}

TokenAnswer readTokenAnswer(const Response &response, Service service, const QDateTime &now)
{
    TokenAnswer answer;
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    const QString token = body.value("access_token"_L1).toString();
    if (!token.isEmpty()) {
        const qint64 life = lifeSeconds(body);
        answer.access.value = token.toUtf8();
        answer.access.expiresAt = now.addSecs(life);
        answer.access.renewAt = now.addSecs(qMax(life - renewBeforeSeconds, life / 2));
        answer.refreshToken = body.value("refresh_token"_L1).toString();
        return answer;
    }
    const QString word = body.value("error"_L1).toString();
    if (isVoid(word)) {
        answer.signInNeeded = true;
        return answer;
    }
    // zoho-crm.md section 1.5: the throttle is a 400 that says "Access Denied".
    const bool throttled = word == "Access Denied"_L1 || response.status == 429;
    Response meaning = response;
    if (throttled)
        meaning.status = 429;
    else if (word == "general_error"_L1)
        meaning.status = 500;
    if (throttled || meaning.status >= 500) {
        answer.error = errorOf(meaning, service);
        answer.error->httpStatus = response.status;
        return answer;
    }
    answer.error = Error(
        Error::Kind::Protocol,
        QCoreApplication::translate("net", "%1 gave no new access, and no reason that is known.")
            .arg(systemName(service)),
        service, response.status);
    return answer;
}

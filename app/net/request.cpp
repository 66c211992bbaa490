// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/request.h"

#include "app/net/systemname.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace {

//! The three date forms of RFC 9110 shrink to one in practice: "Sun, 06 Nov 1994 08:49:37 GMT".
QDateTime httpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()),
                                             u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

//! A date is measured against the server's own clock, never against ours.
std::optional<seconds> retryAfterOf(const Response &response)
{
    const QByteArray text = response.header("Retry-After");
    if (text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const int number = text.trimmed().toInt(&isNumber);
    if (isNumber)
        return seconds(qMax(0, number));
    const QDateTime until = httpDate(text);
    const QDateTime now = httpDate(response.header("Date"));
    if (!until.isValid() || !now.isValid())
        return std::nullopt;
    return seconds(qMax(qint64(0), now.secsTo(until)));
}

QString words(const char *text)
{
    return QCoreApplication::translate("net", text);
}

} // namespace

QByteArray Response::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Result<QJsonObject> Response::json(Service service) const
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error == QJsonParseError::NoError && document.isObject())
        return document.object();
    return tl::unexpected(
        Error(Error::Kind::Protocol,
              words(QT_TRANSLATE_NOOP("net",
                                      "%1 sent an answer that cannot be read. Try again; if it "
                                      "stays, the system may have been changed."))
                  .arg(systemName(service)),
              service, status));
}

Error errorOf(const Response &response, Service service)
{
    const int status = response.status;
    const auto error = [&](Error::Kind kind, const char *text) {
        return Error(kind, words(text).arg(systemName(service)), service, status,
                     retryAfterOf(response));
    };
    const auto withStatus = [&](Error::Kind kind, const char *text) {
        return Error(kind, words(text).arg(systemName(service), QString::number(status)), service,
                     status, retryAfterOf(response));
    };
    switch (status) {
    case 401:
        return error(Error::Kind::Unauthorized,
                     QT_TRANSLATE_NOOP("net", "%1 no longer accepts our sign-in. Sign in again."));
    case 403:
        return error(Error::Kind::Forbidden,
                     QT_TRANSLATE_NOOP("net",
                                       "%1 does not allow this with the account in use. Ask "
                                       "its administrator for the missing right."));
    case 404:
    case 410:
        return error(Error::Kind::NotFound,
                     QT_TRANSLATE_NOOP("net", "%1 does not have this record any more."));
    case 408:
        return error(Error::Kind::Timeout,
                     QT_TRANSLATE_NOOP("net", "%1 did not answer in time. It is tried again."));
    case 409:
    case 412:
        return error(Error::Kind::Conflict,
                     QT_TRANSLATE_NOOP("net", "Somebody changed this record in %1 meanwhile."));
    case 429:
        return error(Error::Kind::RateLimited,
                     QT_TRANSLATE_NOOP("net", "%1 asks us to wait. It is tried again."));
    default:
        break;
    }
    if (status >= 500) {
        return withStatus(
            Error::Kind::Server,
            QT_TRANSLATE_NOOP("net", "%1 has a fault of its own (%2). It is tried again."));
    }
    return withStatus(Error::Kind::Invalid,
                      QT_TRANSLATE_NOOP("net", "%1 refused the request (%2)."));
}

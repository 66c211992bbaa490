// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/oauth2.h"

#include "app/base/gate.h"
#include "app/base/logcategories.h"
#include "app/net/systemname.h"
#include "app/net/tokenanswer.h"
#include "app/net/wire.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QLockFile>
#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

//! How long another process may hold the lock before we give up; its own refresh ends sooner.
constexpr auto lockPatience = 45s;
constexpr auto lockPause = 50ms;
//! A lock of a process that died is taken over after that.
constexpr auto staleLock = 90s;
constexpr int tokenDeadlineMs = 30000;

QByteArray form(const QList<QPair<QString, QString>> &fields)
{
    QByteArray text;
    for (const auto &[name, value] : fields) {
        if (!text.isEmpty())
            text += '&';
        text += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    }
    return text;
}

} // namespace

//! State and steps of the grant. The steps hold it by shared pointer: see oauth2.h.
class OAuth2::Private
{
public:
    using Ptr = std::shared_ptr<Private>;

    Private(OAuth2 *q, OAuth2Vendor v, SecretStore *s, QNetworkAccessManager *network, QString file,
            Clock c)
        : owner(q), vendor(std::move(v)), secrets(s), lockFile(std::move(file)),
          clock(std::move(c)), wire(vendor.service, network)
    {
    }

    static Task<QByteArray> header(Ptr d);
    static Task<void> obtain(Ptr d, QByteArray rejected);
    static Task<void> renew(Ptr d, QByteArray rejected);
    static Task<void> renewLocked(Ptr d, QByteArray rejected);
    static Task<void> grant(Ptr d, QString refreshToken, QString clientSecret);
    static Task<bool> lock(Ptr d, std::shared_ptr<QLockFile> file);

    QByteArray headerOf(const AccessToken &token) const
    {
        return token.value.isEmpty() ? QByteArray() : QByteArray(vendor.scheme + ' ' + token.value);
    }
    bool isFresh(const AccessToken &token) const
    {
        return !token.value.isEmpty() && clock() < token.renewAt;
    }
    tl::unexpected<Error> failed(Error::Kind kind, const QString &text) const
    {
        return failure(kind, text.arg(systemName(vendor.service)), vendor.service);
    }
    tl::unexpected<Error> ended() const
    {
        return failed(Error::Kind::Cancelled, OAuth2::tr("The call to %1 was ended."));
    }
    //! A person must act. Said once for each refused token.
    tl::unexpected<Error> refused(const QString &refreshToken, const QString &clientSecret);

    QPointer<OAuth2> owner;
    OAuth2Vendor vendor;
    SecretStore *secrets;
    QString lockFile;
    Clock clock;
    Wire wire;
    AccessToken access;
    QString unsavedRefresh; //!< a new refresh token that the key store did not take
    bool asked = false; //!< signInNeeded was emitted for what follows
    QString askedRefresh;
    QString askedSecret;
    bool renewing = false;
    Result<void> renewed;
    Gate renewals;
    Gate pauses;
};

OAuth2::OAuth2(OAuth2Vendor vendor, SecretStore *secrets, QNetworkAccessManager *network,
               QString lockFile, Clock clock, QObject *parent)
    : QObject(parent), d(std::make_shared<Private>(this, std::move(vendor), secrets, network,
                                                   std::move(lockFile), std::move(clock)))
{
}

OAuth2::~OAuth2()
{
    abortAll();
}

void OAuth2::abortAll()
{
    const Private::Ptr alive = d;
    alive->wire.abortAll();
    alive->pauses.openAll();
    alive->renewals.openAll();
}

Task<QByteArray> OAuth2::header()
{
    return Private::header(d);
}

Task<void> OAuth2::refresh(QByteArray rejected)
{
    return Private::obtain(d, std::move(rejected));
}

bool OAuth2::newTokenHelps(const Response &refused) const
{
    // zoho-crm.md section 1.6: a missing scope is a 401 too, and refreshes are rationed.
    return d->vendor.service != Service::Zoho || !refused.body.contains("OAUTH_SCOPE_MISMATCH");
}

Task<QByteArray> OAuth2::Private::header(Ptr d)
{
    if (!d->isFresh(d->access)) {
        const Result<void> obtained = co_await obtain(d, QByteArray());
        if (!obtained)
            co_return tl::unexpected(obtained.error());
    }
    co_return d->headerOf(d->access);
}

Task<void> OAuth2::Private::obtain(Ptr d, QByteArray rejected)
{
    if (d->wire.isAborted())
        co_return d->ended();
    if (d->renewing) {
        Gate::Waiting waiting = d->renewals.wait();
        co_await waiting;
        if (d->wire.isAborted())
            co_return d->ended();
        // A copy: the others who wait hear it too.
        const Result<void> renewed = d->renewed;
        co_return renewed;
    }
    if (d->isFresh(d->access) && d->headerOf(d->access) != rejected)
        co_return Result<void>();
    d->renewing = true;
    const Result<void> outcome = co_await renew(d, rejected);
    d->renewing = false;
    d->renewed = outcome;
    d->renewals.openAll();
    co_return outcome;
}

Task<bool> OAuth2::Private::lock(Ptr d, std::shared_ptr<QLockFile> file)
{
    QElapsedTimer waited;
    waited.start();
    while (!d->wire.isAborted()) {
        if (file->tryLock(0))
            co_return true;
        if (file->error() != QLockFile::LockFailedError) {
            co_return d->failed(Error::Kind::Storage,
                                OAuth2::tr("The sign-in to %1 cannot be renewed: the folder of the "
                                           "profile cannot be written."));
        }
        if (std::chrono::milliseconds(waited.elapsed()) > lockPatience) {
            co_return d->failed(Error::Kind::Timeout,
                                OAuth2::tr("Another Vestibule on this computer is renewing the "
                                           "sign-in to %1 and does not finish."));
        }
        Private *self = d.get();
        QTimer::singleShot(lockPause, &self->wire, [self] { self->pauses.openAll(); });
        Gate::Waiting waiting = d->pauses.wait();
        co_await waiting;
    }
    co_return d->ended();
}

Task<void> OAuth2::Private::renew(Ptr d, QByteArray rejected)
{
    const auto file = std::make_shared<QLockFile>(d->lockFile);
    file->setStaleLockTime(int(std::chrono::milliseconds(staleLock).count()));
    const Result<bool> locked = co_await lock(d, file);
    if (!locked)
        co_return tl::unexpected(locked.error());
    const Result<void> outcome = co_await renewLocked(d, rejected);
    file->unlock();
    co_return outcome;
}

Task<void> OAuth2::Private::renewLocked(Ptr d, QByteArray rejected)
{
    // Another process may have renewed it while we waited for the lock.
    const Result<QString> cached = co_await d->secrets->read(d->vendor.accessKey);
    if (d->wire.isAborted())
        co_return d->ended();
    if (!cached && cached.error().kind != Error::Kind::NotFound)
        co_return tl::unexpected(cached.error());
    const AccessToken found = cached ? accessTokenFromJson(cached->toUtf8()) : AccessToken();
    if (d->isFresh(found) && d->headerOf(found) != rejected) {
        d->access = found;
        co_return Result<void>();
    }

    QString refreshToken = d->unsavedRefresh;
    if (refreshToken.isEmpty()) {
        const Result<QString> stored = co_await d->secrets->read(d->vendor.refreshKey);
        if (d->wire.isAborted())
            co_return d->ended();
        if (!stored && stored.error().kind != Error::Kind::NotFound)
            co_return tl::unexpected(stored.error());
        if (stored)
            refreshToken = *stored;
    }
    // A client of the desktop kind may have no secret.
    const Result<QString> secret = co_await d->secrets->read(d->vendor.secretKey);
    if (d->wire.isAborted())
        co_return d->ended();
    if (!secret && secret.error().kind != Error::Kind::NotFound)
        co_return tl::unexpected(secret.error());
    const QString clientSecret = secret ? *secret : QString();

    const bool refusedBefore =
        d->asked && d->askedRefresh == refreshToken && d->askedSecret == clientSecret;
    if (refreshToken.isEmpty() || refusedBefore)
        co_return d->refused(refreshToken, clientSecret);
    co_return co_await grant(d, refreshToken, clientSecret);
}

Task<void> OAuth2::Private::grant(Ptr d, QString refreshToken, QString clientSecret)
{
    QList<QPair<QString, QString>> fields;
    fields.emplaceBack(u"grant_type"_s, u"refresh_token"_s);
    fields.emplaceBack(u"refresh_token"_s, refreshToken);
    Exchange exchange;
    exchange.method = "POST";
    exchange.url = d->vendor.tokenUrl;
    exchange.headers.emplaceBack("Accept", "application/json");
    if (d->vendor.basicAuthentication) {
        const QByteArray client = QString(d->vendor.clientId + u':' + clientSecret).toUtf8();
        exchange.headers.emplaceBack("Authorization", "Basic " + client.toBase64());
    } else {
        fields.emplaceBack(u"client_id"_s, d->vendor.clientId);
        if (!clientSecret.isEmpty())
            fields.emplaceBack(u"client_secret"_s, clientSecret);
    }
    exchange.contentType = "application/x-www-form-urlencoded";
    exchange.body = form(fields);
    exchange.deadlineMs = tokenDeadlineMs;

    const Result<Response> answer = co_await d->wire.exchange(std::move(exchange));
    qCInfo(lcAuth, "%s token renewal %s", qUtf8Printable(enumName(d->vendor.service)),
           answer ? QByteArray::number(answer->status).constData()
                  : qUtf8Printable(enumName(answer.error().kind)));
    if (!answer)
        co_return tl::unexpected(answer.error());
    const TokenAnswer token = readTokenAnswer(*answer, d->vendor.service, d->clock());
    if (token.signInNeeded)
        co_return d->refused(refreshToken, clientSecret);
    if (token.error)
        co_return tl::unexpected(*token.error);

    // QuickBooks: the old refresh token may be dead from now on, so the new one is kept first.
    const bool rotated = !token.refreshToken.isEmpty() && token.refreshToken != refreshToken;
    if (rotated || !d->unsavedRefresh.isEmpty()) {
        d->unsavedRefresh = rotated ? token.refreshToken : refreshToken;
        const Result<void> kept =
            co_await d->secrets->write(d->vendor.refreshKey, d->unsavedRefresh);
        if (kept)
            d->unsavedRefresh.clear();
        else
            qCWarning(lcAuth, "%s: the key store did not take the new sign-in",
                      qUtf8Printable(enumName(d->vendor.service)));
    }
    const QString json = QString::fromUtf8(accessTokenToJson(token.access));
    const Result<void> cached = co_await d->secrets->write(d->vendor.accessKey, json);
    if (!cached)
        qCInfo(lcAuth, "%s: the access token is kept in memory only",
               qUtf8Printable(enumName(d->vendor.service)));
    d->access = token.access;
    d->asked = false;
    if (d->wire.isAborted())
        co_return d->ended();
    co_return Result<void>();
}

tl::unexpected<Error> OAuth2::Private::refused(const QString &refreshToken,
                                               const QString &clientSecret)
{
    const bool again = asked && askedRefresh == refreshToken && askedSecret == clientSecret;
    asked = true;
    askedRefresh = refreshToken;
    askedSecret = clientSecret;
    access = AccessToken();
    if (owner && !again)
        Q_EMIT owner->signInNeeded(vendor.service);
    return failed(Error::Kind::Unauthorized,
                  OAuth2::tr("%1 no longer accepts our sign-in, or this computer's key store is "
                             "locked. Sign in again."));
}

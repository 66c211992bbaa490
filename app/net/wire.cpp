// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/wire.h"

#include "app/net/address.h"
#include "app/net/servertrust.h"
#include "app/net/systemname.h"

#include <QCoroNetworkReply>
#include <QNetworkRequest>
#include <QTimer>
#include <cstring>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

//! A body that can be read once. Qt repeats a request on its own when the connection breaks, unless
//! the body cannot be rewound (qt64-notes.md section 2.3): so every request gets one of these, also
//! a GET, which then has a body of no bytes.
class OneWayBody : public QIODevice
{
public:
    OneWayBody(QByteArray content, QObject *parent)
        : QIODevice(parent), m_content(std::move(content))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override
    {
        return m_content.size() - m_position + QIODevice::bytesAvailable();
    }
    bool atEnd() const override { return m_position >= m_content.size(); }

protected:
    qint64 readData(char *target, qint64 limit) override
    {
        const qint64 count = qMin(limit, qint64(m_content.size()) - m_position);
        if (count <= 0)
            return limit > 0 ? -1 : 0;
        std::memcpy(target, m_content.constData() + m_position, size_t(count));
        m_position += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_content;
    qint64 m_position = 0;
};

Error unsent(Error error)
{
    error.unsent = true;
    return error;
}

//! Why we ended an exchange ourselves; Qt reports every abort alike.
struct Verdict {
    bool late = false;
    bool tooLarge = false;
};

} // namespace

Wire::Wire(Service service, QNetworkAccessManager *network, QObject *parent)
    : QObject(parent), m_service(service), m_network(network)
{
}

Wire::~Wire()
{
    abortAll();
}

void Wire::abortAll()
{
    m_aborted = true;
    const QSet<QNetworkReply *> replies = m_replies;
    for (QNetworkReply *reply : replies)
        reply->abort();
}

Task<Response> Wire::exchange(Exchange what)
{
    if (m_aborted)
        co_return tl::unexpected(
            failed(Error::Kind::Cancelled, QT_TR_NOOP("The call to %1 was ended.")));
    if (!mayCarryPatients(what.url)) {
        co_return tl::unexpected(failed(
            Error::Kind::Invalid,
            QT_TR_NOOP("The address of %1 in the settings is missing or not safe: only https, "
                       "or http within the clinic's own network, is allowed.")));
    }

    QNetworkRequest request(what.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(qMin(silenceMs, what.deadlineMs));
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Vestibule/" VESTIBULE_VERSION ""_s);
    request.setHeader(QNetworkRequest::ContentLengthHeader, what.body.size());
    if (!what.contentType.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, what.contentType);
    for (const auto &[name, value] : what.headers)
        request.setRawHeader(name, value);

    auto *body = new OneWayBody(what.body, nullptr);
    QNetworkReply *reply = m_network->sendCustomRequest(request, what.method, body);
    body->setParent(reply);
    const auto verdict = std::make_shared<Verdict>();
    auto *deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, reply, [reply, verdict] {
        verdict->late = true;
        reply->abort();
    });
    const qint64 largest = what.largestAnswer;
    connect(reply, &QNetworkReply::readyRead, reply, [reply, verdict, largest] {
        if (reply->bytesAvailable() > largest) {
            verdict->tooLarge = true;
            reply->abort();
        }
    });
    deadline->start(what.deadlineMs);

    m_replies.insert(reply);
    co_await reply;
    // The destructor ends what is in flight, so this is still alive here.
    m_replies.remove(reply);
    deadline->stop();
    reply->deleteLater();
    co_return outcome(reply, verdict->late, verdict->tooLarge, largest);
}

Error Wire::failed(Error::Kind kind, const char *text) const
{
    return Error(kind, tr(text).arg(systemName(m_service)), m_service);
}

Result<Response> Wire::outcome(QNetworkReply *reply, bool late, bool tooLarge, qint64 largest) const
{
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto broken = [&](Error::Kind kind, const char *text) -> Result<Response> {
        Error error = failed(kind, text);
        error.httpStatus = status;
        return tl::unexpected(error);
    };
    switch (reply->error()) {
    case QNetworkReply::OperationCanceledError:
        if (tooLarge)
            return broken(Error::Kind::Protocol,
                          QT_TR_NOOP("%1 sent more than is allowed. It was not read."));
        if (m_aborted && !late)
            return broken(Error::Kind::Cancelled, QT_TR_NOOP("The call to %1 was ended."));
        return broken(Error::Kind::Timeout,
                      QT_TR_NOOP("%1 did not answer in time. It is tried again."));
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return broken(Error::Kind::Timeout,
                      QT_TR_NOOP("%1 did not answer in time. It is tried again."));
    case QNetworkReply::SslHandshakeFailedError:
        // What a person must settle is no passing outage.
        if (const QString problem = ServerTrust::problemOf(*reply); !problem.isEmpty())
            return tl::unexpected(unsent(Error(Error::Kind::Invalid, problem, m_service)));
        return broken(Error::Kind::Offline,
                      QT_TR_NOOP("A safe connection to %1 could not be made. Check the network and "
                                 "this computer's date; nothing was sent."));
    case QNetworkReply::ContentReSendError:
        return broken(
            Error::Kind::Offline,
            QT_TR_NOOP("The connection to %1 broke before it answered. It is tried again."));
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::HostNotFoundError:
        return tl::unexpected(unsent(failed(
            Error::Kind::Offline,
            QT_TR_NOOP("%1 cannot be reached. It is tried again when the network is back."))));
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError:
    case QNetworkReply::BackgroundRequestNotAllowedError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return broken(
            Error::Kind::Offline,
            QT_TR_NOOP("%1 cannot be reached. It is tried again when the network is back."));
    default:
        // The rest of Qt's errors repeats the status: an answer, unless it came with a good one.
        if (status >= 300 || (status >= 200 && reply->error() == QNetworkReply::NoError)) {
            Response response;
            response.status = status;
            response.headers = reply->rawHeaderPairs();
            response.body = reply->readAll();
            if (response.body.size() <= largest)
                return response;
        }
        break;
    }
    return broken(Error::Kind::Protocol,
                  QT_TR_NOOP("%1 sent an answer that cannot be read. Try again; if it stays, the "
                             "system may have been changed."));
}

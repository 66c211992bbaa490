// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/servertrust.h"

#include "app/net/handshake.h"
#include "app/net/systemname.h"

#include <QCoroSignal>
#include <QFile>
#include <QLocale>
#include <QNetworkReply>
#include <QPointer>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

//! Where a reply keeps why its handshake was refused.
constexpr char problemProperty[] = "vestibuleTrustProblem";
constexpr int handshakeMs = 10000;

//! Hex without the colons and blanks that people copy along.
QByteArray plainHex(const QString &text)
{
    QByteArray hex;
    for (const QChar c : text) {
        if (c == u':' || c == u' ')
            continue;
        hex += char(c.toLower().unicode() < 128 ? c.toLower().unicode() : u'?');
    }
    return hex;
}

bool isHex(const QByteArray &text, std::initializer_list<qsizetype> lengths)
{
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return std::find(lengths.begin(), lengths.end(), text.size()) != lengths.end()
        && std::all_of(text.begin(), text.end(), isDigit);
}

QByteArray digestOf(const QSslCertificate &certificate, QCryptographicHash::Algorithm algorithm)
{
    return certificate.digest(algorithm).toHex();
}

bool isAboutDates(const QSslError &error)
{
    return error.error() == QSslError::CertificateExpired
        || error.error() == QSslError::CertificateNotYetValid;
}

//! What no confirmation of a person makes good.
bool isHopeless(const QSslError &error)
{
    return error.error() == QSslError::CertificateRevoked
        || error.error() == QSslError::CertificateBlacklisted
        || error.error() == QSslError::CertificateSignatureFailed
        || error.error() == QSslError::NoPeerCertificate;
}

bool speaksOldTls(const QString &text)
{
    return text.contains("protocol version"_L1, Qt::CaseInsensitive)
        || text.contains("unsupported protocol"_L1, Qt::CaseInsensitive)
        || text.contains("legacy sigalg"_L1, Qt::CaseInsensitive);
}

QString oldTlsWords()
{
    return ServerTrust::tr("The 3Shape server speaks only TLS 1.0 or 1.1, which is not safe enough "
                           "for patients' data. Update Dental Desktop or its Windows; TLS 1.2 is "
                           "needed. Nothing was sent.");
}

ShownCertificate shownOf(const QSslCertificate &leaf, const QString &host, int port)
{
    ShownCertificate shown;
    shown.host = host;
    shown.port = port;
    shown.subject = leaf.subjectDisplayName();
    shown.issuer = leaf.issuerDisplayName();
    shown.validFrom = leaf.effectiveDate().toUTC();
    shown.validUntil = leaf.expiryDate().toUTC();
    shown.sha1 = digestOf(leaf, QCryptographicHash::Sha1);
    shown.sha256 = digestOf(leaf, QCryptographicHash::Sha256);
    return shown;
}

//! Handshakes carry nothing of ours.
tl::unexpected<Error> unsent(Error::Kind kind, const QString &message, Service service)
{
    Error error(kind, message, service);
    error.unsent = true;
    return tl::unexpected<Error>(error);
}

//! Goes by the event loop: whoever waits for it resumes inside its own signal.
std::shared_ptr<Handshake> newHandshake()
{
    return std::shared_ptr<Handshake>(new Handshake,
                                      [](Handshake *handshake) { handshake->deleteLater(); });
}

//! As the certificate says it, which knows no time zone but UTC.
QString dateText(const QDateTime &time)
{
    return QLocale().toString(time.toUTC().date(), QLocale::ShortFormat);
}

} // namespace

ServerTrust::ServerTrust(Service service, QStringList pins, QString authorityFile,
                         bool allowExpired, QObject *parent)
    : QNetworkAccessManager(parent), m_service(service), m_allowExpired(allowExpired)
{
    QFile file(authorityFile);
    if (!authorityFile.isEmpty() && file.open(QIODevice::ReadOnly))
        m_imported = QSslCertificate::fromData(file.read(1 << 20), QSsl::Pem);
    setPins(std::move(pins));
    connect(this, &QNetworkAccessManager::sslErrors, this,
            [this](QNetworkReply *reply, const QList<QSslError> &errors) {
                const QUrl url = reply->url();
                const QString problem = judged(reply->sslConfiguration().peerCertificateChain(),
                                               errors, url.host(), url.port(443));
                if (problem.isEmpty())
                    reply->ignoreSslErrors(errors);
                else
                    reply->setProperty(problemProperty, problem);
            });
    connect(this, &QNetworkAccessManager::encrypted, this, [this] { m_refused.reset(); });
}

ServerTrust::~ServerTrust()
{
    const QSet<Handshake *> handshakes = m_handshakes;
    for (Handshake *handshake : handshakes)
        handshake->abort();
}

bool ServerTrust::isPin(const QString &text)
{
    const qsizetype equals = text.lastIndexOf(u'=');
    if (equals < 0)
        return isHex(plainHex(text), {40, 64});
    static const QRegularExpression place(u"^\\S+:\\d{1,5}$"_s);
    return place.match(text.left(equals).trimmed()).hasMatch()
        && isHex(plainHex(text.mid(equals + 1)), {64});
}

void ServerTrust::setPins(QStringList pins)
{
    m_pins = std::move(pins);
    m_met = false;
    m_authorities.clear();
    learn(m_imported);
    // The check belongs to the connection, so none made under other pins may live on.
    clearConnectionCache();
}

bool ServerTrust::isAuthorityPinned(const QSslCertificate &certificate) const
{
    const QByteArray sha1 = digestOf(certificate, QCryptographicHash::Sha1);
    const QByteArray sha256 = digestOf(certificate, QCryptographicHash::Sha256);
    return std::any_of(m_pins.begin(), m_pins.end(), [&](const QString &pin) {
        const QByteArray hex = plainHex(pin);
        return !pin.contains(u'=') && (hex == sha1 || hex == sha256);
    });
}

bool ServerTrust::isConfirmed(const QSslCertificate &leaf, const QString &host, int port) const
{
    const QString place = QString(host + u':' + QString::number(port));
    const QByteArray sha256 = digestOf(leaf, QCryptographicHash::Sha256);
    return std::any_of(m_pins.begin(), m_pins.end(), [&](const QString &pin) {
        const qsizetype equals = pin.lastIndexOf(u'=');
        return equals > 0 && pin.left(equals).trimmed().compare(place, Qt::CaseInsensitive) == 0
            && plainHex(pin.mid(equals + 1)) == sha256;
    });
}

//! A certificate whose digest is pinned is that certificate, whoever sent it; what it vouches for
//! is decided by signatures in the next handshake.
void ServerTrust::learn(const QList<QSslCertificate> &chain)
{
    for (const QSslCertificate &certificate : chain) {
        if (isAuthorityPinned(certificate) && !m_authorities.contains(certificate))
            m_authorities.append(certificate);
    }
}

bool ServerTrust::needsMeeting() const
{
    if (m_met)
        return false;
    const auto authorities = std::count_if(m_pins.begin(), m_pins.end(),
                                           [](const QString &pin) { return !pin.contains(u'='); });
    return authorities > m_authorities.size();
}

QString ServerTrust::judged(const QList<QSslCertificate> &chain, const QList<QSslError> &errors,
                            const QString &host, int port)
{
    if (chain.isEmpty())
        return tr("The 3Shape server showed no certificate. Nothing was sent.");
    const QSslCertificate leaf = chain.first();
    const bool authorityKnown =
        std::any_of(chain.begin(), chain.end(),
                    [this](const QSslCertificate &each) { return m_authorities.contains(each); });
    learn(chain);
    const bool confirmed = isConfirmed(leaf, host, port);
    QList<QSslError> open;
    for (const QSslError &error : errors) {
        const bool forgiven =
            isAboutDates(error) ? m_allowExpired : confirmed && !isHopeless(error);
        if (!forgiven)
            open.append(error);
    }
    if (open.isEmpty()) {
        m_refused.reset();
        return {};
    }
    m_refused = shownOf(leaf, host, port);
    m_mayConfirm = false;
    const bool onlyDates = std::all_of(open.begin(), open.end(), isAboutDates);
    if (onlyDates) {
        return tr("The certificate of the 3Shape server is valid from %1 to %2 only. Check this "
                  "computer's date, or have the certificate renewed on the server. Nothing was "
                  "sent.")
            .arg(dateText(m_refused->validFrom), dateText(m_refused->validUntil));
    }
    const bool onlyName = std::all_of(open.begin(), open.end(), [](const QSslError &error) {
        return error.error() == QSslError::HostNameMismatch || isAboutDates(error);
    });
    const QString fingerprint = QString::fromLatin1(m_refused->sha256);
    if (onlyName) {
        m_mayConfirm = std::none_of(open.begin(), open.end(), isAboutDates);
        return tr("The certificate of the 3Shape server is genuine but made out to “%1”, not to "
                  "“%2”. Correct the address, or compare the fingerprint %3 with the server's and "
                  "confirm it. Nothing was sent.")
            .arg(m_refused->subject, host, fingerprint);
    }
    if (authorityKnown) {
        return tr("The server at “%1” shows a certificate that the authority it names did not "
                  "sign. Somebody may be posing as the 3Shape server: do not confirm it, and tell "
                  "whoever runs the network. Nothing was sent.")
            .arg(host);
    }
    m_mayConfirm = std::none_of(open.begin(), open.end(), [](const QSslError &error) {
        return isAboutDates(error) || isHopeless(error);
    });
    return tr("The certificate of the 3Shape server at “%1” is not known here. Compare the "
              "fingerprint %2 with the one shown on the server, then confirm it. Nothing was sent.")
        .arg(host, fingerprint);
}

QSslConfiguration ServerTrust::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setCaCertificates(m_authorities);
    // A resumed session would not be judged again.
    configuration.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    return configuration;
}

QNetworkReply *ServerTrust::createRequest(Operation operation, const QNetworkRequest &request,
                                          QIODevice *body)
{
    QNetworkRequest ours = request;
    ours.setSslConfiguration(configuration());
    ours.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    return QNetworkAccessManager::createRequest(operation, ours, body);
}

QString ServerTrust::problemOf(const QNetworkReply &reply)
{
    const QString judgement = reply.property(problemProperty).toString();
    if (!judgement.isEmpty())
        return judgement;
    return speaksOldTls(reply.errorString()) ? oldTlsWords() : QString();
}

Task<void> ServerTrust::shakeHands(std::shared_ptr<Handshake> handshake, QUrl server)
{
    const Service service = m_service;
    const QPointer<ServerTrust> self(this);
    m_handshakes.insert(handshake.get());
    handshake->start(server, configuration(), handshakeMs);
    co_await qCoro(handshake.get(), &Handshake::ended);
    if (!self || handshake->isAborted) {
        co_return failure(Error::Kind::Cancelled,
                          tr("The call to %1 was ended.").arg(systemName(service)), service);
    }
    m_handshakes.remove(handshake.get());
    m_unreached = Unreached::None;
    if (!handshake->chain.isEmpty()) {
        m_met = true;
        co_return Result<void>();
    }
    const QString place = QString(server.host() + u':' + QString::number(server.port(443)));
    m_unreached = handshake->isConnected ? Unreached::Protocol : Unreached::Port;
    if (handshake->isTimedOut) {
        co_return unsent(Error::Kind::Timeout,
                         tr("The 3Shape server at %1 does not answer. Check that the computer is "
                            "on and that a firewall lets this port through.")
                             .arg(place),
                         service);
    }
    if (speaksOldTls(handshake->errorText))
        co_return unsent(Error::Kind::Invalid, oldTlsWords(), service);
    switch (handshake->error) {
    case QAbstractSocket::HostNotFoundError:
        m_unreached = Unreached::Host;
        co_return unsent(Error::Kind::Offline,
                         tr("There is no computer named “%1” in the network. Check the name in "
                            "the settings.")
                             .arg(server.host()),
                         service);
    case QAbstractSocket::ConnectionRefusedError:
        co_return unsent(Error::Kind::Offline,
                         tr("The computer “%1” is there, but nothing listens at port %2. Check "
                            "the port and that the 3Shape server is running.")
                             .arg(server.host())
                             .arg(server.port(443)),
                         service);
    default:
        break;
    }
    if (handshake->isConnected) {
        co_return unsent(Error::Kind::Invalid,
                         tr("What listens at %1 does not speak HTTPS. Check the port: Dental "
                            "Desktop uses 5484, its successor Unite 5492.")
                             .arg(place),
                         service);
    }
    co_return failure(
        Error::Kind::Offline,
        tr("The 3Shape server at %1 cannot be reached. Check the network.").arg(place), service);
}

Task<void> ServerTrust::meet(QUrl server)
{
    const std::shared_ptr<Handshake> handshake = newHandshake();
    const Result<void> met = co_await shakeHands(handshake, server);
    if (!met)
        co_return met;
    learn(handshake->chain);
    co_return Result<void>();
}

Task<ShownCertificate> ServerTrust::check(QUrl server)
{
    const QPointer<ServerTrust> self(this);
    const Service service = m_service;
    if (needsMeeting()) {
        const Result<void> met = co_await meet(server);
        if (!met)
            co_return tl::unexpected<Error>(met.error());
    }
    const std::shared_ptr<Handshake> handshake = newHandshake();
    const Result<void> shaken = co_await shakeHands(handshake, server);
    if (!shaken)
        co_return tl::unexpected<Error>(shaken.error());
    if (!self)
        co_return failure(Error::Kind::Cancelled, QString(), service);
    const QString problem =
        judged(handshake->chain, handshake->problems, server.host(), server.port(443));
    if (!problem.isEmpty())
        co_return failure(Error::Kind::Invalid, problem, service);
    co_return shownOf(handshake->chain.first(), server.host(), server.port(443));
}

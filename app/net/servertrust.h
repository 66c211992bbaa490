// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/domain/showncertificate.h"

#include <QNetworkAccessManager>
#include <QSet>
#include <QSslCertificate>
#include <QSslError>
#include <optional>

class Handshake;

//! The access manager of one server whose certificate no public authority signed. TLS 1.2 or newer;
//! trusted is what verifies, signature by signature and with its own name, to a pinned authority as
//! sole anchor, or is exactly the certificate that a person confirmed for this host and port
//! (dental-desktop-3dd.md section 1.2). Nothing is sent to any other. GUI thread.
class ServerTrust : public QNetworkAccessManager
{
    Q_OBJECT

public:
    //! pins: an authority's SHA-1 or SHA-256 in hex, or "host:port=SHA-256" of a confirmed
    //! certificate. authorityFile: certificates in PEM for servers that do not send their
    //! authority's; empty = none. allowExpired: a trusted certificate may be out of date.
    ServerTrust(Service service, QStringList pins, QString authorityFile, bool allowExpired,
                QObject *parent = nullptr);
    //! Ends handshakes under way.
    ~ServerTrust() override;

    static bool isPin(const QString &text);
    QStringList pins() const { return m_pins; }
    //! A person confirmed a certificate, or took one back; open connections go.
    void setPins(QStringList pins);

    //! True while a pinned authority's certificate has not been seen yet.
    bool needsMeeting() const;
    //! A handshake without a request: finds the certificates of pinned authorities among those that
    //! the server sends. Offline or Timeout in words when there is no server.
    Task<void> meet(QUrl server);
    //! As meet(), and judges: Invalid in words that say what to do where the server is not trusted.
    Task<ShownCertificate> check(QUrl server);

    //! The certificate that was refused last, until one is trusted.
    std::optional<ShownCertificate> refused() const { return m_refused; }
    //! False where the refused one is out of date or poses as another's: nobody should confirm it.
    bool mayConfirm() const { return m_refused && m_mayConfirm; }
    //! How far the last handshake that showed no certificate came.
    enum class Unreached { None, Host, Port, Protocol };
    Unreached unreached() const { return m_unreached; }
    //! Why that reply's handshake failed, in words; empty where the reason is not the certificate
    //! or the protocol.
    static QString problemOf(const QNetworkReply &reply);

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    //! Words why the server is refused; empty = trusted.
    QString judged(const QList<QSslCertificate> &chain, const QList<QSslError> &errors,
                   const QString &host, int port);
    void learn(const QList<QSslCertificate> &chain);
    bool isAuthorityPinned(const QSslCertificate &certificate) const;
    bool isConfirmed(const QSslCertificate &leaf, const QString &host, int port) const;
    QSslConfiguration configuration() const;
    Task<void> shakeHands(std::shared_ptr<Handshake> handshake, QUrl server);

    Service m_service;
    QStringList m_pins;
    QList<QSslCertificate> m_imported;
    QList<QSslCertificate> m_authorities; //!< those whose digest is pinned
    bool m_allowExpired;
    bool m_met = false;
    bool m_mayConfirm = false;
    Unreached m_unreached = Unreached::None;
    std::optional<ShownCertificate> m_refused;
    QSet<Handshake *> m_handshakes;
};

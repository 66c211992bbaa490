// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/handshake.h"

void Handshake::start(const QUrl &server, const QSslConfiguration &configuration, int timeoutMs)
{
    m_socket.setSslConfiguration(configuration);
    connect(&m_socket, &QSslSocket::connected, this, [this] { isConnected = true; });
    connect(&m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        problems = errors;
        chain = m_socket.peerCertificateChain();
    });
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        chain = m_socket.peerCertificateChain();
        end();
    });
    connect(&m_socket, &QSslSocket::errorOccurred, this, [this](QAbstractSocket::SocketError what) {
        error = what;
        errorText = m_socket.errorString();
        end();
    });
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        isTimedOut = true;
        end();
    });
    m_limit.start(timeoutMs);
    m_socket.connectToHostEncrypted(server.host(), quint16(server.port(443)));
}

void Handshake::abort()
{
    isAborted = true;
    end();
}

void Handshake::end()
{
    if (m_ended)
        return;
    m_ended = true;
    m_limit.stop();
    // From the event loop: whoever waits may destroy this, and the socket is still in its own call.
    const bool now = isAborted;
    disconnect(&m_socket, nullptr, this, nullptr);
    if (now)
        Q_EMIT ended();
    else
        QMetaObject::invokeMethod(this, &Handshake::ended, Qt::QueuedConnection);
}

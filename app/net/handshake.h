// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSslConfiguration>
#include <QSslError>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

//! Connects, looks at what the server shows, and leaves without a request.
class Handshake : public QObject
{
    Q_OBJECT

public:
    //! Nothing is ignored: sslErrors are only written down.
    void start(const QUrl &server, const QSslConfiguration &configuration, int timeoutMs);
    //! Ends it now, as "ended".
    void abort();

    bool isConnected = false; //!< somebody listens at host and port
    bool isTimedOut = false;
    bool isAborted = false;
    QAbstractSocket::SocketError error = QAbstractSocket::UnknownSocketError;
    QString errorText;
    QList<QSslCertificate> chain; //!< empty = it did not come to showing one
    QList<QSslError> problems;

Q_SIGNALS:
    void ended();

private:
    void end();

    QSslSocket m_socket;
    QTimer m_limit;
    bool m_ended = false;
};

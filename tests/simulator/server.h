// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"

#include <QAbstractHttpServer>
#include <QTcpSocket>
#include <functional>

namespace sim {

//! Listens on one loopback port and hands every request, copied, to a function together with the
//! raw socket. The function owes the answer; it may write it at any later time with send().
//! Destruction closes the port and every connection.
class Server : public QAbstractHttpServer
{
public:
    using Sink = std::function<void(const Request &, QTcpSocket *)>;

    explicit Server(Sink sink, QObject *parent = nullptr);

    //! Listens on that loopback port, 0 = any free one. Returns the port, 0 when it cannot be had.
    quint16 open(quint16 port);

    //! Head and body of an answer as they go over the wire.
    static QByteArray head(const Answer &answer, qsizetype contentLength);
    //! Writes the whole answer, without a body where the method or the status forbids one.
    static void send(QTcpSocket *socket, const Request &request, const Answer &answer);

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    Sink m_sink;
};

} // namespace sim

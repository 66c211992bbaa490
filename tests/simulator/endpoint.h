// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/faults.h"
#include "tests/simulator/journal.h"
#include "tests/simulator/server.h"
#include "tests/simulator/simulator.h"

#include <QObject>

namespace sim {

//! A service on its port: between the two stand the fault script, the latency and the journal.
class Endpoint : public QObject
{
public:
    Endpoint(Service &service, Faults &faults, Journal &journal, const SimClock &clock,
             int latencyMs, QObject *parent);

    bool listen(); //!< the first time on any free port, later on the same one
    void refuse(); //!< connections are refused until listen()
    //! Listens anew on the same port when the service now shows another certificate.
    void secureAnew();
    QUrl url() const;
    Service &service() { return m_service; }

private:
    void arrived(const Request &request, QTcpSocket *socket);
    static void deliver(QTcpSocket *socket, const Request &request, const Answer &answer,
                        const std::optional<Fault> &fault);

    Service &m_service;
    Faults &m_faults;
    Journal &m_journal;
    const SimClock &m_clock;
    int m_latencyMs;
    quint16 m_port = 0;
    std::optional<QSslConfiguration> m_tls;
    std::unique_ptr<Server> m_server;
};

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/endpoint.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

//! Tells the service that a request it let in is over, however it ended.
class Stay
{
public:
    Stay(Service &service, Request request) : m_service(service), m_request(std::move(request)) { }
    ~Stay() { m_service.leave(m_request); }
    Q_DISABLE_COPY_MOVE(Stay)

private:
    Service &m_service;
    Request m_request;
};

//! Writes the body byte by byte. The timer belongs to the socket and goes with it.
void drip(QTcpSocket *socket, const QByteArray &body, int ms)
{
    auto *timer = new QTimer(socket);
    QObject::connect(timer, &QTimer::timeout, socket, [socket, timer, body, at = 0]() mutable {
        if (at >= body.size()) {
            timer->deleteLater();
            return;
        }
        socket->write(body.constData() + at, 1);
        ++at;
    });
    timer->start(ms);
}

} // namespace

Endpoint::Endpoint(Service &service, Faults &faults, Journal &journal, const SimClock &clock,
                   int latencyMs, QObject *parent)
    : QObject(parent), m_service(service), m_faults(faults), m_journal(journal), m_clock(clock),
      m_latencyMs(latencyMs)
{
}

bool Endpoint::listen()
{
    if (m_server)
        return true;
    m_server = std::make_unique<Server>(
        [this](const Request &request, QTcpSocket *socket) { arrived(request, socket); });
    m_tls = m_service.tls();
    if (m_tls)
        m_server->sslSetup(*m_tls);
    const quint16 port = m_server->open(m_port);
    if (port == 0) {
        m_server.reset();
        return false;
    }
    m_port = port;
    m_service.setAddress(url());
    return true;
}

void Endpoint::refuse()
{
    m_server.reset();
}

void Endpoint::secureAnew()
{
    if (!m_server || m_service.tls() == m_tls)
        return;
    m_server.reset();
    listen();
}

QUrl Endpoint::url() const
{
    QUrl url;
    url.setScheme(m_service.isSecure() ? u"https"_s : u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(m_port);
    return url;
}

void Endpoint::arrived(const Request &request, QTcpSocket *socket)
{
    const auto fault = m_faults.strike(m_service.name(), request.method, request.path);
    JournalEntry entry{.time = m_clock.now(),
                       .system = m_service.name(),
                       .method = QString::fromLatin1(request.method),
                       .path = request.path,
                       .query = m_service.journalQuery(request),
                       .status = 0,
                       .fault = fault ? Faults::word(fault->kind) : QString(),
                       .dropped = {},
                       .warnings = {}};
    if (fault && fault->kind == Fault::Kind::BlackHole) {
        m_journal.add(std::move(entry));
        return;
    }

    Answer answer;
    std::shared_ptr<Stay> stay;
    if (const auto refused = m_service.enter(request)) {
        answer = *refused;
    } else {
        stay = std::make_shared<Stay>(m_service, request);
        if (fault && fault->kind == Fault::Kind::Status) {
            answer = m_service.failure(fault->status);
        } else if (fault && fault->kind == Fault::Kind::TooMany) {
            answer = m_service.failure(429);
        } else {
            if (fault && fault->kind == Fault::Kind::ExpiredToken)
                m_service.expireTokens();
            answer = m_service.handle(request);
        }
        if (fault && fault->retryAfter)
            answer.headers.append({"Retry-After", QByteArray::number(*fault->retryAfter)});
    }
    const bool lost = fault && fault->kind == Fault::Kind::LostAnswer;
    entry.status = lost ? 0 : answer.status;
    entry.dropped = answer.dropped;
    entry.warnings = answer.warnings;
    m_journal.add(std::move(entry));

    const int wait = m_latencyMs + (fault && fault->kind == Fault::Kind::Delay ? fault->ms : 0);
    if (wait == 0) {
        deliver(socket, request, answer, fault);
        return;
    }
    // The timer goes with the socket, and the answer with the timer: a client that has left, or a
    // simulator that ends, leaves nothing behind.
    auto *timer = new QTimer(socket);
    timer->setSingleShot(true);
    timer->setTimerType(Qt::PreciseTimer);
    QObject::connect(timer, &QTimer::timeout, socket,
                     [timer, socket, request, answer, fault, stay] {
                         deliver(socket, request, answer, fault);
                         timer->deleteLater();
                     });
    timer->start(wait);
}

void Endpoint::deliver(QTcpSocket *socket, const Request &request, const Answer &answer,
                       const std::optional<Fault> &fault)
{
    switch (fault ? fault->kind : Fault::Kind::Delay) {
    case Fault::Kind::LostAnswer:
        socket->disconnectFromHost();
        return;
    case Fault::Kind::CutBody: {
        const QByteArray whole = Server::head(answer, answer.body.size()) + answer.body;
        socket->write(whole.chopped(qMax(answer.body.size() / 2, qsizetype(3))));
        socket->flush();
        socket->disconnectFromHost();
        return;
    }
    case Fault::Kind::Malformed: {
        Answer broken = answer;
        if (broken.status == 204 || broken.status == 304)
            broken.status = 200;
        if (broken.contentType.contains("xml")) {
            broken.body = answer.body.left(answer.body.size() / 2) + "<Broken><";
        } else {
            broken.contentType = "application/json";
            broken.body = answer.body.left(answer.body.size() / 2) + "{\"data\":[{";
        }
        Server::send(socket, request, broken);
        return;
    }
    case Fault::Kind::Drip:
        socket->write(Server::head(answer, answer.body.size()));
        drip(socket, answer.body, fault->ms);
        return;
    case Fault::Kind::Status:
    case Fault::Kind::TooMany:
    case Fault::Kind::Delay:
    case Fault::Kind::ExpiredToken:
    case Fault::Kind::BlackHole:
        Server::send(socket, request, answer);
        return;
    }
}

} // namespace sim

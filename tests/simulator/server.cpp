// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/server.h"

#include <QHttpServerRequest>
#include <QMetaEnum>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 207:
        return "Multi-Status";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 412:
        return "Precondition Failed";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 503:
        return "Service Unavailable";
    default:
        return "Status";
    }
}

bool bodyless(int status)
{
    return status == 204 || status == 304 || (status >= 100 && status < 200);
}

QByteArray methodName(QHttpServerRequest::Method method)
{
    const auto methods = QMetaEnum::fromType<QHttpServerRequest::Method>();
    return QByteArray(methods.valueToKey(int(method))).toUpper();
}

Request copied(const QHttpServerRequest &request)
{
    Request copy;
    copy.method = methodName(request.method());
    const QByteArray path = request.url().path(QUrl::FullyEncoded).toUtf8();
    copy.path = QString::fromUtf8(path);
    const QList<QByteArray> pieces = path.split('/');
    for (qsizetype i = 1; i < pieces.size(); ++i)
        copy.segments.append(QString::fromUtf8(QByteArray::fromPercentEncoding(pieces.at(i))));
    copy.rawQuery = request.url().query(QUrl::FullyEncoded).toUtf8();
    copy.query = parseQuery(copy.rawQuery);
    for (const auto &[name, value] : request.headers())
        copy.headers.append({name, value});
    copy.body = request.body();
    return copy;
}

} // namespace

Server::Server(Sink sink, QObject *parent)
    : QAbstractHttpServer(parent), m_sink(std::move(sink)) { }

quint16 Server::open(quint16 port)
{
    return listen(QHostAddress::LocalHost, port);
}

QByteArray Server::head(const Answer &answer, qsizetype contentLength)
{
    QByteArray text =
        "HTTP/1.1 " + QByteArray::number(answer.status) + ' ' + reason(answer.status) + "\r\n";
    if (!answer.contentType.isEmpty() && !bodyless(answer.status))
        text += "Content-Type: " + answer.contentType + "\r\n";
    for (const auto &[name, value] : answer.headers)
        text += name + ": " + value + "\r\n";
    if (!bodyless(answer.status))
        text += "Content-Length: " + QByteArray::number(contentLength) + "\r\n";
    return text + "\r\n";
}

void Server::send(QTcpSocket *socket, const Request &request, const Answer &answer)
{
    const bool silent = request.method == "HEAD" || bodyless(answer.status);
    // In one piece: a second small segment would wait 40 ms for the client's delayed ACK.
    socket->write(head(answer, answer.body.size()) + (silent ? QByteArray() : answer.body));
    // Qt's server leaves this to us: a client that announced its leave waits for the end.
    if (request.header("Connection").toLower() == "close")
        socket->disconnectFromHost();
}

bool Server::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    // As real servers do, or the last segment of a long answer waits for an ACK (Nagle).
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_sink(copied(request), socket);
    return true;
}

void Server::missingHandler(const QHttpServerRequest &, QTcpSocket *) { }

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <functional>

//! A server that counts whole requests and answers as the test says, byte for byte.
class ScriptedServer
{
public:
    struct Seen {
        QByteArray head; //!< request line and headers
        QByteArray body;

        QByteArray line() const { return head.left(head.indexOf("\r\n")); }
        QByteArray header(const QByteArray &name) const
        {
            for (const QByteArray &row : head.split('\n')) {
                const qsizetype colon = row.indexOf(':');
                if (colon > 0 && row.left(colon).compare(name, Qt::CaseInsensitive) == 0)
                    return row.mid(colon + 1).trimmed();
            }
            return {};
        }
    };
    using Script = std::function<void(QTcpSocket *, const Seen &)>;

    explicit ScriptedServer(Script script) : m_script(std::move(script))
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
    }

    QUrl url() const
    {
        QUrl url;
        url.setScheme(QStringLiteral("http"));
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(m_server.serverPort());
        return url;
    }
    void setScript(Script script) { m_script = std::move(script); }
    const QList<Seen> &seen() const { return m_seen; }

    //! A whole answer with its length.
    static QByteArray answer(int status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
    }
    //! A script that gives that answer to everything.
    static Script always(int status, const QByteArray &body, const QByteArray &headers = {})
    {
        return
            [=](QTcpSocket *socket, const Seen &) { socket->write(answer(status, body, headers)); };
    }

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, socket,
                             [this, socket] { read(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
                m_pending.remove(socket);
                socket->deleteLater();
            });
        }
    }
    void read(QTcpSocket *socket)
    {
        QByteArray &bytes = m_pending[socket];
        bytes += socket->readAll();
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Seen seen{bytes.left(end), {}};
        const qsizetype length = seen.header("Content-Length").toLongLong();
        if (bytes.size() < end + 4 + length)
            return;
        seen.body = bytes.mid(end + 4, length);
        bytes.clear();
        m_seen.append(seen);
        m_script(socket, seen);
    }

    Script m_script;
    QHash<QTcpSocket *, QByteArray> m_pending;
    QList<Seen> m_seen;
    QTcpServer m_server; // last: its sockets report to the members above when they go
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/barecaller.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace {

//! The systems live in this thread, so the event loop must run while we wait.
template <class Done>
void wait(Done done)
{
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

bool isWhole(const QByteArray &answer)
{
    const qsizetype head = answer.indexOf("\r\n\r\n");
    if (head < 0)
        return false;
    const QByteArray name = "Content-Length: ";
    const qsizetype at = answer.indexOf(name);
    const qsizetype from = at + name.size();
    const qsizetype length =
        at < 0 || at > head ? 0 : answer.mid(from, answer.indexOf('\r', from) - from).toLongLong();
    return answer.size() >= head + 4 + length;
}

} // namespace

void BareCaller::call(const QUrl &address, const QByteArray &method, const QString &path)
{
    std::shared_ptr<QTcpSocket> &socket = m_connections[address.toString()];
    if (!socket || socket->state() != QAbstractSocket::ConnectedState) {
        socket = std::make_shared<QTcpSocket>();
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->connectToHost(QHostAddress(address.host()), quint16(address.port()));
        wait([&] { return socket->state() == QAbstractSocket::ConnectedState; });
    }
    const QByteArray body = method == "GET" ? QByteArray() : QByteArray("{}");
    socket->write(method + ' ' + path.toUtf8() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: "
                  + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QByteArray answer;
    wait([&] {
        answer += socket->readAll();
        return isWhole(answer);
    });
}

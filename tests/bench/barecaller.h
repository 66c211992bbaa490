// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QTcpSocket>
#include <QUrl>
#include <memory>

//! The floor of a delivery: calls put on plain sockets one after the other, one connection kept
//! for each system, without a pause in between.
class BareCaller
{
public:
    //! Returns once the whole answer is there.
    void call(const QUrl &address, const QByteArray &method, const QString &path);

private:
    QHash<QString, std::shared_ptr<QTcpSocket>> m_connections;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTemporaryDir>

//! What a hostile picture is to fall for: a pipe that holds whoever opens it for ever, and a server
//! that remembers whoever calls. The paths are those of samples::hostile().
class Lures
{
public:
    Lures();
    Q_DISABLE_COPY_MOVE(Lures)

    //! False where there are no pipes with names: a file stands there then.
    static bool holdsWhoeverOpens();
    //! True while somebody waits at the pipe for reading; lets them go.
    bool isSomebodyHeld() const;
    bool wasCalled() { return m_server.hasPendingConnections(); }

    QString folder() const { return m_folder.path(); }
    QString pipe() const { return m_folder.filePath(QStringLiteral("lure")); }
    quint16 port() const { return m_server.serverPort(); }

private:
    QTemporaryDir m_folder;
    QTcpServer m_server;
};

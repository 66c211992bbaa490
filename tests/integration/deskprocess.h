// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/simulateddesk.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <signal.h>

//! A fault met a request.
inline bool wasStruck(const sim::Simulator &simulator)
{
    for (const QJsonValue &entry : simulator.journal()) {
        if (!entry[QStringLiteral("fault")].toString().isEmpty())
            return true;
    }
    return false;
}

//! A desk process on the fixture's database: killed-desk with those words.
class DeskProcess
{
public:
    DeskProcess(SimulatedDesk &clinic, const QStringList &words)
    {
        const qint64 shift = QDateTime::currentDateTimeUtc().msecsTo(clinic.clock()());
        QStringList arguments{clinic.settingsFile(), clinic.settings().dataDirectory,
                              clinic.directory() + QStringLiteral("/secrets.json"),
                              QString::number(shift)};
        arguments += words;
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/killed-desk"),
                        arguments);
    }
    bool isOver() const { return m_process.state() == QProcess::NotRunning; }
    int exitCode() const { return m_process.exitCode(); }
    void kill()
    {
        if (m_process.processId() > 0)
            ::kill(pid_t(m_process.processId()), SIGKILL);
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

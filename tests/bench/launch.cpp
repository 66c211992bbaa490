// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/launch.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

using namespace Qt::StringLiterals;

Launch::Launch(const QString &program, const QStringList &arguments,
               const QProcessEnvironment &environment)
{
    m_process.setProcessEnvironment(environment);
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_sinceStart.start();
    m_process.start(QDir(QCoreApplication::applicationDirPath()).filePath(program), arguments,
                    QIODevice::ReadOnly);
}

Launch::~Launch()
{
    m_process.kill();
    m_process.waitForFinished();
}

double Launch::until(const QByteArray &words, int timeoutMs)
{
    QEventLoop loop;
    double reached = -1;
    const auto look = [&] {
        m_said += m_process.readAllStandardError();
        if (!m_said.contains(words))
            return;
        reached = double(m_sinceStart.nsecsElapsed()) / 1e6;
        loop.quit();
    };
    // The event loop runs on, so that systems simulated in this process can answer.
    QObject::connect(&m_process, &QProcess::readyReadStandardError, &loop, look);
    QObject::connect(&m_process, &QProcess::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(timeoutMs, &loop, &QEventLoop::quit);
    look();
    if (reached < 0 && m_process.state() != QProcess::NotRunning)
        loop.exec();
    return reached;
}

double Launch::peakMegabytes() const
{
    QFile status(u"/proc/%1/status"_s.arg(m_process.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

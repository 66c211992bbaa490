// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QStringList>
#include <QtGlobal>

//! Collects every log line of every thread while it lives.
class LogCapture
{
public:
    LogCapture()
    {
        lines().clear();
        m_former =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
                static QMutex mutex;
                const QMutexLocker lock(&mutex);
                lines().append(text);
            });
    }
    ~LogCapture() { qInstallMessageHandler(m_former); }
    Q_DISABLE_COPY_MOVE(LogCapture)

    static QStringList &lines()
    {
        static QStringList all;
        return all;
    }
    QString text() const { return lines().join(QLatin1Char('\n')); }

private:
    QtMessageHandler m_former;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QProcess>
#include <QStringList>

//! A program of this build, started as a real process and watched on its standard error. Ends with
//! the object.
class Launch
{
public:
    //! program: its name in the build's bin directory.
    Launch(const QString &program, const QStringList &arguments,
           const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());
    ~Launch();

    //! Milliseconds from before the start until standard error holds the words; -1 when they do
    //! not come in time.
    double until(const QByteArray &words, int timeoutMs = 30000);
    //! Peak resident memory so far, in MiB; 0 when the process is gone.
    double peakMegabytes() const;
    //! Everything it wrote so far.
    QByteArray said() const { return m_said; }

private:
    QProcess m_process;
    QElapsedTimer m_sinceStart;
    QByteArray m_said;
};

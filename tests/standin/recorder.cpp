// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stands in for DentalDesktopCmd.exe: writes its arguments, one a line in UTF-8, to the file that
// STANDIN_RECORD names, says STANDIN_SAY, waits STANDIN_WAIT_MS and ends with STANDIN_EXIT.

#include <QCoreApplication>
#include <QFile>
#include <QThread>
#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QFile record(qEnvironmentVariable("STANDIN_RECORD"));
    if (!record.open(QIODevice::WriteOnly))
        return 99;
    for (const QString &argument : QCoreApplication::arguments().mid(1))
        record.write(argument.toUtf8() + '\n');
    record.close();
    const QByteArray said = qgetenv("STANDIN_SAY");
    std::fwrite(said.constData(), 1, size_t(said.size()), stdout);
    std::fflush(stdout);
    QThread::msleep(ulong(qEnvironmentVariableIntValue("STANDIN_WAIT_MS")));
    if (qEnvironmentVariableIntValue("STANDIN_CRASH") != 0)
        std::abort();
    return qEnvironmentVariableIntValue("STANDIN_EXIT");
}

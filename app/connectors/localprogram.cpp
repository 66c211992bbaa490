// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/localprogram.h"

#include <QCoreApplication>
#include <QCoroTimer>
#include <QDir>
#include <QFileInfo>
#include <QProcess>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace localprogram {

namespace {

constexpr qsizetype longestOutput = 65536;

//! Only the file's name: the way to it may carry a person's account.
Error notStarted(const QString &program)
{
    const QFileInfo file(program);
    if (!file.exists())
        return Error(Error::Kind::NotFound,
                     QCoreApplication::translate("LocalProgram",
                                                 "%1 is not where it should be. Is it still "
                                                 "installed on this computer?")
                         .arg(file.fileName()),
                     Service::DentalDesktop);
    return Error(Error::Kind::Forbidden,
                 QCoreApplication::translate("LocalProgram",
                                             "%1 cannot be started. Check that your account may "
                                             "run it and that it is the right file.")
                     .arg(file.fileName()),
                 Service::DentalDesktop);
}

Error shellNeeded(const QString &program)
{
    return Error(Error::Kind::Invalid,
                 QCoreApplication::translate("LocalProgram",
                                             "%1 is a batch file and is not started: names could "
                                             "be taken for commands. Set the program itself.")
                     .arg(QFileInfo(program).fileName()),
                 Service::DentalDesktop);
}

} // namespace

QString ownProgram(const QString &folder, const QString &name)
{
#ifdef Q_OS_WIN
    const QString file = name + u".exe"_s;
#else
    const QString file = name;
#endif
    const QDir own(folder);
    const QString packaged = QDir::cleanPath(own.filePath(u"../libexec/vestibule/"_s + file));
    if (!own.exists(file) && QFileInfo(packaged).isFile())
        return packaged;
    return own.filePath(file);
}

Result<void> start(const ProgramCall &call)
{
    if (programline::needsShell(call.program))
        return tl::unexpected<Error>(shellNeeded(call.program));
    QProcess process;
    process.setProgram(call.program);
    giveArguments(process, call);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    if (!process.startDetached())
        return tl::unexpected<Error>(notStarted(call.program));
    return {};
}

Task<ProgramEnd> run(ProgramCall call, std::chrono::milliseconds limit, QByteArray input)
{
    if (programline::needsShell(call.program))
        co_return tl::unexpected<Error>(shellNeeded(call.program));
    QProcess process;
    process.setProgram(call.program);
    giveArguments(process, call);
    process.setProcessChannelMode(QProcess::MergedChannels);
    if (input.isEmpty()) {
        process.setStandardInputFile(QProcess::nullDevice());
        process.start(QIODevice::ReadOnly);
    } else {
        process.start(QIODevice::ReadWrite);
        process.write(input);
        process.closeWriteChannel();
    }
    ProgramEnd end;
    const auto last = std::chrono::steady_clock::now() + limit;
    const auto read = [&process, &end] {
        end.output += process.readAll().left(longestOutput - end.output.size());
    };
    bool late = false;
    while (process.state() != QProcess::NotRunning) {
        if (!late && std::chrono::steady_clock::now() >= last) {
            late = true;
            process.kill();
        }
        co_await QCoro::sleepFor(10ms);
        read();
    }
    if (process.error() == QProcess::FailedToStart)
        co_return tl::unexpected<Error>(notStarted(call.program));
    if (late) {
        const QString text =
            QCoreApplication::translate("LocalProgram",
                                        "%1 did not end in time and was stopped. Look there "
                                        "whether the patient arrived before you try again.");
        co_return tl::unexpected<Error>(Error(Error::Kind::Timeout,
                                              text.arg(QFileInfo(call.program).fileName()),
                                              Service::DentalDesktop));
    }
    read();
    end.exitCode = process.exitCode();
    end.crashed = process.exitStatus() == QProcess::CrashExit;
    co_return end;
}

} // namespace localprogram

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/programline.h"

#include <QByteArray>
#include <chrono>

class QProcess;

//! How a program on this computer ended.
struct ProgramEnd {
    int exitCode = 0;
    bool crashed = false;
    QByteArray output; //!< both streams, the first 64 KiB; may name people: never logged
};

//! Starts programs of others on this computer, without a shell and without a window of ours.
namespace localprogram {

//! Starts it and leaves it alone; it outlives this program. NotFound or Forbidden in words when it
//! does not start.
Result<void> start(const ProgramCall &call);
//! Starts it, gives it \a input to read and waits for its end; Timeout after the limit, when it is
//! ended.
Task<ProgramEnd> run(ProgramCall call, std::chrono::milliseconds limit, QByteArray input = {});
//! Where a program of ours is that no person starts: beside the program that is in \a folder, else
//! where a package puts it; the first of them when it is in neither. name: without ".exe".
QString ownProgram(const QString &folder, const QString &name);
//! Gives the arguments in the way of this operating system (a file for each).
void giveArguments(QProcess &process, const ProgramCall &call);

} // namespace localprogram

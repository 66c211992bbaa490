// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QStringList>
#include <functional>

//! A program on this computer and what it is started with. No shell is between: nothing in an
//! argument is ever expanded.
struct ProgramCall {
    QString program;
    QStringList arguments; //!< as the program shall see them
    QString nativeLine; //!< the same, as a Windows program reads its line of arguments

    friend bool operator==(const ProgramCall &, const ProgramCall &) = default;
};

//! Command lines of Windows as pure functions: the rules of CommandLineToArgvW and of the C run
//! time of Microsoft (their documentation, "Parsing C command-line arguments").
namespace programline {

//! The words of a line of arguments (the program's own name is not among them).
QStringList split(const QString &line);
//! Where the text stands in quotation marks on such a line, so that split gives it back.
QString quoted(const QString &text);
//! A whole argument: in quotation marks only where it needs them.
QString word(const QString &text);
//! Arguments joined to a line that split takes apart again.
QString joined(const QStringList &arguments);
//! A name as a program file that exists and may be started, as a full path; empty = there is none.
using Finder = std::function<QString(const QString &name)>;
//! A value that may be a path with blanks in it, a short path, or a whole command line with fixed
//! arguments (dental-desktop-3dd.md, VDDS-05): the longest beginning that is a program, and the
//! rest as arguments. Nothing when no beginning is one.
std::optional<ProgramCall> resolved(const QString &value, const Finder &finder);
//! The finder of this computer: full paths as they are, other names in the search path.
QString programFile(const QString &name);
//! True for batch files, which only a shell can run.
bool needsShell(const QString &program);

} // namespace programline

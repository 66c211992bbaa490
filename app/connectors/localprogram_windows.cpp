// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/localprogram.h"

#include <QProcess>

//! The line as it is: QProcess itself would put the marks around the whole "-name=value", where
//! DentalDesktopCmd is documented with -name="value".
void localprogram::giveArguments(QProcess &process, const ProgramCall &call)
{
    process.setNativeArguments(call.nativeLine);
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/localprogram.h"

#include <QProcess>

void localprogram::giveArguments(QProcess &process, const ProgramCall &call)
{
    process.setArguments(call.arguments);
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/prove/confine.h"

#include <cstdio>
#include <fcntl.h>
#include <io.h>
#include <windows.h>

// Written from the documentation of job objects; it has not run yet.

bool confine()
{
    if (_setmode(_fileno(stdin), _O_BINARY) == -1)
        return false;
    // The handle is kept: the job lives as long as the process.
    const HANDLE job = CreateJobObjectW(nullptr, nullptr);
    if (job == nullptr)
        return false;
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_PROCESS_TIME
        | JOB_OBJECT_LIMIT_PROCESS_MEMORY | JOB_OBJECT_LIMIT_ACTIVE_PROCESS
        | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
    // In steps of 100 ns.
    limits.BasicLimitInformation.PerProcessUserTimeLimit.QuadPart = 2LL * 10'000'000;
    limits.BasicLimitInformation.ActiveProcessLimit = 1;
    limits.ProcessMemoryLimit = 512ULL * 1024 * 1024;
    if (SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits)
        == 0)
        return false;
    return AssignProcessToJobObject(job, GetCurrentProcess()) != 0;
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/prove/confine.h"

#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

namespace {

extern "C" void endOutOfTime(int)
{
    _exit(OutOfTime);
}

//! Never above what the process has been given already. The grace is for the signal's sake.
template <class Resource>
bool limit(Resource resource, rlim_t most, rlim_t grace = 0)
{
    rlimit now = {};
    if (getrlimit(resource, &now) != 0)
        return false;
    const rlim_t bound = now.rlim_max == RLIM_INFINITY || now.rlim_max > most ? most : now.rlim_max;
    const rlim_t last =
        now.rlim_max == RLIM_INFINITY ? bound + grace : std::min(bound + grace, now.rlim_max);
    const rlimit wanted = {bound, last};
    return setrlimit(resource, &wanted) == 0;
}

} // namespace

bool confine()
{
    std::signal(SIGXCPU, endOutOfTime);
    bool done = limit(RLIMIT_CPU, 2, 1) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0);
    // Descriptors that are open stay open; every further open() or socket() fails.
    done = done && limit(RLIMIT_NOFILE, 0);
#if !defined(__SANITIZE_ADDRESS__)
    // AddressSanitizer reserves terabytes of address space.
    done = done && limit(RLIMIT_AS, 512UL * 1024 * 1024);
#endif
    return done;
}

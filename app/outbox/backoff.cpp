// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outbox/backoff.h"

#include <algorithm>
#include <cmath>

std::chrono::milliseconds backoff(const Error &error, int attempts, double jitter)
{
    using namespace std::chrono_literals;
    constexpr std::chrono::milliseconds longest = 5min;
    if (error.retryAfter)
        return std::max<std::chrono::milliseconds>(*error.retryAfter, 0ms);
    const int doublings = std::clamp(attempts - 1, 0, 9);
    const std::chrono::milliseconds whole =
        std::min<std::chrono::milliseconds>(1000ms * (1 << doublings), longest);
    // Half of the wait is fixed, half is chance: desks that lost the network together come back
    // apart.
    return whole / 2
        + std::chrono::milliseconds(
               qint64(std::clamp(jitter, 0.0, 1.0) * double(whole.count()) / 2));
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <chrono>

//! When to try again: Retry-After where the system named one, else exponential from one second with
//! jitter (0…1, from the caller), at most five minutes. attempts counts from 1.
std::chrono::milliseconds backoff(const Error &error, int attempts, double jitter);

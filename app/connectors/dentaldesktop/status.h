// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/scancase.h"

#include <chrono>

namespace dentaldesktop {

//! What a status code means, for people (dental-desktop-3dd.md section 5); an unknown one with its
//! number.
QString statusText(int code);

//! When to ask again after that long: quickly at first, then at the pace of a person at a dialog
//! (section 4).
std::chrono::milliseconds pollDelay(std::chrono::milliseconds elapsed);

//! How long "unknown request" right after a call only means "not known yet".
constexpr std::chrono::milliseconds unknownPatience{3000};

} // namespace dentaldesktop

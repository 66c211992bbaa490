// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/inireading.h"
#include "app/settings/settings.h"

#include <functional>

namespace settings {

//! "[opendental]" and "[plans]": where treatment plans come from.
void readOpenDental(Reading &reading, Settings &settings);
void writeOpenDental(const std::function<void(const QString &, const QVariant &)> &put,
                     const Settings &settings);

} // namespace settings

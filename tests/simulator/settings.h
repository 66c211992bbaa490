// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"

namespace sim {

//! INI text of "group/name" keys, groups in order of first appearance. A text that holds
//! characters which QSettings would take for syntax is quoted.
QByteArray iniText(const Pairs &settings);

//! The secrets as one list value, "key=value, key=value".
QString secretsList(const Pairs &secrets);

} // namespace sim

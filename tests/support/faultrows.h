// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/transport.h"

#include <QJsonObject>

namespace support {

//! Adds the columns kind (QString), more (QJsonObject) and error (std::optional<Error::Kind>) with
//! one row for each way in which a call can go wrong (architecture.md section 10): what the fault
//! script takes, and what the caller sees of it.
void addFaultRows();

//! Short patience where a Timeout is expected, plenty otherwise: a busy machine is no fault.
void limitPatience(Transport &transport, std::optional<Error::Kind> expected);

} // namespace support

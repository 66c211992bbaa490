// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/dentaldesktopfloor.h"
#include "tests/simulator/dentaldesktopxml.h"

namespace sim {

// The structures of dental-desktop-3dd.md sections 3.2 to 3.4.

XmlElement clientList(const QList<ScanStation> &stations, const QDateTime &now,
                      const QTimeZone &zone);
//! \a request null: unknown, status 404 under the id that was asked for.
XmlElement requestStatus(const QUuid &id, const ScanRequest *request);
XmlElement caseList(const QList<ScanCase> &cases, ScanStore &store);

} // namespace sim

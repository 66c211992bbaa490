// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"
#include "tests/simulator/zohoorg.h"

namespace sim::zoho {

//! GET /settings/{what}: fields, modules, layouts, pipeline (zoho-crm.md 7).
Answer readSettings(const Org &org, const Request &request, const QStringList &path);
//! GET /org, /org/currencies, /org/taxes.
Answer readOrg(const Org &org, const QStringList &path);
//! GET /users.
Answer readUsers(const Org &org, const Request &request);

} // namespace sim::zoho

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"
#include "tests/simulator/zohoorg.h"

namespace sim::zoho {

//! POST /coql (zoho-crm.md 2.9): reads live data, lookups come back as {"id"} alone.
Answer coql(const Org &org, const Request &request);

} // namespace sim::zoho

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"
#include "tests/simulator/zohoorg.h"

namespace sim::zoho {

//! POST /__composite_requests (zoho-crm.md 4.1): up to five sub-requests, references to earlier
//! answers, one transaction where rollback is asked for. `run` executes one plain API request.
Answer composite(Org &org, const Request &request,
                 const std::function<Answer(const Request &)> &run);

} // namespace sim::zoho

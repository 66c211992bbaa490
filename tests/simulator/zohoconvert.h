// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"
#include "tests/simulator/zohoorg.h"

namespace sim::zoho {

//! POST /{Quotes|Sales_Orders}/{id}/actions/convert (zoho-crm.md 3). A second time is refused.
Answer convert(Org &org, const Module &module, const Request &request, const QString &id);

} // namespace sim::zoho

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"
#include "tests/simulator/zohoorg.h"

namespace sim::zoho {

//! GET of one record (zoho-crm.md 2.6).
Answer readOne(const Org &org, const Module &module, const Request &request, const QString &id);
//! GET of a list: `fields` is a duty, lines never come, pages and page tokens (2.7).
Answer readList(const Org &org, const Module &module, const Request &request);
//! GET …/deleted.
Answer readDeleted(const Org &org, const Module &module, const Request &request);
//! GET …/search: late index, "equals" means "contains" (2.8).
Answer search(const Org &org, const Module &module, const Request &request);

} // namespace sim::zoho

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/oauth2.h"
#include "app/settings/settings.h"

//! How this clinic signs in to each system that gives tokens, from its settings.
OAuth2Vendor zohoVendor(const Settings &settings);
OAuth2Vendor quickBooksVendor(const Settings &settings);
OAuth2Vendor googleVendor(const Settings &settings);

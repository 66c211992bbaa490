// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delivery.h"
#include "app/settings/settings.h"

#include <QUrl>

//! Where a person opens records in the browser: the settings `zoho/webUrl` and
//! `quickbooks/webUrl`.
namespace recordlinks {

struct Page {
    QUrl url; //!< empty = nowhere known
    QString missing; //!< why not, in words; empty where that system has no pages of records
};

//! Of a record that exists there; an empty id has no page and no reason.
Page page(RecordKind kind, const QString &id, const Settings &settings);

} // namespace recordlinks

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/zohoorg.h"

#include <optional>

namespace sim::zoho {

//! Applies the lines of a write to a record: lines with an id change or go (`_delete`), lines
//! without one are appended, lines not named stay (zoho-crm.md 2.11). `path` is the JSON path of
//! the subform, for error details.
std::optional<Problem> writeLines(Org &org, const Module &module, const QJsonArray &sent,
                                  const QString &path, Record &record, QStringList &dropped);

//! Computes every line and the totals of the document. Integers of minor units throughout.
void computeTotals(const Org &org, Record &record);

//! The lines for another document: new ids, everything else kept.
QJsonArray copiedLines(Org &org, const QJsonArray &lines);

} // namespace sim::zoho

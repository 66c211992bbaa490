// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/zohoorg.h"

#include <optional>

namespace sim::zoho {

//! INVALID_DATA for one field; `extra` says what was expected.
Problem invalidData(const QString &field, const QString &path, const QJsonObject &extra);
//! MANDATORY_NOT_FOUND for one field.
Problem mandatory(const QString &field, const QString &path);
//! "the id given seems to be invalid" for a record id in the body.
Problem unknownId(const QString &id);
//! The same for an id in the path.
Problem unknownPathId(int index);

//! Checks one sent value against its field and gives it in stored form: lookups as the id alone,
//! amounts rounded to the currency. `anyModule` is the module that a What_Id points into.
std::optional<Problem> checked(const Org &org, const Field &field, const QJsonValue &sent,
                               const QString &path, const QString &anyModule, QJsonValue &stored);

//! Seconds since 1970 of an ISO 8601 date-time with offset and without milliseconds.
std::optional<qint64> secondsOf(const QString &text);

} // namespace sim::zoho

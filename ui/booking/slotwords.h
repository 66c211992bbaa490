// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/appointment.h"
#include "app/domain/catalogue.h"

#include <QTimeZone>

//! What the dialogs that book say of free times.
namespace slotwords {

constexpr int daysAhead = 14; //!< how far they look

//! The line over the times: whether any is of today, or none at all.
QString heading(const QList<Slot> &free, const QTimeZone &zone, QDate today);
//! The main button, without its keys: "Book 10:30 with Dr Marchand".
QString bookButton(const std::optional<Slot> &slot, const QList<Provider> &providers,
                   const QTimeZone &zone, QDate today);
//! What a main button does, with the keys that do the same.
QString withKeys(const QString &text);

} // namespace slotwords

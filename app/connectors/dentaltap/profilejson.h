// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dentalprofile.h"

#include <QByteArray>
#include <QJsonObject>

//! A dental profile as DentalTap writes it (dentaltap.md section 5.4). Unknown words, teeth and
//! measures are kept and flagged, ids may be numbers, and nothing is taken for healthy.
namespace dentaltap {

//! numbering: FDI, or Universal where the settings say that this DentalTap counts so; it is never
//! guessed from the numbers.
DentalProfile profileFromJson(const QJsonObject &profile, teeth::Notation numbering);

//! "dental", "periodontal": as it stands in paths.
QString wordOf(dental::ChartKind kind);

} // namespace dentaltap

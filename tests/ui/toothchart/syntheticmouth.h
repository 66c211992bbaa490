// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dentalprofile.h"

//! Invented mouths, for tests and pictures of charts.
namespace syntheticmouth {

//! All teeth of a dentition, each present and without findings.
DentalProfile complete(dental::Dentition dentition);

DentalProfile healthyAdult();
DentalProfile cariesAndFillings();
DentalProfile implants(); //!< no own teeth
DentalProfile bridge();
DentalProfile primary();
DentalProfile mixed();
DentalProfile hidden(); //!< impacted, unerupted, unknown, supernumerary and no tooth at all
DentalProfile periodontitis();

//! A mouth's tooth, which must be there.
ToothProfile &tooth(DentalProfile &profile, int fdi);

} // namespace syntheticmouth

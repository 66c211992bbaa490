// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/clinic.h"
#include "tests/simulator/seedids.h"
#include "tests/simulator/seedrandom.h"

namespace sim {

//! The clinic's patients since it opened: ages, families, duplicates, namesakes and gaps in the
//! shares of domain-fr.md section 5.
QList<SeedPatient> patientRegister(const ClinicOptions &options, SeedRandom &random,
                                   const SeedIds &ids);

} // namespace sim

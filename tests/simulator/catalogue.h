// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/clinic.h"

namespace sim {

//! Decimals of a currency (ISO 4217): 2 but for those with none or three.
int currencyExponent(const QString &currency);

//! The 120 treatments without ids. The same figures in every currency (Rs 1 500, TND 1 500), in
//! minor units of the given exponent. Prices: domain-fr.md section 4, synthetic.
QList<SeedProduct> catalogue(int exponent);

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! Lets screen readers walk the teeth of a ChartView, each with its findings as text. May be called
//! again.
void installChartAccessibility();

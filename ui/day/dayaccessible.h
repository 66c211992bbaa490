// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

//! Makes every card of every DayView known to screen readers as a list item with name, place, state
//! and an action to open it. May be called often.
void installDayAccessibility();

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dentalprofile.h"
#include "ui/toothchart/odontogram.h"

//! What is said of teeth, in the language of the window.
namespace toothwords {

//! "Tooth 36"; "Tooth 18 S".
QString title(const teeth::Tooth &tooth, teeth::Notation notation);
//! The number in the other notation: "Universal 19", "FDI 36".
QString otherNumber(const teeth::Tooth &tooth, teeth::Notation notation);
//! State, findings and what is planned, in a few words each; what is unknown says so.
QStringList states(const DentalProfile &profile, const teeth::Tooth &tooth);
//! "Carie de la dentine (K02.1), MO, since 05/03/2026"
QString condition(const ToothCondition &condition, int fdi);
//! "Crown, ceramic, temporary, MO (20/11/2025)"
QString restoration(const ToothRestoration &restoration, int fdi);
//! What a screen reader says.
QString spoken(const DentalProfile &profile, const teeth::Tooth &tooth, teeth::Notation notation);
//! What stands beside the pointer.
QString tip(const DentalProfile &profile, const ToothHit &hit, teeth::Notation notation);
//! The chart for somebody who has a moment: "36, 46 missing · 11 crown · 38, 48 extracted".
QString overview(const DentalProfile &profile, teeth::Notation notation);

} // namespace toothwords

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dentalprofile.h"

namespace odontogram {

//! What is drawn on a tooth, from the open words of its profile. A word that is not known is drawn
//! as "another condition" or as a filling, never left out.
struct Findings {
    QList<dental::Surface> caries;
    QList<dental::Surface> conditions; //!< any other
    QList<dental::Surface> fillings;
    QList<dental::Surface> temporaryFillings;
    QList<dental::Surface> planned;
    bool wholeCaries = false; //!< of no surface in particular; so the next ones
    bool wholeCondition = false;
    bool wholeFilling = false;
    bool wholePlanned = false;
    bool apical = false; //!< at the root's end
    bool crown = false; //!< crown or retainer of a bridge
    bool temporaryCrown = false;
    bool veneer = false;
    bool rootCanal = false;
    bool post = false;
};

Findings findingsOf(const ToothProfile &tooth);

} // namespace odontogram

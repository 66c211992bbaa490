// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

//! The moves that DentalTap allows between its status words (dentaltap.md section 5.3.1), as pure
//! rules.
namespace dentaltap {

//! What to do next on the way to a status.
struct StatusStep {
    enum class Kind {
        Arrived, //!< there, or further than a forward step wants
        Set, //!< set `next`, then ask again
        Blocked, //!< no allowed way: cancelled there, or completed for good
    };
    Kind kind = Kind::Arrived;
    QString next;
    friend bool operator==(const StatusStep &, const StatusStep &) = default;
};

//! back: an undo of ours, which may step back; otherwise somebody who went further is right. An
//! unknown word is left by one direct step.
StatusStep nextStatusStep(const QString &current, const QString &target, bool back);

//! True when `target` lies before `agreed`, the word that we last had in common, or leaves a
//! cancelled or missed appointment.
bool isStepBack(const QString &agreed, const QString &target);

} // namespace dentaltap

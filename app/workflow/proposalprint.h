// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/proposal.h"

//! Writes a proposal as a PDF without a window: vestibule-print-proposal paints it, which gets
//! everything through a pipe.
namespace proposalprint {

//! Storage in words where the file cannot be written or the program is missing; Invalid where it
//! cannot be painted. program empty = ours, where it is installed.
Task<void> write(Proposal proposal, QString file, QString program = {});

} // namespace proposalprint

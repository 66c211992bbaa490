// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plans/proposal.h"

class QTextDocument;

namespace proposaldocument {

//! Names of the pictures inside a document; nothing of a proposal is ever loaded from elsewhere.
QString chartUrl();
QString signatureUrl(int index);
//! Puts the proposal's pictures into its document, whose paint device is set; width: of a line of
//! text on it.
void addPictures(QTextDocument *document, const Proposal &proposal, double width);

} // namespace proposaldocument

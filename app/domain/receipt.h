// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delivery.h"

//! What a receipt means for the visit and for what was still to be sent (architecture.md section 5,
//! steps 5 and 6).
struct ReceiptEffect {
    Visit visit;
    bool endsExit = false; //!< what is left of the exit's commands goes (isPartOfExit)
    bool holdsLedger = false; //!< the ledger's invoice waits for a person
    friend bool operator==(const ReceiptEffect &, const ReceiptEffect &) = default;
};
ReceiptEffect effectOf(const Visit &visit, const Command &command, const Receipt &receipt);

//! The visit after a receipt; unchanged when there is nothing to say.
Visit withReceipt(const Visit &visit, const Command &command, const Receipt &receipt);

//! A supplement after a receipt of one of its commands.
Supplement withReceipt(const Supplement &supplement, const Command &command,
                       const Receipt &receipt);
//! The visit once that supplement is in the ledger: one that was closed without charge is invoiced
//! by it.
Visit afterSupplement(const Visit &visit, const Supplement &supplement);

//! True for the commands that an exit plans.
bool isPartOfExit(const Command &command);

//! SHA-256 in hex over recorded acts, cancelled ones left out; their order does not count. What
//! ConfirmLines compares a fresh read with.
QString actsDigest(const QList<RecordedAct> &acts);

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delivery.h"

#include <QJsonObject>

//! What a row for DentalTap carries, made once before the first send.
namespace dentaltap {

struct Payload {
    enum class What {
        Unreadable, //!< not one of ours
        Nothing, //!< it is so already, or there is nothing there to change
        Patient,
        Create,
        Claim, //!< an appointment made in DentalTap gets our external id
        Move,
        Status,
        Lines,
        ClaimPatient, //!< a patient made in DentalTap gets the Contact id
        ClaimPlan, //!< a plan gets the id of its Devis
    };

    What what = What::Nothing;
    QString id; //!< the appointment's or patient's id over there; empty = not made yet
    QString stamp;
    QString externalId; //!< Contact or Sales Order
    QJsonObject body; //!< what is written; for a Status the appointment, should it be made anew
    QJsonObject expected; //!< Move: where it was when we last had the same; empty = unknown
    QString status; //!< Status: the word to reach
    QString known; //!< Status: the word that goes with `stamp`; empty = ask first
    bool replaces = false; //!< ClaimPlan: in place of an earlier version's Devis
    bool back = false; //!< Status: an undo, which may step back
    QString digest; //!< Lines: of the acts that were confirmed
};

//! Invalid in words when the facts do not allow the command.
Result<QByteArray> payloadFor(const Command &command, const Facts &facts);
Payload readPayload(const QByteArray &json);
//! The receipt of a command that needs no call.
Task<Receipt> nothingToDo();
//! Storage: the row's payload is damaged or was never made.
Task<Receipt> unreadable();

} // namespace dentaltap

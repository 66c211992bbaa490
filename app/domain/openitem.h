// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/salesorder.h"

#include <optional>

//! An act of a visit that is over and that its invoice does not carry as it is recorded: billed
//! by a supplementary invoice, or ignored with a reason (architecture.md section 5, point 7).
struct OpenItem {
    Q_GADGET

public:
    enum class Kind {
        AfterExit, //!< recorded after the exit
        ForOffice, //!< unknown to the catalogue and left for the office at the exit
        Changed, //!< on an invoice, and recorded otherwise since
        Removed, //!< on an invoice, and no longer recorded as done
    };
    Q_ENUM(Kind)
    enum class State { Open, Billed, Ignored };
    Q_ENUM(State)

    QString itemId; //!< DentalTap's
    Kind kind = Kind::AfterExit;
    State state = State::Open;
    RecordedAct act; //!< as recorded now; of a removed one as it was invoiced
    std::optional<RecordedAct> billed; //!< as a supplementary invoice has it
    ProductId product; //!< chosen by hand for an act that the catalogue does not know
    QString supplement; //!< the supplementary invoice that it is on
    QString reason; //!< why it was ignored
    QDateTime seenAt; //!< when this desk first read it
    ShownLine shown; //!< the line it is, or would be; made from the catalogue, not stored

    //! Changes and removals are for the eye only: no supplement sets them right.
    bool isUnbilled() const { return kind == Kind::AfterExit || kind == Kind::ForOffice; }
    //! May go onto a supplementary invoice now.
    bool isBillable() const
    {
        return state == State::Open && isUnbilled()
            && shown.standing == ShownLine::Standing::Recorded;
    }
    friend bool operator==(const OpenItem &, const OpenItem &) = default;
};

//! A supplementary order and invoice of a visit.
struct Supplement {
    QString id; //!< ours
    QStringList items; //!< DentalTap item ids, sorted
    OrderLines lines;
    Money total; //!< with tax, as confirmed
    QDateTime billedAt;
    QString crmInvoiceNumber; //!< empty = not made yet
    QString quickBooksInvoiceNumber;
    QString attention; //!< why it stopped, in words; empty = nothing
    friend bool operator==(const Supplement &, const Supplement &) = default;
};

//! The open and settled items after another reading. invoiced: acts of the exit that its invoice
//! carries; atExit: all acts known at the exit; now: as recorded now; known: the items so far. An
//! ignored item opens again only when its act changes; one that came after the exit and is gone
//! again, unbilled, is no item any more.
QList<OpenItem> openItems(const QList<RecordedAct> &invoiced, const QList<RecordedAct> &atExit,
                          const QList<RecordedAct> &now, const QList<OpenItem> &known,
                          const QDateTime &seenAt);

//! The acts among these that the confirmed lines carry.
QList<RecordedAct> actsOnLines(const QList<RecordedAct> &acts, const OrderLines &confirmed);

//! Acts that were done, neither planned nor cancelled.
bool isPerformed(const RecordedAct &act);

//! Gives every item its line, by what the catalogue knows now.
void showItems(QList<OpenItem> &items, const QList<Product> &catalogue, const Currency &currency);

//! The lines of a supplement of these items.
OrderLines supplementLines(const QList<OpenItem> &items, const Currency &currency);

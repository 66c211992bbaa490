// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"

#include <QDateTime>
#include <QStringList>

//! One act as DentalTap recorded it (dentaltap.md section 5.5).
struct RecordedAct {
    QString itemId;
    QString treatmentId;
    ProductId product; //!< from treatmentExternalId; empty = the catalogue does not know it
    QString label;
    QStringList teeth; //!< FDI
    QStringList surfaces;
    Thousandths quantity = 1000;
    Money unitPrice;
    Thousandths discountPercent = 0; //!< 10 % is 10000
    QString status; //!< planned, completed, cancelled
    QDateTime performedAt; //!< UTC; invalid = not said
    friend bool operator==(const RecordedAct &, const RecordedAct &) = default;
};

//! The taxes that change an amount: a CRM may list all of the organisation's, most of them at 0 %.
QList<LineTax> charged(const QList<LineTax> &taxes);

//! A line of a Commande as it stands in the CRM or as we want it to stand.
struct OrderLine {
    QString remoteId; //!< CRM line id; empty = not there yet
    QString mark; //!< `Vestibule_Item`: DentalTap item id, "booking", "plan:<item>"; empty = a
                  //!< person's line
    ProductId product;
    QString label; //!< product name or the act's label
    QString tooth; //!< "36, 46" with surfaces, as shown
    QString invoiceClass;
    Thousandths quantity = 1000;
    Money unitPrice;
    Money discount; //!< amount for the whole line
    QList<LineTax> taxes;

    //! quantity × price − discount, rounded once.
    Money net() const;
    //! Sum of the line's taxes, each rounded (domain-fr.md section 8).
    Money tax() const;
    friend bool operator==(const OrderLine &, const OrderLine &) = default;
};

//! Mark of an intervention's deposit line.
inline constexpr QLatin1StringView depositMark("plan:deposit");

//! Teeth (FDI) with their surfaces as a line shows them: "36, 46 MO".
QString toothText(const QStringList &teeth, const QStringList &surfaces);

//! A Commande as last read from the CRM.
struct SalesOrder {
    QString id;
    QString number;
    QString status;
    QString currency; //!< ISO code; empty = the organisation's one currency
    QString modifiedTime; //!< as the CRM wrote it, for If-Unmodified-Since
    bool converted = false;
    QList<OrderLine> lines;
    Money discount; //!< of the whole document
    Money adjustment;
    Money grandTotal; //!< as the CRM computed it, with tax
    friend bool operator==(const SalesOrder &, const SalesOrder &) = default;
};

//! Why a line is on the sheet, for the "Against the plan" column.
struct ShownLine {
    Q_GADGET

public:
    enum class Standing {
        Booked, //!< the booking's consultation: counts as performed
        Recorded, //!< an act of DentalTap
        Planned, //!< planned, without an act: taken off at exit
        AddedInCrm, //!< typed by a person in the CRM: kept
        Unknown, //!< an act the catalogue does not know: on no order until somebody chooses
    };
    Q_ENUM(Standing)

    OrderLine line;
    Standing standing = Standing::Recorded;
    bool pricedByHand = false; //!< the CRM's price was changed by a person and wins
    friend bool operator==(const ShownLine &, const ShownLine &) = default;
};

//! What the panel and the exit sheet show, and what an exit confirms.
struct OrderLines {
    QList<ShownLine> lines;
    Money discount; //!< of the whole document
    Money adjustment;
    QDateTime readAt; //!< when the acts were last read from DentalTap; invalid = never

    //! Everything but Planned and Unknown, with tax, minus discount, plus adjustment.
    Money total() const;
    bool hasUnknown() const;
    //! SHA-256 over what was shown (product, tooth, quantity, price, discount, tax; order does not
    //! count).
    QByteArray digest() const;
    friend bool operator==(const OrderLines &, const OrderLines &) = default;
};

//! An act that the desk settled by hand: which product an unknown act is, or that the office bills
//! it later.
struct ActChoice {
    QString itemId;
    ProductId product; //!< empty = left for the office
    friend bool operator==(const ActChoice &, const ActChoice &) = default;
};

//! Joins the order as last read, the acts as last read and the staff's choices into what is shown.
//! A recorded act takes over the booking's or a plan's line of the same product (and tooth);
//! cancelled acts vanish; a person's lines stay; a price in the CRM that differs from lastSent's is
//! a person's and wins. Without an order (order.id empty) the booking's line stands for it.
//! (architecture.md section 5)
OrderLines shownLines(const SalesOrder &order, const SalesOrder &lastSent,
                      const OrderLine &bookingLine, const QList<RecordedAct> &acts,
                      const QList<ActChoice> &choices, const QList<Product> &catalogue,
                      const Currency &currency);
//! The same for an intervention: until the order was read its planned lines stand for it.
OrderLines shownLines(const SalesOrder &order, const SalesOrder &lastSent,
                      const QList<OrderLine> &bookedLines, const QList<RecordedAct> &acts,
                      const QList<ActChoice> &choices, const QList<Product> &catalogue,
                      const Currency &currency);

//! What to keep as lastSent after the lines were written and the order read back: the amounts that
//! each line has from us, not those that were read back. What a person typed in the meantime, even
//! within the second that the CRM does not tell apart (zoho-crm.md section 5.4), is then seen to be
//! theirs by the next join; a line priced by hand keeps what we last gave it. A mere read of the
//! order never changes lastSent.
SalesOrder agreedOrder(const SalesOrder &fresh, const SalesOrder &lastSent, const OrderLines &sent);

//! What to send so that the CRM's order carries the shown lines.
struct OrderDelta {
    QList<OrderLine> put; //!< with remoteId: kept or changed; without: appended
    QStringList removed; //!< remote ids of lines to delete
    bool isEmpty = true; //!< nothing differs: no call needed
    friend bool operator==(const OrderDelta &, const OrderDelta &) = default;
};

//! The difference between the order as it stands and the lines wanted, matched by mark, then by
//! remote id. Every surviving line is listed (zoho-crm.md section 2.11). Planned lines go when
//! final is true.
OrderDelta orderDelta(const SalesOrder &current, const OrderLines &wanted, bool final);

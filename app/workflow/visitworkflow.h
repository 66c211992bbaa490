// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/store/outboxstore.h"
#include "app/store/visitstore.h"

class BookingWorkflow;

//! Everything staff do with a visit between booking and invoice. Each act is one transaction; no
//! network answer is awaited.
class VisitWorkflow : public QObject
{
    Q_OBJECT

public:
    VisitWorkflow(Session *session, Settings settings, VisitStore *visits, OutboxStore *outbox,
                  BookingWorkflow *booking, Clock clock, QObject *parent = nullptr);

    Task<Visit> checkIn(VisitId visit);
    Task<Visit> seat(VisitId visit);
    //! shownDigest: OrderLines::digest() of what staff saw. Conflict when the lines are others by
    //! now.
    Task<Visit> exitTreatmentRoom(VisitId visit, QByteArray shownDigest, bool asShown);
    Task<Visit> noShow(VisitId visit);
    Task<Visit> cancel(VisitId visit, QString why);
    Task<Visit> undo(VisitId visit);
    //! An unknown act becomes a product's line, or (empty product) stays an open item for the
    //! office; after the exit an open item gets its product.
    Task<Visit> chooseProduct(VisitId visit, QString itemId, ProductId product);
    //! A supplementary order and invoice of open items (DentalTap item ids) of a visit that is
    //! over. shownDigest: supplementLines(…).digest() of what staff saw.
    Task<Visit> bill(VisitId visit, QStringList items, QByteArray shownDigest);
    //! Open items that stay off every invoice, with the reason for the audit.
    Task<Visit> ignore(VisitId visit, QStringList items, QString why);
    //! A "to decide" on the card: keep ours or take theirs.
    Task<Visit> decideSlot(VisitId visit, bool takeTheirs);

private:
    Task<Visit> act(VisitId visit, VisitStore::Rule rule);
    //! As act(); an appointment that others made without act or room gets the first consultation
    //! and a free room, which its order and its DentalTap twin must name.
    Task<Visit> actWithOrder(VisitId visit, VisitStore::Rule rule);

    Session *m_session;
    Settings m_settings;
    VisitStore *m_visits;
    OutboxStore *m_outbox;
    BookingWorkflow *m_booking;
    Clock m_clock;
};

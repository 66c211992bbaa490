// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/treatmentplan.h"
#include "app/domain/visit.h"
#include "app/session/session.h"
#include "app/settings/settings.h"

#include <QObject>

class BookingWorkflow;

//! A patient's plans, newest first.
struct PlanReading {
    QList<PlanRecord> plans;
    QStringList unread; //!< sources that did not answer, in words; what is kept stands for them
};

//! What "Book intervention…", or `book intervention`, asks for.
struct InterventionRequest {
    PlannedPart part; //!< items empty = all of the phase that are left to book
    Slot slot; //!< room may be empty: first free one
    QString note;
    Money deposit; //!< zero = none
    bool despiteConflicts = false; //!< slot problems were shown and accepted
};

//! Everything staff do with treatment plans: reading them from their sources, deciding, signing,
//! booking what was accepted. Deciding and booking await no network. GUI thread. Whoever reads or
//! acts needs the right to plans.
class PlanWorkflow : public QObject
{
    Q_OBJECT

public:
    //! As last read; never the network.
    Task<PlanReading> cached(PatientId patient);
    //! Asks every source in use; what changed is taken over as the rules say.
    Task<PlanReading> read(PatientId patient);
    //! NotFound where it is not known here.
    Task<PlanRecord> plan(PlanId id);

    //! The patient accepts; items empty = all. shown: planDigest() of what stood on the screen;
    //! Conflict when it is another by now.
    Task<PlanRecord> accept(PlanId id, QStringList items, QByteArray shown, QString language);
    Task<PlanRecord> decline(PlanId id, QString why);
    //! Back to Open, while nothing of it is booked or invoiced.
    Task<PlanRecord> reopen(PlanId id);
    //! What the source has now becomes the next version, with a Devis of its own.
    Task<PlanRecord> makeVersion(PlanId id);
    //! Keeps a signature on the latest version. Its digest, items, total, time and witness are
    //! filled in here; Conflict where shown is not what stands.
    Task<PlanRecord> sign(PlanId id, PlanSignature signature, QByteArray shown);
    //! An item that the catalogue does not know is this product, for every plan of the source.
    Task<PlanRecord> chooseProduct(PlanId id, QString item, ProductId product);
    //! Keeps a proposal's PDF and sends it to its Devis.
    Task<void> keepProposal(PlanId id, int version, QByteArray pdf);

    //! One act: Commande of these items, Event, DentalTap appointment, Google event. Works without
    //! any network.
    Task<Visit> book(InterventionRequest request);
    //! How long the part takes: the phase's minutes where all of it is meant, else the products'.
    Task<int> minutesOf(PlannedPart part);

    //! No call is under way.
    bool isIdle() const { return m_running == 0; }

Q_SIGNALS:
    void changed(const PatientId &patient);

private:
    int m_running = 0;
};

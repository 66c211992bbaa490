// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/connectors/plansource.h"
#include "app/domain/treatmentplan.h"
#include "app/domain/visit.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/store/cataloguestore.h"
#include "app/store/patientstore.h"
#include "app/store/planstore.h"
#include "app/store/visitstore.h"

#include <QObject>
#include <QTimer>

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
    //! All outlive the workflow. sources: those that the clinic uses.
    PlanWorkflow(Session *session, Settings settings, QList<PlanSource *> sources, PlanStore *plans,
                 PatientStore *patients, VisitStore *visits, CatalogueStore *catalogue,
                 BookingWorkflow *booking, Clock clock, QObject *parent = nullptr);

    //! As last read; never the network.
    Task<PlanReading> cached(PatientId patient);
    //! Asks every source in use; what changed is taken over as the rules say.
    Task<PlanReading> read(PatientId patient);
    //! The plans that come from one visit, asked of the sources that tie them to it.
    Task<PlanReading> readVisit(VisitId visit);
    //! NotFound where it is not known here.
    Task<PlanRecord> plan(PlanId id);
    //! Asks its source for this one; what is kept where the source does not answer for a passing
    //! reason, and then why in unread. NotFound where it is known neither here nor there.
    Task<PlanReading> readPlan(PlanId id);

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

    //! Polls now and every few minutes.
    void start();
    void stop();
    //! Takes plans over that changed since the last time, whoever changed them; needs nobody signed
    //! in. The first time only what is new from now on, but for a margin.
    Task<void> poll();
    //! The Devis of plans as the CRM has them now: stages follow, links are restored.
    Task<void> quotesRead(QList<PlanQuote> quotes);

    //! No call is under way.
    bool isIdle() const { return m_running == 0; }

Q_SIGNALS:
    //! Empty = unknown whose.
    void changed(const PatientId &patient);
    //! A source answered a poll, or why not.
    void contacted(Service service, const std::optional<Error> &error);

private:
    //! Counts calls under way: shutdown waits for them.
    class Running
    {
    public:
        explicit Running(PlanWorkflow *workflow) : m_workflow(workflow) { ++m_workflow->m_running; }
        ~Running() { --m_workflow->m_running; }
        Running(const Running &) = delete;
        Running &operator=(const Running &) = delete;

    private:
        PlanWorkflow *m_workflow;
    };

    Task<Product> depositProduct();
    PlanSource *sourceOf(const PlanId &id) const;
    //! What a patient's plans are in one source, those that it has no longer as gone.
    Task<QList<RemotePlan>> readFrom(PlanSource *source, PatientId patient);
    //! Takes over what was read; what cannot be taken goes into unread.
    Task<QStringList> takeOver(QList<RemotePlan> plans);
    Task<void> pollFrom(PlanSource *source);
    //! What is booked and what is done of a plan is as its visits are.
    Task<void> lookAt(VisitId visit);
    Task<PlanRecord> act(PlanId id, PlanStore::Rule rule);

    Session *m_session;
    Settings m_settings;
    QList<PlanSource *> m_sources;
    PlanStore *m_plans;
    PatientStore *m_patients;
    VisitStore *m_visits;
    CatalogueStore *m_catalogue;
    BookingWorkflow *m_booking;
    Clock m_clock;
    QTimer m_timer;
    bool m_polling = false;
    int m_running = 0;
};

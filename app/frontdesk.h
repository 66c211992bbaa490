// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/connectors/connector.h"
#include "app/net/transport.h"
#include "app/outbox/outbox.h"
#include "app/session/session.h"
#include "app/settings/secretstore.h"
#include "app/settings/settings.h"
#include "app/store/auditlog.h"
#include "app/store/cataloguestore.h"
#include "app/store/outboxstore.h"
#include "app/store/patientindex.h"
#include "app/store/patientstore.h"
#include "app/store/visitstore.h"
#include "app/workflow/bookingworkflow.h"
#include "app/workflow/chartworkflow.h"
#include "app/workflow/imagingworkflow.h"
#include "app/workflow/latebilling.h"
#include "app/workflow/livesync.h"
#include "app/workflow/matchworkflow.h"
#include "app/workflow/opendentalplans.h"
#include "app/workflow/planworkflow.h"
#include "app/workflow/proposalworkflow.h"
#include "app/workflow/readingin.h"
#include "app/workflow/scanworkflow.h"
#include "app/workflow/visitworkflow.h"

#include <QObject>
#include <chrono>
#include <memory>

//! Owner of everything but pixels, in order of dependency. Made by ui/main.cpp and app/cli; nobody
//! else includes this header.
class FrontDesk : public QObject
{
    Q_OBJECT

public:
    //! secrets null = the system's key store. The database is not opened yet.
    FrontDesk(Settings settings, std::unique_ptr<SecretStore> secrets, Clock clock,
              QObject *parent = nullptr);
    ~FrontDesk() override;

    //! Opens the database, reads (or, on an empty database, makes) the data key. Names stay locked
    //! when the key store does not answer; then the error says so and the desk goes on.
    Task<void> open();
    //! Starts the outbox, the live poll and the readings, and builds the patient index in the
    //! background.
    void startServices();
    //! Reads every patient into the search index.
    Task<void> buildIndex();
    //! What is wrong with the set-up of the CRM or the ledger, asked now; empty = ready.
    Task<QStringList> setupProblems(Service service);
    //! No call to any system takes longer (default: each call's own limit).
    void setPatience(std::chrono::milliseconds longest);
    //! Keeps when each system was read last and how that ended, for the next process.
    Task<void> noteReadings();
    //! Stops claims, aborts transports, waits for tasks to resume, closes the database.
    Task<void> shutdown();

    const Settings &settings() const;
    Clock clock() const;
    SecretStore *secrets() const;
    Database *database() const;
    PatientStore *patients() const;
    PatientIndex *patientIndex() const;
    VisitStore *visits() const;
    CatalogueStore *catalogue() const;
    OutboxStore *outboxStore() const;
    AuditLog *auditLog() const;
    Session *session() const;
    Outbox *outbox() const;
    BookingWorkflow *booking() const;
    VisitWorkflow *visitWorkflow() const;
    MatchWorkflow *matchWorkflow() const;
    LiveSync *liveSync() const;
    ReadingIn *readingIn() const;
    LateBilling *lateBilling() const;
    ScanWorkflow *scans() const;
    ImagingWorkflow *imaging() const;
    OpenDentalPlans *openDentalPlans() const;
    ChartWorkflow *charts() const;
    PlanWorkflow *plans() const;
    ProposalWorkflow *proposals() const;
    ScanLinkStore *scanLinks() const;
    QList<Connector *> connectors() const;

Q_SIGNALS:
    //! Every finished HTTP call, for counting and the activity page.
    void called(const CallRecord &call);
    void keyUnlocked();

private:
    Task<void> unlock();

    class Private;
    std::unique_ptr<Private> d;
};

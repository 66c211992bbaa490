// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/settings/settings.h"

class BookingWorkflow;
class CatalogueStore;
class ChartWorkflow;
class OutboxStore;
class Outbox;
class PatientIndex;
class PatientStore;
class PlanWorkflow;
class ProposalWorkflow;
class LiveSync;
class MatchWorkflow;
class ReadingIn;
class ScanLinkStore;
class ScanWorkflow;
class Session;
class VisitStore;
class VisitWorkflow;

//! What the windows may use: the desk's workflows, stores for reading, and session. Filled by
//! ui/main.cpp from FrontDesk (and by tests); all outlive the windows.
struct Desk {
    Settings settings;
    Clock clock;
    PatientStore *patients = nullptr;
    PatientIndex *patientIndex = nullptr;
    VisitStore *visits = nullptr;
    CatalogueStore *catalogue = nullptr;
    OutboxStore *outboxStore = nullptr;
    Outbox *outbox = nullptr;
    Session *session = nullptr;
    BookingWorkflow *booking = nullptr;
    VisitWorkflow *visitWorkflow = nullptr;
    MatchWorkflow *matchWorkflow = nullptr;
    LiveSync *liveSync = nullptr;
    ReadingIn *readingIn = nullptr;
    ScanWorkflow *scans = nullptr; //!< sites() is empty where Dental Desktop is not set up
    ScanLinkStore *scanLinks = nullptr;
    ChartWorkflow *charts = nullptr;
    PlanWorkflow *plans = nullptr;
    ProposalWorkflow *proposals = nullptr;
};

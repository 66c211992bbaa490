// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/frontdesk.h"
#include "ui/desk.h"

//! What ui/main.cpp gives to the window.
inline Desk deskOfWindows(const FrontDesk &front)
{
    Desk desk;
    desk.settings = front.settings();
    desk.clock = front.clock();
    desk.patients = front.patients();
    desk.patientIndex = front.patientIndex();
    desk.visits = front.visits();
    desk.catalogue = front.catalogue();
    desk.outboxStore = front.outboxStore();
    desk.outbox = front.outbox();
    desk.session = front.session();
    desk.booking = front.booking();
    desk.visitWorkflow = front.visitWorkflow();
    desk.matchWorkflow = front.matchWorkflow();
    desk.liveSync = front.liveSync();
    desk.readingIn = front.readingIn();
    desk.scans = front.scans();
    desk.scanLinks = front.scanLinks();
    desk.charts = front.charts();
    desk.plans = front.plans();
    desk.proposals = front.proposals();
    return desk;
}

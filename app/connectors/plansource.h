// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delivery.h"
#include "app/domain/remoteplan.h"

//! A system that surgeons plan treatments in. Reads only; knows JSON and HTTP of one system and
//! reads no store. Lives on the GUI thread as long as the program.
class PlanSource
{
public:
    virtual ~PlanSource() = default;
    virtual plans::Source source() const = 0;
    virtual Service service() const = 0;
    //! The patient's id over there; empty = not there. links: what is known of them here.
    virtual Task<QString> patientOf(Patient patient, Links links) = 0;
    //! Every plan of a patient over there, those deleted as such where it still knows them.
    virtual Task<QList<RemotePlan>> plansOf(QString remotePatient) = 0;
    //! By the source's own plan id.
    virtual Task<RemotePlan> plan(QString remoteId) = 0;
    //! The plans that come from one visit, by its links here; none where they are not tied.
    virtual Task<QList<RemotePlan>> plansOfVisit(Links links) = 0;
    //! Changed or deleted since, inclusive, by the source's clock.
    virtual Task<QList<RemotePlan>> changedSince(QDateTime since) = 0;
};

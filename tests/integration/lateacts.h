// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/census.h"
#include "tests/integration/simulateddesk.h"

#include <QJsonArray>
#include <QJsonObject>

//! Visits that are over and what DentalTap records of them afterwards, on a whole desk.
class LateActs
{
public:
    LateActs()
    {
        m_clinic.open();
        m_clinic.readIn();
    }

    SimulatedDesk &clinic() { return m_clinic; }
    FrontDesk &desk() { return m_clinic.desk(); }
    //! Somebody in the chair with two acts, all of it delivered.
    VisitId inChair();
    VisitId invoiced();
    bool exit(const VisitId &id);
    //! An invoiced visit with an act recorded after its exit.
    VisitId withLateAct();
    //! Bills every act that can be billed.
    static Result<Visit> bill(SimulatedDesk &desk, const VisitId &id);
    Result<Visit> bill(const VisitId &id) { return bill(m_clinic, id); }
    QJsonObject recordOf(const QString &system, const QString &collection, const QString &id);
    static QJsonObject act(const QString &tooth);
    //! The kinds of the open items, sorted.
    static QStringList kindsOf(const VisitDetail &detail);
    //! What one supplement adds to the census.
    static QStringList supplementKinds();

private:
    SimulatedDesk m_clinic;
};

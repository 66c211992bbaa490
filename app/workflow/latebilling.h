// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/gate.h"
#include "app/connectors/zoho/client.h"
#include "app/connectors/zoho/dealorders.h"
#include "app/settings/settings.h"
#include "app/store/visitstore.h"

//! Learns from the CRM which acts after an exit a desk with a database of its own has billed, and
//! retires them here. Costs no call while nothing is open.
class LateBilling
{
public:
    //! Everything outlives it. transport: the CRM's.
    LateBilling(zoho::Client *crm, Transport *transport, VisitStore *visits, Settings settings,
                Clock clock);

    //! One look, or the end of the one under way. It says nothing to anybody: what could not be
    //! learnt is asked in the next round.
    Task<void> look();

private:
    Task<void> lookNow();
    Task<void> take(VisitId visit, SalesOrder order, OrderOutcome outcome);

    zoho::Client *m_crm;
    zoho::DealOrders m_orders;
    VisitStore *m_visits;
    Settings m_settings;
    Clock m_clock;
    bool m_looking = false;
    Gate m_end; //!< of the look under way
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/clinic.h"
#include "tests/simulator/service.h"
#include "tests/simulator/simulator.h"

#include <memory>
#include <vector>

namespace sim {

class DentalDesktopAuthority;
class ZohoAccounts;

// One maker for each outside system. Clinic, clock and options outlive the service.
std::unique_ptr<Service> makeDentalTap(const Clinic &, SimClock &, const SimulatorOptions &);
std::unique_ptr<Service> makeQuickBooks(const Clinic &, SimClock &, const SimulatorOptions &);
std::unique_ptr<Service> makeGoogleCalendar(const Clinic &, SimClock &, const SimulatorOptions &);
std::unique_ptr<Service> makeOpenDental(const Clinic &, SimClock &, const SimulatorOptions &);

std::unique_ptr<Service> makeZoho(const Clinic &, SimClock &, const SimulatorOptions &,
                                  ZohoAccounts &accounts);

//! \a site is empty for the only server, or the first of several.
std::unique_ptr<Service> makeDentalDesktop(const Clinic &, SimClock &, const SimulatorOptions &,
                                           std::shared_ptr<const DentalDesktopAuthority> authority,
                                           const QString &site);

//! Every system there is, in a fixed order; the CRM comes as "accounts" and "zoho".
std::vector<std::unique_ptr<Service>> makeServices(const Clinic &, SimClock &,
                                                   const SimulatorOptions &);

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services.h"

#include "tests/simulator/dentaldesktopauthority.h"
#include "tests/simulator/dentaltap.h"
#include "tests/simulator/dentaltapstorage.h"
#include "tests/simulator/zohoaccounts.h"

namespace sim {

std::vector<std::unique_ptr<Service>> makeServices(const Clinic &clinic, SimClock &clock,
                                                   const SimulatorOptions &options)
{
    std::vector<std::unique_ptr<Service>> services;
    auto accounts = std::make_unique<ZohoAccounts>(clock, options);
    auto crm = makeZoho(clinic, clock, options, *accounts);
    services.push_back(std::move(accounts));
    services.push_back(std::move(crm));
    auto clinical = std::make_unique<DentalTap>(clinic, clock, options);
    auto storage = std::make_unique<DentalTapStorage>(*clinical, clock);
    clinical->setStorage(storage.get());
    services.push_back(std::move(clinical));
    services.push_back(std::move(storage));
    services.push_back(makeQuickBooks(clinic, clock, options));
    services.push_back(makeGoogleCalendar(clinic, clock, options));
    services.push_back(makeOpenDental(clinic, clock, options));
    // One maker certifies the servers of all sites (contract dental-desktop-3dd.md section 1.2).
    const auto authority = std::make_shared<const DentalDesktopAuthority>(clinic.options.seed);
    services.push_back(makeDentalDesktop(clinic, clock, options, authority, {}));
    for (const QString &site : options.dentalDesktopSites)
        services.push_back(makeDentalDesktop(clinic, clock, options, authority, site));
    return services;
}

} // namespace sim

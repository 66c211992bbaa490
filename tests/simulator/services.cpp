// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services.h"

namespace sim {

std::vector<std::unique_ptr<Service>> makeServices([[maybe_unused]] const Clinic &clinic,
                                                   [[maybe_unused]] SimClock &clock,
                                                   [[maybe_unused]] const SimulatorOptions &options)
{
    std::vector<std::unique_ptr<Service>> services;
    return services;
}

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"
#include "tests/simulator/simulator.h"

namespace sim {

//! The /_sim/ endpoints: what scripts use in place of the Simulator object's methods.
class Control
{
public:
    explicit Control(Simulator &simulator) : m_simulator(simulator) { }
    Answer handle(const Request &request);

private:
    Answer command(const QString &what, const QJsonObject &body);

    Simulator &m_simulator;
};

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/gate.h"
#include "app/connectors/dentaldesktop/client.h"
#include "app/workflow/scanworkflow.h"

#include <QElapsedTimer>

//! One server and what is under way with it.
struct ScanWorkflow::Lane {
    dentaldesktop::Client *client = nullptr;
    int requests = 0;
    Gate requestTurns;
    int images = 0;
    Gate imageTurns;
    int imageEpoch = 0; //!< counts cancellations
};

//! A request while it is followed.
struct ScanWorkflow::Followed {
    ScanActivity activity;
    Lane *lane = nullptr;
    Following following;
    QElapsedTimer since; //!< it was handed over
    QElapsedTimer unanswered; //!< the server has not been reached for so long
    std::optional<Error> lost; //!< the call's answer never came, or said no more than "failed"
    bool known = false; //!< the server has told a status of it
    bool sentAgain = false;
    bool askNow = false;
    bool given = false; //!< somebody stopped waiting
};

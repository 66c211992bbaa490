// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/planworkflow.h"

Task<Visit> PlanWorkflow::book(InterventionRequest)
{
    co_return failure(Error::Kind::Invalid, tr("Interventions cannot be booked here yet."));
}

Task<int> PlanWorkflow::minutesOf(PlannedPart)
{
    co_return failure(Error::Kind::Invalid, tr("Interventions cannot be booked here yet."));
}

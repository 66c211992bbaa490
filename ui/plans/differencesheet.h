// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/tooth.h"
#include "app/domain/treatmentplan.h"
#include "ui/plans/plandialog.h"

//! What a plan's source has changed since its latest version was signed or decided on: each item
//! as it was and as it is, and the way to the next version.
class DifferenceSheet : public PlanDialog
{
    Q_OBJECT

public:
    //! may: whoever is signed in may make the next version.
    DifferenceSheet(const PlanRecord &record, teeth::Notation notation, const Currency &currency,
                    bool may, QWidget *parent = nullptr);

Q_SIGNALS:
    void versionWanted();

protected:
    void go() override;
};

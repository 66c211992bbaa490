// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"
#include "ui/widgets/reasondialog.h"

//! Asks before something is never sent: what goes, what goes with it, and why.
class DiscardDialog : public ReasonDialog
{
    Q_OBJECT

public:
    DiscardDialog(const OutboxRow &row, const QList<OutboxRow> &dependents,
                  QWidget *parent = nullptr);
};

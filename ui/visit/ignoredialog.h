// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/reasondialog.h"

//! Asks why acts stay off every invoice.
class IgnoreDialog : public ReasonDialog
{
    Q_OBJECT

public:
    //! acts: one line of words each.
    explicit IgnoreDialog(const QStringList &acts, QWidget *parent = nullptr);
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/reasondialog.h"

//! The patient does not want a plan; its quote is closed in the CRM.
class DeclineDialog : public ReasonDialog
{
    Q_OBJECT

public:
    explicit DeclineDialog(const QString &plan, QWidget *parent = nullptr);
};

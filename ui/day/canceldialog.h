// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/reasondialog.h"

//! Asks once before an appointment is cancelled everywhere: says what happens, takes the reason.
class CancelDialog : public ReasonDialog
{
    Q_OBJECT

public:
    CancelDialog(const QString &patient, const QString &when, QWidget *parent = nullptr);
};

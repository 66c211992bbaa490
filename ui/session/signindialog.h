// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"

#include <QDialog>
#include <memory>

namespace Ui {
class SignInDialog;
}

//! Name and PIN. A wrong one is said in words; each failure in a row makes the next answer wait.
class SignInDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SignInDialog(const Desk &desk, QWidget *parent = nullptr);
    ~SignInDialog() override;

    //! What was wanted when the sign-in came in between: shown, so that nobody wonders.
    void setReason(const QString &text);

private:
    void offerNames();
    void signIn();
    void say(const QString &text, bool wrong);

    Desk m_desk;
    std::unique_ptr<Ui::SignInDialog> m_ui;
    int m_failures = 0;
    bool m_checking = false;
};

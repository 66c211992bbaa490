// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

//! Asks why acts stay off every invoice. Nothing happens without a reason.
class IgnoreDialog : public QDialog
{
    Q_OBJECT

public:
    //! acts: one line of words each.
    explicit IgnoreDialog(const QStringList &acts, QWidget *parent = nullptr);
    QString reason() const;

private:
    QLineEdit *m_reason;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;

//! Asks once before an appointment is cancelled everywhere: says what happens, takes the reason.
class CancelDialog : public QDialog
{
    Q_OBJECT

public:
    CancelDialog(const QString &patient, const QString &when, QWidget *parent = nullptr);
    QString reason() const;

private:
    QComboBox *m_reason;
};

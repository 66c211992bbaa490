// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

//! The one field that finds a patient, from everywhere in the window.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(QWidget *parent = nullptr);

Q_SIGNALS:
    //! Enter: show the results for this text.
    void searchRequested(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QVBoxLayout;

//! Asks why, before something that the audit keeps the reason of. Nothing happens without one.
class ReasonDialog : public QDialog
{
    Q_OBJECT

public:
    QString reason() const;

protected:
    //! what: the question, in bold; meaning: what follows from a yes.
    ReasonDialog(const QString &what, const QString &meaning, QWidget *parent);
    //! Something to look at between the question and the reason.
    void addWidget(QWidget *widget);
    //! Ends the dialog. field: where the reason is typed or chosen, line: its text; go and stay:
    //! the buttons' words (stay empty = Cancel). stayByDefault: Return keeps everything as it is.
    void ask(QWidget *field, QLineEdit *line, const QString &go, const QString &stay = {},
             bool stayByDefault = false);

private:
    QVBoxLayout *m_layout;
    QLineEdit *m_reason = nullptr;
};

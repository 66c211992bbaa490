// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class Notice;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

//! The look of every sheet about a plan, as the walk-in's: title, a quiet line below it, what there
//! is to do, what is the matter, and at the foot one main act that Ctrl+Enter does too.
class PlanDialog : public QDialog
{
    Q_OBJECT

public:
    //! Says why the last try was refused; nothing is lost. Empty = all is well.
    void showProblem(const QString &text);
    //! The act is under way: its button waits.
    void setBusy(bool busy);
    QPushButton *goButton() const { return m_go; }

protected:
    PlanDialog(const QString &title, const QString &about, QWidget *parent);
    QVBoxLayout *body() const { return m_body; }
    //! At the left of the buttons.
    QHBoxLayout *foot() const { return m_foot; }
    void setAbout(const QString &about);
    //! text without the keys, which are added.
    void setGo(const QString &text, bool enabled = true);
    //! Called by the button and by Ctrl+Enter.
    virtual void go() = 0;
    //! A quiet label over a field, its buddy; field null = it leads nowhere.
    QLabel *addLabel(const QString &text, QWidget *field);
    void fitHeight();

private:
    QLabel *m_about;
    QVBoxLayout *m_body;
    Notice *m_problem;
    QHBoxLayout *m_foot;
    QPushButton *m_cancel;
    QPushButton *m_go;
    bool m_may = true;
    bool m_busy = false;
};

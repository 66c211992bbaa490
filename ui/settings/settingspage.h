// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dentalprofile.h"
#include "ui/desk.h"
#include "ui/widgets/messagebar.h"

class BackgroundBox;
class Notice;
class ProposalBox;
class QLabel;
class QVBoxLayout;
class QListWidget;
class QPushButton;
class QStackedWidget;

//! What an administrator decides for the clinic, a section each. The sections at the left, the
//! chosen one at the right.
class SettingsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(const Desk &desk, QWidget *parent = nullptr);

    //! Rights changed: sign-in, sign-out.
    void updateRights();
    BackgroundBox *background(dental::ChartKind kind) const { return m_backgrounds.value(kind); }
    ProposalBox *proposals() const { return m_proposals; }

Q_SIGNALS:
    void said(const Message &message);
    void signInNeeded(const std::function<void()> &then);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addSection(const QString &title, QWidget *content);
    //! A section's page with its title and what it is about.
    QVBoxLayout *makeSection(QWidget *section, const QString &title, const QString &about);
    QWidget *makeBackgrounds();
    QWidget *makeProposals();

    Desk m_desk;
    QListWidget *m_sections;
    QStackedWidget *m_stack;
    Notice *m_rights;
    QPushButton *m_signIn = nullptr;
    QHash<dental::ChartKind, BackgroundBox *> m_backgrounds;
    ProposalBox *m_proposals = nullptr; //!< null where there are no plans
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/proposal.h"
#include "ui/desk.h"
#include "ui/widgets/messagebar.h"

#include <QWidget>

class Notice;
class NoteEdit;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTabWidget;

//! How the clinic writes its treatment proposals: texts in both languages, validity, what stands on
//! the paper and which document is signed. Nothing is kept before Save.
class ProposalBox : public QWidget
{
    Q_OBJECT

public:
    explicit ProposalBox(const Desk &desk, QWidget *parent = nullptr);

    void read();
    void setEditable(bool editable);
    QPushButton *saveButton() const { return m_save; }

Q_SIGNALS:
    void said(const Message &message);

private:
    struct Texts {
        NoteEdit *letterhead;
        NoteEdit *opening;
        NoteEdit *closing;
        NoteEdit *legal;
    };
    QWidget *makeTexts(const QString &language);
    void show(const ProposalTemplate &form);
    void showProviders(const QList<Provider> &providers);
    ProposalTemplate form() const;
    void changed();
    void save();

    Desk m_desk;
    QTabWidget *m_languages;
    QMap<QString, Texts> m_texts;
    QSpinBox *m_days;
    QComboBox *m_official;
    QComboBox *m_notation;
    QCheckBox *m_chart;
    QCheckBox *m_conventional;
    QFormLayout *m_registrationForm;
    QMap<QString, QLineEdit *> m_registrations; //!< by provider id
    Notice *m_problem;
    QPushButton *m_save;
    QPushButton *m_revert;
    ProposalTemplate m_kept;
    bool m_editable = false;
    bool m_filling = false;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/remotepatient.h"
#include "app/domain/visit.h"
#include "app/store/patientindex.h"
#include "ui/desk.h"

#include <QDialog>

class Notice;
namespace Ui {
class MatchDialog;
}

//! Who a DentalTap patient without external id is: their facts beside the patients that are alike,
//! a search, or a new patient. Accepted once the match is written.
class MatchDialog : public QDialog
{
    Q_OBJECT

public:
    MatchDialog(const Desk &desk, const VisitId &visit, QWidget *parent = nullptr);
    ~MatchDialog() override;

    //! Name of whom the visit belongs to now; after acceptance.
    QString matchedName() const { return m_name; }

private:
    void readFacts();
    void showFacts();
    void search(const QString &text);
    void choose(const PatientMatch &match);
    void match();
    void makeNew(bool despiteSimilar);
    void finish(const Result<Visit> &visit);
    void setBusy(bool busy);

    Desk m_desk;
    VisitId m_visit;
    std::unique_ptr<Ui::MatchDialog> m_ui;
    Notice *m_notice;
    Notice *m_similar;
    Patient m_facts;
    PatientMatch m_chosen;
    QString m_name;
    bool m_busy = false;
};

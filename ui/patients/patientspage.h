// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"
#include "app/store/patientindex.h"
#include "ui/desk.h"
#include "ui/widgets/messagebar.h"

#include <QTimeZone>
#include <QWidget>

class PatientCard;
class PatientForm;
class PatientList;
class Notice;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QLabel;

//! Search at the left, the patient's record at the right: read it, change it, make a new one.
class PatientsPage : public QWidget
{
    Q_OBJECT

public:
    explicit PatientsPage(const Desk &desk, QWidget *parent = nullptr);

    void showPatient(const PatientId &id);
    //! An empty form.
    void startNew();
    //! Rights changed: sign-in, sign-out.
    void updateRights();
    QLineEdit *searchField() const { return m_search; }
    PatientForm *form() const { return m_form; }
    PatientCard *card() const { return m_card; }

Q_SIGNALS:
    void said(const Message &message);
    void signInNeeded(const std::function<void()> &then);
    void visitRequested(const VisitId &id, const QDate &day);
    void walkInRequested(const PatientMatch &match);
    void chartRequested(const PatientId &id);
    void plansRequested(const PatientId &id);

private:
    QWidget *makeSearch();
    QWidget *makeEditor();
    void read();
    void edit();
    void save();
    void saved(const Result<Patient> &result);
    void checkSimilar();
    void leaveEditor();

    Desk m_desk;
    QTimeZone m_zone;
    QLineEdit *m_search;
    PatientList *m_list;
    QLabel *m_count;
    QStackedWidget *m_stack;
    QLabel *m_empty;
    PatientCard *m_card;
    PatientForm *m_form = nullptr;
    PatientList *m_similarList = nullptr;
    Notice *m_similar = nullptr;
    Notice *m_problem = nullptr;
    QLabel *m_formTitle = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_new = nullptr;
    QWidget *m_editor = nullptr;
    PatientId m_id;
    Patient m_patient;
    bool m_isNew = false;
    bool m_declined = false; //!< similar ones were shown and declined
    bool m_saving = false;
    int m_reading = 0;
};

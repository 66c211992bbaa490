// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/patient.h"
#include "ui/desk.h"
#include "ui/toothchart/chartpane.h"
#include "ui/toothchart/chartsheet.h"
#include "ui/toothchart/toothpanel.h"
#include "ui/widgets/messagebar.h"

class ChartHistoryModel;
class FactTable;
class MiniProfile;
class PatientHead;
class QSplitter;
class QStackedWidget;
class QTableView;

//! A patient's teeth: the chart, the history below it, the chosen tooth at the right; two dates
//! beside each other on demand. Whoever may not see charts is told so and sees which teeth there
//! are.
class ChartPage : public QWidget
{
    Q_OBJECT

public:
    explicit ChartPage(const Desk &desk, QWidget *parent = nullptr);

    void showPatient(const PatientId &patient) { showOwner(ChartOwner(patient)); }
    //! As it was at that visit.
    void showOwner(const ChartOwner &owner);
    //! Rights changed: sign-in, sign-out.
    void updateRights();

    ChartBar *bar() const { return m_bar; }
    ChartPane *pane() const { return m_pane; }
    //! The other date, while dates are compared.
    ChartPane *otherPane() const { return m_other; }
    ToothPanel *toothPanel() const { return m_panel; }
    FactTable *changes() const { return m_changes; }
    MiniProfile *miniProfile() const { return m_mini; }
    //! What would be printed or kept.
    ChartSheet sheet() const;

Q_SIGNALS:
    void said(const Message &message);
    void signInNeeded(const std::function<void()> &then);
    void scansRequested(const PatientId &patient);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeChart();
    QWidget *makeExplanation();
    QTableView *makeHistory();
    void connectPane(ChartPane *pane);
    void connectBar();
    void read();
    void readPerson();
    void readVisits();
    void readHistory();
    void readTreatments();
    void readPlans();
    void readCases();
    void readSummary();
    void takeHistory(const QList<ToothEvent> &events);
    void takeCases(const QList<ScanCase> &cases);
    bool mayLook() const;
    void showPerson();
    void showLook();
    void showFacts();
    void showFigures();
    void showHint();
    void showExplanation();
    void showMarks();
    void compare(bool on);
    void showChanges();
    void choose(ChartPane *from);
    void showMenu(const QPoint &at);
    void print();
    void copy();
    void keep(const QString &suffix, const QString &filter,
              Result<void> (*save)(const ChartSheet &, const QString &));
    void useInProposal(const QList<teeth::Tooth> &teeth);
    void tell(const Error &error);

    Desk m_desk;
    QTimeZone m_zone;
    PatientHead *m_head;
    QStackedWidget *m_stack;
    QLabel *m_explanation = nullptr;
    QPushButton *m_signIn = nullptr;
    MiniProfile *m_mini = nullptr;
    ChartBar *m_bar;
    ChartPane *m_pane;
    ChartPane *m_other;
    QSplitter *m_panes;
    FactTable *m_changes;
    QLabel *m_hint;
    Notice *m_figures;
    ChartHistoryModel *m_model;
    QTableView *m_history;
    QLabel *m_historyNote;
    ToothPanel *m_panel;

    PatientId m_id;
    VisitId m_visit;
    Patient m_patient;
    ToothPanel::Facts m_facts;
    QList<ChartVisit> m_visits;
    int m_reading = 0; //!< only answers about the newest patient count
    bool m_choosing = false; //!< both panes are being told of a choice
};

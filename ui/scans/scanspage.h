// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk.h"
#include "ui/scans/casepanel.h"
#include "ui/scans/stationcards.h"
#include "ui/widgets/messagebar.h"

#include "app/domain/patient.h"

#include <QTimeZone>
#include <QTimer>

class ActivityList;
class CaseFilterBar;
class CasesModel;
class Notice;
class PatientFinder;
class PhotoGallery;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

//! Dental Desktop from the desk: its stations, what is under way there, a patient's link, cases and
//! photos.
class ScansPage : public QWidget
{
    Q_OBJECT

public:
    explicit ScansPage(const Desk &desk, QWidget *parent = nullptr);

    void showPatient(const PatientId &id);
    //! Rights changed: sign-in, sign-out.
    void updateRights();
    PhotoGallery *gallery() const { return m_gallery; }

Q_SIGNALS:
    void said(const Message &message);
    void signInNeeded(const std::function<void()> &then);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeCases();
    QString site() const;
    void read();
    void readStations();
    void readCases();
    void showLink(const std::optional<ScanLink> &link);
    void showCase();
    void showEmpty();
    void tell(const Error &error);
    void unavailable(const Error &error);
    void check();
    void trust();
    void press(StationCards::Act act, const ScanWorkflow::Target &target);
    void press(CasePanel::Act act, const ScanWorkflow::Target &target);
    //! Starts it now, or after the sign-in.
    void start(const std::function<Task<ScanActivity>()> &act);

    Desk m_desk;
    QTimeZone m_zone;
    QComboBox *m_sites;
    QLabel *m_name;
    QLabel *m_person;
    PatientFinder *m_search;
    Notice *m_problem;
    QPushButton *m_confirm = nullptr;
    StationCards *m_stations;
    ActivityList *m_activities;
    CaseFilterBar *m_filter;
    CasesModel *m_model;
    QTableView *m_table;
    QLabel *m_empty;
    PhotoGallery *m_gallery;
    CasePanel *m_panel;
    PatientId m_id;
    Patient m_patient;
    std::optional<ScanLink> m_link;
    std::optional<ShownCertificate> m_certificate;
    QTimer m_stationTimer;
    int m_reading = 0;
    int m_readingCases = 0;
    bool m_casesAsked = false; //!< they are on their way
};

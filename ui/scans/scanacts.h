// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflow/scanworkflow.h"
#include "ui/desk.h"
#include "ui/widgets/messagebar.h"

#include <QWidget>

class ActivityList;
class QPushButton;

//! Dental Desktop in the visit's panel: open the patient at a station, start a scan, see the cases.
class ScanActs : public QWidget
{
    Q_OBJECT

public:
    //! Only where Dental Desktop is set up.
    explicit ScanActs(const Desk &desk, QWidget *parent = nullptr);
    //! Empty: nobody is matched yet.
    void setPatient(const PatientId &patient);

Q_SIGNALS:
    void scansRequested(const PatientId &patient);
    void said(const Message &message);
    void signInNeeded(const std::function<void()> &then);

private:
    void start(bool newScan, const ScanWorkflow::Target &target);
    void tell(const Error &error);

    Desk m_desk;
    PatientId m_patient;
    ActivityList *m_activities;
};

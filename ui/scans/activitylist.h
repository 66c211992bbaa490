// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/workflow/scanworkflow.h"

#include <QTimer>
#include <QWidget>

class Notice;
class QPushButton;
class QVBoxLayout;

//! What is under way at the stations, each with its state in words, since when, and a way out:
//! "Withdraw" while the station has not taken it, "Stop waiting" afterwards, "Close" at the end.
class ActivityList : public QWidget
{
    Q_OBJECT

public:
    ActivityList(ScanWorkflow *scans, Clock clock, QWidget *parent = nullptr);
    //! Only this patient's and what is nobody's (as opening a case); empty = all.
    void setPatient(const PatientId &patient);
    void refresh();

Q_SIGNALS:
    void failed(const Error &error);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Row {
        Notice *notice = nullptr;
        QPushButton *withdraw = nullptr;
        QPushButton *stop = nullptr;
        QPushButton *close = nullptr;
    };
    Row makeRow(const QString &id);
    void show(const Row &row, const ScanActivity &activity);
    //! How long what is open has been under way.
    void tick();

    ScanWorkflow *m_scans;
    Clock m_clock;
    QTimer m_seconds;
    PatientId m_patient;
    QVBoxLayout *m_layout;
    QHash<QString, Row> m_rows;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"
#include "app/settings/settings.h"

#include <QScrollArea>
#include <QTimeZone>

class Chips;
class QLabel;
class QPushButton;
class QStandardItemModel;
class QTreeView;
class RecordList;

//! A patient's record to read: who, how to reach them, alerts, appointments, linked records.
class PatientCard : public QScrollArea
{
    Q_OBJECT

public:
    explicit PatientCard(QTimeZone zone, QWidget *parent = nullptr);
    void setPatient(const Patient &patient, QDate today);
    void setAppointments(const QList<DayEntry> &entries);
    void setLinks(const Links &links, const Settings &settings);
    QPushButton *editButton() const { return m_edit; }
    QPushButton *walkInButton() const { return m_walkIn; }
    QPushButton *chartButton() const { return m_chart; }
    QPushButton *plansButton() const { return m_plans; }

Q_SIGNALS:
    void visitRequested(const VisitId &id, const QDate &day);

private:
    QTimeZone m_zone;
    QLabel *m_name;
    QLabel *m_person;
    QLabel *m_contact;
    Chips *m_alerts;
    QPushButton *m_edit;
    QPushButton *m_walkIn;
    QPushButton *m_chart;
    QPushButton *m_plans;
    QStandardItemModel *m_model;
    QTreeView *m_appointments;
    QLabel *m_none;
    RecordList *m_links;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflow/planworkflow.h"
#include "ui/desk.h"
#include "ui/widgets/messagebar.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class PatientHead;
class PlanActs;
class PlanSheet;
class QLabel;
class QPushButton;
class QStackedWidget;

//! The treatment plans of one patient: reads them, shows them, does what is decided about them.
class PlansPage : public QWidget
{
    Q_OBJECT

public:
    explicit PlansPage(const Desk &desk, QWidget *parent = nullptr);

    //! plan: chosen at first; empty = as it comes.
    void showPatient(const PatientId &id, const PlanId &plan = {});
    //! Rights changed: sign-in, sign-out.
    void updateRights();
    //! As the clinic writes teeth.
    void setNotation(teeth::Notation notation);
    PlanSheet *sheet() const { return m_sheet; }
    PlanActs *acts() const { return m_acts; }

Q_SIGNALS:
    void said(const Message &message);
    void signInNeeded(const std::function<void()> &then);
    void visitRequested(const VisitId &id, const QDate &day);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeExplanation();
    bool mayLook() const;
    void read();
    //! Only what is kept here.
    void readKept();
    void ask();
    void take(const PlanReading &reading);
    void readForm();
    //! What waits to be sent for this patient's plans, or was refused.
    void readDelivery();
    void showPerson();
    void showExplanation();

    Desk m_desk;
    QTimeZone m_zone;
    PatientHead *m_head;
    QStackedWidget *m_stack;
    QLabel *m_explanation = nullptr;
    QPushButton *m_signIn = nullptr;
    QPushButton *m_again = nullptr;
    PlanSheet *m_sheet;
    PlanActs *m_acts;
    PatientId m_id;
    PlanId m_wanted; //!< to be chosen when it comes
    Patient m_patient;
    QList<PlanRecord> m_plans;
    QTimer m_deliverySoon;
    QString m_failed; //!< why nothing could be read, in words
    int m_reading = 0; //!< only the newest answer is shown
    bool m_asked = false; //!< the sources have answered or failed
    bool m_asking = false;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflow/bookingworkflow.h"
#include "ui/desk.h"

#include <QDialog>
#include <QTimeZone>
#include <QTimer>
#include <memory>
#include <optional>

class Notice;

namespace Ui {
class WalkInDialog;
}

//! A walk-in in one dialog and by keys alone: type, pick or make the patient, take the first free
//! time, Ctrl+Enter. Answers come from the local database; what is refused is said in words and
//! nothing typed is lost.
class WalkInDialog : public QDialog
{
    Q_OBJECT

public:
    //! wished: a time, surgeon or room chosen in the day view; empty = the first free time.
    WalkInDialog(const Desk &desk, const Slot &wished, QWidget *parent = nullptr);
    ~WalkInDialog() override;

    //! Takes the patient as found, as the list's Enter does.
    void pickPatient(const PatientMatch &match);
    void reject() override;

Q_SIGNALS:
    void booked(const Visit &visit, const QDate &day);
    void signInNeeded(const std::function<void()> &then);

private:
    enum class Who { Nobody, Known, New };

    // The patient: walkinpatient.cpp
    void makePatientPart();
    void searchChanged(const QString &text);
    void startNewPatient(const QString &text);
    void forgetPatient();
    void showWho();
    void checkSimilar(bool asked);

    void readCatalogue();
    void fillReasons(const QList<Product> &products, const ProductId &first);
    int minutes() const;
    void readSlots();
    void showSlots(const QList<Slot> &free);
    void showButton();
    void showOffline();
    void say(const QString &problem);
    void fitHeight();
    void fitHeightSoon() { m_heightSoon.start(); }
    void book();
    void refused(const Error &error);
    bool hasInput() const;

    Desk m_desk;
    QTimeZone m_zone;
    Slot m_wished;
    std::unique_ptr<Ui::WalkInDialog> m_ui;
    Notice *m_problem;
    Notice *m_similar;
    Who m_who = Who::Nobody;
    PatientMatch m_match; //!< when Known
    Patient m_declined; //!< the new patient for whom the similar ones were declined
    bool m_hasDeclined = false;
    QList<Product> m_products;
    QList<Provider> m_providers;
    QTimer m_slotsSoon;
    QTimer m_heightSoon;
    int m_slotReading = 0; //!< only the newest answer is shown
    bool m_booking = false;
};

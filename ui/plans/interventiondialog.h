// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflow/planworkflow.h"
#include "ui/desk.h"
#include "ui/plans/plandialog.h"
#include "ui/plans/planitemtree.h"

#include <QTimeZone>
#include <QTimer>

class Chips;
class NoteEdit;
class QComboBox;
class QLineEdit;
class SlotBoard;

//! An intervention of what a patient has accepted, in one dialog as a walk-in: which items, how
//! long, the surgeon's first free times, Ctrl+Enter. Answers come from the local database.
class InterventionDialog : public PlanDialog
{
    Q_OBJECT

public:
    //! phase: chosen at first; empty = all that is left to book.
    InterventionDialog(const Desk &desk, const PlanRecord &record, const QString &phase,
                       teeth::Notation notation, const Currency &currency,
                       QWidget *parent = nullptr);

    PlanItemTree *tree() const { return m_tree; }
    SlotBoard *board() const { return m_board; }
    void setProviders(const QList<Provider> &providers);
    void setRooms(const QList<Room> &rooms);
    //! How long the chosen items take, as the plan and the catalogue say; 0 = they do not.
    void setPlannedMinutes(int minutes);
    //! Free times in order.
    void showSlots(const QList<Slot> &free);

Q_SIGNALS:
    void booked(const Visit &visit, const QDate &day);
    void signInNeeded(const std::function<void()> &then);

protected:
    void go() override;

private:
    QWidget *makeChoices();
    //! What is asked of the workflows: interventionbooking.cpp.
    void readCatalogue();
    void readMinutes();
    void readSlots();
    void book(bool despiteConflicts);
    void refused(const Error &error);
    PlannedPart part() const;
    int minutes() const;
    std::optional<Money> deposit();
    void showChosen();
    void showButton();
    void showOffline();

    Desk m_desk;
    QTimeZone m_zone;
    PlanRecord m_record;
    Currency m_currency;
    QList<Provider> m_providers;
    PlanItemTree *m_tree;
    QLabel *m_total;
    QComboBox *m_length;
    QComboBox *m_room;
    QLineEdit *m_deposit;
    QLabel *m_heading;
    SlotBoard *m_board;
    NoteEdit *m_note;
    Chips *m_offline;
    QTimer m_slotsSoon;
    int m_minutesReading = 0;
    int m_slotReading = 0; //!< only the newest answer is shown
    bool m_lengthByHand = false;
    bool m_booking = false;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/day/visitactions.h"
#include "ui/desk.h"
#include "ui/widgets/messagebar.h"

class DayModel;

//! Carries out what VisitActions and the day view ask for: asks once where something leaves the
//! house or is in the way, starts the workflow, and says how it went.
class VisitActs : public QObject
{
    Q_OBJECT

public:
    //! window: parent of the questions.
    VisitActs(Desk desk, DayModel *model, QWidget *window);

    //! CheckIn, Seat, NoShow, Cancel, Undo, Decide, Match, Unmatch. The others belong to the page.
    void perform(VisitActions::Act act, const VisitId &id);
    //! Asks when the slot has problems.
    void move(const VisitId &id, const Slot &slot);
    //! Slots for people: "Monday 23 November, 10:00–10:30".
    QString slotText(const Slot &slot) const;

Q_SIGNALS:
    void said(const Message &message);
    //! The day has to be read again.
    void done(const VisitId &id);

private:
    using Start = std::function<Task<Visit>()>;
    void run(const VisitId &id, const QString &what, bool undoable, const Start &start);
    void checkIn(const VisitId &id, const DayEntry &entry);
    //! At once, or behind the question who the patient is.
    void whenKnown(const VisitId &id, const DayEntry &entry, const std::function<void()> &then);
    //! Asks who the patient is; then goes on with what was wanted.
    void match(const VisitId &id, const std::function<void()> &then);
    void unmatch(const VisitId &id);
    void cancel(const VisitId &id, const DayEntry &entry);
    void decide(const VisitId &id, const DayEntry &entry);
    void startMove(const VisitId &id, const Slot &slot, bool despite);
    void askMove(const VisitId &id, const Slot &slot, const QList<SlotProblem> &problems);
    void refused(const Error &error);

    Desk m_desk;
    DayModel *m_model;
    QWidget *m_window;
};

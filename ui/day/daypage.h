// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/day/dayview.h"
#include "ui/day/visitactions.h"
#include "ui/desk.h"
#include "ui/widgets/messagebar.h"

#include <QTimer>
#include <QWidget>

class QActionGroup;
class QMenu;
class QSplitter;
class VisitActs;
class SlotQueue;
class WaitingList;

//! The day: columns of cards, the waiting room below and a place for the selected visit at the
//! right. Reads from the local database at once and again whenever that changes.
class DayPage : public QWidget
{
    Q_OBJECT

public:
    enum class Span { Day, ThreeDays, Week };
    Q_ENUM(Span)

    //! What the page can do, for menus and the top bar.
    struct Actions {
        QAction *previous = nullptr;
        QAction *today = nullptr;
        QAction *next = nullptr;
        QAction *day = nullptr;
        QAction *threeDays = nullptr;
        QAction *week = nullptr;
        QAction *byRoom = nullptr;
        QAction *waiting = nullptr;
        QAction *cancelled = nullptr;
        QAction *zoomIn = nullptr;
        QAction *zoomOut = nullptr;
        QAction *zoomReset = nullptr;
        QAction *refresh = nullptr;
        QMenu *surgeon = nullptr; //!< one of them, or all
    };
    //! How many cards stand for what, on the days shown.
    struct Counts {
        int appointments = 0;
        int waiting = 0;
        int inTreatment = 0;
        friend bool operator==(const Counts &, const Counts &) = default;
    };
    //! What is known before the database has answered: read by the start-up worker.
    struct FirstDay {
        QDate date;
        QList<DayEntry> entries;
        QList<Provider> providers;
        QList<Room> rooms;
    };

    explicit DayPage(const Desk &desk, QWidget *parent = nullptr);

    //! Shown before the first reading; without it the page reads at once.
    void setFirstDay(const FirstDay &first);
    //! The panel of the selected visit; taken over.
    void setVisitPanel(QWidget *panel);
    void showDate(QDate date);
    //! Goes to the visit's day and selects it as soon as it is there.
    void showVisit(const VisitId &id, QDate date);
    void reload();
    //! False: a clinic that hides the day until somebody has signed in.
    void setDayVisible(bool visible);
    //! Rights changed: sign-in, sign-out.
    void updateRights();

    QDate date() const { return m_date; }
    QDate today() const;
    Span span() const { return m_span; }
    //! The days on screen, first to last: of a week those that the clinic is open or that are used.
    QList<QDate> dates() const;
    Counts counts() const;
    DayView *view() const { return m_view; }
    DayModel *model() const { return m_model; }
    WaitingList *waitingList() const { return m_waiting; }
    VisitActions *visitActions() const { return m_visitActions; }
    const Actions &actions() const { return m_actions; }
    //! Carries out an act on the selected visit, as its menu entry would.
    void perform(VisitActions::Act act);

    QVariantMap viewState() const;
    void restoreViewState(const QVariantMap &state);

Q_SIGNALS:
    void said(const Message &message);
    void dateChanged();
    void countsChanged();
    void selectionChanged(const VisitId &id);
    //! Enter or double click: the visit panel should take the focus.
    void opened(const VisitId &id);
    void exitRequested(const VisitId &id);
    void chartRequested(const PatientId &patient, const VisitId &id);
    void plansRequested(const PatientId &patient);
    //! An empty time was chosen; slot has surgeon or room.
    void walkInRequested(const Slot &slot);

private:
    QAction *addAction(const QString &text, const QKeySequence &key, void (DayPage::*act)());
    void makeActions();
    void makeSurgeonMenu();
    void setSpan(Span span);
    void step(int direction);
    void zoom(double factor);
    void readEntries();
    void selectWanted();
    void readQueue(const QList<DayEntry> &day, int reading);
    void readCatalogue();
    void setEntries(const QList<DayEntry> &entries);
    void updateColumns();
    void updateVisitActions();
    void showMenu(const VisitId &id, const QPoint &position);

    Desk m_desk;
    QTimeZone m_zone;
    DayModel *m_model;
    DayView *m_view;
    WaitingList *m_waiting;
    SlotQueue *m_slotQueue;
    QSplitter *m_columns;
    QSplitter *m_side;
    VisitActions *m_visitActions;
    VisitActs *m_acts;
    Actions m_actions;
    QActionGroup *m_spanGroup = nullptr;
    QActionGroup *m_surgeonGroup = nullptr;
    QDate m_date;
    VisitId m_wanted; //!< to be selected once its day is read
    Span m_span = Span::Day;
    ProviderId m_onlySurgeon;
    QList<Provider> m_providers;
    QList<Room> m_rooms;
    QTimer m_reloadSoon;
    int m_reading = 0; //!< counts readings: only the newest answer is shown
    bool m_scrolled = false;
    bool m_acrossSoon = false; //!< the chosen date is to come into sight once its cards are there
    bool m_visible = true;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"
#include "app/domain/permission.h"

#include <QAction>
#include <QObject>
#include <functional>

class QMenu;
class QWidget;

//! Everything that can be done with one visit, as actions with words and keys; shown in menus and
//! on buttons. What is enabled follows from the visit's stage and the rights of who is signed in.
//! The actions only ask: requested() says which.
class VisitActions : public QObject
{
    Q_OBJECT

public:
    enum Act {
        Open,
        Next,
        CheckIn,
        Seat,
        Exit,
        Move,
        NoShow,
        Cancel,
        Undo,
        Decide,
        Match,
        Unmatch,
        Chart,
        Plans
    };
    Q_ENUM(Act)

    //! keyScope: the widget within which the keys work.
    VisitActions(QWidget *keyScope, QObject *parent);

    QAction *action(Act act) const { return m_actions.value(act); }
    //! Null = nothing is selected.
    void setVisit(const DayEntry *entry, const std::function<bool(Permission)> &may);
    //! All of them, with separators.
    void fill(QMenu *menu) const;

    //! The act that Next stands for; Open where a visit is over.
    static Act nextAct(const DayEntry &entry);
    //! Whether the stage alone allows the act.
    static bool fits(Act act, const DayEntry &entry);

Q_SIGNALS:
    void requested(VisitActions::Act act);

private:
    void add(Act act, const QString &text, const QKeySequence &key, QWidget *keyScope);

    QHash<Act, QAction *> m_actions;
};

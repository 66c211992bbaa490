// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/visitactions.h"

#include "ui/day/daywords.h"

#include <QMenu>
#include <QWidget>

VisitActions::VisitActions(QWidget *keyScope, QObject *parent) : QObject(parent)
{
    add(Open, tr("&Open visit"), {}, keyScope);
    add(Next, tr("Next &stage"), QKeySequence(Qt::CTRL | Qt::Key_Return), keyScope);
    add(CheckIn, tr("Check &in"), QKeySequence(Qt::CTRL | Qt::Key_I), keyScope);
    add(Seat, tr("&Take to the chair"), QKeySequence(Qt::CTRL | Qt::Key_T), keyScope);
    add(Exit, tr("E&xit treatment room…"), QKeySequence(Qt::CTRL | Qt::Key_E), keyScope);
    add(Move, tr("&Move…"), QKeySequence(Qt::CTRL | Qt::Key_X), keyScope);
    add(Match, tr("Match &patient…"), QKeySequence(Qt::CTRL | Qt::Key_M), keyScope);
    add(Decide, tr("&Decide on the time…"), QKeySequence(Qt::CTRL | Qt::Key_D), keyScope);
    add(NoShow, tr("&No-show"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), keyScope);
    add(Cancel, tr("&Cancel appointment…"), QKeySequence(Qt::Key_Delete), keyScope);
    add(Unmatch, tr("Ta&ke the match back"), {}, keyScope);
    add(Chart, tr("Ch&art"), QKeySequence(Qt::CTRL | Qt::Key_H), keyScope);
    add(Plans, tr("Treatment p&lans"), QKeySequence(Qt::CTRL | Qt::Key_P), keyScope);
    add(Undo, tr("&Undo last step"), QKeySequence::Undo, keyScope);
    setVisit(nullptr, {});
}

void VisitActions::add(Act act, const QString &text, const QKeySequence &key, QWidget *keyScope)
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    keyScope->addAction(action);
    connect(action, &QAction::triggered, this, [this, act] { Q_EMIT requested(act); });
    m_actions.insert(act, action);
}

VisitActions::Act VisitActions::nextAct(const DayEntry &entry)
{
    switch (entry.visit.state) {
    case VisitState::Booked:
        // Nobody comes at no time: who waits for a slot gets one first.
        return entry.appointment.slot.isGiven() ? CheckIn : Move;
    case VisitState::Arrived:
        return Seat;
    case VisitState::InTreatment:
        return Exit;
    case VisitState::AwaitingInvoice:
    case VisitState::Invoiced:
    case VisitState::ClosedNoCharge:
    case VisitState::NoShow:
    case VisitState::Cancelled:
        break;
    }
    return Open;
}

bool VisitActions::fits(Act act, const DayEntry &entry)
{
    const VisitState state = entry.visit.state;
    const bool given = entry.appointment.slot.isGiven();
    switch (act) {
    case Open:
        return true;
    case Next:
        return nextAct(entry) != Open;
    case CheckIn:
        return state == VisitState::Booked && given;
    case Seat:
        return (state == VisitState::Booked && given) || state == VisitState::Arrived;
    case Exit:
        return state == VisitState::InTreatment;
    case Move:
        return isMovable(state);
    case NoShow:
        return state == VisitState::Booked && given;
    case Cancel:
        return state == VisitState::Booked || state == VisitState::Arrived;
    case Undo:
        return entry.visit.undo.has_value();
    case Match:
        return entry.appointment.patient.isEmpty();
    case Unmatch:
        // Matched at this desk; with an order it is the patient's for good.
        return !entry.appointment.patient.isEmpty() && !entry.appointment.strangerId.isEmpty()
            && !entry.hasOrder;
    case Chart:
    case Plans:
        return !entry.appointment.patient.isEmpty();
    case Decide:
        return entry.visit.conflict.has_value();
    }
    return false;
}

void VisitActions::setVisit(const DayEntry *entry, const std::function<bool(Permission)> &may)
{
    for (auto it = m_actions.cbegin(); it != m_actions.cend(); ++it) {
        const bool booking = it.key() == Move || it.key() == Cancel || it.key() == Decide;
        const bool person = it.key() == Match || it.key() == Unmatch;
        const Permission needed = person ? Permission::EditPatients
            : booking                    ? Permission::Book
                                         : Permission::RunVisit;
        // Whoever may not see charts or plans is told so by their page.
        const bool page = it.key() == Open || it.key() == Chart || it.key() == Plans;
        const bool allowed = page || (may && may(needed));
        it.value()->setEnabled(entry && allowed && fits(it.key(), *entry));
    }
}

void VisitActions::fill(QMenu *menu) const
{
    const auto put = [&](Act act) { menu->addAction(m_actions.value(act)); };
    put(Open);
    put(Next);
    put(Chart);
    put(Plans);
    menu->addSeparator();
    put(CheckIn);
    put(Seat);
    put(Exit);
    menu->addSeparator();
    put(Match);
    put(Unmatch);
    put(Move);
    put(Decide);
    menu->addSeparator();
    put(NoShow);
    put(Cancel);
    put(Undo);
}

#include "moc_visitactions.cpp"

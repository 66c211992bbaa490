// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What DayPage offers to menus and keys, and how it stood when the window was closed.
#include "ui/day/daypage.h"
#include "ui/day/slotqueue.h"
#include "ui/day/waitinglist.h"

#include <QActionGroup>
#include <QMenu>
#include <QSplitter>

using namespace Qt::StringLiterals;

QAction *DayPage::addAction(const QString &text, const QKeySequence &key, void (DayPage::*act)())
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    QWidget::addAction(action);
    if (act)
        connect(action, &QAction::triggered, this, act);
    return action;
}

void DayPage::makeActions()
{
    m_actions.previous = addAction(tr("&Previous"), QKeySequence(Qt::ALT | Qt::Key_Left), nullptr);
    connect(m_actions.previous, &QAction::triggered, this, [this] { step(-1); });
    m_actions.next = addAction(tr("&Next"), QKeySequence(Qt::ALT | Qt::Key_Right), nullptr);
    connect(m_actions.next, &QAction::triggered, this, [this] { step(1); });
    m_actions.today = addAction(tr("&Today"), QKeySequence(Qt::ALT | Qt::Key_Home), nullptr);
    connect(m_actions.today, &QAction::triggered, this, [this] { showDate(today()); });

    m_spanGroup = new QActionGroup(this);
    const auto spanAction = [&](const QString &text, Qt::Key key, Span span) {
        QAction *action = addAction(text, QKeySequence(key), nullptr);
        action->setCheckable(true);
        action->setChecked(span == m_span);
        m_spanGroup->addAction(action);
        connect(action, &QAction::triggered, this, [this, span] { setSpan(span); });
        return action;
    };
    m_actions.day = spanAction(tr("&Day", "span"), Qt::Key_D, Span::Day);
    m_actions.threeDays = spanAction(tr("&Three days"), Qt::Key_T, Span::ThreeDays);
    m_actions.week = spanAction(tr("&Week"), Qt::Key_W, Span::Week);

    m_actions.byRoom = addAction(tr("Columns by &room"), QKeySequence(Qt::Key_R), nullptr);
    m_actions.byRoom->setCheckable(true);
    connect(m_actions.byRoom, &QAction::toggled, this, &DayPage::updateColumns);
    m_actions.waiting = addAction(tr("Waiting &list"), QKeySequence(Qt::Key_L), nullptr);
    m_actions.waiting->setCheckable(true);
    connect(m_actions.waiting, &QAction::toggled, this, [this](bool on) {
        const bool hadFocus = m_waiting->isAncestorOf(focusWidget());
        m_waiting->setVisible(on);
        if (on) {
            const int list = m_waiting->sizeHint().height();
            const int queue = m_slotQueue->isVisible() ? m_slotQueue->sizeHint().height() : 0;
            m_columns->setSizes({qMax(list, height() - list - queue), list, queue});
        }
        if (!on && hadFocus)
            m_view->setFocus();
    });
    m_actions.cancelled = addAction(tr("Show &cancelled"), {}, nullptr);
    m_actions.cancelled->setCheckable(true);
    m_actions.cancelled->setChecked(true);
    connect(m_actions.cancelled, &QAction::toggled, m_view, &DayView::setShowsCancelled);

    m_actions.zoomIn = addAction(tr("Zoom &in"), {}, nullptr);
    m_actions.zoomIn->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    connect(m_actions.zoomIn, &QAction::triggered, this, [this] { zoom(1.2); });
    m_actions.zoomOut = addAction(tr("Zoom &out"), QKeySequence(Qt::CTRL | Qt::Key_Minus), nullptr);
    connect(m_actions.zoomOut, &QAction::triggered, this, [this] { zoom(1 / 1.2); });
    m_actions.zoomReset = addAction(tr("&Usual size"), QKeySequence(Qt::CTRL | Qt::Key_0), nullptr);
    connect(m_actions.zoomReset, &QAction::triggered, this, [this] { m_view->setZoom(1); });
    m_actions.refresh = addAction(tr("Re&fresh"), QKeySequence::Refresh, &DayPage::reload);
    m_actions.surgeon = new QMenu(tr("&Surgeon"), this);
    makeSurgeonMenu();
}

void DayPage::makeSurgeonMenu()
{
    m_actions.surgeon->clear();
    delete m_surgeonGroup;
    m_surgeonGroup = new QActionGroup(this);
    const auto add = [&](const QString &text, const ProviderId &id) {
        QAction *action = m_actions.surgeon->addAction(text);
        action->setCheckable(true);
        action->setChecked(id == m_onlySurgeon);
        m_surgeonGroup->addAction(action);
        connect(action, &QAction::triggered, this, [this, id] {
            m_onlySurgeon = id;
            updateColumns();
        });
    };
    add(tr("&All surgeons"), {});
    m_actions.surgeon->addSeparator();
    for (const Provider &provider : std::as_const(m_providers)) {
        if (provider.active)
            add(provider.name, provider.id);
    }
}

QVariantMap DayPage::viewState() const
{
    return {{u"span"_s, int(m_span)},
            {u"byRoom"_s, m_actions.byRoom->isChecked()},
            {u"waiting"_s, m_actions.waiting->isChecked()},
            {u"cancelled"_s, m_actions.cancelled->isChecked()},
            {u"zoom"_s, m_view->zoom()}};
}

void DayPage::restoreViewState(const QVariantMap &state)
{
    setSpan(Span(qBound(0, state.value(u"span"_s, 0).toInt(), int(Span::Week))));
    m_actions.byRoom->setChecked(state.value(u"byRoom"_s, false).toBool());
    m_actions.waiting->setChecked(state.value(u"waiting"_s, false).toBool());
    m_actions.cancelled->setChecked(state.value(u"cancelled"_s, true).toBool());
    m_view->setZoom(state.value(u"zoom"_s, 1.0).toDouble());
}

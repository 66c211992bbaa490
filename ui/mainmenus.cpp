// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of MainWindow: every act of the window by name and key.
#include "app/workflow/readingin.h"
#include "ui/mainwindow.h"
#include "ui/widgets/searchfield.h"

#include <QActionGroup>
#include <QApplication>
#include <QCalendarWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QToolButton>
#include <QWidgetAction>

void MainWindow::makeMenus()
{
    const auto add = [this](QMenu *menu, const QString &text, const QKeySequence &key, auto &&act) {
        QAction *action = menu->addAction(text);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    const DayPage::Actions &day = m_day->actions();

    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(m_walkIn);
    add(file, tr("&Find a patient"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    file->addAction(day.refresh);
    connect(day.refresh, &QAction::triggered, this,
            [this] { m_desk.readingIn->run(Service::None); });
    file->addSeparator();
    file->addAction(m_signIn);
    file->addSeparator();
    add(file, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });

    QMenu *visit = menuBar()->addMenu(tr("&Visit"));
    m_day->visitActions()->fill(visit);

    QMenu *view = menuBar()->addMenu(tr("V&iew"));
    view->addActions({day.day, day.threeDays, day.week});
    view->addSeparator();
    view->addAction(day.byRoom);
    view->addMenu(day.surgeon);
    view->addActions({day.waiting, day.cancelled});
    view->addSeparator();
    view->addActions({day.zoomIn, day.zoomOut, day.zoomReset});
    view->addSeparator();
    QMenu *appearance = view->addMenu(tr("&Appearance"));
    auto *group = new QActionGroup(this);
    const auto look = [&](const QString &text, Appearance value) {
        QAction *action = appearance->addAction(text);
        action->setCheckable(true);
        action->setChecked(value == m_appearance);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, value] { setAppearance(value); });
    };
    look(tr("As the &desktop"), Appearance::System);
    look(tr("&Light"), Appearance::Light);
    look(tr("Dar&k"), Appearance::Dark);

    QMenu *go = menuBar()->addMenu(tr("&Go"));
    go->addActions(m_pageActions->actions());
    go->addSeparator();
    go->addActions({day.previous, day.today, day.next});
    add(go, tr("&Choose a date…"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] {
        makeDateMenu();
        m_date->showMenu();
    });

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    add(help, tr("&About Vestibule"), {}, [this] {
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Vestibule"),
                                    tr("Vestibule %1").arg(QStringLiteral(VESTIBULE_VERSION)),
                                    QMessageBox::Close, this);
        box->setInformativeText(tr("The front desk of a dental clinic.\n"
                                   "Free software under the GNU General Public License, version 3 "
                                   "or later."));
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    add(help, tr("About &Qt"), {}, [] { QApplication::aboutQt(); });
}

void MainWindow::makeDateMenu()
{
    // Made on first use: a calendar is dear at the start.
    if (m_date->menu())
        return;
    auto *menu = new QMenu(m_date);
    auto *calendar = new QCalendarWidget;
    calendar->setAccessibleName(tr("Date"));
    calendar->setGridVisible(false);
    calendar->setVerticalHeaderFormat(QCalendarWidget::ISOWeekNumbers);
    calendar->setFirstDayOfWeek(Qt::Monday);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    connect(menu, &QMenu::aboutToShow, calendar, [this, calendar] {
        calendar->setSelectedDate(m_day->date());
        calendar->setFocus();
    });
    const auto choose = [this, menu](QDate date) {
        menu->close();
        m_day->showDate(date);
        m_day->setFocus();
    };
    connect(calendar, &QCalendarWidget::activated, this, choose);
    connect(calendar, &QCalendarWidget::clicked, this, choose);
    m_date->setMenu(menu);
}

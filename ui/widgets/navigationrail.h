// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QWidget>

class QVBoxLayout;

//! The window's pages, one under the other at the left: icon and word.
class NavigationRail : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent = nullptr);
    //! The action is checkable and belongs to an exclusive group of the caller's.
    void addPage(QAction *action);

private:
    QVBoxLayout *m_layout;
};

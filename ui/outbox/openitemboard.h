// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"
#include "ui/desk.h"
#include "ui/visit/openacts.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QStandardItemModel;
class QTableView;

//! The open acts of every visit, for the office: who, what, how it came, and the three acts on
//! those chosen. Hidden when there is none.
class OpenItemBoard : public QWidget
{
    Q_OBJECT

public:
    explicit OpenItemBoard(const Desk &desk, QWidget *parent = nullptr);
    void updateRights() { updateButtons(); }
    QTableView *table() const { return m_table; }

public Q_SLOTS:
    void reload();

Q_SIGNALS:
    void said(const Message &message);
    void signInNeeded(const std::function<void()> &then);

private:
    void read();
    void setItems(const QList<OpenItemOfVisit> &items);
    QList<OpenItemOfVisit> chosen() const;
    void updateButtons();
    //! Each visit of the chosen rows with its items.
    void eachVisit(const std::function<void(const VisitId &, const QList<OpenItem> &)> &act);

    Desk m_desk;
    OpenActs *m_acts;
    QList<OpenItemOfVisit> m_items;
    QStandardItemModel *m_model;
    QTableView *m_table;
    QPushButton *m_bill;
    QPushButton *m_choose;
    QPushButton *m_ignore;
    QTimer m_soon;
};

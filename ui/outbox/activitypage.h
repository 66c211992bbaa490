// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/outbox/outbox.h"
#include "ui/desk.h"
#include "ui/outbox/outboxmodel.h"
#include "ui/widgets/messagebar.h"

#include <QTimer>
#include <QWidget>

class OpenItemBoard;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QTableView;
class SystemBoard;

//! What waits, what failed and why, what was sent; and how each system fares.
class ActivityPage : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityPage(const Desk &desk, QWidget *parent = nullptr);
    //! Calls of today by system, counted by the window.
    void setCalls(const QHash<Service, int> &calls);
    void updateRights();

    OutboxModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }
    QPushButton *retryButton() const { return m_retry; }
    QPushButton *discardButton() const { return m_discard; }

Q_SIGNALS:
    void said(const Message &message);
    void signInNeeded(const std::function<void()> &then);

protected:
    void focusInEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void reload();
    void read();
    void updateBoard();
    void updateButtons();
    QList<OutboxRow> chosen() const;
    void retry();
    void discard();

    Desk m_desk;
    QHash<Service, int> m_calls;
    OutboxModel *m_model;
    OutboxFilter *m_filter;
    SystemBoard *m_board;
    OpenItemBoard *m_openItems;
    QComboBox *m_states;
    QTableView *m_table;
    QLabel *m_empty;
    QStackedLayout *m_stack;
    QPushButton *m_retry;
    QPushButton *m_discard;
    QTimer m_reloadSoon;
};

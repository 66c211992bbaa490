// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "ui/day/daywords.h"

#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QWidget>

class DayModel;
class QLabel;
class QListView;

//! Who is in the waiting room, longest wait first.
class WaitingModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    WaitingModel(DayModel *day, QTimeZone zone, Clock clock, QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role) const override;
    const DayEntry *entry(const QModelIndex &index) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    DayModel *m_day;
    QTimeZone m_zone;
    Clock m_clock;
};

//! One line of the waiting list: limit colour, name, minutes, surgeon, time and reason.
class WaitingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    WaitingDelegate(WaitLimits limits, QTimeZone zone, Clock clock, QObject *parent);
    void setProviderNames(const QHash<ProviderId, QString> &names) { m_providers = names; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    WaitLimits m_limits;
    QTimeZone m_zone;
    Clock m_clock;
    QHash<ProviderId, QString> m_providers;
};

//! The waiting room as a list under the columns. Enter, or a double click, asks to seat.
class WaitingList : public QWidget
{
    Q_OBJECT

public:
    WaitingList(DayModel *day, WaitLimits limits, QTimeZone zone, Clock clock,
                QWidget *parent = nullptr);
    void setProviderNames(const QHash<ProviderId, QString> &names);
    int count() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QListView *list() const { return m_list; }

Q_SIGNALS:
    void seatRequested(const VisitId &id);
    void selected(const VisitId &id);

protected:
    void timerEvent(QTimerEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void updateTitle();

    WaitingModel *m_model;
    WaitingDelegate *m_delegate;
    QLabel *m_title;
    QListView *m_list;
};

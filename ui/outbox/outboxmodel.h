// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/dayentry.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QTimeZone>

//! What must reach the outside systems, and what did, as a table. One role hands out the whole
//! OutboxRow; rows change by difference.
class OutboxModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole + 1 };
    enum Column { StateColumn, WhatColumn, SystemColumn, SinceColumn, ReasonColumn, ColumnCount };

    OutboxModel(QTimeZone zone, Clock clock, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setRows(const QList<OutboxRow> &rows);
    const QList<OutboxRow> &rows() const { return m_rows; }
    //! Rows that wait for this one, directly or through others.
    QList<OutboxRow> dependents(qint64 id) const;
    //! Why a row is where it is, in words.
    QString reason(const OutboxRow &row) const;

private:
    QString since(const QDateTime &utc) const;

    QTimeZone m_zone;
    Clock m_clock;
    QList<OutboxRow> m_rows;
};

//! Shows the rows of some states, what needs attention first.
class OutboxFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    //! Empty = all.
    void setStates(const QList<OutboxRow::State> &states);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QList<OutboxRow::State> m_states;
};

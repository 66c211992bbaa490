// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workflow/chartworkflow.h"

#include <QAbstractTableModel>

//! What happened to a patient's teeth, newest first.
class ChartHistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Date, Tooth, Surface, Treatment, Surgeon, Source, Amount, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setEvents(const QList<ToothEvent> &events);
    const QList<ToothEvent> &events() const { return m_events; }
    void setNotation(teeth::Notation notation);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ToothEvent &event, int column) const;

    QList<ToothEvent> m_events;
    teeth::Notation m_notation = teeth::Notation::Fdi;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/salesorder.h"

#include <QAbstractTableModel>
#include <QTableView>

//! The lines of an order as they are shown.
class LinesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Tooth, Treatment, Class, Quantity, Price, Amount, Standing, ColumnCount };
    enum Role {
        Remark = Qt::UserRole + 1, //!< a second, quieter line under the treatment
        Marked, //!< not simply a recorded act: drawn on a coloured ground
        Counted, //!< part of the total
    };

    //! withRemarks: what is special about a line stands under its treatment, not in a column of
    //! its own.
    explicit LinesModel(bool withRemarks, QObject *parent = nullptr);
    void setLines(const OrderLines &lines);
    const OrderLines &lines() const { return m_lines; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    OrderLines m_lines;
    bool m_withRemarks;
};

//! A table of order lines, flat, as high as its rows; the page around it scrolls.
class LinesTable : public QTableView
{
    Q_OBJECT

public:
    //! The panel leaves out class, price and standing.
    LinesTable(LinesModel *model, bool allColumns, QWidget *parent = nullptr);
    //! Higher than this many text lines it scrolls by itself; 0 = never.
    void setMostLines(int lines);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    int m_mostLines = 0;
};

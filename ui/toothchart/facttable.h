// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QStandardItemModel;

//! A few facts in rows, flat, as high as they are; what is around it scrolls.
class FactTable : public QTableView
{
    Q_OBJECT

public:
    struct Column {
        QString title; //!< may be empty
        Qt::Alignment alignment = Qt::AlignLeft;
        bool stretches = false;
    };

    explicit FactTable(const QString &name, QWidget *parent = nullptr);
    //! No titles at all = no heading.
    void setFacts(const QList<Column> &columns, const QList<QStringList> &rows);
    QStringList row(int index) const;
    int rowCount() const;
    //! Columns of tables below each other stand below each other.
    static void align(const QList<FactTable *> &tables);
    //! Higher than this many rows it scrolls by itself; 0 = never.
    void setMostRows(int rows) { m_mostRows = rows; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    QStandardItemModel *m_model;
    int m_mostRows = 0;
};

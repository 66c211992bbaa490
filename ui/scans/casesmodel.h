// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/scancase.h"

#include <QAbstractTableModel>
#include <QTimeZone>

//! A patient's cases as a table.
class CasesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role { StatusRole = Qt::UserRole };
    enum Column { Created, Status, Indications, Receiver, Delivery, Content, Columns };

    explicit CasesModel(QTimeZone zone, QObject *parent = nullptr);
    void setCases(const QList<ScanCase> &cases);
    //! Null where there is no such row.
    const ScanCase *at(int row) const;
    int rowOf(const QString &caseId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const ScanCase &scanCase, int column) const;

    QTimeZone m_zone;
    QList<ScanCase> m_cases;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/casesmodel.h"

#include "ui/scans/scanwords.h"

#include <algorithm>

CasesModel::CasesModel(QTimeZone zone, QObject *parent)
    : QAbstractTableModel(parent), m_zone(std::move(zone))
{
}

void CasesModel::setCases(const QList<ScanCase> &cases)
{
    beginResetModel();
    m_cases = cases;
    endResetModel();
}

const ScanCase *CasesModel::at(int row) const
{
    return row >= 0 && row < m_cases.size() ? &m_cases.at(row) : nullptr;
}

int CasesModel::rowOf(const QString &caseId) const
{
    const auto found = std::find_if(m_cases.cbegin(), m_cases.cend(),
                                    [&](const ScanCase &each) { return each.id == caseId; });
    return found == m_cases.cend() ? -1 : int(found - m_cases.cbegin());
}

int CasesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cases.size());
}

int CasesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QVariant CasesModel::data(const QModelIndex &index, int role) const
{
    const ScanCase *scanCase = at(index.row());
    if (!scanCase)
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(*scanCase, index.column());
    if (role == StatusRole)
        return QVariant::fromValue(scanCase->status);
    return {};
}

QVariant CasesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case Created:
        return tr("Created", "column: date");
    case Status:
        return tr("Status", "column");
    case Indications:
        return tr("Indications (FDI)", "column");
    case Receiver:
        return tr("Receiver", "column");
    case Delivery:
        return tr("Delivery", "column: date");
    case Content:
        return tr("Content", "column");
    default:
        return {};
    }
}

QString CasesModel::text(const ScanCase &scanCase, int column) const
{
    switch (column) {
    case Created:
        return scanwords::day(scanCase.created, m_zone);
    case Status:
        return scanwords::status(scanCase.status);
    case Indications:
        return scanwords::indications(scanCase);
    case Receiver:
        return scanwords::receiver(scanCase);
    case Delivery:
        return scanwords::day(scanCase.delivery, m_zone);
    case Content:
        return scanwords::content(scanCase);
    default:
        return {};
    }
}

#include "moc_casesmodel.cpp"

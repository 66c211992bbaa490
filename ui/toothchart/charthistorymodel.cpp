// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/toothchart/charthistorymodel.h"

#include "ui/patients/datetext.h"
#include "ui/widgets/wording.h"

using namespace Qt::StringLiterals;

void ChartHistoryModel::setEvents(const QList<ToothEvent> &events)
{
    if (events == m_events)
        return;
    beginResetModel();
    m_events = events;
    endResetModel();
}

void ChartHistoryModel::setNotation(teeth::Notation notation)
{
    if (notation == m_notation)
        return;
    m_notation = notation;
    if (!m_events.isEmpty())
        Q_EMIT dataChanged(index(0, Tooth), index(int(m_events.size()) - 1, Tooth));
}

int ChartHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_events.size());
}

int ChartHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ChartHistoryModel::text(const ToothEvent &event, int column) const
{
    switch (column) {
    case Date:
        return event.date.isValid() ? dateText(event.date) : QString();
    case Tooth: {
        QStringList parts;
        QList<int> plain;
        for (const teeth::Tooth &tooth : event.teeth) {
            if (tooth.supernumerary)
                parts.append(teeth::text(tooth, m_notation));
            else
                plain.append(tooth.fdi);
        }
        if (!plain.isEmpty())
            parts.prepend(teeth::text(plain, m_notation));
        parts += event.rawTeeth;
        return parts.isEmpty() ? u"—"_s : parts.join(u", "_s);
    }
    case Surface: {
        const QString letters =
            dental::text(event.surfaces, event.teeth.isEmpty() ? 0 : event.teeth.first().fdi);
        return letters.isEmpty() ? u"—"_s : letters;
    }
    case Treatment:
        return event.label;
    case Surgeon:
        return event.provider;
    case Source:
        return wording::system(event.source == ToothEvent::Source::DentalDesktop
                                   ? Service::DentalDesktop
                                   : Service::DentalTap);
    case Amount:
        return event.amount ? wording::amount(*event.amount) : QString();
    default:
        return {};
    }
}

QVariant ChartHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_events.size())
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(m_events.at(index.row()), index.column());
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant ChartHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Amount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Date:
        return tr("Date", "column");
    case Tooth:
        return tr("Tooth", "column");
    case Surface:
        return tr("Surface", "column");
    case Treatment:
        return tr("Treatment", "column");
    case Surgeon:
        return tr("Surgeon", "column");
    case Source:
        return tr("Source", "column");
    case Amount:
        return tr("Amount", "column");
    default:
        return {};
    }
}

#include "moc_charthistorymodel.cpp"

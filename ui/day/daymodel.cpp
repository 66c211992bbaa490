// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/day/daymodel.h"

#include "app/domain/personname.h"
#include "ui/widgets/wording.h"

DayModel::DayModel(QObject *parent) : QAbstractListModel(parent) { }

int DayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant DayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DayEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return wording::patientName(entry);
    case EntryRole:
        return QVariant::fromValue(entry);
    case HomonymRole:
        return m_homonyms.contains(entry.visit.id);
    default:
        return {};
    }
}

void DayModel::setEntries(const QList<DayEntry> &entries)
{
    // Whoever listens lays the day out anew at each insertion: a whole day comes in one.
    if (m_entries.isEmpty() && !entries.isEmpty()) {
        beginInsertRows({}, 0, int(entries.size()) - 1);
        m_entries = entries;
        endInsertRows();
        findHomonyms();
        return;
    }
    QSet<VisitId> wanted;
    for (const DayEntry &entry : entries)
        wanted.insert(entry.visit.id);
    for (int row = int(m_entries.size()) - 1; row >= 0; --row) {
        if (wanted.contains(m_entries[row].visit.id))
            continue;
        beginRemoveRows({}, row, row);
        m_entries.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < entries.size(); ++row) {
        const DayEntry &entry = entries[row];
        const int at = rowOf(entry.visit.id);
        if (at < 0) {
            beginInsertRows({}, row, row);
            m_entries.insert(row, entry);
            endInsertRows();
            continue;
        }
        if (at != row) {
            beginMoveRows({}, at, at, {}, row);
            m_entries.move(at, row);
            endMoveRows();
        }
        if (m_entries[row] != entry) {
            m_entries[row] = entry;
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    findHomonyms();
}

void DayModel::findHomonyms()
{
    QHash<QString, QList<const DayEntry *>> byName;
    for (const DayEntry &entry : m_entries) {
        const QString folded = foldedName(entry.patientName);
        if (!folded.isEmpty() && entry.visit.state != VisitState::Cancelled)
            byName[folded].append(&entry);
    }
    QSet<VisitId> found;
    for (const auto &group : std::as_const(byName)) {
        for (const DayEntry *entry : group) {
            const bool other = std::any_of(group.begin(), group.end(), [&](const DayEntry *mate) {
                return mate->appointment.patient != entry->appointment.patient;
            });
            if (other)
                found.insert(entry->visit.id);
        }
    }
    if (found == m_homonyms)
        return;
    m_homonyms = found;
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_entries.size()) - 1), {HomonymRole});
}

int DayModel::rowOf(const VisitId &id) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].visit.id == id)
            return row;
    }
    return -1;
}

const DayEntry *DayModel::entry(const VisitId &id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_entries[row];
}

bool DayModel::isHomonym(int row) const
{
    return m_homonyms.contains(m_entries.at(row).visit.id);
}

#include "moc_daymodel.cpp"

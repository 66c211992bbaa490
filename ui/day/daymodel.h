// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"

#include <QAbstractListModel>
#include <QSet>

//! The cards of the shown days. One role hands out the whole DayEntry; rows change by difference,
//! so that selection and scrolling stay.
class DayModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { EntryRole = Qt::UserRole + 1, HomonymRole };

    explicit DayModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    //! DisplayRole: the patient's name. EntryRole: the DayEntry. HomonymRole: another patient of
    //! the same name comes on one of these days.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void setEntries(const QList<DayEntry> &entries);
    const QList<DayEntry> &entries() const { return m_entries; }
    //! The row of a visit, or −1.
    int rowOf(const VisitId &id) const;
    const DayEntry *entry(const VisitId &id) const;
    bool isHomonym(int row) const;

private:
    void findHomonyms();

    QList<DayEntry> m_entries;
    QSet<VisitId> m_homonyms;
};

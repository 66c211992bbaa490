// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QStringList>

namespace sim {

//! One request as the journal remembers it.
struct JournalEntry {
    QDateTime time; //!< on the simulator's clock
    QString system;
    QString method;
    QString path; //!< without query
    QString query; //!< decoded, "name=value" joined by "&"
    int status = 0; //!< 0 = no status line was sent
    QString fault; //!< kind of the fault that struck, or empty
    QStringList dropped;
    QStringList warnings;
};

//! Every request to every system, oldest first.
class Journal
{
public:
    void add(JournalEntry entry);
    void clear();
    QJsonArray toJson() const;

private:
    QList<JournalEntry> m_entries;
};

} // namespace sim

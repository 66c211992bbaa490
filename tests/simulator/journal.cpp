// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/journal.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sim {

void Journal::add(JournalEntry entry)
{
    m_entries.append(std::move(entry));
}

void Journal::clear()
{
    m_entries.clear();
}

QJsonArray Journal::toJson() const
{
    QJsonArray list;
    for (const JournalEntry &entry : m_entries) {
        list.append(QJsonObject{{u"time"_s, entry.time.toString(Qt::ISODateWithMs)},
                                {u"system"_s, entry.system},
                                {u"method"_s, entry.method},
                                {u"path"_s, entry.path},
                                {u"query"_s, entry.query},
                                {u"status"_s, entry.status},
                                {u"fault"_s, entry.fault},
                                {u"dropped"_s, QJsonArray::fromStringList(entry.dropped)},
                                {u"warnings"_s, QJsonArray::fromStringList(entry.warnings)}});
    }
    return list;
}

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltapshelf.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sim {

QString stampText(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs);
}

void Shelf::seed(int index, const QString &id, qint64 updatedMs, const QString &externalId)
{
    Card card;
    card.updatedMs = updatedMs;
    card.seed = index;
    m_cards.insert(id, card);
    m_order.insert({updatedMs, id});
    if (!externalId.isEmpty()) {
        m_externalIds.insert(externalId, id);
    }
}

int Shelf::seedIndex(const QString &id) const
{
    const auto card = m_cards.constFind(id);
    return card == m_cards.cend() ? -1 : card->seed;
}

QJsonObject Shelf::record(const QString &id) const
{
    const auto card = m_cards.constFind(id);
    if (card == m_cards.cend()) {
        return {};
    }
    if (card->seed < 0) {
        return m_own.value(id);
    }
    QJsonObject record = m_maker(card->seed);
    record.insert("id"_L1, id);
    record.insert("version"_L1, 1);
    record.insert("createdAt"_L1, stampText(card->updatedMs));
    record.insert("updatedAt"_L1, stampText(card->updatedMs));
    return record;
}

bool Shelf::isBuried(const QString &id) const
{
    return m_cards.value(id).buried;
}

QString Shelf::byExternalId(const QString &externalId) const
{
    return m_externalIds.value(externalId);
}

QStringList Shelf::ids() const
{
    QStringList ids;
    for (const Place &place : m_order) {
        ids.append(place.second);
    }
    return ids;
}

QJsonObject Shelf::put(QJsonObject record, const QDateTime &now)
{
    const QString id = record.value("id"_L1).toString();
    const QJsonObject before = this->record(id);
    const QString former = before.value("externalId"_L1).toString();
    const QString current = record.value("externalId"_L1).toString();
    if (former != current) {
        m_externalIds.remove(former);
        if (!current.isEmpty()) {
            m_externalIds.insert(current, id);
        }
    }
    // No two changes share a stamp, so that a reader of pages cannot fall between them.
    m_lastStamp = std::max(m_lastStamp + 1, now.toMSecsSinceEpoch());
    record.insert("version"_L1, before.value("version"_L1).toInt() + 1);
    record.insert("updatedAt"_L1, stampText(m_lastStamp));
    record.insert("createdAt"_L1,
                  before.isEmpty() ? stampText(m_lastStamp) : before.value("createdAt"_L1));
    m_own.insert(id, record);
    move(id, {m_lastStamp, -1, false});
    return record;
}

void Shelf::bury(const QString &id, const QString &mergedIntoId, const QDateTime &now)
{
    m_externalIds.remove(record(id).value("externalId"_L1).toString());
    m_lastStamp = std::max(m_lastStamp + 1, now.toMSecsSinceEpoch());
    QJsonObject stone{{"id"_L1, id}};
    if (mergedIntoId.isEmpty()) {
        stone.insert("deletedAt"_L1, stampText(m_lastStamp));
    } else {
        stone.insert("mergedIntoId"_L1, mergedIntoId);
    }
    m_own.insert(id, stone);
    move(id, {m_lastStamp, -1, true});
}

void Shelf::move(const QString &id, Card card)
{
    const auto known = m_cards.constFind(id);
    if (known != m_cards.cend()) {
        m_order.erase({known->updatedMs, id});
    }
    m_order.insert({card.updatedMs, id});
    m_cards.insert(id, card);
}

Shelf::Page Shelf::page(std::optional<qint64> since, const std::optional<Place> &after, int limit,
                        bool buriedToo, const Filter &filter) const
{
    auto place = m_order.begin();
    if (since) {
        place = m_order.lower_bound({*since, QString()});
    }
    if (after && (place == m_order.end() || *place <= *after)) {
        place = m_order.upper_bound(*after);
    }
    Page page;
    for (; place != m_order.end(); ++place) {
        const bool buried = isBuried(place->second);
        if (buried ? !buriedToo : (filter && !filter(place->second))) {
            continue;
        }
        if (page.ids.size() == limit) {
            page.more = true;
            break;
        }
        page.ids.append(place->second);
        page.last = *place;
    }
    return page;
}

} // namespace sim

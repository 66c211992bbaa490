// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <set>

namespace sim {

//! RFC 3339 in UTC with milliseconds, as the service stamps its records.
QString stampText(qint64 milliseconds);

//! One collection of the DentalTap service, in the order of its lists: updatedAt, then id
//! (dentaltap.md section 4.3). A seeded record is made when somebody asks for it.
class Shelf
{
public:
    //! Makes the seeded record of that index, without version and stamps.
    using Maker = std::function<QJsonObject(int index)>;
    using Place = std::pair<qint64, QString>; //!< updatedAt in milliseconds, id
    using Filter = std::function<bool(const QString &id)>;

    struct Page {
        QStringList ids;
        Place last;
        bool more = false;
    };

    explicit Shelf(Maker maker) : m_maker(std::move(maker)) { }

    void seed(int index, const QString &id, qint64 updatedMs, const QString &externalId);

    bool contains(const QString &id) const { return m_cards.contains(id); }
    //! Index of a seeded record that nobody has changed; -1 otherwise.
    int seedIndex(const QString &id) const;
    //! A tombstone when the record is gone: {"id", "deletedAt"} or {"id", "mergedIntoId"}.
    QJsonObject record(const QString &id) const;
    bool isBuried(const QString &id) const;
    //! The id under an external id, or a null string.
    QString byExternalId(const QString &externalId) const;
    QStringList ids() const;
    qsizetype size() const { return m_cards.size(); }

    //! Stores under record["id"] with the next version and the stamps; returns what is stored.
    QJsonObject put(QJsonObject record, const QDateTime &now);
    void bury(const QString &id, const QString &mergedIntoId, const QDateTime &now);

    Page page(std::optional<qint64> since, const std::optional<Place> &after, int limit,
              bool buriedToo, const Filter &filter) const;

private:
    struct Card {
        qint64 updatedMs = 0;
        int seed = -1;
        bool buried = false;
    };

    void move(const QString &id, Card card);

    Maker m_maker;
    QHash<QString, Card> m_cards;
    QHash<QString, QJsonObject> m_own;
    QHash<QString, QString> m_externalIds;
    std::set<Place> m_order;
    qint64 m_lastStamp = 0;
};

} // namespace sim

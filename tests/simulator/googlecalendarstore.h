// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/googlecalendarevent.h"
#include "tests/simulator/simulator.h"

#include <QMap>

namespace sim {

//! One event as stored: the resource without what is computed when it is shown.
struct StoredEvent {
    QJsonObject event;
    qint64 made = 0; //!< order of creation
    qint64 changed = 0; //!< number of its last change in the calendar's log
    QDateTime updated;
    QMap<QString, qint64> vanished; //!< former instances of a series → change that ended them
};

//! A calendar with its change log. A deleted event stays as a tombstone and keeps its id for ever.
class CalendarStore
{
public:
    CalendarStore(QString id, QString summary, const QByteArray &zone, const SimClock &clock);

    QString id;
    QString summary;
    QString colour;
    QTimeZone zone;
    QMap<QString, QString> roles; //!< account → role; the owner's own is "owner"
    int epoch = 0; //!< sync tokens of an earlier one have expired

    qint64 changes() const { return m_changes; }
    const QMap<QString, StoredEvent> &events() const { return m_events; }

    //! The event, exception or generated instance of that id, as stored.
    std::optional<StoredEvent> find(const QString &id) const;
    //! Stores, and moves etag and log if anything changed; status "cancelled" makes a tombstone.
    StoredEvent put(const QJsonObject &event);
    //! Takes a physical record away, as only a move to another calendar does.
    void forgetPrivate(const QString &id);
    //! Instances of a series, exceptions in their places, cancelled ones included.
    QList<StoredEvent> instances(const StoredEvent &master, const QDateTime &horizon) const;
    //! Busy stretches between two instants, merged and cut to them.
    QList<QPair<QDateTime, QDateTime>> busy(const QDateTime &from, const QDateTime &to) const;
    //! The farthest instant to which endless series are shown.
    QDateTime horizon() const;

private:
    StoredEvent instanceOf(const StoredEvent &master, const QDateTime &original) const;
    QString instanceId(const StoredEvent &master, const QDateTime &original) const;

    const SimClock &m_clock;
    QMap<QString, StoredEvent> m_events;
    qint64 m_changes = 0;
};

} // namespace sim

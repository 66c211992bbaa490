// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/opendental/values.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>

namespace opendental {

//! One event that Open Dental has sent (open-dental-api.md section 9).
struct Event {
    QString type; //!< "WatchTable: Appointment", "UiEventType: PatientSelected"
    QString workstation;
    QJsonObject row;
};

//! Judges what is posted to our endpoint: the customer key, the form, and what came before. Events
//! come at least once and have no number; a row is known by its key and time of change. It knows
//! nothing of sockets.
class EventReceiver
{
public:
    explicit EventReceiver(QByteArray customerKey) : m_key(std::move(customerKey)) { }

    struct Answer {
        int status = 200; //!< 401 wrong key, 400 no events, 200 taken
        QList<Event> events; //!< the news among them
    };
    //! authorization is the bare key, without a scheme.
    Answer take(const QByteArray &authorization, const QString &workstation,
                const QString &eventType, const QByteArray &body);

private:
    bool isKey(const QByteArray &given) const;
    bool isNews(const Event &event);

    QByteArray m_key;
    QHash<QString, QString> m_stamps; //!< of each row, by table and key
};

} // namespace opendental

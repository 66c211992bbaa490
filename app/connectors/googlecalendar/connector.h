// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/connector.h"
#include "app/connectors/googlecalendar/client.h"

namespace googlecalendar {

//! Delivers what concerns the surgeons' calendars (google-calendar.md): the event of a booking
//! made, moved and deleted.
class Connector : public ::Connector
{
public:
    //! transport outlives the connector. withName: the clinic wants the patient's name in the
    //! event's title instead of initials.
    Connector(Transport *transport, bool withName);

    Service service() const override { return Service::GoogleCalendar; }
    Result<QByteArray> prepare(const Command &command, const Facts &facts,
                               const QString &key) const override;
    Task<Receipt> deliver(OutboxItem item) override;
    Task<void> probe() override;
    //! Always empty: the event's own id makes it once.
    QString keyOf(const Command &command, const Facts &facts) const override;

private:
    Task<Receipt> insert(OutboxItem item);
    Task<Receipt> move(OutboxItem item);
    Task<Receipt> remove(OutboxItem item);

    Transport *m_transport;
    Client m_client;
    bool m_withName;
};

} // namespace googlecalendar

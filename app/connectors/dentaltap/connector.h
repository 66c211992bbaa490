// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/connector.h"
#include "app/connectors/dentaltap/client.h"

namespace dentaltap {

//! Delivers what concerns DentalTap (dentaltap.md): the patient's twin, the appointment and its
//! stages, and the fresh read of the acts before an invoice.
class Connector : public ::Connector
{
public:
    //! transport outlives the connector.
    Connector(Transport *transport, Currency currency);

    Service service() const override { return Service::DentalTap; }
    Result<QByteArray> prepare(const Command &command, const Facts &facts,
                               const QString &key) const override;
    Task<Receipt> deliver(OutboxItem item) override;
    Task<void> probe() override;
    QString keyOf(const Command &command, const Facts &facts) const override;

private:
    Task<Receipt> putPatient(OutboxItem item);
    //! The Contact id into a patient of DentalTap's. Conflict where the record, or the id, belongs
    //! to somebody else there.
    Task<Receipt> claimPatient(OutboxItem item);
    //! The Devis id into a plan, where this DentalTap can keep it; where not, it is done as well.
    Task<Receipt> claimPlan(OutboxItem item);
    Task<Receipt> createAppointment(OutboxItem item);
    Task<Receipt> claimAppointment(OutboxItem item);
    Task<Receipt> moveAppointment(OutboxItem item);
    Task<Receipt> putStatus(OutboxItem item);
    //! Walks to the status step by step; back as in nextStatusStep. Conflict when the way is
    //! blocked.
    Task<RemoteAppointment> walk(RemoteAppointment appointment, QString target, bool back);
    //! The appointment made anew where DentalTap does not step back.
    Task<RemoteAppointment> makeAnew(RemoteAppointment old, OutboxItem item);
    Task<Receipt> confirmLines(OutboxItem item);

    Transport *m_transport;
    Client m_client;
};

} // namespace dentaltap

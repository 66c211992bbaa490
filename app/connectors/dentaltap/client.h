// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/catalogue.h"
#include "app/domain/slotmerge.h"
#include "app/net/transport.h"

#include <QJsonArray>
#include <optional>

//! Typed endpoints of DentalTap that the readings and the live poll need (dentaltap.md). Every path
//! and field name is in mapping.h.
namespace dentaltap {

template <class T>
struct Page {
    QList<T> rows;
    QString nextCursor; //!< empty = last page
};

//! Acts of one appointment.
struct Activity {
    QString id;
    QString appointmentId;
    QString salesOrderId; //!< appointmentExternalId
    QString status;
    QDateTime updatedAt;
    QList<RecordedAct> acts;
    bool gone = false; //!< deleted or cancelled: its acts count no more
};

//! The acts of an appointment from all its activity objects: each item once, as its latest object
//! has it (dentaltap.md section 5.5).
QList<RecordedAct> mergedActs(QList<Activity> activities);

class Client
{
public:
    //! transport outlives the client.
    Client(Transport *transport, Currency currency)
        : m_transport(transport), m_currency(std::move(currency))
    {
    }

    //! Appointments that start in [from, to), 100 a page.
    Task<Page<RemoteAppointment>> appointments(QDateTime from, QDateTime to, QString cursor);
    //! Those that wait for a slot.
    Task<Page<RemoteAppointment>> buffered(QString cursor);
    //! Changed since (inclusive), tombstones included.
    Task<Page<RemoteAppointment>> appointmentsSince(QDateTime since, QString cursor);
    Task<RemoteAppointment> appointment(QString id);
    //! The appointment with that external id, or none.
    Task<std::optional<RemoteAppointment>> appointmentOf(QString salesOrderId);
    Task<QList<Activity>> activitiesSince(QDateTime since);
    Task<QList<Activity>> activitiesOf(QString appointmentId);
    //! Of all appointments of a patient; nothing where this DentalTap does not know the filter,
    //! which its contract leaves open.
    Task<std::optional<QList<Activity>>> activitiesOfPatient(QString patientId);
    //! provider's `id` is empty here: matched to a surgeon by the caller through
    //! DentalTap_Provider.
    Task<QList<Provider>> providers();
    Task<QList<Room>> rooms();
    //! What DentalTap knows of a patient; our id empty.
    Task<Patient> patient(QString id);
    //! DentalTap's id of the patient with that external id; empty = none.
    Task<QString> patientOf(QString contactId);
    //! Treatment plans as DentalTap wrote them, every page, those deleted too: with that value of
    //! the filter patientId, appointmentId or updatedSince.
    Task<QJsonArray> planRecords(QString filter, QString value);
    Task<QJsonObject> planRecord(QString id);
    Task<void> probe();

private:
    using Query = QList<QPair<QString, QString>>;

    struct RawPage {
        QJsonArray rows;
        QString nextCursor;
    };
    Task<RawPage> page(Request request);
    //! Every page, one after another.
    Task<QJsonArray> all(QString collection, Query query);
    Task<Page<RemoteAppointment>> appointmentPage(Query query);
    Task<QList<Activity>> activities(Query query);

    Transport *m_transport;
    Currency m_currency;
};

} // namespace dentaltap

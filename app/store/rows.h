// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delivery.h"
#include "app/store/rowjson.h"
#include "app/store/seal.h"
#include "app/store/statement.h"

#include <QSqlDatabase>

// Rows as values, for the stores: every function runs on the thread of its connection, inside the
// caller's unit of work. Personal cells are sealed and opened here and nowhere else.
namespace rows {

// -- link
Result<Links> links(QSqlDatabase &db, const QString &localId);
Result<void> putLink(QSqlDatabase &db, const QString &localId, const RemoteLink &link,
                     const QDateTime &now);
Result<void> removeLink(QSqlDatabase &db, const QString &localId, RecordKind kind);
//! Our id of a remote record; empty when there is none.
Result<QString> localId(QSqlDatabase &db, RecordKind kind, const QString &remoteId);

// -- patient
Result<Patient> patient(QSqlDatabase &db, const Seal &seal, const PatientId &id);
Result<void> putPatient(QSqlDatabase &db, const Seal &seal, const Patient &patient);
//! Where a patient's cell is sealed to.
QString patientPlace(const QString &id);

// -- product, provider, room
Result<QList<Product>> products(QSqlDatabase &db);
Result<Provider> provider(QSqlDatabase &db, const ProviderId &id); //!< its id alone when not known
Result<Room> room(QSqlDatabase &db, const RoomId &id); //!< its id alone when not known

// -- slot
//! Times of a slot as columns that are never null: 0 = not given.
qint64 slotCell(const QDateTime &time);
QDateTime slotTime(const Statement &query, int column);

// -- visit
struct VisitRow {
    Appointment appointment;
    Visit visit;
    friend bool operator==(const VisitRow &, const VisitRow &) = default;
};
//! The columns of "visit v", in the order that visitAt() reads them.
QString visitColumns();
int visitColumnCount();
//! The visit in the current row of a query whose columns from first on are visitColumns(). With a
//! locked seal, or where the cell does not open, the texts are empty.
VisitRow visitAt(const Statement &query, const Seal &seal, int first = 0);
Result<VisitRow> visit(QSqlDatabase &db, const Seal &seal, const VisitId &id);
Result<void> insertVisit(QSqlDatabase &db, const Seal &seal, const VisitRow &row);
//! Writes it with the next revision; Conflict when the stored revision is not row.visit.revision.
Result<void> updateVisit(QSqlDatabase &db, const Seal &seal, const VisitRow &row);

// -- visit_order
struct OrderRow {
    SalesOrder order;
    SalesOrder lastSent;
    CrmInvoice invoice;
    QList<RecordedAct> acts; //!< of a visit that is over: as at its exit
    std::optional<QList<RecordedAct>> laterActs; //!< as read since the exit; none = not read
    rowjson::Confirmed confirmed;
    QDateTime readAt;
};
Result<OrderRow> order(QSqlDatabase &db, const Seal &seal, const VisitId &id);
Result<void> putOrder(QSqlDatabase &db, const Seal &seal, const VisitId &id,
                      const SalesOrder &order, const SalesOrder &lastSent);
Result<void> putInvoice(QSqlDatabase &db, const Seal &seal, const VisitId &id,
                        const CrmInvoice &invoice);
Result<void> putActs(QSqlDatabase &db, const Seal &seal, const VisitId &id,
                     const QList<RecordedAct> &acts, const QDateTime &readAt);
//! What was read of a visit that is over; none = it is over no more.
Result<void> putLaterActs(QSqlDatabase &db, const Seal &seal, const VisitId &id,
                          const std::optional<QList<RecordedAct>> &acts);
Result<void> putConfirmed(QSqlDatabase &db, const Seal &seal, const VisitId &id,
                          const rowjson::Confirmed &confirmed);
Result<void> touchActs(QSqlDatabase &db, const VisitId &id, const QDateTime &readAt);

// -- agreed
struct Agreed {
    Slot slot;
    QString status;
    bool known = false; //!< false: this system and we never had anything in common yet
};
Result<Agreed> agreed(QSqlDatabase &db, const VisitId &visit, Service system);
Result<void> putAgreed(QSqlDatabase &db, const VisitId &visit, Service system, const Slot &slot,
                       const QString &status);

//! Opens a cell of visit_order's kind; an empty cell is empty text.
Result<QByteArray> opened(const Seal &seal, const QByteArray &cell, const QString &place);

//! Nothing of that id here.
tl::unexpected<Error> notFound();

} // namespace rows

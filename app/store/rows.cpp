// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/rows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace rows {

tl::unexpected<Error> notFound()
{
    return failure(Error::Kind::NotFound,
                   QCoreApplication::translate("Store", "There is no such record on this desk."));
}

Result<QByteArray> opened(const Seal &seal, const QByteArray &cell, const QString &place)
{
    if (cell.isEmpty())
        return QByteArray();
    return seal.open(cell, place);
}

Result<Links> links(QSqlDatabase &db, const QString &localId)
{
    Statement query(db, u"SELECT kind, remote_id, stamp, number FROM link WHERE local_id = ?"_s);
    if (Result<void> read = query.run(localId); !read)
        return tl::unexpected<Error>(read.error());
    Links links;
    while (query.next()) {
        if (const auto kind = enumFromName<RecordKind>(query.text(0)))
            links.insert(*kind, RemoteLink{*kind, query.text(1), query.text(2), query.text(3)});
    }
    return links;
}

Result<void> putLink(QSqlDatabase &db, const QString &localId, const RemoteLink &link,
                     const QDateTime &now)
{
    // A receipt that knows no version or number does not take away the known one of the same
    // record.
    Statement put(db,
                  u"INSERT INTO link (kind, local_id, system, remote_id, stamp, number, synced_ms) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (kind, local_id) DO UPDATE SET "
                  "stamp = CASE WHEN excluded.stamp = '' AND link.remote_id = excluded.remote_id "
                  "THEN link.stamp ELSE excluded.stamp END, "
                  "number = CASE WHEN excluded.number = '' AND link.remote_id = excluded.remote_id "
                  "THEN link.number ELSE excluded.number END, "
                  "remote_id = excluded.remote_id, synced_ms = excluded.synced_ms"_s);
    return put.run(enumName(link.kind), localId, enumName(serviceOf(link.kind)), link.remoteId,
                   link.stamp, link.number, now);
}

Result<void> removeLink(QSqlDatabase &db, const QString &localId, RecordKind kind)
{
    Statement remove(db, u"DELETE FROM link WHERE kind = ? AND local_id = ?"_s);
    return remove.run(enumName(kind), localId);
}

Result<QString> localId(QSqlDatabase &db, RecordKind kind, const QString &remoteId)
{
    if (remoteId.isEmpty())
        return QString();
    Statement query(db, u"SELECT local_id FROM link WHERE kind = ? AND remote_id = ?"_s);
    if (Result<void> read = query.run(enumName(kind), remoteId); !read)
        return tl::unexpected<Error>(read.error());
    return query.next() ? query.text(0) : QString();
}

QString patientPlace(const QString &id)
{
    return u"patient/sealed/"_s + id;
}

Result<Patient> patient(QSqlDatabase &db, const Seal &seal, const PatientId &id)
{
    Statement query(db, u"SELECT sealed, revision, archived FROM patient WHERE id = ?"_s);
    if (Result<void> read = query.run(id); !read)
        return tl::unexpected<Error>(read.error());
    if (!query.next())
        return notFound();
    const Result<QByteArray> json = seal.open(query.bytes(0), patientPlace(id.value));
    if (!json)
        return tl::unexpected<Error>(json.error());
    Patient patient = rowjson::toPatient(*json);
    patient.id = id;
    patient.revision = query.integer(1);
    patient.archived = query.flag(2);
    return patient;
}

Result<void> putPatient(QSqlDatabase &db, const Seal &seal, const Patient &patient)
{
    const Result<QByteArray> cell =
        seal.seal(rowjson::fromPatient(patient), patientPlace(patient.id.value));
    if (!cell)
        return tl::unexpected<Error>(cell.error());
    Statement put(db,
                  u"INSERT INTO patient (id, sealed, revision, archived) VALUES (?, ?, ?, ?) "
                  "ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, "
                  "revision = excluded.revision, archived = excluded.archived"_s);
    return put.run(patient.id, *cell, patient.revision, patient.archived);
}

Result<QList<Product>> products(QSqlDatabase &db)
{
    Statement query(db, u"SELECT fields FROM product ORDER BY position"_s);
    if (Result<void> read = query.run(); !read)
        return tl::unexpected<Error>(read.error());
    // The catalogue is read with every visit and hardly ever changes: what was understood once is
    // kept beside the text it came from.
    thread_local QHash<QByteArray, Product> understood;
    QList<Product> products;
    while (query.next()) {
        const QByteArray fields = query.bytes(0);
        auto known = understood.constFind(fields);
        if (known == understood.cend())
            known = understood.insert(fields, rowjson::toProduct(fields));
        products.append(*known);
    }
    if (understood.size() > 2 * products.size() + 100)
        understood.clear();
    return products;
}

Result<Provider> provider(QSqlDatabase &db, const ProviderId &id)
{
    Statement query(db, u"SELECT fields FROM provider WHERE id = ?"_s);
    if (Result<void> read = query.run(id); !read)
        return tl::unexpected<Error>(read.error());
    Provider provider;
    if (query.next())
        provider = rowjson::toProvider(query.bytes(0));
    provider.id = id;
    return provider;
}

Result<Room> room(QSqlDatabase &db, const RoomId &id)
{
    Statement query(db, u"SELECT fields FROM room WHERE id = ?"_s);
    if (Result<void> read = query.run(id); !read)
        return tl::unexpected<Error>(read.error());
    Room room;
    if (query.next())
        room = rowjson::toRoom(query.bytes(0));
    room.id = id;
    return room;
}

Result<Agreed> agreed(QSqlDatabase &db, const VisitId &visit, Service system)
{
    Statement query(db,
                    u"SELECT provider, room, start_ms, end_ms, status FROM agreed "
                    "WHERE visit = ? AND system = ?"_s);
    if (Result<void> read = query.run(visit, enumName(system)); !read)
        return tl::unexpected<Error>(read.error());
    Agreed agreed;
    if (query.next()) {
        agreed.slot = Slot{ProviderId(query.text(0)), RoomId(query.text(1)), slotTime(query, 2),
                           slotTime(query, 3)};
        agreed.status = query.text(4);
        agreed.known = true;
    }
    return agreed;
}

Result<void> putAgreed(QSqlDatabase &db, const VisitId &visit, Service system, const Slot &slot,
                       const QString &status)
{
    Statement put(db,
                  u"INSERT INTO agreed (visit, system, provider, room, start_ms, end_ms, status) "
                  "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (visit, system) DO UPDATE SET "
                  "provider = excluded.provider, room = excluded.room, "
                  "start_ms = excluded.start_ms, end_ms = excluded.end_ms, "
                  "status = excluded.status"_s);
    return put.run(visit, enumName(system), slot.provider, slot.room, slotCell(slot.start),
                   slotCell(slot.end), status);
}

qint64 slotCell(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

QDateTime slotTime(const Statement &query, int column)
{
    return query.integer(column) == 0 ? QDateTime() : query.time(column);
}

} // namespace rows

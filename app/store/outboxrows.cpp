// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/outboxrows.h"

#include "app/store/rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rows {

namespace {

//! Undelivered rows that are about to make the record of the patient which the command builds on.
//! The rules look at one visit only; two bookings of one new patient must not make two Contacts.
Result<QList<qint64>> makersOfPatientRecord(QSqlDatabase &db, const Command &command,
                                            const PatientId &patient, bool contactLinked)
{
    QString maker;
    switch (serviceOf(command)) {
    case Service::Zoho:
        // A Devis goes under the Affaire of the consultation, which the booking makes.
        if (!contactLinked || std::holds_alternative<PutQuote>(command))
            maker = u"BookInCrm"_s;
        break;
    case Service::DentalTap:
        maker = u"PutDentalTapPatient"_s;
        break;
    case Service::QuickBooks:
        maker = u"PutQuickBooksCustomer"_s;
        break;
    default:
        break;
    }
    QList<qint64> ids;
    if (maker.isEmpty() || patient.isEmpty())
        return ids;
    // An intervention makes no Affaire, and waits for its plan's Devis itself.
    Statement query(db,
                    u"SELECT o.id FROM outbox o WHERE o.patient = ? AND o.name = ? "
                    "AND o.state IN ('Waiting', 'Sending', 'Failed') "
                    "AND NOT EXISTS (SELECT 1 FROM plan_booking b WHERE b.visit = o.visit)"_s);
    if (Result<void> read = query.run(patient, maker); !read)
        return tl::unexpected<Error>(read.error());
    while (query.next())
        ids.append(query.integer(0));
    return ids;
}

//! Undelivered rows that make or change the Devis which an intervention's Commande names.
Result<QList<qint64>> makersOfQuote(QSqlDatabase &db, const Command &command)
{
    QList<qint64> ids;
    const auto *book = std::get_if<BookInCrm>(&command);
    if (book == nullptr)
        return ids;
    Statement query(db,
                    u"SELECT o.id, o.command, b.version FROM outbox o JOIN plan_booking b "
                    "ON b.visit = ? AND o.stream = 'plan:' || b.plan || '/Zoho' "
                    "WHERE o.name = 'PutQuote' AND o.state IN ('Waiting', 'Sending', 'Failed')"_s);
    if (Result<void> read = query.run(book->visit); !read)
        return tl::unexpected<Error>(read.error());
    while (query.next()) {
        const Result<Command> waiting = commandFromJson(query.bytes(1));
        const auto *put = waiting ? std::get_if<PutQuote>(&*waiting) : nullptr;
        if (put != nullptr && put->version == query.number(2))
            ids.append(query.integer(0));
    }
    return ids;
}

Result<void> addAfter(QSqlDatabase &db, qint64 row, qint64 after)
{
    Statement insert(db,
                     u"INSERT INTO outbox_after (row_id, after_row) VALUES (?, ?) "
                     "ON CONFLICT (row_id, after_row) DO NOTHING"_s);
    return insert.run(row, after);
}

} // namespace

QString payloadPlace(qint64 id)
{
    return u"outbox/payload/"_s + QString::number(id);
}

Result<QList<qint64>> enqueue(QSqlDatabase &db, const QList<Planned> &commands,
                              const VisitId &visit, const PatientId &patient, const QDateTime &now)
{
    QList<qint64> ids;
    const Result<Links> linked = links(db, patient.value);
    if (!linked)
        return tl::unexpected<Error>(linked.error());
    const bool contactLinked = linked->contains(RecordKind::Contact);
    for (const Planned &planned : commands) {
        const Result<QList<qint64>> makers =
            makersOfPatientRecord(db, planned.command, patient, contactLinked);
        if (!makers)
            return tl::unexpected<Error>(makers.error());
        qint64 id = 0;
        {
            Statement insert(db,
                             u"INSERT INTO outbox (stream, service, name, command, visit, patient, "
                             "state, created_ms) VALUES (?, ?, ?, ?, ?, ?, 'Waiting', ?) "
                             "RETURNING id"_s);
            Result<void> done =
                insert.run(streamOf(planned.command), enumName(serviceOf(planned.command)),
                           commandName(planned.command),
                           QString::fromUtf8(commandToJson(planned.command)), visit, patient, now);
            if (!done)
                return tl::unexpected<Error>(done.error());
            if (!insert.next())
                return tl::unexpected<Error>(storageError(u"no id returned"_s));
            id = insert.integer(0);
        }
        const Result<QList<qint64>> quotes = makersOfQuote(db, planned.command);
        if (!quotes)
            return tl::unexpected<Error>(quotes.error());
        QList<qint64> after = *makers + *quotes;
        for (const int index : planned.after) {
            if (index >= 0 && index < ids.size())
                after.append(ids.at(index));
        }
        for (const qint64 before : std::as_const(after)) {
            if (Result<void> added = addAfter(db, id, before); !added)
                return tl::unexpected<Error>(added.error());
        }
        ids.append(id);
    }
    return ids;
}

Result<int> dropUnsent(QSqlDatabase &db, const VisitId &visit, const QStringList &names)
{
    int dropped = 0;
    for (const QString &name : names) {
        // A payload is stored before the first send: without one nothing has left this desk.
        Statement drop(db,
                       u"UPDATE outbox SET state = 'Dropped' WHERE visit = ? AND name = ? "
                       "AND payload IS NULL AND state IN ('Waiting', 'Failed')"_s);
        if (Result<void> done = drop.run(visit, name); !done)
            return tl::unexpected<Error>(done.error());
        dropped += drop.affected();
    }
    return dropped;
}

Result<CommandProgress> commandProgress(QSqlDatabase &db, const VisitId &visit,
                                        const PatientId &patient)
{
    CommandProgress progress;
    Statement query(db,
                    u"SELECT name, state, payload IS NOT NULL FROM outbox WHERE state <> 'Dropped' "
                    "AND (visit = ? OR (patient = ? AND patient <> '' AND name IN "
                    "('PutContact', 'PutDentalTapPatient', 'PutQuickBooksCustomer')))"_s);
    if (Result<void> read = query.run(visit, patient); !read)
        return tl::unexpected<Error>(read.error());
    while (query.next()) {
        const QString name = query.text(0);
        const QString state = query.text(1);
        Sent sent = Sent::Unsent;
        if (state == u"Done"_s)
            sent = Sent::Done;
        else if (query.flag(2) || state == u"Sending"_s)
            sent = Sent::Maybe;
        else
            progress.waiting.insert(name);
        progress.sent.insert(name, std::max(sent, progress.sent.value(name, Sent::No)));
    }
    return progress;
}

Result<bool> hasUndelivered(QSqlDatabase &db, const VisitId &visit, Service system,
                            bool onlyPrepared)
{
    Statement query(db,
                    u"SELECT 1 FROM outbox WHERE visit = ? AND service = ? "
                    "AND name <> 'LinkInDentalTap' AND state IN ('Waiting', 'Sending', 'Failed') "
                    "AND (payload IS NOT NULL OR ? = 0)"_s);
    if (Result<void> read = query.run(visit, enumName(system), onlyPrepared); !read)
        return tl::unexpected<Error>(read.error());
    return query.next();
}

bool isDefinite(Error::Kind kind)
{
    return kind == Error::Kind::Invalid || kind == Error::Kind::Forbidden
        || kind == Error::Kind::NotFound || kind == Error::Kind::Conflict
        || kind == Error::Kind::Unauthorized;
}

QString outboxColumns()
{
    return u"o.id, o.service, o.name, o.visit, o.patient, o.state, o.attempts, o.created_ms, "
           "o.not_before_ms, o.finished_ms, o.error_kind, o.error_text, o.error_status"_s;
}

OutboxRow outboxRowAt(const Statement &query)
{
    OutboxRow row;
    row.id = query.integer(0);
    row.service = enumFromName<Service>(query.text(1)).value_or(Service::None);
    row.command = query.text(2);
    row.visit.value = query.text(3);
    row.patient.value = query.text(4);
    row.state = enumFromName<OutboxRow::State>(query.text(5)).value_or(OutboxRow::State::Failed);
    row.attempts = query.number(6);
    row.created = query.time(7);
    if (query.integer(8) > 0)
        row.nextTry = query.time(8);
    row.finished = query.time(9);
    if (const auto kind = enumFromName<Error::Kind>(query.text(10)))
        row.error = Error(*kind, query.text(11), row.service, query.number(12));
    return row;
}

Result<void> readAfter(QSqlDatabase &db, OutboxRow &row)
{
    Statement query(db,
                    u"SELECT a.after_row FROM outbox_after a JOIN outbox o ON o.id = a.after_row "
                    "WHERE a.row_id = ? AND o.state NOT IN ('Done', 'Dropped') "
                    "ORDER BY a.after_row"_s);
    if (Result<void> read = query.run(row.id); !read)
        return read;
    while (query.next())
        row.after.append(query.integer(0));
    return {};
}

Result<QList<OutboxRow>> openRows(QSqlDatabase &db, const VisitId &visit, const PatientId &patient)
{
    QList<OutboxRow> rows;
    {
        Statement query(db,
                        u"SELECT "_s + outboxColumns()
                            + u" FROM outbox o WHERE o.state IN ('Waiting', 'Sending', 'Failed') "
                              "AND (o.visit = ? OR (o.patient = ? AND o.patient <> '' "
                              "AND o.name IN ('PutContact', 'PutDentalTapPatient', "
                              "'PutQuickBooksCustomer'))) ORDER BY o.id"_s);
        if (Result<void> read = query.run(visit, patient); !read)
            return tl::unexpected<Error>(read.error());
        while (query.next())
            rows.append(outboxRowAt(query));
    }
    for (OutboxRow &row : rows) {
        if (Result<void> read = readAfter(db, row); !read)
            return tl::unexpected<Error>(read.error());
    }
    return rows;
}

} // namespace rows

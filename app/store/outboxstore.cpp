// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/outboxstore.h"

#include "app/base/logcategories.h"
#include "app/store/afterexitrows.h"
#include "app/store/auditlog.h"
#include "app/store/outboxrows.h"
#include "app/store/rows.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QDir>
#include <QFileInfo>
#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes leaseTime(10);

const QString openStates = u"('Waiting', 'Sending', 'Failed')"_s;

QString lockPath(const QString &databaseFile, const QString &desk)
{
    return QFileInfo(databaseFile).absoluteDir().filePath(u"desk-"_s + desk + u".lock"_s);
}

//! A process that ended, however it ended, leaves its lock free or stale.
bool isGone(const QString &databaseFile, const QString &desk)
{
    QLockFile lock(lockPath(databaseFile, desk));
    lock.setStaleLockTime(0);
    return lock.tryLock(0);
}

//! Desks that hold leases and are gone.
Result<QStringList> goneDesks(QSqlDatabase &db, const QString &databaseFile, const QString &ours)
{
    Statement query(db,
                    u"SELECT DISTINCT lease_desk FROM outbox WHERE state = 'Sending' "
                    "AND lease_desk <> ?"_s);
    if (Result<void> read = query.run(ours); !read)
        return tl::unexpected<Error>(read.error());
    QStringList gone;
    while (query.next()) {
        if (isGone(databaseFile, query.text(0)))
            gone.append(query.text(0));
    }
    return gone;
}

QString placeholders(qsizetype count)
{
    return QStringList(count, u"?"_s).join(u", "_s);
}

//! One row as it leaves for delivery; its payload is opened by the caller.
OutboxItem itemAt(const Statement &query, QByteArray &sealedPayload)
{
    OutboxItem item;
    item.id = query.integer(0);
    item.stream = query.text(1);
    item.key = query.text(2);
    item.keyCounter = query.number(3);
    if (const Result<Command> command = commandFromJson(query.bytes(4)))
        item.command = *command;
    sealedPayload = query.bytes(5);
    item.attempts = query.number(6) + 1;
    item.visit.value = query.text(7);
    item.patient.value = query.text(8);
    return item;
}

struct Claiming {
    OutboxItem item;
    QByteArray payload;
};

Result<QList<Claiming>> dueRows(QSqlDatabase &db, const QDateTime &now, int limit,
                                const QList<Service> &paused, const QStringList &gone)
{
    // A stream stops at its first row that is not delivered; rows wait for their predecessors.
    QString sql = u"SELECT o.id, o.stream, o.key, o.key_counter, o.command, o.payload, o.attempts, "
                  "o.visit, o.patient FROM outbox o WHERE "
                  "((o.state = 'Waiting' AND o.not_before_ms <= ?) "
                  "OR (o.state = 'Sending' AND o.lease_until_ms <= ?)"_s;
    QVariantList values{Statement::bound(now), Statement::bound(now)};
    if (!gone.isEmpty()) {
        sql +=
            u" OR (o.state = 'Sending' AND o.lease_desk IN (%1))"_s.arg(placeholders(gone.size()));
        for (const QString &desk : gone)
            values.append(desk);
    }
    sql += u") "_s;
    if (!paused.isEmpty()) {
        sql += u"AND o.service NOT IN (%1) "_s.arg(placeholders(paused.size()));
        for (const Service service : paused)
            values.append(enumName(service));
    }
    sql += u"AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.stream = o.stream AND e.id < o.id "
           "AND e.state NOT IN ('Done', 'Dropped')) "
           "AND NOT EXISTS (SELECT 1 FROM outbox_after a JOIN outbox b ON b.id = a.after_row "
           "WHERE a.row_id = o.id AND b.state NOT IN ('Done', 'Dropped')) "
           "ORDER BY o.id LIMIT ?"_s;
    values.append(limit);
    Statement query(db, sql);
    if (Result<void> read = query.execute(values); !read)
        return tl::unexpected<Error>(read.error());
    QList<Claiming> due;
    while (query.next()) {
        Claiming claiming;
        claiming.item = itemAt(query, claiming.payload);
        due.append(claiming);
    }
    return due;
}

//! What would never go without a row: rows after it, and later ones of the visit's stream.
Result<QList<qint64>> dependentsOf(QSqlDatabase &db, qint64 first)
{
    QList<qint64> found{first};
    for (qsizetype i = 0; i < found.size(); ++i) {
        Statement query(db,
                        u"SELECT o.id FROM outbox o WHERE o.state IN "_s + openStates
                            + u" AND (EXISTS (SELECT 1 FROM outbox_after a WHERE a.row_id = o.id "
                              "AND a.after_row = ?) OR EXISTS (SELECT 1 FROM outbox b "
                              "WHERE b.id = ? AND b.stream = o.stream AND b.visit = o.visit "
                              "AND b.visit <> '' AND b.id < o.id)) ORDER BY o.id"_s);
        if (Result<void> read = query.run(found.at(i), found.at(i)); !read)
            return tl::unexpected<Error>(read.error());
        while (query.next()) {
            if (!found.contains(query.integer(0)))
                found.append(query.integer(0));
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

OutboxStore::OutboxStore(Database *database, Clock clock, QObject *parent)
    : QObject(parent), m_database(database), m_clock(std::move(clock)),
      m_desk(QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_lock(std::make_unique<QLockFile>(lockPath(database->file(), m_desk)))
{
    m_lock->setStaleLockTime(0);
    if (!m_lock->tryLock(0))
        qCWarning(lcStore) << "no lock file for this desk: its leases last their full time";
    connect(m_database, &Database::rowsQueued, this, &OutboxStore::rowsAdded);
    connect(m_database, &Database::changedElsewhere, this, &OutboxStore::rowsAdded);
}

Task<QList<OutboxItem>> OutboxStore::claim(QString owner, int limit, QList<Service> paused)
{
    auto work = [owner, limit, paused, desk = m_desk, file = m_database->file(),
                 seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db) -> Result<QList<OutboxItem>> {
        QList<OutboxItem> items;
        if (seal.isLocked())
            return items;
        const Result<QStringList> gone = goneDesks(db, file, desk);
        if (!gone)
            return tl::unexpected<Error>(gone.error());
        const Result<QList<Claiming>> due = dueRows(db, now, limit, paused, *gone);
        if (!due)
            return tl::unexpected<Error>(due.error());
        for (Claiming claiming : *due) {
            Statement lease(db,
                            u"UPDATE outbox SET state = 'Sending', attempts = ?, lease_owner = ?, "
                            "lease_desk = ?, lease_until_ms = ? WHERE id = ?"_s);
            if (Result<void> leased = lease.run(
                    claiming.item.attempts, owner, desk,
                    now.addMSecs(std::chrono::milliseconds(leaseTime).count()), claiming.item.id);
                !leased)
                return tl::unexpected<Error>(leased.error());
            const Result<QByteArray> payload =
                rows::opened(seal, claiming.payload, rows::payloadPlace(claiming.item.id));
            if (!payload)
                return tl::unexpected<Error>(payload.error());
            claiming.item.payload = *payload;
            items.append(claiming.item);
        }
        return items;
    };
    // A lease means nothing to the desk that starts after a power cut, and nothing is sent before
    // prepared() has reached the disk.
    co_return co_await m_database->transactUnflushed(std::move(work));
}

Task<void> OutboxStore::renew(QString owner, QList<qint64> ids)
{
    auto work = [owner, ids, now = m_clock()](QSqlDatabase &db) -> Result<void> {
        for (const qint64 id : ids) {
            Statement renew(db,
                            u"UPDATE outbox SET lease_until_ms = ? WHERE id = ? "
                            "AND lease_owner = ? AND state = 'Sending'"_s);
            if (Result<void> done = renew.run(
                    now.addMSecs(std::chrono::milliseconds(leaseTime).count()), id, owner);
                !done)
                return done;
        }
        return {};
    };
    co_return co_await m_database->transact(std::move(work));
}

Task<void> OutboxStore::change(qint64 id, QString sql, QVariantList values)
{
    auto work = [id, sql, values](QSqlDatabase &db) -> Result<VisitId> {
        {
            Statement update(db, sql);
            if (Result<void> done = update.execute(values); !done)
                return tl::unexpected<Error>(done.error());
            if (update.affected() == 0)
                return rows::notFound();
        }
        Statement visit(db, u"SELECT visit FROM outbox WHERE id = ?"_s);
        if (Result<void> read = visit.run(id); !read)
            return tl::unexpected<Error>(read.error());
        return visit.next() ? VisitId(visit.text(0)) : VisitId();
    };
    const Result<VisitId> visit = co_await m_database->transact(std::move(work));
    if (!visit)
        co_return tl::unexpected<Error>(visit.error());
    Q_EMIT rowChanged(id);
    if (!visit->isEmpty())
        Q_EMIT visitChanged(*visit);
    co_return Result<void>();
}

Task<void> OutboxStore::prepared(qint64 id, QByteArray payload, QString key)
{
    const Result<QByteArray> sealed = m_database->seal().seal(payload, rows::payloadPlace(id));
    if (!sealed)
        co_return tl::unexpected<Error>(sealed.error());
    auto work = [id, key, cell = *sealed](QSqlDatabase &db) -> Result<void> {
        Statement update(db, u"UPDATE outbox SET payload = ?, key = ? WHERE id = ?"_s);
        if (Result<void> done = update.run(cell, key, id); !done)
            return done;
        if (update.affected() == 0)
            return rows::notFound();
        return {};
    };
    // Nothing of this is shown: no news of the visit.
    const Result<void> kept = co_await m_database->transact(std::move(work));
    if (kept)
        Q_EMIT rowChanged(id);
    co_return kept;
}

Task<void> OutboxStore::defer(qint64 id, Error error, QDateTime notBefore)
{
    const QString sql = u"UPDATE outbox SET state = 'Waiting', not_before_ms = ?, error_kind = ?, "
                        "error_text = ?, error_status = ?, lease_owner = '', lease_desk = '' "
                        "WHERE id = ? AND state = 'Sending'"_s;
    const QVariantList values{Statement::bound(notBefore), enumName(error.kind),
                              Statement::bound(error.message), error.httpStatus, id};
    co_return co_await change(id, sql, values);
}

Task<void> OutboxStore::fail(qint64 id, Error error)
{
    const QString sql = u"UPDATE outbox SET state = 'Failed', error_kind = ?, error_text = ?, "
                        "error_status = ?, lease_owner = '', lease_desk = '' "
                        "WHERE id = ? AND state = 'Sending'"_s;
    const QVariantList values{enumName(error.kind), Statement::bound(error.message),
                              error.httpStatus, id};
    co_return co_await change(id, sql, values);
}

Task<void> OutboxStore::wake(Service service)
{
    auto work = [service](QSqlDatabase &db) -> Result<void> {
        Statement update(db,
                         u"UPDATE outbox SET not_before_ms = 0 WHERE service = ? "
                         "AND state = 'Waiting'"_s);
        return update.run(enumName(service));
    };
    const Result<void> done = co_await m_database->transact(std::move(work));
    if (done)
        Q_EMIT rowsAdded();
    co_return done;
}

Task<void> OutboxStore::release(QList<qint64> ids)
{
    auto work = [ids](QSqlDatabase &db) -> Result<void> {
        for (const qint64 id : ids) {
            // Without a payload nothing was sent: the attempt did not happen.
            Statement release(db,
                              u"UPDATE outbox SET state = 'Waiting', lease_owner = '', "
                              "lease_desk = '', attempts = CASE WHEN payload IS NULL "
                              "THEN attempts - 1 ELSE attempts END "
                              "WHERE id = ? AND state = 'Sending'"_s);
            if (Result<void> done = release.run(id); !done)
                return done;
        }
        return {};
    };
    co_return co_await m_database->transact(std::move(work));
}

Task<QList<OutboxRow>> OutboxStore::list(int doneLimit)
{
    auto work = [doneLimit](QSqlDatabase &db) -> Result<QList<OutboxRow>> {
        QList<OutboxRow> list;
        {
            Statement open(db,
                           u"SELECT "_s + rows::outboxColumns()
                               + u" FROM outbox o WHERE o.state IN "_s + openStates
                               + u" ORDER BY o.id"_s);
            if (Result<void> read = open.run(); !read)
                return tl::unexpected<Error>(read.error());
            while (open.next())
                list.append(rows::outboxRowAt(open));
        }
        for (OutboxRow &row : list) {
            if (Result<void> read = rows::readAfter(db, row); !read)
                return tl::unexpected<Error>(read.error());
        }
        if (doneLimit <= 0)
            return list;
        Statement done(db,
                       u"SELECT "_s + rows::outboxColumns()
                           + u" FROM outbox o WHERE o.state = 'Done' "
                             "ORDER BY o.finished_ms DESC, o.id DESC LIMIT ?"_s);
        if (Result<void> read = done.run(doneLimit); !read)
            return tl::unexpected<Error>(read.error());
        while (done.next())
            list.append(rows::outboxRowAt(done));
        return list;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<OutboxRow> OutboxStore::row(qint64 id)
{
    auto work = [id](QSqlDatabase &db) -> Result<OutboxRow> {
        OutboxRow row;
        {
            Statement query(
                db, u"SELECT "_s + rows::outboxColumns() + u" FROM outbox o WHERE o.id = ?"_s);
            if (Result<void> read = query.run(id); !read)
                return tl::unexpected<Error>(read.error());
            if (!query.next())
                return rows::notFound();
            row = rows::outboxRowAt(query);
        }
        if (Result<void> read = rows::readAfter(db, row); !read)
            return tl::unexpected<Error>(read.error());
        return row;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<void> OutboxStore::retry(qint64 id, StaffId by)
{
    auto work = [id, by, now = m_clock()](QSqlDatabase &db) -> Result<VisitId> {
        QString state;
        QString name;
        VisitId visit;
        std::optional<Error::Kind> kind;
        {
            Statement query(db,
                            u"SELECT state, error_kind, name, visit FROM outbox WHERE id = ?"_s);
            if (Result<void> read = query.run(id); !read)
                return tl::unexpected<Error>(read.error());
            if (!query.next())
                return rows::notFound();
            state = query.text(0);
            kind = enumFromName<Error::Kind>(query.text(1));
            name = query.text(2);
            visit.value = query.text(3);
        }
        if (state != u"Failed"_s && state != u"Waiting"_s)
            return failure(Error::Kind::Invalid,
                           QCoreApplication::translate(
                               "Store", "This entry is being sent or is finished already."));
        QString sql = u"UPDATE outbox SET state = 'Waiting', not_before_ms = 0"_s;
        if (state == u"Failed"_s && kind && rows::isDefinite(*kind))
            sql += u", payload = NULL, key_counter = key_counter + 1, attempts = 0"_s;
        {
            Statement update(db, sql + u" WHERE id = ?"_s);
            if (Result<void> done = update.run(id); !done)
                return tl::unexpected<Error>(done.error());
        }
        AuditRow audit;
        audit.at = now;
        audit.by = by;
        audit.action = u"retry"_s;
        audit.subject = u"outbox:"_s + QString::number(id);
        audit.detail = name;
        if (Result<void> noted = AuditLog::write(db, audit); !noted)
            return tl::unexpected<Error>(noted.error());
        return visit;
    };
    const Result<VisitId> visit = co_await m_database->transact(std::move(work));
    if (!visit)
        co_return tl::unexpected<Error>(visit.error());
    Q_EMIT rowChanged(id);
    Q_EMIT rowsAdded();
    if (!visit->isEmpty())
        Q_EMIT visitChanged(*visit);
    co_return Result<void>();
}

Task<QList<qint64>> OutboxStore::discard(qint64 id, QString why, StaffId by)
{
    struct Gone {
        QList<qint64> ids;
        QList<VisitId> visits;
    };
    auto work = [id, why, by, seal = m_database->seal(),
                 now = m_clock()](QSqlDatabase &db) -> Result<Gone> {
        const Result<QList<qint64>> ids = dependentsOf(db, id);
        if (!ids)
            return tl::unexpected<Error>(ids.error());
        Gone gone;
        gone.ids = *ids;
        for (const qint64 each : gone.ids) {
            QString name;
            Command command;
            {
                Statement drop(db,
                               u"UPDATE outbox SET state = 'Dropped', payload = NULL, "
                               "finished_ms = ? WHERE id = ? AND state IN ('Waiting', 'Failed') "
                               "RETURNING name, visit, command"_s);
                if (Result<void> done = drop.run(now, each); !done)
                    return tl::unexpected<Error>(done.error());
                if (!drop.next())
                    return failure(
                        Error::Kind::Conflict,
                        QCoreApplication::translate("Store",
                                                    "This entry, or one that depends on it, is "
                                                    "being sent or is finished already."));
                name = drop.text(0);
                const VisitId visit(drop.text(1));
                if (!visit.isEmpty() && !gone.visits.contains(visit))
                    gone.visits.append(visit);
                command = commandFromJson(drop.bytes(2)).value_or(Command());
            }
            if (Result<void> told = rows::discarded(db, seal, command, now); !told)
                return tl::unexpected<Error>(told.error());
            AuditRow audit;
            audit.at = now;
            audit.by = by;
            audit.action = u"discard"_s;
            audit.subject = u"outbox:"_s + QString::number(each);
            audit.detail = each == id ? QString(name + u": "_s + why)
                                      : QString(name + u", with outbox:"_s + QString::number(id));
            if (Result<void> noted = AuditLog::write(db, audit); !noted)
                return tl::unexpected<Error>(noted.error());
        }
        return gone;
    };
    const Result<Gone> gone = co_await m_database->transact(std::move(work));
    if (!gone)
        co_return tl::unexpected<Error>(gone.error());
    for (const qint64 each : gone->ids)
        Q_EMIT rowChanged(each);
    for (const VisitId &visit : gone->visits)
        Q_EMIT visitChanged(visit);
    Q_EMIT rowsAdded();
    co_return gone->ids;
}

Task<OutboxStore::Summary> OutboxStore::summary()
{
    auto work = [](QSqlDatabase &db) -> Result<Summary> {
        Statement query(db,
                        u"SELECT SUM(CASE WHEN state = 'Failed' THEN 0 ELSE 1 END), "
                        "SUM(CASE WHEN state = 'Failed' THEN 1 ELSE 0 END), MIN(created_ms), "
                        "MIN(CASE WHEN state = 'Waiting' AND not_before_ms > 0 "
                        "THEN not_before_ms END) FROM outbox WHERE state IN "_s
                            + openStates);
        if (Result<void> read = query.run(); !read)
            return tl::unexpected<Error>(read.error());
        Summary summary;
        if (query.next()) {
            summary.waiting = query.number(0);
            summary.failed = query.number(1);
            summary.oldest = query.time(2);
            summary.nextTry = query.time(3);
        }
        return summary;
    };
    co_return co_await m_database->run(std::move(work));
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/cataloguestore.h"

#include "app/store/rows.h"

#include <QCoroFuture>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

//! A record of a list that is replaced as a whole: its id and its storage form.
struct Stored {
    QString id;
    QByteArray fields;
};

//! Replaces a list. Returns whether anything differs.
Result<bool> replaceAll(QSqlDatabase &db, const QString &table, const QList<Stored> &records)
{
    QList<Stored> before;
    {
        Statement query(db, u"SELECT id, fields FROM %1 ORDER BY position"_s.arg(table));
        if (Result<void> read = query.run(); !read)
            return tl::unexpected<Error>(read.error());
        while (query.next())
            before.append({query.text(0), query.bytes(1)});
    }
    const auto same = [](const Stored &a, const Stored &b) {
        return a.id == b.id && a.fields == b.fields;
    };
    if (std::equal(before.begin(), before.end(), records.begin(), records.end(), same))
        return false;
    Statement clear(db, u"DELETE FROM %1"_s.arg(table));
    if (Result<void> cleared = clear.run(); !cleared)
        return tl::unexpected<Error>(cleared.error());
    int position = 0;
    for (const Stored &record : records) {
        Statement insert(db,
                         u"INSERT INTO %1 (id, position, fields) VALUES (?, ?, ?) "
                         "ON CONFLICT (id) DO NOTHING"_s.arg(table));
        if (Result<void> done = insert.run(record.id, position++, QString::fromUtf8(record.fields));
            !done)
            return tl::unexpected<Error>(done.error());
    }
    return true;
}

template <class T>
Result<QList<T>> readAll(QSqlDatabase &db, const QString &table, T (*parse)(const QByteArray &))
{
    Statement query(db, u"SELECT fields FROM %1 ORDER BY position"_s.arg(table));
    if (Result<void> read = query.run(); !read)
        return tl::unexpected<Error>(read.error());
    QList<T> list;
    while (query.next())
        list.append(parse(query.bytes(0)));
    return list;
}

} // namespace

CatalogueStore::CatalogueStore(Database *database, QObject *parent)
    : QObject(parent), m_database(database)
{
}

Task<QList<Product>> CatalogueStore::products()
{
    auto work = [](QSqlDatabase &db) { return rows::products(db); };
    co_return co_await m_database->run(std::move(work));
}

Task<QList<Provider>> CatalogueStore::providers()
{
    co_return co_await m_database->run(&CatalogueStore::readProviders);
}

Result<QList<Provider>> CatalogueStore::readProviders(QSqlDatabase &db)
{
    return readAll<Provider>(db, u"provider"_s, rowjson::toProvider);
}

Task<QList<Room>> CatalogueStore::rooms()
{
    co_return co_await m_database->run(&CatalogueStore::readRooms);
}

Result<QList<Room>> CatalogueStore::readRooms(QSqlDatabase &db)
{
    return readAll<Room>(db, u"room"_s, rowjson::toRoom);
}

Task<void> CatalogueStore::putProducts(QList<Product> products)
{
    QList<Stored> records;
    for (const Product &product : products)
        records.append({product.id.value, rowjson::fromProduct(product)});
    return put([records](QSqlDatabase &db) { return replaceAll(db, u"product"_s, records); });
}

Task<void> CatalogueStore::putProviders(QList<Provider> providers)
{
    QList<Stored> records;
    for (const Provider &provider : providers)
        records.append({provider.id.value, rowjson::fromProvider(provider)});
    return put([records](QSqlDatabase &db) { return replaceAll(db, u"provider"_s, records); });
}

Task<void> CatalogueStore::putRooms(QList<Room> rooms)
{
    QList<Stored> records;
    for (const Room &room : rooms)
        records.append({room.id.value, rowjson::fromRoom(room)});
    return put([records](QSqlDatabase &db) { return replaceAll(db, u"room"_s, records); });
}

Task<void> CatalogueStore::put(std::function<Result<bool>(QSqlDatabase &)> work)
{
    // It can be read again, like everything that a reading takes over.
    const Result<bool> done = co_await m_database->transactUnflushed(std::move(work));
    if (!done)
        co_return tl::unexpected<Error>(done.error());
    if (*done)
        Q_EMIT changed();
    co_return Result<void>();
}

Task<QList<BusyBlock>> CatalogueStore::busy(QDateTime from, QDateTime to)
{
    auto work = [from, to](QSqlDatabase &db) -> Result<QList<BusyBlock>> {
        Statement query(db,
                        u"SELECT provider, start_ms, end_ms, event_id FROM busy_block "
                        "WHERE start_ms < ? AND end_ms > ? ORDER BY start_ms, provider"_s);
        if (Result<void> read = query.run(to, from); !read)
            return tl::unexpected<Error>(read.error());
        QList<BusyBlock> blocks;
        while (query.next())
            blocks.append(
                BusyBlock{ProviderId(query.text(0)), query.time(1), query.time(2), query.text(3)});
        return blocks;
    };
    co_return co_await m_database->run(std::move(work));
}

Task<void> CatalogueStore::putBusy(ProviderId provider, QList<BusyBlock> blocks,
                                   QStringList removedEvents, bool full)
{
    return put([provider, blocks, removedEvents, full](QSqlDatabase &db) -> Result<bool> {
        int touched = 0;
        if (full) {
            Statement clear(db, u"DELETE FROM busy_block WHERE provider = ?"_s);
            if (Result<void> cleared = clear.run(provider); !cleared)
                return tl::unexpected<Error>(cleared.error());
            touched += clear.affected();
        }
        QStringList replaced = removedEvents;
        for (const BusyBlock &block : blocks)
            replaced.append(block.eventId);
        replaced.removeDuplicates();
        for (const QString &event : std::as_const(replaced)) {
            if (full || event.isEmpty())
                continue;
            Statement remove(db, u"DELETE FROM busy_block WHERE provider = ? AND event_id = ?"_s);
            if (Result<void> removed = remove.run(provider, event); !removed)
                return tl::unexpected<Error>(removed.error());
            touched += remove.affected();
        }
        for (const BusyBlock &block : blocks) {
            Statement insert(db,
                             u"INSERT INTO busy_block (provider, event_id, start_ms, end_ms) "
                             "VALUES (?, ?, ?, ?)"_s);
            if (Result<void> done = insert.run(provider, block.eventId, block.start, block.end);
                !done)
                return tl::unexpected<Error>(done.error());
            ++touched;
        }
        return touched > 0;
    });
}

Task<QString> CatalogueStore::value(QString name)
{
    auto work = [name](QSqlDatabase &db) -> Result<QString> {
        Statement query(db, u"SELECT content FROM named_value WHERE name = ?"_s);
        if (Result<void> read = query.run(name); !read)
            return tl::unexpected<Error>(read.error());
        return query.next() ? query.text(0) : QString();
    };
    co_return co_await m_database->run(std::move(work));
}

namespace {

auto puttingValue(const QString &name, const QString &text)
{
    return [name, text](QSqlDatabase &db) -> Result<void> {
        Statement put(db,
                      u"INSERT INTO named_value (name, content) VALUES (?, ?) "
                      "ON CONFLICT (name) DO UPDATE SET content = excluded.content"_s);
        return put.run(name, text);
    };
}

} // namespace

Task<void> CatalogueStore::putValue(QString name, QString text)
{
    auto work = puttingValue(name, text);
    co_return co_await m_database->transact(std::move(work));
}

Task<void> CatalogueStore::putCursor(QString name, QString text)
{
    auto work = puttingValue(name, text);
    co_return co_await m_database->transactUnflushed(std::move(work));
}

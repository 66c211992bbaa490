// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstday.h"

#include "app/store/cataloguestore.h"
#include "app/store/statement.h"
#include "app/store/visitstore.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace {

constexpr auto keyPatience = std::chrono::seconds(2);

//! Locked when the key store does not answer in time.
Seal sealOf(std::future<Result<QString>> &asked)
{
    if (asked.wait_for(keyPatience) != std::future_status::ready)
        return {};
    const Result<QString> key = asked.get();
    return key ? Seal(QByteArray::fromBase64(key->toLatin1()), 1) : Seal();
}

std::optional<FirstDay::Cards> read(const Settings &settings, Keychain *keychain,
                                    const Clock &clock)
{
    const QString file = QDir(settings.dataDirectory).filePath(u"vestibule.sqlite"_s);
    if (!QFileInfo::exists(file))
        return std::nullopt;
    // What is not sealed is read while the key store makes up its answer.
    std::future<Result<QString>> key = keychain->request(u"database.key"_s);
    FirstDay::Cards cards;
    cards.date = clock().toTimeZone(QTimeZone(settings.timeZone)).date();
    bool complete = false;
    const QString name = u"first-day"_s;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        db.setDatabaseName(file);
        db.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=200"_s);
        if (db.open()) {
            const auto providers = CatalogueStore::readProviders(db);
            const auto rooms = CatalogueStore::readRooms(db);
            const auto entries = VisitStore::readDay(db, sealOf(key), cards.date, settings.timeZone,
                                                     settings.currency);
            complete = entries && providers && rooms;
            cards.entries = entries.value_or(QList<DayEntry>());
            cards.providers = providers.value_or(QList<Provider>());
            cards.rooms = rooms.value_or(QList<Room>());
        }
        Statement::forget(name);
        db.close();
    }
    QSqlDatabase::removeDatabase(name);
    return complete ? std::optional(cards) : std::nullopt;
}

} // namespace

FirstDay::FirstDay(const Settings &settings, Keychain *keychain, Clock clock)
{
    m_thread.reset(QThread::create([this, settings, keychain, clock = std::move(clock)] {
        m_cards = read(settings, keychain, clock);
        m_done.release();
    }));
    m_thread->start();
}

FirstDay::~FirstDay()
{
    m_thread->wait();
}

std::optional<FirstDay::Cards> FirstDay::within(int milliseconds)
{
    return m_done.tryAcquire(1, milliseconds) ? m_cards : std::nullopt;
}

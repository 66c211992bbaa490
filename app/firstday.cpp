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

constexpr int keyPatienceMs = 2000;

std::optional<FirstDay::Cards> read(const Settings &settings, Keychain *keychain,
                                    const Clock &clock)
{
    const QString file = QDir(settings.dataDirectory).filePath(u"vestibule.sqlite"_s);
    if (!QFileInfo::exists(file))
        return std::nullopt;
    Seal seal;
    if (const Result<QString> key = keychain->readBlocking(u"database.key"_s, keyPatienceMs))
        seal = Seal(QByteArray::fromBase64(key->toLatin1()), 1);
    FirstDay::Cards cards;
    cards.date = clock().toTimeZone(QTimeZone(settings.timeZone)).date();
    bool complete = false;
    const QString name = u"first-day"_s;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        db.setDatabaseName(file);
        db.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=200"_s);
        if (db.open()) {
            const auto entries =
                VisitStore::readDay(db, seal, cards.date, settings.timeZone, settings.currency);
            const auto providers = CatalogueStore::readProviders(db);
            const auto rooms = CatalogueStore::readRooms(db);
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

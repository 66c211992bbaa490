// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/appointment.h"
#include "app/domain/catalogue.h"
#include "app/store/database.h"

#include <functional>

//! Products, surgeons, rooms, busy blocks, and small values of the readings (cursors, sync tokens,
//! CRM set-up result).
class CatalogueStore : public QObject
{
    Q_OBJECT

public:
    explicit CatalogueStore(Database *database, QObject *parent = nullptr);

    Task<QList<Product>> products();
    Task<QList<Provider>> providers();
    Task<QList<Room>> rooms();
    //! The same, synchronously on the calling thread with a connection of its own: only for the
    //! start-up worker.
    static Result<QList<Provider>> readProviders(QSqlDatabase &db);
    static Result<QList<Room>> readRooms(QSqlDatabase &db);
    Task<void> putProducts(QList<Product> products);
    Task<void> putProviders(QList<Provider> providers);
    Task<void> putRooms(QList<Room> rooms);
    Task<QList<BusyBlock>> busy(QDateTime from, QDateTime to);
    //! Replaces a surgeon's blocks (full), or applies changes and removals.
    Task<void> putBusy(ProviderId provider, QList<BusyBlock> blocks, QStringList removedEvents,
                       bool full);

    //! Text by name, empty when absent: "zoho.contacts.cursor", "google.syncToken/<calendar>",
    //! "crm.setup" …
    Task<QString> value(QString name);
    Task<void> putValue(QString name, QString text);
    //! Where a reading stands: no more durable than what it read (Database::transactUnflushed).
    Task<void> putCursor(QString name, QString text);

Q_SIGNALS:
    void changed();

private:
    Task<void> put(std::function<Result<bool>(QSqlDatabase &)> work);

    Database *m_database;
};

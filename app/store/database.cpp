// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/database.h"

#include "app/base/logcategories.h"
#include "app/store/migrations.h"
#include "app/store/statement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QStorageInfo>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace {

constexpr int watchIntervalMs = 250;

Result<void> execute(QSqlDatabase &db, const QString &sql)
{
    QSqlQuery query(db);
    if (!query.exec(sql))
        return tl::unexpected<Error>(storageError(query.lastError().text()));
    return {};
}

//! SQLite's locks do not hold on network file systems (qt64-notes.md section 5).
bool isOnNetwork(const QString &directory)
{
    static const QList<QByteArray> remote{"nfs",   "nfs4", "cifs",      "smb3",
                                          "smbfs", "9p",   "fuse.sshfs"};
    return remote.contains(QStorageInfo(directory).fileSystemType());
}

//! On the database thread.
Result<void> opening(const QString &file, const QString &name)
{
    if (QSqlDatabase::contains(name) && QSqlDatabase::database(name, false).isOpen())
        return {};
    const QString directory = QFileInfo(file).absolutePath();
    if (isOnNetwork(directory))
        return failure(Error::Kind::Storage,
                       QCoreApplication::translate(
                           "Database",
                           "The data folder %1 is on a network share, where the database would be "
                           "damaged sooner or later. Choose a folder on this computer.")
                           .arg(directory));
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    db.setDatabaseName(file);
    db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!db.open())
        return failure(Error::Kind::Storage,
                       QCoreApplication::translate(
                           "Database",
                           "The database %1 cannot be opened (%2). Check that the folder exists "
                           "and may be written.")
                           .arg(file, db.lastError().text()));
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    for (const QString &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
                                  u"PRAGMA foreign_keys = ON"_s}) {
        if (Result<void> set = execute(db, pragma); !set)
            return set;
    }
    Result<void> migrated = migrate(db);
    if (!migrated) {
        Statement::forget(name);
        db.close();
    }
    return migrated;
}

} // namespace

Database::Database(QString file, QObject *parent)
    : QObject(parent), m_file(std::move(file)),
      m_connectionName(u"vestibule-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    // Personal data, even sealed, is nobody else's to read.
    const QString directory = QFileInfo(m_file).absolutePath();
    if (!QFileInfo::exists(directory) && QDir().mkpath(directory))
        QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
    m_watch.setInterval(watchIntervalMs);
    connect(&m_watch, &QTimer::timeout, this, &Database::look);
}

Database::~Database()
{
    m_watch.stop();
    m_pool.start([name = m_connectionName] {
        Statement::forget(name);
        if (QSqlDatabase::contains(name)) {
            QSqlDatabase::database(name, false).close();
            QSqlDatabase::removeDatabase(name);
        }
    });
    m_pool.waitForDone();
}

QFuture<Result<void>> Database::open()
{
    QFuture<Result<void>> opened = run(
        [file = m_file, name = m_connectionName](QSqlDatabase &) { return opening(file, name); });
    opened.then(this, [this](const Result<void> &result) {
        if (result)
            m_watch.start();
    });
    return opened;
}

void Database::setSeal(Seal seal)
{
    const QMutexLocker lock(&m_sealMutex);
    m_seal = std::move(seal);
}

Seal Database::seal() const
{
    const QMutexLocker lock(&m_sealMutex);
    return m_seal;
}

QFuture<bool> Database::hasSealedRows()
{
    return run([](QSqlDatabase &db) {
        Statement any(db,
                      u"SELECT EXISTS (SELECT 1 FROM patient) OR EXISTS (SELECT 1 FROM visit) "
                      "OR EXISTS (SELECT 1 FROM outbox WHERE payload IS NOT NULL) "
                      "OR EXISTS (SELECT 1 FROM chart_kept) OR EXISTS (SELECT 1 FROM plan)"_s);
        // When in doubt there are some: a wrong "no" would allow a new key over old rows.
        return !any.run() || !any.next() || any.flag(0);
    });
}

void Database::look()
{
    if (m_looking)
        return;
    m_looking = true;
    run([](QSqlDatabase &db) {
        Statement version(db, u"PRAGMA data_version"_s);
        return version.run() && version.next() ? version.integer(0) : 0;
    }).then(this, [this](qint64 version) {
        m_looking = false;
        const qint64 before = std::exchange(m_dataVersion, version);
        if (before != 0 && before != version)
            Q_EMIT changedElsewhere();
    });
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::contains(m_connectionName)
        ? QSqlDatabase::database(m_connectionName, false)
        : QSqlDatabase();
}

void Database::setFlushed(QSqlDatabase &db, bool flushed)
{
    // Should it fail, the database goes on flushing: slower, not wrong.
    QSqlQuery query(db);
    query.exec(flushed ? u"PRAGMA synchronous = FULL"_s : u"PRAGMA synchronous = NORMAL"_s);
}

Result<void> Database::begin(QSqlDatabase &db)
{
    // QSqlDatabase::transaction() would be deferred: write after read fails at once when another
    // process wrote in between (qt64-notes.md section 0).
    if (!db.isOpen())
        return tl::unexpected<Error>(storageError(u"not open"_s));
    return execute(db, u"BEGIN IMMEDIATE"_s);
}

Result<void> Database::commit(QSqlDatabase &db)
{
    Result<void> done = execute(db, u"COMMIT"_s);
    if (!done)
        rollback(db);
    return done;
}

void Database::rollback(QSqlDatabase &db)
{
    // Its own failure means that the engine has rolled back already.
    QSqlQuery query(db);
    query.exec(u"ROLLBACK"_s);
}

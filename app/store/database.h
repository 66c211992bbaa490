// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "app/domain/patient.h"
#include "app/store/seal.h"

#include <QFuture>
#include <QMutex>
#include <QObject>
#include <QPromise>
#include <QSqlDatabase>
#include <QThreadPool>
#include <QTimer>
#include <memory>
#include <type_traits>

//! The one database thread: a pool of one thread without expiry; its connection lives there.
//! SQLite: WAL, foreign_keys, busy timeout, synchronous FULL.
class Database : public QObject
{
    Q_OBJECT

public:
    //! file: path of the SQLite file; its directory is made. Nothing is opened yet.
    explicit Database(QString file, QObject *parent = nullptr);
    //! Waits for the running unit of work and closes on the database thread.
    ~Database() override;

    //! Opens and migrates. Storage errors in words: newer schema, network share, not writable.
    QFuture<Result<void>> open();
    //! The key for personal columns; until then names are locked.
    void setSeal(Seal seal);
    Seal seal() const;
    //! True when the database holds sealed rows (then a missing key must never be replaced by a new
    //! one). Any thread.
    QFuture<bool> hasSealedRows();

    //! Runs work(QSqlDatabase &) on the database thread. Through a promise, since whoever waits for
    //! a future of QtConcurrent may take the work over and run it in the wrong thread.
    template <class F>
    auto run(F work)
    {
        using T = std::invoke_result_t<F, QSqlDatabase &>;
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        m_pool.start([this, promise, work = std::move(work)]() mutable {
            QSqlDatabase db = connection();
            promise->addResult(work(db));
            promise->finish();
        });
        return promise->future();
    }
    //! Runs work inside BEGIN IMMEDIATE … COMMIT and rolls back when it returns an error. work
    //! returns a Result.
    template <class F>
    auto transact(F work)
    {
        return run(
            [work = std::move(work)](QSqlDatabase &db) mutable { return transacted(db, work); });
    }

    //! The same without waiting for the disk: what it wrote survives the end of this process, but
    //! perhaps not of the machine. A later transact() makes it as durable as itself.
    template <class F>
    auto transactUnflushed(F work)
    {
        return run([work = std::move(work)](QSqlDatabase &db) mutable -> decltype(work(db)) {
            // SQLite takes the setting outside a transaction only.
            setFlushed(db, false);
            auto result = transacted(db, work);
            setFlushed(db, true);
            return result;
        });
    }

    QString file() const { return m_file; }

Q_SIGNALS:
    //! Another process committed (PRAGMA data_version, polled every 250 ms).
    void changedElsewhere();
    //! A transaction of this process added outbox rows.
    void rowsQueued();
    //! A booking made a patient: for PatientStore::changed.
    void patientMade(const Patient &patient);

private:
    void look();
    QSqlDatabase connection() const;
    template <class F>
    static auto transacted(QSqlDatabase &db, F &work) -> decltype(work(db))
    {
        if (Result<void> begun = begin(db); !begun)
            return tl::unexpected<Error>(begun.error());
        auto result = work(db);
        if (!result) {
            rollback(db);
            return result;
        }
        if (Result<void> done = commit(db); !done)
            return tl::unexpected<Error>(done.error());
        return result;
    }
    static void setFlushed(QSqlDatabase &db, bool flushed);
    static Result<void> begin(QSqlDatabase &db);
    static Result<void> commit(QSqlDatabase &db);
    static void rollback(QSqlDatabase &db);

    QString m_file;
    QString m_connectionName;
    QThreadPool m_pool;
    mutable QMutex m_sealMutex;
    Seal m_seal;
    QTimer m_watch;
    qint64 m_dataVersion = 0;
    bool m_looking = false;
};

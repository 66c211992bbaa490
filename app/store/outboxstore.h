// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"
#include "app/store/database.h"

#include <QLockFile>
#include <memory>

//! The outbox rows (architecture.md section 4, Leases; section 5, steps 4 and 6).
class OutboxStore : public QObject
{
    Q_OBJECT

public:
    //! Takes a lock file beside the database (desk-<uuid>.lock) for as long as it lives, so that
    //! another process sees at once when this one is gone.
    OutboxStore(Database *database, Clock clock, QObject *parent = nullptr);

    //! The name of this process for claim(): the lock file's.
    QString owner() const { return m_desk; }

    //! Due rows whose predecessors (stream, after) are done, leased to owner for 10 minutes,
    //! attempts counted up before they leave. Services in paused are left alone. A lease whose
    //! process is gone does not count. Nothing while the seal is locked.
    Task<QList<OutboxItem>> claim(QString owner, int limit, QList<Service> paused);
    Task<void> renew(QString owner, QList<qint64> ids);
    //! Stores payload and key before the first send (sealed).
    Task<void> prepared(qint64 id, QByteArray payload, QString key);
    //! Receipt, links and effect on the visit in one transaction.
    Task<void> complete(OutboxItem item, Receipt receipt);
    Task<void> defer(qint64 id, Error error, QDateTime notBefore);
    //! Needs attention; a later retry() prepares again under the next key.
    Task<void> fail(qint64 id, Error error);
    //! The service answers again: its waiting rows are due now.
    Task<void> wake(Service service);
    //! Gives a lease back untouched (shutdown).
    Task<void> release(QList<qint64> ids);

    Task<QList<OutboxRow>> list(int doneLimit = 0);
    Task<OutboxRow> row(qint64 id);
    //! Failed → waiting, key advanced, prepared anew; waiting → due now.
    Task<void> retry(qint64 id, StaffId by);
    //! The row and its dependents are dropped, with a reason in the audit. Returns the ids that
    //! went.
    Task<QList<qint64>> discard(qint64 id, QString why, StaffId by);
    //! Number of rows waiting, sending or failed, and the earliest next try.
    struct Summary {
        int waiting = 0;
        int failed = 0;
        QDateTime oldest; //!< created
        QDateTime nextTry;
    };
    Task<Summary> summary();
    //! The facts of a command, read in one transaction.
    Task<Facts> facts(Command command, Currency currency, QByteArray timeZone);

Q_SIGNALS:
    void rowsAdded(); //!< also emitted for rows of another process
    void rowChanged(qint64 id);
    //! A receipt changed what a visit shows: FrontDesk passes it on as VisitStore::changed.
    void visitChanged(const VisitId &id);
    //! The same of a treatment plan, by its patient: FrontDesk passes it on as PlanStore::changed.
    void planChanged(const PatientId &patient);

private:
    //! Runs an UPDATE of one row and says so.
    Task<void> change(qint64 id, QString sql, QVariantList values);

    Database *m_database;
    Clock m_clock;
    QString m_desk;
    std::unique_ptr<QLockFile> m_lock;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/dayentry.h"
#include "app/store/statement.h"

#include <QSqlDatabase>

// Rows of the outbox as the stores write and read them; delivery itself is OutboxStore's.
namespace rows {

//! Puts commands into the outbox, waiting. after becomes row ids; commands that need the patient's
//! record in a system also wait for a row of another visit that is about to make it.
Result<QList<qint64>> enqueue(QSqlDatabase &db, const QList<Planned> &commands,
                              const VisitId &visit, const PatientId &patient, const QDateTime &now);

//! Drops rows of a visit by command name, as long as they were certainly never sent. Returns how
//! many went.
Result<int> dropUnsent(QSqlDatabase &db, const VisitId &visit, const QStringList &names);

//! How far the commands of a visit and of its patient have come, by name, for VisitContext: of
//! several rows the one that came furthest counts; waiting names those with a row certainly unsent.
struct CommandProgress {
    QHash<QString, Sent> sent;
    QSet<QString> waiting;
};
Result<CommandProgress> commandProgress(QSqlDatabase &db, const VisitId &visit,
                                        const PatientId &patient);

//! True while rows towards a system wait, are sent or need attention. onlyPrepared: those that may
//! have arrived there.
Result<bool> hasUndelivered(QSqlDatabase &db, const VisitId &visit, Service system,
                            bool onlyPrepared = false);

//! A refusal that says for certain: it was not done. Only then may the next try take another key.
bool isDefinite(Error::Kind kind);

//! Columns for rowAt, of "outbox o".
QString outboxColumns();
//! The row without its after list.
OutboxRow outboxRowAt(const Statement &query);
//! Rows not done or dropped of a visit and its patient, oldest first, with what they wait for.
Result<QList<OutboxRow>> openRows(QSqlDatabase &db, const VisitId &visit, const PatientId &patient);
Result<void> readAfter(QSqlDatabase &db, OutboxRow &row);

//! Where a payload is sealed to.
QString payloadPlace(qint64 id);

} // namespace rows

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"

//! One audit row: names ids, never a person. Rows are chained by hash so that a missing one shows.
struct AuditRow {
    qint64 id = 0;
    QDateTime at;
    StaffId by; //!< empty = the program itself
    QString action;
    QString subject; //!< "visit:<id>", "patient:<id>", "outbox:<id>", "staff:<id>"
    QString detail; //!< words and ids
};

class AuditLog : public QObject
{
    Q_OBJECT

public:
    AuditLog(Database *database, Clock clock, QObject *parent = nullptr);
    Task<void> append(StaffId by, QString action, QString subject, QString detail);
    Task<QList<AuditRow>> rows(QDateTime since);
    //! Number of rows and the first bad id (0 = all fine).
    Task<QPair<int, qint64>> verify();

    //! For stores: within their own transaction.
    static Result<void> write(QSqlDatabase &db, const AuditRow &row);

private:
    Database *m_database;
    Clock m_clock;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/patient.h"
#include "app/domain/scanactivity.h"
#include "app/store/database.h"

#include <QSqlDatabase>

//! Which patients Dental Desktop knows under which integration id: one per patient and server, and
//! no id for two patients. Rows of the table link; a further server's are kept under
//! "<patient>@<site>".
class ScanLinkStore : public QObject
{
    Q_OBJECT

public:
    ScanLinkStore(Database *database, Clock clock, QObject *parent = nullptr);

    //! Nothing where the patient is not linked.
    Task<std::optional<ScanLink>> link(PatientId patient, QString site);
    Task<QList<ScanLink>> all();
    //! Conflict in words where another patient has the id. Audited.
    Task<void> put(ScanLink link, StaffId by);
    //! After a wrong link was undone at the station. Audited.
    Task<void> remove(PatientId patient, QString site, StaffId by);

Q_SIGNALS:
    void changed(const PatientId &patient);

private:
    Database *m_database;
    Clock m_clock;
};

namespace rows {

//! Queues what Dental Desktop must learn when a linked patient changed from one to the other.
//! Returns whether anything was queued.
Result<bool> enqueueScanUpdates(QSqlDatabase &db, const Patient &before, const Patient &after,
                                const QDateTime &now);

} // namespace rows

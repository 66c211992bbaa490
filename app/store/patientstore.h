// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delivery.h"
#include "app/domain/remotepatient.h"
#include "app/store/database.h"

//! Patients, sealed; one row each.
class PatientStore : public QObject
{
    Q_OBJECT

public:
    PatientStore(Database *database, Clock clock, QObject *parent = nullptr);

    Task<Patient> patient(PatientId id);
    Task<QList<Patient>> patients(QList<PatientId> ids);
    Task<Links> links(PatientId id);
    //! Every patient. Batches of 1000 so that other work gets its turn.
    Task<QList<Patient>> all();
    //! The next patients by id after one, at most limit: for filling the index piece by piece.
    Task<QList<Patient>> after(PatientId id, int limit);
    Task<int> count();
    //! A page of Contacts; a patient changed at this desk and not yet sent keeps the desk's values.
    //! Returns what changed.
    Task<QList<Patient>> putRemote(QList<RemotePatient> page);
    //! A new or changed patient at the desk, with PutContact when a Contact exists. Audited.
    Task<Patient> save(Patient patient, bool isNew, StaffId by);
    Task<PatientId> find(QString anyId); //!< our id, Contact id, DentalTap or QuickBooks id

Q_SIGNALS:
    void changed(const QList<Patient> &patients);

private:
    Database *m_database;
    Clock m_clock;
};

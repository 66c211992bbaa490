// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"

#include <QDate>
#include <QStringList>

//! A patient as the desk knows them; the CRM Contact is master (architecture.md section 3).
struct Patient {
    PatientId id;
    QString firstName;
    QString lastName; //!< never empty
    QString sex; //!< "female", "male", "other" or empty = unknown
    QDate birthDate; //!< invalid = unknown
    QString mobile; //!< as typed; matching uses the normalised form
    QString phone;
    QString email;
    QString language; //!< "fr", "en", … or empty
    QString recordNumber; //!< the clinic's own file number, where the CRM keeps one
    QStringList alerts; //!< shown at the desk, most serious first
    bool archived = false; //!< still found by search, greyed
    qint64 revision = 0; //!< counts changes made at a desk; 0 = as read in

    //! "First Last" or the one name there is.
    QString displayName() const
    {
        return firstName.isEmpty() ? lastName : QString(firstName + QLatin1Char(' ') + lastName);
    }
    friend bool operator==(const Patient &, const Patient &) = default;
};

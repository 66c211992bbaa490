// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/patient.h"

//! A Contact as read from the CRM, on its way into the store.
struct RemotePatient {
    Patient patient; //!< id empty: derived from the Contact id, or its Vestibule_Ref
    QString contactId;
    QString vestibuleRef;
    QString modifiedTime;
    QString dentalTapId;
    QString quickBooksId;
    bool deleted = false;
    friend bool operator==(const RemotePatient &, const RemotePatient &) = default;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/base/money.h"

//! A tax on a line: the CRM's name for it and its rate.
struct LineTax {
    QString name;
    Thousandths percent = 0; //!< 15 % is 15000
    friend bool operator==(const LineTax &, const LineTax &) = default;
};

//! An act the clinic offers: CRM Product, twin of a DentalTap Treatment (crm-schema.md).
struct Product {
    ProductId id;
    QString code; //!< house code
    QString name;
    QString invoiceClass; //!< QuickBooks Class
    Money price;
    int durationMinutes = 0; //!< 0 = not said
    QList<LineTax> taxes; //!< empty = exempt
    QString treatmentId; //!< DentalTap twin, empty = none yet
    bool active = true;
    friend bool operator==(const Product &, const Product &) = default;
};

//! A surgeon: CRM `Chirurgiens` record, matched to a DentalTap provider and a Google calendar.
struct Provider {
    ProviderId id;
    QString name;
    QString dentalTapId;
    QString calendarId; //!< empty = no calendar known
    QString crmUser;
    QString colour;
    bool active = true;
    friend bool operator==(const Provider &, const Provider &) = default;
};

//! A treatment room.
struct Room {
    RoomId id; //!< the DentalTap room id
    QString name;
    bool active = true;
    friend bool operator==(const Room &, const Room &) = default;
};

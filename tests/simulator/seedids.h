// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/seedrandom.h"

#include <QString>

namespace sim {

//! Record kinds of the CRM that the clinic is seeded with; the number is part of the id.
enum class CrmKind {
    User = 10,
    Chirurgien = 11,
    Contact = 12,
    Product = 13,
    Deal = 14,
    Quote = 15,
    SalesOrder = 16,
    Event = 17,
    Invoice = 18,
};

//! Record ids, the same for the same seed.
class SeedIds
{
public:
    explicit SeedIds(quint64 seed);

    //! 18 digits as text: organisation prefix, kind, serial.
    QString crm(CrmKind kind, int serial) const;
    //! An RFC 9562 version 7 shaped UUID without braces.
    QString uuid();
    //! A calendar event id: only base32hex digits (google-calendar.md, client ids).
    QString google();

private:
    quint64 m_organisation;
    SeedRandom m_random;
};

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/clinic.h"

#include <QJsonArray>
#include <QJsonObject>

namespace sim {

//! {"amount": decimal text, "currency"} (dentaltap.md section 5).
QJsonObject moneyJson(qint64 minor, int exponent, const QString &currency);

//! Minor units of a decimal text; -1 when it is none or has too many decimals.
qint64 minorUnits(const QString &amount, int exponent);

//! The seeded clinic in DentalTap's words (dentaltap.md section 5), without versions and stamps.
class DentalTapRecords
{
public:
    explicit DentalTapRecords(const Clinic &clinic) : m_clinic(clinic) { }

    QJsonObject patient(int index) const;
    QJsonObject treatment(int index) const;
    QJsonObject appointment(int index) const;
    QJsonObject provider(int index) const;
    QJsonObject room(int index) const;
    //! The activity of a completed appointment.
    QJsonObject activity(int appointment) const;
    QJsonObject plan(int index) const;

    //! A treatment's item of an activity or plan; amount = quantity × price.
    QJsonObject item(const SeedActivityItem &act) const;
    //! Sum of the items' amounts.
    QJsonObject total(const QJsonArray &items) const;
    QJsonObject money(qint64 minor) const;

private:
    const Clinic &m_clinic;
};

} // namespace sim

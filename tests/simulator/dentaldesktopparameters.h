// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"

#include <QDateTime>
#include <QJsonObject>
#include <QTimeZone>
#include <QUuid>

namespace sim {

//! A DateTime parameter.
struct ScanMoment {
    QDateTime time; //!< UTC; invalid = not given
    QDate date; //!< as written
    bool wholeDay = false; //!< written without a time of day

    bool isGiven() const { return time.isValid(); }
};

//! The query of a call as the service reads it (dental-desktop-3dd.md sections 1 and 7): names in
//! any case, values as they are, what is not given takes its default.
class DentalDesktopParameters
{
public:
    DentalDesktopParameters(const Request &request, const QTimeZone &zone);

    bool has(QStringView name) const;
    QString text(QStringView name) const;
    QUuid guid(QStringView name); //!< null = empty or not given
    bool flag(QStringView name);
    //! ISO first, then MM/dd/yyyy, then dd.MM.yyyy; the last two leave a warning.
    ScanMoment moment(QStringView name);
    //! A value could not be read as its type.
    bool isBroken() const { return m_broken; }
    QStringList warnings() const { return m_warnings; }
    //! For the state: names as sent.
    QJsonObject toJson() const;

private:
    Pairs m_pairs;
    QTimeZone m_zone;
    bool m_broken = false;
    QStringList m_warnings;
};

} // namespace sim

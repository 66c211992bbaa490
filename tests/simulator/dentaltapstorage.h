// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"
#include "tests/simulator/simulator.h"

#include <QJsonArray>

namespace sim {

class DentalTap;

//! The storage host of DentalTap's signed chart links (dentaltap.md section 6), on an address of
//! its own. It wants no token and remembers what it was sent: collection "requests" has path and
//! headers.
class DentalTapStorage : public Service
{
public:
    //! \a owner draws the pictures; it and \a clock outlive this.
    DentalTapStorage(const DentalTap &owner, SimClock &clock) : m_owner(owner), m_clock(clock) { }

    QString name() const override { return QStringLiteral("dentaltapstorage"); }
    Answer handle(const Request &request) override;
    QJsonObject state() const override;

    //! What makes a link valid until then.
    static QByteArray signature(const QString &path, qint64 expires);

private:
    const DentalTap &m_owner;
    SimClock &m_clock;
    QJsonArray m_requests;
};

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/service.h"

#include <QObject>

namespace sim {

//! The clinic's own automation between the systems: some seconds after a Contact or a Sales Order
//! came into being in the CRM it makes the missing twins and writes their ids back. It speaks to
//! the services directly, so its calls stand in no journal and meet no fault. A twin that exists,
//! whoever made it, is adopted.
class Flow : public QObject
{
public:
    using Find = std::function<Service *(const QString &name)>;

    Flow(Find find, bool on, int delayMs);
    void set(bool on, int delayMs);

private:
    void createdInCrm(const QString &module, const QString &id);
    void twinContact(const QString &id);
    void twinOrder(const QString &id);
    QString patientOf(const QJsonObject &contact);
    QString customerOf(const QJsonObject &contact);
    QJsonObject ask(const QString &system, const QByteArray &method, const QString &path,
                    const Pairs &query, const QJsonObject &body);
    QJsonObject crmRecord(const QString &module, const QString &id);
    QJsonObject crmRow(const QString &query);
    void writeBack(const QString &module, const QString &id, const QString &field,
                   const QString &value);

    Find m_find;
    bool m_on;
    int m_delayMs;
    int m_calls = 0;
};

} // namespace sim

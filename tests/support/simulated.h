// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/transport.h"
#include "tests/simulator/simulator.h"
#include "tests/support/fakesecrets.h"

#include <QTemporaryDir>
#include <map>
#include <memory>

class OAuth2;

namespace support {

//! The simulator's secrets as the clinic's key store: what an administrator renews there is here at
//! once. What a test or the product writes wins.
class SimulatedSecrets : public FakeSecrets
{
public:
    explicit SimulatedSecrets(const sim::Simulator &simulator) : m_simulator(simulator) { }
    Task<QString> read(QString key) override;

private:
    const sim::Simulator &m_simulator;
};

//! All outside systems in this process over a small clinic, and transports signed in to them.
class Simulated
{
public:
    //! 60 patients, 8 appointments a day, 5 days around Thursday 5 March 2026; search finds at
    //! once, limits are off.
    static sim::SimulatorOptions smallClinic();

    explicit Simulated(const sim::SimulatorOptions &options = smallClinic());
    ~Simulated();

    sim::Simulator &simulator() { return m_simulator; }
    const sim::Clinic &clinic() const { return m_simulator.clinic(); }
    SimulatedSecrets &secrets() { return m_secrets; }
    QNetworkAccessManager &network() { return m_network; }
    //! The transport of Zoho, DentalTap, QuickBooks or GoogleCalendar, made on first use.
    Transport *transport(Service service);
    //! A key of the settings file that goes with the simulator, "zoho/apiUrl"; empty = none.
    QString setting(const QString &key) const;

    //! Adds a line to the fault script; kind and path as POST /_sim/faults takes them.
    void fault(const QString &system, const QString &path, const QString &kind,
               const QJsonObject &more = {});
    //! Requests in the journal of that system, method and path (a regular expression).
    int requests(const QString &system, const QString &method, const QString &path = {}) const;
    //! The record of that id in a collection of a system's state; empty = none.
    QJsonObject record(const QString &system, const QString &collection, const QString &id) const;
    //! Records of a collection whose member has that value.
    QList<QJsonObject> records(const QString &system, const QString &collection,
                               const QString &member, const QString &value) const;

private:
    struct Line {
        std::unique_ptr<Authorizer> authorizer;
        std::unique_ptr<Transport> transport;
    };

    QTemporaryDir m_folder;
    sim::Simulator m_simulator;
    SimulatedSecrets m_secrets;
    QNetworkAccessManager m_network;
    std::map<Service, Line> m_lines;
};

} // namespace support

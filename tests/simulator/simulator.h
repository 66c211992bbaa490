// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/clinic.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QUrl>
#include <memory>

namespace sim {

//! The clock all services share: real time plus a shift, so that token expiry can be tested.
class SimClock
{
public:
    QDateTime now() const; //!< UTC
    void advance(qint64 milliseconds);
    //! Starts the clock at that day in that zone, at the real time of day.
    void setDate(QDate date, const QByteArray &zone);

private:
    qint64 m_shiftMs = 0;
};

struct SimulatorOptions {
    ClinicOptions clinic;
    int latencyMs = 0; //!< added before every answer
    int accessTokenSeconds = 3600;
    bool flow = false; //!< the clinic's own automation makes twins, late
    int flowDelayMs = 3000;
    bool strictLimits = true; //!< rate limits as documented
    bool missingCrmFields = false; //!< the CRM lacks the Vestibule_* fields (set-up not done)
    bool convertedOrderEditable = false; //!< unconfirmed in the contract: Status after conversion
    bool pipelines = false; //!< Deals.Pipeline is then mandatory
    int searchDelayMs = 2000; //!< until CRM /search finds a record that was just written
    //! Further scan servers beside "dentaldesktop", each as "dentaldesktop.<site>".
    QStringList dentalDesktopSites;
};

//! All outside systems on free loopback ports, one thread, one clinic. In tests it runs in process.
class Simulator : public QObject
{
public:
    explicit Simulator(const SimulatorOptions &options = {}, QObject *parent = nullptr);
    ~Simulator() override;

    //! Listens on every address; false when a port cannot be had.
    bool start();
    //! Stops listening on that system: connections are then refused. resume() listens on the same
    //! port.
    void refuse(const QString &system);
    void resume(const QString &system);

    //! Base address of a system ("zoho", "accounts", "dentaltap", "quickbooks", "googlecalendar",
    //! "dentaldesktop") or "control". QuickBooks and Google serve their token endpoints on the same
    //! address.
    QUrl url(const QString &system) const;

    //! The names that url(), state() and refuse() know.
    QStringList systems() const;

    //! {"time","system","method","path","status","fault","dropped"} per request, oldest first.
    QJsonArray journal() const;
    void clearJournal();
    QJsonObject state(const QString &system) const;
    //! One collection of state(): the whole CRM of a large clinic takes seconds.
    QJsonArray records(const QString &system, const QString &collection) const;
    //! As POST /_sim/faults; an empty string or the reason why not.
    QString addFault(const QJsonObject &fault);
    void clearFaults();
    //! As POST /_sim/story; an empty string or the reason why not.
    QString tell(const QJsonObject &story);
    //! As POST /_sim/edit; an empty string or the reason why not.
    QString edit(const QJsonObject &change);
    //! The clinic's own automation, see SimulatorOptions::flow.
    void setFlow(bool on, int delayMs);
    //! INI text for vestibule: every address, client id, and [simulator] control and secrets.
    //! Its bytes are what `vestibule --config` reads.
    QByteArray settings() const;
    //! The secrets named in settings(), key → value.
    QList<QPair<QString, QString>> secrets() const;
    const Clinic &clinic() const;
    SimClock &clock();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/frontdesk.h"
#include "tests/simulator/simulator.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <memory>

//! A whole desk against a whole simulated clinic, in one process: the real stores on a temporary
//! database, the real transports over loopback, secrets in memory. It is Monday 23 November 2026,
//! 09:00 at the clinic, and the clocks run.
class SimulatedDesk
{
public:
    //! A small clinic that starts fast. The day and the currency can be changed before
    //! construction.
    static sim::SimulatorOptions smallClinic();

    explicit SimulatedDesk(sim::SimulatorOptions options = smallClinic());
    ~SimulatedDesk();

    sim::Simulator &simulator() { return *m_simulator; }
    FrontDesk &desk() { return *m_desk; }
    Clock clock() const { return m_clock; }
    Settings settings() const { return m_settings; }
    QString directory() const { return m_directory.path(); }
    QString settingsFile() const { return m_directory.filePath(QStringLiteral("clinic.ini")); }

    //! Which systems treatment plans come from; before open().
    void setPlanSources(const QStringList &sources) { m_settings.planSources = sources; }
    //! Opens a desk on the directory's database (made on the first call) and signs in an
    //! administrator.
    void open();
    //! Shuts it down as the program does.
    void close();
    //! Data key and secrets into a file, for a desk in another process.
    void saveSecrets(const QString &file);
    //! A person stores the key that DentalTap takes now.
    void renewDentalTapKey();
    //! A second desk of the same clinic on a database of its own.
    std::unique_ptr<SimulatedDesk> neighbour();
    //! A second program on the same database, signed in; shut it down before this goes.
    std::unique_ptr<FrontDesk> another();
    //! Reads every system in once; the outbox is running afterwards.
    void readIn();
    //! Everything sent, nothing failed; false (with the rows in the test log) otherwise. Retries do
    //! not wait for their time.
    bool drained(int timeoutMs = 20000);

    //! Runs the event loop until the task is done.
    template <class T>
    static Result<T> await(Task<T> &&task)
    {
        return QCoro::waitFor(std::move(task));
    }

    //! The first free slot of the day with any surgeon.
    Slot freeSlot();
    //! Books a new patient's first consultation in that slot.
    Result<Visit> bookNew(const QString &first, const QString &last);
    VisitDetail detail(const VisitId &id);
    //! Tells the story and waits until the desk's lines show it.
    bool record(const VisitId &id, const QJsonArray &records, bool complete = false);
    //! Requests to a system since the journal was cleared, token calls aside.
    QJsonArray calls(const QString &system = {}) const;

private:
    SimulatedDesk(std::shared_ptr<sim::Simulator> simulator, Clock clock);
    void configure();
    std::unique_ptr<FrontDesk> opened();

    std::shared_ptr<sim::Simulator> m_simulator;
    QTemporaryDir m_directory;
    Settings m_settings;
    Clock m_clock;
    MemorySecretStore m_secrets; //!< outlives every desk opened on it
    std::unique_ptr<FrontDesk> m_desk;
};

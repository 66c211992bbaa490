// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/dentaldesktoppress.h"
#include "tests/simulator/dentaldesktopstore.h"
#include "tests/simulator/simulator.h"

#include <QHash>
#include <memory>

namespace sim {

//! Numbers of dental-desktop-3dd.md section 5.
enum class ScanStatus {
    Waiting = -1,
    Started = 0,
    Cancelled = 1,
    NoNavigation = 2,
    Removed = 3,
    Done = 4,
    NotSupported = 5,
    Silent = 6,
    Failed = 10,
    NoIntegrationId = 101,
    NoLastName = 102,
    NoCaseId = 103,
    NoSuchCase = 104,
    PatientIdTaken = 105,
    NoSuchPatient = 106,
    IntegrationIdTaken = 107,
    ClientFailed = 108,
    Unknown = 404,
};

//! The English technical text that the service sends with a number.
QString statusText(int code);

//! A call that leaves a status.
struct ScanRequest {
    QString method;
    QUuid requestId; //!< null = anonymous
    QUuid clientId; //!< null = the server
    QString integrationId;
    ScanFields fields;
    bool merge = false;
    QUuid caseId;

    int status = int(ScanStatus::Waiting);
    QString description;
    QDateTime created;
    QDateTime fetched;
    QDateTime shown; //!< when the dialog that is open now opened
    QDateTime finished;
    bool opened = false; //!< the station has reached the page
    bool abandoned = false; //!< the person walked away from the dialog
    ScanDialog dialog = ScanDialog::None;
    QList<QUuid> suggestions; //!< of the merge dialog
    QUuid chosen; //!< whom the synchronise dialog is about
    QJsonArray history; //!< status numbers in order
};

//! A PC with scanner software.
struct ScanStation {
    QUuid id;
    QString hostname;
    bool busy = false; //!< IsBusy only; it executes all the same
    bool blocked = false; //!< cannot leave its page: requests end with 2
    bool connected = true;
    bool hangs = false; //!< fetches, then answers no more
    QList<QPair<QString, QString>> modules; //!< Id, Title
    QString operatorName;
    QString operatorId;

    bool attended = true; //!< somebody presses when the script is empty
    bool refusesWhileOpen = false; //!< 2 for a request that comes while a dialog is open
    bool makesCases = false; //!< CreateCase leaves a case
    int fetchMs = 200; //!< until it fetches a request
    int navigateMs = 100; //!< until the page is there
    int thinkMs = 300; //!< until the person presses
    int silenceMs = 30000; //!< until the server gives it up
    QList<ScanPress> script;
    QHash<QString, ScanPress> habits; //!< by dialog, when the script is empty
    QStringList remarks; //!< presses that found no dialog to fit

    std::shared_ptr<ScanRequest> current;
    QDateTime freeSince;
    QDateTime silentSince;
    QString page = QStringLiteral("home");
};

//! The request pool of the server and the stations that fetch from it. Time passes when somebody
//! looks: settle() plays what has happened by the simulator's clock.
class ScanFloor
{
public:
    ScanFloor(ScanStore &store, const SimClock &clock);

    void settle();
    //! Takes a call: for a station when its status is Waiting, else as already final.
    void take(ScanRequest request);
    //! Null when the server has forgotten it.
    std::shared_ptr<const ScanRequest> remembered(const QUuid &id) const;
    //! False when no such request waits in the pool.
    bool withdraw(const QUuid &id);
    const QList<ScanStation> &stations() const { return m_stations; }
    //! Ids of the requests that wait.
    QList<QUuid> waiting() const;

    //! People and stations as scripts change them; \a which is a host name, a ClientId or "any".
    //! Empty or the reason why not.
    QString instruct(const QString &which, const QJsonObject &fields);
    void setMemory(int slots, bool perClient);
    QJsonArray stationsJson() const;
    QJsonArray requestsJson() const;

private:
    struct Due {
        enum class What { Nothing, GiveUp, Fetch, Refuse, Open, Press };
        QDateTime at;
        What what = What::Nothing;
    };

    Due due(ScanStation &station);
    void step(ScanStation &station, const Due &due);
    std::shared_ptr<ScanRequest> firstWaiting(const ScanStation &station) const;
    void unpool(const std::shared_ptr<ScanRequest> &request);
    static void setStatus(ScanRequest &request, int code, const QDateTime &at);
    void finish(ScanStation &station, ScanStatus code, const QDateTime &at);
    void remember(const std::shared_ptr<ScanRequest> &request);
    QString instructOne(ScanStation &station, const QJsonObject &fields);
    QString pressNow(ScanStation &station, const ScanPress &press);

    // What happens on the screen of a station (dentaldesktopdialogs.cpp).
    void open(ScanStation &station, const QDateTime &at);
    void show(ScanRequest &request, ScanDialog dialog, const QDateTime &at);
    std::optional<ScanPress> nextPress(ScanStation &station);
    void press(ScanStation &station, const ScanPress &press, const QDateTime &at);
    void saveNew(ScanStation &station, const QDateTime &at);
    void assign(ScanStation &station, const QUuid &patient, const QDateTime &at);
    void write(ScanStation &station, const QStringList &taken, const QDateTime &at);

    ScanStore &m_store;
    const SimClock &m_clock;
    QList<ScanStation> m_stations;
    QList<std::shared_ptr<ScanRequest>> m_requests; //!< all there ever were
    QList<std::shared_ptr<ScanRequest>> m_pool; //!< not yet fetched
    QList<std::shared_ptr<ScanRequest>> m_memory; //!< oldest first
    int m_slots = 10;
    bool m_perClient = false;
};

} // namespace sim

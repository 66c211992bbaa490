// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/connectors/connector.h"
#include "app/store/outboxstore.h"

#include <QHash>
#include <QObject>
#include <QTimer>

//! Durable delivery: claims due rows, prepares each payload once, delivers a few at a time per
//! service, and owns the only retry schedule of the program. GUI thread; lives as long as the
//! program.
class Outbox : public QObject
{
    Q_OBJECT

public:
    //! How one service fares, for its light.
    struct ServiceState {
        bool reachable = true;
        bool signInNeeded = false; //!< paused until somebody signs in to it again
        QDateTime lastContact;
        QDateTime nextTry; //!< invalid = nothing waits
        std::optional<Error> error;
    };

    Outbox(OutboxStore *store, QList<Connector *> connectors, Currency currency,
           QByteArray timeZone, Clock clock, QObject *parent = nullptr);

    void start();
    //! No new claims; rows in flight are given back when their tasks resume.
    void stop();
    //! Nothing in flight and no claim under way: only then may this go.
    bool isIdle() const { return m_inFlight == 0 && m_claims == 0; }
    //! Delivers until nothing is due or the time is over; true when nothing waits any more.
    Task<bool> drain(std::chrono::milliseconds timeout);
    ServiceState state(Service service) const { return m_states.value(service); }
    //! A person signed in to the service again, or asks for another try now.
    void resumeService(Service service);
    //! Calls seen by the readings also count as contact.
    void noteContact(Service service, const std::optional<Error> &error);

Q_SIGNALS:
    void stateChanged(Service service);
    void rowFinished(qint64 id); //!< done, failed or dropped
    void idle();

private:
    void claimSoon();
    QCoro::Task<void> claim();
    QCoro::Task<void> claimDue();
    QCoro::Task<void> deliver(OutboxItem item);
    //! Prepares on the first send, then sends.
    Task<Receipt> attempt(OutboxItem item);

    OutboxStore *m_store;
    QHash<Service, Connector *> m_connectors;
    Currency m_currency;
    QByteArray m_timeZone;
    Clock m_clock;
    QTimer m_timer;
    QTimer m_renewal;
    QHash<Service, ServiceState> m_states;
    QHash<Service, int> m_flying;
    QHash<Service, int> m_failures; //!< in a row, for the service's own wait
    QList<qint64> m_held;
    int m_inFlight = 0;
    int m_claims = 0;
    bool m_running = false;
    bool m_claiming = false;
    bool m_again = false;
};

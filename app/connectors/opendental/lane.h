// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/gate.h"
#include "app/net/transport.h"
#include "app/settings/settings.h"

#include <QObject>
#include <chrono>
#include <functional>

namespace opendental {

//! How fast one way to the office may be used (open-dental-api.md sections 1.4 and 1.7).
struct Pace {
    std::chrono::milliseconds spacing{0}; //!< from one call's start to the next one's
    int pageSize = 1000; //!< the largest that is given
};
Pace paceOf(const QString &mode, const QString &tier);

//! The one queue of a customer key: calls go out one after another, no faster than the key allows,
//! and wait where the service says so (429). Where the nearer way is not there, the remote one is
//! taken. GUI thread.
class Lane : public QObject
{
public:
    //! Where time comes from; tests have their own.
    struct Time {
        std::function<std::chrono::milliseconds()> now; //!< never goes back
        //! Calls that function once after that while, unless the object is gone by then.
        std::function<void(QObject *, std::chrono::milliseconds, std::function<void()>)> after;
        static Time real();
    };

    //! transport outlives the lane.
    Lane(Transport *transport, Pace pace, Time time = Time::real(), QObject *parent = nullptr);
    ~Lane() override;
    //! A second way, asked where the first certainly did nothing, or when something is only read.
    void setFallback(Transport *transport, Pace pace);

    //! The answer whatever its status, 429 only after having waited for it several times.
    Task<Response> send(Request request);
    //! Rows that a page may have on the way in use.
    int pageSize() const { return m_ways.first().pace.pageSize; }
    //! What waits ends with Cancelled; nothing can be sent afterwards.
    void abortAll();

private:
    struct Way {
        Transport *transport = nullptr;
        Pace pace;
        std::optional<std::chrono::milliseconds> lastStart;
    };
    Task<Response> inTurn(Request request, int way);
    QCoro::Task<void> pause(std::chrono::milliseconds length);
    void release();

    QList<Way> m_ways;
    Time m_time;
    Gate m_queue;
    Gate m_pause;
    bool m_busy = false;
    bool m_aborted = false;
};

} // namespace opendental

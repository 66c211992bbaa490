// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/lane.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>
#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace opendental {

namespace {

//! Where a 429 does not say how long (open-dental-api.md section 1.7).
constexpr std::chrono::milliseconds usualWait = 5s;
constexpr std::chrono::milliseconds longestWait = 60s;
constexpr int mostWaits = 4;

Error ended()
{
    return Error(Error::Kind::Cancelled,
                 QCoreApplication::translate("opendental", "The call to Open Dental was ended."),
                 Service::OpenDental);
}

} // namespace

Pace paceOf(const QString &mode, const QString &tier)
{
    const bool enterprise = tier == u"enterprise"_s;
    if (mode != u"remote"_s)
        return {0ms, enterprise ? 10000 : 1000};
    return {tier == u"readonly"_s ? 5000ms : enterprise ? 500ms : 1000ms, enterprise ? 1000 : 100};
}

Lane::Time Lane::Time::real()
{
    Time time;
    time.now = [] {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    };
    time.after = [](QObject *context, std::chrono::milliseconds length,
                    std::function<void()> call) {
        QTimer::singleShot(length, Qt::PreciseTimer, context, std::move(call));
    };
    return time;
}

Lane::Lane(Transport *transport, Pace pace, Time time, QObject *parent)
    : QObject(parent), m_ways{Way{transport, pace, std::nullopt}}, m_time(std::move(time))
{
}

Lane::~Lane()
{
    abortAll();
}

void Lane::setFallback(Transport *transport, Pace pace)
{
    m_ways.resize(1);
    m_ways.append(Way{transport, pace, std::nullopt});
}

void Lane::abortAll()
{
    m_aborted = true;
    m_pause.openAll();
    m_queue.openAll();
}

void Lane::release()
{
    if (m_queue.isEmpty())
        m_busy = false;
    else
        m_queue.openOne();
}

QCoro::Task<void> Lane::pause(std::chrono::milliseconds length)
{
    if (length <= 0ms || m_aborted)
        co_return;
    m_time.after(this, length, [this] { m_pause.openOne(); });
    Gate::Waiting waiting = m_pause.wait();
    co_await waiting;
}

Task<Response> Lane::send(Request request)
{
    const QPointer<Lane> self(this);
    if (m_aborted)
        co_return tl::unexpected(ended());
    if (m_busy) {
        Gate::Waiting waiting = m_queue.wait();
        co_await waiting;
        if (!self || m_aborted)
            co_return tl::unexpected(ended());
    }
    m_busy = true;
    const bool reads = request.method == "GET";
    const int ways = int(m_ways.size());
    Result<Response> answer = failure(Error::Kind::Cancelled, QString());
    for (int way = 0; way < ways; ++way) {
        answer = co_await inTurn(request, way);
        if (!self || m_aborted)
            co_return answer;
        const bool away = !answer && answer.error().kind == Error::Kind::Offline
            && (reads || answer.error().unsent);
        if (!away)
            break;
    }
    release();
    co_return answer;
}

Task<Response> Lane::inTurn(Request request, int way)
{
    const QPointer<Lane> self(this);
    for (int waits = 0;; ++waits) {
        // The key's window is counted from start to start.
        if (const auto last = m_ways.at(way).lastStart; last && !m_aborted) {
            const auto rest = *last + m_ways.at(way).pace.spacing - m_time.now();
            co_await pause(rest);
        }
        if (!self || m_aborted)
            co_return tl::unexpected(ended());
        m_ways[way].lastStart = m_time.now();
        Result<Response> answer = co_await m_ways.at(way).transport->send(request);
        if (!self || m_aborted || !answer || answer->status != 429 || waits == mostWaits)
            co_return answer;
        // Refused for its number: nothing was done, so a write too may be sent again.
        std::chrono::milliseconds length = usualWait * (1 << waits);
        const Error refused = errorOf(*answer, Service::OpenDental);
        if (refused.retryAfter)
            length = std::max<std::chrono::milliseconds>(*refused.retryAfter, 1s);
        if (length > longestWait && refused.retryAfter)
            co_return answer;
        co_await pause(std::min(length, longestWait));
        if (!self || m_aborted)
            co_return tl::unexpected(ended());
    }
}

} // namespace opendental

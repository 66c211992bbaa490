// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outbox/outbox.h"

#include "app/base/logcategories.h"
#include "app/outbox/backoff.h"

#include <QCoroTimer>
#include <QRandomGenerator>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

//! At once per service: four composites fill a CRM's concurrency (zoho-crm.md section 5.2).
constexpr int inFlightPerService = 4;
constexpr int claimLimit = 16;
//! How long a quiet outbox waits before it looks again by itself.
constexpr auto longestNap = 30s;

//! An answer that cannot be read leaves open whether the write happened: the same key again finds
//! out. A system that never answers readably is a person's matter.
constexpr int mostUnreadable = 5;

bool triesAgain(const Error &error, int attempts)
{
    if (error.kind == Error::Kind::Protocol)
        return attempts < mostUnreadable;
    return error.isTransient() || error.kind == Error::Kind::Unauthorized
        || error.kind == Error::Kind::Storage;
}

//! The whole service is out, not just one record of it.
bool concernsWholeService(const Error &error)
{
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout
        || error.kind == Error::Kind::RateLimited;
}

} // namespace

Outbox::Outbox(OutboxStore *store, QList<Connector *> connectors, Currency currency,
               QByteArray timeZone, Clock clock, QObject *parent)
    : QObject(parent), m_store(store), m_currency(std::move(currency)),
      m_timeZone(std::move(timeZone)), m_clock(std::move(clock))
{
    for (Connector *connector : connectors)
        m_connectors.insert(connector->service(), connector);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Outbox::claimSoon);
    m_renewal.setInterval(3min);
    connect(&m_renewal, &QTimer::timeout, this, [this] {
        if (!m_held.isEmpty())
            m_store->renew(m_store->owner(), m_held);
    });
    connect(m_store, &OutboxStore::rowsAdded, this, &Outbox::claimSoon);
}

void Outbox::start()
{
    m_running = true;
    m_renewal.start();
    claimSoon();
}

void Outbox::stop()
{
    m_running = false;
    m_timer.stop();
    m_renewal.stop();
}

void Outbox::claimSoon()
{
    if (!m_running)
        return;
    if (m_claiming) {
        m_again = true;
        return;
    }
    claim();
}

QCoro::Task<void> Outbox::claim()
{
    ++m_claims;
    co_await claimDue();
    --m_claims;
}

QCoro::Task<void> Outbox::claimDue()
{
    m_claiming = true;
    do {
        m_again = false;
        QList<Service> paused;
        const QDateTime now = m_clock();
        for (auto it = m_connectors.cbegin(); it != m_connectors.cend(); ++it) {
            const ServiceState state = m_states.value(it.key());
            const bool waiting = state.nextTry.isValid() && state.nextTry > now;
            // While a service is out one call at a time finds out whether it is back.
            const int allowed = state.reachable ? inFlightPerService : 1;
            if (state.signInNeeded || waiting || m_flying.value(it.key()) >= allowed)
                paused.append(it.key());
        }
        const Result<QList<OutboxItem>> claimed =
            co_await m_store->claim(m_store->owner(), claimLimit, paused);
        if (!claimed) {
            qCWarning(lcOutbox) << "claim failed:" << claimed.error().message;
            break;
        }
        QList<qint64> surplus;
        for (const OutboxItem &item : *claimed) {
            const Service service = serviceOf(item.command);
            const int allowed = m_states.value(service).reachable ? inFlightPerService : 1;
            if (!m_running || m_flying.value(service) >= allowed) {
                surplus.append(item.id);
                continue;
            }
            ++m_inFlight;
            ++m_flying[service];
            m_held.append(item.id);
            deliver(item);
        }
        if (!surplus.isEmpty())
            co_await m_store->release(surplus);
    } while (m_again && m_running);
    m_claiming = false;
    if (!m_running)
        co_return;

    const Result<OutboxStore::Summary> summary = co_await m_store->summary();
    if (!m_running)
        co_return;
    auto nap = std::chrono::milliseconds(longestNap);
    const QDateTime now = m_clock();
    if (summary && summary->nextTry.isValid())
        nap = std::clamp(std::chrono::milliseconds(now.msecsTo(summary->nextTry)), 10ms, nap);
    for (const ServiceState &state : std::as_const(m_states)) {
        if (state.nextTry.isValid() && !state.signInNeeded)
            nap = std::min(nap,
                           std::max(std::chrono::milliseconds(now.msecsTo(state.nextTry)), 10ms));
    }
    m_timer.start(nap);
    if (m_inFlight == 0)
        Q_EMIT idle();
}

QCoro::Task<void> Outbox::deliver(OutboxItem item)
{
    const Service service = serviceOf(item.command);
    const Result<Receipt> receipt = co_await attempt(item);
    const qint64 id = item.id;

    if (receipt) {
        noteContact(service, std::nullopt);
        const Result<void> stored = co_await m_store->complete(item, *receipt);
        // The lease runs out and the row is sent again under the same key: safe, and said.
        if (!stored)
            qCWarning(lcOutbox) << "row" << id
                                << "was delivered but not stored:" << stored.error().message;
    } else if (receipt.error().kind == Error::Kind::Cancelled) {
        const QList<qint64> back{id};
        co_await m_store->release(back);
    } else if (triesAgain(receipt.error(), item.attempts)) {
        noteContact(service, receipt.error());
        const auto wait =
            backoff(receipt.error(), item.attempts, QRandomGenerator::global()->generateDouble());
        co_await m_store->defer(id, receipt.error(), m_clock().addMSecs(wait.count()));
    } else {
        noteContact(service, std::nullopt);
        qCInfo(lcOutbox) << "row" << id << commandName(item.command) << "needs attention";
        co_await m_store->fail(id, receipt.error());
    }

    --m_inFlight;
    --m_flying[service];
    m_held.removeOne(id);
    Q_EMIT rowFinished(id);
    claimSoon();
    if (m_inFlight == 0)
        Q_EMIT idle();
}

Task<Receipt> Outbox::attempt(OutboxItem item)
{
    Connector *connector = m_connectors.value(serviceOf(item.command));
    if (!connector)
        co_return failure(
            Error::Kind::Invalid,
            tr("This desk has no connection to the system that this change goes to."));
    if (item.payload.isEmpty()) {
        const Result<Facts> facts = co_await m_store->facts(item.command, m_currency, m_timeZone);
        if (!facts)
            co_return tl::unexpected<Error>(facts.error());
        QString key = connector->keyOf(item.command, *facts);
        if (key.isEmpty())
            key = newUuid(m_clock());
        else if (item.keyCounter > 0)
            key = derivedUuid(QString(key + u'#' + QString::number(item.keyCounter)));
        Result<QByteArray> payload = connector->prepare(item.command, *facts, key);
        if (!payload)
            co_return tl::unexpected<Error>(payload.error());
        const Result<void> kept = co_await m_store->prepared(item.id, *payload, key);
        if (!kept)
            co_return tl::unexpected<Error>(kept.error());
        item.payload = *payload;
        item.key = key;
    }
    if (!m_running)
        co_return failure(Error::Kind::Cancelled, QString());
    co_return co_await connector->deliver(item);
}

void Outbox::noteContact(Service service, const std::optional<Error> &error)
{
    ServiceState &state = m_states[service];
    const bool wasReachable = state.reachable;
    const bool neededSignIn = state.signInNeeded;
    const QDateTime now = m_clock();
    if (!error) {
        state.lastContact = now;
        state.reachable = true;
        state.error.reset();
        state.nextTry = {};
        m_failures.remove(service);
    } else if (error->kind == Error::Kind::Unauthorized) {
        state.lastContact = now;
        state.signInNeeded = true;
        state.error = error;
    } else if (concernsWholeService(*error)) {
        state.reachable = error->kind == Error::Kind::RateLimited;
        state.error = error;
        const auto wait =
            backoff(*error, ++m_failures[service], QRandomGenerator::global()->generateDouble());
        state.nextTry = now.addMSecs(wait.count());
    } else {
        state.error = error;
    }
    if (!error && !wasReachable) {
        // What was put off because the service was out need not wait for its own time.
        m_store->wake(service);
    }
    if (wasReachable != state.reachable || neededSignIn != state.signInNeeded || error)
        Q_EMIT stateChanged(service);
}

void Outbox::resumeService(Service service)
{
    ServiceState &state = m_states[service];
    state.signInNeeded = false;
    state.nextTry = {};
    m_failures.remove(service);
    m_store->wake(service);
    Q_EMIT stateChanged(service);
    claimSoon();
}

Task<bool> Outbox::drain(std::chrono::milliseconds timeout)
{
    const QDateTime end = QDateTime::currentDateTimeUtc().addMSecs(timeout.count());
    while (true) {
        const Result<OutboxStore::Summary> summary = co_await m_store->summary();
        if (!summary)
            co_return tl::unexpected<Error>(summary.error());
        if (summary->waiting == 0 && m_inFlight == 0)
            co_return summary->failed == 0;
        if (QDateTime::currentDateTimeUtc() >= end)
            co_return false;
        claimSoon();
        co_await QCoro::sleepFor(50ms);
    }
}

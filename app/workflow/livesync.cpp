// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/livesync.h"

#include "app/base/logcategories.h"

using namespace std::chrono_literals;

namespace {

//! Re-read overlap of "updated since" (dentaltap.md section 4.3).
constexpr qint64 overlapSeconds = 120;

} // namespace

LiveSync::LiveSync(dentaltap::Client *client, VisitStore *visits, int pollSeconds, Clock clock,
                   QObject *parent)
    : QObject(parent), m_client(client), m_visits(visits), m_clock(std::move(clock))
{
    m_timer.setInterval(std::chrono::seconds(pollSeconds));
    connect(&m_timer, &QTimer::timeout, this, [this] { poll(); });
}

void LiveSync::start()
{
    m_timer.start();
    poll();
}

void LiveSync::stop()
{
    m_timer.stop();
}

Task<QList<VisitId>> LiveSync::poll()
{
    if (m_polling)
        co_return QList<VisitId>();
    m_polling = true;
    Result<QList<VisitId>> changed = co_await read();
    m_polling = false;
    if (!changed && changed.error().kind == Error::Kind::Cancelled)
        co_return changed;
    Q_EMIT polled(changed ? std::nullopt : std::optional<Error>(changed.error()));
    co_return changed;
}

QString LiveSync::take(const dentaltap::Activity &activity)
{
    // The trace of a deleted object names itself and nothing else.
    QString appointment = activity.appointmentId;
    for (auto it = m_known.begin(); it != m_known.end(); ++it) {
        if (it->contains(activity.id))
            appointment = it.key();
    }
    const auto known = m_known.find(appointment);
    if (known == m_known.end())
        return {};
    if (activity.gone)
        known->remove(activity.id);
    else
        known->insert(activity.id, activity);
    return appointment;
}

Task<QList<VisitId>> LiveSync::read()
{
    const Result<QHash<QString, VisitId>> inChair = co_await m_visits->inChair();
    if (!inChair)
        co_return tl::unexpected<Error>(inChair.error());
    if (inChair->isEmpty()) {
        m_known.clear();
        co_return QList<VisitId>();
    }

    QSet<QString> heard; // appointments that something was read of
    QList<dentaltap::Activity> activities;
    const QDateTime readAt = m_clock();
    // Until DentalTap's own clock is known from an answer, "since" would rest on this computer's:
    // then each is read whole.
    const bool knowsTheirClock = m_since.isValid();
    for (auto it = inChair->cbegin(); it != inChair->cend(); ++it) {
        if (knowsTheirClock && m_known.contains(it.key()))
            continue;
        const QString appointment = it.key();
        const Result<QList<dentaltap::Activity>> whole =
            co_await m_client->activitiesOf(appointment);
        if (!whole)
            co_return tl::unexpected<Error>(whole.error());
        activities += *whole;
        heard.insert(appointment);
        m_known.insert(appointment, {});
    }
    if (heard.size() < inChair->size()) {
        const Result<QList<dentaltap::Activity>> recent =
            co_await m_client->activitiesSince(m_since.addSecs(-overlapSeconds));
        if (!recent)
            co_return tl::unexpected<Error>(recent.error());
        activities += *recent;
    }
    for (auto it = m_known.begin(); it != m_known.end();)
        it = inChair->contains(it.key()) ? std::next(it) : m_known.erase(it);
    for (const dentaltap::Activity &activity : std::as_const(activities)) {
        if (activity.updatedAt.isValid() && (!m_since.isValid() || activity.updatedAt > m_since))
            m_since = activity.updatedAt;
        const QString appointment = take(activity);
        if (!appointment.isEmpty())
            heard.insert(appointment);
    }
    // "Since" names the objects that changed and not their neighbours: what an appointment has is
    // what all of its objects have.
    QHash<VisitId, QList<RecordedAct>> acts;
    for (const QString &appointment : std::as_const(heard)) {
        const QList<dentaltap::Activity> known = m_known.value(appointment).values();
        acts.insert(inChair->value(appointment), dentaltap::mergedActs(known));
    }

    QList<VisitId> quiet;
    for (const VisitId &visit : std::as_const(*inChair)) {
        if (!acts.contains(visit))
            quiet.append(visit);
    }
    if (!quiet.isEmpty()) {
        const Result<void> touched = co_await m_visits->touchActs(quiet, readAt);
        if (!touched)
            co_return tl::unexpected<Error>(touched.error());
    }
    if (acts.isEmpty())
        co_return QList<VisitId>();
    const Result<QList<VisitId>> changed = co_await m_visits->putActs(acts, readAt);
    if (!changed)
        co_return changed;
    for (auto it = acts.keyBegin(); it != acts.keyEnd(); ++it) {
        const bool differs = changed->contains(*it);
        const VisitStore::Rule rule = [differs](const VisitContext &context) -> Result<Transition> {
            const std::optional<Transition> update =
                differs ? orderChanged(context) : orderUnread(context);
            if (update)
                return *update;
            return Transition{context.visit, context.appointment, {}, {}, {}};
        };
        const StaffId nobody;
        const VisitId id = *it;
        const Result<Visit> planned = co_await m_visits->commit(id, rule, nobody);
        if (!planned)
            qCInfo(lcWorkflow) << "live update of visit" << id.value
                               << "not planned:" << planned.error().message;
    }
    co_return changed;
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/livesync.h"

#include "app/base/logcategories.h"

using namespace std::chrono_literals;

namespace {

//! Re-read overlap of "updated since" (dentaltap.md section 4.3).
constexpr qint64 overlapSeconds = 120;
//! Where no reading ever told DentalTap's time, a first look back at those who left: further than
//! any computer's clock is wrong.
constexpr int daysBack = 2;
//! So many visits are worth a call each; more are found faster in pages of everybody's acts.
constexpr qsizetype mostSingly = 5;
//! The acts of those in the chair are no older than the day's window (architecture.md section 3,
//! "Reading in"); the margin is that of daysBack.
constexpr int daysOfWindow = 7;
//! With nobody in the chair only late acts can come: each so many rounds is soon enough.
constexpr int quietRounds = 6;

} // namespace

LiveSync::LiveSync(dentaltap::Client *client, VisitStore *visits, int pollSeconds, Clock clock,
                   QObject *parent)
    : QObject(parent), m_client(client), m_visits(visits), m_clock(std::move(clock))
{
    m_timer.setInterval(std::chrono::seconds(pollSeconds));
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (!m_chairEmpty || ++m_quiet % quietRounds == 0)
            poll();
    });
    // Somebody may have been seated: the next round looks.
    const auto look = [this] { m_chairEmpty = false; };
    connect(m_visits, &VisitStore::changed, this, look);
    connect(m_visits, &VisitStore::daysChanged, this, look);
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
    for (const Known *all : {&m_known, &m_left}) {
        for (auto it = all->cbegin(); it != all->cend(); ++it) {
            if (it->contains(activity.id))
                appointment = it.key();
        }
    }
    Known &all = m_known.contains(appointment) ? m_known : m_left;
    const auto known = all.find(appointment);
    if (known == all.end())
        return {};
    if (activity.gone)
        known->remove(activity.id);
    else
        known->insert(activity.id, activity);
    return appointment;
}

void LiveSync::part(const QHash<QString, VisitId> &inChair)
{
    for (auto it = m_known.begin(); it != m_known.end();) {
        if (inChair.contains(it.key())) {
            m_left.remove(it.key());
            ++it;
        } else {
            m_left.insert(it.key(), *it);
            it = m_known.erase(it);
        }
    }
}

Task<QList<dentaltap::Activity>> LiveSync::strangers(QList<dentaltap::Activity> recent)
{
    QStringList unknown;
    for (const dentaltap::Activity &activity : recent) {
        const QString appointment = activity.appointmentId;
        if (!appointment.isEmpty() && !m_known.contains(appointment)
            && !m_left.contains(appointment) && !unknown.contains(appointment))
            unknown.append(appointment);
    }
    QList<dentaltap::Activity> whole;
    if (unknown.isEmpty())
        co_return whole;
    const Result<QStringList> left = co_await m_visits->thoseOver(unknown);
    if (!left)
        co_return tl::unexpected<Error>(left.error());
    for (const QString &appointment : *left) {
        const Result<QList<dentaltap::Activity>> read =
            co_await m_client->activitiesOf(appointment);
        if (!read)
            co_return tl::unexpected<Error>(read.error());
        whole += *read;
        m_left.insert(appointment, {});
    }
    co_return whole;
}

Task<QList<VisitId>> LiveSync::read()
{
    const Result<QHash<QString, VisitId>> inChair = co_await m_visits->inChair();
    if (!inChair)
        co_return tl::unexpected<Error>(inChair.error());
    const Result<VisitStore::Watch> watch = co_await m_visits->watch();
    if (!watch)
        co_return tl::unexpected<Error>(watch.error());
    m_chairEmpty = inChair->isEmpty();
    part(*inChair);
    if (m_chairEmpty && !watch->anybodyLeft)
        co_return QList<VisitId>();
    // What another process of this database read, or this one before a restart, was taken in.
    if (watch->since.isValid() && (!m_since.isValid() || watch->since > m_since))
        m_since = watch->since;

    QSet<QString> heard; // appointments that something was read of
    QList<dentaltap::Activity> activities;
    const QDateTime readAt = m_clock();
    // Until DentalTap's own clock is known from an answer, "since" would rest on this computer's:
    // then each is read whole.
    const QDateTime former = m_since;
    const bool knowsTheirClock = former.isValid();
    QStringList unread;
    for (auto it = inChair->cbegin(); it != inChair->cend(); ++it) {
        if (!knowsTheirClock || !m_known.contains(it.key()))
            unread.append(it.key());
    }
    if (unread.size() > mostSingly) {
        const QDateTime since = readAt.addDays(-daysOfWindow - daysBack);
        const Result<QList<dentaltap::Activity>> everybodys =
            co_await m_client->activitiesSince(since);
        if (!everybodys)
            co_return tl::unexpected<Error>(everybodys.error());
        const Result<QStringList> finished = co_await m_visits->finishedInChair();
        if (!finished)
            co_return tl::unexpected<Error>(finished.error());
        // An appointment has one activity object (dentaltap.md section 5.5): who is named is read
        // whole.
        for (const dentaltap::Activity &activity : *everybodys) {
            const QString appointment = activity.appointmentId;
            if (activity.gone || !inChair->contains(appointment))
                continue;
            if (unread.removeOne(appointment)) {
                heard.insert(appointment);
                m_known.insert(appointment, {});
            }
            if (heard.contains(appointment))
                activities.append(activity);
        }
        // Of those whom the surgeon has finished with nothing was recorded. For the others there
        // may be an older object with what is planned: they are asked for below.
        for (const QString &appointment : *finished) {
            if (unread.removeOne(appointment)) {
                heard.insert(appointment);
                m_known.insert(appointment, {});
            }
        }
    }
    for (const QString &appointment : std::as_const(unread)) {
        const Result<QList<dentaltap::Activity>> whole =
            co_await m_client->activitiesOf(appointment);
        if (!whole)
            co_return tl::unexpected<Error>(whole.error());
        activities += *whole;
        heard.insert(appointment);
        m_known.insert(appointment, {});
    }
    if (heard.size() < inChair->size() || watch->anybodyLeft) {
        const QDateTime since =
            knowsTheirClock ? former.addSecs(-overlapSeconds) : readAt.addDays(-daysBack);
        const Result<QList<dentaltap::Activity>> recent = co_await m_client->activitiesSince(since);
        if (!recent)
            co_return tl::unexpected<Error>(recent.error());
        const QList<dentaltap::Activity> named = *recent;
        const Result<QList<dentaltap::Activity>> whole = co_await strangers(named);
        if (!whole)
            co_return tl::unexpected<Error>(whole.error());
        activities += *recent;
        activities += *whole;
    }
    part(*inChair);
    QDateTime newest = former;
    for (const dentaltap::Activity &activity : std::as_const(activities)) {
        if (activity.updatedAt.isValid() && (!newest.isValid() || activity.updatedAt > newest))
            newest = activity.updatedAt;
        const QString appointment = take(activity);
        if (!appointment.isEmpty())
            heard.insert(appointment);
    }
    // "Since" names the objects that changed and not their neighbours: what an appointment has is
    // what all of its objects have.
    QHash<VisitId, QList<RecordedAct>> acts;
    QHash<QString, QList<RecordedAct>> later;
    for (const QString &appointment : std::as_const(heard)) {
        const VisitId visit = inChair->value(appointment);
        const Known &all = visit.isEmpty() ? m_left : m_known;
        const QList<RecordedAct> merged = dentaltap::mergedActs(all.value(appointment).values());
        if (visit.isEmpty())
            later.insert(appointment, merged);
        else
            acts.insert(visit, merged);
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
    QList<VisitId> late;
    if (!later.isEmpty()) {
        const Result<QList<VisitId>> taken = co_await m_visits->putLaterActs(later, readAt);
        if (!taken)
            co_return taken;
        late = *taken;
    }
    Result<QList<VisitId>> changed = QList<VisitId>();
    if (!acts.isEmpty())
        changed = co_await m_visits->putActs(acts, readAt);
    if (!changed)
        co_return changed;
    // Only now: what was not stored is read again.
    if (newest.isValid() && newest != former) {
        m_since = newest;
        const Result<void> kept = co_await m_visits->putWatchedSince(newest);
        if (!kept)
            co_return tl::unexpected<Error>(kept.error());
    }
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
    *changed += late;
    co_return changed;
}

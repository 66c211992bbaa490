// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/logcategories.h"
#include "app/connectors/dentaldesktop/status.h"
#include "app/workflow/scanlane.h"
#include "app/workflow/scanworkflow.h"

#include <QCoroTimer>
#include <QUuid>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

// How one request is followed from the call to its end.

namespace {

//! The server remembers ten requests of all desks together (contract section 4).
constexpr int mostRequests = 3;
//! How long a server that cannot be asked keeps us waiting for the truth of a lost answer.
constexpr auto lostPatience = 10s;

//! The server or the transport refused before anything could happen there.
bool neverArrived(const Error &error)
{
    const bool refusedHere =
        error.httpStatus == 0 && !error.isTransient() && error.kind != Error::Kind::Protocol;
    return error.unsent || refusedHere || error.kind == Error::Kind::Unauthorized
        || error.kind == Error::Kind::Forbidden;
}

} // namespace

Task<ScanActivity> ScanWorkflow::follow(FollowedPtr followed)
{
    ++m_followed;
    Lane *lane = followed->lane;
    if (lane->requests >= mostRequests) {
        followed->activity.state = ScanActivity::State::Queued;
        followed->activity.text = tr("Waits for its turn");
        publish(followed);
        Gate::Waiting turn = lane->requestTurns.wait();
        co_await turn;
    }
    ++lane->requests;
    if (m_stopped)
        end(followed, ScanActivity::State::GivenUp, tr("Ended with the program"));
    else if (!followed->given)
        co_await handOver(followed);
    while (followed->activity.isOpen() && !followed->given)
        co_await ask(followed);
    if (followed->activity.state == ScanActivity::State::Finished)
        co_await finish(followed);
    --lane->requests;
    lane->requestTurns.openOne();
    --m_followed;
    // Gestures handed over without waiting are nobody's to watch.
    if (!followed->following.wait)
        m_followedRequests.removeOne(followed);
    // A copy: it stays in the list until it is dismissed.
    const ScanActivity activity = followed->activity;
    co_return activity;
}

QCoro::Task<void> ScanWorkflow::handOver(FollowedPtr followed)
{
    ScanActivity &activity = followed->activity;
    activity.state = ScanActivity::State::Calling;
    activity.text = tr("Being handed over");
    publish(followed);
    const ScanRequest request = activity.request;
    const Result<void> sent = co_await followed->lane->client->send(request);
    noteContact(followed->lane, sent ? std::nullopt : std::optional<Error>(sent.error()));
    qCInfo(lcWorkflow) << "scan request" << enumName(request.kind) << request.id
                       << (sent ? u"sent"_s : enumName(sent.error().kind));
    followed->since.start();
    followed->unanswered.start();
    followed->lost = sent ? std::nullopt : std::optional<Error>(sent.error());
    if (!sent && neverArrived(sent.error()))
        end(followed, ScanActivity::State::Failed, sent.error().message, sent.error());
}

QCoro::Task<void> ScanWorkflow::pause(FollowedPtr followed, std::chrono::milliseconds delay)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < delay.count() && !followed->askNow && !followed->given && !m_stopped) {
        // No longer than what is left: a whole last slice would come late.
        const std::chrono::milliseconds left = delay - std::chrono::milliseconds(timer.elapsed());
        const std::chrono::milliseconds slice =
            std::clamp<std::chrono::milliseconds>(left, 1ms, 50ms);
        co_await QCoro::sleepFor(slice);
    }
    followed->askNow = false;
}

//! One look at the request's own status, the truth whatever the call's answer was (section 1.3).
QCoro::Task<void> ScanWorkflow::ask(FollowedPtr followed)
{
    const QString id = followed->activity.request.id;
    const Result<ScanRequestStatus> status = co_await followed->lane->client->status(id);
    if (followed->given || !followed->activity.isOpen())
        co_return;
    const std::chrono::milliseconds elapsed(followed->since.elapsed());
    if (!status) {
        noteContact(followed->lane, status.error());
        const bool unreadable = status.error().kind == Error::Kind::Protocol;
        const bool passing = status.error().isTransient() || unreadable;
        const bool hopeless = ((followed->lost && !followed->known) || unreadable)
            && followed->unanswered.elapsed() > std::chrono::milliseconds(lostPatience).count();
        if (!passing || hopeless) {
            Error error = status.error();
            if (passing)
                error.message = tr("Dental Desktop cannot be asked what came of it. Look at the "
                                   "station before you try again.");
            end(followed, ScanActivity::State::Failed, error.message, error);
            co_return;
        }
    } else {
        followed->unanswered.restart();
        if (status->code != ScanRequestStatus::Unknown) {
            take(followed, *status);
        } else if (followed->known) {
            end(followed, ScanActivity::State::NotKnown,
                tr("Dental Desktop has forgotten how this ended. Look at the station."));
        } else if (elapsed >= dentaldesktop::unknownPatience) {
            const bool mayRepeat = followed->lost && !followed->sentAgain
                && followed->activity.request.kind == ScanRequest::Kind::CreatePatient
                && followed->activity.request.station.isEmpty();
            if (mayRepeat) {
                // Under a new id, as the contract has it; the integration id keeps a second
                // patient from being made (section 4, retry safety).
                followed->sentAgain = true;
                followed->activity.request.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
                co_await handOver(followed);
                co_return;
            }
            if (followed->lost) {
                Error error = *followed->lost;
                error.message = tr("Dental Desktop knows nothing of this request; most likely it "
                                   "never arrived. It is safe to try again.");
                end(followed, ScanActivity::State::Failed, error.message, error);
            } else {
                followed->activity.code = status->code;
                end(followed, ScanActivity::State::NotKnown,
                    tr("Dental Desktop does not know this request any more. Look at the "
                       "station."));
            }
        }
    }
    if (!followed->activity.isOpen())
        co_return;
    const std::chrono::milliseconds limit = followed->following.limit.value_or(
        std::chrono::minutes(followed->lane->client->settings().requestMinutes));
    if (m_stopped || elapsed >= limit) {
        end(followed, ScanActivity::State::TimedOut,
            tr("Nobody answered at the station in time. It may still end there."));
        co_return;
    }
    if (!followed->following.wait && (status || elapsed >= limit)) {
        followed->given = true;
        co_return;
    }
    const auto delay = std::min(dentaldesktop::pollDelay(elapsed), limit - elapsed);
    co_await pause(followed, delay);
}

void ScanWorkflow::take(const FollowedPtr &followed, const ScanRequestStatus &status)
{
    ScanActivity &activity = followed->activity;
    followed->known = true;
    const std::optional<int> before = activity.code;
    const bool wasStuck = activity.stuck;
    activity.code = status.code;
    if (status.code == ScanRequestStatus::AlreadyLinked && followed->sentAgain
        && activity.request.kind == ScanRequest::Kind::CreatePatient) {
        // The first one had worked; only its answer was lost.
        activity.code = ScanRequestStatus::Done;
    }
    if (status.isFinal()) {
        end(followed, ScanActivity::State::Finished, statusText(*activity.code));
        return;
    }
    const bool waiting = status.code == ScanRequestStatus::Waiting;
    activity.state = waiting ? ScanActivity::State::Waiting : ScanActivity::State::AtStation;
    activity.stuck = waiting && followed->since.elapsed() >= followed->following.stuckAfter.count();
    activity.text = activity.stuck
        ? tr("The station has not taken it for a minute. Is Dental Desktop open there? It can be "
             "withdrawn.")
        : statusText(status.code);
    if (before != activity.code || wasStuck != activity.stuck)
        publish(followed);
}

void ScanWorkflow::end(const FollowedPtr &followed, ScanActivity::State state, const QString &text,
                       const std::optional<Error> &error)
{
    ScanActivity &activity = followed->activity;
    activity.state = state;
    activity.text = text;
    activity.error = error;
    activity.stuck = false;
    // A link is stored before its end is told.
    const bool links = activity.request.kind == ScanRequest::Kind::CreatePatient
        && state == ScanActivity::State::Finished;
    if (!links)
        publish(followed);
}

//! What a finished request means here: a patient whom Dental Desktop knows now, or knew before.
QCoro::Task<void> ScanWorkflow::finish(FollowedPtr followed)
{
    ScanActivity &activity = followed->activity;
    if (activity.request.kind != ScanRequest::Kind::CreatePatient)
        co_return;
    const int code = activity.code.value_or(ScanRequestStatus::Unknown);
    const bool isThere =
        code == ScanRequestStatus::Done || code == ScanRequestStatus::AlreadyLinked;
    if (isThere && !activity.patient.isEmpty()) {
        ScanLink link;
        link.patient = activity.patient;
        link.site = activity.site;
        link.integrationId = activity.request.patient.integrationId;
        link.station = activity.stationName;
        const StaffId by = m_session->currentId();
        const Result<void> kept = co_await m_links->put(link, by);
        if (!kept) {
            activity.state = ScanActivity::State::Failed;
            activity.text = kept.error().message;
            activity.error = kept.error();
        }
    }
    publish(followed);
}

void ScanWorkflow::publish(const FollowedPtr &followed)
{
    followed->activity.changed = m_clock();
    Q_EMIT activityChanged(followed->activity);
}

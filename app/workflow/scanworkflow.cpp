// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/scanworkflow.h"

#include "app/connectors/dentaldesktop/connector.h"
#include "app/connectors/dentaldesktop/status.h"
#include "app/workflow/scanlane.h"

#include <QUuid>

using namespace Qt::StringLiterals;

ScanWorkflow::ScanWorkflow(Session *session, Settings settings,
                           QList<dentaldesktop::Client *> clients, PatientStore *patients,
                           ScanLinkStore *links, CatalogueStore *catalogue, AuditLog *audit,
                           ImageCache *cache, Clock clock, QObject *parent)
    : QObject(parent), m_session(session), m_settings(std::move(settings)), m_patients(patients),
      m_links(links), m_catalogue(catalogue), m_audit(audit), m_cache(cache),
      m_clock(std::move(clock))
{
    for (dentaldesktop::Client *client : clients) {
        auto lane = std::make_unique<Lane>();
        lane->client = client;
        m_lanes.emplace(client->settings().site, std::move(lane));
    }
    connect(m_links, &ScanLinkStore::changed, this, &ScanWorkflow::linkChanged);
}

ScanWorkflow::~ScanWorkflow() = default;

void ScanWorkflow::stop()
{
    m_stopped = true;
    for (const auto &[site, lane] : m_lanes) {
        lane->requestTurns.openAll();
        lane->imageTurns.openAll();
    }
}

QStringList ScanWorkflow::sites() const
{
    QStringList sites;
    for (const auto &[site, lane] : m_lanes)
        sites.append(site);
    return sites;
}

QString ScanWorkflow::statusText(int code)
{
    return dentaldesktop::statusText(code);
}

QString ScanWorkflow::undoText()
{
    return tr("A link with the wrong patient cannot be taken back from here. At the station, open "
              "the wrong patient in Dental Desktop and remove the integration id there (or delete "
              "that patient, if they were made by mistake); then forget the link here and link "
              "again.");
}

Result<ScanWorkflow::Lane *> ScanWorkflow::laneOf(const QString &site) const
{
    const auto found = m_lanes.find(site);
    if (found != m_lanes.end())
        return found->second.get();
    return failure(Error::Kind::Invalid,
                   site.isEmpty() ? tr("No Dental Desktop server is set up. Enter its address in "
                                       "the settings.")
                                  : tr("The settings name no Dental Desktop server for the site "
                                       "“%1”.")
                                        .arg(site),
                   Service::DentalDesktop);
}

Result<ScanWorkflow::Lane *> ScanWorkflow::allowedLane(const QString &site) const
{
    const Result<void> allowed = m_session->require(Permission::RunVisit);
    if (!allowed)
        return tl::unexpected<Error>(allowed.error());
    return laneOf(site);
}

void ScanWorkflow::noteContact(Lane *lane, const std::optional<Error> &error)
{
    if (error && error->kind == Error::Kind::Cancelled)
        return;
    Q_EMIT contacted(Service::DentalDesktop, error);
    if (error && lane->client->trust()->refused())
        Q_EMIT certificateRefused(lane->client->settings().site, *lane->client->trust()->refused());
    const QDateTime now = m_clock();
    if (!error)
        m_lastGood = now;
    // Enough for "sync status"; not a row for every look at a status.
    if (!error && m_contactKept.isValid() && m_contactKept.secsTo(now) < 30)
        return;
    m_contactKept = error ? QDateTime() : now;
    keepContact(
        QString(m_lastGood.toString(Qt::ISODate) + u'|' + (error ? error->message : u"ok"_s)));
}

QCoro::Task<void> ScanWorkflow::keepContact(QString text)
{
    const QString name = u"sync.last/dentaldesktop"_s;
    co_await m_catalogue->putValue(name, text);
}

Task<QList<ScanStation>> ScanWorkflow::stations(QString site)
{
    const Result<Lane *> lane = allowedLane(site);
    if (!lane)
        co_return tl::unexpected<Error>(lane.error());
    const Result<QList<ScanStation>> stations = co_await (*lane)->client->stations();
    noteContact(*lane, stations ? std::nullopt : std::optional<Error>(stations.error()));
    co_return stations;
}

Task<std::optional<ScanLink>> ScanWorkflow::link(PatientId patient, QString site)
{
    return m_links->link(std::move(patient), std::move(site));
}

Task<void> ScanWorkflow::forgetLink(PatientId patient, QString site)
{
    const Result<void> allowed = m_session->require(Permission::RunVisit);
    if (!allowed)
        co_return allowed;
    const StaffId by = m_session->currentId();
    co_return co_await m_links->remove(patient, site, by);
}

Task<ScanRequest> ScanWorkflow::requestFor(PatientId patient, QString site, ScanRequest::Kind kind)
{
    const Result<Lane *> lane = allowedLane(site);
    if (!lane)
        co_return tl::unexpected<Error>(lane.error());
    const Result<Patient> stored = co_await m_patients->patient(patient);
    if (!stored)
        co_return tl::unexpected<Error>(stored.error());
    const Result<Links> links = co_await m_patients->links(patient);
    if (!links)
        co_return tl::unexpected<Error>(links.error());
    const Result<ScanPatient> whole = dentaldesktop::scanPatientOf(*stored, *links);
    if (!whole)
        co_return tl::unexpected<Error>(whole.error());
    const Result<std::optional<ScanLink>> linked = co_await m_links->link(patient, site);
    if (!linked)
        co_return tl::unexpected<Error>(linked.error());
    const bool isCreation = kind == ScanRequest::Kind::CreatePatient;
    if (isCreation && *linked) {
        co_return failure(
            Error::Kind::Conflict,
            QString(tr("This patient is already linked with Dental Desktop.") + u' ' + undoText()),
            Service::DentalDesktop);
    }
    if (!isCreation && !*linked) {
        co_return failure(Error::Kind::Invalid,
                          tr("This patient is not linked with Dental Desktop yet. Link them "
                             "first."),
                          Service::DentalDesktop);
    }
    ScanRequest request;
    request.kind = kind;
    request.patient = *whole;
    if (*linked)
        request.patient.integrationId = (*linked)->integrationId;
    co_return request;
}

Task<ScanActivity> ScanWorkflow::linkPatient(PatientId patient, Target target, bool merge)
{
    const QString site = target.site;
    Result<ScanRequest> request =
        co_await requestFor(patient, site, ScanRequest::Kind::CreatePatient);
    if (!request)
        co_return tl::unexpected<Error>(request.error());
    // Only a person at a station can choose.
    request->merge = merge && !target.station.isEmpty();
    const Following following;
    const ScanRequest whole = *request;
    co_return co_await run(whole, target, following);
}

Task<ScanActivity> ScanWorkflow::runFor(PatientId patient, Target target, ScanRequest::Kind kind)
{
    const QString site = target.site;
    const Result<ScanRequest> request = co_await requestFor(patient, site, kind);
    if (!request)
        co_return tl::unexpected<Error>(request.error());
    const Following following;
    const ScanRequest whole = *request;
    co_return co_await run(whole, target, following);
}

Task<ScanActivity> ScanWorkflow::updatePatient(PatientId patient, Target target)
{
    return runFor(std::move(patient), std::move(target), ScanRequest::Kind::UpdatePatient);
}

Task<ScanActivity> ScanWorkflow::openPatient(PatientId patient, Target target)
{
    return runFor(std::move(patient), std::move(target), ScanRequest::Kind::SelectPatient);
}

Task<ScanActivity> ScanWorkflow::newCase(PatientId patient, Target target)
{
    return runFor(std::move(patient), std::move(target), ScanRequest::Kind::CreateCase);
}

Task<ScanActivity> ScanWorkflow::newScan(PatientId patient, Target target)
{
    const Result<ScanActivity> opened = co_await openPatient(patient, target);
    if (!opened || !opened->isDone())
        co_return opened;
    co_return co_await newCase(patient, target);
}

Task<ScanActivity> ScanWorkflow::openCase(QString caseId, Target target)
{
    ScanRequest request;
    request.kind = ScanRequest::Kind::SelectCase;
    request.caseId = caseId;
    const Following following;
    co_return co_await run(request, target, following);
}

Task<ScanActivity> ScanWorkflow::run(ScanRequest request, Target target, Following following)
{
    const QString site = target.site;
    const Result<Lane *> lane = allowedLane(site);
    if (!lane)
        co_return tl::unexpected<Error>(lane.error());
    const auto followed = std::make_shared<Followed>();
    followed->lane = *lane;
    followed->following = following;
    ScanActivity &activity = followed->activity;
    activity.request = request;
    if (activity.request.id.isEmpty())
        activity.request.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    activity.request.station = target.station;
    activity.site = target.site;
    activity.stationName = target.stationName.isEmpty() ? target.station : target.stationName;
    activity.started = m_clock();
    if (!request.patient.integrationId.isEmpty()) {
        const QString integrationId = request.patient.integrationId;
        const Result<PatientId> owner = co_await contactOwner(integrationId);
        activity.patient = owner.value_or(PatientId());
    }
    m_followedRequests.append(followed);
    co_return co_await follow(followed);
}

Task<PatientId> ScanWorkflow::contactOwner(QString integrationId)
{
    const Result<PatientId> owner = co_await m_patients->find(integrationId);
    if (!owner)
        co_return owner;
    const PatientId id = *owner;
    const Result<Links> links = co_await m_patients->links(id);
    if (!links || links->value(RecordKind::Contact).remoteId != integrationId)
        co_return failure(Error::Kind::NotFound, QString());
    co_return id;
}

QList<ScanActivity> ScanWorkflow::activities() const
{
    QList<ScanActivity> all;
    for (const FollowedPtr &followed : m_followedRequests)
        all.append(followed->activity);
    return all;
}

Task<bool> ScanWorkflow::withdraw(QString requestId)
{
    FollowedPtr followed;
    for (const FollowedPtr &each : std::as_const(m_followedRequests)) {
        if (each->activity.request.id == requestId)
            followed = each;
    }
    if (!followed || !followed->activity.canWithdraw()) {
        co_return failure(Error::Kind::Conflict,
                          tr("The station has taken it; it can only be cancelled there. One can "
                             "stop waiting for it."),
                          Service::DentalDesktop);
    }
    if (followed->activity.state == ScanActivity::State::Queued) {
        followed->given = true;
        end(followed, ScanActivity::State::GivenUp, statusText(ScanRequestStatus::Removed));
        co_return true;
    }
    const Result<bool> removed = co_await followed->lane->client->remove(requestId);
    // Its status says 3, or that the station was faster.
    followed->askNow = true;
    co_return removed;
}

void ScanWorkflow::stopWaiting(QString requestId)
{
    for (const FollowedPtr &followed : std::as_const(m_followedRequests)) {
        if (followed->activity.request.id != requestId || !followed->activity.isOpen())
            continue;
        followed->given = true;
        end(followed, ScanActivity::State::GivenUp,
            tr("No longer waited for; it may still end at the station"));
        return;
    }
}

void ScanWorkflow::dismiss(QString requestId)
{
    m_followedRequests.removeIf([&requestId](const FollowedPtr &followed) {
        return followed->activity.request.id == requestId && !followed->activity.isOpen();
    });
}

Task<ScanRequestStatus> ScanWorkflow::status(QString site, QString requestId)
{
    const Result<Lane *> lane = allowedLane(site);
    if (!lane)
        co_return tl::unexpected<Error>(lane.error());
    const Result<ScanRequestStatus> status = co_await (*lane)->client->status(requestId);
    noteContact(*lane, status ? std::nullopt : std::optional<Error>(status.error()));
    co_return status;
}

Task<bool> ScanWorkflow::remove(QString site, QString requestId)
{
    const Result<Lane *> lane = allowedLane(site);
    if (!lane)
        co_return tl::unexpected<Error>(lane.error());
    const Result<bool> removed = co_await (*lane)->client->remove(requestId);
    noteContact(*lane, removed ? std::nullopt : std::optional<Error>(removed.error()));
    co_return removed;
}

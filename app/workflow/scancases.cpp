// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/scanlane.h"
#include "app/workflow/scanworkflow.h"

#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

// Cases and photos, and the test of the connection.

namespace {

constexpr int mostImages = 2;

//! untold: what counts where there is no time.
bool isWithin(const QDateTime &time, const QDate &from, const QDate &to, const QTimeZone &zone,
              bool untold)
{
    if (!from.isValid() && !to.isValid())
        return true;
    if (!time.isValid())
        return untold;
    const QDate day = time.toTimeZone(zone).date();
    return (!from.isValid() || day >= from) && (!to.isValid() || day <= to);
}

//! Dates once more: the server is known to overlook a misspelt parameter (contract section 2.9).
//! Every case was created some day: where an answer leaves that out (section 3.4), the server's
//! own search stands. A delivery "never" is in no span.
bool isWanted(const ScanCase &found, const CaseFilter &filter, const QTimeZone &zone)
{
    return isWithin(found.created, filter.createdFrom, filter.createdTo, zone, true)
        && isWithin(found.delivery, filter.deliveryFrom, filter.deliveryTo, zone, false);
}

bool endsBeforeItBegins(const QDate &from, const QDate &to)
{
    return from.isValid() && to.isValid() && from > to;
}

QString cacheKey(const QString &site, const QString &caseId, const QString &imageId)
{
    return QString(site + u'/' + caseId + u'/' + imageId);
}

} // namespace

Task<QList<ScanCase>> ScanWorkflow::cases(PatientId patient, QString site, CaseFilter filter,
                                          bool labels)
{
    const Result<std::optional<ScanLink>> linked = co_await m_links->link(patient, site);
    if (!linked)
        co_return tl::unexpected<Error>(linked.error());
    if (!*linked) {
        co_return failure(Error::Kind::Invalid,
                          tr("This patient is not linked with Dental Desktop yet. Link them "
                             "first."),
                          Service::DentalDesktop);
    }
    const QString integrationId = (*linked)->integrationId;
    co_return co_await casesOf(integrationId, site, filter, labels);
}

Task<QList<ScanCase>> ScanWorkflow::casesOf(QString integrationId, QString site, CaseFilter filter,
                                            bool labels)
{
    const Result<Lane *> lane = allowedLane(site);
    if (!lane)
        co_return tl::unexpected<Error>(lane.error());
    if (endsBeforeItBegins(filter.createdFrom, filter.createdTo)
        || endsBeforeItBegins(filter.deliveryFrom, filter.deliveryTo)) {
        co_return failure(Error::Kind::Invalid,
                          tr("The span of dates ends before it begins. Exchange the two dates."),
                          Service::DentalDesktop);
    }
    // One search per status, since a case does not say its own.
    QList<CaseFilter> searches;
    for (const CaseStatus status :
         {CaseStatus::Created, CaseStatus::Scanned, CaseStatus::Modelled}) {
        if (filter.statuses.isEmpty() ? !labels : !filter.statuses.contains(status))
            continue;
        CaseFilter search = filter;
        search.statuses = {status};
        searches.append(search);
    }
    if (searches.isEmpty())
        searches.append(filter);
    const QTimeZone zone(m_settings.timeZone);
    QList<ScanCase> all;
    for (const CaseFilter &search : std::as_const(searches)) {
        const CaseFilter one = search;
        const Result<QList<ScanCase>> found = co_await (*lane)->client->cases(integrationId, one);
        noteContact(*lane, found ? std::nullopt : std::optional<Error>(found.error()));
        if (!found)
            co_return tl::unexpected<Error>(found.error());
        for (ScanCase each : *found) {
            if (!isWanted(each, filter, zone))
                continue;
            if (!one.statuses.isEmpty()) {
                each.status = *one.statuses.cbegin();
                each.statusAsked = true;
            }
            // Worked on between two searches: the later status is the newer one.
            const auto known = std::find_if(all.begin(), all.end(), [&each](const ScanCase &other) {
                return other.id == each.id;
            });
            if (known == all.end())
                all.append(each);
            else
                *known = each;
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const ScanCase &a, const ScanCase &b) { return a.created > b.created; });
    co_return all;
}

Task<QByteArray> ScanWorkflow::image(QString site, QString caseId, QString imageId)
{
    const Result<Lane *> allowed = allowedLane(site);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    Lane *lane = *allowed;
    const int epoch = lane->imageEpoch;
    const QString key = cacheKey(site, caseId, imageId);
    const Result<QByteArray> cached = co_await m_cache->read(key);
    if (cached)
        co_return cached;
    const Error cancelled(Error::Kind::Cancelled, tr("Loading of photos was ended."),
                          Service::DentalDesktop);
    if (lane->imageEpoch == epoch && lane->images >= mostImages && !m_stopped) {
        Gate::Waiting turn = lane->imageTurns.wait();
        co_await turn;
    }
    if (lane->imageEpoch != epoch || m_stopped)
        co_return tl::unexpected<Error>(cancelled);
    ++lane->images;
    const Result<Response> answer = co_await lane->client->image(caseId, imageId);
    --lane->images;
    // The server works on the next photo while this one is unpacked and kept.
    lane->imageTurns.openOne();
    if (!answer)
        co_return tl::unexpected<Error>(answer.error());
    const Response packed = *answer;
    const Result<QByteArray> image = co_await lane->client->unpacked(packed);
    if (!image)
        co_return image;
    const QByteArray bytes = *image;
    // A photo that cannot be kept is shown all the same.
    (void)co_await m_cache->write(key, bytes);
    co_return bytes;
}

void ScanWorkflow::cancelImages(QString site)
{
    const Result<Lane *> lane = laneOf(site);
    if (!lane)
        return;
    ++(*lane)->imageEpoch;
    (*lane)->client->cancelImages();
    (*lane)->imageTurns.openAll();
}

QString ScanWorkflow::pinsName(const QString &site) const
{
    return u"dentaldesktop.pins/"_s + site;
}

Task<QStringList> ScanWorkflow::confirmedPins(QString site)
{
    const QString name = pinsName(site);
    const Result<QString> kept = co_await m_catalogue->value(name);
    if (!kept)
        co_return tl::unexpected<Error>(kept.error());
    co_return kept->split(u' ', Qt::SkipEmptyParts);
}

Task<void> ScanWorkflow::open()
{
    for (const auto &entry : m_lanes) {
        const QString site = entry.first;
        const Result<QStringList> pins = co_await confirmedPins(site);
        if (!pins)
            co_return tl::unexpected<Error>(pins.error());
        if (!pins->isEmpty()) {
            dentaldesktop::Client *client = m_lanes.at(site)->client;
            client->trust()->setPins(client->settings().thumbprints + *pins);
        }
    }
    co_return Result<void>();
}

Task<void> ScanWorkflow::confirmCertificate(QString site, ShownCertificate certificate)
{
    const Result<void> allowed = m_session->require(Permission::Settings);
    if (!allowed)
        co_return allowed;
    const Result<Lane *> lane = laneOf(site);
    if (!lane)
        co_return tl::unexpected<Error>(lane.error());
    const QString pin = certificate.pin();
    if (!ServerTrust::isPin(pin)) {
        co_return failure(Error::Kind::Invalid, tr("This is no certificate of a server."),
                          Service::DentalDesktop);
    }
    const Result<QStringList> kept = co_await confirmedPins(site);
    if (!kept)
        co_return tl::unexpected<Error>(kept.error());
    QStringList pins = *kept;
    // A new certificate of the same place replaces the former one.
    const QString place = pin.section(u'=', 0, 0);
    pins.removeIf([&place](const QString &other) { return other.section(u'=', 0, 0) == place; });
    pins.append(pin);
    const QString name = pinsName(site);
    const QString text = pins.join(u' ');
    const Result<void> stored = co_await m_catalogue->putValue(name, text);
    if (!stored)
        co_return stored;
    const StaffId by = m_session->currentId();
    const QString action = u"trust-server"_s;
    const QString subject = u"dentaldesktop:"_s + site;
    const Result<void> noted = co_await m_audit->append(by, action, subject, pin);
    if (!noted)
        co_return noted;
    dentaldesktop::Client *client = (*lane)->client;
    client->trust()->setPins(client->settings().thumbprints + pins);
    co_return Result<void>();
}

Task<ScanConnection> ScanWorkflow::checkConnection(QString site)
{
    using Part = ScanConnection::Part;
    const Result<Lane *> allowed = laneOf(site);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    dentaldesktop::Client *client = (*allowed)->client;
    ScanConnection report;
    report.site = site;
    const auto add = [&report](Part part, const QString &text) {
        ScanConnection::Finding finding;
        finding.part = part;
        finding.ok = true;
        finding.text = text;
        report.findings.append(finding);
    };
    const auto fail = [&report](Part part, const Error &error) {
        ScanConnection::Finding finding;
        finding.part = part;
        finding.text = error.message;
        finding.kind = error.kind;
        report.findings.append(finding);
    };
    const QUrl address = client->address();
    const Result<ShownCertificate> shown = co_await client->trust()->check(address);
    const ServerTrust::Unreached unreached = client->trust()->unreached();
    if (!shown && unreached == ServerTrust::Unreached::Host) {
        fail(Part::Host, shown.error());
        co_return report;
    }
    add(Part::Host, tr("The computer “%1” is known").arg(address.host()));
    if (!shown && unreached != ServerTrust::Unreached::None) {
        fail(Part::Port, shown.error());
        co_return report;
    }
    add(Part::Port, tr("It answers at port %1").arg(address.port()));
    if (!shown) {
        report.certificate = client->trust()->refused();
        report.mayConfirm = report.certificate.has_value() && client->trust()->mayConfirm();
        fail(Part::Certificate, shown.error());
        co_return report;
    }
    report.certificate = *shown;
    add(Part::Certificate, tr("The certificate of “%1” is trusted").arg(shown->subject));
    const QString product = client->productOf(*shown);
    const Result<QList<ScanStation>> stations = co_await client->stations();
    noteContact(*allowed, stations ? std::nullopt : std::optional<Error>(stations.error()));
    if (!stations && stations.error().kind == Error::Kind::Unauthorized) {
        fail(Part::Password, stations.error());
        co_return report;
    }
    if (stations)
        add(Part::Password, tr("User and password are accepted"));
    if (stations)
        add(Part::Product,
            tr("%1 answers with %n station(s)", nullptr, int(stations->size())).arg(product));
    else
        fail(Part::Product, stations.error());
    co_return report;
}

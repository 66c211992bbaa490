// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaldesktop/client.h"

#include <QCoroFuture>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace dentaldesktop {

namespace {

constexpr int usualPort = 5484;
constexpr int callMs = 20000;
constexpr int imageMs = 180000;

//! The service's address out of what stands in the settings: "https://host[:port]".
QUrl serviceUrl(const QUrl &url)
{
    QUrl service = url;
    if (service.port() < 0)
        service.setPort(usualPort);
    if (service.path().isEmpty() || service.path() == "/"_L1)
        service.setPath(u"/DentalDesktop/WebService"_s);
    return service;
}

QString word(bool value)
{
    return value ? u"True"_s : u"False"_s;
}

//! ISO, which every culture of the server reads alike (section 7, I1).
QString dateWord(const QDate &date)
{
    return date.toString(Qt::ISODate);
}

//! The end of a span: a bare date would be its midnight and leave the day itself out.
QString endOfDay(const QDate &date)
{
    return QString(dateWord(date) + u"T23:59:59"_s);
}

struct Call {
    QString method;
    QString purpose;
};

Call callOf(ScanRequest::Kind kind)
{
    switch (kind) {
    case ScanRequest::Kind::CreatePatient:
        return {u"CreatePatient"_s, u"link patient"_s};
    case ScanRequest::Kind::UpdatePatient:
        return {u"UpdatePatient"_s, u"update patient"_s};
    case ScanRequest::Kind::SelectPatient:
        return {u"SelectPatient"_s, u"open patient"_s};
    case ScanRequest::Kind::CreateCase:
        return {u"CreateCase"_s, u"new case"_s};
    case ScanRequest::Kind::SelectCase:
        return {u"SelectCase"_s, u"open case"_s};
    }
    return {};
}

} // namespace

Client::Client(Settings::DentalDesktop settings, QByteArray timeZone, SecretStore *secrets,
               QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_zone(timeZone),
      m_base(serviceUrl(m_settings.url)),
      m_trust(Service::DentalDesktop, m_settings.thumbprints, m_settings.authorityFile,
              m_settings.allowExpired),
      m_password(Service::DentalDesktop, m_settings.user, m_settings.passwordKey(),
                 m_settings.passwordCharset == u"iso-8859-1"_s, secrets),
      m_transport(Service::DentalDesktop, m_base, &m_password, &m_trust)
{
    connect(&m_transport, &Transport::finished, this, &Client::called);
    makeImageTransport();
}

void Client::makeImageTransport()
{
    m_images = std::make_unique<Transport>(Service::DentalDesktop, m_base, &m_password, &m_trust);
    if (m_patience)
        m_images->setPatience(*m_patience);
    connect(m_images.get(), &Transport::finished, this, &Client::called);
}

void Client::setPatience(std::chrono::milliseconds longest)
{
    m_patience = longest;
    m_transport.setPatience(longest);
    m_images->setPatience(longest);
}

void Client::cancelImages()
{
    // A transport that was ended sends nothing more, so the next photos get another.
    const std::unique_ptr<Transport> former = std::move(m_images);
    makeImageTransport();
    former->abortAll();
}

void Client::abortAll()
{
    m_aborted = true;
    m_transport.abortAll();
    m_images->abortAll();
}

Request Client::request(const QString &method, Query query, const QString &purpose) const
{
    Request request("GET", method, method);
    request.query = std::move(query);
    request.headers.append(qMakePair(QByteArray("Accept"), QByteArray("application/xml, */*")));
    request.purpose = purpose;
    request.deadlineMs = callMs;
    return request;
}

Error Client::errorFrom(const Response &response) const
{
    Error error = errorOf(response, Service::DentalDesktop);
    if (response.status == 404) {
        error.kind = Error::Kind::Invalid;
        error.message = Words::tr("The server at “%1” answers, but it is not Dental Desktop 1.7 or "
                                  "newer. Check host and port in the settings.")
                            .arg(m_base.host());
    } else if (response.status >= 300 && response.status < 400) {
        error.kind = Error::Kind::Invalid;
        error.message = Words::tr("The server at “%1” sends us elsewhere, which Dental Desktop "
                                  "never does. Check host and port in the settings.")
                            .arg(m_base.host());
    }
    return error;
}

//! A gesture is not tried again by itself, so the words must not say so.
Error Client::inWords(Error error) const
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
        error.message = Words::tr("Dental Desktop does not accept user and password. Check the "
                                  "user in the settings and store the password again.");
        break;
    case Error::Kind::Offline:
        error.message = Words::tr("The Dental Desktop server “%1” cannot be reached. Check the "
                                  "network and that the server is running, then try again.")
                            .arg(m_base.host());
        break;
    case Error::Kind::Timeout:
        error.message =
            Words::tr("The Dental Desktop server “%1” did not answer in time. Try again.")
                .arg(m_base.host());
        break;
    default:
        break;
    }
    return error;
}

Task<Response> Client::fetch(Request request, bool forImage)
{
    if (m_settings.url.isEmpty()) {
        co_return failure(Error::Kind::Invalid,
                          Words::tr("No Dental Desktop server is set up. Enter its address in the "
                                    "settings."),
                          Service::DentalDesktop);
    }
    if (m_trust.needsMeeting()) {
        const Result<void> met = co_await m_trust.meet(m_base);
        if (!met)
            co_return tl::unexpected<Error>(met.error());
    }
    if (m_aborted) {
        co_return failure(Error::Kind::Cancelled, Words::tr("The call was ended."),
                          Service::DentalDesktop);
    }
    Transport *transport = forImage ? m_images.get() : &m_transport;
    const bool mayRepeat = request.idempotent;
    Result<Response> response = co_await transport->send(std::move(request));
    if (!response)
        co_return tl::unexpected<Error>(inWords(response.error()));
    if (response->status == 401 && !mayRepeat) {
        // The transport did not look for a newer password; the next call is to have it.
        const Result<QByteArray> refused = co_await m_password.header();
        const QByteArray header = refused.value_or(QByteArray());
        (void)co_await m_password.refresh(header);
    }
    if (!response->isSuccess())
        co_return tl::unexpected<Error>(inWords(errorFrom(*response)));
    co_return response;
}

Task<QList<ScanStation>> Client::stations()
{
    Request call = request(u"GetAvailableClientList"_s, {}, u"list stations"_s);
    const Result<Response> response = co_await fetch(std::move(call), false);
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    co_return stationsFrom(response->body, m_zone);
}

Task<void> Client::send(ScanRequest wanted)
{
    Query query;
    const bool names = wanted.kind == ScanRequest::Kind::CreatePatient
        || wanted.kind == ScanRequest::Kind::UpdatePatient;
    if (wanted.kind == ScanRequest::Kind::SelectCase)
        query.append({u"CaseId"_s, wanted.caseId});
    else
        query.append({u"IntegrationId"_s, wanted.patient.integrationId});
    if (names) {
        // All four, always: what is left out would be erased there (section 2.3).
        query.append({u"FirstName"_s, wanted.patient.firstName});
        query.append({u"LastName"_s, wanted.patient.lastName});
        if (wanted.patient.birthDate.isValid())
            query.append({u"DateOfBirth"_s, dateWord(wanted.patient.birthDate)});
        query.append({m_settings.patientIdParameter, wanted.patient.patientId});
    }
    if (!wanted.station.isEmpty())
        query.append({u"ClientId"_s, wanted.station});
    if (!wanted.id.isEmpty())
        query.append({u"RequestId"_s, wanted.id});
    if (wanted.merge)
        query.append({u"MergePatient"_s, word(true)});
    const Call named = callOf(wanted.kind);
    Request call = request(named.method, query, named.purpose);
    call.idempotent = false;
    const Result<Response> response = co_await fetch(std::move(call), false);
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    co_return Result<void>();
}

Task<ScanRequestStatus> Client::status(QString wanted)
{
    Query query;
    query.append({u"Id"_s, wanted});
    Request call = request(u"GetRequestStatusById"_s, query, u"ask for status"_s);
    const Result<Response> response = co_await fetch(std::move(call), false);
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    Result<ScanRequestStatus> status = statusFrom(response->body);
    if (status && status->request.isEmpty())
        status->request = wanted;
    co_return status;
}

Task<bool> Client::remove(QString wanted)
{
    Query query;
    query.append({u"Id"_s, wanted});
    Request call = request(u"RemoveRequestById"_s, query, u"withdraw request"_s);
    call.idempotent = false;
    const Result<Response> response = co_await fetch(std::move(call), false);
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    co_return booleanFrom(response->body);
}

Task<QList<ScanCase>> Client::cases(QString integrationId, CaseFilter filter)
{
    Query query;
    query.append({u"IntegrationId"_s, integrationId});
    const auto addDates = [&query](const QString &name, const QDate &from, const QDate &to) {
        if (from.isValid())
            query.append({QString(name + u"From"_s), dateWord(from)});
        if (to.isValid())
            query.append({QString(name + u"To"_s), endOfDay(to)});
    };
    addDates(u"CreationDate"_s, filter.createdFrom, filter.createdTo);
    addDates(u"DeliveryDate"_s, filter.deliveryFrom, filter.deliveryTo);
    if (filter.statuses.contains(CaseStatus::Created))
        query.append({u"IsCreated"_s, word(true)});
    if (filter.statuses.contains(CaseStatus::Scanned))
        query.append({u"IsScanned"_s, word(true)});
    if (filter.statuses.contains(CaseStatus::Modelled))
        query.append({u"IsModelled"_s, word(true)});
    Request call = request(u"GetCasesForPatient"_s, query, u"list cases"_s);
    const Result<Response> response = co_await fetch(std::move(call), false);
    if (!response && response.error().httpStatus == 400) {
        Error error = response.error();
        error.message = Words::tr("Dental Desktop refused the dates of the search: a span may not "
                                  "end before it begins.");
        co_return tl::unexpected<Error>(error);
    }
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    co_return casesFrom(response->body, m_zone);
}

Task<Response> Client::image(QString caseId, QString imageId)
{
    Query query;
    query.append({u"CaseId"_s, caseId});
    query.append({u"AttachedImageId"_s, imageId});
    Request call = request(u"GetAttachedImage"_s, query, u"load photo"_s);
    call.deadlineMs = imageMs;
    call.largestAnswer = largestImageAnswer;
    const Result<Response> response = co_await fetch(std::move(call), true);
    if (!response && response.error().httpStatus == 404) {
        co_return failure(Error::Kind::NotFound,
                          Words::tr("The photo is no longer in Dental Desktop."),
                          Service::DentalDesktop);
    }
    co_return response;
}

Task<QByteArray> Client::unpacked(Response image)
{
    // Megabytes of base64 are no work for the window's thread.
    auto work = [body = image.body, type = image.header("Content-Type")] {
        return imageFrom(body, type);
    };
    co_return co_await QtConcurrent::run(&m_pool, std::move(work));
}

QString Client::productOf(const ShownCertificate &certificate) const
{
    const bool newer = certificate.subject.contains("3Shape Web Service"_L1, Qt::CaseInsensitive)
        || (m_base.port() >= 5490 && m_base.port() <= 5492);
    return newer ? Words::tr("3Shape Unite (its Web Service module; user and password come from "
                             "that module's settings page)")
                 : Words::tr("Dental Desktop");
}

} // namespace dentaldesktop

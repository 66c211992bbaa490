// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/words.h"

#include <QJsonArray>
#include <QSaveFile>
#include <QUuid>

using namespace Qt::StringLiterals;

// The area 3dd.

namespace {

QJsonValue timeOrNull(const CommandLine &line, const QDateTime &time)
{
    return time.isValid() ? QJsonValue(timeText(line, time)) : QJsonValue();
}

QJsonArray teethDocument(const teeth::Range &range)
{
    if (range.fdi.isEmpty())
        return {range.raw};
    QJsonArray teeth;
    for (const int fdi : range.fdi)
        teeth.append(QString::number(fdi));
    return teeth;
}

QJsonObject stationDocument(const ScanStation &station)
{
    QJsonArray modules;
    for (const ScanStation::Module &module : station.modules)
        modules.append(QJsonObject{{u"id"_s, module.id}, {u"title"_s, module.title}});
    return {{u"id"_s, station.id},
            {u"hostname"_s, station.hostname},
            {u"busy"_s, station.busy},
            {u"operator"_s, station.operatorName},
            {u"operatorId"_s, station.operatorId},
            {u"modules"_s, modules}};
}

QJsonObject caseDocument(const CommandLine &line, const ScanCase &found)
{
    QJsonArray indications;
    for (const ScanIndication &each : found.indications) {
        indications.append(QJsonObject{{u"name"_s, each.name},
                                       {u"shade"_s, each.shade},
                                       {u"teeth"_s, teethDocument(each.teeth)}});
    }
    QJsonArray images;
    for (const ScanImage &each : found.images)
        images.append(QJsonObject{{u"id"_s, each.id}, {u"name"_s, each.name}});
    QJsonArray scans;
    for (const SurfaceScan &each : found.scans) {
        scans.append(QJsonObject{{u"id"_s, each.id},
                                 {u"type"_s, enumName(each.type)},
                                 {u"teeth"_s, teethDocument(each.teeth)},
                                 {u"time"_s, timeOrNull(line, each.changedAt)}});
    }
    return {{u"id"_s, found.id},
            {u"patient"_s, found.patientName},
            {u"integrationId"_s, found.integrationId},
            {u"status"_s, enumName(found.status).toLower()},
            {u"created"_s, timeOrNull(line, found.created)},
            {u"sent"_s, timeOrNull(line, found.sent)},
            {u"delivery"_s, timeOrNull(line, found.delivery)},
            {u"receiver"_s, found.receiver},
            {u"indications"_s, indications},
            {u"images"_s, images},
            {u"scans"_s, scans}};
}

QJsonObject requestDocument(const QString &request, std::optional<int> code, const QString &text)
{
    return {{u"request"_s, request},
            {u"status"_s, code ? QJsonValue(*code) : QJsonValue()},
            {u"text"_s, text}};
}

Exit exitOf(const ScanRequestStatus &status)
{
    if (status.code == ScanRequestStatus::Done)
        return Exit::Done;
    return status.isFinal() ? Exit::Refused : Exit::Queued;
}

//! A GUID as the interface writes it, or a refusal.
Result<QString> guidFrom(const QString &name, const QString &text)
{
    const QUuid guid = QUuid::fromString(text.trimmed());
    const bool isEmptyGuid = text.trimmed() == QUuid().toString(QUuid::WithoutBraces);
    if (guid.isNull() && !isEmptyGuid) {
        return failure(
            Error::Kind::Invalid,
            Words::tr("%1 is no GUID such as 0b6f2a52-5d0e-4c0e-9a6c-2f6b1d0f7a11.").arg(name));
    }
    return guid.toString(QUuid::WithoutBraces);
}

//! The station of that id; other words are the name of one.
Task<QString> stationFrom(CommandLine *line, QString site, QString text)
{
    if (text.isEmpty() || !QUuid::fromString(text).isNull())
        co_return text.isEmpty() ? QString()
                                 : QUuid::fromString(text).toString(QUuid::WithoutBraces);
    const Result<QList<ScanStation>> stations =
        co_await within(line, line->desk->scans()->stations(site));
    if (!stations)
        co_return tl::unexpected<Error>(stations.error());
    QStringList names;
    for (const ScanStation &station : *stations) {
        if (station.hostname.compare(text, Qt::CaseInsensitive) == 0)
            co_return station.id;
        names.append(station.hostname);
    }
    co_return failure(
        Error::Kind::NotFound,
        Words::tr("There is no station of that name; there are: %1.").arg(names.join(u", "_s)));
}

Task<Exit> runRequest(CommandLine *line, ScanRequest request)
{
    const QString site = line->value(u"site"_s).value_or(QString());
    const QString client = line->value(u"client"_s).value_or(QString());
    const Result<QString> station = co_await stationFrom(line, site, client);
    if (!station)
        co_return tl::unexpected<Error>(station.error());
    const ScanWorkflow::Target target(site, *station);
    ScanWorkflow::Following following;
    following.limit = line->options.timeout;
    following.wait = !line->has(u"no-wait"_s);
    const Result<ScanActivity> activity =
        co_await line->desk->scans()->run(request, target, following);
    if (!activity)
        co_return tl::unexpected<Error>(activity.error());
    if (activity->state == ScanActivity::State::Failed && activity->error)
        co_return tl::unexpected<Error>(*activity->error);
    line->print(
        QJsonDocument(requestDocument(activity->request.id, activity->code, activity->text)));
    if (activity->state == ScanActivity::State::Finished)
        co_return activity->isDone() ? Exit::Done : Exit::Refused;
    const bool neverKnown = activity->state == ScanActivity::State::NotKnown
        && activity->code == ScanRequestStatus::Unknown;
    co_return neverKnown ? Exit::Refused : Exit::Queued;
}

//! The patient of the options; each that is not given is named in missing.
Result<ScanPatient> patientFrom(const CommandLine &line, QStringList &missing)
{
    const auto text = [&](const QString &name) {
        const std::optional<QString> value = line.value(name);
        if (!value)
            missing.append(QString(u"--"_s + name));
        return value.value_or(QString()).trimmed();
    };
    ScanPatient patient;
    patient.integrationId = text(u"integration-id"_s);
    patient.lastName = text(u"last-name"_s);
    patient.firstName = text(u"first-name"_s);
    patient.patientId = text(u"patient-id"_s);
    const QString birth = text(u"birth"_s);
    if (!birth.isEmpty()) {
        const Result<QDate> date = dateFrom(u"birth"_s, birth);
        if (!date)
            return tl::unexpected<Error>(date.error());
        patient.birthDate = *date;
    }
    return patient;
}

Task<Exit> createOrUpdate(CommandLine *line, ScanRequest::Kind kind)
{
    QStringList missing;
    const Result<ScanPatient> patient = patientFrom(*line, missing);
    if (!patient)
        co_return tl::unexpected<Error>(patient.error());
    ScanRequest request;
    request.kind = kind;
    request.patient = *patient;
    request.merge = line->has(u"merge"_s);
    if (kind == ScanRequest::Kind::UpdatePatient && !missing.isEmpty()) {
        co_return failure(Error::Kind::Invalid,
                          Words::tr("Dental Desktop erases what an update leaves out, so the whole "
                                    "record is needed. Missing: %1 (empty where there is none). "
                                    "Nothing was sent.")
                              .arg(missing.join(u", "_s)),
                          Service::DentalDesktop);
    }
    if (request.patient.patientId.isEmpty() && kind == ScanRequest::Kind::CreatePatient)
        request.patient.patientId = request.patient.integrationId;
    co_return co_await runRequest(line, request);
}

Task<Exit> atStation(CommandLine *line, ScanRequest::Kind kind)
{
    const bool isCase = kind == ScanRequest::Kind::SelectCase;
    const QString id = line->value(isCase ? u"case"_s : u"integration-id"_s).value_or(QString());
    ScanRequest request;
    request.kind = kind;
    if (isCase) {
        const Result<QString> guid = guidFrom(u"--case"_s, id);
        if (!guid)
            co_return tl::unexpected<Error>(guid.error());
        request.caseId = *guid;
    } else {
        request.patient.integrationId = id.trimmed();
    }
    co_return co_await runRequest(line, request);
}

Task<Exit> listCases(CommandLine *line)
{
    CaseFilter filter;
    const QList<QPair<QString, QDate *>> dates{{u"created-from"_s, &filter.createdFrom},
                                               {u"created-to"_s, &filter.createdTo},
                                               {u"delivery-from"_s, &filter.deliveryFrom},
                                               {u"delivery-to"_s, &filter.deliveryTo}};
    for (const auto &[name, into] : dates) {
        if (const auto text = line->value(name)) {
            const Result<QDate> date = dateFrom(name, *text);
            if (!date)
                co_return tl::unexpected<Error>(date.error());
            *into = *date;
        }
    }
    const QString words = line->value(u"status"_s).value_or(QString());
    for (const QString &word : words.split(u',', Qt::SkipEmptyParts)) {
        const QString plain = word.trimmed().toLower();
        if (plain == u"created"_s)
            filter.statuses.insert(CaseStatus::Created);
        else if (plain == u"scanned"_s)
            filter.statuses.insert(CaseStatus::Scanned);
        else if (plain == u"modelled"_s)
            filter.statuses.insert(CaseStatus::Modelled);
        else
            co_return line->usage(
                Words::tr("--status takes a list of created, scanned and modelled."));
    }
    const QString integrationId = line->value(u"integration-id"_s).value_or(QString()).trimmed();
    const QString site = line->value(u"site"_s).value_or(QString());
    const Result<QList<ScanCase>> cases =
        co_await within(line, line->desk->scans()->casesOf(integrationId, site, filter, true));
    if (!cases)
        co_return tl::unexpected<Error>(cases.error());
    QJsonArray documents;
    for (const ScanCase &each : *cases)
        documents.append(caseDocument(*line, each));
    line->print(QJsonDocument(documents));
    co_return Exit::Done;
}

Task<Exit> saveImage(CommandLine *line)
{
    const QString out = line->value(u"out"_s).value_or(QString());
    const Result<QString> ofCase =
        guidFrom(u"--case"_s, line->value(u"case"_s).value_or(QString()));
    if (!ofCase)
        co_return tl::unexpected<Error>(ofCase.error());
    const Result<QString> ofImage =
        guidFrom(u"--image"_s, line->value(u"image"_s).value_or(QString()));
    if (!ofImage)
        co_return tl::unexpected<Error>(ofImage.error());
    const QString site = line->value(u"site"_s).value_or(QString());
    const QString wantedCase = *ofCase;
    const QString wantedImage = *ofImage;
    const Result<QByteArray> image =
        co_await within(line, line->desk->scans()->image(site, wantedCase, wantedImage));
    if (!image) {
        Error error = image.error();
        // Whoever calls named it: no such record.
        if (error.kind == Error::Kind::NotFound)
            error.service = Service::None;
        co_return tl::unexpected<Error>(error);
    }
    QSaveFile file(out);
    if (!file.open(QIODevice::WriteOnly) || file.write(*image) != image->size() || !file.commit()) {
        co_return failure(Error::Kind::Storage,
                          Words::tr("The file that --out names cannot be written."));
    }
    line->print(QJsonDocument(QJsonObject{{u"file"_s, out}, {u"bytes"_s, image->size()}}));
    co_return Exit::Done;
}

Task<Exit> askOrRemove(CommandLine *line)
{
    const Result<QString> guid = guidFrom(u"GUID"_s, line->arguments.value(0));
    if (!guid)
        co_return tl::unexpected<Error>(guid.error());
    const QString site = line->value(u"site"_s).value_or(QString());
    const QString id = *guid;
    if (line->verb == u"remove"_s) {
        const Result<bool> removed = co_await within(line, line->desk->scans()->remove(site, id));
        if (!removed)
            co_return tl::unexpected<Error>(removed.error());
        line->print(QJsonDocument(QJsonObject{{u"removed"_s, *removed}}));
        co_return Exit::Done;
    }
    const Result<ScanRequestStatus> status =
        co_await within(line, line->desk->scans()->status(site, id));
    if (!status)
        co_return tl::unexpected<Error>(status.error());
    line->print(
        QJsonDocument(requestDocument(id, status->code, ScanWorkflow::statusText(status->code))));
    co_return exitOf(*status);
}

Task<Exit> listLinks(CommandLine *line)
{
    const Result<void> allowed = line->desk->session()->require(Permission::RunVisit);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const Result<QList<ScanLink>> links = co_await line->desk->scanLinks()->all();
    if (!links)
        co_return tl::unexpected<Error>(links.error());
    QJsonArray documents;
    for (const ScanLink &link : *links) {
        documents.append(QJsonObject{{u"patient"_s, link.patient.value},
                                     {u"site"_s, link.site},
                                     {u"integrationId"_s, link.integrationId},
                                     {u"station"_s, link.station},
                                     {u"since"_s, timeOrNull(*line, link.since)}});
    }
    line->print(QJsonDocument(documents));
    co_return Exit::Done;
}

QJsonObject certificateDocument(const CommandLine &line, const ShownCertificate &certificate)
{
    return {{u"subject"_s, certificate.subject},
            {u"issuer"_s, certificate.issuer},
            {u"validFrom"_s, timeOrNull(line, certificate.validFrom)},
            {u"validUntil"_s, timeOrNull(line, certificate.validUntil)},
            {u"sha1"_s, QString::fromLatin1(certificate.sha1)},
            {u"sha256"_s, QString::fromLatin1(certificate.sha256)}};
}

//! check shows what the server is and which part fails; trust confirms the certificate it shows
//! when its fingerprint is the given one.
Task<Exit> checkOrTrust(CommandLine *line)
{
    const QString site = line->value(u"site"_s).value_or(QString());
    const bool trusts = line->verb == u"trust"_s;
    const QString fingerprint = line->value(u"fingerprint"_s).value_or(QString());
    Result<ScanConnection> report =
        co_await within(line, line->desk->scans()->checkConnection(site));
    if (!report)
        co_return tl::unexpected<Error>(report.error());
    if (trusts) {
        const QString given = QString(fingerprint).remove(u':').remove(u' ').toLower();
        const bool same =
            report->certificate && given == QString::fromLatin1(report->certificate->sha256);
        if (!same || (!report->isGood() && !report->mayConfirm)) {
            co_return failure(Error::Kind::Invalid,
                              Words::tr("The server shows no certificate of that fingerprint that "
                                        "could be confirmed. Nothing was changed."),
                              Service::DentalDesktop);
        }
        const ShownCertificate certificate = *report->certificate;
        const Result<void> confirmed =
            co_await line->desk->scans()->confirmCertificate(site, certificate);
        if (!confirmed)
            co_return tl::unexpected<Error>(confirmed.error());
        report = co_await within(line, line->desk->scans()->checkConnection(site));
        if (!report)
            co_return tl::unexpected<Error>(report.error());
    }
    QJsonArray findings;
    for (const ScanConnection::Finding &finding : report->findings) {
        findings.append(QJsonObject{{u"part"_s, enumName(finding.part).toLower()},
                                    {u"ok"_s, finding.ok},
                                    {u"message"_s, finding.text}});
    }
    const QJsonValue certificate = report->certificate
        ? QJsonValue(certificateDocument(*line, *report->certificate))
        : QJsonValue();
    line->print(QJsonDocument(QJsonObject{{u"site"_s, report->site},
                                          {u"findings"_s, findings},
                                          {u"certificate"_s, certificate},
                                          {u"mayConfirm"_s, report->mayConfirm}}));
    co_return report->isGood() ? Exit::Done : Exit::Refused;
}

} // namespace

Task<Exit> runScans(CommandLine *line)
{
    const Result<void> signedIn = co_await signIn(line);
    if (!signedIn)
        co_return tl::unexpected<Error>(signedIn.error());
    const QString verb = line->verb;
    if (verb == u"clients"_s) {
        const QString site = line->value(u"site"_s).value_or(QString());
        const Result<QList<ScanStation>> stations =
            co_await within(line, line->desk->scans()->stations(site));
        if (!stations)
            co_return tl::unexpected<Error>(stations.error());
        QJsonArray documents;
        for (const ScanStation &station : *stations)
            documents.append(stationDocument(station));
        line->print(QJsonDocument(documents));
        co_return Exit::Done;
    }
    if (verb == u"create-patient"_s)
        co_return co_await createOrUpdate(line, ScanRequest::Kind::CreatePatient);
    if (verb == u"update-patient"_s)
        co_return co_await createOrUpdate(line, ScanRequest::Kind::UpdatePatient);
    if (verb == u"select-patient"_s)
        co_return co_await atStation(line, ScanRequest::Kind::SelectPatient);
    if (verb == u"create-case"_s)
        co_return co_await atStation(line, ScanRequest::Kind::CreateCase);
    if (verb == u"select-case"_s)
        co_return co_await atStation(line, ScanRequest::Kind::SelectCase);
    if (verb == u"cases"_s)
        co_return co_await listCases(line);
    if (verb == u"image"_s)
        co_return co_await saveImage(line);
    if (verb == u"links"_s)
        co_return co_await listLinks(line);
    if (verb == u"launch"_s)
        co_return co_await launchDentalDesktop(line);
    if (verb == u"check"_s || verb == u"trust"_s)
        co_return co_await checkOrTrust(line);
    co_return co_await askOrRemove(line);
}

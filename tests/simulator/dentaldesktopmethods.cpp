// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The methods that act on patients and cases, and the older ones (dental-desktop-3dd.md section 2).
#include "tests/simulator/dentaldesktop.h"
#include "tests/simulator/dentaldesktopanswers.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

//! A range of dates as two parameters give it.
struct Range {
    ScanMoment from;
    ScanMoment to;
    bool wholeDays = true;

    bool isBackwards() const { return from.isGiven() && to.isGiven() && from.time > to.time; }
    //! A record without the date has year 1, which only a lower bound keeps out.
    bool holds(const QDateTime &time) const
    {
        if (from.isGiven() && (!time.isValid() || time < from.time))
            return false;
        if (!to.isGiven() || !time.isValid())
            return true;
        return to.wholeDay && wholeDays ? time < to.time.addDays(1) : time <= to.time;
    }
};

QByteArray inLines(const QByteArray &text)
{
    constexpr qsizetype Column = 76;
    QByteArray lines;
    lines.reserve(text.size() + text.size() / Column * 2 + 4);
    for (qsizetype at = 0; at < text.size(); at += Column)
        lines += text.mid(at, Column) + "\r\n";
    return lines;
}

} // namespace

ScanRequest DentalDesktop::read(const QString &method, DentalDesktopParameters &parameters) const
{
    const bool renamed = m_switches.generation == ScanGeneration::Newer;
    ScanRequest request;
    request.method = method;
    request.requestId = parameters.guid(u"RequestId");
    request.clientId = parameters.guid(u"ClientId");
    request.integrationId = parameters.text(u"IntegrationId");
    request.caseId = parameters.guid(u"CaseId");
    request.merge = parameters.flag(u"MergePatient");
    request.fields.firstName = parameters.text(u"FirstName");
    request.fields.lastName = parameters.text(u"LastName");
    request.fields.patientId = parameters.text(renamed ? u"SSN" : u"PatientId");
    const ScanMoment born = parameters.moment(u"DateOfBirth");
    if (born.date.isValid() && born.date.year() > 1)
        request.fields.birthDate = born.date;
    return request;
}

//! A final status at once; the HTTP status of a failure is a switch, since nobody knows it.
Answer DentalDesktop::settled(ScanRequest request, ScanStatus status)
{
    request.status = int(status);
    m_floor->take(std::move(request));
    return Answer::empty(status == ScanStatus::Done ? m_switches.doneStatus
                                                    : m_switches.failureStatus);
}

Answer DentalDesktop::atStation(ScanRequest request)
{
    m_floor->take(std::move(request));
    return Answer::empty(m_switches.doneStatus);
}

bool DentalDesktop::breaksDown(ScanRequest &request)
{
    if (m_switches.breakdowns == 0)
        return false;
    --m_switches.breakdowns;
    request.description = m_switches.breakdownText;
    return true;
}

Answer DentalDesktop::createPatient(DentalDesktopParameters &parameters)
{
    ScanRequest request = read(u"CreatePatient"_s, parameters);
    if (parameters.isBroken())
        return unparseable();
    if (request.integrationId.trimmed().isEmpty())
        return settled(request, ScanStatus::NoIntegrationId);
    if (request.fields.lastName.trimmed().isEmpty())
        return settled(request, ScanStatus::NoLastName);
    if (m_store->mapped(request.integrationId))
        return settled(request, ScanStatus::IntegrationIdTaken);
    const bool merging = request.merge && !request.clientId.isNull();
    // Who is to be merged may well have that id already: the dialog decides.
    if (!merging && m_store->isPatientIdTaken(request.fields.patientId))
        return settled(request, ScanStatus::PatientIdTaken);
    if (!request.clientId.isNull())
        return atStation(request);
    if (breaksDown(request))
        return settled(request, ScanStatus(m_switches.breakdownCode));
    m_store->add(ScanPatient{
        .id = m_store->newId(), .integrationId = request.integrationId, .fields = request.fields});
    return settled(request, ScanStatus::Done);
}

Answer DentalDesktop::updatePatient(DentalDesktopParameters &parameters)
{
    ScanRequest request = read(u"UpdatePatient"_s, parameters);
    if (parameters.isBroken())
        return unparseable();
    if (request.integrationId.trimmed().isEmpty())
        return settled(request, ScanStatus::NoIntegrationId);
    if (request.fields.lastName.trimmed().isEmpty())
        return settled(request, ScanStatus::NoLastName);
    ScanPatient *patient = m_store->mapped(request.integrationId);
    if (!patient)
        return settled(request, ScanStatus::NoSuchPatient);
    if (m_store->isPatientIdTaken(request.fields.patientId, patient->id))
        return settled(request, ScanStatus::PatientIdTaken);
    if (!request.clientId.isNull())
        return atStation(request);
    if (breaksDown(request))
        return settled(request, ScanStatus(m_switches.breakdownCode));
    // What was not sent is written as empty.
    patient->fields = request.fields;
    return settled(request, ScanStatus::Done);
}

Answer DentalDesktop::selectPatient(DentalDesktopParameters &parameters)
{
    return ofPatientAtStation(u"SelectPatient"_s, parameters);
}

Answer DentalDesktop::createCase(DentalDesktopParameters &parameters)
{
    return ofPatientAtStation(u"CreateCase"_s, parameters);
}

Answer DentalDesktop::ofPatientAtStation(const QString &method, DentalDesktopParameters &parameters)
{
    const ScanRequest request = read(method, parameters);
    if (parameters.isBroken())
        return unparseable();
    if (request.clientId.isNull())
        return settled(request, ScanStatus::NotSupported);
    if (request.integrationId.trimmed().isEmpty())
        return settled(request, ScanStatus::NoIntegrationId);
    if (!m_store->mapped(request.integrationId))
        return settled(request, ScanStatus::NoSuchPatient);
    return atStation(request);
}

Answer DentalDesktop::selectCase(DentalDesktopParameters &parameters)
{
    const ScanRequest request = read(u"SelectCase"_s, parameters);
    if (parameters.isBroken())
        return unparseable();
    if (request.clientId.isNull())
        return settled(request, ScanStatus::NotSupported);
    if (request.caseId.isNull())
        return settled(request, ScanStatus::NoCaseId);
    if (!m_store->scanCase(request.caseId))
        return settled(request, ScanStatus::NoSuchCase);
    return atStation(request);
}

Answer DentalDesktop::getCasesForPatient(DentalDesktopParameters &parameters)
{
    const auto deliveryTo = [&]() -> ScanMoment {
        const QString &known = m_switches.deliveryDateTo;
        if (known != u"misspelt" && parameters.has(u"DeliveryDateTo"))
            return parameters.moment(u"DeliveryDateTo");
        return known == u"correct" ? ScanMoment() : parameters.moment(u"DelivertyDateTo");
    };
    Range created{.from = parameters.moment(u"CreationDateFrom"),
                  .to = parameters.moment(u"CreationDateTo"),
                  .wholeDays = m_switches.wholeDays};
    Range delivery{.from = parameters.moment(u"DeliveryDateFrom"),
                   .to = deliveryTo(),
                   .wholeDays = m_switches.wholeDays};
    const bool wantsCreated = parameters.flag(u"IsCreated");
    const bool wantsScanned = parameters.flag(u"IsScanned");
    const bool wantsModelled = parameters.flag(u"IsModelled");
    if (parameters.isBroken())
        return unparseable();
    if (created.isBackwards() || delivery.isBackwards())
        return failure(400);
    const ScanPatient *patient = m_store->mapped(parameters.text(u"IntegrationId"));
    QList<ScanCase> found;
    for (const ScanCase &one : m_store->cases()) {
        const bool any = !wantsCreated && !wantsScanned && !wantsModelled;
        const bool wanted = any || (wantsCreated && one.stage == ScanStage::Created)
            || (wantsScanned && one.stage == ScanStage::Scanned)
            || (wantsModelled && one.stage == ScanStage::Modelled);
        if (patient && one.patient == patient->id && wanted && created.holds(one.created)
            && delivery.holds(one.delivery)) {
            found.append(one);
        }
    }
    return xml(caseList(found, *m_store));
}

Answer DentalDesktop::getAttachedImage(DentalDesktopParameters &parameters)
{
    const QUuid caseId = parameters.guid(u"CaseId");
    const QUuid imageId = parameters.guid(u"AttachedImageId");
    if (parameters.isBroken())
        return unparseable();
    const ScanImage *wanted = nullptr;
    const ScanCase *one = m_store->scanCase(caseId);
    const QList<ScanImage> images = one ? one->images : QList<ScanImage>();
    for (const ScanImage &image : images) {
        if (image.id == imageId)
            wanted = &image;
    }
    if (!wanted) {
        if (m_switches.unknownImage == u"404")
            return failure(404);
        return scalar("base64Binary", {});
    }
    const QByteArray picture =
        m_pictures.picture(wanted->name, imageId.toByteArray(QUuid::WithoutBraces), wanted->bytes);
    if (m_switches.imageForm == u"raw") {
        Answer answer;
        answer.contentType = ScanPictures::mediaType(wanted->name);
        answer.body = picture;
        return answer;
    }
    QByteArray text = picture.toBase64();
    if (m_switches.imageForm == u"lines")
        text = inLines(text);
    if (m_switches.imageForm == u"corrupt")
        text = text.left(text.size() / 2) + "*!*" + text.mid(text.size() / 2 + 1);
    return scalar("base64Binary", text);
}

// --- other generations of the product

Answer DentalDesktop::older(const Request &request, const QString &method)
{
    const bool isNewer = m_switches.generation == ScanGeneration::Newer;
    if (m_switches.generation == ScanGeneration::Current)
        return failure(404);
    DentalDesktopParameters parameters(request, m_store->zone());
    if (request.method == "POST")
        return method == u"RequestProcessPatient" ? processPatient(request.body) : failure(405);
    if (method == u"GetCasesInformation")
        return casesByName(parameters);
    if (isNewer && method == u"GetAvailableTriosClientList")
        return getAvailableClientList(parameters);
    if (isNewer && method == u"GetUnhandledRequests")
        return unhandledRequests();
    return failure(404);
}

Answer DentalDesktop::casesByName(DentalDesktopParameters &parameters)
{
    QList<ScanCase> found;
    for (const ScanCase &one : m_store->cases()) {
        const ScanPatient *owner = m_store->patient(one.patient);
        if (owner && owner->fields.firstName == parameters.text(u"FirstName")
            && owner->fields.lastName == parameters.text(u"LastName")) {
            found.append(one);
        }
    }
    return xml(caseList(found, *m_store));
}

Answer DentalDesktop::unhandledRequests() const
{
    QList<XmlElement> ids;
    for (const QUuid &id : m_floor->waiting())
        ids.append(XmlElement::leaf(u"guid"_s, plain(id)));
    return xml(XmlElement::parent(u"ArrayOfGuid"_s, ids));
}

Answer DentalDesktop::processPatient(const QByteArray &body)
{
    QXmlStreamReader reader(body);
    QHash<QString, QString> texts;
    QString open;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement())
            open = reader.name().toString();
        else if (reader.isCharacters() && !reader.isWhitespace())
            texts.insert(open, reader.text().trimmed().toString());
    }
    if (reader.hasError() || texts.value(u"LastName"_s).isEmpty())
        return failure(400);
    ScanRequest request;
    request.method = u"CreateCase"_s;
    request.clientId = QUuid(texts.value(u"ClientId"_s));
    request.fields.firstName = texts.value(u"FirstName"_s);
    request.fields.lastName = texts.value(u"LastName"_s);
    for (const ScanPatient &one : m_store->patients()) {
        if (one.fields.firstName == request.fields.firstName
            && one.fields.lastName == request.fields.lastName) {
            request.integrationId = one.integrationId;
        }
    }
    return atStation(request);
}

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaldesktopanswers.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

//! The four digits below the millisecond, never all zero, the same for the same record.
int ticksOf(const QUuid &id)
{
    return int(id.data1 % 9999U) + 1;
}

QString visibleName(const ScanPatient *patient)
{
    if (!patient)
        return {};
    return QString(patient->fields.firstName + u' ' + patient->fields.lastName).trimmed();
}

XmlElement caseElement(const ScanCase &one, ScanStore &store)
{
    const ScanPatient *owner = store.patient(one.patient);
    const QTimeZone zone = store.zone();
    const int ticks = ticksOf(one.id);
    QList<XmlElement> indications;
    for (const ScanIndication &indication : one.indications) {
        indications.append(
            XmlElement::parent(u"IndicationInfo"_s,
                               {XmlElement::number(u"From"_s, indication.from),
                                XmlElement::number(u"To"_s, indication.to),
                                XmlElement::nullable(u"IndicationName"_s, indication.name),
                                XmlElement::nullable(u"Shade"_s, indication.shade)}));
    }
    QList<XmlElement> images;
    for (const ScanImage &image : one.images) {
        images.append(XmlElement::parent(
            u"AttachedImageInfo"_s,
            {XmlElement::leaf(u"Id"_s, plain(image.id)), XmlElement::leaf(u"Name"_s, image.name),
             XmlElement::leaf(u"TimeStamp"_s,
                              netTime(image.time, ticksOf(image.id), NetKind::Local, zone))
                 .asOptional()}));
    }
    QList<XmlElement> scans;
    for (const SurfaceScan &scan : one.scans) {
        scans.append(XmlElement::parent(
            u"SurfaceScanInfo"_s,
            {XmlElement::leaf(u"Id"_s, plain(scan.id)), XmlElement::number(u"From"_s, scan.from),
             XmlElement::number(u"To"_s, scan.to), XmlElement::leaf(u"ScanType"_s, scan.type),
             XmlElement::flag(u"Sectioned"_s, scan.sectioned),
             XmlElement::flag(u"PhysicallyPrepared"_s, scan.prepared),
             XmlElement::leaf(u"TimeStamp"_s,
                              netTime(scan.time, ticksOf(scan.id), NetKind::Unspecified, zone))}));
    }
    // The never-sent date stands without an offset in the guide; a local kind would carry one.
    const NetKind sentKind = one.sent.isValid() ? NetKind::Local : NetKind::Unspecified;
    const NetKind deliveryKind = one.delivery.isValid() ? NetKind::Utc : NetKind::Local;
    return XmlElement::parent(
        u"CaseInfo"_s,
        {XmlElement::leaf(u"CaseId"_s, plain(one.id)),
         XmlElement::leaf(u"PatientName"_s, visibleName(owner)),
         XmlElement::nullable(u"PatientIntegrationId"_s, owner ? owner->integrationId : QString()),
         XmlElement::leaf(u"SentToLab"_s, one.lab),
         XmlElement::leaf(u"CaseCreationDate"_s, netTime(one.created, ticks, NetKind::Local, zone))
             .asOptional(),
         XmlElement::leaf(u"CaseSentDate"_s, netTime(one.sent, ticks, sentKind, zone)),
         XmlElement::leaf(u"DeliveryDate"_s, netTime(one.delivery, 0, deliveryKind, zone)),
         XmlElement::flag(u"IsModelled"_s, one.stage == ScanStage::Modelled).asOptional(),
         XmlElement::parent(u"Indications"_s, indications),
         XmlElement::parent(u"AttachedImages"_s, images),
         XmlElement::parent(u"SurfaceScans"_s, scans)});
}

} // namespace

XmlElement clientList(const QList<ScanStation> &stations, const QDateTime &now,
                      const QTimeZone &zone)
{
    QList<XmlElement> clients;
    for (const ScanStation &station : stations) {
        if (!station.connected)
            continue;
        QList<XmlElement> modules;
        for (const auto &[id, title] : station.modules) {
            modules.append(XmlElement::parent(
                u"ModuleInfo"_s,
                {XmlElement::leaf(u"Id"_s, id), XmlElement::leaf(u"Title"_s, title)}));
        }
        clients.append(XmlElement::parent(
            u"ClientInfo"_s,
            {XmlElement::leaf(u"ClientId"_s, plain(station.id)),
             XmlElement::leaf(u"Hostname"_s, station.hostname),
             XmlElement::flag(u"IsBusy"_s, station.busy || station.blocked),
             XmlElement::parent(u"Modules"_s, modules),
             XmlElement::nullable(u"OperatorName"_s, station.operatorName),
             XmlElement::nullable(u"OperatorId"_s, station.operatorId).asPadded(),
             XmlElement::leaf(u"TimeStamp"_s,
                              netTime(now, ticksOf(station.id), NetKind::Local, zone))}));
    }
    return XmlElement::parent(u"ArrayOfClientInfo"_s, clients);
}

XmlElement requestStatus(const QUuid &id, const ScanRequest *request)
{
    const int code = request ? request->status : int(ScanStatus::Unknown);
    const bool described = request && !request->description.isEmpty();
    return XmlElement::parent(u"RequestStatus"_s,
                              {XmlElement::leaf(u"RequestId"_s, plain(id)),
                               XmlElement::number(u"StatusCode"_s, code),
                               XmlElement::leaf(u"StatusDescription"_s,
                                                described ? request->description : statusText(code))
                                   .asPadded()});
}

XmlElement caseList(const QList<ScanCase> &cases, ScanStore &store)
{
    QList<XmlElement> list;
    for (const ScanCase &one : cases)
        list.append(caseElement(one, store));
    return XmlElement::parent(u"ArrayOfCaseInfo"_s, list);
}

} // namespace sim

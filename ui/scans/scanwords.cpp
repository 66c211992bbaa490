// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scans/scanwords.h"

#include "ui/patients/datetext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ScanWords)
};

QString scanType(const SurfaceScan &scan)
{
    switch (scan.type) {
    case ScanType::Jaw:
    case ScanType::JawWithScanFlag:
        if (!scan.teeth.fdi.isEmpty())
            return scan.teeth.fdi.first() < 30 ? Words::tr("Upper jaw", "scan")
                                               : Words::tr("Lower jaw", "scan");
        return Words::tr("Jaw", "scan");
    case ScanType::Bite:
        return Words::tr("Bite", "scan");
    case ScanType::Waxup:
        return Words::tr("Wax-up", "scan");
    case ScanType::WaxRim:
        return Words::tr("Wax rim", "scan");
    case ScanType::Tooth:
        return Words::tr("Tooth", "scan");
    case ScanType::Face:
        return Words::tr("Face", "scan");
    case ScanType::Unknown:
        break;
    }
    return Words::tr("Scan", "of unknown type");
}

} // namespace

namespace scanwords {

QString status(CaseStatus status)
{
    switch (status) {
    case CaseStatus::Created:
        return Words::tr("Created", "case");
    case CaseStatus::Scanned:
        return Words::tr("Scanned", "case");
    case CaseStatus::Modelled:
        return Words::tr("Modelled", "case");
    }
    return {};
}

Chips::Tone tone(CaseStatus status)
{
    switch (status) {
    case CaseStatus::Created:
        return Chips::Tone::Warning;
    case CaseStatus::Scanned:
        return Chips::Tone::Good;
    case CaseStatus::Modelled:
        return Chips::Tone::Info;
    }
    return Chips::Tone::Quiet;
}

QString scan(const SurfaceScan &scan)
{
    QStringList parts{scanType(scan)};
    if (scan.type == ScanType::JawWithScanFlag)
        parts.append(Words::tr("with scan flag"));
    if (scan.prepared)
        parts.append(Words::tr("prepared", "scan"));
    if (scan.sectioned)
        parts.append(Words::tr("sectioned", "scan"));
    return parts.join(u", "_s);
}

QString indications(const ScanCase &scanCase)
{
    QStringList parts;
    QStringList shades;
    for (const ScanIndication &indication : scanCase.indications) {
        parts.append(QString(indication.name + u' ' + teeth::text(indication.teeth)).trimmed());
        if (!indication.shade.isEmpty() && !shades.contains(indication.shade))
            shades.append(indication.shade);
    }
    parts.append(shades);
    return parts.isEmpty() ? u"—"_s : parts.join(u" · "_s);
}

QString content(const ScanCase &scanCase)
{
    QStringList parts;
    if (!scanCase.images.isEmpty())
        parts.append(Words::tr("%n photo(s)", nullptr, int(scanCase.images.size())));
    if (scanCase.scans.isEmpty())
        parts.append(Words::tr("no scan yet"));
    else
        parts.append(Words::tr("%n scan(s)", nullptr, int(scanCase.scans.size())));
    return parts.join(u" · "_s);
}

QString receiver(const ScanCase &scanCase)
{
    if (scanCase.receiver == u"In-house"_s)
        return Words::tr("In-house", "receiver of a case");
    return scanCase.receiver.isEmpty() ? u"—"_s : scanCase.receiver;
}

QString day(const QDateTime &utc, const QTimeZone &zone)
{
    return utc.isValid() ? dateText(utc.toTimeZone(zone).date()) : u"—"_s;
}

QString elapsed(qint64 seconds)
{
    const qint64 passed = std::max<qint64>(0, seconds);
    if (passed < 60)
        return Words::tr("%1 s", "seconds").arg(passed);
    return Words::tr("%1 min %2", "minutes, seconds")
        .arg(passed / 60)
        .arg(passed % 60, 2, 10, QChar(u'0'));
}

QString site(const QString &site)
{
    return site.isEmpty() ? Words::tr("Main site") : site;
}

QString act(const ScanRequest &request)
{
    switch (request.kind) {
    case ScanRequest::Kind::CreatePatient:
        return request.merge ? Words::tr("Finding or creating the patient")
                             : Words::tr("Creating the patient");
    case ScanRequest::Kind::UpdatePatient:
        return Words::tr("Sending the patient's details");
    case ScanRequest::Kind::SelectPatient:
        return Words::tr("Opening the patient");
    case ScanRequest::Kind::CreateCase:
        return Words::tr("New case");
    case ScanRequest::Kind::SelectCase:
        return Words::tr("Opening the case");
    }
    return {};
}

QString station(const ScanStation &station)
{
    QStringList parts{station.operatorName.isEmpty() ? Words::tr("nobody signed in")
                                                     : station.operatorName};
    for (const ScanStation::Module &module : station.modules)
        parts.append(module.title.isEmpty() ? module.id : module.title);
    return parts.join(u" · "_s);
}

} // namespace scanwords

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/terminal.h"
#include "app/domain/dentalwords.h"

#include <QJsonArray>
#include <QSaveFile>

using namespace Qt::StringLiterals;

// The area chart.

namespace {

template <class T>
QJsonValue orNull(const std::optional<T> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue dateOrNull(const QDate &date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
}

QJsonArray lettersOf(const QList<dental::Surface> &surfaces, int fdi)
{
    QJsonArray letters;
    for (const dental::Surface surface : dental::ordered(surfaces))
        letters.append(dental::text(surface, fdi));
    return letters;
}

QJsonObject toothDocument(const ToothProfile &tooth)
{
    const int fdi = tooth.tooth.fdi;
    QJsonArray conditions;
    for (const ToothCondition &each : tooth.conditions) {
        conditions.append(QJsonObject{{u"code"_s, each.code},
                                      {u"icd10"_s, each.icd10},
                                      {u"label"_s, each.label},
                                      {u"surfaces"_s, lettersOf(each.surfaces, fdi)},
                                      {u"since"_s, dateOrNull(each.since)}});
    }
    QJsonArray restorations;
    for (const ToothRestoration &each : tooth.restorations) {
        restorations.append(QJsonObject{{u"type"_s, each.type},
                                        {u"permanence"_s, each.permanence},
                                        {u"surfaces"_s, lettersOf(each.surfaces, fdi)},
                                        {u"material"_s, each.material},
                                        {u"date"_s, dateOrNull(each.date)}});
    }
    QJsonArray planned;
    for (const PlannedCare &each : tooth.planned) {
        planned.append(QJsonObject{{u"plan"_s, each.planId},
                                   {u"item"_s, each.itemId},
                                   {u"treatment"_s, each.treatmentId},
                                   {u"surfaces"_s, lettersOf(each.surfaces, fdi)}});
    }
    const QString presence =
        tooth.presenceWord.isEmpty() ? enumName(tooth.presence).toLower() : tooth.presenceWord;
    return {{u"fdi"_s, fdi == 0 ? tooth.raw : teeth::text(tooth.tooth)},
            {u"presence"_s, presence},
            {u"mobility"_s, orNull(tooth.mobility)},
            {u"conditions"_s, conditions},
            {u"restorations"_s, restorations},
            {u"planned"_s, planned},
            {u"note"_s, tooth.note}};
}

//! MV, V, DV, MP, P, DP on upper teeth, with L for the oral side of lower ones.
QString siteLetters(dental::Site site, int fdi)
{
    const QString oral = dental::text(dental::Surface::Oral, fdi);
    switch (site) {
    case dental::Site::MesioVestibular:
        return u"MV"_s;
    case dental::Site::Vestibular:
        return u"V"_s;
    case dental::Site::DistoVestibular:
        return u"DV"_s;
    case dental::Site::MesioOral:
        return QString(u'M' + oral);
    case dental::Site::Oral:
        return oral;
    case dental::Site::DistoOral:
        return QString(u'D' + oral);
    }
    return {};
}

QJsonObject probedDocument(const ProbedTooth &tooth)
{
    QJsonObject sites;
    for (int i = 0; i < dental::SiteCount; ++i) {
        const auto where = static_cast<dental::Site>(i);
        const ProbedSite &site = tooth.site(where);
        sites.insert(siteLetters(where, tooth.tooth.fdi),
                     QJsonObject{{u"depth"_s, orNull(site.depth)},
                                 {u"recession"_s, orNull(site.recession)},
                                 {u"attachment"_s, orNull(dental::attachmentLevel(site))},
                                 {u"bleeding"_s, orNull(site.bleeding)},
                                 {u"plaque"_s, orNull(site.plaque)},
                                 {u"calculus"_s, orNull(site.calculus)},
                                 {u"suppuration"_s, orNull(site.suppuration)}});
    }
    QJsonArray furcation;
    for (const Furcation &each : tooth.furcation)
        furcation.append(QJsonObject{{u"site"_s, each.site}, {u"grade"_s, each.grade}});
    return {{u"fdi"_s, teeth::text(tooth.tooth)},
            {u"mobility"_s, orNull(tooth.mobility)},
            {u"furcation"_s, furcation},
            {u"sites"_s, sites}};
}

QJsonObject profileDocument(const CommandLine &line, const PatientId &patient,
                            const ChartReading &reading)
{
    const DentalProfile &profile = reading.profile;
    QJsonArray teeth;
    for (const ToothProfile &tooth : profile.teeth)
        teeth.append(toothDocument(tooth));
    QJsonArray probed;
    QJsonValue probedOn;
    if (profile.periodontal) {
        for (const ProbedTooth &tooth : profile.periodontal->teeth)
            probed.append(probedDocument(tooth));
        probedOn = dateOrNull(profile.periodontal->date);
    }
    QJsonArray differences;
    for (const FigureDifference &each : dental::differences(profile))
        differences.append(dental::text(each, teeth::Notation::Fdi));
    QJsonArray flags;
    for (const ProfileFlag &each : profile.flags)
        flags.append(dental::text(each, teeth::Notation::Fdi));
    return {{u"patient"_s, patient.value},
            {u"date"_s,
             profile.recordedAt.isValid() ? QJsonValue(timeText(line, profile.recordedAt))
                                          : QJsonValue()},
            {u"readAt"_s, timeText(line, reading.readAt)},
            {u"offline"_s, reading.offline},
            {u"dentition"_s, enumName(dental::dentitionOf(profile)).toLower()},
            {u"teeth"_s, teeth},
            {u"periodontal"_s, probed},
            {u"periodontalDate"_s, probedOn},
            {u"figures"_s,
             QJsonObject{{u"bleedingPercent"_s, orNull(dental::bleedingPercent(profile))},
                         {u"plaquePercent"_s, orNull(dental::plaquePercent(profile))},
                         {u"sitesFrom4"_s, dental::deepSites(profile, 4)},
                         {u"sitesFrom6"_s, dental::deepSites(profile, 6)}}},
            {u"differences"_s, differences},
            {u"flags"_s, flags}};
}

//! What was kept is printed and said to be old; the exit code says that nobody answered.
Exit exitOf(bool offline)
{
    if (!offline)
        return Exit::Done;
    writeError(Words::tr("DentalTap does not answer: this is as it was last read."));
    return Exit::Queued;
}

//! A patient, or an appointment: its patient as it was then.
Task<ChartOwner> ownerFrom(CommandLine *line, QString anyId)
{
    const Result<PatientId> patient = co_await line->desk->patients()->find(anyId);
    if (patient)
        co_return ChartOwner(*patient);
    if (patient.error().kind != Error::Kind::NotFound)
        co_return tl::unexpected<Error>(patient.error());
    const Result<VisitId> visit = co_await line->desk->visits()->find(anyId);
    if (!visit)
        co_return tl::unexpected<Error>(visit.error());
    co_return ChartOwner(PatientId(), *visit);
}

Task<Exit> showProfile(CommandLine *line)
{
    const QString anyId = line->arguments.value(0);
    const Result<PatientId> patient = co_await line->desk->patients()->find(anyId);
    if (!patient)
        co_return tl::unexpected<Error>(patient.error());
    const ChartOwner owner(*patient);
    const Result<ChartReading> reading = co_await within(line, line->desk->charts()->read(owner));
    if (!reading)
        co_return tl::unexpected<Error>(reading.error());
    line->print(QJsonDocument(profileDocument(*line, *patient, *reading)));
    co_return exitOf(reading->offline);
}

Task<Exit> saveChart(CommandLine *line)
{
    const QString word = line->value(u"kind"_s).value_or(QString());
    if (word != u"dental"_s && word != u"perio"_s)
        co_return line->usage(Words::tr("--kind takes dental or perio."));
    const dental::ChartKind kind =
        word == u"perio"_s ? dental::ChartKind::Periodontal : dental::ChartKind::Dental;
    const QString anyId = line->arguments.value(0);
    const Result<ChartOwner> found = co_await ownerFrom(line, anyId);
    if (!found)
        co_return tl::unexpected<Error>(found.error());
    const ChartOwner owner = *found;
    // For the picture's date and a link that has not lapsed.
    const Result<ChartReading> reading = co_await within(line, line->desk->charts()->read(owner));
    if (!reading)
        co_return tl::unexpected<Error>(reading.error());
    const Result<ChartPicture> picture =
        co_await within(line, line->desk->charts()->picture(owner, kind));
    if (!picture)
        co_return tl::unexpected<Error>(picture.error());
    const QString out = line->value(u"out"_s).value_or(QString());
    QSaveFile file(out);
    if (!file.open(QIODevice::WriteOnly) || file.write(picture->bytes) != picture->bytes.size()
        || !file.commit()) {
        co_return failure(Error::Kind::Storage,
                          Words::tr("The file that --out names cannot be written."));
    }
    line->print(QJsonDocument(QJsonObject{{u"file"_s, out},
                                          {u"format"_s, picture->format},
                                          {u"bytes"_s, picture->bytes.size()},
                                          {u"date"_s, timeText(*line, picture->date)},
                                          {u"offline"_s, picture->offline}}));
    co_return exitOf(picture->offline);
}

} // namespace

Task<Exit> runChart(CommandLine *line)
{
    const Result<void> signedIn = co_await signIn(line);
    if (!signedIn)
        co_return tl::unexpected<Error>(signedIn.error());
    if (line->verb == u"image"_s)
        co_return co_await saveChart(line);
    co_return co_await showProfile(line);
}

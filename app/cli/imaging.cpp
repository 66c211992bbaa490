// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

// The area vdds, and the one verb of 3dd that calls a program of this computer.

namespace {

//! What --timeout says; without it the limits of the settings hold: the other program may have to
//! be started and somebody sign in there.
ImagingWorkflow::Limit limitOf(const CommandLine &line)
{
    return line.options.timeoutGiven ? ImagingWorkflow::Limit(line.options.timeout) : std::nullopt;
}

void warnOfLetters(bool changed)
{
    if (changed)
        writeError(Words::tr("Letters of the name were spelled otherwise: the exchange knows "
                             "Western European ones only."));
}

QJsonObject copyDocument(const ImageCopy &copy)
{
    const ImageDescription &image = copy.description;
    return {{u"id"_s, image.id},
            {u"type"_s, image.type},
            {u"typeNumber"_s, image.typeNumber < 0 ? QJsonValue() : QJsonValue(image.typeNumber)},
            {u"teeth"_s, image.teeth},
            {u"date"_s,
             image.date.isValid() ? QJsonValue(image.date.toString(Qt::ISODate)) : QJsonValue()},
            {u"time"_s,
             image.time.isValid() ? QJsonValue(image.time.toString(u"HH:mm"_s)) : QJsonValue()},
            {u"file"_s, QFileInfo(copy.file).fileName()},
            {u"bytes"_s, copy.bytes}};
}

QJsonArray programsDocument(const QList<ImagingProgram> &programs, const QString &chosen)
{
    QJsonArray documents;
    for (const ImagingProgram &program : programs) {
        documents.append(
            QJsonObject{{u"section"_s, program.section},
                        {u"name"_s, program.name},
                        {u"version"_s, program.version},
                        {u"stages"_s, program.stages},
                        {u"operations"_s, QJsonArray::fromStringList(program.operations)},
                        {u"chosen"_s, program.section == chosen}});
    }
    return documents;
}

Task<PatientId> patientOf(CommandLine *line)
{
    const Result<void> allowed = line->desk->session()->require(Permission::SeePatients);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const QString anyId = line->arguments.value(0);
    co_return co_await line->desk->patients()->find(anyId);
}

Task<Exit> sendPatient(CommandLine *line)
{
    const Result<PatientId> patient = co_await patientOf(line);
    if (!patient)
        co_return tl::unexpected<Error>(patient.error());
    const PatientId id = *patient;
    const ImagingWorkflow::Limit limit = limitOf(*line);
    const Result<ImagingSent> sent = co_await line->desk->imaging()->send(id, limit);
    if (!sent)
        co_return tl::unexpected<Error>(sent.error());
    warnOfLetters(sent->changedLetters);
    line->print(QJsonDocument(QJsonObject{{u"patient"_s, id.value},
                                          {u"program"_s, sent->program},
                                          {u"sent"_s, true},
                                          {u"changedLetters"_s, sent->changedLetters}}));
    co_return Exit::Done;
}

Task<Exit> fetchImages(CommandLine *line)
{
    QDate since;
    if (const auto text = line->value(u"since"_s)) {
        const Result<QDate> date = dateFrom(u"since"_s, *text);
        if (!date)
            co_return tl::unexpected<Error>(date.error());
        since = *date;
    }
    const Result<PatientId> patient = co_await patientOf(line);
    if (!patient)
        co_return tl::unexpected<Error>(patient.error());
    const QString out = line->value(u"out"_s).value_or(QString());
    if (!QDir().mkpath(out))
        co_return failure(Error::Kind::Storage,
                          Words::tr("The folder that --out names cannot be made."));
    const PatientId id = *patient;
    const ImagingWorkflow::Limit limit = limitOf(*line);
    const Result<FetchedImages> fetched =
        co_await line->desk->imaging()->fetchImages(id, since, out, limit);
    if (!fetched)
        co_return tl::unexpected<Error>(fetched.error());
    warnOfLetters(fetched->changedLetters);
    QJsonArray images;
    for (const ImageCopy &copy : fetched->copies)
        images.append(copyDocument(copy));
    if (!fetched->missing.isEmpty())
        writeError(
            Words::tr("%n image(s) could not be had.", nullptr, int(fetched->missing.size())));
    line->print(
        QJsonDocument(QJsonObject{{u"patient"_s, id.value},
                                  {u"program"_s, fetched->program},
                                  {u"images"_s, images},
                                  {u"missing"_s, QJsonArray::fromStringList(fetched->missing)}}));
    co_return Exit::Done;
}

//! The line by which an imaging program calls us: this program, with what leads to the same
//! settings and data. The file comes after it.
QString importLine(const GlobalOptions &options)
{
    const auto quoted = [](const QString &text) { return QString(u'"' + text + u'"'); };
    QString line = quoted(QDir::toNativeSeparators(QCoreApplication::applicationFilePath()));
    if (!options.profile.isEmpty())
        line += QString(u" --profile "_s + options.profile);
    for (const auto &[name, path] :
         {std::pair(u" --config "_s, options.config), std::pair(u" --data "_s, options.data)}) {
        if (!path.isEmpty())
            line += QString(name
                            + quoted(QDir::toNativeSeparators(QFileInfo(path).absoluteFilePath())));
    }
    return QString(line + u" vdds answer"_s);
}

Exit changeRegistration(CommandLine *line, bool enters)
{
    ImagingWorkflow *imaging = line->desk->imaging();
    const Result<bool> changed =
        enters ? imaging->registerHere(importLine(line->options)) : imaging->unregisterHere();
    if (!changed)
        return line->refuse(changed.error());
    line->print(QJsonDocument(QJsonObject{{u"registered"_s, enters}, {u"changed"_s, *changed}}));
    return Exit::Done;
}

Task<Exit> showConfig(CommandLine *line)
{
    const Result<ImagingWorkflow::Status> status = line->desk->imaging()->status();
    if (!status)
        co_return tl::unexpected<Error>(status.error());
    const Result<QHash<PatientId, int>> announced = co_await line->desk->imaging()->announced();
    if (!announced)
        co_return tl::unexpected<Error>(announced.error());
    QJsonArray waiting;
    for (auto it = announced->begin(); it != announced->end(); ++it)
        waiting.append(QJsonObject{{u"patient"_s, it.key().value}, {u"images"_s, it.value()}});
    const auto orNull = [](const QString &text) {
        return text.isEmpty() ? QJsonValue() : QJsonValue(text);
    };
    line->print(QJsonDocument(
        QJsonObject{{u"file"_s, status->file},
                    {u"found"_s, status->found},
                    {u"encoding"_s, orNull(status->encoding)},
                    {u"registered"_s, status->registered},
                    {u"virtualCopy"_s, orNull(status->virtualCopy)},
                    {u"practice"_s, programsDocument(status->practice, QString())},
                    {u"imaging"_s, programsDocument(status->imaging, status->chosen)},
                    {u"available"_s, status->unavailable.isEmpty()},
                    {u"reason"_s, orNull(status->unavailable)},
                    {u"command"_s,
                     QJsonObject{{u"path"_s, orNull(status->command)},
                                 {u"available"_s, status->commandUnavailable.isEmpty()},
                                 {u"reason"_s, orNull(status->commandUnavailable)}}},
                    {u"setUp"_s, ImagingWorkflow::setUpText()},
                    {u"announced"_s, waiting},
                    {u"lastExchange"_s, orNull(status->lastExchange)}}));
    co_return Exit::Done;
}

//! Called by the imaging program, which reads its own file and nothing of ours.
Task<Exit> answerImagingProgram(CommandLine *line)
{
    const QString file = line->arguments.value(0);
    const Result<void> opened = co_await line->desk->open();
    if (!opened) {
        const Result<void> told = ImagingWorkflow::answerNotNow(file);
        co_return line->refuse(told ? opened.error() : told.error());
    }
    const Result<void> answered = co_await line->desk->imaging()->answer(file);
    if (!answered)
        co_return tl::unexpected<Error>(answered.error());
    line->print(QJsonDocument(QJsonObject{{u"answered"_s, true}}));
    co_return Exit::Done;
}

} // namespace

Task<Exit> launchDentalDesktop(CommandLine *line)
{
    PatientId id;
    if (!line->arguments.isEmpty()) {
        const Result<PatientId> patient = co_await patientOf(line);
        if (!patient)
            co_return tl::unexpected<Error>(patient.error());
        id = *patient;
    }
    const ImagingWorkflow::Limit limit = limitOf(*line);
    const Result<LocalCall> call = co_await line->desk->imaging()->launch(id, limit);
    if (!call)
        co_return tl::unexpected<Error>(call.error());
    if (call->crashed)
        writeError(Words::tr("%1 crashed.").arg(call->program));
    line->print(QJsonDocument(QJsonObject{{u"program"_s, call->program},
                                          {u"exitCode"_s, call->exitCode},
                                          {u"crashed"_s, call->crashed},
                                          {u"output"_s, call->output}}));
    co_return call->crashed ? Exit::Refused : Exit::Done;
}

Task<Exit> runVdds(CommandLine *line)
{
    const QString verb = line->verb;
    if (verb == u"answer"_s)
        co_return co_await answerImagingProgram(line);
    const Result<void> signedIn = co_await signIn(line);
    if (!signedIn)
        co_return tl::unexpected<Error>(signedIn.error());
    if (verb == u"send"_s)
        co_return co_await sendPatient(line);
    if (verb == u"images"_s)
        co_return co_await fetchImages(line);
    if (verb == u"register"_s || verb == u"unregister"_s)
        co_return changeRegistration(line, verb == u"register"_s);
    if (verb == u"view"_s) {
        const Result<void> shown = line->desk->imaging()->showImage(line->arguments.value(0));
        if (!shown)
            co_return tl::unexpected<Error>(shown.error());
        line->print(QJsonDocument(QJsonObject{{u"shown"_s, true}}));
        co_return Exit::Done;
    }
    co_return co_await showConfig(line);
}

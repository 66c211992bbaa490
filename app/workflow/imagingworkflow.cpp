// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/imagingworkflow.h"

#include "app/base/logcategories.h"
#include "app/connectors/dentaldesktopcmd/program.h"
#include "app/connectors/vdds/client.h"
#include "app/connectors/vdds/exchangefile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace {

//! The catalogue's value with what was announced: patient id to image ids.
QString announcedName()
{
    return u"vdds.announced"_s;
}

vdds::Client::Options optionsOf(const Settings &settings)
{
    vdds::Client::Options options;
    options.registryFile = vdds::registryFile(settings.vdds.file);
    options.imaging = settings.vdds.imaging;
    options.ourselves.section = settings.vdds.section;
    options.ourselves.system = QSysInfo::kernelType() == u"winnt"_s ? u"1"_s : u"3"_s;
    options.practiceNumber = settings.vdds.practiceNumber;
    options.firstLimit = std::chrono::seconds(settings.vdds.firstCallSeconds);
    options.limit = std::chrono::seconds(settings.vdds.callSeconds);
    options.look = std::chrono::milliseconds(settings.vdds.pollMilliseconds);
    options.diagnosticFile = QDir(settings.dataDirectory).filePath(u"vdds-last.txt"_s);
    return options;
}

dentaldesktopcmd::Program::Options commandOf(const Settings &settings)
{
    dentaldesktopcmd::Program::Options options;
    options.path = settings.desktopCommand.path;
    options.places = dentaldesktopcmd::knownPlaces(dentaldesktopcmd::programFolders());
    options.form.merge = settings.desktopCommand.merge;
    options.limit = std::chrono::seconds(settings.desktopCommand.seconds);
    return options;
}

QString encodingWord(vdds::Charset charset)
{
    switch (charset) {
    case vdds::Charset::Utf8:
        return u"UTF-8"_s;
    case vdds::Charset::Utf16LE:
        return u"UTF-16LE"_s;
    case vdds::Charset::Utf16BE:
        return u"UTF-16BE"_s;
    case vdds::Charset::Windows1252:
        break;
    }
    return u"Windows-1252"_s;
}

} // namespace

ImagingWorkflow::ImagingWorkflow(Session *session, const Settings &settings, PatientStore *patients,
                                 CatalogueStore *catalogue, AuditLog *audit, QObject *parent)
    : QObject(parent), m_session(session), m_settings(settings), m_patients(patients),
      m_catalogue(catalogue), m_audit(audit),
      m_client(std::make_unique<vdds::Client>(optionsOf(settings))),
      m_command(std::make_unique<dentaldesktopcmd::Program>(commandOf(settings)))
{
}

ImagingWorkflow::~ImagingWorkflow() = default;

QString ImagingWorkflow::unavailable() const
{
    const Result<ProgramCall> call = m_client->callFor(u"PATDATIMPORT"_s);
    return call ? QString() : call.error().message;
}

QString ImagingWorkflow::commandUnavailable() const
{
    const Result<QString> path = m_command->path();
    return path ? QString() : path.error().message;
}

QString ImagingWorkflow::setUpText()
{
    return tr("In Dental Desktop on this computer: More > Settings > Practice Management "
              "Integration > Setup, enable it, choose the type “General command line” or “VDDS”, "
              "let Windows grant DentalDesktopCmd.exe its rights, save. Make a Dental Desktop user "
              "for the integration alone and restart Dental Desktop after that.");
}

bool ImagingWorkflow::canShowImages() const
{
    return m_client->callFor(u"MMOVIEW"_s).has_value();
}

Result<ImagingWorkflow::Status> ImagingWorkflow::status() const
{
    const Result<void> allowed = m_session->require(Permission::SeePatients);
    if (!allowed)
        return tl::unexpected<Error>(allowed.error());
    const vdds::Client::Status here = m_client->status();
    Status status;
    status.file = here.file;
    status.found = here.found;
    status.encoding = here.found ? encodingWord(here.charset) : QString();
    status.registered = here.registered;
    status.virtualCopy = here.virtualCopy;
    status.practice = here.practice;
    status.imaging = here.imaging;
    status.chosen = here.chosen ? here.chosen->section : QString();
    status.unavailable = unavailable();
    status.command = m_command->path().value_or(QString());
    status.commandUnavailable = commandUnavailable();
    status.lastExchange = here.lastExchange;
    return status;
}

Task<ImagingPatient> ImagingWorkflow::personOf(PatientId patient)
{
    const Result<void> allowed = m_session->require(Permission::RunVisit);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const Result<Patient> stored = co_await m_patients->patient(patient);
    if (!stored)
        co_return tl::unexpected<Error>(stored.error());
    const Result<Links> links = co_await m_patients->links(patient);
    if (!links)
        co_return tl::unexpected<Error>(links.error());
    // One key for all ways to Dental Desktop: who is linked there keeps that id.
    const QString contact = links->value(RecordKind::Contact).remoteId;
    const QString linked = links->value(RecordKind::DentalDesktopPatient).remoteId;
    ImagingPatient person;
    person.id = linked.isEmpty() ? contact : linked;
    if (person.id.isEmpty())
        co_return failure(Error::Kind::Invalid,
                          tr("The patient is not in the CRM yet, and the imaging program knows "
                             "patients by their number there. It comes with the first booking."));
    person.number = stored->recordNumber.isEmpty() ? person.id : stored->recordNumber;
    person.firstName = stored->firstName;
    person.lastName = stored->lastName;
    person.sex = stored->sex;
    person.birthDate = stored->birthDate;
    co_return person;
}

Task<void> ImagingWorkflow::note(QString action, PatientId patient, QString detail)
{
    const StaffId by = m_session->currentId();
    const QString subject = QString(u"patient:"_s + patient.value);
    const Result<void> noted = co_await m_audit->append(by, action, subject, detail);
    if (!noted)
        qCWarning(lcWorkflow) << "audit:" << noted.error().message;
    co_return noted;
}

Task<ImagingSent> ImagingWorkflow::send(PatientId patient, Limit limit)
{
    const Result<ImagingPatient> person = co_await personOf(patient);
    if (!person)
        co_return tl::unexpected<Error>(person.error());
    const ImagingPatient known = *person;
    const Result<vdds::Client::Sent> sent = co_await m_client->send(known, limit);
    if (!sent)
        co_return tl::unexpected<Error>(sent.error());
    const QString action = u"imaging.send"_s;
    const QString program = sent->program;
    co_await note(action, patient, program);
    co_return ImagingSent{sent->program, sent->changedLetters};
}

Task<FetchedImages> ImagingWorkflow::fetchImages(PatientId patient, QDate since, QString folder,
                                                 Limit limit)
{
    const Result<ImagingPatient> person = co_await personOf(patient);
    if (!person)
        co_return tl::unexpected<Error>(person.error());
    if (!QFileInfo(folder).isDir())
        co_return failure(Error::Kind::Invalid,
                          tr("There is no such folder for the images. Nothing was fetched."));
    const ImagingPatient known = *person;
    const Result<vdds::Client::Sent> sent = co_await m_client->send(known, limit);
    if (!sent)
        co_return tl::unexpected<Error>(sent.error());
    const Result<QList<ImageDescription>> described =
        co_await m_client->images(known, since, limit);
    if (!described)
        co_return tl::unexpected<Error>(described.error());
    QList<ImageDescription> wanted = *described;
    wanted.removeIf([](const ImageDescription &image) {
        return image.typeNumber == ImageDescription::Deleted;
    });
    const Result<QList<ImageCopy>> copies = co_await m_client->copies(known, wanted, folder, limit);
    if (!copies)
        co_return tl::unexpected<Error>(copies.error());
    FetchedImages fetched;
    fetched.program = sent->program;
    fetched.changedLetters = sent->changedLetters;
    fetched.copies = *copies;
    QSet<QString> got;
    for (const ImageCopy &copy : std::as_const(fetched.copies))
        got.insert(copy.description.id);
    for (const ImageDescription &image : std::as_const(wanted)) {
        if (!got.contains(image.id))
            fetched.missing.append(image.id);
    }
    const QString action = u"imaging.fetch"_s;
    const QString detail = u"%1 of %2"_s.arg(fetched.copies.size()).arg(wanted.size());
    co_await note(action, patient, detail);
    if (fetched.missing.isEmpty())
        co_await forgetAnnounced(patient);
    co_return fetched;
}

Result<void> ImagingWorkflow::showImage(const QString &imageId)
{
    const Result<void> allowed = m_session->require(Permission::RunVisit);
    return allowed ? m_client->show(imageId) : allowed;
}

Task<LocalCall> ImagingWorkflow::launch(PatientId patient, Limit limit)
{
    const Result<void> allowed = m_session->require(Permission::RunVisit);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    std::optional<ImagingPatient> known;
    if (!patient.isEmpty()) {
        const Result<ImagingPatient> person = co_await personOf(patient);
        if (!person)
            co_return tl::unexpected<Error>(person.error());
        known = *person;
    }
    const Result<ProgramEnd> end = co_await m_command->run(known, limit);
    if (!end)
        co_return tl::unexpected<Error>(end.error());
    const QString action = u"imaging.launch"_s;
    const QString detail = u"exit %1"_s.arg(end->exitCode);
    if (!patient.isEmpty())
        co_await note(action, patient, detail);
    LocalCall call;
    call.program = QFileInfo(m_command->path().value_or(QString())).fileName();
    call.exitCode = end->exitCode;
    call.crashed = end->crashed;
    call.output = QString::fromUtf8(end->output);
    co_return call;
}

void ImagingWorkflow::cancel()
{
    m_client->cancel();
}

void ImagingWorkflow::stop()
{
    m_client->cancel();
}

bool ImagingWorkflow::isIdle() const
{
    return m_client->isIdle();
}

Result<bool> ImagingWorkflow::registerHere(const QString &importLine)
{
    const Result<void> allowed = m_session->require(Permission::Settings);
    if (!allowed)
        return tl::unexpected<Error>(allowed.error());
    return m_client->registerOurselves(importLine);
}

Result<bool> ImagingWorkflow::unregisterHere()
{
    const Result<void> allowed = m_session->require(Permission::Settings);
    if (!allowed)
        return tl::unexpected<Error>(allowed.error());
    return m_client->unregisterOurselves();
}

namespace {

//! The request in a file, or why it is none.
Result<QByteArray> requestIn(const QString &file, vdds::Incoming &incoming)
{
    const std::optional<QByteArray> bytes = vdds::ExchangeFile::read(file);
    if (bytes)
        incoming = vdds::incomingIn(vdds::Ini::fromBytes(*bytes));
    if (incoming.section.isEmpty())
        return failure(Error::Kind::Invalid,
                       ImagingWorkflow::tr("The file is no request of an imaging program."));
    return *bytes;
}

Result<void> reply(const QString &file, const QByteArray &request, const QString &section,
                   int level, const QString &text)
{
    return vdds::replaceFile(file, vdds::answered(request, section, false, level, text),
                             vdds::answered(request, section, true, level, text));
}

} // namespace

Result<void> ImagingWorkflow::answerNotNow(const QString &file)
{
    vdds::Incoming incoming;
    const Result<QByteArray> request = requestIn(file, incoming);
    if (!request)
        return tl::unexpected<Error>(request.error());
    return reply(file, *request, incoming.section, 1, tr("Vestibule cannot take this now."));
}

Task<void> ImagingWorkflow::answer(QString file)
{
    vdds::Incoming incoming;
    const Result<QByteArray> request = requestIn(file, incoming);
    if (!request)
        co_return tl::unexpected<Error>(request.error());
    if (!incoming.supported)
        co_return reply(file, *request, incoming.section, 1,
                        tr("Vestibule takes descriptions of images only."));
    const QString patientId = incoming.patientId;
    const Result<PatientId> owner = co_await m_patients->find(patientId);
    if (!owner) {
        // Not the number itself: the other program may show or log it.
        const bool unknown = owner.error().kind == Error::Kind::NotFound;
        co_return reply(file, *request, incoming.section, 1,
                        unknown ? tr("Vestibule does not know this patient.")
                                : tr("Vestibule cannot take this now."));
    }
    QStringList images;
    for (const ImageDescription &image : std::as_const(incoming.images)) {
        if (image.typeNumber != ImageDescription::Deleted)
            images.append(image.id);
    }
    const PatientId patient = *owner;
    const Result<void> kept = co_await keepAnnounced(patient, images);
    co_return reply(file, *request, incoming.section, kept ? 0 : 1,
                    kept ? QString() : tr("Vestibule cannot take this now."));
}

Task<void> ImagingWorkflow::keepAnnounced(PatientId patient, QStringList images)
{
    const QString name = announcedName();
    const Result<QString> stored = co_await m_catalogue->value(name);
    if (!stored)
        co_return tl::unexpected<Error>(stored.error());
    QJsonObject all = QJsonDocument::fromJson(stored->toUtf8()).object();
    QStringList ids;
    for (const QJsonValue &id : all.value(patient.value).toArray())
        ids.append(id.toString());
    ids += images;
    ids.removeDuplicates();
    all.insert(patient.value, QJsonArray::fromStringList(ids));
    const QString text = QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
    co_return co_await m_catalogue->putValue(name, text);
}

Task<void> ImagingWorkflow::forgetAnnounced(PatientId patient)
{
    const QString name = announcedName();
    const Result<QString> stored = co_await m_catalogue->value(name);
    QJsonObject all = QJsonDocument::fromJson(stored.value_or(QString()).toUtf8()).object();
    if (!all.contains(patient.value))
        co_return Result<void>();
    all.remove(patient.value);
    const QString text = QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
    co_return co_await m_catalogue->putValue(name, text);
}

Task<QHash<PatientId, int>> ImagingWorkflow::announced()
{
    const Result<void> allowed = m_session->require(Permission::SeePatients);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const QString name = announcedName();
    const Result<QString> stored = co_await m_catalogue->value(name);
    if (!stored)
        co_return tl::unexpected<Error>(stored.error());
    const QJsonObject all = QJsonDocument::fromJson(stored->toUtf8()).object();
    QHash<PatientId, int> counts;
    for (auto it = all.begin(); it != all.end(); ++it)
        counts.insert(PatientId{it.key()}, int(it->toArray().size()));
    co_return counts;
}

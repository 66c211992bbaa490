// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/vdds/client.h"

#include "app/base/logcategories.h"
#include "app/connectors/localprogram.h"
#include "app/connectors/vdds/exchangefile.h"

#include <QCoreApplication>
#include <QCoroTimer>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QRegularExpression>
#include <QSaveFile>
#include <QScopeGuard>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace vdds {

namespace {

constexpr auto imaging = Service::DentalDesktop;

QString words(const char *text)
{
    return QCoreApplication::translate("Vdds", text);
}

Error refused(int level, const QString &text)
{
    const QString said = text.isEmpty()
        ? words(QT_TRANSLATE_NOOP("Vdds", "The imaging program refused (error %1)."))
        : words(QT_TRANSLATE_NOOP("Vdds", "The imaging program refused (error %1): %2"));
    return Error(Error::Kind::Invalid, text.isEmpty() ? said.arg(level) : said.arg(level).arg(text),
                 imaging);
}

//! What the program says, without the patient: the words go to screens and logs.
QString withoutPatient(const QString &text, const ImagingPatient &patient)
{
    QString plain = text.simplified().left(200);
    QStringList secrets{patient.id, patient.number, dateText(patient.birthDate)};
    for (const QString &name : {patient.lastName, patient.firstName})
        secrets += name.split(u' ') + QStringList{name, transliterated(name)};
    for (const QString &secret : secrets) {
        if (secret.size() > 1)
            plain.replace(secret, u"…"_s, Qt::CaseInsensitive);
    }
    return plain;
}

} // namespace

Client::Client(Options options, QObject *parent)
    : QObject(parent), m_options(std::move(options)) { }

Result<Ini> Client::registry() const
{
    const Result<QByteArray> bytes = readRegistry(m_options.registryFile);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    return Ini::fromBytes(*bytes);
}

Client::Status Client::status() const
{
    Status status;
    status.file = m_options.registryFile;
    status.virtualCopy =
        virtualStoreCopy(m_options.registryFile, qEnvironmentVariable("LOCALAPPDATA"));
    QFile last(m_options.diagnosticFile);
    if (last.open(QIODevice::ReadOnly))
        status.lastExchange = QString::fromUtf8(last.read(65536));
    const Result<Ini> ini = registry();
    if (!ini)
        return status;
    status.found = true;
    status.charset = ini->charset();
    // By which line we are called depends on where this program is.
    Registration ourselves = m_options.ourselves;
    ourselves.importLine = lineOf(*ini, ourselves.section, u"MMOINFIMPORT"_s);
    status.registered = isEntered(*ini, ourselves);
    status.practice = programs(*ini, u"PVS"_s);
    status.imaging = programs(*ini, u"BVS"_s);
    status.chosen = chosen(*ini, m_options.imaging);
    return status;
}

Result<ImagingProgram> Client::program() const
{
    const Result<Ini> ini = registry();
    if (!ini)
        return tl::unexpected<Error>(ini.error());
    if (const std::optional<ImagingProgram> found = chosen(*ini, m_options.imaging))
        return *found;
    QStringList names;
    for (const ImagingProgram &each : programs(*ini, u"BVS"_s))
        names.append(each.section);
    if (names.isEmpty())
        return failure(Error::Kind::NotFound,
                       words(QT_TRANSLATE_NOOP("Vdds",
                                               "No imaging program is registered on this "
                                               "computer. Switch Dental Desktop's practice "
                                               "integration to VDDS.")),
                       imaging);
    return failure(Error::Kind::NotFound,
                   words(QT_TRANSLATE_NOOP("Vdds",
                                           "Name the imaging program with [vdds] imaging. There "
                                           "are: %1."))
                       .arg(names.join(u", "_s)),
                   imaging);
}

Result<ProgramCall> Client::callFor(const QString &operation) const
{
    const Result<ImagingProgram> found = program();
    if (!found)
        return tl::unexpected<Error>(found.error());
    const Result<Ini> ini = registry();
    if (!ini)
        return tl::unexpected<Error>(ini.error());
    const QString name = found->name.isEmpty() ? found->section : found->name;
    const QString line = lineOf(*ini, found->section, operation);
    if (line.isEmpty())
        return failure(
            Error::Kind::NotFound,
            words(QT_TRANSLATE_NOOP("Vdds", "%1 does not offer this (%2).")).arg(name, operation),
            imaging);
    const std::optional<ProgramCall> call = programline::resolved(line, programline::programFile);
    if (!call)
        return failure(Error::Kind::NotFound,
                       words(QT_TRANSLATE_NOOP("Vdds",
                                               "The program that %1 registered for %2 is not on "
                                               "this computer, or may not be started."))
                           .arg(name, operation),
                       imaging);
    return *call;
}

Route Client::routeTo(const ImagingProgram &program) const
{
    return {m_options.ourselves.section, program.section, m_options.practiceNumber};
}

namespace {

//! Reads the file, lets it be changed and puts it back; once more when somebody else was faster.
template <class Change>
Result<bool> changeRegistry(const QString &file, bool mayBeNew, Change change)
{
    Result<void> written;
    for (int attempt = 0; attempt < 3; ++attempt) {
        const bool exists = QFileInfo::exists(file);
        const Result<QByteArray> former =
            exists || !mayBeNew ? readRegistry(file) : Result<QByteArray>(QByteArray());
        if (!former)
            return tl::unexpected<Error>(former.error());
        Ini ini = Ini::fromBytes(*former);
        const Result<void> changed = change(ini);
        if (!changed)
            return tl::unexpected<Error>(changed.error());
        const QByteArray bytes = ini.toBytes();
        written = writeRegistry(file, *former, bytes);
        if (written)
            return bytes != *former;
        if (written.error().kind != Error::Kind::Conflict)
            break;
    }
    return tl::unexpected<Error>(written.error());
}

} // namespace

Result<bool> Client::registerOurselves(const QString &importLine)
{
    Registration ourselves = m_options.ourselves;
    ourselves.importLine = importLine;
    return changeRegistry(m_options.registryFile, true,
                          [&ourselves](Ini &ini) { return enter(ini, ourselves); });
}

Result<bool> Client::unregisterOurselves()
{
    if (!QFileInfo::exists(m_options.registryFile))
        return false;
    return changeRegistry(m_options.registryFile, false, [this](Ini &ini) {
        leave(ini, m_options.ourselves.section);
        return Result<void>();
    });
}

void Client::cancel()
{
    m_cancelled = m_round + 1;
}

void Client::keepDiagnostic(const QString &operation, const QByteArray &bytes) const
{
    if (m_options.diagnosticFile.isEmpty())
        return;
    QSaveFile file(m_options.diagnosticFile);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QString(operation + u'\n' + masked(bytes)).toUtf8());
        file.commit();
    }
}

Task<QByteArray> Client::exchange(QString operation, Request request, IsWhole isWhole, Limit limit)
{
    ++m_open;
    const auto closed = qScopeGuard([this] { --m_open; });
    const quint64 round = ++m_round;
    const Result<ProgramCall> found = callFor(operation);
    if (!found)
        co_return tl::unexpected<Error>(found.error());
    ProgramCall call = *found;
    const std::chrono::milliseconds longest =
        limit.value_or(m_answeredOnce ? m_options.limit : m_options.firstLimit);
    const auto end = std::chrono::steady_clock::now() + longest;

    // One exchange at a time, for this program and for others of ours (VDDS-13).
    const QString folder = m_options.folder.isEmpty() ? QDir::tempPath() : m_options.folder;
    QLockFile lock(QDir(folder).filePath(u"vestibule-vdds.lock"_s));
    lock.setStaleLockTime(0);
    while (m_busy || !lock.tryLock(0)) {
        if (!m_busy && lock.error() != QLockFile::LockFailedError)
            break;
        if (round < m_cancelled)
            co_return failure(Error::Kind::Cancelled, words(QT_TRANSLATE_NOOP("Vdds", "Stopped.")),
                              imaging);
        if (std::chrono::steady_clock::now() >= end)
            co_return failure(Error::Kind::Timeout,
                              words(QT_TRANSLATE_NOOP("Vdds",
                                                      "Another exchange with the imaging program "
                                                      "is still under way. Try again.")),
                              imaging);
        co_await QCoro::sleepFor(50ms);
    }
    m_busy = true;
    const auto free = qScopeGuard([this] { m_busy = false; });

    ExchangeFile file(folder);
    if (!file.write(request.bytes))
        co_return failure(Error::Kind::Storage,
                          words(QT_TRANSLATE_NOOP("Vdds",
                                                  "The file for the imaging program cannot be "
                                                  "written. Is the disk full?")));
    const QString path = QDir::toNativeSeparators(file.path());
    call.arguments.append(path);
    call.nativeLine = QString(call.nativeLine + u' ' + programline::quoted(path)).trimmed();
    const Result<void> started = localprogram::start(call);
    if (!started)
        co_return tl::unexpected<Error>(started.error());
    const QString place = file.path();
    const QString section = request.section;
    const Result<QByteArray> answer = co_await waitForAnswer(place, section, isWhole, end, round);
    if (!answer) {
        qCInfo(lcHttp) << "VDDS" << operation << enumName(answer.error().kind);
        keepDiagnostic(operation, request.bytes);
        co_return answer;
    }
    m_answeredOnce = true;
    qCInfo(lcHttp) << "VDDS" << operation << "answered";
    keepDiagnostic(operation, *answer);
    co_return answer;
}

Task<QByteArray> Client::waitForAnswer(QString file, QString section, IsWhole isWhole,
                                       std::chrono::steady_clock::time_point end, quint64 round)
{
    // The callee may swap the file for a new one, and may write READY before the rest (trap 6).
    constexpr int longestAbsence = 3;
    constexpr int longestHalf = 25;
    int absent = 0;
    int half = 0;
    QByteArray former;
    bool wasReady = false;
    while (true) {
        const std::chrono::milliseconds pause =
            wasReady ? std::min(m_options.look, 200ms) : m_options.look;
        co_await QCoro::sleepFor(pause);
        const std::optional<QByteArray> bytes = ExchangeFile::read(file);
        absent = bytes || QFileInfo::exists(file) ? 0 : absent + 1;
        if (absent >= longestAbsence && wasReady)
            co_return former;
        if (absent >= longestAbsence)
            co_return failure(
                Error::Kind::Offline,
                words(QT_TRANSLATE_NOOP("Vdds",
                                        "Result unknown: the imaging program took the file and "
                                        "gave no answer. Look there before you try again.")),
                imaging);
        if (bytes) {
            const Ini ini = Ini::fromBytes(*bytes);
            const std::optional<Answer> answer = answerIn(ini, section);
            const bool isReady = answer && answer->ready;
            const bool isStill = isReady && wasReady && *bytes == former;
            const bool whole = !isWhole || (answer && answer->level != 0) || isWhole(ini);
            half = isReady && !whole ? half + 1 : 0;
            if (isStill && (whole || half >= longestHalf))
                co_return *bytes;
            if (isReady || !wasReady)
                former = *bytes;
            wasReady = wasReady || isReady;
        }
        if (round < m_cancelled)
            co_return failure(Error::Kind::Cancelled,
                              words(QT_TRANSLATE_NOOP("Vdds",
                                                      "Stopped. What the imaging program had "
                                                      "begun may still be done there.")),
                              imaging);
        if (std::chrono::steady_clock::now() >= end)
            co_return failure(
                Error::Kind::Timeout,
                words(QT_TRANSLATE_NOOP("Vdds",
                                        "The imaging program did not answer. Is somebody signed in "
                                        "there, and is it open exactly once?")),
                imaging);
    }
}

Task<Client::Sent> Client::send(ImagingPatient patient, Limit limit)
{
    if (patient.id.isEmpty() || patient.lastName.trimmed().isEmpty())
        co_return failure(
            Error::Kind::Invalid,
            words(QT_TRANSLATE_NOOP("Vdds",
                                    "The imaging program needs the patient's number in the CRM "
                                    "and the last name.")));
    const Result<ImagingProgram> found = program();
    if (!found)
        co_return tl::unexpected<Error>(found.error());
    const Request request = patientRequest(patient, routeTo(*found));
    const QString operation = u"PATDATIMPORT"_s;
    const IsWhole always = nullptr;
    const Result<QByteArray> bytes = co_await exchange(operation, request, always, limit);
    if (!bytes)
        co_return tl::unexpected<Error>(bytes.error());
    const std::optional<Answer> answer = answerIn(Ini::fromBytes(*bytes), request.section);
    if (answer && answer->level != 0)
        co_return tl::unexpected<Error>(
            refused(answer->level, withoutPatient(answer->text, patient)));
    co_return Sent{found->name.isEmpty() ? found->section : found->name, request.changedLetters};
}

Task<QList<ImageDescription>> Client::images(ImagingPatient patient, QDate since, Limit limit)
{
    const Result<ImagingProgram> found = program();
    if (!found)
        co_return tl::unexpected<Error>(found.error());
    const Request request = imagesRequest(patient, routeTo(*found), since);
    const QString operation = u"MMOINFEXPORT"_s;
    const IsWhole isWhole = areImagesWhole;
    const Result<QByteArray> bytes = co_await exchange(operation, request, isWhole, limit);
    if (!bytes)
        co_return tl::unexpected<Error>(bytes.error());
    const Ini ini = Ini::fromBytes(*bytes);
    const std::optional<Answer> answer = answerIn(ini, request.section);
    if (answer && answer->level != 0)
        co_return tl::unexpected<Error>(
            refused(answer->level, withoutPatient(answer->text, patient)));
    co_return imagesIn(ini);
}

Task<QList<ImageCopy>> Client::copies(ImagingPatient patient, QList<ImageDescription> images,
                                      QString folder, Limit limit)
{
    ++m_open;
    const auto closed = qScopeGuard([this] { --m_open; });
    const Result<ImagingProgram> found = program();
    if (!found)
        co_return tl::unexpected<Error>(found.error());
    // One format a request; not so many images that their copying outlasts the time limit.
    constexpr qsizetype longestList = 25;
    QMap<QString, QList<QList<ImageDescription>>> requests;
    for (const ImageDescription &image : images) {
        QList<QList<ImageDescription>> &ofFormat = requests[image.extension];
        if (ofFormat.isEmpty() || ofFormat.last().size() >= longestList)
            ofFormat.append(QList<ImageDescription>());
        ofFormat.last().append(image);
    }
    QList<ImageCopy> copies;
    const QString operation = u"MMOEXPORT"_s;
    const IsWhole always = nullptr;
    for (const auto &[format, lists] : requests.asKeyValueRange()) {
        for (const QList<ImageDescription> &list : lists) {
            QStringList ids;
            for (const ImageDescription &image : list)
                ids.append(image.id);
            const Request request = copiesRequest(ids, format, routeTo(*found));
            const Result<QByteArray> bytes = co_await exchange(operation, request, always, limit);
            if (!bytes)
                co_return tl::unexpected<Error>(bytes.error());
            const Ini ini = Ini::fromBytes(*bytes);
            const std::optional<Answer> answer = answerIn(ini, request.section);
            const QStringList paths = pathsIn(ini, ids.size());
            // An error with some images is an answer; with none it is a refusal.
            if (answer && answer->level != 0 && QStringList(paths).join(QString()).isEmpty())
                co_return tl::unexpected<Error>(
                    refused(answer->level, withoutPatient(answer->text, patient)));
            for (qsizetype i = 0; i < list.size(); ++i) {
                const QString path = paths.at(i);
                if (path.isEmpty())
                    continue;
                const QString target = QDir(folder).filePath(fileNameFor(list.at(i), path));
                // The imaging program may still hold its copy for a moment.
                Result<qint64> moved = moveFile(path, target);
                for (int attempt = 0; !moved && attempt < 10 && QFileInfo::exists(path);
                     ++attempt) {
                    co_await QCoro::sleepFor(100ms);
                    moved = moveFile(path, target);
                }
                if (!moved && moved.error().kind == Error::Kind::Storage)
                    co_return tl::unexpected<Error>(moved.error());
                if (moved)
                    copies.append(ImageCopy{list.at(i), target, *moved});
            }
        }
    }
    co_return copies;
}

Result<void> Client::show(const QString &imageId)
{
    const Result<ProgramCall> found = callFor(u"MMOVIEW"_s);
    if (!found)
        return tl::unexpected<Error>(found.error());
    ProgramCall call = *found;
    call.arguments.append(imageId);
    call.nativeLine = QString(call.nativeLine + u' ' + programline::quoted(imageId)).trimmed();
    return localprogram::start(call);
}

QString fileNameFor(const ImageDescription &image, const QString &path)
{
    static const QRegularExpression odd(u"[^A-Za-z0-9_-]"_s);
    QString id = QString(image.id).replace(odd, u"-"_s).left(40);
    if (id != image.id) {
        const QByteArray hash =
            QCryptographicHash::hash(image.id.toUtf8(), QCryptographicHash::Sha256);
        id += QString(u'-' + QString::fromLatin1(hash.toHex().left(8)));
    }
    QString suffix = path.section(u'.', -1).toLower();
    static const QRegularExpression suffixForm(u"^[a-z0-9]{1,5}$"_s);
    if (!path.contains(u'.') || !suffixForm.match(suffix).hasMatch())
        suffix = image.extension.toLower();
    if (!suffixForm.match(suffix).hasMatch())
        suffix = u"bin"_s;
    const QString date = image.date.isValid() ? dateText(image.date) : u"undated"_s;
    return QString(date + u'-' + id + u'.' + suffix);
}

} // namespace vdds

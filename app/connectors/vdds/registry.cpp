// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/vdds/registry.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QMap>
#include <QSaveFile>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace vdds {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("Vdds", text);
}

//! Beyond it a number is somebody's mistake.
constexpr int lastNumber = 99999;

//! The number of "NAME<n>"; 0 = another key, such as that of an archive (VDDS-03).
int numberOf(const QString &key)
{
    if (!key.startsWith(u"NAME"_s, Qt::CaseInsensitive))
        return 0;
    bool ok = false;
    const int number = key.mid(4).toInt(&ok);
    return ok && number > 0 && number <= lastNumber ? number : 0;
}

//! Number to section name.
QMap<int, QString> entriesOf(const Ini &ini, const QString &index)
{
    QMap<int, QString> entries;
    for (const QString &key : ini.keys(index)) {
        const int number = numberOf(key);
        const QString section = ini.text(index, key);
        if (number > 0 && !section.isEmpty() && !entries.contains(number))
            entries.insert(number, section);
    }
    return entries;
}

//! The number for a new entry: after the greatest, also of lines without a value.
int freeNumber(const Ini &ini, const QString &index)
{
    QSet<int> taken;
    int greatest = 0;
    for (const QString &key : ini.keys(index)) {
        taken.insert(numberOf(key));
        greatest = std::max(greatest, numberOf(key));
    }
    if (greatest < lastNumber)
        return greatest + 1;
    int number = 1;
    while (taken.contains(number))
        ++number;
    return number;
}

bool same(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

//! The keys of our section and their values.
QList<QPair<QString, QString>> linesOf(const Registration &ourselves)
{
    QList<QPair<QString, QString>> lines{{u"NAME"_s, ourselves.name},
                                         {u"VERSION"_s, u"1.4"_s},
                                         {u"STAGES"_s, ourselves.stages},
                                         {u"SUPPORTINFO"_s, u"0"_s}};
    if (!ourselves.importLine.isEmpty()) {
        lines.append({u"MMOINFIMPORT"_s, ourselves.importLine});
        lines.append({u"MMOINFIMPORT_OS"_s, ourselves.system});
    }
    return lines;
}

Error cannotWrite(const QString &file)
{
    return Error(Error::Kind::Forbidden,
                 words(QT_TRANSLATE_NOOP("Vdds",
                                         "%1 cannot be written. The file belongs to the computer's "
                                         "administrator: run this once with administrator rights."))
                     .arg(QDir::toNativeSeparators(file)),
                 Service::DentalDesktop);
}

} // namespace

QString registryFile(const QString &setting)
{
    if (!setting.isEmpty())
        return QDir::fromNativeSeparators(setting);
    const QString named = qEnvironmentVariable("VESTIBULE_VDDS_INI");
    if (!named.isEmpty())
        return QDir::fromNativeSeparators(named);
    const QString windows = QDir::fromNativeSeparators(qEnvironmentVariable("WINDIR"));
    return windows.isEmpty() ? u"/etc/vdds/VDDS_MMI.INI"_s : QString(windows + u"/VDDS_MMI.INI"_s);
}

QString virtualStoreCopy(const QString &file, const QString &localAppData)
{
    // C:/Windows/x becomes <local>/VirtualStore/Windows/x.
    const qsizetype root = file.indexOf(u":/"_s);
    if (localAppData.isEmpty() || root != 1)
        return {};
    const QString copy =
        QDir::fromNativeSeparators(localAppData) + u"/VirtualStore"_s + file.mid(root + 1);
    return QFileInfo(copy).isFile() ? copy : QString();
}

QList<ImagingProgram> programs(const Ini &ini, const QString &index)
{
    QList<ImagingProgram> found;
    for (const QString &section : entriesOf(ini, index)) {
        ImagingProgram program;
        program.section = section;
        program.name = ini.text(section, u"NAME"_s);
        program.version = ini.text(section, u"VERSION"_s);
        program.stages = ini.text(section, u"STAGES"_s);
        for (const QString &operation : {u"PATDATIMPORT"_s, u"MMOINFEXPORT"_s, u"MMOEXPORT"_s,
                                         u"MMOVIEW"_s, u"MMOINFIMPORT"_s, u"IDEXPORT"_s}) {
            if (!lineOf(ini, section, operation).isEmpty())
                program.operations.append(operation);
        }
        found.append(program);
    }
    return found;
}

std::optional<ImagingProgram> chosen(const Ini &ini, const QString &setting)
{
    const QList<ImagingProgram> all = programs(ini, u"BVS"_s);
    QList<ImagingProgram> fitting;
    for (const ImagingProgram &program : all) {
        QString told = QString(program.section + u' ' + program.name);
        for (const QString &operation : program.operations)
            told += QString(u' ' + lineOf(ini, program.section, operation));
        told.remove(u' ');
        const bool isDentalDesktop = told.contains(u"3shape"_s, Qt::CaseInsensitive)
            || told.contains(u"dentaldesktop"_s, Qt::CaseInsensitive);
        if (setting.isEmpty() ? isDentalDesktop : same(program.section, setting))
            fitting.append(program);
    }
    if (setting.isEmpty() && fitting.isEmpty())
        fitting = all;
    return fitting.size() == 1 || (!setting.isEmpty() && !fitting.isEmpty())
        ? std::optional<ImagingProgram>(fitting.first())
        : std::nullopt;
}

QString lineOf(const Ini &ini, const QString &section, const QString &operation)
{
    return ini.text(section, operation);
}

Result<void> enter(Ini &ini, const Registration &ourselves)
{
    const QString index = u"PVS"_s;
    const QMap<int, QString> entries = entriesOf(ini, index);
    const QString &section = ourselves.section;
    const auto isOurs = [&section](const QString &entry) { return same(entry, section); };
    const bool listed = std::any_of(entries.begin(), entries.end(), isOurs);
    // An imaging program may have the name, or somebody's section that no index lists.
    const QMap<int, QString> imaging = entriesOf(ini, u"BVS"_s);
    const bool imagingHasIt = std::any_of(imaging.begin(), imaging.end(), isOurs);
    const bool isForeign =
        ini.hasSection(section) && ini.text(section, u"NAME"_s) != ourselves.name;
    if (imagingHasIt || isForeign)
        return failure(Error::Kind::Invalid,
                       words(QT_TRANSLATE_NOOP("Vdds",
                                               "Another program is registered under the name %1. "
                                               "Choose another one with [vdds] section."))
                           .arg(section),
                       Service::DentalDesktop);
    if (!listed) {
        ini.setValue(index, u"NAME%1"_s.arg(freeNumber(ini, index)), section);
    }
    for (const auto &[key, value] : linesOf(ourselves))
        ini.setValue(section, key, value);
    if (ourselves.importLine.isEmpty()) {
        ini.removeKey(section, u"MMOINFIMPORT"_s);
        ini.removeKey(section, u"MMOINFIMPORT_OS"_s);
    }
    return {};
}

void leave(Ini &ini, const QString &section)
{
    bool listed = false;
    for (const QString &key : ini.keys(u"PVS"_s)) {
        if (numberOf(key) > 0 && same(ini.text(u"PVS"_s, key), section)) {
            ini.removeKey(u"PVS"_s, key);
            listed = true;
        }
    }
    // A section that the index never listed as ours is not ours to take.
    if (listed)
        ini.removeSection(section);
}

bool isEntered(const Ini &ini, const Registration &ourselves)
{
    const QMap<int, QString> entries = entriesOf(ini, u"PVS"_s);
    const bool listed = std::any_of(entries.begin(), entries.end(), [&](const QString &entry) {
        return same(entry, ourselves.section);
    });
    const QList<QPair<QString, QString>> lines = linesOf(ourselves);
    return listed && std::all_of(lines.begin(), lines.end(), [&](const auto &line) {
               return ini.text(ourselves.section, line.first) == line.second;
           });
}

Result<QByteArray> readRegistry(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return failure(Error::Kind::NotFound,
                       words(QT_TRANSLATE_NOOP("Vdds",
                                               "No imaging program on this computer exchanges "
                                               "images: there is no %1. Where Dental Desktop "
                                               "shares the computer, switch its practice "
                                               "integration to VDDS."))
                           .arg(QDir::toNativeSeparators(path)),
                       Service::DentalDesktop);
    constexpr qint64 longest = 4 * 1024 * 1024;
    if (!file.open(QIODevice::ReadOnly) || file.size() > longest)
        return failure(Error::Kind::Storage,
                       words(QT_TRANSLATE_NOOP("Vdds", "%1 cannot be read."))
                           .arg(QDir::toNativeSeparators(path)),
                       Service::DentalDesktop);
    return file.readAll();
}

Result<void> writeRegistry(const QString &file, const QByteArray &former, const QByteArray &bytes)
{
    if (former == bytes)
        return {};
    // Keeps a second process of ours out; other programs know no lock.
    QLockFile lock(QDir::temp().filePath(u"vestibule-vdds-registry.lock"_s));
    if (!lock.tryLock(5000))
        return failure(Error::Kind::Conflict,
                       words(QT_TRANSLATE_NOOP("Vdds", "%1 is being changed. Try again."))
                           .arg(QDir::toNativeSeparators(file)),
                       Service::DentalDesktop);
    const bool exists = QFileInfo::exists(file);
    const Result<QByteArray> now = exists ? readRegistry(file) : Result<QByteArray>(QByteArray());
    if (!now)
        return tl::unexpected<Error>(now.error());
    if (*now != former)
        return failure(Error::Kind::Conflict,
                       words(QT_TRANSLATE_NOOP("Vdds",
                                               "%1 was changed by another program meanwhile. Try "
                                               "again."))
                           .arg(QDir::toNativeSeparators(file)),
                       Service::DentalDesktop);
    const auto put = [](const QString &path, const QByteArray &content) {
        QSaveFile save(path);
        return save.open(QIODevice::WriteOnly) && save.write(content) == content.size()
            && save.commit();
    };
    if (exists && !put(QString(file + u".vestibule.bak"_s), former))
        return tl::unexpected<Error>(cannotWrite(file));
    if (!put(file, bytes))
        return tl::unexpected<Error>(cannotWrite(file));
    return {};
}

} // namespace vdds

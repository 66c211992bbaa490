// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/vdds/exchangefile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace vdds {

ExchangeFile::ExchangeFile(const QString &folder)
    : m_folder(QDir(folder).filePath(u"vestibule-vdds-XXXXXX"_s))
{
    sweep(folder);
    // Eight letters: old programs know no longer names.
    const QString name = QUuid::createUuid().toString(QUuid::Id128).left(8);
    m_path = m_folder.filePath(QString(name + u".ini"_s));
}

void ExchangeFile::sweep(const QString &folder)
{
    const QDateTime yesterday = QDateTime::currentDateTimeUtc().addDays(-1);
    for (const QFileInfo &old : QDir(folder).entryInfoList(
             {u"vestibule-vdds-??????"_s}, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        if (old.lastModified().toUTC() < yesterday)
            QDir(old.filePath()).removeRecursively();
    }
}

bool ExchangeFile::write(const QByteArray &bytes) const
{
    QFile file(m_path);
    return m_folder.isValid() && file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(bytes) == bytes.size() && file.flush();
}

std::optional<QByteArray> ExchangeFile::read(const QString &path)
{
    // The list of a patient's images is some hundred bytes an image.
    constexpr qint64 longest = 16 * 1024 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.read(longest);
}

Result<qint64> moveFile(const QString &from, const QString &to)
{
    QFile source(from);
    if (!QFileInfo(from).isFile())
        return failure(Error::Kind::NotFound, QString(), Service::DentalDesktop);
    if (!source.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Conflict, QString(), Service::DentalDesktop);
    QSaveFile target(to);
    constexpr qint64 piece = 1024 * 1024;
    bool written = target.open(QIODevice::WriteOnly);
    while (written && !source.atEnd()) {
        const QByteArray bytes = source.read(piece);
        written = !bytes.isEmpty() && target.write(bytes) == bytes.size();
    }
    if (!written || !target.commit())
        return failure(Error::Kind::Storage,
                       QCoreApplication::translate("Vdds",
                                                   "An image cannot be written to that folder. Is "
                                                   "it there, and is the disk full?"));
    const qint64 size = source.size();
    source.close();
    source.remove();
    return size;
}

Result<void> replaceFile(const QString &path, const QByteArray &unready, const QByteArray &ready)
{
    QSaveFile whole(path);
    if (whole.open(QIODevice::WriteOnly) && whole.write(ready) == ready.size() && whole.commit())
        return {};
    // Windows does not swap a file that its caller holds open.
    for (const QByteArray &bytes : {unready, ready}) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
            return failure(Error::Kind::Storage,
                           QCoreApplication::translate(
                               "Vdds", "The imaging program's file cannot be written."));
    }
    return {};
}

} // namespace vdds

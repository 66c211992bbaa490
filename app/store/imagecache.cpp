// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/imagecache.h"

#include <QCoroFuture>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace {

QString fileNameOf(const QString &key)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString placeOf(const QString &fileName)
{
    return u"scanimage/"_s + fileName;
}

Result<QByteArray> readSealed(const Seal &seal, const QString &directory, const QString &name)
{
    QFile file(QDir(directory).filePath(name));
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return failure(Error::Kind::NotFound, QString());
    const QByteArray sealed = file.readAll();
    // What is looked at stays longest.
    file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    Result<QByteArray> image = seal.open(sealed, placeOf(name));
    if (!image) {
        file.close();
        // Sealed with a former key, or damaged: of no use to anybody.
        if (!seal.isLocked())
            file.remove();
        return failure(Error::Kind::NotFound, QString());
    }
    return image;
}

void trim(const QString &directory, qint64 largest)
{
    qint64 total = 0;
    const QFileInfoList files = QDir(directory).entryInfoList(QDir::Files, QDir::Time);
    for (const QFileInfo &file : files) {
        total += file.size();
        if (total > largest)
            QFile::remove(file.filePath());
    }
}

Result<void> writeSealed(const Seal &seal, const QString &directory, const QString &name,
                         const QByteArray &image, qint64 largest)
{
    const Result<QByteArray> sealed = seal.seal(image, placeOf(name));
    if (!sealed)
        return tl::unexpected<Error>(sealed.error());
    QDir().mkpath(directory);
    QSaveFile file(QDir(directory).filePath(name));
    const bool kept =
        file.open(QIODevice::WriteOnly) && file.write(*sealed) == sealed->size() && file.commit();
    if (!kept)
        return failure(Error::Kind::Storage, ImageCache::tr("A photo could not be kept."));
    trim(directory, largest);
    return {};
}

} // namespace

ImageCache::ImageCache(Database *database, QString directory, qint64 largest, QObject *parent)
    : QObject(parent), m_database(database), m_directory(std::move(directory)), m_largest(largest)
{
}

Task<QByteArray> ImageCache::read(QString key)
{
    auto work = [seal = m_database->seal(), directory = m_directory, name = fileNameOf(key)] {
        return readSealed(seal, directory, name);
    };
    co_return co_await QtConcurrent::run(&m_pool, std::move(work));
}

Task<void> ImageCache::write(QString key, QByteArray image)
{
    auto work = [seal = m_database->seal(), directory = m_directory, name = fileNameOf(key), image,
                 largest = m_largest] {
        return writeSealed(seal, directory, name, image, largest);
    };
    co_return co_await QtConcurrent::run(&m_pool, std::move(work));
}

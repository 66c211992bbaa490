// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QString>
#include <QStringList>

//! The project's own text files, for the tests that read the sources themselves.
class SourceTree
{
public:
    //! Paths relative to the top of the sources, below these folders, ending in one of suffixes.
    static QStringList files(const QStringList &folders, const QStringList &suffixes)
    {
        QStringList found;
        const QDir top(QStringLiteral(VESTIBULE_SOURCE_DIR));
        for (const QString &folder : folders) {
            QDirIterator it(top.filePath(folder), QDir::Files, QDirIterator::Subdirectories);
            while (it.hasNext()) {
                const QString path = top.relativeFilePath(it.next());
                for (const QString &suffix : suffixes) {
                    if (path.endsWith(suffix))
                        found.append(path);
                }
            }
        }
        found.sort();
        return found;
    }

    static QByteArray read(const QString &path)
    {
        QFile file(QDir(QStringLiteral(VESTIBULE_SOURCE_DIR)).filePath(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

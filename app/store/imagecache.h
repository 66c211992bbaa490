// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"

#include <QThreadPool>

//! Photos as files, sealed with the patients' key; names on disk say nothing. The oldest go when
//! there are too many. Works in the background; nothing is kept while the key is locked.
class ImageCache : public QObject
{
    Q_OBJECT

public:
    //! directory is made on the first write. largest: bytes of all files together.
    ImageCache(Database *database, QString directory, qint64 largest = 512LL * 1024 * 1024,
               QObject *parent = nullptr);

    //! NotFound where there is none, or none that opens.
    Task<QByteArray> read(QString key);
    Task<void> write(QString key, QByteArray image);

private:
    Database *m_database;
    QString m_directory;
    qint64 m_largest;
    //! Not Qt's own pool: Qt paints with that one, and the window would wait for our files.
    QThreadPool m_pool;
};

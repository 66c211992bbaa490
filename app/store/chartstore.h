// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/imagecache.h"

//! Dental profiles and charts as last read, and what surgeons kept of them. Everything is sealed;
//! what is in a document, its reader knows.
class ChartStore : public QObject
{
    Q_OBJECT

public:
    struct Document {
        QByteArray json;
        QDateTime readAt;
    };
    struct Picture {
        QByteArray bytes;
        QString format; //!< "svg", "png"
        QString etag; //!< empty = there was none
        QDateTime date; //!< of what it shows
        QDateTime readAt;
    };
    //! What was kept for a treatment proposal.
    struct Kept {
        QString id; //!< ours; empty = new
        PatientId patient;
        VisitId visit; //!< empty = the state of then
        QDateTime keptAt;
        StaffId by;
        QByteArray json;
        QByteArray picture; //!< empty = there was none
    };

    //! The owner of what belongs to nobody: the backgrounds.
    static QString clinic() { return QStringLiteral("clinic"); }

    //! pictures outlives the store.
    ChartStore(Database *database, ImageCache *pictures, Clock clock, QObject *parent = nullptr);

    //! NotFound where nothing is kept, or nothing that opens.
    Task<Document> document(QString owner, QString kind);
    Task<void> put(QString owner, QString kind, QByteArray json);
    Task<void> remove(QString owner, QString kind);
    //! NotFound also where the file is gone.
    Task<Picture> picture(QString owner, QString kind);
    Task<void> putPicture(QString owner, QString kind, Picture picture);

    //! Audited.
    Task<void> keep(Kept kept);
    //! Newest first.
    Task<QList<Kept>> kept(PatientId patient);

private:
    Database *m_database;
    ImageCache *m_pictures;
    Clock m_clock;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/imagecopy.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "app/store/auditlog.h"
#include "app/store/cataloguestore.h"
#include "app/store/patientstore.h"

#include <chrono>
#include <memory>

namespace vdds {
class Client;
}
namespace dentaldesktopcmd {
class Program;
}

//! What staff do with an imaging program on the same computer: hand a patient over (by VDDS-media
//! or by Dental Desktop's command line), fetch the patient's images, and being told of new ones.
//! Gestures go out at once; nothing of them is kept in the outbox. GUI thread.
class ImagingWorkflow : public QObject
{
    Q_OBJECT

public:
    using Limit = std::optional<std::chrono::milliseconds>;
    //! For the page of diagnoses (dental-desktop-3dd.md, VDDS-22).
    struct Status {
        QString file; //!< VDDS_MMI.INI
        bool found = false;
        QString encoding;
        bool registered = false; //!< we are in it
        QString virtualCopy; //!< a copy that old programs see instead of it; empty = none
        QList<ImagingProgram> practice;
        QList<ImagingProgram> imaging;
        QString chosen; //!< the section of the imaging program that is called; empty = none
        QString unavailable; //!< why there is no exchange here; empty = there is
        QString command; //!< DentalDesktopCmd.exe; empty = it is not here
        QString commandUnavailable;
        QString lastExchange; //!< without what says who it was about
    };

    ImagingWorkflow(Session *session, const Settings &settings, PatientStore *patients,
                    CatalogueStore *catalogue, AuditLog *audit, QObject *parent = nullptr);
    ~ImagingWorkflow() override;

    //! Why the imaging program cannot be called from this computer, in words; empty = it can.
    QString unavailable() const;
    //! The same for DentalDesktopCmd.exe.
    QString commandUnavailable() const;
    //! What somebody sets up in Dental Desktop before either way works (CLI-12, -13).
    static QString setUpText();
    //! The imaging program can be told to show an image (VDDS-21).
    bool canShowImages() const;
    Result<Status> status() const;

    Task<ImagingSent> send(PatientId patient, Limit limit = {});
    //! Hands the patient over first, then fetches into that folder what the imaging program has of
    //! them since that day; invalid = all (VDDS-13).
    Task<FetchedImages> fetchImages(PatientId patient, QDate since, QString folder,
                                    Limit limit = {});
    Result<void> showImage(const QString &imageId);
    //! DentalDesktopCmd.exe with a patient, or (empty) to bring Dental Desktop up.
    Task<LocalCall> launch(PatientId patient, Limit limit = {});
    //! The running exchange ends with Cancelled.
    void cancel();

    //! Our entry in VDDS_MMI.INI, with the command line by which we are told of images; true = the
    //! file was changed. Needs the right to change settings.
    Result<bool> registerHere(const QString &importLine);
    Result<bool> unregisterHere();

    //! An imaging program called us with this file (VDDS-24): it is answered there, and what it
    //! announced is kept. Nobody need be signed in: nothing of ours is shown. Invalid when the file
    //! is no request.
    Task<void> answer(QString file);
    //! Answers that nothing works now, such as when the database does not open.
    static Result<void> answerNotNow(const QString &file);
    //! How many images each patient has that were announced and not fetched yet.
    Task<QHash<PatientId, int>> announced();

    void stop();
    bool isIdle() const;

private:
    Task<ImagingPatient> personOf(PatientId patient);
    Task<void> note(QString action, PatientId patient, QString detail);
    Task<void> keepAnnounced(PatientId patient, QStringList images);
    Task<void> forgetAnnounced(PatientId patient);

    Session *m_session;
    Settings m_settings;
    PatientStore *m_patients;
    CatalogueStore *m_catalogue;
    AuditLog *m_audit;
    std::unique_ptr<vdds::Client> m_client;
    std::unique_ptr<dentaldesktopcmd::Program> m_command;
};

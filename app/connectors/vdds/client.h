// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/programline.h"
#include "app/connectors/vdds/exchange.h"
#include "app/connectors/vdds/registry.h"

#include <QObject>
#include <chrono>

class QLockFile;

namespace vdds {

//! Calls the imaging program of this computer as a practice system does (dental-desktop-3dd.md
//! section 10.3): one exchange after the other, each a file that the program answers in. GUI
//! thread; every wait gives the thread back.
class Client : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString registryFile; //!< VDDS_MMI.INI
        QString imaging; //!< the imaging program's section; empty = the one that offers itself
        Registration ourselves;
        QString practiceNumber; //!< PRXNR; empty = not sent
        //! The first exchange may have to start the imaging program, where somebody then signs in
        //! within five minutes (VDDS-11).
        std::chrono::milliseconds firstLimit{std::chrono::minutes(6)};
        std::chrono::milliseconds limit{std::chrono::seconds(60)};
        std::chrono::milliseconds look{500}; //!< from one look at the file to the next (VDDS-10)
        QString folder; //!< for exchange files; empty = the system's for temporary files
        QString diagnosticFile; //!< keeps the last exchange, without names; empty = nowhere
    };
    //! A limit that somebody asked for in place of the options'.
    using Limit = std::optional<std::chrono::milliseconds>;

    //! What an exchange of a patient's data came to.
    struct Sent {
        QString program; //!< the imaging program's name
        bool changedLetters = false; //!< the name was spelled otherwise: its letters are not in the
                                     //!< encoding of these files
    };
    //! For diagnostics (VDDS-22).
    struct Status {
        QString file;
        bool found = false;
        Charset charset = Charset::Windows1252;
        bool registered = false;
        QString virtualCopy; //!< a copy that old programs see instead of the file
        QList<ImagingProgram> practice;
        QList<ImagingProgram> imaging;
        std::optional<ImagingProgram> chosen;
        QString lastExchange; //!< without what says who it was about
    };

    explicit Client(Options options, QObject *parent = nullptr);

    Status status() const;
    //! The imaging program that would be called, or in words why there is none here.
    Result<ImagingProgram> program() const;
    //! The same for one operation: it must be offered, and its program must be there.
    Result<ProgramCall> callFor(const QString &operation) const;

    //! Our entry in the registration file, with the line by which we are called; true = the file
    //! was changed.
    Result<bool> registerOurselves(const QString &importLine);
    Result<bool> unregisterOurselves();

    //! PATDATIMPORT: the patient is made or brought up to date there, and shown.
    Task<Sent> send(ImagingPatient patient, Limit limit = {});
    //! MMOINFEXPORT: the images of a patient who was sent before; since invalid = all.
    Task<QList<ImageDescription>> images(ImagingPatient patient, QDate since, Limit limit = {});
    //! MMOEXPORT: copies into that folder. What the program does not have is missing in the list.
    Task<QList<ImageCopy>> copies(ImagingPatient patient, QList<ImageDescription> images,
                                  QString folder, Limit limit = {});
    //! MMOVIEW: the image is shown there. Nothing tells whether it was.
    Result<void> show(const QString &imageId);
    //! What waits ends with Cancelled. What the imaging program does is not undone.
    void cancel();
    //! Nothing is under way: the client may go.
    bool isIdle() const { return m_open == 0; }

private:
    using IsWhole = bool (*)(const Ini &answer);
    Task<QByteArray> exchange(QString operation, Request request, IsWhole isWhole, Limit limit);
    Task<QByteArray> waitForAnswer(QString file, QString section, IsWhole isWhole,
                                   std::chrono::steady_clock::time_point end, quint64 round);
    Result<Ini> registry() const;
    Route routeTo(const ImagingProgram &program) const;
    void keepDiagnostic(const QString &operation, const QByteArray &bytes) const;

    Options m_options;
    int m_open = 0; //!< calls under way, waiting ones as well
    bool m_busy = false;
    bool m_answeredOnce = false;
    quint64 m_cancelled = 0; //!< rounds before this one are given up
    quint64 m_round = 0;
};

//! A file's name for a copy: date and id, never a person's name.
QString fileNameFor(const ImageDescription &image, const QString &path);

} // namespace vdds

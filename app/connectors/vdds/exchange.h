// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/vdds/ini.h"
#include "app/domain/imagecopy.h"

//! The files that practice system and imaging program hand to each other (dental-desktop-3dd.md
//! section 10.2). Pure: bytes in, bytes out.
namespace vdds {

//! Who writes to whom.
struct Route {
    QString practice; //!< our section
    QString imaging; //!< the imaging program's
    QString practiceNumber; //!< PRXNR; empty = left out
};

//! A request as it is written, in Windows-1252 (VDDS-09).
struct Request {
    QString section; //!< where READY and ERRORLEVEL stand
    QByteArray bytes;
    bool changedLetters = false; //!< a letter was not in the encoding and was spelled otherwise
};

//! PATDATIMPORT: the patient is stored there and shown.
Request patientRequest(const ImagingPatient &patient, const Route &route);
//! MMOINFEXPORT: what images there are of the patient; since invalid = all.
Request imagesRequest(const ImagingPatient &patient, const Route &route, QDate since);
//! MMOEXPORT: copies of these images in that format.
Request copiesRequest(const QStringList &ids, const QString &extension, const Route &route);

//! What the other side answered.
struct Answer {
    bool ready = false;
    int level = 0; //!< ERRORLEVEL; 0 = fine
    QString text; //!< may name the patient
};
//! Nothing when the section is not (yet) there.
std::optional<Answer> answerIn(const Ini &ini, const QString &section);

//! The images of [MMOS]; what has no MMOID is left out.
QList<ImageDescription> imagesIn(const Ini &ini);
//! True when there are as many images as [MMOS] says; a file may be half written.
bool areImagesWhole(const Ini &ini);
//! The paths of [MMOPATH] by the numbers of the request, 1 to count; empty = that one is missing.
QStringList pathsIn(const Ini &ini, qsizetype count);

//! A call that an imaging program makes to us (MMOINFIMPORT).
struct Incoming {
    QString section; //!< where the answer belongs; empty = no request
    bool supported = false;
    QString patientId;
    QString imaging; //!< who calls
    QList<ImageDescription> images;
};
//! Told by its sections, whatever the file is called (VDDS-08).
Incoming incomingIn(const Ini &ini);
//! The same file with our answer. Nothing else changes.
QByteArray answered(const QByteArray &request, const QString &section, bool ready, int level,
                    const QString &text);

//! "yyyyMMdd"; empty for a date that is not known (VDDS-16).
QString dateText(QDate date);
//! "yyyyMMdd" and the ISO forms; what is no date, and year 1, is invalid.
QDate dateFrom(const QString &text);
QTime timeFrom(const QString &text);
//! The same file without what says who it is about: for diagnostics (VDDS-22).
QString masked(const QByteArray &bytes);

} // namespace vdds

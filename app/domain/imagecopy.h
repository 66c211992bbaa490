// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTime>

//! A patient as an imaging program on this computer is told of.
struct ImagingPatient {
    QString id; //!< the integration id: the CRM Contact
    QString number; //!< what people see as the patient's number; empty = the id
    QString lastName;
    QString firstName;
    QString sex; //!< as in Patient
    QDate birthDate; //!< invalid = unknown

    friend bool operator==(const ImagingPatient &, const ImagingPatient &) = default;
};

//! An image as the imaging program describes it (dental-desktop-3dd.md section 10.2).
struct ImageDescription {
    static constexpr int Deleted = 0; //!< TYPENR of an image that is gone

    QString id; //!< MMOID, the imaging program's own
    QString type; //!< its words
    int typeNumber = -1; //!< TYPENR; -1 = not said
    QString teeth; //!< as it writes them: the notation is not documented
    QDate date;
    QTime time;
    QString extension; //!< "JPG", "DCM", …
    QString colour;
    QString comment;

    friend bool operator==(const ImageDescription &, const ImageDescription &) = default;
};

//! A copy of an image that was fetched.
struct ImageCopy {
    ImageDescription description;
    QString file;
    qint64 bytes = 0;

    friend bool operator==(const ImageCopy &, const ImageCopy &) = default;
};

//! What came of handing a patient to the imaging program.
struct ImagingSent {
    QString program; //!< the imaging program's name
    bool changedLetters = false; //!< the name was spelled otherwise: the files of the exchange
                                 //!< cannot carry its letters
};

//! A patient's images as far as they came.
struct FetchedImages {
    QString program;
    QList<ImageCopy> copies;
    QStringList missing; //!< ids of those that the program described but did not give
    bool changedLetters = false;
};

//! How the call of a program on this computer ended.
struct LocalCall {
    QString program; //!< its file's name
    int exitCode = 0;
    bool crashed = false;
    QString output; //!< may name the patient: for the person who called, never for a log
};

//! A program that is registered on this computer for the exchange of images (VDDS-media).
struct ImagingProgram {
    QString section; //!< its name in the list of programs
    QString name;
    QString version;
    QString stages;
    QStringList operations; //!< "PATDATIMPORT", …

    friend bool operator==(const ImagingProgram &, const ImagingProgram &) = default;
};

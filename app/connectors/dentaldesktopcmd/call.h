// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/programline.h"
#include "app/domain/imagecopy.h"

//! DentalDesktopCmd.exe of 3Shape Dental Desktop: creates or updates a patient in the Dental
//! Desktop of the same computer and opens it there (dental-desktop-3dd.md section 9). Nothing comes
//! back that is documented.
namespace dentaldesktopcmd {

//! Where the program may be below the folders for programs, the newer folder first (CLI-01, -02).
QStringList knownPlaces(const QStringList &programFolders);
//! The folders for programs of this computer; empty where Dental Desktop does not exist.
QStringList programFolders();

//! How the program is called.
struct Form {
    bool merge = false; //!< the undocumented switch of CLI-09
};
//! The arguments for a patient, lower case (CLI-04), in the documented order. Invalid in words when
//! the id or the last name is missing (CLI-06). No patient: no argument, which brings Dental
//! Desktop up (CLI-10).
Result<ProgramCall> callFor(const QString &program, const std::optional<ImagingPatient> &patient,
                            Form form);
//! A value as it may stand between quotation marks: '"' becomes '\'', what is no character for
//! people goes, blanks stay (CLI-15).
QString cleanValue(const QString &value);

} // namespace dentaldesktopcmd

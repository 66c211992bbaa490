// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/connectors/vdds/ini.h"
#include "app/domain/imagecopy.h"

//! What VDDS_MMI.INI says, and our own entry in it (dental-desktop-3dd.md section 10.1). Pure but
//! for the functions that take a file's name.
namespace vdds {

//! Ourselves as a practice system.
struct Registration {
    QString section = QStringLiteral("VESTIBULE");
    QString name = QStringLiteral("Vestibule");
    QString stages = QStringLiteral("1234");
    QString importLine; //!< how MMOINFIMPORT calls us; empty = not offered
    QString system = QStringLiteral("1"); //!< MMOINFIMPORT_OS: 1 Windows, 3 Unix (VDDS-04)

    friend bool operator==(const Registration &, const Registration &) = default;
};

//! "VDDS_MMI.INI" of this computer: the setting, else the environment's VESTIBULE_VDDS_INI, else
//! %WINDIR%, else where others look on systems that are no Windows (VDDS-01, -23).
QString registryFile(const QString &setting);
//! The copy that Windows shows to old programs without rights instead of the file; empty = none is
//! there.
QString virtualStoreCopy(const QString &file, const QString &localAppData);

//! The imaging programs ("BVS") or practice systems ("PVS") of the index, in the order of their
//! numbers.
QList<ImagingProgram> programs(const Ini &ini, const QString &index);
//! The imaging program meant by a setting (its section), else the one that tells by name or path
//! that it is Dental Desktop's, else the only one (VDDS-07); nothing when a person has to choose.
std::optional<ImagingProgram> chosen(const Ini &ini, const QString &setting);
//! The command line of an operation of that program; empty = it does not offer it.
QString lineOf(const Ini &ini, const QString &section, const QString &operation);

//! Our entry put in or brought up to date; the same again changes nothing. Invalid when another
//! program has that section.
Result<void> enter(Ini &ini, const Registration &ourselves);
//! Our entry taken out. Numbers of others stay.
void leave(Ini &ini, const QString &section);
bool isEntered(const Ini &ini, const Registration &ourselves);

//! The file as it is; NotFound in words.
Result<QByteArray> readRegistry(const QString &file);
//! Replaces the file in one step, with a copy of the former beside it (".vestibule.bak"). Conflict
//! when the file is no longer what was read: read again. Forbidden when rights are missing.
Result<void> writeRegistry(const QString &file, const QByteArray &former, const QByteArray &bytes);

} // namespace vdds

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/dentaldesktopcmd/call.h"
#include "app/connectors/localprogram.h"

namespace dentaldesktopcmd {

//! DentalDesktopCmd.exe on this computer: where it is, and its call.
class Program
{
public:
    struct Options {
        QString path; //!< set by a person; empty = the known places. Also another program that
                      //!< takes the same arguments (CLI-18)
        QStringList places; //!< looked through in order when no path is set
        Form form;
        std::chrono::milliseconds limit{std::chrono::minutes(6)};
    };

    explicit Program(Options options) : m_options(std::move(options)) { }

    //! The program's full path; why it cannot be used, otherwise (CLI-17).
    Result<QString> path() const;
    //! The call is refused, or the program ran; what its exit code says is not documented (CLI-14).
    //! limit: in place of the options' one.
    Task<ProgramEnd> run(std::optional<ImagingPatient> patient,
                         std::optional<std::chrono::milliseconds> limit = {});

private:
    Options m_options;
};

} // namespace dentaldesktopcmd

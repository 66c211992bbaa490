// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaldesktopcmd/program.h"

#include "app/base/logcategories.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace dentaldesktopcmd {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("DentalDesktopCmd", text);
}

} // namespace

Result<QString> Program::path() const
{
    const bool isSet = !m_options.path.isEmpty();
    const QStringList places = isSet ? QStringList{m_options.path} : m_options.places;
    QString found;
    for (const QString &place : places) {
        if (found.isEmpty() && QFileInfo(QDir::fromNativeSeparators(place)).isFile())
            found = QDir::fromNativeSeparators(place);
    }
    if (found.isEmpty() && isSet)
        return failure(Error::Kind::NotFound,
                       words(QT_TRANSLATE_NOOP("DentalDesktopCmd",
                                               "The program that [dentaldesktop] command names is "
                                               "not on this computer.")),
                       Service::DentalDesktop);
    if (found.isEmpty())
        return failure(
            Error::Kind::NotFound,
            words(QT_TRANSLATE_NOOP("DentalDesktopCmd",
                                    "Dental Desktop is not on this computer: DentalDesktopCmd.exe "
                                    "is in none of its folders. It works only where both share a "
                                    "computer; elsewhere its server is used.")),
            Service::DentalDesktop);
    if (programline::needsShell(found) || !QFileInfo(found).isExecutable())
        return failure(Error::Kind::Forbidden,
                       words(QT_TRANSLATE_NOOP("DentalDesktopCmd",
                                               "DentalDesktopCmd.exe is there but cannot be "
                                               "started: it is no program, or your account may "
                                               "not run it.")),
                       Service::DentalDesktop);
    return found;
}

Task<ProgramEnd> Program::run(std::optional<ImagingPatient> patient,
                              std::optional<std::chrono::milliseconds> limit)
{
    const Result<QString> program = path();
    if (!program)
        co_return tl::unexpected<Error>(program.error());
    const Result<ProgramCall> call = callFor(*program, patient, m_options.form);
    if (!call)
        co_return tl::unexpected<Error>(call.error());
    const ProgramCall made = *call;
    const std::chrono::milliseconds longest = limit.value_or(m_options.limit);
    const Result<ProgramEnd> end = co_await localprogram::run(made, longest);
    // Neither arguments nor output: both name the patient.
    if (end)
        qCInfo(lcHttp) << "DentalDesktopCmd ended with" << end->exitCode;
    else
        qCInfo(lcHttp) << "DentalDesktopCmd:" << enumName(end.error().kind);
    co_return end;
}

} // namespace dentaldesktopcmd

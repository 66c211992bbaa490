// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaldesktopcmd/call.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace dentaldesktopcmd {

QStringList knownPlaces(const QStringList &programFolders)
{
    QStringList places;
    for (const QString &folder :
         {u"ThreeShape.PracticeManagementIntegration"_s, u"ThreeShape.PMSIntegration"_s}) {
        for (const QString &programs : programFolders)
            places.append(QString(programs + u"/3Shape/Dental Desktop/Plugins/"_s + folder
                                  + u"/DentalDesktopCmd.exe"_s));
    }
    return places;
}

QStringList programFolders()
{
    QStringList folders;
    // ProgramW6432 is the 64-bit folder also for a 32-bit program.
    for (const char *name : {"ProgramW6432", "ProgramFiles", "ProgramFiles(x86)"}) {
        const QString folder = QDir::fromNativeSeparators(qEnvironmentVariable(name));
        if (!folder.isEmpty() && !folders.contains(folder, Qt::CaseInsensitive))
            folders.append(folder);
    }
    return folders;
}

QString cleanValue(const QString &value)
{
    QString clean;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value.at(i);
        if (c.isSurrogate()) {
            const bool pair =
                c.isHighSurrogate() && i + 1 < value.size() && value.at(i + 1).isLowSurrogate();
            if (pair)
                clean += value.mid(i++, 2);
            continue;
        }
        const QChar::Category category = c.category();
        if (c.isSpace())
            clean += u' ';
        else if (c == u'"')
            clean += u'\'';
        else if (category != QChar::Other_Control && category != QChar::Other_Format)
            clean += c;
    }
    return clean.simplified();
}

Result<ProgramCall> callFor(const QString &program, const std::optional<ImagingPatient> &patient,
                            Form form)
{
    ProgramCall call;
    call.program = program;
    if (!patient)
        return call;
    const QString id = cleanValue(patient->id);
    const QString lastName = cleanValue(patient->lastName);
    if (id.isEmpty())
        return failure(
            Error::Kind::Invalid,
            QCoreApplication::translate("DentalDesktopCmd",
                                        "The patient has no number in the CRM yet, which "
                                        "Dental Desktop needs. Try again when the "
                                        "patient has reached the CRM."));
    if (lastName.isEmpty())
        return failure(Error::Kind::Invalid,
                       QCoreApplication::translate(
                           "DentalDesktopCmd", "Dental Desktop needs the patient's last name."));
    QStringList line;
    const auto put = [&call, &line](const QString &name, const QString &value) {
        call.arguments.append(QString(u'-' + name + u'=' + value));
        line.append(QString(u'-' + name + u'=' + programline::quoted(value)));
    };
    put(u"integrationid"_s, id);
    put(u"firstname"_s, cleanValue(patient->firstName));
    put(u"lastname"_s, lastName);
    // A date that is not known is left out; year 1 is how others' programs write one (CLI-16).
    if (patient->birthDate.isValid() && patient->birthDate.year() > 1)
        put(u"birthday"_s, patient->birthDate.toString(u"yyyyMMdd"_s));
    const QString number = cleanValue(patient->number);
    put(u"patientid"_s, number.isEmpty() ? id : number);
    if (form.merge) {
        call.arguments.append(u"-merge"_s);
        line.append(u"-merge"_s);
    }
    call.nativeLine = line.join(u' ');
    return call;
}

} // namespace dentaldesktopcmd

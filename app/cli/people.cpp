// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/words.h"

#include <QJsonArray>
#include <QTimeZone>

using namespace Qt::StringLiterals;

// The areas staff, day and patient.

namespace {

QJsonObject staffDocument(const StaffMember &member)
{
    return {{u"id"_s, member.id.value},
            {u"name"_s, member.name},
            {u"role"_s, enumName(member.role).toLower()},
            {u"disabled"_s, member.disabled}};
}

//! The PIN of a new member; a person at a terminal types it twice.
Result<QString> newPin(const CommandLine &line)
{
    const Result<QString> pin = pinFrom(line, Words::tr("New PIN: "));
    if (!pin || line.options.pinFromStdin)
        return pin;
    const Result<QString> again = pinFrom(line, Words::tr("New PIN once more: "));
    if (!again || *again == *pin)
        return again;
    return failure(Error::Kind::Invalid, Words::tr("The two PINs differ. Nobody was added."));
}

//! Fields of a patient given as options laid over what is known.
Result<Patient> patientFrom(const CommandLine &line, Patient patient)
{
    if (const auto first = line.value(u"first"_s))
        patient.firstName = *first;
    if (const auto last = line.value(u"last"_s))
        patient.lastName = *last;
    if (const auto birth = line.value(u"birth"_s)) {
        const Result<QDate> date = dateFrom(u"birth"_s, *birth);
        if (!date)
            return tl::unexpected<Error>(date.error());
        patient.birthDate = *date;
    }
    if (const auto phone = line.value(u"phone"_s))
        patient.mobile = *phone;
    if (const auto email = line.value(u"email"_s))
        patient.email = *email;
    return patient;
}

} // namespace

Task<Exit> runStaff(CommandLine *line)
{
    Session *session = line->desk->session();
    if (line->verb == u"add"_s) {
        const QString name = line->arguments.value(0);
        const QString roleWord = line->value(u"role"_s).value_or(QString());
        const QString capital = roleWord.left(1).toUpper() + roleWord.mid(1);
        const std::optional<Role> role = enumFromName<Role>(capital);
        if (!role)
            co_return line->usage(Words::tr("--role takes reception, surgeon or administrator."));
        const Result<bool> any = co_await session->hasStaff();
        if (!any)
            co_return tl::unexpected<Error>(any.error());
        if (*any || !line->options.staff.isEmpty()) {
            const Result<void> signedIn = co_await signIn(line);
            if (!signedIn)
                co_return tl::unexpected<Error>(signedIn.error());
        }
        const Result<QString> chosen = newPin(*line);
        if (!chosen)
            co_return tl::unexpected<Error>(chosen.error());
        const QString pin = *chosen;
        const Role given = *role;
        const Result<StaffMember> added = co_await session->add(name, given, pin);
        if (!added)
            co_return tl::unexpected<Error>(added.error());
        line->print(QJsonDocument(staffDocument(*added)));
        co_return Exit::Done;
    }
    const Result<void> signedIn = co_await signIn(line);
    if (!signedIn)
        co_return tl::unexpected<Error>(signedIn.error());
    if (line->verb == u"list"_s) {
        const Result<QList<StaffMember>> members = co_await session->list();
        if (!members)
            co_return tl::unexpected<Error>(members.error());
        QJsonArray rows;
        for (const StaffMember &member : *members)
            rows.append(staffDocument(member));
        line->print(QJsonDocument(rows));
        co_return Exit::Done;
    }
    const QString name = line->arguments.value(0);
    const Result<void> disabled = co_await session->disable(name);
    if (!disabled)
        co_return tl::unexpected<Error>(disabled.error());
    line->print(QJsonDocument(QJsonObject{{u"disabled"_s, name}}));
    co_return Exit::Done;
}

Task<Exit> runDay(CommandLine *line)
{
    const Result<void> signedIn = co_await signIn(line);
    if (!signedIn)
        co_return tl::unexpected<Error>(signedIn.error());
    const Result<void> allowed = line->desk->session()->require(Permission::SeeDay);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    QDate date = systemClock().toTimeZone(QTimeZone(line->desk->settings().timeZone)).date();
    if (const auto asked = line->value(u"date"_s)) {
        const Result<QDate> given = dateFrom(u"date"_s, *asked);
        if (!given)
            co_return tl::unexpected<Error>(given.error());
        date = *given;
    }
    const Result<QList<DayEntry>> entries = co_await line->desk->visits()->day(date);
    if (!entries)
        co_return tl::unexpected<Error>(entries.error());
    const Result<QList<Provider>> providers = co_await line->desk->catalogue()->providers();
    const Result<QList<Room>> rooms = co_await line->desk->catalogue()->rooms();
    const QList<Provider> surgeons = providers.value_or(QList<Provider>());
    const QList<Room> places = rooms.value_or(QList<Room>());
    QJsonArray rows;
    for (const DayEntry &entry : *entries)
        rows.append(dayRow(*line, entry, surgeons, places));
    line->print(QJsonDocument(
        QJsonObject{{u"date"_s, date.toString(Qt::ISODate)}, {u"appointments"_s, rows}}));
    co_return Exit::Done;
}

namespace {

constexpr qsizetype longestSearch = 200;

Task<Exit> searchPatients(CommandLine *line)
{
    const Result<void> built = co_await line->desk->buildIndex();
    if (!built)
        co_return tl::unexpected<Error>(built.error());
    const QString text = line->arguments.join(u' ');
    if (text.size() > longestSearch)
        co_return failure(
            Error::Kind::Invalid,
            Words::tr("The search is longer than %1 characters. Shorten it.").arg(longestSearch));
    QJsonArray rows;
    for (const PatientMatch &match : line->desk->patientIndex()->search(text)) {
        rows.append(QJsonObject{{u"id"_s, match.id.value},
                                {u"name"_s, match.name},
                                {u"birthDate"_s, match.birthDate.toString(Qt::ISODate)},
                                {u"phone"_s, match.phone},
                                {u"score"_s, match.score}});
    }
    line->print(QJsonDocument(rows));
    co_return Exit::Done;
}

Task<Exit> showPatient(CommandLine *line, QString anyId)
{
    const Result<PatientId> id = co_await line->desk->patients()->find(anyId);
    if (!id)
        co_return tl::unexpected<Error>(id.error());
    const PatientId found = *id;
    const Result<Patient> patient = co_await line->desk->patients()->patient(found);
    if (!patient)
        co_return tl::unexpected<Error>(patient.error());
    const Result<Links> links = co_await line->desk->patients()->links(found);
    line->print(QJsonDocument(patientDocument(*patient, links.value_or(Links()))));
    co_return Exit::Done;
}

} // namespace

Task<Exit> runPatient(CommandLine *line)
{
    const Result<void> signedIn = co_await signIn(line);
    if (!signedIn)
        co_return tl::unexpected<Error>(signedIn.error());
    const Result<void> allowed = line->desk->session()->require(Permission::SeePatients);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    if (line->verb == u"search"_s)
        co_return co_await searchPatients(line);
    const QString anyId = line->arguments.value(0);
    if (line->verb == u"show"_s)
        co_return co_await showPatient(line, anyId);
    const bool isNew = line->verb == u"add"_s;

    Patient known;
    if (!isNew) {
        const Result<PatientId> id = co_await line->desk->patients()->find(anyId);
        if (!id)
            co_return tl::unexpected<Error>(id.error());
        const PatientId found = *id;
        const Result<Patient> read = co_await line->desk->patients()->patient(found);
        if (!read)
            co_return tl::unexpected<Error>(read.error());
        known = *read;
    }
    const Result<Patient> wanted = patientFrom(*line, known);
    if (!wanted)
        co_return tl::unexpected<Error>(wanted.error());
    const Result<void> built = co_await line->desk->buildIndex();
    if (!built)
        co_return tl::unexpected<Error>(built.error());
    line->desk->outbox()->start();
    const Patient entered = *wanted;
    const bool despite = line->has(u"new-despite-similar"_s);
    const Result<Patient> saved =
        co_await line->desk->booking()->savePatient(entered, isNew, despite);
    if (!saved)
        co_return tl::unexpected<Error>(withWayOut(*line, saved.error()));
    const VisitId none;
    const PatientId id = saved->id;
    const Result<Exit> exit = co_await settled(line, none, id);
    if (exit)
        co_await showPatient(line, id.value);
    co_return exit;
}

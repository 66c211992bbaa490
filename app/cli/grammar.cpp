// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/grammar.h"

#include "app/cli/commandline.h"

using namespace Qt::StringLiterals;

namespace {

constexpr int anyNumber = 1000;

//! An option of the whole program and what it is for.
struct GlobalOption {
    QString form;
    QString purpose;
};

QList<GlobalOption> globalOptions()
{
    return {
        {u"--profile NAME"_s, Words::tr("the profile whose settings and secrets are used")},
        {u"--config FILE"_s, Words::tr("a settings file instead of the profile's own")},
        {u"--data DIR"_s, Words::tr("directory of database and cache")},
        {u"--json"_s, Words::tr("one JSON document on standard output")},
        {u"--staff NAME"_s, Words::tr("who acts")},
        {u"--pin-stdin"_s, Words::tr("read the PIN from the first line of standard input")},
        {u"--timeout S"_s, Words::tr("seconds until exit code 3 (default 60)")},
        {u"--help"_s, Words::tr("this text")},
    };
}

QString exitWords()
{
    return Words::tr("Exit: 0 done, 1 refused, 2 usage, 3 queued or no answer yet,\n"
                     "      4 not signed in or not permitted, 5 no such record.");
}

} // namespace

const QList<VerbForm> &verbForms()
{
    static const QStringList person{u"first"_s, u"last"_s, u"birth"_s, u"phone"_s, u"email"_s};
    static const QString personWords =
        u"[--first F] [--last L] [--birth D] [--phone P] [--email E]"_s;
    static const QStringList noNames;
    static const QString site = u"site"_s;
    static const QStringList noWait{u"no-wait"_s};
    static const QStringList scanPatient{u"integration-id"_s,
                                         u"last-name"_s,
                                         u"first-name"_s,
                                         u"birth"_s,
                                         u"patient-id"_s,
                                         u"client"_s,
                                         site};
    static const QStringList scanPatientLeast{u"integration-id"_s, u"last-name"_s};
    static const QStringList atStation{u"integration-id"_s, u"client"_s};
    static const QList<VerbForm> forms{
        {u"staff"_s,
         u"add"_s,
         1,
         1,
         {u"role"_s},
         {u"role"_s},
         noNames,
         u"NAME --role reception|surgeon|administrator"_s},
        {u"staff"_s, u"list"_s, 0, 0, noNames, noNames, noNames, QString()},
        {u"staff"_s, u"disable"_s, 1, 1, noNames, noNames, noNames, u"NAME"_s},
        {u"day"_s, u"show"_s, 0, 0, {u"date"_s}, noNames, noNames, u"[--date D]"_s},
        {u"patient"_s, u"search"_s, 1, anyNumber, noNames, noNames, noNames, u"TEXT"_s},
        {u"patient"_s, u"show"_s, 1, 1, noNames, noNames, noNames, u"ID"_s},
        {u"patient"_s,
         u"add"_s,
         0,
         0,
         person,
         {u"last"_s},
         {u"new-despite-similar"_s},
         u"--first F --last L [--birth D] [--phone P] [--email E] [--new-despite-similar]"_s},
        {u"patient"_s, u"edit"_s, 1, 1, person, noNames, noNames, QString(u"ID "_s + personWords)},
        {u"book"_s,
         u"slots"_s,
         0,
         0,
         {u"provider"_s, u"minutes"_s, u"date"_s},
         noNames,
         noNames,
         u"[--provider P] [--minutes N] [--date D]"_s},
        {u"book"_s,
         u"walk-in"_s,
         0,
         0,
         QStringList{u"patient"_s, u"provider"_s, u"start"_s, u"minutes"_s, u"room"_s, u"reason"_s,
                     u"note"_s}
             + person,
         {u"provider"_s, u"start"_s},
         {u"despite-conflicts"_s, u"new-despite-similar"_s},
         u"(--patient ID | --first F --last L [--birth D] [--phone P] [--email E]\n"
         "             [--new-despite-similar]) --provider P --start T [--minutes N] [--room R]\n"
         "             [--reason R] [--note N] [--despite-conflicts]"_s},
        {u"book"_s,
         u"intervention"_s,
         0,
         0,
         {u"plan"_s, u"phase"_s, u"items"_s, u"provider"_s, u"start"_s, u"minutes"_s, u"room"_s,
          u"note"_s, u"deposit"_s},
         {u"plan"_s, u"provider"_s, u"start"_s},
         {u"despite-conflicts"_s},
         u"--plan PLAN [--phase N] [--items I,...] --provider P --start T [--minutes N]\n"
         "             [--room R] [--note N] [--deposit AMOUNT] [--despite-conflicts]"_s},
        {u"book"_s,
         u"move"_s,
         1,
         1,
         {u"start"_s, u"provider"_s, u"minutes"_s, u"room"_s},
         {u"start"_s},
         {u"despite-conflicts"_s},
         u"APPT --start T [--provider P] [--minutes N] [--room R] [--despite-conflicts]"_s},
        {u"visit"_s, u"show"_s, 1, 1, noNames, noNames, noNames, u"ID"_s},
        {u"visit"_s, u"check-in"_s, 1, 1, noNames, noNames, noNames, u"ID"_s},
        {u"visit"_s, u"seat"_s, 1, 1, noNames, noNames, noNames, u"ID"_s},
        {u"visit"_s,
         u"exit"_s,
         1,
         1,
         noNames,
         noNames,
         {u"confirm"_s, u"as-shown"_s},
         u"ID [--confirm] [--as-shown]"_s},
        {u"visit"_s, u"no-show"_s, 1, 1, noNames, noNames, noNames, u"ID"_s},
        {u"visit"_s, u"cancel"_s, 1, 1, {u"why"_s}, {u"why"_s}, noNames, u"ID --why W"_s},
        {u"visit"_s, u"undo"_s, 1, 1, noNames, noNames, noNames, u"ID"_s},
        {u"visit"_s, u"bill"_s, 1, 1, {u"items"_s}, noNames, noNames, u"ID [--items I,...]"_s},
        {u"visit"_s,
         u"ignore"_s,
         1,
         1,
         {u"items"_s, u"why"_s},
         {u"items"_s, u"why"_s},
         noNames,
         u"ID --items I,... --why W"_s},
        {u"visit"_s,
         u"choose"_s,
         1,
         1,
         {u"items"_s, u"product"_s},
         {u"items"_s, u"product"_s},
         noNames,
         u"ID --items I --product P"_s},
        {u"chart"_s, u"profile"_s, 1, 1, noNames, noNames, noNames, u"PATIENT"_s},
        {u"chart"_s,
         u"image"_s,
         1,
         1,
         {u"kind"_s, u"out"_s},
         {u"kind"_s, u"out"_s},
         noNames,
         u"PATIENT|APPT --kind dental|perio --out FILE"_s},
        {u"plan"_s, u"list"_s, 1, 1, noNames, noNames, noNames, u"PATIENT"_s},
        {u"plan"_s, u"show"_s, 1, 1, noNames, noNames, noNames, u"ID"_s},
        {u"plan"_s, u"accept"_s, 1, 1, {u"items"_s}, noNames, noNames, u"ID [--items I,...]"_s},
        {u"plan"_s, u"decline"_s, 1, 1, {u"why"_s}, {u"why"_s}, noNames, u"ID --why W"_s},
        {u"plan"_s, u"sign"_s, 1, 1, {u"name"_s}, {u"name"_s}, noNames, u"ID --name TEXT"_s},
        {u"plan"_s,
         u"print"_s,
         1,
         1,
         {u"out"_s, u"language"_s},
         {u"out"_s},
         noNames,
         u"ID --out FILE [--language en|fr]"_s},
        {u"3dd"_s, u"clients"_s, 0, 0, {site}, noNames, noNames, u"[--site S]"_s},
        {u"3dd"_s,
         u"create-patient"_s,
         0,
         0,
         scanPatient,
         scanPatientLeast,
         {u"merge"_s, u"no-wait"_s},
         u"--integration-id I --last-name L [--first-name F]\n"
         "             [--birth D] [--patient-id P] [--client C] [--merge] [--no-wait]\n"
         "             [--site S]"_s},
        {u"3dd"_s, u"update-patient"_s, 0, 0, scanPatient, scanPatientLeast, noWait,
         u"--integration-id I --last-name L --first-name F\n"
         "             --birth D --patient-id P [--client C] [--no-wait] [--site S]"_s},
        {u"3dd"_s, u"select-patient"_s, 0, 0, atStation + QStringList{site}, atStation, noWait,
         u"--integration-id I --client C [--no-wait] [--site S]"_s},
        {u"3dd"_s, u"create-case"_s, 0, 0, atStation + QStringList{site}, atStation, noWait,
         u"--integration-id I --client C [--no-wait] [--site S]"_s},
        {u"3dd"_s,
         u"select-case"_s,
         0,
         0,
         {u"case"_s, u"client"_s, site},
         {u"case"_s, u"client"_s},
         noWait,
         u"--case G --client C [--no-wait] [--site S]"_s},
        {u"3dd"_s, u"status"_s, 1, 1, {site}, noNames, noNames, u"GUID [--site S]"_s},
        {u"3dd"_s, u"remove"_s, 1, 1, {site}, noNames, noNames, u"GUID [--site S]"_s},
        {u"3dd"_s,
         u"cases"_s,
         0,
         0,
         {u"integration-id"_s, u"created-from"_s, u"created-to"_s, u"delivery-from"_s,
          u"delivery-to"_s, u"status"_s, site},
         {u"integration-id"_s},
         noNames,
         u"--integration-id I [--created-from D] [--created-to D]\n"
         "             [--delivery-from D] [--delivery-to D]\n"
         "             [--status created,scanned,modelled] [--site S]"_s},
        {u"3dd"_s,
         u"image"_s,
         0,
         0,
         {u"case"_s, u"image"_s, u"out"_s, site},
         {u"case"_s, u"image"_s, u"out"_s},
         noNames,
         u"--case G --image G --out FILE [--site S]"_s},
        {u"3dd"_s, u"links"_s, 0, 0, noNames, noNames, noNames, QString()},
        {u"3dd"_s, u"launch"_s, 0, 1, noNames, noNames, noNames, u"[PATIENT]"_s},
        {u"3dd"_s, u"check"_s, 0, 0, {site}, noNames, noNames, u"[--site S]"_s},
        {u"3dd"_s,
         u"trust"_s,
         0,
         0,
         {u"fingerprint"_s, site},
         {u"fingerprint"_s},
         noNames,
         u"--fingerprint SHA256 [--site S]"_s},
        {u"vdds"_s, u"send"_s, 1, 1, noNames, noNames, noNames, u"PATIENT"_s},
        {u"vdds"_s,
         u"images"_s,
         1,
         1,
         {u"out"_s, u"since"_s},
         {u"out"_s},
         noNames,
         u"PATIENT --out DIR [--since D]"_s},
        {u"vdds"_s, u"view"_s, 1, 1, noNames, noNames, noNames, u"IMAGE"_s},
        {u"vdds"_s, u"register"_s, 0, 0, noNames, noNames, noNames, QString()},
        {u"vdds"_s, u"unregister"_s, 0, 0, noNames, noNames, noNames, QString()},
        {u"vdds"_s, u"show-config"_s, 0, 0, noNames, noNames, noNames, QString()},
        {u"vdds"_s, u"answer"_s, 1, 1, noNames, noNames, noNames, u"FILE"_s},
        {u"opendental"_s,
         u"plans list"_s,
         0,
         0,
         {u"patient"_s, u"status"_s, u"since"_s},
         noNames,
         noNames,
         u"[--patient N] [--status Saved|Active|Inactive] [--since T]"_s},
        {u"opendental"_s,
         u"plans create"_s,
         0,
         0,
         {u"patient"_s, u"heading"_s, u"note"_s, u"type"_s},
         {u"patient"_s},
         noNames,
         u"--patient N [--heading H] [--note N] [--type Insurance|Discount]"_s},
        {u"opendental"_s,
         u"plans save"_s,
         1,
         1,
         {u"heading"_s, u"presenter"_s},
         noNames,
         noNames,
         u"N [--heading H] [--presenter U]"_s},
        {u"opendental"_s,
         u"plans update"_s,
         1,
         1,
         {u"heading"_s, u"note"_s, u"date"_s, u"type"_s, u"responsible"_s},
         noNames,
         noNames,
         u"N [--heading H] [--note N] [--date D]\n"
         "             [--type Insurance|Discount] [--responsible P]"_s},
        {u"opendental"_s,
         u"plans sign"_s,
         1,
         1,
         {u"as"_s, u"name"_s},
         {u"as"_s, u"name"_s},
         noNames,
         u"N --as patient|practice --name TEXT"_s},
        {u"opendental"_s,
         u"plans unsign"_s,
         1,
         1,
         {u"as"_s},
         {u"as"_s},
         noNames,
         u"N --as patient|practice"_s},
        {u"opendental"_s, u"plans delete"_s, 1, 1, noNames, noNames, {u"yes"_s}, u"N [--yes]"_s},
        {u"sync"_s,
         u"run"_s,
         0,
         0,
         {u"system"_s},
         noNames,
         noNames,
         u"[--system zoho|dentaltap|googlecalendar|quickbooks|dentaldesktop]"_s},
        {u"sync"_s, u"status"_s, 0, 0, noNames, noNames, noNames, QString()},
        {u"outbox"_s, u"list"_s, 0, 0, noNames, noNames, noNames, QString()},
        {u"outbox"_s, u"retry"_s, 1, 1, noNames, noNames, noNames, u"ID"_s},
        {u"outbox"_s, u"discard"_s, 1, 1, {u"why"_s}, {u"why"_s}, noNames, u"ID --why W"_s},
        {u"outbox"_s, u"drain"_s, 0, 0, noNames, noNames, noNames, QString()},
        {u"secret"_s, u"set"_s, 1, 1, noNames, noNames, noNames, u"KEY"_s},
        {u"secret"_s, u"list"_s, 0, 0, noNames, noNames, noNames, QString()},
        {u"secret"_s, u"remove"_s, 1, 1, noNames, noNames, noNames, u"KEY"_s},
        {u"config"_s, u"show"_s, 0, 0, noNames, noNames, noNames, QString()},
        {u"config"_s, u"check"_s, 0, 0, noNames, noNames, noNames, QString()},
    };
    return forms;
}

const VerbForm *verbForm(const QString &area, const QString &verb)
{
    for (const VerbForm &form : verbForms()) {
        if (form.area == area && form.verb == verb)
            return &form;
    }
    return nullptr;
}

QString usageOf(const VerbForm &form)
{
    const QString call = u"vestibule-cli "_s + form.area + u' ' + form.verb + u' ' + form.words;
    return Words::tr("Usage: %1").arg(call.trimmed());
}

QString usageOfArea(const QString &area)
{
    QStringList verbs;
    QStringList areas;
    for (const VerbForm &form : verbForms()) {
        if (form.area == area)
            verbs.append(form.verb);
        if (!areas.contains(form.area))
            areas.append(form.area);
    }
    if (verbs.isEmpty())
        return Words::tr("Say first which area is meant: %1. More with --help.")
            .arg(areas.join(u", "_s));
    return Words::tr("%1 has these verbs: %2. More with --help.").arg(area, verbs.join(u", "_s));
}

QString usageText()
{
    QString text = Words::tr("Usage: %1").arg(u"vestibule-cli [OPTIONS] AREA VERB [ARGUMENTS]"_s);
    text += u"\n\n"_s;
    for (const GlobalOption &option : globalOptions())
        text += QString(u"  "_s + option.form.leftJustified(16) + option.purpose + u'\n');
    text += u'\n';
    QString area;
    for (const VerbForm &form : verbForms()) {
        const QString shown = form.area == area ? QString() : form.area;
        area = form.area;
        const QString call = QString(form.verb + u' ' + form.words).trimmed();
        text += QString(u"  "_s + shown.leftJustified(9) + call + u'\n');
    }
    text += u'\n';
    text += Words::tr("ID is Vestibule's own or the one another system gave.\n"
                      "D is a date (2026-11-23), T a time at the clinic (2026-11-23T10:30).");
    return text + u'\n' + exitWords() + u'\n';
}

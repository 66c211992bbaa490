// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTimer>
#include <QTranslator>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

const char *const usageText =
    "vestibule-cli [--profile NAME] [--config FILE] [--data DIR] [--json] [--staff NAME] "
    "[--pin-stdin] [--timeout S]\n"
    "              AREA VERB [ARGUMENTS]\n"
    "\n"
    "staff    add NAME --role reception|surgeon|administrator | list | disable NAME\n"
    "day      show [--date D]\n"
    "patient  search TEXT | show ID | add --first F --last L [--birth D] [--phone P] [--email E]\n"
    "         | edit ID [--first F] [--last L] [--birth D] [--phone P] [--email E]\n"
    "book     slots [--provider P] [--minutes N] [--date D] | move APPT --start T [--provider P] "
    "[--minutes N]\n"
    "         | walk-in (--patient ID | --first F --last L [--birth D] [--phone P] [--email E]) "
    "--provider P\n"
    "           --start T [--minutes N] [--room R] [--reason R] [--note N]\n"
    "visit    show ID | check-in ID | seat ID | exit ID [--confirm] [--as-shown] | no-show ID\n"
    "         | cancel ID --why W | undo ID\n"
    "sync     run [--system S] | status\n"
    "outbox   list | retry ID | discard ID --why W | drain\n"
    "secret   set KEY | list | remove KEY        (value on standard input)\n"
    "config   show | check\n"
    "\n"
    "Exit: 0 done, 1 refused, 2 usage, 3 queued, 4 not signed in or not permitted, 5 no such "
    "record.\n";

Area areaOf(const QString &name)
{
    static const QHash<QString, Area> areas{
        {u"staff"_s, runStaff},   {u"day"_s, runDay},       {u"patient"_s, runPatient},
        {u"book"_s, runBook},     {u"visit"_s, runVisit},   {u"sync"_s, runSync},
        {u"outbox"_s, runOutbox}, {u"secret"_s, runSecret}, {u"config"_s, runConfig}};
    return areas.value(name, nullptr);
}

//! The program's texts in the clinic's language or the system's. Numbers and dates stay as cli.md
//! has them, whatever the language.
void speak(QTranslator *translator, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    if (!translator->load(locale, u"vestibule"_s, u"_"_s, u":/i18n"_s))
        (void)translator->load(u":/i18n/vestibule_en.qm"_s);
}

QCoro::Task<void> runArea(CommandLine *line, Area area, int *code)
{
    // secret and config show need no database; everything else opens it and lets the outbox work.
    const bool bare =
        line->area == u"secret"_s || (line->area == u"config"_s && line->verb == u"show"_s);
    if (!bare) {
        const Result<void> opened = co_await line->desk->open();
        if (!opened) {
            *code = int(line->refuse(opened.error()));
            QCoreApplication::quit();
            co_return;
        }
    }
    const Result<Exit> exit = co_await area(line);
    *code = int(exit ? *exit : line->refuse(exit.error()));
    co_await line->desk->shutdown();
    QCoreApplication::quit();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"vestibule"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(VESTIBULE_VERSION));
    QLoggingCategory::setFilterRules(u"vestibule.*.info=false"_s);
    QTranslator translator;
    speak(&translator, {});
    QCoreApplication::installTranslator(&translator);

    Result<CommandLine> line = CommandLine::parse(QCoreApplication::arguments().mid(1));
    if (!line) {
        std::fputs(qPrintable(QString(line.error().message + u'\n')), stderr);
        std::fputs(usageText, stderr);
        return int(Exit::Usage);
    }
    if (line->options.help) {
        std::fputs(usageText, stdout);
        return 0;
    }
    const Area area = areaOf(line->area);
    if (!area || line->verb.isEmpty()) {
        std::fputs(usageText, stderr);
        return int(Exit::Usage);
    }
    Result<Settings> settings =
        Settings::ofCall(line->options.profile, line->options.config, line->options.data);
    if (!settings)
        return int(line->refuse(settings.error()));
    speak(&translator, settings->language);

    FrontDesk desk(*settings, nullptr, systemClock);
    line->desk = &desk;
    int code = int(Exit::Refused);
    CommandLine *call = &*line;
    QTimer::singleShot(0, &desk, [call, area, &code] { runArea(call, area, &code); });
    QCoreApplication::exec();
    return code;
}

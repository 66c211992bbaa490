// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/grammar.h"
#include "app/cli/terminal.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTimer>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

Area areaOf(const QString &name)
{
    static const QHash<QString, Area> areas{
        {u"staff"_s, runStaff},     {u"day"_s, runDay},
        {u"patient"_s, runPatient}, {u"book"_s, runBook},
        {u"visit"_s, runVisit},     {u"chart"_s, runChart},
        {u"plan"_s, runPlan},       {u"3dd"_s, runScans},
        {u"vdds"_s, runVdds},       {u"sync"_s, runSync},
        {u"outbox"_s, runOutbox},   {u"secret"_s, runSecret},
        {u"config"_s, runConfig},   {u"opendental"_s, runOpenDental}};
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
    // secret and config show need no database, and an imaging program gets its answer without one;
    // everything else opens it and lets the outbox work.
    const bool bare = line->area == u"secret"_s
        || (line->area == u"config"_s && line->verb == u"show"_s)
        || (line->area == u"vdds"_s && line->verb == u"answer"_s);
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

    CommandLine line = CommandLine::parse(QCoreApplication::arguments().mid(1));
    if (line.options.help) {
        const QString text = usageText();
        writeOut(line.options.json ? QJsonDocument(QJsonObject{{u"usage"_s, text}}).toJson()
                                   : text.toUtf8());
        return 0;
    }
    if (!line.problem.isEmpty())
        return int(line.usage(line.problem));
    Result<Settings> settings =
        Settings::ofCall(line.options.profile, line.options.config, line.options.data);
    if (!settings)
        return int(line.refuse(settings.error()));
    speak(&translator, settings->language);

    FrontDesk desk(*settings, nullptr, systemClock);
    line.desk = &desk;
    int code = int(Exit::Refused);
    CommandLine *call = &line;
    const Area area = areaOf(line.area);
    QTimer::singleShot(0, &desk, [call, area, &code] { runArea(call, area, &code); });
    QCoreApplication::exec();
    return code;
}

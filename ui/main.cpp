// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frontdesk.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QLibraryInfo>
#include <QSettings>
#include <QTranslator>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

//! Qt's own texts and ours, in the clinic's language or the system's.
void installTranslations(QApplication &application, const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    auto *ours = new QTranslator(&application);
    if (ours->load(locale, u"vestibule"_s, u"_"_s, u":/i18n"_s)
        || ours->load(u":/i18n/vestibule_en"_s))
        QApplication::installTranslator(ours);
    auto *qt = new QTranslator(&application);
    if (qt->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qt);
}

Appearance storedAppearance(const Settings &settings)
{
    const QSettings state(QDir(settings.dataDirectory).filePath(u"window.ini"_s),
                          QSettings::IniFormat);
    return enumFromName<Appearance>(state.value(u"appearance"_s).toString())
        .value_or(Appearance::System);
}

Desk deskOf(const FrontDesk &front)
{
    Desk desk;
    desk.settings = front.settings();
    desk.clock = systemClock;
    desk.patients = front.patients();
    desk.patientIndex = front.patientIndex();
    desk.visits = front.visits();
    desk.catalogue = front.catalogue();
    desk.outboxStore = front.outboxStore();
    desk.outbox = front.outbox();
    desk.session = front.session();
    desk.booking = front.booking();
    desk.visitWorkflow = front.visitWorkflow();
    desk.liveSync = front.liveSync();
    desk.readingIn = front.readingIn();
    return desk;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"vestibule"_s);
    QApplication::setApplicationDisplayName(u"Vestibule"_s);
    QApplication::setApplicationVersion(QStringLiteral(VESTIBULE_VERSION));
    QApplication::setDesktopFileName(u"vestibule"_s);

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"profile"_s, u"Use this profile's settings."_s, u"name"_s, u"default"_s});
    parser.addOption({u"config"_s, u"Use this settings file."_s, u"file"_s});
    parser.addOption({u"data"_s, u"Keep database and cache here."_s, u"directory"_s});
    parser.process(application);

    const QString profile = parser.value(u"profile"_s);
    const QString file =
        parser.isSet(u"config"_s) ? parser.value(u"config"_s) : Settings::fileOf(profile);
    Result<Settings> settings = Settings::load(file);
    if (!settings) {
        std::fprintf(stderr, "%s\n", qPrintable(settings.error().message));
        return 1;
    }
    settings->profile = profile;
    if (parser.isSet(u"data"_s))
        settings->dataDirectory = parser.value(u"data"_s);
    installTranslations(application, settings->language);
    applyAppearance(application, storedAppearance(*settings));

    FrontDesk front(*settings, nullptr, systemClock);
    MainWindow window(deskOf(front));
    QObject::connect(&front, &FrontDesk::called, &window,
                     [&window](const CallRecord &call) { window.countCall(call.service); });
    QCoro::connect(front.open(), &window, [&front, &window](const Result<void> &opened) {
        if (!opened)
            window.say({Message::Level::Danger, opened.error().message, {}, {}, {}});
        window.startUpdating();
        front.startServices();
    });
    window.show();
    const int code = QApplication::exec();
    QCoro::waitFor(front.shutdown());
    return code;
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/logcategories.h"
#include "app/firstday.h"
#include "app/frontdesk.h"
#include "ui/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QIcon>
#include <QLibraryInfo>
#include <QScreen>
#include <QSettings>
#include <QTimer>
#include <QTranslator>
#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

namespace {

//! How long the window waits for the day; then it comes up with what it has.
constexpr int firstDayPatienceMs = 300;
//! How long the rest waits for the first picture.
constexpr int unpaintedPatienceMs = 2000;
//! From the last reading to the picture: the cards have been laid out by then.
constexpr int pictureDelayMs = 1500;

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

//! Does something once, after a window's first picture went to the screen; also when no picture is
//! asked for, as of a window that starts minimised.
class AfterFirstPaint : public QObject
{
public:
    AfterFirstPaint(QWidget *window, std::function<void()> act) : QObject(window), m_act(act)
    {
        window->installEventFilter(this);
        QTimer::singleShot(unpaintedPatienceMs, this, [this] { finish(); });
    }

protected:
    bool eventFilter(QObject *window, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            window->removeEventFilter(this);
            // Everything in the window is painted and flushed in this same turn.
            QTimer::singleShot(0, this, [this] { finish(); });
        }
        return false;
    }

private:
    void finish()
    {
        if (const auto act = std::exchange(m_act, nullptr))
            act();
    }

    std::function<void()> m_act;
};

QString pictureRefused(const QString &file)
{
    return QCoreApplication::translate("main",
                                       "The picture could not be written to “%1”. Name a file that "
                                       "ends in .png, in a folder that you may write to.")
        .arg(QDir::toNativeSeparators(file));
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
    desk.matchWorkflow = front.matchWorkflow();
    desk.liveSync = front.liveSync();
    desk.readingIn = front.readingIn();
    desk.scans = front.scans();
    desk.scanLinks = front.scanLinks();
    desk.charts = front.charts();
    desk.plans = front.plans();
    desk.proposals = front.proposals();
    return desk;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"vestibule"_s);
    QApplication::setApplicationDisplayName(u"Vestibule"_s);
    QApplication::setApplicationVersion(QStringLiteral(VESTIBULE_VERSION));
    QApplication::setDesktopFileName(u"org.vestibule.Vestibule"_s);

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption({u"profile"_s, u"Use this profile's settings."_s, u"name"_s});
    parser.addOption({u"config"_s, u"Use this settings file."_s, u"file"_s});
    parser.addOption({u"data"_s, u"Keep database and cache here."_s, u"directory"_s});
    parser.addOption({u"screenshot"_s,
                      u"Write a picture of the day once everything is read in, and end."_s,
                      u"file"_s});
    parser.process(application);

    const Result<Settings> settings = Settings::ofCall(
        parser.value(u"profile"_s), parser.value(u"config"_s), parser.value(u"data"_s));
    if (!settings) {
        std::fprintf(stderr, "%s\n", qPrintable(settings.error().message));
        return 1;
    }
    auto keychain = std::make_unique<Keychain>(settings->keychainService);
    Keychain *keys = keychain.get();
    // The day is read while the window is built; a key store that hangs must not hold the window.
    auto firstDay = std::make_unique<FirstDay>(*settings, keys, systemClock);
    FrontDesk front(*settings, std::move(keychain), systemClock);
    installTranslations(application, settings->language);
    applyAppearance(application, storedAppearance(*settings));

    MainWindow window(deskOf(front));
    QObject::connect(&front, &FrontDesk::called, &window,
                     [&window](const CallRecord &call) { window.countCall(call.service); });
    // A screen that is too small for the window is used whole.
    const QSize room = window.screen()->availableSize();
    if (window.width() > room.width() || window.height() > room.height())
        window.showMaximized();
    else
        window.show();
    if (const auto cards = firstDay->within(firstDayPatienceMs))
        window.setFirstDay({cards->date, cards->entries, cards->providers, cards->rooms});
    // Everything else comes after the first picture.
    new AfterFirstPaint(&window, [&front, &window] {
        qCInfo(lcUi) << "the day is on screen";
        QApplication::setWindowIcon(QIcon(u":/icons/org.vestibule.Vestibule.svg"_s));
        QCoro::connect(front.open(), &window, [&front, &window](const Result<void> &opened) {
            if (!opened)
                window.say({Message::Level::Danger, opened.error().message, {}, {}, {}});
            window.startUpdating();
            front.startServices();
        });
    });
    if (parser.isSet(u"screenshot"_s)) {
        QObject::connect(front.readingIn(), &ReadingIn::progressed, &window,
                         [&](const ReadingIn::Progress &progress) {
                             if (progress.service != Service::QuickBooks || progress.running)
                                 return;
                             QTimer::singleShot(pictureDelayMs, &window, [&] {
                                 const QString file = parser.value(u"screenshot"_s);
                                 const bool saved = window.grab().save(file);
                                 if (!saved)
                                     std::fprintf(stderr, "%s\n", qPrintable(pictureRefused(file)));
                                 QApplication::exit(saved ? 0 : 1);
                             });
                         });
    }
    const int code = QApplication::exec();
    // It uses the key store, which goes with the desk.
    firstDay.reset();
    QCoro::waitFor(front.shutdown());
    return code;
}

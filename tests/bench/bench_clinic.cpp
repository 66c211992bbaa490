// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Figures of a whole clinic, each beside a floor measured in the same run: first load, search,
// start to painted day, memory. Needs a screen and a key store: installer/bench.sh.

#include "app/settings/keychain.h"
#include "tests/bench/figure.h"
#include "tests/bench/launch.h"
#include "tests/integration/simulateddesk.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLoggingCategory>
#include <QTest>
#include <QTimeZone>
#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 15;
//! What ctest takes for "not run".
constexpr int skipped = 77;
const QByteArray painted = "the day is on screen";
const QByteArray barePainted = "the window is on screen";
const QByteArray indexed = "patient index is built";

sim::SimulatorOptions wholeClinic()
{
    sim::SimulatorOptions options = SimulatedDesk::smallClinic();
    options.clinic.patients = 30000;
    options.clinic.appointmentsPerDay = 48;
    options.clinic.days = 30;
    // The programs started below live in the real day.
    options.clinic.today = QDateTime::currentDateTimeUtc()
                               .toTimeZone(QTimeZone(options.clinic.timeZone.toLatin1()))
                               .date();
    return options;
}

//! First load of the seeded clinic: calls beside the least number of page calls.
bool firstLoad(SimulatedDesk &clinic)
{
    clinic.simulator().clearJournal();
    const double time = milliseconds([&] { clinic.readIn(); });
    const qsizetype calls = clinic.calls().size();
    // Pages of 200 Contacts and Events and of 100 appointments; one call each for products,
    // surgeons and rooms, and for each surgeon's calendar.
    const Result<int> patients = SimulatedDesk::await(clinic.desk().patients()->count());
    const QDateTime now = clinic.clock()();
    int appointments = 0;
    for (const sim::SeedAppointment &appointment : clinic.simulator().clinic().appointments) {
        const qint64 days = now.daysTo(appointment.start);
        appointments += days >= -7 && days <= 60 ? 1 : 0;
    }
    const double least = std::ceil(patients.value_or(0) / 200.0) + std::ceil(appointments / 200.0)
        + std::ceil(appointments / 100.0) + 3
        + double(clinic.simulator().clinic().providers.size());
    const bool kept = figure("first load", double(calls), "calls", least, {0, 1.5});
    figure("first load, time", time / 1000, "s", 0);
    return kept;
}

//! Search per keystroke over all patients beside one plain scan of the same names.
bool search(SimulatedDesk &clinic)
{
    const Result<QList<Patient>> all = SimulatedDesk::await(clinic.desk().patients()->all());
    QStringList names;
    for (const Patient &patient : all.value_or(QList<Patient>()))
        names.append(patient.displayName());
    QList<double> keystrokes;
    QList<double> scans;
    double slowest = 0;
    for (const QString &word :
         {u"lefevre jean"_s, u"d'arc"_s, u"ramgoolam"_s, u"0639"_s, u"14031974"_s, u"zzzzzz"_s}) {
        for (qsizetype length = 1; length <= word.size(); ++length) {
            const QString typed = word.left(length);
            // The best of three: what the machine does besides is not the search's.
            double best = 1e9;
            for (int i = 0; i < 3; ++i) {
                best = std::min(best,
                                milliseconds([&] { clinic.desk().patientIndex()->search(typed); }));
            }
            keystrokes.append(best);
            slowest = std::max(slowest, best);
            int hits = 0;
            scans.append(milliseconds([&] {
                for (const QString &name : std::as_const(names))
                    hits += name.contains(typed, Qt::CaseInsensitive) ? 1 : 0;
            }));
        }
    }
    const bool kept =
        figure("search per keystroke, median", median(keystrokes), "ms", median(scans), {16, 0});
    return figure("search per keystroke, slowest", slowest, "ms", median(scans), {16, 0}) && kept;
}

//! A settings file with its own entries in the key store.
class Profile
{
public:
    explicit Profile(SimulatedDesk &clinic)
        : m_config(QDir(clinic.directory()).filePath(u"bench.ini"_s))
    {
        QFile::copy(clinic.settingsFile(), m_config);
        const QString secrets = QDir(clinic.directory()).filePath(u"secrets.json"_s);
        clinic.saveSecrets(secrets);
        QFile file(secrets);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no secrets");
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        const Result<Settings> settings = Settings::ofCall({}, m_config, {});
        if (!settings)
            qFatal("settings: %s", qPrintable(settings.error().message));
        m_keychain = std::make_unique<Keychain>(settings->keychainService);
        for (auto it = all.begin(); it != all.end(); ++it) {
            const Result<void> kept =
                SimulatedDesk::await(m_keychain->write(it.key(), it.value().toString()));
            m_usable = m_usable && kept;
        }
    }

    bool isUsable() const { return m_usable; }
    //! As on a desk that has no database yet.
    void forgetDataKey() const { SimulatedDesk::await(m_keychain->remove(u"database.key"_s)); }
    //! The window's arguments, on a directory of its own with a copy of the database.
    QStringList arguments(const QString &directory, const QString &database = {}) const
    {
        QDir(directory).removeRecursively();
        QDir().mkpath(directory);
        if (!database.isEmpty())
            QFile::copy(database, QDir(directory).filePath(u"vestibule.sqlite"_s));
        return {u"--config"_s, m_config, u"--data"_s, directory};
    }

private:
    QString m_config;
    std::unique_ptr<Keychain> m_keychain;
    bool m_usable = true;
};

enum class Systems { Answering, Refused, BlackHoled };

void setSystems(SimulatedDesk &clinic, Systems how)
{
    clinic.simulator().clearFaults();
    for (const QString &system :
         {u"zoho"_s, u"accounts"_s, u"dentaltap"_s, u"quickbooks"_s, u"googlecalendar"_s}) {
        if (how == Systems::Refused)
            clinic.simulator().refuse(system);
        else
            clinic.simulator().resume(system);
        if (how == Systems::BlackHoled)
            clinic.simulator().addFault({{u"system"_s, system},
                                         {u"path"_s, u"."_s},
                                         {u"times"_s, 1000000},
                                         {u"kind"_s, u"blackHole"_s}});
    }
}

//! A session bus that takes connections and never says a word.
QProcessEnvironment withSilentBus(QLocalServer &bus, const QString &directory)
{
    const QString socket = QDir(directory).filePath(u"bus"_s);
    if (!bus.listen(socket))
        qFatal("no silent bus");
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, QString(u"unix:path="_s + socket));
    return environment;
}

//! Start to painted day, both as real processes, one after the other in turns.
bool starts(SimulatedDesk &clinic, const Profile &profile, const QString &database)
{
    const QString directory = QDir(clinic.directory()).filePath(u"start"_s);
    QLocalServer silent;
    const QProcessEnvironment usual = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment busless = usual;
    busless.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    busless.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere/bus"_s);
    struct Case {
        const char *name;
        Systems systems;
        QProcessEnvironment environment;
        double ratio; //!< 0 = shown only
        QList<double> bare;
        QList<double> ours;
    };
    QList<Case> cases{
        {"start to painted day", Systems::Answering, usual, 2.0, {}, {}},
        {"start to painted day, systems refused", Systems::Refused, usual, 2.0, {}, {}},
        {"start to painted day, systems black-holed", Systems::BlackHoled, usual, 2.0, {}, {}},
        {"start to painted day, no session bus", Systems::Refused, busless, 2.0, {}, {}},
        {"start to painted day, session bus silent",
         Systems::Refused,
         withSilentBus(silent, clinic.directory()),
         0,
         {},
         {}},
    };
    for (int round = 0; round < rounds; ++round) {
        for (Case &one : cases) {
            // A bus that says nothing holds Qt itself, and so every program.
            if (one.ratio <= 0 && round > 0)
                continue;
            setSystems(clinic, one.systems);
            const QStringList arguments = profile.arguments(directory, database);
            {
                Launch bare(u"bare-window"_s, {}, one.environment);
                one.bare.append(bare.until(barePainted));
            }
            Launch ours(u"vestibule"_s, arguments, one.environment);
            const double time = ours.until(painted);
            if (time < 0)
                std::printf("%s", ours.said().constData());
            one.ours.append(time < 0 ? 30000 : time);
        }
    }
    bool kept = true;
    for (const Case &one : std::as_const(cases)) {
        kept = figure(one.name, median(one.ours), "ms", median(one.bare), {0, one.ratio}) && kept;
        figure("  the bare window beside it", median(one.bare), "ms", 0);
    }
    setSystems(clinic, Systems::Answering);
    return kept;
}

//! Peak resident memory once every patient is in the index and the systems were read again; and of
//! a first load.
bool memory(SimulatedDesk &clinic, const Profile &profile, const QString &database)
{
    const QString directory = QDir(clinic.directory()).filePath(u"memory"_s);
    Launch bare(u"bare-window"_s, {});
    bare.until(barePainted);
    const double floorValue = bare.peakMegabytes();
    bool kept = true;
    {
        Launch ours(u"vestibule"_s, profile.arguments(directory, database));
        if (ours.until(indexed) < 0 || ours.until("GET QuickBooks") < 0)
            qFatal("the window was not ready in time");
        QTest::qWait(3000);
        kept = figure("peak memory, 30 000 patients", ours.peakMegabytes(), "MiB", floorValue,
                      {120, 0});
    }
    {
        profile.forgetDataKey();
        Launch ours(u"vestibule"_s, profile.arguments(directory));
        if (ours.until("GET QuickBooks", 300000) < 0) {
            std::fprintf(stderr, "%s", ours.said().right(2000).constData());
            qFatal("the first load did not end in time");
        }
        QTest::qWait(3000);
        kept = figure("peak memory, first load", ours.peakMegabytes(), "MiB", floorValue, {120, 0})
            && kept;
    }
    return kept;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QLoggingCategory::setFilterRules(u"vestibule.*=false"_s);
    SimulatedDesk clinic(wholeClinic());
    clinic.open();
    bool kept = firstLoad(clinic);
    kept = search(clinic) && kept;
    clinic.close();
    const QString database = QDir(clinic.settings().dataDirectory).filePath(u"vestibule.sqlite"_s);
    const Profile profile(clinic);
    if (!profile.isUsable() || qEnvironmentVariableIsEmpty("DISPLAY")) {
        std::puts("start and memory need a screen and a key store: installer/bench.sh");
        return skipped;
    }
    kept = starts(clinic, profile, database) && kept;
    kept = memory(clinic, profile, database) && kept;
    return kept ? 0 : 1;
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later

// vestibule-simulator: all outside systems on loopback, until SIGTERM or SIGINT.
#include "tests/simulator/simulator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSaveFile>
#include <QSocketNotifier>
#include <csignal>
#include <cstdio>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

int signalPipe[2];

void onSignal(int)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(signalPipe[0], &byte, 1);
}

int refused(const QString &why)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(why));
    return 2;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Simulates the systems around Vestibule."_s);
    parser.addHelpOption();
    parser.addOptions({{u"settings"_s, u"Write Vestibule's settings file here."_s, u"file"_s},
                       {u"seed"_s, u"Seed of the clinic."_s, u"n"_s, u"1"_s},
                       {u"date"_s, u"The clinic's day, yyyy-MM-dd."_s, u"date"_s},
                       {u"latency-ms"_s, u"Wait before every answer."_s, u"n"_s, u"0"_s},
                       {u"currency"_s, u"ISO 4217 code."_s, u"code"_s, u"MUR"_s},
                       {u"patients"_s, u"Number of patients."_s, u"n"_s, u"30000"_s},
                       {u"flow"_s, u"The clinic's own automation makes twins, late."_s}});
    parser.process(application);

    sim::SimulatorOptions options;
    bool numbers[3] = {};
    options.clinic.seed = parser.value(u"seed"_s).toULongLong(&numbers[0]);
    options.latencyMs = parser.value(u"latency-ms"_s).toInt(&numbers[1]);
    options.clinic.patients = parser.value(u"patients"_s).toInt(&numbers[2]);
    if (!numbers[0] || !numbers[1] || !numbers[2] || options.latencyMs < 0)
        return refused(u"--seed, --latency-ms and --patients take whole numbers"_s);
    if (parser.isSet(u"date"_s)) {
        options.clinic.today = QDate::fromString(parser.value(u"date"_s), Qt::ISODate);
        if (!options.clinic.today.isValid())
            return refused(u"--date takes yyyy-MM-dd"_s);
    }
    options.clinic.currency = parser.value(u"currency"_s).toUpper();
    options.flow = parser.isSet(u"flow"_s);

    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0)
        return refused(u"no signal pipe"_s);
    QSocketNotifier ended(signalPipe[1], QSocketNotifier::Read);
    QObject::connect(&ended, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);

    sim::Simulator simulator(options);
    if (!simulator.start())
        return refused(u"no free port"_s);
    if (parser.isSet(u"settings"_s)) {
        QSaveFile file(parser.value(u"settings"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(simulator.settings()) < 0
            || !file.commit()) {
            return refused(u"the settings file cannot be written"_s);
        }
    }
    std::puts("ready");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

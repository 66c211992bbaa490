// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/commandlinedesk.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

sim::SimulatorOptions clinicOfToday()
{
    sim::SimulatorOptions options;
    options.clinic.patients = 60;
    options.clinic.appointmentsPerDay = 12;
    options.clinic.days = 2;
    options.strictLimits = false;
    return options;
}

constexpr int longestCallMs = 60000;

} // namespace

CommandLineDesk::CommandLineDesk() : m_simulator(clinicOfToday())
{
    if (!m_simulator.start())
        qFatal("the simulator cannot listen");
    QFile file(settingsFile());
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no settings file");
    file.write(m_simulator.settings());
    file.close();
    // The clinic is open whenever the test runs, and speaks as its surroundings do.
    addSettings("[clinic]\nhours=\"1-7 00:00-23:59\"\nlanguage=\n");
}

CommandLineDesk::~CommandLineDesk()
{
    for (const QJsonValue &key : run({u"--json"_s, u"secret"_s, u"list"_s}).list())
        run({u"secret"_s, u"remove"_s, key.toString()});
}

QString CommandLineDesk::program()
{
    return QString(QCoreApplication::applicationDirPath() + u"/vestibule-cli"_s);
}

QStringList CommandLineDesk::place() const
{
    return {u"--config"_s, settingsFile(), u"--data"_s,
            m_data.isEmpty() ? m_directory.filePath(u"data"_s) : m_data};
}

QProcessEnvironment CommandLineDesk::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, m_locale);
    environment.remove(u"LANGUAGE"_s);
    return environment;
}

void CommandLineDesk::addSettings(const QByteArray &lines)
{
    QFile file(settingsFile());
    if (file.open(QIODevice::Append))
        file.write('\n' + lines);
}

Answer CommandLineDesk::run(const QStringList &words, const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program(), place() + words);
    process.write(input);
    process.closeWriteChannel();
    // The simulator answers in this thread.
    const bool ended = QTest::qWaitFor(
        [&process] { return process.state() == QProcess::NotRunning; }, longestCallMs);
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    Answer answer;
    answer.code = ended && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    answer.out = process.readAllStandardOutput();
    answer.err = process.readAllStandardError();
    return answer;
}

Answer CommandLineDesk::as(const QString &staff, const QStringList &words)
{
    return run(QStringList{u"--json"_s, u"--staff"_s, staff, u"--pin-stdin"_s} + words, "1234\n");
}

QString CommandLineDesk::setUp()
{
    for (const auto &[key, value] : m_simulator.secrets()) {
        const Answer kept = run({u"secret"_s, u"set"_s, key}, value.toUtf8());
        if (kept.code != 0)
            return QString(u"No key store (installer/test.sh starts one): "_s + kept.words());
    }
    const QStringList pin{u"--pin-stdin"_s};
    const Answer first =
        run(pin + QStringList{u"staff"_s, u"add"_s, u"Nadia"_s, u"--role"_s, u"administrator"_s},
            "1234\n");
    if (first.code != 0)
        return first.words();
    const QStringList admin{u"--pin-stdin"_s, u"--staff"_s, u"Nadia"_s, u"staff"_s, u"add"_s};
    for (const auto &[name, role] :
         {std::pair(u"Rani"_s, u"reception"_s), std::pair(u"Omar"_s, u"surgeon"_s)}) {
        const Answer added = run(admin + QStringList{name, u"--role"_s, role}, "1234\n1234\n");
        if (added.code != 0)
            return added.words();
    }
    const Answer read = as(u"Nadia"_s, {u"sync"_s, u"run"_s});
    if (read.code != 0)
        return read.words();
    const Answer drained = as(u"Nadia"_s, {u"outbox"_s, u"drain"_s});
    return drained.code == 0 ? QString() : drained.words();
}

const QJsonObject &CommandLineDesk::freeSlot()
{
    if (m_freeSlot.isEmpty())
        m_freeSlot = as(u"Nadia"_s, {u"book"_s, u"slots"_s}).list().last().toObject();
    return m_freeSlot;
}

QStringList CommandLineDesk::booking(const QStringList &changes)
{
    QMap<QString, QString> options{{u"--first"_s, u"Xavier"_s},
                                   {u"--last"_s, u"Quelquun"_s},
                                   {u"--provider"_s, freeSlot()[u"provider"_s].toString()},
                                   {u"--start"_s, freeSlot()[u"start"_s].toString()}};
    for (qsizetype i = 0; i + 1 < changes.size(); i += 2)
        options.insert(changes.at(i), changes.at(i + 1));
    QStringList words{u"book"_s, u"walk-in"_s};
    for (auto it = options.cbegin(); it != options.cend(); ++it)
        words << it.key() << it.value();
    return words;
}

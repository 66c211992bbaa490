// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/frontdesk.h"

#include <QCoreApplication>
#include <QCoroTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <chrono>
#include <memory>
#include <optional>

//! The program's texts, in the form in which lupdate finds them.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

//! Exit codes of vestibule-cli (cli.md).
enum class Exit {
    Done = 0,
    Refused = 1,
    Usage = 2,
    Queued = 3,
    NotPermitted = 4,
    NoSuchRecord = 5
};

//! What was said before AREA VERB.
struct GlobalOptions {
    QString profile;
    QString config;
    QString data;
    bool json = false;
    QString staff;
    bool pinFromStdin = false;
    std::chrono::seconds timeout{60};
    bool timeoutGiven = false; //!< it was said, and is no default
    bool help = false;
};

//! One call of vestibule-cli: its words, the desk it works on, and how it answers. Lives as long as
//! the program.
class CommandLine
{
public:
    //! Splits the words and holds them against the grammar; what is wrong stands in problem.
    static CommandLine parse(const QStringList &words);

    GlobalOptions options;
    QString area;
    QString verb;
    QStringList arguments; //!< positional, after AREA VERB
    QHash<QString, QString> values; //!< --name value after AREA VERB
    QSet<QString> flags; //!< --name without value after AREA VERB
    QString problem; //!< why this is no call; empty = it is one
    QJsonObject document; //!< what an error shows beside itself, such as the lines to confirm
    FrontDesk *desk = nullptr;

    //! The value of --name, or nothing.
    std::optional<QString> value(const QString &name) const;
    bool has(const QString &flag) const { return flags.contains(flag); }
    //! Prints the one document: JSON with --json, readable lines otherwise.
    void print(const QJsonDocument &printed) const;
    //! Prints an error (and its JSON document) and gives the exit code that its kind means.
    Exit refuse(const Error &error) const;
    Exit usage(const QString &words) const;

private:
    void read(const QStringList &words);
    void readOption(const QString &name, const QString &given);
    void check();
    QString errorJson(const QString &kind, const QString &message, const QString &service) const;
};

//! Signs in whom --staff names; NotPermitted in words otherwise.
Task<void> signIn(CommandLine *line);
//! A PIN from standard input or the terminal; Unauthorized when there is none to ask on.
Result<QString> pinFrom(const CommandLine &line, const QString &question);
//! The error with the option that overrules it, where there is one.
Error withWayOut(const CommandLine &line, Error error);
//! Free text that must fit into so many characters; Invalid in words, naming the option.
Result<QString> boundedText(const CommandLine &line, const QString &option, qsizetype longest);
//! Waits until everything that concerns the visit (or the patient) is confirmed, refused, or the
//! time is over.
Task<Exit> settled(CommandLine *line, VisitId visit, PatientId patient);
//! A time given as ISO 8601 with offset, or as clinic-local "2026-11-22T10:30".
//! The words name the option, not what was typed.
Result<QDateTime> timeFrom(const CommandLine &line, const QString &option, const QString &text);
//! UTC as ISO 8601 in the clinic's zone.
QString timeText(const CommandLine &line, const QDateTime &utc);

QString noAnswerWords(std::chrono::seconds timeout);
//! The work's result, or Timeout when --timeout is over; then its calls have been broken off.
template <class T>
Task<T> within(CommandLine *line, Task<T> work)
{
    const auto answer = std::make_shared<std::optional<Result<T>>>();
    QCoro::connect(std::move(work), line->desk,
                   [answer](const Result<T> &result) { *answer = result; });
    const auto end = std::chrono::steady_clock::now() + line->options.timeout;
    while (!*answer && std::chrono::steady_clock::now() < end)
        co_await QCoro::sleepFor(std::chrono::milliseconds(10));
    if (*answer)
        co_return **answer;
    co_await line->desk->shutdown();
    // A call that was broken off ends at the next turn of the event loop.
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(2);
    while (!*answer && std::chrono::steady_clock::now() < patience)
        co_await QCoro::sleepFor(std::chrono::milliseconds(10));
    co_return failure(Error::Kind::Timeout, noAnswerWords(line->options.timeout));
}

using Area = Task<Exit> (*)(CommandLine *);
Task<Exit> runStaff(CommandLine *line);
Task<Exit> runDay(CommandLine *line);
Task<Exit> runPatient(CommandLine *line);
Task<Exit> runBook(CommandLine *line);
Task<Exit> runVisit(CommandLine *line);
//! visit bill, ignore and choose.
Task<Exit> settleLateActs(CommandLine *line, VisitId id);
Task<Exit> runChart(CommandLine *line);
Task<Exit> runPlan(CommandLine *line);
//! plan print.
Task<Exit> printProposal(CommandLine *line, PlanId id);
Task<Exit> runScans(CommandLine *line);
//! vdds: the imaging program of this computer.
Task<Exit> runVdds(CommandLine *line);
//! 3dd launch: Dental Desktop's command line.
Task<Exit> launchDentalDesktop(CommandLine *line);
//! opendental: treatment plans in Open Dental itself.
Task<Exit> runOpenDental(CommandLine *line);
Task<Exit> runSync(CommandLine *line);
Task<Exit> runOutbox(CommandLine *line);
Task<Exit> runSecret(CommandLine *line);
Task<Exit> runConfig(CommandLine *line);

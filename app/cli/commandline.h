// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/frontdesk.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QStringList>
#include <chrono>

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
    bool help = false;
};

//! One call of vestibule-cli: its words, the desk it works on, and how it answers. Lives as long as
//! the program.
class CommandLine
{
public:
    //! Splits the words; Usage error in words when an option is unknown or lacks its value.
    static Result<CommandLine> parse(QStringList words);

    GlobalOptions options;
    QString area;
    QString verb;
    QStringList arguments; //!< positional, after AREA VERB
    QHash<QString, QString> values; //!< --name value after AREA VERB
    QSet<QString> flags; //!< --name without value after AREA VERB
    FrontDesk *desk = nullptr;

    //! The value of --name, or nothing.
    std::optional<QString> value(const QString &name) const;
    bool has(const QString &flag) const { return flags.contains(flag); }
    //! Prints the one document: JSON with --json, readable lines otherwise.
    void print(const QJsonDocument &document) const;
    //! Prints an error (and its JSON document) and gives the exit code that its kind means.
    Exit refuse(const Error &error) const;
    Exit usage(const QString &words) const;
    //! First line of standard input, without line end.
    static QString readLine();
    static QByteArray readAll();

private:
    static const QSet<QString> &flagNames();
};

//! Signs in whom --staff names; NotPermitted in words otherwise.
Task<void> signIn(CommandLine *line);
//! Waits until everything that concerns the visit (or the patient) is confirmed, refused, or the
//! time is over.
Task<Exit> settled(CommandLine *line, VisitId visit, PatientId patient);
//! A time given as ISO 8601 with offset, or as clinic-local "2026-11-22T10:30".
Result<QDateTime> timeFrom(const CommandLine &line, const QString &text);
//! UTC as ISO 8601 in the clinic's zone.
QString timeText(const CommandLine &line, const QDateTime &utc);

using Area = Task<Exit> (*)(CommandLine *);
Task<Exit> runStaff(CommandLine *line);
Task<Exit> runDay(CommandLine *line);
Task<Exit> runPatient(CommandLine *line);
Task<Exit> runBook(CommandLine *line);
Task<Exit> runVisit(CommandLine *line);
Task<Exit> runSync(CommandLine *line);
Task<Exit> runOutbox(CommandLine *line);
Task<Exit> runSecret(CommandLine *line);
Task<Exit> runConfig(CommandLine *line);

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/simulator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

//! One call of vestibule-cli and what it answered.
struct Answer {
    int code = -1;
    QByteArray out;
    QByteArray err;

    QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    QJsonArray list() const { return QJsonDocument::fromJson(out).array(); }
    //! True when standard output is exactly one JSON document.
    bool isOneDocument() const
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(out, &error);
        return error.error == QJsonParseError::NoError && !document.isNull();
    }
    QString words() const { return QString::fromUtf8(err); }
    //! For a failure's message.
    QByteArray told() const { return QByteArray::number(code) + " out: " + out + " err: " + err; }
};

//! The real program against the simulated clinic, on the real clock: settings file, database and
//! key store service of its own. Needs a key store (installer/test.sh brings one).
class CommandLineDesk
{
public:
    CommandLineDesk();
    ~CommandLineDesk();

    sim::Simulator &simulator() { return m_simulator; }
    QString settingsFile() const { return m_directory.filePath(QStringLiteral("clinic.ini")); }
    //! Runs the program with --config and --data; the words as they are.
    Answer run(const QStringList &words, const QByteArray &input = {});
    //! The same as that member, with --json.
    Answer as(const QString &staff, const QStringList &words);
    //! Secrets, one member of each role (Nadia, Rani, Omar) and everything read in; what went
    //! wrong, or nothing.
    QString setUp();
    //! The last free slot that "book slots" offers; empty when there is none.
    const QJsonObject &freeSlot();
    //! A walk-in into that slot that would be booked, with these options changed or added
    //! ("--name", "value").
    QStringList booking(const QStringList &changes);
    //! Text appended to the settings file.
    void addSettings(const QByteArray &lines);
    //! The environment's language of the calls that follow.
    void setLocale(const QString &locale) { m_locale = locale; }
    //! Where the calls that follow keep their database; empty = where it began.
    void setData(const QString &directory) { m_data = directory; }
    //! The arguments that every call has.
    QStringList place() const;
    static QString program();
    QProcessEnvironment environment() const;

private:
    sim::Simulator m_simulator;
    QTemporaryDir m_directory;
    QString m_data;
    QJsonObject m_freeSlot;
    QString m_locale = QStringLiteral("C.UTF-8");
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include <QCoroTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTextStream>
#include <QTimeZone>
#include <cstdio>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

void writeOut(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void writeError(const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

QString plain(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return u"-"_s;
    case QJsonValue::Bool:
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    case QJsonValue::Double:
        return QString::number(value.toInteger());
    case QJsonValue::Array: {
        QStringList parts;
        for (const QJsonValue &part : value.toArray())
            parts.append(plain(part));
        return parts.join(u", "_s);
    }
    case QJsonValue::Object: {
        QStringList parts;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            parts.append(QString(it.key() + u' ' + plain(it.value())));
        return parts.join(u"; "_s);
    }
    case QJsonValue::String:
        break;
    }
    return value.toString();
}

//! A table for a list of objects, one column per key.
QString table(const QJsonArray &rows)
{
    QStringList keys;
    for (const QJsonValue &row : rows) {
        for (const QString &key : row.toObject().keys()) {
            if (!keys.contains(key))
                keys.append(key);
        }
    }
    QList<QStringList> cells{keys};
    for (const QJsonValue &row : rows) {
        QStringList line;
        for (const QString &key : std::as_const(keys))
            line.append(plain(row.toObject().value(key)));
        cells.append(line);
    }
    QString text;
    for (const QStringList &line : std::as_const(cells)) {
        QString out;
        for (qsizetype i = 0; i < line.size(); ++i) {
            qsizetype width = 0;
            for (const QStringList &other : std::as_const(cells))
                width = std::max(width, other.at(i).size());
            out += line.at(i).leftJustified(width + 2);
        }
        text += QString(out.trimmed() + u'\n');
    }
    return text;
}

QString readable(const QJsonDocument &document)
{
    if (document.isArray())
        return document.array().isEmpty() ? QString(Words::tr("Nothing.") + u'\n')
                                          : table(document.array());
    QString text;
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool rows =
            it->isArray() && !it->toArray().isEmpty() && it->toArray().first().isObject();
        text += rows ? QString(it.key() + u":\n"_s + table(it->toArray()))
                     : QString(it.key() + u": "_s + plain(*it) + u'\n');
    }
    return text;
}

} // namespace

const QSet<QString> &CommandLine::flagNames()
{
    static const QSet<QString> names{u"confirm"_s, u"as-shown"_s, u"despite-conflicts"_s,
                                     u"new-despite-similar"_s};
    return names;
}

Result<CommandLine> CommandLine::parse(QStringList words)
{
    CommandLine line;
    QStringList rest;
    const auto bad = [](const QString &why) { return failure(Error::Kind::Invalid, why); };
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (!word.startsWith(u"--"_s)) {
            rest.append(word);
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = equals < 0 ? word.mid(2) : word.mid(2, equals - 2);
        const bool beforeArea = rest.size() < 2;
        if (name == u"help"_s) {
            line.options.help = true;
        } else if (name == u"json"_s) {
            line.options.json = true;
        } else if (name == u"pin-stdin"_s) {
            line.options.pinFromStdin = true;
        } else if (flagNames().contains(name) && !beforeArea) {
            line.flags.insert(name);
        } else {
            QString value;
            if (equals >= 0)
                value = word.mid(equals + 1);
            else if (i + 1 < words.size())
                value = words.at(++i);
            else
                return bad(Words::tr("--%1 needs a value.").arg(name));
            if (name == u"profile"_s)
                line.options.profile = value;
            else if (name == u"config"_s)
                line.options.config = value;
            else if (name == u"data"_s)
                line.options.data = value;
            else if (name == u"staff"_s)
                line.options.staff = value;
            else if (name == u"timeout"_s) {
                bool ok = false;
                const int seconds = value.toInt(&ok);
                if (!ok || seconds < 0 || seconds > 86400)
                    return bad(Words::tr("--timeout takes seconds, 0 to 86400."));
                line.options.timeout = std::chrono::seconds(seconds);
            } else if (beforeArea) {
                return bad(Words::tr("Unknown option --%1.").arg(name));
            } else {
                line.values.insert(name, value);
            }
        }
    }
    line.area = rest.value(0);
    line.verb = rest.value(1);
    line.arguments = rest.mid(2);
    return line;
}

std::optional<QString> CommandLine::value(const QString &name) const
{
    const auto it = values.constFind(name);
    return it == values.cend() ? std::nullopt : std::optional<QString>(*it);
}

void CommandLine::print(const QJsonDocument &document) const
{
    writeOut(options.json ? document.toJson(QJsonDocument::Indented) : readable(document).toUtf8());
}

Exit CommandLine::refuse(const Error &error) const
{
    writeError(error.message);
    if (options.json) {
        const QJsonObject words{{u"kind"_s, enumName(error.kind)},
                                {u"message"_s, error.message},
                                {u"service"_s, enumName(error.service)}};
        writeOut(QJsonDocument(QJsonObject{{u"error"_s, words}}).toJson());
    }
    switch (error.kind) {
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
        return Exit::NotPermitted;
    case Error::Kind::NotFound:
        return Exit::NoSuchRecord;
    case Error::Kind::Offline:
    case Error::Kind::Timeout:
    case Error::Kind::RateLimited:
    case Error::Kind::Server:
        return Exit::Queued;
    default:
        return Exit::Refused;
    }
}

Exit CommandLine::usage(const QString &words) const
{
    writeError(words);
    return Exit::Usage;
}

QString CommandLine::readLine()
{
    QTextStream in(stdin);
    return in.readLine(4096);
}

QByteArray CommandLine::readAll()
{
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return {};
    return in.read(1 << 20);
}

Task<void> signIn(CommandLine *line)
{
    if (line->options.staff.isEmpty()) {
        co_return failure(
            Error::Kind::Unauthorized,
            Words::tr("Nobody is signed in. Name who acts with --staff NAME and give the "
                      "PIN with --pin-stdin."));
    }
    if (!line->options.pinFromStdin) {
        std::fputs(qPrintable(Words::tr("PIN: ")), stderr);
        std::fflush(stderr);
    }
    const QString pin = CommandLine::readLine().trimmed();
    const QString name = line->options.staff;
    const Result<StaffMember> member = co_await line->desk->session()->signIn(name, pin);
    if (!member)
        co_return tl::unexpected<Error>(member.error());
    co_return Result<void>();
}

Task<Exit> settled(CommandLine *line, VisitId visit, PatientId patient)
{
    const auto end = std::chrono::steady_clock::now() + line->options.timeout;
    while (true) {
        const Result<QList<OutboxRow>> rows = co_await line->desk->outboxStore()->list();
        if (!rows)
            co_return tl::unexpected<Error>(rows.error());
        bool waiting = false;
        for (const OutboxRow &row : *rows) {
            const bool ours = (!visit.isEmpty() && row.visit == visit)
                || (!patient.isEmpty() && row.patient == patient);
            if (!ours)
                continue;
            if (row.state == OutboxRow::State::Failed)
                co_return tl::unexpected<Error>(row.error.value_or(
                    Error(Error::Kind::Invalid, Words::tr("A change was refused."))));
            waiting = waiting || row.state == OutboxRow::State::Waiting
                || row.state == OutboxRow::State::Sending;
        }
        if (!waiting)
            co_return Exit::Done;
        if (std::chrono::steady_clock::now() >= end) {
            writeError(Words::tr(
                "Accepted and kept; not every system has confirmed yet. It is sent by itself."));
            co_return Exit::Queued;
        }
        co_await QCoro::sleepFor(20ms);
    }
}

Result<QDateTime> timeFrom(const CommandLine &line, const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        return failure(Error::Kind::Invalid,
                       Words::tr("“%1” is not a time. Use ISO 8601, such as 2026-11-23T10:30.")
                           .arg(text.left(40)));
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), QTimeZone(line.desk->settings().timeZone));
    return time.toUTC();
}

QString timeText(const CommandLine &line, const QDateTime &utc)
{
    if (!utc.isValid())
        return {};
    return utc.toTimeZone(QTimeZone(line.desk->settings().timeZone)).toString(Qt::ISODate);
}

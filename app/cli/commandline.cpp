// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include "app/cli/grammar.h"
#include "app/cli/terminal.h"

#include <QCoroTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

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
    return withoutControls(value.toString());
}

//! What a flag overrules, for who meets a refusal.
QString overruled(const QString &flag)
{
    return flag == u"new-despite-similar"_s
        ? Words::tr("--new-despite-similar says that this is somebody else.")
        : Words::tr("--despite-conflicts takes the time all the same.");
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

CommandLine CommandLine::parse(const QStringList &words)
{
    CommandLine line;
    // First of all, so that every later complaint has the right form.
    line.options.json = words.contains(u"--json"_s);
    line.read(words);
    if (line.problem.isEmpty() && !line.options.help)
        line.check();
    return line;
}

void CommandLine::read(const QStringList &words)
{
    static const QSet<QString> bare{u"help"_s,
                                    u"json"_s,
                                    u"pin-stdin"_s,
                                    u"confirm"_s,
                                    u"as-shown"_s,
                                    u"despite-conflicts"_s,
                                    u"new-despite-similar"_s,
                                    u"merge"_s,
                                    u"no-wait"_s,
                                    u"yes"_s};
    QStringList rest;
    bool optionsOver = false;
    for (qsizetype i = 0; i < words.size() && problem.isEmpty(); ++i) {
        const QString &word = words.at(i);
        if (word == u"-h"_s) {
            options.help = true;
        } else if (word == u"--"_s && !optionsOver) {
            optionsOver = true;
        } else if (!word.startsWith(u"--"_s) || optionsOver) {
            rest.append(word);
        } else {
            const qsizetype equals = word.indexOf(u'=');
            const QString name = equals < 0 ? word.mid(2) : word.mid(2, equals - 2);
            if (bare.contains(name)) {
                if (equals >= 0)
                    problem = Words::tr("--%1 takes no value.").arg(name);
                flags.insert(name);
            } else if (equals >= 0) {
                readOption(name, word.mid(equals + 1));
            } else if (i + 1 < words.size()) {
                readOption(name, words.at(++i));
            } else {
                problem = Words::tr("--%1 needs a value.").arg(name.left(40));
            }
        }
    }
    options.help = options.help || flags.remove(u"help"_s);
    options.json = flags.remove(u"json"_s);
    options.pinFromStdin = flags.remove(u"pin-stdin"_s);
    area = rest.value(0);
    verb = rest.value(1);
    arguments = rest.mid(2);
    // Some verbs are two words: "plans list".
    const QString twoWords = QString(verb + u' ' + arguments.value(0));
    if (verbForm(area, twoWords)) {
        verb = twoWords;
        arguments.removeFirst();
    }
}

void CommandLine::readOption(const QString &name, const QString &given)
{
    if (values.contains(name))
        problem = Words::tr("--%1 is given twice.").arg(name);
    values.insert(name, given);
}

void CommandLine::check()
{
    for (const auto &[name, place] :
         {std::pair(u"profile"_s, &options.profile), std::pair(u"config"_s, &options.config),
          std::pair(u"data"_s, &options.data), std::pair(u"staff"_s, &options.staff)}) {
        if (!values.contains(name))
            continue;
        *place = values.take(name);
        if (place->isEmpty())
            problem = Words::tr("--%1 needs a value.").arg(name);
    }
    if (values.contains(u"timeout"_s)) {
        bool ok = false;
        const int seconds = values.take(u"timeout"_s).toInt(&ok);
        if (!ok || seconds < 0 || seconds > 86400)
            problem = Words::tr("--timeout takes seconds, 0 to 86400.");
        options.timeout = std::chrono::seconds(seconds);
        options.timeoutGiven = true;
    }
    const VerbForm *form = verbForm(area, verb);
    if (!form) {
        problem = usageOfArea(area);
        return;
    }
    const QString said = QString(area + u' ' + verb);
    for (const QString &name : values.keys() + flags.values()) {
        if (!form->options.contains(name) && !form->flags.contains(name))
            problem = Words::tr("%1 knows no option --%2.").arg(said, name.left(40));
    }
    for (const QString &name : form->required) {
        if (value(name).value_or(QString()).trimmed().isEmpty())
            problem = Words::tr("%1 needs --%2.").arg(said, name);
    }
    if (arguments.size() < form->least
        || (form->least > 0 && arguments.first().trimmed().isEmpty()))
        problem = Words::tr("%1 needs to be told on what.").arg(said);
    else if (arguments.size() > form->most)
        problem = Words::tr("%1 was given too many words; put quotation marks around a text with "
                            "blanks.")
                      .arg(said);
    if (!problem.isEmpty())
        problem += QString(u'\n' + usageOf(*form));
}

std::optional<QString> CommandLine::value(const QString &name) const
{
    const auto it = values.constFind(name);
    return it == values.cend() ? std::nullopt : std::optional<QString>(*it);
}

void CommandLine::print(const QJsonDocument &printed) const
{
    writeOut(options.json ? printed.toJson(QJsonDocument::Indented) : readable(printed).toUtf8());
}

QString CommandLine::errorJson(const QString &kind, const QString &message,
                               const QString &service) const
{
    QJsonObject all = document;
    all.insert(u"error"_s,
               QJsonObject{{u"kind"_s, kind}, {u"message"_s, message}, {u"service"_s, service}});
    return QString::fromUtf8(QJsonDocument(all).toJson());
}

Exit CommandLine::refuse(const Error &error) const
{
    if (options.json)
        writeOut(errorJson(enumName(error.kind), error.message, enumName(error.service)).toUtf8());
    else if (!document.isEmpty())
        writeOut(readable(QJsonDocument(document)).toUtf8());
    writeError(error.message);
    if (error.isTransient())
        return Exit::Queued;
    // What a system refuses is a refusal; the other codes speak of this desk's people and records.
    if (error.service != Service::None)
        return Exit::Refused;
    switch (error.kind) {
    case Error::Kind::Unauthorized:
    case Error::Kind::Forbidden:
        return Exit::NotPermitted;
    case Error::Kind::NotFound:
        return Exit::NoSuchRecord;
    default:
        return Exit::Refused;
    }
}

Exit CommandLine::usage(const QString &words) const
{
    if (options.json)
        writeOut(errorJson(u"Usage"_s, words, enumName(Service::None)).toUtf8());
    writeError(words);
    return Exit::Usage;
}

Task<void> signIn(CommandLine *line)
{
    if (line->options.staff.isEmpty()) {
        co_return failure(
            Error::Kind::Unauthorized,
            Words::tr("Nobody is signed in. Name who acts with --staff NAME and give the "
                      "PIN with --pin-stdin."));
    }
    const Result<QString> pin = pinFrom(*line, Words::tr("PIN: "));
    if (!pin)
        co_return tl::unexpected<Error>(pin.error());
    const QString typed = *pin;
    const QString name = line->options.staff;
    const Result<StaffMember> member = co_await line->desk->session()->signIn(name, typed);
    if (!member)
        co_return tl::unexpected<Error>(member.error());
    co_return Result<void>();
}

Result<QString> pinFrom(const CommandLine &line, const QString &question)
{
    if (line.options.pinFromStdin)
        return nextInputLine().trimmed();
    const std::optional<QString> typed = askUnseen(question);
    if (!typed)
        return failure(Error::Kind::Unauthorized,
                       Words::tr("There is no terminal to ask for the PIN on. Give it on standard "
                                 "input with --pin-stdin."));
    return typed->trimmed();
}

Error withWayOut(const CommandLine &line, Error error)
{
    if (error.kind != Error::Kind::Conflict || error.service != Service::None)
        return error;
    const VerbForm *form = verbForm(line.area, line.verb);
    for (const QString &flag : {u"new-despite-similar"_s, u"despite-conflicts"_s}) {
        if (form && form->flags.contains(flag) && !line.has(flag))
            error.message += QString(u'\n' + overruled(flag));
    }
    return error;
}

Result<QString> boundedText(const CommandLine &line, const QString &option, qsizetype longest)
{
    const QString text = withoutControls(line.value(option).value_or(QString())).simplified();
    if (text.size() > longest)
        return failure(Error::Kind::Invalid,
                       Words::tr("--%1 takes at most %2 characters.").arg(option).arg(longest));
    return text;
}

QString noAnswerWords(std::chrono::seconds timeout)
{
    return Words::tr("No answer within %n second(s).", nullptr, int(timeout.count()));
}

namespace {

//! Why a change was refused, with the system that refused it.
Error refusalOf(const OutboxRow &row)
{
    Error error = row.error.value_or(
        Error(Error::Kind::Invalid, Words::tr("A change was refused."), row.service));
    error.service = row.service;
    // What is given up is no passing reason any more.
    if (error.isTransient())
        error.kind = Error::Kind::Invalid;
    return error;
}

} // namespace

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
                co_return tl::unexpected<Error>(refusalOf(row));
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

Result<QDateTime> timeFrom(const CommandLine &line, const QString &option, const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    // A date alone would mean midnight, which nobody means.
    if (!time.isValid() || !text.contains(u'T') || time.date().year() > 9999)
        return failure(
            Error::Kind::Invalid,
            Words::tr("--%1 is no time. Use ISO 8601, such as 2026-11-23T10:30.").arg(option));
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

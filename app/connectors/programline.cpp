// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/programline.h"

#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace programline {

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

QString withoutMarks(const QString &text)
{
    const bool marked = text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"');
    return marked ? text.mid(1, text.size() - 2) : text;
}

} // namespace

QStringList split(const QString &line)
{
    QStringList words;
    qsizetype i = 0;
    while (true) {
        while (i < line.size() && isBlank(line.at(i)))
            ++i;
        if (i >= line.size())
            return words;
        QString found;
        bool inMarks = false;
        while (i < line.size() && (inMarks || !isBlank(line.at(i)))) {
            qsizetype slashes = 0;
            while (i < line.size() && line.at(i) == u'\\') {
                ++slashes;
                ++i;
            }
            const bool mark = i < line.size() && line.at(i) == u'"';
            // Backslashes are only special before a quotation mark.
            found += QString(mark ? slashes / 2 : slashes, u'\\');
            if (!mark) {
                if (i < line.size() && (inMarks || !isBlank(line.at(i))))
                    found += line.at(i++);
                continue;
            }
            ++i;
            if (slashes % 2 == 1) {
                found += u'"';
            } else if (inMarks && i < line.size() && line.at(i) == u'"') {
                found += u'"';
                ++i;
            } else {
                inMarks = !inMarks;
            }
        }
        words.append(found);
    }
}

QString quoted(const QString &text)
{
    QString line = u"\""_s;
    qsizetype slashes = 0;
    for (const QChar c : text) {
        if (c == u'\\') {
            ++slashes;
            continue;
        }
        line += QString(c == u'"' ? 2 * slashes + 1 : slashes, u'\\');
        line += c;
        slashes = 0;
    }
    return QString(line + QString(2 * slashes, u'\\') + u'"');
}

QString word(const QString &text)
{
    const bool plain =
        !text.isEmpty() && !text.contains(u' ') && !text.contains(u'\t') && !text.contains(u'"');
    return plain ? text : quoted(text);
}

QString joined(const QStringList &arguments)
{
    QStringList words;
    for (const QString &argument : arguments)
        words.append(word(argument));
    return words.join(u' ');
}

std::optional<ProgramCall> resolved(const QString &value, const Finder &finder)
{
    const QString line = value.trimmed();
    // Windows allows no longer line; each beginning costs a look at the disk.
    constexpr qsizetype longestLine = 32767;
    if (line.isEmpty() || line.size() > longestLine)
        return std::nullopt;
    if (const QString whole = finder(withoutMarks(line)); !whole.isEmpty())
        return ProgramCall{whole, {}, {}};
    if (line.startsWith(u'"')) {
        const qsizetype end = line.indexOf(u'"', 1);
        const QString program = finder(line.mid(1, (end < 0 ? line.size() : end) - 1));
        const QString rest = end < 0 ? QString() : line.mid(end + 1).trimmed();
        return program.isEmpty() ? std::nullopt
                                 : std::optional(ProgramCall{program, split(rest), rest});
    }
    // The longest one: a program planted as C:\Program.exe is never meant.
    for (qsizetype end = line.size(); end > 0; --end) {
        if (!isBlank(line.at(end - 1)) || (end > 1 && isBlank(line.at(end - 2))))
            continue;
        const QString program = finder(line.left(end - 1));
        const QString rest = line.mid(end).trimmed();
        if (!program.isEmpty())
            return ProgramCall{program, split(rest), rest};
    }
    return std::nullopt;
}

QString programFile(const QString &name)
{
    const auto startable = [](const QString &path) {
        const QFileInfo file(path);
        return file.isFile() && file.isExecutable();
    };
    if (name.isEmpty() || name.contains(QChar(0)))
        return {};
    if (QFileInfo(name).isAbsolute()) {
        if (startable(name))
            return name;
        return startable(name + u".exe"_s) ? QString(name + u".exe"_s) : QString();
    }
    // A relative path would depend on where this program was started.
    const bool isPath = name.contains(u'/') || name.contains(u'\\');
    return isPath ? QString() : QStandardPaths::findExecutable(name);
}

bool needsShell(const QString &program)
{
    return program.endsWith(u".bat"_s, Qt::CaseInsensitive)
        || program.endsWith(u".cmd"_s, Qt::CaseInsensitive);
}

} // namespace programline

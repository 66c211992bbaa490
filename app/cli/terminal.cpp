// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <cstdio>

namespace {

constexpr qsizetype longestLine = 4096;

} // namespace

void writeOut(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

void writeError(const QString &text)
{
    QByteArray bytes;
    for (const QString &line : text.split(QLatin1Char('\n')))
        bytes += withoutControls(line).toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

QString withoutControls(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar c : text) {
        const bool steers =
            c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
        // An emoji is joined by format characters; alone they show as nothing.
        clean.append(steers && c != QChar(0x200D) ? QChar(QLatin1Char(' ')) : c);
    }
    return clean;
}

QString nextInputLine()
{
    QByteArray line;
    for (int c = std::fgetc(stdin); c != EOF && c != '\n'; c = std::fgetc(stdin)) {
        if (line.size() < longestLine)
            line.append(char(c));
    }
    while (line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

std::optional<QByteArray> allInput(qsizetype longest)
{
    QByteArray all;
    char part[4096];
    for (size_t got = 1; got > 0;) {
        got = std::fread(part, 1, sizeof part, stdin);
        all.append(part, qsizetype(got));
        if (all.size() > longest)
            return std::nullopt;
    }
    return all;
}

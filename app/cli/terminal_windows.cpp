// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <cstdio>
#include <windows.h>

std::optional<QString> askUnseen(const QString &question)
{
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD before = 0;
    if (!GetConsoleMode(input, &before))
        return std::nullopt;
    SetConsoleMode(input, before & ~DWORD(ENABLE_ECHO_INPUT));
    const QByteArray words = question.toUtf8();
    std::fwrite(words.constData(), 1, size_t(words.size()), stderr);
    std::fflush(stderr);
    const QString line = nextInputLine();
    SetConsoleMode(input, before);
    return line;
}

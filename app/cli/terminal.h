// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

// What is written and read by a program without a window. Text is UTF-8 whatever the locale.

void writeOut(const QByteArray &bytes);
//! A line on standard error, without anything that could steer a terminal.
void writeError(const QString &text);
//! The text without control and direction characters: what other systems hold may contain anything.
QString withoutControls(const QString &text);

//! The next line of standard input, without line end. A line that is too long to be a PIN is cut.
QString nextInputLine();
//! All of standard input; nothing when it is longer than that.
std::optional<QByteArray> allInput(qsizetype longest);
//! Asks on the terminal, unseen; nothing when there is none.
std::optional<QString> askUnseen(const QString &question);

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/patient.h"

#include <QByteArray>
#include <QStringList>

//! What of a patient a search looks at, in the flat forms the index keeps.
//! Folded words, without the blanks between them.
QString joinedWords(const QString &folded);
//! The words of a person's name, and what people write in one: "de La Tour" is found by "latour",
//! "delatour" and "tour".
QStringList searchWordsOf(const Patient &patient);
//! UTF-8, a blank before each.
QByteArray withBlanks(const QStringList &words);
//! The phonetic keys of words, a blank before and after each.
QByteArray soundsOf(const QStringList &words);
//! Any script's digits as ASCII.
QString digitsOf(QStringView text);
//! The patient's numbers as dialled and as stored, a blank before each.
QByteArray numbersOf(const Patient &patient);

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

//! How a folded word sounds to a French ear, roughly: silent ends and all vowels but the first are
//! gone, spellings of one sound are one letter. Empty for words of other scripts.
QByteArray soundOf(QByteArrayView foldedWord);

//! True when word begins with what was typed, give or take one wrong, missing, added or swapped
//! letter. Bytes of UTF-8.
bool beginsWithOneTypo(QByteArrayView word, QByteArrayView typed);
//! True when the two differ by one such slip at most.
bool isOneTypoApart(QByteArrayView a, QByteArrayView b);

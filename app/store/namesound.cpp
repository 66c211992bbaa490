// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/namesound.h"

#include <algorithm>

namespace {

bool isVowel(char c)
{
    return c == 'A' || c == 'E' || c == 'I' || c == 'O' || c == 'U' || c == 'Y';
}

bool softens(char next)
{
    return next == 'E' || next == 'I' || next == 'Y';
}

//! The sound of the letter at i; i is moved past a second letter that belongs to it.
char soundAt(QByteArrayView word, qsizetype &i)
{
    const char next = i + 1 < word.size() ? word.at(i + 1) : '\0';
    switch (word.at(i)) {
    case 'P':
        if (next != 'H')
            return 'P';
        ++i;
        return 'F';
    case 'C':
        if (next == 'H') {
            ++i;
            return 'X';
        }
        return softens(next) ? 'S' : 'K';
    case 'S':
        if (next == 'H') {
            ++i;
            return 'X';
        }
        return 'S';
    case 'G':
        if (next == 'N') {
            ++i;
            return 'N';
        }
        return softens(next) ? 'J' : 'G';
    case 'Q':
        return 'K';
    case 'Z':
        return 'S';
    case 'W':
        return 'V';
    case 'M':
        return 'N'; // M and N before consonants sound alike
    case 'H':
        return '\0';
    default:
        return word.at(i);
    }
}

char firstVowel(QByteArrayView word)
{
    // AU and EAU sound as O, AI and EI as E, OU as U, Y as I.
    if (word.startsWith("AU") || word.startsWith("EAU"))
        return 'O';
    if (word.startsWith("AI") || word.startsWith("EI"))
        return 'E';
    if (word.startsWith("OU"))
        return 'U';
    return word.at(0) == 'Y' ? 'I' : word.at(0);
}

} // namespace

QByteArray soundOf(QByteArrayView foldedWord)
{
    QByteArrayView word = foldedWord;
    if (word.startsWith('H'))
        word = word.sliced(1);
    const bool latin = !word.isEmpty()
        && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!latin)
        return {};
    // Silent in French at a word's end; what is left must still be a word.
    while (word.size() > 3 && (QByteArrayView("STXDEZ").contains(word.back())))
        word.chop(1);
    QByteArray sound;
    for (qsizetype i = 0; i < word.size(); ++i) {
        char letter = '\0';
        if (isVowel(word.at(i)))
            letter = i == 0 ? firstVowel(word) : '\0';
        else
            letter = soundAt(word, i);
        if (letter != '\0' && (sound.isEmpty() || sound.back() != letter))
            sound += letter;
    }
    return sound;
}

bool beginsWithOneTypo(QByteArrayView word, QByteArrayView typed)
{
    const qsizetype common = std::min(word.size(), typed.size());
    qsizetype i = 0;
    while (i < common && word[i] == typed[i])
        ++i;
    if (i == typed.size())
        return true;
    const QByteArrayView restTyped = typed.sliced(i);
    const QByteArrayView restWord = word.sliced(std::min(i, word.size()));
    // wrong letter, letter missing in what was typed, one too many, two swapped
    if (!restWord.isEmpty() && restWord.sliced(1).startsWith(restTyped.sliced(1)))
        return true;
    if (!restWord.isEmpty() && restWord.sliced(1).startsWith(restTyped))
        return true;
    if (restWord.startsWith(restTyped.sliced(1)))
        return true;
    return restTyped.size() > 1 && restWord.size() > 1 && restTyped[0] == restWord[1]
        && restTyped[1] == restWord[0] && restWord.sliced(2).startsWith(restTyped.sliced(2));
}

bool isOneTypoApart(QByteArrayView a, QByteArrayView b)
{
    if (a.size() - b.size() > 1 || b.size() - a.size() > 1)
        return false;
    qsizetype i = 0;
    while (i < std::min(a.size(), b.size()) && a[i] == b[i])
        ++i;
    const QByteArrayView restA = a.sliced(i);
    const QByteArrayView restB = b.sliced(i);
    if (restA.isEmpty() || restB.isEmpty())
        return restA.size() + restB.size() <= 1;
    if (restA.sliced(1) == restB.sliced(1) || restA.sliced(1) == restB || restA == restB.sliced(1))
        return true;
    return restA.size() > 1 && restB.size() > 1 && restA[0] == restB[1] && restA[1] == restB[0]
        && restA.sliced(2) == restB.sliced(2);
}

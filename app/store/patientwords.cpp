// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/patientwords.h"

#include "app/domain/personname.h"
#include "app/store/namesound.h"

#include <algorithm>

using namespace Qt::StringLiterals;

QByteArray withBlanks(const QStringList &words)
{
    QByteArray bytes;
    for (const QString &word : words) {
        if (!word.isEmpty())
            bytes += ' ' + word.toUtf8();
    }
    return bytes;
}

QString joinedWords(const QString &folded)
{
    return QString(folded).remove(u' ');
}

QStringList searchWordsOf(const Patient &patient)
{
    const QStringList last = foldedName(patient.lastName).split(u' ', Qt::SkipEmptyParts);
    const QString first = foldedName(patient.firstName);
    QStringList words = last + first.split(u' ', Qt::SkipEmptyParts);
    QStringList forms{joinedWords(first)};
    // Ten parts are more than any name has; a pasted text must not grow with its square.
    for (qsizetype i = 0; i < std::min<qsizetype>(last.size(), 10); ++i)
        forms.append(last.mid(i).join(QString()));
    for (const QString &form : std::as_const(forms)) {
        if (!words.contains(form))
            words.append(form);
    }
    return words;
}

QByteArray soundsOf(const QStringList &words)
{
    QByteArray sounds;
    for (const QString &word : words) {
        const QByteArray sound = soundOf(word.toLatin1());
        if (sound.size() > 1)
            sounds += ' ' + sound + ' ';
    }
    return sounds;
}

QString digitsOf(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += QChar(char16_t(u'0' + c.digitValue()));
    }
    return digits;
}

QByteArray numbersOf(const Patient &patient)
{
    QStringList numbers;
    for (const QString &phone : {patient.mobile, patient.phone}) {
        const QString raw = digitsOf(phone.left(80));
        const QString key = phoneKey(phone);
        if (!raw.isEmpty())
            numbers.append(raw);
        if (!key.isEmpty() && key != raw && !raw.endsWith(key))
            numbers.append(key);
    }
    return withBlanks(numbers);
}

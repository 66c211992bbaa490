// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/phones.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

//! Six digits that repeat or mirror themselves: abcabc, abccba, aabbcc.
QStringList patterned(const QString &prefix)
{
    QSet<QString> seen;
    QStringList numbers;
    for (int i = 0; i < 1000; ++i) {
        const QString abc = QString::number(i).rightJustified(3, QLatin1Char('0'));
        const QChar a = abc.at(0);
        const QChar b = abc.at(1);
        const QChar c = abc.at(2);
        const QString forms[] = {
            QString(prefix + abc + abc),
            QString(prefix + abc + c + b + a),
            QString(prefix + a + a + b + b + c + c),
        };
        for (const QString &form : forms) {
            if (!seen.contains(form)) {
                seen.insert(form);
                numbers.append(form);
            }
        }
    }
    return numbers;
}

QStringList reserved(const QString &prefix)
{
    QStringList numbers;
    for (int i = 0; i < 10000; ++i) {
        numbers.append(prefix + QString::number(i).rightJustified(4, QLatin1Char('0')));
    }
    return numbers;
}

QString inPairs(const QString &digits, QChar separator)
{
    QString text;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % 2 == 0) {
            text += separator;
        }
        text += digits.at(i);
    }
    return text;
}

} // namespace

FictionalPhones::FictionalPhones(SeedRandom &random) : m_random(random)
{
    for (const QString &prefix : {u"+23057"_s, u"+23055"_s, u"+23059"_s}) {
        m_mauritianMobile.numbers += patterned(prefix);
    }
    for (const QString &prefix : {u"+2302"_s, u"+2304"_s, u"+2306"_s}) {
        m_mauritianFixed.numbers += patterned(prefix);
    }
    for (const QString &prefix : {u"+262692"_s, u"+262693"_s}) {
        m_reunionMobile.numbers += patterned(prefix);
    }
    m_frenchMobile.numbers = reserved(u"+3363998"_s);
    for (const QString &prefix : {u"+3319900"_s, u"+3326191"_s, u"+3335301"_s}) {
        m_frenchFixed.numbers += reserved(prefix);
    }
    for (Stock *stock : {&m_mauritianMobile, &m_mauritianFixed, &m_reunionMobile, &m_frenchMobile,
                         &m_frenchFixed}) {
        m_random.shuffle(stock->numbers);
    }
}

QString FictionalPhones::mobile()
{
    const int die = m_random.below(100);
    if (die < 38) {
        return m_mauritianMobile.take();
    }
    return die < 80 ? m_frenchMobile.take() : m_reunionMobile.take();
}

QString FictionalPhones::fixed()
{
    return m_random.chance(500) ? m_mauritianFixed.take() : m_frenchFixed.take();
}

QString FictionalPhones::typed(const QString &e164)
{
    const int die = m_random.below(4);
    if (e164.startsWith("+230"_L1)) {
        const QString digits = e164.mid(4);
        const QString spaced = digits.chopped(4) + QLatin1Char(' ') + digits.right(4);
        return die == 0 ? digits : die == 1 ? QString(u"+230 "_s + spaced) : spaced;
    }
    const bool french = e164.startsWith("+33"_L1);
    const QString digits = e164.mid(french ? 3 : 4);
    const QString national = QLatin1Char('0') + digits;
    switch (die) {
    case 0:
        return national;
    case 1:
        return (french ? u"+33 "_s : u"+262 "_s) + digits.at(0) + QLatin1Char(' ')
            + inPairs(digits.mid(1), QLatin1Char(' '));
    case 2:
        return inPairs(national, QLatin1Char('.'));
    default:
        return inPairs(national, QLatin1Char(' '));
    }
}

} // namespace sim

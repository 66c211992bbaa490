// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulator/seedrandom.h"

#include <QString>
#include <QStringList>

namespace sim {

//! Telephone numbers that ring nowhere, or look it (domain-fr.md section 7): for France the ranges
//! set aside for fiction, for Mauritius and Réunion obviously patterned digits.
class FictionalPhones
{
public:
    explicit FictionalPhones(SeedRandom &random);

    //! E.164, each number once until the stock is used up.
    QString mobile();
    QString fixed();

    //! The number as a person would have typed it.
    QString typed(const QString &e164);

private:
    struct Stock {
        QStringList numbers;
        qsizetype used = 0;
        QString take() { return numbers.at(used++ % numbers.size()); }
    };

    SeedRandom &m_random;
    Stock m_mauritianMobile, m_frenchMobile, m_reunionMobile, m_mauritianFixed, m_frenchFixed;
};

} // namespace sim

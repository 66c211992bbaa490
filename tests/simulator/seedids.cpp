// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/seedids.h"

using namespace Qt::StringLiterals;

namespace sim {

SeedIds::SeedIds(quint64 seed) : m_organisation(100 + seed % 900), m_random(seed ^ 0x1d5f00d5eedULL)
{
}

QString SeedIds::crm(CrmKind kind, int serial) const
{
    return u"5820%1%2%3"_s.arg(m_organisation, 3, 10, QLatin1Char('0'))
        .arg(static_cast<int>(kind), 2, 10, QLatin1Char('0'))
        .arg(serial, 9, 10, QLatin1Char('0'));
}

QString SeedIds::uuid()
{
    const QString high = QString::number(m_random.next(), 16).rightJustified(16, QLatin1Char('0'));
    const QString low = QString::number(m_random.next(), 16).rightJustified(16, QLatin1Char('0'));
    return u"0199%1-%2-7%3-a%4-%5"_s.arg(high.left(4), high.mid(4, 4), high.mid(8, 3), low.left(3),
                                         low.mid(4, 12));
}

QString SeedIds::google()
{
    QString id = u"c32"_s;
    for (int i = 0; i < 26; ++i) {
        id += QLatin1Char("0123456789abcdefghijklmnopqrstuv"[m_random.below(32)]);
    }
    return id;
}

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <random>

namespace sim {

//! The clinic's dice. std::mt19937_64 gives the same numbers everywhere, the distributions of the
//! standard library do not: hence the own ones.
class SeedRandom
{
public:
    explicit SeedRandom(quint64 seed) : m_engine(seed) { }

    quint64 next() { return m_engine(); }

    //! 0 … bound - 1; the bias of the modulo is far below what a clinic could show.
    int below(int bound)
    {
        return bound <= 1 ? 0 : static_cast<int>(m_engine() % static_cast<quint64>(bound));
    }

    int between(int low, int high) { return low + below(high - low + 1); }

    bool chance(int perMille) { return below(1000) < perMille; }

    template <class Container>
    const auto &pick(const Container &container)
    {
        return container[below(static_cast<int>(std::size(container)))];
    }

    template <class T>
    void shuffle(QList<T> &list)
    {
        for (qsizetype i = list.size() - 1; i > 0; --i) {
            list.swapItemsAt(i, below(static_cast<int>(i) + 1));
        }
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace sim

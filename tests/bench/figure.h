// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <algorithm>
#include <cstdio>

//! What figures must not exceed; 0 = not limited.
struct Bound {
    double value = 0;
    double ratio = 0;
};

//! Prints one line: name, value, unit, and the ratio to the floor measured in the same run. A
//! second line says so when the bound is exceeded; false then.
inline bool figure(const char *name, double value, const char *unit, double floorValue,
                   Bound bound = {})
{
    const double ratio = floorValue > 0 ? value / floorValue : 0;
    std::printf("%-52s %10.2f %-6s %6.2f\n", name, value, unit, ratio);
    const bool kept =
        (bound.value <= 0 || value <= bound.value) && (bound.ratio <= 0 || ratio <= bound.ratio);
    if (!kept && bound.ratio > 0)
        std::printf("  above its bound: the ratio should be at most %.2f\n", bound.ratio);
    else if (!kept)
        std::printf("  above its bound: at most %.2f %s\n", bound.value, unit);
    std::fflush(stdout);
    return kept;
}

inline double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(values.size() / 2);
}

//! Milliseconds that work takes.
template <class F>
double milliseconds(F work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

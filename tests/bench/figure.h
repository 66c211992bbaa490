// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>
#include <algorithm>
#include <cstdio>

//! Prints one line: name, value, unit, and the ratio to the floor measured in the same run.
inline void figure(const char *name, double value, const char *unit, double floorValue)
{
    std::printf("%-44s %10.3f %-6s %6.2f\n", name, value, unit,
                floorValue > 0 ? value / floorValue : 0);
    std::fflush(stdout);
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

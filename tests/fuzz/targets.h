// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <cstdlib>

//! The functions that read bytes of others, each behind one entry that takes any bytes. libFuzzer
//! and the replay of the corpora call the same ones.
namespace fuzz {

struct Target {
    const char *name; //!< also the name of its corpus folder and of its program, "fuzz_<name>"
    void (*run)(const QByteArray &bytes);
};

const QList<Target> &targets();
//! Calls the target of that name; false = there is none.
bool run(QByteArrayView name, const QByteArray &bytes);

//! A target's own claim; a crash where it does not hold, which is what libFuzzer looks for.
inline void require(bool claim)
{
    if (!claim)
        std::abort();
}

//! An answer out of fuzzed bytes: the first byte chooses the status, the rest is the body.
struct Split {
    int status = 200;
    QByteArray body;
};
Split statusAndBody(const QByteArray &bytes);

void zoho(const QByteArray &bytes);
void dentaltap(const QByteArray &bytes);
void profile(const QByteArray &bytes);
void quickbooks(const QByteArray &bytes);
void googlecalendar(const QByteArray &bytes);
void dentaldesktop(const QByteArray &bytes);
void settings(const QByteArray &bytes);
void rows(const QByteArray &bytes);
void tokens(const QByteArray &bytes);
void money(const QByteArray &bytes);
void vdds(const QByteArray &bytes);
void graphics(const QByteArray &bytes);
void opendental(const QByteArray &bytes);

} // namespace fuzz

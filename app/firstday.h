// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/domain/dayentry.h"
#include "app/settings/keychain.h"
#include "app/settings/settings.h"

#include <QSemaphore>
#include <QThread>
#include <memory>

//! Reads the last known day in a thread of its own while the window is built: key, database,
//! today's cards. Nothing here waits for the network. Make it after the QApplication (qt64-notes.md
//! section 4).
class FirstDay
{
public:
    //! What the window paints first.
    struct Cards {
        QDate date;
        QList<DayEntry> entries;
        QList<Provider> providers;
        QList<Room> rooms;
    };

    //! keychain outlives the reading.
    FirstDay(const Settings &settings, Keychain *keychain, Clock clock);
    //! Waits for the thread: a key store that hangs holds it for two seconds at most.
    ~FirstDay();

    //! The cards, when they are there within so many milliseconds. Nothing on a desk that has no
    //! database yet.
    std::optional<Cards> within(int milliseconds);

private:
    std::unique_ptr<QThread> m_thread;
    QSemaphore m_done;
    std::optional<Cards> m_cards;
};

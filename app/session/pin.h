// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! Argon2id of a PIN as libsodium's text form; empty when there is no memory for it. Takes some
//! 50 ms: never on the GUI thread.
QString hashedPin(const QString &pin);

//! Takes as long whether it fits or not, and as long for an empty hash as for a real one.
bool fitsPin(const QString &pin, const QString &hash);

//! 4 to 12 digits.
bool isPin(const QString &pin);

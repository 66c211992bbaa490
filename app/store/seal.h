// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <memory>

//! Seals personal columns: libsodium XChaCha20-Poly1305 with "<table>/<column>/<row id>" as
//! associated data and the key generation in front, so that a cell moved to another row does not
//! open (architecture.md section 6). Thread-safe: immutable.
class Seal
{
public:
    //! A locked seal: opens and seals nothing.
    Seal() = default;
    //! key: 32 bytes, else the seal stays locked. generation: 1, 2, …
    Seal(const QByteArray &key, int generation);

    static QByteArray newKey();
    bool isLocked() const { return !m_key; }

    //! place is "<table>/<column>/<row id>". Storage error when locked.
    Result<QByteArray> seal(const QByteArray &plain, const QString &place) const;
    Result<QByteArray> open(const QByteArray &sealed, const QString &place) const;

private:
    struct Key;
    std::shared_ptr<const Key> m_key;
    int m_generation = 0;
};

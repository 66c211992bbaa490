// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/delivery.h"

//! Knows JSON and HTTP of one system and reads no store. Lives on the GUI thread as long as the
//! program.
class Connector
{
public:
    virtual ~Connector() = default;
    virtual Service service() const = 0;
    //! The payload of a command, made once before the first send and kept sealed in the row; the
    //! key goes into it where the system takes one. Invalid in words when the facts do not allow
    //! it.
    virtual Result<QByteArray> prepare(const Command &command, const Facts &facts,
                                       const QString &key) const = 0;
    //! Sends it. The same payload and key again must not act twice: attempts above 1 means that an
    //! earlier send may have arrived.
    virtual Task<Receipt> deliver(OutboxItem item) = 0;
    //! Is the system there, and does it accept us? For the status bar.
    virtual Task<void> probe() = 0;
    //! The key's remote facts, so that every desk derives the same (architecture.md section 4,
    //! Keys); empty = none, use a UUID of our own.
    virtual QString keyOf(const Command &command, const Facts &facts) const = 0;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/request.h"

#include <QByteArray>

//! Supplies the Authorization header of one service.
class Authorizer
{
public:
    virtual ~Authorizer() = default;
    //! The header's value, refreshed when it is about to expire. Unauthorized = a person must sign
    //! in.
    virtual Task<QByteArray> header() = 0;
    //! After a 401: get a new token. rejected is the header that was refused, so that a refresh
    //! made meanwhile by somebody else (another call, another process) is used instead of a second
    //! one.
    virtual Task<void> refresh(QByteArray rejected) = 0;
    //! False when this 401 is about rights, which a new token would not bring.
    virtual bool newTokenHelps(const Response &) const { return true; }
};

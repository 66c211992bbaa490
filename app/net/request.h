// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QList>
#include <QPair>
#include <QUrl>
#include <QUrlQuery>

//! One HTTP request of a connector, relative to the service's base address.
struct Request {
    QByteArray method = "GET";
    QString path; //!< percent-encoded, relative, e.g. "crm/v8/Contacts/4876"
    QUrl url; //!< instead of the path: anywhere. The token goes along only to the scheme, host and
              //!< port of the service's base address
    bool signedIn = true; //!< false: without the token, wherever it goes
    QString pathTemplate; //!< what is logged: "crm/v8/Contacts/{id}"
    QList<QPair<QString, QString>> query; //!< decoded; encoded so that a blank is %20
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray contentType; //!< empty = no body
    QByteArray body;
    QString purpose; //!< words for the call list, e.g. "book walk-in"; no personal data
    int deadlineMs = 60000; //!< for the whole call
    static constexpr qint64 usualAnswer = 16 * 1024 * 1024;
    qint64 largestAnswer = usualAnswer; //!< a larger one is refused
    bool idempotent = true; //!< may be replayed after a token refresh (every request of ours may)

    Request() = default;
    Request(QByteArray m, QString p, QString logged = {})
        : method(std::move(m)), path(std::move(p)), pathTemplate(std::move(logged))
    {
    }
};

//! An answer, whatever its status.
struct Response {
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;

    QByteArray header(QByteArrayView name) const;
    bool isSuccess() const { return status >= 200 && status < 300; }
    //! The body as a JSON object; Protocol when it is cut short or something else.
    Result<QJsonObject> json(Service service) const;
};

//! What an unsuccessful status means where the vendor's body says nothing better: 401 Unauthorized,
//! 403 Forbidden, 404/410 NotFound, 409/412 Conflict, 429 RateLimited with Retry-After, 408
//! Timeout, 5xx Server, others Invalid.
Error errorOf(const Response &response, Service service);

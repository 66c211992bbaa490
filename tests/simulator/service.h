// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

namespace sim {

//! One request as it arrived, copied out of the server so that it may outlive the connection.
struct Request {
    QByteArray method; //!< upper case
    QString path; //!< percent-encoded path without query, as sent
    QStringList segments; //!< path split at "/" and decoded, without empty first piece
    QList<QPair<QString, QString>> query; //!< decoded, in order; "+" is a blank
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;

    //! First query value of that name, or a null string.
    QString queryValue(QStringView name) const;
    bool hasQuery(QStringView name) const;
    //! Header value by case-insensitive name, or a null array.
    QByteArray header(QByteArrayView name) const;
    //! Fields of an urlencoded or multipart/form-data body.
    QList<QPair<QString, QString>> form() const;
    QString formValue(QStringView name) const;
};

//! What goes back. The server adds Content-Length and nothing else.
struct Answer {
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
    QStringList dropped; //!< CRM fields that the metadata does not know, for the journal

    static Answer json(int status, const QJsonObject &body);
    static Answer text(int status, const QByteArray &body);
    static Answer empty(int status);
};

//! One outside system. Stateful, single-threaded, knows nothing of sockets, faults or delays.
class Service
{
public:
    virtual ~Service() = default;
    //! The name used in faults, journal and state: "zoho", "accounts", "dentaltap", …
    virtual QString name() const = 0;
    virtual Answer handle(const Request &request) = 0;
    //! Raw records by collection under the vendor's own names.
    virtual QJsonObject state() const = 0;
    //! Makes the current access token invalid ("expiredToken" fault).
    virtual void expireTokens() { }
};

} // namespace sim

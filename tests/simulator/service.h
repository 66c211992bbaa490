// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QPair>
#include <QSslConfiguration>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <functional>
#include <optional>

namespace sim {

//! One request as it arrived, copied out of the server so that it may outlive the connection.
struct Request {
    QByteArray method; //!< upper case
    QString path; //!< percent-encoded path without query, as sent
    QStringList segments; //!< path split at "/" and decoded, without empty first piece
    QList<QPair<QString, QString>> query; //!< decoded, in order; "+" is a blank
    QByteArray rawQuery; //!< as sent
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

//! Splits and decodes "a=1&b=2": "+" is a blank, empty pieces are passed over.
QList<QPair<QString, QString>> parseQuery(const QByteArray &text);

//! What goes back. The server adds Content-Length and nothing else.
struct Answer {
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
    QStringList dropped; //!< CRM fields that the metadata does not know, for the journal
    QStringList warnings; //!< what was understood but should not be sent so, for the journal

    static Answer json(int status, const QJsonObject &body);
    static Answer text(int status, const QByteArray &body);
    static Answer empty(int status);
};

using Pairs = QList<QPair<QString, QString>>;

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
    //! One collection of state(), for systems where the whole is large.
    virtual QJsonArray records(const QString &collection) const;
    //! Makes the current access token invalid ("expiredToken" fault).
    virtual void expireTokens() { }

    //! Called for every request before handle(); an answer refuses it unprocessed (too many at
    //! once).
    virtual std::optional<Answer> enter(const Request &request);
    //! Called once for every request that enter() let in, when its answer is out or its client
    //! gone.
    virtual void leave(const Request &request);
    //! The vendor's own body for a status that a fault asks for (503, 429, …).
    virtual Answer failure(int status) const;
    //! The clinical story of POST /_sim/story; an empty string or the reason why not.
    virtual QString tell(const QJsonObject &story);
    //! Changes a raw record as another person would in the vendor's own window: "id" names it in
    //! the collection, every further member is a field. Version stamps move. Empty or a reason.
    virtual QString edit(const QString &collection, const QString &id, const QJsonObject &fields);
    //! What this system adds to the settings file, key "group/name".
    virtual Pairs settings() const;
    //! Whether the address is an https one.
    virtual bool isSecure() const { return false; }
    //! How the connection is secured just now; none = plain HTTP.
    virtual std::optional<QSslConfiguration> tls() const { return std::nullopt; }
    //! What the journal may keep of the query: all of it, unless it names people.
    virtual QString journalQuery(const Request &request) const;
    //! Keychain keys and values that the product needs for this system.
    virtual Pairs secrets() const;
    //! Value of an Authorization header for the clinic's own automation, outside every limit.
    virtual QByteArray automationAuthorization();

    //! Where the system listens, without a path; set before the first request.
    QUrl address() const { return m_address; }
    void setAddress(const QUrl &address) { m_address = address; }

    //! Told of every record that a request made, under its collection's own name.
    using Observer = std::function<void(const QString &collection, const QString &id)>;
    void setObserver(Observer observer) { m_observer = std::move(observer); }

protected:
    void created(const QString &collection, const QString &id) const;

private:
    QUrl m_address;
    Observer m_observer;
};

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/request.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QSet>
#include <QUrl>

//! One exchange over HTTP as it is put on the wire: no authorisation, no retry, no redirect.
struct Exchange {
    QByteArray method;
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray contentType; //!< empty = no body
    QByteArray body;
    int deadlineMs = 60000;
    qint64 largestAnswer = Request::usualAnswer; //!< beyond that size it is refused as Protocol
};

//! Puts exchanges on the wire so that each is sent at most once, ends in bounded time and brings
//! back a bounded answer (qt64-notes.md sections 0 and 2.3). GUI thread.
class Wire : public QObject
{
    Q_OBJECT

public:
    //! An exchange in which nothing moves for so long ends as Timeout, whatever its deadline.
    static constexpr int silenceMs = 30000;

    //! network outlives the wire.
    Wire(Service service, QNetworkAccessManager *network, QObject *parent = nullptr);
    ~Wire() override;

    //! The answer whatever its status. Offline and Timeout: the server may have acted all the same.
    Task<Response> exchange(Exchange what);
    //! Ends everything in flight with Cancelled, inside this call; nothing can be sent afterwards.
    void abortAll();
    bool isAborted() const { return m_aborted; }
    int inFlight() const { return int(m_replies.size()); }

private:
    Error failed(Error::Kind kind, const char *text) const;
    Result<Response> outcome(QNetworkReply *reply, bool late, bool tooLarge, qint64 largest) const;

    Service m_service;
    QNetworkAccessManager *m_network;
    QSet<QNetworkReply *> m_replies;
    bool m_aborted = false;
};

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/net/authorizer.h"
#include "app/net/request.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QUrl>

//! One finished call, for the activity page and for counting. No personal data.
struct CallRecord {
    Service service = Service::None;
    QByteArray method;
    QString pathTemplate;
    QString purpose;
    int status = 0; //!< 0 = no answer
    int milliseconds = 0;
};

//! HTTP to one service: base address, authorisation, time limits, redaction, no silent resending.
//! Refreshes the token once on 401 and replays once; does not back off: that is the outbox's work.
//! GUI thread.
class Transport : public QObject
{
    Q_OBJECT

public:
    //! authorizer may be null (no Authorization header); network and authorizer outlive the
    //! transport.
    Transport(Service service, QUrl base, Authorizer *authorizer, QNetworkAccessManager *network,
              QObject *parent = nullptr);
    ~Transport() override;

    //! The answer whatever its status; an Error only when there is none, or when no token can be
    //! had.
    Task<Response> send(Request request);
    //! Ends everything in flight with Cancelled; nothing can be sent afterwards.
    void abortAll();

    Service service() const { return m_service; }
    void setBase(QUrl base) { m_base = std::move(base); }
    //! Spaces calls to that budget (0 = none): DentalTap's client side.
    void setBudget(int requestsPerSecond, int burst);
    int inFlight() const { return int(m_replies.size()); }

Q_SIGNALS:
    void finished(const CallRecord &call);

private:
    Task<Response> sendOnce(Request request, QByteArray authorization);

    Service m_service;
    QUrl m_base;
    Authorizer *m_authorizer;
    QNetworkAccessManager *m_network;
    QSet<QNetworkReply *> m_replies;
    bool m_aborted = false;
    int m_perSecond = 0;
    int m_burst = 0;
    double m_tokens = 0;
    qint64 m_lastRefill = 0;
};

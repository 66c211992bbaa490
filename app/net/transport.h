// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/gate.h"
#include "app/net/authorizer.h"
#include "app/net/request.h"
#include "app/net/wire.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <chrono>
#include <limits>

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
    QUrl base() const { return m_base; }
    //! Spaces calls to that budget (0 = none): DentalTap's client side.
    void setBudget(int requestsPerSecond, int burst);
    //! No call takes longer, whatever its request says.
    void setPatience(std::chrono::milliseconds longest) { m_longestMs = int(longest.count()); }
    //! Calls on the wire; those waiting for their turn or a token are not counted.
    int inFlight() const { return m_wire.inFlight(); }

Q_SIGNALS:
    //! For every call that went on the wire, a replay included.
    void finished(const CallRecord &call);

private:
    Task<Response> sendOnce(Request request, QByteArray authorization, int deadlineMs);
    Error cancelled() const;
    QCoro::Task<void> turn();
    bool takeTurn();
    void letPass();

    Service m_service;
    QUrl m_base;
    Authorizer *m_authorizer;
    Wire m_wire;
    Gate m_turns;
    QTimer m_pace;
    QElapsedTimer m_sinceRefill;
    int m_longestMs = std::numeric_limits<int>::max();
    int m_perSecond = 0;
    qint64 m_capacity = 0; //!< thousandths of a call, as m_credit
    qint64 m_credit = 0;
};

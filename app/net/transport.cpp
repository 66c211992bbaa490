// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/transport.h"

#include "app/base/logcategories.h"
#include "app/net/address.h"
#include "app/net/redaction.h"
#include "app/net/systemname.h"

#include <QPointer>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace {

//! One whole call in the unit of the budget.
constexpr qint64 wholeCall = 1000;
//! What a replay gets when the first attempt used up the call's time.
constexpr int shortestDeadlineMs = 1000;

QString loggedPath(const Request &request)
{
    if (!request.pathTemplate.isEmpty())
        return request.pathTemplate;
    return redactedUrl(request.url.isEmpty() ? request.path : request.url.path());
}

} // namespace

Transport::Transport(Service service, QUrl base, Authorizer *authorizer,
                     QNetworkAccessManager *network, QObject *parent)
    : QObject(parent), m_service(service), m_base(std::move(base)), m_authorizer(authorizer),
      m_wire(service, network)
{
    m_pace.setSingleShot(true);
    m_pace.setTimerType(Qt::PreciseTimer);
    connect(&m_pace, &QTimer::timeout, this, &Transport::letPass);
}

Transport::~Transport()
{
    abortAll();
}

void Transport::abortAll()
{
    m_wire.abortAll();
    m_pace.stop();
    m_turns.openAll();
}

void Transport::setBudget(int requestsPerSecond, int burst)
{
    m_perSecond = qMax(0, requestsPerSecond);
    m_capacity = qMax(1, burst) * wholeCall;
    m_credit = m_capacity;
    m_sinceRefill.start();
}

bool Transport::takeTurn()
{
    // A rate of n per second is n thousandths of a call per millisecond.
    m_credit = qMin(m_capacity, m_credit + m_sinceRefill.restart() * m_perSecond);
    if (m_credit < wholeCall)
        return false;
    m_credit -= wholeCall;
    return true;
}

void Transport::letPass()
{
    const QPointer<Transport> self(this);
    while (self && !m_turns.isEmpty() && takeTurn())
        m_turns.openOne();
    if (self && !m_turns.isEmpty())
        m_pace.start(int((wholeCall - m_credit) / m_perSecond) + 1);
}

QCoro::Task<void> Transport::turn()
{
    if (m_perSecond == 0 || m_wire.isAborted() || (m_turns.isEmpty() && takeTurn()))
        co_return;
    if (!m_pace.isActive())
        m_pace.start(int(qMax(qint64(0), wholeCall - m_credit) / m_perSecond) + 1);
    Gate::Waiting waiting = m_turns.wait();
    co_await waiting;
}

Error Transport::cancelled() const
{
    return Error(Error::Kind::Cancelled, tr("The call to %1 was ended.").arg(systemName(m_service)),
                 m_service);
}

Task<Response> Transport::send(Request request)
{
    const QPointer<Transport> self(this);
    const Error ended = cancelled();
    request.deadlineMs = qMin(request.deadlineMs, m_longestMs);
    QElapsedTimer spent;
    spent.start();
    QByteArray authorization;
    const bool maySignIn = m_authorizer && request.signedIn
        && (request.url.isEmpty() || isSameOrigin(request.url, m_base));
    if (maySignIn) {
        const Result<QByteArray> header = co_await m_authorizer->header();
        if (!self || m_wire.isAborted())
            co_return tl::unexpected(ended);
        if (!header)
            co_return tl::unexpected(header.error());
        authorization = *header;
    }
    Result<Response> answer = co_await sendOnce(request, authorization, request.deadlineMs);
    if (!self || m_wire.isAborted() || !answer || answer->status != 401 || !maySignIn
        || !request.idempotent || !m_authorizer->newTokenHelps(*answer)) {
        co_return answer;
    }
    const Result<void> refreshed = co_await m_authorizer->refresh(authorization);
    if (!self || m_wire.isAborted())
        co_return tl::unexpected(ended);
    if (!refreshed)
        co_return tl::unexpected(refreshed.error());
    const Result<QByteArray> renewed = co_await m_authorizer->header();
    if (!self || m_wire.isAborted())
        co_return tl::unexpected(ended);
    if (!renewed)
        co_return tl::unexpected(renewed.error());
    const int left = qMax(shortestDeadlineMs, request.deadlineMs - int(spent.elapsed()));
    co_return co_await sendOnce(request, *renewed, left);
}

Task<Response> Transport::sendOnce(Request request, QByteArray authorization, int deadlineMs)
{
    // abortAll() lets every waiting call pass and ends every call on the wire before the members
    // go, so that this stays alive throughout.
    co_await turn();
    if (m_wire.isAborted())
        co_return tl::unexpected(cancelled());
    const QByteArray requestId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    Exchange exchange;
    exchange.method = request.method;
    exchange.url =
        request.url.isEmpty() ? joinedUrl(m_base, request.path, request.query) : request.url;
    exchange.headers = request.headers;
    exchange.headers.emplaceBack("X-Request-Id", requestId);
    if (!authorization.isEmpty())
        exchange.headers.emplaceBack("Authorization", authorization);
    exchange.contentType = request.contentType;
    exchange.body = request.body;
    exchange.deadlineMs = deadlineMs;
    exchange.largestAnswer = request.largestAnswer;
    QElapsedTimer clock;
    clock.start();
    Result<Response> answer = co_await m_wire.exchange(std::move(exchange));
    const Service service = m_service;
    CallRecord record;
    record.service = service;
    record.method = request.method;
    record.pathTemplate = loggedPath(request);
    record.purpose = request.purpose;
    record.status = answer ? answer->status : 0;
    record.milliseconds = int(clock.elapsed());
    qCInfo(lcHttp, "%s %s %s %s %d ms %s", record.method.constData(),
           qUtf8Printable(enumName(service)), qUtf8Printable(record.pathTemplate),
           answer ? QByteArray::number(answer->status).constData()
                  : qUtf8Printable(enumName(answer.error().kind)),
           record.milliseconds, requestId.constData());
    Q_EMIT finished(record);
    co_return answer;
}

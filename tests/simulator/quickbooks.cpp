// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/quickbooks.h"

#include "tests/simulator/quickbooksentities.h"
#include "tests/simulator/quickbooksinvoice.h"
#include "tests/simulator/services.h"

#include <QJsonDocument>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace sim {

namespace {

constexpr int callsPerMinute = 500;
constexpr int batchesPerMinute = 40;
constexpr int atOnce = 10;
const QByteArray automation = "Bearer eyJsimulated.automation";

bool isCompanyCall(const Request &request)
{
    return request.segments.size() >= 3 && request.segments.at(0) == u"v3"
        && request.segments.at(1) == u"company";
}

//! Counts a call; false when the last minute is full.
bool fits(QQueue<QDateTime> &calls, const QDateTime &now, int most)
{
    while (!calls.isEmpty() && calls.head().secsTo(now) >= 60)
        calls.dequeue();
    if (calls.size() >= most)
        return false;
    calls.enqueue(now);
    return true;
}

QJsonObject merged(QJsonObject onto, const QJsonObject &from)
{
    for (auto member = from.begin(); member != from.end(); ++member) {
        const QJsonValue old = onto.value(member.key());
        if (old.isObject() && member->isObject())
            onto.insert(member.key(), merged(old.toObject(), member->toObject()));
        else
            onto.insert(member.key(), *member);
    }
    return onto;
}

} // namespace

QuickBooks::QuickBooks(const Clinic &clinic, SimClock &clock, const SimulatorOptions &options)
    : m_clock(clock), m_strict(options.strictLimits), m_ledger(clinic, clock),
      m_tokens(clock, options.accessTokenSeconds)
{
    seedInvoices(m_ledger);
}

QString QuickBooks::name() const
{
    return u"quickbooks"_s;
}

QByteArray QuickBooks::automationAuthorization()
{
    return automation;
}

Pairs QuickBooks::settings() const
{
    const QString base = address().toString(QUrl::StripTrailingSlash);
    QStringList codes;
    for (const auto &[tax, id] : m_ledger.taxCodes())
        codes.append(QString(tax + u'=' + id));
    return {{u"quickbooks/apiUrl"_s, base},
            {u"quickbooks/tokenUrl"_s, QString(base + u"/oauth2/v1/tokens/bearer"_s)},
            {u"quickbooks/realmId"_s, QuickBooksTokens::realmId()},
            {u"quickbooks/clientId"_s, QuickBooksTokens::clientId()},
            {u"quickbooks/itemId"_s, m_ledger.itemId()},
            {u"quickbooks/taxCodes"_s, codes.join(u", "_s)},
            {u"quickbooks/exemptTaxCode"_s, m_ledger.exemptTaxCode()}};
}

Pairs QuickBooks::secrets() const
{
    return {{u"quickbooks.clientSecret"_s, QuickBooksTokens::clientSecret()},
            {u"quickbooks.refreshToken"_s, QuickBooksTokens::firstRefreshToken()}};
}

void QuickBooks::expireTokens()
{
    m_tokens.expireAccess();
}

QJsonObject QuickBooks::state() const
{
    QJsonObject state;
    for (const QString &entity : Ledger::entityNames())
        state.insert(entity, records(entity));
    state.insert(u"Preferences"_s, QJsonArray{m_ledger.preferences});
    state.insert(u"CompanyInfo"_s, QJsonArray{m_ledger.companyInfo});
    state.insert(u"warnings"_s, QJsonArray::fromStringList(m_warnings));
    state.insert(u"refreshes"_s, m_tokens.refreshCount());
    return state;
}

QJsonArray QuickBooks::records(const QString &collection) const
{
    if (!Ledger::entityNames().contains(collection))
        return Service::records(collection);
    QJsonArray list;
    for (const QJsonObject &record : m_ledger.all(collection))
        list.append(record);
    return list;
}

std::optional<Answer> QuickBooks::enter(const Request &request)
{
    const bool counted = m_strict && isCompanyCall(request);
    if (counted && m_inside >= atOnce)
        return failure(429);
    m_inside += counted ? 1 : 0;
    return std::nullopt;
}

void QuickBooks::leave(const Request &request)
{
    m_inside -= m_strict && isCompanyCall(request) ? 1 : 0;
}

Answer QuickBooks::gateway(int status, const QString &code, const QString &what,
                           const QString &detail, const QString &type)
{
    // The gateway in front of the service writes its keys in lower case and adds nulls.
    const QJsonObject error{
        {u"message"_s,
         u"message=%1; errorCode=%2; statusCode=%3"_s.arg(what, code.rightJustified(6, u'0'))
             .arg(status)},
        {u"detail"_s, detail},
        {u"code"_s, code},
        {u"element"_s, QJsonValue::Null}};
    QJsonObject body{{u"fault"_s, QJsonObject{{u"error"_s, QJsonArray{error}}, {u"type"_s, type}}},
                     {u"batchItemResponse"_s, QJsonArray{}},
                     {u"attachableResponse"_s, QJsonArray{}},
                     {u"syncErrorResponse"_s, QJsonValue::Null}};
    for (const QString &key : {u"warnings"_s, u"intuitObject"_s, u"report"_s, u"queryResponse"_s,
                               u"requestId"_s, u"status"_s}) {
        body.insert(key, QJsonValue::Null);
    }
    return Answer::json(status, body);
}

Answer QuickBooks::failure(int status) const
{
    if (status == 401) {
        return gateway(401, u"3200"_s, u"AuthenticationFailed"_s, u"Token expired"_s,
                       u"AUTHENTICATION"_s);
    }
    if (status == 429 || status == 403) {
        return gateway(status, u"3001"_s, u"ThrottleExceeded"_s,
                       u"The request limit was reached."_s, u"SERVICE"_s);
    }
    if (status >= 502) {
        Answer answer = Answer::text(status, "<html><body>Service Unavailable</body></html>");
        answer.contentType = "text/html";
        return answer;
    }
    return refused({.code = u"10000"_s,
                    .message = u"An application error has occurred while processing your request"_s,
                    .detail = u"System Failure Error: the operation could not be done."_s,
                    .element = {},
                    .status = status,
                    .type = u"SystemFault"_s});
}

Answer QuickBooks::refused(const BookFault &fault) const
{
    QJsonObject body = fault.body();
    body.insert(u"time"_s, m_ledger.now());
    return Answer::json(fault.status, body);
}

Answer QuickBooks::wrapped(const QString &entity, const QJsonObject &record) const
{
    return Answer::json(200, {{entity, record}, {u"time"_s, m_ledger.now()}});
}

Answer QuickBooks::handle(const Request &request)
{
    Answer answer = route(request);
    if (isCompanyCall(request)) {
        const bool json = request.header("Accept").toLower().contains("json")
            || request.queryValue(u"format") == u"json";
        if (!json && answer.contentType.startsWith("application/json")) {
            answer.body = quickBooksXml(QJsonDocument::fromJson(answer.body).object());
            answer.contentType = "application/xml;charset=UTF-8";
        }
    }
    answer.headers.append({"intuit_tid", "1-sim-" + QByteArray::number(++m_tid, 16)});
    return answer;
}

Answer QuickBooks::route(const Request &request)
{
    const QString path = u'/' + request.segments.join(u'/');
    if (path == u"/oauth2/v1/tokens/bearer" && request.method == "POST")
        return m_tokens.token(request);
    if (path == u"/connect/oauth2" && request.method == "GET")
        return m_tokens.authorize(request);
    if (path == u"/v2/oauth2/tokens/revoke" && request.method == "POST")
        return m_tokens.revoke(request);
    if (isCompanyCall(request))
        return company(request);
    return Answer::text(404, "Not Found");
}

std::optional<Answer> QuickBooks::limit(const Request &request)
{
    if (m_throttle.times > 0) {
        --m_throttle.times;
        Answer answer = failure(m_throttle.status);
        if (m_throttle.retryAfter >= 0)
            answer.headers.append({"Retry-After", QByteArray::number(m_throttle.retryAfter)});
        return answer;
    }
    const QDateTime now = m_clock.now();
    if (m_strict && !fits(m_calls, now, callsPerMinute))
        return failure(429);
    const bool batched = request.segments.size() == 4 && request.segments.at(3) == u"batch";
    if (m_strict && batched && !fits(m_batches, now, batchesPerMinute))
        return failure(429);
    return std::nullopt;
}

Answer QuickBooks::company(const Request &request)
{
    const QByteArray authorization = request.header("Authorization");
    if (authorization != automation) {
        if (!m_tokens.accepts(authorization))
            return failure(401);
        if (const auto answer = limit(request))
            return *answer;
    }
    if (request.segments.at(2) != QuickBooksTokens::realmId()) {
        return gateway(403, u"3100"_s, u"ApplicationAuthorizationFailed"_s,
                       u"The application is not authorised for this company."_s,
                       u"AUTHORIZATION"_s);
    }
    const QString key = request.queryValue(u"requestid");
    if (request.method != "POST" || key.isEmpty())
        return serve(request);
    const bool batched = request.segments.size() == 4 && request.segments.at(3) == u"batch";
    if (key.size() > (batched ? 36 : 50))
        return refused(BookFault::tooLong(u"requestid"_s, batched ? 36 : 50));
    const auto before = m_replays.constFind(key);
    if (before != m_replays.constEnd()) {
        if (before->body != request.body)
            m_warnings.append(u"requestid %1 came again with another body"_s.arg(key));
        return before->answer;
    }
    const Answer answer = serve(request);
    m_replays.insert(key, {answer, request.body});
    return answer;
}

Answer QuickBooks::serve(const Request &request)
{
    if (m_faultsIn200 > 0 && request.method == "POST") {
        --m_faultsIn200;
        return refused(m_faultIn200);
    }
    const QString resource = request.segments.value(3);
    const QString id = request.segments.value(4);
    const bool posts = request.method == "POST";
    if (!posts && request.method != "GET")
        return refused(BookFault::unsupported(QString::fromLatin1(request.method)));
    if (resource == u"query") {
        if (!posts)
            return query(request.queryValue(u"query"));
        const QByteArray type = request.header("Content-Type").toLower();
        if (!type.startsWith("application/text") && !type.startsWith("text/plain"))
            return refused(BookFault::unsupported(u"query"_s));
        return query(QString::fromUtf8(request.body));
    }
    if (resource == u"batch" && posts)
        return batch(request);
    if (resource == u"cdc" && !posts)
        return changes(request);
    if (resource == u"preferences" && !posts)
        return wrapped(u"Preferences"_s, m_ledger.preferences);
    if (resource == u"companyinfo" && !posts)
        return wrapped(u"CompanyInfo"_s, m_ledger.companyInfo);
    const QString entity = Ledger::entityOf(resource);
    if (entity.isEmpty())
        return refused(BookFault::unsupported(resource));
    if (!posts)
        return read(request, entity, id);
    if (entity == u"Invoice" && request.segments.value(5) == u"send") {
        const BookResult sent = sendInvoice(m_ledger, id, request.queryValue(u"sendTo"));
        const BookFault *fault = faultOf(sent);
        return fault ? refused(*fault) : wrapped(entity, recordOf(sent));
    }
    return write(request, entity);
}

Answer QuickBooks::read(const Request &request, const QString &entity, const QString &id)
{
    const auto record = m_ledger.find(entity, id);
    if (!record)
        return refused(BookFault::notFound());
    if (entity == u"Invoice" && request.segments.value(5) == u"pdf") {
        Answer answer = Answer::empty(200);
        answer.contentType = "application/pdf";
        answer.body = invoicePdf(*record);
        return answer;
    }
    return wrapped(entity, *record);
}

Answer QuickBooks::write(const Request &request, const QString &entity)
{
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString decoded = utf8(request.body);
    if (utf8.hasError() || !request.header("Content-Type").toLower().startsWith("application/json"))
        return refused(BookFault::unsupported(entity));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return refused(BookFault::unknownProperty(error.errorString()));
    const BookResult result =
        act(entity, request.queryValue(u"operation").toLower(),
            QuickBooks::options(request.queryValue(u"include")), document.object());
    const BookFault *fault = faultOf(result);
    return fault ? refused(*fault) : wrapped(entity, recordOf(result));
}

QString QuickBooks::flip(const QString &what, const QJsonObject &fields)
{
    const int times = fields.value(u"times"_s).toInt(1);
    if (what == u"throttle") {
        m_throttle = {fields.value(u"status"_s).toInt(429), times,
                      fields.value(u"retryAfter"_s).toInt(-1)};
    } else if (what == u"faultIn200") {
        m_faultsIn200 = times;
        m_faultIn200 = BookFault::business(fields.value(u"message"_s).toString());
        m_faultIn200.code = fields.value(u"code"_s).toString(u"6000"_s);
        m_faultIn200.status = 200;
    } else if (what == u"invalidGrant") {
        m_tokens.refuseRefresh(fields.value(u"on"_s).toBool(true));
    } else {
        return u"quickbooks has no switch %1"_s.arg(what);
    }
    return {};
}

QString QuickBooks::edit(const QString &collection, const QString &id, const QJsonObject &fields)
{
    if (collection == u"switch")
        return flip(id, fields);
    if (collection == u"Preferences" || collection == u"CompanyInfo") {
        QJsonObject &record =
            collection == u"Preferences" ? m_ledger.preferences : m_ledger.companyInfo;
        record = merged(record, fields);
        return {};
    }
    const auto record = m_ledger.find(collection, id);
    if (!record)
        return u"no %1 %2"_s.arg(collection, id);
    if (fields.value(u"deleted"_s).toBool())
        m_ledger.remove(collection, id);
    else
        m_ledger.put(collection, merged(*record, fields));
    return {};
}

std::unique_ptr<Service> makeQuickBooks(const Clinic &clinic, SimClock &clock,
                                        const SimulatorOptions &options)
{
    return std::make_unique<QuickBooks>(clinic, clock, options);
}

} // namespace sim

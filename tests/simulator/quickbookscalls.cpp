// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/quickbooks.h"
#include "tests/simulator/quickbooksentities.h"
#include "tests/simulator/quickbooksinvoice.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sim {

QStringList QuickBooks::options(const QString &text)
{
    return text.toLower().split(u',', Qt::SkipEmptyParts);
}

BookResult QuickBooks::act(const QString &entity, const QString &operation,
                           const QStringList &options, const QJsonObject &body)
{
    const bool voids = operation == u"void" || options.contains(u"void"_s);
    const bool isNew = !body.contains(u"Id"_s);
    BookResult result = BookFault::unsupported(entity);
    if (entity == u"Customer" && operation != u"delete") {
        result = writeCustomer(m_ledger, body);
    } else if (entity == u"Class" && operation != u"delete") {
        result = writeClass(m_ledger, body);
    } else if (entity == u"Item" && operation != u"delete") {
        result = writeItem(m_ledger, body);
    } else if (entity == u"Invoice" && operation == u"delete") {
        result = deleteInvoice(m_ledger, body);
    } else if (entity == u"Invoice" && voids) {
        result = voidInvoice(m_ledger, body);
    } else if (entity == u"Invoice") {
        result = writeInvoice(m_ledger, body, options.contains(u"allowduplicatedocnum"_s));
    } else if (entity == u"Payment" && (voids || operation == u"delete")) {
        result = undoPayment(m_ledger, body, operation == u"delete");
    } else if (entity == u"Payment") {
        result = writePayment(m_ledger, body);
    }
    if (isNew && !faultOf(result))
        created(entity, recordOf(result).value(u"Id"_s).toString());
    return result;
}

QJsonObject QuickBooks::queryResponse(const QString &statement, std::optional<BookFault> &fault)
{
    const auto parsed = BookQuery::parse(statement);
    if (const auto *refusal = std::get_if<BookFault>(&parsed)) {
        fault = *refusal;
        return {};
    }
    const BookQuery &query = *std::get_if<BookQuery>(&parsed);
    if (query.entity == u"Preferences")
        return query.answer({m_ledger.preferences});
    if (query.entity == u"CompanyInfo")
        return query.answer({m_ledger.companyInfo});
    if (query.entity == u"Customer") {
        // The look-ups every client makes must not build thirty thousand customers.
        for (const BookCondition &condition : query.where) {
            if (condition.property == u"DisplayName" && condition.op == u"=")
                return query.answer(m_ledger.customersNamed(condition.values.first()));
            if (condition.property == u"Id" && (condition.op == u"=" || condition.op == u"in")) {
                QList<QJsonObject> named;
                for (const QString &id : condition.values) {
                    if (const auto record = m_ledger.find(u"Customer"_s, id))
                        named.append(*record);
                }
                return query.answer(named);
            }
        }
    }
    return query.answer(m_ledger.all(query.entity));
}

Answer QuickBooks::query(const QString &statement)
{
    std::optional<BookFault> fault;
    const QJsonObject response = queryResponse(statement, fault);
    return fault ? refused(*fault) : wrapped(u"QueryResponse"_s, response);
}

Answer QuickBooks::batch(const Request &request)
{
    const QJsonArray items =
        QJsonDocument::fromJson(request.body).object().value(u"BatchItemRequest"_s).toArray();
    if (items.isEmpty())
        return refused(BookFault::missing(u"BatchItemRequest"_s));
    if (items.size() > 30)
        return refused(BookFault::business(u"A batch has at most 30 items."_s));
    const bool keyed = request.hasQuery(u"requestid");
    QJsonArray answers;
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        const QString bId = item.value(u"bId"_s).toString();
        QJsonObject answer{{u"bId"_s, bId}};
        std::optional<BookFault> fault;
        if (keyed && bId.size() > 10) {
            fault = BookFault::tooLong(u"bId"_s, 10);
        } else if (item.contains(u"Query"_s)) {
            const QJsonObject response = queryResponse(item.value(u"Query"_s).toString(), fault);
            answer.insert(u"QueryResponse"_s, response);
        } else {
            fault = BookFault::unsupported(u"batch item"_s);
            for (const QString &entity : Ledger::entityNames()) {
                if (!item.contains(entity))
                    continue;
                const BookResult result =
                    act(entity, item.value(u"operation"_s).toString().toLower(),
                        options(item.value(u"optionsData"_s).toString()),
                        item.value(entity).toObject());
                fault.reset();
                if (const BookFault *refusal = faultOf(result))
                    fault = *refusal;
                else
                    answer.insert(entity, recordOf(result));
            }
        }
        if (fault) {
            answer = fault->body();
            answer.insert(u"bId"_s, bId);
        }
        answers.append(answer);
    }
    return Answer::json(200, {{u"BatchItemResponse"_s, answers}, {u"time"_s, m_ledger.now()}});
}

Answer QuickBooks::changes(const Request &request)
{
    static const QStringList tracked{u"Customer"_s, u"Vendor"_s,  u"Employee"_s, u"Class"_s,
                                     u"Item"_s,     u"Account"_s, u"Invoice"_s,  u"Payment"_s};
    const QDateTime since = QDateTime::fromString(request.queryValue(u"changedSince"), Qt::ISODate);
    if (!since.isValid())
        return refused(BookFault::missing(u"changedSince"_s));
    if (since < m_clock.now().addDays(-30))
        return refused(BookFault::business(u"Changes are kept for 30 days."_s));
    const QStringList wanted = request.queryValue(u"entities").split(u',', Qt::SkipEmptyParts);
    if (wanted.isEmpty())
        return refused(BookFault::missing(u"entities"_s));
    QJsonArray responses;
    qsizetype room = 1000;
    for (const QString &given : wanted) {
        const QString entity = Ledger::entityOf(given.trimmed().toLower());
        if (!tracked.contains(entity))
            return refused(BookFault::badWord(u"entities"_s));
        QJsonArray records;
        const auto add = [&](const QList<QJsonObject> &list) {
            for (const QJsonObject &record : list) {
                const QString time = record.value(u"MetaData"_s)[u"LastUpdatedTime"].toString();
                if (room > 0 && QDateTime::fromString(time, Qt::ISODate) >= since) {
                    records.append(record);
                    --room;
                }
            }
        };
        add(m_ledger.touched(entity));
        add(m_ledger.deleted(entity));
        QJsonObject response;
        if (!records.isEmpty()) {
            response = {{entity, records},
                        {u"startPosition"_s, 1},
                        {u"maxResults"_s, records.size()},
                        {u"totalCount"_s, records.size()}};
        }
        responses.append(response);
    }
    const QJsonObject response{{u"QueryResponse"_s, responses}};
    return Answer::json(200,
                        {{u"CDCResponse"_s, QJsonArray{response}}, {u"time"_s, m_ledger.now()}});
}

} // namespace sim

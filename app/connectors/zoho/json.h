// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/invoice.h"
#include "app/net/request.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

//! The CRM's JSON both ways (zoho-crm.md). Pure functions, no network.
namespace zoho {

//! Words for people of this folder.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(zoho::Words)
};

//! One element of an answer: a record's own success or refusal (zoho-crm.md sections 2.3, 5.4).
struct Item {
    int status = 0;
    bool ok = false;
    QString code;
    QJsonObject details;

    QString id() const;
    QString stamp() const; //!< Modified_Time as the CRM wrote it
    QString field() const; //!< API name that a refusal is about; may be empty
    //! The record does not exist (any more).
    bool isGone() const;
    //! In words, without anything personal.
    Error error() const;
};

//! The first element of a body, or its top-level error.
Item itemOf(int status, const QJsonObject &body);
//! The same for a whole answer. An Error for 401, 429, 5xx and a body that is not JSON; refusals
//! of the record are an Item that is not ok.
Result<Item> itemOf(const Response &response);
//! What an answer that is no success means: the vendor's code first, the status otherwise.
Error errorOfAnswer(const Response &response);
//! `data` of a list, a query or a read; 204 and 304 are an empty list.
Result<QJsonArray> rowsOf(const Response &response);

//! One of at most five sub-requests of a composite (section 4.1); the n-th has the id "n".
struct SubRequest {
    QByteArray method;
    QString uri; //!< below /crm/v8/
    QJsonObject body;
    QJsonObject headers;

    SubRequest(QByteArray m, QString u, QJsonObject b = {}, QJsonObject h = {})
        : method(std::move(m)), uri(std::move(u)), body(std::move(b)), headers(std::move(h))
    {
    }
};
struct SubAnswer {
    Item item;
    QJsonObject body;
    bool ran = true; //!< false: rolled back or not reached because of another
};
QJsonObject compositeBody(const QList<SubRequest> &requests, bool rollback);
Result<QList<SubAnswer>> compositeAnswers(const Response &response, qsizetype expected);
//! The sub-request to blame for a composite that did not work: the one that ran and was refused.
const SubAnswer *culpritOf(const QList<SubAnswer> &answers);
//! The id that the n-th sub-request (from 1) will bring, as a lookup.
QJsonObject referenceTo(int number);

QJsonObject lookup(const QString &id);
//! Id of a lookup; ids are text, a number is never taken.
QString idOf(const QJsonValue &lookup);
//! A record write's body: one record, and `trigger: []` unless automation is wanted.
QJsonObject recordBody(const QJsonObject &record, bool automation);

//! yyyy-MM-ddTHH:mm:ss±HH:mm in that zone (section 2).
QString timeText(const QDateTime &time, const QByteArray &zone);
QDateTime timeFrom(const QString &text);
//! A literal of COQL in quotes. Only ids, UUIDs and times ever come here; anything that could end
//! the literal is taken out.
QString quoted(const QString &text);

//! Zero for a missing or null amount.
Result<Money> amountFrom(const QJsonValue &value, const Currency &currency);

//! Which of our fields the line subform has; without them the mark is a tail of Description.
struct LineFields {
    bool mark = false;
    bool tooth = false;
};
QJsonObject newLine(const OrderLine &line, const LineFields &fields);
//! Every surviving line by id, of changed ones the fields that change, new ones, and the deleted
//! ones. A field that is not sent keeps what a person may be typing there in this very second.
QJsonArray lineItems(const QList<OrderLine> &current, const OrderDelta &delta,
                     const LineFields &fields);

//! A request with a JSON body; logged is its path without ids.
Request jsonRequest(QByteArray method, const QString &path, const QString &logged,
                    const QJsonObject &body, const QString &purpose);
//! A query of the CRM's query language, ready to send (zoho-crm.md section 2.9).
Request coqlRequest(const QString &select, const QString &purpose);

Result<SalesOrder> salesOrderFrom(const QJsonObject &record, const Currency &currency);
//! A Devis read as the order that it may become; its status is the stage.
Result<SalesOrder> quoteFrom(const QJsonObject &record, const Currency &currency);
Result<CrmInvoice> invoiceFrom(const QJsonObject &record, const Currency &currency);

//! Orders and lines inside a prepared payload: exact, in minor units.
QJsonObject packed(const SalesOrder &order);
QJsonObject packed(const OrderLines &lines);
SalesOrder unpackedOrder(const QJsonObject &json, const Currency &currency);
OrderLines unpackedLines(const QJsonObject &json, const Currency &currency);

} // namespace zoho

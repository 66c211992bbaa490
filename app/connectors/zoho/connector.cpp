// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/connector.h"

using namespace Qt::StringLiterals;

namespace zoho {

Connector::Connector(Transport *transport, Settings::Zoho words, Currency currency)
    : m_transport(transport), m_words(std::move(words)), m_currency(std::move(currency))
{
}

template <class Other>
Result<QJsonObject> Connector::prepared(const Other &, const Facts &) const
{
    return failure(Error::Kind::Invalid, Words::tr("This is not the CRM's to do."), Service::Zoho);
}

Result<QByteArray> Connector::prepare(const Command &command, const Facts &facts,
                                      const QString &) const
{
    const Result<QJsonObject> payload =
        std::visit([&](const auto &one) { return prepared(one, facts); }, command);
    if (!payload)
        return tl::unexpected<Error>(payload.error());
    return QJsonDocument(*payload).toJson(QJsonDocument::Compact);
}

Task<Receipt> Connector::deliver(OutboxItem item)
{
    const QJsonDocument document = QJsonDocument::fromJson(item.payload);
    if (!document.isObject()) {
        co_return failure(Error::Kind::Storage,
                          Words::tr("What was prepared for the CRM cannot be read back."),
                          Service::Zoho);
    }
    const QJsonObject payload = document.object();
    if (std::holds_alternative<BookInCrm>(item.command))
        co_return co_await book(payload, item.attempts);
    if (std::holds_alternative<PutCrmEvent>(item.command))
        co_return co_await putEvent(payload, item.attempts);
    if (std::holds_alternative<LinkInCrm>(item.command))
        co_return co_await link(payload);
    if (std::holds_alternative<CancelInCrm>(item.command))
        co_return co_await cancel(payload);
    if (std::holds_alternative<ReviveInCrm>(item.command))
        co_return co_await revive(payload);
    if (std::holds_alternative<PutContact>(item.command))
        co_return co_await putContact(payload);
    if (std::holds_alternative<UpdateSalesOrder>(item.command))
        co_return co_await updateOrder(payload, item.attempts);
    if (std::holds_alternative<AddSupplement>(item.command))
        co_return co_await addSupplement(payload);
    if (std::holds_alternative<ConvertToInvoice>(item.command)
        || std::holds_alternative<ConvertSupplement>(item.command))
        co_return co_await convert(payload, item.attempts);
    if (std::holds_alternative<CloseInCrm>(item.command)
        || std::holds_alternative<CloseSupplement>(item.command))
        co_return co_await close(payload);
    if (std::holds_alternative<PutQuote>(item.command))
        co_return co_await putQuote(payload, item.attempts);
    if (std::holds_alternative<AttachProposal>(item.command))
        co_return co_await attach(payload, item.attempts);
    co_return failure(Error::Kind::Invalid, Words::tr("This is not the CRM's to do."),
                      Service::Zoho);
}

Task<void> Connector::probe()
{
    Client client(m_transport, m_currency);
    co_return co_await client.probe();
}

QString Connector::keyOf(const Command &, const Facts &) const
{
    return {};
}

Result<void> Connector::setupReady() const
{
    if (!m_setup.problems.isEmpty()) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The CRM is not set up for the desk: %1. Ask the CRM "
                                 "administrator, then retry.")
                           .arg(m_setup.problems.join(u"; "_s)),
                       Service::Zoho);
    }
    if (m_setup.invoicesModuleId.isEmpty()) {
        return failure(Error::Kind::Offline,
                       Words::tr("The CRM's set-up could not be read yet. It is tried again."),
                       Service::Zoho);
    }
    return {};
}

LineFields Connector::lineFields() const
{
    return {m_setup.subformFields.contains(u"Vestibule_Item"_s),
            m_setup.subformFields.contains(u"Tooth"_s)};
}

LineFields Connector::quoteLineFields() const
{
    return {has(u"Quoted_Items.Vestibule_Item"_s), has(u"Quoted_Items.Tooth"_s)};
}

Task<QList<SubAnswer>> Connector::composite(QJsonObject body, QString purpose)
{
    const qsizetype count = body.value("__composite_requests"_L1).toArray().size();
    const QString path = u"crm/v8/__composite_requests"_s;
    Request request = jsonRequest("POST", path, path, body, purpose);
    const Result<Response> response = co_await m_transport->send(std::move(request));
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    co_return compositeAnswers(*response, count);
}

Task<QJsonArray> Connector::query(QString coql, QString purpose)
{
    Request request = coqlRequest(coql, purpose);
    const Result<Response> response = co_await m_transport->send(std::move(request));
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    co_return rowsOf(*response);
}

Task<QJsonObject> Connector::read(QString module, QString id, QString purpose)
{
    Request request("GET", u"crm/v8/%1/%2"_s.arg(module, id), u"crm/v8/%1/{id}"_s.arg(module));
    request.purpose = purpose;
    const Result<Response> response = co_await m_transport->send(std::move(request));
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    const Result<QJsonArray> rows = rowsOf(*response);
    if (!rows)
        co_return tl::unexpected<Error>(rows.error());
    if (rows->isEmpty()) {
        co_return failure(Error::Kind::NotFound,
                          Words::tr("The CRM no longer has the record. Was it deleted there?"),
                          Service::Zoho);
    }
    co_return rows->at(0).toObject();
}

Task<Item> Connector::write(QByteArray method, QString module, QString id, QJsonObject body,
                            QString unmodifiedSince, QString purpose)
{
    QString path = u"crm/v8/"_s + module;
    QString logged = path;
    if (!id.isEmpty()) {
        path += u'/' + id;
        logged += u"/{id}"_s;
    }
    Request request = jsonRequest(std::move(method), path, logged, body, purpose);
    if (!unmodifiedSince.isEmpty())
        request.headers.append({"If-Unmodified-Since", unmodifiedSince.toLatin1()});
    const Result<Response> response = co_await m_transport->send(std::move(request));
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    co_return itemOf(*response);
}

Task<Item> Connector::post(QString path, QString logged, QJsonObject body, QString purpose)
{
    Request request = jsonRequest("POST", path, logged, body, purpose);
    const Result<Response> response = co_await m_transport->send(std::move(request));
    if (!response)
        co_return tl::unexpected<Error>(response.error());
    co_return itemOf(*response);
}

RemoteLink linkOf(RecordKind kind, const Item &item)
{
    RemoteLink link;
    link.kind = kind;
    link.remoteId = item.id();
    link.stamp = item.stamp();
    return link;
}

QString idIn(const Links &links, RecordKind kind)
{
    return links.value(kind).remoteId;
}

QString amountWords(const Money &amount)
{
    return QString(moneyToText(amount) + u' ' + amount.currency.code);
}

} // namespace zoho

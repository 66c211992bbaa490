// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/quickbooks/connector.h"

using namespace Qt::StringLiterals;

namespace quickbooks {

namespace {

constexpr int NameCandidates = 4;

Receipt customerReceipt(const QJsonValue &customer)
{
    RemoteLink link;
    link.kind = RecordKind::QuickBooksCustomer;
    link.remoteId = customer["Id"_L1].toString();
    link.stamp = customer["SyncToken"_L1].toString();
    Receipt receipt;
    receipt.patientLinks.insert(link.kind, link);
    return receipt;
}

//! A key of its own for the n-th different thing that one delivery may ask for: a known requestid
//! would bring the former answer again, refusals included.
QString requestId(const QString &key, int number)
{
    return derivedUuid(QString(key + u'/' + QString::number(number)));
}

} // namespace

Connector::Connector(Transport *transport, const Settings::QuickBooks &settings, Currency currency)
    : m_client(transport, settings.realmId, settings.itemId), m_taxCodes(settings.taxCodes),
      m_currency(std::move(currency))
{
}

template <class Other>
Result<QJsonObject> Connector::prepared(const Other &, const Facts &) const
{
    return failure(Error::Kind::Invalid, Words::tr("This is not QuickBooks' to do."),
                   Service::QuickBooks);
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
                          Words::tr("What was prepared for QuickBooks cannot be read back."),
                          Service::QuickBooks);
    }
    const QJsonObject payload = document.object();
    // A definite refusal advances the counter, so that its answer is not replayed for ever.
    const QString key = QString(item.key + u'/' + QString::number(item.keyCounter));
    if (std::holds_alternative<PutQuickBooksCustomer>(item.command))
        co_return co_await putCustomer(payload, key);
    if (std::holds_alternative<PostQuickBooksInvoice>(item.command)
        || std::holds_alternative<PostSupplement>(item.command))
        co_return co_await postInvoice(payload, key, item.attempts);
    co_return failure(Error::Kind::Invalid, Words::tr("This is not QuickBooks' to do."),
                      Service::QuickBooks);
}

Task<void> Connector::probe()
{
    co_return co_await m_client.probe();
}

QString Connector::keyOf(const Command &command, const Facts &facts) const
{
    if (std::holds_alternative<PutQuickBooksCustomer>(command)) {
        const QString contact = facts.patientLinks.value(RecordKind::Contact).remoteId;
        return contact.isEmpty() ? QString()
                                 : derivedUuid(QString(u"quickbooks:customer:" + contact));
    }
    const bool ofInvoice = std::holds_alternative<PostQuickBooksInvoice>(command)
        || std::holds_alternative<PostSupplement>(command);
    if (ofInvoice && !facts.invoice.id.isEmpty())
        return derivedUuid(QString(u"quickbooks:invoice:" + facts.invoice.id));
    return {};
}

Result<QJsonObject> Connector::prepared(const PutQuickBooksCustomer &, const Facts &facts) const
{
    if (!facts.patientLinks.value(RecordKind::QuickBooksCustomer).remoteId.isEmpty())
        return QJsonObject{{u"nothing"_s, true}};
    const QString contact = facts.patientLinks.value(RecordKind::Contact).remoteId;
    if (contact.isEmpty()) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The patient is not in the CRM yet, and QuickBooks takes them "
                                 "from there."),
                       Service::QuickBooks);
    }
    QJsonObject body = customerBody(facts.patient, contact);
    if (m_company.multiCurrency)
        body.insert(u"CurrencyRef"_s, reference(m_currency.code));
    QJsonArray names;
    for (int i = 0; i < NameCandidates; ++i)
        names.append(displayName(facts.patient, contact, i));
    return QJsonObject{{u"names"_s, names}, {u"body"_s, body}};
}

Task<Receipt> Connector::putCustomer(QJsonObject payload, QString key)
{
    if (payload.value("nothing"_L1).toBool())
        co_return Receipt();
    QJsonObject body = payload.value("body"_L1).toObject();
    const QString mark = body.value("Notes"_L1).toString();
    const QString purpose = u"make customer"_s;
    const QJsonArray names = payload.value("names"_L1).toArray();
    int sends = 0;
    for (const QJsonValue &name : names) {
        body.insert(u"DisplayName"_s, name);
        Result<Outcome> made =
            co_await m_client.create(u"customer"_s, body, requestId(key, sends++), purpose);
        if (!made)
            co_return tl::unexpected<Error>(made.error());
        if (made->fault && made->fault->code == "2210"_L1) {
            // An address that QuickBooks does not take must not hold up the invoice.
            body.remove(u"PrimaryEmailAddr"_s);
            made = co_await m_client.create(u"customer"_s, body, requestId(key, sends++), purpose);
            if (!made)
                co_return tl::unexpected<Error>(made.error());
        }
        if (!made->fault)
            co_return customerReceipt(made->body.value("Customer"_L1));
        if (made->fault->code != "6240"_L1)
            co_return tl::unexpected<Error>(made->fault->error());
        const QString select = QString(u"select * from Customer where DisplayName = "_s
                                       + quoted(name.toString()) + u" and Active in (true, false)");
        const Result<QJsonArray> found = co_await m_client.query(select, u"Customer"_s, purpose);
        if (!found)
            co_return tl::unexpected<Error>(found.error());
        for (const QJsonValue &customer : *found) {
            if (customer["Notes"_L1].toString().contains(mark))
                co_return customerReceipt(customer);
        }
    }
    co_return failure(Error::Kind::Conflict,
                      Words::tr("QuickBooks has other people under every name that this patient "
                                "could get. Look for the patient there."),
                      Service::QuickBooks);
}

} // namespace quickbooks

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/connector.h"

using namespace Qt::StringLiterals;

// Commande → Facture, once (zoho-crm.md section 3), and the end of the visit's records.

namespace zoho {

Result<QJsonObject> Connector::prepared(const ConvertToInvoice &, const Facts &facts) const
{
    const QString order = idIn(facts.visitLinks, RecordKind::SalesOrder);
    if (order.isEmpty()) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The visit has no order in the CRM to convert."), Service::Zoho);
    }
    if (const Result<void> ready = setupReady(); !ready)
        return tl::unexpected<Error>(ready.error());
    QJsonObject classes;
    for (const ShownLine &shown : facts.lines.lines) {
        if (!shown.line.product.isEmpty() && !shown.line.invoiceClass.isEmpty())
            classes.insert(shown.line.product.value, shown.line.invoiceClass);
    }
    if (!facts.product.id.isEmpty() && !facts.product.invoiceClass.isEmpty())
        classes.insert(facts.product.id.value, facts.product.invoiceClass);
    return QJsonObject{{u"order"_s, order},
                       {u"module"_s, m_setup.invoicesModuleId},
                       {u"classes"_s, classes},
                       {u"confirmedTotal"_s, facts.visit.confirmedTotal.minor}};
}

Task<QString> Connector::invoiceOf(QString orderId)
{
    const QString select = QString(u"select id, Invoice_Number from Invoices where Sales_Order = "_s
                                   + quoted(orderId));
    const Result<QJsonArray> rows = co_await query(select, u"find invoice"_s);
    if (!rows)
        co_return tl::unexpected<Error>(rows.error());
    co_return rows->at(0)["id"_L1].toString();
}

Task<CrmInvoice> Connector::readInvoice(QString id, QJsonObject classes)
{
    const Result<QJsonObject> record = co_await read(u"Invoices"_s, id, u"read invoice"_s);
    if (!record)
        co_return tl::unexpected<Error>(record.error());
    Result<CrmInvoice> invoice = invoiceFrom(*record, m_currency);
    if (!invoice)
        co_return tl::unexpected<Error>(invoice.error());
    // The ledger's Class stands on the product, not on the line.
    QStringList unknown;
    for (const OrderLine &line : invoice->lines) {
        if (!classes.contains(line.product.value) && !line.product.isEmpty()
            && !unknown.contains(quoted(line.product.value)))
            unknown.append(quoted(line.product.value));
    }
    if (!unknown.isEmpty()) {
        const QString select = QString(u"select id, Invoice_Class from Products where id in ("_s
                                       + unknown.mid(0, 50).join(u", "_s) + u')');
        const Result<QJsonArray> rows = co_await query(select, u"read invoice"_s);
        if (!rows)
            co_return tl::unexpected<Error>(rows.error());
        for (const QJsonValue &row : *rows)
            classes.insert(row["id"_L1].toString(), row["Invoice_Class"_L1].toString());
    }
    for (OrderLine &line : invoice->lines)
        line.invoiceClass = classes.value(line.product.value).toString();
    co_return invoice;
}

Task<Receipt> Connector::convert(QJsonObject payload, int attempts)
{
    const QString order = payload.value("order"_L1).toString();
    QString id;
    if (attempts > 1) {
        const Result<QString> found = co_await invoiceOf(order);
        if (!found)
            co_return tl::unexpected<Error>(found.error());
        id = *found;
    }
    if (id.isEmpty()) {
        const QJsonObject target{{u"api_name"_s, u"Invoices"_s},
                                 {u"id"_s, payload.value("module"_L1).toString()}};
        const QJsonObject wish{{u"convert_to"_s, QJsonArray{QJsonObject{{u"module"_s, target}}}}};
        const QJsonObject body{{u"data"_s, QJsonArray{wish}}};
        const QString path = u"crm/v8/Sales_Orders/%1/actions/convert"_s.arg(order);
        const QString logged = u"crm/v8/Sales_Orders/{id}/actions/convert"_s;
        const Result<Item> item = co_await post(path, logged, body, u"convert order"_s);
        if (!item)
            co_return tl::unexpected<Error>(item.error());
        if (item->ok) {
            id = idOf(item->details.value("Invoices"_L1));
        } else if (item->code == "ID_ALREADY_CONVERTED"_L1) {
            const Result<QString> found = co_await invoiceOf(order);
            if (!found)
                co_return tl::unexpected<Error>(found.error());
            id = *found;
        } else {
            co_return tl::unexpected<Error>(item->error());
        }
        if (id.isEmpty()) {
            co_return failure(Error::Kind::Conflict,
                              Words::tr("The order was converted, but its invoice cannot be found "
                                        "in the CRM. Was it deleted there?"),
                              Service::Zoho);
        }
    }
    const QJsonObject classes = payload.value("classes"_L1).toObject();
    const Result<CrmInvoice> invoice = co_await readInvoice(id, classes);
    if (!invoice)
        co_return tl::unexpected<Error>(invoice.error());
    Receipt receipt;
    receipt.invoice = *invoice;
    RemoteLink link;
    link.kind = RecordKind::CrmInvoice;
    link.remoteId = invoice->id;
    link.stamp = invoice->modifiedTime;
    link.number = invoice->number;
    receipt.visitLinks.insert(RecordKind::CrmInvoice, link);
    const Money confirmed{payload.value("confirmedTotal"_L1).toInteger(), m_currency};
    if (invoice->grandTotal != confirmed) {
        receipt.outcome = Receipt::Outcome::TotalDiffers;
        receipt.note =
            Words::tr("The invoice %1 in the CRM comes to %2, confirmed were %3. It was "
                      "not posted to the ledger: correct the invoice.")
                .arg(invoice->number, amountWords(invoice->grandTotal), amountWords(confirmed));
    }
    co_return receipt;
}

Result<QJsonObject> Connector::prepared(const CloseInCrm &, const Facts &facts) const
{
    const QString order = idIn(facts.visitLinks, RecordKind::SalesOrder);
    const QString invoice = idIn(facts.visitLinks, RecordKind::CrmInvoice);
    const QString ledger = idIn(facts.visitLinks, RecordKind::QuickBooksInvoice);
    if (order.isEmpty() || invoice.isEmpty() || ledger.isEmpty()) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The visit has no posted invoice to close with."), Service::Zoho);
    }
    const bool automation = automates(u"close"_s);
    QList<SubRequest> requests;
    requests.append(SubRequest("PUT", u"Invoices/"_s + invoice,
                               recordBody({{u"QuickBooks_ID"_s, ledger}}, automation)));
    requests.append(SubRequest("PUT", u"Sales_Orders/"_s + order,
                               recordBody({{u"Status"_s, m_words.orderDelivered}}, automation)));
    return QJsonObject{{u"composite"_s, compositeBody(requests, false)}};
}

Task<Receipt> Connector::close(QJsonObject payload)
{
    const QJsonObject body = payload.value("composite"_L1).toObject();
    const Result<QList<SubAnswer>> answers = co_await composite(body, u"close visit"_s);
    if (!answers)
        co_return tl::unexpected<Error>(answers.error());
    const Item &invoice = answers->at(0).item;
    const Item &order = answers->at(1).item;
    if (!invoice.ok)
        co_return tl::unexpected<Error>(invoice.error());
    // A converted Commande may refuse every edit (unconfirmed in the contract, section 3): its
    // conversion says the same as the status.
    const bool passing = !order.ok && order.error().isTransient();
    if (passing)
        co_return tl::unexpected<Error>(order.error());
    Receipt receipt;
    receipt.visitLinks.insert(RecordKind::CrmInvoice, linkOf(RecordKind::CrmInvoice, invoice));
    if (order.ok)
        receipt.visitLinks.insert(RecordKind::SalesOrder, linkOf(RecordKind::SalesOrder, order));
    co_return receipt;
}

} // namespace zoho

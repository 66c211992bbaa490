// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/quickbooks/connector.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

// The Facture in the ledger (quickbooks-online.md sections 7 and 13).

namespace quickbooks {

namespace {

constexpr int NumberLength = 21;

QString localDay(const Facts &facts)
{
    const QTimeZone zone(facts.timeZone);
    const QDateTime left =
        facts.visit.leftAt.isValid() ? facts.visit.leftAt : facts.appointment.slot.start;
    return left.toTimeZone(zone.isValid() ? zone : QTimeZone::utc()).date().toString(Qt::ISODate);
}

QString amountWords(const Money &amount)
{
    return QString(moneyToText(amount) + u' ' + amount.currency.code);
}

} // namespace

TaxCodes Connector::taxCodes() const
{
    const auto idOf = [this](const QString &code) {
        if (m_company.taxCodes.contains(code))
            return code;
        for (auto it = m_company.taxCodes.constBegin(); it != m_company.taxCodes.constEnd(); ++it) {
            if (it->first == code)
                return it.key();
        }
        return code;
    };
    TaxCodes codes;
    if (!m_company.usesSalesTax)
        return codes;
    codes.exempt = idOf(m_taxCodes.exempt);
    for (auto it = m_taxCodes.byName.constBegin(); it != m_taxCodes.byName.constEnd(); ++it)
        codes.byName.insert(it.key(), idOf(it.value()));
    return codes;
}

Result<QJsonObject> Connector::prepared(const PostQuickBooksInvoice &, const Facts &facts) const
{
    const auto invalid = [](const QString &words) {
        return failure(Error::Kind::Invalid, words, Service::QuickBooks);
    };
    if (!facts.visitLinks.value(RecordKind::QuickBooksInvoice).remoteId.isEmpty())
        return QJsonObject{{u"nothing"_s, true}};
    if (!m_company.problems.isEmpty()) {
        return invalid(Words::tr("QuickBooks is not set up for the desk: %1")
                           .arg(m_company.problems.join(u' ')));
    }
    if (m_company.itemId.isEmpty()) {
        return failure(Error::Kind::Offline,
                       Words::tr("QuickBooks' settings could not be read yet. It is tried again."),
                       Service::QuickBooks);
    }
    const QString customer = facts.patientLinks.value(RecordKind::QuickBooksCustomer).remoteId;
    if (customer.isEmpty()) {
        // The customer's own row is on its way, in the patient's stream.
        return failure(Error::Kind::Offline,
                       Words::tr("The patient is not in QuickBooks yet. It is tried again."),
                       Service::QuickBooks);
    }
    if (facts.invoice.id.isEmpty())
        return invalid(Words::tr("The visit has no invoice in the CRM yet."));
    if (m_company.usesSalesTax && m_taxCodes.exempt.isEmpty()) {
        return invalid(Words::tr("The settings name no QuickBooks tax code for exempt care. Choose "
                                 "it, then retry."));
    }
    const Result<QList<LedgerLine>> lines = ledgerLines(facts.invoice, taxCodes());
    if (!lines)
        return tl::unexpected<Error>(lines.error());
    QJsonArray sent;
    for (const LedgerLine &line : *lines) {
        if (line.invoiceClass.isEmpty()) {
            return invalid(Words::tr("A product of the invoice %1 has no invoice class. Give it "
                                     "one in the CRM's catalogue, then retry.")
                               .arg(facts.invoice.number));
        }
        const auto code = m_company.taxCodes.constFind(line.taxCode);
        if (code != m_company.taxCodes.constEnd() && code->second != line.taxPercent) {
            return invalid(Words::tr("The tax code \"%1\" has another rate in QuickBooks than the "
                                     "tax in the CRM. Correct the tax table in the settings.")
                               .arg(code->first));
        }
        QJsonObject detail{{u"ItemRef"_s, reference(m_company.itemId)},
                           {u"Qty"_s, 1},
                           {u"UnitPrice"_s, moneyToJson(line.amount)}};
        if (!line.taxCode.isEmpty())
            detail.insert(u"TaxCodeRef"_s, reference(line.taxCode));
        // The reference to the Class is put in at delivery, when every Class is known to exist.
        sent.append(QJsonObject{
            {u"Amount"_s, moneyToJson(line.amount)},
            {u"Description"_s, line.rounding ? Words::tr("Rounding") : line.invoiceClass},
            {u"DetailType"_s, u"SalesItemLineDetail"_s},
            {u"SalesItemLineDetail"_s, detail},
            {u"class"_s, line.invoiceClass}});
    }
    if (sent.isEmpty())
        return invalid(
            Words::tr("Nothing of the invoice %1 comes to an amount.").arg(facts.invoice.number));
    QJsonObject body{{u"CustomerRef"_s, reference(customer)},
                     {u"TxnDate"_s, localDay(facts)},
                     {u"PrivateNote"_s, QString(u"CRM " + facts.invoice.id)},
                     {u"Line"_s, sent}};
    if (m_company.usesSalesTax)
        body.insert(u"GlobalTaxCalculation"_s, u"TaxExcluded"_s);
    if (m_company.customNumbers)
        body.insert(u"DocNumber"_s, facts.invoice.number.right(NumberLength));
    if (m_company.multiCurrency)
        body.insert(u"CurrencyRef"_s, reference(m_currency.code));
    return QJsonObject{{u"body"_s, body}, {u"total"_s, facts.invoice.grandTotal.minor}};
}

Result<QJsonObject> Connector::prepared(const PostSupplement &command, const Facts &facts) const
{
    Facts own = facts;
    own.visitLinks.remove(RecordKind::QuickBooksInvoice);
    if (facts.supplementLinks.contains(RecordKind::QuickBooksInvoice))
        own.visitLinks.insert(RecordKind::QuickBooksInvoice,
                              facts.supplementLinks.value(RecordKind::QuickBooksInvoice));
    // It is dated when it was asked for: the visit's own day may be closed in the books.
    own.visit.leftAt = facts.supplement.billedAt;
    return prepared(PostQuickBooksInvoice{command.visit}, own);
}

Task<QString> Connector::classOf(QString name)
{
    if (m_company.classes.contains(name))
        co_return m_company.classes.value(name);
    const QString purpose = u"make class"_s;
    const QJsonObject body{{u"Name"_s, nameText(name, 100)}};
    const QString key = derivedUuid(QString(u"quickbooks:class:" + name));
    const Result<Outcome> made = co_await m_client.create(u"class"_s, body, key, purpose);
    if (!made)
        co_return tl::unexpected<Error>(made.error());
    QString id = made->body.value("Class"_L1)["Id"_L1].toString();
    if (made->fault && made->fault->code == "6240"_L1) {
        const QString select =
            QString(u"select * from Class where Name = "_s + quoted(nameText(name, 100)));
        const Result<QJsonArray> found = co_await m_client.query(select, u"Class"_s, purpose);
        if (!found)
            co_return tl::unexpected<Error>(found.error());
        id = found->at(0)["Id"_L1].toString();
    }
    if (id.isEmpty()) {
        if (made->fault)
            co_return tl::unexpected<Error>(made->fault->error());
        co_return failure(Error::Kind::Protocol,
                          Words::tr("QuickBooks answered something that the desk does not know."),
                          Service::QuickBooks);
    }
    m_company.classes.insert(name, id);
    co_return id;
}

Task<Receipt> Connector::adoptInvoice(QJsonObject payload)
{
    const QJsonObject body = payload.value("body"_L1).toObject();
    const QString number = body.value("DocNumber"_L1).toString();
    const QString select = QString(u"select * from Invoice where DocNumber = "_s + quoted(number));
    const Result<QJsonArray> found =
        co_await m_client.query(select, u"Invoice"_s, u"find invoice"_s);
    if (!found)
        co_return tl::unexpected<Error>(found.error());
    const QString note = body.value("PrivateNote"_L1).toString();
    for (const QJsonValue &invoice : *found) {
        if (invoice["PrivateNote"_L1].toString() == note)
            co_return posted(invoice.toObject(), payload);
    }
    if (found->isEmpty())
        co_return failure(Error::Kind::NotFound, Words::tr("Not posted yet."), Service::QuickBooks);
    co_return failure(Error::Kind::Conflict,
                      Words::tr("Another invoice in QuickBooks has the number %1. Look at both "
                                "there.")
                          .arg(number),
                      Service::QuickBooks);
}

Task<Receipt> Connector::postInvoice(QJsonObject payload, QString key, int attempts)
{
    if (payload.value("nothing"_L1).toBool())
        co_return Receipt();
    QJsonObject body = payload.value("body"_L1).toObject();
    if (attempts > 1 && body.contains("DocNumber"_L1)) {
        // How long a requestid is remembered is not documented: the number is the second guard.
        Result<Receipt> adopted = co_await adoptInvoice(payload);
        if (adopted || adopted.error().kind != Error::Kind::NotFound)
            co_return adopted;
    }
    QJsonArray lines;
    for (const QJsonValue &value : body.value("Line"_L1).toArray()) {
        QJsonObject line = value.toObject();
        const QString name = line.take(u"class"_s).toString();
        const Result<QString> id = co_await classOf(name);
        if (!id)
            co_return tl::unexpected<Error>(id.error());
        QJsonObject detail = line.value("SalesItemLineDetail"_L1).toObject();
        detail.insert(u"ClassRef"_s, reference(*id));
        line.insert(u"SalesItemLineDetail"_s, detail);
        lines.append(line);
    }
    body.insert(u"Line"_s, lines);
    const QString requestId = derivedUuid(key);
    const Result<Outcome> made =
        co_await m_client.create(u"invoice"_s, body, requestId, u"post invoice"_s);
    if (!made)
        co_return tl::unexpected<Error>(made.error());
    if (made->fault && made->fault->code == "6140"_L1)
        co_return co_await adoptInvoice(payload);
    if (made->fault)
        co_return tl::unexpected<Error>(made->fault->error());
    co_return posted(made->body.value("Invoice"_L1).toObject(), payload);
}

Receipt Connector::posted(const QJsonObject &invoice, const QJsonObject &payload) const
{
    RemoteLink link;
    link.kind = RecordKind::QuickBooksInvoice;
    link.remoteId = invoice.value("Id"_L1).toString();
    link.stamp = invoice.value("SyncToken"_L1).toString();
    link.number = invoice.value("DocNumber"_L1).toString();
    Receipt receipt;
    // Linked even when something is wrong with it, so that it is never posted twice.
    receipt.visitLinks.insert(link.kind, link);
    const Money expected{payload.value("total"_L1).toInteger(), m_currency};
    const Result<Money> total = moneyFromJson(invoice.value("TotalAmt"_L1), m_currency);
    bool classes = true;
    for (const QJsonValue &line : invoice.value("Line"_L1).toArray()) {
        if (line["DetailType"_L1].toString() == "SalesItemLineDetail"_L1)
            classes = classes && line["SalesItemLineDetail"_L1]["ClassRef"_L1].isObject();
    }
    if (!total || *total != expected) {
        receipt.outcome = Receipt::Outcome::TotalDiffers;
        receipt.note =
            Words::tr("The invoice %1 in QuickBooks comes to %2, in the CRM to %3. Correct it in "
                      "QuickBooks.")
                .arg(link.number,
                     total ? amountWords(*total) : Words::tr("an amount that cannot be read"),
                     amountWords(expected));
    } else if (!classes) {
        receipt.outcome = Receipt::Outcome::TotalDiffers;
        receipt.note = Words::tr("QuickBooks dropped the classes of the invoice %1. Turn on class "
                                 "tracking per line, then set the classes there.")
                           .arg(link.number);
    }
    return receipt;
}

} // namespace quickbooks

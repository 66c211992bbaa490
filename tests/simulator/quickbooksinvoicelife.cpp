// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/quickbooksentities.h"
#include "tests/simulator/quickbooksinvoice.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

QString text(const QJsonObject &object, const QString &key)
{
    return object.value(key).toString();
}

} // namespace

BookResult voidInvoice(Ledger &ledger, const QJsonObject &body)
{
    auto update = openUpdate(ledger, u"Invoice"_s, body, {});
    if (const auto *fault = std::get_if<BookFault>(&update))
        return *fault;
    QJsonObject record = std::get_if<BookUpdate>(&update)->old;
    QJsonArray lines;
    for (const QJsonValue &value : record.value(u"Line"_s).toArray()) {
        QJsonObject line = value.toObject();
        if (line.contains(u"Amount"_s))
            line.insert(u"Amount"_s, 0);
        QJsonObject detail = line.value(u"SalesItemLineDetail"_s).toObject();
        for (const QString &key : {u"Qty"_s, u"UnitPrice"_s}) {
            if (detail.contains(key))
                detail.insert(key, 0);
        }
        if (!detail.isEmpty())
            line.insert(u"SalesItemLineDetail"_s, detail);
        lines.append(line);
    }
    record.insert(u"Line"_s, lines);
    for (const QString &key : {u"TotalAmt"_s, u"Balance"_s})
        record.insert(key, 0);
    if (record.contains(u"HomeBalance"_s))
        record.insert(u"HomeBalance"_s, 0);
    if (record.contains(u"TxnTaxDetail"_s))
        record.insert(u"TxnTaxDetail"_s, QJsonObject{{u"TotalTax"_s, 0}});
    const QString note = text(record, u"PrivateNote"_s);
    record.insert(u"PrivateNote"_s, note.isEmpty() ? u"Voided"_s : QString(u"Voided - "_s + note));
    return ledger.put(u"Invoice"_s, record);
}

BookResult deleteInvoice(Ledger &ledger, const QJsonObject &body)
{
    auto update = openUpdate(ledger, u"Invoice"_s, body, {});
    if (const auto *fault = std::get_if<BookFault>(&update))
        return *fault;
    const QString id = text(body, u"Id"_s);
    ledger.remove(u"Invoice"_s, id);
    return QJsonObject{{u"domain"_s, u"QBO"_s}, {u"status"_s, u"Deleted"_s}, {u"Id"_s, id}};
}

BookResult sendInvoice(Ledger &ledger, const QString &id, const QString &address)
{
    auto invoice = ledger.find(u"Invoice"_s, id);
    if (!invoice)
        return BookFault::notFound();
    const QString to =
        address.isEmpty() ? invoice->value(u"BillEmail"_s)[u"Address"].toString() : address;
    if (to.isEmpty())
        return BookFault::missing(u"BillEmail"_s);
    invoice->insert(u"BillEmail"_s, QJsonObject{{u"Address"_s, to}});
    invoice->insert(u"EmailStatus"_s, u"EmailSent"_s);
    invoice->insert(
        u"DeliveryInfo"_s,
        QJsonObject{{u"DeliveryType"_s, u"Email"_s}, {u"DeliveryTime"_s, ledger.now()}});
    return ledger.put(u"Invoice"_s, *invoice);
}

QByteArray invoicePdf(const QJsonObject &invoice)
{
    const QByteArray label =
        QByteArray::number(text(invoice, u"Id"_s).toLongLong()).prepend("Invoice ");
    const QByteArray page = "BT /F1 24 Tf 72 720 Td (" + label + ") Tj ET";
    const QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        "<< /Length " + QByteArray::number(page.size()) + " >>\nstream\n" + page + "\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    };
    QByteArray pdf = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(pdf.size()).rightJustified(10, '0') + " 00000 n \n";
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const QByteArray count = QByteArray::number(objects.size() + 1);
    const QByteArray start = QByteArray::number(pdf.size());
    return pdf + "xref\n0 " + count + '\n' + table + "trailer\n<< /Size " + count
        + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace sim

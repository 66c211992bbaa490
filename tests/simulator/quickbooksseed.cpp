// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/quickbooksinvoice.h"

using namespace Qt::StringLiterals;

namespace sim {

namespace {

//! Net sums of an appointment by (Class, tax name), as the clinic's own way of invoicing has it.
QMap<QPair<QString, QString>, qint64> sumsOf(const Clinic &clinic,
                                             const SeedAppointment &appointment)
{
    QMap<QPair<QString, QString>, qint64> sums;
    const auto add = [&](int index, int quantity) {
        if (index < 0 || index >= clinic.products.size())
            return;
        const SeedProduct &product = clinic.products.at(index);
        sums[{product.invoiceClass, product.taxName}] += product.priceMinor * quantity;
    };
    for (const SeedActivityItem &item : appointment.activity) {
        if (item.completed)
            add(item.product, item.quantity);
    }
    if (sums.isEmpty())
        add(appointment.product, 1);
    return sums;
}

QHash<QString, QString> idsByName(const QList<QJsonObject> &records)
{
    QHash<QString, QString> ids;
    for (const QJsonObject &record : records)
        ids.insert(record.value(u"Name"_s).toString(), record.value(u"Id"_s).toString());
    return ids;
}

} // namespace

void seedInvoices(Ledger &ledger)
{
    const Clinic &clinic = ledger.clinic();
    const QHash<QString, QString> classes = idsByName(ledger.all(u"Class"_s));
    const QHash<QString, QString> codes = idsByName(ledger.all(u"TaxCode"_s));
    const QTimeZone zone(clinic.options.timeZone.toLatin1());
    for (const SeedAppointment &appointment : clinic.appointments) {
        if (appointment.quickBooksInvoiceId.isEmpty())
            continue;
        const SeedPatient &patient = clinic.patients.at(appointment.patient);
        if (patient.quickBooksId.isEmpty())
            continue;
        QJsonArray lines;
        const auto sums = sumsOf(clinic, appointment);
        for (auto sum = sums.begin(); sum != sums.end(); ++sum) {
            const auto &[className, taxName] = sum.key();
            QJsonObject detail{
                {u"ItemRef"_s, reference(ledger.itemId())},
                {u"TaxCodeRef"_s, reference(codes.value(taxName, ledger.exemptTaxCode()))}};
            if (classes.contains(className))
                detail.insert(u"ClassRef"_s, reference(classes.value(className)));
            lines.append(QJsonObject{{u"Amount"_s, wireAmount(*sum, ledger.exponent())},
                                     {u"DetailType"_s, u"SalesItemLineDetail"_s},
                                     {u"SalesItemLineDetail"_s, detail}});
        }
        const QString day = appointment.end.toTimeZone(zone).date().toString(Qt::ISODate);
        // The number series is one of its own: the CRM's numbers stay free.
        const QJsonObject body{{u"CustomerRef"_s, reference(patient.quickBooksId)},
                               {u"TxnDate"_s, day},
                               {u"DocNumber"_s, QString(u"S-"_s + appointment.quickBooksInvoiceId)},
                               {u"PrivateNote"_s, QString(u"CRM "_s + appointment.invoiceId)},
                               {u"Line"_s, lines}};
        const BookResult invoice = composeInvoice(ledger, body, true);
        if (!faultOf(invoice)) {
            ledger.insert(u"Invoice"_s, appointment.quickBooksInvoiceId, recordOf(invoice),
                          appointment.end);
        }
    }
}

} // namespace sim

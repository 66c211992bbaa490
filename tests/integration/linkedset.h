// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/integration/simulateddesk.h"

#include <QJsonArray>
#include <QJsonObject>

//! Records of a collection whose field (or the id of its lookup) has that value.
inline QJsonArray withField(const sim::Simulator &simulator, const QString &system,
                            const QString &collection, const QString &field, const QString &value)
{
    QJsonArray found;
    for (const QJsonValue &record : simulator.records(system, collection)) {
        const QJsonValue cell = record[field];
        const QString text =
            cell.isObject() ? cell[QStringLiteral("id")].toString() : cell.toString();
        if (text == value)
            found.append(record);
    }
    return found;
}

//! What is wrong with the records of an invoiced visit: each exactly once, linked, and both
//! invoices over the visit's own total; empty = nothing.
inline QString problemOfInvoicedVisit(SimulatedDesk &clinic, const VisitId &id)
{
    using namespace Qt::StringLiterals;
    const VisitDetail done = clinic.detail(id);
    const Visit &visit = done.entry.visit;
    if (visit.state != VisitState::Invoiced)
        return u"the visit is not invoiced"_s;
    if (visit.crmInvoiceNumber.isEmpty() || visit.quickBooksInvoiceNumber != visit.crmInvoiceNumber)
        return u"the invoice numbers differ"_s;
    const auto remote = [&done](RecordKind kind) {
        const Links &links = done.visitLinks.contains(kind) ? done.visitLinks : done.patientLinks;
        return links.value(kind).remoteId;
    };
    const QString contact = remote(RecordKind::Contact);
    const QString order = remote(RecordKind::SalesOrder);
    struct Wanted {
        QString system;
        QString collection;
        QString field;
        QString value;
    };
    const QList<Wanted> all{
        {u"zoho"_s, u"Contacts"_s, u"Vestibule_Ref"_s, done.patient.id.value},
        {u"zoho"_s, u"Deals"_s, u"Contact_Name"_s, contact},
        {u"zoho"_s, u"Quotes"_s, u"Contact_Name"_s, contact},
        {u"zoho"_s, u"Sales_Orders"_s, u"Contact_Name"_s, contact},
        {u"zoho"_s, u"Events"_s, u"What_Id"_s, order},
        {u"zoho"_s, u"Invoices"_s, u"Sales_Order"_s, order},
        {u"dentaltap"_s, u"patients"_s, u"externalId"_s, contact},
        {u"dentaltap"_s, u"appointments"_s, u"externalId"_s, order},
        {u"googlecalendar"_s, u"events"_s, u"id"_s, remote(RecordKind::CalendarEvent)},
        {u"quickbooks"_s, u"Customer"_s, u"Id"_s, remote(RecordKind::QuickBooksCustomer)},
        {u"quickbooks"_s, u"Invoice"_s, u"DocNumber"_s, visit.crmInvoiceNumber}};
    const sim::Simulator &simulator = clinic.simulator();
    for (const Wanted &each : all) {
        const qsizetype count = each.value.isEmpty()
            ? 0
            : withField(simulator, each.system, each.collection, each.field, each.value).size();
        if (count != 1)
            return u"%1 %2: %3"_s.arg(each.system, each.collection).arg(count);
    }
    const Money total = done.lines.total();
    const QJsonArray bill = withField(simulator, u"zoho"_s, u"Invoices"_s, u"Sales_Order"_s, order);
    const QJsonArray ledger =
        withField(simulator, u"quickbooks"_s, u"Invoice"_s, u"DocNumber"_s, visit.crmInvoiceNumber);
    for (const QJsonValue &amount :
         {bill.first()[u"Grand_Total"_s], ledger.first()[u"TotalAmt"_s]}) {
        const auto money = moneyFromJson(amount, total.currency);
        if (!money || money->minor != total.minor)
            return u"an invoice's total is not the visit's"_s;
    }
    const QString customer = ledger.first()[u"CustomerRef"_s][u"value"_s].toString();
    return customer == remote(RecordKind::QuickBooksCustomer)
        ? QString()
        : u"the invoice is another customer's"_s;
}

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/connector.h"

using namespace Qt::StringLiterals;

// Move, cancel and undo of a booking, and a patient's changed fields.

namespace zoho {

namespace {

//! The order became an invoice before its cancellation came: that stands, and so does all that
//! hangs on it (architecture.md section 5, "adopt").
Receipt invoicedMeanwhile(const CrmInvoice &invoice)
{
    Receipt receipt;
    receipt.invoice = invoice;
    RemoteLink link;
    link.kind = RecordKind::CrmInvoice;
    link.remoteId = invoice.id;
    link.stamp = invoice.modifiedTime;
    link.number = invoice.number;
    receipt.visitLinks.insert(RecordKind::CrmInvoice, link);
    receipt.note = Words::tr("The order was invoiced meanwhile as %1, so nothing was cancelled in "
                             "the CRM. Correct the invoice if nothing is to be charged.")
                       .arg(invoice.number);
    return receipt;
}

} // namespace

Result<QJsonObject> Connector::prepared(const PutCrmEvent &, const Facts &facts) const
{
    QJsonObject made = eventTimes(facts);
    const QString what =
        facts.appointment.reason.isEmpty() ? facts.product.name : facts.appointment.reason;
    made.insert(u"Event_Title"_s, QString(facts.patient.displayName() + u" – " + what).left(255));
    made.insert(u"Who_Id"_s, lookup(idIn(facts.patientLinks, RecordKind::Contact)));
    const QString order = idIn(facts.visitLinks, RecordKind::SalesOrder);
    made.insert(u"What_Id"_s, lookup(order));
    made.insert(u"$se_module"_s, u"Sales_Orders"_s);
    const QString event = idIn(facts.visitLinks, RecordKind::CrmEvent);
    if (order.isEmpty() && event.isEmpty()) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The visit has no order in the CRM that an event could belong "
                                 "to."),
                       Service::Zoho);
    }
    QJsonObject start;
    if (has(u"Sales_Orders.Visit_Start"_s)) {
        start.insert(u"Visit_Start"_s, timeText(facts.appointment.slot.start, facts.timeZone));
    }
    return QJsonObject{{u"event"_s, event},
                       {u"order"_s, order},
                       {u"start"_s, start},
                       {u"times"_s, eventTimes(facts)},
                       {u"made"_s, made}};
}

Task<Receipt> Connector::putEvent(QJsonObject payload, int attempts)
{
    const QString order = payload.value("order"_L1).toString();
    QString id = payload.value("event"_L1).toString();
    const bool automation = automates(u"move"_s);
    const QJsonObject times = recordBody(payload.value("times"_L1).toObject(), automation);
    const QString purpose = u"move event"_s;
    Item item;
    if (!id.isEmpty()) {
        const Result<Item> put = co_await write("PUT", u"Events"_s, id, times, QString(), purpose);
        if (!put)
            co_return tl::unexpected<Error>(put.error());
        item = *put;
        if (!item.ok && !item.isGone())
            co_return tl::unexpected<Error>(item.error());
    }
    if (!item.ok) {
        if (order.isEmpty())
            co_return tl::unexpected<Error>(item.error());
        if (attempts > 1) {
            // The Event that an earlier send may have made.
            const QString select =
                QString(u"select id from Events where What_Id = "_s + quoted(order));
            const Result<QJsonArray> rows = co_await query(select, purpose);
            if (!rows)
                co_return tl::unexpected<Error>(rows.error());
            const QString found = rows->at(0)["id"_L1].toString();
            if (!found.isEmpty()) {
                const Result<Item> put =
                    co_await write("PUT", u"Events"_s, found, times, QString(), purpose);
                if (!put)
                    co_return tl::unexpected<Error>(put.error());
                item = *put;
            }
        }
        if (!item.ok) {
            const QJsonObject body = recordBody(payload.value("made"_L1).toObject(), automation);
            const Result<Item> made =
                co_await write("POST", u"Events"_s, QString(), body, QString(), purpose);
            if (!made)
                co_return tl::unexpected<Error>(made.error());
            item = *made;
        }
        if (!item.ok)
            co_return tl::unexpected<Error>(item.error());
    }
    const QJsonObject start = payload.value("start"_L1).toObject();
    if (!order.isEmpty() && !start.isEmpty()) {
        const QJsonObject body = recordBody(start, automation);
        const Result<Item> put =
            co_await write("PUT", u"Sales_Orders"_s, order, body, QString(), purpose);
        // The Event carries the time; an order that is closed, or gone, may keep its own.
        if (!put)
            co_return tl::unexpected<Error>(put.error());
    }
    Receipt receipt;
    receipt.visitLinks.insert(RecordKind::CrmEvent, linkOf(RecordKind::CrmEvent, item));
    co_return receipt;
}

Result<QJsonObject> Connector::prepared(const CancelInCrm &command, const Facts &facts) const
{
    // An intervention's Devis is its plan's: what was to be done is to be booked again.
    const bool lives = facts.dealHasOtherOrders || facts.appointment.part.has_value();
    return QJsonObject{{u"visit"_s, command.visit.value},
                       {u"order"_s, idIn(facts.visitLinks, RecordKind::SalesOrder)},
                       {u"deal"_s, idIn(facts.visitLinks, RecordKind::Deal)},
                       {u"quote"_s, idIn(facts.visitLinks, RecordKind::Quote)},
                       {u"event"_s, idIn(facts.visitLinks, RecordKind::CrmEvent)},
                       {u"keepsEvent"_s, command.why == CancelInCrm::Why::NoCharge},
                       {u"dealLives"_s, lives},
                       {u"reason"_s, facts.visit.cancelReason}};
}

Task<Receipt> Connector::cancel(QJsonObject payload)
{
    QString order = payload.value("order"_L1).toString();
    QString deal = payload.value("deal"_L1).toString();
    QString quote = payload.value("quote"_L1).toString();
    QString event = payload.value("event"_L1).toString();
    const QString purpose = u"cancel booking"_s;
    if (order.isEmpty()) {
        // A booking whose answer was lost: it exists whole, or not at all.
        const Result<Receipt> found = co_await adoptBooking(payload);
        if (!found && found.error().kind != Error::Kind::NotFound)
            co_return tl::unexpected<Error>(found.error());
        if (found) {
            order = idIn(found->visitLinks, RecordKind::SalesOrder);
            deal = idIn(found->visitLinks, RecordKind::Deal);
            quote = idIn(found->visitLinks, RecordKind::Quote);
            event = idIn(found->visitLinks, RecordKind::CrmEvent);
        }
    }
    if (!order.isEmpty()) {
        const Result<QString> found = co_await invoiceOf(order);
        if (!found)
            co_return tl::unexpected<Error>(found.error());
        const QString id = *found;
        if (!id.isEmpty()) {
            const QJsonObject classes;
            const Result<CrmInvoice> invoice = co_await readInvoice(id, classes);
            if (!invoice)
                co_return tl::unexpected<Error>(invoice.error());
            co_return invoicedMeanwhile(*invoice);
        }
    }
    bool dealLives = payload.value("dealLives"_L1).toBool();
    if (!dealLives && !deal.isEmpty()) {
        // Another desk, or the office, may have hung an order on the same Affaire.
        const QString select =
            QString(u"select id, Status from Sales_Orders where Deal_Name = "_s + quoted(deal));
        const Result<QJsonArray> orders = co_await query(select, purpose);
        if (!orders)
            co_return tl::unexpected<Error>(orders.error());
        for (const QJsonValue &other : *orders) {
            dealLives = dealLives
                || (other["id"_L1].toString() != order
                    && other["Status"_L1].toString() != m_words.orderCancelled);
        }
    }
    const bool automation = automates(u"cancel"_s);
    QList<SubRequest> requests;
    const auto put = [&](const QString &uri, const QJsonObject &record) {
        requests.append(SubRequest("PUT", uri, recordBody(record, automation)));
    };
    if (!order.isEmpty()) {
        QJsonObject record{{u"Status"_s, m_words.orderCancelled}};
        const QString reason = payload.value("reason"_L1).toString();
        if (!reason.isEmpty())
            record.insert(u"Description"_s, reason);
        put(QString(u"Sales_Orders/"_s + order), record);
    }
    if (!dealLives && !deal.isEmpty())
        put(QString(u"Deals/"_s + deal), {{u"Stage"_s, m_words.dealLost}});
    if (!dealLives && !quote.isEmpty())
        put(QString(u"Quotes/"_s + quote), {{u"Quote_Stage"_s, m_words.quoteLost}});
    const bool deletesEvent = !event.isEmpty() && !payload.value("keepsEvent"_L1).toBool();
    if (deletesEvent)
        requests.append(SubRequest("DELETE", u"Events/"_s + event));
    Receipt receipt;
    if (requests.isEmpty())
        co_return receipt;
    const QJsonObject body = compositeBody(requests, false);
    const Result<QList<SubAnswer>> answers = co_await composite(body, purpose);
    if (!answers)
        co_return tl::unexpected<Error>(answers.error());
    for (qsizetype i = 0; i < answers->size(); ++i) {
        const Item &item = answers->at(i).item;
        // A record that somebody deleted is cancelled enough.
        if (!item.ok && !item.isGone())
            co_return tl::unexpected<Error>(item.error());
    }
    if (deletesEvent)
        receipt.unlinked.append(RecordKind::CrmEvent);
    if (!order.isEmpty() && answers->first().item.ok) {
        receipt.visitLinks.insert(RecordKind::SalesOrder,
                                  linkOf(RecordKind::SalesOrder, answers->first().item));
    }
    co_return receipt;
}

Result<QJsonObject> Connector::prepared(const ReviveInCrm &, const Facts &facts) const
{
    const QString order = idIn(facts.visitLinks, RecordKind::SalesOrder);
    const QString deal = idIn(facts.visitLinks, RecordKind::Deal);
    const QString quote = idIn(facts.visitLinks, RecordKind::Quote);
    if (order.isEmpty())
        return QJsonObject{{u"nothing"_s, true}};
    const bool automation = automates(u"cancel"_s);
    QList<SubRequest> requests;
    requests.append(SubRequest("PUT", u"Sales_Orders/"_s + order,
                               recordBody({{u"Status"_s, m_words.orderCreated}}, automation)));
    if (!deal.isEmpty() && !facts.dealHasOtherOrders && !facts.appointment.part) {
        requests.append(SubRequest("PUT", u"Deals/"_s + deal,
                                   recordBody({{u"Stage"_s, m_words.dealBooked}}, automation)));
        if (!quote.isEmpty()) {
            requests.append(
                SubRequest("PUT", u"Quotes/"_s + quote,
                           recordBody({{u"Quote_Stage"_s, m_words.quoteDraft}}, automation)));
        }
    }
    requests.append(SubRequest("GET", u"Sales_Orders/"_s + order));
    return QJsonObject{{u"composite"_s, compositeBody(requests, false)}};
}

Task<Receipt> Connector::revive(QJsonObject payload)
{
    if (payload.value("nothing"_L1).toBool())
        co_return Receipt();
    const QJsonObject body = payload.value("composite"_L1).toObject();
    const Result<QList<SubAnswer>> answers = co_await composite(body, u"undo cancel"_s);
    if (!answers)
        co_return tl::unexpected<Error>(answers.error());
    if (const SubAnswer *culprit = culpritOf(*answers))
        co_return tl::unexpected<Error>(culprit->item.error());
    const QJsonObject record = answers->last().body.value("data"_L1).toArray().at(0).toObject();
    const Result<SalesOrder> order = salesOrderFrom(record, m_currency);
    if (!order)
        co_return tl::unexpected<Error>(order.error());
    Receipt receipt;
    receipt.order = *order;
    receipt.visitLinks.insert(RecordKind::SalesOrder, orderLink(*order));
    co_return receipt;
}

Result<QJsonObject> Connector::prepared(const PutContact &, const Facts &facts) const
{
    const RemoteLink contact = facts.patientLinks.value(RecordKind::Contact);
    // A patient whom the CRM does not know yet goes there with the first booking, as they are then.
    if (contact.remoteId.isEmpty())
        return QJsonObject{{u"nothing"_s, true}};
    return QJsonObject{{u"contact"_s, contact.remoteId},
                       {u"stamp"_s, contact.stamp},
                       {u"record"_s, contactRecord(facts.patient, true)}};
}

Task<Receipt> Connector::putContact(QJsonObject payload)
{
    if (payload.value("nothing"_L1).toBool())
        co_return Receipt();
    const QString id = payload.value("contact"_L1).toString();
    const bool automation = automates(u"patient"_s);
    QJsonObject record = payload.value("record"_L1).toObject();
    QString stamp = payload.value("stamp"_L1).toString();
    const QString module = u"Contacts"_s;
    const QString purpose = u"change patient"_s;
    for (int round = 0; round < 2; ++round) {
        const QJsonObject body = recordBody(record, automation);
        const Result<Item> put = co_await write("PUT", module, id, body, stamp, purpose);
        if (!put)
            co_return tl::unexpected<Error>(put.error());
        if (put->ok) {
            Receipt receipt;
            receipt.patientLinks.insert(RecordKind::Contact, linkOf(RecordKind::Contact, *put));
            co_return receipt;
        }
        if (put->code != "ALREADY_MODIFIED"_L1 && put->status != 412)
            co_return tl::unexpected<Error>(put->error());
        const Result<QJsonObject> theirs = co_await read(module, id, purpose);
        if (!theirs)
            co_return tl::unexpected<Error>(theirs.error());
        stamp = theirs->value("Modified_Time"_L1).toString();
        QJsonObject missing;
        QStringList disputed;
        for (auto field = record.constBegin(); field != record.constEnd(); ++field) {
            const QString now = theirs->value(field.key()).toString();
            if (now == field.value().toString())
                continue;
            if (now.isEmpty())
                missing.insert(field.key(), field.value());
            else
                disputed.append(field.key());
        }
        if (!disputed.isEmpty()) {
            co_return failure(Error::Kind::Conflict,
                              Words::tr("Somebody changed the patient in the CRM meanwhile, and "
                                        "the two differ in %1. Compare both, then save again.")
                                  .arg(disputed.join(u", "_s)),
                              Service::Zoho);
        }
        if (missing.isEmpty()) {
            Receipt receipt;
            RemoteLink link;
            link.kind = RecordKind::Contact;
            link.remoteId = id;
            link.stamp = stamp;
            receipt.patientLinks.insert(RecordKind::Contact, link);
            co_return receipt;
        }
        record = missing;
    }
    co_return failure(Error::Kind::Conflict,
                      Words::tr("Somebody keeps changing the patient in the CRM. Retry when they "
                                "are done."),
                      Service::Zoho);
}

} // namespace zoho

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/connector.h"

using namespace Qt::StringLiterals;

// The Commande's lines (zoho-crm.md sections 2.11 and 5.4, architecture.md section 5).

namespace zoho {

namespace {

constexpr int MergeRounds = 3;

const OrderLine *sameLine(const QList<OrderLine> &lines, const OrderLine &line)
{
    for (const OrderLine &other : lines) {
        if (!line.mark.isEmpty() && other.mark == line.mark)
            return &other;
    }
    for (const OrderLine &other : lines) {
        if (!line.remoteId.isEmpty() && other.remoteId == line.remoteId)
            return &other;
    }
    return nullptr;
}

//! What an order that was converted meanwhile comes to: it takes no more changes, and whether its
//! Facture is the one that was confirmed is for the conversion to say.
Receipt adopted(const SalesOrder &order)
{
    Receipt receipt;
    receipt.order = order;
    receipt.visitLinks.insert(RecordKind::SalesOrder, orderLink(order));
    return receipt;
}

} // namespace

OrderLines withPricesOf(const SalesOrder &fresh, const SalesOrder &agreed, OrderLines wanted)
{
    for (ShownLine &shown : wanted.lines) {
        const OrderLine *there = sameLine(fresh.lines, shown.line);
        const OrderLine *before = there ? sameLine(agreed.lines, *there) : nullptr;
        if (!before)
            continue;
        // What stands there as we want it is our own, from a send whose answer was lost.
        const bool price =
            there->unitPrice != before->unitPrice && there->unitPrice != shown.line.unitPrice;
        const bool discount =
            there->discount != before->discount && there->discount != shown.line.discount;
        if (price)
            shown.line.unitPrice = there->unitPrice;
        if (discount)
            shown.line.discount = there->discount;
        shown.pricedByHand = shown.pricedByHand || price || discount;
    }
    return wanted;
}

Result<QJsonObject> Connector::prepared(const LinkInCrm &, const Facts &facts) const
{
    const QString contact = idIn(facts.patientLinks, RecordKind::Contact);
    const QString order = idIn(facts.visitLinks, RecordKind::SalesOrder);
    if (order.isEmpty()) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The visit has no order in the CRM to link with."), Service::Zoho);
    }
    const bool automation = automates(u"link"_s);
    QList<SubRequest> requests;
    QJsonObject contactFields;
    QJsonObject orderFields;
    const auto set = [](QJsonObject &record, const QString &field, const QString &id) {
        if (!id.isEmpty())
            record.insert(field, id);
    };
    set(contactFields, u"DentalTap_ID"_s, idIn(facts.patientLinks, RecordKind::DentalTapPatient));
    set(contactFields, u"QuickBooks_ID"_s,
        idIn(facts.patientLinks, RecordKind::QuickBooksCustomer));
    set(orderFields, u"DentalTap_Appointment"_s,
        idIn(facts.visitLinks, RecordKind::DentalTapAppointment));
    set(orderFields, u"Google_Event"_s, idIn(facts.visitLinks, RecordKind::CalendarEvent));
    QJsonArray kinds;
    if (!contact.isEmpty() && !contactFields.isEmpty()) {
        requests.append(
            SubRequest("PUT", u"Contacts/"_s + contact, recordBody(contactFields, automation)));
        kinds.append(enumName(RecordKind::Contact));
    }
    if (!orderFields.isEmpty()) {
        requests.append(
            SubRequest("PUT", u"Sales_Orders/"_s + order, recordBody(orderFields, automation)));
        kinds.append(enumName(RecordKind::SalesOrder));
    }
    requests.append(SubRequest("GET", u"Sales_Orders/"_s + order));
    return QJsonObject{{u"kinds"_s, kinds}, {u"composite"_s, compositeBody(requests, false)}};
}

Task<Receipt> Connector::link(QJsonObject payload)
{
    const QJsonObject body = payload.value("composite"_L1).toObject();
    const Result<QList<SubAnswer>> answers = co_await composite(body, u"link twins"_s);
    if (!answers)
        co_return tl::unexpected<Error>(answers.error());
    const QJsonObject read = answers->last().body.value("data"_L1).toArray().at(0).toObject();
    const Result<SalesOrder> stands = salesOrderFrom(read, m_currency);
    const SubAnswer *culprit = culpritOf(*answers);
    // A converted order takes no more changes; its Facture carries what the ledger needs.
    const bool locked = answers->last().item.ok && stands && stands->converted;
    if (culprit != nullptr && !locked)
        co_return tl::unexpected<Error>(culprit->item.error());
    Receipt receipt;
    const QJsonArray kinds = payload.value("kinds"_L1).toArray();
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        const Item &item = answers->at(i).item;
        if (kinds.at(i).toString() == enumName(RecordKind::Contact))
            receipt.patientLinks.insert(RecordKind::Contact, linkOf(RecordKind::Contact, item));
    }
    const QJsonObject record = answers->last().body.value("data"_L1).toArray().at(0).toObject();
    const Result<SalesOrder> order = salesOrderFrom(record, m_currency);
    if (!order)
        co_return tl::unexpected<Error>(order.error());
    receipt.order = *order;
    receipt.visitLinks.insert(RecordKind::SalesOrder, orderLink(*order));
    co_return receipt;
}

Result<QJsonObject> Connector::prepared(const UpdateSalesOrder &command, const Facts &facts) const
{
    const QString id = idIn(facts.visitLinks, RecordKind::SalesOrder);
    if (id.isEmpty()) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The visit has no order in the CRM to write on."), Service::Zoho);
    }
    if (const Result<void> ready = setupReady(); !ready)
        return tl::unexpected<Error>(ready.error());
    QJsonObject payload{{u"order"_s, id},
                        {u"final"_s, command.final},
                        {u"wanted"_s, packed(facts.lines)},
                        {u"agreed"_s, packed(facts.lastSent)},
                        {u"confirmedTotal"_s, facts.visit.confirmedTotal.minor}};
    if (facts.order.id == id)
        payload.insert(u"snapshot"_s, packed(facts.order));
    return payload;
}

Task<Receipt> Connector::updateOrder(QJsonObject payload, int attempts)
{
    const QString id = payload.value("order"_L1).toString();
    const bool final = payload.value("final"_L1).toBool();
    const OrderLines wanted = unpackedLines(payload.value("wanted"_L1).toObject(), m_currency);
    const SalesOrder agreed = unpackedOrder(payload.value("agreed"_L1).toObject(), m_currency);
    SalesOrder order = unpackedOrder(payload.value("snapshot"_L1).toObject(), m_currency);
    const QString purpose = final ? u"final order"_s : u"order lines"_s;
    bool fresh = false;
    if (attempts > 1 || order.id.isEmpty()) {
        // What an earlier send left behind decides what is still to be sent.
        Result<SalesOrder> now = co_await readOrder(id);
        if (!now)
            co_return tl::unexpected<Error>(now.error());
        order = *std::move(now);
        fresh = true;
    }
    for (int round = 0; round < MergeRounds; ++round) {
        if (order.converted)
            co_return adopted(order);
        const bool foreign = !order.currency.isEmpty() && order.currency != m_currency.code;
        if (foreign && !fresh) {
            Result<SalesOrder> now = co_await readOrder(id);
            if (!now)
                co_return tl::unexpected<Error>(now.error());
            order = *std::move(now);
            fresh = true;
            continue;
        }
        if (foreign) {
            co_return failure(Error::Kind::Invalid,
                              Words::tr("The order %1 is in %2, the clinic bills in %3. Correct "
                                        "the order's currency in the CRM, then retry.")
                                  .arg(order.number, order.currency, m_currency.code),
                              Service::Zoho);
        }
        const OrderLines merged = withPricesOf(order, agreed, wanted);
        const OrderDelta delta = orderDelta(order, merged, final);
        const bool approve = final && order.status != m_words.orderApproved;
        if (delta.isEmpty && !approve) {
            if (final && !fresh) {
                Result<SalesOrder> now = co_await readOrder(id);
                if (!now)
                    co_return tl::unexpected<Error>(now.error());
                order = *std::move(now);
                fresh = true;
                continue;
            }
            co_return updated(order, agreedOrder(order, agreed, merged), payload);
        }
        QJsonObject record;
        if (!delta.isEmpty)
            record.insert(u"Ordered_Items"_s, lineItems(order.lines, delta, lineFields()));
        if (approve)
            record.insert(u"Status"_s, m_words.orderApproved);
        QJsonObject headers;
        if (!order.modifiedTime.isEmpty())
            headers.insert(u"If-Unmodified-Since"_s, order.modifiedTime);
        QList<SubRequest> requests;
        requests.append(SubRequest("PUT", u"Sales_Orders/"_s + id,
                                   recordBody(record, automates(u"update"_s)), headers));
        requests.append(SubRequest("GET", u"Sales_Orders/"_s + id));
        const QJsonObject body = compositeBody(requests, false);
        const Result<QList<SubAnswer>> answers = co_await composite(body, purpose);
        if (!answers)
            co_return tl::unexpected<Error>(answers.error());
        const Item &put = answers->at(0).item;
        const Item &get = answers->at(1).item;
        const bool stale = put.code == "ALREADY_MODIFIED"_L1 || put.status == 412;
        const bool refused = !put.ok && !stale;
        if (refused && (!get.ok || put.error().isTransient()))
            co_return tl::unexpected<Error>(put.error());
        if (!get.ok)
            co_return tl::unexpected<Error>(get.error());
        const QJsonObject row = answers->at(1).body.value("data"_L1).toArray().at(0).toObject();
        Result<SalesOrder> now = salesOrderFrom(row, m_currency);
        if (!now)
            co_return tl::unexpected<Error>(now.error());
        if (refused) {
            // Another desk may have been here before us: what stands decides, not the refusal.
            const OrderLines left = withPricesOf(*now, agreed, wanted);
            const bool stands = now->converted || orderDelta(*now, left, final).isEmpty;
            if (!stands)
                co_return tl::unexpected<Error>(put.error());
            if (now->converted)
                co_return adopted(*now);
            co_return updated(*now, agreedOrder(*now, agreed, left), payload);
        }
        order = *std::move(now);
        fresh = true;
        if (put.ok)
            co_return updated(order, agreedOrder(order, agreed, merged), payload);
    }
    co_return failure(Error::Kind::Conflict,
                      Words::tr("Somebody keeps changing the order %1 in the CRM. Retry when they "
                                "are done.")
                          .arg(order.number),
                      Service::Zoho);
}

Receipt Connector::updated(const SalesOrder &order, const SalesOrder &agreed,
                           const QJsonObject &payload) const
{
    Receipt receipt;
    receipt.order = order;
    receipt.agreed = agreed;
    receipt.visitLinks.insert(RecordKind::SalesOrder, orderLink(order));
    const Money confirmed{payload.value("confirmedTotal"_L1).toInteger(), m_currency};
    if (payload.value("final"_L1).toBool() && order.grandTotal != confirmed) {
        receipt.outcome = Receipt::Outcome::TotalDiffers;
        receipt.note =
            Words::tr("The order %1 in the CRM comes to %2, confirmed were %3. Look at the lines "
                      "and confirm again.")
                .arg(order.number, amountWords(order.grandTotal), amountWords(confirmed));
    }
    return receipt;
}

Task<SalesOrder> Connector::readOrder(QString id)
{
    const Result<QJsonObject> record = co_await read(u"Sales_Orders"_s, id, u"order lines"_s);
    if (!record)
        co_return tl::unexpected<Error>(record.error());
    co_return salesOrderFrom(*record, m_currency);
}

RemoteLink orderLink(const SalesOrder &order)
{
    RemoteLink link;
    link.kind = RecordKind::SalesOrder;
    link.remoteId = order.id;
    link.stamp = order.modifiedTime;
    link.number = order.number;
    return link;
}

} // namespace zoho

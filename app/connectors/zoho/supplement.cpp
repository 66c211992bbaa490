// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/connector.h"

#include <QSet>
#include <QTimeZone>

using namespace Qt::StringLiterals;

// A supplementary Commande for acts recorded after the exit: on the same Affaire, Devis and Contact
// (zoho-crm.md section 4.2), found again by its Vestibule_Ref and by the marks of its lines.

namespace zoho {

namespace {

//! The visit's facts with the supplement's own records in place of the first order's.
Facts ofSupplement(Facts facts)
{
    for (const RecordKind kind :
         {RecordKind::SalesOrder, RecordKind::CrmInvoice, RecordKind::QuickBooksInvoice}) {
        facts.visitLinks.remove(kind);
        if (facts.supplementLinks.contains(kind))
            facts.visitLinks.insert(kind, facts.supplementLinks.value(kind));
    }
    return facts;
}

QString localDay(const Facts &facts)
{
    const QTimeZone zone(facts.timeZone);
    return facts.supplement.billedAt.toTimeZone(zone.isValid() ? zone : QTimeZone::utc())
        .date()
        .toString(Qt::ISODate);
}

Receipt receiptFor(const QString &order, const QString &number, const QString &stamp)
{
    RemoteLink link;
    link.kind = RecordKind::SalesOrder;
    link.remoteId = order;
    link.number = number;
    link.stamp = stamp;
    Receipt receipt;
    receipt.visitLinks.insert(RecordKind::SalesOrder, link);
    return receipt;
}

} // namespace

Result<QJsonObject> Connector::prepared(const AddSupplement &, const Facts &facts) const
{
    if (!idIn(facts.supplementLinks, RecordKind::SalesOrder).isEmpty())
        return QJsonObject{{u"nothing"_s, true}};
    const QString first = idIn(facts.visitLinks, RecordKind::SalesOrder);
    if (first.isEmpty()) {
        return failure(Error::Kind::Offline,
                       Words::tr("The visit's order is not in the CRM yet. It is tried again."),
                       Service::Zoho);
    }
    if (const Result<void> ready = setupReady(); !ready)
        return tl::unexpected<Error>(ready.error());
    QJsonArray items;
    for (const ShownLine &shown : facts.supplement.lines.lines)
        items.append(newLine(shown.line, lineFields()));
    // The same acts of the same Commande are the same supplement, from whichever desk.
    const QString ref =
        derivedUuid(QString(u"after-exit:"_s + first + u':' + facts.supplement.items.join(u',')));
    const QJsonObject order{
        {u"Subject"_s, Words::tr("Supplement %1", "order, date").arg(localDay(facts))},
        {u"Status"_s, m_words.orderApproved},
        {u"Ordered_Items"_s, items},
        {u"Vestibule_Ref"_s, ref}};
    const bool wasClosed = facts.visit.state == VisitState::ClosedNoCharge;
    return QJsonObject{
        {u"first"_s, first},
        {u"ref"_s, ref},
        {u"deal"_s, idIn(facts.visitLinks, RecordKind::Deal)},
        {u"quote"_s, idIn(facts.visitLinks, RecordKind::Quote)},
        {u"contact"_s, idIn(facts.patientLinks, RecordKind::Contact)},
        {u"items"_s, QJsonArray::fromStringList(facts.supplement.items)},
        {u"revives"_s, wasClosed && !facts.dealHasOtherOrders && !facts.appointment.part},
        {u"order"_s, order}};
}

Result<QJsonObject> Connector::prepared(const ConvertSupplement &command, const Facts &facts) const
{
    return prepared(ConvertToInvoice{command.visit}, ofSupplement(facts));
}

Result<QJsonObject> Connector::prepared(const CloseSupplement &command, const Facts &facts) const
{
    return prepared(CloseInCrm{command.visit}, ofSupplement(facts));
}

//! An order of the same Affaire that holds these acts already: ours by its reference, or another
//! desk's by the marks of its lines. NotFound when there is none.
Task<Receipt> Connector::adoptSupplement(QJsonObject payload, QString deal)
{
    const QString purpose = u"find supplement"_s;
    const QString ref = payload.value("ref"_L1).toString();
    const QString condition = deal.isEmpty() ? QString(u"Vestibule_Ref = "_s + quoted(ref))
                                             : QString(u"Deal_Name = "_s + quoted(deal));
    const QString select =
        QString(u"select id, SO_Number, Status, Vestibule_Ref, Modified_Time from Sales_Orders "
                "where "_s
                + condition);
    const Result<QJsonArray> orders = co_await query(select, purpose);
    if (!orders)
        co_return tl::unexpected<Error>(orders.error());
    for (const QJsonValue &row : *orders) {
        if (row["Vestibule_Ref"_L1].toString() == ref)
            co_return receiptFor(row["id"_L1].toString(), row["SO_Number"_L1].toString(),
                                 row["Modified_Time"_L1].toString());
    }
    QSet<QString> wanted;
    for (const QJsonValue &item : payload.value("items"_L1).toArray())
        wanted.insert(item.toString());
    for (const QJsonValue &row : *orders) {
        const QString id = row["id"_L1].toString();
        if (id == payload.value("first"_L1).toString()
            || row["Status"_L1].toString() == m_words.orderCancelled)
            continue;
        const Result<SalesOrder> other = co_await readOrder(id);
        if (!other)
            co_return tl::unexpected<Error>(other.error());
        QSet<QString> held;
        for (const OrderLine &line : other->lines) {
            if (wanted.contains(line.mark))
                held.insert(line.mark);
        }
        if (held == wanted && other->lines.size() == held.size())
            co_return receiptFor(other->id, other->number, other->modifiedTime);
        if (!held.isEmpty()) {
            co_return failure(
                Error::Kind::Conflict,
                Words::tr("The order %1 in the CRM bills an act of these already: another desk was "
                          "first. Discard this entry, ignore the acts that are on that order, and "
                          "bill the others.")
                    .arg(other->number),
                Service::Zoho);
        }
    }
    co_return failure(Error::Kind::NotFound, Words::tr("Not made yet."), Service::Zoho);
}

Task<Receipt> Connector::addSupplement(QJsonObject payload)
{
    if (payload.value("nothing"_L1).toBool())
        co_return Receipt();
    const QString purpose = u"add supplement"_s;
    QString deal = payload.value("deal"_L1).toString();
    QString quote = payload.value("quote"_L1).toString();
    QString contact = payload.value("contact"_L1).toString();
    if (deal.isEmpty() || quote.isEmpty()) {
        // Another desk or the office made the first order: it says where it hangs.
        const QString select = QString(
            u"select id, Deal_Name, Quote_Name, Contact_Name from Sales_Orders where id = "_s
            + quoted(payload.value("first"_L1).toString()));
        const Result<QJsonArray> first = co_await query(select, u"find supplement"_s);
        if (!first)
            co_return tl::unexpected<Error>(first.error());
        const QJsonObject row = first->at(0).toObject();
        deal = idOf(row.value("Deal_Name"_L1));
        quote = idOf(row.value("Quote_Name"_L1));
        contact = idOf(row.value("Contact_Name"_L1));
    }
    Result<Receipt> adopted = co_await adoptSupplement(payload, deal);
    if (adopted || adopted.error().kind != Error::Kind::NotFound)
        co_return adopted;

    QJsonObject order = payload.value("order"_L1).toObject();
    const auto hang = [&order](const QString &field, const QString &id) {
        if (!id.isEmpty())
            order.insert(field, lookup(id));
    };
    hang(u"Deal_Name"_s, deal);
    hang(u"Quote_Name"_s, quote);
    hang(u"Contact_Name"_s, contact);
    const bool automation = automates(u"booking"_s);
    QList<SubRequest> requests;
    requests.append(SubRequest("POST", u"Sales_Orders"_s, recordBody(order, automation)));
    if (payload.value("revives"_L1).toBool() && !deal.isEmpty()) {
        // What was closed without charge had taken the Affaire and the Devis with it.
        requests.append(SubRequest("PUT", u"Deals/"_s + deal,
                                   recordBody({{u"Stage"_s, m_words.dealBooked}}, automation)));
        if (!quote.isEmpty())
            requests.append(
                SubRequest("PUT", u"Quotes/"_s + quote,
                           recordBody({{u"Quote_Stage"_s, m_words.quoteDraft}}, automation)));
    }
    const QJsonObject body = compositeBody(requests, true);
    const Result<QList<SubAnswer>> answers = co_await composite(body, purpose);
    if (!answers)
        co_return tl::unexpected<Error>(answers.error());
    if (const SubAnswer *culprit = culpritOf(*answers)) {
        const Error refusal = culprit->item.error();
        if (culprit->item.code != "DUPLICATE_DATA"_L1)
            co_return tl::unexpected<Error>(refusal);
        const QString anywhere;
        co_return co_await adoptSupplement(payload, anywhere);
    }
    const Item &made = answers->first().item;
    co_return receiptFor(made.id(), QString(), made.stamp());
}

} // namespace zoho

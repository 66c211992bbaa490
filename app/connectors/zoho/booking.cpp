// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/zoho/connector.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

// A booking: Contact, Affaire, Devis, Commande and Event in one transaction (zoho-crm.md section
// 4.2), found again by Vestibule_Ref after a lost answer (section 5.5).

namespace zoho {

namespace {

constexpr int SubjectLength = 120; // Deal_Name and Subject (zoho-crm.md section 2.1)

QString localDay(const Facts &facts)
{
    const QTimeZone zone(facts.timeZone);
    return facts.appointment.slot.start.toTimeZone(zone.isValid() ? zone : QTimeZone::utc())
        .date()
        .toString(Qt::ISODate);
}

//! Collects sub-requests with the kind of record that each brings.
struct Plan {
    QList<SubRequest> requests;
    QJsonArray kinds;

    //! The lookup by which later sub-requests name the record.
    QJsonObject add(RecordKind kind, SubRequest request)
    {
        requests.append(std::move(request));
        kinds.append(enumName(kind));
        return referenceTo(int(requests.size()));
    }
};

//! What an intervention's Commande hangs on is there.
Result<void> interventionReady(const Facts &facts)
{
    if (!facts.plan || facts.plan->lines.isEmpty()) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The treatment plan of this intervention is not known here any "
                                 "more, or its acts are gone. Cancel the visit and book it again."),
                       Service::Zoho);
    }
    if (facts.plan->version.quote.id.isEmpty()) {
        return failure(Error::Kind::Offline,
                       Words::tr("The plan's quote is not in the CRM yet. It is tried again."),
                       Service::Zoho);
    }
    for (const OrderLine &line : facts.plan->lines) {
        if (line.product.isEmpty()) {
            return failure(Error::Kind::Invalid,
                           Words::tr("The catalogue does not know an act of this plan: %1. Choose "
                                     "its product, then retry.")
                               .arg(line.label),
                           Service::Zoho);
        }
    }
    return {};
}

//! The Affaire of a plan's version.
QString dealOf(const PlanFacts &plan)
{
    return plan.version.quote.deal.isEmpty() ? plan.deal : plan.version.quote.deal;
}

} // namespace

QJsonObject Connector::contactRecord(const Patient &patient, bool clearEmpty) const
{
    QJsonObject record;
    const auto set = [&](const QString &field, const QString &value) {
        if (!value.isEmpty())
            record.insert(field, value);
        else if (clearEmpty)
            record.insert(field, QJsonValue::Null);
    };
    record.insert(u"Last_Name"_s, patient.lastName);
    set(u"First_Name"_s, patient.firstName);
    set(u"Mobile"_s, patient.mobile);
    set(u"Phone"_s, patient.phone);
    set(u"Email"_s, patient.email);
    set(u"Date_of_Birth"_s, patient.birthDate.toString(Qt::ISODate));
    if (has(u"Contacts.Patient_Language"_s))
        set(u"Patient_Language"_s, patient.language);
    if (has(u"Contacts.Patient_Alerts"_s))
        set(u"Patient_Alerts"_s, patient.alerts.join(u'\n'));
    return record;
}

QJsonObject Connector::eventTimes(const Facts &facts) const
{
    QJsonObject event{{u"Start_DateTime"_s, timeText(facts.appointment.slot.start, facts.timeZone)},
                      {u"End_DateTime"_s, timeText(facts.appointment.slot.end, facts.timeZone)}};
    if (!facts.room.name.isEmpty())
        event.insert(u"Venue"_s, facts.room.name);
    if (!facts.provider.crmUser.isEmpty())
        event.insert(u"Owner"_s, lookup(facts.provider.crmUser));
    return event;
}

QJsonObject Connector::bookedLine(const Facts &facts, const QString &subform) const
{
    OrderLine line;
    line.mark = u"booking"_s;
    line.product = facts.product.id;
    line.quantity = 1000;
    line.unitPrice = facts.product.price;
    line.discount = Money{0, m_currency};
    line.taxes = facts.product.taxes;
    return newLine(line, subform == "Quoted_Items"_L1 ? quoteLineFields() : lineFields());
}

QJsonArray Connector::bookedLines(const Facts &facts) const
{
    if (!facts.appointment.part)
        return QJsonArray{bookedLine(facts, u"Ordered_Items"_s)};
    QJsonArray lines;
    for (const OrderLine &line : facts.plan->lines)
        lines.append(newLine(line, lineFields()));
    return lines;
}

Result<QJsonObject> Connector::prepared(const BookInCrm &command, const Facts &facts) const
{
    if (!idIn(facts.visitLinks, RecordKind::SalesOrder).isEmpty())
        return QJsonObject{{u"nothing"_s, true}};
    if (const Result<void> ready = setupReady(); !ready)
        return tl::unexpected<Error>(ready.error());
    const bool intervention = facts.appointment.part.has_value();
    if (intervention) {
        if (const Result<void> ready = interventionReady(facts); !ready)
            return tl::unexpected<Error>(ready.error());
    } else if (facts.product.id.isEmpty()) {
        return failure(Error::Kind::Invalid,
                       Words::tr("The appointment names no act of the catalogue, and an order "
                                 "needs one. Choose the act, then retry."),
                       Service::Zoho);
    }
    if (facts.patient.lastName.isEmpty()) {
        return failure(Error::Kind::Invalid,
                       Words::tr("Nobody has matched this appointment's patient yet. Choose the "
                                 "patient, then retry."),
                       Service::Zoho);
    }
    const bool automation = automates(u"booking"_s);
    const QString visit = command.visit.value;
    const QString day = localDay(facts);
    const QString what =
        facts.appointment.reason.isEmpty() ? facts.product.name : facts.appointment.reason;
    const QString subject = QString((intervention ? what : facts.product.name) + u' ' + day)
                                .trimmed()
                                .left(SubjectLength);
    Plan plan;

    QJsonObject contact = lookup(idIn(facts.patientLinks, RecordKind::Contact));
    if (idOf(contact).isEmpty()) {
        QJsonObject record = contactRecord(facts.patient, false);
        record.insert(u"Vestibule_Ref"_s, facts.patient.id.value);
        QJsonObject body = recordBody(record, automation);
        body.insert(u"duplicate_check_fields"_s, QJsonArray{u"Vestibule_Ref"_s});
        contact = plan.add(RecordKind::Contact, SubRequest("POST", u"Contacts/upsert"_s, body));
    } else if (facts.contactChanged) {
        plan.add(RecordKind::Contact,
                 SubRequest("PUT", u"Contacts/"_s + idOf(contact),
                            recordBody(contactRecord(facts.patient, false), automation)));
    }

    QJsonObject deal =
        lookup(intervention ? dealOf(*facts.plan) : idIn(facts.visitLinks, RecordKind::Deal));
    if (!intervention && idOf(deal).isEmpty()) {
        QJsonObject record{
            {u"Deal_Name"_s, QString(facts.patient.displayName() + u' ' + day).left(SubjectLength)},
            {u"Stage"_s, m_words.dealBooked},
            {u"Closing_Date"_s, day},
            {u"Contact_Name"_s, contact},
            {u"Vestibule_Ref"_s, derivedUuid(QString(visit + u":deal"))}};
        if (!m_words.dealPipeline.isEmpty())
            record.insert(u"Pipeline"_s, m_words.dealPipeline);
        if (has(u"Deals.Chirurgien"_s) && !facts.provider.id.isEmpty())
            record.insert(u"Chirurgien"_s, lookup(facts.provider.id.value));
        deal = plan.add(RecordKind::Deal,
                        SubRequest("POST", u"Deals"_s, recordBody(record, automation)));
    }

    QJsonObject quote = lookup(intervention ? facts.plan->version.quote.id
                                            : idIn(facts.visitLinks, RecordKind::Quote));
    if (idOf(quote).isEmpty()) {
        const QJsonObject record{
            {u"Subject"_s, subject},
            {u"Quote_Stage"_s, m_words.quoteDraft},
            {u"Deal_Name"_s, deal},
            {u"Contact_Name"_s, contact},
            {u"Quoted_Items"_s, QJsonArray{bookedLine(facts, u"Quoted_Items"_s)}},
            {u"Vestibule_Ref"_s, derivedUuid(QString(visit + u":quote"))}};
        quote = plan.add(RecordKind::Quote,
                         SubRequest("POST", u"Quotes"_s, recordBody(record, automation)));
    }

    QJsonObject orderRecord{{u"Subject"_s, subject},
                            {u"Status"_s, m_words.orderCreated},
                            {u"Quote_Name"_s, quote},
                            {u"Contact_Name"_s, contact},
                            {u"Ordered_Items"_s, bookedLines(facts)},
                            {u"Vestibule_Ref"_s, visit}};
    if (!idOf(deal).isEmpty())
        orderRecord.insert(u"Deal_Name"_s, deal);
    if (has(u"Sales_Orders.Visit_Start"_s)) {
        orderRecord.insert(u"Visit_Start"_s,
                           timeText(facts.appointment.slot.start, facts.timeZone));
    }
    const QJsonObject order =
        plan.add(RecordKind::SalesOrder,
                 SubRequest("POST", u"Sales_Orders"_s, recordBody(orderRecord, automation)));

    const QString eventId = idIn(facts.visitLinks, RecordKind::CrmEvent);
    QJsonObject event{{u"What_Id"_s, order}, {u"$se_module"_s, u"Sales_Orders"_s}};
    if (eventId.isEmpty()) {
        event = eventTimes(facts);
        event.insert(u"Event_Title"_s,
                     QString(facts.patient.displayName() + u" – " + what).left(255));
        event.insert(u"Who_Id"_s, contact);
        event.insert(u"What_Id"_s, order);
        event.insert(u"$se_module"_s, u"Sales_Orders"_s);
        if (!facts.appointment.note.isEmpty())
            event.insert(u"Description"_s, facts.appointment.note);
    }
    const QJsonObject body = recordBody(event, automation);
    plan.add(RecordKind::CrmEvent,
             eventId.isEmpty() ? SubRequest("POST", u"Events"_s, body)
                               : SubRequest("PUT", u"Events/"_s + eventId, body));

    QJsonObject known;
    if (intervention) {
        known.insert(enumName(RecordKind::Deal), idOf(deal));
        known.insert(enumName(RecordKind::Quote), idOf(quote));
    }
    return QJsonObject{{u"visit"_s, visit},
                       {u"event"_s, eventId},
                       {u"known"_s, known},
                       {u"kinds"_s, plan.kinds},
                       {u"composite"_s, compositeBody(plan.requests, true)}};
}

Task<Receipt> Connector::book(QJsonObject payload, int attempts)
{
    if (payload.value("nothing"_L1).toBool())
        co_return Receipt();
    if (attempts > 1) {
        // An earlier send may have arrived: all records exist, or none does.
        Result<Receipt> adopted = co_await adoptBooking(payload);
        if (adopted || adopted.error().kind != Error::Kind::NotFound)
            co_return adopted;
    }
    const QJsonObject body = payload.value("composite"_L1).toObject();
    const Result<QList<SubAnswer>> answers = co_await composite(body, u"book"_s);
    if (!answers)
        co_return tl::unexpected<Error>(answers.error());
    if (const SubAnswer *culprit = culpritOf(*answers)) {
        const Error refusal = culprit->item.error();
        if (culprit->item.code != "DUPLICATE_DATA"_L1)
            co_return tl::unexpected<Error>(refusal);
        Result<Receipt> adopted = co_await adoptBooking(payload);
        if (adopted || adopted.error().kind != Error::Kind::NotFound)
            co_return adopted;
        co_return failure(Error::Kind::Conflict,
                          Words::tr("The CRM holds another record with the booking's reference, "
                                    "but no order. Look at the patient in the CRM: a record left "
                                    "over there must be deleted before a retry."),
                          Service::Zoho);
    }
    Receipt receipt;
    const QJsonObject known = payload.value("known"_L1).toObject();
    for (auto it = known.constBegin(); it != known.constEnd(); ++it) {
        RemoteLink link;
        link.kind = enumFromName<RecordKind>(it.key()).value_or(RecordKind::Deal);
        link.remoteId = it->toString();
        if (!link.remoteId.isEmpty())
            receipt.visitLinks.insert(link.kind, link);
    }
    const QJsonArray kinds = payload.value("kinds"_L1).toArray();
    for (qsizetype i = 0; i < answers->size(); ++i) {
        const auto kind = enumFromName<RecordKind>(kinds.at(i).toString());
        if (!kind)
            continue;
        const RemoteLink link = linkOf(*kind, answers->at(i).item);
        (*kind == RecordKind::Contact ? receipt.patientLinks : receipt.visitLinks)
            .insert(*kind, link);
    }
    co_return receipt;
}

Task<Receipt> Connector::adoptBooking(QJsonObject payload)
{
    const QString select =
        QString(u"select id, SO_Number, Deal_Name, Quote_Name, Contact_Name, Modified_Time from "
                u"Sales_Orders where Vestibule_Ref = "_s
                + quoted(payload.value("visit"_L1).toString()));
    const Result<QJsonArray> orders = co_await query(select, u"find booking"_s);
    if (!orders)
        co_return tl::unexpected<Error>(orders.error());
    if (orders->isEmpty())
        co_return failure(Error::Kind::NotFound, Words::tr("Not booked yet."), Service::Zoho);
    const QJsonObject order = orders->at(0).toObject();
    Receipt receipt;
    const auto adopt = [](Links &links, RecordKind kind, const QString &id) {
        if (id.isEmpty())
            return;
        RemoteLink link;
        link.kind = kind;
        link.remoteId = id;
        links.insert(kind, link);
    };
    const QString orderId = order.value("id"_L1).toString();
    adopt(receipt.patientLinks, RecordKind::Contact, idOf(order.value("Contact_Name"_L1)));
    adopt(receipt.visitLinks, RecordKind::Deal, idOf(order.value("Deal_Name"_L1)));
    adopt(receipt.visitLinks, RecordKind::Quote, idOf(order.value("Quote_Name"_L1)));
    adopt(receipt.visitLinks, RecordKind::SalesOrder, orderId);
    receipt.visitLinks[RecordKind::SalesOrder].stamp = order.value("Modified_Time"_L1).toString();
    receipt.visitLinks[RecordKind::SalesOrder].number = order.value("SO_Number"_L1).toString();
    QString event = payload.value("event"_L1).toString();
    if (event.isEmpty()) {
        const QString eventSelect =
            QString(u"select id from Events where What_Id = "_s + quoted(orderId));
        const Result<QJsonArray> events = co_await query(eventSelect, u"find booking"_s);
        if (!events)
            co_return tl::unexpected<Error>(events.error());
        event = events->at(0)["id"_L1].toString();
    }
    adopt(receipt.visitLinks, RecordKind::CrmEvent, event);
    co_return receipt;
}

} // namespace zoho

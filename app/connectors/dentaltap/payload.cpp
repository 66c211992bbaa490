// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/payload.h"

#include "app/connectors/dentaltap/json.h"
#include "app/connectors/dentaltap/mapping.h"
#include "app/connectors/dentaltap/statuswalk.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using What = dentaltap::Payload::What;

namespace dentaltap {

namespace {

tl::unexpected<Error> invalid(const char *text)
{
    return failure(Error::Kind::Invalid, QCoreApplication::translate("dentaltap", text),
                   Service::DentalTap);
}

QByteArray toJson(const Payload &payload)
{
    const QJsonObject object{{u"what"_s, int(payload.what)}, {u"id"_s, payload.id},
                             {u"stamp"_s, payload.stamp},    {u"externalId"_s, payload.externalId},
                             {u"body"_s, payload.body},      {u"expected"_s, payload.expected},
                             {u"status"_s, payload.status},  {u"back"_s, payload.back},
                             {u"digest"_s, payload.digest},  {u"replaces"_s, payload.replaces},
                             {u"known"_s, payload.known}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

//! Surgeon and patient are there; the whole appointment as it would be made.
Result<QJsonObject> wholeAppointment(const Facts &facts)
{
    const QString patient = facts.patientLinks.value(RecordKind::DentalTapPatient).remoteId;
    const QString order = facts.visitLinks.value(RecordKind::SalesOrder).remoteId;
    if (patient.isEmpty()) {
        return invalid(QT_TRANSLATE_NOOP(
            "dentaltap", "The patient is not in DentalTap yet. Deliver the patient first."));
    }
    if (order.isEmpty()) {
        return invalid(QT_TRANSLATE_NOOP(
            "dentaltap", "The visit has no order in the CRM yet. Deliver the booking first."));
    }
    if (facts.provider.dentalTapId.isEmpty()) {
        return invalid(QT_TRANSLATE_NOOP("dentaltap",
                                         "The surgeon has no DentalTap provider. Fill in "
                                         "DentalTap_Provider in the CRM, then try again."));
    }
    QJsonObject body = appointmentBody(facts.appointment, facts.provider, facts.timeZone);
    body.insert(field::externalId, order);
    body.insert(field::patientId, patient);
    return body;
}

Result<Payload> forPatient(const PutDentalTapPatient &put, const Facts &facts)
{
    Payload payload;
    const RemoteLink twin = facts.patientLinks.value(RecordKind::DentalTapPatient);
    const QString contact = facts.patientLinks.value(RecordKind::Contact).remoteId;
    if (!twin.remoteId.isEmpty() && !put.claim)
        return payload;
    if (contact.isEmpty()) {
        return invalid(QT_TRANSLATE_NOOP(
            "dentaltap", "The patient is not in the CRM yet. Deliver the booking first."));
    }
    payload.externalId = contact;
    if (!twin.remoteId.isEmpty()) {
        payload.what = What::ClaimPatient;
        payload.id = twin.remoteId;
        payload.body.insert(field::externalId, contact);
        return payload;
    }
    payload.what = What::Patient;
    payload.body = patientBody(facts.patient, contact);
    return payload;
}

//! The appointment that is there gets our external id.
Result<Payload> claimed(const Facts &facts)
{
    Payload payload;
    const RemoteLink link = facts.visitLinks.value(RecordKind::DentalTapAppointment);
    payload.id = link.remoteId;
    payload.stamp = link.stamp;
    payload.externalId = facts.visitLinks.value(RecordKind::SalesOrder).remoteId;
    if (payload.externalId.isEmpty()) {
        return invalid(QT_TRANSLATE_NOOP(
            "dentaltap", "The visit has no order in the CRM yet. Deliver the booking first."));
    }
    payload.what = What::Claim;
    payload.body.insert(field::externalId, payload.externalId);
    return payload;
}

Result<Payload> forAppointment(const PutDentalTapAppointment &put, const Facts &facts)
{
    Payload payload;
    const RemoteLink link = facts.visitLinks.value(RecordKind::DentalTapAppointment);
    payload.id = link.remoteId;
    payload.stamp = link.stamp;
    payload.externalId = facts.visitLinks.value(RecordKind::SalesOrder).remoteId;
    // Read in meanwhile: somebody else made it.
    if (put.create && !link.remoteId.isEmpty())
        return claimed(facts);
    if (put.create) {
        const Result<QJsonObject> body = wholeAppointment(facts);
        if (!body)
            return tl::unexpected(body.error());
        payload.what = What::Create;
        payload.body = *body;
        return payload;
    }
    if (link.remoteId.isEmpty()) {
        return invalid(QT_TRANSLATE_NOOP(
            "dentaltap", "The appointment is not in DentalTap yet. Deliver it first."));
    }
    if (facts.provider.dentalTapId.isEmpty()) {
        return invalid(QT_TRANSLATE_NOOP("dentaltap",
                                         "The surgeon has no DentalTap provider. Fill in "
                                         "DentalTap_Provider in the CRM, then try again."));
    }
    payload.what = What::Move;
    payload.body = slotBody(facts.appointment.slot, facts.provider);
    const auto agreed = facts.agreed.constFind(Service::DentalTap);
    if (agreed != facts.agreed.cend() && !agreed->slot.isGiven())
        return payload; // out of the waiting list: no time of theirs is known
    if (agreed != facts.agreed.cend())
        payload.expected = slotBody(agreed->slot, Provider());
    else if (facts.visit.undo && facts.visit.undo->moved && facts.visit.undo->slot.isGiven())
        payload.expected = slotBody(facts.visit.undo->slot, Provider());
    return payload;
}

Result<Payload> forStatus(const PutDentalTapStatus &put, const Facts &facts)
{
    Payload payload;
    const RemoteLink link = facts.visitLinks.value(RecordKind::DentalTapAppointment);
    const bool callsOff = put.status == word::cancelled || put.status == word::noShow;
    if (link.remoteId.isEmpty()) {
        // What never got there need not be called off there.
        if (callsOff)
            return payload;
        return invalid(QT_TRANSLATE_NOOP(
            "dentaltap", "The appointment is not in DentalTap yet. Deliver it first."));
    }
    // The surgeon has completed it there already: a stage that the desk catches up with is no news.
    if (facts.visit.readyToExit && put.status != word::completed && !callsOff)
        return payload;
    payload.what = What::Status;
    payload.id = link.remoteId;
    payload.stamp = link.stamp;
    payload.externalId = facts.visitLinks.value(RecordKind::SalesOrder).remoteId;
    payload.status = put.status;
    const auto agreed = facts.agreed.constFind(Service::DentalTap);
    const bool known = agreed != facts.agreed.cend() && !agreed->status.isEmpty();
    // Every step forward leaves something to undo; an undo leaves nothing.
    payload.known = known ? agreed->status : QString();
    payload.back =
        known ? isStepBack(agreed->status, put.status) : !callsOff && !facts.visit.undo.has_value();
    if (payload.back) {
        const Result<QJsonObject> body = wholeAppointment(facts);
        if (body)
            payload.body = *body;
    }
    return payload;
}

//! The plan gets the id of its version's Devis.
Result<Payload> forPlan(const Facts &facts)
{
    Payload payload;
    if (!facts.plan)
        return payload;
    payload.externalId = facts.plan->version.quote.id;
    if (payload.externalId.isEmpty()) {
        return invalid(QT_TRANSLATE_NOOP(
            "dentaltap", "The plan has no quote in the CRM yet. Deliver the quote first."));
    }
    payload.what = What::ClaimPlan;
    payload.replaces = facts.plan->version.number > 1;
    payload.id = facts.plan->version.content.remoteId();
    payload.body.insert(field::externalId, payload.externalId);
    return payload;
}

Result<Payload> payloadOf(const Command &command, const Facts &facts)
{
    if (const auto *put = std::get_if<PutDentalTapPatient>(&command))
        return forPatient(*put, facts);
    if (const auto *put = std::get_if<PutDentalTapAppointment>(&command))
        return forAppointment(*put, facts);
    if (const auto *put = std::get_if<PutDentalTapStatus>(&command))
        return forStatus(*put, facts);
    if (std::holds_alternative<LinkInDentalTap>(command)) {
        const bool isThere = facts.visitLinks.contains(RecordKind::DentalTapAppointment);
        return isThere ? claimed(facts) : Result<Payload>(Payload());
    }
    if (std::holds_alternative<LinkDentalTapPlan>(command))
        return forPlan(facts);
    if (std::holds_alternative<ConfirmLines>(command)) {
        Payload payload;
        payload.what = What::Lines;
        payload.id = facts.visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
        payload.digest = facts.actsDigest;
        return payload;
    }
    return invalid(QT_TRANSLATE_NOOP("dentaltap", "This is not DentalTap's to do."));
}

} // namespace

Result<QByteArray> payloadFor(const Command &command, const Facts &facts)
{
    const Result<Payload> payload = payloadOf(command, facts);
    if (!payload)
        return tl::unexpected(payload.error());
    return toJson(*payload);
}

Payload readPayload(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Payload payload;
    payload.what = static_cast<What>(object[u"what"_s].toInt());
    payload.id = object[u"id"_s].toString();
    payload.stamp = object[u"stamp"_s].toString();
    payload.externalId = object[u"externalId"_s].toString();
    payload.body = object[u"body"_s].toObject();
    payload.expected = object[u"expected"_s].toObject();
    payload.status = object[u"status"_s].toString();
    payload.back = object[u"back"_s].toBool();
    payload.digest = object[u"digest"_s].toString();
    payload.known = object[u"known"_s].toString();
    payload.replaces = object[u"replaces"_s].toBool();
    return payload;
}

Task<Receipt> nothingToDo()
{
    co_return Receipt();
}

Task<Receipt> unreadable()
{
    co_return failure(
        Error::Kind::Storage,
        QCoreApplication::translate(
            "dentaltap", "What was to be sent cannot be read any more. Retry makes it anew."),
        Service::DentalTap);
}

} // namespace dentaltap

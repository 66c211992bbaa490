// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/connector.h"

#include "app/connectors/dentaltap/json.h"
#include "app/connectors/dentaltap/mapping.h"
#include "app/connectors/dentaltap/payload.h"
#include "app/connectors/dentaltap/statuswalk.h"
#include "app/domain/receipt.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dentaltap {

namespace {

//! From the farthest status to the other end, with one mismatch on each step.
constexpr int mostSteps = 12;

QString words(const char *text)
{
    return QCoreApplication::translate("dentaltap", text);
}

tl::unexpected<Error> conflict(const char *text)
{
    return failure(Error::Kind::Conflict, words(text), Service::DentalTap);
}

tl::unexpected<Error> slotTaken()
{
    return conflict(
        QT_TRANSLATE_NOOP("dentaltap",
                          "The surgeon or the room is taken at that time in DentalTap. Move this "
                          "appointment, or free the slot there, then try again."));
}

tl::unexpected<Error> movedThere()
{
    return conflict(QT_TRANSLATE_NOOP(
        "dentaltap",
        "Somebody moved this appointment in DentalTap meanwhile. Decide which time "
        "is right."));
}

Request writing(const QByteArray &method, const QString &path, const QString &logged,
                const QJsonObject &body)
{
    Request request(method, path, logged);
    request.headers.emplaceBack("Accept", "application/json");
    request.contentType =
        method == "PATCH" ? "application/merge-patch+json" : "application/json; charset=utf-8";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

Request creating(QLatin1StringView collection, const QJsonObject &body, const QString &key)
{
    Request request = writing("POST", collection, collection, body);
    request.headers.emplaceBack("Idempotency-Key", key.toLatin1());
    return request;
}

Request changing(const RemoteAppointment &appointment, const QJsonObject &body)
{
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(appointment.remoteId));
    Request request = writing("PATCH", QString(path::appointments + u'/' + id),
                              QString(path::appointments + u"/{id}"_s), body);
    if (!appointment.stamp.isEmpty())
        request.headers.emplaceBack("If-Match", appointment.stamp.toLatin1());
    return request;
}

bool isStale(const Response &answer)
{
    return answer.status == 412 || answer.status == 428;
}

//! The appointment as an answer to a write shows it.
Result<RemoteAppointment> written(const Response &answer)
{
    if (!answer.isSuccess())
        return tl::unexpected(errorFrom(answer));
    const Result<QJsonObject> body = answer.json(Service::DentalTap);
    if (!body)
        return tl::unexpected(body.error());
    RemoteAppointment appointment = appointmentFromJson(*body);
    appointment.stamp = stampOf(*body, answer);
    if (appointment.remoteId.isEmpty()) {
        Response nameless = answer;
        nameless.body.clear();
        return tl::unexpected(nameless.json(Service::DentalTap).error());
    }
    return appointment;
}

Receipt linked(const RemoteAppointment &appointment)
{
    Receipt receipt;
    receipt.visitLinks.insert(
        RecordKind::DentalTapAppointment,
        RemoteLink{RecordKind::DentalTapAppointment, appointment.remoteId, appointment.stamp, {}});
    return receipt;
}

Receipt linkedPatient(const QString &id, const QString &stamp)
{
    Receipt receipt;
    receipt.patientLinks.insert(RecordKind::DentalTapPatient,
                                RemoteLink{RecordKind::DentalTapPatient, id, stamp, {}});
    return receipt;
}

bool isAt(const RemoteAppointment &appointment, const QJsonObject &slot)
{
    const QString room = slot[field::roomId].toString();
    return appointment.slot.start == instantOf(slot[field::start])
        && appointment.slot.end == instantOf(slot[field::end])
        && (room.isEmpty() || appointment.slot.room.value == room);
}

} // namespace

Connector::Connector(Transport *transport, Currency currency)
    : m_transport(transport), m_client(transport, std::move(currency))
{
}

Result<QByteArray> Connector::prepare(const Command &command, const Facts &facts,
                                      const QString &) const
{
    return payloadFor(command, facts);
}

QString Connector::keyOf(const Command &command, const Facts &facts) const
{
    const auto *patient = std::get_if<PutDentalTapPatient>(&command);
    if (patient && !patient->claim) {
        const QString contact = facts.patientLinks.value(RecordKind::Contact).remoteId;
        return contact.isEmpty() ? QString()
                                 : derivedUuid(QString(u"dentaltap:patient:"_s + contact));
    }
    const auto *put = std::get_if<PutDentalTapAppointment>(&command);
    const QString order = facts.visitLinks.value(RecordKind::SalesOrder).remoteId;
    if (put && put->create && !order.isEmpty())
        return derivedUuid(QString(u"dentaltap:appointment:"_s + order));
    return {};
}

Task<void> Connector::probe()
{
    return m_client.probe();
}

Task<Receipt> Connector::deliver(OutboxItem item)
{
    const Payload payload = readPayload(item.payload);
    switch (payload.what) {
    case Payload::What::Patient:
        return putPatient(std::move(item));
    case Payload::What::ClaimPatient:
        return claimPatient(std::move(item));
    case Payload::What::ClaimPlan:
        return claimPlan(std::move(item));
    case Payload::What::Create:
        return createAppointment(std::move(item));
    case Payload::What::Claim:
        return claimAppointment(std::move(item));
    case Payload::What::Move:
        return moveAppointment(std::move(item));
    case Payload::What::Status:
        return putStatus(std::move(item));
    case Payload::What::Lines:
        return confirmLines(std::move(item));
    case Payload::What::Nothing:
        return nothingToDo();
    case Payload::What::Unreadable:
        break;
    }
    return unreadable();
}

Task<Receipt> Connector::putPatient(OutboxItem item)
{
    const Payload payload = readPayload(item.payload);
    // An earlier send may have made it although its answer never came.
    if (item.attempts > 1) {
        const Result<QString> found = co_await m_client.patientOf(payload.externalId);
        if (!found)
            co_return tl::unexpected(found.error());
        if (!found->isEmpty())
            co_return linkedPatient(*found, QString());
    }
    Request request = creating(path::patients, payload.body, item.key);
    const Result<Response> answer = co_await m_transport->send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    const QString code = codeOf(*answer);
    if (answer->status == 409 && code == code::externalIdConflict
        && !existingIdOf(*answer).isEmpty())
        co_return linkedPatient(existingIdOf(*answer), QString());
    if (code == code::externalIdConflict || code == code::keyReused) {
        // Another desk was first, with other words in the same record.
        const Result<QString> found = co_await m_client.patientOf(payload.externalId);
        if (!found)
            co_return tl::unexpected(found.error());
        if (!found->isEmpty())
            co_return linkedPatient(*found, QString());
    }
    if (!answer->isSuccess())
        co_return tl::unexpected(errorFrom(*answer));
    const Result<QJsonObject> body = answer->json(Service::DentalTap);
    if (!body)
        co_return tl::unexpected(body.error());
    const QString id = textOf(body->value(field::id));
    if (id.isEmpty()) {
        co_return failure(Error::Kind::Protocol,
                          words(QT_TRANSLATE_NOOP("dentaltap",
                                                  "DentalTap made the patient without "
                                                  "naming it. Try again.")),
                          Service::DentalTap);
    }
    co_return linkedPatient(id, stampOf(*body, *answer));
}

Task<Receipt> Connector::createAppointment(OutboxItem item)
{
    const Payload payload = readPayload(item.payload);
    if (item.attempts > 1) {
        const auto found = co_await m_client.appointmentOf(payload.externalId);
        if (!found)
            co_return tl::unexpected(found.error());
        if (*found)
            co_return linked(**found);
    }
    Request request = creating(path::appointments, payload.body, item.key);
    const Result<Response> answer = co_await m_transport->send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    const QString code = codeOf(*answer);
    if (code == code::slotTaken)
        co_return slotTaken();
    if (code == code::externalIdConflict || code == code::keyReused) {
        const auto found = co_await m_client.appointmentOf(payload.externalId);
        if (!found)
            co_return tl::unexpected(found.error());
        if (*found)
            co_return linked(**found);
    }
    const Result<RemoteAppointment> made = written(*answer);
    if (!made)
        co_return tl::unexpected(made.error());
    co_return linked(*made);
}

Task<Receipt> Connector::claimAppointment(OutboxItem item)
{
    const Payload payload = readPayload(item.payload);
    RemoteAppointment appointment;
    appointment.remoteId = payload.id;
    appointment.stamp = payload.stamp;
    for (int i = 0; i < 3; ++i) {
        if (i > 0 || appointment.stamp.isEmpty()) {
            const Result<RemoteAppointment> now = co_await m_client.appointment(payload.id);
            if (!now)
                co_return tl::unexpected(now.error());
            if (now->salesOrderId == payload.externalId)
                co_return linked(*now);
            if (!now->salesOrderId.isEmpty()) {
                co_return conflict(QT_TRANSLATE_NOOP(
                    "dentaltap",
                    "This DentalTap appointment already belongs to another order. "
                    "Look at it there."));
            }
            appointment.stamp = now->stamp;
        }
        Request request = changing(appointment, payload.body);
        const Result<Response> answer = co_await m_transport->send(std::move(request));
        if (!answer)
            co_return tl::unexpected(answer.error());
        if (isStale(*answer))
            continue;
        if (codeOf(*answer) == code::externalIdConflict) {
            co_return conflict(
                QT_TRANSLATE_NOOP("dentaltap",
                                  "Another DentalTap appointment already names this order. Look at "
                                  "both there, and clear the wrong one."));
        }
        const Result<RemoteAppointment> claimed = written(*answer);
        if (!claimed)
            co_return tl::unexpected(claimed.error());
        co_return linked(*claimed);
    }
    co_return movedThere();
}

Task<Receipt> Connector::moveAppointment(OutboxItem item)
{
    const Payload payload = readPayload(item.payload);
    RemoteAppointment appointment;
    appointment.remoteId = payload.id;
    appointment.stamp = payload.stamp;
    for (int i = 0; i < 2; ++i) {
        if (i > 0 || appointment.stamp.isEmpty()) {
            const Result<RemoteAppointment> now = co_await m_client.appointment(payload.id);
            if (!now)
                co_return tl::unexpected(now.error());
            const bool sameSurgeon =
                now->slot.provider.value == payload.body[field::providerId].toString();
            if (isAt(*now, payload.body) && sameSurgeon)
                co_return linked(*now);
            // Only the version moved: a note, a status. Their times must be those we last knew.
            const bool known = !payload.expected.isEmpty();
            if ((known && !isAt(*now, payload.expected)) || (!known && i > 0))
                co_return movedThere();
            appointment.stamp = now->stamp;
        }
        Request request = changing(appointment, payload.body);
        const Result<Response> answer = co_await m_transport->send(std::move(request));
        if (!answer)
            co_return tl::unexpected(answer.error());
        if (isStale(*answer))
            continue;
        if (codeOf(*answer) == code::slotTaken)
            co_return slotTaken();
        const Result<RemoteAppointment> moved = written(*answer);
        if (!moved)
            co_return tl::unexpected(moved.error());
        co_return linked(*moved);
    }
    co_return movedThere();
}

Task<Receipt> Connector::putStatus(OutboxItem item)
{
    const Payload payload = readPayload(item.payload);
    RemoteAppointment current;
    bool found = false;
    // A former attempt may have made the appointment anew.
    if (payload.back && item.attempts > 1 && !payload.externalId.isEmpty()) {
        const auto twin = co_await m_client.appointmentOf(payload.externalId);
        if (!twin)
            co_return tl::unexpected(twin.error());
        if (*twin) {
            current = **twin;
            found = true;
        }
    }
    // The stamp stands for the version that we know: a change meanwhile is refused, and only then
    // is there anything to ask.
    if (!found && item.attempts == 1 && !payload.stamp.isEmpty() && !payload.known.isEmpty()) {
        current.remoteId = payload.id;
        current.stamp = payload.stamp;
        current.salesOrderId = payload.externalId;
        current.status = payload.known;
        found = true;
    }
    if (!found) {
        const Result<RemoteAppointment> read = co_await m_client.appointment(payload.id);
        if (!read)
            co_return tl::unexpected(read.error());
        current = *read;
    }
    const Result<RemoteAppointment> there = co_await walk(current, payload.status, payload.back);
    if (there)
        co_return linked(*there);
    const bool blocked = there.error().kind == Error::Kind::Conflict;
    if (!blocked || !payload.back || payload.body.isEmpty())
        co_return tl::unexpected(there.error());
    const Result<RemoteAppointment> anew = co_await makeAnew(current, item);
    if (!anew)
        co_return tl::unexpected(anew.error());
    const Result<RemoteAppointment> again = co_await walk(*anew, payload.status, true);
    if (!again)
        co_return tl::unexpected(again.error());
    co_return linked(*again);
}

Task<RemoteAppointment> Connector::walk(RemoteAppointment appointment, QString target, bool back)
{
    bool wasRefused = false;
    for (int i = 0; i < mostSteps; ++i) {
        const StatusStep step = nextStatusStep(appointment.status, target, back);
        if (step.kind == StatusStep::Kind::Arrived)
            co_return appointment;
        if (step.kind == StatusStep::Kind::Blocked || wasRefused) {
            co_return conflict(QT_TRANSLATE_NOOP(
                "dentaltap",
                "DentalTap does not allow this step: the appointment was cancelled, "
                "missed or completed there. Look at it there."));
        }
        QJsonObject body;
        body.insert(field::status, step.next);
        Request request = changing(appointment, body);
        const Result<Response> answer = co_await m_transport->send(std::move(request));
        if (!answer)
            co_return tl::unexpected(answer.error());
        if (answer->isSuccess()) {
            const Result<RemoteAppointment> set = written(*answer);
            if (!set)
                co_return tl::unexpected(set.error());
            appointment = *set;
            continue;
        }
        if (codeOf(*answer) == code::slotTaken)
            co_return slotTaken();
        const bool refused = answer->status == 409 || answer->status == 422;
        if (!refused && !isStale(*answer))
            co_return tl::unexpected(errorFrom(*answer));
        // Somebody was faster: it may be there already. A refusal that stays is the end of it.
        const Result<RemoteAppointment> now = co_await m_client.appointment(appointment.remoteId);
        if (!now)
            co_return tl::unexpected(now.error());
        wasRefused = refused && now->status == appointment.status;
        appointment = *now;
    }
    co_return movedThere();
}

Task<RemoteAppointment> Connector::makeAnew(RemoteAppointment old, OutboxItem item)
{
    const Payload payload = readPayload(item.payload);
    for (int i = 0; i < 3 && !old.salesOrderId.isEmpty(); ++i) {
        const Result<RemoteAppointment> now = co_await m_client.appointment(old.remoteId);
        if (!now)
            co_return tl::unexpected(now.error());
        if (now->salesOrderId != payload.externalId)
            break;
        QJsonObject body;
        body.insert(field::externalId, QJsonValue::Null);
        Request request = changing(*now, body);
        const Result<Response> answer = co_await m_transport->send(std::move(request));
        if (!answer)
            co_return tl::unexpected(answer.error());
        if (answer->isSuccess())
            break;
        if (!isStale(*answer))
            co_return tl::unexpected(errorFrom(*answer));
    }
    const QString key = derivedUuid(QString(item.key + u":anew"_s));
    Request request = creating(path::appointments, payload.body, key);
    // The former one still stands in the same place.
    request.query.emplaceBack(QString(query::allowOverlap), u"true"_s);
    const Result<Response> answer = co_await m_transport->send(std::move(request));
    if (!answer)
        co_return tl::unexpected(answer.error());
    co_return written(*answer);
}

Task<Receipt> Connector::confirmLines(OutboxItem item)
{
    const Payload payload = readPayload(item.payload);
    QList<RecordedAct> acts;
    if (!payload.id.isEmpty()) {
        const Result<QList<Activity>> read = co_await m_client.activitiesOf(payload.id);
        if (!read)
            co_return tl::unexpected(read.error());
        QList<Activity> own = *read;
        own.removeIf(
            [&payload](const Activity &activity) { return activity.appointmentId != payload.id; });
        acts = mergedActs(own);
    }
    Receipt receipt;
    receipt.acts = acts;
    const QString confirmed =
        payload.digest.isEmpty() ? actsDigest(QList<RecordedAct>()) : payload.digest;
    if (actsDigest(acts) != confirmed) {
        receipt.outcome = Receipt::Outcome::LinesChanged;
        receipt.note = words(QT_TRANSLATE_NOOP(
            "dentaltap",
            "The surgeon changed the acts after they were shown. Look at the lines "
            "and confirm again."));
    }
    co_return receipt;
}

} // namespace dentaltap

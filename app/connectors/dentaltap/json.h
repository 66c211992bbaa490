// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/dentaltap/client.h"
#include "app/domain/delivery.h"

#include <QJsonArray>
#include <QJsonObject>

//! DentalTap's JSON and our values (dentaltap.md section 5). Ids may come as numbers, money as
//! decimal text or number, unknown words are kept.
namespace dentaltap {

//! Text, or an integer's exact digits; empty for null and anything else.
QString textOf(const QJsonValue &value);
//! An instant with offset as UTC; invalid for anything else.
QDateTime instantOf(const QJsonValue &value);
QString instantText(const QDateTime &instant);

//! What to send as If-Match: the ETag header where there is one, else made of the version; empty =
//! this DentalTap has neither.
QString stampOf(const QJsonObject &record, const Response &answer = {});

RemoteAppointment appointmentFromJson(const QJsonObject &record);
Provider providerFromJson(const QJsonObject &record);
Room roomFromJson(const QJsonObject &record);
Patient patientFromJson(const QJsonObject &record);
//! Invalid when a price is in another currency than the clinic's, Protocol when it is no amount.
Result<Activity> activityFromJson(const QJsonObject &record, const Currency &currency);

//! One item of an activity or a plan; errors as above.
Result<RecordedAct> actFromJson(const QJsonObject &item, const Currency &currency);
//! A price or total, as an object with its currency or as a mere amount; errors as above.
Result<Money> priceOf(const QJsonValue &value, const Currency &currency);

QJsonObject patientBody(const Patient &patient, const QString &contactId);
//! Without externalId and patientId, which the connector adds.
QJsonObject appointmentBody(const Appointment &appointment, const Provider &provider,
                            const QByteArray &timeZone);
//! Start, end, surgeon and room only.
QJsonObject slotBody(const Slot &slot, const Provider &provider);

//! The vendor's word for what went wrong, "slot_taken"; empty when the answer has none.
QString codeOf(const Response &answer);
QString existingIdOf(const Response &answer);
//! The refusal with the fields it names. Free text of the answer is left out: it may repeat what a
//! patient's record holds.
Error errorFrom(const Response &answer);

} // namespace dentaltap

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connectors/opendental/values.h"
#include "app/net/request.h"

#include <QJsonArray>
#include <QJsonObject>

//! The API's JSON and our values (open-dental-api.md section 1.5): strict in what is sent, lenient
//! in what is read.
namespace opendental {

//! "true", "True", a real boolean; false for anything else.
bool boolOf(const QJsonValue &value);
//! "true" or "false".
QJsonValue boolJson(bool value);
//! A number or the same number as text; 0 for anything else.
Key keyOf(const QJsonValue &value);
//! "yyyy-MM-dd", also at the head of a date-time; invalid for "0001-01-01" and anything else.
QDate dateOf(const QJsonValue &value);
QString dateText(QDate date); //!< "0001-01-01" for an invalid one
//! "yyyy-MM-dd HH:mm:ss" or a date alone; invalid for the year 1 and anything else.
QDateTime timeOf(const QJsonValue &value);
QString timeText(const QDateTime &officeTime); //!< "0001-01-01 00:00:00" for an invalid one
//! Number or text with a dot; absent and empty are nothing. Protocol for anything else.
Result<Money> moneyOf(const QJsonValue &value, const Currency &currency);

TreatPlan treatPlanFromJson(const QJsonObject &row);
//! The API's object again, member by member.
QJsonObject treatPlanToJson(const TreatPlan &plan);
PlanAttach attachFromJson(const QJsonObject &row);
//! Protocol in words when an amount cannot be read.
Result<ProcTp> procTpFromJson(const QJsonObject &row, const Currency &currency);
Result<Procedure> procedureFromJson(const QJsonObject &row, const Currency &currency);
Patient patientFromJson(const QJsonObject &row);
Appointment appointmentFromJson(const QJsonObject &row);
FreeTime freeTimeFromJson(const QJsonObject &row);
Subscription subscriptionFromJson(const QJsonObject &row);
QJsonObject subscriptionToJson(const Subscription &subscription);

//! The rows of a list answer; Protocol when it is no JSON array of objects.
Result<QList<QJsonObject>> rowsOf(const Response &answer);
//! The object of an answer about one row.
Result<QJsonObject> rowOf(const Response &answer);

//! The vendor's sentence out of bare text or a JSON string: one short line without controls; empty
//! when there is none.
QString sentenceOf(const Response &answer);
//! What an unsuccessful answer means: a sentence for people, and on a second line the vendor's own
//! as technical detail.
Error errorFrom(const Response &answer);
//! Without the vendor's sentence: it may repeat what somebody typed, and some places keep errors in
//! the open.
Error withoutDetail(Error error);
//! Whether what was sent may have been done all the same: 504, silence, a broken answer.
bool mayHaveHappened(const Error &error);

} // namespace opendental

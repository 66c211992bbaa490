// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/json.h"

#include "app/connectors/opendental/mapping.h"

#include <QCoreApplication>
#include <QTimeZone>
#include <limits>

using namespace Qt::StringLiterals;

namespace opendental {

namespace {

const QString noDate = u"0001-01-01"_s;
const QString noTime = u"0001-01-01 00:00:00"_s;

QString words(const char *text)
{
    return QCoreApplication::translate("opendental", text);
}

QString textOf(const QJsonValue &value)
{
    return value.toString();
}

int smallOf(const QJsonValue &value, int otherwise)
{
    const Key number = keyOf(value);
    const bool fits = number >= 0 && number <= std::numeric_limits<int>::max();
    return value.isUndefined() || !fits ? otherwise : int(number);
}

} // namespace

bool TreatPlan::isSaved() const
{
    return status == word::saved;
}

bool TreatPlan::isActive() const
{
    return status == word::active;
}

bool TreatPlan::isInactive() const
{
    return status == word::inactive;
}

bool TreatPlan::isUnassigned() const
{
    return isInactive() && heading == word::unassigned;
}

QDateTime instantOf(const QDateTime &officeTime, const QByteArray &timeZone)
{
    if (!officeTime.isValid())
        return {};
    return QDateTime(officeTime.date(), officeTime.time(), QTimeZone(timeZone)).toUTC();
}

bool boolOf(const QJsonValue &value)
{
    return value.isBool() ? value.toBool()
                          : value.toString().compare("true"_L1, Qt::CaseInsensitive) == 0;
}

QJsonValue boolJson(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

Key keyOf(const QJsonValue &value)
{
    return value.isString() ? value.toString().trimmed().toLongLong() : value.toInteger();
}

QDate dateOf(const QJsonValue &value)
{
    const QDate date = QDate::fromString(value.toString().left(10), u"yyyy-MM-dd"_s);
    return date.isValid() && date.year() > 1 ? date : QDate();
}

QString dateText(QDate date)
{
    return date.isValid() ? date.toString(u"yyyy-MM-dd"_s) : noDate;
}

QDateTime timeOf(const QJsonValue &value)
{
    const QDate date = dateOf(value);
    if (!date.isValid())
        return {};
    const QString text = value.toString();
    const QTime time = QTime::fromString(text.mid(11, 8), u"HH:mm:ss"_s);
    if (text.size() > 10 && !time.isValid())
        return {};
    return QDateTime(date, time.isValid() ? time : QTime(0, 0), Qt::UTC);
}

QString timeText(const QDateTime &officeTime)
{
    return officeTime.isValid() ? officeTime.toString(u"yyyy-MM-dd HH:mm:ss"_s) : noTime;
}

Result<Money> moneyOf(const QJsonValue &value, const Currency &currency)
{
    const bool absent = value.isUndefined() || value.isNull()
        || (value.isString() && value.toString().trimmed().isEmpty());
    if (absent)
        return Money{0, currency};
    Result<Money> amount = moneyFromJson(value, currency);
    if (amount)
        return amount;
    return failure(Error::Kind::Protocol,
                   words(QT_TRANSLATE_NOOP("opendental",
                                           "Open Dental sent an amount that cannot be read. Look "
                                           "at the plan there.")),
                   Service::OpenDental);
}

TreatPlan treatPlanFromJson(const QJsonObject &row)
{
    TreatPlan plan;
    plan.number = keyOf(row[field::treatPlanNum]);
    plan.patient = keyOf(row[field::patNum]);
    plan.date = dateOf(row[field::dateTp]);
    plan.heading = textOf(row[field::heading]);
    if (row[field::note].isString())
        plan.note = textOf(row[field::note]);
    plan.topazSignature = boolOf(row[field::sigIsTopaz]);
    plan.responsible = keyOf(row[field::responsParty]);
    plan.document = keyOf(row[field::docNum]);
    plan.status = textOf(row[field::tpStatus]);
    plan.enteredBy = keyOf(row[field::secUserNumEntry]);
    plan.enteredOn = dateOf(row[field::secDateEntry]);
    plan.changedAt = timeOf(row[field::secDateTEdit]);
    plan.presenter = keyOf(row[field::userNumPresenter]);
    plan.type = textOf(row[field::tpType]);
    plan.signedAt = timeOf(row[field::dateTSigned]);
    plan.practiceSignedAt = timeOf(row[field::dateTPracticeSigned]);
    plan.signatureText = textOf(row[field::signatureText]);
    plan.practiceText = textOf(row[field::signaturePracticeText]);
    plan.isSignedByPatient = boolOf(row[field::isSigned]);
    plan.isSignedByPractice = boolOf(row[field::isSignedPractice]);
    return plan;
}

QJsonObject treatPlanToJson(const TreatPlan &plan)
{
    QJsonObject row{{field::treatPlanNum, plan.number},
                    {field::patNum, plan.patient},
                    {field::dateTp, dateText(plan.date)},
                    {field::heading, plan.heading},
                    {field::sigIsTopaz, boolJson(plan.topazSignature)},
                    {field::responsParty, plan.responsible},
                    {field::docNum, plan.document},
                    {field::tpStatus, plan.status},
                    {field::secUserNumEntry, plan.enteredBy},
                    {field::secDateEntry, dateText(plan.enteredOn)},
                    {field::secDateTEdit, timeText(plan.changedAt)},
                    {field::userNumPresenter, plan.presenter},
                    {field::tpType, plan.type},
                    {field::dateTSigned, timeText(plan.signedAt)},
                    {field::dateTPracticeSigned, timeText(plan.practiceSignedAt)},
                    {field::signatureText, plan.signatureText},
                    {field::signaturePracticeText, plan.practiceText},
                    {field::isSigned, boolJson(plan.isSignedByPatient)},
                    {field::isSignedPractice, boolJson(plan.isSignedByPractice)}};
    if (plan.note)
        row.insert(field::note, *plan.note);
    return row;
}

PlanAttach attachFromJson(const QJsonObject &row)
{
    PlanAttach attach;
    attach.number = keyOf(row[field::treatPlanAttachNum]);
    attach.plan = keyOf(row[field::treatPlanNum]);
    attach.procedure = keyOf(row[field::procNum]);
    attach.priority = keyOf(row[field::priorityNum]);
    attach.priorityText = textOf(row[field::priorityText]);
    return attach;
}

Result<ProcTp> procTpFromJson(const QJsonObject &row, const Currency &currency)
{
    ProcTp item;
    item.number = keyOf(row[field::procTpNum]);
    item.plan = keyOf(row[field::treatPlanNum]);
    item.patient = keyOf(row[field::patNum]);
    item.original = keyOf(row[field::procNumOrig]);
    item.order = smallOf(row[field::itemOrder], 0);
    item.priority = keyOf(row[field::priorityNum]);
    item.priorityText = textOf(row[field::priorityText]);
    item.tooth = textOf(row[field::toothNumTp]);
    item.surfaces = textOf(row[field::surf]);
    item.code = textOf(row[field::procCodeTp]);
    item.description = textOf(row[field::descriptTp]);
    item.provider = keyOf(row[field::provNum]);
    const Result<Money> fee = moneyOf(row[field::feeAmt], currency);
    const Result<Money> patientAmount = moneyOf(row[field::patAmt], currency);
    const Result<Money> discount = moneyOf(row[field::discount], currency);
    for (const Result<Money> *amount : {&fee, &patientAmount, &discount}) {
        if (!*amount)
            return tl::unexpected(amount->error());
    }
    item.fee = *fee;
    item.patientAmount = *patientAmount;
    item.discount = *discount;
    return item;
}

Result<Procedure> procedureFromJson(const QJsonObject &row, const Currency &currency)
{
    Procedure procedure;
    procedure.number = keyOf(row[field::procNum]);
    procedure.patient = keyOf(row[field::patNum]);
    procedure.appointment = keyOf(row[field::aptNum]);
    procedure.date = dateOf(row[field::procDate]);
    procedure.surfaces = textOf(row[field::surf]);
    procedure.tooth = textOf(row[field::toothNum]);
    procedure.toothRange = textOf(row[field::toothRange]);
    procedure.priority = keyOf(row[field::priorityNum]);
    procedure.priorityText = textOf(row[field::priorityText]);
    procedure.status = textOf(row[field::procStatus]);
    procedure.provider = keyOf(row[field::provNum]);
    procedure.code = textOf(row[field::procCode]);
    procedure.description = textOf(row[field::descript]);
    procedure.quantity = qMax(1, smallOf(row[field::unitQty], 1));
    procedure.changedAt = timeOf(row[field::dateTStamp]);
    const Result<Money> fee = moneyOf(row[field::procFee], currency);
    const Result<Money> discount = moneyOf(row[field::discount], currency);
    if (!fee || !discount)
        return tl::unexpected(fee ? discount.error() : fee.error());
    procedure.fee = *fee;
    procedure.discount = *discount;
    return procedure;
}

Patient patientFromJson(const QJsonObject &row)
{
    Patient patient;
    patient.number = keyOf(row[field::patNum]);
    patient.lastName = textOf(row[field::lName]);
    patient.firstName = textOf(row[field::fName]);
    patient.birthDate = dateOf(row[field::birthdate]);
    patient.chartNumber = textOf(row[field::chartNumber]);
    patient.status = textOf(row[field::patStatus]);
    return patient;
}

Appointment appointmentFromJson(const QJsonObject &row)
{
    Appointment appointment;
    appointment.number = keyOf(row[field::aptNum]);
    appointment.patient = keyOf(row[field::patNum]);
    appointment.status = textOf(row[field::aptStatus]);
    appointment.pattern = textOf(row[field::pattern]);
    appointment.room = keyOf(row[field::op]);
    appointment.provider = keyOf(row[field::provNum]);
    appointment.start = timeOf(row[field::aptDateTime]);
    appointment.note = textOf(row[field::note]);
    appointment.confirmed = keyOf(row["Confirmed"_L1]);
    return appointment;
}

FreeTime freeTimeFromJson(const QJsonObject &row)
{
    FreeTime time;
    time.start = timeOf(row["DateTimeStart"_L1]);
    time.end = timeOf(row["DateTimeEnd"_L1]);
    time.provider = keyOf(row[field::provNum]);
    time.room = keyOf(row["OpNum"_L1]);
    return time;
}

Subscription subscriptionFromJson(const QJsonObject &row)
{
    Subscription subscription;
    subscription.number = keyOf(row[field::subscriptionNum]);
    subscription.endPointUrl = textOf(row[field::endPointUrl]);
    subscription.workstation = textOf(row[field::workstation]);
    subscription.watchTable = textOf(row[field::watchTable]);
    subscription.uiEventType = textOf(row[field::uiEventType]);
    subscription.pollingSeconds = smallOf(row[field::pollingSeconds], 0);
    return subscription;
}

QJsonObject subscriptionToJson(const Subscription &subscription)
{
    QJsonObject row{{field::endPointUrl, subscription.endPointUrl},
                    {field::workstation, subscription.workstation}};
    if (!subscription.watchTable.isEmpty()) {
        row.insert(field::watchTable, subscription.watchTable);
        row.insert(field::pollingSeconds, subscription.pollingSeconds);
    }
    if (!subscription.uiEventType.isEmpty())
        row.insert(field::uiEventType, subscription.uiEventType);
    return row;
}

Result<QList<QJsonObject>> rowsOf(const Response &answer)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(answer.body, &problem);
    QList<QJsonObject> rows;
    bool whole = problem.error == QJsonParseError::NoError && document.isArray();
    for (const QJsonValue &row : document.array()) {
        whole = whole && row.isObject();
        rows.append(row.toObject());
    }
    if (whole)
        return rows;
    return tl::unexpected(
        Error(Error::Kind::Protocol,
              words(QT_TRANSLATE_NOOP("opendental",
                                      "Open Dental sent a list that cannot be read. Try again; if "
                                      "it stays, the program may have been changed.")),
              Service::OpenDental, answer.status));
}

Result<QJsonObject> rowOf(const Response &answer)
{
    return answer.json(Service::OpenDental);
}

} // namespace opendental

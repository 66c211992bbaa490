// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/client.h"
#include "app/connectors/opendental/mapping.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// What plans hold (open-dental-api.md sections 3 to 5).

namespace opendental {

namespace {

QString pathOf(QLatin1StringView collection, Key number)
{
    return QString(collection + u'/' + QString::number(number));
}

QString logged(QLatin1StringView collection)
{
    return QString(collection + u"/{id}"_s);
}

void insertText(QJsonObject &body, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        body.insert(name, text);
}

} // namespace

QJsonObject ProcedureDraft::toJson() const
{
    QJsonObject body;
    if (patient > 0)
        body.insert(field::patNum, patient);
    if (date.isValid())
        body.insert(field::procDate, dateText(date));
    insertText(body, field::procStatus, status);
    insertText(body, field::procCode, code);
    insertText(body, field::toothNum, tooth);
    insertText(body, field::surf, surfaces);
    insertText(body, field::toothRange, toothRange);
    if (fee)
        body.insert(field::procFee, moneyToText(*fee));
    return body;
}

QJsonObject ItemChange::toJson() const
{
    QJsonObject body;
    if (priority)
        body.insert(field::priorityNum, *priority);
    if (description)
        body.insert(field::descriptTp, *description);
    if (fee)
        body.insert(field::feeAmt, moneyToText(*fee));
    if (patientAmount)
        body.insert(field::patAmt, moneyToText(*patientAmount));
    return body;
}

Task<QList<PlanAttach>> Client::attaches(Key plan)
{
    Query query;
    query.append(parameter(field::treatPlanNum, QString::number(plan)));
    const Calls::Check belongs = [plan](const QJsonObject &row) {
        return keyOf(row[field::treatPlanNum]) == plan;
    };
    const QString path = path::attaches;
    const QString key = field::treatPlanAttachNum;
    const Result<QList<QJsonObject>> rows =
        co_await m_calls.list(path, std::move(query), key, belongs);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<PlanAttach> attaches;
    for (const QJsonObject &row : *rows)
        attaches.append(attachFromJson(row));
    co_return attaches;
}

Task<PlanAttach> Client::attach(Key plan, Key procedure, Key priority)
{
    const Result<TreatPlan> found = co_await treatPlan(plan);
    if (!found)
        co_return tl::unexpected(found.error());
    const Result<void> allowed = mayAttach(*found);
    if (!allowed)
        co_return tl::unexpected(allowed.error());
    QJsonObject body{{field::treatPlanNum, plan}, {field::procNum, procedure}};
    if (priority > 0)
        body.insert(field::priorityNum, priority);
    const QString path = path::attaches;
    const Result<QJsonObject> row = co_await m_calls.write("POST", path, path, body);
    if (row)
        co_return attachFromJson(*row);
    if (!mayHaveHappened(row.error()))
        co_return tl::unexpected(row.error());
    const Result<QList<PlanAttach>> now = co_await attaches(plan);
    for (const PlanAttach &each : now.value_or(QList<PlanAttach>())) {
        if (each.procedure == procedure)
            co_return each;
    }
    co_return tl::unexpected(row.error());
}

Task<PlanAttach> Client::setPriority(Key attach, Key priority)
{
    const QJsonObject body{{field::priorityNum, priority}};
    const QString path = pathOf(path::attaches, attach);
    const QString loggedPath = logged(path::attaches);
    const Result<QJsonObject> row = co_await m_calls.write("PUT", path, loggedPath, body);
    if (!row)
        co_return tl::unexpected(row.error());
    co_return attachFromJson(*row);
}

Task<QList<ProcTp>> Client::items(Key plan, Key patient)
{
    Query query;
    query.append(parameter(field::treatPlanNum, QString::number(plan)));
    const Calls::Check belongs = [plan, patient](const QJsonObject &row) {
        return keyOf(row[field::treatPlanNum]) == plan && keyOf(row[field::patNum]) == patient;
    };
    const QString path = path::procTps;
    const QString key = field::procTpNum;
    const Result<QList<QJsonObject>> rows =
        co_await m_calls.list(path, std::move(query), key, belongs);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<ProcTp> items;
    for (const QJsonObject &row : *rows) {
        const Result<ProcTp> item = procTpFromJson(row, m_currency);
        if (!item)
            co_return tl::unexpected(item.error());
        items.append(*item);
    }
    std::stable_sort(items.begin(), items.end(), [](const ProcTp &one, const ProcTp &other) {
        return one.order < other.order;
    });
    co_return items;
}

Task<ProcTp> Client::changeItem(Key plan, Key item, ItemChange change)
{
    const Result<TreatPlan> found = co_await treatPlan(plan);
    if (!found)
        co_return tl::unexpected(found.error());
    const Result<void> allowed = mayChangeItems(*found);
    if (!allowed)
        co_return tl::unexpected(allowed.error());
    const QJsonObject body = change.toJson();
    const QString path = pathOf(path::procTps, item);
    const QString loggedPath = logged(path::procTps);
    const Result<QJsonObject> row = co_await m_calls.write("PUT", path, loggedPath, body);
    if (!row)
        co_return tl::unexpected(row.error());
    co_return procTpFromJson(*row, m_currency);
}

Task<void> Client::removeItem(Key plan, Key item)
{
    const Result<TreatPlan> found = co_await treatPlan(plan);
    if (!found)
        co_return tl::unexpected(found.error());
    const Result<void> allowed = mayChangeItems(*found);
    if (!allowed)
        co_return tl::unexpected(allowed.error());
    const QString path = pathOf(path::procTps, item);
    const QString loggedPath = logged(path::procTps);
    co_return co_await m_calls.remove(path, loggedPath);
}

Task<QList<Procedure>> Client::procedures(Key patient, QString status)
{
    Query query;
    query.append(parameter(field::patNum, QString::number(patient)));
    if (!status.isEmpty())
        query.append(parameter(field::procStatus, status));
    const Calls::Check belongs = [patient](const QJsonObject &row) {
        return keyOf(row[field::patNum]) == patient;
    };
    const QString path = path::procedureLogs;
    const QString key = field::procNum;
    const Result<QList<QJsonObject>> rows =
        co_await m_calls.list(path, std::move(query), key, belongs);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QList<Procedure> list;
    for (const QJsonObject &row : *rows) {
        // Programs before 25.2.21 pass over this filter: it is made good here.
        if (!status.isEmpty() && row[field::procStatus].toString() != status)
            continue;
        const Result<Procedure> procedure = procedureFromJson(row, m_currency);
        if (!procedure)
            co_return tl::unexpected(procedure.error());
        list.append(*procedure);
    }
    co_return list;
}

Task<QMap<Key, QDateTime>> Client::patientsChangedSince(QDateTime officeTime)
{
    Query query;
    query.append(parameter(field::dateTStamp, timeText(officeTime)));
    const Calls::Check belongs = [officeTime](const QJsonObject &row) {
        return timeOf(row[field::dateTStamp]) >= officeTime;
    };
    const QString path = path::procedureLogs;
    const QString key = field::procNum;
    const Result<QList<QJsonObject>> rows =
        co_await m_calls.list(path, std::move(query), key, belongs);
    if (!rows)
        co_return tl::unexpected(rows.error());
    QMap<Key, QDateTime> patients;
    for (const QJsonObject &row : *rows) {
        QDateTime &last = patients[keyOf(row[field::patNum])];
        const QDateTime changed = timeOf(row[field::dateTStamp]);
        if (!last.isValid() || changed > last)
            last = changed;
    }
    co_return patients;
}

Result<Procedure> Client::procedureFrom(const Result<QJsonObject> &row) const
{
    if (!row)
        return tl::unexpected(row.error());
    return procedureFromJson(*row, m_currency);
}

Task<Procedure> Client::procedure(Key number)
{
    const QString path = pathOf(path::procedureLogs, number);
    const QString loggedPath = logged(path::procedureLogs);
    const Result<QJsonObject> row = co_await m_calls.one(path, loggedPath);
    co_return procedureFrom(row);
}

Task<Procedure> Client::makeProcedure(ProcedureDraft draft)
{
    const Key patient = draft.patient;
    const Result<QList<Procedure>> before = co_await procedures(patient, draft.status);
    if (!before)
        co_return tl::unexpected(before.error());
    const QString path = path::procedureLogs;
    const QJsonObject body = draft.toJson();
    const Result<QJsonObject> row = co_await m_calls.write("POST", path, path, body);
    if (row || !mayHaveHappened(row.error()))
        co_return procedureFrom(row);
    const Result<QList<Procedure>> after = co_await procedures(patient, draft.status);
    for (const Procedure &each : after.value_or(QList<Procedure>())) {
        const bool known =
            std::any_of(before->cbegin(), before->cend(),
                        [&each](const Procedure &other) { return other.number == each.number; });
        if (!known && each.code == draft.code && each.tooth == draft.tooth)
            co_return each;
    }
    co_return tl::unexpected(row.error());
}

Task<Procedure> Client::changeProcedure(Key number, ProcedureDraft draft)
{
    const QString path = pathOf(path::procedureLogs, number);
    const QString loggedPath = logged(path::procedureLogs);
    const QJsonObject body = draft.toJson();
    const Result<QJsonObject> row = co_await m_calls.write("PUT", path, loggedPath, body);
    co_return procedureFrom(row);
}

Task<void> Client::removeProcedure(Key number)
{
    const QString path = pathOf(path::procedureLogs, number);
    const QString loggedPath = logged(path::procedureLogs);
    co_return co_await m_calls.remove(path, loggedPath);
}

} // namespace opendental

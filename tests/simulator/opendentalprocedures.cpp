// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/opendental.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

// What plans hold: attached procedures, frozen copies, live procedures (contract sections 3 to 5).

namespace sim {

using opendental::Given;
using opendental::minorOf;
using opendental::moneyText;
using opendental::noDate;

namespace {

const QStringList &writableStatuses()
{
    static const QStringList words{u"TP"_s, u"C"_s, u"EO"_s, u"EC"_s, u"R"_s, u"Cn"_s};
    return words;
}

bool isUniversal(const QString &tooth)
{
    static const QRegularExpression form(
        u"^([1-9]|[12][0-9]|3[0-2]|5[1-9]|6[0-9]|7[0-9]|8[0-2]|[A-T]S?)$"_s);
    return form.match(tooth).hasMatch();
}

bool fitsArea(const QString &area, const QString &surface)
{
    static const QRegularExpression surfaces(u"^[BFVMOIDL]+$"_s);
    if (area == "surface"_L1) {
        return surfaces.match(surface).hasMatch();
    }
    if (area == "quadrant"_L1) {
        return QStringList{u"UL"_s, u"UR"_s, u"LR"_s, u"LL"_s}.contains(surface);
    }
    if (area == "arch"_L1) {
        return surface == "U"_L1 || surface == "L"_L1;
    }
    return surface.isEmpty();
}

} // namespace

Answer OpenDental::attaches(const Request &request, const QString &rest)
{
    if (request.method == "GET" && rest.isEmpty()) {
        Given given(request);
        given.require("TreatPlanNum"_L1);
        const qint64 plan = given.number("TreatPlanNum"_L1).value_or(0);
        if (!given.problem().isEmpty()) {
            return refused(400, given.problem());
        }
        if (!m_plans.has(plan)) {
            return refused(404, u"TreatPlanNum not found."_s);
        }
        QJsonArray rows;
        for (const Row &row : attachesOf(plan)) {
            rows.append(row);
        }
        return listed(request, rows);
    }
    Row body;
    if (!bodyOf(request, body)) {
        return refused(400, u"The body is not a JSON object."_s);
    }
    Given given(body);
    const qint64 priority = given.number("Priority"_L1).value_or(0);
    if (priority != 0 && !m_priorities.contains(priority)) {
        given.refuse(u"Priority is invalid."_s);
    }
    if (request.method == "PUT" && m_attaches.has(rest.toLongLong())) {
        given.require("Priority"_L1);
        if (!given.problem().isEmpty()) {
            return refused(400, given.problem());
        }
        Row row = m_attaches.row(rest.toLongLong());
        row.insert("Priority"_L1, priority);
        row.insert("priority"_L1, m_priorities.value(priority));
        m_attaches.rows.insert(rest.toLongLong(), row);
        return shown(200, row);
    }
    if (request.method == "PUT") {
        return refused(404, u"TreatPlanAttachNum not found."_s);
    }
    if (request.method != "POST" || !rest.isEmpty()) {
        return refused(404, u"The requested method was not found."_s);
    }
    given.require("TreatPlanNum"_L1);
    given.require("ProcNum"_L1);
    const qint64 plan = given.number("TreatPlanNum"_L1).value_or(0);
    const qint64 procedure = given.number("ProcNum"_L1).value_or(0);
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    if (!m_plans.has(plan) || !m_procedures.has(procedure)) {
        return refused(404,
                       m_plans.has(plan) ? u"ProcNum not found."_s : u"TreatPlanNum not found."_s);
    }
    const Row planned = m_procedures.row(procedure);
    const QString status = planned.value("ProcStatus"_L1).toString();
    if (m_plans.row(plan).value("TPStatus"_L1).toString() == "Saved"_L1) {
        given.refuse(u"Procedures cannot be attached to Saved treatment plans."_s);
    }
    if (planned.value("PatNum"_L1) != m_plans.row(plan).value("PatNum"_L1)) {
        given.refuse(u"The procedure is of another patient."_s);
    }
    if (status != "TP"_L1 && status != "TPi"_L1) {
        given.refuse(u"Only treatment planned procedures can be attached."_s);
    }
    for (const Row &row : attachesOf(plan)) {
        if (row.value("ProcNum"_L1).toInteger() == procedure) {
            given.refuse(u"The procedure is already attached."_s);
        }
    }
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    attach(plan, procedure, priority);
    return shown(201, m_attaches.rows.last());
}

QString OpenDental::toothText(const QString &universal) const
{
    if (m_options.numbering != "fdi"_L1 || universal.isEmpty()) {
        return universal;
    }
    bool numeric = false;
    const int number = universal.toInt(&numeric);
    if (!numeric) {
        static const QString letters = u"ABCDEFGHIJKLMNOPQRST"_s;
        static const QList<int> primary{55, 54, 53, 52, 51, 61, 62, 63, 64, 65,
                                        75, 74, 73, 72, 71, 81, 82, 83, 84, 85};
        return QString::number(primary.value(int(letters.indexOf(universal.left(1)))));
    }
    const int fdi = number <= 8 ? 19 - number
        : number <= 16          ? number + 12
        : number <= 24          ? 55 - number
                                : number + 16;
    return QString::number(fdi);
}

QJsonObject OpenDental::copied(const Row &procedure, qint64 plan, int order, qint64 priority) const
{
    const int exponent = m_clinic.currencyExponent;
    const qint64 fee = minorOf(procedure.value("ProcFee"_L1), exponent).value_or(0);
    const qint64 discount = minorOf(procedure.value("Discount"_L1), exponent).value_or(0);
    const auto number = [exponent](qint64 minor) {
        return QJsonValue(moneyText(minor, exponent).toDouble());
    };
    return {{"TreatPlanNum"_L1, plan},
            {"PatNum"_L1, procedure.value("PatNum"_L1)},
            {"ProcNumOrig"_L1, procedure.value("ProcNum"_L1)},
            {"ItemOrder"_L1, order},
            {"Priority"_L1, priority},
            {"priority"_L1, m_priorities.value(priority)},
            {"ToothNumTP"_L1, toothText(procedure.value("ToothNum"_L1).toString())},
            {"Surf"_L1, procedure.value("Surf"_L1)},
            {"ProcCode"_L1, procedure.value("procCode"_L1)},
            {"Descript"_L1, procedure.value("descript"_L1)},
            {"FeeAmt"_L1, number(fee)},
            {"PriInsAmt"_L1, 0.0},
            {"SecInsAmt"_L1, 0.0},
            {"PatAmt"_L1, number(fee - discount)},
            {"Discount"_L1, number(discount)},
            {"Prognosis"_L1, QString()},
            {"Dx"_L1, QString()},
            {"ProcAbbr"_L1, procedure.value("procCode"_L1)},
            {"SecUserNumEntry"_L1, 0},
            {"SecDateEntry"_L1, localNow().date().toString(Qt::ISODate)},
            {"SecDateTEdit"_L1, stampNow()},
            {"FeeAllowed"_L1, -1.0},
            {"TaxAmt"_L1, 0.0},
            {"ProvNum"_L1, procedure.value("ProvNum"_L1)},
            {"DateTP"_L1, procedure.value("DateTP"_L1)},
            {"ClinicNum"_L1, 0},
            {"CatPercUCR"_L1, 0.0}};
}

Answer OpenDental::procTps(const Request &request, const QString &rest)
{
    if (request.method == "GET" && rest.isEmpty()) {
        Given given(request);
        given.require("TreatPlanNum"_L1);
        const qint64 plan = given.number("TreatPlanNum"_L1).value_or(0);
        if (!given.problem().isEmpty()) {
            return refused(400, given.problem());
        }
        QJsonArray rows;
        for (const Row &row : std::as_const(m_procTps.rows)) {
            if (row.value("TreatPlanNum"_L1).toInteger() == plan) {
                rows.append(row);
            }
        }
        return listed(request, rows);
    }
    const qint64 number = rest.toLongLong();
    if (!m_procTps.has(number) || (request.method != "PUT" && request.method != "DELETE")) {
        return refused(
            404, number > 0 ? u"ProcTPNum not found."_s : u"The requested method was not found."_s);
    }
    const Row row = m_procTps.row(number);
    if (isSigned(m_plans.row(row.value("TreatPlanNum"_L1).toInteger()))) {
        return refused(400, u"The treatment plan is signed."_s);
    }
    if (request.method == "DELETE") {
        m_procTps.rows.remove(number);
        return Answer::empty(200);
    }
    Row body;
    if (!bodyOf(request, body)) {
        return refused(400, u"The body is not a JSON object."_s);
    }
    return changeProcTp(row, body);
}

Answer OpenDental::changeProcTp(const Row &row, const Row &body)
{
    Given given(body);
    Row changed = row;
    for (const QLatin1StringView field : {"ToothNumTP"_L1, "Surf"_L1, "ProcCode"_L1, "Descript"_L1,
                                          "Prognosis"_L1, "Dx"_L1, "ProcAbbr"_L1}) {
        if (const auto text = given.text(field)) {
            changed.insert(field, *text);
        }
    }
    const int exponent = m_clinic.currencyExponent;
    for (const QLatin1StringView field : {"FeeAmt"_L1, "PriInsAmt"_L1, "SecInsAmt"_L1, "PatAmt"_L1,
                                          "Discount"_L1, "FeeAllowed"_L1}) {
        if (const auto amount = given.money(field, exponent)) {
            changed.insert(field, moneyText(*amount, exponent).toDouble());
        }
    }
    if (const auto priority = given.number("Priority"_L1)) {
        if (*priority != 0 && !m_priorities.contains(*priority)) {
            given.refuse(u"Priority is invalid."_s);
        }
        changed.insert("Priority"_L1, *priority);
        changed.insert("priority"_L1, m_priorities.value(*priority));
    }
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    const qint64 number = row.value("ProcTPNum"_L1).toInteger();
    store(m_procTps, number, changed);
    return shown(200, m_procTps.row(number));
}

QJsonObject OpenDental::newProcedure(qint64 patient, const QString &code,
                                     const QString &status) const
{
    const Code known = m_codes.value(code);
    const QString today = localNow().date().toString(Qt::ISODate);
    return {{"PatNum"_L1, patient},
            {"AptNum"_L1, 0},
            {"ProcDate"_L1, today},
            {"ProcFee"_L1, moneyText(known.feeMinor, m_clinic.currencyExponent)},
            {"Surf"_L1, QString()},
            {"ToothNum"_L1, QString()},
            {"ToothRange"_L1, QString()},
            {"Priority"_L1, 0},
            {"priority"_L1, QString()},
            {"ProcStatus"_L1, status},
            {"ProvNum"_L1, 1},
            {"provAbbr"_L1, u"DR1"_s},
            {"Dx"_L1, 0},
            {"dxName"_L1, QString()},
            {"PlannedAptNum"_L1, 0},
            {"ClinicNum"_L1, 0},
            {"CodeNum"_L1, known.number},
            {"procCode"_L1, code},
            {"descript"_L1, known.description},
            {"UnitQty"_L1, 1},
            {"BaseUnits"_L1, 0},
            {"DateTP"_L1, status.startsWith("TP"_L1) ? today : noDate},
            {"DateTStamp"_L1, stampNow()},
            {"Discount"_L1, u"0.00"_s},
            {"BillingNote"_L1, QString()},
            {"IsLocked"_L1, u"false"_s},
            {"HideGraphics"_L1, u"false"_s},
            {"SecDateEntry"_L1, today}};
}

Answer OpenDental::procedureLogs(const Request &request, const QString &rest)
{
    if (request.method == "GET" && rest.isEmpty()) {
        return listProcedures(request);
    }
    Row body;
    const bool writes = request.method == "POST" || request.method == "PUT";
    if (writes && !bodyOf(request, body)) {
        return refused(400, u"The body is not a JSON object."_s);
    }
    if (request.method == "POST" && rest.isEmpty()) {
        return createProcedure(body);
    }
    const qint64 number = rest.toLongLong();
    if (!m_procedures.has(number)) {
        return refused(404, u"ProcNum not found."_s);
    }
    Row row = m_procedures.row(number);
    if (request.method == "GET") {
        return shown(200, row);
    }
    if (request.method == "PUT") {
        return changeProcedure(row, body);
    }
    const QString status = row.value("ProcStatus"_L1).toString();
    const bool deletable =
        status == "TP"_L1 || status == "TPi"_L1 || (status == "C"_L1 && m_options.version >= 23.1);
    if (!deletable || row.value("AptNum"_L1).toInteger() != 0) {
        return refused(400, u"This procedure cannot be deleted."_s);
    }
    row.insert("ProcStatus"_L1, u"D"_s);
    store(m_procedures, number, row);
    return Answer::empty(200);
}

Answer OpenDental::listProcedures(const Request &request) const
{
    Given given(request);
    const auto patient = given.number("PatNum"_L1);
    const auto appointment = given.number("AptNum"_L1);
    const auto since = given.dateTime("DateTStamp"_L1);
    // On an older program the filter is an unknown parameter: overlooked.
    const auto status = m_options.version >= 25.2
        ? given.word("ProcStatus"_L1,
                     {u"TP"_s, u"C"_s, u"EC"_s, u"EO"_s, u"R"_s, u"D"_s, u"Cn"_s, u"TPi"_s})
        : std::nullopt;
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    QJsonArray rows;
    for (const Row &each : m_procedures.rows) {
        const bool fits = (!patient || m_options.ignoresFilters
                           || each.value("PatNum"_L1).toInteger() == *patient)
            && (!appointment || each.value("AptNum"_L1).toInteger() == *appointment)
            && (!since || each.value("DateTStamp"_L1).toString() >= *since)
            && (!status || each.value("ProcStatus"_L1).toString() == *status);
        if (fits) {
            Row row = each;
            row.insert("serverDateTime"_L1, stampNow());
            rows.append(row);
        }
    }
    return listed(request, rows);
}

Answer OpenDental::createProcedure(const Row &body)
{
    Given given(body);
    given.require("PatNum"_L1);
    given.require("ProcDate"_L1);
    given.require("ProcStatus"_L1);
    given.require("procCode"_L1);
    const qint64 patient = given.number("PatNum"_L1).value_or(0);
    const auto date = given.date("ProcDate"_L1);
    const auto status = given.word("ProcStatus"_L1, writableStatuses());
    const QString code = given.text("procCode"_L1).value_or(QString());
    const auto fee = given.money("ProcFee"_L1, m_clinic.currencyExponent);
    const QString tooth = given.text("ToothNum"_L1).value_or(QString());
    const QString surface = given.text("Surf"_L1).value_or(QString());
    const auto range = given.text("ToothRange"_L1);
    if (!m_codes.contains(code)) {
        given.refuse(u"procCode not found."_s);
    }
    const QString area = m_codes.value(code).area;
    const bool onTooth = area == "tooth"_L1 || area == "surface"_L1;
    if (onTooth && !isUniversal(tooth)) {
        given.refuse(u"ToothNum is invalid."_s);
    }
    if (area != "tooth"_L1 && area != "none"_L1 && !fitsArea(area, surface)) {
        given.refuse(u"Surf is invalid."_s);
    }
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    if (patient < 1 || patient > patientCount()) {
        return refused(404, u"PatNum not found."_s);
    }
    Row row = newProcedure(patient, code, *status);
    row.insert("ProcDate"_L1, *date);
    // What the code does not support is silently passed over.
    row.insert("ToothNum"_L1, onTooth ? tooth : QString());
    row.insert("Surf"_L1, area == "tooth"_L1 || area == "none"_L1 ? QString() : surface);
    row.insert("ToothRange"_L1, area == "arch"_L1 ? range.value_or(QString()) : QString());
    if (fee) {
        row.insert("ProcFee"_L1, moneyText(*fee, m_clinic.currencyExponent));
    }
    return shown(201, m_procedures.add(row));
}

Answer OpenDental::changeProcedure(const Row &row, const Row &body)
{
    Given given(body);
    Row changed = row;
    const bool complete = row.value("ProcStatus"_L1).toString() == "C"_L1;
    for (const QLatin1StringView field : {"ToothNum"_L1, "Surf"_L1, "ToothRange"_L1}) {
        const auto text = given.text(field);
        if (text && complete) {
            given.refuse(u"The procedure is complete."_s);
        }
        if (text && !text->isEmpty()) {
            changed.insert(field, *text);
        }
    }
    if (const auto code = given.text("procCode"_L1)) {
        const Code known = m_codes.value(*code);
        const QString before = m_codes.value(row.value("procCode"_L1).toString()).area;
        if (complete || known.code.isEmpty() || known.area != before) {
            given.refuse(u"procCode cannot be changed to this code."_s);
        }
        changed.insert("procCode"_L1, *code);
        changed.insert("CodeNum"_L1, known.number);
        changed.insert("descript"_L1, known.description);
    }
    if (const auto status = given.word("ProcStatus"_L1, writableStatuses())) {
        changed.insert("ProcStatus"_L1, *status);
    }
    if (const auto date = given.date("ProcDate"_L1)) {
        changed.insert("ProcDate"_L1, *date);
    }
    for (const QLatin1StringView field : {"ProcFee"_L1, "Discount"_L1}) {
        if (const auto amount = given.money(field, m_clinic.currencyExponent)) {
            if (complete && field == "Discount"_L1) {
                given.refuse(u"The procedure is complete."_s);
            }
            changed.insert(field, moneyText(*amount, m_clinic.currencyExponent));
        }
    }
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    const qint64 number = row.value("ProcNum"_L1).toInteger();
    store(m_procedures, number, changed);
    return shown(200, m_procedures.row(number));
}

} // namespace sim

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/opendental.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// Treatment plans (contract section 2): three kinds, one Active each, signatures.

namespace sim {

using opendental::Given;
using opendental::noDate;
using opendental::noTime;

namespace {

constexpr auto Unassigned = "Unassigned"_L1;

bool isTrue(const QJsonObject &row, QLatin1StringView field)
{
    return row.value(field).toString() == "true"_L1;
}

//! Members of a body that change what a signature stands for.
bool changesContent(const QJsonObject &body)
{
    for (const QLatin1StringView field :
         {"DateTP"_L1, "Heading"_L1, "Note"_L1, "ResponsParty"_L1, "TPType"_L1, "SignatureText"_L1,
          "SignaturePracticeText"_L1}) {
        if (body.contains(field)) {
            return true;
        }
    }
    return false;
}

} // namespace

bool OpenDental::isSigned(const Row &plan)
{
    return isTrue(plan, "isSigned"_L1) || isTrue(plan, "isSignedPractice"_L1);
}

QJsonObject OpenDental::newPlan(qint64 patient, const QString &status, const QString &heading) const
{
    return {{"TreatPlanNum"_L1, 0},
            {"PatNum"_L1, patient},
            {"DateTP"_L1, noDate},
            {"Heading"_L1, heading},
            {"Note"_L1, u"Estimation sans engagement.\nLe montant définitif suit les actes."_s},
            {"SigIsTopaz"_L1, u"false"_s},
            {"ResponsParty"_L1, 0},
            {"DocNum"_L1, 0},
            {"TPStatus"_L1, status},
            {"SecUserNumEntry"_L1, 0},
            {"SecDateEntry"_L1, localNow().date().toString(Qt::ISODate)},
            {"SecDateTEdit"_L1, stampNow()},
            {"UserNumPresenter"_L1, 0},
            {"TPType"_L1, m_discountPlans.contains(patient) ? u"Discount"_s : u"Insurance"_s},
            {"DateTSigned"_L1, noTime},
            {"DateTPracticeSigned"_L1, noTime},
            {"SignatureText"_L1, QString()},
            {"SignaturePracticeText"_L1, QString()},
            {"isSigned"_L1, u"false"_s},
            {"isSignedPractice"_L1, u"false"_s}};
}

Answer OpenDental::treatPlans(const Request &request, const QString &rest)
{
    Row body;
    const bool writes = request.method == "POST" || request.method == "PUT";
    if (writes && !bodyOf(request, body)) {
        return refused(400, u"The body is not a JSON object."_s);
    }
    if (request.method == "GET") {
        // There is no method that reads one: the number is overlooked, every plan comes.
        return listPlans(request);
    }
    if (request.method == "POST" && rest.isEmpty()) {
        return createPlan(body);
    }
    if (request.method == "POST" && rest == "Saved"_L1) {
        return savePlan(body);
    }
    const qint64 number = rest.toLongLong();
    if (request.method == "PUT" && number > 0) {
        return updatePlan(number, body);
    }
    if (request.method == "DELETE" && number > 0) {
        return deletePlan(number);
    }
    return refused(404, u"The requested method was not found."_s);
}

Answer OpenDental::listPlans(const Request &request) const
{
    Given given(request);
    const auto patient = given.number("PatNum"_L1);
    const auto since = given.dateTime("SecDateTEdit"_L1);
    const auto status = given.word("TPStatus"_L1, {u"Saved"_s, u"Active"_s, u"Inactive"_s});
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    QJsonArray rows;
    for (const Row &plan : m_plans.rows) {
        const bool other =
            patient && !m_options.ignoresFilters && plan.value("PatNum"_L1).toInteger() != *patient;
        // The text says "after", the program compares with >=.
        const bool older = since && plan.value("SecDateTEdit"_L1).toString() < *since;
        if (!other && !older && (!status || plan.value("TPStatus"_L1).toString() == *status)) {
            rows.append(plan);
        }
    }
    return listed(request, rows);
}

Answer OpenDental::createPlan(const Row &body)
{
    Given given(body);
    given.require("PatNum"_L1);
    const qint64 patient = given.number("PatNum"_L1).value_or(0);
    const auto heading = given.text("Heading"_L1);
    const auto note = given.text("Note"_L1);
    const auto type = given.word("TPType"_L1, {u"Insurance"_s, u"Discount"_s});
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    if (patient < 1 || patient > patientCount()) {
        return refused(404, u"PatNum not found."_s);
    }
    Row plan = newPlan(patient, u"Inactive"_s,
                       heading && !heading->isEmpty() ? *heading : u"Inactive Treatment Plan"_s);
    if (note) {
        plan.insert("Note"_L1, *note);
    }
    if (type) {
        plan.insert("TPType"_L1, *type);
    }
    plan = m_plans.add(plan);
    created(u"treatplans"_s, QString::number(plan.value("TreatPlanNum"_L1).toInteger()));
    return shown(201, plan);
}

Answer OpenDental::savePlan(const Row &body)
{
    Given given(body);
    given.require("TreatPlanNum"_L1);
    const qint64 number = given.number("TreatPlanNum"_L1).value_or(0);
    const auto heading = given.text("Heading"_L1);
    const auto presenter = given.number("UserNumPresenter"_L1);
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    if (!m_plans.has(number)) {
        return refused(404, u"TreatPlanNum not found."_s);
    }
    const Row source = m_plans.row(number);
    if (source.value("TPStatus"_L1).toString() == "Saved"_L1) {
        return refused(400, u"TreatPlanNum must be an Active or Inactive treatment plan."_s);
    }
    Row plan =
        newPlan(source.value("PatNum"_L1).toInteger(), u"Saved"_s,
                heading && !heading->isEmpty() ? *heading : source.value("Heading"_L1).toString());
    plan.insert("Note"_L1, source.value("Note"_L1));
    plan.insert("TPType"_L1, source.value("TPType"_L1));
    plan.insert("ResponsParty"_L1, source.value("ResponsParty"_L1));
    plan.insert("DateTP"_L1, localNow().date().toString(Qt::ISODate));
    plan.insert("UserNumPresenter"_L1, presenter.value_or(0));
    plan = m_plans.add(plan);
    int order = 0;
    for (const Row &attach : attachesOf(number)) {
        const Row procedure = m_procedures.row(attach.value("ProcNum"_L1).toInteger());
        // What was done or deleted meanwhile still hangs there until the module is opened.
        const QString status = procedure.value("ProcStatus"_L1).toString();
        if (status == "TP"_L1 || status == "TPi"_L1) {
            m_procTps.add(copied(procedure, plan.value("TreatPlanNum"_L1).toInteger(), order++,
                                 attach.value("Priority"_L1).toInteger()));
        }
    }
    return shown(201, plan);
}

QString OpenDental::signatureProblem(const Row &plan, const Row &body, bool touches) const
{
    if (touches && plan.value("TPStatus"_L1).toString() != "Saved"_L1) {
        return u"Only Saved treatment plans can be signed."_s;
    }
    for (const QLatin1StringView field : {"SignatureText"_L1, "SignaturePracticeText"_L1}) {
        if (body.contains(field) && !m_options.sheet.contains(field)) {
            return QString(field + u" is not on the default Treatment Plan sheet."_s);
        }
    }
    if (body.contains("isSignedPractice"_L1) && !m_options.sheet.contains("practiceBox"_L1)) {
        return u"isSignedPractice needs a practice signature box on the default Treatment Plan "
               "sheet."_s;
    }
    return {};
}

Answer OpenDental::updatePlan(qint64 number, const Row &body)
{
    if (!m_plans.has(number)) {
        return refused(404, u"TreatPlanNum not found."_s);
    }
    Row plan = m_plans.row(number);
    Given given(body);
    const auto date = given.date("DateTP"_L1);
    const auto heading = given.text("Heading"_L1);
    const auto note = given.text("Note"_L1);
    const auto party = given.number("ResponsParty"_L1);
    const auto type = given.word("TPType"_L1, {u"Insurance"_s, u"Discount"_s});
    const auto byPatient = given.flag("isSigned"_L1);
    const auto byPractice = given.flag("isSignedPractice"_L1);
    const auto patientText = given.text("SignatureText"_L1);
    const auto practiceText = given.text("SignaturePracticeText"_L1);
    if (date && plan.value("TPStatus"_L1).toString() != "Saved"_L1) {
        given.refuse(u"DateTP can only be set on Saved treatment plans."_s);
    }
    if (heading && heading->isEmpty()) {
        given.refuse(u"Heading cannot be blank."_s);
    }
    if (party && *party > patientCount()) {
        given.refuse(u"ResponsParty is invalid."_s);
    }
    const bool signs = byPatient || byPractice || patientText || practiceText;
    given.refuse(signatureProblem(plan, body, signs));
    const bool onlyNamesTheSigner = byPatient.value_or(false) || byPractice.value_or(false);
    Row content = body;
    if (onlyNamesTheSigner) {
        content.remove(u"SignatureText"_s);
        content.remove(u"SignaturePracticeText"_s);
    }
    if (isSigned(plan) && changesContent(content)) {
        given.refuse(u"The treatment plan is signed. Clear the signature first."_s);
    }
    if (!given.problem().isEmpty()) {
        return refused(400, given.problem());
    }
    const auto put = [&plan](QLatin1StringView field, const auto &value) {
        if (value) {
            plan.insert(field, *value);
        }
    };
    put("DateTP"_L1, date);
    put("Heading"_L1, heading);
    put("Note"_L1, note);
    put("ResponsParty"_L1, party);
    put("TPType"_L1, type);
    put("SignatureText"_L1, patientText);
    put("SignaturePracticeText"_L1, practiceText);
    if (byPatient) {
        plan.insert("isSigned"_L1, opendental::boolText(*byPatient));
        plan.insert("DateTSigned"_L1, *byPatient ? stampNow() : noTime);
    }
    if (byPractice) {
        plan.insert("isSignedPractice"_L1, opendental::boolText(*byPractice));
        plan.insert("DateTPracticeSigned"_L1, *byPractice ? stampNow() : noTime);
    }
    if (onlyNamesTheSigner && m_options.savePdf) {
        plan.insert("DocNum"_L1, number + 400);
    }
    store(m_plans, number, plan);
    return shown(200, m_plans.row(number));
}

Answer OpenDental::deletePlan(qint64 number)
{
    if (!m_plans.has(number)) {
        return refused(404, u"TreatPlanNum not found."_s);
    }
    const Row plan = m_plans.row(number);
    if (plan.value("TPStatus"_L1).toString() == "Active"_L1) {
        return refused(400, u"Active treatment plans cannot be deleted."_s);
    }
    if (isSigned(plan) && !m_options.deletesSigned) {
        return refused(400, u"Signed treatment plans cannot be deleted."_s);
    }
    for (Table *rows : {&m_procTps, &m_attaches}) {
        rows->rows.removeIf([number](const std::pair<const qint64 &, Row &> &entry) {
            return entry.second.value("TreatPlanNum"_L1).toInteger() == number;
        });
    }
    m_plans.rows.remove(number);
    Answer answer = Answer::empty(200);
    return answer;
}

QList<QJsonObject> OpenDental::attachesOf(qint64 plan) const
{
    QList<Row> found;
    for (const Row &attach : m_attaches.rows) {
        if (attach.value("TreatPlanNum"_L1).toInteger() == plan) {
            found.append(attach);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Row &one, const Row &other) {
        const auto rank = [](const Row &row) {
            const qint64 priority = row.value("Priority"_L1).toInteger();
            return priority == 0 ? std::numeric_limits<qint64>::max() : priority;
        };
        return rank(one) < rank(other);
    });
    return found;
}

void OpenDental::attach(qint64 plan, qint64 procedure, qint64 priority)
{
    for (const Row &attach : m_attaches.rows) {
        if (attach.value("TreatPlanNum"_L1).toInteger() == plan
            && attach.value("ProcNum"_L1).toInteger() == procedure) {
            return;
        }
    }
    hang(plan, procedure, priority);
}

void OpenDental::hang(qint64 plan, qint64 procedure, qint64 priority)
{
    m_attaches.add({{"TreatPlanNum"_L1, plan},
                    {"ProcNum"_L1, procedure},
                    {"Priority"_L1, priority},
                    {"priority"_L1, m_priorities.value(priority)}});
}

void OpenDental::audit(qint64 patient)
{
    qint64 active = 0;
    qint64 unassigned = 0;
    const QList<Row> plans = m_plans.rows.values();
    for (const Row &plan : plans) {
        if (plan.value("PatNum"_L1).toInteger() != patient) {
            continue;
        }
        const qint64 number = plan.value("TreatPlanNum"_L1).toInteger();
        if (plan.value("TPStatus"_L1).toString() == "Active"_L1) {
            if (active == 0) {
                active = number;
                continue;
            }
            Row extra = plan;
            extra.insert("TPStatus"_L1, u"Inactive"_s);
            store(m_plans, number, extra);
        }
        const bool automatic = plan.value("TPStatus"_L1).toString() == "Inactive"_L1
            && plan.value("Heading"_L1).toString() == Unassigned;
        unassigned = automatic ? number : unassigned;
    }
    // What was done or deleted falls out.
    m_attaches.rows.removeIf([this](const std::pair<const qint64 &, Row &> &entry) {
        const Row procedure = m_procedures.row(entry.second.value("ProcNum"_L1).toInteger());
        const QString status = procedure.value("ProcStatus"_L1).toString();
        return status != "TP"_L1 && status != "TPi"_L1;
    });
    QList<qint64> loose;
    for (const Row &procedure : std::as_const(m_procedures.rows)) {
        if (procedure.value("PatNum"_L1).toInteger() != patient) {
            continue;
        }
        const qint64 number = procedure.value("ProcNum"_L1).toInteger();
        const qint64 priority = procedure.value("Priority"_L1).toInteger();
        const QString status = procedure.value("ProcStatus"_L1).toString();
        if (status == "TP"_L1) {
            if (active == 0) {
                active = m_plans.add(newPlan(patient, u"Active"_s, u"Active Treatment Plan"_s))
                             .value("TreatPlanNum"_L1)
                             .toInteger();
            }
            attach(active, number, priority);
        } else if (status == "TPi"_L1) {
            bool hangs = false;
            for (const Row &entry : std::as_const(m_attaches.rows)) {
                hangs = hangs
                    || (entry.value("ProcNum"_L1).toInteger() == number
                        && entry.value("TreatPlanNum"_L1).toInteger() != unassigned);
            }
            if (!hangs) {
                loose.append(number);
            }
        }
    }
    if (loose.isEmpty()) {
        if (unassigned != 0) {
            deletePlan(unassigned);
        }
        return;
    }
    if (unassigned == 0) {
        unassigned = m_plans.add(newPlan(patient, u"Inactive"_s, QString(Unassigned)))
                         .value("TreatPlanNum"_L1)
                         .toInteger();
    }
    for (const qint64 number : std::as_const(loose)) {
        attach(unassigned, number, 0);
    }
}

} // namespace sim

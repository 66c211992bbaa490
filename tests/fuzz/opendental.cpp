// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/events.h"
#include "app/connectors/opendental/json.h"
#include "app/connectors/opendental/planreading.h"
#include "app/connectors/opendental/rules.h"
#include "app/connectors/opendental/toothtext.h"
#include "tests/fuzz/targets.h"

using namespace Qt::StringLiterals;

namespace fuzz {

namespace {

const Currency rupee{u"MUR"_s, 2};

::opendental::PlanTerms terms(const QString &numbering)
{
    ::opendental::PlanTerms terms;
    terms.currency = rupee;
    terms.timeZone = "Indian/Mauritius";
    terms.toothNumbering = numbering;
    return terms;
}

} // namespace

void opendental(const QByteArray &bytes)
{
    const Split split = statusAndBody(bytes);
    Response response;
    response.status = split.status;
    response.body = split.body;
    response.headers = {{"Retry-After", split.body.left(12)}};
    const Error error = ::opendental::errorFrom(response);
    require(!::opendental::withoutDetail(error).message.contains(u'\n'));
    require(::opendental::sentenceOf(response).size() <= 201);
    ::opendental::EventReceiver receiver("key");
    receiver.take("key", QString(), u"WatchTable: Appointment"_s, split.body);
    const Result<QList<QJsonObject>> rows = ::opendental::rowsOf(response);
    if (!rows)
        return;
    for (const QJsonObject &row : *rows) {
        const ::opendental::TreatPlan plan = ::opendental::treatPlanFromJson(row);
        // What was read once is what we write, and is read again.
        const QJsonObject written = ::opendental::treatPlanToJson(plan);
        require(::opendental::treatPlanFromJson(written) == plan);
        ::opendental::statusWord(plan);
        ::opendental::signatureWord(plan);
        ::opendental::mayDelete(plan, false);
        const ::opendental::PlanAttach attach = ::opendental::attachFromJson(row);
        ::opendental::patientFromJson(row);
        ::opendental::appointmentFromJson(row);
        ::opendental::freeTimeFromJson(row);
        ::opendental::subscriptionFromJson(row);
        const auto item = ::opendental::procTpFromJson(row, rupee);
        const auto procedure = ::opendental::procedureFromJson(row, rupee);
        if (!item || !procedure)
            continue;
        for (const QString &numbering : {u"universal"_s, u"fdi"_s, u"palmer"_s, u"haderup"_s}) {
            ::opendental::savedPlan(plan, {*item}, {*procedure}, terms(numbering));
            ::opendental::livePlan(plan, {attach}, {*procedure}, terms(numbering));
        }
    }
}

} // namespace fuzz

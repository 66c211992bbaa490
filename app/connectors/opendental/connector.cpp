// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/opendental/connector.h"

#include "app/connectors/opendental/json.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace opendental {

namespace {

constexpr auto planMember = "plan"_L1;
constexpr auto patientMember = "patient"_L1;
constexpr auto practiceMember = "practice"_L1;

tl::unexpected<Error> refused(const char *text)
{
    return failure(Error::Kind::Invalid, QCoreApplication::translate("opendental", text),
                   Service::OpenDental);
}

//! Signed already, with that name where the office's sheet keeps one.
bool isThere(const TreatPlan &plan, Signer signer, const QString &name)
{
    const bool patient = signer == Signer::Patient;
    const QString typed = patient ? plan.signatureText : plan.practiceText;
    const bool isSigned = patient ? plan.isSignedByPatient : plan.isSignedByPractice;
    return isSigned && (typed.isEmpty() || typed == name);
}

} // namespace

Result<QByteArray> Connector::prepare(const Command &command, const Facts &facts,
                                      const QString &) const
{
    if (!std::holds_alternative<SignOpenDentalPlan>(command) || !facts.plan)
        return refused(QT_TRANSLATE_NOOP("opendental", "Open Dental takes no such change."));
    const PlanVersion &version = facts.plan->version;
    QJsonObject payload{{planMember, version.content.remoteId()}};
    for (const PlanSignature &signature : version.signatures) {
        payload.insert(signature.by == plans::Signer::Patient ? patientMember : practiceMember,
                       signature.name);
    }
    if (payload.size() == 1)
        return refused(QT_TRANSLATE_NOOP("opendental", "Nobody has signed this plan here."));
    return QJsonDocument(payload).toJson(QJsonDocument::Compact);
}

QString Connector::keyOf(const Command &, const Facts &) const
{
    return {};
}

Task<Receipt> Connector::deliver(OutboxItem item)
{
    const QJsonObject payload = QJsonDocument::fromJson(item.payload).object();
    const Key number = payload[planMember].toString().toLongLong();
    const Result<TreatPlan> plan = co_await m_client->treatPlan(number);
    if (!plan)
        co_return tl::unexpected<Error>(withoutDetail(plan.error()));
    if (!plan->isSaved()) {
        // Open Dental has no place for a signature on a live plan; the evidence is here anyway.
        Receipt kept;
        kept.note = QCoreApplication::translate(
            "opendental",
            "Only a saved plan can be signed in Open Dental. The signature is kept here.");
        co_return kept;
    }
    const TreatPlan now = *plan;
    for (const Signer signer : {Signer::Patient, Signer::Practice}) {
        const QLatin1StringView member = signer == Signer::Patient ? patientMember : practiceMember;
        const QString name = payload[member].toString();
        // What stands there already, from this row's earlier try or from the office, stays.
        if (!payload.contains(member) || isThere(now, signer, name))
            continue;
        Result<TreatPlan> done = co_await m_client->sign(number, signer, name);
        const bool noField = !done && done.error().httpStatus == 400 && !name.isEmpty();
        if (noField) {
            // The office's sheet has no line for a typed name; it stays here with the evidence.
            const QString nameless;
            done = co_await m_client->sign(number, signer, nameless);
        }
        if (!done)
            co_return tl::unexpected<Error>(withoutDetail(done.error()));
    }
    co_return Receipt();
}

} // namespace opendental

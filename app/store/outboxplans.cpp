// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/outboxplans.h"

#include "app/domain/interventionlines.h"
#include "app/store/planrows.h"

using namespace Qt::StringLiterals;

namespace rows {

namespace {

int versionOf(const Command &command)
{
    return std::visit(
        [](const auto &c) {
            if constexpr (requires { c.version; })
                return int(c.version);
            else
                return 0;
        },
        command);
}

//! The Affaire of the consultation, else that of the patient's latest visit that has one.
Result<QString> dealOf(QSqlDatabase &db, const VisitId &consultation, const PatientId &patient)
{
    if (!consultation.isEmpty()) {
        const Result<Links> linked = links(db, consultation.value);
        if (!linked)
            return tl::unexpected<Error>(linked.error());
        const QString deal = linked->value(RecordKind::Deal).remoteId;
        if (!deal.isEmpty())
            return deal;
    }
    Statement query(db,
                    u"SELECT l.remote_id FROM link l JOIN visit v ON v.id = l.local_id "
                    "WHERE l.kind = 'Deal' AND v.patient = ? AND v.patient <> '' "
                    "AND v.state NOT IN ('Cancelled', 'NoShow') "
                    "ORDER BY v.start_ms DESC, v.id DESC LIMIT 1"_s);
    if (Result<void> read = query.run(patient); !read)
        return tl::unexpected<Error>(read.error());
    return query.next() ? query.text(0) : QString();
}

PlanQuote::Meaning meaningOf(plans::Decision decision)
{
    switch (decision) {
    case plans::Decision::Accepted:
    case plans::Decision::PartiallyAccepted:
        return PlanQuote::Meaning::Won;
    case plans::Decision::Declined:
    case plans::Decision::Replaced:
        return PlanQuote::Meaning::Lost;
    case plans::Decision::Open:
        break;
    }
    return PlanQuote::Meaning::Open;
}

} // namespace

Result<void> readPlanFacts(QSqlDatabase &db, const Seal &seal, const Command &command, Facts &facts)
{
    const PlanId ofCommand = planOf(command);
    const std::optional<PlannedPart> part =
        ofCommand.isEmpty() ? facts.appointment.part : std::nullopt;
    if (ofCommand.isEmpty() && !part)
        return {};
    const PlanId plan = part ? part->plan : ofCommand;
    const Result<PlanVersion> version =
        planVersion(db, seal, plan, part ? part->version : versionOf(command));
    if (!version) {
        // An intervention that another desk booked: its plan was not read here yet.
        const bool unknown = version.error().kind == Error::Kind::NotFound;
        return part && unknown ? Result<void>() : tl::unexpected<Error>(version.error());
    }
    const Result<QList<Product>> catalogue = products(db);
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    const Result<QString> deal = dealOf(db, version->content.visit, version->content.patient);
    if (!deal)
        return tl::unexpected<Error>(deal.error());
    PlanFacts known;
    known.version = *version;
    known.lines = part ? interventionLines(*part, version->content, *catalogue, facts.currency)
                       : planLines(*version, QStringList(), *catalogue, facts.currency);
    known.deal = version->quote.deal.isEmpty() ? *deal : version->quote.deal;
    if (const auto *attach = std::get_if<AttachProposal>(&command)) {
        const Result<PlanDocument> document = planDocument(db, seal, attach->document);
        if (!document)
            return tl::unexpected<Error>(document.error());
        known.document = document->pdf;
        known.documentName = QString(u"plan-"_s + version->content.remoteId() + u"-v"_s
                                     + QString::number(version->number) + u".pdf"_s);
    }
    facts.plan = known;
    return {};
}

Result<void> applyToPlan(QSqlDatabase &db, const Seal &seal, const OutboxItem &item,
                         const Receipt &receipt)
{
    if (!receipt.quote || receipt.quote->id.isEmpty())
        return {};
    PlanQuote quote;
    quote.plan = planOf(item.command);
    quote.version = versionOf(item.command);
    quote.quote = *receipt.quote;
    const Result<PlanVersion> version = planVersion(db, seal, quote.plan, quote.version);
    if (!version)
        return tl::unexpected<Error>(version.error());
    quote.meaning = meaningOf(version->decision);
    return putPlanQuote(db, seal, quote);
}

} // namespace rows

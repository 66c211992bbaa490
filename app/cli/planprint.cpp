// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/terminal.h"
#include "app/workflow/proposalprint.h"
#include "app/workflow/proposalworkflow.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

// plan print: the proposal as a PDF.

Task<Exit> printProposal(CommandLine *line, PlanId id)
{
    const QString file = line->value(u"out"_s).value_or(QString());
    const QString language = line->value(u"language"_s).value_or(QString());
    if (!language.isEmpty() && language != u"en"_s && language != u"fr"_s)
        co_return line->usage(Words::tr("--language takes en or fr."));
    PlanWorkflow *plans = line->desk->plans();
    const Result<PlanRecord> known = co_await plans->plan(id);
    if (!known && known.error().kind == Error::Kind::NotFound) {
        // Nobody here has looked at it yet.
        const Result<PlanReading> reading = co_await within(line, plans->readPlan(id));
        if (!reading)
            co_return tl::unexpected<Error>(reading.error());
    }
    const ProposalRequest request(id, 0, language);
    const Result<Proposal> proposal =
        co_await within(line, line->desk->proposals()->proposal(request));
    if (!proposal)
        co_return tl::unexpected<Error>(proposal.error());
    const Proposal page = *proposal;
    const Result<void> written = co_await proposalprint::write(page, file);
    if (!written)
        co_return tl::unexpected<Error>(written.error());
    QJsonObject json;
    json.insert(u"id"_s, id.value);
    json.insert(u"version"_s, page.version);
    json.insert(u"language"_s, page.language);
    json.insert(u"file"_s, QFileInfo(file).absoluteFilePath());
    line->print(QJsonDocument(json));
    co_return Exit::Done;
}

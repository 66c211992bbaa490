// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/proposalprint.h"

#include "app/connectors/localprogram.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace proposalprint {

namespace {

constexpr auto longest = 60s;

// The exits of vestibule-print-proposal; its main.cpp says what they mean.
enum Exit { Written = 0, Unpainted = 3, Unwritten = 4 };

QString words(const char *text)
{
    return QCoreApplication::translate("ProposalPrint", text);
}

Error broken()
{
    return Error(Error::Kind::Storage,
                 words(QT_TRANSLATE_NOOP("ProposalPrint",
                                         "Proposals cannot be printed on this computer: "
                                         "vestibule-print-proposal is missing or cannot be "
                                         "started. Install Vestibule again.")));
}

} // namespace

Task<void> write(Proposal proposal, QString file, QString program)
{
    ProgramCall call;
    call.program = program.isEmpty() ? localprogram::ownProgram(
                       QCoreApplication::applicationDirPath(), u"vestibule-print-proposal"_s)
                                     : program;
    QJsonObject json;
    json.insert(u"file"_s, QFileInfo(file).absoluteFilePath());
    json.insert(u"proposal"_s, proposalToJson(proposal));
    const QByteArray input = QJsonDocument(json).toJson(QJsonDocument::Compact);
    const std::chrono::milliseconds limit = longest;
    const Result<ProgramEnd> end = co_await localprogram::run(call, limit, input);
    if (!end && end.error().kind == Error::Kind::Timeout) {
        co_return failure(Error::Kind::Timeout,
                          words(QT_TRANSLATE_NOOP("ProposalPrint",
                                                  "Painting the proposal took too long. This "
                                                  "computer may be busy: try again.")));
    }
    if (!end || end->crashed)
        co_return tl::unexpected<Error>(broken());
    switch (end->exitCode) {
    case Written:
        co_return Result<void>();
    case Unwritten:
        co_return failure(
            Error::Kind::Storage,
            words(QT_TRANSLATE_NOOP("ProposalPrint", "%1 cannot be written.")).arg(file));
    case Unpainted:
        co_return failure(
            Error::Kind::Invalid,
            words(QT_TRANSLATE_NOOP("ProposalPrint", "The proposal cannot be painted.")));
    default:
        co_return tl::unexpected<Error>(broken());
    }
}

} // namespace proposalprint

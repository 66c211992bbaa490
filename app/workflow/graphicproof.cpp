// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/graphicproof.h"

#include "app/connectors/localprogram.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace {

constexpr int MostAtOnce = 2;

// The exits of vestibule-prove-graphic; its main.cpp says what they mean.
enum Exit {
    Proved = 0,
    WronglyCalled = 1,
    Refused = 2, // after our own check: an older program
    Unpainted = 3,
    Unconfined = 4,
    OutOfTime = 5
};

QString words(const char *text)
{
    return QCoreApplication::translate("GraphicProof", text);
}

Error broken()
{
    return Error(Error::Kind::Storage,
                 words(QT_TRANSLATE_NOOP("GraphicProof",
                                         "Pictures cannot be checked on this computer, so none is "
                                         "shown: vestibule-prove-graphic is missing or cannot be "
                                         "started. Install Vestibule again.")));
}

Error notStarted(const Error &error)
{
    if (error.kind != Error::Kind::Timeout)
        return broken();
    return Error(Error::Kind::Timeout,
                 words(QT_TRANSLATE_NOOP("GraphicProof",
                                         "Checking the picture took too long. This computer may "
                                         "be busy: try again.")));
}

Error tooMuch()
{
    return Error(Error::Kind::Invalid,
                 words(QT_TRANSLATE_NOOP("GraphicProof",
                                         "Drawing the picture needs too much memory or fails, so "
                                         "it is not shown.")));
}

Error unpainted(const ProgramEnd &end)
{
    switch (end.crashed ? -1 : end.exitCode) {
    case WronglyCalled:
    case Refused:
    case Unconfined:
        return broken();
    case Unpainted:
        return Error(Error::Kind::Invalid,
                     words(QT_TRANSLATE_NOOP("GraphicProof",
                                             "The picture is damaged and cannot be drawn.")));
    case OutOfTime:
        return Error(Error::Kind::Invalid,
                     words(QT_TRANSLATE_NOOP("GraphicProof",
                                             "The picture takes too long to draw, so it is not "
                                             "shown.")));
    default:
        return tooMuch();
    }
}

//! The words after "proved": width, height, milliseconds.
std::optional<QList<int>> verdictIn(const QByteArray &output)
{
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> pieces = line.trimmed().split(' ');
        if (pieces.size() != 4 || pieces.constFirst() != "proved")
            continue;
        return QList<int>{pieces.at(1).toInt(), pieces.at(2).toInt(), pieces.at(3).toInt()};
    }
    return std::nullopt;
}

} // namespace

GraphicProof::GraphicProof(QString program, std::chrono::milliseconds limit)
    : m_program(std::move(program)), m_limit(limit)
{
}

QString GraphicProof::programPath()
{
    return programPathFor(QCoreApplication::applicationDirPath());
}

QString GraphicProof::programPathFor(const QString &folder)
{
    return localprogram::ownProgram(folder, u"vestibule-prove-graphic"_s);
}

Task<ProvedGraphic> GraphicProof::prove(QByteArray bytes, GraphicType declared, GraphicUse use)
{
    const GraphicLimits limits =
        use == GraphicUse::Chart ? GraphicLimits::chart() : GraphicLimits::background();
    auto check = [bytes, declared, limits] { return checkGraphic(bytes, declared, limits); };
    const Result<GraphicFacts> facts = co_await QtConcurrent::run(&m_pool, std::move(check));
    if (!facts)
        co_return tl::unexpected<Error>(facts.error());
    while (m_running >= MostAtOnce) {
        Gate::Waiting place = m_place.wait();
        co_await place;
    }
    ++m_running;
    const GraphicFacts found = *facts;
    const Result<ProvedGraphic> proved = co_await painted(bytes, found);
    --m_running;
    m_place.openOne();
    co_return proved;
}

Task<ProvedGraphic> GraphicProof::painted(QByteArray bytes, GraphicFacts facts)
{
    ProgramCall call;
    call.program = m_program;
    call.arguments = {graphicFormat(facts.type)};
    call.nativeLine = graphicFormat(facts.type);
    const std::chrono::milliseconds limit = m_limit;
    const Result<ProgramEnd> end = co_await localprogram::run(call, limit, bytes);
    if (!end)
        co_return tl::unexpected<Error>(notStarted(end.error()));
    if (end->crashed || end->exitCode != Proved)
        co_return tl::unexpected<Error>(unpainted(*end));
    const std::optional<QList<int>> verdict = verdictIn(end->output);
    // Another program under its name, or an older one.
    if (!verdict || QSize(verdict->at(0), verdict->at(1)) != facts.size)
        co_return tl::unexpected<Error>(broken());
    ProvedGraphic proved;
    proved.bytes = bytes;
    proved.facts = facts;
    proved.painting = std::chrono::milliseconds(verdict->at(2));
    co_return proved;
}

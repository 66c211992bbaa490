// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/words.h"

#include <QJsonArray>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::StringLiterals;

// The areas book and visit.

namespace {

constexpr qsizetype longestWhy = 500;

Result<int> minutesOf(const CommandLine &line, int fallback)
{
    const auto text = line.value(u"minutes"_s);
    if (!text)
        return fallback;
    bool ok = false;
    const int minutes = text->toInt(&ok);
    if (!ok || minutes < 5 || minutes > 720)
        return failure(Error::Kind::Invalid, Words::tr("--minutes takes 5 to 720."));
    return minutes;
}

Task<Exit> showSlots(CommandLine *line)
{
    const Result<QList<Provider>> providers = co_await line->desk->catalogue()->providers();
    const Result<QList<Room>> rooms = co_await line->desk->catalogue()->rooms();
    if (!providers || !rooms)
        co_return tl::unexpected<Error>(providers ? rooms.error() : providers.error());
    AvailabilityQuery query;
    const Result<int> minutes = minutesOf(*line, 30);
    if (!minutes)
        co_return tl::unexpected<Error>(minutes.error());
    query.minutes = *minutes;
    const QTimeZone zone(line->desk->settings().timeZone);
    query.from = systemClock();
    if (const auto asked = line->value(u"date"_s)) {
        const Result<QDate> date = dateFrom(u"date"_s, *asked);
        if (!date)
            co_return tl::unexpected<Error>(date.error());
        query.from = std::max(query.from, QDateTime(*date, QTime(0, 0), zone).toUTC());
    }
    query.until = query.from.addDays(7);
    if (const auto name = line->value(u"provider"_s)) {
        const Result<Provider> provider = providerNamed(*providers, *name);
        if (!provider)
            co_return tl::unexpected<Error>(provider.error());
        query.provider = provider->id;
    }
    const Result<QList<Slot>> free = co_await line->desk->booking()->slots(query);
    if (!free)
        co_return tl::unexpected<Error>(free.error());
    QJsonArray rows;
    for (const Slot &slot : *free) {
        DayEntry entry;
        entry.appointment.slot = slot;
        const QJsonObject row = dayRow(*line, entry, *providers, *rooms);
        rows.append(QJsonObject{{u"provider"_s, row.value(u"provider"_s)},
                                {u"room"_s, row.value(u"room"_s)},
                                {u"start"_s, row.value(u"start"_s)},
                                {u"end"_s, row.value(u"end"_s)}});
    }
    line->print(QJsonDocument(rows));
    co_return Exit::Done;
}

//! --provider, --room, --start and --minutes laid over a slot that may be empty.
Task<Slot> slotFrom(CommandLine *line, Slot slot)
{
    const Result<QList<Provider>> providers = co_await line->desk->catalogue()->providers();
    const Result<QList<Room>> rooms = co_await line->desk->catalogue()->rooms();
    if (!providers || !rooms)
        co_return tl::unexpected<Error>(providers ? rooms.error() : providers.error());
    const int length = slot.start.isValid() ? slot.minutes() : 30;
    if (const auto name = line->value(u"provider"_s)) {
        const Result<Provider> provider = providerNamed(*providers, *name);
        if (!provider)
            co_return tl::unexpected<Error>(provider.error());
        slot.provider = provider->id;
    }
    if (const auto name = line->value(u"room"_s)) {
        const Result<Room> room = roomNamed(*rooms, *name);
        if (!room)
            co_return tl::unexpected<Error>(room.error());
        slot.room = room->id;
    }
    if (const auto start = line->value(u"start"_s)) {
        const Result<QDateTime> time = timeFrom(*line, u"start"_s, *start);
        if (!time)
            co_return tl::unexpected<Error>(time.error());
        slot.start = *time;
    }
    const Result<int> minutes = minutesOf(*line, length);
    if (!minutes)
        co_return tl::unexpected<Error>(minutes.error());
    slot.end = slot.start.addSecs(60 * *minutes);
    co_return slot;
}

void printBooked(const CommandLine &line, const VisitDetail &detail)
{
    line.print(QJsonDocument(QJsonObject{{u"appointment"_s, detail.entry.appointment.id.value},
                                         {u"visit"_s, detail.entry.visit.id.value},
                                         {u"patient"_s, detail.entry.appointment.patient.value}}));
}

Task<Exit> bookWalkIn(CommandLine *line)
{
    WalkInRequest request;
    bool person = false;
    for (const QString &name : {u"first"_s, u"last"_s, u"birth"_s, u"phone"_s, u"email"_s})
        person = person || line->value(name);
    if (person == line->value(u"patient"_s).has_value())
        co_return line->usage(
            Words::tr("book walk-in needs either --patient, or --first and --last."));
    if (const auto known = line->value(u"patient"_s)) {
        const QString anyId = *known;
        const Result<PatientId> id = co_await line->desk->patients()->find(anyId);
        if (!id)
            co_return tl::unexpected<Error>(id.error());
        request.patient.id = *id;
    } else {
        request.patient.firstName = line->value(u"first"_s).value_or(QString());
        request.patient.lastName = line->value(u"last"_s).value_or(QString());
        request.patient.mobile = line->value(u"phone"_s).value_or(QString());
        request.patient.email = line->value(u"email"_s).value_or(QString());
        if (const auto birth = line->value(u"birth"_s)) {
            const Result<QDate> date = dateFrom(u"birth"_s, *birth);
            if (!date)
                co_return tl::unexpected<Error>(date.error());
            request.patient.birthDate = *date;
        }
        const Result<void> built = co_await line->desk->buildIndex();
        if (!built)
            co_return tl::unexpected<Error>(built.error());
    }
    const Slot empty;
    const Result<Slot> slot = co_await slotFrom(line, empty);
    if (!slot)
        co_return tl::unexpected<Error>(slot.error());
    request.slot = *slot;
    request.reason = line->value(u"reason"_s).value_or(QString());
    request.note = line->value(u"note"_s).value_or(QString());
    request.despiteConflicts = line->has(u"despite-conflicts"_s);
    request.newDespiteSimilar = line->has(u"new-despite-similar"_s);
    const Result<Visit> booked = co_await line->desk->booking()->book(request);
    if (!booked)
        co_return tl::unexpected<Error>(withWayOut(*line, booked.error()));
    const VisitId id = booked->id;
    const Result<VisitDetail> detail = co_await line->desk->visits()->detail(id);
    if (!detail)
        co_return tl::unexpected<Error>(detail.error());
    const PatientId patient = detail->entry.appointment.patient;
    const Result<Exit> exit = co_await settled(line, id, patient);
    if (exit)
        printBooked(*line, *detail);
    co_return exit;
}

//! A phase by its number in the plan, or by the source's id.
Result<QString> phaseNamed(const TreatmentPlan &plan, const QString &name)
{
    bool isNumber = false;
    const int number = name.toInt(&isNumber);
    for (qsizetype i = 0; i < plan.phases.size(); ++i) {
        const PlanPhase &phase = plan.phases.at(i);
        if (phase.id == name || (isNumber && (phase.order == number)))
            return phase.id;
    }
    return failure(Error::Kind::NotFound, Words::tr("The plan has no phase %1.").arg(name));
}

Task<Exit> bookIntervention(CommandLine *line)
{
    InterventionRequest request;
    const QString named = line->value(u"plan"_s).value_or(QString());
    const PlanId id(named.contains(u':') ? named : planId(plans::Source::DentalTap, named).value);
    const Result<PlanRecord> record = co_await line->desk->plans()->plan(id);
    if (!record)
        co_return tl::unexpected<Error>(record.error());
    request.part.plan = id;
    request.part.version = record->latest().number;
    if (const auto name = line->value(u"phase"_s)) {
        const Result<QString> phase = phaseNamed(record->latest().content, *name);
        if (!phase)
            co_return tl::unexpected<Error>(phase.error());
        request.part.phase = *phase;
    }
    if (const auto items = line->value(u"items"_s)) {
        for (const QString &item : items->split(u',', Qt::SkipEmptyParts))
            request.part.items.append(item.trimmed());
    }
    if (const auto typed = line->value(u"deposit"_s)) {
        const Result<Money> deposit = moneyFromText(*typed, line->desk->settings().currency);
        if (!deposit)
            co_return tl::unexpected<Error>(deposit.error());
        request.deposit = *deposit;
    }
    const Slot empty;
    const Result<Slot> slot = co_await slotFrom(line, empty);
    if (!slot)
        co_return tl::unexpected<Error>(slot.error());
    request.slot = *slot;
    if (!line->value(u"minutes"_s)) {
        const PlannedPart part = request.part;
        const Result<int> minutes = co_await line->desk->plans()->minutesOf(part);
        if (!minutes)
            co_return tl::unexpected<Error>(minutes.error());
        request.slot.end = request.slot.start.addSecs(60 * *minutes);
    }
    request.note = line->value(u"note"_s).value_or(QString());
    request.despiteConflicts = line->has(u"despite-conflicts"_s);
    const Result<Visit> booked = co_await line->desk->plans()->book(request);
    if (!booked)
        co_return tl::unexpected<Error>(withWayOut(*line, booked.error()));
    const VisitId visit = booked->id;
    const Result<VisitDetail> detail = co_await line->desk->visits()->detail(visit);
    if (!detail)
        co_return tl::unexpected<Error>(detail.error());
    const PatientId patient = detail->entry.appointment.patient;
    const Result<Exit> exit = co_await settled(line, visit, patient);
    if (exit)
        printBooked(*line, *detail);
    co_return exit;
}

Task<Exit> moveAppointment(CommandLine *line)
{
    const QString anyId = line->arguments.value(0);
    const Result<VisitId> found = co_await line->desk->visits()->find(anyId);
    if (!found)
        co_return tl::unexpected<Error>(found.error());
    const VisitId id = *found;
    const Result<VisitDetail> detail = co_await line->desk->visits()->detail(id);
    if (!detail)
        co_return tl::unexpected<Error>(detail.error());
    const Slot former = detail->entry.appointment.slot;
    const Result<Slot> slot = co_await slotFrom(line, former);
    if (!slot)
        co_return tl::unexpected<Error>(slot.error());
    Slot target = *slot;
    const bool despite = line->has(u"despite-conflicts"_s);
    if (!line->value(u"room"_s)) {
        // Nobody asked for that room: where it is taken, another one does.
        const Result<QList<SlotProblem>> problems =
            co_await line->desk->booking()->problems(target, id);
        if (!problems)
            co_return tl::unexpected<Error>(problems.error());
        const bool taken =
            std::any_of(problems->begin(), problems->end(), [](const SlotProblem &problem) {
                return problem.kind == SlotProblem::Kind::RoomTaken;
            });
        if (taken)
            target.room = RoomId();
    }
    const Result<Visit> moved = co_await line->desk->booking()->move(id, target, despite);
    if (!moved)
        co_return tl::unexpected<Error>(withWayOut(*line, moved.error()));
    const PatientId none;
    const Result<Exit> exit = co_await settled(line, id, none);
    if (exit)
        printBooked(*line, *detail);
    co_return exit;
}

//! Where the digest of the lines last shown by this command is kept.
QString shownName(const VisitId &id)
{
    return QString(u"cli.shown/"_s + id.value);
}

//! Remembers which lines were seen, so that --confirm can tell when they changed.
Task<QJsonObject> shownVisit(CommandLine *line, VisitId id)
{
    const Result<VisitDetail> detail = co_await line->desk->visits()->detail(id);
    if (!detail)
        co_return tl::unexpected<Error>(detail.error());
    const QString digest = QString::fromLatin1(detail->lines.digest().toHex());
    const QString name = shownName(id);
    const Result<void> kept = co_await line->desk->catalogue()->putValue(name, digest);
    if (!kept)
        co_return tl::unexpected<Error>(kept.error());
    co_return visitDocument(*detail);
}

Task<void> printVisit(CommandLine *line, VisitId id)
{
    const Result<QJsonObject> document = co_await shownVisit(line, id);
    if (!document)
        co_return tl::unexpected<Error>(document.error());
    line->print(QJsonDocument(*document));
    co_return Result<void>();
}

//! The lines to look at, printed beside the reason.
Task<Exit> showFirst(CommandLine *line, VisitId id, Error why)
{
    const Result<QJsonObject> document = co_await shownVisit(line, id);
    if (document)
        line->document = QJsonObject{{u"visit"_s, *document}};
    co_return tl::unexpected<Error>(why);
}

Task<Exit> exitVisit(CommandLine *line, VisitId id)
{
    const bool asShown = line->has(u"as-shown"_s);
    if (!asShown) {
        // A fresh look, as the window has; without a network the lines last read stand.
        const Result<QList<VisitId>> fresh = co_await within(line, line->desk->liveSync()->poll());
        Q_UNUSED(fresh)
    }
    const Result<VisitDetail> detail = co_await line->desk->visits()->detail(id);
    if (!detail)
        co_return tl::unexpected<Error>(detail.error());
    QByteArray digest = detail->lines.digest();
    if (line->has(u"confirm"_s) || asShown) {
        const QString name = shownName(id);
        const Result<QString> shown = co_await line->desk->catalogue()->value(name);
        if (shown && !shown->isEmpty() && QByteArray::fromHex(shown->toLatin1()) != digest) {
            const Error changed(
                Error::Kind::Conflict,
                Words::tr(
                    "The lines are no longer those shown last. Look at them and confirm again."));
            co_return co_await showFirst(line, id, changed);
        }
    } else if (detail->entry.visit.state == VisitState::InTreatment
               && !exitsWithOneClick(detail->lines, systemClock())) {
        const Error look(Error::Kind::Invalid,
                         Words::tr("The lines need a look first: they are not fresh, not all "
                                   "known, or not as planned. Confirm them with --confirm."));
        co_return co_await showFirst(line, id, look);
    }
    const Result<Visit> gone =
        co_await line->desk->visitWorkflow()->exitTreatmentRoom(id, digest, asShown);
    if (!gone)
        co_return tl::unexpected<Error>(gone.error());
    co_return Exit::Done;
}

Task<Exit> actOnVisit(CommandLine *line, VisitId id)
{
    VisitWorkflow *workflow = line->desk->visitWorkflow();
    if (line->verb == u"exit"_s)
        co_return co_await exitVisit(line, id);
    if (line->verb == u"bill"_s || line->verb == u"ignore"_s || line->verb == u"choose"_s)
        co_return co_await settleLateActs(line, id);
    Result<Visit> done = failure(Error::Kind::Invalid, QString());
    if (line->verb == u"check-in"_s) {
        done = co_await workflow->checkIn(id);
    } else if (line->verb == u"seat"_s) {
        done = co_await workflow->seat(id);
    } else if (line->verb == u"no-show"_s) {
        done = co_await workflow->noShow(id);
    } else if (line->verb == u"undo"_s) {
        done = co_await workflow->undo(id);
    } else if (line->verb == u"cancel"_s) {
        const Result<QString> why = boundedText(*line, u"why"_s, longestWhy);
        if (!why)
            co_return tl::unexpected<Error>(why.error());
        const QString reason = *why;
        done = co_await workflow->cancel(id, reason);
    }
    if (!done)
        co_return tl::unexpected<Error>(done.error());
    co_return Exit::Done;
}

} // namespace

Task<Exit> runBook(CommandLine *line)
{
    const Result<void> signedIn = co_await signIn(line);
    if (!signedIn)
        co_return tl::unexpected<Error>(signedIn.error());
    if (line->verb == u"slots"_s) {
        const Result<void> allowed = line->desk->session()->require(Permission::SeeDay);
        if (!allowed)
            co_return tl::unexpected<Error>(allowed.error());
        co_return co_await showSlots(line);
    }
    line->desk->outbox()->start();
    if (line->verb == u"walk-in"_s)
        co_return co_await bookWalkIn(line);
    if (line->verb == u"intervention"_s)
        co_return co_await bookIntervention(line);
    co_return co_await moveAppointment(line);
}

Task<Exit> runVisit(CommandLine *line)
{
    const QString anyId = line->arguments.value(0);
    const Result<void> signedIn = co_await signIn(line);
    if (!signedIn)
        co_return tl::unexpected<Error>(signedIn.error());
    const Result<VisitId> found = co_await line->desk->visits()->find(anyId);
    if (!found)
        co_return tl::unexpected<Error>(found.error());
    const VisitId id = *found;
    if (line->verb == u"show"_s) {
        const Result<void> allowed = line->desk->session()->require(Permission::SeeDay);
        if (!allowed)
            co_return tl::unexpected<Error>(allowed.error());
        // A fresh look; without a network what was read last is shown.
        const Result<QList<VisitId>> fresh = co_await within(line, line->desk->liveSync()->poll());
        Q_UNUSED(fresh)
        const Result<void> printed = co_await printVisit(line, id);
        if (!printed)
            co_return tl::unexpected<Error>(printed.error());
        co_return Exit::Done;
    }
    line->desk->outbox()->start();
    const Result<Exit> acted = co_await actOnVisit(line, id);
    if (!acted || *acted != Exit::Done)
        co_return acted;
    const PatientId none;
    const Result<Exit> exit = co_await settled(line, id, none);
    if (exit)
        co_await printVisit(line, id);
    co_return exit;
}

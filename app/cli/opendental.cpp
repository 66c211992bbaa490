// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/words.h"
#include "app/connectors/opendental/json.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

// The area opendental: treatment plans in Open Dental itself.

namespace {

using opendental::Key;

Result<Key> numberFrom(const QString &name, const QString &text)
{
    bool ok = false;
    const Key number = text.toLongLong(&ok);
    if (ok && number > 0)
        return number;
    return failure(Error::Kind::Invalid, Words::tr("%1 is a number of Open Dental's.").arg(name));
}

//! The number of that option; 0 where it is not given.
Result<Key> optionalNumber(const CommandLine &line, const QString &option)
{
    const std::optional<QString> text = line.value(option);
    return text ? numberFrom(QString(u"--"_s + option), *text) : Result<Key>(0);
}

//! "2026-11-22" or "2026-11-22T10:30:00", by the office's clock.
Result<QDateTime> officeTimeFrom(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (!time.isValid())
        time = opendental::timeOf(text);
    if (!time.isValid() || time.date().year() > 9999)
        return failure(Error::Kind::Invalid,
                       Words::tr("--since is no time. Use ISO 8601, such as 2026-11-23T10:30."));
    return QDateTime(time.date(), time.time(), Qt::UTC);
}

Result<opendental::Signer> signerFrom(const CommandLine &line)
{
    const QString as = line.value(u"as"_s).value_or(QString());
    if (as == u"patient"_s)
        return opendental::Signer::Patient;
    if (as == u"practice"_s)
        return opendental::Signer::Practice;
    return failure(Error::Kind::Invalid, Words::tr("--as takes patient or practice."));
}

//! "list" of "plans list".
QString actionOf(const CommandLine &line)
{
    return line.verb.section(u' ', 1);
}

//! Whoever calls named the plan: no such record.
Error ofCaller(Error error)
{
    if (error.kind == Error::Kind::NotFound && error.httpStatus == 0)
        error.service = Service::None;
    return error;
}

Task<Exit> printed(CommandLine *line, Task<opendental::TreatPlan> change)
{
    const Result<opendental::TreatPlan> plan = co_await within(line, std::move(change));
    if (!plan)
        co_return tl::unexpected<Error>(ofCaller(plan.error()));
    line->print(QJsonDocument(opendental::treatPlanToJson(*plan)));
    co_return Exit::Done;
}

Task<Exit> listPlans(CommandLine *line)
{
    const Result<Key> patient = optionalNumber(*line, u"patient"_s);
    if (!patient)
        co_return tl::unexpected<Error>(patient.error());
    opendental::PlanFilter filter(*patient);
    if (const std::optional<QString> since = line->value(u"since"_s)) {
        const Result<QDateTime> time = officeTimeFrom(*since);
        if (!time)
            co_return tl::unexpected<Error>(time.error());
        filter.since = *time;
    }
    filter.status = line->value(u"status"_s).value_or(QString());
    static const QStringList statuses{QString(), u"Saved"_s, u"Active"_s, u"Inactive"_s};
    if (!statuses.contains(filter.status))
        co_return line->usage(Words::tr("--status takes Saved, Active or Inactive."));
    const Result<QList<opendental::TreatPlan>> plans =
        co_await within(line, line->desk->openDentalPlans()->list(filter));
    if (!plans)
        co_return tl::unexpected<Error>(plans.error());
    QJsonArray rows;
    for (const opendental::TreatPlan &plan : *plans)
        rows.append(opendental::treatPlanToJson(plan));
    line->print(QJsonDocument(rows));
    co_return Exit::Done;
}

Task<Exit> createPlan(CommandLine *line)
{
    const Result<Key> patient =
        numberFrom(u"--patient"_s, line->value(u"patient"_s).value_or(QString()));
    if (!patient)
        co_return tl::unexpected<Error>(patient.error());
    opendental::NewPlan plan(*patient);
    plan.heading = line->value(u"heading"_s);
    plan.note = line->value(u"note"_s);
    plan.type = line->value(u"type"_s);
    co_return co_await printed(line, line->desk->openDentalPlans()->create(plan));
}

Task<Exit> updatePlan(CommandLine *line, Key number)
{
    opendental::PlanChange change;
    change.heading = line->value(u"heading"_s);
    change.note = line->value(u"note"_s);
    change.type = line->value(u"type"_s);
    if (const std::optional<QString> text = line->value(u"date"_s)) {
        const Result<QDate> date = dateFrom(u"date"_s, *text);
        if (!date)
            co_return tl::unexpected<Error>(date.error());
        change.date = *date;
    }
    if (line->value(u"responsible"_s)) {
        const Result<Key> responsible = optionalNumber(*line, u"responsible"_s);
        if (!responsible)
            co_return tl::unexpected<Error>(responsible.error());
        change.responsible = *responsible;
    }
    co_return co_await printed(line, line->desk->openDentalPlans()->update(number, change));
}

Task<Exit> signPlan(CommandLine *line, Key number)
{
    const Result<opendental::Signer> signer = signerFrom(*line);
    if (!signer)
        co_return line->usage(signer.error().message);
    const opendental::Signer as = *signer;
    OpenDentalPlans *plans = line->desk->openDentalPlans();
    if (actionOf(*line) == u"unsign"_s)
        co_return co_await printed(line, plans->unsign(number, as));
    const QString name = line->value(u"name"_s).value_or(QString()).simplified();
    co_return co_await printed(line, plans->sign(number, as, name));
}

Task<Exit> deletePlan(CommandLine *line, Key number)
{
    const bool confirmed = line->has(u"yes"_s);
    const Result<void> done =
        co_await within(line, line->desk->openDentalPlans()->remove(number, confirmed));
    if (!done)
        co_return tl::unexpected<Error>(ofCaller(done.error()));
    line->print(QJsonDocument(QJsonObject{{u"deleted"_s, number}}));
    co_return Exit::Done;
}

} // namespace

Task<Exit> runOpenDental(CommandLine *line)
{
    const Result<void> signedIn = co_await signIn(line);
    if (!signedIn)
        co_return tl::unexpected<Error>(signedIn.error());
    const QString action = actionOf(*line);
    if (action == u"list"_s)
        co_return co_await listPlans(line);
    if (action == u"create"_s)
        co_return co_await createPlan(line);
    const Result<Key> number = numberFrom(u"N"_s, line->arguments.value(0));
    if (!number)
        co_return tl::unexpected<Error>(number.error());
    const Key plan = *number;
    if (action == u"save"_s) {
        const Result<Key> presenter = optionalNumber(*line, u"presenter"_s);
        if (!presenter)
            co_return tl::unexpected<Error>(presenter.error());
        const Key by = *presenter;
        const std::optional<QString> heading = line->value(u"heading"_s);
        co_return co_await printed(line, line->desk->openDentalPlans()->save(plan, heading, by));
    }
    if (action == u"update"_s)
        co_return co_await updatePlan(line, plan);
    if (action == u"delete"_s)
        co_return co_await deletePlan(line, plan);
    co_return co_await signPlan(line, plan);
}

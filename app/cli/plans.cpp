// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/terminal.h"
#include "app/cli/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

// The area plan.

namespace {

constexpr qsizetype longestWhy = 500;
constexpr qsizetype longestName = 200;

//! An enumerator as JSON spells it: "partiallyAccepted".
template <class E>
QString word(E value)
{
    QString name = enumName(value);
    name[0] = name.at(0).toLower();
    return name;
}

//! The desk's decision where there is one; else, and for how far the work is, the source's word.
QString statusWord(const PlanRecord &record)
{
    using plans::Decision;
    using plans::Status;
    const Decision decision = record.latest().decision;
    const Status status = record.current.status;
    const bool accepted = decision == Decision::Accepted || decision == Decision::PartiallyAccepted;
    const bool underWay = status == Status::InProgress || status == Status::Completed;
    return decision == Decision::Open || (accepted && underWay) ? word(status) : word(decision);
}

QJsonValue dateOrNull(const QDate &date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
}

QString decimal(Thousandths value)
{
    return moneyToText(Money{value, Currency{QString(), 3}});
}

QJsonArray itemDocuments(const PlanVersion &version)
{
    QSet<QString> accepted;
    for (const PlanItem &item : version.accepted())
        accepted.insert(item.id);
    QSet<QString> left;
    for (const PlanItem &item : version.toBook())
        left.insert(item.id);
    QJsonArray items;
    for (const PlanPhase &phase : version.content.phases) {
        for (const PlanItem &item : phase.items) {
            items.append(QJsonObject{{u"id"_s, item.id},
                                     {u"phase"_s, phase.id},
                                     {u"treatment"_s, item.label},
                                     {u"code"_s, item.code},
                                     {u"product"_s, item.product.value},
                                     {u"teeth"_s, QJsonArray::fromStringList(item.teeth)},
                                     {u"surfaces"_s, QJsonArray::fromStringList(item.surfaces)},
                                     {u"quantity"_s, decimal(item.quantity)},
                                     {u"unitPrice"_s, moneyWord(item.unitPrice)},
                                     {u"discountPercent"_s, decimal(item.discountPercent)},
                                     {u"amount"_s, moneyWord(item.amount())},
                                     {u"state"_s, word(item.state)},
                                     {u"accepted"_s, accepted.contains(item.id)},
                                     {u"toBook"_s, left.contains(item.id)}});
        }
    }
    return items;
}

QJsonObject planDocument(const CommandLine &line, const PlanRecord &record,
                         const QList<Product> &catalogue)
{
    const PlanVersion &version = record.latest();
    const TreatmentPlan &plan = version.content;
    const Currency currency = line.desk->settings().currency;
    Money total{0, currency};
    for (const OrderLine &each : planLines(version, {}, catalogue, currency))
        total.minor += each.net().minor + each.tax().minor;
    QJsonArray signatures;
    for (const PlanSignature &signature : version.signatures) {
        signatures.append(QJsonObject{
            {u"as"_s, word(signature.by)},
            {u"at"_s, timeText(line, signature.signedAt)},
            {u"items"_s, signature.items},
            {u"total"_s, moneyWord(signature.total)},
            {u"current"_s, signature.digest == planDigest(version, signature.language, currency)}});
    }
    QJsonArray bookings;
    for (const PlanBooking &booking : version.bookings) {
        bookings.append(QJsonObject{{u"visit"_s, booking.visit.value},
                                    {u"phase"_s, booking.phase},
                                    {u"items"_s, QJsonArray::fromStringList(booking.items)}});
    }
    const QuoteReading &quote = version.quote;
    const QJsonValue devis = quote.id.isEmpty()
        ? QJsonValue()
        : QJsonValue(QJsonObject{
            {u"id"_s, quote.id}, {u"number"_s, quote.number}, {u"stage"_s, quote.stage}});
    return {{u"id"_s, plan.id.value},
            {u"source"_s, plan.id.value.section(u':', 0, 0)},
            {u"patient"_s, plan.patient.value},
            {u"title"_s, plan.title},
            {u"status"_s, statusWord(record)},
            {u"version"_s, version.number},
            {u"decision"_s, word(version.decision)},
            {u"changed"_s, record.hasChanged()},
            {u"validUntil"_s, dateOrNull(plan.validUntil)},
            {u"readAt"_s, timeText(line, record.readAt)},
            {u"items"_s, itemDocuments(version)},
            {u"total"_s, moneyWord(total)},
            {u"currency"_s, currency.code},
            {u"signatures"_s, signatures},
            {u"bookings"_s, bookings},
            {u"quote"_s, devis},
            {u"quoteForReview"_s, version.quoteForReview},
            {u"blocked"_s, version.blocked}};
}

//! What was kept is printed and said to be old; the exit code says that nobody answered.
Exit exitOf(const PlanReading &reading)
{
    for (const QString &source : reading.unread)
        writeError(source);
    return reading.unread.isEmpty() ? Exit::Done : Exit::Queued;
}

//! A plan's whole id, or the source's own where only one source has it.
PlanId planNamed(const QString &text)
{
    return text.contains(u':') ? PlanId(text) : planId(plans::Source::DentalTap, text);
}

Task<Exit> listPlans(CommandLine *line)
{
    const QString anyId = line->arguments.value(0);
    const Result<PatientId> patient = co_await line->desk->patients()->find(anyId);
    if (!patient)
        co_return tl::unexpected<Error>(patient.error());
    const PatientId id = *patient;
    const Result<PlanReading> reading = co_await within(line, line->desk->plans()->read(id));
    if (!reading)
        co_return tl::unexpected<Error>(reading.error());
    const Result<QList<Product>> catalogue = co_await line->desk->catalogue()->products();
    if (!catalogue)
        co_return tl::unexpected<Error>(catalogue.error());
    QJsonArray documents;
    for (const PlanRecord &record : reading->plans)
        documents.append(planDocument(*line, record, *catalogue));
    line->print(QJsonDocument(documents));
    co_return exitOf(*reading);
}

Task<void> printPlan(CommandLine *line, PlanId id)
{
    const Result<PlanRecord> record = co_await line->desk->plans()->plan(id);
    if (!record)
        co_return tl::unexpected<Error>(record.error());
    const Result<QList<Product>> catalogue = co_await line->desk->catalogue()->products();
    if (!catalogue)
        co_return tl::unexpected<Error>(catalogue.error());
    line->print(QJsonDocument(planDocument(*line, *record, *catalogue)));
    co_return Result<void>();
}

Task<Exit> showPlan(CommandLine *line, PlanId id)
{
    const Result<PlanReading> reading = co_await within(line, line->desk->plans()->readPlan(id));
    if (!reading)
        co_return tl::unexpected<Error>(reading.error());
    const Result<void> printed = co_await printPlan(line, id);
    if (!printed)
        co_return tl::unexpected<Error>(printed.error());
    co_return exitOf(*reading);
}

QStringList itemsOf(const CommandLine &line)
{
    QStringList items;
    for (const QString &item : line.value(u"items"_s).value_or(QString()).split(u',')) {
        if (!item.trimmed().isEmpty())
            items.append(item.trimmed());
    }
    return items;
}

Task<PlanRecord> actOnPlan(CommandLine *line, PlanId id)
{
    PlanWorkflow *workflow = line->desk->plans();
    Result<PlanRecord> before = co_await workflow->plan(id);
    if (!before && before.error().kind == Error::Kind::NotFound) {
        // Nobody here has looked at it yet.
        const Result<PlanReading> reading = co_await within(line, workflow->readPlan(id));
        if (!reading)
            co_return tl::unexpected<Error>(reading.error());
        before = reading->plans.first();
    }
    if (!before)
        co_return tl::unexpected<Error>(before.error());
    const QString chosen = line->desk->settings().language;
    const QString language = chosen.isEmpty() ? u"fr"_s : chosen.left(2);
    const QByteArray shown =
        planDigest(before->latest(), language, line->desk->settings().currency);
    if (line->verb == u"accept"_s) {
        const QStringList items = itemsOf(*line);
        if (line->value(u"items"_s) && items.isEmpty()) {
            co_return failure(Error::Kind::Invalid,
                              Words::tr("--items names no act. Leave it out to accept all."));
        }
        co_return co_await workflow->accept(id, items, shown, language);
    }
    if (line->verb == u"decline"_s) {
        const Result<QString> why = boundedText(*line, u"why"_s, longestWhy);
        if (!why)
            co_return tl::unexpected<Error>(why.error());
        const QString reason = *why;
        co_return co_await workflow->decline(id, reason);
    }
    const Result<QString> name = boundedText(*line, u"name"_s, longestName);
    if (!name)
        co_return tl::unexpected<Error>(name.error());
    PlanSignature signature;
    signature.name = *name;
    signature.language = language;
    co_return co_await workflow->sign(id, signature, shown);
}

} // namespace

Task<Exit> runPlan(CommandLine *line)
{
    const Result<void> signedIn = co_await signIn(line);
    if (!signedIn)
        co_return tl::unexpected<Error>(signedIn.error());
    const Result<void> allowed = line->desk->session()->require(Permission::Plans);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    if (line->verb == u"list"_s)
        co_return co_await listPlans(line);
    const PlanId id = planNamed(line->arguments.value(0));
    if (line->verb == u"show"_s)
        co_return co_await showPlan(line, id);
    if (line->verb == u"print"_s)
        co_return co_await printProposal(line, id);
    line->desk->outbox()->start();
    const Result<PlanRecord> record = co_await actOnPlan(line, id);
    if (!record)
        co_return tl::unexpected<Error>(record.error());
    const VisitId none;
    const PatientId patient = record->current.patient;
    const Result<Exit> exit = co_await settled(line, none, patient);
    if (exit)
        co_await printPlan(line, id);
    co_return exit;
}

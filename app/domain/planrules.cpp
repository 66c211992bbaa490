// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/planning.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace plans;

// What becomes of plans as their sources and the CRM have them.

namespace {

//! What a source's status decides, where it decides anything.
std::optional<Decision> decisionOf(Status status)
{
    switch (status) {
    case Status::Accepted:
    case Status::InProgress:
        return Decision::Accepted;
    case Status::PartiallyAccepted:
        return Decision::PartiallyAccepted;
    case Status::Declined:
        return Decision::Declined;
    case Status::Draft:
    case Status::Proposed:
        return Decision::Open;
    case Status::Completed:
    case Status::Archived:
        break;
    }
    return std::nullopt;
}

//! Accepted or declined in the source. Words of the desk stand.
void followStatus(PlanVersion &version, const TreatmentPlan &fresh, const QDateTime &now)
{
    const std::optional<Decision> theirs = decisionOf(fresh.status);
    if (!theirs || *theirs == version.decision || version.decision == Decision::Replaced)
        return;
    if (!version.decidedBy.isEmpty() || isUsed(version))
        return;
    // What was signed here, or decided, and then changed there: accepted there is something else.
    if (isBound(version) && *theirs != Decision::Open && *theirs != Decision::Declined
        && !planDifferences(version.content, fresh).isEmpty())
        return;
    decide(version, *theirs, now, StaffId());
    if (*theirs == Decision::Declined)
        version.reason = fresh.statusReason;
    if (*theirs == Decision::PartiallyAccepted) {
        for (const PlanItem &item : standing(version.content))
            version.acceptedItems.append(item.id);
    }
}

//! What is done in the source is done of what was accepted.
void takeProgress(TreatmentPlan &content, const TreatmentPlan &fresh)
{
    QSet<QString> done;
    for (const PlanItem &item : fresh.items()) {
        if (item.state == ItemState::Done)
            done.insert(item.id);
    }
    for (PlanPhase &phase : content.phases) {
        for (PlanItem &item : phase.items) {
            if (item.state == ItemState::Planned && done.contains(item.id))
                item.state = ItemState::Done;
        }
    }
}

PlanTransition firstReading(const PlanContext &context, const TreatmentPlan &fresh,
                            const QDateTime &now)
{
    Planning planning(context, QString());
    PlanRecord &record = planning.record();
    record.current = fresh;
    record.readAt = now;
    PlanVersion version;
    version.plan = fresh.id;
    version.content = fresh;
    // A lost desk finds its Devis again (crm-schema.md, Plan_Version).
    for (auto it = context.quotes.cbegin(); it != context.quotes.cend(); ++it)
        version.number = std::max(version.number, it.key());
    const PlanQuote known = context.quotes.value(version.number);
    version.quote = known.quote;
    const PlanVersion before = version;
    if (known.meaning == PlanQuote::Meaning::Won)
        decide(version, Decision::Accepted, now, StaffId());
    else if (known.meaning == PlanQuote::Meaning::Lost)
        decide(version, Decision::Declined, now, StaffId());
    else
        followStatus(version, fresh, now);
    record.versions = {version};
    if (version.quote.id.isEmpty())
        planning.quote(planning.latest());
    else
        planning.quoteIfChanged(planning.latest(), before);
    return planning.done();
}

} // namespace

PlanTransition planRead(const PlanContext &context, const TreatmentPlan &read, const QDateTime &now)
{
    TreatmentPlan fresh = read;
    if (context.record.versions.isEmpty())
        return firstReading(context, fresh, now);
    Planning planning(context, QString());
    PlanRecord &record = planning.record();
    const TreatmentPlan former = record.current;
    record.readAt = now;
    const bool older = fresh.updatedAt.isValid() && former.updatedAt.isValid()
        && fresh.updatedAt < former.updatedAt;
    if (older && !fresh.gone) {
        PlanTransition nothing = planning.done();
        nothing.changed = false;
        return nothing;
    }
    if (fresh.gone) {
        // The trace of a deleted one names itself and nothing else.
        const QDateTime at = fresh.updatedAt;
        fresh = former;
        fresh.gone = true;
        if (at.isValid())
            fresh.updatedAt = at;
    }
    if (fresh.patient.isEmpty())
        fresh.patient = former.patient;
    if (fresh.visit.isEmpty())
        fresh.visit = former.visit;
    record.current = fresh;
    PlanVersion &version = planning.latest();
    const PlanVersion before = version;
    if (!isBound(version)) {
        version.content = fresh;
    } else {
        takeProgress(version.content, fresh);
        version.content.patient = fresh.patient;
    }
    if (fresh.status != former.status)
        followStatus(version, fresh, now);
    // Open again: what it would follow is what there is.
    if (isBound(before) && !isBound(version))
        version.content = fresh;
    planning.quoteIfChanged(version, before);
    if (isAccepted(version) && !isAccepted(before))
        planning.replaceEarlier();
    PlanTransition transition = planning.done();
    PlanRecord unread = transition.record;
    unread.readAt = context.record.readAt;
    transition.changed = unread != context.record || !transition.commands.isEmpty();
    return transition;
}

PlanTransition productChosen(const PlanContext &context, const QString &key,
                             const ProductId &product)
{
    Planning planning(context, u"plan-product"_s);
    bool found = false;
    const auto choose = [&key, &product, &found](TreatmentPlan &plan) {
        for (PlanPhase &phase : plan.phases) {
            for (PlanItem &item : phase.items) {
                if (!item.product.isEmpty() || productKey(item) != key)
                    continue;
                item.product = product;
                found = true;
            }
        }
    };
    choose(planning.record().current);
    PlanVersion &version = planning.latest();
    const PlanVersion before = version;
    // What was signed with it is signed still: which product of ours an act is, nobody was shown.
    choose(version.content);
    if (found)
        planning.quoteIfChanged(version, before);
    planning.say(QString(key + u" > "_s + product.value));
    PlanTransition transition = planning.done();
    transition.changed = found;
    return transition;
}

namespace {

//! Another desk has made a further version: what the plan is now is all that is known of it here.
PlanTransition versionOfOthers(const PlanContext &context, const PlanQuote &news,
                               const QDateTime &now)
{
    Planning planning(context, QString());
    PlanVersion version;
    version.plan = news.plan;
    version.number = news.version;
    version.content = context.record.current;
    version.quote = news.quote;
    if (news.meaning == PlanQuote::Meaning::Won)
        decide(version, Decision::Accepted, now, StaffId());
    else if (news.meaning == PlanQuote::Meaning::Lost)
        decide(version, Decision::Declined, now, StaffId());
    // Who accepted it has closed the Devis of the earlier ones.
    for (PlanVersion &earlier : planning.record().versions) {
        if (isAccepted(version) && earlier.decision != Decision::Declined)
            earlier.decision = Decision::Replaced;
    }
    planning.record().versions.append(version);
    return planning.done();
}

} // namespace

PlanTransition quoteRead(const PlanContext &context, const PlanQuote &news, const QDateTime &now)
{
    Planning planning(context, QString());
    QList<PlanVersion> &versions = planning.record().versions;
    const qsizetype count = versions.size();
    qsizetype place = 0;
    while (place < count && versions.at(place).number != news.version)
        ++place;
    const bool further =
        count > 0 && place == count && news.version > versions.at(count - 1).number;
    if (further)
        return versionOfOthers(context, news, now);
    if (place == count || context.undelivered.contains(news.version)
        || versions.at(place).quote == news.quote) {
        PlanTransition nothing = planning.done();
        nothing.changed = false;
        return nothing;
    }
    PlanVersion &version = versions[place];
    const bool staged = version.quote.stage != news.quote.stage;
    const bool isLatest = place == count - 1;
    version.quote = news.quote;
    if (staged && isLatest && version.decision != Decision::Replaced) {
        const bool declined = version.decision == Decision::Declined;
        if (news.meaning == PlanQuote::Meaning::Won && !isAccepted(version)) {
            decide(version, Decision::Accepted, now, StaffId());
            planning.replaceEarlier();
        } else if (news.meaning == PlanQuote::Meaning::Lost && !declined) {
            // What is booked stands until a person cancels it.
            if (isUsed(version)) {
                version.quoteForReview = true;
            } else {
                decide(version, Decision::Declined, now, StaffId());
                version.reason = words(
                    QT_TRANSLATE_NOOP("PlanRules", "The quote was closed as lost in the CRM."));
            }
        } else if (news.meaning == PlanQuote::Meaning::Open && version.decidedBy.isEmpty()
                   && version.decision != Decision::Open && !isUsed(version)) {
            decide(version, Decision::Open, now, StaffId());
            version.reason.clear();
        }
    }
    return planning.done();
}

QString productKey(const PlanItem &item)
{
    return item.code.isEmpty() ? item.treatmentId : item.code;
}

QStringList performedItems(const QList<PlanItem> &booked, const QList<RecordedAct> &acts)
{
    QStringList performed;
    QList<RecordedAct> left;
    const auto free = [&performed](const PlanItem &item) {
        return item.state != ItemState::Cancelled && !performed.contains(item.id);
    };
    for (const RecordedAct &act : acts) {
        if (act.status == u"cancelled"_s || act.status == u"planned"_s)
            continue;
        const bool own = std::any_of(booked.begin(), booked.end(), [&](const PlanItem &item) {
            return item.id == act.itemId && free(item);
        });
        if (own)
            performed.append(act.itemId);
        else
            left.append(act);
    }
    for (const RecordedAct &act : std::as_const(left)) {
        const QSet<QString> teeth(act.teeth.begin(), act.teeth.end());
        const PlanItem *toothless = nullptr;
        const PlanItem *match = nullptr;
        for (const PlanItem &item : booked) {
            if (!free(item) || item.product != act.product || item.product.isEmpty())
                continue;
            const QSet<QString> wanted(item.teeth.begin(), item.teeth.end());
            if (!match && !wanted.isEmpty() && wanted == teeth)
                match = &item;
            if (!toothless && wanted.isEmpty())
                toothless = &item;
        }
        if (!match)
            match = toothless;
        if (match)
            performed.append(match->id);
    }
    return performed;
}

void showPerformed(PlanVersion &version, const QSet<QString> &items)
{
    for (PlanPhase &phase : version.content.phases) {
        for (PlanItem &item : phase.items) {
            if (item.state == ItemState::Planned && items.contains(item.id))
                item.state = ItemState::Done;
        }
    }
}

QList<OrderLine> planLines(const PlanVersion &version, const QStringList &onlyItems,
                           const QList<Product> &catalogue, const Currency &currency)
{
    QList<OrderLine> lines;
    for (const PlanItem &item : standing(version.content)) {
        if (onlyItems.isEmpty() || onlyItems.contains(item.id))
            lines.append(planLine(item, catalogue, currency));
    }
    return lines;
}

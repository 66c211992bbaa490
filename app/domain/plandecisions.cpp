// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/planning.h"

using namespace Qt::StringLiterals;
using namespace plans;

// What people decide about plans.

namespace {

tl::unexpected<Error> refused(const QString &text)
{
    return failure(Error::Kind::Invalid, text);
}

tl::unexpected<Error> conflict(const QString &text)
{
    return failure(Error::Kind::Conflict, text);
}

tl::unexpected<Error> changedMeanwhile()
{
    return conflict(words(QT_TRANSLATE_NOOP(
        "PlanRules", "The plan is another by now. Look at it again, then decide.")));
}

QStringList idsOf(const QList<PlanItem> &items)
{
    QStringList ids;
    for (const PlanItem &item : items)
        ids.append(item.id);
    return ids;
}

QString versionWords(const PlanVersion &version)
{
    return QString(u"version "_s + QString::number(version.number));
}

} // namespace

Result<PlanTransition> acceptPlan(const PlanContext &context, const QStringList &items,
                                  const QByteArray &shown, const QString &language,
                                  const StaffId &by, const QDateTime &now)
{
    Planning planning(context, u"plan-accept"_s);
    PlanVersion &version = planning.latest();
    if (planDigest(version, language, context.currency) != shown)
        return changedMeanwhile();
    if (version.decision != Decision::Open && version.decision != Decision::PartiallyAccepted) {
        return conflict(words(QT_TRANSLATE_NOOP(
            "PlanRules", "This version has been decided on already. Take that back first.")));
    }
    const QStringList all = idsOf(standing(version.content));
    QStringList wanted;
    for (const QString &item : all) {
        if (items.isEmpty() || items.contains(item))
            wanted.append(item);
    }
    for (const QString &item : items) {
        if (!all.contains(item)) {
            return refused(words(QT_TRANSLATE_NOOP("PlanRules", "There is no act %1 in this plan."))
                               .arg(item));
        }
    }
    if (const QString why = whyNotProposed(version, planning.isAsked(version)); !why.isEmpty())
        return refused(why);
    if (const QString unknown = unknownActs(version.content, wanted); !unknown.isEmpty())
        return refused(unknown);
    for (const PlanBooking &booking : std::as_const(version.bookings)) {
        for (const QString &item : booking.items) {
            if (!wanted.contains(item)) {
                return refused(words(QT_TRANSLATE_NOOP(
                    "PlanRules",
                    "An intervention is booked for an act that would be left out. "
                    "Cancel it first.")));
            }
        }
    }
    const bool whole = wanted.size() == all.size();
    decide(version, whole ? Decision::Accepted : Decision::PartiallyAccepted, now, by);
    if (!whole)
        version.acceptedItems = wanted;
    planning.say(whole ? versionWords(version)
                       : QString(versionWords(version) + u"; items "_s + wanted.join(u", "_s)));
    planning.quote(version);
    planning.replaceEarlier();
    return planning.done();
}

Result<PlanTransition> declinePlan(const PlanContext &context, const QString &why,
                                   const StaffId &by, const QDateTime &now)
{
    Planning planning(context, u"plan-decline"_s);
    PlanVersion &version = planning.latest();
    if (why.isEmpty()) {
        return refused(words(QT_TRANSLATE_NOOP("PlanRules", "Say why the patient declines.")));
    }
    if (version.decision == Decision::Declined) {
        return conflict(
            words(QT_TRANSLATE_NOOP("PlanRules", "This version has been declined already.")));
    }
    if (isUsed(version)) {
        return refused(words(QT_TRANSLATE_NOOP(
            "PlanRules", "An intervention of this plan is booked. Cancel it first.")));
    }
    decide(version, Decision::Declined, now, by);
    version.reason = why;
    planning.say(versionWords(version));
    planning.quote(version);
    return planning.done();
}

Result<PlanTransition> reopenPlan(const PlanContext &context)
{
    Planning planning(context, u"plan-reopen"_s);
    PlanVersion &version = planning.latest();
    if (version.decision == Decision::Open) {
        return conflict(
            words(QT_TRANSLATE_NOOP("PlanRules", "Nothing has been decided about this version.")));
    }
    if (isUsed(version)) {
        return refused(words(QT_TRANSLATE_NOOP(
            "PlanRules", "An intervention of this plan is booked. Cancel it first.")));
    }
    decide(version, Decision::Open, QDateTime(), StaffId());
    version.reason.clear();
    if (version.signatures.isEmpty())
        version.content = context.record.current;
    planning.say(versionWords(version));
    planning.quote(version);
    return planning.done();
}

Result<PlanTransition> makePlanVersion(const PlanContext &context)
{
    Planning planning(context, u"plan-version"_s);
    if (!context.record.hasChanged()) {
        return conflict(words(QT_TRANSLATE_NOOP(
            "PlanRules", "The plan is as this version has it: there is nothing to make.")));
    }
    PlanVersion next;
    next.plan = context.record.current.id;
    next.number = planning.latest().number + 1;
    next.content = context.record.current;
    planning.record().versions.append(next);
    planning.say(versionWords(next));
    planning.quote(planning.latest());
    return planning.done();
}

Result<PlanTransition> signPlan(const PlanContext &context, PlanSignature signature,
                                const QByteArray &shown, const StaffId &witness,
                                const QDateTime &now)
{
    Planning planning(context, u"plan-sign"_s);
    PlanVersion &version = planning.latest();
    signature.name = signature.name.simplified();
    if (signature.name.isEmpty())
        return refused(words(QT_TRANSLATE_NOOP("PlanRules", "A signature needs a name.")));
    signature.digest = planDigest(version, signature.language, context.currency);
    if (signature.digest != shown)
        return changedMeanwhile();
    if (version.decision == Decision::Declined || version.decision == Decision::Replaced) {
        return conflict(words(QT_TRANSLATE_NOOP(
            "PlanRules", "This version is declined or replaced: it cannot be signed.")));
    }
    if (const QString why = whyNotProposed(version, planning.isAsked(version)); !why.isEmpty())
        return refused(why);
    signature.id = newUuid(now);
    signature.items = int(standing(version.content).size());
    signature.total = version.content.total(context.currency);
    signature.signedAt = now;
    signature.witness = witness;
    version.signatures.append(signature);
    planning.say(QString(versionWords(version) + u"; "_s + enumName(signature.by).toLower()
                         + u"; "_s + QString::fromLatin1(signature.digest.toHex())));
    PlanTransition transition = planning.done();
    if (version.content.source() == Source::OpenDental) {
        transition.commands.append(
            {SignOpenDentalPlan{version.content.patient, version.plan, version.number}, {}});
    }
    return transition;
}

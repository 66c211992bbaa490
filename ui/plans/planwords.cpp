// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planwords.h"

#include "app/domain/proposal.h"
#include "ui/patients/datetext.h"
#include "ui/visit/visitwords.h"
#include "ui/widgets/wording.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace planwords {

namespace {

struct PlanWords {
    Q_DECLARE_TR_FUNCTIONS(PlanWords)
};

bool isBooked(const PlanVersion &version, const PlanItem &item)
{
    return std::any_of(
        version.bookings.cbegin(), version.bookings.cend(),
        [&item](const PlanBooking &booking) { return booking.items.contains(item.id); });
}

bool isAccepted(const PlanVersion &version)
{
    return version.decision == plans::Decision::Accepted
        || version.decision == plans::Decision::PartiallyAccepted;
}

bool isMeant(const PlanVersion &version, const PlanItem &item)
{
    return isAccepted(version)
        && (version.acceptedItems.isEmpty() || version.acceptedItems.contains(item.id));
}

QString day(const QDateTime &utc, const QTimeZone &zone)
{
    return dateText(utc.toTimeZone(zone).date());
}

Standing undecided(const PlanVersion &version, const Currency &currency, const QTimeZone &zone)
{
    if (version.content.gone)
        return {PlanWords::tr("deleted in its source"), Chips::Tone::Quiet};
    for (const PlanSignature &signature : version.signatures) {
        if (signature.by == plans::Signer::Patient && isOfThis(signature, version, currency))
            return {PlanWords::tr("signed %1", "date").arg(day(signature.signedAt, zone)),
                    Chips::Tone::Good};
    }
    switch (version.content.status) {
    case plans::Status::Draft:
        return {PlanWords::tr("draft", "plan"), Chips::Tone::Quiet};
    case plans::Status::InProgress:
        return {PlanWords::tr("in progress", "plan"), Chips::Tone::Info};
    case plans::Status::Completed:
        return {PlanWords::tr("completed", "plan"), Chips::Tone::Good};
    case plans::Status::Archived:
        return {PlanWords::tr("archived", "plan"), Chips::Tone::Quiet};
    case plans::Status::Proposed:
    case plans::Status::Accepted:
    case plans::Status::PartiallyAccepted:
    case plans::Status::Declined:
        break;
    }
    return {PlanWords::tr("to be decided", "plan"), Chips::Tone::Info};
}

} // namespace

QString title(const PlanRecord &record, const PlanVersion &version)
{
    const QString name = version.content.title.isEmpty()
        ? PlanWords::tr("Plan %1", "number").arg(version.content.remoteId())
        : version.content.title;
    if (record.versions.size() < 2 && version.number == 1)
        return name;
    return PlanWords::tr("%1 · version %2", "plan's title, number").arg(name).arg(version.number);
}

QString summary(const TreatmentPlan &plan)
{
    if (!plan.note.isEmpty())
        return plan.note.simplified();
    QStringList phases;
    for (const PlanPhase &phase : plan.phases) {
        if (!phase.title.isEmpty())
            phases.append(phase.title);
    }
    if (!phases.isEmpty())
        return phases.join(u", "_s);
    return PlanWords::tr("%n item(s)", nullptr, itemCount(plan));
}

Standing decision(const PlanVersion &version, const Currency &currency, const QTimeZone &zone)
{
    switch (version.decision) {
    case plans::Decision::Accepted:
        return {PlanWords::tr("accepted %1", "date").arg(day(version.decidedAt, zone)),
                Chips::Tone::Good};
    case plans::Decision::PartiallyAccepted:
        return {PlanWords::tr("partly accepted %1", "date").arg(day(version.decidedAt, zone)),
                Chips::Tone::Good};
    case plans::Decision::Declined:
        return {PlanWords::tr("declined", "plan"), Chips::Tone::Warning};
    case plans::Decision::Replaced:
        return {PlanWords::tr("replaced", "plan"), Chips::Tone::Quiet};
    case plans::Decision::Open:
        break;
    }
    return undecided(version, currency, zone);
}

QString phaseTitle(const PlanPhase &phase, int number)
{
    const QString plain = PlanWords::tr("Phase %1").arg(number);
    // Some surgeons call their phases just that.
    if (phase.title.isEmpty() || phase.title.compare(plain, Qt::CaseInsensitive) == 0)
        return plain;
    return PlanWords::tr("Phase %1 · %2", "number, title").arg(number).arg(phase.title);
}

Standing phase(const PlanVersion &version, const PlanPhase &phase)
{
    int done = 0;
    int booked = 0;
    int meant = 0;
    int all = 0;
    for (const PlanItem &item : phase.items) {
        if (item.state == plans::ItemState::Cancelled)
            continue;
        ++all;
        done += item.state == plans::ItemState::Done ? 1 : 0;
        booked += isBooked(version, item) && item.state == plans::ItemState::Planned ? 1 : 0;
        meant += isMeant(version, item) ? 1 : 0;
    }
    if (all == 0)
        return {phase.items.isEmpty() ? QString() : PlanWords::tr("cancelled", "phase"),
                Chips::Tone::Quiet};
    if (done == all)
        return {PlanWords::tr("done", "phase"), Chips::Tone::Good};
    if (!isAccepted(version))
        return done == 0
            ? Standing()
            : Standing{PlanWords::tr("%1 of %2 done").arg(done).arg(all), Chips::Tone::Info};
    if (meant == 0)
        return {PlanWords::tr("not accepted", "phase"), Chips::Tone::Quiet};
    if (done > 0)
        return {PlanWords::tr("%1 of %2 done").arg(done).arg(all), Chips::Tone::Info};
    if (booked >= meant)
        return {PlanWords::tr("booked", "phase"), Chips::Tone::Good};
    if (booked > 0)
        return {PlanWords::tr("partly booked", "phase"), Chips::Tone::Info};
    return {meant < all ? PlanWords::tr("partly accepted, not booked", "phase")
                        : PlanWords::tr("accepted, not booked", "phase"),
            Chips::Tone::Info};
}

QString itemState(const PlanVersion &version, const PlanItem &item)
{
    switch (item.state) {
    case plans::ItemState::Done:
        return PlanWords::tr("done", "item");
    case plans::ItemState::Cancelled:
        return PlanWords::tr("cancelled", "item");
    case plans::ItemState::Planned:
        break;
    }
    if (isBooked(version, item))
        return PlanWords::tr("booked", "item");
    if (isAccepted(version) && !isMeant(version, item))
        return PlanWords::tr("not accepted", "item");
    if (item.product.isEmpty())
        return PlanWords::tr("not in the catalogue", "item");
    return PlanWords::tr("planned", "item");
}

QString teeth(const PlanItem &item, teeth::Notation notation)
{
    const QString written = proposals::teeth(item.teeth, notation);
    return written.isEmpty() ? u"—"_s : written;
}

QString surfaces(const PlanItem &item)
{
    return item.surfaces.isEmpty() ? u"—"_s : item.surfaces.join(QString());
}

QString item(const PlanItem &item, teeth::Notation notation)
{
    const QString where = teeth(item, notation);
    return item.teeth.isEmpty() ? item.label : u"%1 · %2"_s.arg(where, item.label);
}

QString quote(const PlanVersion &version)
{
    if (!version.quote.number.isEmpty())
        return PlanWords::tr("Quote %1").arg(version.quote.number);
    if (!version.quote.id.isEmpty())
        return PlanWords::tr("Quote in the CRM");
    return PlanWords::tr("No quote yet");
}

Standing quoteStanding(const PlanVersion &version, const Delivery &delivery)
{
    if (version.quoteForReview)
        return {PlanWords::tr("to be reviewed: the plan has no items any more"),
                Chips::Tone::Warning};
    const bool made = !version.quote.id.isEmpty();
    if (!version.blocked.isEmpty() && !made)
        return {PlanWords::tr("not made: see above"), Chips::Tone::Warning};
    if (version.content.automatic)
        return {PlanWords::tr("none is made of an automatic plan"), Chips::Tone::Quiet};
    if (!delivery.failure.isEmpty())
        return {PlanWords::tr("needs attention", "quote"), Chips::Tone::Warning};
    if (!made)
        return {delivery.waiting ? PlanWords::tr("on its way to the CRM", "quote")
                                 : PlanWords::tr("none yet"),
                Chips::Tone::Quiet};
    const QString stage =
        version.quote.stage.isEmpty() ? PlanWords::tr("in the CRM") : version.quote.stage;
    return {u"%1 · %2"_s.arg(stage,
                             delivery.waiting ? PlanWords::tr("being sent", "quote")
                                              : PlanWords::tr("in step", "quote")),
            Chips::Tone::Quiet};
}

QString source(const TreatmentPlan &plan)
{
    return wording::system(plan.source() == plans::Source::OpenDental ? Service::OpenDental
                                                                      : Service::DentalTap);
}

QString language(const QString &code)
{
    return code.startsWith(u"fr"_s) ? PlanWords::tr("French") : PlanWords::tr("English");
}

QString signer(plans::Signer by)
{
    return by == plans::Signer::Patient ? PlanWords::tr("Patient", "signer")
                                        : PlanWords::tr("Practice", "signer");
}

bool isOfThis(const PlanSignature &signature, const PlanVersion &version, const Currency &currency)
{
    return signature.digest == planDigest(version, signature.language, currency);
}

QString shown(int version, const QString &languageCode, int items, const Money &total)
{
    const QString count = PlanWords::tr("%n item(s)", nullptr, items);
    return PlanWords::tr("version %1, %2, %3, %4", "number, language, items, total")
        .arg(version)
        .arg(language(languageCode), count, wording::money(total));
}

QString difference(const PlanDifference &difference, teeth::Notation notation)
{
    switch (difference.kind) {
    case PlanDifference::Kind::Added:
        return PlanWords::tr("%1 added", "item").arg(item(difference.after, notation));
    case PlanDifference::Kind::Removed:
        return PlanWords::tr("%1 taken off", "item").arg(item(difference.before, notation));
    case PlanDifference::Kind::Changed:
        break;
    }
    const PlanItem &after = difference.after;
    const PlanItem &before = difference.before;
    const QString what = item(after, notation);
    if (after.state == plans::ItemState::Cancelled && before.state != after.state)
        return PlanWords::tr("%1 cancelled", "item").arg(what);
    if (after.amount() != before.amount())
        return PlanWords::tr("%1 now %2", "item, amount")
            .arg(what, wording::amount(after.amount()));
    return PlanWords::tr("%1 changed", "item").arg(what);
}

int itemCount(const TreatmentPlan &plan)
{
    const QList<PlanItem> all = plan.items();
    return int(std::count_if(all.cbegin(), all.cend(), [](const PlanItem &item) {
        return item.state != plans::ItemState::Cancelled;
    }));
}

Money done(const PlanVersion &version, const Currency &currency)
{
    Money sum{0, currency};
    for (const PlanItem &item : version.content.items()) {
        if (item.state == plans::ItemState::Done)
            sum.minor += item.amount().minor;
    }
    return sum;
}

} // namespace planwords

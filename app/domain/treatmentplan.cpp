// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/treatmentplan.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto dentalTapPrefix = "dentaltap:"_L1;
constexpr auto openDentalPrefix = "opendental:"_L1;

const PlanItem *itemOf(const QList<PlanItem> &items, const QString &id)
{
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&id](const PlanItem &item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

//! What of an item is proposed; that it was done meanwhile changes no proposal.
PlanItem proposed(PlanItem item)
{
    if (item.state == plans::ItemState::Done)
        item.state = plans::ItemState::Planned;
    return item;
}

} // namespace

PlanId planId(plans::Source source, const QString &remoteId)
{
    return PlanId(QString(source == plans::Source::OpenDental ? openDentalPrefix : dentalTapPrefix)
                  + remoteId);
}

Money PlanItem::amount() const
{
    OrderLine line;
    line.quantity = quantity;
    line.unitPrice = unitPrice;
    line.discount = percentOf(scaled(unitPrice, quantity), discountPercent);
    return line.net();
}

plans::Source TreatmentPlan::source() const
{
    return id.value.startsWith(openDentalPrefix) ? plans::Source::OpenDental
                                                 : plans::Source::DentalTap;
}

QString TreatmentPlan::remoteId() const
{
    return id.value.section(u':', 1);
}

QList<PlanItem> TreatmentPlan::items() const
{
    QList<PlanItem> all;
    for (const PlanPhase &phase : phases)
        all.append(phase.items);
    return all;
}

Money TreatmentPlan::total(const Currency &currency) const
{
    Money sum{0, currency};
    for (const PlanItem &item : items()) {
        if (item.state != plans::ItemState::Cancelled)
            sum.minor += item.amount().minor;
    }
    return sum;
}

QList<PlanItem> PlanVersion::accepted() const
{
    QList<PlanItem> result;
    if (decision != plans::Decision::Accepted && decision != plans::Decision::PartiallyAccepted)
        return result;
    for (const PlanItem &item : content.items()) {
        const bool meant = acceptedItems.isEmpty() || acceptedItems.contains(item.id);
        if (meant && item.state != plans::ItemState::Cancelled)
            result.append(item);
    }
    return result;
}

QList<PlanItem> PlanVersion::toBook() const
{
    QList<PlanItem> result;
    for (const PlanItem &item : accepted()) {
        const bool booked =
            std::any_of(bookings.begin(), bookings.end(), [&item](const PlanBooking &booking) {
                return booking.items.contains(item.id);
            });
        if (!booked && item.state == plans::ItemState::Planned)
            result.append(item);
    }
    return result;
}

bool PlanRecord::hasChanged() const
{
    const PlanVersion &version = latest();
    const bool bound = version.decision != plans::Decision::Open || !version.signatures.isEmpty();
    return bound && !planDifferences(version.content, current).isEmpty();
}

QByteArray planDigest(const PlanVersion &version, const QString &language, const Currency &currency)
{
    QJsonArray items;
    for (const PlanItem &item : version.content.items()) {
        if (item.state == plans::ItemState::Cancelled)
            continue;
        items.append(QJsonArray{item.id, item.product.value, item.code, item.label,
                                QJsonArray::fromStringList(item.teeth),
                                QJsonArray::fromStringList(item.surfaces), item.quantity,
                                item.unitPrice.minor, item.discountPercent});
    }
    const QJsonObject shown{{u"plan"_s, version.plan.value},
                            {u"version"_s, version.number},
                            {u"items"_s, items},
                            {u"total"_s, version.content.total(currency).minor},
                            {u"currency"_s, currency.code},
                            {u"language"_s, language}};
    return QCryptographicHash::hash(QJsonDocument(shown).toJson(QJsonDocument::Compact),
                                    QCryptographicHash::Sha256);
}

QList<PlanDifference> planDifferences(const TreatmentPlan &before, const TreatmentPlan &after)
{
    QList<PlanDifference> result;
    const QList<PlanItem> then = before.items();
    const QList<PlanItem> now = after.items();
    for (const PlanItem &item : now) {
        const PlanItem *former = itemOf(then, item.id);
        PlanDifference difference;
        difference.after = item;
        if (!former) {
            difference.kind = PlanDifference::Kind::Added;
            result.append(difference);
        } else if (proposed(*former) != proposed(item)) {
            difference.before = *former;
            result.append(difference);
        }
    }
    for (const PlanItem &item : then) {
        if (!itemOf(now, item.id)) {
            PlanDifference difference;
            difference.kind = PlanDifference::Kind::Removed;
            difference.before = item;
            result.append(difference);
        }
    }
    return result;
}

OrderLine planLine(const PlanItem &item, const QList<Product> &catalogue, const Currency &currency)
{
    OrderLine line;
    line.mark = u"plan:"_s + item.id;
    line.product = item.product;
    line.label = item.label;
    line.tooth = toothText(item.teeth, item.surfaces);
    line.quantity = item.quantity;
    line.unitPrice = item.unitPrice;
    line.discount =
        Money{scaled(item.unitPrice, item.quantity).minor - item.amount().minor, currency};
    for (const Product &product : catalogue) {
        if (product.id != item.product)
            continue;
        line.invoiceClass = product.invoiceClass;
        line.taxes = product.taxes;
        if (line.label.isEmpty())
            line.label = product.name;
    }
    return line;
}

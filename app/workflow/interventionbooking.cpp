// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workflow/bookingworkflow.h"
#include "app/workflow/planworkflow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

// A part of what a patient accepted becomes an appointment.

namespace {

constexpr int usualMinutes = 30; //!< of an act whose product does not say
constexpr int longestMinutes = 720;
constexpr qsizetype longestReason = 200;

const PlanVersion *versionOf(const PlanRecord &record, int number)
{
    if (number == 0)
        return &record.latest();
    const auto found =
        std::find_if(record.versions.begin(), record.versions.end(),
                     [number](const PlanVersion &version) { return version.number == number; });
    return found == record.versions.end() ? nullptr : &*found;
}

const PlanPhase *phaseOf(const TreatmentPlan &plan, const QString &id)
{
    const auto found = std::find_if(plan.phases.begin(), plan.phases.end(),
                                    [&id](const PlanPhase &phase) { return phase.id == id; });
    return found == plan.phases.end() ? nullptr : &*found;
}

bool holds(const PlanPhase &phase, const QString &item)
{
    return std::any_of(phase.items.begin(), phase.items.end(),
                       [&item](const PlanItem &each) { return each.id == item; });
}

//! The items of the part; without a list of them all of its phase, or of the plan, that are among
//! those.
QList<PlanItem> meant(const PlannedPart &part, const TreatmentPlan &plan,
                      const QList<PlanItem> &among)
{
    const PlanPhase *phase = phaseOf(plan, part.phase);
    QList<PlanItem> items;
    for (const PlanItem &item : among) {
        const bool listed = part.items.isEmpty() || part.items.contains(item.id);
        if (listed && (part.phase.isEmpty() || (phase && holds(*phase, item.id))))
            items.append(item);
    }
    return items;
}

//! The one phase that all of the items are of; empty = several.
QString phaseOfAll(const QList<PlanItem> &items, const TreatmentPlan &plan)
{
    for (const PlanPhase &phase : plan.phases) {
        const bool all = std::all_of(items.begin(), items.end(), [&phase](const PlanItem &item) {
            return holds(phase, item.id);
        });
        if (all)
            return phase.id;
    }
    return {};
}

QStringList idsOf(const QList<PlanItem> &items)
{
    QStringList ids;
    for (const PlanItem &item : items)
        ids.append(item.id);
    return ids;
}

} // namespace

Task<Visit> PlanWorkflow::book(InterventionRequest request)
{
    const Running running(this);
    for (const Permission needed : {Permission::Plans, Permission::Book}) {
        const Result<void> allowed = m_session->require(needed);
        if (!allowed)
            co_return tl::unexpected<Error>(allowed.error());
    }
    const Result<void> ready = co_await m_booking->requireCrmSetup();
    if (!ready)
        co_return tl::unexpected<Error>(ready.error());
    const PlanId id = request.part.plan;
    const Result<PlanRecord> record = co_await m_plans->record(id);
    if (!record)
        co_return tl::unexpected<Error>(record.error());
    const PlanVersion *version = versionOf(*record, request.part.version);
    if (!version || version->accepted().isEmpty()) {
        co_return failure(Error::Kind::Invalid,
                          tr("Nothing of this plan is accepted yet. Accept it first."));
    }
    if (!version->blocked.isEmpty())
        co_return failure(Error::Kind::Invalid, version->blocked);
    const TreatmentPlan &plan = version->content;
    if (!request.part.phase.isEmpty() && !phaseOf(plan, request.part.phase))
        co_return failure(Error::Kind::NotFound, tr("The plan has no such phase."));
    const QList<PlanItem> items = meant(request.part, plan, version->toBook());
    const bool all = std::all_of(
        request.part.items.begin(), request.part.items.end(), [&items](const QString &wanted) {
            return std::any_of(items.begin(), items.end(),
                               [&wanted](const PlanItem &item) { return item.id == wanted; });
        });
    if (items.isEmpty() || !all) {
        co_return failure(Error::Kind::Conflict,
                          tr("Not all of these acts are left to book: some are booked, done or "
                             "not accepted. Look at the plan again."));
    }
    for (const PlanItem &item : items) {
        if (item.product.isEmpty()) {
            co_return failure(Error::Kind::Invalid,
                              tr("The catalogue does not know an act of this plan: %1. Choose its "
                                 "product first.")
                                  .arg(item.label));
        }
    }

    Appointment appointment;
    appointment.id = VisitId{newUuid(m_clock())};
    appointment.patient = plan.patient.isEmpty() ? record->current.patient : plan.patient;
    if (appointment.patient.isEmpty()) {
        co_return failure(Error::Kind::Invalid,
                          tr("Nobody has said yet who this plan's patient is."));
    }
    appointment.kind = Appointment::Kind::Intervention;
    appointment.origin = Appointment::Origin::Desk;
    PlannedPart part;
    part.plan = id;
    part.version = version->number;
    part.items = idsOf(items);
    part.phase = request.part.phase.isEmpty() ? phaseOfAll(items, plan) : request.part.phase;
    if (request.deposit.minor < 0)
        co_return failure(Error::Kind::Invalid, tr("A deposit is an amount above zero."));
    if (request.deposit.minor > 0) {
        const Result<Product> product = co_await depositProduct();
        if (!product)
            co_return tl::unexpected<Error>(product.error());
        part.deposit = Money{request.deposit.minor, m_settings.currency};
        part.depositProduct = product->id;
    }
    appointment.part = part;
    const PlanPhase *phase = phaseOf(plan, part.phase);
    QString reason = phase && !phase->title.isEmpty() ? phase->title : plan.title;
    if (reason.trimmed().isEmpty())
        reason = items.first().label;
    appointment.reason = reason.simplified().left(longestReason);
    const Result<QString> note = BookingWorkflow::cleanNote(request.note);
    if (!note)
        co_return tl::unexpected<Error>(note.error());
    appointment.note = *note;
    const Result<Slot> slot = co_await m_booking->bookable(request.slot, request.despiteConflicts);
    if (!slot)
        co_return tl::unexpected<Error>(slot.error());
    appointment.slot = *slot;
    const PatientId person = appointment.patient;
    const Result<Patient> patient = co_await m_patients->patient(person);
    if (!patient)
        co_return tl::unexpected<Error>(patient.error());
    const VisitStore::Rule rule = [](const VisitContext &context) { return booked(context); };
    co_return co_await m_visits->create(*patient, false, appointment, rule, m_session->currentId());
}

Task<Product> PlanWorkflow::depositProduct()
{
    const Result<QList<Product>> products = co_await m_catalogue->products();
    if (!products)
        co_return tl::unexpected<Error>(products.error());
    const QString code = m_settings.zoho.depositProductCode;
    for (const Product &product : *products) {
        const bool named = code.isEmpty()
            ? product.name.startsWith(u"Acompte"_s, Qt::CaseInsensitive)
            : product.code == code;
        if (product.active && named)
            co_return product;
    }
    co_return failure(Error::Kind::NotFound,
                      tr("The catalogue has no deposit to put on the order. Add a product "
                         "\"Acompte\" in the CRM, or name its code in the settings."));
}

Task<int> PlanWorkflow::minutesOf(PlannedPart part)
{
    const Running running(this);
    const Result<void> allowed = m_session->require(Permission::Plans);
    if (!allowed)
        co_return tl::unexpected<Error>(allowed.error());
    const PlanId id = part.plan;
    const Result<PlanRecord> record = co_await m_plans->record(id);
    if (!record)
        co_return tl::unexpected<Error>(record.error());
    const PlanVersion *version = versionOf(*record, part.version);
    if (!version)
        co_return failure(Error::Kind::NotFound, tr("The plan has no such version."));
    const TreatmentPlan &plan = version->content;
    QList<PlanItem> standing = plan.items();
    standing.removeIf(
        [](const PlanItem &item) { return item.state == plans::ItemState::Cancelled; });
    const bool open = version->accepted().isEmpty();
    const bool anyLeft = part.items.isEmpty() && !open;
    const QList<PlanItem> items = meant(part, plan, anyLeft ? version->toBook() : standing);
    const PlanPhase *phase = phaseOf(plan, phaseOfAll(items, plan));
    if (phase && phase->minutes > 0 && !items.isEmpty()) {
        PlannedPart whole;
        whole.phase = phase->id;
        if (meant(whole, plan, standing).size() == items.size())
            co_return std::min(phase->minutes, longestMinutes);
    }
    const Result<QList<Product>> products = co_await m_catalogue->products();
    if (!products)
        co_return tl::unexpected<Error>(products.error());
    int minutes = 0;
    for (const PlanItem &item : items) {
        int each = usualMinutes;
        for (const Product &product : *products) {
            if (product.id == item.product && product.durationMinutes > 0)
                each = product.durationMinutes;
        }
        minutes += each;
    }
    co_return std::clamp(minutes, usualMinutes, longestMinutes);
}

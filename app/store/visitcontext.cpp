// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/visitcontext.h"

#include "app/domain/interventionlines.h"
#include "app/domain/receipt.h"
#include "app/store/afterexitrows.h"
#include "app/store/auditlog.h"
#include "app/store/outboxrows.h"
#include "app/store/planrows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace rows {

namespace {

OrderLine bookingLine(const ProductId &booked, const QList<Product> &catalogue)
{
    OrderLine line;
    const auto product = std::find_if(catalogue.begin(), catalogue.end(),
                                      [&](const Product &each) { return each.id == booked; });
    if (booked.isEmpty() || product == catalogue.end())
        return line;
    line.mark = u"booking"_s;
    line.product = product->id;
    line.label = product->name;
    line.invoiceClass = product->invoiceClass;
    line.unitPrice = product->price;
    line.discount = Money{0, product->price.currency};
    line.taxes = product->taxes;
    return line;
}

//! What an intervention is booked with, until its order was read; none while the plan cannot be.
QList<OrderLine> plannedLines(QSqlDatabase &db, const Seal &seal, const VisitRow &row,
                              const OrderRow &order, const QList<Product> &catalogue,
                              const Currency &currency)
{
    if (!order.order.id.isEmpty())
        return {};
    const PlannedPart &part = *row.appointment.part;
    const Result<PlanVersion> version = planVersion(db, seal, part.plan, part.version);
    return version ? interventionLines(part, version->content, catalogue, currency)
                   : QList<OrderLine>();
}

bool reachedCrm(Sent sent)
{
    return sent == Sent::Maybe || sent == Sent::Done;
}

} // namespace

OrderLines shownOf(QSqlDatabase &db, const Seal &seal, const VisitRow &row, const OrderRow &order,
                   const QList<Product> &catalogue, const Currency &currency)
{
    OrderLines lines = row.appointment.part
        ? shownLines(order.order, order.lastSent,
                     plannedLines(db, seal, row, order, catalogue, currency), order.acts,
                     row.visit.choices, catalogue, currency)
        : shownLines(order.order, order.lastSent, bookingLine(row.appointment.product, catalogue),
                     order.acts, row.visit.choices, catalogue, currency);
    lines.readAt = order.readAt;
    return lines;
}

Result<VisitContext> context(QSqlDatabase &db, const Seal &seal, const VisitStore::Rules &rules,
                             const VisitRow &row)
{
    VisitContext context;
    context.visit = row.visit;
    context.appointment = row.appointment;
    const Result<OrderRow> orderRow = order(db, seal, row.visit.id);
    if (!orderRow)
        return tl::unexpected<Error>(orderRow.error());
    const Result<QList<Product>> catalogue = products(db);
    if (!catalogue)
        return tl::unexpected<Error>(catalogue.error());
    context.lines = shownOf(db, seal, row, *orderRow, *catalogue, rules.currency);
    const Result<Links> ofVisit = links(db, row.visit.id.value);
    if (!ofVisit)
        return tl::unexpected<Error>(ofVisit.error());
    const Result<Links> ofPatient = row.appointment.patient.isEmpty()
        ? Result<Links>(Links())
        : links(db, row.appointment.patient.value);
    if (!ofPatient)
        return tl::unexpected<Error>(ofPatient.error());
    const Result<CommandProgress> progress =
        commandProgress(db, row.visit.id, row.appointment.patient);
    if (!progress)
        return tl::unexpected<Error>(progress.error());
    context.contactLinked = ofPatient->contains(RecordKind::Contact);
    context.dentalTapPatientLinked = ofPatient->contains(RecordKind::DentalTapPatient);
    context.customerLinked = ofPatient->contains(RecordKind::QuickBooksCustomer);
    context.orderLinked = ofVisit->contains(RecordKind::SalesOrder);
    context.orderRead = !orderRow->order.id.isEmpty();
    context.crmEventLinked = ofVisit->contains(RecordKind::CrmEvent);
    context.dentalTapLinked = ofVisit->contains(RecordKind::DentalTapAppointment);
    context.calendarLinked = ofVisit->contains(RecordKind::CalendarEvent);
    context.sent = progress->sent;
    context.waiting = progress->waiting;
    context.converted = ofVisit->contains(RecordKind::CrmInvoice)
        || reachedCrm(context.sentOf(u"ConvertToInvoice"_s));
    context.orderConverted = orderRow->order.converted;
    context.orderCurrency = orderRow->order.currency;
    if (visits::isOver(row.visit.state)) {
        Result<QList<OpenItem>> items = openItems(db, seal, row.visit.id);
        if (!items)
            return tl::unexpected<Error>(items.error());
        showItems(*items, *catalogue, rules.currency);
        context.openItems = *items;
        const Result<QList<Supplement>> billed = supplements(db, seal, row.visit.id);
        if (!billed)
            return tl::unexpected<Error>(billed.error());
        context.hasSupplement = !billed->isEmpty();
    }
    context.weWriteCalendar = rules.weWriteCalendar;
    context.weCreateTwins = rules.weCreateTwins;
    return context;
}

Result<Applied> apply(QSqlDatabase &db, const Seal &seal, const VisitContext &before,
                      const Transition &transition, const StaffId &by, const QDateTime &now)
{
    const VisitRow old{before.appointment, before.visit};
    const VisitRow fresh{transition.appointment, transition.visit};
    Applied applied;
    applied.visit = before.visit;
    const Result<int> dropped = dropUnsent(db, before.visit.id, transition.dropUnsent);
    if (!dropped)
        return tl::unexpected<Error>(dropped.error());
    if (fresh == old && transition.commands.isEmpty() && transition.items.isEmpty()
        && *dropped == 0)
        return applied;
    if (Result<void> written = updateVisit(db, seal, fresh); !written)
        return tl::unexpected<Error>(written.error());
    applied.visit = transition.visit;
    ++applied.visit.revision;
    applied.changed = true;
    const bool wasOver = visits::isOver(before.visit.state);
    const bool exits = !wasOver && visits::isOver(transition.visit.state);
    if (exits) {
        const Result<OrderRow> stored = order(db, seal, before.visit.id);
        if (!stored)
            return tl::unexpected<Error>(stored.error());
        const rowjson::Confirmed confirmed{before.lines, actsDigest(stored->acts)};
        if (Result<void> kept = putConfirmed(db, seal, before.visit.id, confirmed); !kept)
            return tl::unexpected<Error>(kept.error());
    }
    if (transition.supplement) {
        if (Result<void> made = insertSupplement(db, seal, before.visit.id, *transition.supplement);
            !made)
            return tl::unexpected<Error>(made.error());
    }
    for (const OpenItem &item : transition.items) {
        if (Result<void> put = putOpenItem(db, seal, before.visit.id, item); !put)
            return tl::unexpected<Error>(put.error());
    }
    if (wasOver != visits::isOver(transition.visit.state)) {
        const Result<bool> refreshed = refreshOpenItems(db, seal, fresh, now);
        if (!refreshed)
            return tl::unexpected<Error>(refreshed.error());
    }
    const Result<QList<qint64>> queued =
        enqueue(db, transition.commands, before.visit.id, transition.appointment.patient, now);
    if (!queued)
        return tl::unexpected<Error>(queued.error());
    applied.queued = !queued->isEmpty();
    AuditRow row;
    row.at = now;
    row.by = by;
    row.action = transition.action;
    row.subject = u"visit:"_s + before.visit.id.value;
    QStringList names;
    for (const Planned &planned : transition.commands)
        names.append(commandName(planned.command));
    row.detail = enumName(before.visit.state) + u" > "_s + enumName(transition.visit.state);
    if (!names.isEmpty())
        row.detail += u"; "_s + names.join(u", "_s);
    if (transition.visit.asShown && exits)
        row.detail += u"; as shown"_s;
    for (const OpenItem &item : transition.items)
        row.detail += u"; item "_s + item.itemId;
    if (!transition.reason.isEmpty())
        row.detail += u": "_s + transition.reason;
    if (Result<void> noted = AuditLog::write(db, row); !noted)
        return tl::unexpected<Error>(noted.error());
    return applied;
}

Result<DayEntry> dayEntry(QSqlDatabase &db, const Seal &seal, const VisitRow &row,
                          const QList<Product> &catalogue, const Currency &currency)
{
    DayEntry entry;
    entry.appointment = row.appointment;
    entry.visit = row.visit;
    entry.patientName = row.appointment.strangerName;
    const bool known = !row.appointment.patient.isEmpty();
    if (known && !seal.isLocked()) {
        // A cell that does not open costs this card its name, not the day.
        if (const Result<Patient> person = patient(db, seal, row.appointment.patient)) {
            entry.patientName = person->displayName();
            entry.birthDate = person->birthDate;
            entry.phone = person->mobile.isEmpty() ? person->phone : person->mobile;
            entry.alerts = person->alerts;
        }
    }
    Statement states(db,
                     u"SELECT state, name FROM outbox WHERE visit = ? "
                     "AND state IN ('Waiting', 'Sending', 'Failed')"_s);
    if (Result<void> read = states.run(row.visit.id); !read)
        return tl::unexpected<Error>(read.error());
    while (states.next()) {
        const bool failed = states.text(0) == u"Failed"_s;
        entry.failed = entry.failed || failed;
        entry.sending = entry.sending || !failed;
        entry.hasOrder = entry.hasOrder || states.text(1) == u"BookInCrm"_s;
    }
    Statement linked(db, u"SELECT 1 FROM link WHERE kind = 'SalesOrder' AND local_id = ?"_s);
    if (Result<void> read = linked.run(row.visit.id); !read)
        return tl::unexpected<Error>(read.error());
    entry.hasOrder = entry.hasOrder || linked.next();
    if (!seal.isLocked()) {
        if (const Result<OrderRow> stored = order(db, seal, row.visit.id)) {
            const OrderLines lines = shownOf(db, seal, row, *stored, catalogue, currency);
            const bool billedElsewhere =
                stored->order.id.isEmpty() && row.visit.state == VisitState::Invoiced;
            if (billedElsewhere) {
                entry.total = row.visit.confirmedTotal;
            } else if (!lines.lines.isEmpty()) {
                entry.total = lines.total();
                if (entry.total.currency.code.isEmpty())
                    entry.total.currency = currency;
            }
        }
    }
    return entry;
}

} // namespace rows

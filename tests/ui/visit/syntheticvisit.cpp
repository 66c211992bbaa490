// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/visit/syntheticvisit.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace syntheticvisit {

namespace {

const Currency rupees{u"MUR"_s, 2};

QDateTime at(int hour, int minute)
{
    return QDateTime(QDate(2026, 11, 23), QTime(hour, minute), QTimeZone(zone())).toUTC();
}

ShownLine line(const QString &tooth, const QString &label, const QString &invoiceClass,
               Thousandths quantity, qint64 price, ShownLine::Standing standing)
{
    ShownLine shown;
    shown.line.mark = label;
    shown.line.product = ProductId(label);
    shown.line.label = label;
    shown.line.tooth = tooth;
    shown.line.invoiceClass = invoiceClass;
    shown.line.quantity = quantity;
    shown.line.unitPrice = {price, rupees};
    shown.line.discount = {0, rupees};
    shown.standing = standing;
    return shown;
}

} // namespace

QByteArray zone()
{
    return "Indian/Mauritius";
}

QDateTime now()
{
    return at(9, 52);
}

VisitDetail design()
{
    VisitDetail detail;
    detail.patient.id = PatientId(u"p1"_s);
    detail.patient.firstName = u"Jean-Baptiste"_s;
    detail.patient.lastName = u"Lefèvre"_s;
    detail.patient.sex = u"male"_s;
    detail.patient.birthDate = QDate(1974, 3, 14);
    detail.patient.mobile = u"+33 6 12 34 56 78"_s;
    detail.patient.alerts = {u"Penicillin allergy"_s, u"Anticoagulant"_s};
    DayEntry &entry = detail.entry;
    entry.appointment.id = VisitId(u"v1"_s);
    entry.appointment.patient = detail.patient.id;
    entry.appointment.slot = {ProviderId(u"s1"_s), RoomId(u"r1"_s), at(9, 0), at(10, 0)};
    entry.appointment.reason = u"Intervention · implant 36, 46"_s;
    entry.visit.id = entry.appointment.id;
    entry.visit.state = VisitState::InTreatment;
    entry.visit.arrivedAt = at(8, 51);
    entry.visit.seatedAt = at(9, 0);
    entry.visit.undo = UndoStep{VisitState::Arrived, false, {}, false};
    entry.patientName = detail.patient.displayName();
    entry.birthDate = detail.patient.birthDate;
    entry.phone = detail.patient.mobile;
    entry.alerts = detail.patient.alerts;
    entry.hasOrder = true;
    detail.provider = {ProviderId(u"s1"_s), u"Dr Léa Fontaine"_s, {}, {}, {}, {}, true};
    detail.room = {RoomId(u"r1"_s), u"Room 1"_s, true};
    detail.lines.discount = {0, rupees};
    detail.lines.adjustment = {0, rupees};
    detail.lines.readAt = now().addSecs(-12);
    using Standing = ShownLine::Standing;
    detail.lines.lines = {
        line({}, u"Consultation"_s, u"Care"_s, 1000, 0, Standing::Booked),
        line(u"36"_s, u"Implant, placement"_s, u"Surgery"_s, 1000, 115000, Standing::Recorded),
        line(u"46"_s, u"Implant, placement"_s, u"Surgery"_s, 1000, 115000, Standing::Recorded),
        line(u"36, 46"_s, u"Healing abutment"_s, u"Prosthetics"_s, 2000, 9000, Standing::Recorded)};
    entry.total = detail.lines.total();
    detail.order.id = u"so1"_s;
    detail.order.number = u"SO-1187"_s;
    const auto link = [](RecordKind kind, const QString &number) {
        return RemoteLink{kind, u"id"_s, {}, number};
    };
    detail.patientLinks = {{RecordKind::Contact, link(RecordKind::Contact, {})},
                           {RecordKind::DentalTapPatient, link(RecordKind::DentalTapPatient, {})}};
    detail.visitLinks = {
        {RecordKind::Deal, link(RecordKind::Deal, {})},
        {RecordKind::Quote, link(RecordKind::Quote, u"D-1990"_s)},
        {RecordKind::SalesOrder, link(RecordKind::SalesOrder, u"SO-1187"_s)},
        {RecordKind::CrmEvent, link(RecordKind::CrmEvent, {})},
        {RecordKind::DentalTapAppointment, link(RecordKind::DentalTapAppointment, {})},
        {RecordKind::CalendarEvent, link(RecordKind::CalendarEvent, {})}};
    OutboxRow row;
    row.id = 7;
    row.service = Service::QuickBooks;
    row.command = u"PutQuickBooksCustomer"_s;
    detail.rows = {row};
    return detail;
}

VisitDetail troubled()
{
    VisitDetail detail = design();
    using Standing = ShownLine::Standing;
    detail.lines.lines[1].pricedByHand = true;
    ShownLine unknown = line(u"36"_s, u"Membrane 20×30"_s, {}, 1000, 42000, Standing::Unknown);
    unknown.line.product = {};
    detail.lines.lines.append(
        line({}, u"Panoramic X-ray"_s, u"Imaging"_s, 1000, 8000, Standing::AddedInCrm));
    detail.lines.lines.append(line(u"24"_s,
                                   u"Crown, ceramic on zirconia with individual layering"_s,
                                   u"Prosthetics"_s, 1000, 98000, Standing::Planned));
    detail.lines.lines.append(unknown);
    detail.lines.readAt = now().addSecs(-260);
    detail.entry.visit.conflict = SlotConflict{
        Service::DentalTap, {ProviderId(u"s1"_s), RoomId(u"r1"_s), at(11, 30), at(12, 30)}};
    detail.entry.hasOrder = false;
    detail.entry.appointment.note = u"Pain upper right since yesterday"_s;
    OutboxRow failed;
    failed.id = 8;
    failed.service = Service::GoogleCalendar;
    failed.command = u"PutCalendarEvent"_s;
    failed.state = OutboxRow::State::Failed;
    failed.error = Error(Error::Kind::Forbidden, {}, Service::GoogleCalendar);
    detail.rows.append(failed);
    return detail;
}

VisitDetail inState(VisitState state)
{
    VisitDetail detail = design();
    Visit &visit = detail.entry.visit;
    visit.state = state;
    const bool left = state == VisitState::AwaitingInvoice || state == VisitState::Invoiced
        || state == VisitState::ClosedNoCharge;
    if (left) {
        visit.leftAt = at(9, 50);
        visit.confirmedTotal = detail.lines.total();
    }
    if (state == VisitState::Invoiced) {
        visit.undo.reset();
        visit.crmInvoiceNumber = u"INV-2041"_s;
        visit.quickBooksInvoiceNumber = u"1045"_s;
        detail.visitLinks.insert(RecordKind::CrmInvoice,
                                 {RecordKind::CrmInvoice, u"f1"_s, {}, u"INV-2041"_s});
        detail.visitLinks.insert(RecordKind::QuickBooksInvoice,
                                 {RecordKind::QuickBooksInvoice, u"77"_s, {}, u"1045"_s});
        detail.rows.clear();
    }
    if (state == VisitState::Booked || state == VisitState::Arrived || state == VisitState::NoShow
        || state == VisitState::Cancelled) {
        visit.seatedAt = {};
        if (state != VisitState::Arrived)
            visit.arrivedAt = {};
        detail.lines.lines = detail.lines.lines.mid(0, 1);
    }
    return detail;
}

} // namespace syntheticvisit

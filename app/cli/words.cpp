// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/words.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

//! The key of a system in "links" (cli.md).
QString systemKey(Service service)
{
    switch (service) {
    case Service::Zoho:
        return u"zoho"_s;
    case Service::DentalTap:
        return u"dentaltap"_s;
    case Service::QuickBooks:
        return u"quickbooks"_s;
    case Service::GoogleCalendar:
        return u"googlecalendar"_s;
    case Service::DentalDesktop:
        return u"dentaldesktop"_s;
    case Service::OpenDental:
        return u"opendental"_s;
    default:
        return {};
    }
}

QString linkState(const QList<OutboxRow> &rows, Service service)
{
    bool sending = false;
    for (const OutboxRow &row : rows) {
        if (row.service != service)
            continue;
        if (row.state == OutboxRow::State::Failed)
            return u"failed"_s;
        sending = sending || row.state == OutboxRow::State::Waiting
            || row.state == OutboxRow::State::Sending;
    }
    return sending ? u"sending"_s : u"inStep"_s;
}

} // namespace

QString moneyWord(const Money &amount)
{
    return amount.currency.code.isEmpty() ? QString() : moneyToText(amount);
}

QJsonObject dayRow(const CommandLine &line, const DayEntry &entry, const QList<Provider> &providers,
                   const QList<Room> &rooms)
{
    QString provider = entry.appointment.slot.provider.value;
    for (const Provider &each : providers) {
        if (each.id == entry.appointment.slot.provider)
            provider = each.name;
    }
    QString room = entry.appointment.slot.room.value;
    for (const Room &each : rooms) {
        if (each.id == entry.appointment.slot.room)
            room = each.name;
    }
    return {{u"id"_s, entry.appointment.id.value},
            {u"visit"_s, entry.visit.id.value},
            {u"patient"_s, entry.appointment.patient.value},
            {u"name"_s, entry.patientName},
            {u"provider"_s, provider},
            {u"room"_s, room},
            {u"start"_s, timeText(line, entry.appointment.slot.start)},
            {u"end"_s, timeText(line, entry.appointment.slot.end)},
            {u"reason"_s, entry.appointment.reason},
            {u"state"_s, enumName(entry.visit.state)}};
}

QJsonObject patientDocument(const Patient &patient, const Links &links)
{
    QJsonObject ids;
    for (const auto &[kind, name] :
         {std::pair(RecordKind::Contact, u"zoho"_s),
          std::pair(RecordKind::DentalTapPatient, u"dentaltap"_s),
          std::pair(RecordKind::QuickBooksCustomer, u"quickbooks"_s),
          std::pair(RecordKind::DentalDesktopPatient, u"dentaldesktop"_s),
          std::pair(RecordKind::OpenDentalPatient, u"opendental"_s)}) {
        if (links.contains(kind))
            ids.insert(name, links.value(kind).remoteId);
    }
    return {{u"id"_s, patient.id.value},
            {u"name"_s, patient.displayName()},
            {u"first"_s, patient.firstName},
            {u"last"_s, patient.lastName},
            {u"birthDate"_s, patient.birthDate.toString(Qt::ISODate)},
            {u"phone"_s, patient.mobile.isEmpty() ? patient.phone : patient.mobile},
            {u"email"_s, patient.email},
            {u"alerts"_s, QJsonArray::fromStringList(patient.alerts)},
            {u"links"_s, ids}};
}

QJsonObject visitDocument(const VisitDetail &detail)
{
    QJsonArray lines;
    for (const ShownLine &shown : detail.lines.lines) {
        Money amount = shown.line.net();
        lines.append(QJsonObject{{u"tooth"_s, shown.line.tooth},
                                 {u"treatment"_s, shown.line.label},
                                 {u"quantity"_s, thousandthsToJson(shown.line.quantity)},
                                 {u"unitPrice"_s, moneyWord(shown.line.unitPrice)},
                                 {u"amount"_s, moneyWord(amount)},
                                 {u"standing"_s, enumName(shown.standing)}});
    }
    QJsonObject links;
    const auto link = [&links, &detail](RecordKind kind, const Links &from) {
        if (!from.contains(kind))
            return;
        const Service service = serviceOf(kind);
        links.insert(systemKey(service),
                     QJsonObject{{u"id"_s, from.value(kind).remoteId},
                                 {u"state"_s, linkState(detail.rows, service)}});
    };
    link(RecordKind::SalesOrder, detail.visitLinks);
    link(RecordKind::DentalTapAppointment, detail.visitLinks);
    link(RecordKind::CalendarEvent, detail.visitLinks);
    link(RecordKind::QuickBooksCustomer, detail.patientLinks);
    link(RecordKind::QuickBooksInvoice, detail.visitLinks);
    for (const OutboxRow &row : detail.rows) {
        const QString key = systemKey(row.service);
        if (!key.isEmpty() && !links.contains(key))
            links.insert(key,
                         QJsonObject{{u"id"_s, QString()},
                                     {u"state"_s, linkState(detail.rows, row.service)}});
    }
    const Visit &visit = detail.entry.visit;
    QJsonValue invoice = QJsonValue::Null;
    if (!visit.crmInvoiceNumber.isEmpty() || !visit.quickBooksInvoiceNumber.isEmpty())
        invoice = QJsonObject{{u"crm"_s, visit.crmInvoiceNumber},
                              {u"quickbooks"_s, visit.quickBooksInvoiceNumber}};
    QJsonArray open;
    for (const OpenItem &item : detail.openItems) {
        const OrderLine &would = item.shown.line;
        open.append(QJsonObject{{u"item"_s, item.itemId},
                                {u"kind"_s, enumName(item.kind)},
                                {u"tooth"_s, would.tooth},
                                {u"treatment"_s, would.label},
                                {u"quantity"_s, thousandthsToJson(would.quantity)},
                                {u"amount"_s, moneyWord(would.net())},
                                {u"billable"_s, item.isBillable()},
                                {u"recorded"_s, item.act.performedAt.toString(Qt::ISODate)}});
    }
    QJsonArray supplements;
    for (const Supplement &supplement : detail.supplements) {
        supplements.append(
            QJsonObject{{u"items"_s, QJsonArray::fromStringList(supplement.items)},
                        {u"total"_s, moneyWord(supplement.total)},
                        {u"attention"_s, supplement.attention},
                        {u"invoice"_s,
                         QJsonObject{{u"crm"_s, supplement.crmInvoiceNumber},
                                     {u"quickbooks"_s, supplement.quickBooksInvoiceNumber}}}});
    }
    const Money total = detail.lines.total();
    return {{u"afterExit"_s, open},
            {u"supplements"_s, supplements},
            {u"id"_s, visit.id.value},
            {u"patient"_s, detail.entry.appointment.patient.value},
            {u"state"_s, enumName(visit.state)},
            {u"attention"_s, visit.attention},
            {u"lines"_s, lines},
            {u"total"_s, moneyWord(total)},
            {u"currency"_s, total.currency.code},
            {u"invoice"_s, invoice},
            {u"links"_s, links}};
}

Result<Provider> providerNamed(const QList<Provider> &providers, const QString &text)
{
    QStringList names;
    for (const Provider &provider : providers) {
        if (provider.id.value == text || provider.name.compare(text, Qt::CaseInsensitive) == 0)
            return provider;
        names.append(provider.name);
    }
    return failure(
        Error::Kind::NotFound,
        Words::tr("No surgeon is called “%1”. Known: %2.").arg(text.left(60), names.join(u", "_s)));
}

Result<Room> roomNamed(const QList<Room> &rooms, const QString &text)
{
    QStringList names;
    for (const Room &room : rooms) {
        if (room.id.value == text || room.name.compare(text, Qt::CaseInsensitive) == 0)
            return room;
        names.append(room.name);
    }
    return failure(
        Error::Kind::NotFound,
        Words::tr("No room is called “%1”. Known: %2.").arg(text.left(60), names.join(u", "_s)));
}

Result<QDate> dateFrom(const QString &option, const QString &text)
{
    const QDate date = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (!date.isValid())
        return failure(Error::Kind::Invalid,
                       Words::tr("--%1 is no date. Use yyyy-MM-dd.").arg(option));
    return date;
}

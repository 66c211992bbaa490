// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/visitwords.h"

#include "ui/errortext.h"
#include "ui/visit/recordlinks.h"
#include "ui/widgets/moneytext.h"
#include "ui/widgets/wording.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace visitwords {

namespace {

struct VisitWords {
    Q_DECLARE_TR_FUNCTIONS(VisitWords)
};

} // namespace

QString quantity(Thousandths value)
{
    return moneytext::quantity(value, QLocale());
}

QString age(qint64 seconds)
{
    seconds = qMax<qint64>(seconds, 0);
    if (seconds < 60)
        return VisitWords::tr("%1 s", "seconds").arg(seconds);
    if (seconds < 3600)
        return VisitWords::tr("%1 min", "minutes").arg(seconds / 60);
    if (seconds < 48 * 3600)
        return VisitWords::tr("%1 h", "hours").arg(seconds / 3600);
    return VisitWords::tr("%n day(s)", nullptr, int(seconds / 86400));
}

QString freshness(const OrderLines &lines, const QDateTime &now)
{
    if (!lines.readAt.isValid())
        return VisitWords::tr("nothing read from DentalTap yet");
    const qint64 seconds = lines.readAt.secsTo(now);
    if (seconds < 60)
        return VisitWords::tr("live from DentalTap · %1 ago").arg(age(seconds));
    return VisitWords::tr("last read from DentalTap %1 ago").arg(age(seconds));
}

bool hasPlan(const OrderLines &lines)
{
    return std::any_of(lines.lines.begin(), lines.lines.end(), [](const ShownLine &line) {
        return line.standing == ShownLine::Standing::Planned;
    });
}

QString standing(const ShownLine &line)
{
    QString words;
    switch (line.standing) {
    case ShownLine::Standing::Booked:
        words = VisitWords::tr("from the booking", "order line");
        break;
    case ShownLine::Standing::Recorded:
        words = VisitWords::tr("done today", "order line");
        break;
    case ShownLine::Standing::Planned:
        words = VisitWords::tr("planned, not done", "order line");
        break;
    case ShownLine::Standing::AddedInCrm:
        words = VisitWords::tr("added in CRM", "order line");
        break;
    case ShownLine::Standing::Unknown:
        words = VisitWords::tr("not in the catalogue", "order line");
        break;
    }
    return line.pricedByHand ? VisitWords::tr("%1, price set in CRM", "order line").arg(words)
                             : words;
}

QString remark(const ShownLine &line)
{
    const bool plain = line.standing == ShownLine::Standing::Booked
        || line.standing == ShownLine::Standing::Recorded;
    if (!plain)
        return standing(line);
    return line.pricedByHand ? VisitWords::tr("price set in CRM", "order line") : QString();
}

QString perClass(const OrderLines &lines)
{
    QStringList names;
    QHash<QString, Money> sums;
    for (const ShownLine &shown : lines.lines) {
        if (shown.standing == ShownLine::Standing::Planned
            || shown.standing == ShownLine::Standing::Unknown)
            continue;
        const QString name = shown.line.invoiceClass.isEmpty()
            ? VisitWords::tr("No class", "of an invoice line")
            : shown.line.invoiceClass;
        const Money net = shown.line.net();
        if (!sums.contains(name)) {
            names.append(name);
            sums.insert(name, net);
        } else {
            sums[name].minor += net.minor;
        }
    }
    QStringList parts;
    for (const QString &name : std::as_const(names))
        parts.append(u"%1 %2"_s.arg(name, wording::amount(sums.value(name))));
    return parts.join(u" · "_s);
}

Money tax(const OrderLines &lines)
{
    Money sum{0, lines.total().currency};
    for (const ShownLine &shown : lines.lines) {
        if (shown.standing != ShownLine::Standing::Planned
            && shown.standing != ShownLine::Standing::Unknown)
            sum.minor += shown.line.tax().minor;
    }
    return sum;
}

Next nextStep(const VisitDetail &detail)
{
    const VisitActions::Act act = VisitActions::nextAct(detail.entry);
    switch (act) {
    case VisitActions::CheckIn:
        return {act, VisitWords::tr("Check in", "button")};
    case VisitActions::Move:
        return {act, VisitWords::tr("Choose a time…", "button")};
    case VisitActions::Seat:
        return {act, VisitWords::tr("Seat", "button: patient goes to the chair")};
    case VisitActions::Exit: {
        const Money total = detail.lines.total();
        if (total.currency.code.isEmpty())
            return {act, VisitWords::tr("Exit treatment room…", "button")};
        if (total.isZero())
            return {act, VisitWords::tr("Exit treatment room  →  no charge", "button")};
        return {act,
                VisitWords::tr("Exit treatment room  →  invoice %1", "button")
                    .arg(wording::money(total))};
    }
    default:
        return {};
    }
}

namespace {

//! One row of the panel's list: what it is, and what moves it.
struct RecordKinds {
    RecordKind kind;
    bool ofPatient;
    bool expected; //!< shown as missing when it is not there yet
    QStringList commands;
};

const QList<RecordKinds> &kinds()
{
    static const QStringList order{u"BookInCrm"_s,   u"UpdateSalesOrder"_s, u"LinkInCrm"_s,
                                   u"CancelInCrm"_s, u"ReviveInCrm"_s,      u"CloseInCrm"_s};
    static const QList<RecordKinds> all{
        {RecordKind::Contact, true, true, {u"PutContact"_s, u"BookInCrm"_s}},
        {RecordKind::SalesOrder, false, true, order},
        {RecordKind::CrmEvent, false, true, {u"PutCrmEvent"_s, u"BookInCrm"_s}},
        {RecordKind::DentalTapPatient, true, false, {u"PutDentalTapPatient"_s}},
        {RecordKind::DentalTapAppointment,
         false,
         true,
         {u"PutDentalTapAppointment"_s, u"LinkInDentalTap"_s, u"PutDentalTapStatus"_s}},
        {RecordKind::CalendarEvent,
         false,
         false,
         {u"PutCalendarEvent"_s, u"DeleteCalendarEvent"_s}},
        {RecordKind::CrmInvoice, false, false, {u"ConfirmLines"_s, u"ConvertToInvoice"_s}},
        {RecordKind::QuickBooksCustomer, true, false, {u"PutQuickBooksCustomer"_s}},
        {RecordKind::QuickBooksInvoice, false, false, {u"PostQuickBooksInvoice"_s}},
    };
    return all;
}

QString recordName(const VisitDetail &detail, RecordKind kind, const QString &number)
{
    const auto withNumber = [&number](const QString &name) {
        return number.isEmpty() ? name : QString(name + u' ' + number);
    };
    switch (kind) {
    case RecordKind::Contact:
        return VisitWords::tr("Contact", "record");
    case RecordKind::SalesOrder: {
        const RemoteLink quote = detail.visitLinks.value(RecordKind::Quote);
        if (quote.remoteId.isEmpty())
            return VisitWords::tr("Deal · Order", "records");
        return quote.number.isEmpty()
            ? VisitWords::tr("Deal · Quote · Order", "records")
            : VisitWords::tr("Deal · Quote %1 · Order", "records").arg(quote.number);
    }
    case RecordKind::CrmEvent:
        return VisitWords::tr("Event", "record");
    case RecordKind::DentalTapPatient:
        return VisitWords::tr("Patient", "record");
    case RecordKind::DentalTapAppointment:
        return VisitWords::tr("Appointment", "record");
    case RecordKind::CalendarEvent:
        return VisitWords::tr("Event", "record");
    case RecordKind::CrmInvoice:
        return withNumber(VisitWords::tr("Invoice", "record"));
    case RecordKind::QuickBooksCustomer:
        return VisitWords::tr("Customer", "record");
    case RecordKind::QuickBooksInvoice:
        return withNumber(VisitWords::tr("Invoice", "record"));
    case RecordKind::DentalDesktopPatient:
    case RecordKind::OpenDentalPatient:
        return VisitWords::tr("Patient", "record");
    case RecordKind::Deal:
    case RecordKind::Quote:
        break;
    }
    return {};
}

} // namespace

QList<RecordLine> records(const VisitDetail &detail, const Settings &settings)
{
    QList<RecordLine> result;
    for (const RecordKinds &entry : kinds()) {
        const Links &links = entry.ofPatient ? detail.patientLinks : detail.visitLinks;
        const RemoteLink link = links.value(entry.kind);
        const bool linked = !link.remoteId.isEmpty();
        RecordLine line;
        line.service = serviceOf(entry.kind);
        line.what = recordName(detail, entry.kind, link.number);
        line.standing = linked ? RecordLine::Standing::InStep : RecordLine::Standing::Absent;
        for (const OutboxRow &row : detail.rows) {
            if (!entry.commands.contains(row.command))
                continue;
            if (row.state == OutboxRow::State::Failed) {
                line.standing = RecordLine::Standing::Attention;
                line.tip = row.error ? errorText(*row.error) : QString();
                break;
            }
            if (row.state == OutboxRow::State::Waiting || row.state == OutboxRow::State::Sending) {
                line.standing = RecordLine::Standing::Sending;
                if (row.error)
                    line.tip = errorText(*row.error);
            }
        }
        if (line.standing == RecordLine::Standing::Absent && !entry.expected)
            continue;
        switch (line.standing) {
        case RecordLine::Standing::InStep:
            line.words = VisitWords::tr("in step", "linked record");
            break;
        case RecordLine::Standing::Sending:
            line.words = VisitWords::tr("sending…", "linked record");
            break;
        case RecordLine::Standing::Attention:
            line.words = VisitWords::tr("needs attention", "linked record");
            break;
        case RecordLine::Standing::Absent:
            line.words = VisitWords::tr("not made yet", "linked record");
            break;
        }
        const recordlinks::Page page = recordlinks::page(entry.kind, link.remoteId, settings);
        line.url = page.url;
        line.noUrl = page.missing;
        result.append(line);
    }
    return result;
}

QUrl invoiceUrl(const VisitDetail &detail, const Settings &settings)
{
    const RecordKind kind = RecordKind::QuickBooksInvoice;
    return recordlinks::page(kind, detail.visitLinks.value(kind).remoteId, settings).url;
}

namespace {

//! The supplementary invoices, each on a line of its own.
QStringList supplementTexts(const VisitDetail &detail)
{
    QStringList texts;
    const QString first = detail.entry.visit.crmInvoiceNumber;
    for (const Supplement &supplement : detail.supplements) {
        // Of a visit that was closed without charge it is the first.
        if (!first.isEmpty() && supplement.crmInvoiceNumber == first)
            continue;
        const QString amount = wording::money(supplement.total);
        if (supplement.crmInvoiceNumber.isEmpty())
            texts.append(VisitWords::tr("Supplementary invoice of %1 is being made…").arg(amount));
        else if (supplement.quickBooksInvoiceNumber.isEmpty())
            texts.append(VisitWords::tr("Supplement: %1 · CRM %2; QuickBooks follows.")
                             .arg(amount, supplement.crmInvoiceNumber));
        else
            texts.append(
                VisitWords::tr("Supplement: %1 · CRM %2 · QuickBooks %3")
                    .arg(amount, supplement.crmInvoiceNumber, supplement.quickBooksInvoiceNumber));
    }
    return texts;
}

QString firstInvoiceText(const VisitDetail &detail)
{
    const Visit &visit = detail.entry.visit;
    const QString amount = visit.confirmedTotal.currency.code.isEmpty()
        ? QString()
        : wording::money(visit.confirmedTotal);
    switch (visit.state) {
    case VisitState::AwaitingInvoice: {
        if (!visit.crmInvoiceNumber.isEmpty())
            return VisitWords::tr("Invoice %1 is made in the CRM; QuickBooks follows.")
                .arg(visit.crmInvoiceNumber);
        for (const OutboxRow &row : detail.rows) {
            if (row.state == OutboxRow::State::Waiting && row.error && row.error->isTransient())
                return VisitWords::tr("The invoice of %1 is kept at this desk. %2 It is sent by "
                                      "itself as soon as that is over.")
                    .arg(amount, errorText(*row.error));
        }
        // Nobody confirmed anything here: the exit is another desk's.
        if (visit.confirmedDigest.isEmpty())
            return VisitWords::tr("Another desk is making the invoice.");
        return VisitWords::tr("Invoice of %1 is being made…").arg(amount);
    }
    case VisitState::Invoiced:
        if (visit.quickBooksInvoiceNumber.isEmpty())
            return VisitWords::tr("Invoiced: %1 · CRM %2").arg(amount, visit.crmInvoiceNumber);
        return VisitWords::tr("Invoiced: %1 · CRM %2 · QuickBooks %3")
            .arg(amount, visit.crmInvoiceNumber, visit.quickBooksInvoiceNumber);
    case VisitState::ClosedNoCharge:
        return VisitWords::tr("Closed without charge.");
    default:
        return {};
    }
}

} // namespace

QString invoiceText(const VisitDetail &detail)
{
    const QString first = firstInvoiceText(detail);
    const QStringList more = supplementTexts(detail);
    return more.isEmpty() ? first : QString(first + u'\n' + more.join(u'\n'));
}

} // namespace visitwords

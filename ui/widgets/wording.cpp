// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wording.h"

#include "ui/widgets/moneytext.h"

#include <QCoreApplication>
#include <QLocale>
#include <numeric>

using namespace Qt::StringLiterals;

namespace wording {

namespace {

// One translation context for all of them.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

QString digits(qint64 value, int width)
{
    return QString::number(value).rightJustified(width, u'0');
}

} // namespace

QString state(VisitState state, bool confirmed)
{
    switch (state) {
    case VisitState::Booked:
        return confirmed ? Words::tr("Confirmed", "visit state")
                         : Words::tr("Booked", "visit state");
    case VisitState::Arrived:
        return Words::tr("Arrived", "visit state");
    case VisitState::InTreatment:
        return Words::tr("In treatment", "visit state");
    case VisitState::AwaitingInvoice:
        return Words::tr("Invoice on its way", "visit state");
    case VisitState::Invoiced:
        return Words::tr("Invoiced", "visit state");
    case VisitState::ClosedNoCharge:
        return Words::tr("No charge", "visit state");
    case VisitState::NoShow:
        return Words::tr("No-show", "visit state");
    case VisitState::Cancelled:
        return Words::tr("Cancelled", "visit state");
    }
    return {};
}

QString system(Service service)
{
    switch (service) {
    case Service::None:
        return Words::tr("This desk", "system");
    case Service::Zoho:
        return Words::tr("CRM", "system");
    case Service::DentalTap:
        return Words::tr("DentalTap", "system");
    case Service::QuickBooks:
        return Words::tr("QuickBooks", "system");
    case Service::GoogleCalendar:
        return Words::tr("Calendar", "system");
    case Service::DentalDesktop:
        return Words::tr("Dental Desktop", "system");
    case Service::OpenDental:
        return Words::tr("Open Dental", "system");
    case Service::Julie:
        return Words::tr("Julie", "system");
    }
    return {};
}

QString command(const QString &commandName)
{
    const QHash<QString, QString> words{
        {u"BookInCrm"_s, Words::tr("Booking", "command")},
        {u"PutCrmEvent"_s, Words::tr("Appointment time", "command")},
        {u"LinkInCrm"_s, Words::tr("Links between the records", "command")},
        {u"CancelInCrm"_s, Words::tr("Cancellation", "command")},
        {u"ReviveInCrm"_s, Words::tr("Booking taken up again", "command")},
        {u"PutContact"_s, Words::tr("Patient's details", "command")},
        {u"PutDentalDesktopPatient"_s, Words::tr("Patient's details for scans", "command")},
        {u"PutDentalTapPatient"_s, Words::tr("Patient", "command")},
        {u"PutDentalTapAppointment"_s, Words::tr("Appointment", "command")},
        {u"LinkInDentalTap"_s, Words::tr("Order named in the appointment", "command")},
        {u"PutDentalTapStatus"_s, Words::tr("Stage of the visit", "command")},
        {u"PutCalendarEvent"_s, Words::tr("Calendar entry", "command")},
        {u"DeleteCalendarEvent"_s, Words::tr("Calendar entry taken off", "command")},
        {u"UpdateSalesOrder"_s, Words::tr("Order lines", "command")},
        {u"ConfirmLines"_s, Words::tr("Last look at the recorded acts", "command")},
        {u"ConvertToInvoice"_s, Words::tr("Invoice", "command")},
        {u"PutQuickBooksCustomer"_s, Words::tr("Customer", "command")},
        {u"PostQuickBooksInvoice"_s, Words::tr("Invoice in the ledger", "command")},
        {u"CloseInCrm"_s, Words::tr("Order delivered", "command")},
        {u"AddSupplement"_s, Words::tr("Supplementary order", "command")},
        {u"ConvertSupplement"_s, Words::tr("Supplementary invoice", "command")},
        {u"PostSupplement"_s, Words::tr("Supplementary invoice in the ledger", "command")},
        {u"CloseSupplement"_s, Words::tr("Supplementary order delivered", "command")},
        {u"PutQuote"_s, Words::tr("Quote", "command")},
        {u"AttachProposal"_s, Words::tr("Proposal beside its quote", "command")},
        {u"LinkDentalTapPlan"_s, Words::tr("Quote named in the plan", "command")},
        {u"SignOpenDentalPlan"_s, Words::tr("Signatures into the plan", "command")},
    };
    return words.value(commandName, commandName);
}

QString outboxState(OutboxRow::State state)
{
    switch (state) {
    case OutboxRow::State::Waiting:
        return Words::tr("Waiting", "outbox");
    case OutboxRow::State::Sending:
        return Words::tr("Sending", "outbox");
    case OutboxRow::State::Failed:
        return Words::tr("Needs attention", "outbox");
    case OutboxRow::State::Done:
        return Words::tr("Sent", "outbox");
    case OutboxRow::State::Dropped:
        return Words::tr("Discarded", "outbox");
    }
    return {};
}

QString patientName(const DayEntry &entry)
{
    if (!entry.patientName.isEmpty())
        return entry.patientName;
    if (!entry.appointment.strangerName.isEmpty())
        return entry.appointment.strangerName;
    // Somebody of another system whose record has not been read.
    if (entry.appointment.patient.isEmpty())
        return Words::tr("Unknown patient", "not matched, name not read");
    return Words::tr("Name locked", "no key to read it with");
}

QString slotProblem(SlotProblem::Kind kind)
{
    switch (kind) {
    case SlotProblem::Kind::SurgeonTaken:
        return Words::tr("The surgeon has another appointment then.");
    case SlotProblem::Kind::RoomTaken:
        return Words::tr("The room is taken then.");
    case SlotProblem::Kind::SurgeonBusy:
        return Words::tr("The surgeon's calendar says busy.");
    case SlotProblem::Kind::OutsideHours:
        return Words::tr("It lies outside the opening hours.");
    case SlotProblem::Kind::EndsBeforeStart:
        return Words::tr("It would end before it starts.");
    }
    return {};
}

QString amount(const Money &money)
{
    return moneytext::amount(money, QLocale());
}

QString money(const Money &money)
{
    return moneytext::money(money, QLocale());
}

QString phone(const QString &typed)
{
    QString digits;
    for (const QChar c : typed.trimmed()) {
        if (c.isDigit())
            digits += c;
        else if (!c.isSpace() && !u"+.-()/"_s.contains(c))
            return typed;
    }
    const bool international = typed.trimmed().startsWith(u'+');
    // How the number is written in the country of its prefix: the groups of the national part.
    struct Shape {
        QString prefix;
        QList<int> groups;
    };
    static const QList<Shape> abroad{{u"33"_s, {1, 2, 2, 2, 2}}, {u"262"_s, {3, 2, 2, 2}},
                                     {u"230"_s, {4, 4}},         {u"230"_s, {3, 4}},
                                     {u"32"_s, {3, 2, 2, 2}},    {u"41"_s, {2, 3, 2, 2}}};
    static const QList<Shape> home{
        {u"0"_s, {1, 2, 2, 2, 2}}, {QString(), {4, 4}}, {QString(), {3, 4}}};
    for (const Shape &shape : international ? abroad : home) {
        const int length = std::accumulate(shape.groups.begin(), shape.groups.end(), 0);
        if (!digits.startsWith(shape.prefix) || digits.size() != shape.prefix.size() + length)
            continue;
        QString text = international ? QString(u'+' + shape.prefix + u' ') : shape.prefix;
        qsizetype at = shape.prefix.size();
        for (const int group : shape.groups) {
            if (at > shape.prefix.size())
                text += u' ';
            text += digits.mid(at, group);
            at += group;
        }
        return text;
    }
    return typed;
}

QString minutes(int minutes)
{
    if (minutes < 60)
        return Words::tr("%1 min").arg(minutes);
    return Words::tr("%1 h %2", "hours and minutes").arg(minutes / 60).arg(digits(minutes % 60, 2));
}

QString hoursMinutes(int minutes)
{
    return QString(digits(minutes / 60, 2) + u':' + digits(minutes % 60, 2));
}

QString time(const QDateTime &utc, const QTimeZone &zone)
{
    return QLocale().toString(utc.toTimeZone(zone).time(), u"HH:mm"_s);
}

QString dateSpan(QDate from, QDate to)
{
    if (from == to)
        return longDate(from);
    const QLocale locale;
    const QString whole = Words::tr("d MMMM yyyy", "date format, see QDate::toString");
    const QString last = locale.toString(to, whole);
    if (from.year() != to.year())
        return Words::tr("%1 – %2", "first day, last day").arg(locale.toString(from, whole), last);
    if (from.month() != to.month()) {
        const QString day = Words::tr("d MMMM", "date format, see QDate::toString");
        return Words::tr("%1 – %2", "first day, last day").arg(locale.toString(from, day), last);
    }
    return Words::tr("%1–%2", "first day of the month, last day with month and year")
        .arg(QString::number(from.day()), last);
}

QString longDate(QDate date)
{
    QString text =
        QLocale().toString(date, Words::tr("dddd d MMMM yyyy", "date format, see QDate::toString"));
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace wording

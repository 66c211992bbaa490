// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/command.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <concepts>

using namespace Qt::StringLiterals;

namespace {

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

//! Which system a command goes to and what it is called; a command without an entry does not
//! compile.
template <class C>
struct Entry;
template <>
struct Entry<BookInCrm> {
    static constexpr Service service = Service::Zoho;
    static constexpr QLatin1StringView name = "BookInCrm"_L1;
};
template <>
struct Entry<PutCrmEvent> {
    static constexpr Service service = Service::Zoho;
    static constexpr QLatin1StringView name = "PutCrmEvent"_L1;
};
template <>
struct Entry<LinkInCrm> {
    static constexpr Service service = Service::Zoho;
    static constexpr QLatin1StringView name = "LinkInCrm"_L1;
};
template <>
struct Entry<CancelInCrm> {
    static constexpr Service service = Service::Zoho;
    static constexpr QLatin1StringView name = "CancelInCrm"_L1;
};
template <>
struct Entry<ReviveInCrm> {
    static constexpr Service service = Service::Zoho;
    static constexpr QLatin1StringView name = "ReviveInCrm"_L1;
};
template <>
struct Entry<PutContact> {
    static constexpr Service service = Service::Zoho;
    static constexpr QLatin1StringView name = "PutContact"_L1;
};
template <>
struct Entry<PutDentalTapPatient> {
    static constexpr Service service = Service::DentalTap;
    static constexpr QLatin1StringView name = "PutDentalTapPatient"_L1;
};
template <>
struct Entry<PutDentalTapAppointment> {
    static constexpr Service service = Service::DentalTap;
    static constexpr QLatin1StringView name = "PutDentalTapAppointment"_L1;
};
template <>
struct Entry<LinkInDentalTap> {
    static constexpr Service service = Service::DentalTap;
    static constexpr QLatin1StringView name = "LinkInDentalTap"_L1;
};
template <>
struct Entry<PutDentalTapStatus> {
    static constexpr Service service = Service::DentalTap;
    static constexpr QLatin1StringView name = "PutDentalTapStatus"_L1;
};
template <>
struct Entry<PutCalendarEvent> {
    static constexpr Service service = Service::GoogleCalendar;
    static constexpr QLatin1StringView name = "PutCalendarEvent"_L1;
};
template <>
struct Entry<DeleteCalendarEvent> {
    static constexpr Service service = Service::GoogleCalendar;
    static constexpr QLatin1StringView name = "DeleteCalendarEvent"_L1;
};
template <>
struct Entry<UpdateSalesOrder> {
    static constexpr Service service = Service::Zoho;
    static constexpr QLatin1StringView name = "UpdateSalesOrder"_L1;
};
template <>
struct Entry<ConfirmLines> {
    static constexpr Service service = Service::DentalTap;
    static constexpr QLatin1StringView name = "ConfirmLines"_L1;
};
template <>
struct Entry<ConvertToInvoice> {
    static constexpr Service service = Service::Zoho;
    static constexpr QLatin1StringView name = "ConvertToInvoice"_L1;
};
template <>
struct Entry<PutQuickBooksCustomer> {
    static constexpr Service service = Service::QuickBooks;
    static constexpr QLatin1StringView name = "PutQuickBooksCustomer"_L1;
};
template <>
struct Entry<PostQuickBooksInvoice> {
    static constexpr Service service = Service::QuickBooks;
    static constexpr QLatin1StringView name = "PostQuickBooksInvoice"_L1;
};
template <>
struct Entry<CloseInCrm> {
    static constexpr Service service = Service::Zoho;
    static constexpr QLatin1StringView name = "CloseInCrm"_L1;
};
template <>
struct Entry<PutDentalDesktopPatient> {
    static constexpr Service service = Service::DentalDesktop;
    static constexpr QLatin1StringView name = "PutDentalDesktopPatient"_L1;
};
template <>
struct Entry<AddSupplement> {
    static constexpr Service service = Service::Zoho;
    static constexpr QLatin1StringView name = "AddSupplement"_L1;
};
template <>
struct Entry<ConvertSupplement> {
    static constexpr Service service = Service::Zoho;
    static constexpr QLatin1StringView name = "ConvertSupplement"_L1;
};
template <>
struct Entry<PostSupplement> {
    static constexpr Service service = Service::QuickBooks;
    static constexpr QLatin1StringView name = "PostSupplement"_L1;
};
template <>
struct Entry<CloseSupplement> {
    static constexpr Service service = Service::Zoho;
    static constexpr QLatin1StringView name = "CloseSupplement"_L1;
};
template <>
struct Entry<PutQuote> {
    static constexpr Service service = Service::Zoho;
    static constexpr QLatin1StringView name = "PutQuote"_L1;
};
template <>
struct Entry<AttachProposal> {
    static constexpr Service service = Service::Zoho;
    static constexpr QLatin1StringView name = "AttachProposal"_L1;
};
template <>
struct Entry<LinkDentalTapPlan> {
    static constexpr Service service = Service::DentalTap;
    static constexpr QLatin1StringView name = "LinkDentalTapPlan"_L1;
};
template <>
struct Entry<SignOpenDentalPlan> {
    static constexpr Service service = Service::OpenDental;
    static constexpr QLatin1StringView name = "SignOpenDentalPlan"_L1;
};

template <class C>
concept AboutSupplement = requires(C c)
{
    {
        c.supplement
        } -> std::convertible_to<QString>;
};

template <class C>
concept AboutVisit = requires(C c)
{
    {
        c.visit
        } -> std::convertible_to<VisitId>;
};

template <class C>
concept AboutPlan = requires(C c)
{
    {
        c.plan
        } -> std::convertible_to<PlanId>;
};

tl::unexpected<Error> unreadable()
{
    return failure(
        Error::Kind::Storage,
        QCoreApplication::translate("Command",
                                    "A stored command cannot be read. It was written by another "
                                    "version of this program, or the database is damaged."));
}

void write(QJsonObject &json, const CancelInCrm &c)
{
    json.insert(u"why"_s, enumName(c.why));
}
void write(QJsonObject &json, const PutDentalTapAppointment &c)
{
    json.insert(u"create"_s, c.create);
}
void write(QJsonObject &json, const PutDentalTapStatus &c)
{
    json.insert(u"status"_s, c.status);
}
void write(QJsonObject &json, const PutCalendarEvent &c)
{
    json.insert(u"generation"_s, c.generation);
    json.insert(u"create"_s, c.create);
}
void write(QJsonObject &json, const DeleteCalendarEvent &c)
{
    json.insert(u"generation"_s, c.generation);
}
void write(QJsonObject &json, const UpdateSalesOrder &c)
{
    json.insert(u"final"_s, c.final);
}
void write(QJsonObject &json, const PutDentalTapPatient &c)
{
    json.insert(u"claim"_s, c.claim);
}
void write(QJsonObject &json, const PutDentalDesktopPatient &c)
{
    json.insert(u"site"_s, c.site);
}
template <class C>
void write(QJsonObject &json, const C &c)
{
    if constexpr (AboutSupplement<C>)
        json.insert(u"supplement"_s, c.supplement);
    if constexpr (AboutPlan<C>) {
        json.insert(u"plan"_s, c.plan.value);
        json.insert(u"version"_s, c.version);
    }
    if constexpr (std::same_as<C, AttachProposal>)
        json.insert(u"document"_s, c.document);
}

bool readInt(const QJsonObject &json, const QString &key, int &into)
{
    const QJsonValue value = json.value(key);
    into = value.toInt(-1);
    return into >= 0;
}
bool readBool(const QJsonObject &json, const QString &key, bool &into)
{
    const QJsonValue value = json.value(key);
    into = value.toBool();
    return value.isBool();
}

bool read(const QJsonObject &json, CancelInCrm &c)
{
    const auto why = enumFromName<CancelInCrm::Why>(json.value(u"why"_s).toString());
    c.why = why.value_or(CancelInCrm::Why::Cancelled);
    return why.has_value();
}
bool read(const QJsonObject &json, PutDentalTapPatient &c)
{
    // Rows written before there were claims say nothing of them.
    c.claim = json.value(u"claim"_s).toBool();
    return true;
}
bool read(const QJsonObject &json, PutDentalTapAppointment &c)
{
    return readBool(json, u"create"_s, c.create);
}
bool read(const QJsonObject &json, PutDentalTapStatus &c)
{
    c.status = json.value(u"status"_s).toString();
    return !c.status.isEmpty();
}
bool read(const QJsonObject &json, PutCalendarEvent &c)
{
    return readInt(json, u"generation"_s, c.generation) && readBool(json, u"create"_s, c.create);
}
bool read(const QJsonObject &json, DeleteCalendarEvent &c)
{
    return readInt(json, u"generation"_s, c.generation);
}
bool read(const QJsonObject &json, UpdateSalesOrder &c)
{
    return readBool(json, u"final"_s, c.final);
}
bool read(const QJsonObject &json, PutDentalDesktopPatient &c)
{
    c.site = json.value(u"site"_s).toString();
    return true;
}
template <class C>
bool read(const QJsonObject &json, C &c)
{
    if constexpr (AboutSupplement<C>) {
        c.supplement = json.value(u"supplement"_s).toString();
        return !c.supplement.isEmpty();
    }
    if constexpr (std::same_as<C, AttachProposal>)
        c.document = json.value(u"document"_s).toString();
    if constexpr (AboutPlan<C>) {
        c.plan.value = json.value(u"plan"_s).toString();
        return !c.plan.isEmpty() && readInt(json, u"version"_s, c.version);
    }
    return true;
}

//! Reads the alternative of that name, trying each of the variant's in turn.
template <size_t I = 0>
Result<Command> fromObject(const QString &name, const QJsonObject &json)
{
    if constexpr (I == std::variant_size_v<Command>) {
        return unreadable();
    } else {
        using C = std::variant_alternative_t<I, Command>;
        if (name != Entry<C>::name)
            return fromObject<I + 1>(name, json);
        C command;
        if constexpr (AboutVisit<C>)
            command.visit.value = json.value(u"visit"_s).toString();
        else
            command.patient.value = json.value(u"patient"_s).toString();
        if (visitOf(command).isEmpty() && patientOf(command).isEmpty())
            return unreadable();
        if (!read(json, command))
            return unreadable();
        return Command(command);
    }
}

} // namespace

Service serviceOf(const Command &command)
{
    return std::visit([]<class C>(const C &) { return Entry<C>::service; }, command);
}

QString commandName(const Command &command)
{
    return std::visit([]<class C>(const C &) { return QString(Entry<C>::name); }, command);
}

VisitId visitOf(const Command &command)
{
    return std::visit(Overloaded{[]<AboutVisit C>(const C &c) { return c.visit; },
                                 [](const auto &) { return VisitId(); }},
                      command);
}

PatientId patientOf(const Command &command)
{
    return std::visit(Overloaded{[]<AboutVisit C>(const C &) { return PatientId(); },
                                 [](const auto &c) { return c.patient; }},
                      command);
}

QString supplementOf(const Command &command)
{
    return std::visit(Overloaded{[]<AboutSupplement C>(const C &c) { return c.supplement; },
                                 [](const auto &) { return QString(); }},
                      command);
}

PlanId planOf(const Command &command)
{
    return std::visit(Overloaded{[]<AboutPlan C>(const C &c) { return c.plan; },
                                 [](const auto &) { return PlanId(); }},
                      command);
}

QString streamOf(const Command &command)
{
    const VisitId visit = visitOf(command);
    if (const QString supplement = supplementOf(command); !supplement.isEmpty())
        return QString(u"visit:"_s + visit.value + u"/after:"_s + supplement);
    const QString service = enumName(serviceOf(command));
    // The back links wait for every twin; in the stream of the order they would hold up the
    // invoice.
    if (std::holds_alternative<LinkInCrm>(command))
        return QString(u"visit:"_s + visit.value + u"/links"_s);
    // It waits for the CRM; the stages that the surgeon looks at must not.
    if (std::holds_alternative<LinkInDentalTap>(command))
        return QString(u"visit:"_s + visit.value + u"/claim"_s);
    if (const PlanId plan = planOf(command); !plan.isEmpty())
        return QString(u"plan:"_s + plan.value + u'/' + service);
    if (!visit.isEmpty())
        return QString(u"visit:"_s + visit.value + u'/' + service);
    return QString(u"patient:"_s + patientOf(command).value + u'/' + service);
}

QByteArray commandToJson(const Command &command)
{
    QJsonObject json{{u"command"_s, commandName(command)}};
    std::visit(
        [&json]<class C>(const C &c) {
            if constexpr (AboutVisit<C>)
                json.insert(u"visit"_s, c.visit.value);
            else
                json.insert(u"patient"_s, c.patient.value);
            write(json, c);
        },
        command);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Command> commandFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return unreadable();
    const QJsonObject object = document.object();
    return fromObject(object.value(u"command"_s).toString(), object);
}

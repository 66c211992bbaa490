// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/command.h"
#include "app/domain/delivery.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const VisitId &visit()
{
    static const VisitId id(u"v1"_s);
    return id;
}
const PatientId &patient()
{
    static const PatientId id(u"p1"_s);
    return id;
}

const PlanId &plan()
{
    static const PlanId id(u"dentaltap:310"_s);
    return id;
}

struct Case {
    Command command;
    QString name;
    Service service;
};

QList<Case> cases()
{
    return {
        {BookInCrm{visit()}, u"BookInCrm"_s, Service::Zoho},
        {PutCrmEvent{visit()}, u"PutCrmEvent"_s, Service::Zoho},
        {LinkInCrm{visit()}, u"LinkInCrm"_s, Service::Zoho},
        {CancelInCrm{visit(), CancelInCrm::Why::NoCharge}, u"CancelInCrm"_s, Service::Zoho},
        {ReviveInCrm{visit()}, u"ReviveInCrm"_s, Service::Zoho},
        {PutContact{patient()}, u"PutContact"_s, Service::Zoho},
        {PutDentalTapPatient{patient()}, u"PutDentalTapPatient"_s, Service::DentalTap},
        {PutDentalTapAppointment{visit(), false}, u"PutDentalTapAppointment"_s, Service::DentalTap},
        {LinkInDentalTap{visit()}, u"LinkInDentalTap"_s, Service::DentalTap},
        {PutDentalTapStatus{visit(), u"arrived"_s}, u"PutDentalTapStatus"_s, Service::DentalTap},
        {PutCalendarEvent{visit(), 3, false}, u"PutCalendarEvent"_s, Service::GoogleCalendar},
        {DeleteCalendarEvent{visit(), 2}, u"DeleteCalendarEvent"_s, Service::GoogleCalendar},
        {UpdateSalesOrder{visit(), true}, u"UpdateSalesOrder"_s, Service::Zoho},
        {ConfirmLines{visit()}, u"ConfirmLines"_s, Service::DentalTap},
        {ConvertToInvoice{visit()}, u"ConvertToInvoice"_s, Service::Zoho},
        {PutQuickBooksCustomer{patient()}, u"PutQuickBooksCustomer"_s, Service::QuickBooks},
        {PostQuickBooksInvoice{visit()}, u"PostQuickBooksInvoice"_s, Service::QuickBooks},
        {CloseInCrm{visit()}, u"CloseInCrm"_s, Service::Zoho},
        {AddSupplement{visit(), u"s"_s}, u"AddSupplement"_s, Service::Zoho},
        {ConvertSupplement{visit(), u"s"_s}, u"ConvertSupplement"_s, Service::Zoho},
        {PostSupplement{visit(), u"s"_s}, u"PostSupplement"_s, Service::QuickBooks},
        {CloseSupplement{visit(), u"s"_s}, u"CloseSupplement"_s, Service::Zoho},
        {PutDentalDesktopPatient{patient(), u"nord"_s}, u"PutDentalDesktopPatient"_s,
         Service::DentalDesktop},
        {PutQuote{patient(), plan(), 2}, u"PutQuote"_s, Service::Zoho},
        {AttachProposal{patient(), plan(), 2, u"d"_s}, u"AttachProposal"_s, Service::Zoho},
        {LinkDentalTapPlan{patient(), plan(), 2}, u"LinkDentalTapPlan"_s, Service::DentalTap},
        {SignOpenDentalPlan{patient(), plan(), 2}, u"SignOpenDentalPlan"_s, Service::OpenDental},
    };
}

} // namespace

class TestCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandIsInTheTable()
    {
        QSet<size_t> seen;
        const QList<Case> all = cases();
        for (const Case &each : all)
            seen.insert(each.command.index());
        QCOMPARE(size_t(seen.size()), std::variant_size_v<Command>);
    }

    void commandsKnowNameSystemAndStream()
    {
        const QList<Case> all = cases();
        for (const Case &each : all) {
            QCOMPARE(commandName(each.command), each.name);
            QCOMPARE(serviceOf(each.command), each.service);
            const bool ofVisit = patientOf(each.command).isEmpty();
            QCOMPARE(visitOf(each.command).isEmpty(), !ofVisit);
            // The back links wait for every twin and must hold up nothing.
            const bool links = std::holds_alternative<LinkInCrm>(each.command);
            const bool claims = std::holds_alternative<LinkInDentalTap>(each.command);
            const QString supplement = supplementOf(each.command);
            const QString place = links ? u"links"_s
                : claims                ? u"claim"_s
                : supplement.isEmpty()  ? enumName(each.service)
                                        : QString(u"after:"_s + supplement);
            const bool ofPlan = !planOf(each.command).isEmpty();
            const QString whose = ofPlan ? u"plan:dentaltap:310/"_s
                : ofVisit                ? u"visit:v1/"_s
                                         : u"patient:p1/"_s;
            QCOMPARE(streamOf(each.command), QString(whose + place));
        }
    }

    void commandsComeBackFromStorage()
    {
        const QList<Case> all = cases();
        for (const Case &each : all) {
            const Result<Command> back = commandFromJson(commandToJson(each.command));
            QVERIFY2(back, qPrintable(each.name));
            QVERIFY2(*back == each.command, qPrintable(each.name));
        }
    }

    void damagedCommandsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("{{{");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("unknown") << QByteArray(R"({"command":"Dance","visit":"v"})");
        QTest::newRow("without id") << QByteArray(R"({"command":"BookInCrm"})");
        QTest::newRow("wrong id") << QByteArray(R"({"command":"BookInCrm","patient":"p"})");
        QTest::newRow("bad reason")
            << QByteArray(R"({"command":"CancelInCrm","visit":"v","why":"Rain"})");
        QTest::newRow("no status") << QByteArray(R"({"command":"PutDentalTapStatus","visit":"v"})");
        QTest::newRow("no generation")
            << QByteArray(R"({"command":"DeleteCalendarEvent","visit":"v"})");
        QTest::newRow("no supplement") << QByteArray(R"({"command":"AddSupplement","visit":"v"})");
        QTest::newRow("10 MB") << QByteArray(10'000'000, '{');
    }
    void damagedCommandsAreRefused()
    {
        QFETCH(QByteArray, json);
        const Result<Command> command = commandFromJson(json);
        QVERIFY(!command);
        QCOMPARE(command.error().kind, Error::Kind::Storage);
    }

    void recordsBelongToTheirSystem()
    {
        QCOMPARE(serviceOf(RecordKind::Contact), Service::Zoho);
        QCOMPARE(serviceOf(RecordKind::CrmInvoice), Service::Zoho);
        QCOMPARE(serviceOf(RecordKind::DentalTapAppointment), Service::DentalTap);
        QCOMPARE(serviceOf(RecordKind::CalendarEvent), Service::GoogleCalendar);
        QCOMPARE(serviceOf(RecordKind::QuickBooksInvoice), Service::QuickBooks);
    }
};

QTEST_APPLESS_MAIN(TestCommand)
#include "tst_command.moc"

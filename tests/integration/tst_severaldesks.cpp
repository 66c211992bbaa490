// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/census.h"
#include "tests/integration/simulateddesk.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;

//! Two clicks, two programs on one database, two desks with databases of their own: one invoice.
class TestSeveralDesks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoClicksAreOneExit();
    void twoProgramsOnOneDatabaseMakeOneInvoice();
    void aSecondProcessOnTheDatabaseMakesNoSecondInvoice();
    void desksWithTheirOwnDatabasesMakeOneInvoice();
    void whoeverIsBehindAdoptsTheInvoice_data();
    void whoeverIsBehindAdoptsTheInvoice();
    void anotherTotalBehindAnInvoiceIsSaidInWords();
    void aLiveUpdateBehindAnInvoiceIsDone();
    void aCancelBehindAnInvoiceLeavesTheRecords();
    void anExitOfAForeignVisitIsSettledByTheReading();

private:
    //! A second desk on a database of its own that has read the visit in.
    static std::unique_ptr<SimulatedDesk> neighbourOf(SimulatedDesk &clinic, const VisitId &id,
                                                      VisitId &theirs);
    static void verifyInvoiced(SimulatedDesk &desk, const VisitId &id);
    //! Since that census one invoice was made, and both desks show it.
    static void verifyOneInvoice(SimulatedDesk &clinic, const VisitId &id, SimulatedDesk &next,
                                 const VisitId &theirs, const QJsonObject &before);
    //! A patient in the chair with two acts, all of it delivered.
    static VisitId inChair(SimulatedDesk &clinic);
    static Task<Visit> exit(FrontDesk *desk, VisitId id, bool asShown = false);
};

VisitId TestSeveralDesks::inChair(SimulatedDesk &clinic)
{
    clinic.open();
    clinic.readIn();
    const Result<Visit> booked = clinic.bookNew(u"Noé"_s, u"Garnier"_s);
    if (!booked)
        return {};
    VisitWorkflow *workflow = clinic.desk().visitWorkflow();
    SimulatedDesk::await(workflow->checkIn(booked->id));
    SimulatedDesk::await(workflow->seat(booked->id));
    const QJsonArray acts{QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"36"_s}},
                          QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"46"_s}}};
    if (!clinic.drained() || !clinic.record(booked->id, acts) || !clinic.drained())
        return {};
    return booked->id;
}

Task<Visit> TestSeveralDesks::exit(FrontDesk *desk, VisitId id, bool asShown)
{
    const Result<VisitDetail> detail = co_await desk->visits()->detail(id);
    if (!detail)
        co_return tl::unexpected<Error>(detail.error());
    const QByteArray digest = detail->lines.digest();
    co_return co_await desk->visitWorkflow()->exitTreatmentRoom(id, digest, asShown);
}

std::unique_ptr<SimulatedDesk> TestSeveralDesks::neighbourOf(SimulatedDesk &clinic,
                                                             const VisitId &id, VisitId &theirs)
{
    std::unique_ptr<SimulatedDesk> next = clinic.neighbour();
    next->open();
    next->readIn();
    const QString appointment =
        clinic.detail(id).visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    const Result<VisitId> found = SimulatedDesk::await(next->desk().visits()->find(appointment));
    if (!found || !SimulatedDesk::await(next->desk().liveSync()->poll()) || !next->drained())
        return {};
    theirs = *found;
    return next;
}

void TestSeveralDesks::verifyInvoiced(SimulatedDesk &desk, const VisitId &id)
{
    SimulatedDesk::await(desk.desk().readingIn()->run(Service::None));
    QVERIFY(desk.drained());
    const Visit visit = desk.detail(id).entry.visit;
    QCOMPARE(visit.state, VisitState::Invoiced);
    QVERIFY(!visit.quickBooksInvoiceNumber.isEmpty());
    QCOMPARE(visit.attention, QString());
}

void TestSeveralDesks::verifyOneInvoice(SimulatedDesk &clinic, const VisitId &id,
                                        SimulatedDesk &next, const VisitId &theirs,
                                        const QJsonObject &before)
{
    QCOMPARE(inWords(census(clinic.simulator())), inWords(withOneMore(before, invoiceKinds())));
    verifyInvoiced(clinic, id);
    verifyInvoiced(next, theirs);
    QCOMPARE(clinic.detail(id).entry.visit.quickBooksInvoiceNumber,
             next.detail(theirs).entry.visit.quickBooksInvoiceNumber);
}

void TestSeveralDesks::twoClicksAreOneExit()
{
    SimulatedDesk clinic;
    const VisitId id = inChair(clinic);
    QVERIFY(!id.isEmpty());
    const QJsonObject before = census(clinic.simulator());
    const QByteArray digest = clinic.detail(id).lines.digest();
    VisitWorkflow *workflow = clinic.desk().visitWorkflow();
    Task<Visit> first = workflow->exitTreatmentRoom(id, digest, false);
    Task<Visit> second = workflow->exitTreatmentRoom(id, digest, false);
    const Result<Visit> one = SimulatedDesk::await(std::move(first));
    const Result<Visit> two = SimulatedDesk::await(std::move(second));
    QCOMPARE(int(one.has_value()) + int(two.has_value()), 1);
    const Error &refusal = one ? two.error() : one.error();
    QCOMPARE(refusal.kind, Error::Kind::Conflict);
    QVERIFY(!refusal.message.isEmpty());
    QVERIFY(clinic.drained());
    QCOMPARE(inWords(census(clinic.simulator())), inWords(withOneMore(before, invoiceKinds())));
    QCOMPARE(clinic.detail(id).entry.visit.state, VisitState::Invoiced);
    clinic.close();
}

void TestSeveralDesks::twoProgramsOnOneDatabaseMakeOneInvoice()
{
    SimulatedDesk clinic;
    const VisitId id = inChair(clinic);
    QVERIFY(!id.isEmpty());
    const QJsonObject before = census(clinic.simulator());
    const std::unique_ptr<FrontDesk> other = clinic.another();
    other->outbox()->start();
    Task<Visit> first = exit(&clinic.desk(), id);
    Task<Visit> second = exit(other.get(), id);
    const Result<Visit> one = SimulatedDesk::await(std::move(first));
    const Result<Visit> two = SimulatedDesk::await(std::move(second));
    QCOMPARE(int(one.has_value()) + int(two.has_value()), 1);
    QVERIFY(clinic.drained());
    QCOMPARE(inWords(census(clinic.simulator())), inWords(withOneMore(before, invoiceKinds())));
    const Result<VisitDetail> there = SimulatedDesk::await(other->visits()->detail(id));
    QVERIFY(there);
    QCOMPARE(there->entry.visit.state, VisitState::Invoiced);
    SimulatedDesk::await(other->shutdown());
    clinic.close();
}

void TestSeveralDesks::aSecondProcessOnTheDatabaseMakesNoSecondInvoice()
{
    SimulatedDesk clinic;
    const VisitId id = inChair(clinic);
    QVERIFY(!id.isEmpty());
    const QJsonObject before = census(clinic.simulator());
    const QString secrets = clinic.directory() + u"/secrets.json"_s;
    clinic.saveSecrets(secrets);
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const qint64 shift = QDateTime::currentDateTimeUtc().msecsTo(clinic.clock()());
    process.start(QString(QCoreApplication::applicationDirPath() + u"/killed-desk"_s),
                  {clinic.settingsFile(), clinic.settings().dataDirectory, secrets,
                   QString::number(shift), u"exit"_s, id.value});
    const Result<Visit> here = SimulatedDesk::await(exit(&clinic.desk(), id));
    // Whoever was first: the other is refused in words, and both deliver what one of them asked.
    QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30000);
    QVERIFY(here || here.error().kind == Error::Kind::Conflict);
    QCOMPARE(process.exitCode() == 0, !here);
    QVERIFY(clinic.drained());
    QCOMPARE(inWords(census(clinic.simulator())), inWords(withOneMore(before, invoiceKinds())));
    QCOMPARE(clinic.detail(id).entry.visit.state, VisitState::Invoiced);
    clinic.close();
}

void TestSeveralDesks::desksWithTheirOwnDatabasesMakeOneInvoice()
{
    SimulatedDesk clinic;
    const VisitId id = inChair(clinic);
    QVERIFY(!id.isEmpty());
    VisitId theirs;
    const std::unique_ptr<SimulatedDesk> next = neighbourOf(clinic, id, theirs);
    QVERIFY(next);
    QCOMPARE(next->detail(theirs).entry.visit.state, VisitState::InTreatment);
    QCOMPARE(next->detail(theirs).lines.total().minor, clinic.detail(id).lines.total().minor);
    const QJsonObject before = census(clinic.simulator());

    Task<Visit> first = exit(&clinic.desk(), id);
    Task<Visit> second = exit(&next->desk(), theirs);
    const Result<Visit> one = SimulatedDesk::await(std::move(first));
    const Result<Visit> two = SimulatedDesk::await(std::move(second));
    QVERIFY2(one, qPrintable(one ? QString() : one.error().message));
    QVERIFY2(two, qPrintable(two ? QString() : two.error().message));
    QVERIFY(clinic.drained());
    QVERIFY(next->drained());
    verifyOneInvoice(clinic, id, *next, theirs, before);
    next->close();
    clinic.close();
}

void TestSeveralDesks::whoeverIsBehindAdoptsTheInvoice_data()
{
    QTest::addColumn<int>("delivered");
    QTest::addColumn<bool>("sameSecond");
    QTest::addRow("nothing sent") << 0 << false;
    QTest::addRow("nothing sent, within a second") << 0 << true;
    QTest::addRow("the lines confirmed") << 1 << false;
    QTest::addRow("the lines confirmed, within a second") << 1 << true;
    QTest::addRow("the order written") << 2 << false;
    QTest::addRow("the order converted") << 3 << false;
    QTest::addRow("the ledger posted") << 4 << false;
}

//! The second desk comes to a stop after so many of its exit's commands; the first exits and is
//! through with everything; then the second goes on. Without a change of its second the CRM refuses
//! the second desk's update for the conversion, with one for the version.
void TestSeveralDesks::whoeverIsBehindAdoptsTheInvoice()
{
    QFETCH(int, delivered);
    QFETCH(bool, sameSecond);
    SimulatedDesk clinic;
    const VisitId id = inChair(clinic);
    QVERIFY(!id.isEmpty());
    VisitId theirs;
    const std::unique_ptr<SimulatedDesk> next = neighbourOf(clinic, id, theirs);
    QVERIFY(next);
    const QJsonObject before = census(clinic.simulator());

    Outbox *behind = next->desk().outbox();
    behind->stop();
    const Result<Visit> second = SimulatedDesk::await(exit(&next->desk(), theirs));
    QVERIFY2(second, qPrintable(second ? QString() : second.error().message));
    // Rows of other streams may be delivered beside these.
    const QStringList chain{u"ConfirmLines"_s, u"UpdateSalesOrder"_s, u"ConvertToInvoice"_s,
                            u"PostQuickBooksInvoice"_s};
    const auto waiting = [&] {
        QSet<qint64> ids;
        const VisitDetail detail = next->detail(theirs);
        for (const OutboxRow &row : detail.rows) {
            if (chain.contains(row.command))
                ids.insert(row.id);
        }
        return ids;
    };
    QSet<qint64> left = waiting();
    QCOMPARE(left.size(), chain.size());
    int finished = 0;
    connect(behind, &Outbox::rowFinished, behind, [&](qint64 row) {
        // After the stop a row that was taken up goes back unsent, and that is told alike.
        if (finished < delivered && left.remove(row) && ++finished == delivered)
            behind->stop();
    });
    if (delivered > 0)
        behind->start();
    QTRY_VERIFY_WITH_TIMEOUT(finished == delivered && behind->isIdle(), 20000);
    QCOMPARE(waiting().size(), chain.size() - delivered);
    // The CRM tells versions apart by the second: what is written now looks no newer than what the
    // second desk read.
    if (sameSecond)
        clinic.simulator().clock().advance(-60000);
    const Result<Visit> first = SimulatedDesk::await(exit(&clinic.desk(), id));
    QVERIFY2(first, qPrintable(first ? QString() : first.error().message));
    QVERIFY(clinic.drained());
    QCOMPARE(clinic.detail(id).entry.visit.state, VisitState::Invoiced);
    behind->start();
    QVERIFY(next->drained());

    verifyOneInvoice(clinic, id, *next, theirs, before);
    next->close();
    clinic.close();
}

void TestSeveralDesks::anotherTotalBehindAnInvoiceIsSaidInWords()
{
    SimulatedDesk clinic;
    const VisitId id = inChair(clinic);
    QVERIFY(!id.isEmpty());
    VisitId theirs;
    const std::unique_ptr<SimulatedDesk> next = neighbourOf(clinic, id, theirs);
    QVERIFY(next);
    const QJsonObject before = census(clinic.simulator());
    // The second desk invoices what it shows, which lacks the act that came after its last reading.
    next->desk().outbox()->stop();
    QVERIFY(SimulatedDesk::await(exit(&next->desk(), theirs, true)));
    QVERIFY(clinic.record(id, {QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"11"_s}}}));
    QVERIFY(clinic.drained());
    QVERIFY(SimulatedDesk::await(exit(&clinic.desk(), id)));
    QVERIFY(clinic.drained());
    next->desk().outbox()->start();
    QVERIFY(!next->drained());

    const VisitDetail left = next->detail(theirs);
    QCOMPARE(left.entry.visit.state, VisitState::AwaitingInvoice);
    QVERIFY(left.entry.visit.attention.contains(clinic.detail(id).entry.visit.crmInvoiceNumber));
    QCOMPARE(left.entry.visit.crmInvoiceNumber, clinic.detail(id).entry.visit.crmInvoiceNumber);
    QCOMPARE(inWords(census(clinic.simulator())), inWords(withOneMore(before, invoiceKinds())));
    verifyInvoiced(clinic, id);
    next->close();
    clinic.close();
}

void TestSeveralDesks::aLiveUpdateBehindAnInvoiceIsDone()
{
    SimulatedDesk clinic;
    const VisitId id = inChair(clinic);
    QVERIFY(!id.isEmpty());
    VisitId theirs;
    const std::unique_ptr<SimulatedDesk> next = neighbourOf(clinic, id, theirs);
    QVERIFY(next);
    const QJsonObject before = census(clinic.simulator());
    const QJsonArray more{QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"11"_s}}};
    QVERIFY(clinic.record(id, more));
    QVERIFY(clinic.drained());
    // The second desk sees the act too, and its update leaves after the first desk's exit.
    next->desk().outbox()->stop();
    QVERIFY(SimulatedDesk::await(next->desk().liveSync()->poll()));
    QVERIFY(!next->detail(theirs).rows.isEmpty());
    QVERIFY(SimulatedDesk::await(exit(&clinic.desk(), id)));
    QVERIFY(clinic.drained());
    next->desk().outbox()->start();
    QVERIFY(next->drained());
    QCOMPARE(next->detail(theirs).entry.visit.state, VisitState::InTreatment);
    // Whoever exits there too finds the invoice that is there.
    QVERIFY(SimulatedDesk::await(exit(&next->desk(), theirs)));
    QVERIFY(next->drained());
    QCOMPARE(inWords(census(clinic.simulator())), inWords(withOneMore(before, invoiceKinds())));
    verifyInvoiced(*next, theirs);
    next->close();
    clinic.close();
}

//! The second desk's booking stood still while the patient came and was billed at the first.
void TestSeveralDesks::aCancelBehindAnInvoiceLeavesTheRecords()
{
    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    const Result<Visit> booked = clinic.bookNew(u"Noé"_s, u"Garnier"_s);
    QVERIFY(booked);
    QVERIFY(clinic.drained());
    VisitId theirs;
    const std::unique_ptr<SimulatedDesk> next = neighbourOf(clinic, booked->id, theirs);
    QVERIFY(next);
    VisitWorkflow *workflow = clinic.desk().visitWorkflow();
    QVERIFY(SimulatedDesk::await(workflow->checkIn(booked->id)));
    QVERIFY(SimulatedDesk::await(workflow->seat(booked->id)));
    QVERIFY(clinic.drained());
    QVERIFY(SimulatedDesk::await(exit(&clinic.desk(), booked->id)));
    QVERIFY(clinic.drained());
    const QJsonObject before = census(clinic.simulator());
    const QJsonArray orders = clinic.simulator().records(u"zoho"_s, u"Sales_Orders"_s);
    const QJsonArray deals = clinic.simulator().records(u"zoho"_s, u"Deals"_s);
    const QJsonArray quotes = clinic.simulator().records(u"zoho"_s, u"Quotes"_s);

    QVERIFY(SimulatedDesk::await(next->desk().visitWorkflow()->cancel(theirs, u"ill"_s)));
    const auto attention = [&] { return next->detail(theirs).entry.visit.attention; };
    QTRY_VERIFY_WITH_TIMEOUT(!attention().isEmpty(), 20000);
    QVERIFY(attention().contains(clinic.detail(booked->id).entry.visit.crmInvoiceNumber));
    QCOMPARE(clinic.simulator().records(u"zoho"_s, u"Sales_Orders"_s), orders);
    QCOMPARE(clinic.simulator().records(u"zoho"_s, u"Deals"_s), deals);
    QCOMPARE(clinic.simulator().records(u"zoho"_s, u"Quotes"_s), quotes);
    const QJsonObject after = census(clinic.simulator());
    for (const QString &kind : {u"Events"_s, u"Invoices"_s, u"Invoice"_s, u"Sales_Orders"_s})
        QCOMPARE(after.value(kind), before.value(kind));
    next->close();
    clinic.close();
}

//! What others booked: the second desk learns of the order through DentalTap and of the end
//! through the CRM, without anybody's click.
void TestSeveralDesks::anExitOfAForeignVisitIsSettledByTheReading()
{
    SimulatedDesk clinic;
    clinic.open();
    clinic.readIn();
    const QDate today = SimulatedDesk::smallClinic().clinic.today;
    VisitId id;
    const Result<QList<DayEntry>> days =
        SimulatedDesk::await(clinic.desk().visits()->days(today, today.addDays(7)));
    for (const DayEntry &entry : *days) {
        if (entry.appointment.origin == Appointment::Origin::DentalTap && !entry.hasOrder
            && entry.visit.state == VisitState::Booked && !entry.appointment.patient.isEmpty())
            id = entry.visit.id;
    }
    QVERIFY(!id.isEmpty());
    VisitId theirs;
    const std::unique_ptr<SimulatedDesk> next = neighbourOf(clinic, id, theirs);
    QVERIFY(next);
    VisitWorkflow *workflow = clinic.desk().visitWorkflow();
    QVERIFY(SimulatedDesk::await(workflow->checkIn(id)));
    QVERIFY(SimulatedDesk::await(workflow->seat(id)));
    QVERIFY(clinic.drained());
    QVERIFY(clinic.record(id, {QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"36"_s}}}));
    QVERIFY(clinic.drained());
    QVERIFY(SimulatedDesk::await(exit(&clinic.desk(), id)));
    QVERIFY(clinic.drained());
    QVERIFY(SimulatedDesk::await(next->desk().readingIn()->run(Service::DentalTap)));
    const Visit seen = next->detail(theirs).entry.visit;
    QCOMPARE(seen.state, VisitState::Invoiced);
    QVERIFY(!seen.readyToExit);
    QCOMPARE(seen.crmInvoiceNumber, clinic.detail(id).entry.visit.crmInvoiceNumber);
    next->close();
    clinic.close();
}

QTEST_GUILESS_MAIN(TestSeveralDesks)
#include "tst_severaldesks.moc"

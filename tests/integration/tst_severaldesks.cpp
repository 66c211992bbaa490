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

private:
    //! A patient in the chair with two acts, all of it delivered.
    static VisitId inChair(SimulatedDesk &clinic);
    static Task<Visit> exit(FrontDesk *desk, VisitId id);
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

Task<Visit> TestSeveralDesks::exit(FrontDesk *desk, VisitId id)
{
    const Result<VisitDetail> detail = co_await desk->visits()->detail(id);
    if (!detail)
        co_return tl::unexpected<Error>(detail.error());
    const QByteArray digest = detail->lines.digest();
    co_return co_await desk->visitWorkflow()->exitTreatmentRoom(id, digest, false);
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
    const std::unique_ptr<SimulatedDesk> next = clinic.neighbour();
    next->open();
    next->readIn();
    const QString appointment =
        clinic.detail(id).visitLinks.value(RecordKind::DentalTapAppointment).remoteId;
    const Result<VisitId> theirs = SimulatedDesk::await(next->desk().visits()->find(appointment));
    QVERIFY2(theirs, qPrintable(theirs ? QString() : theirs.error().message));
    QCOMPARE(next->detail(*theirs).entry.visit.state, VisitState::InTreatment);
    QVERIFY(SimulatedDesk::await(next->desk().liveSync()->poll()));
    QVERIFY(next->drained());
    QCOMPARE(next->detail(*theirs).lines.total().minor, clinic.detail(id).lines.total().minor);
    const QJsonObject before = census(clinic.simulator());

    Task<Visit> first = exit(&clinic.desk(), id);
    Task<Visit> second = exit(&next->desk(), *theirs);
    const Result<Visit> one = SimulatedDesk::await(std::move(first));
    const Result<Visit> two = SimulatedDesk::await(std::move(second));
    QVERIFY2(one, qPrintable(one ? QString() : one.error().message));
    QVERIFY2(two, qPrintable(two ? QString() : two.error().message));
    QVERIFY(clinic.drained());
    QVERIFY(next->drained());
    QCOMPARE(inWords(census(clinic.simulator())), inWords(withOneMore(before, invoiceKinds())));
    for (SimulatedDesk *desk : {&clinic, next.get()}) {
        SimulatedDesk::await(desk->desk().readingIn()->run(Service::None));
        QVERIFY(desk->drained());
        const VisitDetail done = desk->detail(desk == &clinic ? id : *theirs);
        QCOMPARE(done.entry.visit.state, VisitState::Invoiced);
        QVERIFY(!done.entry.visit.quickBooksInvoiceNumber.isEmpty());
        QVERIFY(done.entry.visit.attention.isEmpty());
    }
    QCOMPARE(clinic.detail(id).entry.visit.quickBooksInvoiceNumber,
             next->detail(*theirs).entry.visit.quickBooksInvoiceNumber);
    next->close();
    clinic.close();
}

QTEST_GUILESS_MAIN(TestSeveralDesks)
#include "tst_severaldesks.moc"

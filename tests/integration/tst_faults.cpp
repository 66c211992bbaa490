// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/census.h"
#include "tests/integration/simulateddesk.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;

//! Each kind of fault at each outward step of booking and exit leaves the same single set of
//! records. The steps are counted from an undisturbed run, so that a new one cannot escape.
class TestFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bookingSurvives_data();
    void bookingSurvives();
    void exitSurvives_data();
    void exitSurvives();
    void cleanup();

private:
    //! A desk in front of a patient without visit, or with one in the chair.
    void prepare(bool exit);
    bool act(bool exit);
    void rows(bool exit);
    void survives(bool exit);
    QString invoiced();

    std::unique_ptr<SimulatedDesk> m_clinic; //!< shared by the steps of one kind of fault
    QString m_kind;
    VisitId m_visit;
};

namespace {

constexpr std::chrono::milliseconds shortPatience(400);

QJsonObject fault(const QString &kind, int call)
{
    // One count over all systems; token calls aside.
    QJsonObject line{{u"path"_s, u"^(?!.*/tokens?(/|$))"_s}, {u"nth"_s, call}};
    line.insert(u"kind"_s, kind.section(u' ', 0, 0));
    if (kind.startsWith(u"status"_s))
        line.insert(u"status"_s, kind.section(u' ', 1).toInt());
    if (kind == u"429 Retry-After"_s)
        line.insert(u"retryAfter"_s, 1);
    if (kind == u"delay"_s)
        line.insert(u"ms"_s, 150);
    if (kind == u"drip"_s)
        line.insert(u"ms"_s, 50);
    return line;
}

} // namespace

void TestFaults::prepare(bool exit)
{
    if (!m_clinic) {
        m_clinic = std::make_unique<SimulatedDesk>();
        m_clinic->open();
        m_clinic->readIn();
    }
    if (exit) {
        const Result<Visit> booked = m_clinic->bookNew(u"Noé"_s, u"Garnier"_s);
        QVERIFY2(booked, qPrintable(booked ? QString() : booked.error().message));
        m_visit = booked->id;
        VisitWorkflow *workflow = m_clinic->desk().visitWorkflow();
        QVERIFY(SimulatedDesk::await(workflow->checkIn(m_visit)));
        QVERIFY(SimulatedDesk::await(workflow->seat(m_visit)));
        QVERIFY(m_clinic->drained());
        QVERIFY(m_clinic->record(
            m_visit,
            QJsonArray{QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"36"_s}},
                       QJsonObject{{u"treatment"_s, u"any"_s}, {u"tooth"_s, u"46"_s}}}));
        QVERIFY(m_clinic->drained());
    }
    m_clinic->simulator().clearJournal();
}

bool TestFaults::act(bool exit)
{
    if (!exit) {
        const Result<Visit> booked = m_clinic->bookNew(u"Noé"_s, u"Garnier"_s);
        if (booked)
            m_visit = booked->id;
        return booked && m_clinic->drained();
    }
    const QByteArray digest = m_clinic->detail(m_visit).lines.digest();
    const Result<Visit> exited = SimulatedDesk::await(
        m_clinic->desk().visitWorkflow()->exitTreatmentRoom(m_visit, digest, false));
    return exited && m_clinic->drained();
}

void TestFaults::rows(bool exit)
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("call");
    m_clinic.reset();
    prepare(exit);
    QVERIFY(act(exit));
    const int calls = int(m_clinic->calls().size());
    m_clinic.reset();
    QVERIFY2(calls > 3, "the undisturbed run failed");
    for (const QString &kind : {u"status 500"_s, u"status 503"_s, u"429"_s, u"429 Retry-After"_s,
                                u"delay"_s, u"lostAnswer"_s, u"cutBody"_s, u"malformed"_s,
                                u"expiredToken"_s, u"drip"_s, u"blackHole"_s}) {
        for (int call = 1; call <= calls; ++call)
            QTest::addRow("%s, call %d", qPrintable(kind), call) << kind << call;
    }
}

//! The ledger's invoice of the visit, or why there is none as it should be.
QString TestFaults::invoiced()
{
    const VisitDetail done = m_clinic->detail(m_visit);
    const Visit &visit = done.entry.visit;
    if (visit.state != VisitState::Invoiced)
        return u"state "_s + enumName(visit.state);
    if (done.invoice.grandTotal.minor != visit.confirmedTotal.minor)
        return u"the CRM's invoice has another total"_s;
    int found = 0;
    for (const QJsonValue &invoice : m_clinic->simulator().records(u"quickbooks"_s, u"Invoice"_s)) {
        if (invoice[u"DocNumber"_s].toString() != visit.crmInvoiceNumber)
            continue;
        ++found;
        const Result<Money> total =
            moneyFromJson(invoice[u"TotalAmt"_s], visit.confirmedTotal.currency);
        if (!total || total->minor != visit.confirmedTotal.minor)
            return u"the ledger's invoice has another total"_s;
    }
    return found == 1 ? QString() : u"%1 invoices in the ledger"_s.arg(found);
}

void TestFaults::survives(bool exit)
{
    QFETCH(QString, kind);
    QFETCH(int, call);
    if (kind != m_kind)
        m_clinic.reset();
    m_kind = kind;
    prepare(exit);
    if (QTest::currentTestFailed())
        return;
    const QJsonObject before = census(m_clinic->simulator());
    const bool never = kind == u"drip"_s || kind == u"blackHole"_s;
    if (never)
        m_clinic->desk().setPatience(shortPatience);
    QCOMPARE(m_clinic->simulator().addFault(fault(kind, call)), QString());
    // DentalTap's key is no token that renews itself: its queue stops and keeps what waits until a
    // person gives a new key (dentaltap.md section 3, "Token life").
    QTimer person;
    const Outbox *outbox = m_clinic->desk().outbox();
    connect(&person, &QTimer::timeout, this, [this, outbox] {
        if (outbox->state(Service::DentalTap).signInNeeded)
            m_clinic->renewDentalTapKey();
    });
    person.start(10);

    QVERIFY(act(exit));
    bool struck = false;
    for (const QJsonValue &entry : m_clinic->calls())
        struck = struck || !entry[u"fault"_s].toString().isEmpty();
    QVERIFY2(struck, "the fault met no call");
    const QJsonObject wanted = withOneMore(before, exit ? invoiceKinds() : bookingKinds());
    QCOMPARE(inWords(census(m_clinic->simulator())), inWords(wanted));
    if (exit)
        QCOMPARE(invoiced(), QString());
    const VisitDetail detail = m_clinic->detail(m_visit);
    QVERIFY(detail.visitLinks.contains(RecordKind::SalesOrder));
    QVERIFY(detail.visitLinks.contains(RecordKind::DentalTapAppointment));
    QVERIFY(detail.visitLinks.contains(RecordKind::CalendarEvent));
    QVERIFY(detail.patientLinks.contains(RecordKind::QuickBooksCustomer));
}

void TestFaults::bookingSurvives_data()
{
    rows(false);
}

void TestFaults::bookingSurvives()
{
    survives(false);
}

void TestFaults::exitSurvives_data()
{
    rows(true);
}

void TestFaults::exitSurvives()
{
    survives(true);
}

void TestFaults::cleanup()
{
    if (!m_clinic)
        return;
    m_clinic->simulator().clearFaults();
    m_clinic->desk().setPatience(std::chrono::minutes(1));
    // What a failed step left would disturb the next one.
    if (QTest::currentTestFailed())
        m_clinic.reset();
}

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"

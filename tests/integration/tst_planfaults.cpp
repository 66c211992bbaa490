// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/census.h"
#include "tests/integration/plandesk.h"

#include <QTimer>

using namespace Qt::StringLiterals;

//! Each kind of fault at each outward step of a plan read, accepted and booked leaves one Devis and
//! one Commande. The steps are counted from an undisturbed run, so that a new one cannot escape.
class TestPlanFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptanceAndBookingSurvive_data();
    void acceptanceAndBookingSurvive();
    void cleanup();

private:
    void prepare();
    bool act();

    std::unique_ptr<PlanDesk> m_clinic; //!< shared by the steps of one kind of fault
    QString m_kind;
    VisitId m_consultation;
    PlanId m_plan;
    VisitId m_visit;
};

namespace {

constexpr std::chrono::milliseconds shortPatience(400);

QJsonObject fault(const QString &kind, int call)
{
    QJsonObject line{{u"path"_s, u"^(?!.*/tokens?(/|$))"_s}, {u"nth"_s, call}};
    line.insert(u"kind"_s, kind.section(u' ', 0, 0));
    if (kind.startsWith(u"status"_s))
        line.insert(u"status"_s, kind.section(u' ', 1).toInt());
    return line;
}

} // namespace

//! A desk that has read a new plan whose Devis is not sent yet.
void TestPlanFaults::prepare()
{
    if (!m_clinic) {
        m_clinic = std::make_unique<PlanDesk>();
        m_clinic->open();
        m_clinic->readIn();
        m_consultation = m_clinic->consultation();
    }
    m_clinic->desk().outbox()->stop();
    m_plan = m_clinic->plan(m_consultation);
    m_clinic->simulator().clearJournal();
}

bool TestPlanFaults::act()
{
    if (!m_clinic->accept(m_plan))
        return false;
    InterventionRequest request = m_clinic->request(m_plan, 0);
    request.despiteConflicts = true;
    const Result<Visit> visit = m_clinic->book(request);
    if (!visit)
        return false;
    m_visit = visit->id;
    m_clinic->desk().outbox()->start();
    return m_clinic->drained();
}

void TestPlanFaults::acceptanceAndBookingSurvive_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("call");
    prepare();
    QVERIFY(act());
    const int calls = int(m_clinic->calls().size());
    m_clinic.reset();
    QVERIFY2(calls > 3, "the undisturbed run failed");
    // Further kinds are the connectors' own tests'.
    for (const QString &kind : {u"status 503"_s, u"lostAnswer"_s, u"malformed"_s, u"blackHole"_s}) {
        for (int call = 1; call <= calls; ++call)
            QTest::addRow("%s, call %d", qPrintable(kind), call) << kind << call;
    }
}

void TestPlanFaults::acceptanceAndBookingSurvive()
{
    QFETCH(QString, kind);
    QFETCH(int, call);
    if (kind != m_kind)
        m_clinic.reset();
    m_kind = kind;
    prepare();
    if (QTest::currentTestFailed())
        return;
    const QJsonObject before = census(m_clinic->simulator());
    if (kind == u"blackHole"_s)
        m_clinic->desk().setPatience(shortPatience);
    QCOMPARE(m_clinic->simulator().addFault(fault(kind, call)), QString());
    // A DentalTap key is renewed by a person (dentaltap.md section 3, "Token life").
    QTimer person;
    const Outbox *outbox = m_clinic->desk().outbox();
    connect(&person, &QTimer::timeout, this, [this, outbox] {
        if (outbox->state(Service::DentalTap).signInNeeded)
            m_clinic->renewDentalTapKey();
    });
    person.start(10);
    QVERIFY(act());
    bool struck = false;
    for (const QJsonValue &entry : m_clinic->calls())
        struck = struck || !entry[u"fault"_s].toString().isEmpty();
    QVERIFY2(struck, "the fault met no call");
    const QStringList kinds{u"Quotes"_s, u"Sales_Orders"_s, u"Events"_s, u"appointments"_s,
                            u"events"_s};
    QCOMPARE(inWords(census(m_clinic->simulator())), inWords(withOneMore(before, kinds)));
    const PlanVersion version = m_clinic->version(m_plan);
    QCOMPARE(m_clinic->quote(m_plan)[u"Quote_Stage"_s].toString(), u"Closed Won"_s);
    QCOMPARE(m_clinic->quote(m_plan)[u"Quoted_Items"_s].toArray().size(), 3);
    QCOMPARE(m_clinic->order(m_visit)[u"Quote_Name"_s][u"id"_s].toString(), version.quote.id);
    QCOMPARE(m_clinic->order(m_visit)[u"Ordered_Items"_s].toArray().size(), 2);
    QCOMPARE(m_clinic->dropped(), QStringList());
}

void TestPlanFaults::cleanup()
{
    if (!m_clinic)
        return;
    m_clinic->simulator().clearFaults();
    m_clinic->desk().setPatience(std::chrono::minutes(1));
    // What a failed step left would disturb the next one.
    if (QTest::currentTestFailed())
        m_clinic.reset();
}

QTEST_GUILESS_MAIN(TestPlanFaults)
#include "tst_planfaults.moc"

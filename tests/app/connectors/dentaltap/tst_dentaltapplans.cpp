// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/connectors/dentaltap/connector.h"
#include "app/connectors/dentaltap/plans.h"
#include "tests/support/simulated.h"

#include <QTest>

using namespace Qt::StringLiterals;
using support::Simulated;

class TestDentalTapPlans : public QObject
{
    Q_OBJECT

    std::unique_ptr<Simulated> m_world;
    std::unique_ptr<dentaltap::Plans> m_plans;
    std::unique_ptr<dentaltap::Connector> m_connector;
    const Currency m_rupees{u"MUR"_s, 2};

    const sim::SeedPlan &seed() const { return m_world->clinic().plans.first(); }
    const sim::SeedPatient &owner() const { return m_world->clinic().patients.at(seed().patient); }
    Result<RemotePlan> plan(const QString &id) { return QCoro::waitFor(m_plans->plan(id)); }
    void tell(const QJsonObject &story)
    {
        const QString problem = m_world->simulator().tell(story);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    Result<Receipt> link(const QString &id, const QString &quote, int version = 1)
    {
        Facts facts;
        facts.plan = PlanFacts();
        facts.plan->version.number = version;
        facts.plan->version.content.id = planId(plans::Source::DentalTap, id);
        facts.plan->version.quote.id = quote;
        OutboxItem item;
        item.command = LinkDentalTapPlan{PatientId(u"p"_s), facts.plan->version.content.id, 1};
        item.attempts = 1;
        const Result<QByteArray> payload = m_connector->prepare(item.command, facts, QString());
        if (!payload)
            return tl::unexpected<Error>(payload.error());
        item.payload = *payload;
        return QCoro::waitFor(m_connector->deliver(item));
    }
    QString named(const QString &id) const
    {
        return m_world->record(u"dentaltap"_s, u"treatmentPlans"_s, id)[u"externalId"_s].toString();
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<Simulated>();
        Transport *transport = m_world->transport(Service::DentalTap);
        m_plans = std::make_unique<dentaltap::Plans>(transport, m_rupees);
        m_connector = std::make_unique<dentaltap::Connector>(transport, m_rupees);
        QVERIFY(!m_world->clinic().plans.isEmpty());
    }
    void cleanup()
    {
        m_connector.reset();
        m_plans.reset();
        m_world.reset();
    }

    void planIsReadByItsIdWithNestedActs_DT_20()
    {
        const Result<RemotePlan> read = plan(seed().id);
        QVERIFY(read);
        QVERIFY(read->unreadable.isEmpty());
        QCOMPARE(read->plan.id.value, QString(u"dentaltap:"_s + seed().id));
        QCOMPARE(read->contactId, owner().contactId);
        QCOMPARE(read->plan.remotePatient, owner().dentalTapId);
        QCOMPARE(read->plan.title, seed().title);
        QCOMPARE(read->plan.phases.size(), seed().phases.size());
        qint64 total = 0;
        for (qsizetype i = 0; i < seed().phases.size(); ++i) {
            const PlanPhase &phase = read->plan.phases.at(i);
            QCOMPARE(phase.order, int(i) + 1);
            QCOMPARE(phase.items.size(), seed().phases.at(i).size());
            for (qsizetype k = 0; k < phase.items.size(); ++k) {
                const sim::SeedActivityItem &act = seed().phases.at(i).at(k);
                const sim::SeedProduct &product = m_world->clinic().products.at(act.product);
                const PlanItem &item = phase.items.at(k);
                QCOMPARE(item.id, act.id);
                QCOMPARE(item.treatmentId, product.dentalTapId);
                QCOMPARE(item.product.value, product.productId);
                QCOMPARE(item.code, product.code);
                QCOMPARE(item.teeth, act.teeth);
                QCOMPARE(item.unitPrice.minor, product.priceMinor);
                QCOMPARE(item.state, plans::ItemState::Planned);
                total += item.amount().minor;
            }
        }
        QCOMPARE(read->plan.statedTotal->minor, total);
        QCOMPARE(read->plan.total(m_rupees).minor, total);
        QCOMPARE(plan(u"nothing"_s).error().kind, Error::Kind::NotFound);
    }

    void plansAreReadByTheirAppointment_DT_21()
    {
        QString appointment;
        for (const sim::SeedAppointment &each : m_world->clinic().appointments) {
            if (appointment.isEmpty())
                appointment = each.dentalTapId;
        }
        Links links;
        RemoteLink link;
        link.remoteId = appointment;
        links.insert(RecordKind::DentalTapAppointment, link);
        QVERIFY(QCoro::waitFor(m_plans->plansOfVisit(links))->isEmpty());
        tell({{u"plan"_s, seed().id}, {u"appointment"_s, appointment}});
        const auto there = QCoro::waitFor(m_plans->plansOfVisit(links));
        QVERIFY(there);
        QCOMPARE(there->size(), 1);
        QCOMPARE(there->first().appointmentId, appointment);
        QCOMPARE(there->first().plan.remoteId(), seed().id);
        const Links none;
        QVERIFY(QCoro::waitFor(m_plans->plansOfVisit(none))->isEmpty());
    }

    void everyPlanOfAPatientIsRead()
    {
        const QString patient = owner().dentalTapId;
        for (int i = 0; i < 130; ++i)
            tell({{u"plan"_s, u"new"_s}, {u"patient"_s, patient}, {u"title"_s, u"More"_s}});
        const auto there = QCoro::waitFor(m_plans->plansOf(patient));
        QVERIFY(there);
        QCOMPARE(there->size(), 131);
        QCOMPARE(m_world->requests(u"dentaltap"_s, u"GET"_s, u"treatment-plans"_s), 2);
        Links links;
        RemoteLink contact;
        contact.remoteId = owner().contactId;
        links.insert(RecordKind::Contact, contact);
        const Patient nameless;
        QCOMPARE(QCoro::waitFor(m_plans->patientOf(nameless, links)).value(), patient);
        links.clear();
        QVERIFY(QCoro::waitFor(m_plans->patientOf(nameless, links))->isEmpty());
    }

    void onlyWhatChangedIsReadAgain_DT_22()
    {
        QDateTime newest = plan(seed().id)->plan.updatedAt;
        for (const sim::SeedPlan &each : m_world->clinic().plans)
            newest = std::max(newest, plan(each.id)->plan.updatedAt);
        tell({{u"plan"_s, seed().id}, {u"status"_s, u"accepted"_s}});
        const auto changed = QCoro::waitFor(m_plans->changedSince(newest.addSecs(1)));
        QVERIFY(changed);
        QCOMPARE(changed->size(), 1);
        QCOMPARE(changed->first().plan.status, plans::Status::Accepted);
        const QString problem =
            m_world->simulator().edit({{u"system"_s, u"dentaltap"_s},
                                       {u"collection"_s, u"treatmentPlans"_s},
                                       {u"id"_s, seed().id},
                                       {u"fields"_s, QJsonObject{{u"deletedAt"_s, true}}}});
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        const auto deleted = QCoro::waitFor(m_plans->changedSince(newest.addSecs(1)));
        QCOMPARE(deleted->size(), 1);
        QVERIFY(deleted->first().plan.gone);
        QCOMPARE(deleted->first().plan.remoteId(), seed().id);
    }

    void oneUnreadablePlanSpoilsNoOther()
    {
        const QJsonObject bad{
            {u"id"_s, 5},
            {u"phases"_s,
             QJsonArray{QJsonObject{
                 {u"items"_s,
                  QJsonArray{QJsonObject{
                      {u"id"_s, 1},
                      {u"unitPrice"_s,
                       QJsonObject{{u"amount"_s, u"1.00"_s}, {u"currency"_s, u"EUR"_s}}}}}}}}}};
        const RemotePlan read = dentaltap::planFromJson(bad, m_rupees);
        QVERIFY(read.unreadable.contains(u"EUR"_s));
        QCOMPARE(read.plan.id.value, u"dentaltap:5"_s);
        const RemotePlan odd = dentaltap::planFromJson(
            {{u"id"_s, u"6"_s}, {u"status"_s, u"whatever"_s}, {u"phases"_s, QJsonValue::Null}},
            m_rupees);
        QVERIFY(odd.unreadable.isEmpty());
        QCOMPARE(odd.plan.status, plans::Status::Proposed);
    }

    void quoteIsNamedInThePlan()
    {
        QVERIFY(link(seed().id, u"1001"_s));
        QCOMPARE(named(seed().id), u"1001"_s);
        // Again it is so already; the Devis of a later version takes its place.
        QVERIFY(link(seed().id, u"1001"_s));
        QCOMPARE(m_world->requests(u"dentaltap"_s, u"PATCH"_s), 1);
        QVERIFY(link(seed().id, u"1002"_s, 2));
        QCOMPARE(named(seed().id), u"1002"_s);
        // What somebody else wrote there stays.
        QVERIFY(link(seed().id, u"1003"_s));
        QCOMPARE(named(seed().id), u"1002"_s);
    }

    void planThatCannotKeepItIsDone_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {404, 405, 422})
            QTest::addRow("%d", status) << status;
    }
    void planThatCannotKeepItIsDone()
    {
        QFETCH(const int, status);
        m_world->fault(u"dentaltap"_s, u"treatment-plans"_s, u"status"_s,
                       {{u"status"_s, status}, {u"nth"_s, 2}});
        QVERIFY(link(seed().id, u"1001"_s));
        QVERIFY(named(seed().id).isEmpty());
    }

    void busyPlanIsReadAgain()
    {
        m_world->fault(u"dentaltap"_s, u"treatment-plans"_s, u"status"_s,
                       {{u"status"_s, 412}, {u"nth"_s, 2}});
        QVERIFY(link(seed().id, u"1001"_s));
        QCOMPARE(named(seed().id), u"1001"_s);
    }

    void withoutAQuoteThereIsNothingToName()
    {
        QCOMPARE(link(seed().id, QString()).error().kind, Error::Kind::Invalid);
    }

    void serverFaultsAreErrors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("401") << 401 << int(Error::Kind::Unauthorized);
        QTest::newRow("403") << 403 << int(Error::Kind::Forbidden);
        QTest::newRow("429") << 429 << int(Error::Kind::RateLimited);
        QTest::newRow("500") << 500 << int(Error::Kind::Server);
    }
    void serverFaultsAreErrors()
    {
        QFETCH(const int, status);
        QFETCH(const int, kind);
        m_world->fault(u"dentaltap"_s, u"treatment-plans"_s, u"status"_s,
                       {{u"status"_s, status}, {u"times"_s, 9}});
        const QString patient = owner().dentalTapId;
        QCOMPARE(int(QCoro::waitFor(m_plans->plansOf(patient)).error().kind), kind);
        QCOMPARE(int(plan(seed().id).error().kind), kind);
    }
};

QTEST_GUILESS_MAIN(TestDentalTapPlans)
#include "tst_dentaltapplans.moc"

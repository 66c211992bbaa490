// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using plans::Decision;

//! Treatment plans from DentalTap to what waits for the CRM. Nothing is sent: what is to be sent is
//! what is looked at.
class TestPlans : public QObject
{
    Q_OBJECT

    std::unique_ptr<SimulatedDesk> m_clinic;
    PatientId m_patient;
    QString m_there; //!< the patient's id in DentalTap

    template <class T>
    static Result<T> await(Task<T> &&task)
    {
        return SimulatedDesk::await(std::move(task));
    }
    PlanWorkflow *workflow() { return m_clinic->desk().plans(); }
    void tell(const QJsonObject &story)
    {
        const QString problem = m_clinic->simulator().tell(story);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }
    static QJsonObject act(const QString &code, const QString &tooth, int order = 1)
    {
        return {{u"treatment"_s, code}, {u"tooth"_s, tooth}, {u"order"_s, order}};
    }
    //! A plan of two phases that the surgeon has just made; DentalTap's id.
    QString planned()
    {
        tell({{u"plan"_s, u"new"_s},
              {u"patient"_s, m_there},
              {u"title"_s, u"Implant 36"_s},
              {u"records"_s,
               QJsonArray{act(u"CHI01"_s, u"36"_s), act(u"IMP01"_s, u"36"_s),
                          act(u"IMP03"_s, u"36"_s, 2)}}});
        QString newest;
        for (const QJsonValue &plan :
             m_clinic->simulator().records(u"dentaltap"_s, u"treatmentPlans"_s)) {
            if (plan[u"title"_s] == u"Implant 36"_s)
                newest = plan[u"id"_s].toString();
        }
        return newest;
    }
    PlanRecord record(const QString &id)
    {
        return await(workflow()->plan(planId(plans::Source::DentalTap, id))).value_or(PlanRecord());
    }
    PlanReading read() { return await(workflow()->read(m_patient)).value_or(PlanReading()); }
    //! What waits for the CRM or DentalTap, of plans.
    QStringList waiting()
    {
        QStringList names;
        const Result<QList<OutboxRow>> rows = await(m_clinic->desk().outboxStore()->list());
        for (const OutboxRow &row : *rows) {
            if (row.patient == m_patient)
                names.append(row.command);
        }
        return names;
    }
    int calls(const QString &path)
    {
        int count = 0;
        for (const QJsonValue &call : m_clinic->calls(u"dentaltap"_s))
            count += call[u"path"_s].toString().contains(path) ? 1 : 0;
        return count;
    }
    QByteArray shown(const QString &id)
    {
        return planDigest(record(id).latest(), u"fr"_s, m_clinic->settings().currency);
    }

private Q_SLOTS:
    void init()
    {
        m_there.clear();
        m_clinic = std::make_unique<SimulatedDesk>();
        m_clinic->open();
        QVERIFY(await(m_clinic->desk().readingIn()->run(Service::None)));
        // Somebody without a plan so far.
        QSet<int> planned;
        const sim::Clinic &clinic = m_clinic->simulator().clinic();
        for (const sim::SeedPlan &plan : clinic.plans)
            planned.insert(plan.patient);
        for (const sim::SeedAppointment &each : clinic.appointments) {
            const sim::SeedPatient &patient = clinic.patients.at(each.patient);
            if (!m_there.isEmpty() || planned.contains(each.patient)
                || patient.dentalTapId.isEmpty() || patient.contactId.isEmpty())
                continue;
            const Result<PatientId> id =
                await(m_clinic->desk().patients()->find(patient.contactId));
            QVERIFY(id);
            m_patient = *id;
            m_there = patient.dentalTapId;
        }
        QVERIFY(!m_there.isEmpty());
    }
    void cleanup() { m_clinic.reset(); }

    void planIsReadDownToItsActs_DT_20()
    {
        const QString id = planned();
        const PlanReading reading = read();
        QVERIFY(reading.unread.isEmpty());
        const PlanRecord plan = record(id);
        QCOMPARE(plan.current.patient, m_patient);
        QVERIFY(!plan.current.provider.isEmpty());
        QCOMPARE(plan.current.phases.size(), 2);
        QCOMPARE(plan.current.items().size(), 3);
        const Result<QList<Product>> products = await(m_clinic->desk().catalogue()->products());
        QHash<ProductId, Product> catalogue;
        for (const Product &product : *products)
            catalogue.insert(product.id, product);
        for (const PlanItem &item : plan.current.items()) {
            QCOMPARE(catalogue.value(item.product).code, item.code);
            QCOMPARE(item.teeth, QStringList(u"36"_s));
        }
        const Result<PlanReading> single = await(workflow()->readPlan(plan.current.id));
        QCOMPARE(single->plans.first().current, plan.current);
    }

    void planIsFoundByItsConsultation_DT_21()
    {
        const Result<Visit> visit = m_clinic->bookNew(u"Noé"_s, u"Garnier"_s);
        QVERIFY(visit);
        // Booked, and nothing of it is in DentalTap: there is nobody to ask.
        QVERIFY(await(workflow()->readVisit(visit->id))->plans.isEmpty());
        const auto seen = await(m_clinic->desk().visits()->seenInDentalTap(m_patient));
        if (seen->isEmpty())
            QSKIP("the seeded patient was not seen yet");
        const QString id = planned();
        tell({{u"plan"_s, id}, {u"appointment"_s, seen->first().appointmentId}});
        const Result<PlanReading> reading = await(workflow()->readVisit(seen->first().visit));
        QVERIFY(reading);
        QCOMPARE(reading->plans.size(), 1);
        QCOMPARE(reading->plans.first().current.remoteId(), id);
        QCOMPARE(reading->plans.first().current.visit, seen->first().visit);
    }

    void changeIsTakenOverWithoutAnybodyLooking_DT_22()
    {
        QVERIFY(await(workflow()->poll()));
        const QString id = planned();
        QSignalSpy changed(workflow(), &PlanWorkflow::changed);
        QVERIFY(await(workflow()->poll()));
        QVERIFY(changed.size() >= 1);
        QCOMPARE(record(id).latest().content.items().size(), 3);
        const QString item = record(id).current.items().first().id;
        // Its content, then its status.
        tell({{u"plan"_s, id},
              {u"records"_s,
               QJsonArray{QJsonObject{{u"change"_s, item}, {u"unitPrice"_s, u"123.00"_s}}}}});
        QVERIFY(await(workflow()->poll()));
        QCOMPARE(record(id).latest().content.items().first().unitPrice.minor, 12300);
        tell({{u"plan"_s, id}, {u"status"_s, u"accepted"_s}});
        QVERIFY(await(workflow()->poll()));
        QCOMPARE(record(id).latest().decision, Decision::Accepted);
        QVERIFY(record(id).latest().decidedBy.isEmpty());
        // One row carries all of it, and a round without news is one call.
        QCOMPARE(waiting(), (QStringList{u"PutQuote"_s, u"LinkDentalTapPlan"_s}));
        m_clinic->simulator().clearJournal();
        QVERIFY(await(workflow()->poll()));
        QCOMPARE(calls(u"treatment-plans"_s), 1);
    }

    void everyPlanAsksForItsOwnQuote_DT_29()
    {
        const QString first = planned();
        read();
        QCOMPARE(waiting().count(u"PutQuote"_s), 1);
        tell({{u"plan"_s, u"new"_s},
              {u"patient"_s, m_there},
              {u"title"_s, u"Second"_s},
              {u"records"_s, QJsonArray{act(u"CHI01"_s, u"46"_s)}}});
        read();
        QCOMPARE(waiting().count(u"PutQuote"_s), 2);
        // Emptied before its quote was made, it says why there is nothing to quote.
        tell({{u"plan"_s, first}, {u"clear"_s, true}});
        read();
        QVERIFY(!record(first).latest().blocked.isEmpty());
        QVERIFY(record(first).latest().content.items().isEmpty());
    }

    void acceptedPlanIsNeverRewritten()
    {
        const QString id = planned();
        read();
        const PlanId plan = planId(plans::Source::DentalTap, id);
        const QByteArray digest = shown(id);
        QVERIFY(await(workflow()->accept(plan, QStringList(), digest, u"fr"_s)));
        const QString item = record(id).current.items().first().id;
        tell({{u"plan"_s, id}, {u"records"_s, QJsonArray{QJsonObject{{u"remove"_s, item}}}}});
        read();
        QVERIFY(record(id).hasChanged());
        QCOMPARE(record(id).latest().content.items().size(), 3);
        const auto differences = planDifferences(record(id).latest().content, record(id).current);
        QCOMPARE(differences.size(), 1);
        QCOMPARE(differences.first().kind, PlanDifference::Kind::Removed);
        const Result<PlanRecord> made = await(workflow()->makeVersion(plan));
        QVERIFY(made);
        QCOMPARE(made->versions.size(), 2);
        QCOMPARE(made->latest().content.items().size(), 2);
        const QByteArray second = shown(id);
        QVERIFY(digest != second);
        QVERIFY(!await(workflow()->accept(plan, QStringList(), digest, u"fr"_s)));
        QVERIFY(await(workflow()->accept(plan, QStringList(), second, u"fr"_s)));
        QCOMPARE(record(id).versions.first().decision, Decision::Replaced);
    }

    void unknownActBlocksTheQuoteUntilSomebodyChooses()
    {
        const QString id = planned();
        QJsonObject odd{{u"unknown"_s, true}, {u"label"_s, u"Odd act"_s}, {u"unitPrice"_s, u"5"_s}};
        tell({{u"plan"_s, id}, {u"records"_s, QJsonArray{odd}}});
        read();
        QVERIFY(record(id).latest().blocked.contains(u"Odd act"_s));
        QVERIFY(waiting().isEmpty());
    }

    void deletedPlanIsKeptAndSaidToBeGone()
    {
        const QString id = planned();
        read();
        m_clinic->simulator().edit({{u"system"_s, u"dentaltap"_s},
                                    {u"collection"_s, u"treatmentPlans"_s},
                                    {u"id"_s, id},
                                    {u"fields"_s, QJsonObject{{u"deletedAt"_s, true}}}});
        QVERIFY(read().unread.isEmpty());
        QVERIFY(record(id).current.gone);
        QCOMPARE(record(id).current.items().size(), 3);
    }

    void silentSourceIsNamedAndTheKeptStands()
    {
        const QString id = planned();
        read();
        m_clinic->simulator().refuse(u"dentaltap"_s);
        const PlanReading reading = read();
        QCOMPARE(reading.unread.size(), 1);
        QVERIFY(reading.unread.first().contains(u"DentalTap"_s));
        QVERIFY(
            std::any_of(reading.plans.begin(), reading.plans.end(),
                        [&id](const PlanRecord &each) { return each.current.remoteId() == id; }));
        QVERIFY(!await(workflow()->poll()));
        // The desk decides all the same.
        const QByteArray digest = shown(id);
        QVERIFY(await(workflow()->accept(planId(plans::Source::DentalTap, id), QStringList(),
                                         digest, u"fr"_s)));
    }

    void nobodySignedInSeesNoPlans()
    {
        m_clinic->desk().session()->signOut();
        QCOMPARE(await(workflow()->read(m_patient)).error().kind, Error::Kind::Unauthorized);
        QCOMPARE(await(workflow()->cached(m_patient)).error().kind, Error::Kind::Unauthorized);
        QVERIFY(await(workflow()->poll()));
        QVERIFY(await(m_clinic->desk().session()->signIn(u"Nadia"_s, u"1234"_s)));
    }
};

QTEST_GUILESS_MAIN(TestPlans)
#include "tst_plans.moc"

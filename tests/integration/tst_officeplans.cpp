// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/simulateddesk.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

//! A plan of Open Dental goes the way of DentalTap's: read, its Devis asked for, signed.
class TestOfficePlans : public QObject
{
    Q_OBJECT

    std::unique_ptr<SimulatedDesk> m_clinic;
    PatientId m_patient;
    qint64 m_plan = 0; //!< an Active one of the office

    QJsonArray rows(const char *system, const char *collection)
    {
        return m_clinic->simulator().records(QString::fromLatin1(system),
                                             QString::fromLatin1(collection));
    }
    QJsonObject officePlan(qint64 number)
    {
        for (const QJsonValue &plan : rows("opendental", "treatplans")) {
            if (plan["TreatPlanNum"_L1].toInteger() == number)
                return plan.toObject();
        }
        return {};
    }
    void edit(const QString &collection, const QString &id, const QJsonObject &fields)
    {
        QCOMPARE(m_clinic->simulator().edit({{"system"_L1, u"opendental"_s},
                                             {"collection"_L1, collection},
                                             {"id"_L1, id},
                                             {"fields"_L1, fields}}),
                 QString());
    }
    //! The desk's patient with an Active plan over there, whose acts the catalogue knows.
    void choose()
    {
        for (const QJsonValue &plan : rows("opendental", "treatplans")) {
            const qint64 patient = plan["PatNum"_L1].toInteger();
            const QString contact =
                m_clinic->simulator().clinic().patients.at(patient - 1).contactId;
            if (plan["TPStatus"_L1].toString() != "Active"_L1 || contact.isEmpty())
                continue;
            const auto found = m_clinic->await(m_clinic->desk().patients()->find(contact));
            if (!found)
                continue;
            m_patient = *found;
            m_plan = plan["TreatPlanNum"_L1].toInteger();
            return;
        }
        QFAIL("no patient with an Active plan");
    }
    PlanRecord record(qint64 number)
    {
        const PlanId id = planId(plans::Source::OpenDental, QString::number(number));
        const auto found = m_clinic->await(m_clinic->desk().plans()->plan(id));
        return found.value_or(PlanRecord());
    }
    //! Devis that the patient's plans have in the CRM, everything sent.
    int quotes()
    {
        if (!m_clinic->drained())
            return -1;
        const auto reading = m_clinic->await(m_clinic->desk().plans()->cached(m_patient));
        int count = 0;
        for (const PlanRecord &each : reading.value_or(PlanReading()).plans)
            count += !each.latest().quote.id.isEmpty();
        return count;
    }
    PlanReading read()
    {
        return m_clinic->await(m_clinic->desk().plans()->read(m_patient)).value_or(PlanReading());
    }

private Q_SLOTS:
    void init()
    {
        sim::SimulatorOptions options = SimulatedDesk::smallClinic();
        m_clinic = std::make_unique<SimulatedDesk>(options);
        m_clinic->setPlanSources({u"opendental"_s});
        m_clinic->open();
        m_clinic->readIn();
        choose();
    }
    void cleanup() { m_clinic.reset(); }

    void aLivePlanGetsItsDevis_OD_07_OD_19()
    {
        const PlanReading reading = read();
        QVERIFY2(reading.unread.isEmpty(), qPrintable(reading.unread.join(u';')));
        QVERIFY(!reading.plans.isEmpty());
        const PlanVersion version = record(m_plan).latest();
        QVERIFY2(version.blocked.isEmpty(), qPrintable(version.blocked));
        QVERIFY(!version.content.items().isEmpty());
        for (const PlanItem &item : version.content.items())
            QVERIFY(!item.product.isEmpty());
        QVERIFY(quotes() > 0);
        // The link to the patient over there is kept.
        const auto links = m_clinic->await(m_clinic->desk().patients()->links(m_patient));
        QCOMPARE(links->value(RecordKind::OpenDentalPatient).remoteId,
                 QString::number(officePlan(m_plan)["PatNum"_L1].toInteger()));
    }

    void unknownActsBlockTheDevisInWords_OD_18()
    {
        const qint64 patient = officePlan(m_plan)["PatNum"_L1].toInteger();
        edit(u"procedurelogs"_s, QString(),
             {{"PatNum"_L1, patient}, {"procCode"_L1, u"D0350"_s}, {"ProcStatus"_L1, u"TP"_s}});
        edit(u"audit"_s, QString::number(patient), {});
        read();
        const PlanVersion blocked = record(m_plan).latest();
        QVERIFY(!blocked.blocked.isEmpty());
        const int before = quotes();
        QString item;
        for (const PlanItem &each : blocked.content.items()) {
            if (each.code == u"D0350"_s)
                item = each.id;
        }
        const QString product = m_clinic->simulator().clinic().products.first().productId;
        const auto chosen = m_clinic->await(
            m_clinic->desk().plans()->chooseProduct(blocked.plan, item, ProductId(product)));
        QVERIFY2(chosen, qPrintable(chosen ? QString() : chosen.error().message));
        QVERIFY(record(m_plan).latest().blocked.isEmpty());
        QCOMPARE(quotes(), before + 1);
    }

    void automaticAndInactivePlansAreNotQuoted_OD_18()
    {
        const qint64 patient = officePlan(m_plan)["PatNum"_L1].toInteger();
        read();
        const int before = quotes();
        edit(u"procedurelogs"_s, QString(),
             {{"PatNum"_L1, patient}, {"procCode"_L1, u"CON01"_s}, {"ProcStatus"_L1, u"TPi"_s}});
        edit(u"audit"_s, QString::number(patient), {});
        const PlanReading reading = read();
        int automatic = 0;
        for (const PlanRecord &each : reading.plans)
            automatic += each.current.automatic;
        QCOMPARE(automatic, 1);
        QCOMPARE(quotes(), before);
    }

    void changesComeByPolling_OD_08()
    {
        const auto first = m_clinic->await(m_clinic->desk().plans()->poll());
        QVERIFY2(first, qPrintable(first ? QString() : first.error().message));
        edit(u"treatplans"_s, QString::number(m_plan), {{"Heading"_L1, u"Repris au cabinet"_s}});
        const auto polled = m_clinic->await(m_clinic->desk().plans()->poll());
        QVERIFY2(polled, qPrintable(polled ? QString() : polled.error().message));
        const PlanRecord known = record(m_plan);
        QCOMPARE(known.current.title, u"Repris au cabinet"_s);
        // Nobody had opened the patient: the chart number said who it is.
        QCOMPARE(known.current.patient, m_patient);
        QVERIFY(quotes() > 0);
    }

    void aSignatureGoesIntoTheSavedPlan_OD_13()
    {
        const Currency currency = m_clinic->settings().currency;
        qint64 saved = 0;
        edit(u"treatplans"_s, QString(),
             {{"PatNum"_L1, officePlan(m_plan)["PatNum"_L1]},
              {"TPStatus"_L1, u"Saved"_s},
              {"Heading"_L1, u"Figé"_s}});
        for (const QJsonValue &plan : rows("opendental", "treatplans"))
            saved = plan["TreatPlanNum"_L1].toInteger();
        edit(u"proctps"_s, QString(),
             {{"TreatPlanNum"_L1, saved},
              {"PatNum"_L1, officePlan(m_plan)["PatNum"_L1]},
              {"ProcCode"_L1, u"CON01"_s},
              {"Descript"_L1, u"Première consultation"_s},
              {"PatAmt"_L1, 1500.0}});
        read();
        const PlanVersion version = record(saved).latest();
        QVERIFY2(version.blocked.isEmpty(), qPrintable(version.blocked));
        PlanSignature signature;
        signature.name = u"Pamela Hoovey"_s;
        signature.language = u"fr"_s;
        const QByteArray shown = planDigest(version, u"fr"_s, currency);
        signature.digest = shown;
        const auto done =
            m_clinic->await(m_clinic->desk().plans()->sign(version.plan, signature, shown));
        QVERIFY2(done, qPrintable(done ? QString() : done.error().message));
        QTRY_COMPARE_WITH_TIMEOUT(officePlan(saved)["isSigned"_L1].toString(), u"true"_s, 20000);
        QCOMPARE(officePlan(saved)["SignatureText"_L1].toString(), u"Pamela Hoovey"_s);
    }

    void anAbsentOfficeLeavesWhatIsKept_OD_30()
    {
        read();
        m_clinic->simulator().refuse(u"opendental"_s);
        const PlanReading reading = read();
        m_clinic->simulator().resume(u"opendental"_s);
        QCOMPARE(reading.unread.size(), 1);
        QVERIFY(!reading.plans.isEmpty());
    }

    void bothSourcesStandBesideEachOther_OD_07()
    {
        m_clinic->close();
        m_clinic->setPlanSources({u"dentaltap"_s, u"opendental"_s});
        m_clinic->open();
        const PlanReading reading = read();
        QSet<plans::Source> sources;
        for (const PlanRecord &each : reading.plans)
            sources.insert(each.current.source());
        QVERIFY(sources.contains(plans::Source::OpenDental));
        QVERIFY(sources.contains(plans::Source::DentalTap));
    }
};

QTEST_GUILESS_MAIN(TestOfficePlans)
#include "tst_officeplans.moc"

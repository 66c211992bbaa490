// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace sim;

//! The office of Open Dental is as strict and as careless as its contract.
class TestOpenDentalSimulator : public QObject
{
    Q_OBJECT

    static constexpr char Keys[] = "ODFHIR OdSimulatorDeveloper/OdSimulatorCustomer1";

    SimulatorOptions m_options;
    Clinic m_clinic;
    SimClock m_clock;
    std::unique_ptr<Service> m_service;

    Answer send(const QByteArray &method, const QString &target, const QJsonObject &body = {},
                const QByteArray &keys = Keys, const QByteArray &type = "application/json")
    {
        Request request;
        request.method = method;
        request.path = u"/api/v1/"_s + target.section(u'?', 0, 0);
        request.segments = request.path.split(u'/', Qt::SkipEmptyParts);
        request.query = parseQuery(target.section(u'?', 1).toUtf8());
        request.headers = {{"Authorization", keys}, {"Content-Type", type}};
        if (!body.isEmpty())
            request.body = QJsonDocument(body).toJson();
        if (const auto refused = m_service->enter(request))
            return *refused;
        return m_service->handle(request);
    }
    static QJsonArray list(const Answer &answer)
    {
        return QJsonDocument::fromJson(answer.body).array();
    }
    static QJsonObject object(const Answer &answer)
    {
        return QJsonDocument::fromJson(answer.body).object();
    }
    void option(const QString &name, const QJsonValue &value)
    {
        QCOMPARE(m_service->edit(u"options"_s, QString(), {{name, value}}), QString());
    }

private Q_SLOTS:
    void init()
    {
        m_options = {};
        m_options.clinic.patients = 200;
        m_options.clinic.today = QDate(2026, 3, 5);
        m_options.clinic.days = 7;
        m_clinic = Clinic::generate(m_options.clinic);
        m_clock = {};
        m_clock.setDate(m_options.clinic.today, "Indian/Mauritius");
        m_service = makeOpenDental(m_clinic, m_clock, m_options);
    }

    void keysAndContentTypeAreWantedAlways()
    {
        QCOMPARE(send("GET", u"treatplans"_s).status, 200);
        QCOMPARE(send("GET", u"treatplans"_s, {}, "ODFHIR OdSimulatorDeveloper/x").status, 401);
        QCOMPARE(send("GET", u"treatplans"_s, {}, "Bearer x").status, 401);
        QCOMPARE(send("GET", u"treatplans"_s, {}, Keys, "text/plain").status, 400);
        m_service->expireTokens();
        QCOMPARE(send("GET", u"treatplans"_s).status, 401);
        QVERIFY(m_service->secrets().last().second != u"OdSimulatorCustomer1"_s);
    }

    void namesAreLowerCasePlurals()
    {
        QCOMPARE(send("GET", u"treatplan"_s).status, 404);
        QCOMPARE(send("GET", u"TreatPlans"_s).status, 404);
        option(u"notEntitled"_s, QJsonArray{u"proctps"_s});
        QCOMPARE(send("GET", u"proctps?TreatPlanNum=1"_s).status, 404);
    }

    void unknownParametersArePassedOver()
    {
        const qsizetype all = list(send("GET", u"treatplans?Limit=1000"_s)).size();
        QVERIFY(all > 2);
        QCOMPARE(list(send("GET", u"treatplans?PatientNum=1"_s)).size(), all);
        // So is a number in the path where no method reads one.
        QCOMPARE(list(send("GET", u"treatplans/1"_s)).size(), all);
        QCOMPARE(send("GET", u"treatplans?TPStatus=saved"_s).status, 400);
        QCOMPARE(send("GET", u"treatplans?PatNum=x"_s).status, 400);
        QCOMPARE(send("GET", u"treatplans?SecDateTEdit=yesterday"_s).status, 400);
    }

    void pagesHaveAHardLimit()
    {
        for (int i = 0; i < 260; ++i)
            m_service->edit(u"treatplans"_s, QString(), {{"PatNum"_L1, 1}});
        const qsizetype all = m_service->records(u"treatplans"_s).size();
        QCOMPARE(list(send("GET", u"treatplans"_s)).size(), all);
        option(u"mode"_s, u"remote"_s);
        QCOMPARE(list(send("GET", u"treatplans?Limit=900"_s)).size(), 100);
        QCOMPARE(list(send("GET", u"treatplans?Offset=%1"_s.arg(all - 3))).size(), 3);
        QCOMPARE(list(send("GET", u"treatplans?Limit=2"_s)).size(), 2);
    }

    void tooManyWaitingCallsAreRefused()
    {
        option(u"mode"_s, u"remote"_s);
        int refused = 0;
        for (int i = 0; i < 12; ++i) {
            const Answer answer = send("GET", u"treatplans?Limit=1"_s);
            if (answer.status == 429) {
                ++refused;
                QVERIFY(!answer.headers.isEmpty());
            }
        }
        QVERIFY(refused > 0);
        m_clock.advance(60000);
        QCOMPARE(send("GET", u"treatplans?Limit=1"_s).status, 200);
    }

    void wordsAndDatesAreTexts()
    {
        const QJsonObject plan = list(send("GET", u"treatplans?TPStatus=Saved"_s)).at(0).toObject();
        QVERIFY(plan.value("isSigned"_L1).isString());
        QCOMPARE(plan.value("SigIsTopaz"_L1).toString(), u"false"_s);
        QVERIFY(QDate::fromString(plan.value("DateTP"_L1).toString(), Qt::ISODate).isValid());
        QCOMPARE(plan.value("DateTPracticeSigned"_L1).toString(), u"0001-01-01 00:00:00"_s);
    }

    void theAuditPutsPlansInOrder()
    {
        qint64 patient = 0;
        for (const QJsonValue &plan : m_service->records(u"treatplans"_s)) {
            if (plan["TPStatus"_L1].toString() == "Active"_L1)
                patient = plan["PatNum"_L1].toInteger();
        }
        const QJsonObject loose{
            {"PatNum"_L1, patient}, {"procCode"_L1, u"CON01"_s}, {"ProcStatus"_L1, u"TPi"_s}};
        m_service->edit(u"procedurelogs"_s, QString(), loose);
        m_service->edit(u"audit"_s, QString::number(patient), {});
        const QString own = u"treatplans?PatNum=%1"_s.arg(patient);
        qint64 unassigned = 0;
        for (const QJsonValue &plan : list(send("GET", own))) {
            if (plan["Heading"_L1].toString() == "Unassigned"_L1)
                unassigned = plan["TreatPlanNum"_L1].toInteger();
        }
        QVERIFY(unassigned > 0);
        // It goes when nothing is in it any more.
        for (const QJsonValue &row : m_service->records(u"procedurelogs"_s)) {
            if (row["PatNum"_L1].toInteger() == patient
                && row["ProcStatus"_L1].toString() == "TPi"_L1) {
                m_service->edit(u"procedurelogs"_s, QString::number(row["ProcNum"_L1].toInteger()),
                                {{"ProcStatus"_L1, u"C"_s}});
            }
        }
        m_service->edit(u"audit"_s, QString::number(patient), {});
        for (const QJsonValue &plan : list(send("GET", own)))
            QVERIFY(plan["TreatPlanNum"_L1].toInteger() != unassigned);
    }

    void aReadingKeyWritesNothing()
    {
        option(u"tier"_s, u"readonly"_s);
        QCOMPARE(send("GET", u"treatplans"_s).status, 200);
        QCOMPARE(send("POST", u"treatplans"_s, {{"PatNum"_L1, 1}}).status, 401);
    }

    void aPlanOfADiscountPatientIsADiscountOne()
    {
        QSet<QString> types;
        for (const QJsonValue &plan : m_service->records(u"treatplans"_s))
            types.insert(plan["TPType"_L1].toString());
        QVERIFY(types.contains(u"Discount"_s) && types.contains(u"Insurance"_s));
        const Answer made = send("POST", u"treatplans"_s, {{"PatNum"_L1, 1}});
        QCOMPARE(made.status, 201);
        QCOMPARE(object(made).value("TPStatus"_L1).toString(), u"Inactive"_s);
    }
};

QTEST_GUILESS_MAIN(TestOpenDentalSimulator)
#include "tst_opendentalsimulator.moc"

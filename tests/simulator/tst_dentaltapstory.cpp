// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaltapconversation.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sim;

class TestDentalTapStory : public DentalTapConversation
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }

    void profilesAndChartsAreStable()
    {
        const QString id = appointmentOf(u"completed"_s);
        const QStringList owners{u"patients/"_s + m_patient, u"appointments/"_s + id};
        for (const QString &owner : owners) {
            const QJsonObject profile = json(send("GET", owner + u"/dental-profile"_s));
            QVERIFY(profile["teeth"_L1].toArray().size() >= 20);
            QCOMPARE(json(send("GET", owner + u"/dental-profile"_s)), profile);
            for (const QString &kind : {u"dental"_s, u"periodontal"_s}) {
                const Answer chart = send("GET", owner + u"/charts/"_s + kind);
                QCOMPARE(chart.contentType, "image/svg+xml");
                QVERIFY(chart.body.startsWith("<svg") && chart.body.contains("tooth-11"));
                const Headers known{{"If-None-Match", headerOf(chart, "ETag")}};
                QCOMPARE(send("GET", owner + u"/charts/"_s + kind, {}, known).status, 304);
            }
        }
        QCOMPARE(send("GET", u"patients/"_s + m_patient + u"/charts/hair"_s).status, 404);
    }

    void includedPartsComeInside()
    {
        const QString id = appointmentOf(u"completed"_s);
        const QJsonObject record =
            json(send("GET", u"appointments/%1?include=dentalProfile,treatmentActivity"_s.arg(id)));
        QVERIFY(record["dentalProfile"_L1]["teeth"_L1].isArray());
        QCOMPARE(record["treatmentActivity"_L1]["appointmentId"_L1].toString(), id);
    }

    void seededActivitiesAddUp()
    {
        const QString id = appointmentOf(u"completed"_s);
        const QJsonArray found =
            json(send("GET", u"treatment-activities?appointmentId="_s + id))["data"_L1].toArray();
        QCOMPARE(found.size(), 1);
        const QJsonArray items = found[0]["items"_L1].toArray();
        QVERIFY(!items.isEmpty());
        double sum = 0;
        for (const QJsonValue &item : items) {
            QVERIFY(item["treatmentExternalId"_L1].isString());
            sum += item["amount"_L1]["amount"_L1].toString().toDouble();
        }
        QCOMPARE(found[0]["total"_L1]["amount"_L1].toString().toDouble(), sum);
        QCOMPARE(send("POST", u"treatment-activities"_s, {}).status, 405);
    }

    void plansTakeAnExternalIdAndNothingElse()
    {
        QVERIFY(!m_clinic.plans.isEmpty());
        const QString target = u"treatment-plans/"_s + m_clinic.plans.first().id;
        QCOMPARE(json(send("PATCH", target, {{"externalId"_L1, u"9"_s}}))["externalId"_L1],
                 QJsonValue(u"9"_s));
        QCOMPARE(send("PATCH", target, {{"status"_L1, u"accepted"_s}}).status, 422);
        const QString patient = m_clinic.patients.at(m_clinic.plans.first().patient).dentalTapId;
        QVERIFY(!json(send("GET", u"treatment-plans?patientId="_s + patient))["data"_L1]
                     .toArray()
                     .isEmpty());
    }

    void everythingSeededIsThere()
    {
        const QJsonObject state = m_service->state();
        QCOMPARE(state["treatments"_L1].toArray().size(), 120);
        QCOMPARE(state["treatments"_L1][0]["externalId"_L1].toString(),
                 m_clinic.products.first().productId);
        QCOMPARE(state["providers"_L1].toArray().size(), 4);
        QCOMPARE(state["rooms"_L1].toArray().size(), 5);
        QCOMPARE(state["treatmentPlans"_L1].toArray().size(), m_clinic.plans.size());
        QVERIFY(state["patients"_L1].toArray().size() > 300);
    }

    void settingsAndBackgroundsChange()
    {
        const Answer settings = send("GET", u"settings"_s);
        QCOMPARE(json(settings)["currency"_L1]["code"_L1].toString(), u"MUR"_s);
        const QJsonObject symbol{{"currency"_L1, QJsonObject{{"symbol"_L1, u"₨"_s}}}};
        const QJsonObject changed = json(send("PATCH", u"settings"_s, symbol));
        QCOMPARE(changed["currency"_L1]["symbol"_L1].toString(), u"₨"_s);
        QCOMPARE(changed["currency"_L1]["code"_L1].toString(), u"MUR"_s);
        QCOMPARE(changed["version"_L1].toInt(), 2);

        const QString target = u"settings/chart-backgrounds/dental"_s;
        const QByteArray svg =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"7\"/>";
        QCOMPARE(send("GET", target).status, 404);
        const Answer stored = sendBytes("PUT", target, svg, "image/svg+xml");
        QCOMPARE(stored.status, 200);
        QCOMPARE(json(stored)["width"_L1].toInt(), 9);
        QCOMPARE(send("GET", target, {}, {{"Accept", "image/svg+xml"}}).body, svg);
        QCOMPARE(json(send("GET", target)), json(stored));
        QCOMPARE(send("DELETE", target).status, 204);
        QCOMPARE(send("GET", target).status, 404);
    }

    void unsafeBackgroundsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("image");
        QTest::addColumn<int>("status");
        const QByteArray svg = "image/svg+xml";
        QTest::newRow("script") << svg << QByteArray("<svg><script/></svg>") << 422;
        QTest::newRow("event") << svg << QByteArray("<svg onload='x()'/>") << 422;
        QTest::newRow("foreign object") << svg << QByteArray("<svg><foreignObject/></svg>") << 422;
        QTest::newRow("outside") << svg << QByteArray("<svg><image href='http://x/'/></svg>")
                                 << 422;
        QTest::newRow("not closed") << svg << QByteArray("<svg>") << 422;
        QTest::newRow("another root") << svg << QByteArray("<html/>") << 422;
        QTest::newRow("no png") << QByteArray("image/png") << QByteArray("<svg/>") << 422;
        QTest::newRow("jpeg") << QByteArray("image/jpeg") << QByteArray("x") << 415;
        QTest::newRow("huge") << svg << QByteArray(3 * 1024 * 1024, ' ') << 413;
    }

    void unsafeBackgroundsAreRefused()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, image);
        QFETCH(int, status);
        QCOMPARE(sendBytes("PUT", u"settings/chart-backgrounds/dental"_s, image, type).status,
                 status);
    }

    void theSurgeonRecordsActsAndCompletes()
    {
        QJsonObject body = newAppointment();
        body.insert("externalId"_L1, u"4711"_s);
        const QString id = made(send("POST", u"appointments"_s, body));
        const QString target = u"appointments/"_s + id;
        send("PATCH", target, {{"status"_L1, u"arrived"_s}});
        const QJsonArray records{
            QJsonObject{{"treatment"_L1, u"IMP01"_s}, {"tooth"_L1, u"36"_s}},
            QJsonObject{{"treatment"_L1, u"any"_s},
                        {"surfaces"_L1, QJsonArray{u"M"_s, u"O"_s}},
                        {"quantity"_L1, 2}},
            QJsonObject{{"label"_L1, u"Membrane 20x30"_s}, {"unknown"_L1, true}},
        };
        QCOMPARE(m_service->tell({{"appointment"_L1, u"4711"_s}, {"records"_L1, records}}),
                 QString());
        const QString list = u"treatment-activities?appointmentId="_s + id;
        QJsonObject activity = json(send("GET", list))["data"_L1][0].toObject();
        QCOMPARE(activity["status"_L1].toString(), u"inProgress"_s);
        QCOMPARE(activity["appointmentExternalId"_L1].toString(), u"4711"_s);
        const QJsonArray items = activity["items"_L1].toArray();
        QCOMPARE(items.size(), 3);
        QCOMPARE(items[0]["treatmentCode"_L1].toString(), u"IMP01"_s);
        QCOMPARE(items[0]["unitPrice"_L1]["amount"_L1].toString(), u"38000.00"_s);
        QCOMPARE(items[1]["amount"_L1]["amount"_L1].toString(), u"5000.00"_s);
        QVERIFY(items[2]["treatmentId"_L1].isNull());
        QCOMPARE(activity["total"_L1]["amount"_L1].toString(), u"43000.00"_s);

        const QJsonArray corrections{
            QJsonObject{{"remove"_L1, items[2]["id"_L1]}},
            QJsonObject{{"change"_L1, items[0]["id"_L1]}, {"quantity"_L1, 2}},
        };
        QCOMPARE(m_service->tell(
                     {{"appointment"_L1, id}, {"records"_L1, corrections}, {"complete"_L1, true}}),
                 QString());
        const int version = activity["version"_L1].toInt();
        activity = json(send("GET", list))["data"_L1][0].toObject();
        QCOMPARE(activity["items"_L1].toArray().size(), 2);
        QCOMPARE(activity["total"_L1]["amount"_L1].toString(), u"81000.00"_s);
        QCOMPARE(activity["status"_L1].toString(), u"completed"_s);
        QCOMPARE(activity["version"_L1].toInt(), version + 1);
        const QJsonObject appointment = json(send("GET", target));
        QCOMPARE(appointment["status"_L1].toString(), u"completed"_s);
        QVERIFY(appointment["statusTimes"_L1]["seatedAt"_L1].isString());
    }

    void storiesThatCannotBeAreRefused()
    {
        const QString id = made(send("POST", u"appointments"_s, newAppointment()));
        QVERIFY(!m_service->tell({{"appointment"_L1, u"0"_s}}).isEmpty());
        QVERIFY(!m_service->tell({{"appointment"_L1, id}, {"complete"_L1, true}}).isEmpty());
        const auto record = [this, &id](const QJsonObject &told) {
            return m_service->tell({{"appointment"_L1, id}, {"records"_L1, QJsonArray{told}}});
        };
        QVERIFY(!record({{"treatment"_L1, u"XXX99"_s}}).isEmpty());
        QVERIFY(!record({{"remove"_L1, u"1"_s}}).isEmpty());
        QVERIFY(!record({{"treatment"_L1, u"any"_s}, {"quantity"_L1, 0}}).isEmpty());
        QCOMPARE(json(send("GET", u"treatment-activities?appointmentId="_s + id))["data"_L1]
                     .toArray()
                     .size(),
                 0);
    }

    void anotherPersonMovesAnAppointment()
    {
        const QString id = appointmentOf(u"scheduled"_s);
        const QJsonObject before = json(send("GET", u"appointments/"_s + id));
        QCOMPARE(m_service->edit(u"appointments"_s, id, {{"roomId"_L1, u"25"_s}}), QString());
        const QJsonObject after = json(send("GET", u"appointments/"_s + id));
        QCOMPARE(after["roomId"_L1].toString(), u"25"_s);
        QCOMPARE(after["version"_L1].toInt(), before["version"_L1].toInt() + 1);
        QVERIFY(after["updatedAt"_L1].toString() > before["updatedAt"_L1].toString());
        QVERIFY(!m_service->edit(u"appointments"_s, u"0"_s, {}).isEmpty());
        QVERIFY(!m_service->edit(u"nothing"_s, id, {}).isEmpty());
    }

    void moneyFollowsTheCurrency()
    {
        m_options.clinic.currency = u"XOF"_s;
        m_clinic = Clinic::generate(m_options.clinic);
        m_service = makeDentalTap(m_clinic, m_clock, m_options);
        const QJsonObject treatment =
            json(send("GET", u"treatments/"_s + m_clinic.products.first().dentalTapId));
        QCOMPARE(treatment["price"_L1].toObject(),
                 QJsonObject({{"amount"_L1, u"1500"_s}, {"currency"_L1, u"XOF"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestDentalTapStory)
#include "tst_dentaltapstory.moc"

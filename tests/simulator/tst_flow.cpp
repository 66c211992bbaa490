// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/call.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sim;

//! The clinic's own automation, which makes twins late.
class TestFlow : public QObject
{
    Q_OBJECT

private:
    //! A record of DentalTap's by its CRM id.
    QJsonObject tapped(const QString &collection, const QString &externalId) const
    {
        for (const QJsonValue &record : m_simulator->records(u"dentaltap"_s, collection)) {
            if (record["externalId"_L1].toString() == externalId)
                return record.toObject();
        }
        return {};
    }
    QString contactField(const QString &id, const QString &field)
    {
        return m_crm->get(u"Contacts"_s, id).value(field).toString();
    }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<CrmCaller> m_crm;

private Q_SLOTS:
    void init()
    {
        m_simulator = std::make_unique<Simulator>(smallClinic());
        QVERIFY(m_simulator->start());
        m_crm = std::make_unique<CrmCaller>(*m_simulator);
    }

    void staysQuietUntilSwitchedOn()
    {
        const QString id = m_crm->create(u"Contacts"_s, {{u"Last_Name"_s, u"Un"_s}}).firstId();
        QTest::qWait(50);
        QVERIFY(tapped(u"patients"_s, id).isEmpty());
        QUrl url = m_simulator->url(u"control"_s);
        url.setPath(u"/_sim/flow"_s);
        QCOMPARE(call("POST", url, R"({"on":true,"delayMs":10})").status, 200);
        const QString next = m_crm->create(u"Contacts"_s, {{u"Last_Name"_s, u"Deux"_s}}).firstId();
        QTRY_VERIFY_WITH_TIMEOUT(!tapped(u"patients"_s, next).isEmpty(), 2000);
        QCOMPARE(contactField(next, u"DentalTap_ID"_s),
                 tapped(u"patients"_s, next).value("id"_L1).toString());
    }

    void makesTheAppointmentOfAnOrder()
    {
        m_simulator->setFlow(true, 50);
        const QJsonObject contact{{u"Last_Name"_s, u"Un"_s}, {u"First_Name"_s, u"Une"_s}};
        const QString contactId = m_crm->create(u"Contacts"_s, contact).firstId();
        const Clinic &clinic = m_simulator->clinic();
        const QJsonObject surgeon{{u"id"_s, clinic.providers.at(1).chirurgienId}};
        const QString deal = m_crm
                                 ->create(u"Deals"_s,
                                          {{u"Deal_Name"_s, u"Un"_s},
                                           {u"Stage"_s, u"Qualification"_s},
                                           {u"Chirurgien"_s, surgeon}})
                                 .firstId();
        const QJsonObject line{
            {u"Product_Name"_s, QJsonObject{{u"id"_s, clinic.products.at(0).productId}}}};
        const QString order = m_crm
                                  ->create(u"Sales_Orders"_s,
                                           {{u"Subject"_s, u"Un"_s},
                                            {u"Contact_Name"_s, QJsonObject{{u"id"_s, contactId}}},
                                            {u"Deal_Name"_s, QJsonObject{{u"id"_s, deal}}},
                                            {u"Ordered_Items"_s, QJsonArray{line}}})
                                  .firstId();
        m_crm->create(u"Events"_s,
                      {{u"Event_Title"_s, u"Un"_s},
                       {u"Start_DateTime"_s, u"2026-04-20T06:00:00+04:00"_s},
                       {u"End_DateTime"_s, u"2026-04-20T06:30:00+04:00"_s},
                       {u"What_Id"_s, QJsonObject{{u"id"_s, order}}},
                       {u"$se_module"_s, u"Sales_Orders"_s}});
        QTRY_VERIFY_WITH_TIMEOUT(!tapped(u"appointments"_s, order).isEmpty(), 2000);
        const QJsonObject made = tapped(u"appointments"_s, order);
        QCOMPARE(made.value("providerId"_L1).toString(), clinic.providers.at(1).dentalTapId);
        QCOMPARE(QDateTime::fromString(made.value("start"_L1).toString(), Qt::ISODate),
                 QDateTime(QDate(2026, 4, 20), QTime(2, 0), Qt::UTC));
        QCOMPARE(m_crm->get(u"Sales_Orders"_s, order).value("DentalTap_Appointment"_L1).toString(),
                 made.value("id"_L1).toString());
        QCOMPARE(made.value("patientId"_L1).toString(), contactField(contactId, u"DentalTap_ID"_s));
    }

    void adoptsTheTwinThatSomebodyMade()
    {
        m_simulator->setFlow(true, 100);
        const qsizetype before = m_simulator->records(u"dentaltap"_s, u"patients"_s).size();
        const QString id = m_crm->create(u"Contacts"_s, {{u"Last_Name"_s, u"Un"_s}}).firstId();
        QByteArray token;
        const auto secrets = m_simulator->secrets();
        for (const auto &[key, value] : secrets) {
            if (key == "dentaltap.token"_L1)
                token = value.toLatin1();
        }
        QUrl url = m_simulator->url(u"dentaltap"_s);
        url.setPath(u"/api/v1/patients"_s);
        const QJsonObject patient{
            {u"externalId"_s, id}, {u"lastName"_s, u"Un"_s}, {u"firstName"_s, u"U"_s}};
        const Called made = call("POST", url, QJsonDocument(patient).toJson(),
                                 {{"Authorization", "Bearer " + token},
                                  {"Idempotency-Key", "k1"},
                                  {"User-Agent", "test/1 (test)"}});
        QCOMPARE(made.status, 201);
        QTRY_COMPARE_WITH_TIMEOUT(contactField(id, u"DentalTap_ID"_s),
                                  made.json.value("id"_L1).toString(), 2000);
        QCOMPARE(m_simulator->records(u"dentaltap"_s, u"patients"_s).size(), before + 1);
    }

    void forgetsARecordThatWasRolledBack()
    {
        m_simulator->setFlow(true, 10);
        const qsizetype before = m_simulator->records(u"dentaltap"_s, u"patients"_s).size();
        const auto part = [](const QString &id, const QJsonObject &record) {
            return QJsonObject{{u"sub_request_id"_s, id},
                               {u"method"_s, u"POST"_s},
                               {u"uri"_s, u"/crm/v8/Contacts"_s},
                               {u"body"_s, QJsonObject{{u"data"_s, QJsonArray{record}}}}};
        };
        const QJsonArray parts{part(u"a"_s, {{u"Last_Name"_s, u"Un"_s}}), part(u"b"_s, {})};
        const Called answer =
            (*m_crm)("POST", u"__composite_requests"_s,
                     {{u"rollback_on_fail"_s, true}, {u"__composite_requests"_s, parts}});
        QCOMPARE(answer.status, 400);
        const QString lasting =
            m_crm->create(u"Contacts"_s, {{u"Last_Name"_s, u"Deux"_s}}).firstId();
        QTRY_VERIFY_WITH_TIMEOUT(!tapped(u"patients"_s, lasting).isEmpty(), 2000);
        QCOMPARE(m_simulator->records(u"dentaltap"_s, u"patients"_s).size(), before + 1);
    }
};

QTEST_GUILESS_MAIN(TestFlow)
#include "tst_flow.moc"

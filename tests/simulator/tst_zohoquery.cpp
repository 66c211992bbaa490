// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/call.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace sim;

//! COQL, search and composite requests of the simulated CRM (zoho-crm.md 2.8, 2.9, 4.1).
class TestZohoQuery : public QObject
{
    Q_OBJECT

private:
    static QJsonObject sub(const QString &id, const QString &module, const QJsonObject &record)
    {
        return {{u"sub_request_id"_s, id},
                {u"method"_s, u"POST"_s},
                {u"uri"_s, QString(u"/crm/v8/"_s + module)},
                {u"body"_s,
                 QJsonObject{{u"data"_s, QJsonArray{record}}, {u"trigger"_s, QJsonArray()}}}};
    }
    static QJsonObject reference(const QString &id)
    {
        return {{u"id"_s, u"@{%1:$.data[0].details.id}"_s.arg(id)}};
    }
    QJsonObject walkIn(const QString &product) const
    {
        const QJsonArray lines{
            QJsonObject{{u"Product_Name"_s, QJsonObject{{u"id"_s, product}}}, {u"Quantity"_s, 1}}};
        return {{u"rollback_on_fail"_s, true},
                {u"__composite_requests"_s,
                 QJsonArray{sub(u"contact"_s, u"Contacts"_s,
                                {{u"Last_Name"_s, u"Passage"_s}, {u"Vestibule_Ref"_s, u"c"_s}}),
                            sub(u"deal"_s, u"Deals"_s,
                                {{u"Deal_Name"_s, u"Passage"_s},
                                 {u"Stage"_s, u"Qualification"_s},
                                 {u"Contact_Name"_s, reference(u"contact"_s)}}),
                            sub(u"quote"_s, u"Quotes"_s,
                                {{u"Subject"_s, u"Passage"_s},
                                 {u"Deal_Name"_s, reference(u"deal"_s)},
                                 {u"Quoted_Items"_s, lines}}),
                            sub(u"order"_s, u"Sales_Orders"_s,
                                {{u"Subject"_s, u"Passage"_s},
                                 {u"Quote_Name"_s, reference(u"quote"_s)},
                                 {u"Contact_Name"_s, reference(u"contact"_s)},
                                 {u"Ordered_Items"_s, lines}}),
                            sub(u"event"_s, u"Events"_s,
                                {{u"Event_Title"_s, u"Passage"_s},
                                 {u"Start_DateTime"_s, u"2026-03-05T09:00:00+04:00"_s},
                                 {u"End_DateTime"_s, u"2026-03-05T09:30:00+04:00"_s},
                                 {u"Who_Id"_s, reference(u"contact"_s)},
                                 {u"What_Id"_s, reference(u"order"_s)},
                                 {u"$se_module"_s, u"Sales_Orders"_s}})}}};
    }
    QString product() const { return m_simulator->clinic().products.at(0).productId; }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<CrmCaller> m_crm;

private Q_SLOTS:
    void init()
    {
        m_simulator = std::make_unique<Simulator>(smallClinic());
        QVERIFY(m_simulator->start());
        m_crm = std::make_unique<CrmCaller>(*m_simulator);
    }

    void conditions_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("equal") << u"Last_Name = 'zqa'"_s << QStringList{u"Zqa"_s};
        QTest::newRow("unequal in a range") << u"(Last_Name like 'Zq%' and Last_Name != 'Zqa')"_s
                                            << QStringList{u"Zqb"_s, u"Zqc"_s};
        QTest::newRow("in") << u"Last_Name in ('Zqa', 'Zqc')"_s << QStringList{u"Zqa"_s, u"Zqc"_s};
        QTest::newRow("or") << u"((Last_Name = 'Zqa') or (Last_Name = 'Zqb'))"_s
                            << QStringList{u"Zqa"_s, u"Zqb"_s};
        QTest::newRow("null") << u"Last_Name like 'Zq%' and Email is null"_s
                              << QStringList{u"Zqb"_s, u"Zqc"_s};
        QTest::newRow("not null") << u"Last_Name like 'Zq%' and Email is not null"_s
                                  << QStringList{u"Zqa"_s};
        QTest::newRow("dates") << u"Date_of_Birth between '1980-01-01' and '1985-12-31' and "
                                  "Last_Name like 'Zq%'"_s
                               << QStringList{u"Zqb"_s};
        QTest::newRow("time across zones")
            << u"Last_Name like 'Zq%' and Modified_Time >= '2026-03-04T20:00:00+00:00'"_s
            << QStringList{u"Zqa"_s, u"Zqb"_s, u"Zqc"_s};
    }
    void conditions()
    {
        QFETCH(QString, where);
        QFETCH(QStringList, names);
        m_crm->create(u"Contacts"_s, {{u"Last_Name"_s, u"Zqa"_s}, {u"Email"_s, u"a@b.example"_s}});
        m_crm->create(u"Contacts"_s,
                      {{u"Last_Name"_s, u"Zqb"_s}, {u"Date_of_Birth"_s, u"1984-05-06"_s}});
        m_crm->create(u"Contacts"_s,
                      {{u"Last_Name"_s, u"Zqc"_s}, {u"Date_of_Birth"_s, u"1999-05-06"_s}});
        const Called answer = m_crm->coql(
            u"select Last_Name from Contacts where %1 order by Last_Name asc limit 10"_s.arg(
                where));
        QStringList found;
        for (const QJsonValue &row : answer.json.value("data"_L1).toArray())
            found.append(row["Last_Name"_L1].toString());
        QCOMPARE(found, names);
    }

    void lookupsComeBackAsIdsAndJoin()
    {
        const Called answer = m_crm->coql(
            u"select Contact_Name, Contact_Name.Last_Name from Sales_Orders where id is not null "
            "order by id desc limit 0, 1"_s);
        QCOMPARE(answer.status, 200);
        const QJsonObject contact = answer.first().value("Contact_Name"_L1).toObject();
        QCOMPARE(contact.keys(), QStringList{u"id"_s});
        QVERIFY(!answer.first().value("Contact_Name.Last_Name"_L1).toString().isEmpty());
        const Called byContact =
            m_crm->coql(u"select id from Sales_Orders where Contact_Name = '%1'"_s.arg(
                contact.value("id"_L1).toString()));
        QCOMPARE(byContact.status, 200);
        QVERIFY(answer.json.value("info"_L1)["more_records"_L1].toBool());
    }

    void brokenQueriesAreRefused_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("code");
        QTest::newRow("no where") << u"select id from Contacts"_s << u"SYNTAX_ERROR"_s;
        QTest::newRow("column") << u"select Shoe from Contacts where id is not null"_s
                                << u"INVALID_QUERY"_s;
        QTest::newRow("module") << u"select id from Patients where id is not null"_s
                                << u"INVALID_QUERY"_s;
        QTest::newRow("limit") << u"select id from Contacts where id is not null limit 201"_s
                               << u"LIMIT_EXCEEDED"_s;
        QTest::newRow("quote") << u"select id from Contacts where Last_Name = 'O"_s
                               << u"SYNTAX_ERROR"_s;
    }
    void brokenQueriesAreRefused()
    {
        QFETCH(QString, query);
        QFETCH(QString, code);
        const Called answer = m_crm->coql(query);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json.value("code"_L1).toString(), code);
    }

    void searchFindsANewRecordLate()
    {
        m_crm->create(u"Contacts"_s, {{u"Last_Name"_s, u"Qxyz"_s}});
        const QString path = u"Contacts/search?criteria=((Last_Name:equals:Qxy))"_s;
        QCOMPARE((*m_crm)("GET", path).status, 204);
        QCOMPARE(m_crm->coql(u"select id from Contacts where Last_Name = 'Qxyz'"_s).status, 200);
        m_simulator->clock().advance(3000);
        // "equals" on text behaves like "contains".
        QCOMPARE((*m_crm)("GET", path).first().value("Last_Name"_L1).toString(), u"Qxyz"_s);
        QCOMPARE((*m_crm)("GET", u"Contacts/search?word=q"_s).status, 400);
        QCOMPARE((*m_crm)("GET", u"Contacts/search"_s).json.value("code"_L1).toString(),
                 u"EXPECTED_PARAM_MISSING"_s);
    }

    void walkInIsOneCall()
    {
        const Called answer = (*m_crm)("POST", u"__composite_requests"_s, walkIn(product()));
        QCOMPARE(answer.status, 200);
        const QJsonArray parts = answer.json.value("__composite_requests"_L1).toArray();
        QCOMPARE(parts.size(), 5);
        for (const QJsonValue &part : parts) {
            QCOMPARE(part["code"_L1].toString(), u"SUCCESS"_s);
            QCOMPARE(part["details"_L1]["response"_L1]["status_code"_L1].toInt(), 201);
        }
        const QString order = parts.at(3)["details"_L1]["response"_L1]["body"_L1]["data"_L1]
                                  .toArray()
                                  .at(0)["details"_L1]["id"_L1]
                                  .toString();
        QVERIFY(!m_crm->get(u"Sales_Orders"_s, order).value("Quote_Name"_L1)["id"_L1].isNull());
    }

    void replayedWalkInRollsItselfBack()
    {
        (*m_crm)("POST", u"__composite_requests"_s, walkIn(product()));
        const qsizetype deals = m_simulator->records(u"zoho"_s, u"Deals"_s).size();
        const Called again = (*m_crm)("POST", u"__composite_requests"_s, walkIn(product()));
        QCOMPARE(again.status, 400);
        const QJsonArray parts = again.json.value("__composite_requests"_L1).toArray();
        QCOMPARE(parts.at(0)["details"_L1]["response"_L1]["status_code"_L1].toInt(), 400);
        QCOMPARE(parts.at(1)["code"_L1].toString(), u"PROCESSING_STOPPED"_s);
        QCOMPARE(m_simulator->records(u"zoho"_s, u"Deals"_s).size(), deals);
    }

    void lateFailureTakesEverythingBack()
    {
        const qsizetype contacts = m_simulator->records(u"zoho"_s, u"Contacts"_s).size();
        const Called answer = (*m_crm)("POST", u"__composite_requests"_s, walkIn(u"1"_s));
        QCOMPARE(answer.status, 400);
        const QJsonArray parts = answer.json.value("__composite_requests"_L1).toArray();
        QCOMPARE(parts.at(0)["code"_L1].toString(), u"ROLLBACK_PERFORMED"_s);
        QCOMPARE(parts.at(1)["details"_L1]["rollbacked_by_sub_request_index"_L1].toInt(), 2);
        QCOMPARE(parts.at(2)["code"_L1].toString(), u"SUCCESS"_s);
        QCOMPARE(parts.at(3)["code"_L1].toString(), u"PROCESSING_STOPPED"_s);
        QCOMPARE(m_simulator->records(u"zoho"_s, u"Contacts"_s).size(), contacts);
        // The unique value is free again.
        const QJsonObject contact{{u"Last_Name"_s, u"A"_s}, {u"Vestibule_Ref"_s, u"c"_s}};
        QCOMPARE(m_crm->create(u"Contacts"_s, contact).code(), u"SUCCESS"_s);
    }

    void compositeHonoursHeadersAndLimits()
    {
        const QString id = m_crm->create(u"Contacts"_s, {{u"Last_Name"_s, u"A"_s}}).firstId();
        QJsonObject update = sub(u"u"_s, QString(u"Contacts/"_s + id), {{u"Last_Name"_s, u"B"_s}});
        update[u"method"_s] = u"PUT"_s;
        update[u"headers"_s] =
            QJsonObject{{u"If-Unmodified-Since"_s, u"2020-01-01T00:00:00+04:00"_s}};
        const Called stale = (*m_crm)("POST", u"__composite_requests"_s,
                                      {{u"__composite_requests"_s, QJsonArray{update}}});
        QCOMPARE(stale.json.value("__composite_requests"_L1)
                     .toArray()
                     .at(0)["details"_L1]["response"_L1]["status_code"_L1]
                     .toInt(),
                 412);
        QJsonArray six;
        for (int i = 0; i < 6; ++i)
            six.append(sub(u"s%1"_s.arg(i), u"Contacts"_s, {{u"Last_Name"_s, u"A"_s}}));
        const Called many =
            (*m_crm)("POST", u"__composite_requests"_s, {{u"__composite_requests"_s, six}});
        QCOMPARE(many.json.value("code"_L1).toString(), u"LIMIT_EXCEEDED"_s);
    }
};

QTEST_GUILESS_MAIN(TestZohoQuery)
#include "tst_zohoquery.moc"

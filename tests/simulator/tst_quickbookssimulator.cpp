// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/quickbooksfixture.h"

#include <QTest>

//! The accounting simulator against its contract, and the exact wire forms of the vendors' clients.
class TestQuickBooksSimulator : public QuickBooksFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }

    void theRefreshValueChangesAfterADayAndTheOldOneDies()
    {
        QCOMPARE(refreshed().value(u"refresh_token"_s).toString(), m_refresh);
        m_clock.advance(24LL * 3600 * 1000 + 1000);
        const QString next = refreshed().value(u"refresh_token"_s).toString();
        QVERIFY(!next.isEmpty());
        QVERIFY(next != m_refresh);
        QCOMPARE(refreshed().value(u"error"_s).toString(), u"invalid_grant"_s);
        m_refresh = next;
        QVERIFY(refreshed().contains(u"access_token"_s));
    }

    void anAccessTokenLastsAnHourAndTheGatewayAnswersInLowerCase()
    {
        QCOMPARE(raw("GET", "customer/1001").status, 200);
        m_clock.advance(3600 * 1000 + 1);
        const sim::Answer answer = raw("GET", "customer/1001");
        QCOMPARE(answer.status, 401);
        const QJsonValue error = sim::jsonOf(answer).value(u"fault"_s)[u"error"][0];
        QCOMPARE(error[u"code"].toString(), u"3200"_s);
        QVERIFY(error[u"element"].isNull());
        QVERIFY(!answer.headers.isEmpty());
        QCOMPARE(answer.headers.last().first, QByteArray("intuit_tid"));
    }

    void aWrongClientIsRefused()
    {
        const sim::Answer answer = m_books->handle(sim::makeCall(
            "POST", "/oauth2/v1/tokens/bearer", "grant_type=refresh_token&refresh_token=x",
            {{"Authorization", "Basic bm86bm8="}}));
        QCOMPARE(answer.status, 401);
        QCOMPARE(sim::jsonOf(answer).value(u"error"_s).toString(), u"invalid_client"_s);
    }

    void aCodeServesOnceAndTheRedirectNamesTheCompany()
    {
        const QByteArray back = "http%3A%2F%2Flocalhost%3A8000%2Fcb";
        const sim::Answer page = m_books->handle(sim::makeCall(
            "GET",
            "/connect/oauth2?client_id=vestibule-quickbooks&response_type=code&state=s1"
            "&scope=com.intuit.quickbooks.accounting&redirect_uri="
                + back));
        QCOMPARE(page.status, 302);
        const QByteArray location = page.headers.first().second;
        QVERIFY(location.contains("realmId=9130350000000001"));
        QVERIFY(location.contains("state=s1"));
        const qsizetype at = location.indexOf("code=") + 5;
        const QByteArray code = location.mid(at, location.indexOf('&', at) - at);
        const auto exchange = [&] {
            return m_books->handle(sim::makeCall("POST", "/oauth2/v1/tokens/bearer",
                                                 "grant_type=authorization_code&code=" + code
                                                     + "&redirect_uri=" + back,
                                                 {{"Authorization", basic()}}));
        };
        QCOMPARE(exchange().status, 200);
        QCOMPARE(exchange().status, 400);
    }

    void displayNamesAreUniqueAcrossTheNameLists_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("a customer") << u"O'NEIL Ada"_s;
        QTest::newRow("a customer in another case") << u"o'neil ada"_s;
        QTest::newRow("a vendor") << u"Laboratoire de prothèse"_s;
    }
    void displayNamesAreUniqueAcrossTheNameLists()
    {
        QFETCH(QString, name);
        QCOMPARE(codeOf(post("customer", {{u"DisplayName"_s, name}})), u"6240"_s);
    }

    void badCustomersAreRefused_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *title, const QJsonObject &body, const QString &code) {
            QTest::newRow(title) << body << code;
        };
        row("nothing", {}, u"2020"_s);
        row("colon", {{u"DisplayName"_s, u"a:b"_s}}, u"6000"_s);
        row("tab", {{u"DisplayName"_s, u"x"_s}, {u"FamilyName"_s, u"a\tb"_s}}, u"6000"_s);
        row("long name", {{u"DisplayName"_s, QString(501, u'a')}}, u"2050"_s);
        row("long notes", {{u"DisplayName"_s, u"x"_s}, {u"Notes"_s, QString(2001, u'a')}},
            u"2050"_s);
        row("long phone",
            {{u"DisplayName"_s, u"x"_s},
             {u"Mobile"_s, QJsonObject{{u"FreeFormNumber"_s, QString(31, u'1')}}}},
            u"2050"_s);
        row("e-mail",
            {{u"DisplayName"_s, u"x"_s},
             {u"PrimaryEmailAddr"_s, QJsonObject{{u"Address"_s, u"nobody"_s}}}},
            u"2210"_s);
        row("unknown member", {{u"DisplayNmae"_s, u"x"_s}}, u"2010"_s);
        row("not there", {{u"Id"_s, u"77"_s}, {u"SyncToken"_s, u"0"_s}}, u"610"_s);
        row("stale", {{u"Id"_s, u"1001"_s}, {u"SyncToken"_s, u"4"_s}}, u"5010"_s);
    }
    void badCustomersAreRefused()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, code);
        QCOMPARE(codeOf(post("customer", body)), code);
    }

    void aSparseUpdateKeepsWhatAFullUpdateClears()
    {
        const QJsonObject sparse = created(post("customer?operation=update",
                                                {{u"Id"_s, u"1001"_s},
                                                 {u"SyncToken"_s, u"0"_s},
                                                 {u"sparse"_s, true},
                                                 {u"CompanyName"_s, u"Atelier"_s}}),
                                           u"Customer"_s);
        QCOMPARE(sparse.value(u"SyncToken"_s).toString(), u"1"_s);
        QCOMPARE(sparse.value(u"Notes"_s).toString(), u"CRM:487600000000000001"_s);
        const QJsonObject full = created(
            post("customer",
                 {{u"Id"_s, u"1001"_s}, {u"SyncToken"_s, u"1"_s}, {u"DisplayName"_s, u"Ada"_s}}),
            u"Customer"_s);
        QCOMPARE(full.value(u"SyncToken"_s).toString(), u"2"_s);
        QVERIFY(!full.contains(u"Notes"_s));
        QVERIFY(!full.contains(u"CompanyName"_s));
    }

    void aQuotedNameIsFoundAsTheNodeClientSendsIt()
    {
        const QByteArray target = "query?query=select%20*%20from%20customer%20where%20DisplayName"
                                  "%20%3D%20%27O%5C%27NEIL%20Ada%27%20startposition%201%20"
                                  "maxresults%201000&minorversion=75&format=json";
        const sim::Answer answer = m_books->handle(sim::makeCall(
            "GET", QByteArray(company() + target), {}, {{"Authorization", m_bearer}}));
        QCOMPARE(answer.status, 200);
        const QJsonArray found =
            sim::jsonOf(answer).value(u"QueryResponse"_s)[u"Customer"].toArray();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first()[u"Id"].toString(), u"1001"_s);
    }

    void withoutAskingForJsonOneGetsXml()
    {
        const sim::Answer answer = m_books->handle(
            sim::makeCall("GET", company() + "customer/9", {}, {{"Authorization", m_bearer}}));
        QVERIFY(answer.contentType.startsWith("application/xml"));
        QVERIFY(answer.body.contains("<code>610</code>"));
    }

    void statementsAreAnsweredOrRefused_data()
    {
        QTest::addColumn<QByteArray>("statement");
        QTest::addColumn<QString>("code");
        QTest::addColumn<qsizetype>("rows");
        const auto row = [](const char *statement, const QString &code, qsizetype rows) {
            QTest::newRow(statement) << QByteArray(statement) << code << rows;
        };
        row("select * from Customer", {}, 2);
        row("select * from Customer startposition 2 maxresults 5", {}, 1);
        row("select * from Customer where DisplayName like 'O%'", {}, 2);
        row("select * from Customer where Id in ('1001','1002') orderby DisplayName desc", {}, 2);
        row("select * from Customer where DisplayName = 'nobody'", {}, 0);
        row("select * from Customer where MetaData.CreateTime > '2000-01-01T00:00:00Z'", {}, 2);
        row("select * from Customer where Notes = 'CRM:1'", u"4001"_s, 0);
        row("select * from Customer maxresults 1001", u"4001"_s, 0);
        row("select * from Customer where Id = '1' or Id = '2'", u"4000"_s, 0);
        row("select DisplayName from Customer", u"4000"_s, 0);
        row("select * from Customer where DisplayName = 'O'Neil'", u"4000"_s, 0);
        row("select * from Elephant", u"4001"_s, 0);
    }
    void statementsAreAnsweredOrRefused()
    {
        QFETCH(QByteArray, statement);
        QFETCH(QString, code);
        QFETCH(qsizetype, rows);
        const QJsonObject answer = get("query?query=" + statement.toPercentEncoding());
        QCOMPARE(codeOf(answer), code);
        QCOMPARE(answer.value(u"QueryResponse"_s)[u"Customer"].toArray().size(), rows);
        if (code.isEmpty() && rows == 0)
            QVERIFY(answer.value(u"QueryResponse"_s).toObject().isEmpty());
    }

    void inactiveMembersAreOnlySeenWhenNamed()
    {
        post("customer",
             {{u"Id"_s, u"1002"_s},
              {u"SyncToken"_s, u"0"_s},
              {u"sparse"_s, true},
              {u"Active"_s, false}});
        QCOMPARE(ask("select count(*) from Customer").value(u"totalCount"_s).toInt(), 1);
        QCOMPARE(ask("select count(*) from Customer where Active in (true,false)")
                     .value(u"totalCount"_s)
                     .toInt(),
                 2);
    }

    void theSameRequestIdActsOnce()
    {
        const QJsonObject body = invoice({line(5, u"2"_s)});
        const QJsonObject first = post("invoice?requestid=r-1&minorversion=75", body);
        QCOMPARE(post("invoice?requestid=r-1&minorversion=75", body), first);
        QCOMPARE(m_books->state().value(u"Invoice"_s).toArray().size(), 1);
        QVERIFY(m_books->state().value(u"warnings"_s).toArray().isEmpty());
        QCOMPARE(post("invoice?requestid=r-1", invoice({line(6, u"2"_s)})), first);
        QCOMPARE(m_books->state().value(u"warnings"_s).toArray().size(), 1);
    }

    void aBatchAnswersEachItemByItsName()
    {
        const QJsonObject answer = post(
            "batch",
            {{u"BatchItemRequest"_s,
              QJsonArray{QJsonObject{{u"bId"_s, u"b1"_s},
                                     {u"operation"_s, u"create"_s},
                                     {u"Class"_s, QJsonObject{{u"Name"_s, u"Implants"_s}}}},
                         QJsonObject{{u"bId"_s, u"b2"_s}, {u"Query"_s, u"select * from Class"_s}},
                         QJsonObject{{u"bId"_s, u"b3"_s},
                                     {u"operation"_s, u"create"_s},
                                     {u"Class"_s, QJsonObject{{u"Name"_s, u"chirurgie"_s}}}}}}});
        const QJsonValue items = answer.value(u"BatchItemResponse"_s);
        QCOMPARE(items[0][u"Class"][u"FullyQualifiedName"].toString(), u"Implants"_s);
        QCOMPARE(items[1][u"QueryResponse"][u"Class"].toArray().size(), 3);
        QCOMPARE(items[2][u"Fault"][u"Error"][0][u"code"].toString(), u"6240"_s);
        QCOMPARE(items[2][u"bId"].toString(), u"b3"_s);
    }

    void switchesThrottleAndHideFaultsInSuccess()
    {
        m_books->edit(u"switch"_s, u"throttle"_s, {{u"status"_s, 403}, {u"times"_s, 1}});
        const sim::Answer throttled = raw("GET", "customer/1001");
        QCOMPARE(throttled.status, 403);
        QCOMPARE(sim::jsonOf(throttled).value(u"fault"_s)[u"error"][0][u"code"].toString(),
                 u"3001"_s);
        m_books->edit(u"switch"_s, u"faultIn200"_s, {{u"code"_s, u"6190"_s}});
        const sim::Answer hidden = raw("POST", "class", R"({"Name":"X"})");
        QCOMPARE(hidden.status, 200);
        QCOMPARE(codeOf(sim::jsonOf(hidden)), u"6190"_s);
        QCOMPARE(raw("POST", "class", R"({"Name":"X"})").status, 200);
    }

    void aMinuteHasFiveHundredCalls()
    {
        for (int i = 0; i < 500; ++i)
            QCOMPARE(raw("GET", "customer/1001").status, 200);
        QCOMPARE(raw("GET", "customer/1001").status, 429);
        m_clock.advance(61'000);
        QCOMPARE(raw("GET", "customer/1001").status, 200);
    }

    void thirtyThousandCustomersStayLazyAndUnique()
    {
        m_clinic.patients.clear();
        for (int i = 0; i < 30'000; ++i) {
            sim::SeedPatient patient;
            patient.quickBooksId = QString::number(1001 + i);
            patient.contactId = QString::number(487600000000000000 + i);
            patient.lastName = u"Ramgoolam%1"_s.arg(i / 3);
            patient.firstName = u"Anne"_s;
            m_clinic.patients.append(patient);
        }
        sim::SimulatorOptions options;
        m_books = sim::makeQuickBooks(m_clinic, m_clock, options);
        m_bearer = m_books->automationAuthorization();
        QCOMPARE(ask("select count(*) from Customer").value(u"totalCount"_s).toInt(), 30'000);
        QSet<QString> names;
        const QJsonArray all = m_books->state().value(u"Customer"_s).toArray();
        for (const QJsonValue &customer : all)
            names.insert(customer[u"DisplayName"].toString());
        QCOMPARE(names.size(), 30'000);
        QCOMPARE(created(post("customer", {{u"DisplayName"_s, u"New"_s}}), u"Customer"_s)
                     .value(u"Id"_s)
                     .toString(),
                 u"31001"_s);
    }
};

QTEST_GUILESS_MAIN(TestQuickBooksSimulator)
#include "tst_quickbookssimulator.moc"

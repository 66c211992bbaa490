// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/dentaldesktopfixture.h"

#include <QRegularExpression>
#include <QTest>

//! The scan server against its contract: sign-in, parameters, patients, statuses, generations.
class TestDentalDesktopSimulator : public DentalDesktopFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }

    void everyCallNeedsTheRightCredentials_3DD_02()
    {
        const auto list = [this](const QByteArray &authorization) {
            return m_server->handle(
                sim::makeCall("GET", "/DentalDesktop/WebService/GetAvailableClientList", {},
                              {{"Authorization", authorization}}));
        };
        QCOMPARE(list({}).status, 401);
        QCOMPARE(list("Basic " + QByteArray("Vestibule:wrong").toBase64()).status, 401);
        QCOMPARE(list("Bearer x").status, 401);
        QCOMPARE(list(authorization()).status, 200);
        // The guide's own example.
        QCOMPARE(flip(u"credentials"_s, {{u"user"_s, u"Sam"_s}, {u"password"_s, u"qwerty123"_s}}),
                 QString());
        QCOMPARE(list("Basic U2FtOnF3ZXJ0eTEyMw==").status, 200);
        QCOMPARE(list(authorization()).status, 401);
        QVERIFY(list({}).headers.isEmpty());
        flip(u"http"_s, {{u"challenge"_s, true}});
        QCOMPARE(list({}).headers.value(0).first, QByteArray("WWW-Authenticate"));
    }

    void aPasswordMayBeOfEitherCharset()
    {
        flip(u"credentials"_s, {{u"password"_s, u"clé"_s}, {u"latin1"_s, true}});
        const auto asks = [this](const QByteArray &credentials) {
            return m_server
                ->handle(sim::makeCall("GET", "/DentalDesktop/WebService/GetAvailableClientList",
                                       {}, {{"Authorization", "Basic " + credentials.toBase64()}}))
                .status;
        };
        QCOMPARE(asks("Vestibule:cl\xE9"), 200);
        QCOMPARE(asks("Vestibule:clé"), 401);
    }

    void onlyTheNineMethodsByGet_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const char *name :
             {"GetAvailableClientList", "CreatePatient", "UpdatePatient", "SelectPatient",
              "CreateCase", "SelectCase", "GetRequestStatusById", "RemoveRequestById",
              "GetCasesForPatient", "GetAttachedImage"}) {
            QTest::newRow(name) << QByteArray(name);
        }
    }
    void onlyTheNineMethodsByGet()
    {
        QFETCH(QByteArray, method);
        const sim::Answer posted =
            m_server->handle(sim::makeCall("POST", "/DentalDesktop/WebService/" + method, {},
                                           {{"Authorization", authorization()}}));
        QCOMPARE(posted.status, 405);
        QVERIFY(get(method).status != 405);
        QCOMPARE(get(method + "s").status, 404);
    }

    void stationsAreListed_3DD_04()
    {
        const sim::Answer answer = get("GetAvailableClientList");
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.contentType.startsWith("application/xml"));
        QCOMPARE(texts(answer.body, u"Hostname"_s).size(), 3);
        QCOMPARE(texts(answer.body, u"IsBusy"_s), QStringList({u"false"_s, u"true"_s, u"false"_s}));
        QVERIFY(answer.body.contains("<Modules />"));
        // OperatorId: two ids joined, between line breaks; nobody is logged in at the third.
        const QStringList operators = texts(answer.body, u"OperatorId"_s);
        QCOMPARE(operators.size(), 2);
        QCOMPARE(operators.first().size(), 36 + 1 + 36);
        QVERIFY(answer.body.contains("<OperatorId>\r\n"));
        const QString stamp = texts(answer.body, u"TimeStamp"_s).first();
        QVERIFY2(QRegularExpression(u"^2026-03-05T\\d\\d:\\d\\d:\\d\\d\\.\\d{4,7}\\+04:00$"_s)
                     .match(stamp)
                     .hasMatch(),
                 qPrintable(stamp));
    }

    void namesOfParametersIgnoreCase()
    {
        const QByteArray id = nextId();
        QCOMPARE(get("CreatePatient?LASTNAME=Casse&integrationID=c1&requestid=" + id).status, 200);
        QCOMPARE(status(id), 4);
        QCOMPARE(byIntegration(u"c1"_s).value("LastName"_L1).toString(), u"Casse"_s);
        QVERIFY(byIntegration(u"C1"_s).isEmpty());
    }

    void createPatientOnTheServer_3DD_05_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("expected");
        QTest::newRow("done") << QByteArray("LastName=N&IntegrationId=n1&PatientId=p1") << 4;
        QTest::newRow("without id") << QByteArray("LastName=N") << 101;
        QTest::newRow("empty id") << QByteArray("LastName=N&IntegrationId=") << 101;
        QTest::newRow("without name") << QByteArray("IntegrationId=n1&FirstName=F") << 102;
        QTest::newRow("patient id taken")
            << QByteArray("LastName=N&IntegrationId=n1&PatientId=TAKEN") << 105;
        QTest::newRow("integration id taken")
            << QByteArray("LastName=N&IntegrationId=MAPPED") << 107;
        QTest::newRow("merging means nothing there")
            << QByteArray("LastName=N&IntegrationId=n1&MergePatient=True") << 4;
    }
    void createPatientOnTheServer_3DD_05()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, expected);
        query.replace("TAKEN", patient(true).value("PatientId"_L1).toString().toLatin1());
        query.replace("MAPPED", mappedId());
        const qsizetype before = records(u"patients"_s).size();
        QCOMPARE(statusOf("CreatePatient?" + query), expected);
        QCOMPARE(records(u"patients"_s).size(), before + (expected == 4 ? 1 : 0));
    }

    void businessFailuresAnswer200OrWhatTheSwitchSays()
    {
        const sim::Answer usual = get("CreatePatient?LastName=N");
        QCOMPARE(usual.status, 200);
        QCOMPARE(usual.body, QByteArray());
        for (const int http : {400, 500}) {
            flip(u"http"_s, {{u"failure"_s, http}});
            const QByteArray id = nextId();
            QCOMPARE(get("CreatePatient?LastName=N&RequestId=" + id).status, http);
            QCOMPARE(status(id), 101);
        }
        flip(u"http"_s, {{u"done"_s, 204}});
        QCOMPARE(get("CreatePatient?LastName=N&IntegrationId=n1").status, 204);
    }

    void updateErasesWhatIsNotSent_3DD_08()
    {
        const QByteArray id = mappedId();
        QCOMPARE(statusOf("UpdatePatient?LastName=Nouveau&IntegrationId=" + id), 4);
        const QJsonObject after = byIntegration(QString::fromLatin1(id));
        QCOMPARE(after.value("LastName"_L1).toString(), u"Nouveau"_s);
        QCOMPARE(after.value("FirstName"_L1).toString(), QString());
        QCOMPARE(after.value("PatientId"_L1).toString(), QString());
        QCOMPARE(after.value("DateOfBirth"_L1).toString(), QString());
    }

    void updateIsRefused_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("expected");
        QTest::newRow("unknown") << QByteArray("LastName=N&IntegrationId=nobody") << 106;
        QTest::newRow("without id") << QByteArray("LastName=N") << 101;
        QTest::newRow("without name") << QByteArray("IntegrationId=MAPPED") << 102;
        QTest::newRow("another's patient id")
            << QByteArray("LastName=N&IntegrationId=MAPPED&PatientId=OTHER") << 105;
        QTest::newRow("its own patient id")
            << QByteArray("LastName=N&IntegrationId=MAPPED&PatientId=OWN") << 4;
    }
    void updateIsRefused()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, expected);
        query.replace("MAPPED", mappedId());
        query.replace("OWN", patient(true).value("PatientId"_L1).toString().toLatin1());
        query.replace("OTHER", patient(false).value("PatientId"_L1).toString().toLatin1());
        QCOMPARE(statusOf("UpdatePatient?" + query), expected);
    }

    void whatOnlyAStationCanDo_3DD_10_11_12_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<int>("expected");
        for (const QByteArray &method : {QByteArray("SelectPatient"), QByteArray("CreateCase")}) {
            const auto row = [&](const char *what, const QByteArray &query, int expected) {
                QTest::addRow("%s %s", method.constData(), what)
                    << QByteArray(method + '?' + query) << expected;
            };
            row("without station", "IntegrationId=MAPPED", 5);
            row("without id", "ClientId=STATION", 101);
            row("unknown", "ClientId=STATION&IntegrationId=nobody", 106);
            row("taken", "ClientId=STATION&IntegrationId=MAPPED", -1);
        }
        QTest::newRow("SelectCase without station") << QByteArray("SelectCase?CaseId=CASE") << 5;
        QTest::newRow("SelectCase without id") << QByteArray("SelectCase?ClientId=STATION") << 103;
        QTest::newRow("SelectCase unknown")
            << QByteArray("SelectCase?ClientId=STATION&CaseId=77777777-7777-7777-7777-777777777777")
            << 104;
        QTest::newRow("SelectCase taken")
            << QByteArray("SelectCase?ClientId=STATION&CaseId={CASE}") << -1;
    }
    void whatOnlyAStationCanDo_3DD_10_11_12()
    {
        QFETCH(QByteArray, query);
        QFETCH(int, expected);
        query.replace("MAPPED", mappedId());
        query.replace("STATION", station(0));
        query.replace("CASE",
                      records(u"cases"_s).at(0)["CaseId"_L1].toString().toUpper().toLatin1());
        QCOMPARE(statusOf(query), expected);
    }

    void elevenRequestsForgetTheFirst_3DD_17()
    {
        QList<QByteArray> ids;
        for (int i = 0; i < 11; ++i) {
            ids.append(nextId());
            get("CreatePatient?LastName=N&RequestId=" + ids.last());
            if (i == 9)
                QCOMPARE(status(ids.first()), 101);
        }
        QCOMPARE(status(ids.first()), 404);
        QCOMPARE(status(ids.at(1)), 101);
        const sim::Answer unknown = get("GetRequestStatusById?Id=" + ids.first());
        QCOMPARE(unknown.status, 200);
        QCOMPARE(texts(unknown.body, u"RequestId"_s),
                 QStringList(QString::fromLatin1(ids.first())));
    }

    void theMemoryMayBePerStation()
    {
        flip(u"memory"_s, {{u"slots"_s, 2}, {u"perClient"_s, true}});
        const QByteArray onServer = nextId();
        get("CreatePatient?LastName=N&RequestId=" + onServer);
        for (int i = 0; i < 3; ++i)
            statusOf("SelectPatient?IntegrationId=" + mappedId() + "&ClientId=" + station(0));
        QCOMPARE(status(onServer), 101);
    }

    void anonymousRequestsShareTheEmptyId_3DD_16()
    {
        const QByteArray empty = "00000000-0000-0000-0000-000000000000";
        QCOMPARE(status(empty), 404);
        get("CreatePatient?LastName=N");
        QCOMPARE(status(empty), 101);
        get("CreatePatient?LastName=N&IntegrationId=n1&RequestId=" + empty);
        QCOMPARE(status(empty), 4);
        QCOMPARE(texts(get("GetRequestStatusById").body, u"StatusCode"_s), QStringList(u"4"_s));
    }

    void theLatestOfAnIdCounts()
    {
        const QByteArray id = nextId();
        get("CreatePatient?LastName=N&RequestId=" + id);
        get("CreatePatient?LastName=N&IntegrationId=n1&RequestId=" + id);
        QCOMPARE(status(id), 4);
        QCOMPARE(records(u"requests"_s).size(), 2);
    }

    void waitingRequestsCanBeRemoved_3DD_14()
    {
        const QByteArray id = nextId();
        get("SelectPatient?IntegrationId=" + mappedId() + "&ClientId=" + station(0)
            + "&RequestId=" + id);
        QCOMPARE(texts(get("RemoveRequestById?Id=" + id).body, u"boolean"_s),
                 QStringList(u"true"_s));
        QCOMPARE(status(id), 3);
        QCOMPARE(texts(get("RemoveRequestById?Id=" + id).body, u"boolean"_s),
                 QStringList(u"false"_s));
        pass(60000);
        QCOMPARE(status(id), 3);
    }

    void datesOfBirth_3DD_27_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<int>("warnings");
        QTest::newRow("ISO") << QByteArray("1988-04-05") << u"1988-04-05"_s << 0;
        QTest::newRow("ISO with time") << QByteArray("1988-04-05T00:00:00") << u"1988-04-05"_s << 0;
        QTest::newRow("month first") << QByteArray("04%2F05%2F1988") << u"1988-04-05"_s << 1;
        QTest::newRow("dots") << QByteArray("05.04.1988") << u"1988-04-05"_s << 1;
        QTest::newRow("none") << QByteArray() << QString() << 0;
        QTest::newRow("never") << QByteArray("0001-01-01T00:00:00") << QString() << 0;
    }
    void datesOfBirth_3DD_27()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QString, kept);
        QFETCH(int, warnings);
        const sim::Answer answer =
            get("CreatePatient?LastName=N&IntegrationId=n1&DateOfBirth=" + sent);
        QCOMPARE(answer.warnings.size(), warnings);
        QCOMPARE(byIntegration(u"n1"_s).value("DateOfBirth"_L1).toString(), kept);
    }

    void whatCannotBeReadIs400_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("id") << QByteArray("GetRequestStatusById?Id=xyz");
        QTest::newRow("date") << QByteArray("CreatePatient?LastName=N&IntegrationId=n1"
                                            "&DateOfBirth=31.13.1988");
        QTest::newRow("flag") << QByteArray("CreatePatient?LastName=N&IntegrationId=n1"
                                            "&MergePatient=maybe");
        QTest::newRow("station") << QByteArray("SelectPatient?IntegrationId=x&ClientId=here");
    }
    void whatCannotBeReadIs400()
    {
        QFETCH(QByteArray, target);
        QCOMPARE(get(target).status, 400);
        QVERIFY(records(u"requests"_s).isEmpty());
    }

    void reservedCharactersArrive_3DD_28()
    {
        const QString name = u"D'Ângelo & Fils +1"_s;
        const sim::Answer answer = get("CreatePatient?IntegrationId=n1&LastName=" + encoded(name));
        QCOMPARE(byIntegration(u"n1"_s).value("LastName"_L1).toString(), name);
        QVERIFY(answer.warnings.isEmpty());
        const sim::Answer careless = get("CreatePatient?IntegrationId=n2&LastName=Van+Berg");
        QCOMPARE(byIntegration(u"n2"_s).value("LastName"_L1).toString(), u"Van Berg"_s);
        QCOMPARE(careless.warnings.size(), 1);
    }

    void theServerMayBreakDown()
    {
        flip(u"breakdown"_s, {{u"times"_s, 1}, {u"description"_s, u"Disk full"_s}});
        const QByteArray id = nextId();
        get("CreatePatient?LastName=N&IntegrationId=n1&RequestId=" + id);
        QCOMPARE(status(id), 10);
        QCOMPARE(texts(get("GetRequestStatusById?Id=" + id).body, u"StatusDescription"_s),
                 QStringList(u"Disk full"_s));
        QVERIFY(byIntegration(u"n1"_s).isEmpty());
        QCOMPARE(statusOf("CreatePatient?LastName=N&IntegrationId=n1"), 4);
    }

    void theJournalKeepsNoNames_3DD_29()
    {
        const auto request = sim::makeCall(
            "GET",
            "/DentalDesktop/WebService/CreatePatient?LastName=Secret&requestId=1&ClientId=2");
        QCOMPARE(m_server->journalQuery(request), u"requestId=1&ClientId=2"_s);
    }

    void theNewerProduct_3DD_35()
    {
        const auto open = [this](const QByteArray &path) {
            return m_server->handle(sim::makeCall("GET", path)).status;
        };
        QCOMPARE(open("/status"), 401);
        QCOMPARE(get("GetUnhandledRequests").status, 404);
        flip(u"generation"_s, {{u"is"_s, u"newer"_s}});
        QCOMPARE(open("/status"), 200);
        QCOMPARE(open("/serviceStatus"), 200);
        QCOMPARE(open("/DentalDesktop/WebService/status"), 200);
        QCOMPARE(get("GetUnhandledRequests").status, 200);
        QCOMPARE(get("GetAvailableTriosClientList").status, 200);
        QCOMPARE(statusOf("CreatePatient?LastName=N&IntegrationId=n1&PatientId=p1&SSN=s1"), 4);
        QCOMPARE(byIntegration(u"n1"_s).value("PatientId"_L1).toString(), u"s1"_s);
    }

    void theOlderProduct_3DD_35()
    {
        flip(u"generation"_s, {{u"is"_s, u"older"_s}});
        QCOMPARE(get("GetCasesForPatient?IntegrationId=" + mappedId()).status, 404);
        QCOMPARE(get("GetAvailableClientList").status, 200);
        const QJsonObject known = patient(true);
        const sim::Answer cases =
            get("GetCasesInformation?FirstName=" + encoded(known.value("FirstName"_L1).toString())
                + "&LastName=" + encoded(known.value("LastName"_L1).toString()));
        QVERIFY(texts(cases.body, u"CaseId"_s).size() >= 5);
        const QByteArray body = "<ProcessPatientRequest><ClientId>" + station(0)
            + "</ClientId><Patient><FirstName>"
            + known.value("FirstName"_L1).toString().toHtmlEscaped().toUtf8()
            + "</FirstName><LastName>"
            + known.value("LastName"_L1).toString().toHtmlEscaped().toUtf8()
            + "</LastName></Patient><RequestType>CreateCase</RequestType></ProcessPatientRequest>";
        const sim::Answer posted = m_server->handle(
            sim::makeCall("POST", "/DentalDesktop/WebService/RequestProcessPatient", body,
                          {{"Authorization", authorization()}}));
        QCOMPARE(posted.status, 200);
        pass(1000);
        QCOMPARE(records(u"clients"_s).at(0)["page"_L1].toString(),
                 QString(u"newCase "_s + known.value("IntegrationId"_L1).toString()));
    }

    void whatASwitchDoesNotKnowIsSaid()
    {
        QVERIFY(!flip(u"certificate"_s, {{u"is"_s, u"golden"_s}}).isEmpty());
        QVERIFY(!flip(u"http"_s, {{u"failures"_s, 500}}).isEmpty());
        QVERIFY(!flip(u"wind"_s, {}).isEmpty());
        QVERIFY(!flip(u"xml"_s, {{u"odd"_s, true}}).isEmpty());
        QVERIFY(!m_server->edit(u"doors"_s, {}, {}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDentalDesktopSimulator)
#include "tst_dentaldesktopsimulator.moc"

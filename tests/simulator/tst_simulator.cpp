// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/call.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace sim;

class TestSimulator : public QObject
{
    Q_OBJECT

private:
    QUrl control(const QString &path) const
    {
        return QUrl(QString(m_simulator->url(u"control"_s).toString() + u"/_sim/"_s + path));
    }
    int contactsNamed(const QString &name) const
    {
        int count = 0;
        for (const QJsonValue &contact : m_simulator->records(u"zoho"_s, u"Contacts"_s))
            count += contact["Last_Name"_L1] == name ? 1 : 0;
        return count;
    }
    Called createContact(const QString &name)
    {
        return (*m_crm)("POST", u"Contacts"_s,
                        {{u"data"_s, QJsonArray{QJsonObject{{u"Last_Name"_s, name}}}}});
    }

    std::unique_ptr<Simulator> m_simulator;
    std::unique_ptr<CrmCaller> m_crm;

private Q_SLOTS:
    void init()
    {
        m_simulator = std::make_unique<Simulator>(smallClinic());
        QVERIFY(m_simulator->start());
        m_crm = std::make_unique<CrmCaller>(*m_simulator);
        m_simulator->clearJournal();
    }

    void settingsNameEveryAddressAndSecret()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"s.ini"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_simulator->settings());
        file.close();
        const QSettings settings(path, QSettings::IniFormat);
        QCOMPARE(settings.value(u"zoho/apiUrl"_s).toString(),
                 m_simulator->url(u"zoho"_s).toString());
        QCOMPARE(settings.value(u"zoho/accountsUrl"_s).toString(),
                 m_simulator->url(u"accounts"_s).toString());
        QCOMPARE(settings.value(u"clinic/timeZone"_s).toString(), u"Indian/Mauritius"_s);
        QCOMPARE(settings.value(u"simulator/control"_s).toString(),
                 m_simulator->url(u"control"_s).toString());
        const QStringList secrets = settings.value(u"simulator/secrets"_s).toStringList();
        const auto expected = m_simulator->secrets();
        QCOMPARE(secrets.size(), expected.size());
        for (qsizetype i = 0; i < secrets.size(); ++i) {
            const auto &[key, value] = expected.at(i);
            QCOMPARE(secrets.at(i).trimmed(), QString(key + u'=' + value));
        }
    }

    void faultRefusesTheNthCallUnprocessed()
    {
        QCOMPARE(m_simulator->addFault({{u"system"_s, u"zoho"_s},
                                        {u"path"_s, u"/Contacts$"_s},
                                        {u"nth"_s, 2},
                                        {u"times"_s, 2},
                                        {u"kind"_s, u"status"_s},
                                        {u"status"_s, 503}}),
                 QString());
        QCOMPARE(createContact(u"Un"_s).status, 201);
        QCOMPARE(createContact(u"Deux"_s).status, 503);
        QCOMPARE(createContact(u"Trois"_s).status, 503);
        QCOMPARE(createContact(u"Quatre"_s).status, 201);
        QCOMPARE(contactsNamed(u"Deux"_s), 0);
        QCOMPARE(contactsNamed(u"Quatre"_s), 1);
        QCOMPARE(m_simulator->journal().at(1)["fault"_L1].toString(), u"status"_s);
    }

    void tooManyCarriesRetryAfterOnlyWhenAskedFor()
    {
        m_simulator->addFault({{u"kind"_s, u"429"_s}, {u"retryAfter"_s, 7}});
        m_simulator->addFault({{u"kind"_s, 429}, {u"nth"_s, 2}});
        const Called first = createContact(u"A"_s);
        QCOMPARE(first.status, 429);
        QVERIFY(first.headers.contains({"Retry-After", "7"}));
        const Called second = createContact(u"B"_s);
        QCOMPARE(second.status, 429);
        QCOMPARE(second.json.value("code"_L1).toString(), u"TOO_MANY_REQUESTS"_s);
        for (const auto &header : second.headers)
            QVERIFY(header.first != "Retry-After");
    }

    void lostAnswerHasDoneTheWork()
    {
        m_simulator->addFault({{u"system"_s, u"zoho"_s}, {u"kind"_s, u"lostAnswer"_s}});
        // A read: Qt sends nothing twice that a test could count here, so the write goes raw.
        QTcpSocket socket;
        const QUrl url = m_simulator->url(u"zoho"_s);
        socket.connectToHost(url.host(), quint16(url.port()));
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::ConnectedState, 2000);
        const QByteArray body = R"({"data":[{"Last_Name":"Perdu"}]})";
        socket.write(
            "POST /crm/v8/Contacts HTTP/1.1\r\nHost: x\r\nAuthorization: " + m_crm->authorization()
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::UnconnectedState, 2000);
        QCOMPARE(socket.readAll(), QByteArray());
        QCOMPARE(contactsNamed(u"Perdu"_s), 1);
        QCOMPARE(m_simulator->journal().at(0)["status"_L1].toInt(), 0);
        QCOMPARE(m_simulator->journal().at(0)["fault"_L1].toString(), u"lostAnswer"_s);
    }

    void cutBodyEndsEarly()
    {
        m_simulator->addFault({{u"kind"_s, u"cutBody"_s}});
        const Called answer = (*m_crm)("GET", u"org"_s);
        QCOMPARE(answer.error, QNetworkReply::RemoteHostClosedError);
        QVERIFY(answer.json.isEmpty());
    }

    void malformedBodyIsNoJson()
    {
        m_simulator->addFault({{u"kind"_s, u"malformed"_s}});
        const Called answer = (*m_crm)("GET", u"org"_s);
        QCOMPARE(answer.status, 200);
        QVERIFY(!answer.body.isEmpty());
        QVERIFY(answer.json.isEmpty());
    }

    void dripComesByteByByte()
    {
        m_simulator->addFault({{u"kind"_s, u"drip"_s}, {u"ms"_s, 1}});
        const Called answer = (*m_crm)("GET", u"coql"_s);
        QCOMPARE(answer.json.value("code"_L1).toString(), u"INVALID_REQUEST_METHOD"_s);
    }

    void blackHoleNeverAnswers()
    {
        m_simulator->addFault({{u"kind"_s, u"blackHole"_s}});
        QUrl url = m_simulator->url(u"zoho"_s);
        url.setPath(u"/crm/v8/org"_s);
        const Called answer = call("GET", url, {}, {}, 1000);
        QCOMPARE(answer.status, 0);
        QCOMPARE(answer.error, QNetworkReply::OperationCanceledError);
    }

    void delayHoldsTheAnswerBack()
    {
        m_simulator->addFault({{u"kind"_s, u"delay"_s}, {u"ms"_s, 200}});
        QElapsedTimer timer;
        timer.start();
        QCOMPARE((*m_crm)("GET", u"org"_s).status, 200);
        QVERIFY(timer.elapsed() >= 190);
    }

    void clientThatLeavesBeforeALateAnswerIsForgotten()
    {
        m_simulator->addFault({{u"kind"_s, u"delay"_s}, {u"ms"_s, 100}});
        {
            QTcpSocket socket;
            const QUrl url = m_simulator->url(u"zoho"_s);
            socket.connectToHost(url.host(), quint16(url.port()));
            QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QAbstractSocket::ConnectedState, 2000);
            socket.write("GET /crm/v8/org HTTP/1.1\r\nHost: x\r\n\r\n");
            QTRY_COMPARE_WITH_TIMEOUT(m_simulator->journal().size(), 1, 2000);
        }
        QTest::qWait(150);
        QCOMPARE((*m_crm)("GET", u"org"_s).status, 200);
    }

    void expiredTokenIsRefused()
    {
        m_simulator->addFault({{u"system"_s, u"zoho"_s}, {u"kind"_s, u"expiredToken"_s}});
        QCOMPARE((*m_crm)("GET", u"org"_s).json.value("code"_L1).toString(), u"INVALID_TOKEN"_s);
        QCOMPARE((*m_crm)("GET", u"org"_s).status, 401);
        m_crm->signIn();
        QCOMPARE((*m_crm)("GET", u"org"_s).status, 200);
    }

    void clockMakesTokensExpire()
    {
        QCOMPARE(call("POST", control(u"clock"_s), R"({"advanceMs":3700000})").status, 200);
        QCOMPARE((*m_crm)("GET", u"org"_s).status, 401);
    }

    void refusedSystemComesBackOnTheSamePort()
    {
        const QUrl before = m_simulator->url(u"zoho"_s);
        QCOMPARE(call("POST", control(u"refuse"_s), R"({"system":"zoho"})").status, 200);
        QCOMPARE((*m_crm)("GET", u"org"_s).error, QNetworkReply::ConnectionRefusedError);
        m_simulator->resume(u"zoho"_s);
        QCOMPARE(m_simulator->url(u"zoho"_s), before);
        QCOMPARE((*m_crm)("GET", u"org"_s).status, 200);
    }

    void unknownFieldsAreMarkedInTheJournal()
    {
        const Called answer =
            m_crm->create(u"Contacts"_s, {{u"Last_Name"_s, u"Essai"_s}, {u"Shoe_Size"_s, 41}});
        QCOMPARE(answer.code(), u"SUCCESS"_s);
        QCOMPARE(m_simulator->journal().last()["dropped"_L1].toArray(),
                 QJsonArray{u"Contacts.Shoe_Size"_s});
    }

    void controlAnswersOverHttp()
    {
        createContact(u"Essai"_s);
        const Called journal = call("GET", control(u"journal"_s));
        const QJsonArray entries = QJsonDocument::fromJson(journal.body).array();
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.at(0)["system"_L1].toString(), u"zoho"_s);
        QCOMPARE(entries.at(0)["path"_L1].toString(), u"/crm/v8/Contacts"_s);
        QCOMPARE(entries.at(0)["status"_L1].toInt(), 201);
        const Called state = call("GET", control(u"state/zoho"_s));
        QVERIFY(state.json.value("Contacts"_L1).toArray().size() > 10);
        QCOMPARE(state.json.value("automation"_L1).toInt(), 1);
        QCOMPARE(call("GET", control(u"state/nowhere"_s)).status, 404);
        QCOMPARE(call("DELETE", control(u"journal"_s)).status, 200);
        QVERIFY(m_simulator->journal().isEmpty());
        const Called wrong = call("POST", control(u"faults"_s), R"({"kind":"fire"})");
        QCOMPARE(wrong.status, 400);
        QVERIFY(!wrong.json.value("error"_L1).toString().isEmpty());
        QCOMPARE(call("POST", control(u"faults"_s), R"({"kind":"status"})").status, 200);
        QCOMPARE((*m_crm)("GET", u"org"_s).status, 503);
        QCOMPARE(call("DELETE", control(u"faults"_s)).status, 200);
    }

    void onlyTwentyCallsAtOnce()
    {
        SimulatorOptions options = smallClinic();
        options.latencyMs = 300;
        Simulator slow(options);
        QVERIFY(slow.start());
        QUrl url = slow.url(u"zoho"_s);
        url.setPath(u"/crm/v8/__composite_requests"_s);
        QNetworkAccessManager manager;
        QList<QNetworkReply *> replies;
        for (int i = 0; i < 5; ++i)
            replies.append(manager.post(QNetworkRequest(url), QByteArray("{}")));
        const auto all = [&replies] {
            return std::all_of(replies.cbegin(), replies.cend(),
                               [](const QNetworkReply *reply) { return reply->isFinished(); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(all(), 3000);
        QList<int> statuses;
        for (QNetworkReply *reply : std::as_const(replies))
            statuses.append(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt());
        QCOMPARE(statuses.count(429), 1);
        QCOMPARE(statuses.count(401), 4);
    }

    void worksInAThreadOfItsOwn()
    {
        QThread thread;
        QObject home;
        home.moveToThread(&thread);
        thread.start();
        std::unique_ptr<Simulator> other;
        QUrl url;
        QMetaObject::invokeMethod(
            &home,
            [&] {
                other = std::make_unique<Simulator>(smallClinic());
                other->start();
                url = other->url(u"control"_s);
            },
            Qt::BlockingQueuedConnection);
        url.setPath(u"/_sim/journal"_s);
        QCOMPARE(call("GET", url).body, QByteArray("[]"));
        QMetaObject::invokeMethod(
            &home, [&] { other.reset(); }, Qt::BlockingQueuedConnection);
        thread.quit();
        QVERIFY(thread.wait(2000));
    }
};

QTEST_GUILESS_MAIN(TestSimulator)
#include "tst_simulator.moc"

// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/oauth2.h"

#include "app/net/apikey.h"
#include "app/net/tokenanswer.h"
#include "tests/app/net/scriptedserver.h"
#include "tests/support/fakesecrets.h"
#include "tests/support/logcapture.h"

#include <QJsonObject>
#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Seen = ScriptedServer::Seen;

class TestOAuth2 : public QObject
{
    Q_OBJECT

    QNetworkAccessManager m_network;
    QTemporaryDir m_folder;
    QDateTime m_now{QDate(2026, 3, 5), QTime(8, 0), Qt::UTC};

    Clock clock()
    {
        return [this] { return m_now; };
    }

    static OAuth2Vendor vendor(const QUrl &server, Service service = Service::Zoho)
    {
        OAuth2Vendor v;
        v.service = service;
        v.tokenUrl = server;
        v.tokenUrl.setPath(u"/oauth/v2/token"_s);
        v.clientId = u"client one"_s;
        v.secretKey = u"x.clientSecret"_s;
        v.refreshKey = u"x.refreshToken"_s;
        v.accessKey = u"x.accessToken"_s;
        v.scheme = service == Service::Zoho ? "Zoho-oauthtoken" : "Bearer";
        v.basicAuthentication = service == Service::QuickBooks;
        return v;
    }
    static FakeSecrets signedIn()
    {
        FakeSecrets secrets;
        secrets.values = {{u"x.clientSecret"_s, u"s&cret"_s}, {u"x.refreshToken"_s, u"r1"_s}};
        return secrets;
    }
    QString lockFile() const { return m_folder.filePath(u"oauth.lock"_s); }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!.*Cannot call seek)"_s)); }

    void theGrantGivesAHeaderThatIsKept()
    {
        ScriptedServer server(
            ScriptedServer::always(200, R"({"access_token":"a1","expires_in":3600})"));
        FakeSecrets secrets = signedIn();
        OAuth2 oauth(vendor(server.url()), &secrets, &m_network, lockFile(), clock());
        const auto header = QCoro::waitFor(oauth.header());
        QVERIFY(header);
        QCOMPARE(*header, "Zoho-oauthtoken a1");
        QCOMPARE(server.seen().size(), 1);
        QCOMPARE(server.seen().first().line(), "POST /oauth/v2/token HTTP/1.1");
        QCOMPARE(server.seen().first().body,
                 "grant_type=refresh_token&refresh_token=r1&client_id=client%20one&client_secret=s%"
                 "26cret");
        m_now = m_now.addSecs(3600 - 301);
        QCOMPARE(*QCoro::waitFor(oauth.header()), "Zoho-oauthtoken a1");
        QCOMPARE(server.seen().size(), 1);
        // Five minutes before the end it is renewed.
        m_now = m_now.addSecs(2);
        QVERIFY(QCoro::waitFor(oauth.header()));
        QCOMPARE(server.seen().size(), 2);
    }

    void anotherStartUsesTheTokenOfTheFirst()
    {
        ScriptedServer server(ScriptedServer::always(200, R"({"access_token":"a1"})"));
        FakeSecrets secrets = signedIn();
        {
            OAuth2 first(vendor(server.url()), &secrets, &m_network, lockFile(), clock());
            QVERIFY(QCoro::waitFor(first.header()));
        }
        OAuth2 second(vendor(server.url()), &secrets, &m_network, lockFile(), clock());
        QCOMPARE(*QCoro::waitFor(second.header()), "Zoho-oauthtoken a1");
        QCOMPARE(server.seen().size(), 1);
        // Without expires_in an hour is assumed.
        m_now = m_now.addSecs(3601);
        QVERIFY(QCoro::waitFor(second.header()));
        QCOMPARE(server.seen().size(), 2);
    }

    void manyAskingAtOnceMakeOneRefresh()
    {
        int count = 0;
        ScriptedServer server([&](QTcpSocket *socket, const Seen &) {
            socket->write(ScriptedServer::answer(
                200, "{\"access_token\":\"a" + QByteArray::number(++count) + "\"}"));
        });
        FakeSecrets secrets = signedIn();
        OAuth2 one(vendor(server.url()), &secrets, &m_network, lockFile(), clock());
        OAuth2 other(vendor(server.url()), &secrets, &m_network, lockFile(), clock());
        QList<QByteArray> headers;
        for (OAuth2 *oauth : {&one, &one, &other, &one, &other}) {
            auto task = oauth->header();
            task.then(
                [&](const Result<QByteArray> &header) { headers.append(header.value_or("none")); });
        }
        QTRY_COMPARE_WITH_TIMEOUT(headers.size(), 5, 5000);
        const QList<QByteArray> expected(5, "Zoho-oauthtoken a1");
        QCOMPARE(headers, expected);
        QCOMPARE(server.seen().size(), 1);

        // Two calls whose token was refused, then a third that comes late with the same token.
        int done = 0;
        for (OAuth2 *oauth : {&one, &other}) {
            auto task = oauth->refresh("Zoho-oauthtoken a1");
            task.then([&](const Result<void> &outcome) { done += outcome ? 1 : 0; });
        }
        QTRY_COMPARE_WITH_TIMEOUT(done, 2, 5000);
        QVERIFY(QCoro::waitFor(one.refresh("Zoho-oauthtoken a1")));
        QCOMPARE(server.seen().size(), 2);
        QCOMPARE(*QCoro::waitFor(one.header()), "Zoho-oauthtoken a2");
        QCOMPARE(*QCoro::waitFor(other.header()), "Zoho-oauthtoken a2");
    }

    void aVoidGrantAsksForSignInOnce_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("invalid_grant") << 400 << QByteArray(R"({"error":"invalid_grant"})");
        QTest::newRow("Zoho says 200") << 200 << QByteArray(R"({"error":"invalid_code"})");
        QTest::newRow("wrong client") << 401 << QByteArray(R"({"error":"invalid_client"})");
    }
    void aVoidGrantAsksForSignInOnce()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        ScriptedServer server(ScriptedServer::always(status, body));
        FakeSecrets secrets = signedIn();
        OAuth2 oauth(vendor(server.url()), &secrets, &m_network, lockFile(), clock());
        QSignalSpy asked(&oauth, &OAuth2::signInNeeded);
        for (int i = 0; i < 2; ++i) {
            const auto header = QCoro::waitFor(oauth.header());
            QVERIFY(!header);
            QCOMPARE(header.error().kind, Error::Kind::Unauthorized);
        }
        QCOMPARE(server.seen().size(), 1);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(secrets.values.value(u"x.refreshToken"_s), u"r1"_s);

        // Somebody signs in.
        server.setScript(ScriptedServer::always(200, R"({"access_token":"a2"})"));
        secrets.values.insert(u"x.refreshToken"_s, u"r2"_s);
        QCOMPARE(*QCoro::waitFor(oauth.header()), "Zoho-oauthtoken a2");
    }

    void nobodySignedInYet()
    {
        ScriptedServer server(ScriptedServer::always(200, "{}"));
        FakeSecrets secrets;
        OAuth2 oauth(vendor(server.url()), &secrets, &m_network, lockFile(), clock());
        QSignalSpy asked(&oauth, &OAuth2::signInNeeded);
        const auto header = QCoro::waitFor(oauth.header());
        QVERIFY(!header);
        QCOMPARE(header.error().kind, Error::Kind::Unauthorized);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(server.seen().size(), 0);
    }

    void otherTroubleKeepsTheSignIn_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("Zoho's throttle")
            << 400
            << QByteArray(
                   R"({"error_description":"too many","error":"Access Denied","status":"failure"})")
            << Error::Kind::RateLimited;
        QTest::newRow("429") << 429 << QByteArray("{}") << Error::Kind::RateLimited;
        QTest::newRow("503") << 503 << QByteArray("busy") << Error::Kind::Server;
        QTest::newRow("general error")
            << 200 << QByteArray(R"({"error":"general_error"})") << Error::Kind::Server;
        QTest::newRow("portal page") << 200 << QByteArray("<html>") << Error::Kind::Protocol;
        QTest::newRow("connection lost") << 0 << QByteArray() << Error::Kind::Offline;
    }
    void otherTroubleKeepsTheSignIn()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(Error::Kind, kind);
        ScriptedServer server([=](QTcpSocket *socket, const Seen &) {
            if (status == 0)
                socket->disconnectFromHost();
            else
                socket->write(ScriptedServer::answer(status, body));
        });
        FakeSecrets secrets = signedIn();
        OAuth2 oauth(vendor(server.url()), &secrets, &m_network, lockFile(), clock());
        QSignalSpy asked(&oauth, &OAuth2::signInNeeded);
        const auto header = QCoro::waitFor(oauth.header());
        QVERIFY(!header);
        QCOMPARE(header.error().kind, kind);
        QCOMPARE(asked.size(), 0);
        QCOMPARE(server.seen().size(), 1);
        server.setScript(ScriptedServer::always(200, R"({"access_token":"a2"})"));
        QVERIFY(QCoro::waitFor(oauth.header()));
    }

    void aRotatedTokenIsKeptBeforeTheNewAccess()
    {
        ScriptedServer server(ScriptedServer::always(
            200, R"({"access_token":"a1","expires_in":3600,"refresh_token":"r2"})"));
        FakeSecrets secrets = signedIn();
        OAuth2 oauth(vendor(server.url(), Service::QuickBooks), &secrets, &m_network, lockFile(),
                     clock());
        QCOMPARE(*QCoro::waitFor(oauth.header()), "Bearer a1");
        QCOMPARE(secrets.written, (QStringList{u"x.refreshToken"_s, u"x.accessToken"_s}));
        QCOMPARE(secrets.values.value(u"x.refreshToken"_s), u"r2"_s);
        const Seen &seen = server.seen().first();
        QCOMPARE(seen.header("Authorization"),
                 "Basic " + QByteArray("client one:s&cret").toBase64());
        QCOMPARE(seen.body, "grant_type=refresh_token&refresh_token=r1");
    }

    void aRotatedTokenSurvivesAKeyStoreThatFails()
    {
        ScriptedServer server([](QTcpSocket *socket, const Seen &seen) {
            const QByteArray next = seen.body.contains("refresh_token=r1") ? "r2" : "r3";
            socket->write(ScriptedServer::answer(
                200,
                "{\"access_token\":\"a\",\"expires_in\":3600,\"refresh_token\":\"" + next + "\"}"));
        });
        FakeSecrets secrets = signedIn();
        secrets.refuseWrites = true;
        OAuth2 oauth(vendor(server.url(), Service::QuickBooks), &secrets, &m_network, lockFile(),
                     clock());
        QTest::ignoreMessage(QtWarningMsg,
                             "QuickBooks: the key store did not take the new sign-in");
        QVERIFY(QCoro::waitFor(oauth.header()));
        secrets.refuseWrites = false;
        QVERIFY(QCoro::waitFor(oauth.refresh("Bearer a")));
        QVERIFY(server.seen().at(1).body.contains("refresh_token=r2"));
        QCOMPARE(secrets.values.value(u"x.refreshToken"_s), u"r3"_s);
    }

    void aHeldLockIsWaitedForWithoutBlocking()
    {
        ScriptedServer server(ScriptedServer::always(200, R"({"access_token":"a1"})"));
        FakeSecrets secrets = signedIn();
        QLockFile held(lockFile());
        QVERIFY(held.tryLock(0));
        OAuth2 oauth(vendor(server.url()), &secrets, &m_network, lockFile(), clock());
        bool done = false;
        auto task = oauth.header();
        task.then([&](const Result<QByteArray> &header) { done = header.has_value(); });
        int ticks = 0;
        QTimer ticking;
        connect(&ticking, &QTimer::timeout, this, [&] { ++ticks; });
        ticking.start(10);
        QTRY_VERIFY_WITH_TIMEOUT(ticks > 15, 5000);
        QCOMPARE(server.seen().size(), 0);
        held.unlock();
        QTRY_VERIFY_WITH_TIMEOUT(done, 5000);
    }

    void goingAwayEndsARefresh_data()
    {
        QTest::addColumn<QString>("where");
        for (const char *where : {"key store", "lock", "network"})
            QTest::newRow(where) << QString::fromLatin1(where);
    }
    void goingAwayEndsARefresh()
    {
        QFETCH(QString, where);
        ScriptedServer server([](QTcpSocket *, const Seen &) {});
        FakeSecrets secrets = signedIn();
        QLockFile held(lockFile());
        if (where == "lock"_L1)
            QVERIFY(held.tryLock(0));
        QList<Error::Kind> kinds;
        {
            OAuth2 oauth(vendor(server.url()), &secrets, &m_network, lockFile(), clock());
            for (int i = 0; i < 2; ++i) {
                auto task = oauth.header();
                task.then([&](const Result<QByteArray> &header) {
                    kinds.append(header ? Error::Kind::Invalid : header.error().kind);
                });
            }
            if (where == "network"_L1)
                QTRY_COMPARE_WITH_TIMEOUT(server.seen().size(), 1, 3000);
        }
        const QList<Error::Kind> expected(2, Error::Kind::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(kinds, expected, 3000);
    }

    void aMissingScopeIsNotRenewedAway()
    {
        FakeSecrets secrets;
        OAuth2 oauth(vendor(QUrl()), &secrets, &m_network, lockFile(), clock());
        Response refused;
        refused.status = 401;
        refused.body = R"({"code":"INVALID_TOKEN"})";
        QVERIFY(oauth.newTokenHelps(refused));
        refused.body = R"({"code":"OAUTH_SCOPE_MISMATCH"})";
        QVERIFY(!oauth.newTokenHelps(refused));
    }

    void logsHoldNoSecret()
    {
        ScriptedServer server(ScriptedServer::always(
            200, R"({"access_token":"accessword","refresh_token":"newword"})"));
        FakeSecrets secrets;
        secrets.values = {{u"x.clientSecret"_s, u"secretword"_s},
                          {u"x.refreshToken"_s, u"oldword"_s}};
        OAuth2 oauth(vendor(server.url(), Service::QuickBooks), &secrets, &m_network, lockFile(),
                     clock());
        LogCapture log;
        QVERIFY(QCoro::waitFor(oauth.header()));
        QVERIFY(log.text().contains(u"QuickBooks token renewal 200"_s));
        for (const QString &word : {u"accessword"_s, u"newword"_s, u"secretword"_s, u"oldword"_s})
            QVERIFY2(!log.text().contains(word), qPrintable(word));
    }

    void shortLivesAreRenewedAtHalf()
    {
        Response response;
        response.status = 200;
        response.body = R"({"access_token":"a","expires_in":"100"})";
        QCOMPARE(readTokenAnswer(response, Service::Zoho, m_now).access.renewAt, m_now.addSecs(50));
        response.body = R"({"access_token":"a","expires_in":3600000,"expires_in_sec":3600})";
        QCOMPARE(readTokenAnswer(response, Service::Zoho, m_now).access.expiresAt,
                 m_now.addSecs(3600));
    }

    void aFixedTokenIsReadAgainWhenRefused()
    {
        FakeSecrets secrets;
        secrets.values.insert(u"dentaltap.token"_s, u"one"_s);
        ApiKey key(Service::DentalTap, "Bearer", u"dentaltap.token"_s, &secrets);
        QCOMPARE(*QCoro::waitFor(key.header()), "Bearer one");
        const auto same = QCoro::waitFor(key.refresh("Bearer one"));
        QVERIFY(!same);
        QCOMPARE(same.error().kind, Error::Kind::Unauthorized);
        secrets.values.insert(u"dentaltap.token"_s, u"two"_s);
        QVERIFY(QCoro::waitFor(key.refresh("Bearer one")));
        QCOMPARE(*QCoro::waitFor(key.header()), "Bearer two");
        secrets.values.clear();
        const auto gone = QCoro::waitFor(key.refresh("Bearer two"));
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, Error::Kind::Unauthorized);
    }
};

QTEST_GUILESS_MAIN(TestOAuth2)
#include "tst_oauth2.moc"

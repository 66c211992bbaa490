// SPDX-FileCopyrightText: 2026 The Vestibule authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/call.h"

#include <QCryptographicHash>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace sim;

//! The accounts server (zoho-crm.md 1).
class TestZohoAccounts : public QObject
{
    Q_OBJECT

private:
    static constexpr auto Form = "grant_type=refresh_token&client_id=1000.VESTIBULESIMULATOR"
                                 "&client_secret=zoho-simulator-client-secret"
                                 "&refresh_token=1000.refresh.seed";
    QUrl address(const QString &path) const
    {
        return QUrl(QString(m_simulator->url(u"accounts"_s).toString() + path));
    }
    Called post(const QByteArray &form)
    {
        return call("POST", address(u"/oauth/v2/token"_s), form,
                    {{"Content-Type", "application/x-www-form-urlencoded"}});
    }
    int orgStatus(const QString &token)
    {
        return call("GET", QUrl(QString(m_simulator->url(u"zoho"_s).toString() + u"/crm/v8/org"_s)),
                    {}, {{"Authorization", "Zoho-oauthtoken " + token.toLatin1()}})
            .status;
    }

    std::unique_ptr<Simulator> m_simulator;

private Q_SLOTS:
    void init()
    {
        m_simulator = std::make_unique<Simulator>(smallClinic());
        QVERIFY(m_simulator->start());
    }

    void refreshNamesTheSimulatorAsApiDomain()
    {
        const Called answer = post(Form);
        QCOMPARE(answer.json.value("api_domain"_L1).toString(),
                 m_simulator->url(u"zoho"_s).toString());
        QCOMPARE(answer.json.value("expires_in"_L1).toInt(), 3600);
        QVERIFY(!answer.json.contains("refresh_token"_L1));
        QCOMPARE(orgStatus(answer.json.value("access_token"_L1).toString()), 200);
    }

    void parametersMayStandInTheQuery()
    {
        const QUrl url = address(QString(u"/oauth/v2/token?"_s + QString::fromLatin1(Form) + u'&'));
        QVERIFY(call("POST", url).json.contains("access_token"_L1));
    }

    void parametersMayComeAsMultipart()
    {
        QByteArray body;
        const QByteArray form = Form;
        for (const QByteArray &pair : form.split('&')) {
            body += "--edge\r\nContent-Disposition: form-data; name=\"" + pair.split('=').at(0)
                + "\"\r\n\r\n" + pair.split('=').at(1) + "\r\n";
        }
        body += "--edge--\r\n";
        const Called answer = call("POST", address(u"/oauth/v2/token"_s), body,
                                   {{"Content-Type", "multipart/form-data; boundary=edge"}});
        QVERIFY(answer.json.contains("access_token"_L1));
    }

    void errorsComeAsHttp200_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("error");
        QTest::newRow("client") << QByteArray("1000.VEST") << QByteArray("1000.X")
                                << u"invalid_client"_s;
        QTest::newRow("secret") << QByteArray("client-secret&") << QByteArray("wrong&")
                                << u"invalid_client_secret"_s;
        QTest::newRow("token") << QByteArray("refresh.seed") << QByteArray("refresh.old")
                               << u"invalid_code"_s;
        QTest::newRow("grant") << QByteArray("=refresh_token&client") << QByteArray("=magic&client")
                               << u"unsupported_grant_type"_s;
    }
    void errorsComeAsHttp200()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, error);
        QByteArray form = Form;
        const Called answer = post(form.replace(from, to));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json.value("error"_L1).toString(), error);
    }

    void eleventhRequestInTenMinutesIsThrottled()
    {
        for (int i = 0; i < 10; ++i)
            QVERIFY(post(Form).json.contains("access_token"_L1));
        const Called throttled = post(Form);
        QCOMPARE(throttled.status, 400);
        QCOMPARE(throttled.json.value("error"_L1).toString(), u"Access Denied"_s);
        m_simulator->clock().advance(601000);
        QVERIFY(post(Form).json.contains("access_token"_L1));
    }

    void eleventhTokenEndsTheFirst()
    {
        const QString first = post(Form).json.value("access_token"_L1).toString();
        for (int i = 0; i < 9; ++i)
            post(Form);
        QCOMPARE(orgStatus(first), 200);
        m_simulator->clock().advance(601000);
        post(Form);
        QCOMPARE(orgStatus(first), 401);
    }

    void scopesAreKept()
    {
        QByteArray form = Form;
        form += "&scope=ZohoCRM.modules.contacts.READ,ZohoCRM.org.READ";
        const QString token = post(form).json.value("access_token"_L1).toString();
        QCOMPARE(orgStatus(token), 200);
        const auto get = [&](const QString &path) {
            return call(
                "GET", QUrl(QString(m_simulator->url(u"zoho"_s).toString() + u"/crm/v8/"_s + path)),
                {}, {{"Authorization", "Zoho-oauthtoken " + token.toLatin1()}});
        };
        QCOMPARE(get(u"Contacts?fields=id"_s).status, 200);
        QCOMPARE(get(u"Deals?fields=id"_s).json.value("code"_L1).toString(),
                 u"OAUTH_SCOPE_MISMATCH"_s);
    }

    void bearerIsNotTheScheme()
    {
        const QString token = post(Form).json.value("access_token"_L1).toString();
        const Called answer =
            call("GET", QUrl(QString(m_simulator->url(u"zoho"_s).toString() + u"/crm/v8/org"_s)),
                 {}, {{"Authorization", "Bearer " + token.toLatin1()}});
        QCOMPARE(answer.json.value("code"_L1).toString(), u"AUTHENTICATION_FAILURE"_s);
    }

    void desktopSignInProvesItsKey()
    {
        const QByteArray verifier = "a-verifier-that-is-long-enough-for-the-rule-of-43-x";
        const QByteArray challenge =
            QCryptographicHash::hash(verifier, QCryptographicHash::Sha256)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        const auto code = [&] {
            const Called consent =
                call("GET",
                     address(u"/oauth/v2/auth?response_type=code&client_id=1000.VESTIBULESIMULATOR"
                             "&redirect_uri=http://127.0.0.1:8123/cb&state=s&code_challenge=%1"
                             "&code_challenge_method=S256"_s.arg(QString::fromLatin1(challenge))));
            for (const auto &[name, value] : consent.headers) {
                if (name == "Location") {
                    const QUrlQuery query{QUrl(QString::fromLatin1(value))};
                    return query.queryItemValue(u"code"_s).toLatin1();
                }
            }
            return QByteArray();
        };
        const QByteArray stem = "grant_type=authorization_code&client_id=1000.VESTIBULESIMULATOR"
                                "&client_secret=zoho-simulator-client-secret"
                                "&redirect_uri=http://127.0.0.1:8123/cb&code=";
        QCOMPARE(post(stem + code() + "&code_verifier=guess").json.value("error"_L1).toString(),
                 u"invalid_code"_s);
        const QByteArray good = code();
        const Called tokens = post(stem + good + "&code_verifier=" + verifier);
        QVERIFY(tokens.json.contains("refresh_token"_L1));
        QCOMPARE(post(stem + good + "&code_verifier=" + verifier).json.value("error"_L1).toString(),
                 u"invalid_code"_s);
    }
};

QTEST_GUILESS_MAIN(TestZohoAccounts)
#include "tst_zohoaccounts.moc"
